//! A folder written again for another clinic's file: everything that follows from it does, and nothing of before stays.

use crate::files::text;
use foothold::remake::{NotRemade, Remade, Written, day, remake};
use foothold_folder::note::{Kept, NAME, Note};
use foothold_folder::{File, packed};
use std::collections::BTreeSet;

/// What Trunk and the finishing leave of `index.html`.
const FRAME: &str = "<!doctype html><html lang=en><head><title>Foothold</title>\
    <link rel=\"stylesheet\" href=\"style-0123456789abcdef.css\"></head><body><div id=foothold-page></div>\
    <script type=\"module\" src=\"./boot.js\" data-js=\"./app.js\" data-words=\"./words.txt\" data-offers=\"./offers.txt\"></script>\
    </body></html>";

fn note() -> Note {
    let fixed = [File::text("boot.js", "run()"), File::text("check/remake-0123456789abcdef.js", "make()")];
    Note {
        frame: FRAME.to_owned(),
        offline: "const VERSION=\"\"\nconst FILES={}\nrun()".to_owned(),
        style: "a{b:c}".to_owned(),
        fixed: fixed.iter().map(Kept::of).collect(),
        written: Vec::new(),
    }
}

fn demo() -> String {
    text("public/clinic.json")
}

/// The folder with this file as its first.
fn made(clinic: &str) -> Remade {
    remade(clinic, &note())
}

fn remade(clinic: &str, note: &Note) -> Remade {
    // 2026-11-24.
    remake(clinic, note, day(20_781), Written::All).expect("a clinic with a name and a phone")
}

/// The note that a folder has afterwards.
fn note_of(made: &Remade) -> Note {
    Note::read(&read(made, NAME)).expect("a note")
}

fn read(made: &Remade, name: &str) -> String {
    let file = made.files.iter().find(|file| file.name == name);
    String::from_utf8(file.unwrap_or_else(|| panic!("{name} is not written")).contents.clone()).expect("text")
}

fn names(made: &Remade) -> BTreeSet<&str> {
    made.files.iter().map(|file| file.name.as_str()).collect()
}

/// The file whose name begins so.
fn named<'a>(made: &'a Remade, start: &str) -> &'a str {
    names(made).into_iter().find(|name| name.starts_with(start)).unwrap_or_else(|| panic!("no {start}"))
}

#[test]
fn every_page_is_written_in_every_language_with_its_own_texts_and_finds_what_it_needs() {
    let made = made(&demo());
    let style = named(&made, "style-");
    for page in [
        "index.html",
        "week/index.html",
        "check/index.html",
        "es/index.html",
        "es/week/index.html",
        "es/check/index.html",
    ] {
        let html = read(&made, page);
        let up = "../".repeat(page.matches('/').count());
        assert!(html.contains(&format!("href=\"{up}{style}\"")), "{page}");
        let here = if up.is_empty() { "./" } else { &up };
        assert!(html.contains(&format!("src=\"{here}boot.js\" data-js=\"{here}app.js\"")), "{page}");
        let folder = if page.starts_with("es/") { "es/" } else { "" };
        for (kind, attribute) in [("words-", "data-words"), ("offers-", "data-offers")] {
            let file = named(&made, &format!("{folder}{kind}"));
            assert!(html.contains(&format!("{attribute}=\"{here}{file}\"")), "{page} {file}");
        }
        assert!(!html.contains("foothold-page") && !html.contains("<title>Foothold</title>"), "{page}");
    }
    let found = named(&made, "es/search-");
    assert!(read(&made, "es/search/index.html").contains(&format!("data-index=\"../../{found}\"")));
    let lost = read(&made, "404.html");
    assert!(lost.contains(&format!("href=\"/{style}\"")) && !lost.contains("<script"), "{lost}");
}

#[test]
fn nothing_of_the_old_file_is_left_in_any_file() {
    let changed = demo()
        .replace("(312) 555-0134", "(312) 555-0177")
        .replace("+13125550134", "+13125550177")
        .replace("Impact Outpatient Program", "Harbor Program")
        .replace("impact-outpatient.example", "harbor.example")
        .replace("127.0.0.1:8025", "127.0.0.1:8026");
    let (before, after) = (made(&demo()), made(&changed));
    let holds = |made: &Remade, what: &str| {
        made.files.iter().filter(|file| String::from_utf8_lossy(&file.contents).contains(what)).count()
    };
    for old in ["555-0134", "13125550134", "Impact Outpatient", "impact-outpatient.example", "127.0.0.1:8025"] {
        assert!(holds(&before, old) > 2, "{old} is looked for where it is");
        assert_eq!(holds(&after, old), 0, "{old}");
    }
    assert_eq!(holds(&after, "555-0177"), holds(&before, "555-0134"));
}

#[test]
fn header_files_name_the_new_receiver_and_the_new_sites() {
    let changed = demo().replacen(
        "\"version\": 1,",
        "\"version\": 1, \"embed\": { \"sites\": [\"https://www.clinic.example\"] },",
        1,
    );
    let changed = changed.replace("http://127.0.0.1:8025/message", "https://forms.example/message");
    let made = made(&changed);
    for file in ["_headers", ".htaccess", "nginx.conf.example"] {
        let text = read(&made, file);
        assert!(text.contains("connect-src 'self' https://forms.example;"), "{file}: {text}");
        assert!(text.contains("frame-ancestors 'self' https://www.clinic.example;"), "{file}: {text}");
    }
}

