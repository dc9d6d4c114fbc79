//! The page for addresses that lead nowhere. A server hands it out under any address, however deep, so what it fetches
//! and where it leads is written from the top of the server; all other pages are relative and work in any folder.

use std::fs;
use std::path::Path;

use foothold_core::config::load;

use crate::trouble::{Outcome, Trouble};

/// The page's file, where Netlify, Cloudflare Pages and GitHub Pages look for it.
pub const PAGE: &str = "404.html";

/// The folder in which a clinic's site lies, as its file says, with a slash at both ends; `None` where it does not say.
pub fn folder(clinic: &str) -> Option<String> {
    let address = load(clinic).site?.site_url?;
    let (_, path) = address.split_once("://")?.1.split_once('/')?;
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '/' | '-' | '_' | '.' | '~' | '%');
    (path.is_empty() || path.ends_with('/')).then_some(())?;
    path.chars().all(plain).then(|| format!("/{path}"))
}

/// Writes the page's addresses from the top of the server, anew where they were written before.
pub fn anchor(dist: &Path) -> Outcome<()> {
    let path = dist.join(PAGE);
    if !path.exists() {
        return Ok(());
    }
    let clinic = fs::read_to_string(dist.join("clinic.json")).unwrap_or_default();
    let folder = folder(&clinic).unwrap_or_else(|| "/".to_owned());
    let page = fs::read_to_string(&path).map_err(Trouble::file(&path))?;
    fs::write(&path, anchored(&page, &folder)).map_err(Trouble::file(&path))
}

fn anchored(page: &str, folder: &str) -> String {
    let before = page.split_once("style-").and_then(|(before, _)| before.rsplit_once("href=\""));
    if let Some((_, top)) = before.filter(|(_, top)| top.starts_with('/')) {
        return page.replace(&format!("href=\"{top}"), &format!("href=\"{folder}"));
    }
    let page = page.replace("href=\"./", &format!("href=\"{folder}"));
    page.replace("href=\"style-", &format!("href=\"{folder}style-"))
}

#[cfg(test)]
mod tests {
    use super::{anchored, folder};

    fn of(more: &str) -> Option<String> {
        folder(&format!(r#"{{"name":"N","phone":"(312) 555-0134"{more}}}"#))
    }

    #[test]
    fn the_folder_is_the_one_of_the_sites_address() {
        assert_eq!(of(""), None);
        assert_eq!(of(r#","site_url":"https://a.example/""#).as_deref(), Some("/"));
        assert_eq!(of(r#","site_url":"https://a.example/help/iop/""#).as_deref(), Some("/help/iop/"));
        assert_eq!(folder("not json"), None);
    }

    #[test]
    fn whatever_the_page_fetches_or_leads_to_is_named_from_the_top() {
        let page = r#"<link rel="stylesheet" href="style-1.css"><a href="./es/week/"><a href="tel:911"><a href="./">"#;
        let wanted =
            r#"<link rel="stylesheet" href="/a/style-1.css"><a href="/a/es/week/"><a href="tel:911"><a href="/a/">"#;
        assert_eq!(anchored(page, "/a/"), wanted);
        assert_eq!(anchored(&anchored(page, "/"), "/a/"), wanted, "also where it was written for another folder");
    }
}
