//! Walls that Cargo cannot build: who may touch a browser, where sentences live, how long a file
//! may be, and what no file may say.

use crate::files::{all, below, is, root, text};
use crate::rust::{Literal, read, without_tests};
use std::process::Command;

/// A file longer than this is two files.
const MOST_LINES: usize = 600;
/// A file longer than this is worth a look.
const MANY_LINES: usize = 400;

/// Files that are a list of things rather than a train of thought.
const LISTS: [&str; 8] = [
    "crates/foothold-words/src/topics/en.rs",
    "crates/foothold-words/src/topics/es.rs",
    "crates/foothold-words/src/prose_es.rs",
    "crates/foothold-words/src/spanish.rs",
    "crates/foothold-words/src/spanish_later.rs",
    "crates/foothold-words/src/prose.rs",
    "crates/foothold-words/src/catalogue.rs",
    "crates/foothold-words/src/page.rs",
];

/// Code after which a literal is no sentence for a visitor, and why.
const NOT_SAID: [(&str, &str); 12] = [
    ("class=", "names of styles"),
    ("rel=", "what a link is to a browser"),
    ("aria-labelledby=", "ids of elements"),
    ("aria-describedby=", "ids of elements"),
    ("SANS: &str =", "names of fonts"),
    ("CONDITION: &str =", "a condition of a style sheet"),
    ("query_selector(", "a selector"),
    ("query_selector_all(", "a selector"),
    ("closest(", "a selector"),
    ("all(&document, ", "a selector"),
    (".expect(", "the reason of a panic, for developers"),
    ("panic!(", "the reason of a panic, for developers"),
];

fn is_test(path: &str) -> bool {
    path.ends_with("_tests.rs") || path.contains("/tests/")
}

#[test]
fn only_the_browser_room_touches_a_browser() {
    let mut broken = Vec::new();
    for path in below("src/", ".rs").iter().filter(|path| !path.starts_with("src/browser/")) {
        let source = read(&text(path));
        for (at, line) in source.code.lines().enumerate() {
            if ["web_sys", "js_sys", "gloo"].iter().any(|name| line.contains(name)) {
                broken.push(format!("{path}:{}: {}", at + 1, line.trim()));
            }
        }
    }
    assert!(broken.is_empty(), "ask src/browser/ for it instead:\n{}", broken.join("\n"));
}

#[test]
fn sentences_live_in_the_catalogue_and_in_the_clinics_file() {
    let mut broken = Vec::new();
    let sources = below("src/", ".rs").into_iter().chain(below("crates/foothold-core/src/", ".rs"));
    for path in sources.filter(|path| !is_test(path)) {
        let source = text(&path);
        let said = read(without_tests(&source)).literals;
        let lines = said.iter().filter(|literal| says_something(literal));
        broken.extend(lines.map(|literal| format!("{path}:{}: {:?}", literal.line, literal.text)));
    }
    assert!(broken.is_empty(), "these belong into crates/foothold-words:\n{}", broken.join("\n"));
}

/// Whether a literal holds two words in a row that somebody could read.
fn says_something(literal: &Literal) -> bool {
    let before = literal.before.trim_end();
    let after = |(code, _): &(&str, &str)| before.ends_with(code.trim_end());
    !NOT_SAID.iter().any(after)
        && !is_one_block(&literal.text)
        && shown(&literal.text).iter().any(|text| two_words(text))
}

fn two_words(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    letters.windows(3).any(|next| matches!(next, [a, ' ', b] if a.is_alphabetic() && b.is_alphabetic()))
}

