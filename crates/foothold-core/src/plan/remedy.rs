//! The changes worth trying for each weekday of a commitment.
//!
//! Amounts are breakpoints: the least minutes that make room for one thing in the way. Any other
//! amount makes room for nothing more and costs more, so the list is complete for an exact answer.
//! Things in the way are sessions, the sleep that a night shift asks for, and moved commitments; cars have
//! amounts of their own.

use super::ChangeKind;
use super::problem::{Choice, Pieces, Problem, Unit, WEEK_MIN, shifted};
use super::rules::{meet, needed_min};
use super::travel::{HOME, Piece, Table, Tag};
use crate::household::{Firm, MOST_CHANGE_MIN};
use crate::time::DAY_MIN;

/// A shift of which the middle could be slept through at home.
const LONG_SHIFT_MIN: i32 = 960;
/// How often amounts that follow from other amounts are looked for, where moves or sleep tie them together.
pub(super) const ROUNDS: usize = 3;

/// Fills the options of every unit. One commitment can be given another firmness.
pub(super) fn list(problem: &mut Problem, loosened: Option<(usize, Firm)>) {
    let table = &problem.frame.table;
    let firms: Vec<Firm> = problem
        .units
        .iter()
        .map(|unit| match loosened {
            Some((commitment, firm)) if commitment == unit.commitment => firm,
            _ => problem.commitment(unit).map_or(Firm::Fixed, |c| c.firm),
        })
        .collect();
    for _ in 0..ROUNDS {
        let mut more = false;
        for (at, firm) in firms.iter().enumerate() {
            let Some(unit) = problem.units.get(at) else { continue };
            let mut in_the_way = in_the_way(unit);
            let mut found = changes(&unit.piece, *firm, &in_the_way, table);
            // What moves may have to go past other things, too, and past what has moved; but not where
            // somebody only asks what would have to give.
            let asked = loosened.is_some_and(|(commitment, _)| commitment == unit.commitment);
            let moves = !found.is_empty() && !asked && matches!(firm, Firm::Move { .. });
            if let Firm::Move { earlier_min, later_min } = *firm
                && moves
            {
                let least = |earlier: bool| {
                    let of = found.iter().filter(|kind| matches!(kind, ChangeKind::Earlier(_)) == earlier);
                    of.map(|kind| kind.moved_min()).min().unwrap_or(i32::MAX)
                };
                let least = (least(true), least(false));
                let (past, shares) = passed(problem, &firms, at, unit);
                in_the_way.extend(past);
                found = changes(&unit.piece, *firm, &in_the_way, table);
                // Where something else could give way by as much less as this moves more, it may move as far as it can.
                if shares {
                    found.extend([ChangeKind::Earlier(earlier_min), ChangeKind::Later(later_min)]);
                }
                found.retain(|kind| match kind {
                    ChangeKind::Earlier(min) => *min >= least.0,
                    ChangeKind::Later(min) => *min >= least.1,
                    _ => true,
                });
            }
            if let Some(unit) = problem.units.get_mut(at) {
                more |= add(unit, found) && moves;
            }
        }
        if !more {
            break;
        }
    }
    let disturbed: Vec<usize> = (0..problem.units.len()).filter(|at| is_disturbed(problem, *at)).collect();
    for _ in 0..if disturbed.is_empty() { 0 } else { ROUNDS } {
        let mut more = false;
        for (at, firm) in firms.iter().enumerate().filter(|(_, firm)| is_ordinary(**firm)) {
            let found = for_rest(problem, &disturbed, at, *firm, loosened.is_none());
            if let Some(unit) = problem.units.get_mut(at) {
                more |= add(unit, found);
            }
        }
        if !more {
            break;
        }
    }
    if let Some(cars) = problem.frame.cars() {
        cars.changes(problem, &(&firms, loosened.is_none()));
    }
    for (at, firm) in firms.iter().enumerate() {
        let Some(unit) = problem.units.get(at).filter(|_| matches!(firm, Firm::Cut { .. } | Firm::IfNeeded)) else {
            continue;
        };
        let mut in_the_way = moved_into(problem, at, unit);
        if !in_the_way.is_empty() {
            in_the_way.extend(self::in_the_way(unit));
            let found = changes(&unit.piece, *firm, &in_the_way, table);
            if let Some(unit) = problem.units.get_mut(at) {
                add(unit, found);
            }
        }
    }
}

