//! "Can I keep working?": the list of what somebody does, the offers that fit, the week as a picture.
//!
//! The list is primary and the picture a view of it. Everything is recomputed at every keystroke,
//! and drawn in the order in which it is looked at: [`told`] with the answer in one line, then
//! [`cards`], then [`list`] and [`picture`].

mod acts;
mod editor;
mod offers;
mod people;
mod picture;
mod rows;
mod settings;

pub(crate) use acts::{choose, kind_name, press, type_in};
pub(crate) use offers::{name_of, when};
pub(crate) use people::name as person;
pub(crate) use picture::{Looked, looked};
pub(crate) use rows::name as row_name;

use crate::app::State;
use crate::browser;
use crate::components::{Part, inner, markup};
use foothold_core::plan::{Answer, Offer};
use foothold_core::site::Site;
use foothold_words::{Key, Words};

/// Name of the place that the planner takes in a page.
pub const PLACE: &str = "planner";

/// Id of the element that holds the offers.
pub const CARDS: &str = "planner-cards";

/// What finds the list of what people do, with its fields.
pub const LIST: &str = ".planner-list";

/// What stands there instead where the clinic's file names no offers.
pub fn sorry(state: &State) -> Option<String> {
    let none = state.site.as_ref().is_none_or(|site| site.tracks.is_empty());
    let said = || state.words.fill(Key::PlanNoOffers, &[("phone", &state.phone)]);
    none.then(|| markup("<p class=\"card\">{}</p>", &[&said()]))
}

/// What the planner's parts stand in. The written page has it, so the app brings it only where its file is newer than the page.
pub fn shell(state: &State, parts: &[Part]) -> String {
    let words = state.words;
    if let Some(sorry) = sorry(state) {
        return sorry;
    }
    markup(
        "<div class=\"planner\"><div class=\"planner-side\"><section class=\"card planner-list\" aria-labelledby=\"planner-what\">\
         <h2 id=\"planner-what\">{}</h2><div id=\"planner-rows\">{!}</div><div id=\"bring\" class=\"along\">{!}</div><div id=\"planner-people\">{!}</div><div id=\"planner-settings\">{!}</div>\
         </section><section class=\"planner-offers\" aria-labelledby=\"planner-which\"><h2 id=\"planner-which\">{}</h2>\
         <div id=\"tried\"></div>\
         <div class=\"planner-status\" id=\"planner-count\" role=\"status\">{!}</div><div id=\"planner-notes\">{!}</div>\
         <ol class=\"offers\" id=\"planner-cards\">{!}</ol><div id=\"planner-about\">{!}</div></section></div>\
         <section class=\"card planner-week\" aria-labelledby=\"planner-week-title\">\
         <h2 id=\"planner-week-title\" tabindex=\"-1\">{!}</h2><div id=\"planner-whose\">{!}</div>\
         <div id=\"planner-weeks\" class=\"along whose\">{!}</div><div class=\"week\" id=\"planner-figure\" aria-hidden=\"true\" data-do=\"hands-on\" data-rest data-hover>{!}</div>\
         <div id=\"hands\" class=\"along whose\">{!}</div>\
         <details class=\"week-words\"><summary>{}</summary><ul class=\"week-lines\" id=\"planner-lines\">{!}</ul>\
         <div id=\"table\" class=\"along\">{!}</div></details>\
         <div id=\"detail\" class=\"along\">{!}</div><p class=\"planner-go\"><a class=\"button\" href=\"{}\" data-route>{}</a></p></section>\
         <section class=\"card planner-along\" aria-labelledby=\"along-title\"><h2 id=\"along-title\">{}</h2>\
         <div id=\"along\" class=\"along\">{!}</div></section></div>",
        &[
            words.say(Key::PlanWhat),
            &inner(parts, "planner-rows"),
            &opener(words, "bring", Key::BringOpen, false),
            &inner(parts, "planner-people"),
            &inner(parts, "planner-settings"),
            words.say(Key::PlanOffers),
            &inner(parts, "planner-count"),
            &inner(parts, "planner-notes"),
            &inner(parts, "planner-cards"),
            &inner(parts, "planner-about"),
            &inner(parts, "planner-week-title"),
            &inner(parts, "planner-whose"),
            &inner(parts, "planner-weeks"),
            &inner(parts, "planner-figure"),
            &opener(words, "hands", Key::HandsOpen, false),
            words.say(Key::PlanWeekText),
            &inner(parts, "planner-lines"),
            &opener(words, "table", Key::TableOpen, false),
            &opener(words, "detail", Key::DetailOpen, false),
            &browser::page::beside("ask/"),
            words.say(Key::PlanSend),
            words.say(Key::AlongTitle),
            &opener(words, "along", Key::AlongOpen, false),
        ],
    )
}

