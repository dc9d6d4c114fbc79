//! The week with the shown offer in it: as a picture and in words.

use crate::app::State;
use crate::components::{Part, figure_pieces, markup, picture_columns, text_pieces};
use foothold_core::household::Household;
use foothold_core::people::Is;
use foothold_core::plan::{Block, BlockKind, Offer, week};
use foothold_core::site::{Site, Track};
use foothold_words::{Key, Words};

/// The week's title, picture and lines.
pub(super) fn parts(state: &State, site: &Site, shown: Option<&Offer>) -> [Part; 4] {
    let (words, household) = (state.words, &state.solved.household);
    let client = shown.map_or(0, |offer| offer.client);
    let who = state.looking.filter(|who| *who < household.people.len()).unwrap_or(client);
    let picture = week(site, household, shown, who);
    let track = shown.and_then(|offer| site.tracks.get(offer.track));
    let columns = picture_columns(words, &picture, &|block| name(words, household, track, block));
    let title = match track {
        Some(track) if who > 0 => {
            words.fill(Key::PlanWeekOfWith, &[("who", &words.person(household, who)), ("track", &track.name)])
        }
        Some(track) => words.fill(Key::PlanWeekTitle, &[("track", &track.name)]),
        None if who > 0 => words.fill(Key::PlanWeekOf, &[("who", &words.person(household, who))]),
        None => words.say(Key::PlanWeekBare).to_owned(),
    };
    let pieces = |id, html| Part { id, html, ..Part::default() };
    [
        Part::new("planner-week-title", markup("{}", &[&title])),
        Part::new("planner-whose", whose(words, household, who)),
        pieces("planner-figure", figure_pieces(words, &picture, &columns)),
        pieces("planner-lines", text_pieces(words, &columns)),
    ]
}

fn name(words: Words, household: &Household, track: Option<&Track>, block: &Block) -> String {
    match block.kind {
        BlockKind::Travel => words.say(Key::Travel).to_owned(),
        BlockKind::Commitment { row, .. } => {
            let commitment = household.commitments.iter().find(|c| c.row == row);
            match (commitment, household.duties.iter().find(|duty| duty.row == row)) {
                (Some(commitment), _) => words.what(commitment),
                (None, Some(duty)) if !duty.what.is_empty() => duty.what.clone(),
                _ => words.say(Key::KindCare).to_owned(),
            }
        }
        BlockKind::Session { index, .. } => {
            track.and_then(|track| track.sessions.get(index)).map(|s| words.session(s)).unwrap_or_default()
        }
    }
}

/// A button for everybody whose week can be looked at; nothing where there is one person.
fn whose(words: Words, household: &Household, shown: usize) -> String {
    let mut buttons = String::new();
    for (at, _) in household.people.iter().enumerate().filter(|(_, one)| one.is != Is::Child) {
        let (number, pressed) = (at.to_string(), if at == shown { "true" } else { "false" });
        let name = if at == 0 { words.say(Key::YouAlone).to_owned() } else { words.person(household, at) };
        buttons.push_str(&markup(
            "<button type=\"button\" class=\"choice-button\" id=\"look-{}\" data-do=\"look:{}\" aria-pressed=\"{}\">{}</button>",
            &[&number, &number, pressed, &name],
        ));
    }
    if household.people.len() < 2 {
        return String::new();
    }
    markup(
        "<div class=\"whose\" role=\"group\" aria-label=\"{}\"><div class=\"choices\">{!}</div></div>",
        &[words.say(Key::PlanWhoseWeek), &buttons],
    )
}
