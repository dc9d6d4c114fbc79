//! `./dev bench page`: how long until a visitor's first key is answered on a phone's line and processor, beside a page of
//! well-known parts, in a table. No time is judged: on a machine with other work every figure is too high.

use std::path::Path;

use crate::build;
use crate::place;
use crate::run;
use crate::setup;
use crate::trouble::{Outcome, Trouble};

/// The page beside ours, with the list of its packages.
const FOLDER: &str = "tests/bench-page";

/// Builds both and visits them by turns.
pub fn run(root: &Path) -> Outcome<()> {
    build::dist(root)?;
    let chromium = setup::chromium(root)?;
    setup::npm_packages(root)?;
    let folder = root.join(FOLDER);
    let install = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    run::succeed(run::command(&folder, "npm").args(install))?;
    let mut command = run::command(root, "node");
    command
        .arg(folder.join("bench.mjs"))
        .env("FOOTHOLD_BENCH_PAGE", place::target(root).join("foothold-bench-page"))
        .env("FOOTHOLD_DIST", place::dist(root))
        .env("CHROMIUM", chromium);
    let (succeeded, _) = run::watch(&mut command)?;
    if succeeded { Ok(()) } else { Err(Trouble::tool("That did not end well, see above.", "")) }
}
