//! Which offers fit a household's week, what would have to change where one does not, and why.
//!
//! [`solve`] is one function in, one value out: it takes a [`Site`], a [`Household`] and a
//! [`Budget`] and returns an [`Answer`] with every offer ranked. Reading order: [`problem`] lays
//! the offer and the household on real dates, [`slots`] what somebody has to be at, [`baseline`] who
//! does each duty before any session, [`hands`] when one can change hands, [`rules`] says what cannot both be kept, [`remedy`]
//! lists the changes worth trying, [`cars`] counts cars, [`offer`] makes one track's answer, [`parts`] takes the dates apart, [`local`] tries each part
//! through, [`entry`] and [`search`] find the cheapest set, [`reason`] names clashes and what would have to
//! give, [`view`] draws the week, [`detail`] is asked for the rest, [`check`] looks again; for files only, `floating` places hours and
//! `mix` puts sets of sessions together. Words live elsewhere; the rules are in `docs/PLANNER.md`.

mod agreed;
mod baseline;
mod cars;
pub mod check;
mod detail;
mod entry;
#[cfg(not(feature = "quiet"))]
mod floating;
mod hands;
mod intake;
mod local;
#[cfg(not(feature = "quiet"))]
mod mix;
mod offer;
mod parts;
mod problem;
mod reason;
mod remedy;
mod rules;
mod search;
mod slots;
mod travel;
mod view;
mod way;

pub use agreed::{agreed, with_changes};
pub use cars::Cars;
pub use detail::{
    Alternative, Dated, DutyDate, SeatDate, Statement, Together, alternatives, baseline, contradiction, dated, together,
};
#[cfg(not(feature = "quiet"))]
pub use detail::{alternatives_dated, give_dated};
pub use intake::{Visit, first_visit};
#[cfg(not(feature = "quiet"))]
pub use mix::{MOST_SETS, Mixed, Pick, solve_mixed};
pub use offer::Placed;
pub use reason::{Clash, ClashKind, Give, OwnClash, Undone};
pub use view::{Block, BlockKind, Drawn, WeekPicture, alike, track_week, week, weeks};

use crate::household::Household;
use crate::site::Site;
use crate::time::{Days, Span, Weekday};
use offer::{forms, judged, solve_forms};

/// Least spare minutes around a session for a plan to be called more than tight.
pub const TIGHT_MIN: i32 = 10;

/// How much work a search may do, in combinations looked at. A number and not a time, so that the
/// same question has the same answer on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget(pub u32);

impl Budget {
    /// What all searches of one question may take together.
    fn all(self) -> u32 {
        self.0.saturating_mul(5)
    }
}

impl Default for Budget {
    fn default() -> Self {
        Self(200_000)
    }
}

/// The answer for a household: every offer, best first, and what clashes in the week itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Every offer of the clinic, ranked.
    pub offers: Vec<Offer>,
    /// Entries of the person's own that cannot both be kept; taken as given.
    pub own: Vec<OwnClash>,
    /// Duties that nobody can do as the week is, before any session; taken as given.
    pub undone: Vec<Undone>,
    /// Combinations looked at.
    pub nodes: u32,
}

/// One track and how it stands to the week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Whose, by index of the person.
    pub client: usize,
    /// Index into [`Site::tracks`].
    pub track: usize,
    /// What comes back.
    pub verdict: Verdict,
    /// What it costs over the whole program.
    pub cost: Cost,
    /// Duties that somebody else does than before, in the best plan.
    pub covers: Vec<Cover>,
    /// What cannot both be kept as things are.
    pub clashes: Vec<Clash>,
    /// Seats of sessions that the program holds from the start date, closures taken out.
    pub sessions: u32,
    /// Roles in which somebody must attend and that nobody of the household has.
    pub unfilled: Vec<String>,
    /// Sessions that this answer takes online by choice, by index in the track, each on a weekday.
    pub online: Vec<(usize, Weekday)>,
    /// Where this answer puts the hours that float; none where there is no place for all of them.
    #[cfg(not(feature = "quiet"))]
    pub blocks: Vec<Placed>,
    /// Least spare time around a session in the best plan, if anything is near one.
    pub slack: Option<Slack>,
    /// False when the node budget ended first: the best found, not proven best.
    pub proven: bool,
}

