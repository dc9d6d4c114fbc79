//! Times, days, lengths, distances and dates as people read them.

use crate::{Key, Words, fill, page};
use foothold_core::rhythm::{Rhythm, When};
use foothold_core::time::{DAY_MIN, Datelike, Days, NaiveDate, Span, WEEK, Weekday};

const MONTHS: [Key; 12] = [
    Key::January,
    Key::February,
    Key::March,
    Key::April,
    Key::May,
    Key::June,
    Key::July,
    Key::August,
    Key::September,
    Key::October,
    Key::November,
    Key::December,
];

impl Words {
    /// A clock time: "9am", "5:30pm", "noon", "midnight".
    pub fn clock(self, min: i32) -> String {
        self.clock_as(min, [Key::Midnight, Key::Noon, Key::ClockAm, Key::ClockPm])
    }

    /// The same for a picture, where there is little room.
    pub fn clock_short(self, min: i32) -> String {
        self.clock_as(min, [Key::ShortMidnight, Key::ShortNoon, Key::ShortAm, Key::ShortPm])
    }

    fn clock_as(self, min: i32, [midnight, noon, am, pm]: [Key; 4]) -> String {
        let min = min.rem_euclid(DAY_MIN);
        match min {
            0 => return self.say(midnight).to_owned(),
            720 => return self.say(noon).to_owned(),
            _ => {}
        }
        let hour = if min / 60 % 12 == 0 { 12 } else { min / 60 % 12 };
        let clock =
            if min % 60 == 0 { hour.to_string() } else { [hour.to_string(), two_digits(":", min % 60)].concat() };
        self.fill(if min < 720 { am } else { pm }, &[("clock", &clock)])
    }

    /// From a time to a time: "6pm to 9pm", a moment as "3pm"; says so when it ends the next day.
    pub fn span(self, span: Span) -> String {
        if span.from == span.to {
            return self.clock(span.from);
        }
        let key = if span.to > DAY_MIN { Key::SpanNextDay } else { Key::SpanText };
        self.fill(key, &[("from", &self.clock(span.from)), ("to", &self.clock(span.to))])
    }

    /// The name of a weekday.
    pub fn day(self, day: Weekday) -> String {
        self.say(match day {
            Weekday::Mon => Key::Mon,
            Weekday::Tue => Key::Tue,
            Weekday::Wed => Key::Wed,
            Weekday::Thu => Key::Thu,
            Weekday::Fri => Key::Fri,
            Weekday::Sat => Key::Sat,
            Weekday::Sun => Key::Sun,
        })
        .to_owned()
    }

    /// The short name of a weekday.
    pub fn day_short(self, day: Weekday) -> String {
        self.say(match day {
            Weekday::Mon => Key::MonShort,
            Weekday::Tue => Key::TueShort,
            Weekday::Wed => Key::WedShort,
            Weekday::Thu => Key::ThuShort,
            Weekday::Fri => Key::FriShort,
            Weekday::Sat => Key::SatShort,
            Weekday::Sun => Key::SunShort,
        })
        .to_owned()
    }

    /// Several weekdays: "Monday to Friday", "Monday, Tuesday and Thursday", "every day".
    pub fn days(self, days: Days) -> String {
        let all: Vec<Weekday> = days.iter().collect();
        if all.len() == 7 {
            return self.say(Key::EveryDay).to_owned();
        }
        if let ([first, .., last], true) = (all.as_slice(), all.len() > 2) {
            let run = WEEK.iter().skip_while(|d| *d != first).take(all.len()).eq(all.iter());
            if run {
                return self.fill(Key::DaysThrough, &[("first", &self.day(*first)), ("last", &self.day(*last))]);
            }
        }
        self.list(&all.iter().map(|day| self.day(*day)).collect::<Vec<_>>())
    }

    /// On which days something is: weekdays, or the days of its cycle.
    pub fn rhythm(self, when: &When) -> String {
        let days = match &when.rhythm {
            Rhythm::Cycle { days, .. } => days,
            Rhythm::Weekly { days, .. } => return self.days(*days),
            Rhythm::Listed(list) => {
                return self.dates_of(false, when.days(), u32::try_from(list.len()).unwrap_or(u32::MAX));
            }
        };
        let mut runs: Vec<(Option<Span>, i32)> = Vec::new();
        for day in days {
            match runs.last_mut() {
                Some((span, count)) if span == day => *count += 1,
                _ => runs.push((*day, 1)),
            }
        }
        let said = |(span, count): &(Option<Span>, i32)| {
            let key = match span {
                None => Key::CycleOff,
                Some(span) if span.to > DAY_MIN => Key::CycleNights,
                Some(_) => Key::CycleOn,
            };
            self.fill(key, &[("n", &count.to_string())])
        };
        let all: Vec<String> = runs.iter().map(said).collect();
        self.fill(
            Key::RowUnderstoodCycle,
            &[("n", &days.len().to_string()), ("days", &all.join(self.say(Key::ListComma)))],
        )
    }

    /// From when to when something is, every span of a roster: "7pm to 7am the next day and 7am to 7pm".
    pub fn spans(self, when: &When) -> String {
        let all: Vec<String> = when.spans().into_iter().map(|span| self.span(span)).collect();
        self.list(&all)
    }

