use super::*;

fn span(from: &str, to: &str) -> (i32, i32) {
    let span = parse_span(from, to).expect("a span");
    (span.from, span.to)
}

#[test]
fn single_times_are_read_as_people_type_them() {
    for (text, minutes) in [
        ("9", 540),
        ("9am", 540),
        ("9 AM", 540),
        ("9 a.m.", 540),
        ("6pm", 1080),
        ("6:30 pm", 1110),
        ("17:30", 1050),
        ("1730", 1050),
        ("930", 570),
        ("noon", 720),
        ("12", 720),
        ("12am", 0),
        ("12pm", 720),
        ("midnight", 0),
        ("0:15", 15),
        ("08:00", 480),
        ("2", 840),
        ("17h30", 1050),
        ("7p", 1140),
    ] {
        assert_eq!(parse_time(text), Ok(minutes), "{text}");
    }
}

#[test]
fn text_that_is_no_time_is_refused_and_not_guessed() {
    for text in ["25", "9:75", "13pm", "0am", "nine", "9:3x", "24:01", "12345", ":", "-", "9::30", "am"] {
        assert_eq!(parse_time(text), Err(TimeError::Unreadable), "{text}");
    }
    assert_eq!(parse_time("  "), Err(TimeError::Empty));
}

#[test]
fn start_and_end_explain_each_other() {
    assert_eq!(span("9", "5"), (540, 1020));
    assert_eq!(span("6", "9pm"), (1080, 1260));
    assert_eq!(span("9", "5pm"), (540, 1020));
    assert_eq!(span("10", "1pm"), (600, 780));
    assert_eq!(span("7", "7"), (420, 1140));
    assert_eq!(span("12", "3"), (720, 900));
    assert_eq!(span("8:30", "12:30"), (510, 750));
    assert_eq!(span("6pm", "9"), (1080, 1260));
}

#[test]
fn a_night_shift_ends_the_next_morning() {
    assert_eq!(span("7pm", "7am"), (1140, 1860));
    assert_eq!(span("23:00", "07:00"), (1380, 1860));
    assert_eq!(span("10pm", "midnight"), (1320, 1440));
    assert_eq!(span("midnight", "6am"), (0, 360));
    assert!(parse_span("11pm", "7am").expect("a span").crosses_midnight());
}

#[test]
fn a_span_without_length_is_named() {
    assert_eq!(parse_span("9am", "9am"), Err(TimeError::NoLength));
}

#[test]
fn one_field_can_hold_the_whole_range() {
    for text in ["9-5", "9 to 5", "9am–5pm", "9 — 17:00", "9:00-17:00"] {
        assert_eq!(parse_range(text), Ok(Span { from: 540, to: 1020 }), "{text}");
    }
    assert_eq!(parse_range("noon-3"), Ok(Span { from: 720, to: 900 }));
    assert_eq!(parse_range("9"), Err(TimeError::Unreadable));
    assert_eq!(parse_range("9-"), Err(TimeError::Empty));
}

#[test]
fn every_clock_time_survives_being_written_and_read() {
    for minutes in 0..DAY_MIN {
        let (hour, minute) = (minutes / 60, minutes % 60);
        assert_eq!(parse_time(&format!("{hour:02}:{minute:02}")), Ok(minutes));
        let half = if hour < 12 { "am" } else { "pm" };
        let shown = if hour % 12 == 0 { 12 } else { hour % 12 };
        assert_eq!(parse_time(&format!("{shown}:{minute:02}{half}")), Ok(minutes));
    }
}

#[test]
fn minutes_are_read_in_the_ways_people_write_them() {
    for (text, minutes) in [
        ("25", 25),
        ("25 min", 25),
        ("1h", 60),
        ("1 h 30", 90),
        ("1:30", 90),
        ("1.5 h", 90),
        ("2 hours", 120),
        ("0", 0),
    ] {
        assert_eq!(parse_minutes(text), Ok(minutes), "{text}");
    }
    assert_eq!(parse_minutes(""), Err(TimeError::Empty));
    assert_eq!(parse_minutes("soon"), Err(TimeError::Unreadable));
    assert_eq!(parse_minutes("-5"), Err(TimeError::Unreadable));
}

#[test]
fn dates_exist_or_are_refused() {
    assert_eq!(parse_date("2026-11-30"), NaiveDate::from_ymd_opt(2026, 11, 30));
    for text in ["2026-02-30", "2026-13-01", "26-11-30", "2026/11/30", "", "2026-11-30-1"] {
        assert_eq!(parse_date(text), None, "{text}");
    }
}

#[test]
fn planning_starts_on_the_monday_to_come() {
    let monday = parse_date("2026-11-23").expect("a date");
    assert_eq!(next_monday(monday), add_days(monday, 7));
    assert_eq!(next_monday(add_days(monday, 6)), add_days(monday, 7));
    assert_eq!(next_monday(add_days(monday, -1)), monday);
}

#[test]
fn a_set_of_days_keeps_its_order() {
    let days = Days::of(&[Weekday::Thu, Weekday::Mon, Weekday::Tue]);
    assert_eq!(days.iter().collect::<Vec<_>>(), [Weekday::Mon, Weekday::Tue, Weekday::Thu]);
    assert_eq!(days.count(), 3);
    assert_eq!(days.with(Weekday::Mon, false).count(), 2);
    assert!(Days::WORKDAYS.has(Weekday::Fri) && !Days::WORKDAYS.has(Weekday::Sat));
}
