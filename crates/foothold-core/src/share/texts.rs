//! The texts of a week as bits: as they were read where they can be read, else letter by letter.
//!
//! Whether a short form means the same is not assumed but tried, at writing, with the readers that the planner has.

use super::bits::{Bits, Pen};
use crate::draft::{Draft, MOST_BREAKS, MOST_DATES, RowDraft, Text, row_span};
use crate::people::Means;
use crate::time::{DAY_MIN, Datelike, NaiveDate, Span, add_days, parse_date, parse_late, parse_minutes, parse_range};

/// Days from this one on are counted: 2020-01-01.
const FIRST_DAY: i32 = 737_425;
/// Bits of such a count: until 2064.
const DATE_BITS: u32 = 14;
/// Most minutes that are carried as a number.
const MOST_MINUTES: usize = 2047;

/// Letters with six bits each: what people type here. 0 says that a capital follows, 1 any other sign.
const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz0123456789 -:.,'áéíóúñü@/()&+_–!?#*%";
/// Bits of any sign whatever.
const SIGN_BITS: u32 = 21;

/// A row's texts. Start and end belong together: each helps to understand the other.
pub(super) fn write_texts(pen: &mut Pen, week: &Draft, row: &RowDraft, names: bool) {
    let (from, to) = (row.text(Text::From), row.text(Text::To));
    let read = row_span(week, row).ok().filter(|span| {
        let [from, to] = clocks(*span);
        row_span(week, &row.clone().with(Text::From, &from).with(Text::To, &to)) == Ok(*span)
    });
    pen.flag(read.is_some());
    if let Some(span) = read {
        write_span(pen, span);
    } else {
        write_text(pen, from);
        write_text(pen, to);
    }
    for (text, _) in Text::ALL {
        let typed = row.text(text);
        match text {
            Text::What if names => write_text(pen, typed),
            // Left out, or written above.
            Text::What | Text::From | Text::To | Text::LastWay | Text::Date => {}
            Text::Pattern => write_text(pen, typed),
            Text::Night => write_range(pen, typed, "7pm-7am"),
            Text::Outside => write_range(pen, typed, ""),
            Text::Anchor => write_date(pen, typed),
            Text::Last => {
                // The first break has always stood here.
                let first = |at: usize| row.breaks.get(at).map_or("", String::as_str);
                for date in [first(0), first(1), typed] {
                    write_date(pen, date);
                }
            }
            Text::Travel | Text::Direct => write_minutes(pen, typed, ""),
            Text::Earlier | Text::Later | Text::Cut => write_minutes(pen, typed, "60"),
        }
    }
}

/// The texts that [`write_texts`] wrote.
pub(super) fn read_texts(bits: &mut Bits, row: &mut RowDraft, names: bool) -> Option<()> {
    let [from, to] = if bits.flag()? { clocks(read_span(bits)?) } else { [read_text(bits)?, read_text(bits)?] };
    row.set(Text::From, &from);
    row.set(Text::To, &to);
    for (text, _) in Text::ALL {
        let typed = match text {
            Text::What if names => read_text(bits)?,
            Text::What | Text::From | Text::To | Text::LastWay | Text::Date => continue,
            Text::Pattern => read_text(bits)?,
            Text::Night => read_range(bits, "7pm-7am")?,
            Text::Outside => read_range(bits, "")?,
            Text::Anchor => read_date(bits)?,
            Text::Last => {
                let first = [read_date(bits)?, read_date(bits)?];
                if first.iter().any(|date| !date.is_empty()) {
                    row.breaks.extend(first);
                }
                read_date(bits)?
            }
            Text::Travel | Text::Direct => read_minutes(bits, "")?,
            Text::Earlier | Text::Later | Text::Cut => read_minutes(bits, "60")?,
        };
        row.set(text, &typed);
    }
    Some(())
}

/// How one gets to a place: two bits where nobody has said so, or by car.
const MEANS: [Option<Means>; 6] =
    [None, Some(Means::Car), Some(Means::Bus), Some(Means::Lift), Some(Means::Foot), Some(Means::Van)];

/// How one gets to a place.
pub(super) fn write_way(pen: &mut Pen, means: Option<Means>, last: &str) {
    let at = MEANS.iter().position(|known| *known == means).unwrap_or(0);
    pen.bits(at.min(3), 2);
    if at >= 3 {
        pen.bits(at - 3, 2);
    }
    // Kept where somebody has typed it, and counted by bus only.
    if at == 2 {
        pen.flag(!last.trim().is_empty());
    }
    if at == 2 && !last.trim().is_empty() {
        let read = parse_late(last).ok();
        pen.flag(read.is_some());
        match read {
            Some(min) => write_clock(pen, min),
            None => write_text(pen, last),
        }
    }
}

