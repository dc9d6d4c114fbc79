//! Lays one track and one household on the weeks of the program.
//!
//! Everything is weekly here, so a thing is a place in the week and a mask of the program weeks in
//! which it happens: bit `k + 1` is week `k` counted from 0, bit 0 the week before the start, so
//! that a shift which begins on the eve of the program is seen too.

use super::ChangeKind;
use super::remedy;
use super::rules::clash;
use super::travel::{CLINIC, HOME, Piece, Table};
use crate::household::{Commitment, Household};
use crate::order;
use crate::site::{Session, Site, Track};
use crate::time::{DAY_MIN, Datelike, Weekday, add_days};
use std::cell::OnceCell;

/// Minutes in a week.
pub(super) const WEEK_MIN: i32 = 7 * DAY_MIN;
/// Longest program that is laid out, in weeks: what fits the mask with a week on either side.
pub(super) const MOST_WEEKS: u16 = 60;

/// A set of program weeks.
pub(super) type Weeks = u64;

/// The weeks of the set, moved by `delta` weeks.
pub(super) fn shifted(weeks: Weeks, delta: i32) -> Weeks {
    match delta {
        0 => weeks,
        d if d > 0 => weeks << d.unsigned_abs(),
        d => weeks >> d.unsigned_abs(),
    }
}

/// One weekday of a session.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    /// Index of the session in the track.
    pub(super) session: usize,
    /// Weekday.
    pub(super) day: Weekday,
    /// Where it lies in a week that starts on the program's first weekday.
    pub(super) piece: Piece,
    /// Weeks in which it is held.
    pub(super) weeks: Weeks,
    /// Whether it is in person and ends after 6pm.
    pub(super) evening: bool,
}

/// One weekday of a commitment.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// Index of the commitment in the household.
    pub(super) commitment: usize,
    /// Weekday on which it starts.
    pub(super) day: Weekday,
    /// Where it lies in the week.
    pub(super) piece: Piece,
    /// Slots near it.
    pub(super) near: Vec<Near>,
    /// Changes worth trying; the first is always "as it is".
    pub(super) options: Vec<Choice>,
}

/// A slot near a unit: the slot of week `k` meets the unit of week `k + delta`.
#[derive(Clone, Debug)]
pub(super) struct Near {
    /// Index of the slot.
    pub(super) slot: usize,
    /// Weeks from the slot to the unit.
    pub(super) delta: i32,
    /// The slot's piece, seen from the unit's week.
    pub(super) piece: Piece,
    /// Whether both can be kept as they are.
    pub(super) fine: bool,
}

/// One way to treat a unit.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    /// The change; `None` is as it is.
    pub(super) change: Option<ChangeKind>,
    /// What is left of the unit.
    pub(super) pieces: Pieces,
    /// For each near slot, whether both can be kept.
    pub(super) fine: Vec<bool>,
}

/// At most two pieces: a gap in the middle leaves two, leaving it out leaves none.
pub(super) type Pieces = [Option<Piece>; 2];

/// One track against one household.
pub(super) struct Problem<'a> {
    /// The household.
    pub(super) household: &'a Household,
    /// Travel.
    pub(super) table: Table,
    /// Weekdays of sessions, in the order of the week.
    pub(super) slots: Vec<Slot>,
    /// Weekdays of commitments, in the order of the week, then of the rows.
    pub(super) units: Vec<Unit>,
    /// All program weeks.
    pub(super) all_weeks: Weeks,
    /// Whether minutes of travel are worked out; they decide only between equals.
    pub(super) travel_counts: bool,
    /// Minutes of travel without any session, once they were asked for.
    pub(super) bare_travel: OnceCell<i32>,
}

impl<'a> Problem<'a> {
    /// Lays the track on the dates from the household's start.
    pub(super) fn lay(site: &Site, track: &Track, household: &'a Household) -> Self {
        let count = site.program.weeks.1.clamp(1, MOST_WEEKS);
        let all_weeks = ((1 << count) - 1) << 1;
        let table = Table::of(household);
        let slots = lay_slots(site, track, household, count);
        let mut units = lay_units(household);
        for unit in &mut units {
            unit.near = near(&unit.piece, &slots, &table);
            unit.options = vec![Choice::as_is(unit)];
        }
        let mut problem =
            Self { household, table, slots, units, all_weeks, travel_counts: true, bare_travel: OnceCell::new() };
        remedy::list(&mut problem);
        problem
    }

