//! Whole weeks of invented people against whole clinics: what the planner answers, worked out by
//! hand in the comments. Every program starts on Monday, November 30, 2026.

use foothold_core::config::load;
use foothold_core::draft::{Draft, FirmChoice, RowDraft, Text, parse};
use foothold_core::household::{Household, Kind};
use foothold_core::json::{self, Value};
use foothold_core::plan::check::faults;
use foothold_core::plan::{Answer, Budget, ChangeKind, Offer, Verdict, dated, solve};
use foothold_core::site::Site;
use foothold_core::time::{Days, WEEK, Weekday, parse_date};
use std::path::Path;

/// What comes back for an offer, without its amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    Fits,
    Tight,
    If,
    No,
    Ask,
}

use Told::{Ask, Fits, If, No, Tight};

#[expect(clippy::disallowed_methods, reason = "the core may not read files, its tests do")]
fn read(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    std::fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn clinic(path: &str) -> Site {
    load(&read(path)).site.unwrap_or_else(|| panic!("{path} gives no site"))
}

fn demo() -> Site {
    clinic("public/clinic.json")
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_text).unwrap_or_default()
}

fn items<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    match value.get(name) {
        Some(Value::List(items)) => items,
        _ => &[],
    }
}

fn row(id: u32, value: &Value) -> RowDraft {
    let kinds = ["work", "school", "care", "appointment", "rest", "other"];
    let kind = kinds.iter().zip(Kind::ALL).find(|(name, _)| **name == text(value, "kind"));
    let firms = ["fixed", "move", "cut", "if-needed"];
    let firm = firms.iter().zip(FirmChoice::ALL).find(|(name, _)| **name == text(value, "firm"));
    let days = items(value, "days").iter().filter_map(Value::as_text);
    let days: Vec<Weekday> =
        days.map(|name| *WEEK.iter().find(|day| day.to_string() == name).expect("a weekday")).collect();
    let firm = firm.expect("a firmness").1;
    let mut row = RowDraft { days: Days::of(&days), firm, ..RowDraft::new(id, kind.expect("a kind").1) };
    let texts = [
        (Text::What, "what"),
        (Text::From, "from"),
        (Text::To, "to"),
        (Text::Travel, "travel"),
        (Text::Direct, "direct"),
        (Text::Earlier, "earlier"),
        (Text::Later, "later"),
        (Text::Cut, "cut"),
    ];
    for (field, name) in texts {
        row.set(field, text(value, name));
    }
    row
}

fn household(name: &str) -> Household {
    let path = format!("tests/fixtures/households/{name}.json");
    let value = json::parse(&read(&path)).unwrap_or_else(|_| panic!("{path} is no JSON"));
    let draft = Draft {
        clinic_travel: text(&value, "clinic_travel").to_owned(),
        start: String::from("2026-11-30"),
        rows: (1..).zip(items(&value, "rows")).map(|(id, value)| row(id, value)).collect(),
        ..Draft::default()
    };
    let (household, errors) = parse(&draft, parse_date("2026-11-24").expect("a date"));
    assert_eq!(errors, [], "{path}");
    assert_eq!(household.commitments.len(), draft.rows.len(), "{path}");
    household
}

fn answer(site: &Site, name: &str) -> Answer {
    let home = household(name);
    let answer = solve(site, &home, Budget::default());
    for offer in &answer.offers {
        let plan = dated(site, &home, offer, Budget::default());
        assert_eq!(faults(site, &home, &[], offer, &plan), [], "{name}: {offer:#?}");
    }
    assert!(answer.offers.iter().all(|offer| offer.proven), "{name}: every answer is proven");
    assert_eq!(answer.own, [], "{name}: nobody's own week contradicts itself");
    answer
}

fn told(site: &Site, answer: &Answer) -> Vec<(String, Told)> {
    let kind = |offer: &Offer| match offer.verdict {
        Verdict::Fits => Fits,
        Verdict::Tight => Tight,
        Verdict::FitsIf(_) => If,
        Verdict::DoesNotFit { .. } => No,
        Verdict::AskClinic => Ask,
    };
    let id = |offer: &Offer| site.tracks.get(offer.track).expect("a track").id.clone();
    answer.offers.iter().map(|offer| (id(offer), kind(offer))).collect()
}

/// The offers in their order, best first.
#[track_caller]
fn assert_told(site: &Site, name: &str, expected: &[(&str, Told)]) {
    let found = told(site, &answer(site, name));
    let found: Vec<(&str, Told)> = found.iter().map(|(id, told)| (id.as_str(), *told)).collect();
    assert_eq!(found, expected, "{} for {name}", site.name);
}

fn offer<'a>(site: &Site, answer: &'a Answer, id: &str) -> &'a Offer {
    let is = |offer: &&Offer| site.tracks.get(offer.track).is_some_and(|track| track.id == id);
    answer.offers.iter().find(is).expect("the offer")
}

