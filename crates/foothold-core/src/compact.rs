//! A clinic as the build writes it down for the app: what the app needs of a [`Site`], one value a line.
//!
//! The app starts with this and not with `clinic.json`, whose reader is far larger and is fetched only
//! where that file has changed since ([`crate::config::fingerprint`]). Both sides are here, so they
//! cannot part. What only written pages show (address, hours, the form's address ...) is not in it.

use crate::site::{Attend, MissRule, Phone, Program, Reach, Session, SessionKind, Site, Track};
use crate::time::{Datelike, Days, NaiveDate, Span, WEEK};

/// First line: changes with the order of the lines.
const MARK: &str = "foothold 1";

/// The text of a site.
pub fn write(site: &Site) -> String {
    let mut out = Lines(format!("{MARK}\n"));
    out.text(&site.name);
    out.text(&site.phone.shown);
    out.text(&site.phone.dial);
    out.maybe(site.reply_by.as_ref());
    out.texts(&site.languages);
    let program = &site.program;
    for number in [program.weeks.0, program.weeks.1, program.weekly_hours.0, program.weekly_hours.1] {
        out.number(number.into());
    }
    out.number(program.arrival_buffer_min);
    out.number(program.misses.allowed.into());
    out.number(program.misses.in_weeks.into());
    out.count(program.closures.len());
    for date in &program.closures {
        out.number(date.num_days_from_ce());
    }
    out.count(site.tracks.len());
    for track in &site.tracks {
        #[cfg(not(feature = "quiet"))]
        let track = &track.on_a_page(program.mix.is_some());
        out.track(track);
    }
    out.0
}

/// A text under the pen.
struct Lines(String);

impl Lines {
    fn text(&mut self, text: &str) {
        self.0.push_str(&text.replace(['\n', '\r'], " "));
        self.0.push('\n');
    }

    fn number(&mut self, number: i32) {
        self.text(&number.to_string());
    }

    fn count(&mut self, count: usize) {
        self.text(&count.to_string());
    }

    fn maybe(&mut self, text: Option<&String>) {
        self.texts(text.map(std::slice::from_ref).unwrap_or_default());
    }

    fn texts(&mut self, texts: &[String]) {
        self.count(texts.len());
        for text in texts {
            self.text(text);
        }
    }

    fn track(&mut self, track: &Track) {
        self.text(&track.id);
        self.text(&track.name);
        self.maybe(track.about.as_ref());
        self.maybe(track.arranged.as_ref());
        self.number(track.stated_week_min.unwrap_or(-1));
        self.number(track.incomplete.into());
        self.count(track.sessions.len());
        for session in &track.sessions {
            self.count(SessionKind::ALL.iter().position(|kind| *kind == session.kind).unwrap_or(0));
            self.maybe(session.title.as_ref());
            self.number(set_of(session.days));
            self.number(session.span.from);
            self.number(session.span.to);
            self.number(set_of(session.online));
            self.number(session.either.into());
            let (first, last) = session.weeks.unwrap_or((0, 0));
            self.number(first.into());
            self.number(last.into());
            self.number(session.attend.client.into());
            self.texts(&session.attend.roles);
        }
    }
}

fn set_of(days: Days) -> i32 {
    WEEK.iter().enumerate().filter(|(_, day)| days.has(**day)).fold(0, |set, (at, _)| set | 1 << at)
}

/// The site of a text that [`write`] made; `None` for any other text.
pub fn read(text: &str) -> Option<Site> {
    let mut lines = Reader(text.lines());
    if lines.text()? != MARK {
        return None;
    }
    let name = lines.text()?;
    let phone = Phone { shown: lines.text()?, dial: lines.text()? };
    let reply_by = lines.texts()?.pop();
    let languages = lines.texts()?;
    let weeks = (lines.small()?, lines.small()?);
    let weekly_hours = (lines.small()?, lines.small()?);
    let arrival_buffer_min = lines.number()?;
    let misses = MissRule { allowed: lines.small()?, in_weeks: lines.small()? };
    let mut closures = Vec::new();
    for _ in 0..lines.number()? {
        closures.push(NaiveDate::from_num_days_from_ce_opt(lines.number()?)?);
    }
    let mut tracks = Vec::new();
    for _ in 0..lines.number()? {
        tracks.push(lines.track()?);
    }
    Some(Site {
        name,
        demo: false,
        phone,
        reach: Reach::default(),
        address: Vec::new(),
        zone: String::new(),
        languages,
        site_url: None,
        phone_hours: Vec::new(),
        reply_by,
        crisis_lines: Vec::new(),
        leave_to: None,
        program: Program {
            weeks,
            weekly_hours,
            arrival_buffer_min,
            closures,
            misses,
            serves: None,
            van: false,
            child_minding: false,
            intake: None,
            #[cfg(not(feature = "quiet"))]
            mix: None,
        },
        tracks,
        backend: None,
        checked_on: None,
        offline: true,
        embed_sites: Vec::new(),
        #[cfg(not(feature = "quiet"))]
        look: crate::look::Wishes::default(),
        reviewed: Vec::new(),
        level_names: Vec::new(),
    })
}

/// A text being read.
struct Reader<'a>(std::str::Lines<'a>);

impl Reader<'_> {
    fn text(&mut self) -> Option<String> {
        self.0.next().map(str::to_owned)
    }

    fn number(&mut self) -> Option<i32> {
        self.0.next()?.parse().ok()
    }

    fn small(&mut self) -> Option<u16> {
        self.number().and_then(|number| u16::try_from(number).ok())
    }

    fn flag(&mut self) -> Option<bool> {
        self.number().map(|number| number == 1)
    }

    fn texts(&mut self) -> Option<Vec<String>> {
        let mut texts = Vec::new();
        for _ in 0..self.number()? {
            texts.push(self.text()?);
        }
        Some(texts)
    }

    fn track(&mut self) -> Option<Track> {
        let (id, name) = (self.text()?, self.text()?);
        let (about, arranged) = (self.texts()?.pop(), self.texts()?.pop());
        let stated_week_min = self.number().map(|minutes| (minutes >= 0).then_some(minutes))?;
        let incomplete = self.flag()?;
        let mut sessions = Vec::new();
        for _ in 0..self.number()? {
            sessions.push(self.session()?);
        }
        Some(Track {
            id,
            name,
            about,
            sessions,
            stated_week_min,
            incomplete,
            arranged,
            #[cfg(not(feature = "quiet"))]
            floating: Vec::new(),
        })
    }

    fn session(&mut self) -> Option<Session> {
        let kind = *usize::try_from(self.number()?).ok().and_then(|at| SessionKind::ALL.get(at))?;
        let title = self.texts()?.pop();
        let days = self.days()?;
        let span = Span { from: self.number()?, to: self.number()? };
        let (online, either) = (self.days()?, self.flag()?);
        let weeks = (self.small()?, self.small()?);
        let weeks = (weeks.0 > 0).then_some(weeks);
        let attend = Attend { client: self.flag()?, roles: self.texts()? };
        Some(Session { kind, title, days, span, online, either, weeks, attend })
    }

    fn days(&mut self) -> Option<Days> {
        let set = self.number()?;
        Some(WEEK.iter().enumerate().fold(Days::NONE, |days, (at, day)| days.with(*day, set >> at & 1 == 1)))
    }
}
