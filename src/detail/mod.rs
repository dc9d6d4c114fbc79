//! All about the shown answer, for whoever asks: what would change, week by week, other ways, what cannot all hold,
//! beside another offer; and trying it, as if everything had been agreed.
//!
//! Only a button stands on the page at first; the rest is drawn by the later part. Everything here follows from the
//! week that was typed, also while something is being tried.

mod beside;

use crate::app::{After, State, Tried};
use crate::browser::Typed;
use crate::components::{Part, markup};
use crate::planner;
use foothold_core::plan::{Budget, Offer, Verdict, agreed, alternatives, contradiction, dated, solve};
use foothold_core::site::{Site, Track};
use foothold_words::{Key, Words};

/// What somebody has chosen to see of the shown answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Detail {
    /// Whether the section is open.
    pub open: bool,
    /// The key of the offer beside it.
    pub beside: Option<String>,
}

/// The section, and what is said while something is tried.
pub fn parts(state: &State) -> [Part; 2] {
    [Part::new("tried", tried(state)), Part::new("detail", section(state))]
}

/// Something with `data-do` was pressed; `None` where that is nothing of this section's.
pub(crate) fn press(state: &mut State, verb: &str, about: &str) -> Option<After> {
    let focus = match verb {
        "detail" => {
            state.detail.open = !state.detail.open;
            "detail-open".to_owned()
        }
        "try" => {
            give_back(state);
            let (site, solved) = (state.site.as_ref()?, &state.solved);
            let offer = planner::offer_of(state, about)?;
            let changes = changes(state.words, site, state, offer);
            let after = agreed(site, &solved.household, offer, Budget::default());
            let answer = solve(site, &after, Budget::default());
            let track = planner::name_of(state, site, offer);
            (state.solved.answer, state.tried) = {
                let before = std::mem::replace(&mut state.solved.household, after);
                let old = std::mem::replace(&mut state.solved.answer, answer.clone());
                (
                    answer,
                    Some(Box::new(Tried { key: about.to_owned(), track, changes, household: before, answer: old })),
                )
            };
            state.chosen = Some(about.to_owned());
            "tried-title".to_owned()
        }
        "try-end" => {
            let key = state.tried.as_ref().map(|tried| tried.key.clone()).unwrap_or_default();
            give_back(state);
            ["try-", &key].concat()
        }
        _ => return None,
    };
    Some(After::Focus(focus))
}

/// A choice was made.
pub(crate) fn choose(state: &mut State, typed: &Typed) {
    if typed.id == "detail-beside" {
        state.detail.beside = Some(typed.value.clone());
    }
}

/// The week as it was typed, and its answer, are the present ones again.
fn give_back(state: &mut State) {
    if let Some(tried) = state.tried.take() {
        let Tried { household, answer, .. } = *tried;
        (state.solved.household, state.solved.answer) = (household, answer);
    }
}

fn tried(state: &State) -> String {
    let words = state.words;
    let Some(tried) = &state.tried else { return String::new() };
    markup(
        "<div class=\"says says-good\"><h3 id=\"tried-title\" tabindex=\"-1\">{}</h3>{!}<p>{}</p><p class=\"says-end\">\
         <button type=\"button\" class=\"button button-outline\" id=\"tried-end\" data-do=\"try-end\">{}</button></p></div>",
        &[
            &words.fill(Key::TryTitle, &[("track", &tried.track)]),
            &list(&tried.changes),
            words.say(Key::TryText),
            words.say(Key::TryEnd),
        ],
    )
}

fn section(state: &State) -> String {
    let words = state.words;
    let mut out = planner::opener(words, "detail", Key::DetailOpen, state.detail.open);
    if !state.detail.open {
        return out;
    }
    let (Some(site), Some(offer)) = (&state.site, planner::meant(state)) else { return out };
    let Some(track) = site.tracks.get(offer.track) else { return out };
    let household = state.typed();
    if offer.verdict == Verdict::AskClinic {
        return out + &markup("<p>{}</p>", &[words.ask_times(Some(track))]);
    }
    let under = |title: Key, html: String| {
        if html.is_empty() { html } else { markup("<h3>{}</h3>{!}", &[words.say(title), &html]) }
    };
    out.push_str(&under(Key::DetailChange, before_after(words, site, state, offer)));
    let plan = dated(site, household, offer, Budget::default());
    let weeks = words.week_by_week(site, household, offer, &plan);
    out.push_str(&under(Key::DetailWeeks, markup("<p>{}</p>", &[&weeks])));
    let others = alternatives(site, household, offer, Budget::default());
    let other = |lines: Vec<String>| markup("<p>{}</p>{!}", &[words.say(Key::DetailInstead), &list(&lines)]);
    let ways: String = others.iter().map(|one| other(words.other_way(site, household, offer, one))).collect();
    out.push_str(&under(Key::DetailOthers, ways));
    if matches!(offer.verdict, Verdict::DoesNotFit { .. }) {
        let facts = contradiction(site, household, offer, Budget::default());
        let lines: Vec<String> = facts.iter().map(|fact| words.statement(site, household, offer, fact)).collect();
        if !lines.is_empty() {
            let html = markup("<p>{}</p>{!}", &[words.say(Key::DetailNotAllText), &list(&lines)]);
            out.push_str(&under(Key::DetailNotAll, html));
        }
    }
    out + &under(Key::DetailBeside, beside::html(state, site, offer))
}

/// What changes, as it is now and as it would be.
fn before_after(words: Words, site: &Site, state: &State, offer: &Offer) -> String {
    let one = |[what, now, then]: &[String; 3]| {
        let text = "<dt>{}</dt><dd>{}</dd><dd>{}</dd>";
        markup(
            text,
            &[what, &words.fill(Key::DetailNow, &[("now", now)]), &words.fill(Key::DetailThen, &[("then", then)])],
        )
    };
    let rows: String = words.before_after(site, state.typed(), offer).iter().map(one).collect();
    if rows.is_empty() { rows } else { markup("<dl class=\"changes\">{!}</dl>", &[&rows]) }
}

/// The changes of an offer, one sentence each.
fn changes(words: Words, site: &Site, state: &State, offer: &Offer) -> Vec<String> {
    let track: Option<&Track> = site.tracks.get(offer.track);
    let mut lines = words.changes(track, state.typed(), offer.verdict.changes());
    lines.extend(words.covers(state.typed(), &offer.covers));
    lines
}

fn list(lines: &[String]) -> String {
    let items: String = lines.iter().map(|line| markup("<li>{}</li>", &[line])).collect();
    markup("<ul class=\"changes\">{!}</ul>", &[&items])
}

#[cfg(test)]
#[path = "detail_tests.rs"]
mod tests;
