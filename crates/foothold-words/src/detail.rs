//! All about an answer in words: what would change, week by week, other ways, what cannot all hold. All of it is said
//! later.

use crate::{Key, Words};
use foothold_core::household::{Commitment, Household};
use foothold_core::plan::{Alternative, Change, ChangeKind, Dated, Doer, Offer, Statement, Verdict};
use foothold_core::site::{Site, Track};
use foothold_core::time::{Datelike, Days, NaiveDate, Span, add_days};

impl Words {
    /// What changes: what and on which days, as it is now, as it would be.
    pub fn before_after(self, site: &Site, household: &Household, offer: &Offer) -> Vec<[String; 3]> {
        let row = |what: String, days: String, now: String, then: String| {
            [self.fill(Key::DetailOn, &[("what", &what), ("days", &days)]), now, then]
        };
        let mut rows = Vec::new();
        for change in offer.verdict.changes() {
            let commitment = household.commitments.iter().find(|c| Some(c.row) == change.row);
            let what = match (commitment, change.kind) {
                (Some(commitment), _) => self.of_person(household, commitment.who, self.what(commitment)),
                (None, ChangeKind::Miss(index)) => {
                    let sessions = site.tracks.get(offer.track).map(|track| &track.sessions);
                    sessions.and_then(|all| all.get(index)).map(|one| self.session(one)).unwrap_or_default()
                }
                _ => String::new(),
            };
            let weekly = commitment.is_some_and(|c| c.when.is_weekly());
            let days = self.dates_of(weekly, change.days, change.dates);
            rows.push(row(what, days, self.span(change.span), self.after(change)));
        }
        for cover in &offer.covers {
            let duty = household.duties.iter().find(|duty| duty.row == cover.duty);
            let days = self.dates_of(duty.is_none_or(|duty| duty.when.is_weekly()), cover.days, cover.dates);
            let usual = duty.and_then(|duty| duty.usual);
            let now = usual.map_or_else(|| self.say(Key::RowNobody).to_owned(), |who| self.person(household, who));
            let then = match cover.doer {
                Doer::Person(who) => self.person(household, who),
                Doer::Outside => self.say(Key::DetailOutside).to_owned(),
                Doer::Nobody => self.say(Key::RowNobody).to_owned(),
            };
            rows.push(row(self.duty(household, cover.duty), days, now, then));
        }
        rows
    }

    /// A time as it would be.
    fn after(self, change: &Change) -> String {
        let Span { from, to } = change.span;
        // What moves past midnight is said as of its own day.
        let span = |from: i32, to: i32| {
            let by = from.div_euclid(1440) * 1440;
            self.span(Span { from: from - by, to: to - by })
        };
        match change.kind {
            ChangeKind::Earlier(min) => span(from - min, to - min),
            ChangeKind::Later(min) => span(from + min, to + min),
            ChangeKind::ArriveLate(min) => span(from + min, to),
            ChangeKind::LeaveEarly(min) => span(from, to - min),
            ChangeKind::StepOut { from: out, to: back } => self.list(&[span(from, out), span(back, to)]),
            ChangeKind::Skip => self.say(Key::DetailLeftOut).to_owned(),
            ChangeKind::Miss(_) => self.say(Key::DetailMissed).to_owned(),
        }
    }

    /// In how many weeks of the program nothing has to change, and which the others are.
    pub fn week_by_week(self, site: &Site, household: &Household, offer: &Offer, plan: &Dated) -> String {
        let weeks = i32::from(site.program.weeks.1);
        let changed = plan.changed.iter().map(|(_, date, ..)| *date);
        let missed = plan.missed.iter().map(|seat| seat.date);
        let dates: Vec<NaiveDate> = changed.chain(missed).chain(plan.doers.iter().map(|one| one.date)).collect();
        let firsts: Vec<NaiveDate> = (0..weeks).map(|week| add_days(household.start, week * 7)).collect();
        // A night before the first day belongs to the first week.
        let asks = |first: &NaiveDate| {
            let from = if *first == household.start { add_days(*first, -7) } else { *first };
            dates.iter().any(|date| from <= *date && *date < add_days(*first, 7))
        };
        let (others, kept): (Vec<NaiveDate>, Vec<NaiveDate>) = firsts.into_iter().partition(asks);
        let few = kept.len() < others.len();
        let names: Vec<String> = if few { &kept } else { &others }.iter().map(|date| self.date_short(*date)).collect();
        let key = match (kept.len(), &offer.verdict) {
            _ if others.is_empty() => Key::DetailWeeksAll,
            (0, _) => Key::DetailWeeksNone,
            (1, _) if few => Key::DetailWeeksFew1,
            _ if few => Key::DetailWeeksFewN,
            (_, Verdict::DoesNotFit { .. }) => Key::DetailWeeksNot,
            _ => Key::DetailWeeksSome,
        };
        let (n, all) = (kept.len().to_string(), weeks.to_string());
        self.fill(key, &[("n", &n), ("all", &all), ("dates", &self.list(&names))])
    }

    /// A date without its year: "November 30".
    pub(crate) fn date_short(self, date: NaiveDate) -> String {
        self.fill(Key::DateShort, &[("month", self.month(date)), ("date", &date.day().to_string())])
    }

    /// Another set of changes, one sentence each.
    pub fn other_way(self, site: &Site, household: &Household, offer: &Offer, other: &Alternative) -> Vec<String> {
        let mut said = self.changes(site.tracks.get(offer.track), household, &other.changes);
        said.extend(self.covers(household, &other.covers));
        said
    }

    /// One of the facts that cannot all hold.
    pub fn statement(self, site: &Site, household: &Household, offer: &Offer, statement: &Statement) -> String {
        let (what, day) = match statement {
            Statement::Commitment(row, day) => (self.what_row(household, *row), *day),
            Statement::Duty(row, day) => (self.duty(household, *row), *day),
            Statement::Session(index, day) => {
                let sessions = site.tracks.get(offer.track).map(|track| &track.sessions);
                let session = sessions.and_then(|all| all.get(*index));
                (session.map(|session| self.session(session)).unwrap_or_default(), *day)
            }
            Statement::Floating(row) => {
                let rows = site.tracks.get(offer.track).map(Track::floating);
                return rows.and_then(|rows| rows.get(*row)).map(|row| self.floating_row(row)).unwrap_or_default();
            }
        };
        self.fill(Key::DetailOn, &[("what", &what), ("days", &self.days(Days::of(&[day])))])
    }

    /// Whose yes the changes of an offer need.
    pub fn asked_of(self, household: &Household, offer: &Offer) -> String {
        let asks = |c: &&Commitment| offer.verdict.changes().iter().any(|one| one.asks && one.row == Some(c.row));
        let names: Vec<String> =
            household.commitments.iter().filter(asks).map(|c| self.of_person(household, c.who, self.what(c))).collect();
        if names.is_empty() { self.say(Key::BesideNobody).to_owned() } else { self.list(&names) }
    }
}
