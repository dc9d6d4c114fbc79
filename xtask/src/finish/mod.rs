//! Finishes a folder that Trunk and the prerender wrote: a smaller app, one style sheet instead of many, settings for
//! common web servers, and a compressed copy beside every text.

mod app;
mod compress;
pub mod css;
pub mod headers;
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
    shorten_boot(dist)?;
    headers::write(dist)?;
    compress::write(dist)
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

fn shorten_boot(dist: &Path) -> Outcome<()> {
    let path = dist.join("boot.js");
    if !path.exists() {
        return Ok(());
    }
    let script = fs::read_to_string(&path).map_err(Trouble::file(&path))?;
    fs::write(&path, without_comment_lines(&script)).map_err(Trouble::file(&path))
}

/// Drops comment lines and indentation. A script with a template string or a block comment is left alone,
/// because there a line's start may mean something.
fn without_comment_lines(script: &str) -> String {
    if script.contains('`') || script.contains("/*") {
        return script.to_owned();
    }
    let mut short = String::new();
    for line in script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")) {
        short.push_str(line);
        short.push('\n');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::{folder_of, without_comment_lines};

    #[test]
    fn a_script_loses_comment_lines_and_indentation_but_no_code() {
        assert_eq!(without_comment_lines("// why\n  a(\"//b\");\n\n  c();\n"), "a(\"//b\");\nc();\n");
        assert_eq!(without_comment_lines("a(`\n  // text\n`)"), "a(`\n  // text\n`)");
    }

    #[test]
    fn the_folder_of_a_page_is_empty_at_the_top() {
        assert_eq!(folder_of("index.html"), "");
        assert_eq!(folder_of("en-XA/week/index.html"), "en-XA/week");
    }
}
