//! Short names for contents: tells whether anything changed since the last build, and names hashed files.
//!
//! FNV-1a, because it must be stable between machines and compilers and nobody attacks a build folder.

use std::fs;
use std::path::{Path, PathBuf};

use crate::trouble::{Outcome, Trouble};

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

/// A running hash.
struct Hash(u64);

impl Hash {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn text(&self) -> String {
        format!("{:016x}", self.0)
    }
}

/// Sixteen hexadecimal digits that name these bytes.
pub fn short(bytes: &[u8]) -> String {
    let mut hash = Hash::new();
    hash.add(bytes);
    hash.text()
}

/// The stamp of every input of a build as it is now.
pub fn inputs(root: &Path) -> Outcome<String> {
    let mut hash = Hash::new();
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

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn a_stamp_is_the_same_for_the_same_bytes_and_sixteen_digits_long() {
        assert_eq!(short(b""), "cbf29ce484222325");
        assert_eq!(short(b"a"), "af63dc4c8601ec8c");
    }
}
