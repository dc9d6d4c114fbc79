//! Which weekdays of sessions have something to do with each other: a stretch of the week is what no moment parts at which everybody is
//! at home, with an hour to spare, and nothing that could change is under way.

use super::Unit;
use crate::household::Firm;
use crate::plan::problem::{Frame, WEEK_MIN};
use crate::plan::travel::{CLINIC, HOME, Piece};

/// Half of the time at home that parts two outings.
const APART_MIN: i32 = 30;

/// From when to when something has to do with whatever else is then, in minutes of the week.
type Reach = (i32, i32);

/// The stretches, each as the units in it, in order; whatever lies between two units of one stretch is of that stretch.
pub(super) fn stretches(frame: &Frame, units: &[Unit]) -> Vec<Vec<usize>> {
    let mut reaches: Vec<Reach> = units.iter().map(|unit| of_unit(frame, unit)).collect();
    reaches.extend(of_household(frame));
    let mut groups: Vec<usize> = (0..reaches.len()).collect();
    for (a, first) in reaches.iter().enumerate() {
        for (b, then) in reaches.iter().enumerate().skip(a + 1) {
            let meets = |by: i32| first.0 < then.1 + by && then.0 + by < first.1;
            if [-WEEK_MIN, 0, WEEK_MIN].into_iter().any(meets) {
                join(&mut groups, a, b);
            }
        }
    }
    for at in 0..units.len() {
        let group = groups.get(at).copied();
        let last = (at..units.len()).rev().find(|other| groups.get(*other).copied() == group).unwrap_or(at);
        (at..=last).for_each(|other| join(&mut groups, at, other));
    }
    let mut found: Vec<(usize, Vec<usize>)> = Vec::new();
    for (at, group) in groups.iter().take(units.len()).enumerate() {
        match found.iter_mut().find(|(known, _)| known == group) {
            Some((_, of)) => of.push(at),
            None => found.push((*group, vec![at])),
        }
    }
    found.into_iter().map(|(_, of)| of).collect()
}

fn join(groups: &mut [usize], a: usize, b: usize) {
    if let (Some(a), Some(b)) = (groups.get(a).copied(), groups.get(b).copied()) {
        groups.iter_mut().filter(|group| **group == b).for_each(|group| *group = a);
    }
}

fn of_unit(frame: &Frame, unit: &Unit) -> Reach {
    let (place, early) = if unit.online { (HOME, 0) } else { (CLINIC, frame.site.program.arrival_buffer_min) };
    around(frame, place, unit.at.0 - early, unit.at.1 + early)
}

/// With the longest way there and back, and the time at home.
fn around(frame: &Frame, place: usize, from: i32, to: i32) -> Reach {
    let (out, back) = (frame.table.between(HOME, place), frame.table.between(place, HOME));
    let way = out.max(back) + APART_MIN;
    (from - way, to + way)
}

/// What could change, duties, and the time in which sleep after a night may lie.
fn of_household(frame: &Frame) -> Vec<Reach> {
    let mut found = Vec::new();
    let within = frame.household.rest.map_or(0, |rest| rest.within_min);
    for unit in &frame.units {
        let Piece { from, to, place, .. } = unit.piece;
        let (earlier, later) = match frame.commitment(unit).map_or(Firm::Fixed, |c| c.firm) {
            Firm::Fixed if !unit.night => continue,
            Firm::Move { earlier_min, later_min } => (earlier_min, later_min),
            _ => (0, 0),
        };
        let rest = if unit.night { within } else { 0 };
        found.push(around(frame, place, from - earlier, to + later + rest));
    }
    for slot in frame.duties.iter().chain(&frame.undone) {
        found.push(around(frame, slot.piece.place, slot.piece.from, slot.piece.to));
    }
    found
}
