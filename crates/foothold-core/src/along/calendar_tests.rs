use super::*;
use crate::along::What;
use crate::time::{Span, parse_date};

fn date(text: &str) -> NaiveDate {
    parse_date(text).expect("a date")
}

fn entry(title: &str, dates: Vec<NaiveDate>) -> Entry {
    let what = What::Session { index: 0, online: false };
    Entry {
        id: "evening 0".into(),
        title: title.into(),
        series: Series { what, span: Span { from: 1080, to: 1260 }, dates },
    }
}

fn stamp() -> Stamp {
    Stamp { date: date("2026-11-24"), min: 1085 }
}

/// Every so many days from the Monday before the program, `n` times, those that pass.
fn dates(step: i32, n: i32, passes: impl Fn(i32) -> bool) -> Vec<NaiveDate> {
    (0..n).filter(|at| passes(*at)).map(|at| add_days(date("2026-11-30"), at * step)).collect()
}

/// What the rules say, worked out anew.
fn expanded(rules: &[Rule]) -> Vec<NaiveDate> {
    let mut all = Vec::new();
    for rule in rules {
        let monday = add_days(rule.first, -i32::try_from(rule.first.weekday().num_days_from_monday()).expect("small"));
        let mut found = Vec::new();
        let mut at = 0;
        while found.len() < rule.count {
            let day = add_days(monday, at);
            if day >= rule.first && (at / 7) % rule.interval == 0 && rule.days.has(day.weekday()) {
                found.push(day);
            }
            at += 1;
        }
        all.extend(found.into_iter().filter(|day| !rule.except.contains(day)));
    }
    all.sort();
    all
}

#[test]
fn a_weekly_session_is_one_event_with_exceptions_for_closures() {
    let all = dates(7, 12, |at| at != 7);
    let text = write(&[entry("Appointment", all)], "America/Chicago", stamp());
    for line in [
        "TZID:America/Chicago",
        "DTSTART;TZID=America/Chicago:20261130T180000",
        "DTEND;TZID=America/Chicago:20261130T210000",
        "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=12",
        "EXDATE;TZID=America/Chicago:20270118T180000",
        "SUMMARY:Appointment",
        "DTSTAMP:20261124T180500Z",
        "SEQUENCE:997565",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
    ] {
        assert_eq!(text.lines().filter(|have| *have == line).count(), 1, "{line}\n{text}");
    }
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 1);
}

#[test]
fn an_id_stays_when_the_time_moves_and_says_nothing() {
    let ids = |entry: Entry, zone: &str| {
        let text = write(&[entry], zone, stamp());
        text.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>()
    };
    let before = ids(entry("Appointment", dates(7, 12, |_| true)), "America/Chicago");
    let mut later = entry("Other", dates(7, 9, |at| at != 3));
    later.series.span = Span { from: 600, to: 700 };
    assert_eq!(before, ids(later, "America/Denver"));
    assert!(before[0].len() == 40 && !before[0].contains("evening"), "{before:?}");
    let other = Entry { id: "evening 1".into(), ..entry("Appointment", dates(7, 12, |_| true)) };
    assert_ne!(before, ids(other, "America/Chicago"));
}

#[test]
fn any_list_of_dates_is_said_exactly_with_few_exceptions() {
    let mut state = 11u32;
    let mut next = |below: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) % below
    };
    for round in 0..3000 {
        let share = 1 + next(9);
        let mut all: Vec<NaiveDate> =
            (0..84).filter(|_| next(10) < share).map(|at| add_days(date("2026-10-05"), at)).collect();
        if round % 3 == 0 {
            all.retain(|day| [0, 3].contains(&day.weekday().num_days_from_monday()));
        }
        let rules = rules(&all);
        assert_eq!(expanded(&rules), all);
        assert!(rules.iter().all(|rule| rule.except.len() * 2 <= rule.count));
        let mut parts: Vec<&str> = rules.iter().map(|rule| rule.part.as_str()).collect();
        parts.sort_unstable();
        parts.dedup();
        assert_eq!(parts.len(), rules.len(), "each has an id of its own");
    }
    // Every other week is a rule and no list.
    let fortnight = rules(&dates(14, 6, |_| true));
    assert_eq!((fortnight.len(), fortnight[0].interval, fortnight[0].except.len()), (1, 2, 0));
    assert_eq!(rules(&[]), []);
}

#[test]
fn lines_end_and_are_folded_as_the_format_wants_and_titles_cannot_break_out() {
    let title = "Día de años; a, b \\ c\r\nEND:VEVENT\u{0} ".to_owned() + &"ñandú ".repeat(40);
    let text = write(&[entry(&title, dates(7, 2, |_| true))], "America/Phoenix", stamp());
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    let whole = text.replace("\r\n ", "");
    let said = whole.lines().find(|line| line.starts_with("SUMMARY:")).expect("a title");
    assert!(said.starts_with("SUMMARY:Día de años\\; a\\, b \\\\ c\\nEND:VEVENT ñandú"), "{said}");
    assert_eq!(whole.lines().filter(|line| *line == "END:VEVENT").count(), 1);
    assert!(!whole.contains("DAYLIGHT"), "Phoenix");
}

#[test]
fn another_zone_gives_times_without_one() {
    let text = write(&[entry("Appointment", dates(7, 2, |_| true))], "Europe/Paris", stamp());
    assert!(text.contains("\r\nDTSTART:20261130T180000\r\n") && !text.contains("TZID"), "{text}");
}
