//! The page for addresses that lead nowhere. A server hands it out under any address, however deep, so what it fetches
//! and where it leads is written from the top of the server; all other pages are relative and work in any folder.

use crate::sheets;
use foothold_core::config::load;

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

/// The page with its addresses from the top of the server, for a clinic's file.
pub fn anchored(page: &str, clinic: &str) -> String {
    from_top(page, &folder(clinic).unwrap_or_else(|| "/".to_owned()))
}

fn from_top(page: &str, folder: &str) -> String {
    let page = page.replace("href=\"./", &format!("href=\"{folder}"));
    sheets::moved(&page, folder)
}

#[cfg(test)]
mod tests {
    use super::{folder, from_top};

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
        assert_eq!(from_top(page, "/a/"), wanted);
    }
}
