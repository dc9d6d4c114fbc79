//! `tracks[..].sessions`: what happens on which weekdays, from when to when.
//!
//! A session is shown whole or not at all: one unreadable day or time drops the row, because
//! half a session would be a wrong timetable.

use super::issue::IssueKind;
use super::program::{MOST_WEEKS, in_order};
use super::read::{At, Log, Members, join, shortened};
use super::suggest::nearest;
use crate::json::Value;
use crate::site::{Attend, MOST_CHOICES, Session, SessionKind};
use crate::time::{DAY_MIN, Days, Span, TimeError, WEEK, Weekday, parse_span, parse_time};

pub(super) const KINDS: [&str; 5] = ["group", "individual", "workshop", "family", "other"];
const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const LONG_DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Says that each person may choose.
const EITHER: &str = "either";

/// Longer than any published session that we know of (9am to 5pm).
const LONG_MIN: i32 = 10 * 60;

/// Starting earlier than this is so rare that a time without am or pm was probably meant as evening.
const EARLY_MIN: i32 = 8 * 60;

/// Reads the sessions of one track; none means that its times are not published.
pub(super) fn sessions(track: &Members, log: &mut Log, program_weeks: u16) -> Vec<Session> {
    let path = join(&track.path, "sessions");
    let items = track.get("sessions").map_or_else(|| Some(Vec::new()), |at| at.list(log));
    let items = items.unwrap_or_default();
    let empty = items.is_empty();
    let mut read: Vec<(Session, String)> = Vec::new();
    for item in items {
        let Some(session) = session(&item, log, program_weeks) else { continue };
        if let Some((_, other)) = read.iter().find(|(earlier, _)| overlap(earlier, &session)) {
            log.warn(&item.path, IssueKind::Overlap { other: other.clone() });
        }
        read.push((session, item.path));
    }
    let choices =
        read.iter().filter(|(session, _)| session.either).map(|(session, _)| session.days.count()).sum::<u32>();
    let most = u32::try_from(MOST_CHOICES).unwrap_or(u32::MAX);
    if choices > most {
        let (value, most) = (f64::from(choices), f64::from(most));
        log.warn(&path, IssueKind::OutOfRange { value, least: 0.0, most });
    }
    if empty {
        log.note(&path, IssueKind::TimesUnknown);
    }
    read.into_iter().map(|(session, _)| session).collect()
}

fn session(at: &At, log: &mut Log, program_weeks: u16) -> Option<Session> {
    let members = at.object(log, &["kind", "title", "days", "from", "to", "online", "weeks", "attend"])?;
    let kind = kind(&members, log);
    let title = members.text(log, "title");
    let days = days(&members, log);
    let span = span(&members, log, LONG_MIN);
    let online = members.get("online").map_or(Some(Online::No), |at| online(&at, log));
    let weeks = members.get("weeks").map_or(Some(None), |at| weeks(&at, log, program_weeks).map(Some));
    let attend = members.get("attend").map_or_else(|| Some(Attend::default()), |at| attend(&at, log));
    let (days, online) = (days?, online?);
    let either = online == Online::Either;
    let online = if online == Online::Yes { days } else { Days::NONE };
    Some(Session { kind, title, days, span: span?, online, either, weeks: weeks?, attend: attend? })
}

/// Whether a session is held online.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Online {
    No,
    Yes,
    Either,
}

fn online(at: &At, log: &mut Log) -> Option<Online> {
    match at.value {
        Value::Text(_) => at.one_of(log, &[EITHER]).map(|_| Online::Either),
        _ => at.flag(log).map(|online| if online { Online::Yes } else { Online::No }),
    }
}

/// Who must be there: "client", and roles in the clinic's words, which a household's file says again.
fn attend(at: &At, log: &mut Log) -> Option<Attend> {
    let items = at.list(log)?;
    let mut attend = Attend { client: false, roles: Vec::new() };
    for item in &items {
        match item.text(log)?.trim() {
            "client" => attend.client = true,
            role if attend.roles.iter().any(|known| known == role) => {
                log.note(&item.path, IssueKind::Repeats { first: at.path.clone() });
            }
            role => attend.roles.push(role.to_owned()),
        }
    }
    if items.is_empty() {
        log.error(&at.path, IssueKind::Empty);
        return None;
    }
    Some(attend)
}

pub(super) fn kind(members: &Members, log: &mut Log) -> SessionKind {
    let Some(at) = members.get("kind") else {
        log.warn(&join(&members.path, "kind"), IssueKind::Missing);
        return SessionKind::Other;
    };
    let Some(text) = at.text(log) else { return SessionKind::Other };
    let known = KINDS.iter().zip(SessionKind::ALL).find(|(name, _)| name.eq_ignore_ascii_case(text));
    known.map_or_else(
        || {
            let nearest = nearest(text, &KINDS);
            let kind = IssueKind::UnknownValue { found: Some(shortened(text)), allowed: &KINDS, nearest };
            log.warn(&at.path, kind);
            SessionKind::Other
        },
        |(_, kind)| kind,
    )
}

