//! What a household's file says has been agreed -> the household as it is then.
//!
//! A row names an entry or a duty, what changes of it, and on which dates. It is applied as the page applies an answer that
//! somebody tries ([`crate::plan::with_changes`]); which dates those are depends on how long the clinic's program is.

use super::family::{Family, id_of};
use super::household::{dates, minutes, one_of};
use super::issue::IssueKind;
use super::read::{At, Log, Members, join, shortened};
use super::sessions::{days, time};
use crate::household::{Household, MOST_CHANGE_MIN};
use crate::order;
use crate::plan::{Change, ChangeKind, Cover, Dated, Doer, DutyDate, with_changes};
use crate::rhythm::When;
use crate::time::{DAY_MIN, Datelike, Days, NaiveDate, Span, add_days, parse_time};

const CHANGES: [&str; 6] = ["earlier", "later", "arrive_late", "leave_early", "step_out", "skip"];
const NAMES: [&str; 15] = [
    "commitment",
    "duty",
    "on",
    "change",
    "min",
    "leaves",
    "back",
    "doer",
    "then",
    "at",
    "days",
    "dates",
    "first",
    "last",
    "about",
];
/// Most rows that are read.
pub(super) const MOST: usize = 200;

/// One thing that has been agreed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreed {
    path: String,
    what: What,
    days: Option<Days>,
    dates: Vec<NaiveDate>,
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum What {
    /// A commitment, by its row, and what changes.
    Change(u32, ChangeKind),
    /// A duty, by its row, who does it, and from when on somebody else.
    Doer(u32, Doer, Option<(i32, Doer)>),
}

/// What was taken as agreed, said once for all the weekdays on which it is the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakenAsAgreed {
    /// Changes of commitments.
    pub changes: Vec<Change>,
    /// Duties that somebody else does.
    pub covers: Vec<Cover>,
}

/// Reads one row.
pub(super) fn read(at: &At, top: &Members, family: &Family, log: &mut Log) -> Option<Agreed> {
    let members = at.object(log, &NAMES)?;
    let what = match (members.get("commitment"), members.get("duty")) {
        (Some(at), None) => What::Change(row(&at, top, "commitments", log)?, change(&members, log)?),
        (None, Some(at)) => {
            let row = row(&at, top, "duties", log)?;
            let doer = members.need(log, "doer").and_then(|at| doer(&at, family, log))?;
            let then = match members.get("then") {
                None => None,
                Some(at) => Some((members.need(log, "at").and_then(|at| clock(&at, log))?, doer_of(&at, family, log)?)),
            };
            What::Doer(row, doer, then)
        }
        (None, None) => return members.need(log, "commitment").and(None),
        (Some(_), Some(at)) => {
            log.error(&at.path, IssueKind::Repeats { first: join(&members.path, "commitment") });
            return None;
        }
    };
    let mut date = |name: &str| members.get(name).map_or(Some(None), |at| at.date(log).map(Some));
    let (first, last, _) = (date("first")?, date("last")?, date("on")?);
    let dates = members.get("dates").map_or(Some(Vec::new()), |at| dates(&at, log))?;
    let days = if members.get("days").is_some() { Some(days(&members, log)?) } else { None };
    Some(Agreed { path: members.path.clone(), what, days, dates, first, last })
}

/// The row of an id.
fn row(at: &At, top: &Members, list: &str, log: &mut Log) -> Option<u32> {
    let id = at.text(log)?;
    let rows = top.get(list).and_then(|at| at.list(log)).unwrap_or_default();
    let found = (1..).zip(&rows).find(|(_, row)| id_of(row) == id).map(|(row, _)| row);
    if found.is_none() {
        log.error(&at.path, IssueKind::UnknownId { id: shortened(id) });
    }
    found
}

fn doer(at: &At, family: &Family, log: &mut Log) -> Option<Doer> {
    if at.value.as_text() == Some("outside") { Some(Doer::Outside) } else { doer_of(at, family, log) }
}

fn doer_of(at: &At, family: &Family, log: &mut Log) -> Option<Doer> {
    family.somebody(at, log).map(Doer::Person)
}

fn clock(at: &At, log: &mut Log) -> Option<i32> {
    time(at, log).and_then(|text| parse_time(text).ok()).map(|min| min % DAY_MIN)
}

