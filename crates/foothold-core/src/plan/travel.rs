//! How long it takes from place to place, and which trips a week is made of.
//!
//! Travel is minutes, never addresses. The table is closed by shortest paths, so that going by
//! home or by the clinic is used wherever it is quicker.

use crate::household::Household;
use crate::people::Spot;
use crate::time::{DAY_MIN, Span};

/// Place number of home.
pub(super) const HOME: usize = 0;
/// Place number of the clinic.
pub(super) const CLINIC: usize = 1;
/// Place number of the first named place; those of single rows follow.
pub(super) const FIRST_NAMED: usize = 2;
/// Further than any trip; two of them still fit an `i32`.
const FAR: i32 = 1 << 20;
/// Time at home that makes going home between two trips worth it, in minutes.
pub(super) const WORTH_GOING_HOME_MIN: i32 = 60;

/// Shortest minutes between all places of a household.
#[derive(Clone, Debug)]
pub(super) struct Table {
    size: usize,
    minutes: Vec<i32>,
    /// The place of every commitment, then of every duty.
    rows: Vec<usize>,
}

impl Table {
    /// The table of a household: home, the clinic, its named places, and one place per row away from home.
    pub(super) fn of(household: &Household) -> Self {
        let spots: Vec<Spot> = household
            .commitments
            .iter()
            .map(crate::household::Commitment::spot)
            .chain(household.duties.iter().map(|duty| duty.spot))
            .collect();
        let mut size = FIRST_NAMED + household.places.len();
        let mut rows = Vec::new();
        for spot in &spots {
            rows.push(match spot {
                Spot::Home => HOME,
                Spot::Named(place) => FIRST_NAMED + place,
                Spot::Own { .. } => size,
            });
            size += usize::from(matches!(spot, Spot::Own { .. }));
        }
        let mut table = Self { size, minutes: vec![FAR; size * size], rows };
        for place in 0..size {
            table.link(place, place, 0);
        }
        table.both(HOME, CLINIC, household.clinic_travel_min);
        for (at, place) in household.places.iter().enumerate() {
            let at = FIRST_NAMED + at;
            table.link(HOME, at, place.home_min);
            table.link(at, HOME, place.back_min);
            if let Some(minutes) = place.clinic_min {
                table.both(at, CLINIC, minutes);
            }
            for (other, minutes) in &place.ways {
                table.both(at, FIRST_NAMED + other, *minutes);
            }
        }
        for (row, spot) in spots.iter().enumerate() {
            if let Spot::Own { travel_min, direct_min } = spot {
                let place = table.row(row);
                table.both(HOME, place, *travel_min);
                if let Some(minutes) = direct_min {
                    table.both(CLINIC, place, *minutes);
                }
            }
        }
        table.close(FIRST_NAMED + household.places.len());
        table
    }

    /// The place of the commitment, or after all of them of the duty, with this index.
    pub(super) fn row(&self, index: usize) -> usize {
        self.rows.get(index).copied().unwrap_or(HOME)
    }

    /// Minutes from one place to the other.
    pub(super) fn between(&self, a: usize, b: usize) -> i32 {
        self.minutes.get(a * self.size + b).copied().unwrap_or(FAR)
    }

    /// Minutes of the longest way out or home.
    pub(super) fn far(&self) -> i32 {
        (0..self.size).map(|place| self.between(place, HOME).max(self.between(HOME, place))).max().unwrap_or(0)
    }

    fn both(&mut self, a: usize, b: usize, minutes: i32) {
        self.link(a, b, minutes);
        self.link(b, a, minutes);
    }

    fn link(&mut self, a: usize, b: usize, minutes: i32) {
        if let Some(cell) = self.minutes.get_mut(a * self.size + b) {
            *cell = (*cell).min(minutes);
        }
    }

    /// Shortest ways by any place. From a row's own place, one of those from `own` on, there are ways to home and to the clinic only.
    fn close(&mut self, own: usize) {
        for by in own..self.size {
            self.both(HOME, CLINIC, self.between(HOME, by) + self.between(by, CLINIC));
        }
        for by in 0..own {
            for a in 0..self.size {
                for b in 0..self.size {
                    let around = self.between(a, by) + self.between(by, b);
                    if around < self.between(a, b) {
                        self.link(a, b, around);
                    }
                }
            }
        }
    }
}

/// Something that somebody does at a place, in minutes of a running week (may lie before 0 or after 10080).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Piece {
    /// Start.
    pub(super) from: i32,
    /// End.
    pub(super) to: i32,
    /// Place number.
    pub(super) place: usize,
    /// Minutes to be there early.
    pub(super) early: i32,
    /// Who does it, by index of the person.
    pub(super) who: u8,
    /// What it is.
    pub(super) tag: Tag,
}

