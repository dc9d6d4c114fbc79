//! "Could this suit me, or someone I love?": six questions about life and wishes, and what follows.
//!
//! In: [`Answers`]. Out: which of the [`ITEMS`] are shown, and which answers brought each of them up.
//! Rules are data. Nothing here asks about symptoms, substances or withdrawal, and nothing ends in a
//! kind of care: every path ends in people to talk to, other help to look at, and things to ask.
//! "Not sure" is an answer like any other, and so is none at all. The texts are in `foothold-words`.

/// One question, in the order of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its id, and the beginning of the ids of its answers.
    pub id: &'static str,
    /// Its answers; the last is always [`UNSURE`].
    pub answers: &'static [&'static str],
}

/// Not sure; whoever says nothing is taken to be.
pub const UNSURE: &str = "unsure";

/// Every question.
pub const QUESTIONS: [Question; 6] = [
    Question { id: "whom", answers: &["me", "loved", UNSURE] },
    Question { id: "now", answers: &["nobody", "somebody", "returning", UNSURE] },
    Question { id: "days", answers: &["daytime", "evenings", "caring", "open", UNSURE] },
    Question { id: "way", answers: &["easy", "ride", "video", UNSURE] },
    Question { id: "people", answers: &["join", "alone", UNSURE] },
    Question { id: "wish", answers: &["talk", "week", "money", "look", UNSURE] },
];

/// What an item of the end is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A way on.
    Way,
    /// Another kind of help that is worth asking about.
    Other,
    /// Something to ask.
    Ask,
}

/// A question and one of its answers.
pub type Given = (&'static str, &'static str);

/// One item that may stand at the end, and the answers that bring it up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its id.
    pub id: &'static str,
    /// What it is.
    pub kind: Kind,
    /// Any of these brings it up; none at all means always.
    pub when: &'static [Given],
}

const fn item(kind: Kind, id: &'static str, when: &'static [Given]) -> Item {
    Item { id, kind, when }
}

/// Every item, in the order in which it is shown.
pub const ITEMS: [Item; 17] = [
    item(Kind::Way, "talk", &[]),
    item(Kind::Way, "program", &[]),
    item(
        Kind::Way,
        "planner",
        &[("wish", "week"), ("days", "daytime"), ("days", "evenings"), ("days", "caring"), ("days", UNSURE)],
    ),
    item(Kind::Way, "money", &[("wish", "money"), ("wish", UNSURE)]),
    item(Kind::Way, "start", &[("wish", "look"), ("wish", "talk"), ("now", "nobody")]),
    item(Kind::Other, "kinds", &[]),
    item(Kind::Other, "known", &[("now", "somebody"), ("now", "returning"), ("now", UNSURE)]),
    item(Kind::Other, "helpline", &[("now", "nobody"), ("way", "ride"), ("wish", "money")]),
    item(Kind::Other, "family", &[("whom", "loved"), ("people", "join")]),
    item(Kind::Ask, "ask-others", &[]),
    item(Kind::Ask, "ask-first", &[]),
    item(Kind::Ask, "ask-times", &[("days", "daytime"), ("days", "evenings"), ("days", "open"), ("days", UNSURE)]),
    item(Kind::Ask, "ask-children", &[("days", "caring")]),
    item(Kind::Ask, "ask-ride", &[("way", "ride"), ("way", UNSURE)]),
    item(Kind::Ask, "ask-video", &[("way", "video"), ("way", UNSURE)]),
    item(Kind::Ask, "ask-family", &[("whom", "loved"), ("people", "join"), ("people", UNSURE)]),
    item(Kind::Ask, "ask-price", &[("wish", "money"), ("wish", UNSURE)]),
];

/// What has been answered, question by question, and which screen is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    chosen: [Option<u8>; QUESTIONS.len()],
    /// Place of the open question; one past the last is the end.
    pub at: usize,
}

impl Answers {
    /// Takes an answer, or changes it. Ids that are not known change nothing.
    pub fn choose(&mut self, question: &str, answer: &str) {
        for (known, chosen) in QUESTIONS.iter().zip(&mut self.chosen) {
            if known.id == question {
                *chosen = (0..).zip(known.answers).find(|(_, id)| **id == answer).map_or(*chosen, |(at, _)| Some(at));
            }
        }
    }

    /// The answer to a question, if there is one.
    pub fn of(&self, question: &str) -> Option<&'static str> {
        let (known, chosen) = QUESTIONS.iter().zip(self.chosen).find(|(known, _)| known.id == question)?;
        known.answers.get(usize::from(chosen?)).copied()
    }

    /// Whether this is so; a question without an answer counts as "not sure".
    pub fn says(&self, (question, answer): Given) -> bool {
        self.of(question).unwrap_or(UNSURE) == answer
    }

    /// Whether an item is brought up.
    pub fn bring_up(&self, item: &Item) -> bool {
        item.when.is_empty() || item.when.iter().any(|given| self.says(*given))
    }

    /// Goes to a question by its id, one on ("next"), one back ("back"), or to the beginning with
    /// everything forgotten ("over"). Anything else changes nothing.
    pub fn go(&mut self, to: &str) {
        match to {
            "next" => self.at = QUESTIONS.len().min(self.at + 1),
            "back" => self.at = self.at.saturating_sub(1),
            "over" => *self = Self::default(),
            id => self.at = QUESTIONS.iter().position(|known| known.id == id).unwrap_or(self.at),
        }
    }

    /// Id of the open question; `None` at the end.
    pub fn open(&self) -> Option<&'static str> {
        QUESTIONS.get(self.at).map(|question| question.id)
    }
}

#[cfg(test)]
#[path = "guide_tests.rs"]
mod tests;
