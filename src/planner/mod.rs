//! "Can I keep working?": the list of what somebody does, the offers that fit, the week as a picture.
//!
//! The list is primary and the picture a view of it. Everything is recomputed at every keystroke.

mod editor;
mod offers;
mod picture;
mod settings;

use crate::app::App;
use crate::browser::Typed;
use editor::Rows;
use foothold_core::plan::Offer;
use foothold_words::{Key, Words};
use leptos::prelude::*;
use offers::{Count, Offers};
use picture::Picture;
use settings::Settings;

/// The whole planner.
#[component]
pub fn Planner(
    /// The visit.
    app: App,
) -> impl IntoView {
    let words = app.words;
    let usable = app.site.with_value(|site| site.as_ref().is_some_and(|site| !site.tracks.is_empty()));
    if !usable {
        return view! { <p class="card">{words.fill(Key::PlanNoOffers, &[("phone", &app.phone())])}</p> }.into_any();
    }
    view! {
        <div class="planner">
            <section class="card planner-list" aria-labelledby="planner-what">
                <h2 id="planner-what">{words.say(Key::PlanWhat)}</h2>
                <Rows app />
                <Settings app />
                <p class="hint">{words.say(Key::PlanPrivate)}</p>
            </section>
            <section class="planner-offers" aria-labelledby="planner-which">
                <h2 id="planner-which">{words.say(Key::PlanOffers)}</h2>
                <Count app />
                <Offers app />
            </section>
            <Picture app />
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
    for control in typed {
        match control.id.as_str() {
            "clinic-travel" => app.week.update(|week| week.clinic_travel.clone_from(&control.value)),
            "start" => app.week.update(|week| week.start.clone_from(&control.value)),
            _ => {}
        }
    }
}