fn changes(offer: &Offer) -> Vec<(Option<u32>, ChangeKind, u32)> {
    offer.verdict.changes().iter().map(|change| (change.row, change.kind, change.dates)).collect()
}

/// How many sessions the best partial plan attends, and which row would give what, if one alone can.
fn no(offer: &Offer) -> (u32, Option<(u32, Vec<ChangeKind>, bool)>) {
    let Verdict::DoesNotFit { attended, give, .. } = &offer.verdict else { panic!("{:?}", offer.verdict) };
    let give = give.as_ref().map(|g| (g.row, g.changes.iter().map(|c| c.kind).collect(), g.small));
    (*attended, give)
}

#[test]
fn nine_to_five_keeps_the_evenings_and_loses_the_days() {
    let site = demo();
    // Online comes first: 5:00 + 25 home is 5:25, long before 6:30, and no trip is added. The
    // evening adds 10 minutes a date (15 there and 20 home instead of 25). Both day tracks lie in
    // working hours; the morning loses 46 sessions, the afternoon 49.
    let expected = [("online-evening", Fits), ("evening", Fits), ("morning", No), ("afternoon", No), ("saturday", Ask)];
    assert_told(&site, "a-nine-to-five", &expected);

    let answer = answer(&site, "a-nine-to-five");
    // 5:00 + 15 straight there is 5:15, due 5:50.
    assert_eq!(offer(&site, &answer, "evening").slack.map(|slack| slack.min), Some(35));
    // 12 weeks without Dec 24 (a Thursday) and Jan 18 (a Monday): 11 Mondays, 12 Tuesdays, 11 Thursdays twice.
    assert_eq!(offer(&site, &answer, "evening").sessions, 11 + 12 + 2 * 11);
    // Leave 9:35 (15 there, 10 early), back 1:15: one row alone is enough, but it is no small thing.
    let step_out = ChangeKind::StepOut { from: 9 * 60 + 35, to: 13 * 60 + 15 };
    assert_eq!(no(offer(&site, &answer, "morning")), (0, Some((1, vec![step_out], false))));
    // Leave 2:05 and not come back: 4:45 + 15 is 5:00, when work is over.
    let early = vec![ChangeKind::LeaveEarly(175)];
    assert_eq!(no(offer(&site, &answer, "afternoon")), (0, Some((1, early, false))));
}

#[test]
fn four_tens_leave_five_minutes_early_and_give_up_softball() {
    let site = demo();
    // Online costs only Thursday's softball; the evening costs minutes of work besides.
    let expected = [("online-evening", If), ("evening", If), ("morning", No), ("afternoon", No), ("saturday", Ask)];
    assert_told(&site, "d-four-tens", &expected);

    let answer = answer(&site, "d-four-tens");
    let skip = (Some(2), ChangeKind::Skip, 11);
    // Softball 6:30 to 8 overlaps both Thursday sessions; Dec 24 is closed, so 11 of 12 dates.
    assert_eq!(changes(offer(&site, &answer, "online-evening")), [skip]);
    // 5:30 + 25 straight there + 10 early is 6:05, due 6:00: five minutes, on 11 Mondays, 12
    // Tuesdays and 11 Thursdays.
    let evening = offer(&site, &answer, "evening");
    assert_eq!(changes(evening), [(Some(1), ChangeKind::LeaveEarly(5), 34), skip]);
    assert_eq!((evening.cost.work_lost_min, evening.cost.parties, evening.cost.moved_min), (5 * 34, 1, 90 * 11));
    // 45 minutes a day is not the four hours that a morning takes: leave 9:25, back 1:25.
    let step_out = ChangeKind::StepOut { from: 9 * 60 + 25, to: 13 * 60 + 25 };
    assert_eq!(no(offer(&site, &answer, "morning")), (0, Some((1, vec![step_out], false))));
}

#[test]
fn medicine_at_eight_leaves_the_afternoon() {
    let site = demo();
    // The bakery ends at 11, the medicine is at 8pm: the afternoon lies between. The others each
    // lose 34 sessions, so the trips of what is left decide: online none, the evening's early
    // Thursday session 11 times 30 minutes, the morning's Wednesday noon 12 times 30.
    let expected = [("afternoon", Fits), ("online-evening", No), ("evening", No), ("morning", No), ("saturday", Ask)];
    assert_told(&site, "h-caregiver", &expected);

    let answer = answer(&site, "h-caregiver");
    // The family workshop ends at 6, home at 6:15, medicine at 8.
    assert_eq!(offer(&site, &answer, "afternoon").slack.map(|slack| slack.min), Some(105));
    // Home at 9:15 instead of 8: 75 minutes later would be enough, and is a small thing to ask.
    let later = |min| Some((2, vec![ChangeKind::Later(min)], true));
    assert_eq!(no(offer(&site, &answer, "evening")), (11, later(75)));
    // Online ends at 9:30, at home already.
    assert_eq!(no(offer(&site, &answer, "online-evening")), (11, later(90)));
    // 10:00 less 25 (by home) less 10 is 9:25, and work ends at 11.
    let leave = Some((1, vec![ChangeKind::LeaveEarly(95)], true));
    assert_eq!(no(offer(&site, &answer, "morning")), (12, leave));
}

