//! Takes the dates of a program apart into parts that cannot influence each other.
//!
//! A part is a few sessions and the commitments around them, such as a Monday evening. Parts that
//! are made of the same things are one part with a set of weeks, so that a long program of weeks
//! that are alike costs no more than a short one.

use super::problem::{Problem, WEEK_MIN, Weeks, has};
use super::travel::{HOME, Piece};
use crate::order;
use crate::time::DAY_MIN;

/// Minutes at home that make two outings of one, with something to spare.
const APART_MIN: i32 = 60;

/// Nothing lasts more than a day, or reaches further than half a day before or after itself.
pub(super) const APART_AT_MOST_MIN: i32 = 4 * DAY_MIN;

/// A thing of a part: its index, and weeks from the part's own week to its.
pub(super) type Of = (usize, i32);

/// What can only be decided together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// Units that have a choice.
    pub(super) units: Vec<Of>,
    /// Slots.
    pub(super) slots: Vec<Of>,
    /// Units of those people, and of all who share cars with them, within a day that stay as they are.
    pub(super) around: Vec<Of>,
    /// Whom it is about, as bits.
    pub(super) who: u16,
    /// From when to when it can change who holds a car; none where cars are not counted.
    pub(super) windows: Vec<(i32, i32)>,
    /// Weeks in which it is just so.
    pub(super) weeks: Weeks,
}

/// A unit or a slot on one date, with the minutes that it can reach into.
pub(super) struct Atom {
    /// When it starts.
    pub(super) from: i32,
    /// The first minute that it can reach into.
    pub(super) lo: i32,
    /// The last one.
    pub(super) hi: i32,
    /// From when to when it can change who holds a car; nothing where it cannot.
    pub(super) window: (i32, i32),
    /// Minutes from home.
    away: i32,
    home: bool,
    /// Minutes of being early.
    pub(super) early: i32,
    night: bool,
    /// Whom it may keep busy, as bits.
    pub(super) who: u16,
    slot: bool,
    index: usize,
    bit: i32,
    /// The first atom that it is tied to.
    group: usize,
}

/// What comes of taking a program apart.
pub(super) struct Apart {
    /// Everything on its date.
    pub(super) atoms: Vec<Atom>,
    /// The parts so far.
    pub(super) parts: Vec<Part>,
}

/// Every part that has a session in it, in the order of time; before any session every part that has a duty.
pub(super) fn take_apart(problem: &Problem) -> Vec<Part> {
    let mut apart = Apart { atoms: atoms(problem), parts: Vec::new() };
    tie(problem, &mut apart.atoms);
    match problem.frame.cars() {
        Some(cars) => cars.take_apart(problem, &mut apart),
        None => gather::<false>(problem, &mut apart),
    }
    apart.parts
}

/// Makes parts of what is tied together. `CARS`: also of what can change who holds a car, as the atoms' windows say.
pub(super) fn gather<const CARS: bool>(problem: &Problem, Apart { atoms, parts }: &mut Apart) {
    let mut groups: Vec<Vec<&Atom>> = atoms.iter().map(|_| Vec::new()).collect();
    for atom in atoms.iter() {
        if let Some(group) = groups.get_mut(atom.group) {
            group.push(atom);
        }
    }
    let wanted = |atom: &&Atom| {
        let slot = problem.slots.get(atom.index).filter(|_| atom.slot);
        slot.is_some_and(|slot| problem.bare || slot.seat().is_some())
    };
    for of in groups.iter().filter(|of| of.iter().any(wanted)) {
        let bit = of.iter().map(|atom| atom.bit).min().unwrap_or(0);
        let named = |slots: bool| {
            let mut named: Vec<Of> = of.iter().filter(|a| a.slot == slots).map(|a| (a.index, a.bit - bit)).collect();
            order::sort_by(&mut named, |a, b| (a.1, a.0).cmp(&(b.1, b.0)));
            named
        };
        let lo = of.iter().map(|atom| atom.lo).min().unwrap_or(0);
        let hi = of.iter().map(|atom| atom.hi).max().unwrap_or(0);
        let who = of.iter().fold(0, |who, atom| who | atom.who);
        let (mut seen, mut reach, mut windows) = (who, (lo, hi), Vec::new());
        if CARS && who & problem.frame.drivers != 0 {
            seen |= problem.frame.drivers;
            for (lo, hi) in of.iter().map(|atom| atom.window).filter(|(lo, hi)| lo < hi) {
                reach = (reach.0.min(lo), reach.1.max(hi));
                windows.push((lo - bit * WEEK_MIN, hi - bit * WEEK_MIN));
            }
        }
        let around = around(problem, reach.0 - DAY_MIN, reach.1 + DAY_MIN, bit, seen);
        let part =
            Part { units: named(false), slots: named(true), around, who, windows, weeks: 1 << bit.unsigned_abs() };
        let same = |p: &&mut Part| {
            let windows = !CARS || p.windows == part.windows;
            windows && p.units == part.units && p.slots == part.slots && p.around == part.around
        };
        match parts.iter_mut().find(same) {
            Some(known) => known.weeks |= part.weeks,
            None => parts.push(part),
        }
    }
}

