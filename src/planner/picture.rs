//! The week with the shown offer in it: as a picture and in words.

use crate::app::State;
use crate::components::{Column, Part, figure_pieces, markup, picture_columns, text_pieces};
use foothold_core::household::Household;
use foothold_core::people::Is;
use foothold_core::plan::{Block, BlockKind, Drawn, Offer, WeekPicture, weeks};
use foothold_core::site::{Site, Track};
use foothold_words::{Key, Words};

/// The weeks that are looked at, and which of them is drawn.
pub(crate) struct Looked<'a> {
    state: &'a State,
    track: Option<&'a Track>,
    /// Whose they are, by index of the person.
    pub(crate) who: usize,
    /// All of them.
    pub(crate) drawn: Drawn,
    /// The one that is drawn, counted from 0.
    pub(crate) at: usize,
}

/// What is looked at.
pub(crate) fn looked<'a>(state: &'a State, site: &'a Site, shown: Option<&'a Offer>) -> Looked<'a> {
    let household = &state.solved.household;
    let client = shown.map_or(0, |offer| offer.client);
    let who = state.looking.filter(|who| *who < household.people.len()).unwrap_or(client);
    let drawn = weeks(site, household, shown, who);
    // A week that is no more, because the program became shorter, is not missed.
    let at = state.weeks.at.filter(|at| *at < drawn.weeks.len()).unwrap_or(drawn.fullest);
    Looked { state, track: shown.and_then(|offer| site.tracks.get(offer.track)), who, drawn, at }
}

impl Looked<'_> {
    /// The week that is drawn.
    pub(crate) fn picture(&self) -> Option<&WeekPicture> {
        self.drawn.weeks.get(self.at)
    }

    /// Its columns, with the words already found.
    pub(crate) fn columns(&self, picture: &WeekPicture) -> Vec<Column> {
        let (words, household) = (self.state.words, &self.state.solved.household);
        picture_columns(words, picture, &|block| name(words, household, self.track, block))
    }

    /// What the week is called.
    pub(crate) fn title(&self) -> String {
        let (words, household) = (self.state.words, &self.state.solved.household);
        let who = || words.person(household, self.who);
        match self.track {
            Some(track) if self.who > 0 => words.fill(Key::PlanWeekOfWith, &[("who", &who()), ("track", &track.name)]),
            Some(track) => words.fill(Key::PlanWeekTitle, &[("track", &track.name)]),
            None if self.who > 0 => words.fill(Key::PlanWeekOf, &[("who", &who())]),
            None => words.say(Key::PlanWeekBare).to_owned(),
        }
    }
}

/// The week's title, picture and lines.
pub(super) fn parts(state: &State, site: &Site, shown: Option<&Offer>) -> Vec<Part> {
    let words = state.words;
    let looked = looked(state, site, shown);
    let Some(picture) = looked.picture() else { return Vec::new() };
    let columns = looked.columns(picture);
    let pieces = |id, html| Part { id, html, ..Part::default() };
    // What is open is drawn by the later part: without a name it is drawn nowhere.
    let unless = |open: bool, id| if open { "" } else { id };
    let lines = text_pieces(words, &columns);
    // Weeks of which the same is said look alike.
    let differs = |week: &WeekPicture| text_pieces(words, &looked.columns(week)) != lines;
    let other = !super::offers::is_empty(state) && looked.drawn.weeks.iter().any(differs);
    let weeks = if other { super::opener(words, "weeks", Key::WeeksOpen, false) } else { String::new() };
    vec![
        Part::new("planner-week-title", markup("{}", &[&looked.title()])),
        Part::new("planner-whose", whose(words, &state.solved.household, looked.who)),
        Part::new(unless(state.weeks.open, "planner-weeks"), weeks),
        pieces(unless(state.hands.on, "planner-figure"), figure_pieces(words, picture, &columns)),
        pieces("planner-lines", lines),
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
