//! What a person already does in a week: typed text -> a household, row by row.
//!
//! [`parse`] never fails as a whole: a row that cannot be read yet is left out and named, the rest
//! is answered. The form knows weekly commitments; the planner knows more kinds of [`When`].

use crate::people::{Duty, Person, Place, Spot};
use crate::rhythm::When;
use crate::time::{Days, NaiveDate, Span, TimeError, next_monday, parse_date, parse_minutes, parse_range, parse_span};

/// Longest travel that is believed, in minutes: four hours one way.
pub(crate) const MOST_TRAVEL_MIN: i32 = 240;

/// Most minutes a day that a commitment can move or lose: half a day.
pub(crate) const MOST_CHANGE_MIN: i32 = 720;

/// The planner's form as typed. Text stays text, so that nothing somebody wrote is ever lost.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Minutes from home to the clinic, as typed.
    pub clinic_travel: String,
    /// First day of the program, as typed (2026-11-30); blank is next Monday.
    pub start: String,
    /// One row per commitment, in the person's order.
    pub rows: Vec<RowDraft>,
}

/// One commitment as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowDraft {
    /// Identity of the row while it is edited; never shown.
    pub id: u32,
    /// What kind of thing it is.
    pub kind: Kind,
    /// The person's own word for it; blank uses the kind's name.
    pub what: String,
    /// Weekdays on which it starts.
    pub days: Days,
    /// Start, or the whole range such as "9-5".
    pub from: String,
    /// End; may stay blank when the start holds a range.
    pub to: String,
    /// Minutes from home; blank is none.
    pub travel: String,
    /// Minutes from there straight to the clinic; blank goes by home.
    pub direct: String,
    /// How firm it is.
    pub firm: FirmChoice,
    /// Minutes it can start earlier, as typed.
    pub earlier: String,
    /// Minutes it can start later, as typed.
    pub later: String,
    /// Minutes a day that can be cut, as typed.
    pub cut: String,
}

impl RowDraft {
    /// An untouched row.
    pub fn new(id: u32, kind: Kind) -> Self {
        Self {
            id,
            kind,
            what: String::new(),
            days: Days::NONE,
            from: String::new(),
            to: String::new(),
            travel: String::new(),
            direct: String::new(),
            firm: FirmChoice::Fixed,
            earlier: String::from("60"),
            later: String::from("60"),
            cut: String::from("60"),
        }
    }

    /// Whether nothing that counts has been entered yet.
    pub fn is_untouched(&self) -> bool {
        self.days.is_empty() && self.from.trim().is_empty() && self.to.trim().is_empty()
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
            firm: Firm::Fixed,
            agree: Agree::ByKind,
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

/// A field of the planner's form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeekField {
    /// Minutes from home to the clinic.
    ClinicTravel,
    /// First day of the program.
    Start,
    /// A row's weekdays.
    Days,
    /// A row's start.
    From,
    /// A row's end.
    To,
    /// A row's travel from home.
    Travel,
    /// A row's direct way to the clinic.
    Direct,
    /// Minutes earlier.
    Earlier,
    /// Minutes later.
    Later,
    /// Minutes that can be cut.
    Cut,
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

/// Reads what can be read. Rows with an error are left out of the household and named; untouched
/// rows are left out in silence. `today` decides the start when none was typed.
pub fn parse(draft: &Draft, today: NaiveDate) -> (Household, Vec<FieldError>) {
    let mut errors = Vec::new();
    let clinic_travel_min = minutes_or_none(&draft.clinic_travel, MOST_TRAVEL_MIN).unwrap_or_else(|problem| {
        errors.push(FieldError { row: None, field: WeekField::ClinicTravel, problem });
        None
    });
    let start = if draft.start.trim().is_empty() {
        next_monday(today)
    } else {
        parse_date(&draft.start).unwrap_or_else(|| {
            errors.push(FieldError { row: None, field: WeekField::Start, problem: WeekProblem::NotADate });
            next_monday(today)
        })
    };
    let commitments =
        draft.rows.iter().filter(|row| !row.is_untouched()).filter_map(|row| parse_row(row, &mut errors)).collect();
    (Household::of(clinic_travel_min.unwrap_or(0), start, commitments), errors)
}

fn parse_row(row: &RowDraft, errors: &mut Vec<FieldError>) -> Option<Commitment> {
    let mut wrong = Vec::new();
    let mut note = |field, problem| wrong.push(FieldError { row: Some(row.id), field, problem });
    if row.days.is_empty() {
        note(WeekField::Days, WeekProblem::Missing);
    }
    let span = row_span(row).map_err(|(field, problem)| note(field, problem)).ok();
    let mut minutes = |text: &str, field| {
        let amount = matches!(field, WeekField::Earlier | WeekField::Later | WeekField::Cut);
        let most = if amount { MOST_CHANGE_MIN } else { MOST_TRAVEL_MIN };
        minutes_or_none(text, most).unwrap_or_else(|problem| {
            note(field, problem);
            None
        })
    };
    let travel_min = minutes(&row.travel, WeekField::Travel).unwrap_or(0);
    let direct_min = minutes(&row.direct, WeekField::Direct);
    let firm = match row.firm {
        FirmChoice::Fixed => Firm::Fixed,
        FirmChoice::IfNeeded => Firm::IfNeeded,
        FirmChoice::Move => Firm::Move {
            earlier_min: minutes(&row.earlier, WeekField::Earlier).unwrap_or(0),
            later_min: minutes(&row.later, WeekField::Later).unwrap_or(0),
        },
        FirmChoice::Cut => Firm::Cut { most_min: minutes(&row.cut, WeekField::Cut).unwrap_or(0) },
    };
    let fine = wrong.is_empty();
    errors.append(&mut wrong);
    let span = span.filter(|_| fine)?;
    let what = row.what.trim().to_owned();
    Some(Commitment { what, travel_min, direct_min, firm, ..Commitment::weekly(row.id, row.kind, row.days, span) })
}

/// The row's span as it is understood so far; also what the editor echoes beside the fields.
pub fn row_span(row: &RowDraft) -> Result<Span, (WeekField, WeekProblem)> {
    if row.to.trim().is_empty() {
        return match parse_range(&row.from) {
            Ok(span) => Ok(span),
            Err(TimeError::NoLength) => Err((WeekField::From, WeekProblem::NoLength)),
            Err(_) if row.from.trim().is_empty() => Err((WeekField::From, WeekProblem::Missing)),
            Err(_) if crate::time::parse_time(&row.from).is_err() => Err((WeekField::From, WeekProblem::NotATime)),
            Err(_) => Err((WeekField::To, WeekProblem::Missing)),
        };
    }
    if row.from.trim().is_empty() {
        return Err((WeekField::From, WeekProblem::Missing));
    }
    if crate::time::parse_time(&row.from).is_err() {
        return Err((WeekField::From, WeekProblem::NotATime));
    }
    parse_span(&row.from, &row.to).map_err(|error| match error {
        TimeError::NoLength => (WeekField::To, WeekProblem::NoLength),
        _ => (WeekField::To, WeekProblem::NotATime),
    })
}

fn minutes_or_none(text: &str, most: i32) -> Result<Option<i32>, WeekProblem> {
    match parse_minutes(text) {
        Ok(minutes) if minutes > most => Err(WeekProblem::TooMany(most)),
        Ok(minutes) => Ok(Some(minutes)),
        Err(TimeError::Empty) => Ok(None),
        Err(_) => Err(WeekProblem::NotMinutes),
    }
}

#[cfg(test)]
#[path = "household_tests.rs"]
mod tests;