/// What is near a unit and cannot be kept beside it.
fn in_the_way(unit: &Unit) -> Vec<Piece> {
    unit.near.iter().filter(|n| !n.fine).map(|n| n.piece).collect()
}

/// Everything near a unit, and what else the same person does in the same weeks, in all its ways; and
/// whether anything of that could be cut.
fn passed(problem: &Problem, firms: &[Firm], at: usize, unit: &Unit) -> (Vec<Piece>, bool) {
    let mut found: Vec<Piece> = unit.near.iter().map(|n| n.piece).collect();
    let mut shares = false;
    for ((other, thing), firm) in problem.units.iter().enumerate().zip(firms) {
        if other == at || thing.piece.who != unit.piece.who {
            continue;
        }
        for delta in [-1, 0, 1].into_iter().filter(|delta| shifted(thing.weeks, *delta) & unit.weeks != 0) {
            let mut put = |piece: Piece| {
                let piece = piece.by(delta * WEEK_MIN);
                let near = piece.from - unit.piece.to <= DAY_MIN && unit.piece.from - piece.to <= DAY_MIN;
                found.extend(near.then_some(piece));
                near
            };
            for piece in thing.options.iter().flat_map(|choice| choice.pieces.iter().flatten()) {
                put(*piece);
            }
            if let Firm::Cut { most_min } = firm {
                let (from, to) = (thing.piece.from, thing.piece.to);
                let most_min = (*most_min).min(to - from - 1);
                shares |= put(Piece { from: from + most_min, ..thing.piece });
                shares |= put(Piece { to: to - most_min, ..thing.piece });
            }
        }
    }
    (found, shares)
}

/// Whether an entry can change, by no more than half a day. Where somebody only asks what a whole
/// day would help, amounts for the sake of sleep or of a car are not worked out: nobody leaves a night at midnight.
pub(super) fn is_ordinary(firm: Firm) -> bool {
    match firm {
        Firm::Fixed => false,
        Firm::IfNeeded => true,
        Firm::Move { earlier_min, later_min } => earlier_min.max(later_min) <= MOST_CHANGE_MIN,
        Firm::Cut { most_min } => most_min <= MOST_CHANGE_MIN,
    }
}

/// Every place to which another unit could move and where it would run into this one.
fn moved_into(problem: &Problem, at: usize, unit: &Unit) -> Vec<Piece> {
    let table = &problem.frame.table;
    let mut found = Vec::new();
    let theirs = |other: &Unit| other.piece.who == unit.piece.who;
    for (_, mover) in problem.units.iter().enumerate().filter(|(other, mover)| *other != at && theirs(mover)) {
        for choice in &mover.options {
            let (Some(ChangeKind::Earlier(_) | ChangeKind::Later(_)), [Some(piece), _]) =
                (choice.change, choice.pieces)
            else {
                continue;
            };
            for delta in [-1, 0, 1] {
                let by = |p: Piece| p.by(delta * WEEK_MIN);
                let together = shifted(mover.weeks, delta) & unit.weeks != 0;
                if together
                    && meet(&unit.piece, &by(piece), table).is_some()
                    && meet(&unit.piece, &by(mover.piece), table).is_none()
                {
                    found.push(by(piece));
                }
            }
        }
    }
    found
}

/// Whether a session could disturb the rest after a unit.
fn is_disturbed(problem: &Problem, at: usize) -> bool {
    let (Some(unit), Some(rule)) = (problem.units.get(at), problem.frame.household.rest) else { return false };
    // A shift can end half a day later than it does.
    let window = unit.piece.to + rule.within_min + DAY_MIN / 2;
    let out = |p: &Piece| p.from - p.early - problem.frame.table.between(p.place, HOME);
    unit.night && unit.near.iter().any(|near| out(&near.piece) < window && near.piece.to > unit.piece.to)
}

