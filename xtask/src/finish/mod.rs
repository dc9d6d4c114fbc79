//! Finishes what no clinic changes in a folder that Trunk wrote: a smaller app, one style sheet instead of many, shorter
//! scripts, the program that writes pages, compressed copies. Then the folder's note about itself; with that,
//! `foothold remake` writes everything else.

mod app;
mod compress;
pub mod css;
mod data;
mod glue;
mod imports;
mod linked;
mod note;
mod owner;
pub mod rooms;
mod scripts;
mod seal;
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
    owner::make(root, dist)?;
    let note = note::take(dist)?;
    compress::write(dist)?;
    note::write(dist, &note)
}

/// Every page of the folder with its path from the top folder, `/` between parts.
pub fn pages(dist: &Path) -> Outcome<Vec<(String, String)>> {
    stamp::files(dist)?
        .into_iter()
        .filter(|file| file.extension().is_some_and(|extension| extension == "html"))
        .map(|file| Ok((path_in(dist, &file), fs::read_to_string(&file).map_err(Trouble::file(&file))?)))
        .collect()
}

/// A file's path from the top folder, `/` between parts.
pub fn path_in(dist: &Path, file: &Path) -> String {
    file.strip_prefix(dist).unwrap_or(file).to_string_lossy().replace('\\', "/")
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
