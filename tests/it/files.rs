//! The repository's own files: everything that is neither built nor downloaded.

use std::fs;
use std::path::{Path, PathBuf};

/// Folders at the top that are made by a command and never committed.
const MADE: [&str; 4] = ["target", "dist", "inbox", "node_modules"];

/// The repository's folder.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file with its path from the top, `/` between parts, in order.
pub fn all() -> Vec<String> {
    let mut found = Vec::new();
    walk(&root(), "", &mut found);
    found.sort();
    found
}

/// The files with that ending below that folder; `""` is everywhere.
pub fn below(folder: &str, ending: &str) -> Vec<String> {
    all().into_iter().filter(|path| path.starts_with(folder) && path.ends_with(ending)).collect()
}

/// Whether the path ends in one of these.
pub fn is(path: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| path.ends_with(ending))
}

/// The text of a file of the repository.
pub fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Whether the repository has that file or folder.
pub fn exists(path: &str) -> bool {
    root().join(path).exists()
}

fn walk(folder: &Path, path: &str, found: &mut Vec<String>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries {
        let entry = entry.expect("a folder's entry");
        let name = entry.file_name().to_string_lossy().into_owned();
        let made = path.is_empty() && MADE.contains(&name.as_str());
        if made || name == ".git" || name == "node_modules" || path == "tests/e2e/" && name == "pictures" {
            continue;
        }
        let child = format!("{path}{name}");
        if entry.path().is_dir() {
            walk(&entry.path(), &format!("{child}/"), found);
        } else {
            found.push(child);
        }
    }
}
