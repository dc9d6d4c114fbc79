//! On which dates a commitment happens, and from when to when: every week, in a cycle of any
//! length, or on the dates of a list; between a first and a last date, with exceptions.

use crate::time::{Datelike, Days, NaiveDate, Span};

/// When something happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// What it follows.
    pub rhythm: Rhythm,
    /// First date on which it may start.
    pub first: Option<NaiveDate>,
    /// Last date on which it may start.
    pub last: Option<NaiveDate>,
    /// Dates on which it does not start.
    pub except: Vec<NaiveDate>,
}

/// What something follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rhythm {
    /// The week: the same time on each of these weekdays.
    Weekly {
        /// Weekdays on which it starts.
        days: Days,
        /// From, to.
        span: Span,
    },
    /// A cycle of days that repeats before and after its anchor, such as four days on, four off.
    Cycle {
        /// The date of the first day of a cycle.
        anchor: NaiveDate,
        /// One entry per day of the cycle; `None` is a day off.
        days: Vec<Option<Span>>,
    },
    /// A list of dates, such as a posted roster.
    Listed(Vec<(NaiveDate, Span)>),
}

impl When {
    /// The same every week, without an end.
    pub fn weekly(days: Days, span: Span) -> Self {
        Self { rhythm: Rhythm::Weekly { days, span }, first: None, last: None, except: Vec::new() }
    }

    /// Repeats the days from the anchor on, in both directions.
    pub fn cycle(anchor: NaiveDate, days: Vec<Option<Span>>) -> Self {
        Self { rhythm: Rhythm::Cycle { anchor, days }, first: None, last: None, except: Vec::new() }
    }

    /// Puts every span that starts on the date into `spans`.
    pub fn on(&self, date: NaiveDate, spans: &mut Vec<Span>) {
        if self.first.is_some_and(|first| date < first)
            || self.last.is_some_and(|last| date > last)
            || self.except.contains(&date)
        {
            return;
        }
        match &self.rhythm {
            Rhythm::Weekly { days, span } => spans.extend(days.has(date.weekday()).then_some(*span)),
            Rhythm::Cycle { anchor, days } => {
                let at = (i64::from(date.num_days_from_ce()) - i64::from(anchor.num_days_from_ce()))
                    .rem_euclid(i64::try_from(days.len()).unwrap_or(1).max(1));
                spans.extend(usize::try_from(at).ok().and_then(|at| days.get(at).copied()).flatten());
            }
            Rhythm::Listed(list) => spans.extend(list.iter().filter(|(on, _)| *on == date).map(|(_, span)| *span)),
        }
    }

    /// Weekdays on which it can start.
    pub fn days(&self) -> Days {
        match &self.rhythm {
            Rhythm::Weekly { days, .. } => *days,
            Rhythm::Cycle { anchor, days } => {
                let at = |i: usize| crate::time::add_days(*anchor, i32::try_from(i).unwrap_or(0)).weekday();
                // A cycle that is not whole weeks comes to every weekday in the end.
                let all = if days.len() % 7 == 0 { days.len() } else { days.len() * 7 };
                (0..all)
                    .filter(|i| days.get(i % days.len().max(1)).copied().flatten().is_some())
                    .fold(Days::NONE, |set, i| set.with(at(i), true))
            }
            Rhythm::Listed(list) => list.iter().fold(Days::NONE, |set, (date, _)| set.with(date.weekday(), true)),
        }
    }

    /// From when to when it is: the first span, where it has several.
    pub fn span(&self) -> Span {
        let first = match &self.rhythm {
            Rhythm::Weekly { span, .. } => Some(*span),
            Rhythm::Cycle { days, .. } => days.iter().flatten().next().copied(),
            Rhythm::Listed(list) => list.first().map(|(_, span)| *span),
        };
        first.unwrap_or(Span { from: 0, to: 0 })
    }

    /// From when to when it is, each span once, in the order in which they first come.
    pub fn spans(&self) -> Vec<Span> {
        let mut found = Vec::new();
        let mut add = |span: &Span| {
            if !found.contains(span) {
                found.push(*span);
            }
        };
        match &self.rhythm {
            Rhythm::Weekly { span, .. } => add(span),
            Rhythm::Cycle { days, .. } => days.iter().flatten().for_each(add),
            Rhythm::Listed(list) => list.iter().for_each(|(_, span)| add(span)),
        }
        found
    }

    /// Minutes of an average week; a list has none.
    pub fn week_min(&self) -> i32 {
        match &self.rhythm {
            Rhythm::Weekly { days, span } => span.minutes() * i32::try_from(days.count()).unwrap_or(0),
            Rhythm::Cycle { days, .. } => {
                let all: i32 = days.iter().flatten().map(|span| span.minutes()).sum();
                all * 7 / i32::try_from(days.len()).unwrap_or(1).max(1)
            }
            Rhythm::Listed(_) => 0,
        }
    }

    /// Whether every week is like every other.
    pub fn is_weekly(&self) -> bool {
        matches!(self.rhythm, Rhythm::Weekly { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{add_days, parse_date};

    const DAY: Span = Span { from: 420, to: 1140 };
    const NIGHT: Span = Span { from: 1140, to: 1860 };

    fn monday() -> NaiveDate {
        parse_date("2026-11-30").expect("a date")
    }

    /// One letter a day: D day, N night, anything else off.
    fn letters(text: &str) -> Vec<Option<Span>> {
        text.chars().map(|c| [('D', DAY), ('N', NIGHT)].iter().find(|(l, _)| *l == c).map(|(_, s)| *s)).collect()
    }

    fn spans(when: &When, day: i32) -> Vec<Span> {
        let mut spans = Vec::new();
        when.on(add_days(monday(), day), &mut spans);
        spans
    }

    #[test]
    fn a_cycle_repeats_before_and_after_its_anchor() {
        let dupont = When::cycle(monday(), letters("NNNN---DDD-NNN---DDDD-------"));
        for day in -60..60 {
            assert_eq!(spans(&dupont, day), spans(&dupont, day + 28));
        }
        assert_eq!((spans(&dupont, 0), spans(&dupont, 4), spans(&dupont, -21)), (vec![NIGHT], vec![], vec![DAY]));
        assert_eq!(dupont.days().count(), 7);
    }

    #[test]
    fn a_two_two_three_crew_works_every_weekday_once_a_fortnight() {
        let crew = When::cycle(monday(), letters("DD--DDD--DD---"));
        for day in 0..7 {
            assert_eq!(spans(&crew, day).len() + spans(&crew, day + 7).len(), 1);
        }
    }

    #[test]
    fn first_and_last_date_and_exceptions_are_kept() {
        let term = When {
            first: Some(monday()),
            last: Some(add_days(monday(), 11)),
            except: vec![add_days(monday(), 1)],
            ..When::weekly(Days::WORKDAYS, DAY)
        };
        let held: Vec<i32> = (-7..21).filter(|day| !spans(&term, *day).is_empty()).collect();
        assert_eq!(held, [0, 2, 3, 4, 7, 8, 9, 10, 11]);
    }

    #[test]
    fn a_list_of_dates_happens_on_those() {
        let list = vec![(monday(), DAY), (add_days(monday(), 3), NIGHT), (monday(), NIGHT)];
        let roster = When { rhythm: Rhythm::Listed(list), ..When::weekly(Days::NONE, DAY) };
        assert_eq!((spans(&roster, 0), spans(&roster, 3), spans(&roster, 7)), (vec![DAY, NIGHT], vec![NIGHT], vec![]));
    }
}
