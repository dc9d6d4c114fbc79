//! The week with the shown offer in it: as a picture, in words, and the step to the clinic.

use crate::app::App;
use crate::browser;
use crate::components::{Column, figure, figure_text, picture_columns};
use foothold_core::household::Household;
use foothold_core::plan::{Block, BlockKind, WeekPicture, week};
use foothold_core::site::Track;
use foothold_words::{Key, Words};
use leptos::prelude::*;

/// The card with the week.
#[component]
pub fn Picture(
    /// The visit.
    app: App,
) -> impl IntoView {
    let words = app.words;
    let Some(site) = app.site.get_value() else { return ().into_any() };
    let tracks = site.tracks.clone();
    let drawn: Memo<Option<(WeekPicture, Vec<Column>)>> = Memo::new(move |_| {
        let solved = app.solved.get();
        let offer = super::shown(app);
        let picture = week(&site, &solved.household, offer.as_ref());
        let track = offer.and_then(|offer| site.tracks.get(offer.track));
        let columns = picture_columns(words, &picture, |block| name(words, &solved.household, track, block));
        Some((picture, columns))
    });
    let title = move || {
        let name = super::shown(app).and_then(|offer| tracks.get(offer.track)).map(|track| track.name.clone());
        match name {
            Some(track) => words.fill(Key::PlanWeekTitle, &[("track", &track)]),
            None => words.say(Key::PlanWeekBare).into_owned(),
        }
    };
    let picture = move || drawn.get().map(|(picture, columns)| figure(words, &picture, columns));
    let text = move || drawn.get().map(|(_, columns)| figure_text(words, &columns));
    let ask = browser::page::beside("ask/");
    view! {
        <section class="card planner-week" aria-labelledby="planner-week-title">
            <h2 id="planner-week-title" tabindex="-1">{title}</h2>
            {picture}
            <details class="week-words">
                <summary>{words.say(Key::PlanWeekText)}</summary>
                {text}
            </details>
            <p class="planner-go"><a class="button" href=ask data-route="">{words.say(Key::PlanSend)}</a></p>
        </section>
    }
    .into_any()
}

fn name(words: Words, household: &Household, track: Option<&Track>, block: &Block) -> String {
    match block.kind {
        BlockKind::Travel => words.say(Key::Travel).into_owned(),
        BlockKind::Commitment { row, .. } => {
            household.commitments.iter().find(|c| c.row == row).map(|c| words.what(c)).unwrap_or_default()
        }
        BlockKind::Session { index, .. } => {
            track.and_then(|track| track.sessions.get(index)).map(|s| words.session(s)).unwrap_or_default()
        }
    }
}
