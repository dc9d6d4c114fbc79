//! Lays a household and one track on the dates of a program.
//!
//! A thing that starts on a certain weekday at a certain time is a place in the week and a mask of
//! the weeks in which it happens: bit `k + 1` is program week `k` counted from 0, bit 0 the week
//! before the start, so that a shift which begins on the eve is seen too. What a week is made of
//! may differ from week to week; the mask says so.

use super::rules::{is_night, meet};
use super::slots::{Seat, Slot, lay_duties, lay_slots, small};
use super::travel::{Piece, Table, Tag};
use super::{Budget, ChangeKind, baseline, hands, remedy};
use crate::household::{Agree, Commitment, Firm, Household, Kind};
use crate::order;
use crate::rhythm::When;
use crate::site::{Site, Track};
use crate::time::{DAY_MIN, Datelike, Span, WEEK, Weekday, add_days};
use std::cell::Cell;

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
        d if d > 0 => weeks.checked_shl(d.unsigned_abs()).unwrap_or(0),
        d => weeks.checked_shr(d.unsigned_abs()).unwrap_or(0),
    }
}

/// Whether a week is in the set.
pub(super) fn has(weeks: Weeks, bit: i32) -> bool {
    u32::try_from(bit).is_ok_and(|bit| weeks.checked_shr(bit).unwrap_or(0) & 1 == 1)
}

/// One weekday of a commitment, at one time of day.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// Index of the commitment in the household.
    pub(super) commitment: usize,
    /// Weekday on which it starts.
    pub(super) day: Weekday,
    /// From, to on that day.
    pub(super) span: Span,
    /// Where it lies in the week.
    pub(super) piece: Piece,
    /// Weeks in which it happens.
    pub(super) weeks: Weeks,
    /// Whether rest after it is protected.
    pub(super) night: bool,
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
    /// Weeks of the slot in which both happen.
    pub(super) weeks: Weeks,
    /// Whether both can be kept as they are.
    pub(super) fine: bool,
}

/// One way to treat a unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    /// The change; `None` is as it is.
    pub(super) change: Option<ChangeKind>,
    /// What is left of the unit.
    pub(super) pieces: Pieces,
}

/// At most two pieces: a gap in the middle leaves two, leaving it out leaves none.
pub(super) type Pieces = [Option<Piece>; 2];

/// A household on the dates of a program, before any track: worked out once for all offers.
pub(super) struct Frame<'a> {
    /// The clinic.
    pub(super) site: &'a Site,
    /// The household.
    pub(super) household: &'a Household,
    /// Travel.
    pub(super) table: Table,
    /// Weekdays of commitments as they are, in the order of the week, then of the rows.
    pub(super) units: Vec<Unit>,
    /// Weekdays of duties, each with who does it before any session.
    pub(super) duties: Vec<Slot>,
    /// Weekdays of duties and the weeks in which nobody can do them.
    pub(super) undone: Vec<Slot>,
    /// Whether every way to share the duties was looked at.
    pub(super) settled: bool,
    /// Combinations that may be looked at to leave out what is of no use.
    pub(super) left: Cell<u32>,
    /// Program weeks.
    pub(super) count: u16,
    /// The people of whom it matters when they are out, as bits: where there are too few cars, or a last departure.
    pub(super) drivers: u16,
    /// Per party number, as far as anybody must be asked: the commitments that ask it.
    pub(super) parties: Vec<Vec<usize>>,
}

/// One track against one household.
pub(super) struct Problem<'a> {
    /// What is the same for all tracks.
    pub(super) frame: &'a Frame<'a>,
    /// Who must be at the sessions.
    pub(super) seats: Vec<Seat<'a>>,
    /// Weekdays of sessions and of duties, in the order of the week.
    pub(super) slots: Vec<Slot>,
    /// Weekdays of commitments, in the order of the week, then of the rows.
    pub(super) units: Vec<Unit>,
    /// Whether minutes of travel are worked out; they decide only between equals.
    pub(super) travel_counts: bool,
    /// Whether it is the household before any session, in which a duty may be left undone.
    pub(super) bare: bool,
    /// Combinations that were looked at to leave out what is of no use.
    pub(super) spent: u32,
}

