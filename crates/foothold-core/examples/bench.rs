//! How long the planner takes: `cargo run --release --example bench -p foothold-core`.
//!
//! A table of invented households against the demo clinic, in microseconds of the quickest of many
//! runs, and how the time grows with the household. Native; a cheap phone takes many times as long.

use foothold_core::config::{load, load_household};
use foothold_core::household::{Commitment, Firm, Household, Kind};
use foothold_core::plan::{Budget, solve};
use foothold_core::rhythm::When;
use foothold_core::site::Site;
use foothold_core::time::{Days, Span, WEEK, parse_date};
use std::path::Path;

#[expect(clippy::disallowed_methods, reason = "the core may not read files, its tools do")]
fn read(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    std::fs::read_to_string(root.join(path)).unwrap_or_default()
}

#[expect(clippy::disallowed_methods, reason = "the core knows no clock, its tools do")]
fn row(name: &str, site: &Site, household: &Household) {
    let mut least = u128::MAX;
    let mut nodes = 0;
    let mut runs = 0;
    let begun = std::time::Instant::now();
    while runs < 3 || begun.elapsed().as_millis() < 200 {
        let start = std::time::Instant::now();
        nodes = solve(site, household, Budget::default()).nodes;
        least = least.min(start.elapsed().as_micros());
        runs += 1;
    }
    println!("{name:<44} {least:>8} us {nodes:>8} nodes");
}

fn job(row: u32, days: &[usize], from: i32, to: i32, firm: Firm) -> Commitment {
    let days: Vec<_> = days.iter().filter_map(|day| WEEK.get(*day).copied()).collect();
    let plain = Commitment::weekly(row, Kind::Work, Days::of(&days), Span { from, to });
    Commitment { travel_min: 25, direct_min: Some(15), firm, ..plain }
}

fn main() {
    let Some(site) = load(&read("public/clinic.json")).site else { return };
    let Some(start) = parse_date("2026-11-30") else { return };
    let all = [0, 1, 2, 3, 4];
    let moved = Firm::Move { earlier_min: 120, later_min: 120 };
    let cut = Firm::Cut { most_min: 240 };
    let week = |rows: Vec<Commitment>| Household::of(20, start, rows);
    row("nobody does anything", &site, &week(vec![]));
    row("nine to five, fixed", &site, &week(vec![job(1, &all, 540, 1020, Firm::Fixed)]));
    row("nine to five, cut", &site, &week(vec![job(1, &all, 540, 1020, cut)]));
    row("nine to five, moved", &site, &week(vec![job(1, &all, 540, 1020, moved)]));
    let fixed = |n: u32| {
        (1..=n)
            .map(|row| {
                job(
                    row,
                    &all,
                    300 + i32::try_from(row).unwrap_or(0) * 130,
                    400 + i32::try_from(row).unwrap_or(0) * 130,
                    Firm::Fixed,
                )
            })
            .collect()
    };
    row("eight fixed errands a day", &site, &week(fixed(8)));
    let two = vec![job(1, &all, 540, 1020, cut), job(2, &[0, 2, 4], 1080, 1260, moved)];
    row("two jobs, one cut, one moved", &site, &week(two));
    row("nights, fixed", &site, &week(vec![job(1, &[0, 1, 3], 1140, 1860, Firm::Fixed)]));
    row("nights, cut", &site, &week(vec![job(1, &[0, 1, 3], 1140, 1860, cut)]));
    row("nights, moved", &site, &week(vec![job(1, &[0, 1, 3], 1140, 1860, moved)]));
    let crew = |letters: &str, firm: Firm| {
        let shift = |c| match c {
            'D' => Some(Span { from: 420, to: 1140 }),
            'N' => Some(Span { from: 1140, to: 1860 }),
            _ => None,
        };
        let when = When::cycle(start, letters.chars().map(shift).collect());
        week(vec![Commitment { when, ..job(1, &all, 420, 1140, firm) }])
    };
    row("2-2-3 days, cut", &site, &crew("DD--DDD--DD---", cut));
    row("2-2-3 nights, cut", &site, &crew("NN--NNN--NN---", cut));
    row("2-2-3 nights, moved", &site, &crew("NN--NNN--NN---", moved));
    row("DuPont, moved", &site, &crew("NNNN---DDD-NNN---DDDD-------", moved));
    for name in [
        "c-night-nurse",
        "dupont-operator",
        "four-on-four-off",
        "b-two-parents",
        "f-teen-and-parents",
        "two-clients",
        "g-custody",
    ] {
        let loaded = load_household(&read(&format!("tests/fixtures/household-files/{name}.json")));
        if let Some(household) = loaded.household {
            row(name, &site, &household);
        }
    }
}
