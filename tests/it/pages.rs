//! The pages as they are written at build time: help first, one heading, nothing inline, and a page
//! for every clinic that has a name and a phone.

use crate::files::{below, text};
use foothold::pages::{Page, Source, search_engines, write};
use foothold::route::Route;
use foothold_core::config::{Loaded, load, load_in};
use foothold_core::json::{Value, parse};
use foothold_core::time::parse_date;
use foothold_words::prose::SEED_POINTS;
use foothold_words::{Key, Lang, Words, page};

fn pages_of(text: &str) -> (Loaded, Vec<(Route, Page)>) {
    pages_in(text, Lang::En)
}

fn pages_in(text: &str, lang: Lang) -> (Loaded, Vec<(Route, Page)>) {
    let loaded = load_in(text, lang.tag());
    let site = loaded.site.clone().expect("a clinic with a name and a phone");
    let today = parse_date("2026-11-24").expect("a date");
    let source = Source { site: &site, issues: &loaded.issues, text, today, lang };
    let pages = Route::ALL.into_iter().map(|route| (route, write(&source, route))).collect();
    (loaded, pages)
}

/// The demo's pages in both languages.
fn all() -> Vec<(Route, Page)> {
    Lang::SPOKEN.into_iter().flat_map(|lang| pages_in(&text("public/clinic.json"), lang).1).collect()
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
    for (route, page) in all() {
        let main = page.body.find("<main").expect("a main part");
        let before = page.body.get(..main).unwrap_or_default();
        let dialled = values(before, "href");
        for number in ["tel:911", "tel:988", "tel:+13125550134"] {
            assert!(dialled.contains(&number), "{route:?} has no {number} before its main part");
        }
    }
}

/// The page without these elements and what is in them.
fn without(page: &str, elements: &[&str]) -> String {
    let mut left = page.to_owned();
    for element in elements {
        let (open, close) = (format!("<{element}"), format!("</{element}>"));
        while let Some(start) = left
            .match_indices(&open)
            .map(|(at, _)| at)
            .find(|at| left.get(at + open.len()..).is_some_and(|rest| rest.starts_with([' ', '>'])))
        {
            let end = left.get(start..).and_then(|rest| rest.find(&close)).expect("the element ends");
            left.replace_range(start..start + end + close.len(), "");
        }
    }
    left
}

/// What people read of a piece of a page: ids and addresses are no text.
fn text_of(html: &str) -> String {
    let mut inside = false;
    let keep = |c: &char| {
        let was = inside;
        inside = *c == '<' || inside && *c != '>';
        !was && !inside
    };
    html.chars().filter(keep).collect()
}

