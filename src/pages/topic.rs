//! The pages beside the program page, and the list of all pages.

use super::prose::Say;
use super::{Source, heading};
use crate::explorer::list;
use crate::route::Route;
use foothold_words::guide::Guide;
use foothold_words::topics::{Level, Topic, Topics};
use foothold_words::{Words, page};
use leptos::prelude::*;

/// The texts of a route that is one of these pages.
pub(super) fn of(words: Words, route: Route) -> Option<&'static Topic> {
    let topics = Topics::of(words.lang);
    match route {
        Route::Levels => Some(&topics.levels),
        Route::Questions => Some(&topics.questions),
        Route::Money => Some(&topics.money),
        Route::Start => Some(&topics.start),
        _ => None,
    }
}

/// The main part.
pub(super) fn main(source: &Source, words: Words, route: Route, topic: &'static Topic) -> impl IntoView + use<> {
    let say = Say { open: true, ..Say::of(source, words) };
    let name = route.folder().trim_end_matches('/');
    let compared = (route == Route::Levels).then(|| levels(source, words));
    let looking = (route == Route::Questions).then(|| {
        view! { <p><a class="link" href=route.link(Route::Search) data-route="">{words.of(page::SEARCH_LINK)}</a></p> }
    });
    let sections: Vec<AnyView> = topic.sections.iter().map(|section| say.section(section)).collect();
    let sections = if route == Route::Start {
        view! { <div data-place=list::PLACE data-late="">{sections}{take_along(words, route)}</div> }.into_any()
    } else {
        sections.into_any()
    };
    view! {
        <main id="main" data-page=name class="page topic">
            {heading(say.own(topic.heading))}
            <p class="lead">{say.own(topic.lead)}</p>
            {looking}
            {compared}
            {sections}
            <section class="section onward" aria-labelledby="onward-title">
                <h2 id="onward-title">{words.of(page::ONWARD)}</h2>
                <p class="hero-go">
                    <a class="button" href=route.link(Route::Ask) data-route="">{words.of(page::NAV_ASK)}</a>
                    <a class="button button-outline" href=route.link(Route::Week) data-route="">{words.of(page::WEEK_HEADING)}</a>
                </p>
            </section>
        </main>
    }
}

/// The way from ticked questions to the form.
pub(super) fn take_along(words: Words, route: Route) -> impl IntoView + use<> {
    view! {
        <div class="when-live">
            <p><a class="button button-outline" href=route.link(Route::Ask) data-route="">{words.of(page::TAKE_ALONG)}</a></p>
            <p class="hint">{words.of(page::TAKE_ALONG_HINT)}</p>
        </div>
    }
}

/// The comparison: a table, whose rows become cards on a phone.
fn levels(source: &Source, words: Words) -> impl IntoView + use<> {
    let topics = Topics::of(words.lang);
    let heads: Vec<AnyView> = std::iter::once(words.of(page::LEVEL_NAME))
        .chain(topics.level_heads.map(|head| words.own(head)))
        .map(|head| view! { <th scope="col">{head}</th> }.into_any())
        .collect();
    let rows: Vec<AnyView> = topics.level_rows.iter().map(|level| row(source, words, level, topics)).collect();
    view! {
        <table class="levels">
            <thead><tr>{heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(source: &Source, words: Words, level: &'static Level, topics: &'static Topics) -> AnyView {
    let own = source.site.level_names.iter().find(|(id, _)| id == level.id);
    let name = own.map_or_else(|| words.own(level.name).to_owned(), |(_, name)| name.clone());
    let here = level.id == "intensive";
    let mark = here.then(|| view! { <span class="levels-here">{words.of(page::LEVEL_THIS)}</span> });
    let cells: Vec<AnyView> = [level.hours, level.nights, level.work, level.purpose]
        .into_iter()
        .zip(topics.level_heads)
        .map(|(text, head)| {
            view! { <td><span class="levels-head" aria-hidden="true">{words.own(head)}</span>{words.own(text)}</td> }
                .into_any()
        })
        .collect();
    view! {
        <tr id=format!("level-{}", level.id) class=if here { "levels-this" } else { "levels-other" }>
            <th scope="row">{name}{mark}</th>
            {cells}
        </tr>
    }
    .into_any()
}

/// Every page for visitors: where it leads, its name, what is found there.
fn places(words: Words, route: Route) -> Vec<(Route, &'static str, &'static str)> {
    let mut places = vec![(Route::Program, words.of(page::MORE_PROGRAM), words.of(page::MORE_PROGRAM_ABOUT))];
    let guide = Guide::of(words.lang);
    places.push((Route::Guide, words.own(guide.name), words.own(guide.about)));
    places.extend(
        Route::ALL
            .into_iter()
            .filter_map(|to| Some((to, of(words, to)?)))
            .map(|(to, topic)| (to, words.own(topic.name), words.own(topic.about))),
    );
    places.push((Route::Week, words.of(page::WEEK_HEADING), words.of(page::MORE_WEEK_ABOUT)));
    places.push((Route::Ask, words.of(page::NAV_ASK), words.of(page::MORE_ASK_ABOUT)));
    places.into_iter().filter(|(to, _, _)| *to != route).collect()
}

/// The name of a page; the page for paper has none in the list.
pub(super) fn name(words: Words, route: Route) -> &'static str {
    let named = places(words, Route::Check).into_iter().find(|(to, _, _)| *to == route);
    named.map_or(words.of(page::PAPER_HEADING), |(_, name, _)| name)
}

/// The other pages as cards.
pub(super) fn cards(words: Words, route: Route) -> impl IntoView + use<> {
    let cards: Vec<AnyView> = places(words, route)
        .into_iter()
        .map(|(to, name, about)| {
            view! {
                <li><a class="card more-card" href=route.link(to) data-route=""><strong>{name}</strong><span>{about}</span></a></li>
            }
            .into_any()
        })
        .collect();
    view! {
        <nav class="more" aria-labelledby="more-title">
            <h2 id="more-title">{words.of(page::MORE_TITLE)}</h2>
            <ul class="more-list">{cards}</ul>
        </nav>
    }
}

/// The other pages as plain links, at the foot of every page.
pub(super) fn links(words: Words, route: Route) -> impl IntoView + use<> {
    let links: Vec<AnyView> = places(words, route)
        .into_iter()
        .map(|(to, name, _)| {
            view! { <li><a class="foot-link" href=route.link(to) data-route="">{name}</a></li> }.into_any()
        })
        .collect();
    view! {
        <nav class="foot-pages" aria-labelledby="foot-pages">
            <h2 id="foot-pages">{words.of(page::MORE_TITLE)}</h2>
            <ul>{links}</ul>
        </nav>
    }
}
