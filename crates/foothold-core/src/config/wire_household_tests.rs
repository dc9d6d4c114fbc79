use super::*;
use crate::config::{IssueKind, load_household};

const COMMITTED: &str = include_str!("../../../../docs/household.schema.json");
const DOCUMENT: &str = include_str!("../../../../docs/HOUSEHOLD-JSON.md");

macro_rules! fixtures {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../../../../tests/fixtures/household-files/", $name, ".json")))),*]
    };
}

const FIXTURES: [(&str, &str); 7] = fixtures![
    "b-one-car",
    "b-two-parents",
    "c-night-nurse",
    "dupont-operator",
    "f-teen-and-parents",
    "four-on-four-off",
    "two-clients",
];

/// The fixtures and the example of the document.
fn sound() -> Vec<(&'static str, &'static str)> {
    let after = DOCUMENT.split_once("```json\n").expect("an example").1;
    let example = after.split_once("```").expect("an end").0;
    std::iter::once(("example", example)).chain(FIXTURES).collect()
}

fn described() -> serde_json::Value {
    serde_json::from_str(&household_schema()).expect("JSON")
}

/// The names of one type; of the file itself, without a name.
fn names(place: &str) -> Vec<String> {
    let all = described();
    let definition = if place.is_empty() { &all } else { all.pointer(&format!("/$defs/{place}")).expect("a type") };
    definition.get("properties").and_then(|of| of.as_object()).expect("properties").keys().cloned().collect()
}

#[test]
fn the_committed_schema_of_a_household_is_the_one_that_the_types_describe() {
    let committed: serde_json::Value = serde_json::from_str(COMMITTED).expect("JSON");
    assert!(described() == committed, "run `foothold schema household > docs/household.schema.json`");
}

#[test]
fn every_sound_household_fits_its_format_and_is_read_alike_when_written_again() {
    for (name, text) in sound() {
        let file = serde_json::from_str::<File>(text);
        assert!(file.is_ok(), "{name}: {:?}", file.err());
        assert_eq!(load_household(text).issues, [], "{name}");
        let written = serde_json::to_string(&file.ok()).expect("JSON");
        assert_eq!(load_household(&written).household, load_household(text).household, "{name}");
    }
}

#[test]
fn the_reader_of_a_household_knows_every_name_of_its_format() {
    let of = |place: &str| {
        let members: Vec<String> = names(place).iter().map(|name| format!("{name:?}: null")).collect();
        format!("{{{}}}", members.join(","))
    };
    let listed = r#""kind":"work","firm":"fixed","days":["Mon"],"from":"1pm","to":"2pm""#;
    let nested = format!(
        r#"{{"version":1,"start":"2026-11-30","rest":{numbers},"people":[{{"id":"a"}},{person}],"places":[{place}],
        "commitments":[{commitment},{{"kind":"work","cycle":{cycle}}},{{{listed}}}],
        "duties":[{duty},{{"may":["a"],"dates":[{dated}]}},{{"may":["a"],"days":["Mon"],"at":"1pm","outside":[{outside}]}}],
        "agreed":[{agreed}]}}"#,
        numbers = of("Numbers"),
        person = of("Person"),
        place = of("Place"),
        commitment = of("Commitment"),
        cycle = of("Cycle"),
        duty = of("Duty"),
        dated = of("Dated"),
        outside = of("Outside"),
        agreed = of("Agreed"),
    );
    for text in [of(""), nested] {
        let issues = load_household(&text).issues;
        let unknown: Vec<_> =
            issues.iter().filter(|issue| matches!(issue.kind, IssueKind::UnknownName { .. })).collect();
        assert_eq!(unknown, Vec::<&crate::config::Issue>::new());
    }
}

#[test]
fn every_name_that_the_document_explains_is_in_the_format_and_the_other_way_round() {
    let types = ["", "Numbers", "Person", "Place", "Commitment", "Cycle", "Dated", "Duty", "Outside", "Agreed"];
    let known: Vec<String> = types.iter().flat_map(|place| names(place)).collect();
    let input = DOCUMENT.split_once("## The answer as values").expect("the answer's part").0;
    let missing: Vec<&String> = known.iter().filter(|name| !input.contains(&format!("`{name}`"))).collect();
    assert!(missing.is_empty(), "docs/HOUSEHOLD-JSON.md says nothing about {missing:?}");
    let first_cells = input.lines().filter_map(|line| line.strip_prefix("| `")?.split(" | ").next());
    let named: Vec<&str> = first_cells.flat_map(|cell| cell.split('`').step_by(2)).collect();
    let named: Vec<&&str> = named.iter().filter(|name| !name.is_empty()).collect();
    assert!(named.len() > 35, "{named:?}");
    let strange: Vec<_> = named.iter().filter(|name| !known.iter().any(|other| other == **name)).collect();
    assert!(strange.is_empty(), "not in the format: {strange:?}");
}
