//! Two offers side by side: facts, never a score.

use crate::app::State;
use crate::components::markup;
use crate::planner;
use foothold_core::plan::{Offer, Verdict};
use foothold_core::site::Site;
use foothold_words::Key;

/// A choice of another offer, and the table once one is chosen; nothing where there is no other.
pub(super) fn html(state: &State, site: &Site, offer: &Offer) -> String {
    let words = state.words;
    let is_other = |o: &&Offer| (o.client, o.track) != (offer.client, offer.track) && o.verdict != Verdict::AskClinic;
    let others: Vec<&Offer> = state.answer().offers.iter().filter(is_other).collect();
    if others.is_empty() {
        return String::new();
    }
    let chosen = others.iter().find(|o| state.detail.beside.as_ref() == Some(&planner::key_of(site, o)));
    let option = |key: &str, name: &str, on: bool| {
        let on = if on { " selected" } else { "" };
        markup("<option value=\"{}\"{!}>{}</option>", &[key, on, name])
    };
    let mut options = option("", words.say(Key::BesideChoose), chosen.is_none());
    for other in &others {
        let on = chosen.is_some_and(|chosen| std::ptr::eq(*chosen, *other));
        options.push_str(&option(&planner::key_of(site, other), &planner::name_of(state, site, other), on));
    }
    let select = markup(
        "<div class=\"field\"><label for=\"detail-beside\">{}</label>\
         <select id=\"detail-beside\" autocomplete=\"off\">{!}</select></div>",
        &[words.say(Key::BesideWith), &options],
    );
    let Some(other) = chosen else { return select };
    let pair = [offer, *other];
    let names = pair.map(|one| planner::name_of(state, site, one));
    let facts = pair.map(|one| facts(state, site, one));
    let [left, right] = &facts;
    let mut rows = String::new();
    for ((key, a), (_, b)) in left.iter().zip(right) {
        // A fact above its two sides: beside them there would be no room on a phone.
        let fact =
            "<tbody><tr><th scope=\"rowgroup\" colspan=\"2\">{}</th></tr><tr><td>{}</td><td>{}</td></tr></tbody>";
        rows.push_str(&markup(fact, &[words.say(*key), a, b]));
    }
    let [first, second] = &names;
    select
        + &markup(
            "<table class=\"compare\"><thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>{!}</table>",
            &[first, second, &rows],
        )
}

/// What somebody would want to know of an offer, in the order of the table.
fn facts(state: &State, site: &Site, offer: &Offer) -> Vec<(Key, String)> {
    let words = state.words;
    let weeks = i32::from(site.program.weeks.1.max(1));
    let a_week = |total: i32| (total + weeks / 2) / weeks;
    let count = |n: u32| i32::try_from(n).unwrap_or(i32::MAX);
    let cost = offer.cost;
    let length = |min: i32| if min == 0 { words.say(Key::BesideNone).to_owned() } else { words.length(min) };
    let way = match a_week(cost.travel_min) {
        less @ ..0 => words.fill(Key::BesideLess, &[("length", &words.length(-less))]),
        more => length(more),
    };
    let spare = offer.slack.map_or_else(|| words.say(Key::BesideFree).to_owned(), |slack| length(slack.min));
    vec![
        (Key::BesideAnswer, words.verdict(&offer.verdict)),
        (
            Key::BesideTimes,
            site.tracks
                .get(offer.track)
                .map(|track| planner::when(words, track, site.program.weeks.1))
                .unwrap_or_default(),
        ),
        (Key::BesideMissed, cost.missed.to_string()),
        (Key::BesideWork, length(a_week(count(cost.work_lost_min)))),
        (Key::BesideAsk, words.asked_of(state.typed(), offer)),
        (Key::BesideWay, way),
        (Key::BesideEvenings, cost.evenings.to_string()),
        (Key::BesideSpare, spare),
    ]
}