/// What a piece is, as far as rules ask for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tag {
    /// A commitment.
    Commitment,
    /// A commitment that is rest.
    Rest,
    /// A duty.
    Duty,
    /// A duty that one may sleep through.
    Asleep,
    /// A session of the client with this index.
    Session(u8),
}

impl Piece {
    /// The same so many minutes later.
    pub(super) fn by(self, minutes: i32) -> Self {
        Self { from: self.from + minutes, to: self.to + minutes, ..self }
    }

    /// The same, done by this person.
    pub(super) fn of(self, who: u8) -> Self {
        Self { who, ..self }
    }

    /// Whether one can sleep meanwhile.
    pub(super) fn is_restful(&self) -> bool {
        self.place == HOME && matches!(self.tag, Tag::Rest | Tag::Asleep)
    }

    /// From when to when it is on the day that it starts.
    pub(super) fn span(self) -> Span {
        let from = self.from.rem_euclid(DAY_MIN);
        Span { from, to: from + self.to - self.from }
    }
}

/// One trip: leaves at, arrives at.
pub(super) type Leg = (i32, i32);

/// The trips of a run of pieces sorted by start: leave as late and return as early as possible,
/// go home between where that leaves an hour there.
pub(super) fn legs(pieces: &[Piece], table: &Table) -> Vec<Leg> {
    let mut legs = Vec::new();
    let mut place = HOME;
    let mut free_at: Option<i32> = None;
    for next in pieces {
        let due = next.from - next.early;
        if let Some(since) = free_at {
            let back = table.between(place, HOME);
            let out = table.between(HOME, next.place);
            if place != HOME && due - since >= back + out + WORTH_GOING_HOME_MIN {
                legs.push((since, since + back));
                place = HOME;
            }
        }
        let trip = table.between(place, next.place);
        if trip > 0 {
            let leaves = if next.place == HOME { free_at.unwrap_or(due - trip) } else { due - trip };
            legs.push((leaves, leaves + trip));
        }
        place = next.place;
        free_at = Some(next.to.max(free_at.unwrap_or(next.to)));
    }
    if let Some(since) = free_at {
        let back = table.between(place, HOME);
        if back > 0 {
            legs.push((since, since + back));
        }
    }
    legs
}

/// Minutes of all trips.
pub(super) fn travel_min(pieces: &[Piece], table: &Table) -> i32 {
    legs(pieces, table).iter().map(|(from, to)| to - from).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::household::{Commitment, Kind};
    use crate::time::{Days, Span, parse_date};

    fn household(direct_min: Option<i32>) -> Household {
        let job = Commitment::weekly(1, Kind::Work, Days::WORKDAYS, Span { from: 540, to: 1020 });
        let job = Commitment { travel_min: 25, direct_min, ..job };
        Household::of(20, parse_date("2026-11-30").expect("a date"), vec![job])
    }

    fn at(place: usize, from: i32, to: i32) -> Piece {
        Piece { from, to, place, early: if place == CLINIC { 10 } else { 0 }, who: 0, tag: Tag::Commitment }
    }

    #[test]
    fn without_a_direct_way_the_way_goes_by_home() {
        assert_eq!(Table::of(&household(None)).between(2, CLINIC), 45);
        assert_eq!(Table::of(&household(Some(15))).between(2, CLINIC), 15);
        assert_eq!(Table::of(&household(Some(100))).between(2, CLINIC), 45);
        let near = Household { clinic_travel_min: 90, ..household(Some(15)) };
        assert_eq!(Table::of(&near).between(HOME, CLINIC), 40, "by work is quicker");
    }

    #[test]
    fn an_evening_goes_straight_from_work_and_then_home() {
        let table = Table::of(&household(Some(15)));
        let day = [at(2, 540, 1020), at(CLINIC, 1080, 1260)];
        assert_eq!(legs(&day, &table), [(515, 540), (1055, 1070), (1260, 1280)]);
    }

    #[test]
    fn a_long_gap_is_spent_at_home() {
        let table = Table::of(&household(Some(15)));
        let day = [at(2, 540, 1020), at(CLINIC, 1135, 1200)];
        assert_eq!(travel_min(&day, &table), 25 + 25 + 20 + 20, "an hour at home is left");
        let day = [at(2, 540, 1020), at(CLINIC, 1134, 1200)];
        assert_eq!(travel_min(&day, &table), 25 + 15 + 20, "a minute less is not worth it");
    }
}