/// The changes of a unit that could leave room for sleep after one of these night shifts: before or
/// after a session or anything else in any of its ways, or until the last minute that counts; and,
/// if asked for, by as much as the unit can.
fn for_rest(problem: &Problem, disturbed: &[usize], at: usize, firm: Firm, limits: bool) -> Vec<ChangeKind> {
    let (Some(unit), Some(rule)) = (problem.units.get(at), problem.frame.household.rest) else { return Vec::new() };
    let table = &problem.frame.table;
    let home = |p: &Piece| table.between(p.place, HOME);
    let (least, window) = (rule.least_min, rule.within_min);
    let mut starts: Vec<i32> = Vec::new();
    let mut found = Vec::new();
    let theirs = |other: &&Unit| other.piece.who == unit.piece.who;
    for shift in disturbed.iter().filter_map(|at| problem.units.get(*at)).filter(theirs) {
        for delta in [-1, 0, 1].into_iter().filter(|delta| shifted(shift.weeks, *delta) & unit.weeks != 0) {
            let night = shift.piece.by(delta * WEEK_MIN);
            let ends = || shift.options.iter().flat_map(|choice| choice.pieces.iter().flatten().map(|p| p.to));
            let by = delta * WEEK_MIN;
            let opens = ends().min().unwrap_or(shift.piece.to) + by;
            let closes = ends().max().unwrap_or(shift.piece.to) + by + window;
            let near = |p: &Piece| p.from - p.early - home(p) < closes && p.to > opens;
            let (lo, hi) = unit.reach();
            if unit.piece != night && !near(&Piece { from: lo, to: hi, ..unit.piece }) {
                continue;
            }
            let mut things: Vec<Piece> =
                shift.near.iter().map(|near| near.piece.by(delta * WEEK_MIN)).filter(near).collect();
            let mut ends = Vec::new();
            for (other, thing) in problem.units.iter().enumerate().filter(|(other, of)| *other != at && theirs(of)) {
                for by in [-1, 0, 1].into_iter().filter(|by| shifted(thing.weeks, *by) & unit.weeks != 0) {
                    let pieces = thing.options.iter().flat_map(|choice| choice.pieces.iter().flatten());
                    let pieces = pieces.map(|p| p.by(by * WEEK_MIN));
                    if disturbed.contains(&other) && thing.piece.by(by * WEEK_MIN) == night {
                        ends.extend(pieces);
                    } else {
                        things.extend(pieces.filter(near));
                    }
                }
            }
            for thing in &things {
                starts.push(thing.from - thing.early - home(thing) - least);
                starts.push(thing.to + home(thing));
                if unit.piece == night {
                    found.push(ChangeKind::Later(thing.to + home(thing) + least - night.to - window));
                }
            }
            for end in ends {
                starts.extend([end.to + home(&end), end.to + window - least]);
            }
        }
    }
    if starts.is_empty() {
        return found;
    }
    let who = unit.piece.who;
    let sleep = |from: &i32| Piece { from: *from, to: from + least, place: HOME, early: 0, who, tag: Tag::Rest };
    let mut in_the_way: Vec<Piece> = starts.iter().map(sleep).collect();
    in_the_way.extend(self::in_the_way(unit));
    match firm {
        Firm::Move { earlier_min, later_min } => {
            found.retain(|kind| matches!(kind, ChangeKind::Later(min) if (1..=later_min).contains(min)));
            if limits {
                found.extend([ChangeKind::Earlier(earlier_min), ChangeKind::Later(later_min)]);
            }
        }
        Firm::Cut { most_min } => {
            let most_min = most_min.min(unit.span.minutes() - 1);
            found.clear();
            if limits {
                found.extend([ChangeKind::ArriveLate(most_min), ChangeKind::LeaveEarly(most_min)]);
            }
        }
        _ => found.clear(),
    }
    found.retain(|kind| kind.moved_min() + kind.lost_min(0) > 0);
    let more = changes(&unit.piece, firm, &in_the_way, table);
    // Nobody sleeps seven hours in the middle of a night shift, unless it lasts for most of a day.
    let idle = disturbed.contains(&at) && unit.span.minutes() < LONG_SHIFT_MIN;
    found.extend(more.into_iter().filter(|kind| !idle || !matches!(kind, ChangeKind::StepOut { .. })));
    found
}

