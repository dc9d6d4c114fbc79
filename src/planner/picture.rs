//! The week with the shown offer in it: as a picture and in words.

use crate::app::State;
use crate::components::{Part, figure_pieces, markup, picture_columns, text_pieces};
use foothold_core::household::Household;
use foothold_core::plan::{Block, BlockKind, Offer, week};
use foothold_core::site::{Site, Track};
use foothold_words::{Key, Words};

/// The week's title, picture and lines.
pub(super) fn parts(state: &State, site: &Site, shown: Option<&Offer>) -> [Part; 3] {
    let (words, household) = (state.words, &state.solved.household);
    let picture = week(site, household, shown);
    let track = shown.and_then(|offer| site.tracks.get(offer.track));
    let columns = picture_columns(words, &picture, &|block| name(words, household, track, block));
    let title = match track {
        Some(track) => words.fill(Key::PlanWeekTitle, &[("track", &track.name)]),
        None => words.say(Key::PlanWeekBare).to_owned(),
    };
    let pieces = |id, html| Part { id, html, ..Part::default() };
    [
        Part::new("planner-week-title", markup("{}", &[&title])),
        pieces("planner-figure", figure_pieces(words, &picture, &columns)),
        pieces("planner-lines", text_pieces(words, &columns)),
    ]
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