impl<'a> Frame<'a> {
    /// Lays the household on the dates of the clinic's program.
    pub(super) fn lay(site: &'a Site, household: &'a Household) -> Self {
        let count = site.program.weeks.1.clamp(1, MOST_WEEKS);
        let table = Table::of(household);
        let units = lay_units(household, count, &table);
        let mut frame = Self {
            site,
            household,
            table,
            units,
            duties: Vec::new(),
            undone: Vec::new(),
            settled: true,
            left: Cell::new(Budget::default().0),
            count,
            drivers: household.cars.map_or(0, |cars| cars.people(household)),
            parties: parties(household),
        };
        if !household.duties.is_empty() {
            let duties = lay_duties(&frame);
            let duties = if hands::KNOWN { hands::cut_by_entries(&frame, duties) } else { duties };
            (frame.duties, frame.undone, frame.settled) = baseline::settle(&frame, duties);
        }
        frame
    }

    /// Whether one session more never asks less of anybody: nobody shares cars, and no duty can be handed over at more moments then.
    #[cfg(not(feature = "quiet"))]
    pub(super) fn is_plain(&self) -> bool {
        self.drivers == 0 && !self.household.duties.iter().any(|duty| duty.handover)
    }

    /// The commitment of a unit.
    pub(super) fn commitment(&self, unit: &Unit) -> Option<&'a Commitment> {
        self.household.commitments.get(unit.commitment)
    }

    /// The party that must agree to a change of a commitment.
    pub(super) fn party(&self, commitment: usize) -> Option<usize> {
        self.parties.iter().position(|asked| asked.contains(&commitment))
    }

    /// The program weeks as a set.
    pub(super) fn all_weeks(&self) -> Weeks {
        ((1 << self.count) - 1) << 1
    }
}

impl<'a> Problem<'a> {
    /// Lays tracks beside the household, each with the client who takes it. One commitment can be
    /// given another firmness.
    pub(super) fn lay(frame: &'a Frame<'a>, takes: &[(usize, &'a Track)], loosened: Option<(usize, Firm)>) -> Self {
        let mut problem = Self::bare(frame, Vec::new());
        problem.bare = false;
        for (client, track) in takes {
            lay_slots(&mut problem, *client, track);
        }
        let duties = if hands::KNOWN { hands::cut_by_sessions(frame, &problem.slots) } else { frame.duties.clone() };
        problem.slots.extend(duties);
        order::sort_by(&mut problem.slots, |a, b| (a.piece.from, a.piece.to).cmp(&(b.piece.from, b.piece.to)));
        problem.meet_all();
        remedy::list(&mut problem, loosened);
        if let Some(cars) = frame.household.cars {
            problem.spent = cars.spare(&mut problem);
        }
        problem
    }

    /// The household as it is, with these duties.
    pub(super) fn bare(frame: &'a Frame<'a>, duties: Vec<Slot>) -> Self {
        Self {
            frame,
            seats: Vec::new(),
            slots: duties,
            units: frame.units.clone(),
            travel_counts: true,
            bare: true,
            spent: 0,
        }
    }

    /// Tells every unit what is near it.
    pub(super) fn meet_all(&mut self) {
        for unit in &mut self.units {
            unit.near = near(unit, &self.slots, &self.frame.table);
        }
    }

    /// The commitment of a unit.
    pub(super) fn commitment(&self, unit: &Unit) -> Option<&'a Commitment> {
        self.frame.commitment(unit)
    }

    /// Seats of sessions that are held over the whole program.
    pub(super) fn sessions(&self) -> u32 {
        self.slots.iter().filter(|slot| slot.seat().is_some()).map(|slot| slot.weeks.count_ones()).sum()
    }

    /// The role seats that nobody of the household can take.
    pub(super) fn unfilled(&self) -> Vec<String> {
        let nobody = |seat: usize| !self.slots.iter().any(|slot| slot.seat() == Some(seat));
        let role = |(at, seat): (usize, &Seat)| seat.role.filter(|_| nobody(at)).map(str::to_owned);
        self.seats.iter().enumerate().filter_map(role).collect()
    }
}

impl Unit {
    /// From the earliest start to the latest end of all ways to treat the unit.
    pub(super) fn reach(&self) -> (i32, i32) {
        let pieces = self.options.iter().flat_map(|choice| choice.pieces.iter().flatten());
        pieces.fold((self.piece.from, self.piece.to), |(from, to), p| (from.min(p.from), to.max(p.to)))
    }
}

impl Commitment {
    fn asks_for_itself(&self) -> bool {
        self.agree == Agree::ByKind && self.kind.asks_outside()
    }
}

fn parties(household: &Household) -> Vec<Vec<usize>> {
    let mut parties: Vec<(Option<u16>, Vec<usize>)> = Vec::new();
    for (index, commitment) in household.commitments.iter().enumerate() {
        let shared = match commitment.agree {
            Agree::Party(number) => Some(number),
            _ if commitment.asks_for_itself() => None,
            _ => continue,
        };
        match parties.iter_mut().find(|(number, _)| shared.is_some() && *number == shared) {
            Some((_, asked)) => asked.push(index),
            None => parties.push((shared, vec![index])),
        }
    }
    parties.into_iter().map(|(_, asked)| asked).collect()
}

fn lay_units(household: &Household, count: u16, table: &Table) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    for (index, commitment) in household.commitments.iter().enumerate() {
        let first = units.len();
        lay_row(household, count, &commitment.when, &mut |day, span, weeks| {
            let known = units.iter_mut().skip(first).find(|unit| unit.day == day && unit.span == span);
            if let Some(unit) = known {
                unit.weeks |= weeks;
            } else {
                units.push(unit(household, index, table.row(index), day, span, weeks));
            }
        });
    }
    let place = |unit: &Unit| (unit.piece.from.div_euclid(DAY_MIN), unit.commitment, unit.span);
    order::sort_by(&mut units, |a, b| place(a).cmp(&place(b)));
    units
}