/// Adds the changes that are not there yet; whether there were any.
pub(super) fn add(unit: &mut Unit, changes: Vec<ChangeKind>) -> bool {
    let before = unit.options.len();
    for change in changes {
        if !unit.options.iter().any(|known| known.change == Some(change)) {
            unit.options.push(Choice { change: Some(change), pieces: apply(&unit.piece, change) });
        }
    }
    crate::order::sort_by(&mut unit.options, |a, b| a.change.cmp(&b.change));
    unit.options.len() > before
}

/// What is left of a piece after a change.
pub(super) fn apply(piece: &Piece, change: ChangeKind) -> Pieces {
    let day = piece.from.div_euclid(DAY_MIN) * DAY_MIN;
    match change {
        ChangeKind::Earlier(min) => [Some(piece.by(-min)), None],
        ChangeKind::Later(min) => [Some(piece.by(min)), None],
        ChangeKind::ArriveLate(min) => [Some(Piece { from: piece.from + min, ..*piece }), None],
        ChangeKind::LeaveEarly(min) => [Some(Piece { to: piece.to - min, ..*piece }), None],
        ChangeKind::StepOut { from, to } => {
            [Some(Piece { to: day + from, ..*piece }), Some(Piece { from: day + to, ..*piece })]
        }
        ChangeKind::Skip => [None, None],
        ChangeKind::Miss(_) => [Some(*piece), None],
    }
}

/// The changes that a firmness allows and that make room for at least one thing in the way.
pub(super) fn changes(unit: &Piece, firm: Firm, in_the_way: &[Piece], table: &Table) -> Vec<ChangeKind> {
    let mut changes = Vec::new();
    if in_the_way.is_empty() {
        return changes;
    }
    match firm {
        Firm::Fixed => {}
        Firm::IfNeeded => changes.push(ChangeKind::Skip),
        Firm::Move { earlier_min, later_min } => {
            let earlier = in_the_way.iter().map(|o| unit.to + needed_min(unit, o, table) - o.from);
            changes.extend(earlier.filter(|min| (1..=earlier_min).contains(min)).map(ChangeKind::Earlier));
            let later = in_the_way.iter().map(|o| o.to + needed_min(o, unit, table) - unit.from);
            changes.extend(later.filter(|min| (1..=later_min).contains(min)).map(ChangeKind::Later));
        }
        Firm::Cut { most_min } => cuts(unit, most_min, in_the_way, table, &mut changes),
    }
    crate::order::sort(&mut changes);
    changes.dedup();
    changes
}

fn cuts(unit: &Piece, most_min: i32, in_the_way: &[Piece], table: &Table, changes: &mut Vec<ChangeKind>) {
    let most_min = most_min.min(unit.to - unit.from - 1);
    let day = unit.from.div_euclid(DAY_MIN) * DAY_MIN;
    for first in in_the_way {
        let leave = first.from - needed_min(unit, first, table);
        let early = unit.to - leave;
        if (1..=most_min).contains(&early) {
            changes.push(ChangeKind::LeaveEarly(early));
        }
        let late = first.to + needed_min(first, unit, table) - unit.from;
        if (1..=most_min).contains(&late) {
            changes.push(ChangeKind::ArriveLate(late));
        }
        for last in in_the_way.iter().filter(|last| last.to >= first.to) {
            let back = last.to + needed_min(last, unit, table);
            // Whoever steps out for a moment that takes no time at all is away for a minute.
            let back = back.max(leave + 1);
            if leave > unit.from && back < unit.to && (1..=most_min).contains(&(back - leave)) {
                changes.push(ChangeKind::StepOut { from: leave - day, to: back - day });
            }
        }
    }
}
