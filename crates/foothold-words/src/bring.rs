//! What was brought in a calendar file, in words. All of it is said later.

use crate::{Key, Words};
use foothold_core::bring::Group;

impl Words {
    /// A group and its dates: "Ward 3: 7am to 7pm, 12 dates from November 30 to January 4".
    pub fn brought(self, group: &Group) -> String {
        let what = if group.name.is_empty() { self.say(Key::BringNameless) } else { &group.name };
        let span = group.span.map_or_else(|| self.say(Key::BringAllDay).to_owned(), |span| self.span(span));
        let ends = [group.dates.first(), group.dates.last()].map(|date| date.map(|date| self.date_short(*date)));
        let [first, last] = ends.map(Option::unwrap_or_default);
        let (key, n) = match group.dates.len() {
            1 => (Key::BringGroup1, String::new()),
            n => (Key::BringGroupN, n.to_string()),
        };
        self.fill(key, &[("what", what), ("span", &span), ("n", &n), ("first", &first), ("last", &last)])
    }
}
