//! Why: what cannot both be kept, and what would have to give. Values only; words live elsewhere.

use super::problem::{Frame, Problem, Unit, WEEK_MIN, has, shifted};
use super::rules::{clash, rest_min};
use super::travel::{HOME, Piece};
use super::{Budget, Change, search};
use crate::household::{Commitment, Firm, Kind};
use crate::site::Track;
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
    /// The session leaves too little rest after the shift.
    Rest,
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
        let Some(commitment) = problem.commitment(unit) else { continue };
        for near in &unit.near {
            let Some(slot) = problem.slots.get(near.slot) else { continue };
            if let Some((kind, min)) = clash(&unit.piece, &near.piece, &problem.frame.table) {
                let dates = near.weeks.count_ones();
                say(
                    &mut found,
                    Clash { row: commitment.row, session: slot.session, days: Days::of(&[slot.day]), kind, min, dates },
                );
            } else if unit.night {
                for bit in (0..64).filter(|bit| has(near.weeks, *bit)) {
                    let min = rest_short(problem, unit, &near.piece, bit + near.delta);
                    let (days, kind) = (Days::of(&[slot.day]), ClashKind::Rest);
                    let clash = Clash { row: commitment.row, session: slot.session, days, kind, min, dates: 1 };
                    if min > 0 {
                        say(&mut found, clash);
                    }
                }
            }
        }
    }
    found
}

fn say(found: &mut Vec<Clash>, clash: Clash) {
    let key = |c: &Clash| (c.row, c.session, c.kind, c.min);
    if let Some(same) = found.iter_mut().find(|c| key(c) == key(&clash)) {
        same.days = clash.days.iter().fold(same.days, |days, day| days.with(day, true));
        same.dates += clash.dates;
    } else {
        found.push(clash);
    }
}

/// By how many minutes a session shortens the rest after a night shift of the week `bit`, as the
/// week is; 0 where the rest holds, or never did.
fn rest_short(problem: &Problem, shift: &Unit, session: &Piece, bit: i32) -> i32 {
    let Some(rule) = problem.frame.household.rest else { return 0 };
    let mut pieces: Vec<Piece> = Vec::new();
    for delta in [-1, 0, 1] {
        let there = problem.units.iter().filter(|unit| has(unit.weeks, bit + delta));
        let own_rest =
            |unit: &Unit| unit.piece.place == HOME && problem.commitment(unit).is_some_and(|c| c.kind == Kind::Rest);
        pieces.extend(there.filter(|unit| !own_rest(unit)).map(|unit| unit.piece.by(delta * WEEK_MIN)));
    }
    let mut rest = |more: Option<&Piece>| {
        pieces.extend(more);
        crate::order::sort(&mut pieces);
        rest_min(shift.piece.to, shift.piece.place, &pieces, rule, &problem.frame.table)
    };
    if rest(None) < rule.least_min { 0 } else { rule.least_min - rest(Some(session)).max(0) }
}

/// Contradictions within the household's own weeks.
pub(super) fn own_clashes(frame: &Frame) -> Vec<OwnClash> {
    let mut found: Vec<OwnClash> = Vec::new();
    for (index, a) in frame.household.commitments.iter().enumerate() {
        for (other, b) in frame.household.commitments.iter().enumerate().skip(index + 1) {
            let theirs = || frame.units.iter().filter(move |unit| unit.commitment == other);
            for mine in frame.units.iter().filter(|unit| unit.commitment == index) {
                let meeting = |delta: i32| {
                    theirs()
                        .filter(move |unit| mine.weeks & shifted(unit.weeks, -delta) & frame.all_weeks() != 0)
                        .map(move |unit| unit.piece.by(delta * WEEK_MIN))
                };
                let all = [-1, 0, 1].into_iter().flat_map(meeting);
                let worst = all.filter_map(|theirs| clash(&mine.piece, &theirs, &frame.table));
                let Some((kind, min)) = worst.min_by_key(|(kind, min)| (*kind, -min)) else { continue };
                let same = found.iter_mut().find(|c| (c.row, c.other, c.kind, c.min) == (a.row, b.row, kind, min));
                if let Some(clash) = same {
                    clash.days = clash.days.with(mine.day, true);
                } else {
                    found.push(OwnClash { row: a.row, other: b.row, days: Days::of(&[mine.day]), kind, min });
                }
            }
        }
    }
    found
}

/// What one row would have to give for the track to fit, fewest minutes first: at most
/// [`SMALL_GIVE_MIN`] a day where that is enough, else whatever it takes.
pub(super) fn give(track: &Track, as_is: &Problem, clashes: &[Clash], budget: Budget, nodes: &mut u32) -> Option<Give> {
    let (household, rule) = (as_is.frame.household, as_is.frame.site.program.misses);
    let in_the_way = |(index, commitment): &(usize, &Commitment)| {
        clashes.iter().any(|clash| clash.row == commitment.row) && search::hangs_on(as_is, *index, rule)
    };
    let rows: Vec<(usize, &Commitment)> = household.commitments.iter().enumerate().filter(in_the_way).collect();
    for (most, small) in [(SMALL_GIVE_MIN, true), (DAY_MIN, false)] {
        let mut best: Option<(u32, Give)> = None;
        for (index, commitment) in &rows {
            let night = as_is.units.iter().any(|unit| unit.commitment == *index && unit.night);
            let ways = [Firm::Cut { most_min: most }, Firm::Move { earlier_min: most, later_min: most }];
            // A night shift that is moved by half a day is another shift.
            for firm in ways.into_iter().take(if small || !night { 2 } else { 1 }) {
                let mut problem = Problem::lay(as_is.frame, track, Some((*index, firm)));
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
