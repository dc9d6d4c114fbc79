//! The search's page, and the index that it looks things up in.
//!
//! Everything that can be found is listed on the page as links, so it is of use without the app; the app brings the
//! field, and narrows the list down to what was typed. The index is a file of its own ([`index`]), which only this page
//! fetches.

use super::prose::Say;
use super::{Source, guide, heading, topic};
use crate::components::calls;
use crate::explorer::search::{ALL, FIELD, FIRST, FOUND, NONE, PLACE, SAYS};
use crate::route::Route;
use foothold_core::explore::search::{Place, write};
use foothold_words::guide::Guide;
use foothold_words::prose::{Block, Section, hero, sections};
use foothold_words::topics::{Topic, Topics};
use foothold_words::{Words, page, search};
use leptos::prelude::*;

/// Everything that can be found in this language, as the app reads it.
pub fn index(source: &Source) -> String {
    let groups = groups(source, Words::new(source.lang));
    let places: Vec<Place> = groups.into_iter().flat_map(|(_, places)| places).collect();
    write(&places, search::sayings(source.lang))
}

/// The main part. `index` is the address of the index's file.
pub(super) fn main(source: &Source, words: Words) -> impl IntoView + use<> {
    let told = |text: &str| {
        let phone = &source.site.phone;
        calls(&text.replace("{phone}", &phone.shown), [&phone.shown, &phone.dial])
    };
    let to = |route: Route| Route::Search.link(route);
    let groups = groups(source, words).into_iter().map(|(route, places)| group(words, route, &places)).collect_view();
    view! {
        <main id="main" data-page="search" class="page topic">
            {heading(words.of(page::SEARCH_HEADING))}
            <p class="lead">{words.of(page::SEARCH_LEAD)}</p>
            <div data-place=PLACE data-late="" data-index="search.txt">
                // The one is as high as the other that takes its place, so that nothing moves.
                <div>
                    <div class="field when-still">
                        <strong>{words.of(page::SEARCH_STILL)}</strong>
                        <a class="button button-outline" href=to(Route::Questions)>{words.own(Topics::of(words.lang).questions.name)}</a>
                    </div>
                    <div class="field when-live" role="search">
                        <label for=FIELD>{words.of(page::SEARCH_FIELD)}</label>
                        <input id=FIELD type="search" maxlength="100" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search" aria-describedby="search-hint" />
                    </div>
                </div>
                <p class="hint" id="search-hint">{words.of(page::SEARCH_HINT)}</p>
                <p id=SAYS class="section-lead" role="status"></p>
                <section class="guide-first" id=FIRST aria-labelledby="search-first-title" hidden>
                    <h2 id="search-first-title">{words.own(Guide::of(words.lang).first_title)}</h2>
                    <ul>{guide::calls_first(source, words)}</ul>
                </section>
                <ol id=FOUND class="blocks"></ol>
                <div class="card" id=NONE hidden>
                    <p inner_html=told(words.of(page::SEARCH_NONE))></p>
                    <p class="hero-go">
                        <a class="button" href=to(Route::Ask) data-route="">{words.of(page::NAV_ASK)}</a>
                        <a class="button button-outline" href=to(Route::Questions) data-route="">{words.own(Topics::of(words.lang).questions.name)}</a>
                    </p>
                </div>
                <div id=ALL>{groups}</div>
            </div>
        </main>
    }
}

/// One page's places as links.
fn group(words: Words, route: Route, places: &[Place]) -> AnyView {
    let id = format!("on-{}", route.folder().trim_end_matches('/'));
    let link = |place: &Place| {
        let to = format!("{}{}", Route::Search.to_base(), place.address);
        view! { <li><a class="foot-link" href=to data-route="">{place.title.clone()}</a></li> }.into_any()
    };
    let links: Vec<AnyView> = places.iter().map(link).collect();
    view! {
        <section class="section" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{topic::name(words, route)}</h2>
            <ul class="more-list">{links}</ul>
        </section>
    }
    .into_any()
}

/// Every place that can be found, page by page.
fn groups(source: &Source, words: Words) -> Vec<(Route, Vec<Place>)> {
    let say = Say::of(source, words);
    let places = |route: Route| match route {
        Route::Program => program(source, say),
        Route::Guide => vec![about_guide(say)],
        Route::Levels => levels(source, say, topic::of(words, route)),
        Route::Week => vec![
            place(
                say,
                Route::Week,
                "",
                words.of(page::WEEK_HEADING),
                &[words.of(page::WEEK_LEAD), words.of(page::WEEK_DESCRIPTION)],
            ),
            place(say, Route::Paper, "", words.of(page::PAPER_HEADING), &[words.of(page::WEEK_PAPER)]),
        ],
        Route::Ask => ask(source, say),
        Route::Search | Route::Paper | Route::Check => Vec::new(),
        route => topic::of(words, route).map(|topic| of_topic(say, route, topic)).unwrap_or_default(),
    };
    let groups = Route::ALL.into_iter().map(|route| (route, places(route)));
    groups.filter(|(_, places)| !places.is_empty()).collect()
}

/// A place; texts are put one after the other.
fn place(say: Say, route: Route, id: &str, title: &str, texts: &[&str]) -> Place {
    let anchor = if id.is_empty() { String::new() } else { format!("#{id}") };
    Place {
        title: say.named(title),
        page: topic::name(say.words, route).to_owned(),
        address: format!("{}{anchor}", route.folder()),
        text: say.named(&texts.join(" ")),
    }
}

