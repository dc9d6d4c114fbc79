//! The week with the shown offer in it: as a picture, in words, and the step to the clinic.

use crate::app::App;
use crate::browser;
use crate::components::{figure, figure_text, markup, picture_columns};
use foothold_core::household::Household;
use foothold_core::plan::{Block, BlockKind, week};
use foothold_core::site::Track;
use foothold_words::{Key, Words};
use leptos::prelude::*;

/// The inside of the week's card.
pub(super) fn html(app: App) -> String {
    let words = app.words;
    let Some(site) = app.site.get_value() else { return String::new() };
    let solved = app.solved.get();
    let offer = super::shown(app);
    let picture = week(&site, &solved.household, offer.as_ref());
    let track = offer.and_then(|offer| site.tracks.get(offer.track));
    let columns = picture_columns(words, &picture, &|block| name(words, &solved.household, track, block));
    let title = match track {
        Some(track) => words.fill(Key::PlanWeekTitle, &[("track", &track.name)]),
        None => words.say(Key::PlanWeekBare).to_owned(),
    };
    markup(
        "<h2 id=\"planner-week-title\" tabindex=\"-1\">{}</h2>{!}\
         <details class=\"week-words\" id=\"planner-week-words\"><summary>{}</summary>{!}</details>\
         <p class=\"planner-go\"><a class=\"button\" href=\"{}\" data-route>{}</a></p>",
        &[
            &title,
            &figure(words, &picture, &columns),
            words.say(Key::PlanWeekText),
            &figure_text(words, &columns),
            &browser::page::beside("ask/"),
            words.say(Key::PlanSend),
        ],
    )
}

fn name(words: Words, household: &Household, track: Option<&Track>, block: &Block) -> String {
    match block.kind {
        BlockKind::Travel => words.say(Key::Travel).to_owned(),
        BlockKind::Commitment { row, .. } => {
            household.commitments.iter().find(|c| c.row == row).map(|c| words.what(c)).unwrap_or_default()
        }
        BlockKind::Session { index, .. } => {
            track.and_then(|track| track.sessions.get(index)).map(|s| words.session(s)).unwrap_or_default()
        }
    }
}
