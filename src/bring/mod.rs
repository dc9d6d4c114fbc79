//! "Bring a calendar": a roster or school year from a file on the device; what was understood of it is shown, what
//! counts is picked, and becomes entries on certain dates.
//!
//! The file is read here and goes nowhere; its name is not kept.

use crate::app::{After, State};
use crate::browser::Typed;
use crate::components::{Part, markup, paragraphs};
use crate::planner;
use foothold_core::bring::{Brought, Group, Unreadable, read};
use foothold_core::household::Kind;
use foothold_core::time::{NaiveDate, add_days};
use foothold_words::{Key, Words};

/// Days of a year from the first that counts.
const DAYS: i32 = 365;
/// Most groups that are shown, those of most dates first.
const SHOWN: usize = 60;
/// Up to so many are picked before anybody has looked: more are no roster, but somebody's whole calendar.
const ROSTER: usize = 12;

/// What has been brought so far.
#[derive(Debug)]
pub struct Bring {
    /// Whether the section is open.
    pub open: bool,
    /// What was understood of the last file.
    pub file: Option<Result<Brought, Unreadable>>,
    /// Which of its groups are picked.
    pub picked: Vec<bool>,
    /// What kind of thing they are.
    pub kind: Kind,
    /// Rows that came of it last.
    pub added: Vec<u32>,
}

impl Default for Bring {
    fn default() -> Self {
        Self { open: false, file: None, picked: Vec::new(), kind: Kind::Work, added: Vec::new() }
    }
}

/// The first and last date that count.
fn days(state: &State) -> (NaiveDate, NaiveDate) {
    let first = add_days(state.typed().start.min(state.today), -7);
    (first, add_days(first, DAYS))
}

/// A file has been read, or could not be.
pub fn take(state: &mut State, text: Result<String, Unreadable>) {
    let zone = state.site.as_ref().map(|site| site.zone.clone()).unwrap_or_default();
    let mut file = text.and_then(|text| read(&text, days(state), &zone));
    if let Ok(brought) = &mut file {
        // Of what is alike in number, the file's order: the sort keeps it.
        brought.groups.sort_by_key(|group| std::cmp::Reverse(group.dates.len()));
        brought.groups.truncate(SHOWN);
    }
    let groups = file.as_ref().map(|brought| brought.groups.as_slice()).unwrap_or_default();
    let counts = |group: &Group| group.span.is_some() && !group.free;
    let few = groups.iter().filter(|group| counts(group)).count() <= ROSTER;
    state.bring.picked = groups.iter().map(|group| few && counts(group)).collect();
    state.bring.file = Some(file);
}

/// Something with `data-do` was pressed; `None` where that is nothing of this section's.
pub(crate) fn press(state: &mut State, verb: &str) -> Option<After> {
    let focus = match verb {
        "bring" => {
            state.bring = Bring { open: !state.bring.open, ..Bring::default() };
            "bring-open"
        }
        "bring-all" | "bring-none" => {
            state.bring.picked.fill(verb == "bring-all");
            return Some(After::Nothing);
        }
        "bring-add" => add(state),
        "bring-undo" => {
            let added = std::mem::take(&mut state.bring.added);
            state.edit_week(&mut |week| week.rows.retain(|row| !added.contains(&row.id)));
            if state.editing.is_some_and(|id| added.contains(&id)) {
                state.editing = None;
            }
            "bring-open"
        }
        _ => return None,
    };
    Some(After::Focus(focus.to_owned()))
}

/// Puts what is picked into the week. Returns what to look at then.
fn add(state: &mut State) -> &'static str {
    let Bring { file, picked, kind, .. } = std::mem::take(&mut state.bring);
    let groups = file.and_then(Result::ok).map(|brought| brought.groups).unwrap_or_default();
    let mut added = Vec::new();
    state.edit_week(&mut |week| {
        for (group, _) in groups.iter().zip(&picked).filter(|(_, picked)| **picked) {
            let id = week.rows.iter().map(|row| row.id).max().unwrap_or(0) + 1;
            week.rows.push(group.row(id, kind));
            added.push(id);
        }
    });
    (state.editing, state.removed) = (None, None);
    state.bring.added = added;
    "bring-added"
}

/// A choice was made; true where a file was chosen, which has to be read.
pub(crate) fn choose(state: &mut State, typed: &Typed) -> bool {
    match typed.id.as_str() {
        "bring-file" => return !typed.value.is_empty(),
        "bring-kind" => {
            let kind = Kind::ALL.into_iter().find(|kind| planner::kind_name(*kind) == typed.value);
            state.bring.kind = kind.unwrap_or(state.bring.kind);
        }
        id => {
            let at = id.strip_prefix("bring-pick-").and_then(|at| at.parse::<usize>().ok());
            if let Some(picked) = at.and_then(|at| state.bring.picked.get_mut(at)) {
                *picked = typed.checked;
            }
        }
    }
    false
}

