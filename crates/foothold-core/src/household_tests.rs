use super::*;
use crate::time::Weekday;

fn row(id: u32, from: &str, to: &str) -> RowDraft {
    RowDraft { days: Days::WORKDAYS, from: from.into(), to: to.into(), ..RowDraft::new(id, Kind::Work) }
}

fn draft(rows: Vec<RowDraft>) -> Draft {
    Draft { clinic_travel: "20".into(), start: String::new(), rows }
}

fn today() -> NaiveDate {
    parse_date("2026-11-24").expect("a date")
}

#[test]
fn a_typed_week_becomes_a_household() {
    let work = RowDraft { travel: "25".into(), direct: "15 min".into(), ..row(1, "9-5", "") };
    let (household, errors) = parse(&draft(vec![work]), today());
    assert_eq!(errors, []);
    assert_eq!(household.start, parse_date("2026-11-30").expect("a date"));
    let commitment = &household.commitments[0];
    assert_eq!(commitment.when.span(), Span { from: 540, to: 1020 });
    assert_eq!((commitment.travel_min, commitment.direct_min), (25, Some(15)));
}

#[test]
fn a_half_typed_row_is_named_and_the_others_are_kept() {
    let half = RowDraft { days: Days::NONE, ..row(2, "9", "") };
    let (household, errors) = parse(&draft(vec![row(1, "9am", "5pm"), half]), today());
    assert_eq!(household.commitments.len(), 1);
    let named: Vec<_> = errors.iter().map(|e| (e.row, e.field, e.problem)).collect();
    assert_eq!(
        named,
        [(Some(2), WeekField::Days, WeekProblem::Missing), (Some(2), WeekField::To, WeekProblem::Missing)]
    );
}

#[test]
fn every_kind_of_unreadable_text_is_named_at_its_field() {
    for (from, to, field, problem) in [
        ("nine", "5", WeekField::From, WeekProblem::NotATime),
        ("9", "late", WeekField::To, WeekProblem::NotATime),
        ("", "5", WeekField::From, WeekProblem::Missing),
        ("9am", "9am", WeekField::To, WeekProblem::NoLength),
        ("9am-9am", "", WeekField::From, WeekProblem::NoLength),
    ] {
        assert_eq!(row_span(&row(1, from, to)), Err((field, problem)), "{from} {to}");
    }
    let far = RowDraft { travel: "5 h".into(), ..row(1, "9", "5") };
    let (_, errors) = parse(&draft(vec![far]), today());
    assert_eq!(errors[0].problem, WeekProblem::TooMany(240));
}

#[test]
fn an_untouched_row_is_no_mistake() {
    let (household, errors) = parse(&draft(vec![RowDraft::new(1, Kind::Other)]), today());
    assert_eq!((household.commitments.len(), errors.len()), (0, 0));
}

#[test]
fn a_start_date_that_is_none_is_named_and_next_monday_used() {
    let typed = Draft { start: "soon".into(), ..draft(vec![]) };
    let (household, errors) = parse(&typed, today());
    assert_eq!(household.start.weekday(), Weekday::Mon);
    assert_eq!(errors[0].field, WeekField::Start);
}

use crate::time::Datelike;
