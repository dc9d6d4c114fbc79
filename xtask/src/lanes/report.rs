//! What the lanes came to: a table of times, the failures, and one line of totals that programs can read.

use std::time::Duration;

use crate::lanes::count::Count;
use crate::trouble::{Outcome, Trouble};

/// One lane that ran.
pub struct Report {
    /// Its name.
    pub name: &'static str,
    /// How long it took, its set-up included.
    pub elapsed: Duration,
    /// What it came to.
    pub verdict: Verdict,
}

/// What a lane came to.
pub enum Verdict {
    /// Everything held.
    Passed(Count),
    /// Something did not.
    Failed {
        /// Tests counted so far.
        count: Count,
        /// What to look at.
        why: String,
    },
    /// There is nothing to run yet.
    Skipped(&'static str),
}

impl Verdict {
    /// A failure that counts as one.
    pub fn failed(why: impl Into<String>) -> Self {
        Self::Failed { count: Count::new(0, 1), why: why.into() }
    }

    /// A failed lane counts at least one failure, also when its program stopped before it counted any.
    fn count(&self) -> Count {
        match self {
            Self::Passed(count) => Count::new(count.passed, 0),
            Self::Failed { count, .. } => Count::new(count.passed, count.failed.max(1)),
            Self::Skipped(_) => Count::default(),
        }
    }
}

/// Prints everything; trouble when a lane failed. The totals stand alone on the very last line.
pub fn print(reports: &[Report]) -> Outcome<()> {
    println!("\nlane        time      outcome");
    for report in reports {
        let count = report.verdict.count();
        let outcome = match &report.verdict {
            Verdict::Passed(_) => format!("passed ({})", count.passed),
            Verdict::Failed { .. } => {
                format!("FAILED ({} passed, {} failed)", count.passed, count.failed)
            }
            Verdict::Skipped(why) => format!("skipped: {why}"),
        };
        println!("{:<10}  {:>6.1} s  {outcome}", report.name, report.elapsed.as_secs_f64());
    }
    let whole: Duration = reports.iter().map(|report| report.elapsed).sum();
    println!("{:<10}  {:>6.1} s", "together", whole.as_secs_f64());
    let mut has_failed = false;
    for report in reports {
        if let Verdict::Failed { why, count } = &report.verdict {
            has_failed = true;
            println!("{} failed: {why}\n{}", report.name, count.told);
        }
    }
    println!("\n{}", totals(reports));
    // The totals are the last word, so this trouble has none of its own.
    if has_failed { Err(Trouble::Input(String::new())) } else { Ok(()) }
}

fn totals(reports: &[Report]) -> String {
    let sum = reports.iter().map(|report| report.verdict.count()).fold(Count::default(), |sum, count| sum + count);
    format!("{} passed, {} failed", sum.passed, sum.failed)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Report, Verdict, totals};
    use crate::lanes::count::Count;

    #[test]
    fn a_lane_that_broke_before_its_first_test_still_counts_as_a_failure() {
        let report = |verdict| Report { name: "x", elapsed: Duration::ZERO, verdict };
        let reports = [
            report(Verdict::Passed(Count::new(7, 0))),
            report(Verdict::Failed { count: Count::new(2, 0), why: String::new() }),
            report(Verdict::failed("no build")),
            report(Verdict::Skipped("nothing")),
        ];
        assert_eq!(totals(&reports), "9 passed, 2 failed");
    }
}
