//! What one person has to be at on a date: the seats of a track's sessions, and duties.

use super::problem::{Frame, Problem, Weeks, day_offset, lay_row};
use super::travel::{CLINIC, HOME, Piece, Tag};
use crate::order;
use crate::site::{Session, Track};
use crate::time::{DAY_MIN, Span, Weekday, add_days};

/// Nobody does it: a session that is missed, a duty that is left undone.
pub(super) const NOBODY: u8 = u8::MAX;
/// Somebody from outside does it.
pub(super) const OUTSIDE: u8 = u8::MAX - 1;

/// One weekday of a session's seat or of a duty: something that one person has to be at.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    /// What it is.
    pub(super) what: What,
    /// Weekday.
    pub(super) day: Weekday,
    /// Where it lies in a week that starts on the program's first weekday.
    pub(super) piece: Piece,
    /// Weeks in which it is held.
    pub(super) weeks: Weeks,
    /// Whether it is in person and ends after 6pm.
    pub(super) evening: bool,
    /// Who may be at it, the first choice first.
    pub(super) may: Vec<u8>,
    /// From when to when the duty is of which this is a piece, where it can be handed over in the middle.
    #[cfg(not(feature = "quiet"))]
    pub(super) whole: Option<(i32, i32)>,
}

/// What a slot is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A session of a track, by its index, and the seat.
    Seat {
        /// Index in the track.
        session: usize,
        /// Index of the seat in the problem.
        seat: usize,
    },
    /// A duty.
    Duty {
        /// Index in the household.
        duty: usize,
        /// Who does it before any session.
        base: u8,
        /// Whether somebody from outside covers it at that time.
        outside: bool,
    },
}

/// Who must be at the sessions of a track: the client, or one person in a role.
#[derive(Clone, Debug)]
pub(super) struct Seat<'a> {
    /// The client whose track it is.
    pub(super) client: usize,
    /// The role; `None` is the client's own seat.
    pub(super) role: Option<&'a str>,
    /// The track.
    pub(super) track: &'a Track,
}

impl Slot {
    /// The session, by index in its track.
    pub(super) fn session(&self) -> Option<usize> {
        if let What::Seat { session, .. } = self.what { Some(session) } else { None }
    }

    /// The seat, where it is a session's.
    pub(super) fn seat(&self) -> Option<usize> {
        if let What::Seat { seat, .. } = self.what { Some(seat) } else { None }
    }

    /// The duty, by index in the household.
    pub(super) fn duty(&self) -> Option<usize> {
        match self.what {
            What::Duty { duty, .. } => Some(duty),
            What::Seat { .. } => None,
        }
    }

    /// Whether it is one piece of a duty that can be handed over between it and the next.
    #[cfg(not(feature = "quiet"))]
    pub(super) fn is_cut(&self) -> bool {
        self.whole.is_some()
    }

    /// The same where there are no such duties.
    #[cfg(feature = "quiet")]
    #[expect(clippy::unused_self, reason = "the same question")]
    pub(super) fn is_cut(&self) -> bool {
        false
    }

    /// From when to when all of it is.
    pub(super) fn whole(&self) -> (i32, i32) {
        let piece = (self.piece.from, self.piece.to);
        #[cfg(not(feature = "quiet"))]
        let piece = self.whole.unwrap_or(piece);
        piece
    }

    /// Whether it is of the same date of the same duty as another piece, week aside.
    pub(super) fn is_with(&self, other: &Self) -> bool {
        (self.duty(), self.whole()) == (other.duty(), other.whole())
    }

    /// Whether the person may be at it.
    pub(super) fn is_for(&self, who: u8) -> bool {
        self.may.contains(&who)
    }
}

/// Lays the sessions of a track beside the household, for the client who takes it.
pub(super) fn lay_slots<'a>(problem: &mut Problem<'a>, client: usize, track: &'a Track) {
    let frame = problem.frame;
    let buffer = frame.site.program.arrival_buffer_min;
    let first = problem.slots.len();
    let own = problem.seats.len();
    problem.seats.push(Seat { client, role: None, track });
    for (session, of) in track.sessions.iter().enumerate() {
        let mut seats: Vec<(usize, Vec<u8>)> = Vec::new();
        if of.attend.client {
            seats.push((own, vec![small(client)]));
        }
        for role in &of.attend.roles {
            let known = problem.seats.iter().skip(own).position(|seat| seat.role == Some(role));
            let seat = known.map_or(problem.seats.len(), |at| own + at);
            if known.is_none() {
                problem.seats.push(Seat { client, role: Some(role), track });
            }
            let people = frame.household.people.iter().enumerate();
            let may = people.filter(|(at, person)| *at != client && person.roles.contains(role));
            seats.push((seat, may.map(|(at, _)| small(at)).collect()));
        }
        for day in of.days.iter() {
            let offset = day_offset(frame.household, day);
            for (seat, may) in seats.iter().filter(|(_, may)| !may.is_empty()) {
                let online = of.online.has(day);
                let (place, early) = if online { (HOME, 0) } else { (CLINIC, buffer) };
                let (from, to) = (offset * DAY_MIN + of.span.from, offset * DAY_MIN + of.span.to);
                problem.slots.push(Slot {
                    what: What::Seat { session, seat: *seat },
                    day,
                    piece: Piece { from, to, place, early, who: 0, tag: Tag::Session(small(client)) },
                    weeks: held_weeks(frame, of, offset),
                    evening: !online && of.span.to > 18 * 60,
                    may: may.clone(),
                    #[cfg(not(feature = "quiet"))]
                    whole: None,
                });
            }
        }
    }
    if let Some(slots) = problem.slots.get_mut(first..) {
        order::sort_by(slots, |a, b| (a.piece, a.session(), a.seat()).cmp(&(b.piece, b.session(), b.seat())));
    }
}

/// A person's index as it stands in a piece.
pub(super) fn small(who: usize) -> u8 {
    u8::try_from(who).unwrap_or(NOBODY)
}

/// Every weekday of every duty, before it is known who does it.
pub(super) fn lay_duties(frame: &Frame) -> Vec<Slot> {
    let household = frame.household;
    let mut slots: Vec<Slot> = Vec::new();
    for (index, duty) in household.duties.iter().enumerate() {
        let first = slots.len();
        let place = frame.table.row(household.commitments.len() + index);
        let mut may: Vec<u8> = duty.usual.into_iter().map(small).collect();
        may.extend(duty.may.iter().map(|who| small(*who)).filter(|who| Some(usize::from(*who)) != duty.usual));
        lay_row(household, frame.count, &duty.when, &mut |day, span, weeks| {
            let at = day_offset(household, day) * DAY_MIN;
            let piece = Piece {
                from: at + span.from,
                to: at + span.to,
                place,
                early: 0,
                who: 0,
                tag: if duty.asleep { Tag::Asleep } else { Tag::Duty },
            };
            let known = slots.iter_mut().skip(first).find(|slot| slot.piece == piece);
            if let Some(slot) = known {
                slot.weeks |= weeks;
                return;
            }
            let holds = |(days, cover): &(crate::time::Days, Span)| {
                days.has(day) && cover.from <= span.from && span.to <= cover.to
            };
            let outside = duty.outside.iter().any(holds);
            let what = What::Duty { duty: index, base: NOBODY, outside };
            slots.push(Slot {
                what,
                day,
                piece,
                weeks,
                evening: false,
                may: may.clone(),
                #[cfg(not(feature = "quiet"))]
                whole: None,
            });
        });
    }
    order::sort_by(&mut slots, |a, b| a.piece.from.cmp(&b.piece.from));
    slots
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
