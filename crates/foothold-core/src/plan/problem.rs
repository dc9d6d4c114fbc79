//! Lays a household and one track on the dates of a program.
//!
//! A thing that starts on a certain weekday at a certain time is a place in the week and a mask of
//! the weeks in which it happens: bit `k + 1` is program week `k` counted from 0, bit 0 the week
//! before the start, so that a shift which begins on the eve is seen too. What a week is made of
//! may differ from week to week; the mask says so.

use super::ChangeKind;
use super::remedy;
use super::rules::{clash, is_night};
use super::travel::{CLINIC, HOME, Piece, Table};
use crate::household::{Agree, Commitment, Firm, Household};
use crate::order;
use crate::site::{Session, Site, Track};
use crate::time::{DAY_MIN, Datelike, NaiveDate, Span, WEEK, Weekday, add_days};

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
    /// Program weeks.
    pub(super) count: u16,
    /// Per party number, as far as anybody must be asked: the commitments that ask it.
    pub(super) parties: Vec<Vec<usize>>,
}

/// One track against one household.
pub(super) struct Problem<'a> {
    /// What is the same for all tracks.
    pub(super) frame: &'a Frame<'a>,
    /// Weekdays of sessions, in the order of the week.
    pub(super) slots: Vec<Slot>,
    /// Weekdays of commitments, in the order of the week, then of the rows.
    pub(super) units: Vec<Unit>,
    /// Whether minutes of travel are worked out; they decide only between equals.
    pub(super) travel_counts: bool,
}

impl<'a> Frame<'a> {
    /// Lays the household on the dates of the clinic's program.
    pub(super) fn lay(site: &'a Site, household: &'a Household) -> Self {
        let count = site.program.weeks.1.clamp(1, MOST_WEEKS);
        let units = lay_units(household, count);
        Self { site, household, table: Table::of(household), units, count, parties: parties(household) }
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
    /// Lays the track beside the household. One commitment can be given another firmness.
    pub(super) fn lay(frame: &'a Frame<'a>, track: &Track, loosened: Option<(usize, Firm)>) -> Self {
        let slots = lay_slots(frame, track);
        let mut units = frame.units.clone();
        for unit in &mut units {
            unit.near = near(unit, &slots, &frame.table);
        }
        let mut problem = Self { frame, slots, units, travel_counts: true };
        remedy::list(&mut problem, loosened);
        problem
    }

    /// The commitment of a unit.
    pub(super) fn commitment(&self, unit: &Unit) -> Option<&'a Commitment> {
        self.frame.commitment(unit)
    }

    /// Sessions that are held over the whole program.
    pub(super) fn sessions(&self) -> u32 {
        self.slots.iter().map(|slot| slot.weeks.count_ones()).sum()
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

fn lay_slots(frame: &Frame, track: &Track) -> Vec<Slot> {
    let mut slots = Vec::new();
    for (index, session) in track.sessions.iter().enumerate() {
        for day in session.days.iter() {
            let offset = day_offset(frame.household, day);
            slots.push(Slot {
                session: index,
                day,
                piece: session_piece(session, offset, frame.site.program.arrival_buffer_min),
                weeks: held_weeks(frame, session, offset),
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

fn held_weeks(frame: &Frame, session: &Session, offset: i32) -> Weeks {
    let (first, last) = session.weeks.unwrap_or((1, frame.count));
    (first.max(1)..=last.min(frame.count))
        .filter(|week| {
            let date = add_days(frame.household.start, (i32::from(*week) - 1) * 7 + offset);
            !frame.site.program.closures.contains(&date)
        })
        .fold(0, |weeks, week| weeks | 1 << week)
}

fn lay_units(household: &Household, count: u16) -> Vec<Unit> {
    let dates: Vec<NaiveDate> = (0..(i32::from(count) + 2) * 7).map(|day| add_days(household.start, day - 7)).collect();
    let start = usize::try_from(household.start.weekday().num_days_from_monday()).unwrap_or(0);
    let mut units: Vec<Unit> = Vec::new();
    let mut spans = Vec::new();
    for (index, commitment) in household.commitments.iter().enumerate() {
        let first = units.len();
        for (at, date) in dates.iter().enumerate() {
            spans.clear();
            commitment.when.on(*date, &mut spans);
            let Some(day) = WEEK.get((at + start) % 7).copied() else { continue };
            for span in &spans {
                let weeks = 1 << (at / 7);
                let known = units.iter_mut().skip(first).find(|unit| unit.day == day && unit.span == *span);
                if let Some(unit) = known {
                    unit.weeks |= weeks;
                } else {
                    units.push(unit(household, index, day, *span, weeks));
                }
            }
        }
    }
    let place = |unit: &Unit| (unit.piece.from.div_euclid(DAY_MIN), unit.commitment, unit.span);
    order::sort_by(&mut units, |a, b| place(a).cmp(&place(b)));
    units
}

fn unit(household: &Household, commitment: usize, day: Weekday, span: Span, weeks: Weeks) -> Unit {
    let at = day_offset(household, day) * DAY_MIN;
    let place = Table::place_of(household, commitment);
    let piece = Piece { from: at + span.from, to: at + span.to, place, early: 0 };
    let kind = household.commitments.get(commitment).map(|c| c.kind);
    let night = household.rest.is_some() && kind.is_some_and(crate::household::Kind::is_work) && is_night(span);
    let options = vec![Choice { change: None, pieces: [Some(piece), None] }];
    Unit { commitment, day, span, piece, weeks, night, near: Vec::new(), options }
}

/// Days from the program's first weekday to this one, 0 to 6.
fn day_offset(household: &Household, day: Weekday) -> i32 {
    let start = household.start.weekday().num_days_from_monday();
    i32::try_from((day.num_days_from_monday() + 7 - start) % 7).unwrap_or(0)
}

fn near(unit: &Unit, slots: &[Slot], table: &Table) -> Vec<Near> {
    let mut found = Vec::new();
    for (index, slot) in slots.iter().enumerate() {
        for delta in [-1, 0, 1] {
            let piece = slot.piece.by(-delta * WEEK_MIN);
            let weeks = slot.weeks & shifted(unit.weeks, -delta);
            if weeks != 0 && piece.from - unit.piece.to <= DAY_MIN && unit.piece.from - piece.to <= DAY_MIN {
                found.push(Near {
                    slot: index,
                    delta,
                    piece,
                    weeks,
                    fine: clash(&unit.piece, &piece, table).is_none(),
                });
            }
        }
    }
    found
}
