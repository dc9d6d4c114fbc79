//! Weekdays, clock times and spans, and the forgiving reader for times that people type.
//!
//! A clock time is minutes after midnight (0..=1440); a [`Span`] may end after 1440, which means
//! that it runs into the next day. Dates come from chrono; there is no "now" here.

pub use chrono::{Datelike, NaiveDate, Weekday};

/// Minutes in a day.
pub const DAY_MIN: i32 = 1440;

/// All weekdays, Monday first, as the field's timetables list them.
pub const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// A set of weekdays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Days(u8);

impl Days {
    /// No day.
    pub const NONE: Self = Self(0);
    /// Monday to Friday.
    pub const WORKDAYS: Self = Self(0b001_1111);

    /// The set of exactly these days.
    pub fn of(days: &[Weekday]) -> Self {
        days.iter().fold(Self::NONE, |set, day| set.with(*day, true))
    }

    fn bit(day: Weekday) -> u8 {
        1 << day.num_days_from_monday()
    }

    /// Whether the day is in the set.
    pub fn has(self, day: Weekday) -> bool {
        self.0 & Self::bit(day) != 0
    }

    /// The set with the day put in or taken out.
    #[must_use]
    pub fn with(self, day: Weekday, put_in: bool) -> Self {
        if put_in { Self(self.0 | Self::bit(day)) } else { Self(self.0 & !Self::bit(day)) }
    }

    /// The days of the set, Monday first.
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        WEEK.into_iter().filter(move |day| self.has(*day))
    }

    /// How many days.
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether the set is empty.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// From a clock time to a later one, in minutes after midnight of the day it starts on.
/// `to > 1440` runs into the next day; a span is never longer than 24 hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// Start, 0..1440.
    pub from: i32,
    /// End, greater than `from`, at most `from + 1440`.
    pub to: i32,
}

impl Span {
    /// Minutes from start to end.
    pub fn minutes(self) -> i32 {
        self.to - self.from
    }

    /// Whether it runs past midnight.
    pub fn crosses_midnight(self) -> bool {
        self.to > DAY_MIN
    }
}

/// Why a typed time could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeError {
    /// Nothing was typed.
    Empty,
    /// The text is no time that we know.
    Unreadable,
    /// Start and end are the same moment.
    NoLength,
}

/// One typed time: the clock readings it can have. "9" can be 540 or 1260, "9am" only 540.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Reading {
    min: i32,
    /// The same digits in the other half of the day, where am or pm was not said.
    other: Option<i32>,
}

impl Reading {
    fn readings(self) -> impl Iterator<Item = i32> {
        std::iter::once(self.min).chain(self.other)
    }

    /// The reading that an ordinary start of a day's work has: 5 to 11 are morning, 1 to 4 afternoon.
    fn as_start(self) -> i32 {
        match self.other {
            Some(other) if (60..300).contains(&self.min) => other,
            _ => self.min,
        }
    }
}

/// Reads one clock time such as "9", "9am", "6:30 pm", "17:30", "noon", "midnight", "1730".
/// Without am or pm, 5 to 11 are read as morning, 12 as noon, 1 to 4 as afternoon.
pub fn parse_time(text: &str) -> Result<i32, TimeError> {
    Ok(reading(text)?.as_start())
}

/// Reads when something goes for the last time on a day. Without am or pm, 4 to 11 are read as evening, 12 to 3 as night.
pub fn parse_late(text: &str) -> Result<i32, TimeError> {
    let reading = reading(text)?;
    Ok(reading.other.filter(|_| (240..780).contains(&reading.min)).unwrap_or(reading.min))
}

/// Reads a start and an end together, so that each helps to understand the other: "9" to "5" is
/// 9am to 5pm, "6" to "9pm" is 6pm to 9pm, "7pm" to "7am" ends the next morning.
/// Of the readings that the text allows, the shortest positive span wins.
pub fn parse_span(from: &str, to: &str) -> Result<Span, TimeError> {
    span_of(reading(from)?, reading(to)?)
}

/// Reads a whole span out of one field: "9-5", "9 to 5", "6pm–9pm", "noon - 3".
pub fn parse_range(text: &str) -> Result<Span, TimeError> {
    let (from, to) = split_range(text).ok_or(TimeError::Unreadable)?;
    parse_span(from, to)
}

/// The two halves of a range, if the text is one.
pub fn split_range(text: &str) -> Option<(&str, &str)> {
    // Looked for by hand: the library's search of a text costs half a kilobyte of download, and has no other use here.
    let lower_to = text.as_bytes().windows(4).position(|part| part == b" to ").map(|at| (at, 4));
    let dash = text.char_indices().find(|(_, c)| matches!(c, '-' | '–' | '—')).map(|(at, c)| (at, c.len_utf8()));
    let (at, len) = lower_to.or(dash)?;
    Some((text.get(..at)?, text.get(at + len..)?))
}

fn span_of(from: Reading, to: Reading) -> Result<Span, TimeError> {
    let starts: Vec<i32> = if to.other.is_none() { from.readings().collect() } else { vec![from.as_start()] };
    let mut best: Option<Span> = None;
    for start in starts {
        for end in to.readings() {
            let length = (end - start).rem_euclid(DAY_MIN);
            if length > 0 && best.is_none_or(|b| length < b.minutes()) {
                best = Some(Span { from: start % DAY_MIN, to: start % DAY_MIN + length });
            }
        }
    }
    best.ok_or(TimeError::NoLength)
}

