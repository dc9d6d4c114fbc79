//! How many cars a household has, and what that asks of its plans: no more are out than there are. And last
//! departures, which ask for looking at the same outings.
//!
//! Cars tie people together who have nothing else in common. The search asks for what it needs here through
//! [`Rules`], which come with the number of cars, and with every household from a file; a page downloads them only when
//! somebody wants to say more about the way.
//!
//! Reading order: [`outing`] who is out when, and how many cars that holds; [`yard`] whether there are enough in one part of the
//! program; [`holds`] what can be said of that before everything is chosen; [`amounts`] the changes that could leave a
//! car at home; [`spare`] which changes are of no use at all; [`reasons`] why there is none.

mod amounts;
mod holds;
mod outing;
mod reasons;
mod spare;
mod yard;

use super::local::{Bench, Trial};
use super::parts::{APART_AT_MOST_MIN, Apart, Part, gather, join};
use super::problem::{Frame, Problem};
use super::reason::{Clash, OwnClash};
use super::travel::{CLINIC, FIRST_NAMED, HOME, Piece};
use crate::household::{Firm, Household};
use crate::people::{By, Means, Person};
use std::fmt;

/// How many cars there are.
#[derive(Clone, Copy)]
pub struct Cars {
    pub(super) count: Option<u8>,
    rules: &'static dyn Rules,
}

impl Cars {
    /// So many.
    pub fn of(count: u8) -> Self {
        Self { count: Some(count), rules: &Counted }
    }

    /// Nobody says how many. When the last bus goes is kept, and changes of no use are left out before the search.
    pub fn uncounted() -> Self {
        Self { count: None, rules: &Counted }
    }

    /// How many, where somebody says so.
    pub fn count(self) -> Option<u8> {
        self.count
    }

    /// Takes away the changes that are of no use to any plan; how many combinations that took.
    pub(super) fn spare(self, problem: &mut Problem) -> u32 {
        self.rules.spare(problem)
    }

    /// The people of whom it matters when they are out, as bits.
    pub(super) fn people(self, household: &Household) -> u16 {
        self.rules.people(household)
    }
}

impl PartialEq for Cars {
    fn eq(&self, other: &Self) -> bool {
        self.count == other.count
    }
}

impl Eq for Cars {}

impl fmt::Debug for Cars {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_tuple("Cars").field(&self.count).finish()
    }
}

/// What counting cars adds to the search. No method takes more than two things beside itself: every other shape of a function
/// that is called by pointer costs a page's first file the glue for calls of that shape.
pub(super) trait Rules: Sync {
    /// The people of whom it matters when they are out, as bits.
    fn people(&self, household: &Household) -> u16;
    /// Ties things together that can change who holds a car at one moment, and makes parts of them.
    fn take_apart(&self, problem: &Problem, apart: &mut Apart);
    /// Gives a bench what it needs to count them, where the part's people share them, what is busy being this.
    fn yard(&self, bench: &mut Bench, of: &(&Part, &Vec<Piece>));
    /// Adds the changes that could leave a car at home, each unit being as firm as is said, to their limits or not.
    fn changes(&self, problem: &mut Problem, firms: &(&Vec<Firm>, bool));
    /// Takes away the changes that are of no use to any plan; how many combinations that took.
    fn spare(&self, problem: &mut Problem) -> u32;
    /// Adds the sessions for which there is no car.
    fn clashes(&self, problem: &Problem, found: &mut Vec<Clash>);
    /// Adds the household's own entries for which there is none.
    fn own_clashes(&self, frame: &Frame, found: &mut Vec<OwnClash>);
}

/// Cars in one part of the program.
pub(super) trait Yard {
    /// Whether there are enough for what is tried, and everybody gets home.
    fn is_enough(&self, bench: &Bench, trial: &Trial) -> bool;
    /// Whether there cannot be enough, whoever does the rest.
    fn is_over(&self, bench: &Bench, trial: &Trial) -> bool;
}

struct Counted;

impl Rules for Counted {
    fn people(&self, household: &Household) -> u16 {
        let everybody = (1 << household.people.len().min(15)) - 1;
        if has_last_way(household) { everybody } else { sharing(household) }
    }

    fn take_apart(&self, problem: &Problem, apart: &mut Apart) {
        let atoms = &mut apart.atoms;
        for atom in atoms.iter_mut() {
            let shares = atom.who & problem.frame.drivers;
            if shares != 0 {
                atom.window = yard::window(problem, shares, (atom.lo - atom.early, atom.hi));
            }
        }
        for at in 0..atoms.len() {
            for before in (0..at).rev() {
                let (Some(a), Some(b)) = (atoms.get(before), atoms.get(at)) else { break };
                if b.from - a.from > APART_AT_MOST_MIN {
                    break;
                }
                if a.window.0 < b.window.1 && b.window.0 < a.window.1 {
                    join(atoms, before, at);
                }
            }
        }
        gather::<true>(problem, apart);
    }

    fn yard(&self, bench: &mut Bench, (part, busy): &(&Part, &Vec<Piece>)) {
        bench.yard = yard::of(bench, part, busy).map(|yard| Box::new(yard) as Box<dyn Yard>);
    }

    fn spare(&self, problem: &mut Problem) -> u32 {
        spare::spare(problem, problem.frame.left.get())
    }

    fn changes(&self, problem: &mut Problem, (firms, limits): &(&Vec<Firm>, bool)) {
        amounts::list(problem, firms, *limits);
    }

    fn clashes(&self, problem: &Problem, found: &mut Vec<Clash>) {
        reasons::clashes(problem, found);
    }

    fn own_clashes(&self, frame: &Frame, found: &mut Vec<OwnClash>) {
        reasons::own_clashes(frame, found);
    }
}

impl Frame<'_> {
    /// The rules of cars, where they are counted.
    pub(super) fn cars(&self) -> Option<&'static dyn Rules> {
        self.household.cars.filter(|_| self.drivers != 0).map(|cars| cars.rules)
    }
}

/// How somebody gets to a place.
fn by(frame: &Frame, place: usize) -> By {
    let household = frame.household;
    let named = place.checked_sub(FIRST_NAMED).and_then(|at| household.places.get(at)).map(|place| place.by);
    let rows = || household.commitments.iter().map(|c| c.by).chain(household.duties.iter().map(|duty| duty.by));
    let own = || rows().enumerate().find(|(row, _)| frame.table.row(*row) == place).map(|(_, by)| by);
    match place {
        HOME => Means::Foot.into(),
        CLINIC => household.clinic_by,
        _ => named.or_else(own).unwrap_or_default(),
    }
}

/// How many there are, where they are counted.
fn count(frame: &Frame) -> usize {
    frame.household.cars.and_then(|cars| cars.count).map_or(usize::MAX, usize::from)
}

/// Those who share too few cars, as bits; none where cars are not counted.
fn sharing(household: &Household) -> u16 {
    let drives = |bits: u16, (who, person): (usize, &Person)| bits | u16::from(person.drives) << who;
    let all = household.people.iter().take(16).enumerate().fold(0, drives);
    let count = household.cars.and_then(|cars| cars.count);
    if count.is_some_and(|count| u32::from(count) < all.count_ones()) { all } else { 0 }
}

/// Whether there is a last departure anywhere.
fn has_last_way(household: &Household) -> bool {
    let rows = household.commitments.iter().map(|c| c.by).chain(household.duties.iter().map(|duty| duty.by));
    let places = household.places.iter().map(|place| place.by).chain([household.clinic_by]);
    rows.chain(places).any(|by| by.last.is_some())
}
