//! Whatever stands in a clinic's and a household's file: both are read, planned, said and looked at again, without a stop and in
//! time, and what could not be read is named with its place.
//!
//! `FOOTHOLD_FUZZ=20000 cargo test -p foothold-words --test any_files` tries so many files instead of the few of every
//! run; a failure prints both files. The generator has a fixed seed.

#[path = "../../foothold-core/tests/mutate/mod.rs"]
mod mutate;

use foothold_core::config::{Issue, IssueKind, Severity, load, load_household};
use foothold_core::json::{Value, parse};
use foothold_core::plan::check::{faults, plan_faults};
use foothold_core::plan::{
    Budget, Verdict, alternatives, baseline, clients, contradiction, dated, first_visit, solve, together,
};
use foothold_core::time::add_days;
use foothold_words::{Lang, Words, issues};
use mutate::{Chance, mutated, write};
use std::time::{Duration, Instant};

const CLINICS: [&str; 6] = [
    include_str!("../../../public/clinic.json"),
    include_str!("../../../tests/fixtures/clinics/p03_day_or_evening.json"),
    include_str!("../../../tests/fixtures/clinics/p14_parents_attend.json"),
    include_str!("../../../tests/fixtures/clinics/p13_individual_besides.json"),
    include_str!("../../../tests/fixtures/slow/one-car-clinic.json"),
    include_str!("../../../tests/fixtures/slow/nights-clinic.json"),
];
const HOUSEHOLDS: [&str; 9] = [
    include_str!("../../../tests/fixtures/household-files/b-one-car.json"),
    include_str!("../../../tests/fixtures/household-files/b-two-parents.json"),
    include_str!("../../../tests/fixtures/household-files/c-night-nurse.json"),
    include_str!("../../../tests/fixtures/household-files/dupont-operator.json"),
    include_str!("../../../tests/fixtures/household-files/f-teen-and-parents.json"),
    include_str!("../../../tests/fixtures/household-files/four-on-four-off.json"),
    include_str!("../../../tests/fixtures/household-files/two-clients.json"),
    include_str!("../../../tests/fixtures/slow/one-car-household.json"),
    include_str!("../../../tests/fixtures/slow/nights-household.json"),
];
/// Pairs of files that every run tries.
const FEW: usize = 60;
/// Longer than any pair may take in a build that is not optimised, on a machine with other work.
const PATIENCE: Duration = Duration::from_secs(60);
/// A small budget, so that a run is short; what it does not reach is said to be unproven.
const BUDGET: Budget = Budget(5_000);

/// What came of two files: whether there was something to plan, and how many offers.
struct Seen {
    planned: bool,
    unproven: usize,
}

