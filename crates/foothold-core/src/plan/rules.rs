//! What cannot both be kept: one person is in one place at a time, travel and arrival buffer
//! included, touching ends are fine; and sleep after a night shift is protected.

use super::reason::ClashKind;
use super::travel::{CLINIC, HOME, Piece, Table, Tag};
use crate::household::RestRule;
use crate::time::{DAY_MIN, Span};

/// The night, in minutes after midnight of the day before: 11pm to 6am.
const NIGHT: (i32, i32) = (23 * 60, 30 * 60);
/// Minutes of a shift in the night that make it a night shift.
const NIGHT_SHIFT_MIN: i32 = 180;

/// Minutes that must lie between the end of one piece and the start of the next.
pub(super) fn needed_min(first: &Piece, then: &Piece, table: &Table) -> i32 {
    let early = if first.place == CLINIC && then.place == CLINIC { 0 } else { then.early };
    table.between(first.place, then.place) + early
}

/// Whether both cannot be kept by the one person who does both, how, and by how many minutes.
pub(super) fn meet(a: &Piece, b: &Piece, table: &Table) -> Option<(ClashKind, i32)> {
    if a.who == b.who && is_compared(a, b) { clash(a, b, table) } else { None }
}

/// Whether two things of one person can be in each other's way: a track's own sessions are taken as
/// published, two duties at one place are one errand, and a duty at home runs beside what is at home.
pub(super) fn is_compared(a: &Piece, b: &Piece) -> bool {
    let is_duty = |piece: &Piece| matches!(piece.tag, Tag::Duty | Tag::Asleep);
    match (is_duty(a), is_duty(b)) {
        (true, true) => a.place != b.place,
        (false, false) => a.tag != b.tag || !matches!(a.tag, Tag::Session(_)),
        (duty, _) => {
            let other = if duty { b } else { a };
            a.place != HOME || b.place != HOME || matches!(other.tag, Tag::Session(_))
        }
    }
}

/// Whether both cannot be kept, how, and by how many minutes.
fn clash(a: &Piece, b: &Piece, table: &Table) -> Option<(ClashKind, i32)> {
    let (first, then) = if (a.from, a.to) <= (b.from, b.to) { (a, b) } else { (b, a) };
    if then.from < first.to {
        return Some((ClashKind::Overlap, first.to.min(then.to) - then.from));
    }
    let short = needed_min(first, then, table) - (then.from - first.to);
    (short > 0).then_some((ClashKind::Travel, short))
}

/// Whether a shift is a night shift: 3 hours or more of it between 11pm and 6am.
pub(super) fn is_night(span: Span) -> bool {
    let in_night = |shift: i32| (span.to.min(NIGHT.1 + shift) - span.from.max(NIGHT.0 + shift)).max(0);
    in_night(-DAY_MIN) + in_night(0) >= NIGHT_SHIFT_MIN
}

/// The longest rest in one piece at home after a shift that ends at `end` in `place`, as far as it
/// counts: at most the rule's minutes. `pieces` is what the person does, in order.
pub(super) fn rest_min(end: i32, place: usize, pieces: &[Piece], rule: RestRule, table: &Table) -> i32 {
    let last = end + rule.within_min;
    let mut since = end + table.between(place, HOME);
    let mut best = 0;
    let later = || pieces.iter().filter(|piece| piece.to > end);
    for (at, piece) in later().enumerate() {
        let leaves = later().skip(at).map(|p| p.from - p.early - table.between(HOME, p.place));
        best = best.max(leaves.fold(last, i32::min) - since);
        since = since.max(piece.to + table.between(piece.place, HOME));
    }
    best.max(last - since).min(rule.least_min)
}
