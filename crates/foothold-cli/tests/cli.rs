//! The `foothold` command as staff and scripts meet it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn foothold(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_foothold")).args(arguments).output().expect("the command runs")
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

fn check(path: &Path) -> (Option<i32>, String) {
    let output = foothold(&["check", &path.to_string_lossy()]);
    (output.status.code(), String::from_utf8(output.stdout).expect("text"))
}

fn clinics(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root(folder)).expect("the folder of fixtures");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut paths: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
    paths.sort();
    paths
}

#[test]
fn the_demo_clinic_passes_and_says_what_visitors_will_see() {
    let (code, text) = check(&root("public/clinic.json"));
    assert_eq!(code, Some(0));
    assert!(text.contains("Impact Outpatient Program, (312) 555-0134, 5 tracks over 8 to 12 weeks"), "{text}");
    assert!(text.contains("Evening (evening): 9 hours a week, and hours by arrangement."), "{text}");
    assert!(text.contains("saturday): times not published"), "{text}");
    assert!(text.trim_end().ends_with("no errors, no warnings, 2 notes."), "{text}");
}

#[test]
fn every_published_timetable_passes_and_every_broken_file_fails() {
    let (sound, broken) = (clinics("tests/fixtures/clinics"), clinics("tests/fixtures/clinics/broken"));
    assert!(sound.len() >= 12 && broken.len() >= 7);
    for path in sound {
        assert_eq!(check(&path).0, Some(0), "{}", path.display());
    }
    for path in broken {
        assert_eq!(check(&path).0, Some(1), "{}", path.display());
    }
}

#[test]
fn errors_come_first_with_their_place_and_remedy() {
    let (_, text) = check(&root("tests/fixtures/clinics/broken/bad_times.json"));
    assert!(text.contains("tracks[0].sessions[1].from: “25:00” is not a time. Write it like 6pm or 18:00."), "{text}");
    let place = |heading: &str| text.find(heading).expect("the heading is there");
    assert!(place("Errors:") < place("Warnings:") && place("Warnings:") < place("Notes:"), "{text}");
}

