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
fn help_is_given_when_asked_and_when_nothing_is_understood() {
    assert_eq!(foothold(&["help"]).status.code(), Some(0));
    for arguments in [&[][..], &["chekc"], &["check"], &["check", "a", "b"], &["schema", "x"]] {
        let output = foothold(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("foothold check FILE"), "{arguments:?}");
    }
}
