//! How long the planner takes, as a table: the household fixtures against the demo clinic, and how time grows with people,
//! commitments, tracks and weeks. `./dev bench` runs it; docs/BENCHMARKS.md shows a run.
//!
//! One time is one question, every offer of the clinic answered and ranked with its reasons, on one thread of a native
//! build with the profile of a release. The median of several runs is shown, and the worst of them.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a program for this repository's own people, which reads a clock because that is its task"
)]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use foothold_core::config::{load, load_household};
use foothold_core::household::Household;
use foothold_core::plan::{Answer, Budget, solve, solve_mixed};
use foothold_core::site::Site;

const DEMO: &str = include_str!("../../../public/clinic.json");
const FIXTURES: [(&str, &str); 6] = [
    ("two parents", include_str!("../../../tests/fixtures/household-files/b-two-parents.json")),
    ("night nurse, 2-2-3", include_str!("../../../tests/fixtures/household-files/c-night-nurse.json")),
    ("DuPont operator, 28 days", include_str!("../../../tests/fixtures/household-files/dupont-operator.json")),
    ("4-on-4-off crew", include_str!("../../../tests/fixtures/household-files/four-on-four-off.json")),
    ("a teenager and parents", include_str!("../../../tests/fixtures/household-files/f-teen-and-parents.json")),
    ("two clients", include_str!("../../../tests/fixtures/household-files/two-clients.json")),
];
const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
/// How long one row of the table may take.
const PATIENCE: Duration = Duration::from_secs(3);
const MOST_RUNS: usize = 101;

/// What is asked: how much of everything.
#[derive(Clone, Copy)]
struct Size {
    people: usize,
    commitments: usize,
    tracks: usize,
    weeks: usize,
}

const USUAL: Size = Size { people: 2, commitments: 20, tracks: 20, weeks: 12 };

fn main() {
    println!("| question | offers | unproven | nodes | median ms | worst ms | runs |");
    println!("|---|---|---|---|---|---|---|");
    let demo = load(DEMO).site.expect("the demo clinic can be read");
    for (name, text) in FIXTURES {
        let household = load_household(text).household.expect("the fixture can be read");
        row(name, &demo, &household);
    }
    let mut sizes = Vec::new();
    sizes.extend([1, 2, 4, 8].map(|people| Size { people, ..USUAL }));
    sizes.extend([5, 20, 50, 100].map(|commitments| Size { commitments, ..USUAL }));
    sizes.extend([5, 20, 50, 100].map(|tracks| Size { tracks, ..USUAL }));
    sizes.extend([4, 12, 26].map(|weeks| Size { weeks, ..USUAL }));
    sizes.push(Size { people: 8, commitments: 100, tracks: 100, weeks: 26 });
    for size in sizes {
        let Size { people, commitments, tracks, weeks } = size;
        let name = format!("{people} people, {commitments} commitments, {tracks} tracks, {weeks} weeks");
        row(&name, &clinic(size), &family(size));
    }
    row("200 weekdays to mix, five asked: nothing else to do", &mixable(), &family(Size { commitments: 0, ..USUAL }));
    for commitments in [5, 20] {
        let name = format!("200 weekdays to mix, five asked: 2 people, {commitments} commitments");
        row(&name, &mixable(), &family(Size { commitments, ..USUAL }));
    }
    let parents = load_household(FIXTURES[0].1).household.expect("the fixture can be read");
    row("200 weekdays to mix, five asked: two parents", &mixable(), &parents);
}

/// Forty rows of sessions round the day, each from Monday to Friday, of which people need three groups, a workshop and an hour alone.
fn mixable() -> Site {
    let mut sessions = String::new();
    for at in 0..40 {
        let kind = ["group", "group", "group", "workshop", "individual"][at % 5];
        let from = 8 * 60 + at * 20;
        let (first, last) = (clock(from), clock(from + 90));
        let comma = if at == 0 { "" } else { "," };
        let days = r#"["Mon","Tue","Wed","Thu","Fri"]"#;
        let _ = write!(sessions, r#"{comma}{{"kind":"{kind}","days":{days},"from":"{first}","to":"{last}"}}"#);
    }
    let text = format!(
        r#"{{"version":1,"name":"C","phone":"(312) 555-0134","zone":"America/Chicago","program":{{"weeks":12,
        "mix":{{"group":3,"workshop":1,"individual":1}}}},"tracks":[{{"id":"t","name":"T","sessions":[{sessions}]}}]}}"#
    );
    load(&text).site.expect("a clinic")
}

