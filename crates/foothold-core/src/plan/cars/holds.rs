//! Cars that are held in any case: from somebody's start at a place to their end there, whatever else they do.

use super::outing::held;
use super::yard::Yard;
use super::{by, sharing};
use crate::people::Means;
use crate::plan::local::{Bench, Trial};
use crate::plan::problem::Frame;
use crate::plan::rules::meet;
use crate::plan::slots::OUTSIDE;
use crate::plan::travel::{HOME, Piece};

/// What is known of a part before anything of it is chosen.
pub(super) struct Holds {
    /// Those who share the cars, as bits.
    drivers: u16,
    /// Those whose own entries contradict each other, as bits: on their ways nothing can be relied on.
    tangled: u16,
    /// Two people who could set off for a place at the same moment, and so perhaps in one car.
    shared: Vec<(u8, u8, usize)>,
}

/// Somebody at a place to which they go by car, with the ways out and home that this takes at least.
struct Hold {
    who: u8,
    place: usize,
    from: i32,
    to: i32,
}

impl Holds {
    /// Looks at everything that somebody could do in a part; `busy` is what they do as things are.
    pub(super) fn of(bench: &Bench, busy: &[Piece]) -> Self {
        let frame = bench.problem.frame;
        let drivers = sharing(frame.household);
        let clashes = |a: &Piece| busy.iter().any(|b| a != b && meet(a, b, &frame.table).is_some());
        let tangled = busy.iter().filter(|piece| clashes(piece)).fold(0, |all, piece| all | 1 << piece.who);
        // What could be done at places away from home, each with a number of its own where only one does it.
        let mut could: Vec<(Piece, Option<usize>)> = bench.around.iter().map(|piece| (*piece, None)).collect();
        for (unit, by) in &bench.units {
            could.extend(unit.options.iter().flat_map(|c| c.pieces.iter().flatten()).map(|p| (p.by(*by), None)));
        }
        for (at, (slot, piece)) in bench.slots.iter().enumerate() {
            could.extend(slot.may.iter().map(|who| (piece.of(*who), Some(at))));
        }
        could.retain(|(piece, _)| piece.place != HOME && drivers >> piece.who & 1 == 1);
        let mut shared = Vec::new();
        for (a, one) in &could {
            for (b, other) in could.iter().filter(|(b, _)| a.who < b.who && a.place == b.place && a.from == b.from) {
                if (one.is_none() || one != other) && !shared.contains(&(a.who, b.who, a.place)) {
                    shared.push((a.who, b.who, a.place));
                }
            }
        }
        Self { drivers, tangled, shared }
    }

    /// Whether two never are in one car.
    fn apart(&self, a: &Hold, b: &Hold) -> bool {
        let share = |place: usize| self.shared.contains(&(a.who.min(b.who), a.who.max(b.who), place));
        a.who != b.who && !(share(a.place) && share(b.place))
    }

    fn hold(&self, piece: &Piece, frame: &Frame, slot: bool) -> Option<Hold> {
        let table = &frame.table;
        let (out, back) = (table.between(HOME, piece.place), table.between(piece.place, HOME));
        let counts = self.drivers >> piece.who & 1 == 1
            && piece.place != HOME
            && by(frame, piece.place).means == Means::Car
            && out + back > 0;
        let (out, back) = if slot || self.tangled >> piece.who & 1 == 0 { (out, back) } else { (0, 0) };
        counts.then_some(Hold { who: piece.who, place: piece.place, from: piece.from - out, to: piece.to + back })
    }

    /// Whether what is chosen so far holds more cars at some moment than may be held.
    pub(super) fn are_too_many(&self, yard: &Yard, bench: &Bench, trial: &Trial) -> bool {
        let last = trial.doers.last().copied().unwrap_or(OUTSIDE);
        if self.drivers == 0 || trial.doers.len() > 1 && last >= OUTSIDE {
            return false;
        }
        let frame = bench.problem.frame;
        let mut holds: Vec<Hold> = trial.busy.iter().filter_map(|piece| self.hold(piece, frame, false)).collect();
        let taken = bench.slots.iter().zip(&trial.doers).filter(|(_, who)| **who < OUTSIDE);
        holds.extend(taken.filter_map(|((_, piece), who)| self.hold(&piece.of(*who), frame, true)));
        let begins = holds.iter().map(|hold| hold.from).chain(yard.windows.iter().map(|window| window.0));
        let ends = yard.limit.as_is.iter().map(|outing| outing.to);
        begins.chain(ends).any(|at| {
            let mut out: Vec<&Hold> = Vec::new();
            for hold in holds.iter().filter(|hold| hold.from <= at && at < hold.to) {
                if out.iter().all(|other| self.apart(other, hold)) {
                    out.push(hold);
                }
            }
            out.len() > yard.limit.cars
                && yard.windows.iter().any(|(lo, hi)| *lo <= at && at < *hi)
                && out.len() > held(&yard.limit.as_is, at)
        })
    }
}