pub(super) fn read_way(bits: &mut Bits) -> Option<(Option<Means>, String)> {
    let mut at = bits.bits(2)?;
    if at == 3 {
        at += bits.bits(2)?;
    }
    let (means, mut last) = (*MEANS.get(at)?, String::new());
    if at == 2 && bits.flag()? {
        last = if bits.flag()? {
            let from = read_clock(bits)?;
            clocks(Span { from, to: from }).concat()
        } else {
            read_text(bits)?
        };
    }
    Some((means, last))
}

/// All breaks but the first, which stands with the texts: whether there are any, how many, their dates.
pub(super) fn write_breaks(pen: &mut Pen, breaks: &[String]) {
    let more = breaks.get(2..).unwrap_or_default();
    pen.flag(!more.is_empty());
    if !more.is_empty() {
        pen.number(more.len() / 2);
    }
    for date in more {
        write_date(pen, date);
    }
}

pub(super) fn read_breaks(bits: &mut Bits, breaks: &mut Vec<String>) -> Option<()> {
    if !bits.flag()? {
        return Some(());
    }
    let count = bits.number()?;
    if count >= MOST_BREAKS {
        return None;
    }
    if breaks.is_empty() {
        breaks.extend([String::new(), String::new()]);
    }
    for _ in 0..count * 2 {
        breaks.push(read_date(bits)?);
    }
    Some(())
}

/// Minutes; `usual` is what stands there before anybody types.
pub(super) fn write_minutes(pen: &mut Pen, typed: &str, usual: &str) {
    let read = parse_minutes(typed).ok().and_then(|minutes| usize::try_from(minutes).ok());
    let fives = read.filter(|minutes| minutes.is_multiple_of(5) && *minutes < 160);
    if typed.trim() == usual {
        pen.bits(0, 2);
    } else if let Some(minutes) = fives {
        pen.bits(1, 2);
        pen.bits(minutes / 5, 5);
    } else if let Some(minutes) = read.filter(|minutes| *minutes <= MOST_MINUTES) {
        pen.bits(2, 2);
        pen.bits(minutes, 11);
    } else {
        pen.bits(3, 2);
        write_text(pen, typed);
    }
}

pub(super) fn read_minutes(bits: &mut Bits, usual: &str) -> Option<String> {
    Some(match bits.bits(2)? {
        0 => usual.to_owned(),
        1 => (bits.bits(5)? * 5).to_string(),
        2 => bits.bits(11)?.to_string(),
        _ => read_text(bits)?,
    })
}

/// Days from the first day on, if it is one that can be counted.
fn day_of(date: NaiveDate) -> Option<usize> {
    usize::try_from(date.num_days_from_ce() - FIRST_DAY).ok().filter(|day| *day < 1 << DATE_BITS)
}

fn date_of(day: usize) -> Option<NaiveDate> {
    let day = i32::try_from(day).ok().filter(|day| *day < 1 << DATE_BITS)?;
    Some(add_days(NaiveDate::from_num_days_from_ce_opt(FIRST_DAY)?, day))
}

/// Dates in order, each once: the first, then the days to the next. Dates that cannot be counted are left out.
pub(super) fn write_dates(pen: &mut Pen, dates: &[NaiveDate]) {
    let days: Vec<usize> = dates.iter().filter_map(|date| day_of(*date)).collect();
    pen.number(days.len());
    let mut last = None;
    for day in days {
        match last {
            None => pen.bits(day, DATE_BITS),
            Some(last) => pen.number(day - last - 1),
        }
        last = Some(day);
    }
}

pub(super) fn read_dates(bits: &mut Bits) -> Option<Vec<NaiveDate>> {
    let count = bits.number()?;
    if count > MOST_DATES {
        return None;
    }
    let mut dates = Vec::new();
    let mut last = 0;
    for at in 0..count {
        last = if at == 0 { bits.bits(DATE_BITS)? } else { bits.number()?.checked_add(last + 1)? };
        dates.push(date_of(last)?);
    }
    Some(dates)
}

/// A date, or none.
pub(super) fn write_date(pen: &mut Pen, typed: &str) {
    let day = parse_date(typed).and_then(day_of);
    let blank = typed.trim().is_empty();
    pen.flag(!blank);
    if blank {
        return;
    }
    pen.flag(day.is_some());
    match day {
        Some(day) => pen.bits(day, DATE_BITS),
        None => write_text(pen, typed),
    }
}

