//! "Can I keep working?": the list of what somebody does, the offers that fit, the week as a picture.
//!
//! The list is primary and the picture a view of it. Everything is recomputed at every keystroke.

mod acts;
mod editor;
mod offers;
mod picture;
mod rows;
mod settings;

use crate::app::App;
use crate::browser::{self, Typed};
use crate::components::{fill, island};
use foothold_core::plan::Offer;
use foothold_words::{Key, Words};
use leptos::prelude::*;

/// The whole planner.
#[component]
pub fn Planner(
    /// The visit.
    app: App,
) -> impl IntoView {
    let words = app.words;
    let usable = app.site.with_value(|site| site.as_ref().is_some_and(|site| !site.tracks.is_empty()));
    if !usable {
        let sorry = words.fill(Key::PlanNoOffers, &[("phone", &app.phone())]);
        return view! { <p class="card">{sorry}</p> }.into_any();
    }
    let list = island("planner-rows", move || rows::html(app), move || rows::controls(app));
    let settings = island("planner-settings", move || settings::html(app), move || settings::controls(app));
    let count = island("planner-count", move || offers::count(app), Vec::new);
    let offers = island("planner-offers", move || offers::html(app), Vec::new);
    let week = island("planner-week", move || picture::html(app), Vec::new);
    fill("row-understood", move || {
        // Drawn again with the list, because the list holds its place.
        let _ = (app.editing.get(), rows::shape(app));
        editor::understood(app)
    });
    fill("clinic-travel-error", move || settings::problem(app, true));
    fill("start-error", move || settings::problem(app, false));
    view! {
        <div class="planner"
            on:click=move |ev| acts::press(app, &browser::page::pressed(&ev))
            on:input=move |ev| acts::type_in(app, &browser::page::typed_in(&ev))
            on:change=move |ev| acts::choose(app, &browser::page::typed_in(&ev))>
            <section class="card planner-list" aria-labelledby="planner-what">
                <h2 id="planner-what">{words.say(Key::PlanWhat)}</h2>
                {list}
                {settings}
                <p class="hint">{words.say(Key::PlanPrivate)}</p>
            </section>
            <section class="planner-offers" aria-labelledby="planner-which">
                <h2 id="planner-which">{words.say(Key::PlanOffers)}</h2>
                <div class="planner-status" role="status">{count}</div>
                {offers}
            </section>
            <section class="card planner-week" aria-labelledby="planner-week-title">{week}</section>
        </div>
    }
    .into_any()
}

/// The offer that is shown in the week: the chosen one, else the best.
pub(crate) fn shown(app: App) -> Option<Offer> {
    let solved = app.solved.get();
    let chosen = app.chosen.get();
    let site = app.site.get_value()?;
    let of_choice = chosen.and_then(|id| {
        solved.answer.offers.iter().find(|offer| site.tracks.get(offer.track).is_some_and(|track| track.id == id))
    });
    of_choice.or_else(|| solved.answer.offers.first()).cloned()
}

/// The words that would go along with a message, if there is a week to speak of.
pub(crate) fn plan_text(app: App, words: Words) -> Option<String> {
    let site = app.site.get_value()?;
    let solved = app.solved.get();
    if solved.household.commitments.is_empty() && app.chosen.get().is_none() {
        return None;
    }
    shown(app).map(|offer| words.plan_text(&site, &solved.household, &offer))
}

/// Takes over what was typed into the prerendered page before the app ran.
pub fn take_over(app: App, typed: &[Typed]) {
    for control in typed.iter().filter(|control| !control.value.is_empty()) {
        acts::type_in(app, control);
    }
}
