//! The first visit: the earliest time at which nothing of the client's is in its way.
//!
//! It is asked as a small program of its own: the visit as the only session of one week that begins on its date,
//! or, once the program has begun, as one more session of its first week.

use super::problem::{Frame, Problem};
use super::search::cheapest;
use super::{Budget, Cost, Offer, Verdict, judged};
use crate::household::Household;
use crate::order;
use crate::site::{Attend, Intake, MissRule, Program, Session, SessionKind, Site, Track};
use crate::time::{Datelike, Days, NaiveDate, Span, Weekday, add_days};

/// Days before the start on which a visit is looked for.
const DAYS_BEFORE: i32 = 14;
/// Minutes from one start that is tried to the next.
const STEP_MIN: i32 = 15;

/// A time for the first visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit {
    /// On which date.
    pub date: NaiveDate,
    /// From when to when.
    pub span: Span,
}

/// The earliest time for the first visit with an offer's client, not before `earliest`: in the two weeks before the
/// program starts, else in its first week, where the offer must ask for nothing more with it. `None` where nothing was found with
/// the budget, which is one for all times that are tried, or the clinic names no visit.
pub fn first_visit(
    site: &Site,
    household: &Household,
    offer: &Offer,
    earliest: NaiveDate,
    budget: Budget,
) -> Option<Visit> {
    let intake = site.program.intake.as_ref()?;
    let mut household = household.clone();
    let mut left = budget.0;
    let (start, closures) = (household.start, &site.program.closures);
    let mut alone = site.clone();
    alone.program = Program { weeks: (1, 1), misses: MissRule { allowed: 0, in_weeks: 1 }, ..site.program.clone() };
    for date in (-DAYS_BEFORE..0).map(|at| add_days(start, at)).filter(|date| *date >= earliest) {
        household.start = date;
        if closures.contains(&date) {
            continue;
        }
        let frame = Frame::lay(&alone, &household);
        for span in starts(intake, date.weekday()) {
            let track = Track::of(vec![session(date.weekday(), span, None)]);
            let (verdict, _) = judge(&frame, offer.client, &track, budget, &mut left)?;
            if matches!(verdict, Verdict::Fits | Verdict::Tight) {
                return Some(Visit { date, span });
            }
        }
    }
    household.start = start;
    let taken = offer.taken(site).filter(|_| offer.verdict.fits())?;
    let frame = Frame::lay(site, &household);
    for date in (0..7).map(|at| add_days(start, at)).filter(|date| *date >= earliest && !closures.contains(date)) {
        for span in starts(intake, date.weekday()) {
            let mut track = taken.clone().into_owned();
            track.sessions.push(session(date.weekday(), span, Some((1, 1))));
            let (verdict, cost) = judge(&frame, offer.client, &track, budget, &mut left)?;
            if verdict.fits() && asked(cost) == asked(offer.cost) && apart(&taken, date.weekday(), span) {
                return Some(Visit { date, span });
            }
        }
    }
    None
}

/// The verdict on a track and what it costs, without any reasons; `None` once nothing is left of what all of them may take.
fn judge(frame: &Frame, client: usize, track: &Track, budget: Budget, left: &mut u32) -> Option<(Verdict, Cost)> {
    let problem = Problem::lay(frame, &[(client, track)], None);
    let found = cheapest(&problem, frame.site.program.misses, budget);
    *left = left.checked_sub(found.nodes.max(1))?;
    let cost = found.within.as_ref().unwrap_or(&found.partial).cost;
    Some((judged(&problem, &found, &mut None), cost))
}

/// Whether no session of the track is at the same time: a track's own sessions are otherwise taken as published.
fn apart(track: &Track, day: Weekday, span: Span) -> bool {
    let first = |session: &&Session| session.weeks.is_none_or(|(first, _)| first <= 1);
    let mut there = track.sessions.iter().filter(first).filter(|session| session.days.has(day));
    there.all(|session| session.span.to <= span.from || span.to <= session.span.from)
}

/// What a plan asks of people: everything but travel and evenings.
fn asked(cost: Cost) -> Cost {
    Cost { travel_min: 0, evenings: 0, ..cost }
}

/// Every start that is tried on a weekday, in order.
fn starts(intake: &Intake, day: Weekday) -> Vec<Span> {
    let mut spans = Vec::new();
    for (_, window) in intake.windows.iter().filter(|(days, _)| days.has(day)) {
        let first = (window.from + STEP_MIN - 1).div_euclid(STEP_MIN);
        let last = (window.to - intake.minutes).div_euclid(STEP_MIN);
        spans.extend((first..=last).map(|at| Span { from: at * STEP_MIN, to: at * STEP_MIN + intake.minutes }));
    }
    order::sort_by(&mut spans, |a, b| a.from.cmp(&b.from));
    spans.dedup();
    spans
}

fn session(day: Weekday, span: Span, weeks: Option<(u16, u16)>) -> Session {
    Session {
        kind: SessionKind::Individual,
        title: None,
        days: Days::of(&[day]),
        span,
        online: Days::NONE,
        either: false,
        weeks,
        attend: Attend::default(),
    }
}

#[cfg(test)]
#[path = "intake_tests.rs"]
mod tests;
