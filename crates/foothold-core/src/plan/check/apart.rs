//! The ways between the things of a day, what lies between two of them, and rest after nights.

use super::day::{Sort, Thing, Where, World};
use crate::household::{Commitment, Household};
use crate::people::Spot;
use crate::time::DAY_MIN;

/// Further than any way.
const FAR: i32 = 1 << 20;

impl World<'_> {
    /// Minutes of the quickest way.
    pub(super) fn go(&self, a: Where, b: Where) -> i32 {
        let at = |w: Where| self.places.iter().position(|place| *place == w);
        let minutes = at(a).and_then(|a| self.ways.get(a)).zip(at(b)).and_then(|(row, b)| row.get(b).copied());
        minutes.unwrap_or(FAR)
    }

    /// Whether two things are ever in each other's way.
    pub(super) fn compared(a: &Thing, b: &Thing) -> bool {
        let beside = match (a.sort, b.sort) {
            (Sort::Duty, Sort::Duty) => a.at == b.at,
            (Sort::Duty, Sort::Commitment) | (Sort::Commitment, Sort::Duty) => {
                a.at == Where::Home && b.at == Where::Home
            }
            (Sort::Session(x), Sort::Session(y)) => x == y,
            _ => false,
        };
        a.who == b.who && !beside
    }

    /// The gap between two things, and what of it is needed.
    pub(super) fn gap(&self, a: &Thing, b: &Thing) -> (i32, i32) {
        let (x, y) = if (a.from, a.to) <= (b.from, b.to) { (a, b) } else { (b, a) };
        let early = if x.at == Where::Clinic && y.at == Where::Clinic { 0 } else { y.early };
        (y.from - x.to, self.go(x.at, y.at) + early)
    }

    /// Whether one person can do both.
    pub(super) fn apart(&self, a: &Thing, b: &Thing) -> bool {
        let (gap, needed) = self.gap(a, b);
        !Self::compared(a, b) || gap >= needed.max(0)
    }

    /// Whether two commitments could both be kept before anything changed.
    pub(super) fn were_apart(&self, a: &Thing, b: &Thing) -> bool {
        let of = |thing: &Thing| self.commitment(thing.of, None);
        a.of == b.of || of(a).iter().all(|x| of(b).iter().all(|y| self.apart(x, y)))
    }

    /// Whether one of two moved commitments is where the other was.
    pub(super) fn takes_the_place(&self, a: &Thing, b: &Thing) -> bool {
        let into = |a: &Thing, b: &Thing| self.commitment(b.of, None).iter().any(|was| !self.apart(a, was));
        into(a, b) || into(b, a)
    }

    /// The longest rest in one piece at home after a shift, beside these things.
    pub(super) fn rest_after(&self, shift: &Thing, all: &[Thing]) -> i32 {
        let Some(rule) = self.household.rest else { return 0 };
        let last = shift.to + rule.within_min;
        let theirs = |t: &&Thing| t.who == shift.who && t.to > shift.to && t.from < last + 2880 && !t.restful;
        let busy: Vec<(i32, i32)> = all
            .iter()
            .filter(theirs)
            .map(|t| (t.from - t.early - self.go(Where::Home, t.at), t.to + self.go(t.at, Where::Home)))
            .collect();
        let first = shift.to + self.go(shift.at, Where::Home);
        let starts = busy.iter().map(|(_, home)| *home).chain([first]).filter(|start| *start >= first);
        let rest = |start: i32| {
            let asleep = |(leaves, home): &&(i32, i32)| *leaves < start && *home > start;
            if busy.iter().any(|b| asleep(&b)) {
                return 0;
            }
            busy.iter()
                .filter(|(leaves, home)| *leaves >= start && *home > start)
                .map(|(leaves, _)| *leaves)
                .fold(last, i32::min)
                - start
        };
        starts.map(rest).max().unwrap_or(0).clamp(0, rule.least_min)
    }

    /// The night shifts whose rest holds with commitments alone.
    pub(super) fn nights(&self) -> Vec<Thing> {
        let alone = self.commitments();
        let Some(rule) = self.household.rest else { return Vec::new() };
        let night = |thing: &&Thing| {
            let row = self.occurrences.get(thing.of).and_then(|o| self.household.commitments.get(o.index));
            let minutes = |m: &i32| matches!(m.rem_euclid(DAY_MIN), 0..360 | 1380..1440);
            row.is_some_and(|c: &Commitment| c.kind.is_work())
                && (thing.from..thing.to).filter(minutes).count() >= 180
                && self.rest_after(thing, &alone) >= rule.least_min
        };
        alone.iter().filter(night).copied().collect()
    }

    /// Whether every night shift that had its rest still has it.
    pub(super) fn rests_hold(&self, now: &[Thing]) -> bool {
        let Some(rule) = self.household.rest else { return true };
        self.nights().iter().all(|night| {
            let left = now.iter().filter(|t| t.sort == Sort::Commitment && t.of == night.of);
            left.max_by_key(|t| t.to).is_none_or(|shift| self.rest_after(shift, now) >= rule.least_min)
        })
    }

    /// Minutes that everybody is on the way.
    pub(super) fn on_the_way(&self, all: &[Thing]) -> i32 {
        let mut total = 0;
        for who in 0..self.household.people.len() {
            let mut mine: Vec<&Thing> = all.iter().filter(|t| t.who == who).collect();
            mine.sort_by_key(|t| (t.from, t.to, t.at != Where::Home));
            let (mut at, mut been, mut free) = (Where::Home, Where::Home, i32::MIN / 2);
            for t in mine {
                let early = if been == Where::Clinic { 0 } else { t.early };
                let by_home = self.go(at, Where::Home) + self.go(Where::Home, t.at);
                let home = at != Where::Home && t.from - early - free >= by_home + 60;
                total += if home { by_home } else { self.go(at, t.at) };
                (at, been, free) = (t.at, t.at, free.max(t.to));
            }
            total += self.go(at, Where::Home);
        }
        total
    }
}