/// Every date on which something starts: weekday, from and to, and the bit of the week.
pub(super) fn lay_row(household: &Household, count: u16, when: &When, put: &mut dyn FnMut(Weekday, Span, Weeks)) {
    let start = usize::try_from(household.start.weekday().num_days_from_monday()).unwrap_or(0);
    let mut spans = Vec::new();
    for at in 0..(usize::from(count) + 2) * 7 {
        spans.clear();
        when.on(add_days(household.start, i32::try_from(at).unwrap_or(0) - 7), &mut spans);
        let Some(day) = WEEK.get((at + start) % 7).copied() else { continue };
        for span in &spans {
            put(day, *span, 1 << (at / 7));
        }
    }
}

fn unit(household: &Household, commitment: usize, place: usize, day: Weekday, span: Span, weeks: Weeks) -> Unit {
    let at = day_offset(household, day) * DAY_MIN;
    let of = household.commitments.get(commitment);
    let (kind, who) = of.map_or((Kind::Other, 0), |c| (c.kind, small(c.who)));
    let tag = if kind == Kind::Rest { Tag::Rest } else { Tag::Commitment };
    let piece = Piece { from: at + span.from, to: at + span.to, place, early: 0, who, tag };
    let night = household.rest.is_some() && kind.is_work() && is_night(span);
    let options = vec![Choice { change: None, pieces: [Some(piece), None] }];
    Unit { commitment, day, span, piece, weeks, night, near: Vec::new(), options }
}

/// Days from the program's first weekday to this one, 0 to 6.
pub(super) fn day_offset(household: &Household, day: Weekday) -> i32 {
    let start = household.start.weekday().num_days_from_monday();
    i32::try_from((day.num_days_from_monday() + 7 - start) % 7).unwrap_or(0)
}

fn near(unit: &Unit, slots: &[Slot], table: &Table) -> Vec<Near> {
    let mut found = Vec::new();
    for (index, slot) in slots.iter().enumerate().filter(|(_, slot)| slot.is_for(unit.piece.who)) {
        for delta in [-1, 0, 1] {
            let piece = slot.piece.of(unit.piece.who).by(-delta * WEEK_MIN);
            let weeks = slot.weeks & shifted(unit.weeks, -delta);
            if weeks != 0 && piece.from - unit.piece.to <= DAY_MIN && unit.piece.from - piece.to <= DAY_MIN {
                let fine = meet(&unit.piece, &piece, table).is_none();
                found.push(Near { slot: index, delta, piece, weeks, fine });
            }
        }
    }
    found
}
