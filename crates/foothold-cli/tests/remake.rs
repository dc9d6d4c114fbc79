//! `foothold remake` on a folder of the disk: what is written, what goes, what the exit code says.

use foothold_folder::note::{NAME, Note};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const FRAME: &str = "<html lang=en><title>F</title><link rel=\"stylesheet\" href=\"style-1.css\"><div id=foothold-page></div>\
    <script src=\"./boot.js\" data-words=\"./words.txt\" data-offers=\"./offers.txt\"></script>";

/// A folder of its own, with a note that says it once had a page in another language.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("foothold-remake-{name}-{}", std::process::id()));
    fs::create_dir_all(folder.join("check")).expect("a folder");
    fs::create_dir_all(folder.join("fr")).expect("a folder");
    let note = Note {
        frame: FRAME.to_owned(),
        offline: "const VERSION=\"\";const FILES={};".to_owned(),
        style: "a{b:c}".to_owned(),
        fixed: Vec::new(),
        written: vec!["fr/index.html".to_owned()],
    };
    fs::write(folder.join(NAME), note.file().contents).expect("a note");
    for old in ["fr/index.html", "fr/index.html.br", "fr/index.html.gz", "boot.js"] {
        fs::write(folder.join(old), "old").expect("an old file");
    }
    folder
}

fn remake(folder: &Path, clinic: &str, more: &[&str]) -> Output {
    let file = folder.join("changed.json");
    fs::write(&file, clinic).expect("a clinic");
    let (folder, file) = (folder.to_string_lossy(), file.to_string_lossy());
    Command::new(env!("CARGO_BIN_EXE_foothold"))
        .args(["remake", &folder, &file])
        .args(more)
        .output()
        .expect("the command runs")
}

const SOUND: &str = r#"{ "version": 1, "name": "Harbor", "phone": "(312) 555-0177", "zone": "America/Chicago",
    "program": { "weeks": 12 } }"#;

#[test]
fn a_folder_is_written_again_and_what_it_has_no_more_goes() {
    let folder = folder("again");
    let output = remake(&folder, SOUND, &[]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let page = fs::read_to_string(folder.join("week/index.html")).expect("a page");
    assert!(page.contains("(312) 555-0177"));
    for written in ["week/index.html.br", "week/index.html.gz", "_headers", "clinic.json"] {
        assert!(folder.join(written).exists(), "{written}");
    }
    for gone in ["fr/index.html", "fr/index.html.br", "fr/index.html.gz"] {
        assert!(!folder.join(gone).exists(), "{gone}");
    }
    assert_eq!(fs::read_to_string(folder.join("boot.js")).expect("what no clinic changes"), "old");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("Deleted, because the site has them no more:\n  fr/index.html\n"), "{said}");
    fs::remove_dir_all(folder).expect("the folder goes");
}

#[test]
fn with_another_place_for_it_the_folder_stays_and_the_rest_is_said() {
    let folder = folder("other");
    let other = folder.join("out");
    // A line that cannot be read is an error of the file, and the rest is written all the same.
    let clinic =
        SOUND.replacen('{', r#"{ "tracks": [{ "id": "a", "name": "A", "sessions": [{ "from": "six" }] }],"#, 1);
    let output = remake(&folder, &clinic, &["--out", &other.to_string_lossy()]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(other.join("index.html").exists() && !folder.join("index.html").exists());
    assert!(folder.join("fr/index.html.br").exists());
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        said.contains("tracks[0].sessions[0]") && said.contains("Delete on your server after the upload:"),
        "{said}"
    );
    fs::remove_dir_all(folder).expect("the folder goes");
}

#[test]
fn a_file_without_a_page_or_a_folder_without_a_note_changes_nothing() {
    let folder = folder("none");
    let output = remake(&folder, "{ \"name\": \"Half", &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!folder.join("index.html").exists() && folder.join("fr/index.html").exists());
    fs::write(folder.join(NAME), "{}").expect("no note");
    assert_eq!(remake(&folder, SOUND, &[]).status.code(), Some(2));
    assert!(!folder.join("index.html").exists());
    fs::remove_dir_all(folder).expect("the folder goes");
}
