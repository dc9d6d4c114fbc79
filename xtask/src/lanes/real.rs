//! `./dev real`: the form against real receivers on this machine, and our page in a real `WordPress`. No lane of `./dev test`, because a clinic's `WordPress` is
//! much to install for who only wants to change a sentence.

use std::fs;
use std::path::Path;

use crate::build;
use crate::place;
use crate::release;
use crate::run;
use crate::setup;
use crate::trouble::{Outcome, Trouble};

/// The receivers, by the names of their files in tests/real; what has to be asked for by name comes last.
const RECEIVERS: [&str; 4] = ["wordpress", "wordpress-embed", "node-red", "n8n"];
/// How many of them are tried where none is named: n8n is a gigabyte.
const USUAL: usize = 3;

/// The usual ones, or the one of that name: installs, starts, sends, looks, stops.
pub fn run(root: &Path, only: Option<&str>) -> Outcome<()> {
    if let Some(name) = only.filter(|name| !RECEIVERS.contains(name)) {
        return Err(Trouble::input(format!("There is no receiver {name:?}; there are {}.", RECEIVERS.join(", "))));
    }
    let wanted: Vec<&str> = only.map_or_else(|| RECEIVERS.into_iter().take(USUAL).collect(), |name| vec![name]);
    build::dist_and_test_dist(root)?;
    setup::npm_packages(root)?;
    let chromium = setup::chromium(root)?;
    build::foothold(root)?;
    let mut command = run::command(root, "node");
    command.args(["--test", "--test-concurrency=1", "--test-reporter=spec"]);
    for name in &wanted {
        command.arg(format!("tests/real/{name}.test.mjs"));
        match *name {
            "wordpress" => setup::wordpress(root)?,
            "wordpress-embed" => {
                setup::wordpress(root)?;
                setup::webkit(root)?;
                let plugin = place::target(root).join("foothold-wordpress.zip");
                fs::write(&plugin, release::plugin(root)?).map_err(Trouble::file(&plugin))?;
                command.env("FIREFOX", setup::firefox(root)?).env("CHROMEDRIVER", setup::chromedriver(root)?);
                command.env("FOOTHOLD_WORDPRESS", plugin);
            }
            "node-red" => {
                command.env("FOOTHOLD_NODE_RED", setup::npm_program(root, &setup::NODE_RED)?);
            }
            _ => {
                setup::database(root)?;
                command.env("FOOTHOLD_N8N", setup::npm_program(root, &setup::N8N)?);
            }
        }
    }
    command
        .env("FOOTHOLD", place::foothold(root))
        .env("FOOTHOLD_DIST", place::test_dist(root))
        .env("FOOTHOLD_XTASK", super::own_copy(root)?)
        .env("CHROMIUM", chromium);
    run::succeed(&mut command)
        .map_err(|_| Trouble::tool(format!("Not everything held with {}, see above.", wanted.join(" and ")), ""))
}
