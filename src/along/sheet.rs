//! What is printed: the week for the fridge, and what somebody asks of an employer or a school.
//!
//! Neither has a word of the clinic's: sessions have the visitor's name for them, and on the second sheet none.

use super::Taken;
use crate::components::{Column, figure_pieces, markup, picture_columns, text_pieces};
use foothold_core::along::{Series, What, times};
use foothold_core::plan::{BlockKind, WeekPicture, alike, weeks};
use foothold_core::time::NaiveDate;
use foothold_words::{Key, Words};

/// Up to so many kinds of weeks each have a picture.
const MOST_PICTURES: usize = 4;

impl Taken<'_> {
    /// The person's own week with the sessions in it, each kind of week where they differ: title and markup.
    pub(super) fn my_week(&self) -> (&'static str, String) {
        let words = self.state.words;
        let drawn = weeks(self.site, self.household, Some(self.offer), self.offer.client);
        let kinds = alike(&drawn.weeks);
        let mut shown = String::new();
        for kind in &kinds {
            let Some(picture) = kind.first().and_then(|first| drawn.weeks.get(*first)) else { continue };
            if kinds.len() > 1 {
                shown.push_str(&markup("<h2>{}</h2>", &[&words.weeks_dated(kind, self.household.start)]));
            }
            let columns = self.columns(picture);
            // Many pictures would be many sheets; the one that is most alike to all is drawn, and all are said.
            if kinds.len() <= MOST_PICTURES || kind.contains(&drawn.fullest) {
                let pieces = figure_pieces(words, picture, &columns).concat();
                shown.push_str(&markup("<div class=\"week\" aria-hidden=\"true\">{!}</div>", &[&pieces]));
            }
            let lines = text_pieces(words, &columns).concat();
            shown.push_str(&markup("<ul class=\"week-lines\">{!}</ul>", &[&lines]));
        }
        let sessions = self.away().into_iter().map(|(span, when)| words.dated(&span, &when));
        let changes = self.agenda.changes.iter().map(|series| words.dated(&self.change(series), &series.dates));
        let title = words.say(Key::SheetWeek);
        let html = markup(
            "<h1>{}</h1>{!}<h2>{}</h2><ul class=\"changes\">{!}</ul>{!}{!}",
            &[
                title,
                &shown,
                &self.name(),
                &items(sessions),
                &self.last_way(),
                &self.section(Key::SheetChanges, &items(changes)),
            ],
        );
        (title, html)
    }

    /// A week's columns in the visitor's words.
    fn columns(&self, picture: &WeekPicture) -> Vec<Column> {
        let words = self.state.words;
        let mut columns = picture_columns(words, picture, &|block| match block.kind {
            BlockKind::Travel => words.say(Key::Travel).to_owned(),
            BlockKind::Commitment { row, .. } => {
                let what = words.what_row(self.household, row);
                if what.is_empty() { words.duty(self.household, row) } else { what }
            }
            BlockKind::Session { .. } => self.name(),
        });
        for block in columns.iter_mut().flat_map(|column| &mut column.blocks) {
            // What kind of session it is shows in its colour and its short word otherwise.
            if !matches!(block.class, "week-own" | "week-own week-changed" | "week-travel") {
                block.class = "week-group";
                block.label.clone_from(&block.name);
            }
        }
        columns
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
            "<h1>{}</h1><ul class=\"changes\">{!}</ul>{!}{!}",
            &[title, &items(sessions), &self.section(Key::SheetAsk, &items(changes)), &lines(words)],
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

/// Lines to write on by hand: who asks, the day, and who signs. What was typed fills none of them.
fn lines(words: Words) -> String {
    let line = |key: &Key| {
        let rule = "<svg width=\"100%\" height=\"60\" aria-hidden=\"true\">\
                    <line x2=\"100%\" y1=\"59\" y2=\"59\" stroke=\"currentColor\"/></svg><p>{}</p>";
        markup(rule, &[words.say(*key)])
    };
    [Key::SheetName, Key::SheetDate, Key::SheetSign].iter().map(line).collect()
}
