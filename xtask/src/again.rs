//! Whether somebody else who builds the folder gets the same bytes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use crate::place;
use crate::run;
use crate::stamp;
use crate::trouble::{Outcome, Trouble};

/// Says on which day pages are written; whoever builds reproducibly knows it by this name.
const DAY: &str = "SOURCE_DATE_EPOCH";
/// Folders at the top that are made by a command, and what Git keeps.
const MADE: [&str; 4] = ["dist", "inbox", ".git", "target"];

/// Builds the folder once more from a copy of the sources in another place, with nothing of the first build but its day,
/// which pages name, and compares every byte.
pub fn same_bytes(root: &Path, dist: &Path) -> Outcome<()> {
    let again = place::target(root).join("foothold-again");
    if again.exists() {
        fs::remove_dir_all(&again).map_err(Trouble::file(&again))?;
    }
    let sources = again.join("somewhere/else");
    println!("\nBuilding once more, from a copy in {} (5 to 10 minutes) ...", sources.display());
    for file in stamp::files(root)? {
        let name = file.strip_prefix(root).unwrap_or(&file);
        if MADE.iter().any(|made| name.starts_with(made)) {
            continue;
        }
        let copy = sources.join(name);
        if let Some(folder) = copy.parent() {
            fs::create_dir_all(folder).map_err(Trouble::file(folder))?;
        }
        fs::copy(&file, &copy).map_err(Trouble::file(&file))?;
    }
    let mut build = run::command(&sources, &sources.join("dev").to_string_lossy());
    build.arg("dist").env("CARGO_TARGET_DIR", again.join("target")).env_remove("FOOTHOLD_ROOT");
    if std::env::var_os(DAY).is_none() {
        let page = dist.join("index.html");
        let written = fs::metadata(&page).and_then(|about| about.modified()).map_err(Trouble::file(&page))?;
        let seconds = written.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        build.env(DAY, seconds.to_string());
    }
    run::succeed(&mut build)?;
    let other = sources.join("dist");
    let differing = differing(&contents(dist)?, &contents(&other)?);
    if !differing.is_empty() {
        let found = format!("the second build differs in {}", differing.join(", "));
        return Err(Trouble::tool(found, format!("It is in {}.", other.display())));
    }
    println!("\nTwo builds in different places gave the same bytes.");
    fs::remove_dir_all(&again).map_err(Trouble::file(&again))
}

/// Every file of a folder: its path in it, and its bytes.
fn contents(folder: &Path) -> Outcome<BTreeMap<PathBuf, Vec<u8>>> {
    let read = |file: PathBuf| {
        let name = file.strip_prefix(folder).unwrap_or(&file).to_path_buf();
        Ok((name, fs::read(&file).map_err(Trouble::file(&file))?))
    };
    stamp::files(folder)?.into_iter().map(read).collect()
}

/// The files that only one has, or that are not the same in both.
fn differing(one: &BTreeMap<PathBuf, Vec<u8>>, other: &BTreeMap<PathBuf, Vec<u8>>) -> Vec<String> {
    let all = one.keys().chain(other.keys().filter(|name| !one.contains_key(*name)));
    all.filter(|name| one.get(*name) != other.get(*name)).map(|name| name.display().to_string()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::path::PathBuf;

    use super::differing;

    #[test]
    fn two_folders_differ_in_what_only_one_has_and_in_what_is_not_the_same() {
        let folder = |files: &[(&str, &str)]| -> BTreeMap<PathBuf, Vec<u8>> {
            files.iter().map(|(name, text)| (PathBuf::from(name), text.as_bytes().to_vec())).collect()
        };
        let one = folder(&[("a", "1"), ("b", "2"), ("c/d", "3")]);
        assert_eq!(differing(&one, &one), Vec::<String>::new());
        assert_eq!(differing(&one, &folder(&[("a", "1"), ("b", "3"), ("e", "")])), ["b", "c/d", "e"]);
    }
}
