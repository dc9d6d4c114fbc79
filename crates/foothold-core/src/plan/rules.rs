//! What cannot both be kept: one person is in one place at a time, travel and arrival buffer
//! included; touching ends are fine.

use super::reason::ClashKind;
use super::travel::{CLINIC, Piece, Table};

/// Minutes that must lie between the end of one piece and the start of the next.
pub(super) fn needed_min(first: &Piece, then: &Piece, table: &Table) -> i32 {
    let early = if first.place == CLINIC && then.place == CLINIC { 0 } else { then.early };
    table.between(first.place, then.place) + early
}

/// Whether both cannot be kept, how, and by how many minutes.
pub(super) fn clash(a: &Piece, b: &Piece, table: &Table) -> Option<(ClashKind, i32)> {
    let (first, then) = if (a.from, a.to) <= (b.from, b.to) { (a, b) } else { (b, a) };
    if then.from < first.to {
        return Some((ClashKind::Overlap, first.to.min(then.to) - then.from));
    }
    let short = needed_min(first, then, table) - (then.from - first.to);
    (short > 0).then_some((ClashKind::Travel, short))
}