/// What comes back for an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Fits as things are.
    Fits,
    /// Fits, with less than [`TIGHT_MIN`] minutes to spare somewhere.
    Tight,
    /// Fits with these changes, the cheapest set.
    FitsIf(Vec<Change>),
    /// No set of allowed changes makes it fit.
    DoesNotFit {
        /// The changes of the best partial plan, which only breaks the limit on misses.
        partial: Vec<Change>,
        /// Sessions that the best partial plan attends.
        attended: u32,
        /// The cheapest thing called fixed that would have to give, where one alone is enough.
        give: Option<Give>,
    },
    /// The clinic has not published the times, or not all of them could be read.
    AskClinic,
}

impl Verdict {
    /// Place in the ranking, best first.
    pub fn rank(&self) -> u8 {
        match self {
            Self::Fits => 0,
            Self::Tight => 1,
            Self::FitsIf(_) => 2,
            Self::DoesNotFit { .. } => 3,
            Self::AskClinic => 4,
        }
    }

    /// Whether it fits, as it is or with changes.
    pub fn fits(&self) -> bool {
        matches!(self, Self::Fits | Self::Tight | Self::FitsIf(_))
    }

    /// The changes that this answer rests on, none where it needs none.
    pub fn changes(&self) -> &[Change] {
        match self {
            Self::FitsIf(changes) | Self::DoesNotFit { partial: changes, .. } => changes,
            _ => &[],
        }
    }
}

/// Totals over the whole program, in the order in which they are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cost {
    /// Sessions missed.
    pub missed: u32,
    /// Minutes of work or school cut or skipped.
    pub work_lost_min: u32,
    /// Parties outside who must agree.
    pub parties: u32,
    /// Minutes moved, and minutes of anything else cut or skipped.
    pub moved_min: u32,
    /// Minutes of duties covered from outside; a moment counts as one.
    pub cover_min: u32,
    /// Duty dates that somebody else of the household takes over from who usually does it.
    pub swaps: u32,
    /// Minutes of travel that the offer adds.
    pub travel_min: i32,
    /// In-person sessions that end after 6pm.
    pub evenings: u32,
}

/// A duty that somebody else does than before, said once for all the weekdays on which it is the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cover {
    /// Row of the duty.
    pub duty: u32,
    /// Who does it.
    pub doer: Doer,
    /// Weekdays on which it starts.
    pub days: Days,
    /// From when to when it is.
    pub span: Span,
    /// On how many dates over the whole program.
    pub dates: u32,
}

/// Who does a duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doer {
    /// Somebody of the household, by index of the person.
    Person(usize),
    /// Somebody from outside.
    Outside,
    /// Nobody can.
    Nobody,
}

impl Doer {
    fn of(who: u8) -> Self {
        match who {
            slots::NOBODY => Self::Nobody,
            slots::OUTSIDE => Self::Outside,
            who => Self::Person(usize::from(who)),
        }
    }
}

/// One change, said once for all the weekdays on which it is the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Row of the commitment; `None` for a missed session.
    pub row: Option<u32>,
    /// Weekdays on which the commitment starts, or the session meets.
    pub days: Days,
    /// From when to when it is without the change.
    pub span: Span,
    /// What changes.
    pub kind: ChangeKind,
    /// On how many dates over the whole program.
    pub dates: u32,
    /// Whether somebody outside must agree.
    pub asks: bool,
}

/// What changes. Minutes are whole; clock times are minutes after midnight of the day it starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// The whole commitment starts and ends earlier.
    Earlier(i32),
    /// The whole commitment starts and ends later.
    Later(i32),
    /// It starts later and ends as before.
    ArriveLate(i32),
    /// It ends earlier.
    LeaveEarly(i32),
    /// A gap in the middle.
    StepOut {
        /// Leaves at.
        from: i32,
        /// Is back at.
        to: i32,
    },
    /// Left out.
    Skip,
    /// The session with this index in the track is missed.
    Miss(usize),
}

