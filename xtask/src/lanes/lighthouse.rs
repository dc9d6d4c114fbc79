//! Lighthouse on the finished site: every page in both languages, in `./dev test` and by itself with `./dev lighthouse`.
//! Lighthouse lies in a folder of its own and not among the packages of tests/e2e, because those are needed to build.

use std::path::Path;

use super::count::{self, Count};
use crate::build;
use crate::place;
use crate::run;
use crate::setup;
use crate::trouble::{Outcome, Trouble};

/// Every page for visitors.
pub fn lane(root: &Path) -> Outcome<(bool, Count)> {
    look(root, "all")
}

/// Every page for visitors, or the one at that address below the top.
pub fn all(root: &Path, only: Option<&str>) -> Outcome<()> {
    let (succeeded, _) = look(root, only.unwrap_or("all"))?;
    if succeeded { Ok(()) } else { Err(Trouble::input("Lighthouse found something, see above.")) }
}

fn look(root: &Path, routes: &str) -> Outcome<(bool, Count)> {
    build::dist_and_test_dist(root)?;
    let chromium = setup::chromium(root)?;
    let lighthouse = setup::npm_program(root, &setup::LIGHTHOUSE)?;
    let mut command = run::command(root, "node");
    command.args(["--test", "--test-reporter=spec", "tests/lighthouse/routes.test.mjs"]);
    command
        .env("FOOTHOLD_LIGHTHOUSE", lighthouse)
        .env("FOOTHOLD_LIGHTHOUSE_ROUTES", routes)
        .env("FOOTHOLD_DIST", place::dist(root))
        .env("FOOTHOLD_XTASK", super::own_copy(root)?)
        .env("CHROMIUM", chromium);
    let (succeeded, output) = run::watch(&mut command)?;
    Ok((succeeded, count::node(&output)))
}
