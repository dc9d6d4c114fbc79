//! How entries repeat, worked out by hand; `tests/calendar` asks another program about hundreds more.

use crate::told;

/// The dates of an entry of an hour that starts there and repeats so, without the year's first digits.
fn dates(start: &str, rule: &str) -> String {
    let lines = ["DTSTART:", start, "T090000\nDURATION:PT1H\nRRULE:", rule].concat();
    told(&lines).join("|").replace(" 9:00-10:00: ", "")
}

#[test]
fn days_and_weeks_repeat_with_gaps_and_an_end() {
    assert_eq!(dates("20261201", "FREQ=DAILY;COUNT=3"), "261201 261202 261203");
    assert_eq!(dates("20261201", "FREQ=DAILY;INTERVAL=4;UNTIL=20261210"), "261201 261205 261209");
    assert_eq!(dates("20260101", "FREQ=DAILY;INTERVAL=30"), "261227 270126 270225 270327");
    assert_eq!(dates("20261201", "freq=weekly;count=3"), "261201 261208 261215");
    assert_eq!(dates("20261130", "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4"), "261130 261202 261207 261209");
    assert_eq!(dates("20261130", "FREQ=DAILY;BYDAY=SA,SU;UNTIL=20261212"), "261130 261205 261206 261212");
    assert_eq!(dates("20261130", "FREQ=DAILY;BYMONTH=3;UNTIL=20270302"), "261130 270301 270302");
}

#[test]
fn a_fortnight_begins_on_the_day_on_which_weeks_begin() {
    // From a Tuesday on: the Sunday is in the same week or, where weeks begin on Sunday, in the one after next.
    assert_eq!(dates("20261201", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=4"), "261201 261206 261215 261220");
    assert_eq!(dates("20261201", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU;COUNT=4"), "261201 261213 261215 261227");
}

#[test]
fn months_repeat_by_day_by_weekday_and_from_the_end() {
    assert_eq!(dates("20261215", "FREQ=MONTHLY"), "261215 270115 270215 270315");
    // A month without a 31st is left out.
    assert_eq!(dates("20261231", "FREQ=MONTHLY"), "261231 270131 270331");
    assert_eq!(dates("20261231", "FREQ=MONTHLY;BYMONTHDAY=-1"), "261231 270131 270228 270331");
    assert_eq!(dates("20261203", "FREQ=MONTHLY;BYDAY=1TH"), "261203 270107 270204 270304");
    assert_eq!(dates("20261225", "FREQ=MONTHLY;BYDAY=-1FR"), "261225 270129 270226 270326");
    assert_eq!(dates("20261201", "FREQ=MONTHLY;BYDAY=1TU,3TU;COUNT=3"), "261201 261215 270105");
    assert_eq!(dates("20261130", "FREQ=MONTHLY;BYDAY=5MO"), "261130 270329");
    assert_eq!(dates("20260213", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13"), "1 outside");
    assert_eq!(dates("20260213", "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=13"), "270213 270313");
    // The last workday, and the second one.
    assert_eq!(dates("20261231", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"), "261231 270129 270226 270331");
    assert_eq!(dates("20261202", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=2"), "261202 270104 270202 270302");
}

#[test]
fn years_repeat_by_date_by_month_and_by_weekday_of_the_year() {
    assert_eq!(dates("20101225", "FREQ=YEARLY"), "261225");
    assert_eq!(dates("20240229", "FREQ=YEARLY"), "1 outside");
    assert_eq!(dates("20200214", "FREQ=YEARLY;INTERVAL=7"), "270214");
    assert_eq!(dates("20201215", "FREQ=YEARLY;BYMONTH=2,12"), "261215 270215");
    // Thanksgiving falls outside, the third Monday of January does not.
    assert_eq!(dates("20200120", "FREQ=YEARLY;BYMONTH=1;BYDAY=3MO"), "270118");
    assert_eq!(dates("20200309", "FREQ=YEARLY;BYMONTH=3;BYDAY=2MO"), "270308");
    assert_eq!(dates("20200106", "FREQ=YEARLY;BYDAY=1MO,-1MO"), "261228 270104");
    assert_eq!(dates("20200110", "FREQ=YEARLY;BYMONTHDAY=10"), "261210 270110 270210 270310");
}

#[test]
fn the_start_is_the_first_date_also_where_it_does_not_suit() {
    assert_eq!(dates("20261202", "FREQ=WEEKLY;BYDAY=MO;COUNT=3"), "261202 261207 261214");
    assert_eq!(dates("20261202", "FREQ=WEEKLY;BYDAY=MO;COUNT=1"), "261202");
}

#[test]
fn a_rule_ends_at_its_last_moment_in_the_zone_of_the_entry() {
    // Midnight in London is evening in New York.
    let zoned = |until: &str| {
        let lines = "DTSTART;TZID=America/New_York:20261201T200000\nDURATION:PT1H\nRRULE:FREQ=DAILY;UNTIL=";
        told(&[lines, until].concat()).join("|").replace(" 20:00-21:00: ", "")
    };
    assert_eq!(zoned("20261203T010000Z"), "261201 261202");
    assert_eq!(zoned("20261203T005900Z"), "261201");
    assert_eq!(zoned("20261202T200000"), "261201 261202");
    assert_eq!(zoned("20261202"), "261201 261202");
    assert_eq!(zoned("20261101"), "1 outside");
}

#[test]
fn two_rules_of_one_entry_are_both_kept() {
    let lines = "DTSTART:20261201\nRRULE:FREQ=WEEKLY;COUNT=2\nRRULE:FREQ=DAILY;COUNT=2";
    assert_eq!(told(lines), [" all day: 261201 261202 261208"]);
}

#[test]
fn a_rule_that_is_not_understood_leaves_its_entry_out_and_is_counted() {
    for rule in [
        "",
        "FREQ=HOURLY",
        "FREQ=SOMETIMES",
        "INTERVAL=2",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=-1",
        "FREQ=DAILY;COUNT=many",
        "FREQ=DAILY;UNTIL=tomorrow",
        "FREQ=DAILY;BYDAY=1MO",
        "FREQ=WEEKLY;BYDAY=MONDAY",
        "FREQ=WEEKLY;BYMONTHDAY=3",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=YEARLY;BYWEEKNO=20",
        "FREQ=YEARLY;BYYEARDAY=100",
        "FREQ=DAILY;BYHOUR=9,17",
        "FREQ=DAILY;BYHOUR=10",
    ] {
        assert_eq!(dates("20261201", rule), "1 unread", "{rule}");
    }
    assert_eq!(dates("20261201", "FREQ=DAILY;COUNT=1;BYHOUR=9;BYMINUTE=0;BYSECOND=0;X-A=1;"), "261201");
}