/// Reads, plans, says and checks two files; stops the test where something is wrong.
fn see(clinic: &str, household: &str) -> Seen {
    let begun = Instant::now();
    let (read, home) = (load(clinic), load_household(household));
    named(&read.issues, read.site.is_some(), clinic);
    named(&home.issues, home.household.is_some(), household);
    if let (Ok(tree), Some(home)) = (parse(household), &home.household) {
        let whole = load_household(household).issues;
        all_rows(&tree, "commitments", home.commitments.len(), &whole, household);
        all_rows(&tree, "duties", home.duties.len(), &whole, household);
    }
    let mut seen = Seen { planned: false, unproven: 0 };
    if let (Some(site), Some(home)) = (&read.site, &home.household) {
        let answer = solve(site, home, BUDGET);
        seen.planned = !answer.offers.is_empty();
        seen.unproven = answer.offers.iter().filter(|offer| !offer.proven).count();
        let before = baseline(site, home);
        for lang in [Lang::En, Lang::Es] {
            let words = Words::new(lang);
            let mut said = words.own_lines(home, &answer);
            said.extend(words.undone_lines(home, &answer));
            for offer in answer.offers.iter().take(20) {
                said.extend(words.offer_lines(site, home, offer));
            }
            assert!(said.iter().all(|line| !line.contains(['{', '}']) || clinic.contains('}')), "a gap: {said:#?}");
        }
        let words = Words::new(Lang::En);
        for offer in answer.offers.iter().take(6) {
            let plan = dated(site, home, offer, BUDGET);
            let wrong = faults(site, home, &before, offer, &plan);
            assert_eq!(wrong, [], "{offer:#?}\n{clinic}\n{household}");
            words.alternative_lines(site, home, offer, &alternatives(site, home, offer, BUDGET));
            words.statement_lines(site, home, offer, &contradiction(site, home, offer, BUDGET));
        }
        for offer in clients(home).iter().filter_map(|who| answer.offers.iter().find(|offer| offer.client == *who)) {
            first_visit(site, home, offer, add_days(home.start, -14), BUDGET);
        }
        for one in &together(site, home, BUDGET) {
            words.together_lines(site, home, one);
            let takes: Vec<_> =
                one.choices.iter().filter_map(|(who, at)| Some((*who, site.tracks.get(*at)?))).collect();
            let plain = takes.iter().all(|(_, track)| track.choices().is_empty());
            let fits = !matches!(one.verdict, Verdict::DoesNotFit { .. });
            let wrong = plan_faults(site, home, &before, &takes, &one.plan, one.cost, fits);
            assert!(!plain || wrong.is_empty(), "{wrong:?}\n{one:#?}\n{clinic}\n{household}");
        }
    }
    assert!(begun.elapsed() < PATIENCE, "{:?} for\n{clinic}\n{household}", begun.elapsed());
    seen
}

/// Whether each issue has a sentence and a place, and nothing is refused without one.
fn named(issues: &[Issue], whole: bool, text: &str) {
    let whole_file = |issue: &Issue| {
        matches!(issue.kind, IssueKind::EmptyFile | IssueKind::Syntax { .. } | IssueKind::WrongType { .. })
    };
    for issue in issues {
        assert!(!issue.path.is_empty() || whole_file(issue), "{issue:?} has no place in {text}");
        assert!(issues::issue(issue).len() > issue.path.len() + 10, "{issue:?} is not said");
    }
    assert!(whole || issues.iter().any(|issue| issue.severity == Severity::Error), "nothing is said about {text}");
}

/// Whether each row of a list was read or is named.
fn all_rows(tree: &Value, list: &str, read: usize, issues: &[Issue], text: &str) {
    let Some(Value::List(rows)) = tree.get(list) else { return };
    let at_row = |row: usize| {
        let start = format!("{list}[{row}]");
        issues.iter().any(|issue| issue.severity == Severity::Error && issue.path.starts_with(&start))
    };
    let named = (0..rows.len()).filter(|row| at_row(*row)).count();
    let all = issues.iter().any(|issue| issue.path == list);
    assert!(all || rows.len() <= read + named, "{} rows of {list}, {read} read, {named} named in {text}", rows.len());
}

fn tries() -> usize {
    std::env::var("FOOTHOLD_FUZZ").ok().and_then(|count| count.parse().ok()).unwrap_or(FEW)
}

#[test]
fn files_with_values_that_are_wrong_anywhere_are_read_planned_and_said() {
    let tree = |text: &&str| parse(text).expect("JSON");
    let (clinics, homes) =
        (CLINICS.iter().map(tree).collect::<Vec<_>>(), HOUSEHOLDS.iter().map(tree).collect::<Vec<_>>());
    let mut chance = Chance(0x6a09_e667_f3bc_c909);
    let (mut planned, mut unproven) = (0, 0);
    for _ in 0..tries() {
        let (clinic, home) = (chance.one_of(&clinics).clone(), chance.one_of(&homes).clone());
        let which = chance.below(3);
        let clinic = if which == 0 { clinic } else { mutated(&clinic, &mut chance) };
        let home = if which == 1 { home } else { mutated(&home, &mut chance) };
        let seen = see(&write(&clinic), &write(&home));
        planned += usize::from(seen.planned);
        unproven += usize::from(seen.unproven > 0);
    }
    println!("{} pairs of files, {planned} planned, {unproven} with something unproven", tries());
    assert!(planned * 2 > tries(), "most files leave something to plan, here {planned} of {}", tries());
}