#[test]
fn a_file_that_is_not_there_is_no_error_in_the_file() {
    let output = foothold(&["check", "no-such-clinic.json"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("no-such-clinic.json could not be read"));
}

#[test]
fn the_schema_command_prints_the_committed_schema() {
    let output = foothold(&["schema"]);
    assert_eq!(output.status.code(), Some(0));
    let committed = std::fs::read_to_string(root("public/clinic.schema.json")).expect("the committed schema");
    assert!(String::from_utf8_lossy(&output.stdout) == committed, "run `foothold schema > public/clinic.schema.json`");
}

#[test]
fn the_schema_command_prints_the_committed_schema_of_a_household_too() {
    let output = foothold(&["schema", "household"]);
    assert_eq!(output.status.code(), Some(0));
    let committed = std::fs::read_to_string(root("docs/household.schema.json")).expect("the committed schema");
    assert!(
        String::from_utf8_lossy(&output.stdout) == committed,
        "run `foothold schema household > docs/household.schema.json`"
    );
}

#[test]
fn help_is_given_when_asked_and_when_nothing_is_understood() {
    assert_eq!(foothold(&["help"]).status.code(), Some(0));
    for arguments in [&[][..], &["chekc"], &["check"], &["check", "a", "b"], &["schema", "x"]] {
        let output = foothold(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("foothold check FILE"), "{arguments:?}");
    }
}

fn plan(household: &str, more: &[&str]) -> Output {
    let (clinic, household) = (root("public/clinic.json"), root(household));
    let mut arguments = vec!["plan".to_owned(), "--clinic".to_owned(), clinic.to_string_lossy().into_owned()];
    arguments.extend(["--household".to_owned(), household.to_string_lossy().into_owned()]);
    arguments.extend(more.iter().map(|text| (*text).to_owned()));
    foothold(&arguments.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn a_plan_reads_like_the_screen_and_as_json() {
    let path = "tests/fixtures/household-files/four-on-four-off.json";
    let output = plan(path, &[]);
    let text = String::from_utf8(output.stdout).expect("text");
    assert_eq!(output.status.code(), Some(0));
    // 6:00 less 10 early less 15 there is 5:35pm; the crew works 20 of the 34 dates.
    let change = "Leave Crew 1 hour 25 minutes early on Monday, Tuesday and Thursday, ";
    assert!(text.contains(change) && text.contains("at 5:35pm"), "{text}");
    let output = plan(path, &["--json"]);
    let text = String::from_utf8(output.stdout).expect("text");
    let value = foothold_core::json::parse(&text).expect("JSON");
    assert!(value.at("offers.0.cost.missed").is_some() && value.at("nodes").is_some(), "{text}");
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A household's file of its own, under a name.
fn household_file(name: &str, text: &str) -> String {
    let path = std::env::temp_dir().join(format!("foothold-{}-{name}.json", std::process::id()));
    std::fs::write(&path, text).expect("a file");
    path.to_string_lossy().into_owned()
}

#[test]
fn what_was_taken_as_agreed_is_said_in_one_line_and_as_values() {
    let file = |agreed: &str| {
        let job = r#"{"id":"mill","name":"Mill","kind":"work","days":["Mon"],"from":"9am","to":"5pm"}"#;
        let text = format!(r#"{{"version":1,"start":"2026-11-30","commitments":[{job}],"agreed":[{agreed}]}}"#);
        household_file("agreed", &text)
    };
    let early = r#"{"commitment":"mill","change":"leave_early","min":60,"first":"2026-11-30","last":"2026-12-31"}"#;
    let output = plan(&file(early), &[]);
    let said = text(&output.stdout);
    let lines: Vec<&str> = said.lines().filter(|line| line.starts_with("Taken as agreed: ")).collect();
    assert!(lines.len() == 1 && lines[0].contains("Mill"), "{said}");
    assert!(output.status.success());
    let values = text(&plan(&file(early), &["--json"]).stdout);
    let change = r#"{"agreed":{"changes":[{"row":1,"kind":"leave_early","min":60,"days":["Mon"],"from":540,"to":1020,"dates":5,"asks":true}],"covers":[]},"#;
    assert!(values.starts_with(change), "{values}");
    let output = plan(&file(r#"{"commitment":"mill","change":"skip","dates":["2026-12-01"]}"#), &[]);
    let said = text(&output.stdout);
    assert!(
        said.contains("agreed[0]: there is none of it on 2026-12-01.") && output.status.code() == Some(1),
        "{said}"
    );
    assert!(!said.contains("Taken as agreed"), "{said}");
}

#[test]
fn a_file_by_another_clock_is_answered_by_the_clinics_and_says_so() {
    let file = |zone: &str, start: &str| {
        let job = r#"{"kind":"work","days":["Sat"],"from":"10pm","to":"6am"}"#;
        let text = format!(r#"{{"version":1,"start":"{start}","zone":"{zone}","commitments":[{job}]}}"#);
        household_file("zone", &text)
    };
    let path = file("America/Phoenix", "2027-03-01");
    let said = text(&plan(&path, &[]).stdout);
    assert!(said.contains("The file's times are by the clock of America/Phoenix; here they are by that of "), "{said}");
    assert!(said.contains("Clocks change before the morning of 2027-03-14."), "{said}");
    assert!(text(&plan(&path, &["--json"]).stdout).contains(r#""clock_changes":["2027-03-14"],"#));
    let path = file("America/Phoenix", "2027-06-07");
    assert!(!text(&plan(&path, &[]).stdout).contains("Clocks change"));
    let output = plan(&file("Europe/Paris", "2027-03-01"), &[]);
    assert!(output.status.code() == Some(2) && text(&output.stderr).contains("zone: “Europe/Paris” is not one of"));
}

#[test]
fn a_plan_of_a_file_with_mistakes_names_them_and_plans_the_rest() {
    let folder = std::env::temp_dir();
    let path = folder.join(format!("foothold-household-{}.json", std::process::id()));
    let text = r#"{ "version": 1, "start": "2026-11-30", "commitments": [
        { "kind": "work", "days": ["Mon"], "from": "25:00", "to": "5pm" },
        { "kind": "work", "days": ["Tue"], "from": "9am", "to": "5pm" } ] }"#;
    std::fs::write(&path, text).expect("a file in the folder for such files");
    let output = plan(&path.to_string_lossy(), &[]);
    let said = String::from_utf8(output.stdout).expect("text");
    std::fs::remove_file(&path).expect("it was written above");
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("commitments[0].from: “25:00” is not a time") && said.contains("Evening: Fits"), "{said}");
    assert_eq!(plan("tests/fixtures/no-such-file.json", &[]).status.code(), Some(2));
    assert_eq!(foothold(&["plan", "--clinic"]).status.code(), Some(2));
}

#[test]
fn floating_hours_and_sets_of_sessions_are_in_what_is_printed() {
    let household = root("tests/fixtures/household-files/four-on-four-off.json");
    let demo = std::fs::read_to_string(root("public/clinic.json")).expect("the demo clinic");
    let row = r#""floating": [{"kind":"individual","minutes":60,"windows":[{"days":["Fri"],"from":"9am","to":"noon"}]}], "sessions": ["#;
    let floating = demo.replacen("\"sessions\": [", row, 1);
    let mixed = demo.replacen("\"program\": {", "\"program\": { \"mix\": { \"workshop\": 1 },", 1);
    for (name, text, wanted, said) in [
        (
            "floating",
            floating,
            "\"floating\":[{\"row\":0,\"day\":\"Fri\",\"from\":540,\"to\":600}]",
            "this counts on Friday, 9am",
        ),
        (
            "mixed",
            mixed,
            "\"sets\":{\"proven\":true,\"of\":[{\"id\":\"mix-1\",\"sessions\":[{\"track\":",
            "orkshop, online on",
        ),
    ] {
        let clinic = std::env::temp_dir().join(format!("foothold-cli-{name}.json"));
        std::fs::write(&clinic, text).expect("a file");
        let (clinic, household) = (clinic.to_string_lossy(), household.to_string_lossy());
        let arguments = ["plan", "--clinic", &*clinic, "--household", &*household];
        let text = String::from_utf8(foothold(&arguments).stdout).expect("text");
        assert!(text.contains(said), "{text}");
        let json = String::from_utf8(foothold(&[&arguments[..], &["--json"]].concat()).stdout).expect("text");
        assert!(json.contains(wanted), "{json}");
    }
}
