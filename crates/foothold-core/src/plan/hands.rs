//! One handover of a duty: at which moments it can change hands, and what is said of a date on which it does.
//!
//! A duty that may be handed over lies in pieces between those moments. The search gives each piece to somebody,
//! of one date never to a third ([`may_go_on`]); whatever is said of such a date is said of the parts that one person does.
//! A visitor's browser knows no such duty, and none of this comes with its first file.

use super::problem::{Frame, Problem, WEEK_MIN, Weeks, has, shifted};
use super::reason::is_free;
use super::rules::{is_compared, meet, needed_min};
use super::slots::{OUTSIDE, Slot, What};
use super::travel::Piece;
use super::way::{Plan, always};
use super::{Clash, ClashKind, Cover, Doer};
use crate::order;
use crate::time::{DAY_MIN, Days, Span};

/// Whether there are such duties at all. The form on a page knows no way to say so.
pub(super) const KNOWN: bool = !cfg!(feature = "quiet");

/// Cuts the duties of a household where its own entries ask for it.
pub(super) fn cut_by_entries(frame: &Frame, duties: Vec<Slot>) -> Vec<Slot> {
    let units = frame.units.iter().map(|unit| (vec![unit.piece.who], unit.piece, unit.weeks));
    let things: Vec<Thing> = units.chain(duties.iter().map(thing)).collect();
    cut(frame, duties, &things)
}

/// The duties of a household, cut where these sessions ask for it, too.
pub(super) fn cut_by_sessions(frame: &Frame, sessions: &[Slot]) -> Vec<Slot> {
    let things: Vec<Thing> = sessions.iter().map(thing).collect();
    cut(frame, frame.duties.clone(), &things)
}

/// Who may do it, where it lies, and in which weeks.
type Thing = (Vec<u8>, Piece, Weeks);

fn thing(slot: &Slot) -> Thing {
    (slot.may.clone(), slot.piece, slot.weeks)
}

/// Cuts duties at every moment at which somebody who may do one would have to leave it for one of these things, or
/// could be there after it.
fn cut(frame: &Frame, mut slots: Vec<Slot>, things: &[Thing]) -> Vec<Slot> {
    let handed =
        |slot: &Slot| slot.duty().and_then(|duty| frame.household.duties.get(duty)).is_some_and(|d| d.handover);
    if !slots.iter().any(handed) {
        return slots;
    }
    let table = &frame.table;
    for (may, piece, weeks) in things {
        for delta in [-1, 0, 1] {
            let then = piece.by(delta * WEEK_MIN);
            let is_near = |slot: &Slot| {
                handed(slot) && is_compared(&slot.piece, &then) && may.iter().any(|who| slot.is_for(*who))
            };
            for leaving in [true, false] {
                let mut next = Vec::with_capacity(slots.len());
                for slot in slots {
                    let at = if leaving {
                        then.from - needed_min(&slot.piece, &then, table)
                    } else {
                        then.to + needed_min(&then, &slot.piece, table)
                    };
                    let both = slot.weeks & shifted(*weeks, -delta);
                    if both == 0 || at <= slot.piece.from || slot.piece.to <= at || !is_near(&slot) {
                        next.push(slot);
                        continue;
                    }
                    let piece = |from, to| Slot {
                        piece: Piece { from, to, ..slot.piece },
                        weeks: both,
                        #[cfg(not(feature = "quiet"))]
                        whole: Some(slot.whole()),
                        ..slot.clone()
                    };
                    next.extend([piece(slot.piece.from, at), piece(at, slot.piece.to)]);
                    if slot.weeks != both {
                        next.push(Slot { weeks: slot.weeks & !both, ..slot });
                    }
                }
                slots = next;
            }
        }
    }
    order::sort_by(&mut slots, |a, b| a.piece.from.cmp(&b.piece.from));
    slots
}

/// For each slot of a stretch of time, with by how much it is away from its week, the places of all pieces of its date in
/// their order; nothing for what is not cut.
pub(super) fn dates(slots: &[(&Slot, Piece)]) -> Vec<Vec<usize>> {
    let week = |(slot, piece): &(&Slot, Piece)| piece.from - slot.piece.from;
    let same = |a: &(&Slot, Piece), b: &(&Slot, Piece)| a.0.is_with(b.0) && week(a) == week(b);
    let of = |one: &(&Slot, Piece)| {
        let all = if one.0.is_cut() { 0..slots.len() } else { 0..0 };
        all.filter(|at| slots.get(*at).is_some_and(|b| same(one, b))).collect()
    };
    slots.iter().map(of).collect()
}

/// Whether somebody can do the next piece of a date after those who did the pieces before it: the same one, or, once, another.
pub(super) fn may_go_on(before: &[u8], who: u8) -> bool {
    let Some(last) = before.last() else { return true };
    let handed = before.iter().any(|doer| doer != last);
    who == *last || !handed && *last < OUTSIDE && who < OUTSIDE
}

