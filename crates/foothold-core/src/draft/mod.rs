//! The planner's form as typed -> a household, row by row.
//!
//! [`parse`] never fails as a whole: a row that cannot be read yet is left out and named, the rest
//! is answered. Text stays text in the form, so that nothing somebody wrote is ever lost.

mod more;
mod read;

pub use more::complete;
pub use read::{parse_rows, row_span};

use crate::household::{Household, Kind};
use crate::people::{Is, Means};
use crate::time::{Days, NaiveDate};

/// Most dates of a list.
pub const MOST_DATES: usize = 1000;
/// Most breaks of a row.
pub const MOST_BREAKS: usize = 12;
/// Most cars of a household.
pub const MOST_CARS: u8 = 12;

/// Reads what can be read: the rows ([`parse_rows`]) and what few weeks need ([`complete`]).
pub fn parse(draft: &Draft, today: NaiveDate) -> (Household, Vec<FieldError>) {
    let (mut household, mut errors) = parse_rows(draft, today);
    complete(draft, &mut household, &mut errors);
    (household, errors)
}

/// The planner's form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Minutes from home to the clinic, as typed.
    pub clinic_travel: String,
    /// First day of the program, as typed (2026-11-30); blank is next Monday.
    pub start: String,
    /// How they get about.
    pub ways: Ways,
    /// Who else lives in the household; whoever fills in the form is always there, as number 0.
    pub people: Vec<PersonDraft>,
    /// One row per commitment or duty, in the person's order.
    pub rows: Vec<RowDraft>,
}

impl Draft {
    /// The place of a person in the household, by the number that rows know them by.
    pub fn index_of(&self, id: u32) -> Option<usize> {
        if id == 0 {
            return Some(0);
        }
        self.people.iter().position(|person| person.id == id).map(|at| at + 1)
    }

    /// Who could do what a row says, by number: whoever was ticked and is still there, else whose row it is.
    pub fn could(&self, row: &RowDraft) -> Vec<u32> {
        let known: Vec<u32> = row.could.iter().copied().filter(|id| self.index_of(*id).is_some()).collect();
        if known.is_empty() { vec![if self.index_of(row.who).is_some() { row.who } else { 0 }] } else { known }
    }

    /// Who could drive a car, by number: everybody but children.
    pub fn grown(&self) -> Vec<u32> {
        let others = self.people.iter().filter(|person| person.is != Is::Child);
        std::iter::once(0).chain(others.map(|person| person.id)).collect()
    }

    /// Whether somebody does not drive, by number.
    pub fn is_passenger(&self, id: u32) -> bool {
        let other = self.people.iter().find(|person| person.id == id);
        if id == 0 { self.ways.passenger } else { other.is_some_and(|person| person.passenger) }
    }

    /// Whether a row is something that one of several has to do, or that somebody from outside can do.
    pub fn is_duty(&self, row: &RowDraft) -> bool {
        row.kind == Kind::Care && (!row.text(Text::Outside).trim().is_empty() || self.could(row).len() > 1)
    }
}

/// How a household gets about, as far as somebody has said so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    /// By what they get to the clinic; unset is by car, as nobody is sure.
    pub means: Option<Means>,
    /// When the last bus or train goes back from there, as typed; it counts by bus and train only.
    pub last: String,
    /// How many cars there are; unset they are not counted.
    pub cars: Option<u8>,
    /// Whether whoever fills in the form does not drive.
    pub passenger: bool,
}

/// Somebody else of the household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonDraft {
    /// Number by which rows know them; never 0.
    pub id: u32,
    /// What people call them, as typed.
    pub name: String,
    /// In the program too, another adult, or a child.
    pub is: Is,
    /// Roles of the clinic's in which they could come along.
    pub roles: Vec<String>,
    /// Whether they do not drive; children never do.
    pub passenger: bool,
}

/// One row as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowDraft {
    /// Identity of the row while it is edited; never shown.
    pub id: u32,
    /// What kind of thing it is.
    pub kind: Kind,
    /// Whose it is, by number.
    pub who: u32,
    /// Who could do it, by number; only what has to be taken care of may have several.
    pub could: Vec<u32>,
    /// Who of them usually does it, if anybody in particular.
    pub usual: Option<u32>,
    /// When it comes again.
    pub repeats: Repeats,
    /// The dates of a list, in order, each once; kept where the row is no list any more.
    pub dates: Vec<NaiveDate>,
    /// Weekdays on which it starts.
    pub days: Days,
    /// How firm it is.
    pub firm: FirmChoice,
    /// By what one gets there; unset is by car, as nobody is sure.
    pub means: Option<Means>,
    /// Days on which it does not happen, as typed, two texts a break: its first day (blank is no break yet) and its last
    /// one (blank is that one day). At most [`MOST_BREAKS`].
    pub breaks: Vec<String>,
    /// What was typed, in the order of [`Text::ALL`].
    pub texts: [String; Text::ALL.len()],
}

/// When a row comes again, as chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeats {
    /// Every week on its days.
    Weekly,
    /// In a cycle of days.
    Cycle,
    /// On the dates of a list.
    Listed,
}

impl Repeats {
    /// All choices, each with its name in controls.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Weekly, "weekly"), (Self::Cycle, "cycle"), (Self::Listed, "listed")];
}

