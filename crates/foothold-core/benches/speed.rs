//! How long the planner takes, as tables: the household fixtures against the demo clinic; how time grows with people,
//! commitments, tracks and weeks; and what is asked about one offer only. `./dev bench` runs it; docs/BENCHMARKS.md shows a run.
//!
//! One time is one question, every offer of the clinic answered and ranked with its reasons, on one thread of a build
//! with the profile of a release. The median of several runs is shown, and the least of them, which a machine with other work disturbs less. With the word `peak` it asks the largest
//! question once and prints how much memory that took; more than 32 MB end it with 1.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a program for this repository's own people, which reads a clock because that is its task"
)]

mod invented;

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use foothold_core::config::{load, load_household};
use foothold_core::household::Household;
use foothold_core::plan::{Answer, Budget, Offer, alternatives, contradiction, dated, solve, solve_mixed, week};
use foothold_core::site::Site;
use invented::{CORNER, Size, clinic, family, mixable};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const DEMO: &str = include_str!("../../../public/clinic.json");
const FIXTURES: [(&str, &str); 7] = [
    ("b-one-car", include_str!("../../../tests/fixtures/household-files/b-one-car.json")),
    ("b-two-parents", include_str!("../../../tests/fixtures/household-files/b-two-parents.json")),
    ("c-night-nurse", include_str!("../../../tests/fixtures/household-files/c-night-nurse.json")),
    ("dupont-operator", include_str!("../../../tests/fixtures/household-files/dupont-operator.json")),
    ("f-teen-and-parents", include_str!("../../../tests/fixtures/household-files/f-teen-and-parents.json")),
    ("four-on-four-off", include_str!("../../../tests/fixtures/household-files/four-on-four-off.json")),
    ("two-clients", include_str!("../../../tests/fixtures/household-files/two-clients.json")),
];
/// How long one row of a table may take.
const PATIENCE: Duration = Duration::from_secs(1);
const MOST_RUNS: usize = 101;
/// The most that the largest question may take.
const MOST_BYTES: usize = 32 * 1024 * 1024;

const USUAL: Size = Size { people: 2, commitments: 20, tracks: 20, weeks: 12 };

fn main() -> ExitCode {
    if std::env::args().any(|word| word == "peak") {
        return peak();
    }
    println!("| question | offers | unproven | nodes | median ms | least ms | runs |");
    println!("|---|---|---|---|---|---|---|");
    let demo = load(DEMO).site.expect("the demo clinic can be read");
    for (name, text) in FIXTURES {
        let household = load_household(text).household.expect("the fixture can be read");
        row(name, &demo, &household);
    }
    let mut sizes: Vec<Size> = (1..=8).map(|people| Size { people, ..USUAL }).collect();
    sizes.extend([5, 10, 20, 50, 100].map(|commitments| Size { commitments, ..USUAL }));
    sizes.extend([5, 10, 20, 50, 100].map(|tracks| Size { tracks, ..USUAL }));
    sizes.extend([4, 8, 12, 16, 26].map(|weeks| Size { weeks, ..USUAL }));
    sizes.push(CORNER);
    for size in sizes {
        row(&named(size), &clinic(size), &family(size));
    }
    row("200 weekdays to mix, five asked: nothing else to do", &mixable(), &family(Size { commitments: 0, ..USUAL }));
    for commitments in [5, 20] {
        let name = format!("200 weekdays to mix, five asked: 2 people, {commitments} commitments");
        row(&name, &mixable(), &family(Size { commitments, ..USUAL }));
    }
    let parents = load_household(FIXTURES[1].1).household.expect("the fixture can be read");
    row("200 weekdays to mix, five asked: two parents", &mixable(), &parents);
    println!("\n| one offer of the largest, the slowest of all | least ms |\n|---|---|");
    explained(&clinic(CORNER), &family(CORNER));
    ExitCode::SUCCESS
}

fn named(Size { people, commitments, tracks, weeks }: Size) -> String {
    format!("{people} people, {commitments} commitments, {tracks} tracks, {weeks} weeks")
}

fn row(name: &str, site: &Site, household: &Household) {
    let asked = || -> Answer {
        let mixed = solve_mixed(site, household, Budget::default());
        mixed.map_or_else(|| solve(site, household, Budget::default()), |mixed| mixed.answer)
    };
    let answer = asked();
    let times = timed(MOST_RUNS, asked);
    let unproven = answer.offers.iter().filter(|offer| !offer.proven).count();
    let (offers, nodes, runs) = (answer.offers.len(), answer.nodes, times.len());
    println!(
        "| {name} | {offers} | {unproven} | {nodes} | {:.2} | {:.2} | {runs} |",
        median(&times),
        ms(times.first())
    );
}

/// What is asked about one offer when somebody opens it, each for the offer that takes longest.
fn explained(site: &Site, household: &Household) {
    let budget = Budget::default();
    let offers = solve(site, household, budget).offers;
    let say = |what: &str, ask: &dyn Fn(&Offer)| {
        let slowest = offers.iter().map(|offer| ms(timed(5, || ask(offer)).first())).fold(0.0, f64::max);
        println!("| {what} | {slowest:.2} |");
    };
    say("its week as a picture", &|offer| drop(black_box(week(site, household, Some(offer), offer.client))));
    say("its plan date by date", &|offer| drop(black_box(dated(site, household, offer, budget))));
    say("other sets of changes", &|offer| drop(black_box(alternatives(site, household, offer, budget))));
    say("what cannot all hold", &|offer| drop(black_box(contradiction(site, household, offer, budget))));
}

/// The times of as many runs as there is patience for, in order.
fn timed<T>(most: usize, mut ask: impl FnMut() -> T) -> Vec<Duration> {
    let mut times = Vec::new();
    let begun = Instant::now();
    while times.len() < most && (times.is_empty() || begun.elapsed() < PATIENCE) {
        let start = Instant::now();
        std::hint::black_box(ask());
        times.push(start.elapsed());
    }
    times.sort();
    times
}

fn ms(time: Option<&Duration>) -> f64 {
    time.map_or(0.0, |time| time.as_secs_f64() * 1000.0)
}

fn median(times: &[Duration]) -> f64 {
    ms(times.get(times.len() / 2))
}

/// Asks the largest question once; how much memory was in use at most.
fn peak() -> ExitCode {
    let (site, household) = (clinic(CORNER), family(CORNER));
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let answer = solve(&site, &household, Budget::default());
    let most = MEMORY.peak_usage();
    println!(
        "| {} | {} offers | {} kB at most, of which {} kB are its question | ",
        named(CORNER),
        answer.offers.len(),
        most / 1024,
        before / 1024
    );
    if most < MOST_BYTES { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
