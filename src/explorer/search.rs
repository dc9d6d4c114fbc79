//! The search at work: what is typed into the field -> the places that say something about it.
//!
//! The whole list stands in the page already, and so does what is said where nothing is found or somebody should
//! call first; here is only which of it is in view, and the list of what was found.

use crate::app::State;
use crate::browser::Typed;
use crate::components::{Part, markup};
use foothold_core::explore::search::{Found, Index};
use foothold_words::Key;

/// Name of the place that the search takes in a page.
pub const PLACE: &str = "search";

/// Id of the field.
pub const FIELD: &str = "search-for";

/// Id of the element that says how much was found.
pub const SAYS: &str = "search-says";

/// Id of what is said to somebody who should call first.
pub const FIRST: &str = "search-first";

/// Id of the list of what was found.
pub const FOUND: &str = "search-found";

/// Id of what is said where nothing was.
pub const NONE: &str = "search-none";

/// Id of the list of everything.
pub const ALL: &str = "search-all";

/// What somebody looks for; in memory only.
#[derive(Debug, Default)]
pub struct Search {
    /// As typed.
    pub typed: String,
    /// Where it is looked up; there for good once it has come.
    pub index: Option<&'static Index>,
}

impl Search {
    /// Takes over the index's file, if it is one.
    pub fn arrive(&mut self, text: &str) {
        if let Some(index) = Index::read(text) {
            self.index = Some(Box::leak(Box::new(index)));
        }
    }
}

/// The field was typed into.
pub fn type_in(state: &mut State, typed: &Typed) {
    if typed.id == FIELD {
        state.search.typed.clone_from(&typed.value);
    }
}

/// What is drawn, and which parts of the page are in view.
pub fn parts(state: &State, base: &str) -> ([Part; 2], [(&'static str, bool); 3]) {
    let Search { typed, index } = &state.search;
    let asked = !typed.trim().is_empty();
    let found = index.filter(|_| asked).map(|index| index.find(typed)).unwrap_or_default();
    let words = state.words;
    let says = match found.all {
        _ if !asked => String::new(),
        _ if index.is_none() => words.say(Key::SearchNotYet).to_owned(),
        0 => words.say(Key::SearchNone).to_owned(),
        1 => words.say(Key::Search1).to_owned(),
        all if all > found.hits.len() => {
            words.fill(Key::SearchMany, &[("n", &all.to_string()), ("shown", &found.hits.len().to_string())])
        }
        all => words.fill(Key::SearchN, &[("n", &all.to_string())]),
    };
    let says = Part { controls: vec![(FIELD.to_owned(), typed.clone())], ..Part::new(SAYS, markup("{}", &[&says])) };
    let list = Part { id: FOUND, html: hits(&found, base), controls: Vec::new() };
    let shown = [
        (ALL, !asked || index.is_none()),
        (NONE, asked && index.is_some() && found.all == 0),
        (FIRST, found.call_first),
    ];
    ([says, list], shown)
}

/// What was found, a line each.
fn hits(found: &Found, base: &str) -> Vec<String> {
    let line =
        "<li><a class=\"card more-card\" href=\"{}{}\" data-route><strong>{}</strong><span>{}: {}</span></a></li>";
    let hit = |hit: &foothold_core::explore::search::Hit| {
        let place = hit.place;
        markup(line, &[base, &place.address, &place.title, &place.page, &hit.said])
    };
    found.hits.iter().map(hit).collect()
}

#[cfg(test)]
#[path = "search_tests.rs"]
mod tests;
