//! Finishes a folder that Trunk and the prerender wrote: a smaller app, one style sheet instead of many, settings for
//! common web servers, and a compressed copy beside every text.

mod app;
mod compress;
pub mod css;
mod data;
pub mod headers;
pub mod missing;
mod offline;
mod scripts;
mod split;
mod wasm;

use std::fs;
use std::path::Path;

use crate::stamp;
use crate::trouble::{Outcome, Trouble};

pub use compress::brotli_size;

/// Finishes the folder in place.
pub fn finish(root: &Path, dist: &Path) -> Outcome<()> {
    let lock = dist.join(".trunk-lock");
    if lock.exists() {
        fs::remove_file(&lock).map_err(Trouble::file(&lock))?;
    }
    app::shrink(root, dist)?;
    css::join_styles(dist)?;
    scripts::shorten_all(dist)?;
    missing::anchor(dist)?;
    headers::write(dist)?;
    offline::write(dist)?;
    compress::write(dist)
}

/// Writes anew what a finished folder tells servers, after its `clinic.json` was changed.
pub fn tell_servers(dist: &Path) -> Outcome<()> {
    missing::anchor(dist)?;
    compress::write_beside(&dist.join(missing::PAGE))?;
    headers::write(dist)
}

/// Every page of the folder with its path from the top folder, `/` between parts.
pub fn pages(dist: &Path) -> Outcome<Vec<(String, String)>> {
    stamp::files(dist)?
        .into_iter()
        .filter(|file| file.extension().is_some_and(|extension| extension == "html"))
        .map(|file| {
            let text = fs::read_to_string(&file).map_err(Trouble::file(&file))?;
            let name = file.strip_prefix(dist).unwrap_or(&file).to_string_lossy().replace('\\', "/");
            Ok((name, text))
        })
        .collect()
}

/// The folder part of a page's path; empty at the top.
pub fn folder_of(page: &str) -> &str {
    page.rsplit_once('/').map_or("", |(folder, _)| folder)
}

#[cfg(test)]
mod tests {
    use super::folder_of;

    #[test]
    fn the_folder_of_a_page_is_empty_at_the_top() {
        assert_eq!(folder_of("index.html"), "");
        assert_eq!(folder_of("en-XA/week/index.html"), "en-XA/week");
    }
}
