//! The form as typed -> what can be read of it, and what each other row still needs.

use super::{Draft, FieldError, FirmChoice, Repeats, RowDraft, Text, WeekField, WeekProblem};
use crate::cycle::{Shift, parse_cycle};
use crate::household::{Commitment, Firm, Household, Kind, MOST_CHANGE_MIN, MOST_TRAVEL_MIN};
use crate::people::{By, Duty, Is, Person, Spot};
use crate::rhythm::{Rhythm, When};
use crate::time::{
    Days, NaiveDate, Span, TimeError, WEEK, next_monday, parse_date, parse_minutes, parse_range, parse_span, parse_time,
};

/// Reads the rows that can be read, without how one gets there, breaks and ends. Rows with an error are left out of the household and named; untouched
/// rows are left out in silence. `today` decides the start when none was typed.
pub fn parse_rows(draft: &Draft, today: NaiveDate) -> (Household, Vec<FieldError>) {
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
        let travel_min = self.minutes(Text::Travel).unwrap_or(0);
        let direct_min = self.minutes(Text::Direct);
        let duty = draft.is_duty(row);
        let outside = duty && !row.text(Text::Outside).trim().is_empty();
        let outside = if outside { self.range(Text::Outside) } else { None };
        let firm = if duty { Firm::Fixed } else { self.firm() };
        let Some(rhythm) = rhythm.filter(|_| self.wrong.is_empty()) else { return };
        let when = When { rhythm, first: None, last: None, except: Vec::new() };
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
                handover: false,
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

pub(super) fn date_or_none(text: &str) -> Result<Option<NaiveDate>, WeekProblem> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    parse_date(text).map(Some).ok_or(WeekProblem::NotADate)
}
