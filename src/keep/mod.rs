//! A week that stays on this device, and a week that a link brings.
//!
//! Nothing is kept before somebody presses for it; then every change is kept as it is made, until it is deleted with
//! one press. What comes in, from the device or from a link, never takes the place of something that was typed
//! without being asked about, and what it took the place of can be put back. Only the browser's side touches the
//! device: `later` and `browser::kept`.

use crate::app::{After, State};
use crate::components::{Part, markup, paragraphs};
use foothold_core::share::{Broken, Carried, is_typed, read, write};
use foothold_words::Key;

/// What is kept and what has come in.
#[derive(Debug, Default)]
pub struct Keep {
    /// Whether this device keeps the week.
    pub kept: Kept,
    /// What is said about it above the week.
    pub said: Said,
    /// A week that came while another was there, until somebody decides.
    pub waiting: Option<Box<Carried>>,
    /// The week that had to make room, until it is put back.
    pub before: Option<Box<Carried>>,
}

/// Whether this device keeps the week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kept {
    /// Not, and nothing is touched.
    #[default]
    Off,
    /// Yes, with every change.
    On,
    /// Not any more: what was kept has to go.
    Gone,
}

/// What is said above the week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Said {
    /// Nothing in particular.
    #[default]
    Nothing,
    /// The kept week is back.
    Restored,
    /// What is kept cannot be read.
    Unreadable,
    /// A link's week waits for an answer.
    AskLink,
    /// A kept week waits for an answer.
    AskKept,
    /// The week is the link's.
    Opened,
    /// The link could not be read.
    Failed(Broken),
}

/// The text that is kept; `None` where nothing is to be kept, or more than can be.
pub fn text(state: &State) -> Option<String> {
    write(&state.week, state.chosen.as_deref(), true)
}

/// Something was kept on this device at an earlier visit.
pub fn restore(state: &mut State, text: &str) {
    match read(text) {
        Ok(carried) => {
            state.keep.kept = Kept::On;
            state.keep.said = Said::Restored;
            come(state, carried, Said::AskKept);
        }
        Err(_) => state.keep.said = Said::Unreadable,
    }
}

/// The address brought something.
pub fn open(state: &mut State, text: &str) {
    match read(text) {
        Ok(carried) => {
            state.keep.said = Said::Opened;
            come(state, carried, Said::AskLink);
        }
        Err(broken) => state.keep.said = Said::Failed(broken),
    }
}

/// Takes a week in, or has somebody asked where one is there.
fn come(state: &mut State, carried: Carried, ask: Said) {
    if !is_typed(&state.week) {
        put(state, carried);
    } else if here(state) != carried {
        // Until that is decided nothing that is kept is written over.
        if ask == Said::AskKept {
            state.keep.kept = Kept::Off;
        }
        state.keep.said = ask;
        state.keep.waiting = Some(Box::new(carried));
    }
}

/// The week that is here, as it would be carried.
fn here(state: &State) -> Carried {
    let text = text(state).and_then(|text| read(&text).ok());
    text.unwrap_or_else(|| Carried { week: state.week.clone(), chosen: state.chosen.clone() })
}

/// Makes a week the present one; returns the one before.
fn put(state: &mut State, Carried { week, chosen }: Carried) -> Carried {
    let before = Carried { week: state.week.clone(), chosen: state.chosen.take() };
    state.edit_week(&mut |old| old.clone_from(&week));
    state.chosen = chosen;
    (state.editing, state.removed, state.looking) = (None, None, None);
    before
}

