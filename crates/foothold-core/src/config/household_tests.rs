use super::*;
use crate::people::Is;
use crate::time::{add_days, parse_date};

const SOUND: &str = r#"{
  "version": 1, "start": "2026-11-30", "clinic_travel_min": 20,
  "commitments": [
    { "id": "crew", "kind": "work", "name": "Mill", "travel_min": 25, "direct_min": 15, "firm": "cut", "cut_min": 90, "agree": "mill",
      "cycle": { "starts": "2026-11-30", "days": "NN-- DDD", "shifts": { "D": "7am-7pm", "N": "7pm-7am" } } },
    { "id": "school", "kind": "school", "days": ["Mon", "Fri"], "from": "8am", "to": "3pm",
      "first": "2026-12-01", "last": "2027-02-01", "except": ["2026-12-25"], "firm": "move", "earlier_min": 5, "agree": "nobody" },
    { "kind": "other", "dates": [{ "date": "2026-12-03", "from": "6pm", "to": "8pm" }], "firm": "if_needed", "agree": "mill" }
  ]
}"#;

fn paths(loaded: &LoadedHousehold) -> Vec<&str> {
    loaded.issues.iter().map(|issue| issue.path.as_str()).collect()
}

#[test]
fn a_households_file_is_read_with_all_its_kinds_of_rows() {
    let loaded = load_household(SOUND);
    assert_eq!(loaded.issues, []);
    let household = loaded.household.expect("a household");
    let [crew, school, other] = household.commitments.as_slice() else { panic!("three rows") };
    let start = parse_date("2026-11-30").expect("a date");
    let spans = |day: i32| {
        let mut spans = Vec::new();
        crew.when.on(add_days(start, day), &mut spans);
        spans
    };
    assert_eq!(spans(0), [Span { from: 1140, to: 1860 }]);
    assert_eq!((spans(2), spans(4), spans(7)), (vec![], vec![Span { from: 420, to: 1140 }], spans(0)));
    assert_eq!((crew.firm, crew.agree, other.agree), (Firm::Cut { most_min: 90 }, Agree::Party(0), Agree::Party(0)));
    assert_eq!((school.firm, school.agree), (Firm::Move { earlier_min: 5, later_min: 0 }, Agree::Nobody));
    assert_eq!((school.when.first, school.when.except.len()), (parse_date("2026-12-01"), 1));
    assert_eq!((crew.row, other.row, household.rest), (1, 3, Some(RestRule::default())));
}