#[test]
fn every_number_that_a_text_names_can_be_called() {
    let mut seen = 0;
    for (route, page) in all() {
        if route == Route::Check {
            continue;
        }
        let main = page.body.find("<main").and_then(|at| page.body.get(at..)).expect("a main part");
        // A heading names a number; the text below it is what one calls from.
        let left = text_of(&without(main, &["h3", "a"]));
        for number in ["911", "988", "1-800", "(312) 555-0134"] {
            let at = left.find(number);
            let around = at.and_then(|at| left.get(at.saturating_sub(60)..at + number.len()));
            assert_eq!(around, None, "{route:?}");
        }
        seen += values(main, "class").iter().filter(|class| **class == "tel").count();
        let foot = main.find("<footer").and_then(|at| main.get(at..)).expect("a footer");
        assert!(values(foot, "href").contains(&"tel:+13125550134"), "{route:?}: when we answer, and no number");
    }
    assert!(seen > 20, "{seen}");
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
    for (route, page) in all() {
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
    let pages = all();
    for (at, (route, page)) in pages.iter().enumerate() {
        assert!(!page.title.is_empty() && !page.description.is_empty(), "{route:?}");
        assert!(!page.title.contains('{') && !page.description.contains('{'), "{route:?} has a gap in its head");
        assert!(pages.iter().take(at).all(|(_, other)| other.title != page.title), "{route:?}");
    }
}

#[test]
fn nothing_on_a_page_needs_a_looser_policy() {
    for (route, page) in all() {
        let lower = page.body.to_lowercase();
        assert!(!lower.contains("<script") && !lower.contains("<style"), "{route:?} has code or styles of its own");
        for tag in tags(&lower) {
            let words: Vec<&str> = tag.split_whitespace().collect();
            let inline =
                words.iter().any(|word| word.starts_with("style=") || word.starts_with("on") && word.contains('='));
            assert!(!inline, "{route:?}: {tag}");
        }
        // Besides what machines should know there is one script of ours, for the clinic's web person.
        let code: Vec<&str> =
            tags(&page.head).filter(|tag| tag.starts_with("script") && !tag.contains("ld+json")).collect();
        let own = |tag: &&str| tag.starts_with("script type=\"module\" src=\"../") && tag.ends_with("check/owner.js\"");
        assert!(code.iter().all(own) && code.len() == usize::from(route == Route::Check), "{route:?}: {code:?}");
    }
}

#[test]
fn no_page_fetches_anything_from_another_server() {
    for (route, page) in all() {
        let fetched = ["src", "srcset", "poster", "data"].map(|name| values(&page.body, name)).concat();
        let foreign: Vec<&&str> = fetched
            .iter()
            .filter(|from| !from.trim_start_matches("../").trim_start_matches("./").starts_with("pictures/"))
            .collect();
        assert!(foreign.is_empty(), "{route:?}: {foreign:?}");
    }
}

#[test]
fn every_picture_is_there_says_nothing_of_its_own_and_keeps_its_room() {
    let pages = all();
    let pictures: Vec<&str> =
        pages.iter().flat_map(|(_, page)| tags(&page.body)).filter(|tag| tag.starts_with("img ")).collect();
    assert_eq!(pictures.len(), 8, "four in each language");
    for tag in pictures {
        let name = tag.split("pictures/").nth(1).and_then(|rest| rest.split('"').next()).expect("a file");
        let file = text(&format!("public/pictures/{name}"));
        for mark in ["alt", "width=\"240\"", "height=\"120\"", "loading=\"lazy\""] {
            assert!(tag.contains(mark), "{mark}: {tag}");
        }
        assert!(
            file.contains("width=\"240\" height=\"120\"") && !file.contains("<text") && !file.contains("href"),
            "{name}"
        );
        assert!(file.contains("prefers-color-scheme:dark"), "{name} is for the light only");
    }
}

#[test]
fn links_between_pages_are_relative_so_that_any_folder_will_do() {
    for (route, page) in all() {
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

#[test]
fn every_page_leads_to_itself_in_the_other_language_and_tells_machines_so() {
    let (pages, others) = (demo(), pages_in(&text("public/clinic.json"), Lang::Es).1);
    assert_eq!(others.len(), pages.len());
    for (route, spanish) in &others {
        let up = "../".repeat(route.folder().matches('/').count());
        let english = pages.iter().find(|(other, _)| other == route).map(|(_, page)| page).expect("the page");
        let tongue = |page: &Page, href: &str| {
            let links: Vec<&str> = tags(&page.body).filter(|tag| tag.contains("class=\"tongue\"")).collect();
            assert!(links.len() == 1 && links.iter().all(|link| link.contains(href)), "{route:?}: {links:?}");
        };
        let there = if up.is_empty() { "./".to_owned() } else { up.clone() };
        tongue(english, &format!("href=\"{there}es/{}\"", route.folder()));
        tongue(spanish, &format!("href=\"../{up}{}\"", route.folder()));
        if *route == Route::Check {
            // For the clinic's web person, and for no machine.
            continue;
        }
        let site = "https://impact-outpatient.example/";
        let canonical = format!("<link rel=\"canonical\" href=\"{site}es/{}\">", route.folder());
        assert!(spanish.head.contains(&canonical), "{route:?}: {}", spanish.head);
        for page in [english, spanish] {
            for (lang, folder) in [("en", ""), ("es", "es/"), ("x-default", "")] {
                let alternate = format!("hreflang=\"{lang}\" href=\"{site}{folder}{}\">", route.folder());
                assert!(page.head.contains(&alternate), "{route:?}: {}", page.head);
            }
        }
    }
}

#[test]
fn a_translation_says_that_nobody_reviewed_it_until_the_clinic_names_who_did() {
    let text = text("public/clinic.json");
    let said = Words::ES.of(page::UNREVIEWED);
    for (route, page) in pages_in(&text, Lang::Es).1 {
        assert_eq!(page.body.matches(said).count(), 1, "{route:?}");
    }
    let named = text.replacen(
        "\"version\": 1,",
        r#""version": 1, "reviewed": [{ "language": "es", "by": "Ana Ruiz, LCSW", "on": "2026-11-20" }],"#,
        1,
    );
    for (route, page) in pages_in(&named, Lang::Es).1 {
        assert!(!page.body.contains(said), "{route:?}");
        assert!(page.body.contains("Texto revisado por Ana Ruiz, LCSW el 20 de noviembre de 2026."), "{route:?}");
    }
    assert!(demo().iter().all(|(_, page)| !page.body.contains(Words::EN.of(page::UNREVIEWED))));
}

#[test]
fn a_spanish_page_shows_the_clinics_own_texts_in_spanish() {
    let pages = pages_in(&text("public/clinic.json"), Lang::Es).1;
    let program = page_of(Route::Program, &pages);
    assert!(program.contains("Grupo de prevención de recaídas") && !program.contains("Relapse prevention group"));
    assert!(program.contains("Lunes a jueves, 8\u{a0}a.\u{a0}m. a 9\u{a0}p.\u{a0}m."));
}

#[test]
fn a_clinic_that_speaks_spanish_first_has_it_at_the_top_of_its_site() {
    let text = text("public/clinic.json").replacen(r#"["en", "es"]"#, r#"["es", "en"]"#, 1);
    let pages = pages_in(&text, Lang::Es).1;
    let site = "https://impact-outpatient.example/";
    let head = &pages.iter().find(|(route, _)| *route == Route::Week).expect("the page").1.head;
    assert!(head.contains(&format!("<link rel=\"canonical\" href=\"{site}week/\">")), "{head}");
    assert!(head.contains(&format!("hreflang=\"en\" href=\"{site}en/week/\">")), "{head}");
}

#[test]
fn search_engines_are_told_every_page_and_not_the_one_for_the_web_person() {
    let text = text("public/clinic.json");
    let files = |text: &str| {
        let loaded = load(text);
        let site = loaded.site.expect("a clinic");
        let today = parse_date("2026-11-24").expect("a date");
        search_engines(&Source { site: &site, issues: &[], text, today, lang: Lang::En })
    };
    let known = files(&text);
    let map = &known.iter().find(|(name, _)| *name == "sitemap.xml").expect("a map").1;
    assert_eq!(map.matches("<loc>").count(), 2 * (Route::ALL.len() - 1));
    assert!(map.contains("<loc>https://impact-outpatient.example/es/week/</loc>") && !map.contains("check/"));
    let plain = files(r#"{ "name": "C", "phone": "(312) 555-0134" }"#);
    assert!(plain.iter().all(|(name, text)| *name == "robots.txt" && text.contains("Disallow: /check/")));
    assert!(known.iter().any(|(_, text)| text.contains("Disallow: /check/\nDisallow: /es/check/\n")));
}

#[test]
fn questions_are_told_to_search_engines_as_they_stand_on_the_page() {
    for lang in Lang::SPOKEN {
        let pages = pages_in(&text("public/clinic.json"), lang).1;
        let page = &pages.iter().find(|(route, _)| *route == Route::Questions).expect("the page").1;
        let block = page.head.split("application/ld+json\">").nth(1).and_then(|rest| rest.split("</script>").next());
        let Ok(Value::Object(known)) = parse(block.expect("a block of data")) else { panic!("no JSON object") };
        let known = Value::Object(known);
        assert_eq!(known.at("@type").and_then(Value::as_text), Some("FAQPage"));
        let Some(Value::List(entries)) = known.get("mainEntity") else { panic!("no questions") };
        assert_eq!(entries.len(), page.body.matches("class=\"answer\"").count());
        for entry in entries {
            let question = entry.get("name").and_then(Value::as_text).expect("a question");
            assert!(page.body.contains(question), "{question}");
            assert!(entry.at("acceptedAnswer.text").is_some(), "{question}");
        }
    }
}

#[test]
fn no_value_can_end_a_block_of_data() {
    let text = text("public/clinic.json").replace("Impact Outpatient Program", "</script><b>");
    for (route, page) in pages_of(&text).1 {
        assert_eq!(page.head.matches("</script>").count(), page.head.matches("<script").count(), "{route:?}");
        assert!(!page.head.contains("<b>"), "{route:?}");
    }
}

#[test]
fn every_fact_names_its_source_and_one_past_its_date_is_seen_to_be() {
    let clinic = text("public/clinic.json");
    let loaded = load(&clinic);
    let site = loaded.site.expect("a clinic");
    let on = |day: &str| {
        let today = parse_date(day).expect("a date");
        write(&Source { site: &site, issues: &[], text: &clinic, today, lang: Lang::En }, Route::Money).body
    };
    let (now, later) = (on("2026-11-24"), on("2029-01-01"));
    let facts = now.matches("class=\"source\"").count();
    assert!(facts > 6 && now.contains("Checked November 23, 2026."));
    assert_eq!((now.matches("source-old").count(), later.matches("source-old").count()), (0, facts));
    assert!(later.contains("please ask before you rely on it"));
}

#[test]
fn a_source_is_in_english_on_a_spanish_page_and_says_so() {
    let pages = pages_in(&text("public/clinic.json"), Lang::Es).1;
    let links = |route: Route| {
        let page = page_of(route, &pages).to_owned();
        let of = page.split("class=\"source\"").skip(1).map(|source| {
            let (link, _) = source.split_once("</a>").expect("a link");
            link.split_once("<a ").expect("a link").1.to_owned()
        });
        of.collect::<Vec<_>>()
    };
    let all = [links(Route::Money), links(Route::Levels)].concat();
    assert!(all.len() > 8, "{}", all.len());
    for link in all {
        assert!(link.contains(" lang=\"en\""), "{link}");
    }
}

#[test]
fn kinds_of_care_have_the_names_that_the_clinic_gives_them() {
    let named = text("public/clinic.json").replacen(
        "\"version\": 1,",
        r#""version": 1, "level_names": { "day": { "en": "High-intensity outpatient", "es": "Alta intensidad" } },"#,
        1,
    );
    for (lang, own, ours) in
        [(Lang::En, "High-intensity outpatient", "Day program"), (Lang::Es, "Alta intensidad", "Programa de día (")]
    {
        let pages = pages_in(&named, lang).1;
        let levels = page_of(Route::Levels, &pages);
        assert!(levels.contains(own) && !levels.contains(&format!("{ours}<")), "{own}");
        assert_eq!(levels.matches(" id=\"level-").count(), 6, "six kinds");
    }
}
