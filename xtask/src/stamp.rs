//! Short names for contents: tells whether anything changed since the last build, and names hashed files.

use std::fs;
use std::path::{Path, PathBuf};

use foothold_folder::Marking;

use crate::trouble::{Outcome, Trouble};

pub use foothold_folder::mark as short;

/// Everything the finished folder is made from, relative to the repository.
const INPUTS: [&str; 11] = [
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "crates",
    "index.html",
    "public",
    "rust-toolchain.toml",
    "src",
    "style",
    "tests/e2e/package-lock.json",
    "xtask",
];

/// The stamp of every input of a build as it is now.
pub fn inputs(root: &Path) -> Outcome<String> {
    let mut hash = Marking::default();
    for input in INPUTS {
        let path = root.join(input);
        let found = if path.is_dir() { files(&path)? } else { vec![path] };
        for file in found.iter().filter(|file| file.is_file()) {
            let bytes = fs::read(file).map_err(Trouble::file(file))?;
            let name = file.strip_prefix(root).unwrap_or(file);
            hash.add(name.to_string_lossy().as_bytes());
            hash.add(&(bytes.len() as u64).to_le_bytes());
            hash.add(&bytes);
        }
    }
    Ok(hash.text())
}

/// Every file below a folder, in one order; `target` and `node_modules` left out.
pub fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(Trouble::file(&folder))? {
            let path = entry.map_err(Trouble::file(&folder))?.path();
            if path.is_file() {
                found.push(path);
            } else if path.is_dir() && !path.ends_with("target") && !path.ends_with("node_modules") {
                folders.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
