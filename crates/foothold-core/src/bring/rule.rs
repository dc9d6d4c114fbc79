//! How an entry of a calendar file repeats: the text of a rule -> dates.
//!
//! Every day of a period (a day, a week, a month or a year) is asked whether it suits the rule, which is slower
//! than putting dates together and leaves nothing to put together wrongly. Periods before the days that count are
//! jumped over where nobody has to count. Rules that count hours, days of a year or weeks of a year are not read.

use super::value::{Clock, Stamp, stamp, whole};
use crate::time::{Datelike, NaiveDate, WEEK, Weekday, add_days};

/// How often something may still be looked at, over a whole file: it ends on any text.
pub(super) struct Work(pub u32);

impl Work {
    /// Takes so much of what is left; `None` where it is not enough.
    pub fn spend(&mut self, amount: usize) -> Option<()> {
        self.0 = self.0.checked_sub(u32::try_from(amount).ok()?)?;
        Some(())
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Every {
    Day,
    Week,
    Month,
    Year,
}

/// A rule.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    every: Every,
    interval: i32,
    count: Option<i32>,
    /// The last moment at which it may happen.
    pub until: Option<Stamp>,
    months: Vec<i32>,
    month_days: Vec<i32>,
    /// Weekdays; which one of the month or year where the number is not 0, from the end where it is negative.
    days: Vec<(i32, Weekday)>,
    positions: Vec<i32>,
    week_from: Weekday,
}

/// Reads a rule; `None` where any of it is not understood.
pub(super) fn rule(text: &str, start: Stamp) -> Option<Rule> {
    let mut rule = Rule {
        every: Every::Day,
        interval: 1,
        count: None,
        until: None,
        months: Vec::new(),
        month_days: Vec::new(),
        days: Vec::new(),
        positions: Vec::new(),
        week_from: Weekday::Mon,
    };
    let mut every = None;
    for part in text.split(';').filter(|part| !part.trim().is_empty()) {
        let (name, value) = part.split_once('=')?;
        let (name, value) = (name.trim().to_ascii_uppercase(), value.trim().to_ascii_uppercase());
        // Programs that state the time of the start once more mean nothing by it.
        let repeats_start = |of: i32| whole(&value, 59) == Some(of);
        match &*name {
            "FREQ" => {
                every = Some(match &*value {
                    "DAILY" => Every::Day,
                    "WEEKLY" => Every::Week,
                    "MONTHLY" => Every::Month,
                    "YEARLY" => Every::Year,
                    _ => return None,
                });
            }
            "INTERVAL" => rule.interval = whole(&value, 9999).filter(|n| *n > 0)?,
            "COUNT" => rule.count = Some(whole(&value, 999_999).filter(|n| *n > 0)?),
            "UNTIL" => rule.until = Some(stamp(&value, Clock::Any, false)?),
            "BYMONTH" => rule.months = numbers(&value, 12).filter(|all| all.iter().all(|n| *n > 0))?,
            "BYMONTHDAY" => rule.month_days = numbers(&value, 31)?,
            "BYDAY" => rule.days = value.split(',').map(day).collect::<Option<_>>()?,
            "BYSETPOS" => rule.positions = numbers(&value, 366)?,
            "WKST" => rule.week_from = day(&value)?.1,
            "BYHOUR" if !start.whole_day && repeats_start(start.at.1 / 60) => {}
            "BYMINUTE" if !start.whole_day && repeats_start(start.at.1 % 60) => {}
            "BYSECOND" if repeats_start(0) => {}
            name if name.starts_with("X-") => {}
            _ => return None,
        }
    }
    rule.every = every?;
    rule.completed(start.at.0)
}

fn numbers(text: &str, most: i32) -> Option<Vec<i32>> {
    text.split(',').map(|one| whole(one.trim(), most).filter(|n| *n != 0)).collect()
}

/// "MO", "2TU" or "-1FR".
fn day(text: &str) -> Option<(i32, Weekday)> {
    let text = text.trim();
    let (nth, name) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let at = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].iter().position(|known| *known == name)?;
    let nth = if nth.is_empty() { 0 } else { whole(nth, 53).filter(|n| *n != 0)? };
    WEEK.get(at).map(|day| (nth, *day))
}

impl Rule {
    /// With what the start says where the rule does not; `None` where its parts do not go together.
    fn completed(mut self, start: NaiveDate) -> Option<Self> {
        let numbered = self.days.iter().any(|(nth, _)| *nth != 0);
        let (day, month) = (i32::try_from(start.day()).ok()?, i32::try_from(start.month()).ok()?);
        let free = self.days.is_empty() && self.month_days.is_empty();
        match self.every {
            Every::Day | Every::Week if numbered => return None,
            Every::Week if !self.month_days.is_empty() => return None,
            Every::Week if free => self.days.push((0, start.weekday())),
            Every::Month if free => self.month_days.push(day),
            Every::Year if free => {
                self.month_days.push(day);
                if self.months.is_empty() {
                    self.months.push(month);
                }
            }
            _ => {}
        }
        Some(self)
    }

