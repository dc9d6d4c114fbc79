//! What Spanish says of whole weeks: every household of the fixtures at every clinic of the fixtures, and every kind of
//! change of every kind of commitment. Gaps are filled with times, days and names, and what comes of it must read as text.
//!
//! `cargo test -p foothold-words --test spanish_answers -- --nocapture` prints it all, for whoever wants to read it.

use foothold_core::config::{load, load_household};
use foothold_core::draft::{Draft, FirmChoice, RowDraft, Text, parse};
use foothold_core::household::{Household, Kind};
use foothold_core::json::{self, Value};
use foothold_core::plan::{Budget, Change, ChangeKind, solve};
use foothold_core::site::Site;
use foothold_core::time::{Days, Span, WEEK, parse_date};
use foothold_words::Words;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

const ES: Words = Words::ES;

fn fixtures(folder: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
    let found = std::fs::read_dir(&root).expect("the folder").map(|entry| entry.expect("an entry").path());
    let mut files: Vec<PathBuf> = found.filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
    files.sort();
    assert!(!files.is_empty(), "{folder}");
    let read = |path: &PathBuf| std::fs::read_to_string(path).expect("a readable file");
    files.iter().map(|path| (path.display().to_string(), read(path))).collect()
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_text).unwrap_or_default()
}

fn items<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    let Some(Value::List(items)) = value.get(name) else { return &[] };
    items
}

/// A week as somebody types it; without its own words, so that those of the catalogue stand in the sentences.
fn typed(file: &str) -> Household {
    let Ok(week) = json::parse(file) else { panic!("no JSON") };
    let row = |(id, value): (u32, &Value)| {
        let kind = ["work", "school", "care", "appointment", "rest", "other"].iter().zip(Kind::ALL);
        let kind = kind.into_iter().find(|(name, _)| **name == text(value, "kind")).expect("a kind").1;
        let firm = ["fixed", "move", "cut", "if-needed"].iter().zip(FirmChoice::ALL);
        let firm = firm.into_iter().find(|(name, _)| **name == text(value, "firm")).expect("a firmness").1;
        let days: Vec<_> = items(value, "days").iter().filter_map(Value::as_text).collect();
        let days = WEEK.into_iter().filter(|day| days.contains(&day.to_string().as_str())).collect::<Vec<_>>();
        let mut row = RowDraft { days: Days::of(&days), firm, ..RowDraft::new(id, kind) };
        for (field, name) in [(Text::From, "from"), (Text::To, "to"), (Text::Travel, "travel"), (Text::Cut, "cut")] {
            row.set(field, text(value, name));
        }
        row.with(Text::Earlier, text(value, "earlier")).with(Text::Later, text(value, "later"))
    };
    let rows = (1..).zip(items(&week, "rows")).map(row).collect();
    let clinic_travel = text(&week, "clinic_travel").to_owned();
    let draft = Draft { clinic_travel, start: "2026-11-30".into(), rows, ..Draft::default() };
    parse(&draft, parse_date("2026-11-24").expect("a date")).0
}

/// Everything that the cards say of this household.
fn said(site: &Site, household: &Household) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    let answer = solve(site, household, Budget::default());
    all.extend(answer.own.iter().map(|clash| ES.own_clash(household, clash)));
    for offer in &answer.offers {
        let said = ES.reasons(site, household, offer);
        all.extend([said.lead, said.changes, said.costs, said.why, said.give].concat());
        all.extend(said.next);
    }
    all
}

/// One week in which each kind of commitment is one row, and every change of each of them.
fn changes() -> Vec<String> {
    let mut all = Vec::new();
    let rows = (1..).zip(Kind::ALL).map(|(id, kind)| {
        let row = RowDraft { days: Days::WORKDAYS, ..RowDraft::new(id, kind) };
        row.with(Text::From, "9am").with(Text::To, "5pm")
    });
    let draft = Draft { clinic_travel: "20".into(), rows: rows.collect(), ..Draft::default() };
    let household = parse(&draft, parse_date("2026-11-24").expect("a date")).0;
    let kinds = [
        ChangeKind::Earlier(60),
        ChangeKind::Later(180),
        ChangeKind::ArriveLate(180),
        ChangeKind::LeaveEarly(85),
        ChangeKind::LeaveEarly(300),
        ChangeKind::StepOut { from: 720, to: 780 },
        ChangeKind::Skip,
        ChangeKind::Miss(0),
    ];
    for row in 1..=6 {
        for (kind, dates) in kinds.into_iter().flat_map(|kind| [(kind, 1), (kind, 5)]) {
            let span = Span { from: 540, to: 1020 };
            let change = Change { row: Some(row), days: Days::WORKDAYS, span, kind, dates, asks: true };
            all.extend(ES.changes(None, &household, &[change]));
        }
    }
    all
}

/// What is wrong with a sentence as it reads once its gaps are filled.
fn fault(sentence: &str) -> Option<&'static str> {
    let faults = [
        ("..", "two full stops"),
        ("  ", "two spaces"),
        ("{", "an open gap"),
        (" de el ", "de + el"),
        (" a el ", "a + el"),
        // What is at noon is "al mediodía", what is at one "a la 1": times stand without article.
        ("a las ", "an article before a time"),
        (" m.)", "a time that ends a bracket"),
        (" a. m", "a time that breaks over two lines"),
        (" p. m", "a time that breaks over two lines"),
    ];
    let small = sentence.chars().next().is_none_or(char::is_lowercase);
    let found = faults.iter().find(|(part, _)| sentence.contains(part)).map(|(_, why)| *why);
    found.or(small.then_some("a small letter at the beginning"))
}

#[test]
fn every_sentence_about_a_week_reads_as_text_in_spanish() {
    let clinics = [
        fixtures("tests/fixtures/clinics"),
        vec![("the demo".to_owned(), include_str!("../../../public/clinic.json").to_owned())],
    ]
    .concat();
    let files = fixtures("tests/fixtures/household-files");
    let files = files.iter().map(|(name, text)| (name, load_household(text).household.expect("a household")));
    let weeks = fixtures("tests/fixtures/households");
    let weeks = weeks.iter().map(|(name, text)| (name, typed(text)));
    let mut all: BTreeSet<String> = changes().into_iter().collect();
    for (name, household) in files.chain(weeks) {
        for (clinic, text) in &clinics {
            let site = load(text).site.unwrap_or_else(|| panic!("{clinic}"));
            let found = said(&site, &household);
            assert!(!found.is_empty(), "{name} at {clinic}");
            all.extend(found);
        }
    }
    for sentence in &all {
        println!("{sentence}");
    }
    assert!(all.len() > 200, "{}", all.len());
    let wrong: Vec<_> = all.iter().filter_map(|sentence| Some((fault(sentence)?, sentence))).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_time_never_stands_before_a_full_stop_or_behind_an_article_and_quotes_are_of_one_kind() {
    for key in foothold_words::Key::ALL {
        let text = ES.say(key);
        for gap in ["{time}.", "{span}.", "{to}.", "{usual}.", "las {time}", "las {usual}", "las {from}", "«", "»"] {
            assert!(!text.contains(gap), "{key:?} holds {gap}");
        }
    }
}
