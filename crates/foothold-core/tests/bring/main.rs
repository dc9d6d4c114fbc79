//! What the reader of calendar files makes of single entries, of files as programs write them, and of any text.

mod entries;

mod files;

mod mutations;

mod rules;

mod zones;

use foothold_core::bring::{Brought, Group, read};
use foothold_core::time::{NaiveDate, parse_date};

const ZONE: &str = "America/New_York";

fn date(text: &str) -> NaiveDate {
    parse_date(text).expect("a date")
}

/// From a Monday on, over the change of clocks on March 14.
fn days() -> (NaiveDate, NaiveDate) {
    (date("2026-11-30"), date("2027-03-31"))
}

/// What a calendar with these lines holds.
fn brought(lines: &str) -> Brought {
    let text = ["BEGIN:VCALENDAR", lines.trim(), "END:VCALENDAR"].join("\n");
    read(&text, days(), ZONE).expect("a calendar")
}

/// What a calendar with one entry of these lines holds, as [`said`] says it.
fn told(lines: &str) -> Vec<String> {
    said(&brought(&entry(lines)))
}

fn entry(lines: &str) -> String {
    ["BEGIN:VEVENT\n", lines, "\nEND:VEVENT\n"].concat()
}

/// A line per group, "name from-to: dates", and one for what could not be told.
fn said(brought: &Brought) -> Vec<String> {
    let mut lines: Vec<String> = brought.groups.iter().map(group).collect();
    let counts = [("unread", brought.unread), ("outside", brought.outside), ("foreign", brought.foreign)];
    let counts: Vec<String> =
        counts.iter().filter(|(_, count)| *count > 0).map(|(name, count)| format!("{count} {name}")).collect();
    if !counts.is_empty() {
        lines.push(counts.join(", "));
    }
    lines
}

fn group(group: &Group) -> String {
    let span = group.span.map_or("all day".to_owned(), |span| format!("{}-{}", clock(span.from), clock(span.to)));
    let dates: Vec<String> = group.dates.iter().map(|date| date.to_string()[2..].replace('-', "")).collect();
    format!("{}{} {span}: {}", group.name, if group.free { " (free)" } else { "" }, dates.join(" "))
}

fn clock(min: i32) -> String {
    format!("{}:{:02}", min / 60, min % 60)
}
