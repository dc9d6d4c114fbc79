//! Why there is no car: which session and what else ask for one at the same time.

use super::outing::{Limit, Outing, add_outings};
use super::{by, count};
use crate::plan::hands;
use crate::plan::problem::{Frame, Problem, WEEK_MIN, has};
use crate::plan::reason::{Clash, ClashKind, OwnClash, everything, is_duty, is_free, say, shifts};
use crate::plan::rules::meet;
use crate::plan::slots::{Slot, What, small};
use crate::plan::travel::Piece;
use crate::plan::way::always;
use crate::time::{DAY_MIN, Days};

/// Every session that asks for a car when somebody else has it, or would need it for a duty.
pub(super) fn clashes(problem: &Problem, found: &mut Vec<Clash>) {
    let alone = Problem::bare(problem.frame, Vec::new());
    for slot in problem.slots.iter().filter(|slot| slot.may.len() == 1) {
        car_clashes(problem, &alone, slot, found);
    }
}

/// The dates on which somebody else has the car that a session asks for, or would need it for a duty.
fn car_clashes(problem: &Problem, alone: &Problem, slot: &Slot, found: &mut Vec<Clash>) {
    let frame = problem.frame;
    let (Some(session), Some(who)) = (slot.session(), slot.may.first().copied()) else { return };
    let mine = slot.piece.of(who);
    let meets = |piece: &Piece| meet(piece, &mine, &frame.table).is_some();
    let days = Days::of(&[slot.day]);
    let plain = Clash { row: 0, duty: None, session, days, kind: ClashKind::Car, min: 0, dates: 1 };
    let clash = |row, duty, min| Clash { row, duty, min, ..plain.clone() };
    for bit in (0..64).filter(|bit| has(slot.weeks, *bit) && frame.drivers >> who & 1 == 1) {
        let mut theirs = everything(problem, who, bit);
        if theirs.iter().any(|piece| meets(piece) && !is_duty(piece)) {
            continue;
        }
        theirs.retain(|piece| !meets(piece));
        let limit = Limit { cars: count(frame), as_is: driving(alone, bit) };
        let mut now = driving(problem, bit);
        put(problem, &mut now, theirs, mine);
        for a in now.iter().filter(|outing| outing.holds(&mine)) {
            let from_here = |late: &(i32, usize)| late.0 >= mine.to && late.1 == mine.place;
            if let Some((at, _)) = limit.late(a).find(from_here) {
                let last = by(frame, mine.place).last.unwrap_or(0);
                let kind = ClashKind::Last;
                say(found, Clash { kind, min: (at - last).rem_euclid(DAY_MIN), ..plain.clone() });
            }
            for b in now.iter().filter(|b| a.car && b.car && b.who != who && !b.is_with(a)) {
                let min = limit.over_min(&now, a, b);
                if min == 0 {
                    continue;
                }
                for (unit, by) in shifts(problem, b.who, bit) {
                    if let Some(of) = problem.commitment(unit).filter(|_| b.holds(&unit.piece.by(by))) {
                        say(found, clash(of.row, None, min));
                    }
                }
                for (duty, row, by) in duties(problem, b.who, bit) {
                    if b.holds(&duty.piece.of(b.who).by(by)) {
                        say(found, clash(0, Some(row), min));
                    }
                }
            }
        }
        for (duty, row, by) in duties(problem, who, bit) {
            let outside = matches!(duty.what, What::Duty { outside: true, .. });
            if outside || !meets(&duty.piece.of(who).by(by)) {
                continue;
            }
            let short = |other: &u8| {
                let piece = duty.piece.of(*other).by(by);
                let mut now = now.clone();
                put(problem, &mut now, everything(problem, *other, bit), piece);
                now.iter()
                    .find(|outing| outing.car && outing.holds(&piece))
                    .map_or(0, |outing| limit.over_min(&now, outing, outing))
            };
            let others = duty.may.iter().filter(|o| **o != who && is_free(problem, &duty, **o, bit + by / WEEK_MIN));
            let least = others.map(short).min().unwrap_or(0);
            if least > 0 {
                say(found, clash(0, Some(row), least));
            }
        }
    }
}

/// Gives somebody one more thing to do, beside these.
fn put(problem: &Problem, now: &mut Vec<Outing>, mut theirs: Vec<Piece>, more: Piece) {
    theirs.push(more);
    crate::order::sort(&mut theirs);
    now.retain(|outing| outing.who != more.who);
    if problem.frame.drivers >> more.who & 1 == 1 {
        add_outings(&theirs, problem.frame, now);
    }
}

/// The outings by car of everybody who shares the cars, around a week before any session.
fn driving(problem: &Problem, bit: i32) -> Vec<Outing> {
    let mut found = Vec::new();
    for who in (0..16).filter(|who| problem.frame.drivers >> who & 1 == 1) {
        add_outings(&everything(problem, who, bit), problem.frame, &mut found);
    }
    found
}

/// Entries of several people for which there are too few cars.
pub(super) fn own_clashes(frame: &Frame, found: &mut Vec<OwnClash>) {
    let alone = Problem::bare(frame, Vec::new());
    let limit = Limit { cars: count(frame), as_is: Vec::new() };
    let weeks: Vec<Vec<Outing>> = (0..=i32::from(frame.count)).map(|bit| driving(&alone, bit)).collect();
    for (index, a) in frame.household.commitments.iter().enumerate() {
        for (other, b) in frame.household.commitments.iter().enumerate().skip(index + 1).filter(|(_, b)| a.who != b.who)
        {
            for mine in frame.units.iter().filter(|unit| unit.commitment == index) {
                let mut worst = 0;
                for (bit, now) in (0..).zip(&weeks).skip(1).filter(|(bit, _)| has(mine.weeks, *bit)) {
                    for (theirs, by) in shifts(&alone, small(b.who), bit) {
                        let piece = theirs.piece.by(by);
                        for of in now.iter().filter(|_| theirs.commitment == other).filter(|of| of.holds(&piece)) {
                            let mine =
                                now.iter().filter(|my| my.car && of.car && my.holds(&mine.piece) && !my.is_with(of));
                            worst = mine.map(|my| limit.over_min(now, my, of)).fold(worst, i32::max);
                        }
                    }
                }
                let is = |c: &&mut OwnClash| (c.row, c.other, c.kind, c.min) == (a.row, b.row, ClashKind::Car, worst);
                if let Some(clash) = found.iter_mut().find(is) {
                    clash.days = clash.days.with(mine.day, true);
                } else if worst > 0 {
                    let (row, other, days) = (a.row, b.row, Days::of(&[mine.day]));
                    found.push(OwnClash { row, other, days, kind: ClashKind::Car, min: worst });
                }
            }
        }
    }
}

/// Duties, or parts of such, that somebody does around a week before any session: with their rows, and by how much each is away from it.
fn duties(problem: &Problem, who: u8, bit: i32) -> Vec<(Slot, u32, i32)> {
    let mut found = Vec::new();
    for delta in [-1, 0, 1] {
        let theirs = |slot: &&Slot| always(slot) == who && has(slot.weeks, bit + delta);
        let row =
            |slot: &Slot| slot.duty().and_then(|duty| problem.frame.household.duties.get(duty)).map(|duty| duty.row);
        let there = hands::parts(problem.slots.iter().filter(theirs).map(|slot| (slot, who)));
        found.extend(there.into_iter().filter_map(|(slot, _)| row(&slot).map(|row| (slot, row, delta * WEEK_MIN))));
    }
    found
}
