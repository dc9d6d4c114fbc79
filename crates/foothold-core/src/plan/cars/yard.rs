//! Cars in one part of the program: whether there are enough for what everybody does.

use super::count;
use super::holds::Holds;
use super::outing::{Limit, Outing, add_outings};
use crate::plan::local::{Bench, Trial};
use crate::plan::parts::Part;
use crate::plan::problem::{Problem, Unit, WEEK_MIN, has};
use crate::plan::travel::{HOME, Piece, WORTH_GOING_HOME_MIN};

/// Cars in one part: what the people whom it is not about hold, and when it is looked at.
pub(super) struct Yard {
    pub(super) limit: Limit,
    /// Outings that the part does not change.
    pub(super) others: Vec<Outing>,
    /// Those of its people who share the cars.
    pub(super) people: Vec<u8>,
    /// From when to when the part can change what is held.
    pub(super) windows: Vec<(i32, i32)>,
    /// What is held in any case.
    pub(super) holds: Holds,
}

impl Yard {
    /// Whether there are cars enough for these outings.
    pub(super) fn has_enough(&self, now: &[Outing]) -> bool {
        let seen = |at: &i32| self.windows.iter().any(|(lo, hi)| lo <= at && at < hi);
        let opens = self.windows.iter().map(|(lo, _)| *lo);
        let mut late = now.iter().flat_map(|outing| self.limit.late(outing));
        !late.any(|(at, _)| seen(&at))
            && !self.limit.turns(now).filter(seen).chain(opens).any(|at| self.limit.is_over(now, at))
    }
}

impl super::Yard for Yard {
    fn is_enough(&self, bench: &Bench, trial: &Trial) -> bool {
        let mut now: Vec<Outing> = self.others.clone();
        for who in &self.people {
            add_outings(&bench.pieces(*who, &trial.busy, &trial.doers), bench.problem.frame, &mut now);
        }
        self.has_enough(&now)
    }

    fn is_over(&self, bench: &Bench, trial: &Trial) -> bool {
        self.holds.are_too_many(self, bench, trial)
    }
}

/// The cars of a part's people, if they share them.
pub(super) fn of(bench: &Bench, part: &Part, busy: &[Piece]) -> Option<Yard> {
    let frame = bench.problem.frame;
    let (mut as_is, mut people) = (Vec::new(), Vec::new());
    for at in (0..16).filter(|at| frame.drivers >> at & 1 == 1) {
        add_outings(&bench.pieces(at, busy, &[]), frame, &mut as_is);
        people.extend((part.who >> at & 1 == 1).then_some(at));
    }
    if people.is_empty() {
        return None;
    }
    let others = as_is.iter().filter(|outing| !people.contains(&outing.who)).cloned().collect();
    let holds = Holds::of(bench, busy);
    let (limit, windows) = (Limit { cars: count(frame), as_is }, part.windows.clone());
    Some(Yard { limit, others, people, windows, holds })
}

/// From when to when something at `lo` to `hi` can change what its people hold: the longest outing that it
/// can be a part of, over everything that stays as it is.
pub(super) fn window(problem: &Problem, who: u16, (mut lo, mut hi): (i32, i32)) -> (i32, i32) {
    let far = problem.frame.table.far();
    let near = WORTH_GOING_HOME_MIN + 2 * far;
    let mut grows = true;
    while grows {
        let before = (lo, hi);
        for bit in lo.div_euclid(WEEK_MIN) - 1..=hi.div_euclid(WEEK_MIN) + 1 {
            let stays = |unit: &&Unit| unit.options.len() == 1 && who >> unit.piece.who & 1 == 1;
            for unit in problem.units.iter().filter(stays).filter(|unit| has(unit.weeks, bit)) {
                let piece = unit.piece.by(bit * WEEK_MIN);
                if piece.place != HOME && piece.from - hi < near && lo - piece.to < near {
                    (lo, hi) = (lo.min(piece.from), hi.max(piece.to));
                }
            }
        }
        grows = before != (lo, hi);
    }
    (lo - far, hi + far.max(1))
}