/// The section, for whoever has the later part. In pieces, so that the field keeps the file that was chosen.
pub fn part(state: &State) -> Part {
    let (words, bring) = (state.words, &state.bring);
    let mut pieces = vec![planner::opener(words, "bring", Key::BringOpen, bring.open), added(words, bring)];
    if bring.open {
        pieces.push(markup(
            "<div><p class=\"hint\">{}</p><div class=\"field\"><label for=\"bring-file\">{}</label>\
             <input type=\"file\" id=\"bring-file\" accept=\".ics,text/calendar\" autocomplete=\"off\"></div></div>",
            &[words.say(Key::BringHint), words.say(Key::BringFile)],
        ));
        let says = "<div id=\"bring-says\" role=\"status\" tabindex=\"-1\">{!}</div>";
        pieces.push(markup(says, &[&said(words, bring)]));
        pieces.push(markup("<div class=\"along\">{!}</div>", &[&groups(state)]));
    }
    Part { html: pieces, ..Part::new("bring", String::new()) }
}

/// What came into the week, to be taken out again.
fn added(words: Words, bring: &Bring) -> String {
    if bring.added.is_empty() {
        return String::from("<p hidden></p>");
    }
    let n = bring.added.len().to_string();
    let said = words.fill(if bring.added.len() == 1 { Key::BringAdded1 } else { Key::BringAddedN }, &[("n", &n)]);
    markup(
        "<p class=\"undo\"><span id=\"bring-added\" role=\"status\" tabindex=\"-1\">{}</span> \
         <button type=\"button\" class=\"button-quiet\" id=\"bring-undo\" data-do=\"bring-undo\">{}</button></p>",
        &[&said, words.say(Key::BringUndo)],
    )
}

/// What became of the file, in sentences.
fn said(words: Words, bring: &Bring) -> String {
    let brought = match &bring.file {
        None => return String::new(),
        Some(Ok(brought)) => brought,
        Some(Err(why)) => {
            let key = match why {
                Unreadable::NotACalendar => Key::BringNot,
                Unreadable::TooLong => Key::BringLong,
                Unreadable::Empty => Key::BringEmpty,
            };
            return paragraphs(&[words.say(key).to_owned()]);
        }
    };
    let mut lines = Vec::new();
    let head = if brought.groups.is_empty() { Key::BringNone } else { Key::BringFound };
    lines.push(words.say(head).to_owned());
    let counts = [
        (brought.unread, Key::BringUnread),
        (brought.outside, Key::BringOutside),
        (brought.foreign, Key::BringForeign),
    ];
    for (n, key) in counts.into_iter().filter(|(n, _)| *n > 0) {
        lines.push(words.fill(key, &[("n", &n.to_string())]));
    }
    paragraphs(&lines)
}

/// What can be picked, and the button that takes it.
fn groups(state: &State) -> String {
    let (words, bring) = (state.words, &state.bring);
    let Some(Ok(Brought { groups, .. })) = bring.file.as_ref().filter(|_| !bring.picked.is_empty()) else {
        return String::new();
    };
    let mut boxes = String::new();
    for (at, (group, picked)) in groups.iter().zip(&bring.picked).enumerate() {
        boxes.push_str(&markup(
            "<div class=\"choice choice-line\"><input type=\"checkbox\" id=\"bring-pick-{}\"{!}><label for=\"bring-pick-{}\">{}</label></div>",
            &[&at.to_string(), if *picked { " checked" } else { "" }, &at.to_string(), &words.brought(group)],
        ));
    }
    let mut kinds = String::new();
    for kind in Kind::ALL {
        let selected = if kind == bring.kind { " selected" } else { "" };
        let option = "<option value=\"{}\"{!}>{}</option>";
        kinds.push_str(&markup(option, &[planner::kind_name(kind), selected, &words.kind(kind)]));
    }
    let button = |look: &'static str, verb: &str, key: Key| {
        markup("<button type=\"button\" class=\"{}\" data-do=\"{}\">{}</button>", &[look, verb, words.say(key)])
    };
    let all =
        button("button-quiet", "bring-all", Key::BringAll) + &button("button-quiet", "bring-none", Key::BringNoneOf);
    let add = if bring.picked.contains(&true) {
        button("button", "bring-add", Key::BringAdd)
    } else {
        markup("<p class=\"hint\">{}</p>", &[words.say(Key::BringPick)])
    };
    markup(
        "<fieldset><legend>{}</legend><div class=\"choices-stack\">{!}</div><p class=\"says-end\">{!}</p></fieldset>\
         <div class=\"field\"><label for=\"bring-kind\">{}</label><select id=\"bring-kind\" autocomplete=\"off\">{!}</select></div>{!}",
        &[words.say(Key::BringWhich), &boxes, &all, words.say(Key::PlanKind), &kinds, &add],
    )
}

#[cfg(test)]
#[path = "bring_tests.rs"]
mod tests;
