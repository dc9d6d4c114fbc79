//! How many tests passed and failed, read from what the test programs print.

use std::ops::Add;

/// Lines of what failed tests said that are said again at the end: enough to see what to mend where only the end of a
/// long output is kept.
const MOST_LINES: usize = 60;

/// Tests by outcome.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Tests that passed.
    pub passed: usize,
    /// Tests that failed.
    pub failed: usize,
    /// What the failed ones said, shortened.
    pub told: String,
}

impl Count {
    /// So many passed, so many failed, and nothing more is known.
    pub fn new(passed: usize, failed: usize) -> Self {
        Self { passed, failed, told: String::new() }
    }
}

impl Add for Count {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let told = [self.told, other.told].concat();
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed, told }
    }
}

/// Sums the `test result:` lines of Rust's tests, native and in the browser, with what stands below `failures:`.
pub fn rust(output: &str) -> Count {
    let lines: Vec<String> = output.lines().map(plain).collect();
    let mut count = Count::default();
    let mut failures = None;
    for (at, line) in lines.iter().enumerate() {
        if line.trim() == "failures:" {
            failures = failures.or(Some(at));
        }
        let Some((_, result)) = line.split_once("test result: ") else { continue };
        let number =
            |word: &str| result.split([';', '.']).find_map(|part| part.trim().strip_suffix(word)?.trim().parse().ok());
        let told = failures.take().and_then(|from| lines.get(from + 1..at)).map(shortened).unwrap_or_default();
        count = count + Count { passed: number("passed").unwrap_or(0), failed: number("failed").unwrap_or(0), told };
    }
    count
}

/// The totals that Node's test runner prints last; a cancelled test counts as failed.
pub fn node(output: &str) -> Count {
    let number = |word: &str| {
        output
            .lines()
            .rev()
            .find_map(|line| {
                let line = plain(line);
                line.trim().trim_start_matches(['#', 'ℹ']).trim().strip_prefix(word)?.trim().parse().ok()
            })
            .unwrap_or(0)
    };
    let lines: Vec<String> = output.lines().map(plain).collect();
    let failures = lines.iter().rposition(|line| line.contains("failing tests:"));
    let told = failures.and_then(|from| lines.get(from + 1..)).map(shortened).unwrap_or_default();
    Count { passed: number("pass "), failed: number("fail ") + number("cancelled "), told }
}

/// The first of these lines, without the empty ones and without what a program says about its own inside.
fn shortened(lines: &[String]) -> String {
    let of_itself = |line: &str| line.starts_with("at ") || line.starts_with("note: run with");
    let worth = lines.iter().filter(|line| !line.trim().is_empty() && !of_itself(line.trim()));
    worth.take(MOST_LINES).flat_map(|line| [line.as_str(), "\n"]).collect()
}

/// A line without terminal colours.
fn plain(line: &str) -> String {
    let mut plain = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        plain.push_str(before);
        rest = after.split_once('m').map_or("", |(_, text)| text);
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::{Count, node, rust};

    #[test]
    fn results_of_several_rust_programs_are_added() {
        let output = "running 3 tests\ntest result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: \u{1b}[31mFAILED\u{1b}[0m. 2 passed; 4 failed; 0 ignored\nno test result here\n";
        assert_eq!(rust(output), Count::new(5, 4));
        assert_eq!(rust("error: could not compile"), Count::default());
    }

    #[test]
    fn both_ways_in_which_node_reports_are_read() {
        assert_eq!(node("# tests 9\n# pass 7\n# fail 1\n# cancelled 1\n"), Count::new(7, 2));
        assert_eq!(node("ℹ pass 12\nℹ fail 0\nℹ cancelled 0\n"), Count::new(12, 0));
        assert_eq!(node("\u{1b}[34mℹ pass 3\u{1b}[39m\n"), Count::new(3, 0));
        assert_eq!(node("pass the salt"), Count::default());
    }

    #[test]
    fn what_failed_tests_said_is_kept_for_the_end() {
        let output = "test a ... FAILED\n\nfailures:\n\n---- a stdout ----\nleft: 1\nright: 2\nnote: run with `RUST_BACKTRACE=1`\n\n\
            failures:\n    a\n\ntest result: FAILED. 0 passed; 1 failed; 0 ignored\n\ntest result: ok. 2 passed; 0 failed\n";
        assert_eq!(rust(output).told, "---- a stdout ----\nleft: 1\nright: 2\nfailures:\n    a\n");
        let output = "✖ a (12ms)\nℹ pass 0\nℹ fail 1\n\n✖ failing tests:\n\ntest at a.test.mjs:1:1\n✖ a (12ms)\n  AssertionError: 3 files\n      at async x\n";
        assert_eq!(node(output).told, "test at a.test.mjs:1:1\n✖ a (12ms)\n  AssertionError: 3 files\n");
        let long = format!("failing tests:\n{}", "a line\n".repeat(500));
        assert_eq!(node(&long).told.lines().count(), super::MOST_LINES);
    }
}
