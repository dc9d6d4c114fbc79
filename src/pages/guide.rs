//! The guide's page. It holds every question, every item of the end and every reason; the app
//! shows one screen of it at a time. Without the app all of it is there to read.

use super::{Source, heading, topic};
use crate::components::calls;
use crate::explorer::guide::{END, PLACE, id_of};
use crate::route::Route;
use foothold_core::explore::guide::{ITEMS, Kind};
use foothold_words::guide::{Guide, Item, Question};
use foothold_words::{Words, page};
use leptos::prelude::*;

/// Title and description.
pub(super) fn title(words: Words) -> (&'static str, &'static str) {
    let guide = Guide::of(words.lang);
    (words.own(guide.title), words.own(guide.description))
}

/// The main part.
pub(super) fn main(source: &Source, words: Words) -> impl IntoView + use<> {
    let guide = Guide::of(words.lang);
    let questions: Vec<AnyView> =
        guide.questions.iter().enumerate().map(|(at, question)| screen(words, guide, at, question)).collect();
    view! {
        <main id="main" data-page="guide" class="page topic guide">
            {heading(words.own(guide.heading))}
            <p class="lead">{words.own(guide.lead)}</p>
            <section class="guide-first" aria-labelledby="guide-first-title">
                <h2 id="guide-first-title">{words.own(guide.first_title)}</h2>
                <ul>{calls_first(source, words)}</ul>
                <p>{words.own(guide.first_end)}</p>
            </section>
            <div data-place=PLACE data-late="">
                {questions}
                {end(source, words, guide)}
            </div>
        </main>
    }
}

/// Whom to call before anything else, line by line.
pub(super) fn calls_first(source: &Source, words: Words) -> impl IntoView + use<> {
    let lines = Guide::of(words.lang).first.iter();
    lines.map(|text| view! { <li inner_html=linked(source, words.own(text))></li> }).collect_view()
}

/// A text as markup, whose numbers can be called.
fn linked(source: &Source, text: &str) -> String {
    let phone = &source.site.phone;
    let said = text.replace("{phone}", &phone.shown).replace(['{', '}'], "");
    calls(&said, [&phone.shown, &phone.dial])
}

/// One question: a screen of its own where the app runs.
fn screen(words: Words, guide: &'static Guide, at: usize, question: &'static Question) -> AnyView {
    let name = id_of(&[question.id]);
    let (whole, title, why) =
        (id_of(&["q", question.id]), id_of(&["q", question.id, "title"]), id_of(&["q", question.id, "why"]));
    let count = words.own(guide.count).replace("{at}", &(at + 1).to_string());
    let count = count.replace("{of}", &guide.questions.len().to_string());
    let answers = question
        .answers
        .iter()
        .map(|answer| {
            let id = id_of(&[question.id, answer.id]);
            view! {
                <span class="choice choice-line">
                    <input type="radio" id=id.clone() name=name.clone() value=answer.id />
                    <label for=id>{words.own(answer.label)}</label>
                </span>
            }
        })
        .collect_view();
    let back = (at > 0).then(|| {
        view! { <button type="button" class="button button-outline" data-do="guide:back">{words.own(guide.back)}</button> }
    });
    let on = if at + 1 < guide.questions.len() { guide.next } else { guide.finish };
    view! {
        <section class="card guide-screen" id=whole aria-labelledby=title.clone()>
            <p class="eyebrow">{count}</p>
            <h2 id=title.clone() tabindex="-1">{words.own(question.ask)}</h2>
            <p class="hint" id=why.clone()>{words.own(guide.why)}" "{words.own(question.why)}</p>
            <div class="choices choices-stack" role="radiogroup" aria-labelledby=title.clone() aria-describedby=why.clone()>{answers}</div>
            <p class="hero-go when-live">
                <button type="button" class="button" data-do="guide:next">{words.own(on)}</button>
                {back}
            </p>
        </section>
    }
    .into_any()
}

