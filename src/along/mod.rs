//! "Take it with you": the shown offer as a calendar file and on paper, the week as a link.
//!
//! Only a heading and a button stand on the page at first; the rest is drawn by the later part, once somebody
//! presses it. What is saved or printed names neither the clinic nor the reason, unless the visitor writes it.

mod link;
mod sheet;

pub use link::{Link, Made};

use crate::app::{After, State};
use crate::browser::Typed;
use crate::components::{Part, markup, paragraphs};
use crate::planner;
use foothold_core::along::calendar::{Entry, Stamp, write};
use foothold_core::along::zone::Zone;
use foothold_core::along::{Agenda, Series, What, agenda};
use foothold_core::household::Household;
use foothold_core::plan::{Budget, Offer, Verdict, first_visit};
use foothold_core::site::{Site, Track};
use foothold_core::time::{DAY_MIN, NaiveDate, add_days};
use foothold_words::Key;

/// What somebody has chosen about what to take along.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a box that somebody ticks, or the section that they open")]
pub struct Along {
    /// Whether the section is open.
    pub open: bool,
    /// What the calendar should say; `None` is the neutral word.
    pub name: Option<String>,
    /// Whether the way is part of each entry.
    pub way: bool,
    /// Whether what changes in the week is in the calendar, too.
    pub changes: bool,
    /// Whether a link has what people and things are called.
    pub names: bool,
    /// The link that was asked for last.
    pub link: Link,
}

impl Default for Along {
    fn default() -> Self {
        Self { open: false, name: None, way: false, changes: true, names: false, link: Link::default() }
    }
}

/// Everything that the section is about.
struct Taken<'a> {
    state: &'a State,
    site: &'a Site,
    household: &'a Household,
    offer: &'a Offer,
    track: &'a Track,
    agenda: Agenda,
}

/// The section, for whoever has the later part.
pub fn parts(state: &State) -> Vec<Part> {
    let words = state.words;
    let mut html = planner::opener(words, "along", Key::AlongOpen, state.along.open);
    let mut controls = Vec::new();
    if state.along.open {
        match taken(state) {
            Some(taken) => {
                html.push_str(&taken.html());
                controls.push((String::from("along-name"), taken.name()));
            }
            None => html.push_str(&paragraphs(&[words.say(Key::AlongNothing).to_owned()])),
        }
        html.push_str(&link::html(state, &mut controls));
    }
    vec![Part { controls, ..Part::new("along", html) }]
}

/// Something with `data-do` was pressed; `None` where that is nothing of this section's.
pub(crate) fn press(state: &mut State, verb: &str, about: &str) -> Option<After> {
    match verb {
        "along" => {
            state.along.open = !state.along.open;
            return Some(After::Focus("along-open".to_owned()));
        }
        "save-calendar" | "print-week" | "print-asked" => {}
        _ => return link::press(state, verb),
    }
    let words = state.words;
    let Some(taken) = taken(state) else { return Some(After::Nothing) };
    if verb == "save-calendar" {
        let name = words.say(Key::AlongFile);
        let said = words.fill(Key::AlongSaved, &[("name", name)]);
        return Some(After::Save { name, said, text: write(&taken.entries(), &taken.site.zone, stamp(state.now_ms)) });
    }
    let (title, html) = if verb == "print-week" { taken.my_week() } else { taken.recurring(about.parse().ok()) };
    Some(After::Sheet { title, html, blocked: words.say(Key::AlongBlocked) })
}

/// A text field was typed into.
pub(crate) fn type_in(state: &mut State, typed: &Typed) {
    if typed.id == "along-name" {
        state.along.name = Some(typed.value.clone());
    }
}

/// A box was ticked.
pub(crate) fn choose(state: &mut State, typed: &Typed) {
    match typed.id.as_str() {
        "along-way" => state.along.way = typed.checked,
        "along-changes" => state.along.changes = typed.checked,
        "along-names" => state.along.names = typed.checked,
        _ => {}
    }
}

/// A moment of the clock, in milliseconds since 1970.
fn stamp(ms: f64) -> Stamp {
    // Whole minutes are few enough until the year 6053.
    #[expect(clippy::cast_possible_truncation, reason = "a number of minutes is small")]
    let minutes = (ms / 60_000.0) as i32;
    let epoch = NaiveDate::from_ymd_opt(1970, 1, 1).unwrap_or_default();
    Stamp { date: add_days(epoch, minutes.div_euclid(DAY_MIN)), min: minutes.rem_euclid(DAY_MIN) }
}

fn taken(state: &State) -> Option<Taken<'_>> {
    let site = state.site.as_ref()?;
    let household = state.typed();
    let offer = planner::meant(state)?;
    let track = site.tracks.get(offer.track)?;
    let agenda = agenda(site, household, offer, Budget::default());
    (!agenda.sessions.is_empty()).then_some(Taken { state, site, household, offer, track, agenda })
}

