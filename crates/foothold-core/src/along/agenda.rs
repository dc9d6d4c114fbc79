//! What happens on which dates when an offer's plan is followed: the sessions that are attended, and what changes
//! in the week around them.

use crate::household::Household;
use crate::order;
use crate::plan::{Budget, ChangeKind, Dated, Offer, Verdict, dated};
use crate::site::{Session, Site};
use crate::time::{DAY_MIN, Datelike, Days, NaiveDate, Span, add_days};

/// Everything of an offer's plan that has a date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    /// The sessions that are attended, in the clinic's order.
    pub sessions: Vec<Series>,
    /// What changes, by row and time.
    pub changes: Vec<Series>,
}

/// One thing at one time of day, on several dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// What it is.
    pub what: What,
    /// From when to when, on the day of each date.
    pub span: Span,
    /// Its dates, each once, in order.
    pub dates: Vec<NaiveDate>,
}

/// What a series is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A session, by its index in the track.
    Session {
        /// Index in the track.
        index: usize,
        /// Whether it is attended from home.
        online: bool,
    },
    /// A change of something that the household does.
    Change {
        /// Its row.
        row: u32,
        /// What changes.
        kind: ChangeKind,
        /// From when to when it is without the change.
        was: Span,
    },
}

/// Lists an offer's dates: over the longest that the program takes, without closures and without the sessions
/// that the plan misses. Of an offer that does not fit all sessions and no changes, because there is no plan; nothing
/// for one whose times are not known.
pub fn agenda(site: &Site, household: &Household, offer: &Offer, budget: Budget) -> Agenda {
    let Some(track) = offer.taken(site).filter(|track| !track.sessions.is_empty() && !track.incomplete) else {
        return Agenda::default();
    };
    let plan = match offer.verdict {
        Verdict::DoesNotFit { .. } => Dated::default(),
        _ => dated(site, household, offer, budget),
    };
    let mut sessions = Vec::new();
    for (index, session) in track.sessions.iter().enumerate() {
        let missed = |date: &NaiveDate| {
            plan.missed.iter().any(|seat| seat.role.is_none() && (seat.session, &seat.date) == (index, date))
        };
        let all = held(site, household.start, session);
        for online in [false, true] {
            let here = |date: &&NaiveDate| session.online.has(date.weekday()) == online && !missed(date);
            let dates: Vec<NaiveDate> = all.iter().filter(here).copied().collect();
            if !dates.is_empty() {
                sessions.push(Series { what: What::Session { index, online }, span: session.span, dates });
            }
        }
    }
    Agenda { sessions, changes: changes(household, &plan) }
}

/// The dates on which a session is held.
fn held(site: &Site, start: NaiveDate, session: &Session) -> Vec<NaiveDate> {
    let weeks = i32::from(site.program.weeks.1.clamp(1, 60));
    let (first, last) = session.weeks.map_or((1, weeks), |(first, last)| (i32::from(first), i32::from(last)));
    let in_weeks = |at: &i32| (first..=last).contains(&(at / 7 + 1));
    (0..weeks * 7)
        .filter(in_weeks)
        .map(|at| add_days(start, at))
        .filter(|date| session.days.has(date.weekday()) && !site.program.closures.contains(date))
        .collect()
}

fn changes(household: &Household, plan: &Dated) -> Vec<Series> {
    let mut all: Vec<Series> = Vec::new();
    let mut spans = Vec::new();
    for (row, date, from, kind) in &plan.changed {
        let Some(commitment) = household.commitments.iter().find(|c| c.row == *row) else { continue };
        spans.clear();
        commitment.when.on(*date, &mut spans);
        let Some(was) = spans.iter().find(|span| span.from == *from).copied() else { continue };
        let what = What::Change { row: *row, kind: *kind, was };
        let (span, days) = placed(affected(was, *kind));
        let date = add_days(*date, days);
        match all.iter_mut().find(|series| series.what == what) {
            Some(series) => series.dates.push(date),
            None => all.push(Series { what, span, dates: vec![date] }),
        }
    }
    let place = |series: &Series| match series.what {
        What::Change { row, was, .. } => (row, was, series.span),
        What::Session { .. } => (0, series.span, series.span),
    };
    order::sort_by(&mut all, |a, b| place(a).cmp(&place(b)));
    all
}

