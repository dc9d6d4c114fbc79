//! The amounts by which somebody's day would have to change for a car to be at home.

use crate::household::Firm;
use crate::order;
use crate::plan::problem::{Problem, WEEK_MIN, shifted};
use crate::plan::travel::Piece;
use crate::plan::travel::{HOME, WORTH_GOING_HOME_MIN};
use crate::plan::{ChangeKind, remedy};
use crate::time::DAY_MIN;

/// The changes of a unit that could leave a car at home when somebody else needs it: at home by the moment, or
/// leaving at it, at which anybody's outing begins or ends in any of its ways, or so that there is
/// an hour at home before or after the person's own next thing; and, if asked for, by as much as the unit can.
pub(super) fn changes(problem: &Problem, at: usize, firm: Firm, limits: bool) -> Vec<ChangeKind> {
    let Some(unit) = problem.units.get(at) else { return Vec::new() };
    let (table, drivers) = (&problem.frame.table, super::sharing(problem.frame.household));
    let (me, place) = (unit.piece.who, unit.piece.place);
    if drivers >> me & 1 == 0 || firm == Firm::Fixed || place == HOME {
        return Vec::new();
    }
    let (mut moments, mut own, mut near_session) = (Vec::new(), Vec::new(), false);
    let mut put = |piece: &Piece, mine: bool| {
        let near = piece.from - unit.piece.to <= DAY_MIN && unit.piece.from - piece.to <= DAY_MIN;
        if near {
            let leaves = piece.from - piece.early - table.between(HOME, piece.place);
            let home = piece.to + table.between(piece.place, HOME);
            moments.extend([(leaves, mine), (home, mine)]);
            own.extend(mine.then_some(piece.of(me)));
        }
        near
    };
    for delta in [-1, 0, 1] {
        for slot in problem.slots.iter().filter(|slot| shifted(slot.weeks, delta) & unit.weeks != 0) {
            if slot.may.iter().any(|who| drivers >> who & 1 == 1) {
                let near = put(&slot.piece.by(delta * WEEK_MIN), slot.is_for(me));
                near_session |= near && slot.seat().is_some();
            }
        }
        for (other, of) in problem.units.iter().enumerate() {
            let theirs = drivers >> of.piece.who & 1 == 1 && shifted(of.weeks, delta) & unit.weeks != 0;
            if theirs && (other != at || delta != 0) {
                for piece in of.options.iter().flat_map(|choice| choice.pieces.iter().flatten()) {
                    put(&piece.by(delta * WEEK_MIN), of.piece.who == me);
                }
            }
        }
    }
    if !near_session {
        return Vec::new();
    }
    let hours = moments.iter().filter(|(_, mine)| *mine);
    let hours: Vec<i32> = hours.flat_map(|(at, _)| [at - WORTH_GOING_HOME_MIN, at + WORTH_GOING_HOME_MIN]).collect();
    let mut plain: Vec<i32> = moments.iter().map(|(at, _)| *at).collect();
    order::sort(&mut plain);
    plain.dedup();
    let (out, back) = (table.between(HOME, place), table.between(place, HOME));
    let (from, to) = (unit.piece.from, unit.piece.to);
    let mut found = Vec::new();
    for at in plain.iter().chain(&hours) {
        // How much too late home, and how much too early away.
        let (late, early) = (to + back - at, at + out - from);
        match firm {
            Firm::Move { .. } => {
                let moves = [late, -late, early, -early].into_iter().zip([true, false, false, true]);
                found.extend(moves.map(
                    |(min, earlier)| {
                        if earlier { ChangeKind::Earlier(min) } else { ChangeKind::Later(min) }
                    },
                ));
            }
            _ => found.extend([ChangeKind::LeaveEarly(late), ChangeKind::ArriveLate(early)]),
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
            found.extend(steps_out(&plain, (from, to), (out, back)));
            found.retain(|kind| (1..=most_min).contains(&kind.lost_min(0)));
        }
    }
    found
}

/// Stepping out for an hour or more at home, between two of these moments.
fn steps_out(moments: &[i32], (from, to): (i32, i32), (out, back): (i32, i32)) -> Vec<ChangeKind> {
    let day = from.div_euclid(DAY_MIN) * DAY_MIN;
    let mut found = Vec::new();
    for (at, first) in moments.iter().enumerate() {
        for last in moments.iter().skip(at + 1) {
            let hour = WORTH_GOING_HOME_MIN;
            for (home, gone) in [(*first, *last.max(&(first + hour))), (*first.min(&(last - hour)), *last)] {
                let (leaves, comes) = (home - back, gone + out);
                if leaves > from && comes < to {
                    found.push(ChangeKind::StepOut { from: leaves - day, to: comes - day });
                }
            }
        }
    }
    found
}
