//! The search over the pages as they are: whatever can be found is there, and people's own words lead to it.

use crate::files::text;
use foothold::pages::{Source, index, write};
use foothold::route::Route;
use foothold_core::config::load_in;
use foothold_core::explore::search::{Index, fold};
use foothold_core::time::parse_date;
use foothold_words::{Lang, search};

/// The demo's pages and index in a language.
fn demo<T>(lang: Lang, with: impl Fn(&Source) -> T) -> T {
    let clinic = text("public/clinic.json");
    let loaded = load_in(&clinic, lang.tag());
    let site = loaded.site.expect("a clinic");
    let today = parse_date("2026-11-24").expect("a date");
    with(&Source { site: &site, issues: &loaded.issues, text: &clinic, today, lang })
}

fn known(lang: Lang) -> Index {
    Index::read(&demo(lang, index)).expect("an index")
}

/// Title and address of the best places.
fn best(index: &Index, typed: &str) -> Vec<String> {
    index.find(typed).hits.iter().map(|hit| format!("{} @{}", hit.place.title, hit.place.address)).collect()
}

#[test]
fn every_place_is_on_its_page_and_in_the_list() {
    for lang in Lang::SPOKEN {
        let file = demo(lang, index);
        let list = demo(lang, |source| write(source, Route::Search).body);
        let mut places = 0;
        for line in file.lines().skip(4) {
            let [title, page, address, said] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
            assert!(!title.is_empty() && !page.is_empty() && !said.is_empty(), "{line}");
            assert!(!line.contains(['{', '}']), "a gap is left: {line}");
            let (folder, id) = address.split_once('#').unwrap_or((address, ""));
            let route = Route::ALL.into_iter().find(|route| route.folder() == folder).expect("a route");
            let body = demo(lang, |source| write(source, route).body);
            assert!(id.is_empty() || body.contains(&format!(" id=\"{id}\"")), "{address} is not there");
            assert!(list.contains(&format!(" href=\"../{address}\" data-route")), "{address} is not listed");
            places += 1;
        }
        assert!(places > 90, "{places}");
    }
}

#[test]
fn every_page_for_visitors_can_be_found() {
    let file = demo(Lang::En, index);
    for route in Route::ALL.into_iter().filter(|route| !matches!(route, Route::Search | Route::Check)) {
        let first = format!("\t{}\t", route.folder());
        assert!(file.contains(&first), "{route:?}");
    }
}

