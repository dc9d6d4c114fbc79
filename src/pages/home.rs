//! The program page: what an intensive outpatient program is, in plain words, and the clinic's weeks.

use super::prose::Say;
use super::{Source, hero, sections, topic};
use crate::components::{figure, figure_text, picture_columns};
use crate::explorer::{PLACE, tracks};
use crate::route::Route;
use foothold_core::household::{Commitment, Household, Kind};
use foothold_core::plan::{Budget, WeekPicture, solve, week};
use foothold_core::time::{Days, Span, next_monday};
use foothold_words::{Words, page};
use leptos::prelude::*;

/// The main part.
pub(super) fn main(source: &Source, words: Words) -> impl IntoView + use<> {
    let say = Say::of(source, words);
    let sections: Vec<AnyView> = sections(source.lang)
        .iter()
        .flat_map(|section| {
            let own = say.illustrated(section, picture(source, section.id));
            let offers = (section.id == "average-week").then(|| offers(source, words).into_any());
            std::iter::once(own).chain(offers)
        })
        .collect();
    view! {
        <main id="main" data-page="program" class="page">
            {top(source, words)}
            {topic::cards(words, Route::Program)}
            {sections}
        </main>
    }
}

/// Which sections have a picture of their own; each is a file, so that nobody waits for it.
const PICTURES: [(&str, &str); 4] =
    [("happens", "people"), ("average-week", "week"), ("start", "doorway"), ("hope", "path")];

/// The picture of a section. It says nothing that the text does not.
fn picture(source: &Source, id: &str) -> Option<AnyView> {
    let (_, file) = PICTURES.into_iter().find(|(section, _)| *section == id)?;
    let from = format!("{}pictures/{file}.svg", source.to_top(Route::Program));
    Some(view! { <img src=from alt="" width="240" height="120" loading="lazy" /> }.into_any())
}

fn top(source: &Source, words: Words) -> impl IntoView + use<> {
    let hero = hero(source.lang);
    let title =
        hero.title.split('\n').map(|line| view! { <span class="hero-line">{words.own(line)}" "</span> }).collect_view();
    let (picture, columns) = example(source, words);
    let text = figure_text(words, &columns);
    view! {
        <div class="hero">
            <div class="hero-text">
                <p class="eyebrow">{words.own(hero.eyebrow)}</p>
                <h1 tabindex="-1">{title}</h1>
                <p class="lead">{words.own(hero.lead)}</p>
                <p class="hero-go">
                    <a class="button" href=Route::Program.link(Route::Week) data-route="">{words.own(hero.plan_action)}</a>
                    <a class="button button-outline" href="#happens">{words.own(hero.happens_action)}</a>
                </p>
            </div>
            <div class="card hero-week">
                <div inner_html=figure(words, &picture, &columns)></div>
                <p class="hint">{words.own(hero.week_caption)}</p>
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
    let picture = week(source.site, &household, offer, 0);
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
        Some(date) => words.of(page::TRACKS_CHECKED).replace("{date}", &words.written_date(date)),
        None => words.of(page::TRACKS_UNCHECKED).to_owned(),
    };
    let [week, ask] = [Route::Week, Route::Ask].map(|route| Route::Program.link(route));
    let facts =
        [Some(weeks), serves, van, child].into_iter().flatten().map(|fact| view! { <li>{fact}</li> }).collect_view();
    view! {
        <section class="section" id="tracks" aria-labelledby="tracks-title">
            <p class="eyebrow">{words.of(page::TRACKS_EYEBROW)}</p>
            <h2 id="tracks-title">{words.of(page::TRACKS_TITLE)}</h2>
            <p class="section-lead">{words.of(page::TRACKS_LEAD)}</p>
            <ul class="facts">{facts}</ul>
            <div data-place=PLACE inner_html=tracks(words, site, [&week, &ask])></div>
            <p class="hint">{checked}</p>
        </section>
    }
}