fn program(source: &Source, say: Say) -> Vec<Place> {
    let words = say.words;
    let hero = hero(source.lang);
    let title = words.of(page::PROGRAM_TITLE).split('|').next().unwrap_or_default().trim();
    let mut places =
        vec![place(say, Route::Program, "", title, &[words.own(hero.lead), words.of(page::PROGRAM_DESCRIPTION)])];
    for section in sections(source.lang) {
        places.extend(of_section(say, Route::Program, section));
        if section.id == "average-week" {
            let serves = source.site.program.serves.as_deref().unwrap_or_default();
            places.push(place(
                say,
                Route::Program,
                "tracks",
                words.of(page::TRACKS_TITLE),
                &[words.of(page::TRACKS_LEAD), serves],
            ));
            places.extend(source.site.tracks.iter().map(|track| {
                let sessions = track.sessions.iter().map(|session| {
                    format!("{}: {}, {}.", words.session(session), words.days(session.days), words.span(session.span))
                });
                let arranged = track.arranged.iter().map(|arranged| format!("{}.", arranged.trim_end_matches('.')));
                let texts: Vec<String> = track.about.iter().cloned().chain(arranged).chain(sessions).collect();
                place(say, Route::Program, &track.id, &track.name, &[&texts.join(" ")])
            }));
        }
    }
    places
}

fn about_guide(say: Say) -> Place {
    let guide = Guide::of(say.words.lang);
    let texts: Vec<&str> =
        [guide.lead].into_iter().chain(guide.questions.iter().map(|question| question.ask)).collect();
    let texts: Vec<&str> = texts.into_iter().map(|text| say.words.own(text)).collect();
    place(say, Route::Guide, "", say.words.own(guide.heading), &texts)
}

fn levels(source: &Source, say: Say, topic: Option<&'static Topic>) -> Vec<Place> {
    let mut places = topic.map(|topic| of_topic(say, Route::Levels, topic)).unwrap_or_default();
    let rows = Topics::of(say.words.lang).level_rows.iter().map(|level| {
        let own = source.site.level_names.iter().find(|(id, _)| id == level.id).map(|(_, name)| name.as_str());
        let texts = [level.purpose, level.hours, level.nights, level.work].map(|text| say.words.own(text));
        let text = format!("{} {}. {}. {}.", texts[0], texts[1], texts[2], texts[3]);
        place(say, Route::Levels, &format!("level-{}", level.id), own.unwrap_or(say.words.own(level.name)), &[&text])
    });
    // Below the page's own heading, as on the page.
    let at = places.len().min(1);
    places.splice(at..at, rows);
    places
}

/// The clinic itself: how it is reached, when and where.
fn ask(source: &Source, say: Say) -> Vec<Place> {
    let (words, site) = (say.words, source.site);
    let hours = words.open_hours(&site.reach.open);
    let hours = if site.phone_hours.is_empty() { &hours } else { &site.phone_hours };
    let phone = [std::slice::from_ref(&site.phone.shown), hours.as_slice()].concat().join(". ");
    let mut places = vec![
        place(
            say,
            Route::Ask,
            "",
            words.of(page::ASK_HEADING),
            &[words.of(page::ASK_LEAD), words.of(page::ASK_DESCRIPTION)],
        ),
        place(say, Route::Ask, "", words.of(page::FOOT_HOURS), &[&phone]),
    ];
    if !site.address.is_empty() {
        places.push(place(say, Route::Ask, "", words.of(page::FOOT_ADDRESS), &[&site.address.join(", ")]));
    }
    let crisis = [page::EMERGENCY_TEXT, page::EMERGENCY_SPANISH, page::EMERGENCY_SAMHSA].map(|text| words.of(text));
    places.push(place(say, Route::Ask, "", words.of(page::EMERGENCY_TITLE), &crisis));
    places
}

fn of_topic(say: Say, route: Route, topic: &'static Topic) -> Vec<Place> {
    let first = place(say, route, "", say.words.own(topic.heading), &[say.words.own(topic.lead)]);
    std::iter::once(first).chain(topic.sections.iter().flat_map(|section| of_section(say, route, section))).collect()
}

/// A section, and its blocks that have a heading of their own; the others belong to the section.
fn of_section(say: Say, route: Route, section: &Section) -> Vec<Place> {
    let own = |text: &'static str| say.words.own(text);
    // The small line above a heading is one more word for it.
    let eyebrow = format!("{}.", own(section.eyebrow));
    let mut text = if section.eyebrow == section.title { Vec::new() } else { vec![eyebrow.as_str()] };
    text.push(own(section.lead));
    let mut places = Vec::new();
    for block in section.blocks {
        let (title, texts) = match *block {
            Block::Text { text: said, .. } | Block::Ask { text: said, .. } => {
                text.push(own(said));
                continue;
            }
            Block::Point { title, text, .. } | Block::Step { title, text, .. } | Block::Fact { title, text, .. } => {
                (title, vec![text])
            }
            Block::Card { title, text, more, .. } => (title, [&[text], more].concat()),
            Block::Question { question, answer, .. } => (question, answer.to_vec()),
        };
        let texts: Vec<&str> = texts.into_iter().map(own).collect();
        places.push(place(say, route, block.id(), own(title), &texts));
    }
    places.insert(0, place(say, route, section.id, own(section.title), &text));
    places
}
