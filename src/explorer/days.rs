//! A week of an offer, day by day: what is in it, and what happens there.
//!
//! As the page is written all days are listed; whoever wants to steps through them. One day is looked at in all weeks
//! that are opened so, which makes it easy to compare offers. In: the state and a press. Out: the markup that takes the place of another.

use super::session_name;
use crate::app::{After, State};
use crate::components::{Column, figure, figure_text, markup, picture_columns};
use foothold_core::plan::{Block, BlockKind, WeekPicture, track_week};
use foothold_core::site::{SessionKind, Site, Track};
use foothold_words::{Key, Words};

/// What is pressed here.
const VERB: &str = "day";

/// The week as a picture, then all its days in words, and the way to look at one after the other.
pub(super) fn all(words: Words, track: &Track) -> String {
    let (picture, columns) = week(words, track);
    let open = "<button type=\"button\" class=\"button-quiet when-live\" id=\"{}\" data-do=\"day:open:{}\" data-rest>{}</button>";
    markup(
        "{!}{!}{!}",
        &[
            &figure(words, &picture, &columns),
            &figure_text(words, &columns),
            &markup(open, &[&id_of(track, "open"), &track.id, words.say(Key::TrackDays)]),
        ],
    )
}

/// Something was pressed; `None` where that is nothing of a week's days.
pub fn press(state: &mut State, verb: &str, about: &str) -> Option<After> {
    if verb != VERB {
        return None;
    }
    let site = state.site.as_ref()?;
    let (what, id) = about.split_once(':').unwrap_or((about, ""));
    let track = site.tracks.iter().find(|track| track.id == id);
    let place = |track: &Track| ["days-", &track.id].concat();
    Some(match (what, track) {
        ("open", Some(track)) => {
            let first = track_week(track).days.iter().position(|(_, blocks)| !blocks.is_empty());
            state.day = first.unwrap_or(0);
            let mut parts = stepped(state.words, site, state.day);
            parts.insert(0, (place(track), one_by_one(state.words, track, state.day)));
            After::Fill { parts, focus: id_of(track, "title") }
        }
        ("all", Some(track)) => {
            After::Fill { parts: vec![(place(track), all(state.words, track))], focus: id_of(track, "open") }
        }
        ("next" | "back", _) => {
            state.day = (state.day + if what == "next" { 1 } else { 6 }) % 7;
            After::Fill { parts: stepped(state.words, site, state.day), focus: String::new() }
        }
        _ => After::Nothing,
    })
}

/// The id of a piece of an offer's week.
fn id_of(track: &Track, piece: &str) -> String {
    ["day-", piece, "-", &track.id].concat()
}

/// What changes with the day, in every week: one that is not looked at so has no place for it.
fn stepped(words: Words, site: &Site, day: usize) -> Vec<(String, String)> {
    let of = |track: &Track| {
        [(id_of(track, "picture"), drawn(words, track, day)), (id_of(track, "text"), said(words, track, day))]
    };
    site.tracks.iter().flat_map(of).collect()
}

/// A week of which one day is looked at.
fn one_by_one(words: Words, track: &Track, day: usize) -> String {
    let button = "<button type=\"button\" class=\"button button-outline\" id=\"{}\" data-do=\"day:{}:{}\">{}</button>";
    let button = |what: &str, text: Key| markup(button, &[&id_of(track, what), what, &track.id, words.say(text)]);
    markup(
        "<div id=\"{}\">{!}</div><div class=\"hero-go\">{!}{!}</div><div id=\"{}\" role=\"status\">{!}</div>\
         <button type=\"button\" class=\"button-quiet\" data-do=\"day:all:{}\">{}</button>",
        &[
            &id_of(track, "picture"),
            &drawn(words, track, day),
            &button("back", Key::DayBack),
            &button("next", Key::DayNext),
            &id_of(track, "text"),
            &said(words, track, day),
            &track.id,
            words.say(Key::DayAll),
        ],
    )
}

/// The picture, with a line around the day.
fn drawn(words: Words, track: &Track, day: usize) -> String {
    let (picture, columns) = week(words, track);
    let around = "class=\"week-ground\" stroke=\"currentColor\" stroke-width=\"4\"";
    let mut pieces = crate::components::figure_pieces(words, &picture, &columns);
    // The first piece is the hours.
    if let Some(piece) = pieces.get_mut(day + 1) {
        *piece = piece.replacen("class=\"week-ground\"", around, 1);
    }
    markup("<div class=\"week\" aria-hidden=\"true\">{!}</div>", &[&pieces.concat()])
}

/// The day in words, with what happens in its sessions.
fn said(words: Words, track: &Track, day: usize) -> String {
    let (_, columns) = week(words, track);
    let Some(column) = columns.get(day) else { return String::new() };
    let at = (day + 1).to_string();
    let title =
        words.fill(Key::DayTitle, &[("day", &words.day(column.day)), ("at", &at), ("of", &columns.len().to_string())]);
    let sessions = track.sessions.iter().filter(|session| session.days.has(column.day));
    let lines: String = sessions
        .map(|session| {
            let line = "<li><strong>{}</strong> <span>{}</span><p>{}</p></li>";
            let what = words.say(happens(session.kind));
            markup(line, &[&session_name(words, session), &words.span(session.span), what])
        })
        .collect();
    let body = if lines.is_empty() {
        markup("<p>{}</p>", &[words.say(Key::DayFree)])
    } else {
        markup("<ul class=\"track-sessions\">{!}</ul>", &[&lines])
    };
    markup("<h4 tabindex=\"-1\" id=\"{}\">{}</h4>{!}", &[&id_of(track, "title"), &title, &body])
}

/// What happens in a session of that kind.
fn happens(kind: SessionKind) -> Key {
    match kind {
        SessionKind::Group => Key::DayGroup,
        SessionKind::Individual => Key::DayIndividual,
        SessionKind::Workshop => Key::DayWorkshop,
        SessionKind::Family => Key::DayFamily,
        SessionKind::Other => Key::DayOther,
    }
}

fn week(words: Words, track: &Track) -> (WeekPicture, Vec<Column>) {
    let picture = track_week(track);
    let name = |block: &Block| match block.kind {
        BlockKind::Session { index, .. } => {
            track.sessions.get(index).map(|session| words.session(session)).unwrap_or_default()
        }
        _ => String::new(),
    };
    let columns = picture_columns(words, &picture, &name);
    (picture, columns)
}

#[cfg(test)]
#[path = "days_tests.rs"]
mod tests;
