//! The amounts by which somebody's day would have to change for a car to be at home.

use crate::household::Firm;
use crate::plan::problem::{Problem, WEEK_MIN, shifted};
use crate::plan::travel::Piece;
use crate::plan::travel::{HOME, WORTH_GOING_HOME_MIN};
use crate::plan::{ChangeKind, remedy};
use crate::time::DAY_MIN;

/// A moment at which a car could change hands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Moment {
    at: i32,
    /// Somebody may want to be home by then.
    home: bool,
    /// Somebody may want to leave no earlier.
    away: bool,
    /// Whether it is where more cars could be asked for than as things are: for a session, a duty or what has moved.
    asks: bool,
}

/// Every moment that can matter to a unit, and what else its person does; nothing where no session is near.
fn moments(problem: &Problem, at: usize, drivers: u16) -> Option<(Vec<Moment>, Vec<Piece>)> {
    let unit = problem.units.get(at)?;
    let table = &problem.frame.table;
    let (me, place) = (unit.piece.who, unit.piece.place);
    let (mut moments, mut own, mut near_session) = (Vec::new(), Vec::new(), false);
    let mut put = |piece: &Piece, mine: bool, as_is: bool, new: bool| {
        let near = piece.from - unit.piece.to <= DAY_MIN && unit.piece.from - piece.to <= DAY_MIN;
        if near {
            let leaves = piece.from - piece.early - table.between(HOME, piece.place);
            let home = piece.to + table.between(piece.place, HOME);
            // A car is free until somebody leaves and from when they are home; but where two go together it is the
            // same moment, and so it is where cars are too few as things are.
            let both = mine || as_is || piece.place == place;
            let asks = new || piece.place == place;
            moments.push(Moment { at: leaves, home: true, away: both, asks });
            moments.push(Moment { at: home, home: both, away: true, asks });
            if mine {
                moments.push(Moment { at: leaves - WORTH_GOING_HOME_MIN, home: true, away: false, asks: false });
                moments.push(Moment { at: home + WORTH_GOING_HOME_MIN, home: false, away: true, asks: false });
                own.push(piece.of(me));
            }
        }
        near
    };
    for delta in [-1, 0, 1] {
        for slot in problem.slots.iter().filter(|slot| shifted(slot.weeks, delta) & unit.weeks != 0) {
            if slot.may.iter().any(|who| drivers >> who & 1 == 1) {
                let near = put(&slot.piece.by(delta * WEEK_MIN), slot.is_for(me), false, true);
                near_session |= near && slot.seat().is_some();
            }
        }
        for (other, of) in problem.units.iter().enumerate() {
            let theirs = drivers >> of.piece.who & 1 == 1 && shifted(of.weeks, delta) & unit.weeks != 0;
            if theirs && (other != at || delta != 0) {
                for choice in &of.options {
                    let moved = choice.change.is_some_and(|change| change.moved_min() > 0);
                    for piece in choice.pieces.iter().flatten() {
                        put(&piece.by(delta * WEEK_MIN), of.piece.who == me, *piece == of.piece, moved);
                    }
                }
            }
        }
    }
    crate::order::sort(&mut moments);
    moments.dedup();
    near_session.then_some((moments, own))
}

/// Adds the changes of every unit, in rounds, as one follows from the other.
pub(super) fn list(problem: &mut Problem, firms: &[Firm], limits: bool) {
    for _ in 0..remedy::ROUNDS {
        let mut more = false;
        for (at, firm) in firms.iter().enumerate() {
            let found = changes(problem, at, *firm, limits);
            if let Some(unit) = problem.units.get_mut(at) {
                more |= remedy::add(unit, found);
            }
        }
        if !more {
            break;
        }
    }
}

/// The changes of a unit that could leave a car at home when somebody else needs it: at home by the moment at which
/// anybody else leaves, or leaving when they are home, in any of their ways, or so that there is
/// an hour at home before or after the person's own next thing; and, if asked for, by as much as the unit can.
fn changes(problem: &Problem, at: usize, firm: Firm, limits: bool) -> Vec<ChangeKind> {
    let Some(unit) = problem.units.get(at) else { return Vec::new() };
    let (table, drivers) = (&problem.frame.table, super::sharing(problem.frame.household));
    let place = unit.piece.place;
    if drivers >> unit.piece.who & 1 == 0 || !remedy::is_ordinary(firm) || place == HOME {
        return Vec::new();
    }
    let Some((moments, own)) = moments(problem, at, drivers) else { return Vec::new() };
    let (out, back) = (table.between(HOME, place), table.between(place, HOME));
    let (from, to) = (unit.piece.from, unit.piece.to);
    let mut found = Vec::new();
    for moment in &moments {
        // How much too late home, and how much too early away.
        let (late, early) = (to + back - moment.at, moment.at + out - from);
        let both = moment.home && moment.away;
        if let Firm::Move { .. } = firm {
            found.extend(moment.home.then_some(ChangeKind::Earlier(late)));
            found.extend(moment.away.then_some(ChangeKind::Later(early)));
            found.extend(both.then_some(ChangeKind::Later(-late)));
            found.extend(both.then_some(ChangeKind::Earlier(-early)));
        } else {
            found.extend(moment.home.then_some(ChangeKind::LeaveEarly(late)));
            found.extend(moment.away.then_some(ChangeKind::ArriveLate(early)));
        }
    }
    match firm {
        Firm::IfNeeded => return vec![ChangeKind::Skip],
        Firm::Fixed => {}
        Firm::Move { earlier_min, later_min } => {
            if limits {
                found.extend([ChangeKind::Earlier(earlier_min), ChangeKind::Later(later_min)]);
            }
            found.extend(remedy::changes(&unit.piece, firm, &own, table));
            found.retain(|kind| match kind {
                ChangeKind::Earlier(min) => (1..=earlier_min).contains(min),
                ChangeKind::Later(min) => (1..=later_min).contains(min),
                _ => false,
            });
        }
        Firm::Cut { most_min } => {
            let most_min = most_min.min(to - from - 1);
            if limits {
                found.extend([ChangeKind::LeaveEarly(most_min), ChangeKind::ArriveLate(most_min)]);
            }
            found.extend(steps_out(&moments, (from, to), (out, back)));
            found.retain(|kind| (1..=most_min).contains(&kind.lost_min(0)));
        }
    }
    found
}

/// Stepping out for an hour or more at home, between two of these moments, at one of which more cars could be asked for.
fn steps_out(moments: &[Moment], (from, to): (i32, i32), (out, back): (i32, i32)) -> Vec<ChangeKind> {
    let day = from.div_euclid(DAY_MIN) * DAY_MIN;
    let mut found = Vec::new();
    for first in moments.iter().filter(|moment| moment.home) {
        let until = |last: &&Moment| last.away && last.at > first.at && (first.asks || last.asks);
        for last in moments.iter().filter(until) {
            let hour = WORTH_GOING_HOME_MIN;
            for (home, gone) in [(first.at, last.at.max(first.at + hour)), (first.at.min(last.at - hour), last.at)] {
                let (leaves, comes) = (home - back, gone + out);
                if leaves > from && comes < to {
                    found.push(ChangeKind::StepOut { from: leaves - day, to: comes - day });
                }
            }
        }
    }
    found
}