impl ChangeKind {
    /// Minutes of the commitment that this loses (not moves); `length` is its own length.
    pub fn lost_min(self, length: i32) -> i32 {
        match self {
            Self::ArriveLate(min) | Self::LeaveEarly(min) => min,
            Self::StepOut { from, to } => to - from,
            Self::Skip => length,
            Self::Earlier(_) | Self::Later(_) | Self::Miss(_) => 0,
        }
    }

    /// Minutes that this moves.
    pub fn moved_min(self) -> i32 {
        match self {
            Self::Earlier(min) | Self::Later(min) => min,
            _ => 0,
        }
    }
}

/// The least spare time before or after a session, or in the day of somebody who steps in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slack {
    /// Spare minutes.
    pub min: i32,
    /// The session, by index in the track; `None` between a duty and what its substitute does.
    pub session: Option<usize>,
    /// Weekday of the session, else of the duty.
    pub day: Weekday,
    /// The row on the other side of the gap; 0 where that is a duty.
    pub row: u32,
    /// The duty at the gap, if it is at one.
    pub duty: Option<u32>,
    /// Whether the gap lies before the session, else before the duty.
    pub before: bool,
}

impl Slack {
    const NONE: Self = Self { min: 0, session: None, day: Weekday::Mon, row: 0, duty: None, before: false };
}

/// Every offer against the household, ranked: verdict first, then cost, then the clinic's order.
/// Of several clients each is answered alone, as if the others went to no session.
pub fn solve(site: &Site, household: &Household, budget: Budget) -> Answer {
    let mut answer = verdicts(site, household, budget);
    explain(site, household, budget, &mut answer);
    // Every plan that any test makes is looked at again.
    #[cfg(test)]
    check::tests::assert_sound(site, household, budget, &answer.offers);
    answer
}

/// The same without what would have to give where an offer does not fit, which takes most of the time: for answers while
/// somebody types. [`explain`] adds it.
pub fn verdicts(site: &Site, household: &Household, budget: Budget) -> Answer {
    let mut nodes = 0;
    let frame = problem::Frame::lay(site, household);
    let mut offers: Vec<Offer> = Vec::new();
    for client in clients(household) {
        for (index, track) in site.tracks.iter().enumerate() {
            offers.push(solve_forms(&frame, client, index, track, budget, &mut nodes));
        }
    }
    crate::order::sort_by(&mut offers, |a, b| a.verdict.rank().cmp(&b.verdict.rank()).then(a.cost.cmp(&b.cost)));
    Answer { offers, own: reason::own_clashes(&frame), undone: reason::undone(&frame), nodes }
}

/// Adds to the answer of [`verdicts`] to the same question what would have to give where an offer does not fit. It takes what
/// is left of the question's budget.
pub fn explain(site: &Site, household: &Household, budget: Budget, answer: &mut Answer) {
    let frame = problem::Frame::lay(site, household);
    for offer in &mut answer.offers {
        // Hours without a place are not for one row to give.
        #[cfg(not(feature = "quiet"))]
        if offer.blocks.is_empty() && site.tracks.get(offer.track).is_some_and(|track| !track.floating.is_empty()) {
            continue;
        }
        if let Some(track) = offer.taken(site) {
            offer::explain(&frame, &track, offer, budget, &mut answer.nodes);
        }
    }
}

/// The clients of a household, by index of the person.
pub fn clients(household: &Household) -> Vec<usize> {
    let is = |(at, person): (usize, &crate::people::Person)| (person.is == crate::people::Is::Client).then_some(at);
    household.people.iter().enumerate().filter_map(is).collect()
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "view_tests.rs"]
mod drawn;

#[cfg(test)]
#[path = "form_tests.rs"]
mod form;

#[cfg(test)]
#[path = "oracle_tests.rs"]
mod oracle;

#[cfg(test)]
#[path = "family_tests.rs"]
mod family;

#[cfg(test)]
#[path = "family_oracle_tests.rs"]
mod family_oracle;

#[cfg(test)]
#[path = "cars_oracle_tests.rs"]
mod cars_oracle;

#[cfg(test)]
#[path = "cars_tests.rs"]
mod cars_family;

#[cfg(test)]
#[path = "roster_tests.rs"]
mod rosters;

#[cfg(test)]
#[path = "edge_tests.rs"]
mod edges;

#[cfg(test)]
#[path = "invariant_tests.rs"]
mod invariants;