/// What opens and closes a section that the later part draws, this button too: see `crate::along` and `crate::detail`.
pub(crate) fn opener(words: Words, what: &str, label: Key, open: bool) -> String {
    markup(
        "<p><button type=\"button\" class=\"button button-outline\" id=\"{}-open\" data-do=\"{}\" data-rest \
         aria-expanded=\"{}\">{}</button></p>",
        &[what, what, if open { "true" } else { "false" }, words.say(label)],
    )
}

/// Every part, for pages that are written whole.
pub fn parts(state: &State) -> Vec<Part> {
    [list(state), told(state), cards(state), picture(state)].into_iter().flatten().collect()
}

/// What somebody does, who lives there, and the settings: mostly fields, which a key in one of them leaves as they are.
pub fn list(state: &State) -> Vec<Part> {
    vec![
        Part { controls: rows::controls(state), ..Part::new("planner-rows", rows::html(state)) },
        Part { controls: people::controls(&state.week), ..Part::new("planner-people", people::html(state)) },
        Part { controls: settings::controls(&state.week), ..Part::new("planner-settings", settings::html(state)) },
    ]
}

/// What was understood of it, and the answer in one line. Some of it stands inside the parts of [`list`], which hold
/// its places.
pub fn told(state: &State) -> Vec<Part> {
    vec![
        Part::new("row-understood", editor::understood(state)),
        Part::new("clinic-travel-error", settings::problem(state, true)),
        Part::new("start-error", settings::problem(state, false)),
        Part::new("planner-count", offers::count(state)),
        Part::new("planner-notes", offers::notes(state)),
    ]
}

/// Ids of the text fields whose text cannot be read.
pub fn wrong(state: &State) -> Vec<String> {
    editor::wrong(state)
}

/// The offers, each with its verdict and its reasons.
pub fn cards(state: &State) -> Vec<Part> {
    let Some(site) = &state.site else { return Vec::new() };
    vec![
        Part { html: offers::cards(state, site, shown(state)), ..Part::new(CARDS, String::new()) },
        Part::new("planner-about", offers::assumed(state, site)),
    ]
}

/// The week as a picture and in words.
pub fn picture(state: &State) -> Vec<Part> {
    let Some(site) = &state.site else { return Vec::new() };
    picture::parts(state, site, shown(state))
}

/// The offer that is shown in the week: the chosen one, else the best.
pub(crate) fn shown(state: &State) -> Option<&Offer> {
    shown_of(state, &state.solved.answer)
}

/// The same offer as it stands to the week that was typed, whatever is being tried.
pub(crate) fn meant(state: &State) -> Option<&Offer> {
    shown_of(state, state.answer())
}

/// The offer that controls know by this key, as it stands to the week that was typed.
pub(crate) fn offer_of<'a>(state: &'a State, key: &str) -> Option<&'a Offer> {
    let site = state.site.as_ref()?;
    state.answer().offers.iter().find(|offer| key_of(site, offer) == key)
}

fn shown_of<'a>(state: &State, answer: &'a Answer) -> Option<&'a Offer> {
    let (offers, site) = (&answer.offers, state.site.as_ref()?);
    let of_choice = state.chosen.as_ref().and_then(|key| offers.iter().find(|offer| key_of(site, offer) == *key));
    of_choice.or_else(|| offers.first())
}

/// What an offer is known by in controls: the track's id, and, for other people than the first, who it is for.
pub(crate) fn key_of(site: &Site, offer: &Offer) -> String {
    let track = site.tracks.get(offer.track).map(|track| track.id.clone()).unwrap_or_default();
    if offer.client == 0 { track } else { [&track, "@", &offer.client.to_string()].concat() }
}

/// The words that would go along with a message, if there is a week to speak of.
pub(crate) fn plan_text(state: &State) -> Option<String> {
    let site = state.site.as_ref()?;
    let household = state.typed();
    if offers::is_empty(state) && state.chosen.is_none() {
        return None;
    }
    meant(state).map(|offer| state.words.plan_text(site, household, offer))
}
