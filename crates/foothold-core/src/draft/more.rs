//! What few weeks need: how people get about, breaks, a last day. In: the form as typed, and what was read of its rows;
//! these are completed, and a row with something that cannot be read yet is left out and named.
//!
//! Apart from the reader of rows, because a page downloads this only when somebody asks for it.

use super::read::date_or_none;
use super::{Draft, FieldError, RowDraft, Text, WeekField, WeekProblem};
use crate::household::Household;
use crate::order;
use crate::people::{By, Is, Means, Spot};
use crate::plan::Cars;
use crate::time::{NaiveDate, add_days, parse_late};

/// Most days of a break that are taken out: a year.
const MOST_BREAK_DAYS: i32 = 366;

/// Reads the rest of the form into a household that was read from its rows.
pub fn complete(draft: &Draft, household: &mut Household, errors: &mut Vec<FieldError>) {
    match by(draft.ways.means, &draft.ways.last) {
        Ok(by) => household.clinic_by = by,
        Err(problem) => errors.push(FieldError { row: None, field: WeekField::LastWay, problem }),
    }
    for (index, person) in household.people.iter_mut().enumerate() {
        let passenger = match index.checked_sub(1) {
            None => draft.ways.passenger,
            Some(at) => draft.people.get(at).is_some_and(|person| person.passenger),
        };
        person.drives = person.is != Is::Child && !passenger;
    }
    for row in draft.rows.iter().filter(|row| !row.is_untouched()) {
        let mut wrong: Vec<(WeekField, WeekProblem)> = Vec::new();
        let last = date_or_none(row.text(Text::Last)).unwrap_or_else(|problem| {
            wrong.push((WeekField::Row(Text::Last), problem));
            None
        });
        let except = breaks(row, &mut wrong);
        let by = by(row.means, row.text(Text::LastWay)).unwrap_or_else(|problem| {
            wrong.push((WeekField::Row(Text::LastWay), problem));
            By::default()
        });
        if !wrong.is_empty() {
            errors.extend(wrong.into_iter().map(|(field, problem)| FieldError { row: Some(row.id), field, problem }));
            household.commitments.retain(|one| one.row != row.id);
            household.duties.retain(|one| one.row != row.id);
            continue;
        }
        // At home there is no way.
        let by_of = |away: bool| if away { by } else { By::default() };
        for one in household.commitments.iter_mut().filter(|one| one.row == row.id) {
            (one.when.last, one.when.except) = (last, except.clone());
            one.by = by_of(one.travel_min > 0 || one.direct_min.is_some());
        }
        for one in household.duties.iter_mut().filter(|one| one.row == row.id) {
            (one.when.last, one.when.except) = (last, except.clone());
            one.by = by_of(one.spot != Spot::Home);
        }
    }
    // One alone shares with nobody.
    household.cars = draft.ways.cars.filter(|_| draft.grown().len() > 1).map(Cars::of);
    let rows = household.commitments.iter().map(|one| one.by).chain(household.duties.iter().map(|one| one.by));
    if household.cars.is_none() && rows.chain([household.clinic_by]).any(|by| by.last.is_some()) {
        household.cars = Some(Cars::uncounted());
    }
}

/// By what, and when it goes back for the last time.
fn by(means: Option<Means>, last: &str) -> Result<By, WeekProblem> {
    let means = means.unwrap_or_default();
    if means != Means::Bus || last.trim().is_empty() {
        return Ok(By::from(means));
    }
    let last = parse_late(last).map_err(|_| WeekProblem::NotATime)?;
    Ok(By { means, last: Some(last) })
}

/// The dates of all breaks, in order, each once.
fn breaks(row: &RowDraft, wrong: &mut Vec<(WeekField, WeekProblem)>) -> Vec<NaiveDate> {
    let mut dates = Vec::new();
    let mut read = Vec::with_capacity(row.breaks.len());
    for (at, text) in row.breaks.iter().enumerate() {
        read.push(date_or_none(text).unwrap_or_else(|problem| {
            wrong.push((WeekField::Break(at), problem));
            None
        }));
    }
    for (at, both) in read.chunks(2).enumerate() {
        let (Some(from), to) = (both.first().copied().flatten(), both.last().copied().flatten()) else { continue };
        let to = to.unwrap_or(from);
        if to < from {
            wrong.push((WeekField::Break(at * 2), WeekProblem::Backwards));
        }
        dates.extend((0..MOST_BREAK_DAYS).map(|day| add_days(from, day)).take_while(|date| *date <= to));
    }
    order::sort(&mut dates);
    dates.dedup();
    dates
}