impl Taken<'_> {
    /// What sessions are called: the visitor's word, else the neutral one.
    fn name(&self) -> String {
        self.state.along.name.clone().unwrap_or_else(|| self.state.words.say(Key::AlongNeutral).to_owned())
    }

    /// A change with whose it is: "Work: Leave at 4:40pm instead of 5pm".
    fn change(&self, series: &Series) -> String {
        let words = self.state.words;
        let What::Change { row, .. } = series.what else { return String::new() };
        words.fill(Key::SheetOf, &[("what", &words.what_row(self.household, row)), ("change", &words.asked(series))])
    }

    /// The entries of the calendar as chosen.
    fn entries(&self) -> Vec<Entry> {
        let along = &self.state.along;
        let name = Some(self.name()).filter(|name| !name.trim().is_empty());
        let title = name.unwrap_or_else(|| self.state.words.say(Key::AlongNeutral).to_owned());
        let mut entries = Vec::new();
        for series in &self.agenda.sessions {
            let What::Session { index, online } = series.what else { continue };
            let way = self.household.clinic_travel_min;
            let series = if along.way && !online {
                series.with_way(way + self.site.program.arrival_buffer_min, way)
            } else {
                series.clone()
            };
            let id = ["session ", &self.track.id, " ", &index.to_string()].concat();
            entries.push(Entry { id, title: title.clone(), series });
        }
        if along.changes {
            for (at, series) in self.agenda.changes.iter().enumerate() {
                let id = ["change ", &self.track.id, " ", &at.to_string()].concat();
                entries.push(Entry { id, title: self.change(series), series: series.clone() });
            }
        }
        entries
    }

    /// The rows whose changes somebody outside must agree to.
    fn asked(&self) -> Vec<u32> {
        let mut rows: Vec<u32> = Vec::new();
        for series in &self.agenda.changes {
            let What::Change { row, .. } = series.what else { continue };
            let of = self.household.commitments.iter().find(|c| c.row == row);
            if of.is_some_and(|c| c.kind.asks_outside()) && !rows.contains(&row) {
                rows.push(row);
            }
        }
        rows
    }

    fn html(&self) -> String {
        let words = self.state.words;
        let along = &self.state.along;
        let all = self.agenda.sessions.iter().flat_map(|series| &series.dates);
        let (first, last) =
            (all.clone().min().copied().unwrap_or_default(), all.clone().max().copied().unwrap_or_default());
        let values = [
            ("track", self.track.name.clone()),
            ("n", all.count().to_string()),
            ("first", words.date_long(first)),
            ("last", words.date_long(last)),
        ];
        let mut lines =
            vec![words.fill(Key::AlongDates, &values.each_ref().map(|(name, value)| (*name, value.as_str())))];
        if matches!(self.offer.verdict, Verdict::DoesNotFit { .. }) {
            lines.push(words.say(Key::AlongDoesNot).to_owned());
        }
        if let Some(intake) = &self.site.program.intake {
            let tomorrow = add_days(self.state.today, 1);
            let visit = first_visit(self.site, self.household, self.offer, tomorrow, Budget::default());
            lines.push(words.visit(intake, visit));
        }
        lines.push(words.say(Key::AlongSent).to_owned());
        let way = words.length(self.household.clinic_travel_min);
        let mut boxes = tick("along-way", &words.fill(Key::AlongWay, &[("minutes", &way)]), along.way);
        if let Some(example) = self.agenda.changes.first() {
            let text = words.fill(Key::AlongChanges, &[("example", &self.change(example))]);
            boxes.push_str(&tick("along-changes", &text, along.changes));
        }
        let floating = if Zone::named(&self.site.zone).is_none() {
            markup("<p>{}</p>", &[words.say(Key::AlongFloating)])
        } else {
            String::new()
        };
        markup(
            "{!}<h3>{}</h3><div class=\"field\"><label for=\"along-name\">{}</label>\
             <p class=\"hint\" id=\"along-name-hint\">{}</p>\
             <input id=\"along-name\" autocomplete=\"off\" maxlength=\"80\" aria-describedby=\"along-name-hint\"></div>\
             <div class=\"choices-stack\">{!}</div>{!}\
             <p><button type=\"button\" class=\"button\" id=\"along-save\" data-do=\"save-calendar\">{}</button></p>\
             <p class=\"hint\">{}</p><h3>{}</h3><p class=\"hint\">{}</p><div class=\"says-end\">{!}</div>\
             <p id=\"along-says\" role=\"status\"></p>",
            &[
                &paragraphs(&lines),
                words.say(Key::AlongCalendar),
                words.say(Key::AlongName),
                words.say(Key::AlongNameHint),
                &boxes,
                &floating,
                words.say(Key::AlongSave),
                words.say(Key::AlongSaveHint),
                words.say(Key::AlongPaper),
                words.say(Key::AlongPaperHint),
                &self.print_buttons(),
            ],
        )
    }

    fn print_buttons(&self) -> String {
        let words = self.state.words;
        let button = |act: &str, text: &str| {
            let button = "<button type=\"button\" class=\"button button-outline\" data-do=\"{}\">{}</button>";
            markup(button, &[act, text])
        };
        let mut out = button("print-week", words.say(Key::AlongFridge));
        let asked = self.asked();
        for row in &asked {
            let what = words.what_row(self.household, *row);
            let act = ["print-asked:", &row.to_string()].concat();
            out.push_str(&button(&act, &words.fill(Key::AlongAsked, &[("what", &what)])));
        }
        if asked.is_empty() {
            out.push_str(&button("print-asked:", words.say(Key::AlongEmployer)));
        }
        out
    }
}

fn tick(id: &str, text: &str, on: bool) -> String {
    markup(
        "<div class=\"choice choice-line\"><input type=\"checkbox\" id=\"{}\"{!}><label for=\"{}\">{}</label></div>",
        &[id, if on { " checked" } else { "" }, id, text],
    )
}

#[cfg(test)]
#[path = "along_tests.rs"]
mod tests;
