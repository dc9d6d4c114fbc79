//! What the reader of calendar files makes of entries, told one line per group: "name from-to: dates".

use foothold_core::bring::{Brought, Group, read};
use foothold_core::time::{NaiveDate, parse_date};

const ZONE: &str = "America/New_York";

fn date(text: &str) -> NaiveDate {
    parse_date(text).expect("a date")
}

fn days() -> (NaiveDate, NaiveDate) {
    (date("2026-11-30"), date("2027-03-31"))
}

fn brought(lines: &str) -> Brought {
    let text = ["BEGIN:VCALENDAR", lines.trim(), "END:VCALENDAR"].join("\n");
    read(&text, days(), ZONE).expect("a calendar")
}

/// An entry of these lines, told: "name from-to dates", a line per group.
fn told(lines: &str) -> Vec<String> {
    said(&brought(&["BEGIN:VEVENT\n", lines, "\nEND:VEVENT"].concat()))
}

fn said(brought: &Brought) -> Vec<String> {
    let group = |group: &Group| {
        let span = group.span.map_or("all day".to_owned(), |span| format!("{}-{}", clock(span.from), clock(span.to)));
        let dates: Vec<String> = group.dates.iter().map(|date| date.to_string()[2..].replace('-', "")).collect();
        format!("{}{} {span}: {}", group.name, if group.free { " (free)" } else { "" }, dates.join(" "))
    };
    brought.groups.iter().map(group).collect()
}

fn clock(min: i32) -> String {
    format!("{}:{:02}", min / 60, min % 60)
}

#[test]
fn a_plain_entry_is_a_name_a_time_and_a_date() {
    let shift =
        "DTSTART;TZID=America/New_York:20261202T190000\nDTEND;TZID=America/New_York:20261203T070000\nSUMMARY:Night";
    assert_eq!(told(shift), ["Night 19:00-31:00: 261202"]);
    assert_eq!(told("DTSTART:20261202T090000\nDURATION:PT1H30M"), [" 9:00-10:30: 261202"]);
    assert_eq!(
        told("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227\nSUMMARY:Off\nTRANSP:TRANSPARENT"),
        ["Off (free) all day: 261224 261225 261226"]
    );
}
