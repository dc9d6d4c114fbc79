//! What is taken along in words: dates as patterns, and changes as what somebody asks for. All of it is said later.

use crate::{Key, Words};
use foothold_core::along::{Pattern, Series, What};
use foothold_core::plan::{ChangeKind, Offer, Placed, Verdict, Visit};
use foothold_core::site::{Floating, Intake, Site, Track};
use foothold_core::time::{Days, NaiveDate, Weekday};

impl Words {
    /// Dates in order: "Monday and Thursday, from .. to ... Not on ...", or one by one where they have no pattern.
    pub fn pattern(self, dates: &[NaiveDate]) -> String {
        let each = |dates: &[NaiveDate]| {
            // Commas stand inside a date already.
            dates.iter().map(|date| self.date_long(*date)).collect::<Vec<_>>().join("; ")
        };
        let Some(pattern) = Pattern::of(dates).filter(|pattern| pattern.first != pattern.last) else {
            return self.fill(Key::SheetDates, &[("dates", &each(dates))]);
        };
        let (first, last) = (self.date_long(pattern.first), self.date_long(pattern.last));
        let days = self.days(pattern.days);
        let mut said = self.fill(Key::SheetPattern, &[("days", &days), ("first", &first), ("last", &last)]);
        if !pattern.except.is_empty() {
            said.push(' ');
            said.push_str(&self.fill(Key::SheetExcept, &[("dates", &each(&pattern.except))]));
        }
        said
    }

    /// The first visit, of a clinic that begins with one.
    pub fn visit(self, intake: &Intake, visit: Option<Visit>) -> String {
        let minutes = self.length(intake.minutes);
        let Some(visit) = visit else { return self.fill(Key::VisitNone, &[("minutes", &minutes)]) };
        let (date, span) = (self.date_long(visit.date), self.span(visit.span));
        self.fill(Key::VisitAt, &[("minutes", &minutes), ("date", &date), ("span", &span)])
    }

    /// Where an answer puts the hours that are set with the clinic, a sentence each; or that they have no place.
    pub fn placed(self, site: &Site, offer: &Offer) -> Vec<String> {
        let rows = site.tracks.get(offer.track).map_or(&[][..], Track::floating);
        if !rows.is_empty() && offer.arranged().is_empty() && matches!(offer.verdict, Verdict::DoesNotFit { .. }) {
            return vec![self.say(Key::BlockNone).to_owned()];
        }
        let said = |block: &Placed| {
            let row = rows.get(block.row)?;
            let (days, span) = (self.days(Days::of(&[block.day])), self.span(block.span));
            let (session, minutes) = (self.floating(row), self.length(row.minutes));
            let gaps = [("session", &*session), ("minutes", &minutes), ("days", &days), ("span", &span)];
            Some(self.fill(Key::BlockAt, &gaps))
        };
        offer.arranged().iter().filter_map(said).collect()
    }

    /// A set of sessions as its sessions: "Group on Monday and Wednesday, 6pm to 9pm; ...".
    pub fn set_of(self, track: &Track) -> String {
        let mut said = Vec::new();
        for session in &track.sessions {
            for online in [false, true] {
                let on = |day: &Weekday| session.online.has(*day) == online;
                let days = session.days.iter().filter(on).fold(Days::NONE, |days, day| days.with(day, true));
                let name = self.session(session);
                let name = if online { self.fill(Key::SessionOnline, &[("kind", &name)]) } else { name };
                let (on, span) = (self.days(days), self.span(session.span));
                if !days.is_empty() {
                    said.push(self.fill(Key::MixOf, &[("session", &name), ("days", &on), ("span", &span)]));
                }
            }
        }
        said.join("; ")
    }

    /// That no set of sessions has what the clinic asks for.
    pub fn no_set(self) -> String {
        self.say(Key::MixNone).to_owned()
    }

    /// Hours that are set with the clinic, in a list.
    pub fn floating_row(self, row: &Floating) -> String {
        self.fill(Key::BlockOf, &[("session", &self.floating(row)), ("minutes", &self.length(row.minutes))])
    }

    fn floating(self, row: &Floating) -> String {
        row.title.clone().unwrap_or_else(|| self.session_kind(row.kind))
    }

    /// A change as what somebody asks for: "Leave at 4:40pm instead of 5pm"; nothing for a session.
    pub fn asked(self, series: &Series) -> String {
        let What::Change { kind, was, .. } = series.what else { return String::new() };
        let (from, to) = (self.clock(series.span.from), self.clock(series.span.to));
        match kind {
            ChangeKind::LeaveEarly(_) => self.fill(Key::SheetLeave, &[("time", &from), ("usual", &self.clock(was.to))]),
            ChangeKind::ArriveLate(_) => self.fill(Key::SheetCome, &[("time", &to), ("usual", &self.clock(was.from))]),
            ChangeKind::StepOut { .. } => self.fill(Key::SheetOut, &[("from", &from), ("to", &to)]),
            ChangeKind::Earlier(_) | ChangeKind::Later(_) => {
                self.fill(Key::SheetMoved, &[("span", &self.span(series.span)), ("usual", &self.span(was))])
            }
            ChangeKind::Skip | ChangeKind::Miss(_) => self.fill(Key::SheetSkip, &[("usual", &self.span(was))]),
        }
    }

    /// Something and its dates: "6pm to 9pm: Monday and Thursday, from .. to ..".
    pub fn dated(self, what: &str, dates: &[NaiveDate]) -> String {
        self.fill(Key::SheetWhen, &[("span", what), ("when", &self.pattern(dates))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use foothold_core::time::{Span, add_days, parse_date};

    fn dates(days: &[i32]) -> Vec<NaiveDate> {
        let monday = parse_date("2026-11-30").expect("a date");
        days.iter().map(|day| add_days(monday, *day)).collect()
    }

    #[test]
    fn dates_are_said_as_a_pattern_with_exceptions_or_one_by_one() {
        let (en, es) = (Words::EN, Words::ES);
        assert_eq!(
            en.pattern(&dates(&[1, 8, 15, 29])),
            "Tuesday, from Tuesday, December 1, 2026 to Tuesday, December 29, 2026. Not on Tuesday, December 22, 2026."
        );
        assert_eq!(en.pattern(&dates(&[0])), "on Monday, November 30, 2026.");
        assert_eq!(en.pattern(&dates(&[0, 21])), "on Monday, November 30, 2026; Monday, December 21, 2026.");
        assert_eq!(
            es.pattern(&dates(&[1, 8])),
            "martes, del martes 1 de diciembre de 2026 al martes 8 de diciembre de 2026."
        );
    }

    #[test]
    fn a_change_is_said_as_what_is_asked() {
        let was = Span { from: 540, to: 1020 };
        let said = |kind, from, to| {
            let what = What::Change { row: 1, kind, was };
            Words::EN.asked(&Series { what, span: Span { from, to }, dates: dates(&[0]) })
        };
        assert_eq!(said(ChangeKind::LeaveEarly(20), 1000, 1020), "Leave at 4:40pm instead of 5pm");
        assert_eq!(said(ChangeKind::ArriveLate(75), 540, 615), "Start at 10:15am instead of 9am");
        assert_eq!(said(ChangeKind::StepOut { from: 700, to: 800 }, 700, 800), "Step out from 11:40am to 1:20pm");
        assert_eq!(said(ChangeKind::Earlier(60), 480, 960), "Be there 8am to 4pm instead of 9am to 5pm");
        assert_eq!(said(ChangeKind::Skip, 540, 1020), "Be away for the whole time, 9am to 5pm");
    }
}
