//! A typed week as a short text, for a link or for what stays on the device, and back.
//!
//! `w1.` says which form it has; then base64url: a checksum, then bits. Times, minutes and dates are carried as they
//! were read, and as typed where they cannot be read, so that a week means the same afterwards. What people and rows
//! are called is left out unless asked for. [`read`] takes any text whatever: a link passes through many hands.

mod bits;
mod texts;

pub(crate) use texts::clocks;

use crate::draft::{Draft, FirmChoice, MOST_BREAKS, MOST_CARS, PersonDraft, Repeats, RowDraft, Text, Ways};
use crate::household::Kind;
use crate::people::{Is, MOST_PEOPLE};
use crate::time::{Days, WEEK};
use bits::{Bits, Pen};

/// What stands before the version.
const MARK: char = 'w';
/// The newest version that can be read: how people get about, and more than one break.
const WAYS: u32 = 3;
/// The version of a week with lists of dates and nothing of that.
const LISTS: u32 = 2;
/// The version of a week without such a list, which pages of before can read, too.
const PLAIN: u32 = 1;
/// Most rows that are carried.
const MOST_ROWS: u32 = 255;
/// Longest text that is looked at, in bytes: far more than a browser's address takes.
const LONGEST: usize = 100_000;

/// What is carried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The week as typed. People and rows are numbered anew, in their order.
    pub week: Draft,
    /// The key of the offer that somebody chose to see, if one was chosen.
    pub chosen: Option<String>,
}

/// Why a text could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// It is something else altogether.
    Foreign,
    /// It was written by a newer version of these pages.
    Newer,
    /// It is not whole any more.
    Damaged,
}

/// The text of a week; `None` where it is larger than what can be read again. `names`: with what people and rows
/// are called.
pub fn write(week: &Draft, chosen: Option<&str>, names: bool) -> Option<String> {
    // Taken apart whole, so that the compiler asks about whatever is added.
    let Draft { clinic_travel, start, ways, people, rows } = week;
    let many = rows.iter().any(|row| row.breaks.len() > MOST_BREAKS * 2);
    if people.len() >= MOST_PEOPLE || rows.len() > MOST_ROWS as usize || many {
        return None;
    }
    let lists = rows.iter().any(|row| row.repeats == Repeats::Listed || !row.dates.is_empty());
    let has_ways = has_ways(week);
    let mut pen = Pen::default();
    if has_ways {
        pen.flag(lists);
        write_ways(&mut pen, ways);
    }
    pen.flag(names);
    texts::write_minutes(&mut pen, clinic_travel, "20");
    texts::write_date(&mut pen, start);
    pen.flag(chosen.is_some());
    if let Some(key) = chosen {
        texts::write_text(&mut pen, key);
    }
    pen.bits(people.len(), 4);
    for PersonDraft { id: _, name, is, roles, passenger } in people {
        pen.bits(place(&IS, is), 2);
        if has_ways {
            pen.flag(*passenger);
        }
        pen.number(roles.len());
        for role in roles {
            texts::write_text(&mut pen, role);
        }
        if names {
            texts::write_text(&mut pen, name);
        }
    }
    pen.number(rows.len());
    for row in rows {
        write_row(&mut pen, week, row, names, lists);
        if has_ways {
            texts::write_way(&mut pen, row.means, row.text(Text::LastWay));
            texts::write_breaks(&mut pen, filled(&row.breaks));
        }
    }
    let version = match (has_ways, lists) {
        (true, _) => WAYS,
        (false, true) => LISTS,
        (false, false) => PLAIN,
    };
    let mark = [MARK, char::from_digit(version, 10)?, '.'];
    let text = mark.into_iter().collect::<String>() + &pen.finish();
    (text.len() <= LONGEST).then_some(text)
}

/// The week of a text.
pub fn read(text: &str) -> Result<Carried, Broken> {
    let rest = text.trim().strip_prefix(MARK).ok_or(Broken::Foreign)?;
    let (version, rest) = rest.split_once('.').ok_or(Broken::Foreign)?;
    let version = match version.parse::<u32>() {
        Ok(known @ PLAIN..=WAYS) => known,
        Ok(newer) if newer > WAYS => return Err(Broken::Newer),
        _ => return Err(Broken::Foreign),
    };
    if rest.len() > LONGEST {
        return Err(Broken::Damaged);
    }
    let mut bits = Bits::of(rest).ok_or(Broken::Damaged)?;
    read_all(&mut bits, version).ok_or(Broken::Damaged)
}

/// Whether something was typed, or the week is as everybody finds it.
pub fn is_typed(week: &Draft) -> bool {
    let Draft { clinic_travel, start, ways, people, rows } = week;
    *ways != Ways::default()
        || !people.is_empty()
        || !rows.is_empty()
        || !start.trim().is_empty()
        || !matches!(clinic_travel.trim(), "" | "20")
}

/// Whether there is anything in a week that pages of before do not know.
fn has_ways(week: &Draft) -> bool {
    // What was typed about a last bus counts as long as it is a bus.
    week.ways.means.is_some()
        || week.ways.cars.is_some()
        || week.ways.passenger
        || week.people.iter().any(|person| person.passenger)
        || week.rows.iter().any(|row| row.means.is_some() || filled(&row.breaks).len() > 2)
}

/// The texts of the breaks up to the last one in which something stands.
fn filled(breaks: &[String]) -> &[String] {
    let count = breaks.iter().rposition(|date| !date.trim().is_empty()).map_or(0, |at| at / 2 * 2 + 2);
    breaks.get(..count).unwrap_or(breaks)
}

