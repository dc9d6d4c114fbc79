//! What is printed: the week for the fridge, and what somebody asks of an employer or a school.
//!
//! Neither has a word of the clinic's: sessions have the visitor's name for them, and on the second sheet none.

use super::Taken;
use crate::components::{figure_pieces, markup, picture_columns, text_pieces};
use foothold_core::along::{Series, What, times};
use foothold_core::plan::{BlockKind, week};
use foothold_core::time::NaiveDate;
use foothold_words::Key;

impl Taken<'_> {
    /// The person's own week with the sessions in it: title and markup.
    pub(super) fn my_week(&self) -> (&'static str, String) {
        let words = self.state.words;
        let picture = week(self.site, self.household, Some(self.offer), self.offer.client);
        let mut columns = picture_columns(words, &picture, &|block| match block.kind {
            BlockKind::Travel => words.say(Key::Travel).to_owned(),
            BlockKind::Commitment { row, .. } => words.what_row(self.household, row),
            BlockKind::Session { .. } => self.name(),
        });
        for block in columns.iter_mut().flat_map(|column| &mut column.blocks) {
            // What kind of session it is shows in its colour and its short word otherwise.
            if !matches!(block.class, "week-own" | "week-own week-changed" | "week-travel") {
                block.class = "week-group";
                block.label.clone_from(&block.name);
            }
        }
        let sessions = self.away().into_iter().map(|(span, when)| words.dated(&span, &when));
        let changes = self.agenda.changes.iter().map(|series| words.dated(&self.change(series), &series.dates));
        let title = words.say(Key::SheetWeek);
        let html = markup(
            "<h1>{}</h1><div class=\"week\" aria-hidden=\"true\">{!}</div><ul class=\"week-lines\">{!}</ul>\
             <h2>{}</h2><ul class=\"changes\">{!}</ul>{!}{!}",
            &[
                title,
                &figure_pieces(words, &picture, &columns).concat(),
                &text_pieces(words, &columns).concat(),
                &self.name(),
                &items(sessions),
                &self.last_way(),
                &self.section(Key::SheetChanges, &items(changes)),
            ],
        );
        (title, html)
    }

    /// The last bus or train home, where one has to be caught.
    fn last_way(&self) -> String {
        let words = self.state.words;
        let goes = |series: &Series| matches!(series.what, What::Session { online: false, .. });
        let last = self.household.clinic_by.last.filter(|_| self.agenda.sessions.iter().any(goes));
        let line = last.map(|last| words.fill(Key::SheetLast, &[("time", &words.clock(last))]));
        line.map(|line| markup("<p>{}</p>", &[&line])).unwrap_or_default()
    }

    /// "Recurring appointments": days, times, and what is asked of one employer, school or other party.
    pub(super) fn recurring(&self, row: Option<u32>) -> (&'static str, String) {
        let words = self.state.words;
        let sessions = self.away().into_iter().map(|(span, when)| words.dated(&span, &when));
        let is_asked = |what: What| matches!(what, What::Change { row: of, .. } if Some(of) == row);
        let changes = self.agenda.changes.iter().filter(|series| is_asked(series.what));
        let changes = changes.map(|series| words.dated(&words.asked(series), &series.dates));
        let title = words.say(Key::SheetTitle);
        let html = markup(
            "<h1>{}</h1><ul class=\"changes\">{!}</ul>{!}",
            &[title, &items(sessions), &self.section(Key::SheetAsk, &items(changes))],
        );
        (title, html)
    }

    /// When sessions are, without saying how many or which: time and dates.
    fn away(&self) -> Vec<(String, Vec<NaiveDate>)> {
        let words = self.state.words;
        times(&self.agenda.sessions).into_iter().map(|(span, dates)| (words.span(span), dates)).collect()
    }

    fn section(&self, title: Key, items: &str) -> String {
        if items.is_empty() {
            return String::new();
        }
        markup("<h2>{}</h2><ul class=\"changes\">{!}</ul>", &[self.state.words.say(title), items])
    }
}

fn items(lines: impl Iterator<Item = String>) -> String {
    lines.map(|line| markup("<li>{}</li>", &[&line])).collect()
}
