//! `program`: the facts about the program as a whole, and what holds where the file says nothing.

use super::issue::{IssueKind, Shape};
use super::read::{At, Log, Members, join};
use super::sessions;
use crate::json::Value;
use crate::site::{Intake, MissRule, Program};
use crate::time::{DAY_MIN, NaiveDate};

/// Weeks that are assumed where the file does not say, always with an error that says so.
const ASSUMED_WEEKS: u16 = 12;

/// Longest program that is believed.
pub(super) const MOST_WEEKS: u16 = 104;

/// What `program` may say.
pub(super) const NAMES: [&str; 10] = [
    "weeks",
    "weekly_hours",
    "arrival_buffer_min",
    "closures",
    "misses",
    "serves",
    "van",
    "child_minding",
    "intake",
    "mix",
];

/// Minutes that a first visit takes at least and at most.
const LEAST_VISIT: u16 = 15;
const MOST_VISIT: u16 = 480;

/// The program of a file that says nothing about it: 12 weeks (assumed), 9 to 19 hours a week as
/// for adults (SAMHSA Advisory 2021), there 10 minutes before a session, no missed session
/// allowed, no closures, no van, no child minding.
pub fn default_program() -> Program {
    Program {
        weeks: (ASSUMED_WEEKS, ASSUMED_WEEKS),
        weekly_hours: (9, 19),
        arrival_buffer_min: 10,
        closures: Vec::new(),
        misses: MissRule { allowed: 0, in_weeks: ASSUMED_WEEKS },
        serves: None,
        van: false,
        child_minding: false,
        intake: None,
        #[cfg(not(feature = "quiet"))]
        mix: None,
    }
}

/// Reads `program`, filling in [`default_program`] where it says nothing.
pub(super) fn program(at: Option<&At>, log: &mut Log) -> Program {
    let default = default_program();
    let Some(members) = at.and_then(|at| at.object(log, &NAMES)) else {
        log.error("program.weeks", IssueKind::WeeksAssumed { assumed: ASSUMED_WEEKS });
        return default;
    };
    let weeks = members.get("weeks").and_then(|at| range(&at, log, 1, MOST_WEEKS)).unwrap_or_else(|| {
        log.error(&join(&members.path, "weeks"), IssueKind::WeeksAssumed { assumed: ASSUMED_WEEKS });
        default.weeks
    });
    Program {
        weeks,
        weekly_hours: members.get("weekly_hours").and_then(|at| range(&at, log, 1, 80)).unwrap_or(default.weekly_hours),
        arrival_buffer_min: members
            .get("arrival_buffer_min")
            .and_then(|at| at.whole(log, 0, 120))
            .map_or(default.arrival_buffer_min, i32::from),
        closures: members.get("closures").map(|at| closures(&at, log)).unwrap_or_default(),
        misses: misses(&members, log, weeks.1),
        serves: members.text(log, "serves"),
        van: members.flag(log, "van"),
        child_minding: members.flag(log, "child_minding"),
        intake: members.get("intake").and_then(|at| intake(&at, log)),
        #[cfg(not(feature = "quiet"))]
        mix: members.get("mix").map(|at| super::mix::mix(&at, log)),
    }
}

/// The first visit; a window that cannot be read or is too short for it is left out.
pub(super) fn intake(at: &At, log: &mut Log) -> Option<Intake> {
    let members = at.object(log, &["minutes", "windows"])?;
    let minutes = members.need(log, "minutes").and_then(|at| at.whole(log, LEAST_VISIT, MOST_VISIT));
    let items = members.need(log, "windows").and_then(|at| at.list(log)).unwrap_or_default();
    let minutes = i32::from(minutes?);
    let mut windows = Vec::new();
    for item in items {
        let Some((days, span)) = sessions::window(&item, log) else { continue };
        if span.minutes() < minutes {
            let (value, least) = (f64::from(span.minutes()), f64::from(minutes));
            log.error(&item.path, IssueKind::OutOfRange { value, least, most: f64::from(DAY_MIN) });
        } else {
            windows.push((days, span));
        }
    }
    Some(Intake { minutes, windows })
}

/// `12` or `{ "least": 8, "most": 12 }`.
fn range(at: &At, log: &mut Log, least: u16, most: u16) -> Option<(u16, u16)> {
    match at.value {
        Value::Number(_) => at.whole(log, least, most).map(|n| (n, n)),
        Value::Object(_) => {
            let members = at.object(log, &["least", "most"])?;
            let fewest = members.need(log, "least").and_then(|at| at.whole(log, least, most));
            let utmost = members.need(log, "most").and_then(|at| at.whole(log, least, most));
            match (fewest, utmost) {
                (Some(fewest), Some(utmost)) => Some(in_order(&at.path, log, fewest, utmost)),
                (one, other) => one.or(other).map(|n| (n, n)),
            }
        }
        _ => at.wrong_type(log, &[Shape::Number, Shape::Object]),
    }
}

/// The two numbers, smaller first; noted where they had to be exchanged.
pub(super) fn in_order(path: &str, log: &mut Log, first: u16, last: u16) -> (u16, u16) {
    if first > last {
        log.warn(path, IssueKind::Reversed { first, last });
        return (last, first);
    }
    (first, last)
}

fn closures(at: &At, log: &mut Log) -> Vec<NaiveDate> {
    let mut seen: Vec<(NaiveDate, String)> = Vec::new();
    for item in at.list(log).unwrap_or_default() {
        let Some(date) = item.date(log) else { continue };
        match seen.iter().find(|(earlier, _)| *earlier == date) {
            Some((_, first)) => log.note(&item.path, IssueKind::Repeats { first: first.clone() }),
            None => seen.push((date, item.path)),
        }
    }
    let mut dates: Vec<NaiveDate> = seen.into_iter().map(|(date, _)| date).collect();
    crate::order::sort(&mut dates);
    dates
}

fn misses(members: &Members, log: &mut Log, program_weeks: u16) -> MissRule {
    let none = MissRule { allowed: 0, in_weeks: program_weeks };
    let Some(rule) = members.get("misses").and_then(|at| at.object(log, &["allowed", "in_weeks"])) else {
        return none;
    };
    let Some(allowed) = rule.need(log, "allowed").and_then(|at| at.whole(log, 0, 100)) else {
        return none;
    };
    let Some(window) = rule.get("in_weeks") else {
        return MissRule { allowed, in_weeks: program_weeks };
    };
    // A window that cannot be read would make every allowance a guess, so none is granted.
    window.whole(log, 1, MOST_WEEKS).map_or(none, |in_weeks| MissRule { allowed, in_weeks })
}
