//! A calendar file (RFC 5545) that Outlook, Google and Apple take.
//!
//! In: entries with their titles, the clinic's zone, and when the file is made. Out: its text. An entry is one
//! repeating event with exceptions where that is the shorter way to say its dates, else one per weekday, else one per
//! date. Its id depends on what it is and not on when, so that a file that is made again after a change moves what
//! is in a calendar already; a number that grows with time says which is the newer. Nothing in the file names a
//! clinic unless a title does.

use super::agenda::Series;
use super::zone::Zone;
use crate::time::{DAY_MIN, Datelike, Days, NaiveDate, Weekday, add_days};

/// Longest line in octets, without its end.
const LINE: usize = 75;
/// Who made the file: as neutral as the rest of it.
const PRODUCT: &str = "-//Plan//Calendar 1.0//EN";
/// Days from the first day of the common era to 2025-01-01, from where a file's number counts minutes.
const EPOCH: i32 = 739_252;

/// One thing in the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is, for its id: the same for the same thing of the same plan. It is hashed and cannot be read back.
    pub id: String,
    /// What the calendar shows.
    pub title: String,
    /// When.
    pub series: Series,
}

/// When a file is made, in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The date.
    pub date: NaiveDate,
    /// Minutes after midnight.
    pub min: i32,
}

/// Writes the file. Where the zone is not known to [`Zone::named`], times have none and mean the clock of wherever
/// the calendar is.
pub fn write(entries: &[Entry], zone: &str, stamp: Stamp) -> String {
    let zone = Zone::named(zone);
    let mut out = Lines::default();
    out.line("BEGIN:VCALENDAR");
    out.line("VERSION:2.0");
    out.put(&["PRODID:", PRODUCT]);
    out.line("CALSCALE:GREGORIAN");
    out.line("METHOD:PUBLISH");
    if let Some(zone) = zone {
        write_zone(&mut out, zone);
    }
    for entry in entries {
        for rule in rules(&entry.series.dates) {
            write_event(&mut out, entry, &rule, zone, stamp);
        }
    }
    out.line("END:VCALENDAR");
    out.text
}

fn write_zone(out: &mut Lines, zone: Zone) {
    out.line("BEGIN:VTIMEZONE");
    out.put(&["TZID:", zone.id]);
    let standard = offset(zone.standard_min);
    let daylight = offset(zone.standard_min + 60);
    if let Some(name) = zone.daylight {
        let summer = ["DAYLIGHT", "20070311T020000", "3;BYDAY=2SU", &standard, &daylight, name];
        let winter = ["STANDARD", "20071104T020000", "11;BYDAY=1SU", &daylight, &standard, zone.standard];
        for [part, start, rule, from, to, name] in [summer, winter] {
            out.put(&["BEGIN:", part]);
            out.put(&["DTSTART:", start]);
            out.put(&["RRULE:FREQ=YEARLY;BYMONTH=", rule]);
            out.put(&["TZOFFSETFROM:", from]);
            out.put(&["TZOFFSETTO:", to]);
            out.put(&["TZNAME:", name]);
            out.put(&["END:", part]);
        }
    } else {
        out.line("BEGIN:STANDARD");
        out.line("DTSTART:19700101T000000");
        out.put(&["TZOFFSETFROM:", &standard]);
        out.put(&["TZOFFSETTO:", &standard]);
        out.put(&["TZNAME:", zone.standard]);
        out.line("END:STANDARD");
    }
    out.line("END:VTIMEZONE");
}

fn write_event(out: &mut Lines, entry: &Entry, rule: &Rule, zone: Option<Zone>, stamp: Stamp) {
    let at = zone.map_or(String::from(":"), |zone| [";TZID=", zone.id, ":"].concat());
    let span = entry.series.span;
    let made = moment(stamp.date, stamp.min);
    let minutes = (stamp.date.num_days_from_ce() - EPOCH).max(0) * DAY_MIN + stamp.min;
    out.line("BEGIN:VEVENT");
    out.put(&["UID:", &uid(&entry.id, &rule.part)]);
    out.put(&["SEQUENCE:", &minutes.to_string()]);
    out.put(&["DTSTAMP:", &made, "Z"]);
    out.put(&["LAST-MODIFIED:", &made, "Z"]);
    out.put(&["DTSTART", &at, &moment(rule.first, span.from)]);
    out.put(&["DTEND", &at, &moment(rule.first, span.to)]);
    if rule.count > 1 {
        let interval = rule.interval.to_string();
        let names: Vec<&str> = rule.days.iter().map(short).collect();
        let every = if rule.interval > 1 { [";INTERVAL=", &interval].concat() } else { String::new() };
        let count = rule.count.to_string();
        out.put(&["RRULE:FREQ=WEEKLY", &every, ";BYDAY=", &names.join(","), ";COUNT=", &count]);
    }
    for date in &rule.except {
        out.put(&["EXDATE", &at, &moment(*date, span.from)]);
    }
    out.put(&["SUMMARY:", &escaped(&entry.title)]);
    out.line("CLASS:PRIVATE");
    out.line("END:VEVENT");
}

