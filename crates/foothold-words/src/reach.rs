//! When the clinic answers its phone.

use crate::{Key, Words};
use foothold_core::opening::Answered;
use foothold_core::time::{Days, Span};

impl Words {
    /// Whether somebody answers now, and if not, when next.
    pub fn answered(self, answered: &Answered) -> String {
        let (key, span, date) = match answered {
            Answered::Always => return self.say(Key::OpenAlways).to_owned(),
            Answered::Now(span) => (Key::OpenNow, span, String::new()),
            Answered::Next { in_days: 0, span, .. } => (Key::OpenToday, span, String::new()),
            Answered::Next { in_days: 1, span, .. } => (Key::OpenTomorrow, span, String::new()),
            Answered::Next { date, span, .. } => (Key::OpenOn, span, self.date_long(*date)),
        };
        self.fill(key, &[("span", &self.span(*span)), ("date", &date)])
    }

    /// Hours as lines of a page: "Monday to Thursday, 8am to 9pm". At build time only.
    pub fn open_hours(self, open: &[(Days, Span)]) -> Vec<String> {
        let line = |(days, span): &(Days, Span)| {
            let days = self.days(*days);
            let mut letters = days.chars();
            let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
            [&first, letters.as_str(), ", ", &self.span(*span)].concat()
        };
        open.iter().map(line).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use foothold_core::time::{Weekday, parse_date};

    #[test]
    fn hours_are_read_as_people_write_them() {
        let open = [
            (Days::of(&[Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu]), Span { from: 480, to: 1260 }),
            (Days::of(&[Weekday::Fri]), Span { from: 480, to: 1020 }),
        ];
        assert_eq!(Words::EN.open_hours(&open), ["Monday to Thursday, 8am to 9pm", "Friday, 8am to 5pm"]);
        let spanish = Words::ES.open_hours(&open);
        assert_eq!(
            spanish,
            ["Lunes a jueves, 8\u{a0}a.\u{a0}m. a 9\u{a0}p.\u{a0}m.", "Viernes, 8\u{a0}a.\u{a0}m. a 5\u{a0}p.\u{a0}m."]
        );
    }

    #[test]
    fn what_comes_next_is_named_by_how_far_away_it_is() {
        let span = Span { from: 480, to: 1260 };
        let date = parse_date("2026-11-30").expect("a date");
        let next = |in_days| Words::EN.answered(&Answered::Next { in_days, date, span });
        assert_eq!(next(0), "Somebody answers the phone later today (8am to 9pm).");
        assert_eq!(next(1), "Somebody answers the phone again tomorrow (8am to 9pm).");
        assert_eq!(next(5), "Somebody answers the phone again on Monday, November 30, 2026 (8am to 9pm).");
        assert_eq!(Words::EN.answered(&Answered::Now(span)), "Somebody answers the phone now (8am to 9pm).");
    }
}
