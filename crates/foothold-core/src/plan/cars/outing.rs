//! Outings: what one person does between two stays at home, and how many cars that holds at a moment.

use super::{by, sharing};
use crate::order;
use crate::people::Means;
use crate::plan::problem::Frame;
use crate::plan::travel::{CLINIC, HOME, Piece, WORTH_GOING_HOME_MIN};
use crate::time::DAY_MIN;

/// Nothing goes after the last departure until 5am.
const MORNING: i32 = 5 * 60;

/// What one person does between two stays at home.
#[derive(Clone, Debug)]
pub(in crate::plan) struct Outing {
    pub(in crate::plan) who: u8,
    /// Leaves home.
    pub(in crate::plan) from: i32,
    /// Is home.
    pub(in crate::plan) to: i32,
    /// Whether it holds a car.
    pub(in crate::plan) car: bool,
    /// When and from where ways start after the last departure.
    pub(in crate::plan) late: Vec<(i32, usize)>,
    /// When each way starts, and where it leads.
    ways: Vec<(i32, usize)>,
}

impl Outing {
    /// Whether both are one drive in one car.
    pub(in crate::plan) fn is_with(&self, other: &Self) -> bool {
        self.to == other.to && self.ways == other.ways
    }

    /// Whether somebody does this on the outing.
    pub(in crate::plan) fn holds(&self, piece: &Piece) -> bool {
        piece.who == self.who && piece.place != HOME && self.from <= piece.from && piece.to <= self.to
    }
}

/// Whether a way from a place starts after the last departure, in the night until 5am.
fn is_late(at: i32, last: Option<i32>) -> bool {
    let minute = at.rem_euclid(DAY_MIN);
    last.is_some_and(
        |last| if last < MORNING { last < minute && minute < MORNING } else { minute < MORNING || minute > last },
    )
}

/// Adds the outings of one person, whose pieces are in order.
pub(in crate::plan) fn add_outings(pieces: &[Piece], frame: &Frame, found: &mut Vec<Outing>) {
    let Some(who) = pieces.first().map(|piece| piece.who) else { return };
    let table = &frame.table;
    let drives = sharing(frame.household) >> who & 1 == 1;
    let (mut place, mut been, mut free) = (HOME, HOME, i32::MIN / 2);
    let (mut on_the_way, mut by_car) = (0, false);
    let mut out = Outing { who, from: 0, to: 0, car: false, late: Vec::new(), ways: Vec::new() };
    for next in pieces.iter().map(Some).chain([None]) {
        let early = next.map_or(0, |next| if been == CLINIC { 0 } else { next.early });
        let back = table.between(place, HOME);
        let stays_out = |next: &Piece| {
            let by_home = back + table.between(HOME, next.place);
            table.between(place, next.place) < by_home && next.from - early - free < by_home + WORTH_GOING_HOME_MIN
        };
        let leaves = next.is_none_or(|next| next.place != place || !stays_out(next));
        if place != HOME && leaves && is_late(free, by(frame, place).last) {
            out.late.push((free, place));
        }
        if place != HOME && !next.is_some_and(stays_out) {
            out.to = free + back;
            out.car = drives && by_car && on_the_way + back > 0;
            found.push(out.clone());
            (place, on_the_way, by_car) = (HOME, 0, false);
            out.ways.clear();
            out.late.clear();
        }
        let Some(next) = next else { break };
        if next.place != place {
            let way = table.between(place, next.place);
            let leaves = next.from - way - if place == HOME { next.early } else { early };
            if place == HOME {
                out.from = leaves;
            }
            out.ways.push((leaves, next.place));
            on_the_way += way;
        }
        by_car |= next.place != HOME && by(frame, next.place).means == Means::Car;
        free = free.max(next.to);
        (place, been) = (next.place, next.place);
    }
}

/// How many cars these outings hold at a moment.
pub(super) fn held(outings: &[Outing], at: i32) -> usize {
    let out = |outing: &&Outing| outing.car && outing.from <= at && at < outing.to;
    let first = |(n, outing): &(usize, &Outing)| !outings.iter().take(*n).any(|o| o.car && o.is_with(outing));
    outings.iter().enumerate().filter(first).filter(|(_, outing)| out(outing)).count()
}

/// How many cars may be out: as many as there are, or as many as commitments alone hold.
pub(in crate::plan) struct Limit {
    pub(in crate::plan) cars: usize,
    pub(in crate::plan) as_is: Vec<Outing>,
}

impl Limit {
    /// Whether more cars are held at a moment than may be.
    pub(in crate::plan) fn is_over(&self, now: &[Outing], at: i32) -> bool {
        let held_now = held(now, at);
        held_now > self.cars && held_now > held(&self.as_is, at)
    }

    /// Ways of an outing that start after the last departure, where with commitments alone none does that late that night.
    pub(in crate::plan) fn late<'o>(&'o self, outing: &'o Outing) -> impl Iterator<Item = (i32, usize)> + 'o {
        let night = |at: i32| (at - MORNING).div_euclid(DAY_MIN);
        let known = move |(at, place): &(i32, usize)| {
            let theirs = self.as_is.iter().filter(|o| o.who == outing.who).flat_map(|o| &o.late);
            theirs.into_iter().any(|(then, of)| of == place && then >= at && night(*then) == night(*at))
        };
        outing.late.iter().copied().filter(move |late| !known(late))
    }

    /// Moments at which there can begin to be too many.
    pub(super) fn turns<'o>(&'o self, now: &'o [Outing]) -> impl Iterator<Item = i32> + 'o {
        now.iter().map(|outing| outing.from).chain(self.as_is.iter().map(|outing| outing.to))
    }

    /// Minutes at which too many are held, of those that both outings last.
    pub(in crate::plan) fn over_min(&self, now: &[Outing], a: &Outing, b: &Outing) -> i32 {
        let (from, to) = (a.from.max(b.from), a.to.min(b.to));
        let ends = now.iter().map(|outing| outing.to).chain(self.as_is.iter().map(|outing| outing.from));
        let mut at: Vec<i32> = self.turns(now).chain(ends).filter(|at| (from..to).contains(at)).collect();
        at.extend([from, to.max(from)]);
        order::sort(&mut at);
        let over = |pair: (&i32, &i32)| if self.is_over(now, *pair.0) { pair.1 - pair.0 } else { 0 };
        at.iter().zip(at.iter().skip(1)).map(over).sum()
    }
}
