//! The program page: what an intensive outpatient program is, in plain words, and the clinic's weeks.

use super::{Block, HERO, SECTIONS, Section, Source, iso};
use crate::components::{figure, figure_text, picture_columns};
use crate::explorer::{PLACE, tracks};
use crate::route::Route;
use foothold_core::household::{Commitment, Household, Kind};
use foothold_core::plan::{Budget, WeekPicture, solve, week};
use foothold_core::time::{Days, Span, next_monday};
use foothold_words::prose::CLINIC;
use foothold_words::{Words, page};
use leptos::prelude::*;

/// The main part.
pub(super) fn main(source: &Source, words: Words) -> impl IntoView + use<> {
    let named = |text: &'static str| words.of(text).replace(CLINIC, &source.site.name);
    let sections: Vec<AnyView> = SECTIONS
        .iter()
        .flat_map(|section| {
            let own = one_section(section, &named);
            let offers = (section.id == "average-week").then(|| offers(source, words).into_any());
            std::iter::once(own).chain(offers)
        })
        .collect();
    view! {
        <main id="main" data-page="program" class="page">
            {hero(source, words)}
            {sections}
        </main>
    }
}

fn hero(source: &Source, words: Words) -> impl IntoView + use<> {
    let title =
        HERO.title.split('\n').map(|line| view! { <span class="hero-line">{words.of(line)}" "</span> }).collect_view();
    let (picture, columns) = example(source, words);
    let text = figure_text(words, &columns);
    view! {
        <div class="hero">
            <div class="hero-text">
                <p class="eyebrow">{words.of(HERO.eyebrow)}</p>
                <h1 tabindex="-1">{title}</h1>
                <p class="lead">{words.of(HERO.lead)}</p>
                <p class="hero-go">
                    <a class="button" href=Route::Program.link(Route::Week) data-route="">{words.of(HERO.plan_action)}</a>
                    <a class="button button-outline" href="#happens">{words.of(HERO.happens_action)}</a>
                </p>
            </div>
            <div class="card hero-week">
                <div inner_html=figure(words, &picture, &columns)></div>
                <p class="hint">{words.of(HERO.week_caption)}</p>
                <div class="hidden" inner_html=text></div>
            </div>
        </div>
    }
}

/// Full-time work beside the clinic's own first offer: worked out, not drawn by hand.
fn example(source: &Source, words: Words) -> (WeekPicture, Vec<crate::components::Column>) {
    let span = Span { from: 9 * 60, to: 17 * 60 };
    let work = Commitment::weekly(1, Kind::Work, Days::WORKDAYS, span);
    let work = Commitment { travel_min: 25, direct_min: Some(15), ..work };
    let household = Household::of(20, next_monday(source.today), vec![work]);
    let answer = solve(source.site, &household, Budget::default());
    let offer = answer.offers.first();
    let picture = week(source.site, &household, offer);
    let track = offer.and_then(|offer| source.site.tracks.get(offer.track));
    let columns = picture_columns(words, &picture, &|block| {
        use foothold_core::plan::BlockKind;
        match block.kind {
            BlockKind::Travel => words.say(foothold_words::Key::Travel).to_owned(),
            BlockKind::Commitment { kind, .. } => words.kind(kind),
            BlockKind::Session { index, .. } => {
                track.and_then(|track| track.sessions.get(index)).map(|s| words.session(s)).unwrap_or_default()
            }
        }
    });
    (picture, columns)
}

fn one_section(section: &Section, named: &impl Fn(&'static str) -> String) -> AnyView {
    let cards = section.blocks.iter().any(|block| matches!(block, Block::Card { .. } | Block::Point { .. }));
    let steps = section.blocks.iter().any(|block| matches!(block, Block::Step { .. }));
    let blocks = section.blocks.iter().map(|block| one_block(block, named)).collect_view();
    let blocks = if steps {
        view! { <ol class="blocks blocks-steps">{blocks}</ol> }.into_any()
    } else {
        view! { <div class=if cards { "blocks blocks-cards" } else { "blocks" }>{blocks}</div> }.into_any()
    };
    view! {
        <section class="section" id=section.id aria-labelledby=format!("{}-title", section.id)>
            <p class="eyebrow">{named(section.eyebrow)}</p>
            <h2 id=format!("{}-title", section.id)>{named(section.title)}</h2>
            <p class="section-lead">{named(section.lead)}</p>
            {blocks}
        </section>
    }
    .into_any()
}

fn one_block(block: &Block, named: &impl Fn(&'static str) -> String) -> AnyView {
    let paragraphs =
        |texts: &'static [&'static str]| texts.iter().map(|text| view! { <p>{named(text)}</p> }).collect_view();
    match *block {
        Block::Text { id, text } => view! { <p class="prose" id=id>{named(text)}</p> }.into_any(),
        Block::Point { id, title, text } => {
            view! { <div class="card point" id=id><h3>{named(title)}</h3><p>{named(text)}</p></div> }.into_any()
        }
        Block::Step { id, title, text } => {
            view! { <li class="step" id=id><h3>{named(title)}</h3><p>{named(text)}</p></li> }.into_any()
        }
        Block::Card { id, title, text, more } => view! {
            <div class="card opens" id=id>
                <h3>{named(title)}</h3>
                <p>{named(text)}</p>
                <details>
                    <summary>{named(page::CARD_MORE)}<span class="hidden">{format!(": {}", named(title))}</span></summary>
                    {paragraphs(more)}
                </details>
            </div>
        }
        .into_any(),
        Block::Question { id, question, answer } => view! {
            <details class="question" id=id><summary>{named(question)}</summary>{paragraphs(answer)}</details>
        }
        .into_any(),
    }
}

/// The clinic's own offers and facts.
fn offers(source: &Source, words: Words) -> impl IntoView + use<> {
    let site = source.site;
    let (least, most) = site.program.weeks;
    let weeks = if least == most { words.of(page::FACT_WEEKS_ONE) } else { words.of(page::FACT_WEEKS) };
    let weeks = weeks.replace("{least}", &least.to_string()).replace("{most}", &most.to_string());
    let serves = site.program.serves.as_ref().map(|s| words.of(page::FACT_SERVES).replace("{serves}", s));
    let van = site.program.van.then(|| words.of(page::FACT_VAN).to_owned());
    let child = site.program.child_minding.then(|| words.of(page::FACT_CHILD).to_owned());
    let checked = match site.checked_on {
        Some(date) => words.of(page::TRACKS_CHECKED).replace("{date}", &iso(date)),
        None => words.of(page::TRACKS_UNCHECKED).to_owned(),
    };
    let facts =
        [Some(weeks), serves, van, child].into_iter().flatten().map(|fact| view! { <li>{fact}</li> }).collect_view();
    view! {
        <section class="section" id="tracks" aria-labelledby="tracks-title">
            <p class="eyebrow">{words.of(page::TRACKS_EYEBROW)}</p>
            <h2 id="tracks-title">{words.of(page::TRACKS_TITLE)}</h2>
            <p class="section-lead">{words.of(page::TRACKS_LEAD)}</p>
            <ul class="facts">{facts}</ul>
            <div data-place=PLACE inner_html=tracks(words, site, &Route::Program.link(Route::Week))></div>
            <p class="hint">{checked}</p>
        </section>
    }
}
