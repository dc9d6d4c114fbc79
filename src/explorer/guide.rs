//! The guide at work. Everything that it can say stands in the page already; here is only which
//! parts of it are in view, so that the app carries none of its texts.

use crate::app::{After, State};
use crate::browser::Typed;
use foothold_core::explore::guide::{Answers, ITEMS, QUESTIONS};

/// Name of the place that the guide takes in a page.
pub const PLACE: &str = "guide";

/// Id of the end, of which the questions are the beginning.
pub const END: &str = "guide-end";

/// Pieces of an id, parted by hyphens, after the guide's own name.
pub fn id_of(pieces: &[&str]) -> String {
    let mut id = String::from("guide");
    for piece in pieces {
        id.push('-');
        id.push_str(piece);
    }
    id
}

/// Something was pressed; `None` where that is nothing of the guide's.
pub fn press(state: &mut State, verb: &str, about: &str) -> Option<After> {
    if verb != "guide" {
        return None;
    }
    state.guide.go(about);
    let title = state.guide.open().map_or_else(|| id_of(&["end", "title"]), |open| id_of(&["q", open, "title"]));
    Some(After::Focus(title))
}

/// An answer was chosen.
pub fn choose(state: &mut State, typed: &Typed) {
    let pieces = typed.id.strip_prefix("guide-").and_then(|rest| rest.split_once('-'));
    if let (true, Some((question, answer))) = (typed.checked, pieces) {
        state.guide.choose(question, answer);
    }
}

/// Every part that is not always there, by its id, and whether it is in view now.
pub fn shown(answers: &Answers) -> Vec<(String, bool)> {
    let mut parts = vec![(END.to_owned(), answers.open().is_none())];
    for question in QUESTIONS {
        parts.push((id_of(&["q", question.id]), answers.open() == Some(question.id)));
        for answer in question.answers {
            parts.push((id_of(&["given", question.id, answer]), answers.says((question.id, answer))));
        }
    }
    for item in ITEMS {
        parts.push((id_of(&["item", item.id]), answers.bring_up(&item)));
        for given in item.when {
            parts.push((id_of(&["why", item.id, given.0, given.1]), answers.says(*given)));
        }
    }
    parts
}

/// Every answer's control by its id, and whether it is chosen.
pub fn ticked(answers: &Answers) -> Vec<(String, bool)> {
    let of = |question: &'static foothold_core::explore::guide::Question| {
        let chosen = answers.of(question.id);
        question.answers.iter().map(move |answer| (id_of(&[question.id, answer]), chosen == Some(*answer)))
    };
    QUESTIONS.iter().flat_map(of).collect()
}
