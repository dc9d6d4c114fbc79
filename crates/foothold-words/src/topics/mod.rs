//! The pages beside the program page: kinds of care side by side, questions people ask, money and
//! rights, how to start.
//!
//! Plain data, read at build time only. English is in `en.rs`, Spanish block by block the same in
//! `es.rs`; sources and the dates of their checks are in [`sources`].

use crate::Lang;
use crate::prose::Section;

mod en;

mod es;

pub mod sources;

/// One page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Topic {
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
    /// The rest, in reading order.
    pub sections: &'static [Section],
}

/// One kind of care, in the order of hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    /// Anchor, and the name in `clinic.json`.
    pub id: &'static str,
    /// What it is called where a clinic calls it nothing else.
    pub name: &'static str,
    /// Hours a week.
    pub hours: &'static str,
    /// Where one sleeps.
    pub nights: &'static str,
    /// Whether work or school goes on beside it.
    pub work: &'static str,
    /// What it is for.
    pub purpose: &'static str,
}

/// The pages in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Topics {
    /// Kinds of care side by side.
    pub levels: Topic,
    /// Headings of the comparison: hours, nights, work, purpose.
    pub level_heads: [&'static str; 4],
    /// The comparison.
    pub level_rows: [Level; 6],
    /// Questions people ask.
    pub questions: Topic,
    /// Money and rights.
    pub money: Topic,
    /// How to start.
    pub start: Topic,
}

impl Topics {
    /// The pages in this language.
    pub fn of(lang: Lang) -> &'static Self {
        if lang == Lang::Es { &es::TOPICS } else { &en::TOPICS }
    }

    /// Every page.
    pub fn all(&self) -> [&Topic; 4] {
        [&self.levels, &self.questions, &self.money, &self.start]
    }
}
