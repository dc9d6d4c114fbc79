//! One drawing of a week, for the list, the picture, print and text alike.

use super::problem::{Frame, Problem, Weeks, has};
use super::search;
use super::travel::{Piece, legs};
use super::{Budget, Offer};
use crate::household::{Household, Kind};
use crate::order;
use crate::site::{SessionKind, Site, Track};
use crate::time::{DAY_MIN, WEEK, Weekday};

/// Earliest hour that a picture starts with, where nothing is earlier: 6am.
const FIRST_MIN: i32 = 6 * 60;
/// Latest hour that a picture ends with, where nothing is later: 10pm.
const LAST_MIN: i32 = 22 * 60;

/// A week as seven columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekPicture {
    /// Blocks of each day, Monday first, in order of their start.
    pub days: Vec<(Weekday, Vec<Block>)>,
    /// First minute of the day that the picture shows, on a whole hour.
    pub from: i32,
    /// Last minute of the day that the picture shows, on a whole hour.
    pub to: i32,
}

/// One block in a day's column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Block {
    /// Start in minutes after midnight of that day.
    pub from: i32,
    /// End in minutes after midnight of that day, at most 1440.
    pub to: i32,
    /// What it is.
    pub kind: BlockKind,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BlockKind {
    /// A commitment: its kind and row; changed or not in this plan.
    Commitment {
        /// What kind.
        kind: Kind,
        /// Its row.
        row: u32,
        /// Whether the plan changes it here.
        changed: bool,
    },
    /// A session: its kind and index in the track.
    Session {
        /// What kind.
        kind: SessionKind,
        /// Index in the track.
        index: usize,
        /// Whether it is online.
        online: bool,
    },
    /// On the way.
    Travel,
}

/// The week of one track alone, as the program page shows it.
pub fn track_week(track: &Track) -> WeekPicture {
    let mut picture = WeekPicture::empty();
    for (index, session) in track.sessions.iter().enumerate() {
        for day in session.days.iter() {
            let kind = BlockKind::Session { kind: session.kind, index, online: session.online.has(day) };
            picture.put(day, session.span.from, session.span.to, kind);
        }
    }
    picture.finish();
    picture
}

/// The week of somebody of the household with an offer in it, as its plan has it; without an offer the week as it is.
/// Duties stand in it as care, where it is this person who does them. Of a program whose weeks differ, the first week with the most sessions is drawn.
pub fn week(site: &Site, household: &Household, offer: Option<&Offer>, who: usize) -> WeekPicture {
    let nothing = Track::of(Vec::new());
    let track = offer.and_then(|offer| offer.taken(site));
    let track = track.as_deref().unwrap_or(&nothing);
    let frame = Frame::lay(site, household);
    let client = offer.map_or(0, |offer| offer.client);
    let problem = Problem::lay(&frame, &[(client, track)], None);
    let found = search::cheapest(&problem, site.program.misses, Budget::default());
    // Of an offer that does not fit every session is drawn, over what it clashes with.
    let plan = found.within.unwrap_or_else(|| found.partial.attending_all());
    let bit = fullest_week(problem.slots.iter().filter(|slot| slot.session().is_some()).map(|slot| slot.weeks));
    let mut picture = WeekPicture::empty();
    let mut pieces: Vec<Piece> = Vec::new();
    let who = super::slots::small(who);
    for (unit, changed, left) in plan.units_in(&problem, bit).filter(|(unit, ..)| unit.piece.who == who) {
        let Some(commitment) = problem.commitment(unit) else { continue };
        let kind = BlockKind::Commitment { kind: commitment.kind, row: commitment.row, changed };
        for piece in left.iter().flatten() {
            pieces.push(*piece);
            picture.put_piece(household, piece.from, piece.to, kind);
        }
    }
    for (slot, _) in plan.slots_in(&problem, bit).filter(|(_, doer)| *doer == who) {
        pieces.push(slot.piece.of(who));
        let session = slot.session().and_then(|at| track.sessions.get(at).map(|session| (at, session)));
        let kind = if let Some((index, session)) = session {
            BlockKind::Session { kind: session.kind, index, online: session.online.has(slot.day) }
        } else {
            let duty = slot.duty().and_then(|duty| household.duties.get(duty));
            BlockKind::Commitment { kind: Kind::Care, row: duty.map_or(0, |duty| duty.row), changed: false }
        };
        picture.put_piece(household, slot.piece.from, slot.piece.to, kind);
    }
    order::sort(&mut pieces);
    super::way::early_once(&mut pieces);
    for (from, to) in legs(&pieces, &frame.table) {
        picture.put_piece(household, from, to, BlockKind::Travel);
    }
    picture.finish();
    picture
}

fn fullest_week(slots: impl Iterator<Item = Weeks>) -> i32 {
    let slots: Vec<Weeks> = slots.collect();
    let held = |bit: i32| slots.iter().filter(|weeks| has(**weeks, bit)).count();
    (1..=60).rev().max_by_key(|bit| held(*bit)).unwrap_or(1)
}

impl WeekPicture {
    /// A week with nothing in it.
    pub fn empty() -> Self {
        Self { days: WEEK.iter().map(|day| (*day, Vec::new())).collect(), from: FIRST_MIN, to: LAST_MIN }
    }

    /// Puts a piece of the program's week, which starts on the household's first weekday.
    fn put_piece(&mut self, household: &Household, from: i32, to: i32, kind: BlockKind) {
        use crate::time::Datelike;
        let start = household.start.weekday().num_days_from_monday();
        let offset = from.div_euclid(DAY_MIN);
        let day = WEEK
            .iter()
            .cycle()
            .skip(usize::try_from(offset.rem_euclid(7)).unwrap_or(0) + start as usize)
            .copied()
            .next();
        if let Some(day) = day {
            self.put(day, from - offset * DAY_MIN, to - offset * DAY_MIN, kind);
        }
    }

    /// Puts a block, the part after midnight into the next day.
    fn put(&mut self, day: Weekday, from: i32, to: i32, kind: BlockKind) {
        if let Some((_, blocks)) = self.days.iter_mut().find(|(d, _)| *d == day) {
            blocks.push(Block { from, to: to.min(DAY_MIN), kind });
        }
        if to > DAY_MIN {
            self.put(day.succ(), 0, to - DAY_MIN, kind);
        }
    }

    fn finish(&mut self) {
        for (_, blocks) in &mut self.days {
            order::sort(blocks);
            self.from = blocks.iter().map(|b| b.from - b.from % 60).fold(self.from, i32::min);
            self.to = blocks.iter().map(|b| (b.to + 59) / 60 * 60).fold(self.to, i32::max).min(DAY_MIN);
        }
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.days.iter().all(|(_, blocks)| blocks.is_empty())
    }
}