pub(super) fn days(members: &Members, log: &mut Log) -> Option<Days> {
    let at = members.need(log, "days")?;
    let items = at.list(log)?;
    if items.is_empty() {
        log.error(&at.path, IssueKind::Empty);
        return None;
    }
    let mut all_read = true;
    let mut days = Days::NONE;
    for item in items {
        match day(&item, log) {
            Some(day) if days.has(day) => {
                log.note(&item.path, IssueKind::Repeats { first: at.path.clone() });
            }
            Some(day) => days = days.with(day, true),
            None => all_read = false,
        }
    }
    all_read.then_some(days)
}

/// "Mon", "monday", "Tues.", "THURS": at least three letters of the day's English name.
fn day(at: &At, log: &mut Log) -> Option<Weekday> {
    let text = at.text(log)?;
    let typed = text.trim_end_matches('.').to_ascii_lowercase();
    let starts = |long: &str| typed.len() >= 3 && long.to_ascii_lowercase().starts_with(&typed);
    let day = WEEK.into_iter().zip(LONG_DAYS).find(|(_, long)| starts(long)).map(|(day, _)| day);
    if day.is_none() {
        let nearest = nearest(text, &LONG_DAYS).or_else(|| nearest(text, &DAYS));
        log.error(&at.path, IssueKind::UnknownValue { found: Some(shortened(text)), allowed: &DAYS, nearest });
    }
    day
}

/// Hours on some weekdays: `days`, `from`, `to`. What of it cannot be read is noted.
pub(super) fn window(at: &At, log: &mut Log) -> Option<(Days, Span)> {
    let members = at.object(log, &["days", "from", "to"])?;
    let (days, span) = (days(&members, log), span(&members, log, DAY_MIN));
    days.zip(span)
}

/// From when to when; warned about where it is longer than `usual_min`.
pub(super) fn span(members: &Members, log: &mut Log, usual_min: i32) -> Option<Span> {
    let from = members.need(log, "from").and_then(|at| time(&at, log));
    let to = members.need(log, "to").and_then(|at| time(&at, log));
    let (from, to) = (from?, to?);
    let span = match parse_span(from, to) {
        Ok(span) => span,
        Err(TimeError::NoLength) => {
            let kind = IssueKind::EmptySpan { from: shortened(from), to: shortened(to) };
            log.error(&members.path, kind);
            return None;
        }
        Err(TimeError::Empty | TimeError::Unreadable) => {
            log.error(&join(&members.path, "to"), IssueKind::UnreadableTime { text: shortened(to) });
            return None;
        }
    };
    if span.minutes() > usual_min {
        log.warn(&members.path, IssueKind::LongSession { minutes: span.minutes() });
    } else if span.crosses_midnight() {
        log.note(&members.path, IssueKind::PastMidnight);
    }
    if says_no_half(from) && says_no_half(to) {
        let kind = IssueKind::HalfOfDayAssumed { from: span.from, to: span.to };
        if span.from < EARLY_MIN {
            log.warn(&members.path, kind);
        } else {
            log.note(&members.path, kind);
        }
    }
    Some(span)
}

pub(super) fn time<'a>(at: &At<'a>, log: &mut Log) -> Option<&'a str> {
    let text = at.text(log)?;
    if parse_time(text).is_err() {
        log.error(&at.path, IssueKind::UnreadableTime { text: shortened(text) });
        return None;
    }
    Some(text)
}

/// Whether the text could be morning or afternoon: "6", "6:30", but not "6pm", "18:00", "06:00".
fn says_no_half(text: &str) -> bool {
    !text.starts_with('0') && parse_time(&format!("{text}am")).is_ok()
}

pub(super) fn weeks(at: &At, log: &mut Log, program_weeks: u16) -> Option<(u16, u16)> {
    let members = at.object(log, &["first", "last"])?;
    let first = members.get("first").map_or(Some(1), |at| at.whole(log, 1, MOST_WEEKS));
    let last = members.get("last").map_or(Some(program_weeks), |at| at.whole(log, 1, MOST_WEEKS));
    let (first, last) = in_order(&at.path, log, first?, last?);
    if last > program_weeks {
        let (value, most) = (f64::from(last), f64::from(program_weeks));
        log.warn(&at.path, IssueKind::OutOfRange { value, least: 1.0, most });
    }
    Some((first, last))
}

/// Whether one person would have to be in both at once in some week.
fn overlap(a: &Session, b: &Session) -> bool {
    let share = |a: (i32, i32), b: (i32, i32)| a.0 < b.1 && b.0 < a.1;
    let weeks = |s: &Session| s.weeks.map_or((1, i32::MAX), |(first, last)| (i32::from(first), i32::from(last) + 1));
    a.days.iter().any(|day| b.days.has(day))
        && share((a.span.from, a.span.to), (b.span.from, b.span.to))
        && share(weeks(a), weeks(b))
}

#[cfg(test)]
#[path = "sessions_tests.rs"]
mod tests;