/// The duties of one week, each with who does it: of what is cut every part that one person does.
pub(super) fn parts<'s>(slots: impl Iterator<Item = (&'s Slot, u8)>) -> Vec<(Slot, u8)> {
    let mut found: Vec<(Slot, u8)> = Vec::new();
    for (slot, who) in slots {
        let goes_on = |(known, doer): &&mut (Slot, u8)| {
            slot.is_cut() && known.is_with(slot) && *doer == who && known.piece.to == slot.piece.from
        };
        match found.iter_mut().find(goes_on) {
            Some((known, _)) => known.piece.to = slot.piece.to,
            None => found.push((slot.clone(), who)),
        }
    }
    found
}

/// From when to when a part is, from midnight of the day on which its duty starts.
pub(super) fn span(part: &Slot) -> Span {
    let day = part.whole().0.div_euclid(DAY_MIN) * DAY_MIN;
    Span { from: part.piece.from - day, to: part.piece.to - day }
}

/// The parts of every date in one week on which a plan has a duty that is cut done otherwise than before.
pub(super) fn changed(problem: &Problem, plan: &Plan, bit: i32) -> Vec<(Slot, u8)> {
    let pieces = || {
        let there = problem.slots.iter().enumerate().filter(|(_, slot)| slot.is_cut() && has(slot.weeks, bit));
        there.map(|(at, slot)| (slot, plan.doer(at, slot, bit)))
    };
    let is_changed = |(slot, _): &(&Slot, u8)| pieces().any(|(of, who)| of.is_with(slot) && who != always(of));
    parts(pieces().filter(is_changed))
}

/// Adds the parts of duties that are cut which somebody else does than before, as statements.
pub(super) fn covers(problem: &Problem, plan: &Plan, covers: &mut Vec<Cover>) {
    for bit in 0..if problem.slots.iter().any(Slot::is_cut) { 64 } else { 0 } {
        for (part, who) in changed(problem, plan, bit) {
            let inside = |of: &&Slot| part.piece.from <= of.piece.from && of.piece.to <= part.piece.to;
            let there = problem.slots.iter().filter(|of| of.is_with(&part) && has(of.weeks, bit));
            if there.filter(inside).all(|of| always(of) == who) {
                continue;
            }
            let duty = part.duty().and_then(|duty| problem.frame.household.duties.get(duty));
            let Some(duty) = duty.map(|duty| duty.row) else { continue };
            let (doer, span) = (Doer::of(who), span(&part));
            let same = |c: &&mut Cover| (c.duty, c.doer, c.span) == (duty, doer, span);
            if let Some(cover) = covers.iter_mut().find(same) {
                cover.days = cover.days.with(part.day, true);
                cover.dates += 1;
            } else {
                covers.push(Cover { duty, doer, days: Days::of(&[part.day]), span, dates: 1 });
            }
        }
    }
}

/// The dates on which a part of a duty that is cut keeps the one who attends a session from it, and on which nobody else is
/// free for as much of it as would be needed.
pub(super) fn cover_clashes(problem: &Problem, slot: &Slot, session: usize, found: &mut Vec<Clash>) {
    let Some(who) = slot.may.first().copied().filter(|_| problem.slots.iter().any(Slot::is_cut)) else { return };
    let table = &problem.frame.table;
    for bit in (0..64).filter(|bit| has(slot.weeks, *bit)) {
        for delta in [-1, 0, 1] {
            let there = problem.slots.iter().filter(|of| of.is_cut() && has(of.weeks, bit + delta));
            let pieces: Vec<(&Slot, u8)> = there.map(|of| (of, always(of))).collect();
            let meets = |piece: Piece| meet(&piece.of(who).by(delta * WEEK_MIN), &slot.piece.of(who), table);
            for (part, _) in parts(pieces.iter().copied()).iter().filter(|(_, doer)| *doer == who) {
                let (What::Duty { duty, outside: false, .. }, Some((_, min))) = (part.what, meets(part.piece)) else {
                    continue;
                };
                let date: Vec<&Slot> = pieces.iter().map(|(of, _)| *of).filter(|of| of.is_with(part)).collect();
                let does = |one: u8, from: usize, to: usize| {
                    let (Some(first), Some(last)) = (date.get(from), date.get(to)) else { return false };
                    let stretch = Slot { piece: Piece { to: last.piece.to, ..first.piece }, ..(*first).clone() };
                    is_free(problem, &stretch, one, bit + delta) && (one != who || meets(stretch.piece).is_none())
                };
                let last = date.len() - 1;
                let can = part.may.iter().any(|one| {
                    let then = |at: usize| part.may.iter().any(|other| other != one && does(*other, at + 1, last));
                    does(*one, 0, last) || (0..last).any(|at| does(*one, 0, at) && then(at))
                });
                let row = problem.frame.household.duties.get(duty).map(|duty| duty.row).filter(|_| !can);
                if row.is_some() {
                    let (days, kind) = (Days::of(&[slot.day]), ClashKind::Cover);
                    super::reason::say(found, Clash { row: 0, duty: row, session, days, kind, min, dates: 1 });
                }
            }
        }
    }
}

#[cfg(test)]
#[path = "hands_tests.rs"]
mod tests;