fn row(name: &str, site: &Site, household: &Household) {
    let asked = || -> Answer {
        let mixed = solve_mixed(site, household, Budget::default());
        mixed.map_or_else(|| solve(site, household, Budget::default()), |mixed| mixed.answer)
    };
    let mut times = Vec::new();
    let begun = Instant::now();
    let mut answer = asked();
    while times.len() < MOST_RUNS && (times.is_empty() || begun.elapsed() < PATIENCE) {
        let start = Instant::now();
        answer = std::hint::black_box(asked());
        times.push(start.elapsed());
    }
    times.sort();
    let ms = |time: Option<&Duration>| time.map_or(0.0, |time| time.as_secs_f64() * 1000.0);
    let (median, worst) = (ms(times.get(times.len() / 2)), ms(times.last()));
    let unproven = answer.offers.iter().filter(|offer| !offer.proven).count();
    let (offers, nodes, runs) = (answer.offers.len(), answer.nodes, times.len());
    println!("| {name} | {offers} | {unproven} | {nodes} | {median:.2} | {worst:.2} | {runs} |");
}

/// Tracks of five sessions each, one a weekday, at hours that go round the day.
fn clinic(size: Size) -> Site {
    let mut tracks = String::new();
    for track in 0..size.tracks {
        let mut sessions = String::new();
        for (at, day) in DAYS.iter().take(5).enumerate() {
            let from = 8 * 60 + (track * 7 + at * 11) % 48 * 15;
            let (first, last) = (clock(from), clock(from + 120));
            let comma = if at == 0 { "" } else { "," };
            let _ = write!(sessions, r#"{comma}{{"kind":"group","days":["{day}"],"from":"{first}","to":"{last}"}}"#);
        }
        let comma = if track == 0 { "" } else { "," };
        let _ = write!(tracks, r#"{comma}{{"id":"t{track}","name":"T{track}","sessions":[{sessions}]}}"#);
    }
    let text = format!(
        r#"{{"version":1,"name":"C","phone":"(312) 555-0134","zone":"America/Chicago","program":{{"weeks":{},
        "misses":{{"allowed":2,"in_weeks":6}}}},"tracks":[{tracks}]}}"#,
        size.weeks
    );
    load(&text).site.expect("a clinic")
}

/// People with entries that go round the week: fixed ones, some that can move, be cut or skipped; the adults share a duty.
fn family(size: Size) -> Household {
    let mut people = String::from(r#"{"id":"p0","is":"client"}"#);
    for person in 1..size.people {
        let is = if person < 3 { "adult" } else { "child" };
        let _ = write!(people, r#",{{"id":"p{person}","is":"{is}"}}"#);
    }
    let mut rows = String::new();
    for at in 0..size.commitments {
        let who = at % size.people;
        let nth = at / size.people;
        let day = DAYS[(nth + who) % 7];
        let from = 7 * 60 + (nth * 5 + who * 3) % 13 * 60;
        let firm = [
            "",
            r#","firm":"cut","cut_min":30"#,
            r#","firm":"move","earlier_min":60,"later_min":60"#,
            r#","firm":"skip","skips":2"#,
        ][at % 4];
        let (first, last) = (clock(from), clock(from + 45));
        let comma = if at == 0 { "" } else { "," };
        let _ = write!(
            rows,
            r#"{comma}{{"who":"p{who}","kind":"work","days":["{day}"],"from":"{first}","to":"{last}","travel_min":10{firm}}}"#
        );
    }
    let duties = if size.people > 1 {
        r#"{"id":"pick-up","days":["Mon","Wed"],"at":"5:30pm","may":["p0","p1"],"usual":"p0"}"#
    } else {
        ""
    };
    let text = format!(
        r#"{{"version":1,"start":"2026-11-30","clinic_travel_min":20,"people":[{people}],"commitments":[{rows}],"duties":[{duties}]}}"#
    );
    let loaded = load_household(&text);
    loaded.household.unwrap_or_else(|| panic!("{:?}", loaded.issues))
}

fn clock(min: usize) -> String {
    format!("{:02}:{:02}", min / 60 % 24, min % 60)
}