#[test]
fn what_the_site_has_no_more_is_named_with_its_packed_copies() {
    let first = made(&demo());
    let english = demo().replacen("\"languages\": [\"en\", \"es\"]", "\"languages\": [\"en\"]", 1);
    let second = remade(&english, &note_of(&first));
    let gone: BTreeSet<&str> = second.gone.iter().map(String::as_str).collect();
    for name in
        ["es/index.html", "es/index.html.br", "es/index.html.gz", "es/check/index.html", named(&first, "es/words-")]
    {
        assert!(gone.contains(name), "{name}");
    }
    assert!(gone.iter().all(|name| name.starts_with("es/") || name.starts_with("offers-")), "{gone:?}");
    let facts = demo().replace("6pm", "6:15pm");
    let third = remade(&facts, &note_of(&first));
    let offers = named(&first, "offers-");
    assert!(third.gone.iter().any(|name| name == offers) && !names(&third).contains(offers));
    assert!(third.gone.iter().all(|name| name.contains("offers-") || name.contains("search-")), "{:?}", third.gone);
    // Nothing is both written and gone, and nothing fixed goes.
    let written: BTreeSet<String> =
        second.files.iter().flat_map(|file| packed::names(&file.name).into_iter().chain([file.name.clone()])).collect();
    assert!(
        second.gone.iter().all(|name| !written.contains(name) && !note().fixed.iter().any(|kept| kept.name == *name))
    );
}

#[test]
fn the_way_there_does_not_matter() {
    let other = demo().replacen("[\"en\", \"es\"]", "[\"es\", \"en\"]", 1).replace("555-0134", "555-0177");
    let (straight, first) = (made(&other), made(&demo()));
    let by_way = remade(&other, &note_of(&first));
    assert_eq!(straight.files, by_way.files);
    assert_eq!(remade(&demo(), &note_of(&by_way)).files, first.files);
    // A mark at the start of a file, as some editors write it, is no part of it.
    assert_eq!(made(&format!("\u{feff}{other}")).files, straight.files);
}

#[test]
fn spanish_first_has_its_pages_and_the_owners_page_at_the_top() {
    let made = made(&demo().replacen("[\"en\", \"es\"]", "[\"es\"]", 1));
    assert!(read(&made, "index.html").contains("<html lang=\"es\""));
    assert!(read(&made, "check/index.html").contains("src=\"../check/owner.js\""));
    assert!(!names(&made).iter().any(|name| name.starts_with("es/") || name.starts_with("en/")));
}

#[test]
fn the_style_sheet_follows_what_a_clinic_wishes_of_colours_under_a_name_of_its_own() {
    let plain = made(&demo());
    assert_eq!(read(&plain, named(&plain, "style-")), "a{b:c}");
    let wished = demo().replacen("\"version\": 1,", "\"version\": 1, \"look\": {\"radius\": 8},", 1);
    let other = remade(&wished, &note_of(&plain));
    let wanted = "a{b:c}:root{--foothold-radius:8px;--round:0.5rem;--pill:0.6rem;--field:0.3rem;}";
    let (old, new) = (named(&plain, "style-"), named(&other, "style-"));
    assert_eq!(read(&other, new), wanted);
    assert_ne!(old, new);
    assert!(read(&other, "es/week/index.html").contains(&format!("href=\"../../{new}\"")));
    // A browser may keep the old one for ever, but the folder does not.
    assert!(other.gone.iter().any(|name| name == old), "{:?}", other.gone);
    let back = remade(&demo(), &note_of(&other));
    assert_eq!(back.files, plain.files);
}

#[test]
fn the_list_for_offline_use_has_what_visitors_ask_for_and_changes_with_it() {
    let (first, second) = (made(&demo()), made(&demo().replace("555-0134", "555-0177")));
    let script = read(&first, "offline.js");
    for listed in [
        "\"\":\"\"",
        "\"boot.js\":\"\"",
        "\"clinic.json\":\"\"",
        "\"es/week/\":\"\"",
        &format!("\"{}\":\"", named(&first, "style-")),
    ] {
        assert!(script.contains(listed), "{listed} in {script}");
    }
    assert!(!script.contains("check/") && !script.contains("404") && !script.contains("_headers"), "{script}");
    let version = |made: &Remade| read(made, "offline.js").split('"').nth(1).map(str::to_owned);
    assert_ne!(version(&first), version(&second));
    let off = made(&demo().replacen("\"version\": 1,", "\"version\": 1, \"offline\": false,", 1));
    assert!(read(&off, "offline.js").contains("const FILES={}\n"));
}

#[test]
fn without_a_clinic_or_a_finished_folder_nothing_is_made() {
    let why = |clinic: &str, note: &Note| remake(clinic, note, day(0), Written::All).err();
    for broken in ["", "{", "{ \"name\": \"N\" }", "{ \"phone\": \"(312) 555-0134\" }"] {
        assert_eq!(why(broken, &note()), Some(NotRemade::Clinic), "{broken}");
    }
    let frame = |frame: &str| Note { frame: frame.to_owned(), ..note() };
    for frame in ["", "<title></title><script></script>", &FRAME.replace("words.txt", "")].map(frame) {
        assert_eq!(why(&demo(), &frame), Some(NotRemade::Frame), "{frame:?}");
    }
    assert_eq!(why(&demo(), &Note { offline: String::new(), ..note() }), Some(NotRemade::Frame));
}

#[test]
fn a_language_for_tests_is_no_part_of_the_folder() {
    let with = remake(&demo(), &note(), day(20_781), Written::AndPseudo).expect("a folder");
    assert!(names(&with).contains("en-XA/week/index.html"));
    assert_eq!(note_of(&with), note_of(&made(&demo())));
    assert_eq!(read(&with, "offline.js"), read(&made(&demo()), "offline.js"));
}
