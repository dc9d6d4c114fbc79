use super::*;
use crate::people::By;
use crate::plan::Cars;
use crate::rhythm::Rhythm;
use crate::time::{Span, Weekday, parse_date};

fn row(id: u32, from: &str, to: &str) -> RowDraft {
    (RowDraft { days: Days::WORKDAYS, ..RowDraft::new(id, Kind::Work) }).with(Text::From, from).with(Text::To, to)
}

fn draft(rows: Vec<RowDraft>) -> Draft {
    Draft { clinic_travel: "20".into(), rows, ..Draft::default() }
}

fn today() -> NaiveDate {
    parse_date("2026-11-24").expect("a date")
}

#[test]
fn a_typed_week_becomes_a_household() {
    let work = row(1, "9-5", "").with(Text::Travel, "25").with(Text::Direct, "15 min");
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
        [(Some(2), WeekField::Days, WeekProblem::Missing), (Some(2), WeekField::Row(Text::To), WeekProblem::Missing)]
    );
}

#[test]
fn every_kind_of_unreadable_text_is_named_at_its_field() {
    for (from, to, field, problem) in [
        ("nine", "5", Text::From, WeekProblem::NotATime),
        ("9", "late", Text::To, WeekProblem::NotATime),
        ("", "5", Text::From, WeekProblem::Missing),
        ("9am", "9am", Text::To, WeekProblem::NoLength),
        ("9am-9am", "", Text::From, WeekProblem::NoLength),
    ] {
        assert_eq!(row_span(&draft(Vec::new()), &row(1, from, to)), Err((field, problem)), "{from} {to}");
    }
    let far = row(1, "9", "5").with(Text::Travel, "5 h");
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

fn date(text: &str) -> NaiveDate {
    parse_date(text).expect("a date")
}

fn ana() -> PersonDraft {
    PersonDraft { id: 7, name: " Ana ".into(), is: Is::Adult, roles: vec!["parent".into()], passenger: false }
}

/// You, Ana, a child of yours, and these rows.
fn family(rows: Vec<RowDraft>) -> Draft {
    let kid = PersonDraft { id: 3, name: String::new(), is: Is::Child, roles: Vec::new(), passenger: false };
    Draft { people: vec![ana(), kid], ..draft(rows) }
}

#[test]
fn whose_a_row_is_follows_the_person_and_not_the_place_in_the_list() {
    let (household, errors) = parse(&family(vec![RowDraft { who: 3, ..row(1, "9-5", "") }]), today());
    assert_eq!((errors.len(), household.people.len(), household.commitments[0].who), (0, 3, 2));
    assert_eq!((household.people[1].name.as_str(), household.people[1].is), ("Ana", Is::Adult));
    assert_eq!(household.people[1].roles, ["parent"]);
    let gone = Draft { people: vec![ana()], ..family(vec![RowDraft { who: 3, ..row(1, "9-5", "") }]) };
    assert_eq!(gone.index_of(3), None);
    assert_eq!(parse(&gone, today()).0.commitments[0].who, 0);
}

#[test]
fn care_that_several_could_do_is_a_duty_and_care_of_one_is_a_commitment() {
    let care = |could: &[u32], outside: &str, to: &str| {
        (RowDraft { kind: Kind::Care, could: could.to_vec(), usual: Some(7), ..row(1, "5:30pm", to) })
            .with(Text::Outside, outside)
    };
    let read = |row: RowDraft| parse(&family(vec![row]), today());
    let (household, errors) = read(care(&[0, 7], "4-9pm", "8:30pm"));
    assert_eq!((errors.len(), household.commitments.len()), (0, 0));
    let duty = &household.duties[0];
    assert_eq!((duty.may.as_slice(), duty.usual), (&[0, 1][..], Some(1)));
    assert_eq!(duty.outside, [(Days::of(&crate::time::WEEK), Span { from: 960, to: 1260 })]);
    // A moment, such as a pick-up.
    assert_eq!(read(care(&[0, 7], "", "")).0.duties[0].when.span(), Span { from: 1050, to: 1050 });
    // Ana alone: hers, as anything else; and nothing may be a moment then.
    let (household, _) = read(care(&[7], "", "8:30pm"));
    assert_eq!((household.duties.len(), household.commitments[0].who), (0, 1));
    assert_eq!(read(care(&[7], "", "")).1[0].problem, WeekProblem::Missing);
    // Somebody who has left could not do it.
    assert_eq!(read(care(&[7, 99], "", "8:30pm")).0.duties.len(), 0);
    // A sitter makes it a duty of one.
    assert_eq!(read(care(&[], "4-9pm", "8:30pm")).0.duties[0].may, [0]);
    assert_eq!(read(care(&[0, 7], "evenings", "8:30pm")).1[0].field, WeekField::Row(Text::Outside));
}

#[test]
fn a_cycle_has_its_shifts_on_their_dates() {
    let nurse = (RowDraft { repeats: Repeats::Cycle, ..row(1, "7a", "7p") })
        .with(Text::Pattern, "2 days, 1 off, 2 nights, 2 off")
        .with(Text::Anchor, "2026-12-01")
        .with(Text::Night, "7pm to 7am");
    let (household, errors) = parse(&draft(vec![nurse.clone()]), today());
    assert_eq!(errors, []);
    let on = |text: &str| {
        let mut spans = Vec::new();
        household.commitments[0].when.on(date(text), &mut spans);
        spans
    };
    assert_eq!((on("2026-12-01"), on("2026-12-03")), (vec![Span { from: 420, to: 1140 }], vec![]));
    assert_eq!((on("2026-12-05"), on("2026-11-30")), (vec![Span { from: 1140, to: 1860 }], vec![]));
    // Without a first day the cycle begins with the program.
    let free = nurse.clone().with(Text::Anchor, "");
    let Rhythm::Cycle { anchor, .. } = parse(&draft(vec![free]), today()).0.commitments[0].when.rhythm else {
        panic!("no cycle")
    };
    assert_eq!(anchor, date("2026-11-30"));
    let wrong = |row: RowDraft| {
        let errors = parse(&draft(vec![row]), today()).1;
        errors.iter().map(|e| (e.field, e.problem)).collect::<Vec<_>>()
    };
    let pattern = |text: &str| nurse.clone().with(Text::Pattern, text);
    assert_eq!(wrong(pattern("every other week")), [(WeekField::Row(Text::Pattern), WeekProblem::NotACycle)]);
    assert_eq!(wrong(pattern("")), [(WeekField::Row(Text::Pattern), WeekProblem::Missing)]);
    assert_eq!(wrong(nurse.clone().with(Text::Night, "late")), [(WeekField::Row(Text::Night), WeekProblem::NotATime)]);
    // Whoever works nights only need not say when a day shift is.
    let nights = pattern("4 nights 4 off").with(Text::From, "").with(Text::To, "");
    assert_eq!(wrong(nights), []);
    let days = pattern("4 on 4 off").with(Text::From, "").with(Text::To, "");
    assert_eq!(wrong(days), [(WeekField::Row(Text::From), WeekProblem::Missing)]);
}

#[test]
fn breaks_and_a_last_day_are_kept() {
    let with = |breaks: &[[&str; 2]], last: &str| {
        let breaks = breaks.iter().flatten().map(|date| (*date).to_owned()).collect();
        RowDraft { breaks, ..row(1, "9-5", "").with(Text::Last, last) }
    };
    let when = |row: RowDraft| parse(&draft(vec![row]), today()).0.commitments.remove(0).when;
    let school = when(with(&[["2026-12-21", "2027-01-01"]], "2027-06-11"));
    assert_eq!(
        (school.except.len(), school.except[11], school.last),
        (12, date("2027-01-01"), Some(date("2027-06-11")))
    );
    assert_eq!(when(with(&[["2026-12-21", ""]], "")).except, [date("2026-12-21")]);
    // Several, in any order, of which some lie in each other; a blank one is none.
    let several = [["2027-02-15", ""], ["", ""], ["2026-12-31", "2027-01-02"], ["2027-01-01", ""]];
    let dates = ["2026-12-31", "2027-01-01", "2027-01-02", "2027-02-15"];
    assert_eq!(when(with(&several, "")).except, dates.map(date));
    // What never ends is taken out for a year.
    assert_eq!(when(with(&[["2026-12-01", "2999-01-01"]], "")).except.len(), 366);
    let wrong = |row: RowDraft| {
        let errors = parse(&draft(vec![row]), today()).1;
        errors.iter().map(|error| (error.field, error.problem)).collect::<Vec<_>>()
    };
    let backwards = with(&[["2026-12-01", ""], ["2026-12-21", "2026-12-01"]], "");
    assert_eq!(wrong(backwards.clone()), [(WeekField::Break(2), WeekProblem::Backwards)]);
    assert_eq!(parse(&draft(vec![backwards]), today()).0.commitments, [], "it does not count until that is put right");
    assert_eq!(wrong(with(&[["Christmas", ""]], "")), [(WeekField::Break(0), WeekProblem::NotADate)]);
    assert_eq!(wrong(with(&[["", "soon"]], "")), [(WeekField::Break(1), WeekProblem::NotADate)]);
    assert_eq!(wrong(with(&[], "June")), [(WeekField::Row(Text::Last), WeekProblem::NotADate)]);
}

#[test]
fn how_one_gets_there_counts_where_there_is_a_way_and_a_last_bus_where_it_is_a_bus() {
    let with = |means: Option<Means>, last: &str, travel: &str| RowDraft {
        means,
        ..row(1, "9-5", "").with(Text::Travel, travel).with(Text::LastWay, last)
    };
    let by = |row: RowDraft| parse(&draft(vec![row]), today()).0.commitments[0].by;
    assert_eq!(by(with(None, "", "20")), By::default(), "nobody is sure: by car");
    assert_eq!(by(with(Some(Means::Foot), "9:40pm", "20")), By::from(Means::Foot));
    let bus = By { means: Means::Bus, last: Some(1300) };
    for typed in ["9:40", "9:40pm", "21:40", "940"] {
        assert_eq!(by(with(Some(Means::Bus), typed, "20")), bus, "{typed}");
    }
    for (typed, last) in [("12:30", 30), ("1:15", 75), ("midnight", 0), ("11", 1380), ("4pm", 960), ("9am", 540)] {
        assert_eq!(by(with(Some(Means::Bus), typed, "20")).last, Some(last), "{typed}");
    }
    assert_eq!(by(with(Some(Means::Bus), "9:40", "")), By::default(), "at home there is no way");
    let (household, errors) = parse(&draft(vec![with(Some(Means::Bus), "late", "20")]), today());
    assert_eq!((household.commitments.len(), errors[0].field), (0, WeekField::Row(Text::LastWay)));
    // A last bus makes the household one in which ways are looked at; means alone do not.
    let cars = |row: RowDraft| parse(&draft(vec![row]), today()).0.cars;
    assert_eq!(cars(with(Some(Means::Bus), "9:40", "20")), Some(Cars::uncounted()));
    assert_eq!((cars(with(Some(Means::Bus), "", "20")), cars(with(Some(Means::Car), "9:40", "20"))), (None, None));
    // The same to the clinic.
    let clinic = |means, last: &str| {
        let ways = Ways { means, last: last.into(), ..Ways::default() };
        parse(&Draft { ways, ..draft(Vec::new()) }, today())
    };
    assert_eq!(clinic(Some(Means::Bus), "9:40").0.clinic_by, bus);
    let (household, errors) = clinic(Some(Means::Bus), "late");
    assert_eq!((household.clinic_by, household.cars), (By::default(), None));
    assert_eq!((errors[0].row, errors[0].field, errors[0].problem), (None, WeekField::LastWay, WeekProblem::NotATime));
}

#[test]
fn cars_are_counted_where_somebody_says_how_many_there_are_and_several_could_drive() {
    let with = |cars, passenger, people: Vec<PersonDraft>| {
        let ways = Ways { cars, passenger, ..Ways::default() };
        parse(&Draft { ways, people, ..draft(Vec::new()) }, today()).0
    };
    let kid = PersonDraft { id: 3, name: String::new(), is: Is::Child, roles: Vec::new(), passenger: false };
    assert_eq!(with(None, false, vec![ana()]).cars, None);
    assert_eq!(with(Some(1), false, vec![ana()]).cars, Some(Cars::of(1)));
    assert_eq!(with(Some(1), false, vec![kid.clone()]).cars, None, "children do not drive");
    let drives = |household: Household| household.people.iter().map(|person| person.drives).collect::<Vec<_>>();
    let passenger = PersonDraft { passenger: true, ..ana() };
    assert_eq!(drives(with(None, false, vec![ana(), kid.clone()])), [true, true, false]);
    assert_eq!(drives(with(Some(1), true, vec![passenger, kid])), [false, false, false]);
}

#[test]
fn a_list_of_dates_has_one_time_and_needs_at_least_one_date() {
    let today = parse_date("2026-11-24").expect("a date");
    let mut listed = RowDraft { repeats: Repeats::Listed, ..row(1, "7p", "7a") };
    let (household, errors) = parse(&Draft { rows: vec![listed.clone()], ..Draft::default() }, today);
    assert_eq!(household.commitments, []);
    assert_eq!((errors[0].field, errors[0].problem), (WeekField::Days, WeekProblem::Missing));
    let date = |text: &str| parse_date(text).expect("a date");
    for day in ["2026-12-24", "2026-12-01", "2026-12-24"] {
        assert!(listed.add_date(date(day)));
    }
    let (household, errors) = parse(&Draft { rows: vec![listed], ..Draft::default() }, today);
    assert_eq!(errors, []);
    let night = Span { from: 1140, to: 1860 };
    let dates = vec![(date("2026-12-01"), night), (date("2026-12-24"), night)];
    assert_eq!(household.commitments[0].when.rhythm, Rhythm::Listed(dates));
}