    /// Hands on every date from `days.0` to `days.1` on which it happens. The start is always the first, whether or not it
    /// suits the rule. `None` where there was no work left.
    pub fn dates(
        &self,
        start: NaiveDate,
        days: (NaiveDate, NaiveDate),
        work: &mut Work,
        mut put: impl FnMut(NaiveDate),
    ) -> Option<()> {
        let mut left = self.count.unwrap_or(i32::MAX);
        let mut found = |date: NaiveDate| {
            left -= 1;
            if left >= 0 && days.0 <= date && date <= days.1 {
                put(date);
            }
            left > 0
        };
        if !found(start) {
            return Some(());
        }
        let mut period = if self.count.is_none() { self.periods_before(start, days.0) } else { 0 };
        // What a day is compared with: a list can be as long as a file.
        let lists = self.months.len() + self.month_days.len() + self.days.len() + self.positions.len();
        let asked = lists / 16 + 1;
        let mut suits = Vec::new();
        loop {
            let (from, length) = self.period(start, period)?;
            if from > days.1 {
                return Some(());
            }
            work.spend(usize::try_from(length).ok()?.saturating_mul(asked))?;
            let all = (0..length).map(|at| add_days(from, at));
            suits.clear();
            suits.extend(all.filter(|date| self.suits(*date)));
            let count = i32::try_from(suits.len()).ok()?;
            for (at, date) in (1..).zip(&suits) {
                let counts = |position: &i32| *position == at || *position == at - count - 1;
                let kept = self.positions.is_empty() || self.positions.iter().any(counts);
                if kept && *date > start && !found(*date) {
                    return Some(());
                }
            }
            period += 1;
        }
    }

    /// How many whole periods of the rule lie before a date for certain.
    fn periods_before(&self, start: NaiveDate, date: NaiveDate) -> i32 {
        let days = date.num_days_from_ce() - start.num_days_from_ce();
        let length = match self.every {
            Every::Day => 1,
            Every::Week => 7,
            Every::Month => 31,
            Every::Year => 366,
        };
        (days / length / self.interval - 1).max(0)
    }

    /// The first day and the days of the n-th period; `None` at the end of time.
    fn period(&self, start: NaiveDate, at: i32) -> Option<(NaiveDate, i32)> {
        let step = at.checked_mul(self.interval)?;
        let days = |first: NaiveDate, next: NaiveDate| next.num_days_from_ce() - first.num_days_from_ce();
        let later = |step: i32| {
            start.checked_add_days(chrono::Days::new(u64::try_from(step).ok()?)).filter(|date| date.year() <= 9999)
        };
        match self.every {
            Every::Day => Some((later(step)?, 1)),
            Every::Week => {
                let since = start.weekday().days_since(self.week_from);
                Some((add_days(later(step.checked_mul(7)?)?, -i32::try_from(since).ok()?), 7))
            }
            Every::Month => {
                let month = start.year() * 12 + i32::try_from(start.month0()).ok()?;
                let (first, next) = (month_from(month.checked_add(step)?)?, month_from(month.checked_add(step)? + 1)?);
                Some((first, days(first, next)))
            }
            Every::Year => {
                let year = start.year().checked_add(step)?;
                let (first, next) =
                    (month_from(year.checked_mul(12)?)?, month_from(year.checked_add(1)?.checked_mul(12)?)?);
                Some((first, days(first, next)))
            }
        }
    }

    /// Whether a date has the month, the day of the month and the weekday that are asked for.
    fn suits(&self, date: NaiveDate) -> bool {
        let number = |n: u32| i32::try_from(n).unwrap_or(0);
        let (day, month) = (number(date.day()), number(date.month()));
        let this = date.year() * 12 + month - 1;
        let in_year = self.every == Every::Year && self.months.is_empty();
        let ends = |from: i32| month_from(from).unwrap_or(date).num_days_from_ce();
        let (first, next) = if in_year { (date.year() * 12, date.year() * 12 + 12) } else { (this, this + 1) };
        let before_end = ends(this + 1) - date.num_days_from_ce();
        let (since, until) = (date.num_days_from_ce() - ends(first), ends(next) - date.num_days_from_ce() - 1);
        let is_day = |(nth, weekday): &(i32, Weekday)| {
            *weekday == date.weekday() && (*nth == 0 || *nth == since / 7 + 1 || *nth == -(until / 7 + 1))
        };
        (self.months.is_empty() || self.months.contains(&month))
            && (self.month_days.is_empty() || self.month_days.iter().any(|n| *n == day || *n == -before_end))
            && (self.days.is_empty() || self.days.iter().any(is_day))
    }
}

/// The first day of a month, counted from the year 0.
fn month_from(months: i32) -> Option<NaiveDate> {
    let month = u32::try_from(months.rem_euclid(12)).ok()? + 1;
    NaiveDate::from_ymd_opt(months.div_euclid(12), month, 1)
}
