//! Where things are: the repository, the build folder, the finished site.
//!
//! `./dev` changes into the repository so that rustup picks the pinned toolchain, and leaves the folder
//! the person stood in as `FOOTHOLD_CWD`; paths given on the command line are read from there.

use std::env;
use std::path::{Path, PathBuf};

use crate::trouble::{Outcome, Trouble};

/// The folder that holds the workspace's `Cargo.toml`.
///
/// Taken from `FOOTHOLD_ROOT`, else found above the current folder, else above this program.
pub fn root() -> Outcome<PathBuf> {
    if let Some(given) = env::var_os("FOOTHOLD_ROOT") {
        return Ok(PathBuf::from(given));
    }
    let starts = [env::current_dir().ok(), env::current_exe().ok()];
    starts
        .iter()
        .flatten()
        .flat_map(|start| start.ancestors())
        .find(|folder| folder.join("xtask/Cargo.toml").is_file())
        .map(Path::to_path_buf)
        .ok_or_else(|| Trouble::input("Run this inside the repository; its folder was not found."))
}

/// Cargo's build folder, `CARGO_TARGET_DIR` included.
pub fn target(root: &Path) -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |given| root.join(given))
}

/// The command for the clinic's web person, once it is built.
pub fn foothold(root: &Path) -> PathBuf {
    target(root).join("debug/foothold")
}

/// The folder that is uploaded.
pub fn dist(root: &Path) -> PathBuf {
    root.join("dist")
}

/// The same site plus its pages in the pseudo-language, for tests only.
pub fn test_dist(root: &Path) -> PathBuf {
    target(root).join("foothold-test-dist")
}

/// The folder with the pinned npm packages.
pub fn npm_folder(root: &Path) -> PathBuf {
    root.join("tests/e2e")
}

/// A path as typed, read from the folder the person stood in.
pub fn typed(path: &str) -> PathBuf {
    match env::var_os("FOOTHOLD_CWD") {
        Some(folder) => PathBuf::from(folder).join(path),
        None => PathBuf::from(path),
    }
}
