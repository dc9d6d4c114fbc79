use super::*;
use crate::config::{Severity, load};

const DEMO: &str = include_str!("../../../../public/clinic.json");
const COMMITTED: &str = include_str!("../../../../public/clinic.schema.json");

macro_rules! fixtures {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../../../../tests/fixtures/clinics/", $name, ".json")))),*]
    };
}

const FIXTURES: [(&str, &str); 12] = fixtures![
    "p01_weekday_mornings",
    "p02_evenings_with_aftercare",
    "p03_day_or_evening",
    "p05_no_switching",
    "p06_times_unpublished",
    "p07_long_days_and_saturday",
    "p09_stated_is_not_computed",
    "p11_named_holidays",
    "p13_individual_besides",
    "p14_parents_attend",
    "p16_after_school",
    "p18_with_babies",
];

#[test]
fn the_committed_schema_is_the_one_that_the_types_describe() {
    let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
    assert!(value(&schema()) == value(COMMITTED), "run `foothold schema > public/clinic.schema.json`");
}

#[test]
fn the_demo_and_every_sound_fixture_fit_the_format_that_the_schema_describes() {
    for (name, text) in std::iter::once(("demo", DEMO)).chain(FIXTURES) {
        let read = serde_json::from_str::<Clinic>(text);
        assert!(read.is_ok(), "{name}: {:?}", read.err());
        let errors = load(text).issues.into_iter().filter(|issue| issue.severity == Severity::Error).count();
        assert_eq!(errors, 0, "{name}");
    }
}

#[test]
fn what_the_format_writes_the_reader_reads_alike() {
    for (name, text) in std::iter::once(("demo", DEMO)).chain(FIXTURES) {
        let clinic: Clinic = serde_json::from_str(text).expect("a sound file");
        let written = serde_json::to_string(&clinic).expect("JSON");
        assert_eq!(load(&written), load(text), "{name}");
    }
}

#[test]
fn reader_and_format_know_the_same_names() {
    let described: serde_json::Value = serde_json::from_str(&schema()).expect("JSON");
    let mut places = vec![(String::new(), &described)];
    for (name, definition) in described.get("$defs").and_then(|defs| defs.as_object()).expect("definitions") {
        places.push((name.clone(), definition));
    }
    let names = |place: &str| -> Vec<String> {
        let definition = places.iter().find(|(name, _)| name == place).expect("a definition").1;
        let properties = definition.get("properties").and_then(|p| p.as_object()).expect("properties");
        properties.keys().map(|name| format!("{name:?}: null")).collect()
    };
    let of = |place: &str| format!("{{{}}}", names(place).join(","));
    let nested = format!(
        r#"{{"name":"N","phone":{phone},"reviewed":[{review}],"level_names":{levels},"crisis_lines":[{line}],"program":{program},"tracks":[{track},
        {{"name":"T","sessions":[{session},{{"days":["Mon"],"from":"6pm","to":"9pm","weeks":{weeks}}}],"floating":[{floating}]}}],
        "embed":{embed},"look":{look},"form":{{"names":{names},"success":{success},"ask":{ask},"own":[{own}]}}}}"#,
        phone = of("PhonePair"),
        review = of("Review"),
        levels = of("LevelNames"),
        line = of("CrisisLine"),
        program = of("Program"),
        track = of("Track"),
        session = of("Session"),
        weeks = of("Weeks"),
        floating = of("Floating"),
        names = of("Names"),
        success = of("Success"),
        ask = of("Ask"),
        own = of("Own"),
        embed = of("Embed"),
        look = of("Look"),
    );
    let mix = format!(r#"{{"program":{{"mix":{}}}}}"#, of("Mix"));
    let minutes = format!(r#"{{"program":{{"mix":{{"group":{}}}}}}}"#, of("Minutes"));
    for text in [of(""), nested, mix, minutes, format!(r#"{{"form":{}}}"#, of("Form"))] {
        let unknown: Vec<_> = load(&text)
            .issues
            .into_iter()
            .filter(|issue| matches!(issue.kind, crate::config::IssueKind::UnknownName { .. }))
            .collect();
        assert_eq!(unknown, []);
    }
}
