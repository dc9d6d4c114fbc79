//! Reads a repeating roster as people write it: "2-2-3", "4 on 4 off", "DDNN----", "4 nights, 3 off, 3 days, 1 off".

/// Longest cycle that is read, in days: a year.
const MOST_DAYS: usize = 366;

/// A roster of four crews that has a name, and so is asked for by it: twelve-hour shifts over four weeks.
const DUPONT: &str = "NNNN---DDD-NNN---DDDD-------";

/// What a day of a roster is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// The day shift, or the only one.
    Day,
    /// The night shift.
    Night,
    /// No shift.
    Off,
}

/// The days of one cycle; `None` where the text is no roster, has no shift in it, or is longer than a year.
///
/// Plain numbers are days on and days off in turn; an odd count of them goes through twice, as "2-2-3" does. Otherwise
/// a number stands before a word or a letter, in English or Spanish, and letters may also stand one a day. "dupont" is read by
/// its name.
pub fn parse_cycle(text: &str) -> Option<Vec<Shift>> {
    let text = if text.trim().eq_ignore_ascii_case("dupont") { DUPONT } else { text };
    let mut runs: Vec<(Shift, usize)> = Vec::new();
    let mut numbers: Vec<usize> = Vec::new();
    let mut words = false;
    let mut count = None;
    // Whether the word before had a number of its own.
    let mut counted = false;
    for piece in pieces(text) {
        if let Ok(number) = piece.parse() {
            numbers.push(number);
            count = Some(number);
            continue;
        }
        words = true;
        let shifts = word(&piece)?;
        match (shifts.as_slice(), runs.last_mut()) {
            // "2 days off", "2 nights on": the second word goes with the first.
            ([shift], Some(run)) if counted && count.is_none() => {
                if *shift == Shift::Off {
                    run.0 = Shift::Off;
                }
                counted = false;
            }
            ([shift], _) => {
                counted = count.is_some();
                runs.push((*shift, count.take().unwrap_or(1)));
            }
            _ if count.is_some() => return None,
            (shifts, _) => {
                counted = false;
                runs.extend(shifts.iter().map(|shift| (*shift, 1)));
            }
        }
    }
    if count.is_some() && words {
        return None;
    }
    if !words {
        // Days on and days off in turn; an odd count goes through twice.
        let rounds = if numbers.len().is_multiple_of(2) { 1 } else { 2 };
        for number in (0..rounds).flat_map(|_| &numbers) {
            runs.push((if runs.len().is_multiple_of(2) { Shift::Day } else { Shift::Off }, *number));
        }
    }
    let mut days = Vec::new();
    for (shift, count) in runs {
        if count > MOST_DAYS - days.len() {
            return None;
        }
        days.extend((0..count).map(|_| shift));
    }
    days.iter().any(|day| *day != Shift::Off).then_some(days)
}

/// Numbers, words, and signs for a day off between letters.
fn pieces(text: &str) -> Vec<String> {
    // The tables for every alphabet of the world would cost more than the rest of this file.
    let lower = text.to_ascii_lowercase().replace('Í', "í");
    let letter = |c: char| c.is_ascii_lowercase() || c == 'í';
    // Between numbers a dash only parts them.
    let letters = lower.chars().any(letter);
    let class = |c: char| match c {
        c if c.is_ascii_digit() => 1,
        c if letter(c) || (letters && matches!(c, '-' | '–' | '_' | '.')) => 2,
        _ => 0,
    };
    let mut pieces: Vec<String> = Vec::new();
    let mut before = 0;
    for c in lower.chars() {
        let now = class(c);
        if now != 0 && now == before {
            if let Some(piece) = pieces.last_mut() {
                piece.push(c);
            }
        } else if now != 0 {
            pieces.push(c.to_string());
        }
        before = now;
    }
    pieces
}

/// What a word means: one shift, or one a letter.
fn word(word: &str) -> Option<Vec<Shift>> {
    let one = match word {
        "on" | "day" | "days" | "work" | "working" | "día" | "dia" | "días" | "dias" | "trabajo" => Shift::Day,
        "night" | "nights" | "noche" | "noches" => Shift::Night,
        "off" | "free" | "rest" | "libre" | "libres" | "descanso" => Shift::Off,
        letters => return letters.chars().map(letter).collect(),
    };
    Some(vec![one])
}

fn letter(letter: char) -> Option<Shift> {
    Some(match letter {
        'd' | 'w' | 't' => Shift::Day,
        'n' => Shift::Night,
        'o' | 'x' | 'f' | 'r' | 'l' | '-' | '–' | '_' | '.' => Shift::Off,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A roster as letters.
    fn read(text: &str) -> Option<String> {
        let letter = |shift: &Shift| match shift {
            Shift::Day => 'D',
            Shift::Night => 'N',
            Shift::Off => '-',
        };
        parse_cycle(text).map(|days| days.iter().map(letter).collect())
    }

    #[test]
    fn rosters_are_read_as_people_write_them() {
        for text in [
            "2-2-3",
            "2 2 3",
            "2/2/3/2/2/3",
            "2 on, 2 off, 3 on, 2 off, 2 on, 3 off",
            "DD--DDD--DD---",
            "dd oo ddd oo dd ooo",
            "2 days, 2 off, 3 days, 2 days off, 2 days on, 3 free",
            "2 días 2 libres 3 días 2 libres 2 días 3 libres",
            "2 DÍAS 2 LIBRES 3 DÍAS 2 LIBRES 2 DÍAS 3 LIBRES",
            "2d 2x 3d 2x 2d 3x",
        ] {
            assert_eq!(read(text).as_deref(), Some("DD--DDD--DD---"), "{text}");
        }
        assert_eq!(read("4 on 4 off").as_deref(), Some("DDDD----"));
        assert_eq!(read("4-4").as_deref(), Some("DDDD----"));
        assert_eq!(read("1 on 2 off").as_deref(), Some("D--"));
        assert_eq!(read("day, night, off, off").as_deref(), Some("DN--"));
        let dupont = Some("NNNN---DDD-NNN---DDDD-------");
        assert_eq!(read("NNNN---DDD-NNN---DDDD-------").as_deref(), dupont);
        assert_eq!(read(" DuPont ").as_deref(), dupont);
        assert_eq!(read("DuPonts"), None);
        assert_eq!(read("4 nights, 3 off, 3 days, 1 off, 3 nights, 3 off, 4 days, 7 off").as_deref(), dupont);
        assert_eq!(read("4N 3- 3D 1- 3N 3- 4D 7-").as_deref(), dupont);
    }

    #[test]
    fn what_is_no_roster_is_not_guessed() {
        for text in
            ["", "  ", "0", "7 off", "---", "every other week", "2 on maybe", "999 on", "300 on 300 off", "2 on 2"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn any_text_gives_an_answer() {
        let signs = ["2", "on", "off", "D", "N", "-", " ", ",", "days", "é", "99999999999999999999", "\n", "x"];
        let mut state = 7_u32;
        for _ in 0..20_000 {
            let mut text = String::new();
            for _ in 0..state % 9 {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                text.push_str(signs.get(state as usize >> 8 & 15).copied().unwrap_or(" "));
            }
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let days = parse_cycle(&text);
            assert!(days.is_none_or(|days| !days.is_empty() && days.len() <= MOST_DAYS), "{text}");
        }
    }
}
