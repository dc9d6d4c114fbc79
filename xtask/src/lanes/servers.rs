//! The finished folder on the servers for which it brings settings, as Debian has them.

use std::path::Path;

use super::count::{self, Count};
use crate::build;
use crate::place;
use crate::run;
use crate::setup;
use crate::trouble::Outcome;

/// nginx and Apache, at the top of a site and below a path.
pub fn servers(root: &Path) -> Outcome<(bool, Count)> {
    build::dist_and_test_dist(root)?;
    setup::npm_packages(root)?;
    let chromium = setup::chromium(root)?;
    let (nginx, apache) = (setup::nginx(root)?, setup::apache(root)?);
    let mut command = run::command(root, "node");
    command.args(["--test", "--test-force-exit", "--test-reporter=spec", "tests/servers/servers.test.mjs"]);
    command
        .env("FOOTHOLD_DIST", place::dist(root))
        .env("FOOTHOLD_XTASK", super::own_copy(root)?)
        .env("FOOTHOLD_NGINX", nginx)
        .env("FOOTHOLD_APACHE", apache)
        .env("CHROMIUM", chromium);
    let (succeeded, output) = run::watch(&mut command)?;
    Ok((succeeded, count::node(&output)))
}
