//! Makes the finished folder: Trunk, then the finishing of what it wrote, then everything that follows from the clinic's
//! file.
//!
//! A folder whose stamp equals the stamp of every input is left as it is.

use std::fs;
use std::path::Path;
use std::time::Instant;

use crate::finish;
use crate::lanes::NATIVE;
use crate::place;
use crate::run;
use crate::setup;
use crate::stamp;
use crate::trouble::{Outcome, Trouble};

/// Builds the standard library along with the app: without texts for panics, which nobody can read on a
/// phone, and for size. The flags are unstable, hence the bootstrap switch; the compiler is the pinned stable.
pub const SMALL: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    (
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "--cfg erase_components -Clink-arg=--emit-relocs -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none",
    ),
];

/// Written into a finished folder; the static server and uploads ignore it.
const STAMP: &str = ".build-stamp";
/// The folder of the pages in the pseudo-language.
const PSEUDO: &str = "en-XA";

/// `dist` as a clinic uploads it.
pub fn dist(root: &Path) -> Outcome<()> {
    let wanted = stamp::inputs(root)?;
    if is_current(&place::dist(root), &wanted) {
        println!("Nothing changed since the last build.");
        return Ok(());
    }
    make(root, &wanted, false)
}

/// `dist`, and beside it the test folder with the pseudo-language.
pub fn dist_and_test_dist(root: &Path) -> Outcome<()> {
    let wanted = stamp::inputs(root)?;
    if is_current(&place::dist(root), &wanted) && is_current(&place::test_dist(root), &wanted) {
        println!("Nothing changed since the last build.");
        return Ok(());
    }
    make(root, &wanted, true)
}

fn is_current(folder: &Path, wanted: &str) -> bool {
    fs::read_to_string(folder.join(STAMP)).is_ok_and(|found| found == wanted)
}

fn make(root: &Path, wanted: &str, for_tests: bool) -> Outcome<()> {
    setup::for_build(root)?;
    let dist = place::dist(root);
    let started = Instant::now();
    println!("\nBuilding the app (first time: 2 to 4 minutes; after a change: about one) ...");
    let old_stamp = dist.join(STAMP);
    if old_stamp.exists() {
        fs::remove_file(&old_stamp).map_err(Trouble::file(&old_stamp))?;
    }
    run::succeed(
        run::command(root, "trunk")
            // Trunk takes `NO_COLOR` and the news about newer versions for options of its own.
            .env_remove("NO_COLOR")
            .env("TRUNK_SKIP_VERSION_CHECK", "true")
            .envs(SMALL)
            .args(["build", "--release"]),
    )?;

    println!("\nFinishing: style sheets, the program that writes pages, compressed copies ...");
    finish::finish(root, &dist)?;

    println!("\nWriting the pages and whatever else follows from clinic.json ...");
    let clinic = root.join("public/clinic.json");
    remake(root, &dist, &clinic, if for_tests { &["--pseudo"] } else { &[] })?;
    if for_tests {
        if !dist.join(PSEUDO).is_dir() {
            return Err(Trouble::input(format!("foothold remake --pseudo wrote no folder {PSEUDO}.")));
        }
        let test_dist = place::test_dist(root);
        if test_dist.exists() {
            fs::remove_dir_all(&test_dist).map_err(Trouble::file(&test_dist))?;
        }
        copy_folder(&dist, &test_dist)?;
        let pseudo = dist.join(PSEUDO);
        fs::remove_dir_all(&pseudo).map_err(Trouble::file(&pseudo))?;
        mark(&test_dist, wanted)?;
    }
    mark(&dist, wanted)?;
    println!("Built in {:.0} s.", started.elapsed().as_secs_f64());
    Ok(())
}

/// Native, with `ssr`, in an invocation of its own: features of one invocation are united, and `csr` with
/// `ssr` is no program at all. A file with mistakes gives pages, too; the command says which.
pub fn remake(root: &Path, folder: &Path, clinic: &Path, more: &[&str]) -> Outcome<()> {
    foothold(root)?;
    let mut command = run::command(root, &place::foothold(root).to_string_lossy());
    command.arg("remake").arg(folder).arg(clinic).args(more);
    run::succeed_or(&mut command, 1)
}

/// The command for the clinic's web person; built as the native tests build it, so that nothing is built twice.
pub fn foothold(root: &Path) -> Outcome<()> {
    run::succeed(run::command(root, "cargo").args(["build", "--quiet"]).args(NATIVE).args(["--bin", "foothold"]))
}

fn mark(folder: &Path, stamp: &str) -> Outcome<()> {
    let path = folder.join(STAMP);
    fs::write(&path, stamp).map_err(Trouble::file(&path))
}

fn copy_folder(from: &Path, to: &Path) -> Outcome<()> {
    for file in stamp::files(from)? {
        let copy = to.join(file.strip_prefix(from).unwrap_or(&file));
        if let Some(folder) = copy.parent() {
            fs::create_dir_all(folder).map_err(Trouble::file(folder))?;
        }
        fs::copy(&file, &copy).map_err(Trouble::file(&file))?;
    }
    Ok(())
}
