//! The planner's form as typed -> a household, row by row.
//!
//! [`parse`] never fails as a whole: a row that cannot be read yet is left out and named, the rest
//! is answered. Text stays text in the form, so that nothing somebody wrote is ever lost.

use crate::cycle::{Shift, parse_cycle};
use crate::household::{Commitment, Firm, Household, Kind, MOST_CHANGE_MIN, MOST_TRAVEL_MIN};
use crate::people::{By, Duty, Is, Person, Spot};
use crate::rhythm::{Rhythm, When};
use crate::time::{
    Days, NaiveDate, Span, TimeError, WEEK, add_days, next_monday, parse_date, parse_minutes, parse_range, parse_span,
    parse_time,
};

/// Most dates of a list.
pub const MOST_DATES: usize = 1000;

/// Most days of a break that are taken out: a year.
const MOST_BREAK_DAYS: i32 = 366;

/// The planner's form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Minutes from home to the clinic, as typed.
    pub clinic_travel: String,
    /// First day of the program, as typed (2026-11-30); blank is next Monday.
    pub start: String,
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

    /// Whether a row is something that one of several has to do, or that somebody from outside can do.
    pub fn is_duty(&self, row: &RowDraft) -> bool {
        row.kind == Kind::Care && (!row.text(Text::Outside).trim().is_empty() || self.could(row).len() > 1)
    }
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
    /// First day of a break; blank is none.
    PauseFrom,
    /// Last day of the break; blank is that one day.
    PauseTo,
    /// Last day on which it happens; blank is no end.
    Last,
    /// A date that is to be added to a list; nothing by itself, and not carried.
    Date,
}

