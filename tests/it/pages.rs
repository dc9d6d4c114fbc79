//! The pages as they are written at build time: help first, one heading, nothing inline, and a page
//! for every clinic that has a name and a phone.

use crate::files::{below, text};
use foothold::pages::{Page, Source, write};
use foothold::route::Route;
use foothold_core::config::{Loaded, load};
use foothold_core::time::parse_date;
use foothold_words::prose::SEED_POINTS;
use foothold_words::{Key, Lang, Words};

fn pages_of(text: &str) -> (Loaded, Vec<(Route, Page)>) {
    let loaded = load(text);
    let site = loaded.site.clone().expect("a clinic with a name and a phone");
    let today = parse_date("2026-11-24").expect("a date");
    let source = Source { site: &site, issues: &loaded.issues, text, today, lang: Lang::En };
    let pages = Route::ALL.map(|route| (route, write(&source, route))).into_iter().collect();
    (loaded, pages)
}

fn demo() -> Vec<(Route, Page)> {
    pages_of(&text("public/clinic.json")).1
}

fn page_of(route: Route, pages: &[(Route, Page)]) -> &str {
    pages.iter().find(|(other, _)| *other == route).map(|(_, page)| page.body.as_str()).expect("the page")
}

/// Every tag of a page as written, from `<` to `>`.
fn tags(page: &str) -> impl Iterator<Item = &str> {
    page.split('<').skip(1).filter_map(|rest| rest.split('>').next())
}

/// The values of that attribute anywhere on the page.
fn values<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    tags(page).filter_map(|tag| tag.split(start.as_str()).nth(1)?.split('"').next()).collect()
}

#[test]
fn help_stands_before_everything_else_on_every_page() {
    for (route, page) in demo() {
        let main = page.body.find("<main").expect("a main part");
        let before = page.body.get(..main).unwrap_or_default();
        let dialled = values(before, "href");
        for number in ["tel:911", "tel:988", "tel:+13125550134"] {
            assert!(dialled.contains(&number), "{route:?} has no {number} before its main part");
        }
    }
}

#[test]
fn no_clinics_file_can_take_911_and_988_away() {
    let plain = r#"{ "name": "C", "phone": "(312) 555-0134", "crisis_lines": [{ "name": "988", "phone": "988" }] }"#;
    for (route, page) in pages_of(plain).1 {
        let dialled = values(&page.body, "href");
        assert!(dialled.contains(&"tel:911") && dialled.contains(&"tel:988"), "{route:?}");
    }
}

#[test]
fn every_point_of_the_source_text_has_its_place_on_the_program_page() {
    let pages = demo();
    let ids = values(page_of(Route::Program, &pages), "id");
    let missing: Vec<_> = SEED_POINTS.iter().filter(|(_, id)| !ids.contains(id)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_page_has_one_first_heading_and_no_id_twice() {
    for (route, page) in demo() {
        assert_eq!(page.body.matches("<h1").count(), 1, "{route:?}");
        let mut ids = values(&page.body, "id");
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{route:?} has an id twice");
    }
}

#[test]
fn every_page_has_a_title_and_a_description_of_its_own() {
    let pages = demo();
    for (at, (route, page)) in pages.iter().enumerate() {
        assert!(!page.title.is_empty() && !page.description.is_empty(), "{route:?}");
        assert!(!page.title.contains('{') && !page.description.contains('{'), "{route:?} has a gap in its head");
        assert!(pages.iter().take(at).all(|(_, other)| other.title != page.title), "{route:?}");
    }
}

#[test]
fn nothing_on_a_page_needs_a_looser_policy() {
    for (route, page) in demo() {
        let lower = page.body.to_lowercase();
        assert!(!lower.contains("<script") && !lower.contains("<style"), "{route:?} has code or styles of its own");
        for tag in tags(&lower) {
            let words: Vec<&str> = tag.split_whitespace().collect();
            let inline =
                words.iter().any(|word| word.starts_with("style=") || word.starts_with("on") && word.contains('='));
            assert!(!inline, "{route:?}: {tag}");
        }
    }
}

#[test]
fn no_page_fetches_anything_from_another_server() {
    for (route, page) in demo() {
        let fetched = ["src", "srcset", "poster", "data"].map(|name| values(&page.body, name)).concat();
        assert_eq!(fetched, Vec::<&str>::new(), "{route:?}");
    }
}

#[test]
fn links_between_pages_are_relative_so_that_any_folder_will_do() {
    for (route, page) in demo() {
        let rooted: Vec<&str> = values(&page.body, "href").into_iter().filter(|link| link.starts_with('/')).collect();
        assert!(rooted.is_empty(), "{route:?}: {rooted:?}");
    }
}

#[test]
fn an_offer_without_times_sends_people_to_the_clinic() {
    let pages = demo();
    let said = Words::new(Lang::En).say(Key::AskTimes);
    assert!(page_of(Route::Program, &pages).contains(said));
}

#[test]
fn every_clinic_with_a_name_and_a_phone_has_every_page() {
    let mut written = 0;
    for path in below("tests/fixtures/clinics/", ".json") {
        let text = text(&path);
        if load(&text).site.is_none() {
            assert!(path.contains("/broken/"), "{path} gives no page");
            continue;
        }
        let (loaded, pages) = pages_of(&text);
        for (route, page) in &pages {
            assert!(page.body.contains("<main") && page.body.matches("<h1").count() == 1, "{path} {route:?}");
            assert!(values(&page.body, "href").contains(&"tel:911"), "{path} {route:?}");
        }
        let check = page_of(Route::Check, &pages);
        assert_eq!(check.contains("class=\"issues\""), !loaded.issues.is_empty(), "{path}");
        written += 1;
    }
    assert!(written > 12, "{written} clinics");
}

#[test]
fn a_page_knows_which_file_it_was_written_from() {
    let text = text("public/clinic.json");
    let (_, pages) = pages_of(&text);
    let (_, others) = pages_of(&text.replace("6pm", "6:15pm"));
    for ((_, page), (route, other)) in pages.iter().zip(&others) {
        assert_eq!(page.clinic.len(), 16);
        assert_ne!(page.clinic, other.clinic, "{route:?}");
    }
}