#[test]
fn files_with_any_bytes_changed_stop_nothing() {
    let mut chance = Chance(0xbb67_ae85_84ca_a73b);
    let spice = b"{}[]\",:0123456789-.+eE \n\\uDx\0\x7f";
    let mut read = 0;
    for _ in 0..tries() {
        let mut texts = [*chance.one_of(&CLINICS), *chance.one_of(&HOUSEHOLDS)].map(|text| text.as_bytes().to_vec());
        for _ in 0..=chance.below(3) {
            let which = chance.below(2);
            let Some(bytes) = texts.get_mut(which) else { continue };
            let at = chance.below(bytes.len());
            match chance.below(5) {
                0 => bytes.truncate(at),
                1 => bytes.insert(at, *chance.one_of(spice)),
                2 => drop(bytes.drain(at..(at + 1 + chance.below(200)).min(bytes.len()))),
                3 => {
                    let piece = bytes[at..(at + 1 + chance.below(200)).min(bytes.len())].to_vec();
                    let to = chance.below(bytes.len());
                    bytes.splice(to..to, piece).for_each(drop);
                }
                _ => bytes[at] = *chance.one_of(spice),
            }
        }
        let [clinic, home] = texts.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        read += usize::from(see(&clinic, &home).planned);
    }
    println!("{read} of {} pairs were planned", tries());
}

