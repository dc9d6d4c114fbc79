//! Whether somebody answers the phone now, and when next: from the hours that the clinic states and the time on its own clock.

use crate::time::{DAY_MIN, Datelike, Days, NaiveDate, Span, WEEK, add_days};

/// Days ahead that are looked at: further than any break that a clinic announces by closed dates.
const AHEAD: i32 = 62;

/// What can be said about a phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    /// Day and night.
    Always,
    /// Now; the hours of which now is a part.
    Now(Span),
    /// Not now, but on a date that is so many days ahead, 0 being today.
    Next {
        /// How many days ahead.
        in_days: i32,
        /// The date.
        date: NaiveDate,
        /// The hours of that date that come next.
        span: Span,
    },
}

/// What can be said at a minute of a date, both on the clinic's clock. Hours that would begin on a closed date are
/// not counted: a file that closes a date says nothing of who sits at the phone then, and nobody is to call in vain.
/// `None` where there are no hours, or none within two months.
pub fn answered(open: &[(Days, Span)], closed: &[NaiveDate], date: NaiveDate, minute: i32) -> Option<Answered> {
    let day_and_night = |day| open.iter().any(|(days, span)| days.has(day) && span.from == 0 && span.to >= DAY_MIN);
    if closed.is_empty() && WEEK.into_iter().all(day_and_night) {
        return Some(Answered::Always);
    }
    // Yesterday's hours may reach into today.
    for in_days in -1..AHEAD {
        let day = add_days(date, in_days);
        if closed.contains(&day) {
            continue;
        }
        let spans = open.iter().filter(|(days, _)| days.has(day.weekday())).map(|(_, span)| *span);
        let left = spans.filter(|span| span.to + in_days * DAY_MIN > minute);
        let Some(span) = left.min_by_key(|span| (span.from, span.to)) else { continue };
        if span.from + in_days * DAY_MIN <= minute {
            return Some(Answered::Now(span));
        }
        return Some(Answered::Next { in_days, date: day, span });
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{Weekday, parse_date};
    use Weekday::{Fri, Mon, Sat, Thu, Tue, Wed};

    fn hours() -> Vec<(Days, Span)> {
        let long: Days = Days::of(&[Mon, Tue, Wed, Thu]);
        vec![
            (long, Span { from: 480, to: 1260 }),
            (Days::of(&[Fri]), Span { from: 480, to: 720 }),
            (Days::of(&[Fri]), Span { from: 780, to: 1020 }),
            // Into the early hours of Sunday.
            (Days::of(&[Sat]), Span { from: 1320, to: 1560 }),
        ]
    }

    fn date(text: &str) -> NaiveDate {
        parse_date(text).expect("a date")
    }

    fn at(day: &str, hour: i32, minute: i32) -> Option<Answered> {
        let closed = [date("2026-11-26"), date("2026-11-27")];
        answered(&hours(), &closed, date(day), hour * 60 + minute)
    }

    fn next(in_days: i32, day: &str, from: i32, to: i32) -> Answered {
        Answered::Next { in_days, date: date(day), span: Span { from, to } }
    }

    #[test]
    fn within_the_hours_somebody_answers_and_the_last_minute_is_the_one_before_the_end() {
        for (hour, minute) in [(8, 0), (20, 59)] {
            assert_eq!(at("2026-11-24", hour, minute), Some(Answered::Now(Span { from: 480, to: 1260 })));
        }
        assert_eq!(at("2026-11-24", 7, 59), Some(next(0, "2026-11-24", 480, 1260)));
        assert_eq!(at("2026-11-24", 21, 0), Some(next(1, "2026-11-25", 480, 1260)));
    }

    #[test]
    fn a_break_at_noon_ends_the_same_day() {
        assert_eq!(at("2026-11-20", 12, 30), Some(next(0, "2026-11-20", 780, 1020)));
        assert_eq!(at("2026-11-20", 13, 0), Some(Answered::Now(Span { from: 780, to: 1020 })));
    }

    #[test]
    fn closed_dates_are_passed_over() {
        // Thanksgiving and the day after are closed; Saturday night is next.
        assert_eq!(at("2026-11-25", 22, 0), Some(next(3, "2026-11-28", 1320, 1560)));
        assert_eq!(at("2026-11-26", 9, 0), Some(next(2, "2026-11-28", 1320, 1560)));
    }

    #[test]
    fn hours_that_run_past_midnight_hold_until_they_end() {
        assert_eq!(at("2026-11-29", 1, 59), Some(Answered::Now(Span { from: 1320, to: 1560 })));
        assert_eq!(at("2026-11-29", 2, 0), Some(next(1, "2026-11-30", 480, 1260)));
    }

    #[test]
    fn day_and_night_is_said_as_that_and_no_hours_as_nothing() {
        let all: Vec<_> = vec![(Days::of(&WEEK), Span { from: 0, to: DAY_MIN })];
        assert_eq!(answered(&all, &[], date("2026-11-24"), 5), Some(Answered::Always));
        let closed = [date("2026-11-24")];
        let after = Some(Answered::Next { in_days: 1, date: date("2026-11-25"), span: Span { from: 0, to: DAY_MIN } });
        assert_eq!(answered(&all, &closed, date("2026-11-24"), 5), after);
        assert_eq!(answered(&[], &[], date("2026-11-24"), 5), None);
        let weeks: Vec<NaiveDate> = (0..AHEAD).map(|day| add_days(date("2026-11-24"), day)).collect();
        assert_eq!(answered(&all, &weeks, date("2026-11-24"), 5), None);
    }
}