    /// A length: "35 minutes", "1 hour", "3 hours 40 minutes".
    pub fn length(self, min: i32) -> String {
        let (hours, minutes) = (min / 60, min % 60);
        let count = |n: i32, one: Key, many: Key| {
            if n == 1 { self.say(one).to_owned() } else { self.fill(many, &[("n", &n.to_string())]) }
        };
        match (hours, minutes) {
            (0, _) => count(minutes, Key::Minute1, Key::MinuteN),
            (_, 0) => count(hours, Key::Hour1, Key::HourN),
            _ => {
                let hours = count(hours, Key::Hour1, Key::HourN);
                let minutes = count(minutes, Key::Minute1, Key::MinuteN);
                self.fill(Key::HourMinute, &[("hours", &hours), ("minutes", &minutes)])
            }
        }
    }

    /// Hours with at most one decimal: "9 hours", "13.5 hours". For weekly sums.
    pub fn hours(self, min: i32) -> String {
        if min % 60 == 0 {
            return self.length(min);
        }
        if min < 60 {
            return self.length(min);
        }
        let tenths = (min * 10 + 30) / 60;
        let text = if tenths % 10 == 0 {
            (tenths / 10).to_string()
        } else {
            [(tenths / 10).to_string(), (tenths % 10).to_string()].join(".")
        };
        if text == "1" { self.say(Key::Hour1).to_owned() } else { self.fill(Key::HourN, &[("n", &text)]) }
    }

    /// How far something is: "25 minutes away", "at home".
    pub fn place(self, travel_min: i32) -> String {
        if travel_min == 0 {
            return self.say(Key::PlanRowHome).to_owned();
        }
        self.fill(Key::PlanRowTravel, &[("minutes", &self.length(travel_min))])
    }

    /// The name of a date's month.
    pub(crate) fn month(self, date: NaiveDate) -> &'static str {
        let month = usize::try_from(date.month0()).ok().and_then(|at| MONTHS.get(at).copied());
        month.map(|key| self.say(key)).unwrap_or_default()
    }

    /// A date as on a letter: "Monday, November 30, 2026".
    pub fn date_long(self, date: NaiveDate) -> String {
        let month = self.month(date);
        let (number, year) = (date.day().to_string(), date.year().to_string());
        let day = self.day(date.weekday());
        self.fill(Key::DateLong, &[("day", &day), ("month", month), ("date", &number), ("year", &year)])
    }
}

impl Words {
    /// A date in a sentence of a page: "November 30, 2026". At build time only.
    pub fn written_date(self, date: NaiveDate) -> String {
        let month = usize::try_from(date.month0()).ok().and_then(|at| page::MONTHS.get(at));
        let values = [
            ("day", date.day().to_string()),
            ("month", month.map(|month| self.of(*month).to_owned()).unwrap_or_default()),
            ("year", date.year().to_string()),
        ];
        fill(self.of(page::DATE), &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    }
}

/// A number below a hundred in two digits, after a mark.
pub fn two_digits(mark: &str, number: i32) -> String {
    [mark, if number < 10 { "0" } else { "" }, &number.to_string()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    const EN: Words = Words::EN;

    #[test]
    fn times_are_written_as_people_say_them() {
        for (min, text) in
            [(540, "9am"), (1050, "5:30pm"), (720, "noon"), (0, "midnight"), (1440, "midnight"), (15, "12:15am")]
        {
            assert_eq!(EN.clock(min), text);
        }
        assert_eq!(EN.span(Span { from: 1140, to: 1860 }), "7pm to 7am the next day");
        assert_eq!(EN.span(Span { from: 1080, to: 1440 }), "6pm to midnight");
    }

    #[test]
    fn spanish_writes_times_days_and_dates_its_own_way() {
        let es = Words::ES;
        assert_eq!(es.span(Span { from: 1050, to: 1260 }), "5:30\u{a0}p.\u{a0}m. a 9\u{a0}p.\u{a0}m.");
        assert_eq!(es.clock_short(1050), "5:30pm");
        assert_eq!(es.days(Days::WORKDAYS), "lunes a viernes");
        assert_eq!(es.length(61), "1 hora y 1 minuto");
        let date = NaiveDate::from_ymd_opt(2026, 11, 30).expect("a date");
        assert_eq!(es.written_date(date), "30 de noviembre de 2026");
        assert_eq!(EN.written_date(date), "November 30, 2026");
        assert_eq!(es.date_long(date), "lunes 30 de noviembre de 2026");
        assert_eq!(EN.at_first().date_long(date), "Monday, November 30, 2026");
    }

    #[test]
    fn runs_of_days_are_joined() {
        assert_eq!(EN.days(Days::WORKDAYS), "Monday to Friday");
        assert_eq!(EN.days(Days::of(&[Weekday::Mon, Weekday::Tue, Weekday::Thu])), "Monday, Tuesday and Thursday");
        assert_eq!(EN.days(Days::of(&[Weekday::Mon, Weekday::Tue])), "Monday and Tuesday");
        assert_eq!(EN.days(Days::of(&WEEK)), "every day");
    }

    #[test]
    fn lengths_are_whole_and_sums_are_short() {
        assert_eq!(EN.length(220), "3 hours 40 minutes");
        assert_eq!(EN.length(61), "1 hour 1 minute");
        assert_eq!(EN.hours(810), "13.5 hours");
        assert_eq!(EN.hours(660), "11 hours");
        assert_eq!(EN.hours(45), "45 minutes");
    }
}
