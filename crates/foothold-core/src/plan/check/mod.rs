//! Looks again at an answer, from the dates up, and shares nothing with the search that found it:
//! not its places, its pieces, its parts, nor its sums. A plan is laid on absolute minutes and every
//! rule of `docs/PLANNER.md` is asked of it in plain words; costs and reasons are worked out anew.
//!
//! [`faults`] is for offers, [`plan_faults`] for any plan, also one of several clients. What cannot be
//! checked by looking is whether a cheaper plan exists: that is what the slow solvers in the tests are for.

mod apart;
mod base;
mod beside;
mod cars;
mod day;
#[cfg(not(feature = "quiet"))]
mod floating;
mod told;
mod visit;

pub use base::baseline_faults;
pub use beside::{alternative_faults, give_faults};
pub use visit::visit_faults;

use super::{ChangeKind, Cost, Dated, Doer, DutyDate, Offer, TIGHT_MIN, Verdict};
use crate::household::{Agree, Firm, Household};
use crate::site::{Site, Track};
use day::{Sort, Thing, World};

/// What is wrong with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// It names something on a date on which that is not.
    Nothing,
    /// A commitment changes in a way that its firmness does not allow.
    Firmness,
    /// One weekday of a commitment changes in two ways.
    TwoWays,
    /// A moved commitment runs into another.
    Runs,
    /// Somebody would be in two places.
    TwoPlaces,
    /// A seat that nobody takes and that is not missed, or that the wrong person takes.
    Seat,
    /// A duty that nobody does, or somebody who may not.
    Duty,
    /// Rest after a night shift is lost.
    Rest,
    /// More cars are out than there are.
    Cars,
    /// Somebody would not get home.
    LastWay,
    /// More sessions are missed than the clinic allows.
    Misses,
    /// A line of the cost is wrong.
    Cost,
    /// The verdict is not that of the plan.
    Verdict,
    /// What is said of the plan is not what it does on its dates.
    Told,
    /// A reason is wrong, or one is not given.
    Reason,
    /// Before any session a duty is done by somebody who cannot, or could be done better.
    Baseline,
    /// Another set of changes asks whom it should leave out, or costs less than the cheapest.
    Beside,
    /// What would have to give has nothing to do with it, or by another amount than is said.
    Give,
    /// The first visit is at a time at which it may not be, or something is in its way.
    Visit,
    /// Hours that float lie where they may not, or nowhere although there is a place.
    Block,
}

