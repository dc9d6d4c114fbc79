//! Weeks of the program by their numbers and dates. All of it is said later.

use crate::{Key, Words};
use foothold_core::time::{NaiveDate, add_days};

/// Most numbers and runs that a button names.
const MOST_NAMED: usize = 4;
/// Most runs whose dates are said from first to last; of more it is said when each week begins.
const MOST_RUNS: usize = 4;

impl Words {
    /// Weeks, counted from 0, as a button says them: "Week 4", "Weeks 1–3, 5–7", "Weeks 1, 3, 5, …".
    pub fn weeks_short(self, weeks: &[usize]) -> String {
        let all = self.numbers(weeks);
        let some: Vec<String> =
            all.iter().take(if all.len() > MOST_NAMED { MOST_NAMED - 1 } else { MOST_NAMED }).cloned().collect();
        let list = some.join(self.say(Key::ListComma));
        let list = if some.len() < all.len() { self.fill(Key::WeeksMore, &[("list", &list)]) } else { list };
        self.weeks_of(weeks, &list)
    }

    /// The same weeks with their dates in a program that begins on `start`.
    pub fn weeks_dated(self, weeks: &[usize], start: NaiveDate) -> String {
        let first_of = |week: usize| add_days(start, i32::try_from(week).unwrap_or(0) * 7);
        let named = self.weeks_of(weeks, &self.list(&self.numbers(weeks)));
        let runs = runs(weeks);
        let (key, dates) = if runs.len() > MOST_RUNS {
            let begins: Vec<String> = weeks.iter().map(|week| self.date_short(first_of(*week))).collect();
            (Key::WeeksBegin, self.list(&begins))
        } else {
            let span = |(first, last): &(usize, usize)| {
                let (first, last) = (first_of(*first), add_days(first_of(*last), 6));
                self.fill(Key::WeeksSpan, &[("first", &self.date_short(first)), ("last", &self.date_short(last))])
            };
            (Key::WeeksDates, self.list(&runs.iter().map(span).collect::<Vec<_>>()))
        };
        self.fill(key, &[("weeks", &named), ("dates", &dates)])
    }

    fn weeks_of(self, weeks: &[usize], list: &str) -> String {
        if weeks.len() == 1 { self.fill(Key::Week1, &[("n", list)]) } else { self.fill(Key::WeekN, &[("list", list)]) }
    }

    /// Their numbers; three and more in a row from first to last.
    fn numbers(self, weeks: &[usize]) -> Vec<String> {
        let mut said = Vec::new();
        for (first, last) in runs(weeks) {
            if last - first > 1 {
                let (first, last) = ((first + 1).to_string(), (last + 1).to_string());
                said.push(self.fill(Key::WeeksRun, &[("first", &first), ("last", &last)]));
            } else {
                said.extend((first..=last).map(|week| (week + 1).to_string()));
            }
        }
        said
    }
}

/// Weeks in a row: first and last of each run.
fn runs(weeks: &[usize]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for week in weeks {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *week => *last = *week,
            _ => runs.push((*week, *week)),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_are_named_short_for_a_button_and_in_full_with_their_dates() {
        let start = NaiveDate::from_ymd_opt(2026, 11, 30).expect("a date");
        let said = |words: Words, weeks: &[usize]| [words.weeks_short(weeks), words.weeks_dated(weeks, start)];
        let en = |weeks: &[usize]| said(Words::EN, weeks);
        assert_eq!(en(&[3]), ["Week 4", "Week 4: December 21 to December 27."]);
        assert_eq!(en(&[0, 1, 2, 3]), ["Weeks 1–4", "Weeks 1–4: November 30 to December 27."]);
        assert_eq!(
            en(&[0, 1, 4, 5, 6]),
            ["Weeks 1, 2, 5–7", "Weeks 1, 2 and 5–7: November 30 to December 13 and December 28 to January 17."]
        );
        let odd = [0, 2, 4, 6, 8];
        let begin = "Weeks 1, 3, 5, 7 and 9 begin on November 30, December 14, December 28, January 11 and January 25.";
        assert_eq!(en(&odd), ["Weeks 1, 3, 5, …", begin]);
        assert_eq!(
            said(Words::ES, &[0, 1, 2, 4]),
            [
                "Semanas 1–3, 5",
                "Semanas 1–3 y 5: del 30 de noviembre al 20 de diciembre y del 28 de diciembre al 3 de enero."
            ]
        );
    }
}