pub(super) fn read_date(bits: &mut Bits) -> Option<String> {
    if !bits.flag()? {
        return Some(String::new());
    }
    if !bits.flag()? {
        return read_text(bits);
    }
    let date = date_of(bits.bits(DATE_BITS)?)?;
    let two = |number: u32| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    Some([&date.year().to_string(), "-", &two(date.month()), "-", &two(date.day())].concat())
}

/// From and to in one field.
fn write_range(pen: &mut Pen, typed: &str, usual: &str) {
    let read = parse_range(typed).ok().filter(|span| parse_range(&range(*span)) == Ok(*span));
    if typed.trim() == usual {
        pen.bits(0, 2);
    } else if let Some(span) = read {
        pen.bits(1, 2);
        write_span(pen, span);
    } else {
        pen.bits(2, 2);
        write_text(pen, typed);
    }
}

fn read_range(bits: &mut Bits, usual: &str) -> Option<String> {
    Some(match bits.bits(2)? {
        0 => usual.to_owned(),
        1 => range(read_span(bits)?),
        2 => read_text(bits)?,
        _ => return None,
    })
}

fn range(span: Span) -> String {
    clocks(span).join("-")
}

fn write_span(pen: &mut Pen, span: Span) {
    write_clock(pen, span.from);
    // A moment ends where it begins, and so would a whole day.
    pen.flag(span.from == span.to);
    if span.from != span.to {
        write_clock(pen, span.to % DAY_MIN);
    }
}

fn read_span(bits: &mut Bits) -> Option<Span> {
    let from = read_clock(bits)?;
    if bits.flag()? {
        return Some(Span { from, to: from });
    }
    let to = read_clock(bits)?;
    Some(Span { from, to: if to > from { to } else { to + DAY_MIN } })
}

/// A clock time: most are whole quarters of an hour.
fn write_clock(pen: &mut Pen, min: i32) {
    let min = usize::try_from(min).unwrap_or(0);
    let quarters = min.is_multiple_of(15);
    pen.flag(quarters);
    if quarters {
        pen.bits(min / 15, 7);
    } else {
        pen.bits(min, 11);
    }
}

fn read_clock(bits: &mut Bits) -> Option<i32> {
    let min = if bits.flag()? { bits.bits(7)? * 15 } else { bits.bits(11)? };
    i32::try_from(min).ok().filter(|min| *min < DAY_MIN)
}

/// Start and end as somebody could have typed them; a moment has no end. With am and pm nothing is left to guess.
pub(crate) fn clocks(span: Span) -> [String; 2] {
    let clock = |min: i32| {
        let (hour, minute) = (min % DAY_MIN / 60, min % 60);
        let half = if hour < 12 { "am" } else { "pm" };
        let hour = if hour % 12 == 0 { 12 } else { hour % 12 };
        let minute = match minute {
            0 => String::new(),
            1..10 => [":0", &minute.to_string()].concat(),
            _ => [":", &minute.to_string()].concat(),
        };
        hour.to_string() + &minute + half
    };
    [clock(span.from), if span.from == span.to { String::new() } else { clock(span.to) }]
}

/// Any text: its length in codes, then six bits a letter.
pub(super) fn write_text(pen: &mut Pen, text: &str) {
    let mut codes: Vec<(usize, u32)> = Vec::new();
    for sign in text.chars() {
        // The tables for the capitals of every alphabet would cost more than the few bits.
        let small = sign.to_ascii_lowercase();
        match LETTERS.chars().position(|letter| letter == small) {
            Some(at) => {
                if small != sign {
                    codes.push((0, 6));
                }
                codes.push((at + 2, 6));
            }
            None => codes.extend([(1, 6), (u32::from(sign) as usize, SIGN_BITS)]),
        }
    }
    pen.number(codes.len());
    for (code, width) in codes {
        pen.bits(code, width);
    }
}

pub(super) fn read_text(bits: &mut Bits) -> Option<String> {
    let mut text = String::new();
    let mut left = bits.number()?;
    let mut capital = false;
    while left > 0 {
        left -= 1;
        match bits.bits(6)? {
            0 => capital = true,
            1 => {
                left = left.checked_sub(1)?;
                text.push(char::from_u32(u32::try_from(bits.bits(SIGN_BITS)?).ok()?)?);
            }
            at => {
                let letter = LETTERS.chars().nth(at - 2)?;
                text.push(if capital { letter.to_ascii_uppercase() } else { letter });
                capital = false;
            }
        }
    }
    Some(text)
}