/// The time that a change is about, in minutes after midnight of the day on which the commitment starts: the new
/// time of what moves, the gap of what is cut.
fn affected(was: Span, kind: ChangeKind) -> Span {
    match kind {
        ChangeKind::Earlier(min) => Span { from: was.from - min, to: was.to - min },
        ChangeKind::Later(min) => Span { from: was.from + min, to: was.to + min },
        ChangeKind::ArriveLate(min) => Span { from: was.from, to: was.from + min },
        ChangeKind::LeaveEarly(min) => Span { from: was.to - min, to: was.to },
        ChangeKind::StepOut { from, to } => Span { from, to },
        ChangeKind::Skip | ChangeKind::Miss(_) => was,
    }
}

/// A span that may begin before its day or after it, as one that begins on a day, and how many days later that is.
pub(super) fn placed(span: Span) -> (Span, i32) {
    let days = span.from.div_euclid(DAY_MIN);
    (Span { from: span.from - days * DAY_MIN, to: span.to - days * DAY_MIN }, days)
}

impl Series {
    /// The same with the way there and back: leaving so many minutes before, back so many minutes after.
    #[must_use]
    pub fn with_way(&self, before_min: i32, after_min: i32) -> Self {
        let (span, days) = placed(Span { from: self.span.from - before_min, to: self.span.to + after_min });
        let dates = self.dates.iter().map(|date| add_days(*date, days)).collect();
        Self { span, dates, ..self.clone() }
    }
}

/// When somebody is away for sessions, without saying how many or which: what follows one another on a date is one
/// time. Times in order, each with its dates.
pub fn times(sessions: &[Series]) -> Vec<(Span, Vec<NaiveDate>)> {
    let mut held: Vec<(NaiveDate, Span)> = Vec::new();
    for series in sessions {
        held.extend(series.dates.iter().map(|date| (*date, series.span)));
    }
    order::sort(&mut held);
    let mut away: Vec<(NaiveDate, Span)> = Vec::new();
    for (date, span) in held {
        match away.last_mut() {
            Some((on, last)) if *on == date && span.from <= last.to => last.to = last.to.max(span.to),
            _ => away.push((date, span)),
        }
    }
    let mut all: Vec<(Span, Vec<NaiveDate>)> = Vec::new();
    for (date, span) in away {
        match all.iter_mut().find(|(known, _)| *known == span) {
            Some((_, dates)) => dates.push(date),
            None => all.push((span, vec![date])),
        }
    }
    order::sort_by(&mut all, |a, b| (a.1.first(), a.0).cmp(&(b.1.first(), b.0)));
    all
}

/// How dates are said: weekdays from a first to a last date, without some.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// The weekdays.
    pub days: Days,
    /// The first date.
    pub first: NaiveDate,
    /// The last.
    pub last: NaiveDate,
    /// Dates of these weekdays between them on which it is not.
    pub except: Vec<NaiveDate>,
}

impl Pattern {
    /// The pattern of dates that are in order; `None` where so many are missing that a list says it better.
    pub fn of(dates: &[NaiveDate]) -> Option<Self> {
        let (first, last) = (*dates.first()?, *dates.last()?);
        let days = dates.iter().fold(Days::NONE, |days, date| days.with(date.weekday(), true));
        let all = (0..=last.num_days_from_ce() - first.num_days_from_ce()).map(|at| add_days(first, at));
        let except: Vec<NaiveDate> = all.filter(|date| days.has(date.weekday()) && !dates.contains(date)).collect();
        (except.len() * 3 <= dates.len()).then_some(Self { days, first, last, except })
    }
}

#[cfg(test)]
#[path = "agenda_tests.rs"]
mod tests;