impl Text {
    /// All texts, each with its name in controls.
    pub const ALL: [(Self, &'static str); 16] = [
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
        (Self::PauseFrom, "pause-from"),
        (Self::PauseTo, "pause-to"),
        (Self::Last, "last"),
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

/// Reads what can be read. Rows with an error are left out of the household and named; untouched
/// rows are left out in silence. `today` decides the start when none was typed.
pub fn parse(draft: &Draft, today: NaiveDate) -> (Household, Vec<FieldError>) {
    let mut errors = Vec::new();
    let clinic_travel_min = minutes_or_none(&draft.clinic_travel, MOST_TRAVEL_MIN).unwrap_or_else(|problem| {
        errors.push(FieldError { row: None, field: WeekField::ClinicTravel, problem });
        None
    });
    let start = date_or_none(&draft.start).unwrap_or_else(|problem| {
        errors.push(FieldError { row: None, field: WeekField::Start, problem });
        None
    });
    let start = start.unwrap_or_else(|| next_monday(today));
    let mut household = Household::of(clinic_travel_min.unwrap_or(0), start, Vec::new());
    for person in &draft.people {
        household.people.push(Person {
            id: person.id.to_string(),
            name: person.name.trim().to_owned(),
            is: person.is,
            roles: person.roles.clone(),
            drives: person.is != Is::Child,
        });
    }
    for row in draft.rows.iter().filter(|row| !row.is_untouched()) {
        let mut reader = Reader { draft, row, wrong: Vec::new() };
        reader.read(&mut household);
        errors.append(&mut reader.wrong);
    }
    (household, errors)
}

/// Reads one row and notes what it still needs.
struct Reader<'a> {
    draft: &'a Draft,
    row: &'a RowDraft,
    wrong: Vec<FieldError>,
}

impl Reader<'_> {
    fn note(&mut self, field: WeekField, problem: WeekProblem) {
        self.wrong.push(FieldError { row: Some(self.row.id), field, problem });
    }

    /// What came of reading a text, unless it is wrong.
    fn noted<T>(&mut self, read: Result<T, (Text, WeekProblem)>) -> Option<T> {
        read.map_err(|(text, problem)| self.note(WeekField::Row(text), problem)).ok()
    }

    fn minutes(&mut self, text: Text) -> Option<i32> {
        let amount = matches!(text, Text::Earlier | Text::Later | Text::Cut);
        let most = if amount { MOST_CHANGE_MIN } else { MOST_TRAVEL_MIN };
        let read = minutes_or_none(self.row.text(text), most).map_err(|problem| (text, problem));
        self.noted(read).flatten()
    }

    fn date(&mut self, text: Text) -> Option<NaiveDate> {
        let read = date_or_none(self.row.text(text)).map_err(|problem| (text, problem));
        self.noted(read).flatten()
    }

    fn range(&mut self, text: Text) -> Option<Span> {
        self.noted(parse_range(self.row.text(text)).map_err(|_| (text, WeekProblem::NotATime)))
    }

    fn read(&mut self, household: &mut Household) {
        let (draft, row) = (self.draft, self.row);
        let rhythm = self.rhythm(household.start);
        let (last, except) = (self.date(Text::Last), self.pause());
        let travel_min = self.minutes(Text::Travel).unwrap_or(0);
        let direct_min = self.minutes(Text::Direct);
        let duty = draft.is_duty(row);
        let outside = duty && !row.text(Text::Outside).trim().is_empty();
        let outside = if outside { self.range(Text::Outside) } else { None };
        let firm = if duty { Firm::Fixed } else { self.firm() };
        let Some(rhythm) = rhythm.filter(|_| self.wrong.is_empty()) else { return };
        let when = When { rhythm, first: None, last, except };
        let could = draft.could(row);
        let index = |id: u32| draft.index_of(id).unwrap_or(0);
        let what = row.text(Text::What).trim().to_owned();
        if duty {
            household.duties.push(Duty {
                row: row.id,
                what,
                when,
                spot: Spot::of(travel_min, direct_min),
                by: By::default(),
                may: could.iter().map(|id| index(*id)).collect(),
                usual: row.usual.filter(|id| could.contains(id)).map(index),
                outside: outside.map(|span| (Days::of(&WEEK), span)).into_iter().collect(),
                asleep: false,
            });
            return;
        }
        let who = if row.kind == Kind::Care { could.first().copied().unwrap_or(0) } else { row.who };
        let weekly = Commitment::weekly(row.id, row.kind, Days::NONE, when.span());
        household.commitments.push(Commitment { who: index(who), what, when, travel_min, direct_min, firm, ..weekly });
    }

    fn rhythm(&mut self, start: NaiveDate) -> Option<Rhythm> {
        let row = self.row;
        if row.repeats != Repeats::Cycle {
            let listed = row.repeats == Repeats::Listed;
            if if listed { row.dates.is_empty() } else { row.days.is_empty() } {
                self.note(WeekField::Days, WeekProblem::Missing);
            }
            let span = self.noted(row_span(self.draft, row))?;
            if listed {
                return Some(Rhythm::Listed(row.dates.iter().map(|date| (*date, span)).collect()));
            }
            return Some(Rhythm::Weekly { days: row.days, span });
        }
        let anchor = self.date(Text::Anchor).unwrap_or(start);
        let typed = row.text(Text::Pattern);
        let problem = if typed.trim().is_empty() { WeekProblem::Missing } else { WeekProblem::NotACycle };
        let cycle = self.noted(parse_cycle(typed).ok_or((Text::Pattern, problem))).unwrap_or_default();
        let mut day = None;
        if cycle.is_empty() || cycle.contains(&Shift::Day) {
            day = self.noted(row_span(self.draft, row));
        }
        let night = if cycle.contains(&Shift::Night) { self.range(Text::Night) } else { None };
        let of = |shift: &Shift| match shift {
            Shift::Day => day,
            Shift::Night => night,
            Shift::Off => None,
        };
        Some(Rhythm::Cycle { anchor, days: cycle.iter().map(of).collect() })
    }

    /// The dates of the row's break.
    fn pause(&mut self) -> Vec<NaiveDate> {
        let (from, to) = (self.date(Text::PauseFrom), self.date(Text::PauseTo));
        let Some(from) = from else { return Vec::new() };
        let to = to.unwrap_or(from);
        if to < from {
            self.note(WeekField::Row(Text::PauseFrom), WeekProblem::Backwards);
        }
        (0..MOST_BREAK_DAYS).map(|day| add_days(from, day)).take_while(|date| *date <= to).collect()
    }

    fn firm(&mut self) -> Firm {
        match self.row.firm {
            FirmChoice::Fixed => Firm::Fixed,
            FirmChoice::IfNeeded => Firm::IfNeeded,
            FirmChoice::Move => Firm::Move {
                earlier_min: self.minutes(Text::Earlier).unwrap_or(0),
                later_min: self.minutes(Text::Later).unwrap_or(0),
            },
            FirmChoice::Cut => Firm::Cut { most_min: self.minutes(Text::Cut).unwrap_or(0) },
        }
    }
}

/// The row's span as it is understood so far; also what the editor echoes beside the fields. A duty may be a moment.
pub fn row_span(draft: &Draft, row: &RowDraft) -> Result<Span, (Text, WeekProblem)> {
    let (from, to) = (row.text(Text::From), row.text(Text::To));
    if to.trim().is_empty() {
        return match parse_range(from) {
            Ok(span) => Ok(span),
            Err(TimeError::NoLength) => Err((Text::From, WeekProblem::NoLength)),
            Err(_) if from.trim().is_empty() => Err((Text::From, WeekProblem::Missing)),
            Err(_) => match parse_time(from) {
                Ok(at) if draft.is_duty(row) => Ok(Span { from: at, to: at }),
                Ok(_) => Err((Text::To, WeekProblem::Missing)),
                Err(_) => Err((Text::From, WeekProblem::NotATime)),
            },
        };
    }
    if from.trim().is_empty() {
        return Err((Text::From, WeekProblem::Missing));
    }
    if parse_time(from).is_err() {
        return Err((Text::From, WeekProblem::NotATime));
    }
    parse_span(from, to).map_err(|error| match error {
        TimeError::NoLength => (Text::To, WeekProblem::NoLength),
        _ => (Text::To, WeekProblem::NotATime),
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

fn date_or_none(text: &str) -> Result<Option<NaiveDate>, WeekProblem> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    parse_date(text).map(Some).ok_or(WeekProblem::NotADate)
}

#[cfg(test)]
#[path = "draft_tests.rs"]
mod tests;
