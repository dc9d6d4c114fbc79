//! What a household does, read and ready to plan with: people, commitments, duties.
//!
//! It comes from a form as typed ([`crate::draft`]) or from a file ([`crate::config::load_household`]).

use crate::people::{By, Duty, Person, Place, Spot};
use crate::plan::Cars;
use crate::rhythm::When;
use crate::time::{Days, NaiveDate, Span};

/// Longest travel that is believed, in minutes: four hours one way.
pub(crate) const MOST_TRAVEL_MIN: i32 = 240;

/// Most minutes a day that a commitment can move or lose: half a day.
pub(crate) const MOST_CHANGE_MIN: i32 = 720;

/// What kind of commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Paid work.
    Work,
    /// School or training.
    School,
    /// Looking after somebody.
    Care,
    /// A fixed visit to somebody outside.
    Appointment,
    /// Sleep or rest.
    Rest,
    /// Anything else.
    Other,
}

impl Kind {
    /// All kinds, in the order in which the editor lists them.
    pub const ALL: [Self; 6] = [Self::Work, Self::School, Self::Care, Self::Appointment, Self::Rest, Self::Other];

    /// Whether a change needs the yes of somebody outside the household.
    pub fn asks_outside(self) -> bool {
        matches!(self, Self::Work | Self::School | Self::Appointment)
    }

    /// Whether lost minutes count as work or school lost.
    pub fn is_work(self) -> bool {
        matches!(self, Self::Work | Self::School)
    }
}

/// What a person does, read and ready to plan with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Household {
    /// Minutes from home to the clinic.
    pub clinic_travel_min: i32,
    /// The means by which these minutes are.
    pub clinic_by: By,
    /// How many cars there are; `None` where nobody could say so, nor when the last bus goes.
    pub cars: Option<Cars>,
    /// First day of the program: program week 1 starts here.
    pub start: NaiveDate,
    /// Everybody, in the file's order; at least one client.
    pub people: Vec<Person>,
    /// Named places.
    pub places: Vec<Place>,
    /// The rows that could be read, in the file's order.
    pub commitments: Vec<Commitment>,
    /// What somebody of the household has to do, in the file's order.
    pub duties: Vec<Duty>,
    /// Sleep that is protected after a night shift; `None` where the person has said otherwise.
    pub rest: Option<RestRule>,
}

/// Sleep that is protected after a night shift: so many minutes in one piece at home, within so
/// many minutes after the shift's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RestRule {
    /// Minutes of rest in one piece. Adults are advised 7 to 9 hours (CDC, MMWR 2012).
    pub least_min: i32,
    /// Minutes after the end of the shift within which it lies.
    pub within_min: i32,
}

impl Default for RestRule {
    fn default() -> Self {
        Self { least_min: 7 * 60, within_min: 12 * 60 }
    }
}

/// One commitment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// The row it was read from.
    pub row: u32,
    /// Whose it is, by index of the person.
    pub who: usize,
    /// What kind.
    pub kind: Kind,
    /// The person's own word, trimmed; empty uses the kind's name.
    pub what: String,
    /// On which dates, from when to when.
    pub when: When,
    /// Minutes from home; 0 is at home.
    pub travel_min: i32,
    /// Minutes straight to the clinic, if known.
    pub direct_min: Option<i32>,
    /// A named place instead of those minutes, by its index in the household.
    pub place: Option<usize>,
    /// The means by which the minutes of a place of its own are.
    pub by: By,
    /// How firm it is.
    pub firm: Firm,
    /// Who outside must agree to a change.
    pub agree: Agree,
}

impl Commitment {
    /// Something that happens every week, at home and fixed unless it is said otherwise.
    pub fn weekly(row: u32, kind: Kind, days: Days, span: Span) -> Self {
        Self {
            row,
            who: 0,
            kind,
            what: String::new(),
            when: When::weekly(days, span),
            travel_min: 0,
            direct_min: None,
            place: None,
            by: By::default(),
            firm: Firm::Fixed,
            agree: Agree::ByKind,
        }
    }

    /// Whether somebody outside must agree to a change.
    pub fn asks(&self) -> bool {
        match self.agree {
            Agree::ByKind => self.kind.asks_outside(),
            Agree::Nobody => false,
            Agree::Party(_) => true,
        }
    }

    /// Where it happens.
    pub fn spot(&self) -> Spot {
        self.place.map_or_else(|| Spot::of(self.travel_min, self.direct_min), Spot::Named)
    }
}

impl Household {
    /// One person with these commitments, whose sleep after night shifts is protected.
    pub fn of(clinic_travel_min: i32, start: NaiveDate, commitments: Vec<Commitment>) -> Self {
        Self {
            clinic_travel_min,
            clinic_by: By::default(),
            cars: None,
            start,
            people: vec![Person::client()],
            places: Vec::new(),
            commitments,
            duties: Vec::new(),
            rest: Some(RestRule::default()),
        }
    }
}

/// Who outside must agree to a change of a commitment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Agree {
    /// One party of its own for work, school and appointments, nobody for anything else.
    #[default]
    ByKind,
    /// Nobody.
    Nobody,
    /// A party that entries can share, such as one employer of two jobs, by its number.
    Party(u16),
}

/// How firm a commitment is, with its amounts in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Firm {
    /// Cannot change.
    Fixed,
    /// Can start earlier or later by at most so many minutes.
    Move {
        /// Most minutes earlier.
        earlier_min: i32,
        /// Most minutes later.
        later_min: i32,
    },
    /// Can lose at most so many minutes a day.
    Cut {
        /// Most minutes a day.
        most_min: i32,
    },
    /// Can be left out on a day.
    IfNeeded,
}
