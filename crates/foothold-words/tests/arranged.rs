//! What is said of hours that are set with the clinic, and of sets of sessions, in both languages.

use foothold_core::config::{load, load_household};
use foothold_core::plan::{Budget, contradiction, solve, solve_mixed};
use foothold_words::Words;

/// Everything that is said of the one offer of a clinic of which one hour floats in these windows.
fn said(words: Words, windows: &str, household: &str) -> String {
    let clinic = format!(
        r#"{{"version":1,"name":"N","phone":"(312) 555-0134","zone":"America/Chicago","program":{{"weeks":2}},"tracks":[{{"id":"a",
        "name":"A","floating":[{{"kind":"individual","minutes":60,"windows":[{windows}]}}],"sessions":[
        {{"kind":"group","days":["Mon"],"from":"6pm","to":"9pm"}}]}}]}}"#
    );
    let site = load(&clinic).site.expect("a clinic");
    let household = load_household(household).household.expect("a household");
    let offer = solve(&site, &household, Budget::default()).offers.remove(0);
    let statements = contradiction(&site, &household, &offer, Budget::default());
    let mut lines = words.offer_lines(&site, &household, &offer);
    lines.extend(words.statement_lines(&site, &household, &offer, &statements));
    lines.join("\n")
}

const FREE: &str = r#"{"version":1,"start":"2026-11-30","clinic_travel_min":20,"commitments":[]}"#;
const BUSY: &str = r#"{"version":1,"start":"2026-11-30","clinic_travel_min":20,"commitments":[
    {"kind":"work","days":["Tue"],"from":"9am","to":"5pm"}]}"#;
const TUESDAY: &str = r#"{"days":["Tue"],"from":"10am","to":"11am"}"#;

#[test]
fn the_hour_that_an_answer_counts_on_is_said() {
    assert!(said(Words::EN, TUESDAY, FREE).contains("One-to-one (1 hour): this counts on Tuesday, 10am to 11am."));
    let spanish = said(Words::ES, TUESDAY, FREE);
    assert!(spanish.contains("esto cuenta con martes, 10") && spanish.contains(", y la hora se acuerda"), "{spanish}");
}

#[test]
fn what_is_in_its_way_is_said_by_its_name() {
    let text = said(Words::EN, TUESDAY, BUSY);
    for part in ["at the same time as the one-to-one on Tuesday", "One-to-one, 1 hour at a time that you set"] {
        assert!(text.contains(part), "{text}");
    }
}

#[test]
fn where_no_hour_is_free_that_is_the_reason() {
    let monday = r#"{"days":["Mon"],"from":"6pm","to":"8pm"}"#;
    assert!(said(Words::EN, monday, FREE).contains("None of them is free beside its own sessions."));
    assert!(said(Words::ES, monday, FREE).contains("Ninguna queda libre"));
}

#[test]
fn a_set_of_sessions_is_called_by_them() {
    let clinic = r#"{"version":1,"name":"N","phone":"(312) 555-0134","zone":"America/Chicago","program":{"weeks":2,"mix":{"group":3}},
        "tracks":[{"id":"a","name":"A","sessions":[
        {"kind":"group","days":["Mon","Wed"],"from":"6pm","to":"9pm"},
        {"kind":"group","title":"Night group","days":["Thu"],"from":"8pm","to":"9pm","online":true}]}]}"#;
    let site = load(clinic).site.expect("a clinic");
    let household = load_household(FREE).household.expect("a household");
    let mixed = solve_mixed(&site, &household, Budget::default()).expect("a mix");
    let set = &mixed.site.tracks[0];
    assert_eq!(
        Words::EN.set_of(set),
        "Group on Monday and Wednesday, 6pm to 9pm; Night group, online on Thursday, 8pm to 9pm"
    );
    let spanish = Words::ES.set_of(set);
    assert!(spanish.starts_with("Grupo: lunes y miércoles, "), "{spanish}");
    assert!(Words::EN.no_set().contains("cannot be put together") && Words::ES.no_set().contains("no se junta"));
}