/// A text of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Text {
    /// The person's own word for it; blank uses the kind's name.
    What,
    /// Start, or the whole range such as "9-5".
    From,
    /// End; may stay blank when the start holds a range.
    To,
    /// The range of the night shifts of a cycle.
    Night,
    /// The days of the cycle.
    Pattern,
    /// First day of a cycle; blank is the program's first day.
    Anchor,
    /// Minutes from home; blank is none.
    Travel,
    /// Minutes from there straight to the clinic; blank goes by home.
    Direct,
    /// Minutes it can start earlier.
    Earlier,
    /// Minutes it can start later.
    Later,
    /// Minutes a day that can be cut.
    Cut,
    /// Hours in which somebody from outside could do it; blank is never.
    Outside,
    /// Last day on which it happens; blank is no end.
    Last,
    /// When the last bus or train goes back; it counts by bus and train only.
    LastWay,
    /// A date that is to be added to a list; nothing by itself, and not carried.
    Date,
}

impl Text {
    /// All texts, each with its name in controls.
    pub const ALL: [(Self, &'static str); 15] = [
        (Self::What, "what"),
        (Self::From, "from"),
        (Self::To, "to"),
        (Self::Night, "night"),
        (Self::Pattern, "pattern"),
        (Self::Anchor, "anchor"),
        (Self::Travel, "travel"),
        (Self::Direct, "direct"),
        (Self::Earlier, "earlier"),
        (Self::Later, "later"),
        (Self::Cut, "cut-min"),
        (Self::Outside, "outside"),
        (Self::Last, "last"),
        (Self::LastWay, "last-way"),
        (Self::Date, "date"),
    ];

    /// The text with this name in controls.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known)| *known == name).map(|(text, _)| text)
    }
}

impl RowDraft {
    /// An untouched row.
    pub fn new(id: u32, kind: Kind) -> Self {
        let mut row = Self {
            id,
            kind,
            who: 0,
            could: Vec::new(),
            usual: None,
            repeats: Repeats::Weekly,
            dates: Vec::new(),
            days: Days::NONE,
            firm: FirmChoice::Fixed,
            means: None,
            breaks: Vec::new(),
            texts: Default::default(),
        };
        let amounts = [(Text::Earlier, "60"), (Text::Later, "60"), (Text::Cut, "60"), (Text::Night, "7pm-7am")];
        for (text, typed) in amounts {
            row.set(text, typed);
        }
        row
    }

    /// What was typed.
    pub fn text(&self, text: Text) -> &str {
        self.texts.get(text as usize).map_or("", String::as_str)
    }

    /// Types something.
    pub fn set(&mut self, text: Text, typed: &str) {
        if let Some(old) = self.texts.get_mut(text as usize) {
            typed.clone_into(old);
        }
    }

    /// The row with something typed.
    #[must_use]
    pub fn with(mut self, text: Text, typed: &str) -> Self {
        self.set(text, typed);
        self
    }

    /// Puts a date into the list; whether there was room, or it is there.
    pub fn add_date(&mut self, date: NaiveDate) -> bool {
        match self.dates.binary_search(&date) {
            Err(at) if self.dates.len() < MOST_DATES => self.dates.insert(at, date),
            known => return known.is_ok(),
        }
        true
    }

    /// Whether nothing that counts has been entered yet.
    pub fn is_untouched(&self) -> bool {
        let blank = |text: Text| self.text(text).trim().is_empty();
        self.days.is_empty() && self.dates.is_empty() && [Text::Pattern, Text::From, Text::To].into_iter().all(blank)
    }
}

/// How firm a commitment is, as chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FirmChoice {
    /// Cannot change.
    Fixed,
    /// Can start earlier or later.
    Move,
    /// Can lose some minutes: arrive late, leave early, or step out and come back.
    Cut,
    /// Can be left out on a day.
    IfNeeded,
}

impl FirmChoice {
    /// All choices, firmest first.
    pub const ALL: [Self; 4] = [Self::Fixed, Self::Move, Self::Cut, Self::IfNeeded];
}

/// A field of the planner's form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeekField {
    /// Minutes from home to the clinic.
    ClinicTravel,
    /// First day of the program.
    Start,
    /// A row's weekdays.
    Days,
    /// A row's text.
    Row(Text),
    /// The last departure from the clinic.
    LastWay,
    /// A date of a row's breaks: which of their texts.
    Break(usize),
}

/// Why a field could not be used yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeekProblem {
    /// Nothing there yet.
    Missing,
    /// Not a time that we can read.
    NotATime,
    /// Start and end are the same.
    NoLength,
    /// Not a number of minutes.
    NotMinutes,
    /// More minutes than this are not believed.
    TooMany(i32),
    /// Not a date.
    NotADate,
    /// Not the days of a cycle.
    NotACycle,
    /// Ends before it begins.
    Backwards,
}

/// One field that could not be used yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// Row id; `None` for the fields above the rows.
    pub row: Option<u32>,
    /// Which field.
    pub field: WeekField,
    /// Why.
    pub problem: WeekProblem,
}

#[cfg(test)]
#[path = "../draft_tests.rs"]
mod tests;
