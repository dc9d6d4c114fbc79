//! Why: what cannot both be kept, and what would have to give. Values only; words live elsewhere.

use super::problem::{Problem, WEEK_MIN};
use super::rules::clash;
use super::travel::{Piece, Table};
use super::{Budget, Change, search};
use crate::household::{Commitment, Firm, Household};
use crate::site::{Site, Track};
use crate::time::{DAY_MIN, Days};

/// Most minutes a day that still count as a small thing to ask of something called fixed.
pub const SMALL_GIVE_MIN: i32 = 120;

/// A commitment and a session that cannot both be kept as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// Row of the commitment.
    pub row: u32,
    /// Session, by index in the track.
    pub session: usize,
    /// Weekdays of the session.
    pub days: Days,
    /// How they clash.
    pub kind: ClashKind,
    /// By how many minutes.
    pub min: i32,
    /// On how many dates over the whole program.
    pub dates: u32,
}

/// How two things clash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClashKind {
    /// At the same time.
    Overlap,
    /// One after the other, with too little time to get there.
    Travel,
}

/// Two entries of a person's own that cannot both be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnClash {
    /// The earlier row of the list.
    pub row: u32,
    /// The later row of the list.
    pub other: u32,
    /// Weekdays on which the earlier row starts.
    pub days: Days,
    /// How they clash.
    pub kind: ClashKind,
    /// By how many minutes.
    pub min: i32,
}

/// The cheapest thing that would have to give for an offer to fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Give {
    /// The row.
    pub row: u32,
    /// What would change.
    pub changes: Vec<Change>,
    /// Whether it stays within [`SMALL_GIVE_MIN`] minutes a day.
    pub small: bool,
}

/// Every pair of commitment and session that clashes, said once for all its weekdays.
pub(super) fn clashes(problem: &Problem) -> Vec<Clash> {
    let mut found: Vec<Clash> = Vec::new();
    for unit in &problem.units {
        for near in unit.near.iter().filter(|near| !near.fine) {
            let (Some(slot), Some((kind, min)), Some(commitment)) = (
                problem.slots.get(near.slot),
                clash(&unit.piece, &near.piece, &problem.table),
                problem.commitment(unit),
            ) else {
                continue;
            };
            let dates = slot.weeks.count_ones();
            let same = found
                .iter_mut()
                .find(|c| (c.row, c.session, c.kind, c.min) == (commitment.row, slot.session, kind, min));
            if let Some(clash) = same {
                clash.days = clash.days.with(slot.day, true);
                clash.dates += dates;
            } else {
                let days = Days::of(&[slot.day]);
                found.push(Clash { row: commitment.row, session: slot.session, days, kind, min, dates });
            }
        }
    }
    found
}

/// Contradictions within the week itself.
pub(super) fn own_clashes(household: &Household) -> Vec<OwnClash> {
    let table = Table::of(household);
    let mut found: Vec<OwnClash> = Vec::new();
    let all: Vec<(usize, &Commitment)> = household.commitments.iter().enumerate().collect();
    for (index, a) in &all {
        for (other, b) in all.iter().filter(|(other, _)| other > index) {
            for day in a.days.iter() {
                let mine = piece(*index, day.num_days_from_monday(), 0, household);
                let worst = b
                    .days
                    .iter()
                    .flat_map(|d| {
                        [-WEEK_MIN, 0, WEEK_MIN].map(|shift| piece(*other, d.num_days_from_monday(), shift, household))
                    })
                    .filter_map(|theirs| clash(&mine, &theirs, &table))
                    .min_by_key(|(kind, min)| (*kind, -min));
                let Some((kind, min)) = worst else { continue };
                let same = found.iter_mut().find(|c| (c.row, c.other, c.kind, c.min) == (a.row, b.row, kind, min));
                if let Some(clash) = same {
                    clash.days = clash.days.with(day, true);
                } else {
                    found.push(OwnClash { row: a.row, other: b.row, days: Days::of(&[day]), kind, min });
                }
            }
        }
    }
    found
}

fn piece(index: usize, day: u32, shift: i32, household: &Household) -> Piece {
    let at = i32::try_from(day).unwrap_or(0) * DAY_MIN + shift;
    let span = household.commitments.get(index).map_or((0, 1), |c| (c.span.from, c.span.to));
    Piece { from: at + span.0, to: at + span.1, place: Table::place_of(household, index), early: 0 }
}

/// What one row would have to give for the track to fit, fewest minutes first: at most
/// [`SMALL_GIVE_MIN`] a day where that is enough, else whatever it takes.
pub(super) fn give(
    site: &Site,
    track: &Track,
    as_is: &Problem,
    clashes: &[Clash],
    budget: Budget,
    nodes: &mut u32,
) -> Option<Give> {
    let (household, rule) = (as_is.household, site.program.misses);
    let in_the_way = |(index, commitment): &(usize, &Commitment)| {
        clashes.iter().any(|clash| clash.row == commitment.row) && search::hangs_on(as_is, *index, rule)
    };
    let rows: Vec<(usize, &Commitment)> = household.commitments.iter().enumerate().filter(in_the_way).collect();
    for (most, small) in [(SMALL_GIVE_MIN, true), (DAY_MIN, false)] {
        let mut best: Option<(u32, Give)> = None;
        for (index, commitment) in &rows {
            for firm in [Firm::Cut { most_min: most }, Firm::Move { earlier_min: most, later_min: most }] {
                let mut loosened = household.clone();
                if let Some(row) = loosened.commitments.get_mut(*index) {
                    row.firm = firm;
                }
                let mut problem = Problem::lay(site, track, &loosened);
                problem.travel_counts = false;
                let found = search::cheapest(&problem, rule, budget);
                *nodes = nodes.saturating_add(found.nodes);
                let Some(plan) = found.within else { continue };
                let minutes = plan.cost.work_lost_min + plan.cost.moved_min;
                if best.as_ref().is_none_or(|(least, _)| minutes < *least) {
                    best = Some((minutes, Give { row: commitment.row, changes: plan.changes(&problem), small }));
                }
            }
        }
        if let Some((_, give)) = best {
            return Some(give);
        }
    }
    None
}
