//! Whatever happens to a clinic's file, it gives a page where one can be made, and what is not on
//! the page is named. The generator has a fixed seed, so a failure comes back.

mod mutate;

use foothold_core::config::{IssueKind, Loaded, Severity, load};
use foothold_core::json::{Value, parse};
use mutate::{Chance, mutated, write};

const DEMO: &str = include_str!("../../../public/clinic.json");
const CRISIS_AND_MORE: &str = include_str!("../../../tests/fixtures/clinics/broken/bad_times.json");

/// Rows of a list that an issue names: at the row, or inside it.
/// What is read of a value that is given in several languages.
fn english(value: &Value) -> &Value {
    let Value::Object(members) = value else { return value };
    let spoken = |(name, text): &(String, Value)| {
        *text == Value::Null || matches!(name.as_str(), "en" | "es") && matches!(text, Value::Text(_) | Value::List(_))
    };
    if !members.iter().all(spoken) {
        return value;
    }
    let own = value.get("en").filter(|text| **text != Value::Null);
    own.or(members.iter().map(|(_, text)| text).find(|text| **text != Value::Null)).unwrap_or(value)
}

fn named_rows(loaded: &Loaded, list: &str) -> usize {
    let row = |path: &str| path.strip_prefix(list)?.strip_prefix('[')?.split(']').next()?.parse::<usize>().ok();
    let mut rows: Vec<usize> = loaded.issues.iter().filter_map(|issue| row(&issue.path)).collect();
    rows.sort_unstable();
    rows.dedup();
    rows.len()
}

fn assert_rows_are_shown_or_named(loaded: &Loaded, list: &Value, path: &str, shown: usize, text: &str) {
    let Value::List(items) = list else {
        let named = loaded.issues.iter().any(|issue| issue.path == path);
        assert!(*list == Value::Null || named, "{path} is no list and not named in {text}");
        return;
    };
    let dropped = items.len().saturating_sub(shown);
    assert!(dropped <= named_rows(loaded, path), "{dropped} rows of {path} dropped, not all named, in {text}");
}

fn assert_nothing_is_lost_in_silence(tree: &Value, text: &str) -> bool {
    let loaded = load(text);
    let named = |path: &str| loaded.issues.iter().any(|issue| issue.path == path);
    let Some(site) = &loaded.site else {
        assert!(loaded.issues.iter().any(|issue| issue.severity == Severity::Error), "no site and no error: {text}");
        return false;
    };
    let lists = [
        ("address", site.address.len()),
        ("languages", site.languages.len()),
        ("phone_hours", site.phone_hours.len()),
        ("crisis_lines", site.crisis_lines.len()),
        ("tracks", site.tracks.len()),
        ("program.closures", site.program.closures.len()),
    ];
    for (path, shown) in lists {
        if let Some(list) = tree.at(path).map(english) {
            assert_rows_are_shown_or_named(&loaded, list, path, shown, text);
        }
    }
    if let Some(Value::List(tracks)) = tree.get("tracks")
        && tracks.len() == site.tracks.len()
    {
        for (i, (written, read)) in tracks.iter().zip(&site.tracks).enumerate() {
            if let Some(list) = written.get("sessions") {
                let path = format!("tracks[{i}].sessions");
                assert_rows_are_shown_or_named(&loaded, list, &path, read.sessions.len(), text);
            }
        }
    }
    let given = |path: &str| tree.at(path).is_some_and(|value| *value != Value::Null);
    for (path, shown) in [
        ("email", site.reach.email.is_some()),
        ("leave_to", site.leave_to.is_some()),
        ("site_url", site.site_url.is_some()),
        ("reply_by", site.reply_by.is_some()),
        ("checked_on", site.checked_on.is_some()),
        ("program.serves", site.program.serves.is_some()),
    ] {
        assert!(shown || !given(path) || named(path), "{path} is lost in {text}");
    }
    let off = loaded.issues.iter().any(|issue| issue.path == "form" && issue.kind == IssueKind::FormOff);
    assert!(site.backend.is_some() || !given("form") || off, "the form is lost in {text}");
    assert!(!site.name.trim().is_empty() && !site.phone.dial.is_empty());
    for session in site.tracks.iter().flat_map(|track| &track.sessions) {
        assert!(!session.days.is_empty() && session.span.minutes() > 0 && session.span.minutes() < 1440, "{text}");
    }
    true
}

#[test]
fn a_file_with_any_value_dropped_or_retyped_gives_a_page_and_names_what_is_lost() {
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let mut pages = 0;
    for seed in [DEMO, CRISIS_AND_MORE] {
        let tree = parse(seed).expect("JSON");
        for _ in 0..1500 {
            let changed = mutated(&tree, &mut chance);
            let site = assert_nothing_is_lost_in_silence(&changed, &write(&changed));
            let intact = ["name", "phone"].iter().all(|name| changed.get(name) == tree.get(name));
            assert!(site || !intact, "no site although name and phone are there: {}", write(&changed));
            pages += usize::from(site);
        }
    }
    assert!(pages > 2250, "most changes leave a page, here {pages} of 3000");
}

#[test]
fn a_file_with_any_characters_changed_never_stops_the_reader() {
    let mut chance = Chance(0x2545_f491_4f6c_dd1d);
    let letters: Vec<char> = DEMO.chars().collect();
    let spice: Vec<char> = "{}[]\",:\\u0019.-+tfn \n\u{1}é😀\u{feff}".chars().collect();
    let mut pages = 0;
    for _ in 0..2000 {
        let mut changed = letters.clone();
        for _ in 0..=chance.below(3) {
            let at = chance.below(changed.len());
            match chance.below(4) {
                0 => changed.truncate(at + 1),
                1 => changed.insert(at, *chance.one_of(&spice)),
                2 => {
                    changed.remove(at);
                }
                _ => changed.splice(at..=at, [*chance.one_of(&spice)]).for_each(drop),
            }
        }
        let text: String = changed.into_iter().collect();
        match parse(&text) {
            Ok(tree) => pages += usize::from(assert_nothing_is_lost_in_silence(&tree, &text)),
            Err(_) => assert_eq!(load(&text).site, None),
        }
    }
    assert!(pages > 150, "some changes leave a page, here {pages}");
}