#[test]
fn what_people_say_leads_to_what_the_pages_say() {
    let index = known(Lang::En);
    let mut lost = Vec::new();
    for (typed, address) in [
        ("rehab", "levels/#level-residential"),
        ("IOP", "levels/#level-intensive"),
        ("PIO", "levels/#level-intensive"),
        ("12-step", "questions/#q-belief"),
        ("AA meetings", "questions/#q-belief"),
        ("god", "questions/#q-belief"),
        ("insurence", "money/#pay-without"),
        ("how much does it cost", "#benefits-cost"),
        ("no insurance", "money/#pay-without"),
        ("medicaid", "money/#pay-without"),
        ("medicare", "money/#pay-medicare"),
        ("FMLA", "money/#off-fmla"),
        ("time off work", "money/#time-off"),
        ("suboxone", "questions/#q-medicine"),
        ("meds", "questions/#q-medicine"),
        ("zoom", "questions/#q-online"),
        ("can i keep my job", "#working"),
        ("my husband", "questions/#for-others"),
        ("relapse", "questions/#q-return"),
        ("drug test", "#expect-mix"),
        ("group therapy", "#happens-group"),
        ("how long", "questions/#q-length"),
        ("interpreter", "questions/#q-language"),
        ("address", "ask/"),
        ("do i have to talk in group", "#expect-speaking"),
        ("missed session", "#expect-missed"),
        ("confidential", "money/#privacy"),
        ("depression", "questions/#q-mental-health"),
        ("evening", "#evening"),
        ("saturday", "#saturday"),
        ("partial hospitalization", "levels/#level-day"),
        ("php", "levels/#level-day"),
        ("kids", "#who-duties"),
        ("first visit", "#expect-first-visit"),
    ] {
        let found = best(&index, typed);
        if !found.iter().take(4).any(|hit| hit.ends_with(&format!("@{address}"))) {
            lost.push(format!("{typed}: {found:#?}"));
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn what_people_say_in_spanish_leads_to_what_the_pages_say() {
    let index = known(Lang::Es);
    let mut lost = Vec::new();
    for (typed, address) in [
        ("PIO", "levels/#level-intensive"),
        ("rehab", "levels/#level-residential"),
        ("anexo", "levels/#level-residential"),
        ("12 pasos", "questions/#q-belief"),
        ("AA", "questions/#q-belief"),
        ("aseguranza", "money/#pay-without"),
        ("cuánto cuesta", "#benefits-cost"),
        ("cuanto dura", "questions/#q-length"),
        ("medicaid", "money/#pay-without"),
        ("recaida", "questions/#q-return"),
        ("recaída", "questions/#q-return"),
        ("mi esposo", "questions/#for-others"),
        ("niños", "start/#step-ask"),
        ("medicamentos", "questions/#q-medicine"),
        ("zoom", "questions/#q-online"),
        ("permiso del trabajo", "money/#time-off"),
        ("inglés", "questions/#q-language"),
        ("privacidad", "money/#privacy"),
        ("migra", "money/#privacy"),
        ("grupo", "#happens-group"),
        ("sábado", "#saturday"),
        ("depresión", "questions/#q-mental-health"),
        ("dirección", "ask/"),
        ("primera visita", "#expect-first-visit"),
        ("primera vicita", "#expect-first-visit"),
    ] {
        let found = best(&index, typed);
        if !found.iter().take(4).any(|hit| hit.ends_with(&format!("@{address}"))) {
            lost.push(format!("{typed}: {found:#?}"));
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn what_cannot_wait_is_answered_with_whom_to_call_in_either_language() {
    for lang in Lang::SPOKEN {
        let index = known(lang);
        let urgent = [
            "detox",
            "Detóx",
            "overdose",
            "sobredosis",
            "suicide",
            "suicidio",
            "suiside",
            "withdrawal",
            "988",
            "emergency",
        ];
        for typed in urgent {
            assert!(index.find(typed).call_first, "{lang:?}: {typed}");
        }
        for typed in ["insurance", "seguro", "grupo", "group", "work", "trabajo", "kids", "niños", "evening"] {
            assert!(!index.find(typed).call_first, "{lang:?}: {typed}");
        }
    }
    for typed in ["quit drinking", "how to stop drinking", "my son is not breathing"] {
        assert!(known(Lang::En).find(typed).call_first, "{typed}");
    }
    for typed in ["dejar de tomar", "quiero dejar de beber", "no quiero vivir"] {
        assert!(known(Lang::Es).find(typed).call_first, "{typed}");
    }
}

#[test]
fn every_saying_leads_somewhere() {
    for lang in Lang::SPOKEN {
        let file = demo(lang, index);
        let places: Vec<&str> = file.lines().skip(4).collect();
        let sayings = search::sayings(lang);
        let mut typed: Vec<&str> = sayings.same.iter().map(|(typed, _)| *typed).collect();
        let mut lost = Vec::new();
        for (phrase, means) in sayings.same {
            assert_eq!(fold(phrase), *phrase, "{lang:?}: sayings are written folded");
            // Each word by itself, so that no row hides behind another.
            let known =
                |word: &str| places.iter().any(|place| fold(place).split(' ').any(|have| have.starts_with(word)));
            if !means.split([',', ' ']).any(known) {
                lost.push(*phrase);
            }
        }
        assert!(lost.is_empty(), "{lang:?}: these mean nothing that the pages say: {lost:?}");
        typed.sort_unstable();
        let all = typed.len();
        typed.dedup();
        assert_eq!(typed.len(), all, "{lang:?}: a saying stands there twice");
    }
}