/// One repeating event: every so many weeks on these weekdays, so often, without these dates.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Rule {
    /// Tells the events of one entry apart.
    part: String,
    first: NaiveDate,
    interval: i32,
    days: Days,
    /// How often, exceptions counted too.
    count: usize,
    except: Vec<NaiveDate>,
}

/// As few events as say exactly these dates, which are in order.
fn rules(dates: &[NaiveDate]) -> Vec<Rule> {
    let whole = rule("", dates);
    if whole.as_ref().is_none_or(Rule::is_short) {
        return whole.into_iter().collect();
    }
    let mut all = Vec::new();
    for day in crate::time::WEEK {
        let on: Vec<NaiveDate> = dates.iter().copied().filter(|date| date.weekday() == day).collect();
        match rule(short(day), &on) {
            Some(rule) if rule.is_short() => all.push(rule),
            Some(_) => all.extend(on.iter().filter_map(|date| rule(&day_of(*date), &[*date]))),
            None => {}
        }
    }
    all
}

/// The one repeating event that has all of these dates, and exceptions for what it has besides.
fn rule(part: &str, dates: &[NaiveDate]) -> Option<Rule> {
    let (first, last) = (*dates.first()?, *dates.last()?);
    let days = dates.iter().fold(Days::NONE, |days, date| days.with(date.weekday(), true));
    // Weeks begin on Monday, as they do where a file does not say otherwise.
    let monday = add_days(first, -i32::try_from(first.weekday().num_days_from_monday()).unwrap_or(0));
    let week = |date: NaiveDate| (date.num_days_from_ce() - monday.num_days_from_ce()) / 7;
    let interval = dates.iter().fold(0, |sum, date| common(sum, week(*date))).max(1);
    let all = (0..=last.num_days_from_ce() - first.num_days_from_ce()).map(|at| add_days(first, at));
    let all: Vec<NaiveDate> = all.filter(|date| days.has(date.weekday()) && week(*date) % interval == 0).collect();
    let except = all.iter().copied().filter(|date| !dates.contains(date)).collect();
    Some(Rule { part: part.to_owned(), first, interval, days, count: all.len(), except })
}

impl Rule {
    fn is_short(&self) -> bool {
        self.except.len() * 2 <= self.count
    }
}

/// The greatest common divisor.
fn common(a: i32, b: i32) -> i32 {
    if b == 0 { a } else { common(b, a % b) }
}

/// An id in the form of a UUID: two sums (FNV-1a) over what it is about.
fn uid(about: &str, part: &str) -> String {
    let sum = |seed: u64| {
        let bytes = about.bytes().chain([0]).chain(part.bytes());
        bytes.fold(seed, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    };
    let digits = [hex(sum(0xcbf2_9ce4_8422_2325)), hex(sum(0x8422_2325_cbf2_9ce4))].concat();
    let mut id = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if matches!(at, 8 | 12 | 16 | 20) {
            id.push('-');
        }
        id.push(digit);
    }
    id
}

fn hex(number: u64) -> String {
    let digit = |at: u64| u32::try_from(number >> (60 - at * 4) & 15).ok().and_then(|d| char::from_digit(d, 16));
    (0..16).filter_map(digit).collect()
}

fn short(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    }
}

/// A date as 20261130.
fn day_of(date: NaiveDate) -> String {
    let number = date.year() * 10_000 + i32::try_from(date.month() * 100 + date.day()).unwrap_or(0);
    padded(number, 8)
}

/// A time as 20261130T183000; minutes may run past midnight.
fn moment(date: NaiveDate, min: i32) -> String {
    let date = add_days(date, min.div_euclid(DAY_MIN));
    let min = min.rem_euclid(DAY_MIN);
    [day_of(date), String::from("T"), padded(min / 60 * 100 + min % 60, 4), String::from("00")].concat()
}

/// Hours and minutes ahead of UTC, such as -0500.
fn offset(min: i32) -> String {
    let size = min.abs();
    [if min < 0 { "-" } else { "+" }, &padded(size / 60 * 100 + size % 60, 4)].concat()
}

fn padded(number: i32, digits: usize) -> String {
    let text = number.to_string();
    ["0".repeat(digits.saturating_sub(text.len())), text].concat()
}

/// A text as a value: what means something in the format is marked, what no line can hold is left out.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Lines as the format has them: none longer than [`LINE`], each with its two signs at the end.
#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    fn put(&mut self, pieces: &[&str]) {
        self.line(&pieces.concat());
    }

    fn line(&mut self, line: &str) {
        let mut room = LINE;
        for c in line.chars() {
            if c.len_utf8() > room {
                self.text.push_str("\r\n ");
                room = LINE - 1;
            }
            room -= c.len_utf8();
            self.text.push(c);
        }
        self.text.push_str("\r\n");
    }
}

#[cfg(test)]
#[path = "calendar_tests.rs"]
mod tests;