fn end(source: &Source, words: Words, guide: &'static Guide) -> impl IntoView + use<> {
    let of = |kind: Kind| -> Vec<AnyView> {
        let texts = guide.items.iter().zip(&ITEMS).filter(|(_, rule)| rule.kind == kind);
        texts.map(|(text, rule)| item(source, words, guide, text, rule)).collect()
    };
    let given = guide
        .questions
        .iter()
        .map(|question| {
            let labels = question
                .answers
                .iter()
                .map(|answer| view! { <span id=id_of(&["given", question.id, answer.id])>{words.own(answer.label)}</span> })
                .collect_view();
            view! {
                <li>
                    <span><strong>{words.own(question.ask)}</strong>" "{labels}</span>
                    <button type="button" class="button-quiet" data-do=format!("guide:{}", question.id)>
                        {words.own(guide.change)}<span class="hidden">{": "}{words.own(question.ask)}</span>
                    </button>
                </li>
            }
        })
        .collect_view();
    view! {
        <div id=END class="guide-end">
            <section aria-labelledby="guide-end-title">
                <h2 id="guide-end-title" tabindex="-1">{words.own(guide.end_title)}</h2>
                <p class="section-lead">{words.own(guide.end_lead)}</p>
                <ul class="blocks blocks-cards">{of(Kind::Way)}</ul>
            </section>
            <section aria-labelledby="guide-others">
                <h2 id="guide-others">{words.own(guide.others_title)}</h2>
                <ul class="blocks blocks-cards">{of(Kind::Other)}</ul>
            </section>
            <section aria-labelledby="guide-asks">
                <h2 id="guide-asks">{words.own(guide.asks_title)}</h2>
                <ul class="guide-asks">{of(Kind::Ask)}</ul>
                {topic::take_along(words, Route::Guide)}
            </section>
            <section class="card when-live" aria-labelledby="guide-answers">
                <h2 id="guide-answers">{words.own(guide.answers_title)}</h2>
                <p class="hint">{words.own(guide.kept)}</p>
                <ul class="guide-given">{given}</ul>
                <p><button type="button" class="button button-outline" data-do="guide:over">{words.own(guide.over)}</button></p>
            </section>
        </div>
    }
}

/// One item of the end, with every reason that can bring it up.
fn item(
    source: &Source,
    words: Words,
    guide: &'static Guide,
    text: &'static Item,
    rule: &'static foothold_core::explore::guide::Item,
) -> AnyView {
    let reasons = rule
        .when
        .iter()
        .map(|(question, answer)| {
            let id = id_of(&["why", rule.id, question, answer]);
            let answers = guide.questions.iter().filter(|known| known.id == *question).flat_map(|known| known.answers);
            let said: String = answers.filter(|known| known.id == *answer).map(|known| words.own(known.said)).collect();
            view! { <span id=id>" "{said}</span> }
        })
        .collect_view();
    let why = (!rule.when.is_empty()).then(|| {
        view! {
            <p class="hint">
                <span class="when-live">{words.own(guide.because)}</span>
                <span class="when-still">{words.own(guide.worth)}</span>
                {reasons}
            </p>
        }
    });
    let id = id_of(&["item", rule.id]);
    if rule.kind == Kind::Ask {
        let tick = format!("tick-{id}");
        return view! {
            <li id=id>
                <span class="choice choice-line">
                    <input type="checkbox" id=tick.clone() value=words.own(text.title) />
                    <label for=tick>{words.own(text.title)}</label>
                </span>
                {why}
            </li>
        }
        .into_any();
    }
    view! {
        <li class="card point" id=id>
            <h3>{words.own(text.title)}</h3>
            <p inner_html=linked(source, words.own(text.text))></p>
            {why}
            {link(source, words, rule.id)}
        </li>
    }
    .into_any()
}

/// Where an item leads.
fn link(source: &Source, words: Words, item: &str) -> Option<AnyView> {
    let to = |route: Route, anchor: &str, text: &'static str| {
        let to = Route::Guide.link(route) + anchor;
        Some(view! { <p><a class="link" href=to data-route="">{text}</a></p> }.into_any())
    };
    let named = |route: Route| topic::of(words, route).map_or("", |topic| words.own(topic.name));
    match item {
        "talk" => {
            let phone = &source.site.phone;
            let dial = format!("tel:{}", phone.dial);
            Some(
                view! {
                    <p class="hero-go">
                        <a class="button" href=Route::Guide.link(Route::Ask) data-route="">{words.of(page::NAV_ASK)}</a>
                        <a class="link" href=dial data-dial=""><span data-fact="phone">{phone.shown.clone()}</span></a>
                    </p>
                }
                .into_any(),
            )
        }
        "program" => to(Route::Program, "#tracks", words.of(page::MORE_PROGRAM)),
        "planner" => to(Route::Week, "", words.of(page::WEEK_HEADING)),
        "money" => to(Route::Money, "", named(Route::Money)),
        "start" => to(Route::Start, "", named(Route::Start)),
        "kinds" => to(Route::Levels, "", named(Route::Levels)),
        "family" => to(Route::Questions, "#for-others", named(Route::Questions)),
        _ => None,
    }
}