#[test]
fn every_problem_of_a_households_file_is_named_by_its_path_and_the_rest_is_kept() {
    let cases = [
        (r#""travel_min": 25"#, r#""travel_min": -5"#, "commitments[0].travel_min"),
        (r#""travel_min": 25"#, r#""travel_min": 10000"#, "commitments[0].travel_min"),
        (r#""cut_min": 90"#, r#""cut_min": "90""#, "commitments[0].cut_min"),
        (r#""NN-- DDD""#, r#""""#, "commitments[0].cycle.days"),
        (r#""NN-- DDD""#, r#""NN--EEE""#, "commitments[0].cycle.shifts.E"),
        (r#""7am-7pm""#, r#""25:00-7pm""#, "commitments[0].cycle.shifts.D"),
        (r#""from": "8am", "to": "3pm""#, r#""from": "8am", "to": "8am""#, "commitments[1]"),
        (r#""from": "8am", "to": "3pm""#, r#""from": "40h", "to": "3pm""#, "commitments[1].from"),
        (r#""last": "2027-02-01""#, r#""last": "2026-11-01""#, "commitments[1].last"),
        (r#""last": "2027-02-01""#, r#""last": "2027-02-30""#, "commitments[1].last"),
        (r#"["Mon", "Fri"]"#, r#"["Mon", "Fry"]"#, "commitments[1].days[1]"),
        (r#""date": "2026-12-03""#, r#""date": 3"#, "commitments[2].dates[0].date"),
        (r#""firm": "if_needed""#, r#""firm": "loose""#, "commitments[2].firm"),
        (r#""kind": "other""#, r#""kind": "hobby""#, "commitments[2].kind"),
        (r#""id": "school""#, r#""id": "crew""#, "commitments[1].id"),
        (r#""name": "Mill""#, r#""nmae": "Mill""#, "commitments[0].nmae"),
        (r#""start": "2026-11-30""#, r#""begin": "2026-11-30""#, "begin"),
    ];
    for (right, wrong, path) in cases {
        let text = SOUND.replacen(right, wrong, 1);
        assert_ne!(text, SOUND, "{right}");
        let loaded = load_household(&text);
        assert!(paths(&loaded).contains(&path), "{wrong}: {:?}", loaded.issues);
        let rows = loaded.household.map_or(0, |household| household.commitments.len());
        assert!(rows >= 2 || path == "begin", "{wrong} costs one row at most");
    }
    assert!(load_household("").household.is_none() && load_household("{").household.is_none());
}

#[test]
fn no_text_stops_the_reader_of_households() {
    let mut state = 1_u64;
    for _ in 0..3000 {
        let mut bytes = SOUND.as_bytes().to_vec();
        for _ in 0..3 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let at = usize::try_from(state >> 33).expect("small") % bytes.len();
            bytes[at] = b"0123456789{}[]\",:-x"[usize::try_from(state >> 20 & 0xff).expect("small") % 19];
        }
        let _ = load_household(&String::from_utf8(bytes).expect("ascii"));
    }
}

const FAMILY: &str = r#"{
  "version": 1, "start": "2026-11-30", "clinic_travel_min": 20,
  "people": [
    { "id": "ana", "name": "Ana" }, { "id": "ben", "roles": ["parent", "partner"] }, { "id": "mia", "is": "child" }
  ],
  "places": [
    { "id": "school", "home_min": 8, "back_min": 9 },
    { "id": "care", "home_min": 10, "clinic_min": 15, "ways": { "school": 5 } }
  ],
  "commitments": [
    { "who": "ben", "kind": "work", "days": ["Mon"], "from": "9am", "to": "5pm", "place": "school" },
    { "kind": "other", "days": ["Mon"], "from": "9am", "to": "5pm", "place": "home" }
  ],
  "duties": [
    { "id": "fetch", "name": "Pick-up", "days": ["Mon"], "at": "6pm", "place": "care", "may": ["ben", "ana"], "usual": "ana",
      "outside": [{ "days": ["Mon"], "from": "4pm", "to": "9pm" }], "asleep": true },
    { "dates": [{ "date": "2026-12-03", "at": "noon" }], "travel_min": 5, "may": ["mia"] }
  ]
}"#;

#[test]
fn people_places_and_duties_are_read() {
    let loaded = load_household(FAMILY);
    assert_eq!(loaded.issues, []);
    let household = loaded.household.expect("a household");
    let is: Vec<Is> = household.people.iter().map(|person| person.is).collect();
    assert_eq!((is, household.people[1].name.as_str()), (vec![Is::Client, Is::Adult, Is::Child], "ben"));
    assert_eq!((household.places[0].back_min, &household.places[1].ways), (9, &vec![(0, 5)]));
    let spots: Vec<_> = household.commitments.iter().map(|c| (c.who, c.spot())).collect();
    assert_eq!(spots, [(1, Spot::Named(0)), (0, Spot::Home)]);
    let [fetch, other] = household.duties.as_slice() else { panic!("two duties") };
    assert_eq!((&fetch.may, fetch.usual, fetch.spot, fetch.asleep), (&vec![1, 0], Some(0), Spot::Named(1), true));
    assert_eq!((fetch.when.span(), fetch.outside.len()), (Span { from: 1080, to: 1080 }, 1));
    assert_eq!((other.spot, other.when.span().from, other.row), (Spot::of(5, None), 720, 2));
}

#[test]
fn a_row_that_names_nobody_or_no_place_is_left_out_and_named() {
    let cases = [
        (r#""who": "ben""#, r#""who": "bne""#, "commitments[0].who", (1, 2)),
        (r#""place": "school""#, r#""place": "shcool""#, "commitments[0].place", (1, 2)),
        (r#""may": ["mia"]"#, r#""may": ["mai"]"#, "duties[1].may[0]", (2, 1)),
        (r#""usual": "ana""#, r#""usual": "mia""#, "duties[0].usual", (2, 1)),
        (r#""at": "6pm""#, r#""at": "26pm""#, "duties[0].at", (2, 1)),
        (r#""from": "4pm", "to": "9pm" }]"#, r#""from": "4pm", "to": "4pm" }]"#, "duties[0].outside[0]", (2, 1)),
        (r#""ways": { "school": 5 }"#, r#""ways": { "scool": 5 }"#, "places[1].ways.scool", (2, 2)),
        (r#""is": "child""#, r#""is": "kid""#, "people[2].is", (2, 1)),
        (r#"{ "id": "mia""#, r#"{ "id": "ben""#, "people[2].id", (2, 1)),
    ];
    for (right, wrong, path, rows) in cases {
        let loaded = load_household(&FAMILY.replacen(right, wrong, 1));
        assert!(paths(&loaded).contains(&path), "{wrong}: {:?}", paths(&loaded));
        let household = loaded.household.expect("a household");
        assert_eq!((household.commitments.len(), household.duties.len()), rows, "{wrong}");
    }
    let moment = FAMILY.replacen(r#""from": "9am", "to": "5pm""#, r#""at": "9am""#, 1);
    assert_eq!(load_household(&moment).household.map(|h| h.commitments.len()), Some(1), "no commitment is a moment");
    let nobody = FAMILY.replacen(r#""name": "Ana""#, r#""is": "adult""#, 1);
    let loaded = load_household(&nobody);
    assert!(paths(&loaded).contains(&"people"), "somebody has to be the client");
}
