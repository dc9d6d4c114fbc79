//! The program that writes pages, as WebAssembly, for the page of the clinic's web person and for Node: `src/owner.rs`.
//!
//! Out: `check/remake-*.js` and `check/remake-*.wasm`, named by what is in them. No visitor downloads them.

use std::fs;
use std::path::Path;

use crate::build::SMALL;
use crate::finish::wasm::without_linking;
use crate::place;
use crate::run;
use crate::setup;
use crate::stamp;
use crate::trouble::{Outcome, Trouble};

/// The program's name among what is built.
const PROGRAM: &str = "foothold-remake";
/// The folder for it.
const FOLDER: &str = "check";
/// The name of the WebAssembly in the glue.
const GLUE_ASKS: &str = "remake_bg.wasm";

/// Builds it into a folder.
pub fn make(root: &Path, dist: &Path) -> Outcome<()> {
    let mut cargo = run::command(root, "cargo");
    cargo.envs(SMALL).args(["build", "--quiet", "--release", "--target", setup::BROWSERS, "--package", "foothold"]);
    run::succeed(cargo.args(["--bin", PROGRAM, "--features", "ssr"]))?;

    let target = place::target(root);
    let compiled = target.join(setup::BROWSERS).join("release").join(format!("{PROGRAM}.wasm"));
    let bound = target.join("foothold-remake");
    let mut bindgen = run::command(root, "wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "remake", "--out-dir"]).arg(&bound);
    run::succeed(bindgen.arg(&compiled))?;

    let (wasm, glue) = (bound.join(GLUE_ASKS), bound.join("remake.js"));
    let linked = fs::read(&wasm).map_err(Trouble::file(&wasm))?;
    let unreadable = || Trouble::input("The program that writes pages could not be read.");
    fs::write(&wasm, without_linking(&linked).ok_or_else(unreadable)?).map_err(Trouble::file(&wasm))?;
    run::succeed(run::command(root, "wasm-opt").args(super::app::PART).arg(&wasm).arg("-o").arg(&wasm))?;
    let folder = dist.join(FOLDER);
    fs::create_dir_all(&folder).map_err(Trouble::file(&folder))?;
    let contents = fs::read(&wasm).map_err(Trouble::file(&wasm))?;
    let name = format!("remake-{}.wasm", stamp::short(&contents));
    let put = |name: &str, contents: &[u8]| {
        let path = folder.join(name);
        fs::write(&path, contents).map_err(Trouble::file(&path))
    };
    put(&name, &contents)?;
    let script = fs::read_to_string(&glue).map_err(Trouble::file(&glue))?.replace(GLUE_ASKS, &name);
    put(&format!("remake-{}.js", stamp::short(script.as_bytes())), script.as_bytes())
}
