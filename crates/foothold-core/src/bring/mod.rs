//! A calendar file that somebody brings, such as a posted roster or a school year (RFC 5545): any text -> what
//! happens on which dates, in the clinic's clock.
//!
//! Output: [`Brought`], with what could not be told counted beside it, so that nothing is left out unsaid. A file is
//! read on the device and nothing of it goes anywhere from here. Written out by hand because any library would be part
//! of a download. Not here: tasks and journals of a calendar, which take no time, and rules that count hours or weeks
//! of a year, which no calendar offers: such entries count as unread.

mod lines;

mod value;

mod zones;

mod rule;

mod event;

mod gather;

mod row;

use crate::order::sort_by;
use crate::time::{NaiveDate, Span};
use std::cmp::Ordering;

/// Longest file in bytes that is looked at.
pub const LONGEST: usize = 4_000_000;

/// What was understood of a calendar file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brought {
    /// What happens, said once for all dates of the same name and time; by first date, then time, then name.
    pub groups: Vec<Group>,
    /// Entries of the file that could not be understood, that take no time, or that more than the most are.
    pub unread: u32,
    /// Dates that lie outside of the asked-for days, or that more than the most are. Of an entry that repeats by a rule
    /// one, if none of its dates lies within.
    pub outside: u32,
    /// Entries whose time zone is not known here: their times are taken as they are written.
    pub foreign: u32,
}

/// The same thing at the same time on several dates.
///
/// What lasts longer than a day is cut at midnight into the days that it takes, each of which is a date of its own: from
/// Friday 6pm to Sunday 7am is Friday 6pm to midnight, all of Saturday, and Sunday until 7am. A night shift, or a shift of 24
/// hours, stays one piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// As the file calls it, in one line, at most 80 characters; blank where it does not say.
    pub name: String,
    /// From when to when; `None` for all-day entries.
    pub span: Option<Span>,
    /// Whether the file marks it as free time.
    pub free: bool,
    /// On which dates it starts, in order, each once.
    pub dates: Vec<NaiveDate>,
}

/// Why there is nothing to show of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Not a calendar file.
    NotACalendar,
    /// Larger than what is looked at, [`LONGEST`].
    TooLong,
    /// A calendar without any entry.
    Empty,
}

/// Reads a calendar file. `days` are the first and last date that count, of which at most 366 are looked at; `zone` is the clinic's
/// zone by its IANA name, in which times are wanted.
pub fn read(text: &str, days: (NaiveDate, NaiveDate), zone: &str) -> Result<Brought, Unreadable> {
    if text.len() > LONGEST {
        return Err(Unreadable::TooLong);
    }
    let file = event::file(text).ok_or(Unreadable::NotACalendar)?;
    if file.events.is_empty() && file.more == 0 {
        return Err(Unreadable::Empty);
    }
    let mut brought = gather::gather(file, days, zone);
    sort_by(&mut brought.groups, in_order);
    Ok(brought)
}

fn in_order(a: &Group, b: &Group) -> Ordering {
    a.dates.first().cmp(&b.dates.first()).then(a.span.cmp(&b.span)).then_with(|| a.name.cmp(&b.name))
}
