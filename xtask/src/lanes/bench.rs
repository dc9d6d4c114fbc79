//! `./dev bench`: how long the planner takes, native and as WebAssembly, beside CP-SAT about the same households. Prints
//! tables and judges nothing: on a machine with other work every figure is too high.

use std::path::Path;

use crate::run;
use crate::setup::{self, PythonFolder};
use crate::trouble::Outcome;

/// The bench of crates/foothold-core.
const SPEED: [&str; 6] = ["bench", "--quiet", "--package", "foothold-core", "--bench", "speed"];
/// The households that both planners are asked about.
const HOUSEHOLDS: &str = "tests/fixtures/household-files";

/// All tables, one after the other.
pub fn run(root: &Path) -> Outcome<()> {
    println!("\nThe planner, native:\n");
    run::succeed(run::command(root, "cargo").args(SPEED))?;
    setup::wasm_target(root, setup::COMMANDS)?;
    println!("\nThe planner, as WebAssembly in Node.js:\n");
    let runner = format!("node --no-warnings {}", root.join("crates/foothold-core/benches/wasi.mjs").display());
    let wasm = ["--target", setup::COMMANDS];
    run::succeed(run::command(root, "cargo").env("CARGO_TARGET_WASM32_WASIP1_RUNNER", runner).args(SPEED).args(wasm))?;
    let python = setup::python(root, PythonFolder::Oracle)?;
    println!("\nCP-SAT about the same households:\n");
    let mut command = run::command(root, &python.to_string_lossy());
    command.args(["tests/oracle/speed.py", "public/clinic.json"]);
    let mut files: Vec<_> =
        std::fs::read_dir(root.join(HOUSEHOLDS)).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.sort();
    run::succeed(command.args(files))
}