#[test]
fn two_jobs_and_a_child_fit_nothing_and_hear_what_would_have_to_give() {
    let site = demo();
    // Evening and online evening each lose all 45 sessions and keep the clinic's order; morning 46, afternoon 49.
    let expected = [("evening", No), ("online-evening", No), ("morning", No), ("afternoon", No), ("saturday", Ask)];
    assert_told(&site, "k-nothing-fits", &expected);

    let answer = answer(&site, "k-nothing-fits");
    // At the diner 4 h 50 late: 9:00 + 40 home + 10 there is 9:50 instead of 5:00.
    let late = vec![ChangeKind::ArriveLate(290)];
    assert_eq!(no(offer(&site, &answer, "evening")), (0, Some((3, late, false))));
    // Home at 6:30 means leaving at 6:20; 9:30 and back by 9:40.
    let out = |from, to| vec![ChangeKind::StepOut { from, to }];
    let video = Some((3, out(18 * 60 + 20, 21 * 60 + 40), false));
    assert_eq!(no(offer(&site, &answer, "online-evening")), (0, video));
    // The warehouse is an hour from the clinic: leave 8:50, back at 2:00.
    let morning = Some((1, out(8 * 60 + 50, 14 * 60), false));
    assert_eq!(no(offer(&site, &answer, "morning")), (0, morning));
    // Warehouse, pick-up and diner are all in the afternoon's way: no single one is enough.
    assert_eq!(no(offer(&site, &answer, "afternoon")), (0, None));
}

#[test]
fn real_shaped_timetables_are_answered_too() {
    let clinic = |name: &str| clinic(&format!("tests/fixtures/clinics/{name}.json"));

    // Every weekday 10 to 1: the nine-to-five, the bakery until 11 and the warehouse are in the way.
    let mornings = clinic("p01_weekday_mornings");
    for name in ["a-nine-to-five", "d-four-tens", "h-caregiver", "k-nothing-fits"] {
        assert_told(&mornings, name, &[("day", No)]);
    }

    // From 5:30pm: 5:00 + 15 + 10 is 5:25, five minutes to spare. Aftercare at 6 has 35.
    let early = clinic("p02_evenings_with_aftercare");
    let expected = [("aftercare-evening", Fits), ("evening", Tight), ("aftercare-morning", No)];
    assert_told(&early, "a-nine-to-five", &expected);
    // Leave 35 minutes early for 5:30, five for 6; softball on Thursday goes either way.
    let expected = [("aftercare-evening", If), ("evening", If), ("aftercare-morning", No)];
    assert_told(&early, "d-four-tens", &expected);
    // Home at 7:15 from aftercare, medicine at 8; the long evening runs over it, and 10am is in the
    // bakery. Aftercare has 6 dates to lose, the evening 18.
    let expected = [("aftercare-evening", Fits), ("aftercare-morning", No), ("evening", No)];
    assert_told(&early, "h-caregiver", &expected);

    let choice = clinic("p03_day_or_evening");
    assert_told(&choice, "a-nine-to-five", &[("evening", Fits), ("day", No)]);

    // There 15 minutes early: 30 to spare. Two misses in the whole program save no track.
    let strict = clinic("p05_no_switching");
    assert_told(&strict, "a-nine-to-five", &[("evening", Fits), ("morning", No)]);
    assert_told(&strict, "k-nothing-fits", &[("morning", No), ("evening", No)]);

    // Nobody works on Saturday but the bakery, until 11.
    let long = clinic("p07_long_days_and_saturday");
    assert_told(&long, "a-nine-to-five", &[("saturday", Fits), ("full", No)]);
    assert_told(&long, "k-nothing-fits", &[("saturday", Fits), ("full", No)]);
    assert_told(&long, "h-caregiver", &[("saturday", No), ("full", No)]);
}

#[test]
fn times_that_are_not_known_are_never_guessed() {
    for name in ["p06_times_unpublished", "p16_after_school"] {
        let site = clinic(&format!("tests/fixtures/clinics/{name}.json"));
        assert!(told(&site, &answer(&site, "a-nine-to-five")).iter().all(|(_, told)| *told == Ask), "{name}");
    }
    // Two of the four rows of "day" cannot be read: an answer from the other two could be wrong.
    let broken = clinic("tests/fixtures/clinics/broken/bad_times.json");
    let answer = answer(&broken, "a-nine-to-five");
    assert_eq!(offer(&broken, &answer, "day").verdict, Verdict::AskClinic);
    assert_ne!(offer(&broken, &answer, "late").verdict, Verdict::AskClinic, "every row of it could be read");
}