/// All places, and the quickest ways between them.
pub(super) fn ways(household: &Household) -> (Vec<Where>, Vec<Vec<i32>>) {
    let mut legs = vec![
        (Where::Home, Where::Clinic, household.clinic_travel_min),
        (Where::Clinic, Where::Home, household.clinic_travel_min),
    ];
    let mut both = |a, b, minutes| legs.extend([(a, b, minutes), (b, a, minutes)]);
    for (at, place) in household.places.iter().enumerate() {
        if let Some(minutes) = place.clinic_min {
            both(Where::Named(at), Where::Clinic, minutes);
        }
        for (other, minutes) in &place.ways {
            both(Where::Named(at), Where::Named(*other), *minutes);
        }
    }
    let rows = household.commitments.iter().enumerate().map(|(at, c)| (Where::Row(at), c.spot()));
    let duties = household.duties.iter().enumerate().map(|(at, duty)| (Where::DutyRow(at), duty.spot));
    for (own, spot) in rows.chain(duties) {
        if let Spot::Own { travel_min, direct_min } = spot {
            both(own, Where::Home, travel_min);
            if let Some(minutes) = direct_min {
                both(own, Where::Clinic, minutes);
            }
        }
    }
    for (at, place) in household.places.iter().enumerate() {
        legs.push((Where::Home, Where::Named(at), place.home_min));
        legs.push((Where::Named(at), Where::Home, place.back_min));
    }
    let mut places: Vec<Where> = Vec::new();
    for (a, _, _) in &legs {
        if !places.contains(a) {
            places.push(*a);
        }
    }
    // From each place every leg is tried as often as there are places, which no shortest way outlasts.
    let from = |start: &Where| {
        let mut reach: Vec<i32> = places.iter().map(|place| if place == start { 0 } else { FAR }).collect();
        for _ in &places {
            for (a, b, minutes) in &legs {
                let at = |w: &Where| places.iter().position(|place| place == w);
                let Some((a, b)) = at(a).zip(at(b)) else { continue };
                let there = reach.get(a).copied().unwrap_or(FAR) + minutes;
                if let Some(known) = reach.get_mut(b) {
                    *known = (*known).min(there);
                }
            }
        }
        reach
    };
    let ways = places.iter().map(from).collect();
    (places, ways)
}
