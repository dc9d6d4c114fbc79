//! One drawing of a week, for the list, the picture, print and text alike.

use super::problem::{Frame, Problem, WEEK_MIN, has};
use super::search;
use super::slots::Slot;
use super::travel::{CLINIC, HOME, Piece, WORTH_GOING_HOME_MIN, legs};
use super::{Budget, Offer};
use crate::household::{Household, Kind};
use crate::order;
use crate::site::{SessionKind, Site, Track};
use crate::time::{DAY_MIN, Datelike, WEEK, Weekday};

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

/// Somebody's weeks of the program, each as a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// One picture a week, from the first week on; all show the same hours.
    pub weeks: Vec<WeekPicture>,
    /// The first week with the most sessions, counted from 0: what one sees who asks for no week in particular.
    pub fullest: usize,
}

/// The weeks of somebody of the household with an offer in them, as its plan has them; without an offer as they are.
/// Duties stand in them as care, where it is this person who does them.
pub fn weeks(site: &Site, household: &Household, offer: Option<&Offer>, who: usize) -> Drawn {
    let nothing = Track::of(Vec::new());
    let track = offer.and_then(|offer| offer.taken(site));
    let track = track.as_deref().unwrap_or(&nothing);
    let frame = Frame::lay(site, household);
    let client = offer.map_or(0, |offer| offer.client);
    let problem = Problem::lay(&frame, &[(client, track)], None);
    let found = search::cheapest(&problem, site.program.misses, Budget::default());
    // Of an offer that does not fit every session is drawn, over what it clashes with.
    let plan = found.within.unwrap_or_else(|| found.partial.attending_all());
    let mut pictures: Vec<WeekPicture> = (0..frame.count).map(|_| WeekPicture::empty()).collect();
    let mut put = |from, to, kind| put_piece(&mut pictures, household, from, to, kind);
    let mut pieces: Vec<Piece> = Vec::new();
    let who = super::slots::small(who);
    // With the eve of the program and the week after it: a night may reach into the first week, a way into the last.
    for bit in 0..=i32::from(frame.count) + 1 {
        let week = (bit - 1) * WEEK_MIN;
        for (unit, changed, left) in plan.units_in(&problem, bit).filter(|(unit, ..)| unit.piece.who == who) {
            let Some(commitment) = problem.commitment(unit) else { continue };
            let kind = BlockKind::Commitment { kind: commitment.kind, row: commitment.row, changed };
            for piece in left.iter().flatten() {
                pieces.push(piece.by(week));
                put(piece.from + week, piece.to + week, kind);
            }
        }
        for (slot, _) in plan.slots_in(&problem, bit).filter(|(_, doer)| *doer == who) {
            pieces.push(slot.piece.of(who).by(week));
            let session = slot.session().and_then(|at| track.sessions.get(at).map(|session| (at, session)));
            let kind = if let Some((index, session)) = session {
                BlockKind::Session { kind: session.kind, index, online: session.online.has(slot.day) }
            } else {
                let duty = slot.duty().and_then(|duty| household.duties.get(duty));
                BlockKind::Commitment { kind: Kind::Care, row: duty.map_or(0, |duty| duty.row), changed: false }
            };
            put(slot.piece.from + week, slot.piece.to + week, kind);
        }
    }
    order::sort(&mut pieces);
    // Whoever goes home between two sessions is early for the second, too.
    let stays = frame.table.between(CLINIC, HOME) + frame.table.between(HOME, CLINIC) + WORTH_GOING_HOME_MIN;
    super::way::early_once(&mut pieces, stays);
    for (from, to) in legs(&pieces, &frame.table) {
        put(from, to, BlockKind::Travel);
    }
    let (mut from, mut to) = (FIRST_MIN, LAST_MIN);
    for picture in &mut pictures {
        (picture.from, picture.to) = (from, to);
        picture.finish();
        (from, to) = (picture.from, picture.to);
    }
    for picture in &mut pictures {
        (picture.from, picture.to) = (from, to);
    }
    Drawn { weeks: pictures, fullest: fullest(&problem) }
}

/// The fullest of these weeks.
pub fn week(site: &Site, household: &Household, offer: Option<&Offer>, who: usize) -> WeekPicture {
    let mut drawn = weeks(site, household, offer, who);
    drawn.weeks.swap_remove(drawn.fullest)
}

/// Which weeks are alike: for each kind of week its weeks, counted from 0, in the order of the first of each.
pub fn alike(weeks: &[WeekPicture]) -> Vec<Vec<usize>> {
    let mut kinds: Vec<Vec<usize>> = Vec::new();
    for (at, week) in weeks.iter().enumerate() {
        let is_same = |kind: &&mut Vec<usize>| kind.first().and_then(|first| weeks.get(*first)) == Some(week);
        match kinds.iter_mut().find(is_same) {
            Some(kind) => kind.push(at),
            None => kinds.push(vec![at]),
        }
    }
    kinds
}

fn fullest(problem: &Problem) -> usize {
    let (mut most, mut fullest) = (0, 0);
    for week in 0..problem.frame.count {
        let is_held = |slot: &&Slot| slot.session().is_some() && has(slot.weeks, i32::from(week) + 1);
        let held = problem.slots.iter().filter(is_held).count();
        if held > most {
            (most, fullest) = (held, usize::from(week));
        }
    }
    fullest
}

/// Puts what lies so many minutes after the program's start into its week; the part after midnight into the next day.
fn put_piece(weeks: &mut [WeekPicture], household: &Household, from: i32, to: i32, kind: BlockKind) {
    let day = from.div_euclid(DAY_MIN);
    let weekday = (day + i32::try_from(household.start.weekday().num_days_from_monday()).unwrap_or(0)).rem_euclid(7);
    let week = usize::try_from(day.div_euclid(7)).ok().and_then(|week| weeks.get_mut(week));
    let blocks = week.and_then(|week| week.days.get_mut(usize::try_from(weekday).unwrap_or(0)));
    let midnight = (day + 1) * DAY_MIN;
    if let Some((_, blocks)) = blocks {
        blocks.push(Block { from: from - midnight + DAY_MIN, to: to.min(midnight) - midnight + DAY_MIN, kind });
    }
    if to > midnight {
        put_piece(weeks, household, midnight, to, kind);
    }
}

impl WeekPicture {
    /// A week with nothing in it.
    pub fn empty() -> Self {
        Self { days: WEEK.iter().map(|day| (*day, Vec::new())).collect(), from: FIRST_MIN, to: LAST_MIN }
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
