//! `./dev bench`: how long the planner takes, native and as WebAssembly, beside two solvers that are asked the same about the same
//! households: CP-SAT, and `HiGHS` as WebAssembly. Prints tables; no time is judged, because on a machine with other work every
//! figure is too high. What is judged: that the solvers find what the planner finds, and the memory of the largest question.

use std::path::Path;

use crate::place;
use crate::run;
use crate::setup::{self, PythonFolder};
use crate::trouble::{Outcome, Trouble};

/// The bench of crates/foothold-core.
const SPEED: [&str; 6] = ["bench", "--quiet", "--package", "foothold-core", "--bench", "speed"];
/// The households that all planners are asked about.
const HOUSEHOLDS: &str = "tests/fixtures/household-files";

/// All tables, one after the other.
pub fn run(root: &Path) -> Outcome<()> {
    println!("\nThe planner, native:\n");
    let mut native = run::command(root, "cargo");
    let native = table(native.args(SPEED))?;
    table(run::command(root, "cargo").args(SPEED).args(["--", "peak"]))?;
    setup::wasm_target(root, setup::COMMANDS)?;
    println!("\nThe planner, as WebAssembly in Node.js:\n");
    let runner = format!("node --no-warnings {}", root.join("crates/foothold-core/benches/wasi.mjs").display());
    let wasm = || {
        let mut command = run::command(root, "cargo");
        command.env("CARGO_TARGET_WASM32_WASIP1_RUNNER", &runner).args(SPEED).args(["--target", setup::COMMANDS]);
        command
    };
    let webassembly = table(&mut wasm())?;
    table(wasm().args(["--", "peak"]))?;
    let (python, highs) = (setup::python(root, PythonFolder::Oracle)?, setup::npm_program(root, &setup::HIGHS)?);
    run::succeed(run::command(root, "cargo").args(["build", "--quiet", "--release", "--package", "foothold-cli"]))?;
    println!("\nTwo solvers about the same households:\n");
    let mut command = run::command(root, &python.to_string_lossy());
    command.env("FOOTHOLD", place::target(root).join("release/foothold"));
    command.args(["tests/oracle/speed.py", "node"]).arg(highs).arg("public/clinic.json");
    let mut files: Vec<_> =
        std::fs::read_dir(root.join(HOUSEHOLDS)).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.sort();
    let solvers = table(command.args(files))?;
    println!("\nSide by side, the median of our runs and the time of one of theirs:\n");
    println!("{}", side_by_side(&native, &webassembly, &solvers));
    Ok(())
}

/// What a program prints, shown and given back; trouble where it fails.
fn table(command: &mut std::process::Command) -> Outcome<String> {
    let (succeeded, output) = run::watch(command)?;
    if succeeded { Ok(output) } else { Err(Trouble::tool("That did not end well, see above.", "")) }
}

/// The cells of the rows of a table whose first cell is this.
fn row<'a>(output: &'a str, wanted: &[&str]) -> Option<Vec<&'a str>> {
    let cells = |line: &'a str| line.trim().trim_matches('|').split('|').map(str::trim).collect::<Vec<_>>();
    output.lines().map(cells).find(|cells| cells.starts_with(wanted))
}

/// One line for each household: our two times, the solvers' two, how many times ours theirs are, and what was compared.
fn side_by_side(native: &str, webassembly: &str, solvers: &str) -> String {
    let mut lines = vec![
        "| household | offers | native | CP-SAT | times ours | WebAssembly | HiGHS | times ours | finished and equal |"
            .to_owned(),
        "|---|---|---|---|---|---|---|---|---|".to_owned(),
    ];
    let names =
        solvers.lines().filter_map(|line| line.strip_prefix("| ")?.split_once(" | CP-SAT |").map(|(name, _)| name));
    for name in names {
        let (Some(ours), Some(wasm)) = (row(native, &[name]), row(webassembly, &[name])) else { continue };
        let (Some(cp_sat), Some(highs)) = (row(solvers, &[name, "CP-SAT"]), row(solvers, &[name, "HiGHS"])) else {
            continue;
        };
        let cell = |of: &[&str], at: usize| of.get(at).copied().unwrap_or_default().to_owned();
        let (ours_ms, wasm_ms) = (cell(&ours, 4), cell(&wasm, 4));
        let (cp_s, highs_s) = (cell(&cp_sat, 2), cell(&highs, 2));
        let (cp_times, highs_times) = (times(&cp_s, &ours_ms), times(&highs_s, &wasm_ms));
        let done = format!("CP-SAT {}, HiGHS {}", cell(&cp_sat, 5), cell(&highs, 5));
        lines.push(format!(
            "| {name} | {} | {ours_ms} ms | {cp_s} s | {cp_times} | {wasm_ms} ms | {highs_s} s | {highs_times} | {done} |",
            cell(&ours, 1)
        ));
    }
    lines.join("\n")
}

/// How many times a time of ours in milliseconds goes into one of theirs in seconds, as they print it.
fn times(theirs: &str, ours: &str) -> String {
    let number = |text: &str| text.split(' ').next().and_then(|number| number.parse::<f64>().ok());
    if theirs.contains("failed") {
        return "-".to_owned();
    }
    let more = if theirs.contains("more") { "more than " } else { "" };
    match (number(theirs), number(ours)) {
        (Some(theirs), Some(ours)) if ours > 0.0 => format!("{more}{:.0}", theirs * 1000.0 / ours),
        _ => "-".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::side_by_side;

    #[test]
    fn times_are_put_side_by_side() {
        let ours = "| question | offers |\n|---|---|\n| b-two | 5 | 0 | 1100 | 2.00 | 2.10 | 101 |\n";
        let wasm = "| b-two | 5 | 0 | 1100 | 4.00 | 4.10 | 101 |\n";
        let solvers = "| b-two | CP-SAT | 0.500 | 9 | 5 of 5 | 5 of 5 |\n| b-two | HiGHS | 60.000 and more | 3 | 1 of 5 | 1 of 1 |\n";
        let line = "| b-two | 5 | 2.00 ms | 0.500 s | 250 | 4.00 ms | 60.000 and more s | more than 15000 | CP-SAT 5 of 5, HiGHS 1 of 1 |";
        assert!(side_by_side(ours, wasm, solvers).ends_with(line), "{}", side_by_side(ours, wasm, solvers));
    }
}
