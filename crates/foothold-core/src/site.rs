//! What a clinic offers, checked and ready: the domain side of `clinic.json`.
//!
//! Built only by [`crate::config::load`]; every value here has passed its checks, so readers of a
//! [`Site`] never meet a time that is no time. Wire names and problems live in [`crate::config`].

use crate::contact::Backend;
use crate::time::{Days, NaiveDate, Span, Weekday};

/// One clinic's page: who it is, what it offers, how to reach it.
#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    /// The clinic's name as visitors know it.
    pub name: String,
    /// An invented clinic for trying Foothold out; every page then says so.
    pub demo: bool,
    /// The phone that every view shows.
    pub phone: Phone,
    /// How else it can be reached, and when.
    pub reach: Reach,
    /// Address lines as on an envelope.
    pub address: Vec<String>,
    /// IANA name of the zone in which all times are meant, such as "America/Chicago".
    pub zone: String,
    /// Language tags that the clinic serves, first is the default, such as "en".
    pub languages: Vec<String>,
    /// Public address of this page, ending in a slash.
    pub site_url: Option<String>,
    /// When the phone is answered, one line each, such as "Monday to Friday, 8am to 8pm".
    pub phone_hours: Vec<String>,
    /// When a written message is answered, as a phrase, such as "by the end of the next working day".
    pub reply_by: Option<String>,
    /// Crisis lines of the clinic's own region, shown after 911 and 988, which are always there.
    pub crisis_lines: Vec<CrisisLine>,
    /// Where the "Leave this page" button goes; no button without it.
    pub leave_to: Option<String>,
    /// Facts about the program as a whole.
    pub program: Program,
    /// The offers, in the clinic's order.
    pub tracks: Vec<Track>,
    /// Where the contact form is sent; without it the form shows phone and mail only.
    pub backend: Option<Backend>,
    /// When the clinic last checked the facts in its file.
    pub checked_on: Option<NaiveDate>,
    /// Whether visitors' browsers keep the pages for times without a network.
    pub offline: bool,
    /// Origins of other sites that may show the pages in a frame, such as `https://www.clinic.example`.
    pub embed_sites: Vec<String>,
    /// The colours, corners, font and room that the clinic wishes; they are in the style sheet, so the app needs none of it.
    #[cfg(not(feature = "quiet"))]
    pub look: crate::look::Wishes,
    /// Who looked at the pages' own texts, by language.
    pub reviewed: Vec<Review>,
    /// What kinds of care are called where the clinic is: name in the file, and text.
    pub level_names: Vec<(String, String)>,
}

impl Site {
    /// The clinic as its pages show it, see [`Track::on_a_page`].
    #[cfg(not(feature = "quiet"))]
    #[must_use]
    pub fn on_a_page(mut self) -> Self {
        let mixed = self.program.mix.take().is_some();
        Self { tracks: self.tracks.iter().map(|track| track.on_a_page(mixed)).collect(), ..self }
    }

    /// The number that takes text messages, as it is dialled; none for one with an extension, which only a call can reach.
    pub fn texts_to(&self) -> Option<&str> {
        Some(self.phone.dial.as_str()).filter(|dial| self.reach.texts && !dial.contains(','))
    }
}

/// How a clinic can be reached besides its form, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Mail address for visitors, if the clinic has one.
    pub email: Option<String>,
    /// Whether the clinic's phone takes text messages.
    pub texts: bool,
    /// When somebody answers the phone; empty where the file gives no hours that can be counted with.
    pub open: Vec<(Days, Span)>,
}

/// Somebody of the clinic's who looked at the pages' own texts in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Tag of the language, such as "es".
    pub lang: String,
    /// Name and, if given, profession.
    pub by: String,
    /// When.
    pub on: Option<NaiveDate>,
}

/// A phone number, as shown and as dialled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    /// As people read it, such as "(312) 555-0134".
    pub shown: String,
    /// As a `tel:` link dials it, such as "+13125550134".
    pub dial: String,
}

/// A crisis line that a clinic adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrisisLine {
    /// What it is, in a few plain words.
    pub name: String,
    /// Its number.
    pub phone: Phone,
}

/// Facts about the program as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Program {
    /// Fewest and most weeks; never promised, planning uses the most.
    pub weeks: (u16, u16),
    /// Hours a week that the clinic calls intensive outpatient: least and most. Adults 9 to 19,
    /// adolescents from 6 (SAMHSA Advisory 2021; ASAM criteria as quoted by payers).
    pub weekly_hours: (u16, u16),
    /// Minutes to be there before an in-person session starts.
    pub arrival_buffer_min: i32,
    /// Dates without sessions.
    pub closures: Vec<NaiveDate>,
    /// How many sessions may be missed.
    pub misses: MissRule,
    /// Whom the program serves, in the clinic's words.
    pub serves: Option<String>,
    /// Whether the clinic drives people there and back.
    pub van: bool,
    /// Whether children are looked after during sessions.
    pub child_minding: bool,
    /// The first visit, before the program begins.
    pub intake: Option<Intake>,
    /// Where people may mix sessions of all tracks: how much they need of each kind. A visitor's browser knows nothing of it and
    /// sends people to the clinic instead.
    #[cfg(not(feature = "quiet"))]
    pub mix: Option<Vec<(SessionKind, Amount)>>,
}

/// How much of one kind of session a set needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// So many weekdays.
    Days(u16),
    /// So many minutes a week, with no weekday to spare.
    Minutes(i32),
}

impl Amount {
    /// The amount as a number.
    pub fn number(self) -> i32 {
        match self {
            Self::Days(days) => days.into(),
            Self::Minutes(minutes) => minutes,
        }
    }