/// Everything that is wrong with an offer and its plan; nothing where it is sound.
pub fn faults(site: &Site, household: &Household, baseline: &[DutyDate], offer: &Offer, plan: &Dated) -> Vec<Fault> {
    let Some(track) = offer.taken(site) else { return vec![Fault::Nothing] };
    if offer.verdict == Verdict::AskClinic {
        let known = !track.sessions.is_empty() && !track.incomplete;
        return if known { vec![Fault::Verdict] } else { Vec::new() };
    }
    let takes = [(offer.client, &*track)];
    let fits = !matches!(offer.verdict, Verdict::DoesNotFit { .. });
    let (Some(offer), unplaced) = without_unplaced(site, offer) else { return vec![Fault::Cost] };
    let offer = &offer;
    let mut found = plan_faults(site, household, baseline, &takes, plan, offer.cost, fits);
    let world = World::lay(site, household, baseline, &takes);
    let calm = plan.changed.is_empty() && plan.missed.is_empty() && offer.cost.cover_min + offer.cost.swaps == 0;
    let slack = told::slack(&world, plan);
    let tight = slack.is_some_and(|slack| slack < TIGHT_MIN);
    let verdict = match offer.verdict {
        Verdict::Fits => calm && !tight,
        Verdict::Tight => calm && tight,
        Verdict::FitsIf(_) => !calm,
        Verdict::DoesNotFit { attended, .. } => {
            (unplaced || !plan.missed.is_empty()) && attended + offer.cost.missed == offer.sessions
        }
        Verdict::AskClinic => true,
    };
    if !verdict || fits && offer.slack.map(|slack| slack.min) != slack {
        found.push(Fault::Verdict);
    }
    if !told::statements_agree(&world, offer, plan) || world.seats.len() != offer.sessions as usize {
        found.push(Fault::Told);
    }
    if !told::reasons_agree(&world, offer) {
        found.push(Fault::Reason);
    }
    #[cfg(not(feature = "quiet"))]
    if !floating::are_placed(&world, offer, &track) {
        found.push(Fault::Block);
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// An offer whose floating hours have no place without the misses that must count for them, and whether it is one.
fn without_unplaced(site: &Site, offer: &Offer) -> (Option<Offer>, bool) {
    let mut offer = offer.clone();
    let rows = site.tracks.get(offer.track).map_or(&[][..], Track::floating);
    let unplaced = !rows.is_empty() && offer.arranged().is_empty();
    for row in rows.iter().filter(|_| unplaced) {
        let weeks = 1..=site.program.weeks.1.clamp(1, 60);
        let runs = |week: &u16| row.weeks.is_none_or(|(first, last)| (first..=last).contains(week));
        let held = u32::try_from(weeks.filter(runs).count()).unwrap_or(0);
        let (Some(sessions), Some(missed)) = (offer.sessions.checked_sub(held), offer.cost.missed.checked_sub(held))
        else {
            return (None, unplaced);
        };
        (offer.sessions, offer.cost.missed) = (sessions, missed);
    }
    (Some(offer), unplaced)
}

/// Everything that is wrong with a plan of some clients, each with a track, at this cost. `fits` says
/// that the limit on misses counts.
pub fn plan_faults(
    site: &Site,
    household: &Household,
    baseline: &[DutyDate],
    takes: &[(usize, &Track)],
    plan: &Dated,
    cost: Cost,
    fits: bool,
) -> Vec<Fault> {
    let world = World::lay(site, household, baseline, takes);
    let mut found = Vec::new();
    if !names_what_is(&world, plan) {
        found.push(Fault::Nothing);
    }
    changes_are_allowed(&world, plan, &mut found);
    let now = world.as_planned(plan, &mut found);
    let sessions_and_duties = |t: &Thing| t.sort != Sort::Commitment;
    for (at, a) in now.iter().enumerate() {
        for b in now.iter().skip(at + 1) {
            if a.from > b.to + 2880 || b.from > a.to + 2880 {
                continue;
            }
            if (sessions_and_duties(a) || sessions_and_duties(b)) && !world.apart(a, b) {
                found.push(Fault::TwoPlaces);
            }
            let runs = (a.moved || b.moved) && !world.apart(a, b) || a.moved && b.moved && world.takes_the_place(a, b);
            if runs && !sessions_and_duties(a) && !sessions_and_duties(b) && world.were_apart(a, b) {
                found.push(Fault::Runs);
            }
        }
    }
    if !world.rests_hold(&now) {
        found.push(Fault::Rest);
    }
    if !cars::are_enough(&world, &now) || !cars::are_enough(&world, &world.before()) {
        found.push(Fault::Cars);
    }
    if !cars::get_home(&world, &now) || !cars::get_home(&world, &world.before()) {
        found.push(Fault::LastWay);
    }
    if fits && !misses_are_allowed(&world, plan) {
        found.push(Fault::Misses);
    }
    if cost_of(&world, plan, &now) != cost {
        found.push(Fault::Cost);
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn names_what_is(world: &World, plan: &Dated) -> bool {
    let row = |(row, date, from, _): &(u32, _, i32, _)| {
        world.occurrences.iter().any(|o| o.row == *row && o.date == *date && o.span.from == *from)
    };
    let is = |named: &super::SeatDate| {
        let same = |seat: &&day::Seat| {
            seat.session == named.session
                && seat.date == named.date
                && seat.client == named.client
                && seat.role == named.role
        };
        world.seats.iter().filter(same).count() == 1
    };
    let duty = |date: &DutyDate| {
        let of = |d: &&day::DutyOn| d.row == date.duty && d.date == date.date;
        let is = |d: &day::DutyOn| d.span.from == date.from || d.span.from < date.from && date.from < d.span.to;
        world.duties.iter().filter(of).any(is)
    };
    plan.changed.iter().all(row)
        && plan.missed.iter().all(is)
        && plan.seated.iter().all(|(named, _)| is(named))
        && plan.doers.iter().all(duty)
}

fn changes_are_allowed(world: &World, plan: &Dated, found: &mut Vec<Fault>) {
    for (at, (row, date, from, kind)) in plan.changed.iter().enumerate() {
        let Some(o) = world.occurrences.iter().find(|o| o.row == *row && o.date == *date && o.span.from == *from)
        else {
            continue;
        };
        let (length, starts) = (o.span.minutes(), o.span.from);
        let allowed = match (world.firm(*row), *kind) {
            (Firm::IfNeeded, ChangeKind::Skip) => true,
            (Firm::Move { earlier_min, .. }, ChangeKind::Earlier(min)) => (1..=earlier_min).contains(&min),
            (Firm::Move { later_min, .. }, ChangeKind::Later(min)) => (1..=later_min).contains(&min),
            (Firm::Cut { most_min }, ChangeKind::ArriveLate(min) | ChangeKind::LeaveEarly(min)) => {
                (1..=most_min).contains(&min) && min < length
            }
            (Firm::Cut { most_min }, ChangeKind::StepOut { from, to }) => {
                from > starts && from < to && to < o.span.to && to - from <= most_min
            }
            _ => false,
        };
        if !allowed {
            found.push(Fault::Firmness);
        }
        let weekday = chrono::Datelike::weekday(date);
        let other = plan.changed.iter().skip(at + 1).any(|(r, d, f, k)| {
            r == row && f == from && chrono::Datelike::weekday(d) == weekday && k != kind && world.same_span(o, *d)
        });
        if other {
            found.push(Fault::TwoWays);
        }
    }
}

fn misses_are_allowed(world: &World, plan: &Dated) -> bool {
    let rule = world.site.program.misses;
    let weeks = i64::from(rule.in_weeks.max(1));
    plan.missed.iter().all(|first| {
        let week = |seat: &super::SeatDate| (seat.date - world.household.start).num_days() / 7;
        let same = |seat: &&super::SeatDate| {
            seat.client == first.client
                && seat.role == first.role
                && (week(first)..week(first) + weeks).contains(&week(seat))
        };
        plan.missed.iter().filter(same).count() <= usize::from(rule.allowed)
    })
}

fn cost_of(world: &World, plan: &Dated, now: &[Thing]) -> Cost {
    let mut cost = Cost { missed: u32::try_from(plan.missed.len()).unwrap_or(u32::MAX), ..Cost::default() };
    let mut asked: Vec<(bool, u32)> = Vec::new();
    for (row, date, from, kind) in &plan.changed {
        let Some(c) = world.household.commitments.iter().find(|c| c.row == *row) else { continue };
        let length = world.occurrences.iter().find(|o| o.row == *row && o.date == *date && o.span.from == *from);
        let length = length.map_or(0, |o| o.span.minutes());
        let (lost, moved) = match *kind {
            ChangeKind::Earlier(min) | ChangeKind::Later(min) => (0, min),
            ChangeKind::ArriveLate(min) | ChangeKind::LeaveEarly(min) => (min, 0),
            ChangeKind::StepOut { from, to } => (to - from, 0),
            ChangeKind::Skip => (length, 0),
            ChangeKind::Miss(_) => (0, 0),
        };
        let count = |min: i32| u32::try_from(min).unwrap_or(0);
        if c.kind.is_work() {
            cost.work_lost_min += count(lost);
        } else {
            cost.moved_min += count(lost);
        }
        cost.moved_min += count(moved);
        let party = match c.agree {
            Agree::Party(number) => Some((true, u32::from(number))),
            Agree::ByKind if c.kind.asks_outside() => Some((false, *row)),
            _ => None,
        };
        asked.extend(party.filter(|party| !asked.contains(party)));
    }
    cost.parties = u32::try_from(asked.len()).unwrap_or(u32::MAX);
    for duty in &world.duties {
        let parts = World::doers(plan, duty);
        let usual = world.usual(duty.row);
        if parts.iter().any(|part| part.2 == Doer::Outside) && !duty.is_covered() {
            cost.cover_min += u32::try_from(duty.span.minutes().max(1)).unwrap_or(0);
        }
        let is_new = |part: &day::Part| matches!(part.2, Doer::Person(who) if duty.base_of(who).is_none() && usual.is_some_and(|usual| usual != who));
        cost.swaps += u32::from(parts.iter().any(is_new));
    }
    cost.travel_min = world.on_the_way(now) - world.on_the_way(&world.before());
    cost.evenings = u32::try_from(now.iter().filter(|thing| thing.evening).count()).unwrap_or(u32::MAX);
    cost
}

#[cfg(test)]
#[path = "../check_tests.rs"]
pub(super) mod tests;