fn change(members: &Members, log: &mut Log) -> Option<ChangeKind> {
    let kind = one_of(members.need(log, "change"), log, &CHANGES)?;
    if kind < 4 {
        members.need(log, "min")?;
    }
    let min = minutes(members, log, "min", MOST_CHANGE_MIN);
    Some(match kind {
        0 => ChangeKind::Earlier(min?),
        1 => ChangeKind::Later(min?),
        2 => ChangeKind::ArriveLate(min?),
        3 => ChangeKind::LeaveEarly(min?),
        4 => ChangeKind::StepOut {
            from: members.need(log, "leaves").and_then(|at| clock(&at, log))?,
            to: members.need(log, "back").and_then(|at| clock(&at, log))?,
        },
        _ => ChangeKind::Skip,
    })
}

/// A time and what something was there before, in the order of the file.
type Known = (bool, u32, NaiveDate, i32, String);

/// The household with everything that has been agreed, in a program of so many weeks, and what that was. Rows that say
/// something that cannot be are left out and named.
pub(super) fn apply(household: &Household, weeks: u16, agreed: &[Agreed], log: &mut Log) -> (Household, TakenAsAgreed) {
    let (mut plan, mut taken, mut known) = (Dated::default(), TakenAsAgreed::default(), Vec::<Known>::new());
    for one in agreed {
        let (row, when) = match one.what {
            What::Change(row, _) => (row, household.commitments.iter().find(|c| c.row == row).map(|c| &c.when)),
            What::Doer(row, ..) => (row, household.duties.iter().find(|duty| duty.row == row).map(|duty| &duty.when)),
        };
        let is_duty = matches!(one.what, What::Doer(..));
        // A row that cannot be read is named already.
        let Some(starts) = when.and_then(|when| one.starts(when, household.start, weeks, log)) else { continue };
        let same = |(date, span): &&(NaiveDate, Span)| {
            known.iter().find(|k| (k.0, k.1, k.2, k.3) == (is_duty, row, *date, span.from)).map(|k| k.4.clone())
        };
        if let Some(first) = starts.iter().find_map(|start| same(&start)) {
            log.error(&one.path, IssueKind::Repeats { first });
            continue;
        }
        let fine = match one.what {
            What::Change(_, kind) => one.change(household, row, kind, &starts, &mut plan, &mut taken, log),
            What::Doer(_, doer, then) => one.doer(household, row, (doer, then), &starts, &mut plan, &mut taken, log),
        };
        if fine.is_some() {
            known.extend(starts.iter().map(|(date, span)| (is_duty, row, *date, span.from, one.path.clone())));
        }
    }
    let after = if plan == Dated::default() { household.clone() } else { with_changes(household, weeks, &plan) };
    (after, taken)
}

impl Agreed {
    /// Every date on which it is to be, with the time of the entry; nothing where the entry is not there.
    fn starts(&self, when: &When, start: NaiveDate, weeks: u16, log: &mut Log) -> Option<Vec<(NaiveDate, Span)>> {
        let all = (-7..(i32::from(weeks) + 1) * 7).map(|at| add_days(start, at));
        let dates: Vec<NaiveDate> = if self.dates.is_empty() { all.collect() } else { self.dates.clone() };
        let inside = |date: &NaiveDate| {
            self.first.is_none_or(|first| *date >= first)
                && self.last.is_none_or(|last| *date <= last)
                && self.days.is_none_or(|days| days.has(date.weekday()))
        };
        let mut found = Vec::new();
        for date in dates.into_iter().filter(inside) {
            let mut spans = Vec::new();
            when.on(date, &mut spans);
            if spans.is_empty() && !self.dates.is_empty() {
                log.error(&self.path, IssueKind::NotThen { date: Some(date.to_string()) });
                return None;
            }
            found.extend(spans.into_iter().map(|span| (date, span)));
        }
        if found.is_empty() {
            log.error(&self.path, IssueKind::NotThen { date: None });
            return None;
        }
        Some(found)
    }

