//! Whether a second planner, written in Python from the planner's page alone, gives the same answers to random
//! questions: always the same few hundred of them in the lane, as many as one likes in `./dev oracle`.

use std::path::Path;

use super::NATIVE;
use crate::lanes::count::Count;
use crate::place;
use crate::run;
use crate::setup::{self, PythonFolder};
use crate::trouble::{Outcome, Trouble};

/// What is asked.
pub struct Questions {
    /// How many random instances.
    pub count: u32,
    /// The seed of the first; the others follow.
    pub seed: u32,
    /// Processes at a time; without it as many as there are cores.
    pub jobs: Option<u32>,
    /// Rules that are off unless they are named here, with commas between them.
    pub with: Option<String>,
}

/// What the lane asks: always the same.
const SHORT: [(u32, &str); 3] = [(200, ""), (100, "cars"), (100, "handover")];
/// What a long run asks that names nothing in particular.
const LONG: [(u32, &str); 6] =
    [(2000, ""), (2000, "cars"), (300, "buses"), (300, "floating"), (300, "mix"), (300, "handover")];

/// The lane.
pub fn short(root: &Path) -> Outcome<(bool, Count)> {
    let mut all = (true, Count::default());
    for (count, with) in SHORT {
        let with = (!with.is_empty()).then(|| String::from(with));
        let (succeeded, asked) = ask(root, &Questions { count, seed: 1, jobs: None, with })?;
        all = (all.0 && succeeded, all.1 + asked);
    }
    Ok(all)
}

/// The long run: these questions, or, where nothing is said, some of each kind; trouble where it did not end well.
pub fn long(root: &Path, questions: Option<Questions>, seed: u32, jobs: Option<u32>) -> Outcome<()> {
    let of = |(count, with): (u32, &str)| {
        let with = (!with.is_empty()).then(|| String::from(with));
        Questions { count, seed, jobs, with }
    };
    let all = questions.map_or_else(|| LONG.map(of).into_iter().collect(), |one| vec![one]);
    let mut succeeded = true;
    for questions in &all {
        succeeded &= ask(root, questions)?.0;
    }
    if succeeded { Ok(()) } else { Err(Trouble::tool("The two planners did not agree on everything, see above.", "")) }
}

fn ask(root: &Path, questions: &Questions) -> Outcome<(bool, Count)> {
    let python = setup::python(root, PythonFolder::Oracle)?;
    // The command as the native tests build it, so that nothing is built twice.
    run::succeed(run::command(root, "cargo").args(["build", "--quiet"]).args(NATIVE).args(["--bin", "foothold"]))?;
    let mut command = run::command(root, &python.to_string_lossy());
    command
        .env("FOOTHOLD", place::target(root).join("debug/foothold"))
        .arg(root.join("tests/oracle/run.py"))
        .arg(questions.count.to_string())
        .args(["--seed", &questions.seed.to_string()])
        .arg("--failures")
        .arg(place::target(root).join("foothold-oracle"));
    if let Some(jobs) = questions.jobs {
        command.args(["--jobs", &jobs.to_string()]);
    }
    if let Some(with) = &questions.with {
        command.args(["--with", with]);
    }
    let (succeeded, output) = run::watch(&mut command)?;
    Ok((succeeded, count(&output)))
}

/// `198 of 200 equal`, the last line of a run; whatever is not equal has failed.
fn count(output: &str) -> Count {
    let last = output.lines().rev().find_map(|line| line.strip_suffix(" equal")?.split_once(" of "));
    let number = |text: &str| text.trim().parse().ok();
    last.and_then(|(equal, all)| {
        let (passed, all): (usize, usize) = (number(equal)?, number(all)?);
        Some(Count::new(passed, all.saturating_sub(passed)))
    })
    .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::count;
    use crate::lanes::count::Count;

    #[test]
    fn the_last_line_of_a_run_is_counted() {
        let output = "100 of 200 asked, 9 s\nseed 7: they differ\n0 not compared\n198 of 200 equal\n";
        assert_eq!(count(output), Count::new(198, 2));
        assert_eq!(count("Traceback (most recent call last):"), Count::default());
    }
}
