//! How many tests passed and failed, read from what the test programs print.

use std::ops::Add;

/// Tests by outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Tests that passed.
    pub passed: usize,
    /// Tests that failed.
    pub failed: usize,
}

impl Add for Count {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

/// Sums the `test result:` lines of Rust's tests, native and in the browser.
pub fn rust(output: &str) -> Count {
    output.lines().filter_map(|line| plain(line).split_once("test result: ").map(|(_, rest)| rest.to_owned())).fold(
        Count::default(),
        |sum, result| {
            let number = |word: &str| {
                result.split([';', '.']).find_map(|part| part.trim().strip_suffix(word)?.trim().parse().ok())
            };
            let found = Count { passed: number("passed").unwrap_or(0), failed: number("failed").unwrap_or(0) };
            sum + found
        },
    )
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
    Count { passed: number("pass "), failed: number("fail ") + number("cancelled ") }
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
        assert_eq!(rust(output), Count { passed: 5, failed: 4 });
        assert_eq!(rust("error: could not compile"), Count::default());
    }

    #[test]
    fn both_ways_in_which_node_reports_are_read() {
        assert_eq!(node("# tests 9\n# pass 7\n# fail 1\n# cancelled 1\n"), Count { passed: 7, failed: 2 });
        assert_eq!(node("ℹ pass 12\nℹ fail 0\nℹ cancelled 0\n"), Count { passed: 12, failed: 0 });
        assert_eq!(node("\u{1b}[34mℹ pass 3\u{1b}[39m\n"), Count { passed: 3, failed: 0 });
        assert_eq!(node("pass the salt"), Count::default());
    }
}
