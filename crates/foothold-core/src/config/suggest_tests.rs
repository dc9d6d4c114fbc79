use super::*;

#[test]
fn a_small_slip_finds_the_name_that_was_meant() {
    let names = &["sessions", "stated_hours", "name", "phone", "languages"];
    assert_eq!(nearest("sesions", names), Some("sessions"));
    assert_eq!(nearest("statedHours", names), Some("stated_hours"));
    assert_eq!(nearest("Nmae", names), Some("name"));
    assert_eq!(nearest("langauges", names), Some("languages"));
}

#[test]
fn a_name_of_another_thing_suggests_nothing() {
    assert_eq!(nearest("colour", &["sessions", "name", "phone"]), None);
    assert_eq!(nearest("", &["name"]), None);
    assert_eq!(nearest(&"x".repeat(1000), &["name"]), None);
}

#[test]
fn counts_typing_mistakes() {
    let count = |a, b| mistakes(&plain(a), &plain(b));
    assert_eq!(count("group", "group"), 0);
    assert_eq!(count("gruop", "group"), 1);
    assert_eq!(count("kitten", "sitting"), 3);
    assert_eq!(count("", "abc"), 3);
}