    /// How much of it one weekday of a session is.
    pub fn of(self, session: &Session) -> i32 {
        match self {
            Self::Days(_) => 1,
            Self::Minutes(_) => session.span.minutes(),
        }
    }
}

/// The one visit with which a clinic begins: it is at the clinic, with the client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intake {
    /// How long it takes.
    pub minutes: i32,
    /// When the clinic has time for it.
    pub windows: Vec<(Days, Span)>,
}

/// At most `allowed` missed sessions in any `in_weeks` program weeks running. Unstated is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissRule {
    /// Sessions that may be missed.
    pub allowed: u16,
    /// Length of the window, in program weeks.
    pub in_weeks: u16,
}

/// A published bundle of weekly sessions, taken whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Track {
    /// Stable short name for links and tests, such as "evening".
    pub id: String,
    /// Name as visitors read it.
    pub name: String,
    /// One or two sentences of the clinic's about it.
    pub about: Option<String>,
    /// Its weekly sessions. Empty means that the times are not published: ask the clinic.
    pub sessions: Vec<Session>,
    /// Hours a week that the clinic states, in minutes; shown beside the computed hours where they differ.
    pub stated_week_min: Option<i32>,
    /// Whether a session of the file could not be read, so that no answer may rest on the rest.
    pub incomplete: bool,
    /// Hours that are arranged with a person, such as "1 hour of one-to-one a week"; in the clinic's words.
    pub arranged: Option<String>,
    /// The same as hours that can be planned with. A visitor's browser knows none: it sends people to the clinic instead.
    #[cfg(not(feature = "quiet"))]
    pub floating: Vec<Floating>,
}

/// One block a week with the client, at a time that is arranged with them within the clinic's windows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Floating {
    /// What happens in it.
    pub kind: SessionKind,
    /// The clinic's own title for it, if any.
    pub title: Option<String>,
    /// How long it takes.
    pub minutes: i32,
    /// When the clinic has time for it.
    pub windows: Vec<(Days, Span)>,
    /// Whether it is held online.
    pub online: bool,
    /// First and last program week in which it runs, counted from 1; `None` is every week.
    pub weeks: Option<(u16, u16)>,
}

/// One kind of session at one time of day, on one or more weekdays.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// What happens in it.
    pub kind: SessionKind,
    /// The clinic's own title for it, if any.
    pub title: Option<String>,
    /// Weekdays.
    pub days: Days,
    /// From, to.
    pub span: Span,
    /// Weekdays on which it is held online: done at home, with no travel and no arrival buffer.
    pub online: Days,
    /// Whether each person may choose for every weekday, once for the whole program, to take it online.
    pub either: bool,
    /// First and last program week in which it runs, counted from 1; `None` is every week.
    pub weeks: Option<(u16, u16)>,
    /// Who must be there.
    pub attend: Attend,
}

/// On how many weekdays of one track a person may choose between coming and taking part online.
pub const MOST_CHOICES: usize = 5;

impl Track {
    /// A track without a name, of these sessions alone.
    pub fn of(sessions: Vec<Session>) -> Self {
        Self {
            id: String::new(),
            name: String::new(),
            about: None,
            sessions,
            stated_week_min: None,
            incomplete: false,
            arranged: None,
            #[cfg(not(feature = "quiet"))]
            floating: Vec::new(),
        }
    }

    /// The hours that are arranged and can be planned with; none in a visitor's browser.
    pub fn floating(&self) -> &[Floating] {
        #[cfg(not(feature = "quiet"))]
        let rows = &self.floating[..];
        #[cfg(feature = "quiet")]
        let rows = &[];
        rows
    }

    /// The track as a page shows it, whose planner can neither place hours that are arranged nor mix sessions: such times
    /// have to be asked for.
    #[cfg(not(feature = "quiet"))]
    #[must_use]
    pub fn on_a_page(&self, mixed: bool) -> Self {
        let incomplete = self.incomplete || mixed || !self.floating.is_empty();
        Self { incomplete, floating: Vec::new(), ..self.clone() }
    }

    /// The weekdays of its sessions on which a person may choose, in the order of the sessions, then of the week.
    pub fn choices(&self) -> Vec<(usize, Weekday)> {
        let either = self.sessions.iter().enumerate().filter(|(_, session)| session.either);
        let days = either.flat_map(|(at, session)| session.days.iter().map(move |day| (at, day)));
        days.take(MOST_CHOICES).collect()
    }

    /// The track as somebody takes it who takes part online on these of the days that leave the choice.
    #[must_use]
    pub fn form(&self, online: &[(usize, Weekday)]) -> Self {
        let mut form = self.clone();
        for (at, session) in form.sessions.iter_mut().enumerate() {
            let days = online.iter().filter(|(of, _)| *of == at);
            session.online = days.fold(session.online, |days, (_, day)| days.with(*day, true));
        }
        form
    }
}

/// Who must be at a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attend {
    /// The client.
    pub client: bool,
    /// For each of these roles one person who has it, such as "parent"; in the clinic's words.
    pub roles: Vec<String>,
}

impl Default for Attend {
    fn default() -> Self {
        Self { client: true, roles: Vec::new() }
    }
}

/// What happens in a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SessionKind {
    /// Several people with a counselor.
    Group,
    /// One person with a counselor.
    Individual,
    /// Learning something together: cravings, stress, relapse prevention.
    Workshop,
    /// With family or other people close to the client.
    Family,
    /// Anything else the clinic names.
    Other,
}

impl SessionKind {
    /// All kinds, in the order in which pages list them.
    pub const ALL: [Self; 5] = [Self::Group, Self::Individual, Self::Workshop, Self::Family, Self::Other];
}
