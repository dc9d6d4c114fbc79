//! The changes worth trying for each weekday of a commitment.
//!
//! Amounts are breakpoints: the least minutes that make room for one thing in the way. Any other
//! amount makes room for nothing more and costs more, so the list is complete for an exact answer.

use super::ChangeKind;
use super::problem::{Choice, Pieces, Problem, Unit, WEEK_MIN};
use super::rules::{clash, needed_min};
use super::travel::{Piece, Table};
use crate::household::Firm;

/// Fills the options of every unit.
pub(super) fn list(problem: &mut Problem) {
    let table = problem.table.clone();
    let firms: Vec<Firm> =
        problem.units.iter().map(|unit| problem.commitment(unit).map_or(Firm::Fixed, |c| c.firm)).collect();
    for (unit, firm) in problem.units.iter_mut().zip(&firms) {
        let in_the_way: Vec<Piece> = unit.near.iter().filter(|n| !n.fine).map(|n| n.piece).collect();
        add(unit, changes(&unit.piece, *firm, &in_the_way, &table), &table);
    }
    let moved = moved_pieces(problem);
    for (index, (unit, firm)) in problem.units.iter_mut().zip(&firms).enumerate() {
        if !matches!(firm, Firm::Cut { .. } | Firm::IfNeeded) {
            continue;
        }
        let mut in_the_way: Vec<Piece> = moved
            .iter()
            .filter(|(mover, base, piece)| {
                *mover != index
                    && clash(&unit.piece, piece, &table).is_some()
                    && clash(&unit.piece, base, &table).is_none()
            })
            .map(|(_, _, piece)| *piece)
            .collect();
        if !in_the_way.is_empty() {
            in_the_way.extend(unit.near.iter().filter(|n| !n.fine).map(|n| n.piece));
            add(unit, changes(&unit.piece, *firm, &in_the_way, &table), &table);
        }
    }
}

/// Every place to which a unit could move, seen from each week beside it: unit, where it was, where it goes.
fn moved_pieces(problem: &Problem) -> Vec<(usize, Piece, Piece)> {
    let mut moved = Vec::new();
    for (index, unit) in problem.units.iter().enumerate() {
        for choice in &unit.options {
            if let (Some(ChangeKind::Earlier(_) | ChangeKind::Later(_)), [Some(piece), _]) =
                (choice.change, choice.pieces)
            {
                for shift in [-WEEK_MIN, 0, WEEK_MIN] {
                    let by = |p: Piece| Piece { from: p.from + shift, to: p.to + shift, ..p };
                    moved.push((index, by(unit.piece), by(piece)));
                }
            }
        }
    }
    moved
}

fn add(unit: &mut Unit, changes: Vec<ChangeKind>, table: &Table) {
    for change in changes {
        if unit.options.iter().any(|known| known.change == Some(change)) {
            continue;
        }
        let pieces = apply(&unit.piece, change);
        let fine = unit
            .near
            .iter()
            .map(|near| pieces.iter().flatten().all(|piece| clash(piece, &near.piece, table).is_none()))
            .collect();
        unit.options.push(Choice { change: Some(change), pieces, fine });
    }
}

/// What is left of a piece after a change.
pub(super) fn apply(piece: &Piece, change: ChangeKind) -> Pieces {
    let day = piece.from.div_euclid(crate::time::DAY_MIN) * crate::time::DAY_MIN;
    match change {
        ChangeKind::Earlier(min) => [Some(Piece { from: piece.from - min, to: piece.to - min, ..*piece }), None],
        ChangeKind::Later(min) => [Some(Piece { from: piece.from + min, to: piece.to + min, ..*piece }), None],
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
fn changes(unit: &Piece, firm: Firm, in_the_way: &[Piece], table: &Table) -> Vec<ChangeKind> {
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
    let day = unit.from.div_euclid(crate::time::DAY_MIN) * crate::time::DAY_MIN;
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
            if leave > unit.from && back < unit.to && (1..=most_min).contains(&(back - leave)) {
                changes.push(ChangeKind::StepOut { from: leave - day, to: back - day });
            }
        }
    }
}
