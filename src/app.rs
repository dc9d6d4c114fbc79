//! What all parts share while a visitor is here, and how the WebAssembly starts.
//!
//! Everything that somebody types lives in [`App`], in memory, and outlives an exchange of pages.

use crate::browser;
use crate::contact::{self, Sending};
use crate::{explorer, planner};
use foothold_core::config::{self, Issue};
use foothold_core::contact::Draft as Form;
use foothold_core::household::{Draft as Week, FieldError, Household, RowDraft, parse};
use foothold_core::plan::{Answer, Budget, solve};
use foothold_core::site::Site;
use foothold_core::time::NaiveDate;
use foothold_words::{Lang, Words};
use leptos::prelude::*;
use std::sync::Arc;

/// Everything shared; cheap to copy, because signals are handles.
#[derive(Clone, Copy)]
pub struct App {
    /// Texts in the page's language.
    pub words: Words,
    /// The clinic, or nothing where its file could not be used.
    pub site: StoredValue<Option<Arc<Site>>>,
    /// What needs a look in the clinic's file.
    pub issues: StoredValue<Vec<Issue>>,
    /// The phone as the page shows it, for when the clinic's file is unusable.
    pub phone: StoredValue<String>,
    /// The day of the visit.
    pub today: NaiveDate,
    /// The planner's form as typed.
    pub week: RwSignal<Week>,
    /// Which row is being edited.
    pub editing: RwSignal<Option<u32>>,
    /// The entry that was removed last, until it is put back or another one is added.
    pub removed: RwSignal<Option<Removed>>,
    /// Id of the track that the visitor chose to see.
    pub chosen: RwSignal<Option<String>>,
    /// The week read and answered anew at every keystroke.
    pub solved: Memo<Arc<Solved>>,
    /// The contact form as typed.
    pub form: RwSignal<Form>,
    /// Whether the chosen plan is sent along.
    pub attach: RwSignal<bool>,
    /// How far sending has come.
    pub sending: RwSignal<Sending>,
    /// Id of the message that is being written; empty before the first Send.
    pub message_id: StoredValue<String>,
}

/// An entry that was removed, and where it stood.
#[derive(Clone, Debug, PartialEq)]
pub struct Removed {
    /// Place in the list.
    pub at: usize,
    /// The entry as typed.
    pub row: RowDraft,
}

/// A week and its answer.
#[derive(Clone, Debug)]
pub struct Solved {
    /// The rows that could be read.
    pub household: Household,
    /// The fields that could not.
    pub errors: Vec<FieldError>,
    /// Every offer, ranked; empty without a clinic.
    pub answer: Answer,
}

impl App {
    /// A visit that has just begun.
    pub fn new(lang: Lang, text: Option<&str>, phone: String, today: NaiveDate) -> Self {
        let loaded = text.map(config::load).unwrap_or_default();
        let site = StoredValue::new(loaded.site.map(Arc::new));
        let week = RwSignal::new(Week { clinic_travel: String::from("20"), ..Week::default() });
        let solved = Memo::new_with_compare(
            move |_| Arc::new(answer(site.get_value().as_deref(), &week.read(), today)),
            // Whoever shows a part of it compares what is shown, which is less to compare.
            |_, _| true,
        );
        Self {
            words: Words::new(lang),
            site,
            issues: StoredValue::new(loaded.issues),
            phone: StoredValue::new(phone),
            today,
            week,
            editing: RwSignal::new(None),
            removed: RwSignal::new(None),
            chosen: RwSignal::new(None),
            solved,
            form: RwSignal::new(Form::default()),
            attach: RwSignal::new(false),
            sending: RwSignal::new(Sending::Idle),
            message_id: StoredValue::new(String::new()),
        }
    }

    /// The phone that visitors are told.
    pub fn phone(&self) -> String {
        self.site.get_value().map_or_else(|| self.phone.get_value(), |site| site.phone.shown.clone())
    }
}

/// The one place of the shell where the planner is asked.
fn answer(site: Option<&Site>, week: &Week, today: NaiveDate) -> Solved {
    let (household, errors) = parse(week, today);
    let answer = site.map_or_else(
        || Answer { offers: Vec::new(), own: Vec::new(), nodes: 0 },
        |site| solve(site, &household, Budget::default()),
    );
    Solved { household, errors, answer }
}

/// Starts the app in a prerendered page.
pub fn start() {
    let owner = Owner::new();
    owner.set();
    // The visit lasts until the page is gone; nothing ever drops it.
    std::mem::forget(owner);
    browser::page::begin(async {
        let text = browser::fetch::text(&browser::page::beside("clinic.json")).await;
        let lang = Lang::of_tag(&browser::page::lang());
        let app = App::new(lang, text.as_deref(), browser::page::fact("phone"), browser::clock::today());
        if let Some(site) = app.site.get_value() {
            browser::page::refresh_facts(&site, text.as_deref().unwrap_or_default());
        }
        mount(app);
        browser::nav::follow_links(move || mount(app), app.words);
        browser::page::ready();
    });
}

/// Mounts every part into the places that the present page marks.
fn mount(app: App) {
    browser::page::unmount();
    browser::page::mount(
        "planner",
        move |typed| planner::take_over(app, typed),
        move || view! { <planner::Planner app /> },
    );
    browser::page::mount("ask", move |typed| contact::take_over(app, typed), move || view! { <contact::Ask app /> });
    if browser::page::is_stale() {
        browser::page::mount("tracks", |_| (), move || explorer::tracks_of(app));
    }
}
