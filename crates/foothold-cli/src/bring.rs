//! `foothold bring`: a calendar file, told; or the same as the commitments of a household's file.
//!
//! Output: lines to read, or JSON as docs/HOUSEHOLD-JSON.md describes it. Who and what kind it is no file says, so these are
//! for whoever makes the household's file to fill in.

use crate::{FOUND_ERRORS, could_not, say};
use foothold_core::along::zone::Zone;
use foothold_core::bring::{Brought, Group, read};
use foothold_core::json::quote;
use foothold_core::time::{DAY_MIN, NaiveDate, Span, add_days, parse_date};
use foothold_words::{Words, issues, terminal};
use std::process::ExitCode;

/// The zone where none is given.
const ZONE: &str = "America/New_York";

/// Tells the file that the arguments name.
pub fn run(arguments: &[&str]) -> ExitCode {
    let Some((path, rest)) = arguments.split_first().filter(|(path, _)| !path.starts_with("--")) else {
        return could_not(issues::USAGE);
    };
    let (mut from, mut to, mut zone, mut json) = (None, None, ZONE, false);
    let mut rest = rest.iter();
    while let Some(name) = rest.next() {
        match (*name, if *name == "--json" { Some(&"") } else { rest.next() }) {
            ("--json", _) => json = true,
            ("--from", Some(text)) => from = parse_date(text),
            ("--to", Some(text)) => to = parse_date(text),
            ("--zone", Some(text)) => zone = *text,
            _ => return could_not(issues::USAGE),
        }
    }
    let days = match from.zip(to) {
        Some((from, to)) if from <= to && to < add_days(from, 366) => (from, to),
        _ => return could_not(terminal::BRING_DAYS),
    };
    if Zone::named(zone).is_none() {
        return could_not(&terminal::unknown_zone(zone));
    }
    let text = match std::fs::read(path) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) => return could_not(&issues::unreadable_file(path, &error.to_string())),
    };
    let brought = match read(&text, days, zone) {
        Ok(brought) => brought,
        Err(why) => return could_not(terminal::no_calendar(why)),
    };
    if json {
        say(&household(&brought, days.0));
        let notes = [terminal::left_out(brought.groups.iter().filter(|group| !counts(group)).count())];
        let notes: Vec<String> = notes.into_iter().flatten().chain(terminal::not_told(&brought)).collect();
        if !notes.is_empty() {
            let _: ExitCode = could_not(&notes.join("\n"));
        }
    } else {
        say(&Words::EN.brought_lines(&brought).join("\n"));
    }
    if brought.unread > 0 { ExitCode::from(FOUND_ERRORS) } else { ExitCode::SUCCESS }
}

/// Whether something has times and is not marked as free.
fn counts(group: &Group) -> bool {
    group.span.is_some() && !group.free
}

/// The household's file: a row for every group that counts.
fn household(brought: &Brought, start: NaiveDate) -> String {
    let row = |group: &Group| {
        let span = group.span.filter(|_| counts(group))?;
        let dates = group.dates.iter().flat_map(|date| pieces(*date, span));
        let dates: Vec<String> = dates.map(|(date, span)| date_json(date, span)).collect();
        let name = if group.name.is_empty() { String::new() } else { format!("\"name\": {}, ", quote(&group.name)) };
        Some(format!("    {{ \"kind\": \"other\", {name}\"dates\": [\n      {}\n    ] }}", dates.join(",\n      ")))
    };
    let rows: Vec<String> = brought.groups.iter().filter_map(row).collect();
    let rows = if rows.is_empty() { String::new() } else { format!("\n{}\n  ", rows.join(",\n")) };
    format!("{{\n  \"version\": 1,\n  \"start\": \"{start}\",\n  \"commitments\": [{rows}]\n}}")
}

/// A date of that file ends before it began a day ago: what takes a whole day is two pieces.
fn pieces(date: NaiveDate, span: Span) -> Vec<(NaiveDate, Span)> {
    let part = |date, from, to| (date, Span { from, to });
    match span {
        Span { from: 0, to: DAY_MIN } => vec![part(date, 0, 720), part(date, 720, DAY_MIN)],
        Span { from, .. } if span.minutes() == DAY_MIN => {
            vec![part(date, from, DAY_MIN), part(add_days(date, 1), 0, from)]
        }
        span => vec![(date, span)],
    }
}

fn date_json(date: NaiveDate, span: Span) -> String {
    let clock = |min: i32| quote(&Words::EN.clock(min));
    format!("{{ \"date\": \"{date}\", \"from\": {}, \"to\": {} }}", clock(span.from), clock(span.to))
}
