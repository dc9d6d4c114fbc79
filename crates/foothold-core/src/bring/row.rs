//! What was brought -> a row of the planner's form.

use super::Group;
use crate::draft::{Repeats, RowDraft, Text};
use crate::household::Kind;
use crate::share::clocks;
use crate::time::{DAY_MIN, Span};

impl Group {
    /// The group as a row with a list of dates. An entry for all of the day has no times yet: they are asked for. What
    /// takes a whole day, or longer, ends a minute before it begins again, because a row that ends when it begins has no
    /// length.
    pub fn row(&self, id: u32, kind: Kind) -> RowDraft {
        let mut row = RowDraft::new(id, kind).with(Text::What, &self.name);
        row.repeats = Repeats::Listed;
        for date in &self.dates {
            row.add_date(*date);
        }
        if let Some(Span { from, to }) = self.span {
            let [from, to] = clocks(Span { from, to: to.min(from + DAY_MIN - 1) });
            row.set(Text::From, &from);
            row.set(Text::To, &to);
        }
        row
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Draft, parse};
    use crate::rhythm::Rhythm;
    use crate::time::{NaiveDate, add_days, parse_date};

    fn group(span: Option<Span>) -> Group {
        let first = parse_date("2026-11-30").expect("a date");
        Group { name: "Ward 3".into(), span, free: false, dates: vec![first, add_days(first, 3)] }
    }

    /// What the planner reads of it, at any quarter of an hour and of any length.
    fn read(span: Option<Span>) -> Option<Vec<(NaiveDate, Span)>> {
        let row = group(span).row(4, Kind::Work);
        let (household, errors) = parse(&Draft { rows: vec![row], ..Draft::default() }, group(None).dates[0]);
        assert_eq!(household.commitments.is_empty(), !errors.is_empty());
        household.commitments.into_iter().next().map(|commitment| match commitment.when.rhythm {
            Rhythm::Listed(list) => list,
            _ => Vec::new(),
        })
    }

    #[test]
    fn a_group_is_the_same_dates_and_times_in_the_planner() {
        for from in (0..DAY_MIN).step_by(15) {
            for length in [1, 15, 50, 465, 720, 1425, 1439] {
                let span = Span { from, to: from + length };
                let wanted = group(None).dates.iter().map(|date| (*date, span)).collect();
                assert_eq!(read(Some(span)), Some(wanted), "{span:?}");
            }
        }
        for length in [1440, 1441, 2000] {
            let read = read(Some(Span { from: 420, to: 420 + length })).expect("a row");
            assert_eq!(read[0].1, Span { from: 420, to: 420 + 1439 });
        }
        assert_eq!(read(None), None, "its times are asked for");
    }
}
