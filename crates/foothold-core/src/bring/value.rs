//! Single values of a calendar file: dates and times, lengths, names.

use crate::time::{DAY_MIN, NaiveDate, add_days};

/// Most characters of a name.
const NAME: usize = 80;

/// A date, and minutes after its midnight, 0..1440.
pub(super) type Moment = (NaiveDate, i32);

/// Whose clock a time is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clock {
    /// It does not say.
    Any,
    /// The world's.
    Utc,
    /// That of a zone, by its place in the list of those that the file names.
    Named(usize),
}

/// A date or a time as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// When; at midnight where it is a date.
    pub at: Moment,
    /// Whether it is a date without a time.
    pub whole_day: bool,
    /// Whose clock.
    pub clock: Clock,
}

/// Days and minutes, the latter 0..1440.
pub(super) type Length = (i32, i32);

/// A moment that is so much later.
pub(super) fn later(at: Moment, length: Length) -> Moment {
    let min = at.1 + length.1;
    (add_days(add_days(at.0, length.0), min.div_euclid(DAY_MIN)), min.rem_euclid(DAY_MIN))
}

/// Reads 20261130, 20261130T183000 or 20261130T183000Z. `clock` is whose a time is that does not say Z. With `up`, seconds count
/// as a whole minute: an end at 23:59:59 is midnight.
pub(super) fn stamp(text: &str, clock: Clock, up: bool) -> Option<Stamp> {
    let (day, time) = match text.split_once(['T', 't']) {
        Some((day, time)) => (day, Some(time)),
        None => (text, None),
    };
    let day = digits::<8>(day)?;
    let [year, month, date] = [number(&day, 0, 4), number(&day, 4, 2), number(&day, 6, 2)];
    let date = NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(date).ok()?)?;
    let Some(time) = time else { return Some(Stamp { at: (date, 0), whole_day: true, clock: Clock::Any }) };
    let bare = time.strip_suffix(['Z', 'z']);
    let clock = if bare.is_some() { Clock::Utc } else { clock };
    let time = digits::<6>(bare.unwrap_or(time))?;
    let [hour, min, second] = [number(&time, 0, 2), number(&time, 2, 2), number(&time, 4, 2)];
    if hour > 23 || min > 59 || second > 60 {
        return None;
    }
    let at = later((date, hour * 60 + min), (0, i32::from(up && second > 0)));
    Some(Stamp { at, whole_day: false, clock })
}

/// Exactly so many digits.
fn digits<const N: usize>(text: &str) -> Option<[u8; N]> {
    let bytes: [u8; N] = text.as_bytes().try_into().ok()?;
    bytes.iter().all(u8::is_ascii_digit).then_some(bytes)
}

fn number(digits: &[u8], from: usize, count: usize) -> i32 {
    digits.iter().skip(from).take(count).fold(0, |sum, digit| sum * 10 + i32::from(digit - b'0'))
}

/// A whole number of at most so much, with its sign.
pub(super) fn whole(text: &str, most: i32) -> Option<i32> {
    let bare = text.strip_prefix(['+', '-']).unwrap_or(text);
    if bare.is_empty() || bare.len() > 9 || !bare.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let size = number(bare.as_bytes(), 0, 9);
    (size <= most).then_some(if text.starts_with('-') { -size } else { size })
}

/// Reads a length such as P1D, PT8H30M or P2W; none that is negative.
pub(super) fn length(text: &str) -> Option<Length> {
    let mut rest = text.strip_prefix('+').unwrap_or(text).strip_prefix(['P', 'p'])?;
    let (mut days, mut min, mut timed) = (0, 0, false);
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix(['T', 't']) {
            (timed, rest) = (true, after);
            continue;
        }
        let unit = rest.find(|c: char| !c.is_ascii_digit())?;
        let (amount, after) = rest.split_at_checked(unit)?;
        let amount = whole(amount, 99_999)?;
        let mut after = after.chars();
        match (after.next()?.to_ascii_uppercase(), timed) {
            ('W', false) => days += amount * 7,
            ('D', false) => days += amount,
            ('H', true) => min += amount * 60,
            ('M', true) => min += amount,
            ('S', true) => min += (amount + 59) / 60,
            _ => return None,
        }
        // A text that says the same unit for ever is none.
        if days > 1_000_000 || min > 1_000_000_000 {
            return None;
        }
        rest = after.as_str();
    }
    Some((days + min / DAY_MIN, min % DAY_MIN))
}

/// A text of the file as a name: in one line, without what no line can show, not too long.
pub(super) fn name(text: &str) -> String {
    let mut name = String::new();
    let (mut count, mut gap) = (0, false);
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        let letter = match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') | None => ' ',
                Some(other) => other,
            },
            letter => letter,
        };
        // What turns the direction of writing would turn the rest of the page's line too.
        if letter.is_whitespace()
            || letter.is_control()
            || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        {
            gap |= letter.is_whitespace();
            continue;
        }
        if gap && count > 0 {
            name.push(' ');
            count += 1;
        }
        gap = false;
        if count >= NAME {
            break;
        }
        name.push(letter);
        count += 1;
    }
    name.truncate(name.trim_end().len());
    name
}