fn write_ways(pen: &mut Pen, Ways { means, last, cars, passenger }: &Ways) {
    texts::write_way(pen, *means, last);
    pen.flag(cars.is_some());
    if let Some(cars) = cars {
        pen.bits(usize::from(*cars), 4);
    }
    pen.flag(*passenger);
}

fn read_ways(bits: &mut Bits) -> Option<Ways> {
    let (means, last) = texts::read_way(bits)?;
    let cars =
        if bits.flag()? { Some(u8::try_from(bits.bits(4)?).ok().filter(|cars| *cars <= MOST_CARS)?) } else { None };
    Some(Ways { means, last, cars, passenger: bits.flag()? })
}

const IS: [Is; 3] = [Is::Client, Is::Adult, Is::Child];

/// Where a value stands in the list of all.
fn place<T: PartialEq>(all: &[T], value: &T) -> usize {
    all.iter().position(|known| known == value).unwrap_or(0)
}

fn write_row(pen: &mut Pen, week: &Draft, row: &RowDraft, names: bool, lists: bool) {
    let RowDraft { id: _, kind, who, could, usual, repeats, dates, days, firm, means: _, breaks: _, texts: _ } = row;
    let width = width(week.people.len());
    let number = |id: u32| week.index_of(id);
    pen.bits(place(&Kind::ALL, kind), 3);
    pen.bits(number(*who).unwrap_or(0), width);
    let could: Vec<usize> = could.iter().filter_map(|id| number(*id)).take(MOST_PEOPLE).collect();
    pen.flag(!could.is_empty());
    if !could.is_empty() {
        pen.bits(could.len(), 4);
        for index in &could {
            pen.bits(*index, width);
        }
    }
    let usual = usual.and_then(number);
    pen.flag(usual.is_some());
    if let Some(index) = usual {
        pen.bits(index, width);
    }
    pen.flag(*repeats == Repeats::Cycle);
    if lists {
        pen.flag(*repeats == Repeats::Listed);
        texts::write_dates(pen, dates);
    }
    // On every workday is what most rows are.
    pen.flag(*days == Days::WORKDAYS);
    if *days != Days::WORKDAYS {
        for day in WEEK {
            pen.flag(days.has(day));
        }
    }
    pen.bits(place(&FirmChoice::ALL, firm), 2);
    texts::write_texts(pen, week, row, names);
}

fn read_all(bits: &mut Bits, version: u32) -> Option<Carried> {
    let has_ways = version == WAYS;
    let lists = if has_ways { bits.flag()? } else { version == LISTS };
    let ways = if has_ways { read_ways(bits)? } else { Ways::default() };
    let names = bits.flag()?;
    let clinic_travel = texts::read_minutes(bits, "20")?;
    let start = texts::read_date(bits)?;
    let chosen = if bits.flag()? { Some(texts::read_text(bits)?) } else { None };
    let mut week = Draft { clinic_travel, start, ways, people: Vec::new(), rows: Vec::new() };
    let count = u32::try_from(bits.bits(4)?).ok()?;
    if count as usize >= MOST_PEOPLE {
        return None;
    }
    for id in 1..=count {
        let is = *IS.get(bits.bits(2)?)?;
        let passenger = has_ways && bits.flag()?;
        let mut roles = Vec::new();
        for _ in 0..bits.number()? {
            roles.push(texts::read_text(bits)?);
        }
        let name = if names { texts::read_text(bits)? } else { String::new() };
        week.people.push(PersonDraft { id, name, is, roles, passenger });
    }
    let rows = u32::try_from(bits.number()?).ok().filter(|rows| *rows <= MOST_ROWS)?;
    for id in 1..=rows {
        let mut row = read_row(bits, id, count, (names, lists))?;
        if has_ways {
            let (means, last) = texts::read_way(bits)?;
            row.means = means;
            row.set(Text::LastWay, &last);
            texts::read_breaks(bits, &mut row.breaks)?;
        }
        week.rows.push(row);
    }
    Some(Carried { week, chosen })
}

fn read_row(bits: &mut Bits, id: u32, people: u32, (names, lists): (bool, bool)) -> Option<RowDraft> {
    let width = width(people as usize);
    let person = |bits: &mut Bits| u32::try_from(bits.bits(width)?).ok().filter(|index| *index <= people);
    let mut row = RowDraft::new(id, *Kind::ALL.get(bits.bits(3)?)?);
    row.who = person(bits)?;
    if bits.flag()? {
        for _ in 0..bits.bits(4)? {
            let could = person(bits)?;
            row.could.push(could);
        }
    }
    if bits.flag()? {
        row.usual = Some(person(bits)?);
    }
    if bits.flag()? {
        row.repeats = Repeats::Cycle;
    }
    if lists {
        if bits.flag()? {
            row.repeats = Repeats::Listed;
        }
        row.dates = texts::read_dates(bits)?;
    }
    row.days = Days::WORKDAYS;
    if !bits.flag()? {
        row.days = Days::NONE;
        for day in WEEK {
            row.days = row.days.with(day, bits.flag()?);
        }
    }
    row.firm = *FirmChoice::ALL.get(bits.bits(2)?)?;
    texts::read_texts(bits, &mut row, names)?;
    Some(row)
}

/// Bits for the number of a person, where so many others live with somebody.
fn width(people: usize) -> u32 {
    usize::BITS - people.leading_zeros()
}

#[cfg(test)]
#[path = "../share_tests.rs"]
mod tests;