    /// The commitment of a unit.
    pub(super) fn commitment(&self, unit: &Unit) -> Option<&'a Commitment> {
        self.household.commitments.get(unit.commitment)
    }

    /// Sessions that are held over the whole program.
    pub(super) fn sessions(&self) -> u32 {
        self.slots.iter().map(|slot| slot.weeks.count_ones()).sum()
    }
}

impl Unit {
    /// The slots that some way to treat the unit cannot be kept with. The others never matter to it.
    pub(super) fn minds(&self) -> impl Iterator<Item = &Near> {
        let fine = |at: usize| self.options.iter().all(|choice| choice.fine.get(at).is_none_or(|fine| *fine));
        self.near.iter().enumerate().filter(move |(at, near)| !near.fine || !fine(*at)).map(|(_, near)| near)
    }

    /// From the earliest start to the latest end of all ways to treat the unit.
    pub(super) fn reach(&self) -> (i32, i32) {
        let pieces = self.options.iter().flat_map(|choice| choice.pieces.iter().flatten());
        pieces.fold((self.piece.from, self.piece.to), |(from, to), p| (from.min(p.from), to.max(p.to)))
    }
}

impl Choice {
    /// The unit left as it is.
    fn as_is(unit: &Unit) -> Self {
        Self { change: None, pieces: [Some(unit.piece), None], fine: unit.near.iter().map(|near| near.fine).collect() }
    }
}

fn lay_slots(site: &Site, track: &Track, household: &Household, count: u16) -> Vec<Slot> {
    let mut slots = Vec::new();
    for (index, session) in track.sessions.iter().enumerate() {
        for day in session.days.iter() {
            let offset = day_offset(household, day);
            slots.push(Slot {
                session: index,
                day,
                piece: session_piece(session, offset, site.program.arrival_buffer_min),
                weeks: held_weeks(site, session, household, offset, count),
                evening: !session.online && session.span.to > 18 * 60,
            });
        }
    }
    order::sort_by(&mut slots, |a, b| (a.piece, a.session).cmp(&(b.piece, b.session)));
    slots
}

fn session_piece(session: &Session, offset: i32, buffer: i32) -> Piece {
    let (place, early) = if session.online { (HOME, 0) } else { (CLINIC, buffer) };
    let day = offset * DAY_MIN;
    Piece { from: day + session.span.from, to: day + session.span.to, place, early }
}

fn held_weeks(site: &Site, session: &Session, household: &Household, offset: i32, count: u16) -> Weeks {
    let (first, last) = session.weeks.unwrap_or((1, count));
    (first.max(1)..=last.min(count))
        .filter(|week| {
            let date = add_days(household.start, (i32::from(*week) - 1) * 7 + offset);
            !site.program.closures.contains(&date)
        })
        .fold(0, |weeks, week| weeks | 1 << week)
}

fn lay_units(household: &Household) -> Vec<Unit> {
    let mut units = Vec::new();
    for (index, commitment) in household.commitments.iter().enumerate() {
        for day in commitment.days.iter() {
            let at = day_offset(household, day) * DAY_MIN;
            let piece = Piece {
                from: at + commitment.span.from,
                to: at + commitment.span.to,
                place: Table::place_of(household, index),
                early: 0,
            };
            units.push(Unit { commitment: index, day, piece, near: Vec::new(), options: Vec::new() });
        }
    }
    let place = |unit: &Unit| (unit.piece.from.div_euclid(DAY_MIN), unit.commitment);
    order::sort_by(&mut units, |a, b| place(a).cmp(&place(b)));
    units
}

/// Days from the program's first weekday to this one, 0 to 6.
fn day_offset(household: &Household, day: Weekday) -> i32 {
    let start = household.start.weekday().num_days_from_monday();
    i32::try_from((day.num_days_from_monday() + 7 - start) % 7).unwrap_or(0)
}

fn near(unit: &Piece, slots: &[Slot], table: &Table) -> Vec<Near> {
    let mut found = Vec::new();
    for (index, slot) in slots.iter().enumerate() {
        for delta in [-1, 0, 1] {
            let shift = delta * WEEK_MIN;
            let piece = Piece { from: slot.piece.from - shift, to: slot.piece.to - shift, ..slot.piece };
            if piece.from - unit.to <= DAY_MIN && unit.from - piece.to <= DAY_MIN {
                found.push(Near { slot: index, delta, piece, fine: clash(unit, &piece, table).is_none() });
            }
        }
    }
    found
}