fn reading(text: &str) -> Result<Reading, TimeError> {
    let clean: String =
        text.chars().filter(|c| !c.is_whitespace() && *c != '.').map(|c| c.to_ascii_lowercase()).collect();
    if clean.is_empty() {
        return Err(TimeError::Empty);
    }
    match clean.as_str() {
        "noon" | "mediodía" | "mediodia" => return Ok(Reading { min: 720, other: None }),
        "midnight" | "medianoche" => return Ok(Reading { min: 0, other: None }),
        _ => {}
    }
    let (digits, half) = split_half(&clean);
    let (hour, minute, colon) = hour_minute(digits).ok_or(TimeError::Unreadable)?;
    if minute > 59 {
        return Err(TimeError::Unreadable);
    }
    match half {
        Some(_) if hour == 0 || hour > 12 => Err(TimeError::Unreadable),
        Some(pm) => Ok(Reading { min: (hour % 12) * 60 + minute + if pm { 720 } else { 0 }, other: None }),
        None if hour > 24 || (hour == 24 && minute > 0) => Err(TimeError::Unreadable),
        None if hour == 0 || hour > 12 || (colon && digits.starts_with('0')) => {
            Ok(Reading { min: hour % 24 * 60 + minute, other: None })
        }
        None if hour == 12 => Ok(Reading { min: 720 + minute, other: Some(minute) }),
        None => Ok(Reading { min: hour * 60 + minute, other: Some(hour * 60 + minute + 720) }),
    }
}

/// Takes "am", "pm", "a" or "p" off the end. `Some(true)` is pm.
fn split_half(text: &str) -> (&str, Option<bool>) {
    for (suffix, pm) in [("am", false), ("pm", true), ("a", false), ("p", true)] {
        if let Some(rest) = text.strip_suffix(suffix) {
            return (rest, Some(pm));
        }
    }
    (text, None)
}

/// Splits "9", "9:30", "930", "17h30" into hour, minute and whether a separator was written.
fn hour_minute(text: &str) -> Option<(i32, i32, bool)> {
    if let Some((hour, minute)) = text.split_once([':', 'h']) {
        let minute = if minute.is_empty() { 0 } else { small(minute, 2)? };
        return Some((small(hour, 2)?, minute, true));
    }
    match text.len() {
        1 | 2 => Some((small(text, 2)?, 0, false)),
        3 | 4 => {
            let (hour, minute) = text.split_at_checked(text.len() - 2)?;
            Some((small(hour, 2)?, small(minute, 2)?, true))
        }
        _ => None,
    }
}

fn small(digits: &str, most: usize) -> Option<i32> {
    let fine = !digits.is_empty() && digits.len() <= most && digits.bytes().all(|b| b.is_ascii_digit());
    if fine { digits.parse().ok() } else { None }
}

/// Reads a number of minutes: "25", "25 min", "1h", "1:30", "1 h 30", "1.5 h". Blank is an error of its own.
pub fn parse_minutes(text: &str) -> Result<i32, TimeError> {
    let clean: String = text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect();
    if clean.is_empty() {
        return Err(TimeError::Empty);
    }
    let bare = ["minutes", "minutos", "mins", "min", "m"].iter().find_map(|s| clean.strip_suffix(s)).unwrap_or(&clean);
    if let Some(minutes) = small(bare, 4) {
        return Ok(minutes);
    }
    let bare = ["hours", "hour", "horas", "hora", "hrs", "hr"]
        .iter()
        .find_map(|s| bare.strip_suffix(s).map(|rest| format!("{rest}h")))
        .unwrap_or_else(|| bare.to_owned());
    let (hours, rest) = bare.split_once(['h', ':']).ok_or(TimeError::Unreadable)?;
    if let Some((whole, tenth)) = hours.split_once(['.', ',']) {
        let (whole, tenth) = (small(whole, 2), small(tenth, 1));
        return match (whole, tenth, rest) {
            (Some(whole), Some(tenth), "") => Ok(whole * 60 + tenth * 6),
            _ => Err(TimeError::Unreadable),
        };
    }
    let hours = small(hours, 2).ok_or(TimeError::Unreadable)?;
    let rest = if rest.is_empty() { 0 } else { small(rest, 2).ok_or(TimeError::Unreadable)? };
    Ok(hours * 60 + rest)
}

/// Reads a date written as 2026-11-30. Only dates that exist.
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let mut parts = text.trim().split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    NaiveDate::from_ymd_opt(small(year, 4)?, u32::try_from(small(month, 2)?).ok()?, u32::try_from(small(day, 2)?).ok()?)
}

/// The first Monday after the date (never the date itself): when planning starts unless somebody says otherwise.
pub fn next_monday(today: NaiveDate) -> NaiveDate {
    let ahead = 7 - u64::from(today.weekday().num_days_from_monday());
    today.checked_add_days(chrono::Days::new(ahead)).unwrap_or(today)
}

/// The date `days` later (or earlier, when negative); the date itself at the ends of the calendar.
pub fn add_days(date: NaiveDate, days: i32) -> NaiveDate {
    let step = chrono::Days::new(u64::from(days.unsigned_abs()));
    if days < 0 { date.checked_sub_days(step) } else { date.checked_add_days(step) }.unwrap_or(date)
}

#[cfg(test)]
#[path = "time_tests.rs"]
mod tests;
