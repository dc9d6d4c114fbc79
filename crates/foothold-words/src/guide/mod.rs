//! The guide's page: what to call about first, six questions, and what they may lead to.
//!
//! Plain data, read at build time only: the page holds all of it, and the app shows and hides. The
//! arrays are as long as the rules are, so a missing text does not compile; their order is that of
//! `foothold_core::explore::guide`. Nothing asks about symptoms, substances or withdrawal, and
//! nothing says which kind of care somebody needs.

use crate::Lang;
use foothold_core::explore::guide::{ITEMS, QUESTIONS};

mod en;

mod es;

/// One answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The id of its rule.
    pub id: &'static str,
    /// What one chooses.
    pub label: &'static str,
    /// The same as a reason: a sentence of its own.
    pub said: &'static str,
}

/// One question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// The id of its rule.
    pub id: &'static str,
    /// The question.
    pub ask: &'static str,
    /// Why it is asked.
    pub why: &'static str,
    /// Its answers, "not sure" last.
    pub answers: &'static [Answer],
}

/// One item of the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// The id of its rule.
    pub id: &'static str,
    /// Its heading; of something to ask, the question.
    pub title: &'static str,
    /// What it is; empty for something to ask.
    pub text: &'static str,
}

/// The page in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guide {
    /// Title for the browser and search engines, with `{clinic}`.
    pub title: &'static str,
    /// What search engines show below it.
    pub description: &'static str,
    /// Its name in lists of pages.
    pub name: &'static str,
    /// What one finds there, in lists of pages.
    pub about: &'static str,
    /// Heading.
    pub heading: &'static str,
    /// First sentences.
    pub lead: &'static str,
    /// Over the list of what comes before any question.
    pub first_title: &'static str,
    /// Whom to call first, and when; `{911}`, `{988}` and `{phone}` become links.
    pub first: &'static [&'static str],
    /// After that list.
    pub first_end: &'static str,
    /// Which question of how many: `{at}`, `{of}`.
    pub count: &'static str,
    /// Before the reason of a question.
    pub why: &'static str,
    /// The questions.
    pub questions: [Question; QUESTIONS.len()],
    /// Goes one question back.
    pub back: &'static str,
    /// Goes on, answered or not.
    pub next: &'static str,
    /// Goes on from the last question.
    pub finish: &'static str,
    /// Over the end.
    pub end_title: &'static str,
    /// First sentences of the end.
    pub end_lead: &'static str,
    /// Over the other kinds of help.
    pub others_title: &'static str,
    /// Over the questions to ask.
    pub asks_title: &'static str,
    /// Everything that may stand at the end.
    pub items: [Item; ITEMS.len()],
    /// Before the reasons of an item, once somebody has answered.
    pub because: &'static str,
    /// The same on a page where nothing was answered.
    pub worth: &'static str,
    /// Over one's own answers.
    pub answers_title: &'static str,
    /// That nothing is kept.
    pub kept: &'static str,
    /// Opens a question again.
    pub change: &'static str,
    /// Forgets everything and begins anew.
    pub over: &'static str,
}

impl Guide {
    /// The page in this language.
    pub fn of(lang: Lang) -> &'static Self {
        if lang == Lang::Es { &es::GUIDE } else { &en::GUIDE }
    }

    /// Everything that it says, for the tests.
    pub fn texts(&self) -> Vec<&'static str> {
        let mut all = vec![self.title, self.description, self.name, self.about];
        all.extend(self.spoken());
        all
    }

    /// Everything that stands in its main part.
    pub fn spoken(&self) -> Vec<&'static str> {
        let mut all = vec![
            self.heading,
            self.lead,
            self.first_title,
            self.first_end,
            self.count,
            self.why,
            self.back,
            self.next,
            self.finish,
            self.end_title,
            self.end_lead,
            self.others_title,
            self.asks_title,
            self.because,
            self.worth,
            self.answers_title,
            self.kept,
            self.change,
            self.over,
        ];
        all.extend(self.first);
        for question in self.questions {
            all.extend([question.ask, question.why]);
            all.extend(question.answers.iter().flat_map(|answer| [answer.label, answer.said]));
        }
        all.extend(self.items.iter().flat_map(|item| [item.title, item.text]));
        all.retain(|text| !text.is_empty());
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_rules_are_about_the_same_questions_answers_and_items_in_the_same_order() {
        for lang in Lang::SPOKEN {
            let guide = Guide::of(lang);
            for (text, rule) in guide.questions.iter().zip(QUESTIONS) {
                assert_eq!(text.id, rule.id);
                let ids: Vec<&str> = text.answers.iter().map(|answer| answer.id).collect();
                assert_eq!(ids, rule.answers, "{}", rule.id);
            }
            for (text, rule) in guide.items.iter().zip(ITEMS) {
                assert_eq!(text.id, rule.id);
                let is_ask = rule.kind == foothold_core::explore::guide::Kind::Ask;
                assert_eq!(text.text.is_empty(), is_ask, "{}", rule.id);
            }
        }
    }

    #[test]
    fn the_guide_asks_about_life_and_never_about_symptoms_substances_or_withdrawal() {
        let never = [
            "drink",
            "drug",
            "substance",
            "withdraw",
            "symptom",
            "diagnos",
            "depress",
            "anxi",
            "sober",
            "relapse",
            "craving",
            "beb",
            "droga",
            "sustancia",
            "abstinencia",
            "síntoma",
            "depres",
            "ansiedad",
            "recaída",
        ];
        for lang in Lang::SPOKEN {
            for question in Guide::of(lang).questions {
                let answers = question.answers.iter().flat_map(|answer| [answer.label, answer.said]);
                for text in [question.ask, question.why].into_iter().chain(answers) {
                    let lower = text.to_lowercase();
                    assert!(never.iter().all(|word| !lower.contains(word)), "{text}");
                }
            }
        }
    }

    #[test]
    fn the_end_names_no_kind_of_care_as_the_one_to_have() {
        let never = [
            "you need",
            "you should",
            "level",
            "residential",
            "hospital",
            "inpatient",
            "partial",
            "day program",
            "weekly",
            "intensive",
            "usted necesita",
            "debería",
            "nivel",
            "residencial",
            "intensivo",
            "parcial",
        ];
        for lang in Lang::SPOKEN {
            for text in Guide::of(lang).items.iter().flat_map(|item| [item.title, item.text]) {
                let lower = text.to_lowercase();
                assert!(never.iter().all(|word| !lower.contains(word)), "{text}");
            }
        }
    }

    #[test]
    fn what_comes_first_names_911_988_and_the_clinics_phone() {
        for lang in Lang::SPOKEN {
            let first = Guide::of(lang).first.concat();
            assert!(["{911}", "{988}", "{phone}"].iter().all(|number| first.contains(number)), "{first}");
        }
    }
}