fn atoms(problem: &Problem) -> Vec<Atom> {
    let table = &problem.frame.table;
    let mut atoms = Vec::new();
    for bit in 0..i32::from(problem.frame.count) + 2 {
        let at = bit * WEEK_MIN;
        let mut put = |index, slot, piece: &Piece, (lo, hi): (i32, i32), who, night| {
            atoms.push(Atom {
                from: piece.from + at,
                lo: lo + at,
                hi: hi + at,
                window: (0, 0),
                away: table.between(piece.place, HOME),
                home: piece.place == HOME,
                early: piece.early,
                night,
                who,
                slot,
                index,
                bit,
                group: 0,
            });
        };
        for (index, unit) in problem.units.iter().enumerate() {
            if has(unit.weeks, bit) && unit.options.len() > 1 {
                put(index, false, &unit.piece, unit.reach(), 1 << unit.piece.who, unit.night);
            }
        }
        for (index, slot) in problem.slots.iter().enumerate().filter(|(_, slot)| has(slot.weeks, bit)) {
            let who = slot.may.iter().fold(0, |all, who| all | 1 << who);
            put(index, true, &slot.piece, slot.whole(), who, false);
        }
    }
    order::sort_by(&mut atoms, |a, b| a.from.cmp(&b.from));
    for (at, atom) in atoms.iter_mut().enumerate() {
        atom.group = at;
    }
    atoms
}

/// Gives every atom the group of the first one that it can influence, directly or by others.
fn tie(problem: &Problem, atoms: &mut [Atom]) {
    let window = problem.frame.household.rest.map_or(0, |rest| rest.within_min);
    for at in 0..atoms.len() {
        for before in (0..at).rev() {
            let (Some(a), Some(b)) = (atoms.get(before), atoms.get(at)) else { break };
            if b.from - a.from > APART_AT_MOST_MIN {
                break;
            }
            if tied(a, b, window) {
                join(atoms, before, at);
            }
        }
    }
    for unit in problem.units.iter().filter(|unit| unit.night && unit.options.len() == 1) {
        for bit in (0..i32::from(problem.frame.count) + 2).filter(|bit| has(unit.weeks, *bit)) {
            let end = unit.piece.to + bit * WEEK_MIN;
            let inside =
                |a: &Atom| a.who >> unit.piece.who & 1 == 1 && a.hi > end && a.lo - a.early - a.away < end + window;
            let mut first = None;
            for at in 0..atoms.len() {
                if atoms.get(at).is_some_and(inside) {
                    join(atoms, first.unwrap_or(at), at);
                    first = first.or(Some(at));
                }
            }
        }
    }
}

/// Puts two atoms, and all that they are tied to, into one group.
pub(super) fn join(atoms: &mut [Atom], a: usize, b: usize) {
    let (Some(x), Some(y)) = (atoms.get(a).map(|x| x.group), atoms.get(b).map(|y| y.group)) else { return };
    let (low, high) = (x.min(y), x.max(y));
    if low != high {
        for atom in atoms.iter_mut().skip(high).filter(|atom| atom.group == high) {
            atom.group = low;
        }
    }
}

fn tied(a: &Atom, b: &Atom, window: i32) -> bool {
    if a.who & b.who == 0 {
        return false;
    }
    let gap = (b.lo - a.hi).max(a.lo - b.hi);
    // With less than that, one goes from the one to the other, or to something at home and on.
    let near = a.away + b.away + a.early + b.early + if a.home && b.home { 0 } else { APART_MIN };
    // Sleep after a night has to do with what begins before its time is over.
    let rest = |night: &Atom, then: &Atom| {
        night.night && then.lo - then.early - then.away < night.hi + window && then.hi > night.lo
    };
    gap < near || rest(a, b) || rest(b, a)
}

/// Units that stay as they are and lie in the stretch of time, seen from the week `bit`.
fn around(problem: &Problem, lo: i32, hi: i32, bit: i32, who: u16) -> Vec<Of> {
    let mut found = Vec::new();
    for rel in -1..=(hi.div_euclid(WEEK_MIN) - bit) {
        let at = (bit + rel) * WEEK_MIN;
        for (index, unit) in problem.units.iter().enumerate() {
            let theirs = who >> unit.piece.who & 1 == 1;
            let fixed = theirs && unit.options.len() == 1 && has(unit.weeks, bit + rel);
            if fixed && unit.piece.from + at < hi && unit.piece.to + at > lo {
                found.push((index, rel));
            }
        }
    }
    found
}