    #[expect(clippy::too_many_arguments, reason = "what is said, what it is said of, and where it goes")]
    fn change(
        &self,
        household: &Household,
        row: u32,
        kind: ChangeKind,
        starts: &[(NaiveDate, Span)],
        plan: &mut Dated,
        taken: &mut TakenAsAgreed,
        log: &mut Log,
    ) -> Option<()> {
        let of = household.commitments.iter().find(|c| c.row == row)?;
        let asks = of.asks();
        let mut changes: Vec<(NaiveDate, Span, ChangeKind)> = Vec::new();
        for (date, span) in starts {
            let length = span.minutes();
            let kind = match kind {
                ChangeKind::ArriveLate(min) | ChangeKind::LeaveEarly(min) if min >= length => {
                    let (value, most) = (f64::from(min), f64::from(length - 1));
                    log.error(&join(&self.path, "min"), IssueKind::OutOfRange { value, least: 1.0, most });
                    return None;
                }
                ChangeKind::StepOut { from, to } => {
                    let after = |min: i32| if min <= span.from { min + DAY_MIN } else { min };
                    let (leaves, back) = (after(from), after(to));
                    if leaves >= back || back >= span.to {
                        let text = |min: i32| format!("{}:{:02}", min / 60, min % 60);
                        let kind = IssueKind::EmptySpan { from: text(from), to: text(to) };
                        log.error(&self.path, kind);
                        return None;
                    }
                    ChangeKind::StepOut { from: leaves, to: back }
                }
                kind => kind,
            };
            changes.push((*date, *span, kind));
        }
        for (date, span, kind) in changes {
            plan.changed.push((row, date, span.from, kind));
            let (days, day) = (Days::of(&[date.weekday()]), date.weekday());
            let same = |c: &&mut Change| (c.row, c.span, c.kind) == (Some(row), span, kind);
            match taken.changes.iter_mut().find(same) {
                Some(known) => (known.days, known.dates) = (known.days.with(day, true), known.dates + 1),
                None => taken.changes.push(Change { row: Some(row), days, span, kind, dates: 1, asks }),
            }
        }
        Some(())
    }

    #[expect(clippy::too_many_arguments, reason = "what is said, what it is said of, and where it goes")]
    fn doer(
        &self,
        household: &Household,
        row: u32,
        (doer, then): (Doer, Option<(i32, Doer)>),
        starts: &[(NaiveDate, Span)],
        plan: &mut Dated,
        taken: &mut TakenAsAgreed,
        log: &mut Log,
    ) -> Option<()> {
        let duty = household.duties.iter().find(|duty| duty.row == row)?;
        for who in [Some(doer), then.map(|then| then.1)].into_iter().flatten() {
            let Doer::Person(who) = who else { continue };
            if !duty.may.contains(&who) {
                let id = household.people.get(who).map(|person| shortened(&person.id)).unwrap_or_default();
                log.error(&join(&self.path, "doer"), IssueKind::UnknownId { id });
                return None;
            }
        }
        let mut parts: Vec<(NaiveDate, Span, Doer)> = Vec::new();
        for (date, span) in starts {
            let at = then.map(|(at, _)| if at <= span.from { at + DAY_MIN } else { at });
            match then.zip(at) {
                None => parts.push((*date, *span, doer)),
                Some(((_, then), at)) if duty.handover && at < span.to && doer != then && doer != Doer::Outside => {
                    parts.push((*date, Span { to: at, ..*span }, doer));
                    parts.push((*date, Span { from: at, ..*span }, then));
                }
                Some(_) => {
                    log.error(&join(&self.path, "at"), IssueKind::NoHandover);
                    return None;
                }
            }
        }
        for (date, span, doer) in parts {
            plan.doers.push(DutyDate { duty: row, date, from: span.from, doer });
            let (days, day) = (Days::of(&[date.weekday()]), date.weekday());
            let same = |c: &&mut Cover| (c.duty, c.span, c.doer) == (row, span, doer);
            match taken.covers.iter_mut().find(same) {
                Some(known) => (known.days, known.dates) = (known.days.with(day, true), known.dates + 1),
                None => taken.covers.push(Cover { duty: row, doer, days, span, dates: 1 }),
            }
        }
        order::sort_by(&mut plan.doers, |a, b| (a.date, a.duty, a.from).cmp(&(b.date, b.duty, b.from)));
        Some(())
    }
}

#[cfg(test)]
#[path = "agreed_tests.rs"]
mod tests;
