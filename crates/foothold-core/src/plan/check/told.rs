//! What an answer says of its plan, and why: statements, slack and reasons worked out anew.

use super::super::{Change, ChangeKind, Clash, ClashKind, Cover, Dated, Doer, Offer};
use super::cars;
use super::day::{DutyOn, Part, Sort, Thing, World};
use crate::household::{Agree, Commitment};
use crate::time::{DAY_MIN, Datelike, Days, Span, Weekday};

/// The least spare minutes around a session, or in the day of somebody who steps in.
pub(super) fn slack(world: &World, plan: &Dated) -> Option<i32> {
    let now = world.as_planned(plan, &mut Vec::new());
    // What somebody does of a duty that they do not do before any session.
    let steps_in = |thing: &Thing| {
        let Some((from, to)) = world.duties.get(thing.of).and_then(|duty| duty.base_of(thing.who)) else {
            return vec![*thing];
        };
        let rest = [Thing { to: from, ..*thing }, Thing { from: to, ..*thing }];
        rest.into_iter().filter(|rest| rest.from < rest.to).collect()
    };
    let is_session = |thing: &Thing| matches!(thing.sort, Sort::Session(_));
    let duties = now.iter().filter(|thing| thing.sort == Sort::Duty).flat_map(steps_in);
    let all: Vec<Thing> = now.iter().filter(|thing| is_session(thing)).copied().chain(duties).collect();
    let mut least: Option<i32> = None;
    for a in &all {
        for b in now.iter().filter(|b| b.who == a.who) {
            let counts = b.sort == Sort::Commitment || is_session(a) && b.sort == Sort::Duty;
            let (gap, needed) = world.gap(a, b);
            if counts && World::compared(a, b) && gap <= DAY_MIN && near_as_it_was(world, a, b) {
                least = Some(least.map_or(gap - needed, |known| known.min(gap - needed)));
            }
        }
    }
    least
}

/// Nearness is that of a commitment as it is without any change.
fn near_as_it_was(world: &World, a: &Thing, b: &Thing) -> bool {
    let Some(o) = world.occurrences.get(b.of).filter(|_| b.sort == Sort::Commitment) else { return true };
    let from = i32::try_from((o.date - world.household.start).num_days()).unwrap_or(0) * DAY_MIN;
    let (from, to) = (from + o.span.from, from + o.span.to);
    a.from - to <= DAY_MIN && from - a.to <= DAY_MIN
}

/// Whether the statements of an offer add up to its dates.
pub(super) fn statements_agree(world: &World, offer: &Offer, plan: &Dated) -> bool {
    changes_agree(world, offer.verdict.changes(), plan) && covers_agree(world, &offer.covers, plan)
}

/// Whether changes and misses add up to their dates.
pub(super) fn changes_agree(world: &World, statements: &[Change], plan: &Dated) -> bool {
    let told = |kinds: &dyn Fn(&ChangeKind) -> bool| -> u32 {
        statements.iter().filter(|change| kinds(&change.kind)).map(|change| change.dates).sum()
    };
    let told_misses = told(&|kind| matches!(kind, ChangeKind::Miss(_)));
    let told_changes = told(&|kind| !matches!(kind, ChangeKind::Miss(_)));
    let each = statements.iter().all(|change| {
        let of = plan.changed.iter().filter(|(row, date, from, kind)| {
            Some(*row) == change.row
                && *kind == change.kind
                && *from == change.span.from
                && change.days.has(date.weekday())
        });
        let missed = plan
            .missed
            .iter()
            .filter(|seat| change.kind == ChangeKind::Miss(seat.session) && change.days.has(seat.date.weekday()));
        let asks = |c: &Commitment| match c.agree {
            Agree::ByKind => c.kind.asks_outside(),
            Agree::Nobody => false,
            Agree::Party(_) => true,
        };
        let asks = world.household.commitments.iter().find(|c| Some(c.row) == change.row).is_some_and(asks);
        sum(of.count() + missed.count()) == change.dates && asks == change.asks
    });
    each && told_misses == sum(plan.missed.len()) && told_changes == sum(plan.changed.len())
}

/// Whether what is said of duties that others do adds up to their dates.
pub(super) fn covers_agree(world: &World, covers: &[Cover], plan: &Dated) -> bool {
    // What somebody does, or part of what they do, that they did not do before.
    let mut new: Vec<(u32, Doer, Span, Weekday)> = Vec::new();
    for duty in &world.duties {
        for (from, to, doer) in World::doers(plan, duty) {
            let begun = duty.thing.from - duty.span.from;
            let known = |part: &Part| part.2 == doer && part.0 <= from && to <= part.1;
            if !duty.base.iter().any(known) {
                new.push((duty.row, doer, Span { from: from - begun, to: to - begun }, duty.date.weekday()));
            }
        }
    }
    let each = covers.iter().all(|cover| {
        let is = |one: &&(u32, Doer, Span, Weekday)| {
            (one.0, one.1, one.2) == (cover.duty, cover.doer, cover.span) && cover.days.has(one.3)
        };
        sum(new.iter().filter(is).count()) == cover.dates
    });
    each && covers.iter().map(|cover| cover.dates).sum::<u32>() == sum(new.len())
}