/// What people could see or hear of a literal: of markup the text between tags and the attributes
/// that are read out, of anything else all of it.
fn shown(text: &str) -> Vec<String> {
    let text = text.replace("\\\"", "\"");
    let mut shown = Vec::new();
    for name in ["aria-label=\"", "title=\"", "alt=\"", "placeholder=\""] {
        shown.extend(text.split(name).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned));
    }
    let (first_end, first_start) = (text.find('>'), text.find('<'));
    let begins_inside = first_end.is_some_and(|end| first_start.is_none_or(|start| end < start));
    let mut inside = begins_inside || first_start.is_none() && text.contains("=\"");
    let mut between = String::new();
    for letter in text.chars() {
        match letter {
            '<' => inside = true,
            '>' => {
                inside = false;
                between.push('|');
            }
            letter if !inside => between.push(letter),
            _ => {}
        }
    }
    shown.push(between);
    shown
}

/// Style names of one block, such as "button button-wide": chosen by a condition, not after `class=`.
fn is_one_block(text: &str) -> bool {
    let block = text.split([' ', '-']).next().unwrap_or_default();
    let small = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '{' | '}');
    let named = |word: &str| {
        let rest = word.strip_prefix(block);
        word.chars().all(small) && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    !block.is_empty() && text.contains('-') && text.split(' ').all(named)
}

#[test]
fn the_reader_knows_a_sentence_from_a_list_of_styles() {
    let is = |text: &str, before: &str| says_something(&Literal { line: 1, text: text.into(), before: before.into() });
    assert!(is("Call the clinic.", "say("));
    assert!(is("no answer in {n} minutes", "format!("));
    assert!(!is("{days}, {span}", "fill("));
    assert!(!is("M4 9h16v10H4z", "d="));
    assert!(!is("card point", "<div class="));
    assert!(!is("week-own week-changed", "=> ("));
    assert!(is("well-known places", "=> ("));
    assert!(!is("pill pill-{rank}", "format!("));
    assert!(!is("<p class=\\\"hint low\\\" id=x>{}</p>", "markup("));
    assert!(is("<p class=\\\"hint low\\\">Call us</p>", "markup("));
    assert!(is("<b aria-label=\\\"Call us\\\">{}</b>", "markup("));
    assert!(!is("type=\\\"tel\\\" autocomplete=\\\"tel\\\"", "text("));
}

#[test]
fn no_file_is_longer_than_a_reader_is_patient() {
    let mut broken = Vec::new();
    for path in all() {
        let read = is(&path, &[".rs", ".css", ".js", ".mjs"]);
        if !read || LISTS.contains(&path.as_str()) || is_test(&path) || path.starts_with("tests/") {
            continue;
        }
        let lines = text(&path).lines().count();
        if lines > MOST_LINES {
            broken.push(format!("{path} has {lines} lines; {MOST_LINES} is the most"));
        } else if lines > MANY_LINES {
            println!("{path} has {lines} lines; more than {MANY_LINES} is worth a look");
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn the_core_depends_on_calendar_arithmetic_and_nothing_else() {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--package", "foothold-core", "--edges", "normal,build", "--prefix", "none"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo is here, because it runs this test");
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let tree = String::from_utf8_lossy(&tree.stdout).into_owned();
    let mut names: Vec<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names, ["autocfg", "chrono", "foothold-core", "num-traits"]);
}

#[test]
fn no_file_speaks_of_the_machine_it_was_written_on() {
    // In pieces, so that this file does not say them itself.
    let anywhere = [["/wo", "rk/"], ["/ro", "ot/"], [".lib", "rary/"]].map(|parts| parts.concat());
    let in_documents = [["/t", "mp/"], ["/ho", "me/"]].map(|parts| parts.concat());
    let mut broken = Vec::new();
    for path in all() {
        // Pictures and the like are no text.
        let Ok(text) = std::fs::read_to_string(root().join(&path)) else { continue };
        let document = is(&path, &[".md", ".toml"]);
        let words = anywhere.iter().chain(in_documents.iter().filter(|_| document));
        for word in words.filter(|word| text.contains(word.as_str())) {
            let line = text.lines().position(|line| line.contains(word.as_str())).unwrap_or(0) + 1;
            broken.push(format!("{path}:{line}: {word}"));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}