/// A household's file of these members besides what it must have.
fn home(members: &str) -> String {
    format!(r#"{{"version":1,"start":"2026-11-30","clinic_travel_min":20,{members}}}"#)
}

/// A clinic's file with this program and these tracks.
fn clinic(program: &str, tracks: &str) -> String {
    format!(
        r#"{{"version":1,"name":"C","phone":"(312) 555-0134","zone":"America/Chicago","program":{{{program}}},"tracks":[{tracks}]}}"#
    )
}

/// So many copies, each told its number.
fn many(count: usize, one: impl Fn(usize) -> String) -> String {
    (0..count).map(one).collect::<Vec<_>>().join(",")
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn far_too_much_of_anything_ends_and_is_named() {
    let demo = CLINICS[0];
    let row = |at: usize| {
        let (day, from) = (["Mon", "Tue", "Wed", "Thu", "Fri"][at % 5], 6 + at % 14);
        format!(
            r#"{{"kind":"work","days":["{day}"],"from":"{from}:00","to":"{}:50","travel_min":10,"firm":"cut","cut_min":30}}"#,
            from + 1
        )
    };
    let person = |at: usize| format!(r#"{{"id":"p{at}","is":"{}"}}"#, if at == 0 { "client" } else { "adult" });
    let duty = |at: usize| {
        let may = many(12, |who| format!("\"p{who}\""));
        format!(
            r#"{{"days":["Mon","Tue","Wed"],"at":"{}:{:02}","travel_min":7,"may":[{may}]}}"#,
            15 + at / 6,
            at % 6 * 10
        )
    };
    let date = |at: usize| {
        let (month, day) = (1 + at / 28 % 12, 1 + at % 28);
        format!(
            r#"{{"date":"{}-{month:02}-{day:02}","from":"{}:{:02}","to":"23:59"}}"#,
            2026 + at / 336,
            7 + at % 7,
            at % 60
        )
    };
    let listed =
        |at: usize| format!(r#"{{"kind":"work","dates":[{}],"firm":"if_needed","name":"{at}"}}"#, many(1000, date));
    let session = |at: usize| {
        format!(
            r#"{{"days":["Mon","Tue","Wed","Thu","Fri"],"from":"{}:00","to":"{}:30","online":"either"}}"#,
            8 + at % 12,
            9 + at % 12
        )
    };
    let track = |at: usize| format!(r#"{{"id":"t{at}","name":"T{at}","sessions":[{}]}}"#, session(at));
    let people = |count: usize| many(count, person);
    let four = many(12, |at| format!(r#"{{"id":"p{at}","is":"{}"}}"#, if at < 4 { "client" } else { "adult" }));
    let long = tries() > FEW;
    let homes = [
        ("a thousand people", home(&format!(r#""people":[{}]"#, people(1000))), Some("people")),
        ("a thousand rows", home(&format!(r#""commitments":[{}]"#, many(1000, row))), Some("commitments")),
        ("two hundred rows", home(&format!(r#""commitments":[{}]"#, many(if long { 200 } else { 60 }, row))), None),
        (
            "a list of thousands",
            home(&format!(r#""commitments":[{{"kind":"work","dates":[{}]}}]"#, many(5000, date))),
            Some("commitments[0].dates"),
        ),
        ("lists of a thousand", home(&format!(r#""commitments":[{}]"#, many(if long { 40 } else { 4 }, listed))), None),
        (
            "fifty duties of twelve",
            home(&format!(r#""people":[{}],"duties":[{}]"#, people(12), many(if long { 50 } else { 12 }, duty))),
            None,
        ),
        ("four clients", home(&format!(r#""people":[{four}],"commitments":[{}]"#, many(60, row))), None),
        (
            "a cycle of 400",
            home(&format!(
                r#""commitments":[{{"kind":"work","cycle":{{"starts":"2026-11-30","days":"{}","shifts":{{"D":"7am-7pm"}}}}}}]"#,
                "D-".repeat(200)
            )),
            Some("commitments[0].cycle.days"),
        ),
        (
            "a cycle of nothing",
            home(
                r#""commitments":[{"kind":"work","cycle":{"starts":"2026-11-30","days":"","shifts":{"D":"7am-7pm"}}}]"#,
            ),
            Some("commitments[0].cycle.days"),
        ),
        (
            "a cycle of spaces",
            home(r#""commitments":[{"kind":"work","cycle":{"starts":"2026-11-30","days":"   ","shifts":{}}}]"#),
            Some("commitments[0].cycle.days"),
        ),
        ("a place twice", home(r#""places":[{"id":"x","home_min":5},{"id":"x","home_min":9}]"#), Some("places[1].id")),
        (
            "a duty twice",
            home(
                r#""duties":[{"id":"x","days":["Mon"],"at":"6pm","may":["client"]},{"id":"x","days":["Tue"],"at":"6pm","may":["client"]}]"#,
            ),
            Some("duties[1].id"),
        ),
        (
            "travel of less than nothing",
            home(r#""commitments":[{"kind":"work","days":["Mon"],"from":"9am","to":"5pm","travel_min":-5}]"#),
            Some("commitments[0].travel_min"),
        ),
        (
            "a day of 40 hours",
            home(r#""commitments":[{"kind":"work","days":["Mon"],"from":"9am","to":"49:00"}]"#),
            Some("commitments[0].to"),
        ),
        (
            "25 o'clock",
            home(r#""commitments":[{"kind":"work","days":["Mon"],"from":"25:00","to":"5pm"}]"#),
            Some("commitments[0].from"),
        ),
    ];
    // Every run tries a part of the largest; a long one all of them.
    for (what, file, path) in &homes {
        let read = load_household(file);
        if let Some(path) = path {
            assert!(read.issues.iter().any(|issue| issue.path == *path), "{what}: {:?}", read.issues);
        } else {
            assert_eq!(read.issues, [], "{what}");
        }
        let begun = Instant::now();
        if long || *path != Some("commitments") {
            see(demo, file);
        }
        println!("{what}: {:?}", begun.elapsed());
    }
    // Twelve tracks of which each weekday leaves the choice, for four clients: more than anybody could look at together.
    let begun = Instant::now();
    see(
        &clinic(r#""weeks":26"#, &many(12, track)),
        &home(&format!(r#""people":[{four}],"commitments":[{}]"#, many(12, row))),
    );
    println!("four clients and many tracks: {:?}", begun.elapsed());
}