fn sum(dates: usize) -> u32 {
    u32::try_from(dates).unwrap_or(u32::MAX)
}

/// Row, duty, session, how, minutes, weekdays, dates.
type Reason = (u32, Option<u32>, usize, ClashKind, i32, Days, u32);

/// Whether an offer names each clash, and none that is not.
pub(super) fn reasons_agree(world: &World, offer: &Offer) -> bool {
    let mut found: Vec<Reason> = Vec::new();
    let alone = world.commitments();
    let nights = world.nights();
    for seat in &world.seats {
        let [who] = seat.may.as_slice() else { continue };
        let session = Thing { who: *who, ..seat.thing };
        let mut say = |row, duty, kind, min| {
            let key = (row, duty, seat.session, kind, min);
            let day = seat.date.weekday();
            match found.iter_mut().find(|f| (f.0, f.1, f.2, f.3, f.4) == key) {
                Some(known) => (known.5, known.6) = (known.5.with(day, true), known.6 + 1),
                None => found.push((row, duty, seat.session, kind, min, Days::of(&[day]), 1)),
            }
        };
        for thing in alone.iter().filter(|thing| thing.who == *who) {
            let near = session.from - thing.to <= DAY_MIN && thing.from - session.to <= DAY_MIN;
            let row = world.occurrences.get(thing.of).map_or(0, |o| o.row);
            if let Some((kind, min)) = clash(world, thing, &session).filter(|_| near) {
                say(row, None, kind, min);
            } else if let Some(rule) = world.household.rest
                && near
                && nights.iter().any(|night| night.of == thing.of)
            {
                let mut with = alone.clone();
                with.push(session);
                let short = rule.least_min - world.rest_after(thing, &with);
                if short > 0 {
                    say(row, None, ClashKind::Rest, short);
                }
            }
        }
        for duty in &world.duties {
            let Some((from, to)) = duty.base_of(*who).filter(|_| !duty.outside) else { continue };
            let Some((_, min)) = clash(world, &Thing { who: *who, from, to, ..duty.thing }, &session) else { continue };
            if !can_be_done(world, duty, &session) {
                say(0, Some(duty.row), ClashKind::Cover, min);
            }
        }
    }
    found.extend(cars::clashes(world).iter().map(reason));
    let mut told: Vec<Reason> = offer.clashes.iter().map(reason).collect();
    found.sort_unstable();
    told.sort_unstable();
    found == told
}

fn reason(c: &Clash) -> Reason {
    (c.row, c.duty, c.session, c.kind, c.min, c.days, c.dates)
}

/// How one person cannot do both, and by how many minutes.
fn clash(world: &World, a: &Thing, b: &Thing) -> Option<(ClashKind, i32)> {
    if world.apart(a, b) {
        return None;
    }
    let (gap, needed) = world.gap(a, b);
    let shared = a.to.min(b.to) - a.from.max(b.from);
    Some(if gap < 0 { (ClashKind::Overlap, shared) } else { (ClashKind::Travel, needed - gap) })
}

/// Whether a duty can be done in any way beside one session more, everything else being as before any session.
fn can_be_done(world: &World, on: &DutyOn, session: &Thing) -> bool {
    let (from, to) = (on.thing.from, on.thing.to);
    let does = |who: usize, from: i32, to: i32| {
        let apart = who != session.who || world.apart(&Thing { who, from, to, ..on.thing }, session);
        apart && is_free(world, on, who, (from, to))
    };
    let hands = |at: i32, one: usize, then: usize| {
        let parts = [(from, at, Doer::Person(one)), (at, to, Doer::Person(then))];
        world.is_done(on, &parts) && does(one, from, at) && does(then, at, to)
    };
    on.may.iter().any(|one| does(*one, from, to))
        || world
            .moments(on)
            .into_iter()
            .any(|at| on.may.iter().any(|one| on.may.iter().any(|then| hands(at, *one, *then))))
}

/// Whether somebody is free for a duty from when to when, everything else being as before any session.
pub(super) fn is_free(world: &World, on: &DutyOn, who: usize, (from, to): (i32, i32)) -> bool {
    let before = world.before();
    let rule = world.household.rest;
    let mine = Thing { who, from, to, ..on.thing };
    let mut with = before.clone();
    with.push(mine);
    let rests = |night: &Thing| rule.is_none_or(|rule| world.rest_after(night, &with) >= rule.least_min);
    before.iter().all(|thing| world.apart(thing, &mine))
        && world.nights().iter().filter(|night| night.who == who).all(rests)
}