/// Something with `data-do` was pressed; `None` where that is nothing of these.
pub(crate) fn press(state: &mut State, verb: &str) -> Option<After> {
    let mut focus = "keep-do";
    match verb {
        "keep" => {
            state.keep.kept = Kept::On;
            state.keep.said = Said::Nothing;
        }
        "forget" => {
            state.keep.kept = Kept::Gone;
            state.keep.said = Said::Nothing;
        }
        "link-open" => {
            let of_link = state.keep.said == Said::AskLink;
            if let Some(carried) = state.keep.waiting.take() {
                let before = put(state, *carried);
                state.keep.before = Some(Box::new(before));
                focus = "link-undo";
            }
            if of_link {
                state.keep.said = Said::Opened;
            } else {
                (state.keep.kept, state.keep.said) = (Kept::On, Said::Restored);
            }
        }
        "link-mine" => {
            state.keep.waiting = None;
            state.keep.said = Said::Nothing;
        }
        "link-undo" => {
            if let Some(before) = state.keep.before.take() {
                put(state, *before);
            }
            state.keep.said = Said::Nothing;
        }
        _ => return None,
    }
    Some(After::Focus(focus.to_owned()))
}

/// What stands above the week. `failed`: the browser did not let us keep it.
pub fn part(state: &State, failed: bool) -> Part {
    let words = state.words;
    let Keep { kept, said, waiting, before } = &state.keep;
    let button = |look: &'static str, id: &str, verb: &str, key: Key| {
        let button = "<button type=\"button\" class=\"{}\" id=\"{}\" data-do=\"{}\">{}</button>";
        markup(button, &[look, id, verb, words.say(key)])
    };
    let (quiet, plain, outline) = ("button-quiet", "button", "button button-outline");
    let box_of = |good: bool, keys: &[Key], buttons: &str| {
        let lines: Vec<String> = keys.iter().map(|key| words.say(*key).to_owned()).collect();
        markup(
            "<div class=\"{}\">{!}<p class=\"says-end\">{!}</p></div>",
            &[if good { "says says-good" } else { "says" }, &paragraphs(&lines), buttons],
        )
    };
    let mut out = String::new();
    let undo = if before.is_some() { button(outline, "link-undo", "link-undo", Key::LinkUndo) } else { String::new() };
    match said {
        Said::AskLink | Said::AskKept if waiting.is_some() => {
            let (ask, open) = match said {
                Said::AskLink => (Key::LinkAsk, Key::LinkOpen),
                _ => (Key::KeepAsk, Key::KeepOpen),
            };
            let buttons = button(plain, "link-open", "link-open", open)
                + &button(outline, "link-mine", "link-mine", Key::LinkMine);
            out.push_str(&box_of(false, &[ask], &buttons));
        }
        Said::Opened => out.push_str(&box_of(true, &[Key::LinkOpened], &undo)),
        Said::Failed(broken) => {
            let key = match broken {
                Broken::Damaged => Key::LinkDamaged,
                Broken::Newer => Key::LinkNewer,
                Broken::Foreign => Key::LinkForeign,
            };
            out.push_str(&box_of(false, &[key], ""));
        }
        Said::Unreadable => {
            let delete = button(outline, "keep-forget", "forget", Key::KeepDelete);
            out.push_str(&box_of(false, &[Key::KeepUnreadable], &delete));
        }
        Said::Restored if before.is_some() => out.push_str(&box_of(true, &[Key::KeepRestored], &undo)),
        _ => {}
    }
    let offer = |first: &[Key]| {
        let lines: String = first.iter().map(|key| markup("<p class=\"hint\">{}</p>", &[words.say(*key)])).collect();
        lines + &button(quiet, "keep-do", "keep", Key::KeepDo)
    };
    out.push_str(&match kept {
        Kept::On if failed => box_of(false, &[Key::KeepFailed], &button(quiet, "keep-do", "keep", Key::TryAgain)),
        Kept::On => {
            let restored: &[Key] = if *said == Said::Restored && before.is_none() {
                &[Key::KeepRestored, Key::KeepOn]
            } else {
                &[Key::KeepOn]
            };
            box_of(true, restored, &button(quiet, "keep-do", "forget", Key::KeepDelete))
        }
        Kept::Off => offer(&[Key::KeepOffer]),
        Kept::Gone => offer(&[Key::KeepGone]),
    });
    Part::new("keep", out)
}

#[cfg(test)]
#[path = "keep_tests.rs"]
mod tests;
