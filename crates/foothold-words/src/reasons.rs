//! From the values of an answer to sentences: the verdict, what it rests on, and why.
//!
//! Good news first and exactly, then what it asks; a no comes with the nearest yes.

use crate::{Key, Words, means};
use foothold_core::household::{Commitment, Household, Kind};
use foothold_core::plan::{Change, ChangeKind, Clash, ClashKind, Cover, Doer, Offer, OwnClash, Undone, Verdict};
use foothold_core::site::{Session, SessionKind, Site, Track};
use foothold_core::time::{Days, Span, Weekday};

/// What an offer's card says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reasons {
    /// The good news, or the first thing to know.
    pub lead: Vec<String>,
    /// The changes that it asks for, one sentence each.
    pub changes: Vec<String>,
    /// What those changes come to.
    pub costs: Vec<String>,
    /// Why it does not simply fit, one sentence each.
    pub why: Vec<String>,
    /// What would have to give, headed by its first sentence.
    pub give: Vec<String>,
    /// The next step, where there is one to name.
    pub next: Option<String>,
}

impl Words {
    /// The name of a kind of commitment.
    pub fn kind(self, kind: Kind) -> String {
        self.say(match kind {
            Kind::Work => Key::KindWork,
            Kind::School => Key::KindSchool,
            Kind::Care => Key::KindCare,
            Kind::Appointment => Key::KindAppointment,
            Kind::Rest => Key::KindRest,
            Kind::Other => Key::KindOther,
        })
        .to_owned()
    }

    /// The person's own word for a commitment, or its kind.
    pub fn what(self, commitment: &Commitment) -> String {
        if commitment.what.is_empty() { self.kind(commitment.kind) } else { commitment.what.clone() }
    }

    /// The person's own word for the commitment of a row, or its kind; nothing where there is none.
    pub fn what_row(self, household: &Household, row: u32) -> String {
        let of = household.commitments.iter().find(|c| c.row == row);
        of.map(|c| self.of_person(household, c.who, self.what(c))).unwrap_or_default()
    }

    /// What somebody of the household is called.
    pub fn person(self, household: &Household, who: usize) -> String {
        match household.people.get(who) {
            Some(person) if !person.name.is_empty() => person.name.clone(),
            _ if who == 0 => self.say(Key::You).to_owned(),
            _ => self.fill(Key::PersonN, &[("n", &(who + 1).to_string())]),
        }
    }

    /// Whose something is, in a household of several people.
    pub fn of_person(self, household: &Household, who: usize, what: String) -> String {
        if household.people.len() < 2 {
            return what;
        }
        self.fill(Key::OfPerson, &[("what", &what), ("who", &self.person(household, who))])
    }

    fn in_sentence(self, household: &Household, commitment: &Commitment) -> String {
        self.of_person(household, commitment.who, in_sentence(self, commitment))
    }

    /// The household's own word for a duty.
    pub fn duty(self, household: &Household, row: u32) -> String {
        let own = household.duties.iter().find(|duty| duty.row == row).map(|duty| duty.what.clone());
        own.filter(|what| !what.is_empty()).unwrap_or_else(|| self.say(Key::ADuty).to_owned())
    }

    /// Who does what instead, one sentence each.
    pub fn covers(self, household: &Household, covers: &[Cover]) -> Vec<String> {
        let said = |cover: &Cover| {
            let duty = household.duties.iter().find(|duty| duty.row == cover.duty);
            let days = self.dates_of(duty.is_none_or(|duty| duty.when.is_weekly()), cover.days, cover.dates);
            let (mut what, span) = (self.duty(household, cover.duty), self.span(cover.span));
            // It may be only a part of it.
            if duty.is_some_and(|duty| duty.handover) {
                what = format!("{what} ({span})");
            }
            let who = match cover.doer {
                Doer::Person(0) if household.people.first().is_none_or(|person| person.name.is_empty()) => {
                    return self.fill(Key::CoverYou, &[("what", &what), ("days", &days)]);
                }
                Doer::Person(who) => self.person(household, who),
                Doer::Outside | Doer::Nobody => {
                    return self.fill(Key::CoverOutside, &[("what", &what), ("days", &days), ("span", &span)]);
                }
            };
            self.fill(Key::CoverPerson, &[("who", &who), ("what", &what), ("days", &days)])
        };
        covers.iter().map(said).collect()
    }

    /// The name of a kind of session.
    pub fn session_kind(self, kind: SessionKind) -> String {
        self.say(match kind {
            SessionKind::Group => Key::SessionGroup,
            SessionKind::Individual => Key::SessionIndividual,
            SessionKind::Workshop => Key::SessionWorkshop,
            SessionKind::Family => Key::SessionFamily,
            SessionKind::Other => Key::SessionOther,
        })
        .to_owned()
    }

    /// A session's own title, or its kind.
    pub fn session(self, session: &Session) -> String {
        session.title.clone().unwrap_or_else(|| self.session_kind(session.kind))
    }

    fn session_in_sentence(self, track: Option<&Track>, index: usize) -> String {
        let session = track.and_then(|track| track.sessions.get(index));
        session
            .map_or_else(
                || self.say(Key::InSession),
                |s| {
                    self.say(match s.kind {
                        SessionKind::Group => Key::InGroup,
                        SessionKind::Individual => Key::InIndividual,
                        SessionKind::Workshop => Key::InWorkshop,
                        SessionKind::Family => Key::InFamily,
                        SessionKind::Other => Key::InSession,
                    })
                },
            )
            .to_owned()
    }

    /// The name of a verdict.
    pub fn verdict(self, verdict: &Verdict) -> String {
        self.say(match verdict {
            Verdict::Fits => Key::VerdictFits,
            Verdict::Tight => Key::VerdictTight,
            Verdict::FitsIf(_) => Key::VerdictFitsIf,
            Verdict::DoesNotFit { .. } => Key::VerdictDoesNotFit,
            Verdict::AskClinic => Key::VerdictAsk,
        })
        .to_owned()
    }

    /// Why an offer's times have to be asked for.
    pub fn ask_times(self, track: Option<&Track>) -> &'static str {
        self.say(if track.is_some_and(|track| track.incomplete) { Key::AskIncomplete } else { Key::AskTimes })
    }

    /// Everything that an offer's card says.
    pub fn reasons(self, site: &Site, household: &Household, offer: &Offer) -> Reasons {
        let track = site.tracks.get(offer.track);
        let mut said = Reasons::default();
        match &offer.verdict {
            Verdict::AskClinic => {
                said.lead.push(self.ask_times(track).to_owned());
                return said;
            }
            Verdict::Fits | Verdict::Tight => {
                said.lead.extend(
                    self.kept_work(household, offer.client)
                        .or_else(|| (!household.commitments.is_empty()).then(|| self.say(Key::KeepAll).to_owned())),
                );
                said.lead.extend(self.slack(household, offer));
            }
            Verdict::FitsIf(changes) => {
                said.changes = self.changes(track, household, changes);
                said.changes.extend(self.covers(household, &offer.covers));
                said.costs = self.costs(site, household, offer, changes);
            }
            Verdict::DoesNotFit { attended, give, .. } => {
                let key = if *attended == 0 { Key::NotAttendNone } else { Key::NotAttend };
                let (attended, all) = (attended.to_string(), offer.sessions.to_string());
                said.lead.push(self.fill(key, &[("attended", &attended), ("all", &all)]));
                said.lead.push(self.miss_rule(site, Key::NotRuleN, Key::NotRule0));
                if let Some(give) = give {
                    said.give.push(self.say(if give.small { Key::GiveSmall } else { Key::GiveLarge }).to_owned());
                    said.give.extend(self.changes(track, household, &give.changes));
                } else {
                    said.give.push(self.say(Key::GiveNone).to_owned());
                }
                said.next = Some(self.say(Key::NextStepNo).to_owned());
            }
        }
        if !matches!(offer.verdict, Verdict::FitsIf(_)) {
            said.costs.extend(self.covers(household, &offer.covers));
        }
        said.costs.extend(self.by_video(track, &offer.online));
        said.costs.extend(offer.unfilled.iter().map(|role| self.fill(Key::RoleNobody, &[("role", role)])));
        said.why = offer.clashes.iter().map(|clash| self.clash(track, household, clash)).collect();
        if !offer.proven {
            said.costs.push(self.say(Key::NotProven).to_owned());
        }
        said
    }

    /// The sessions that an answer takes online by choice, each with its weekdays.
    fn by_video(self, track: Option<&Track>, online: &[(usize, Weekday)]) -> Vec<String> {
        let sessions = track.into_iter().flat_map(|track| track.sessions.iter().enumerate());
        let said = |(index, session): (usize, &Session)| {
            let days = online.iter().filter(|(at, _)| *at == index);
            let days = days.fold(Days::NONE, |days, (_, day)| days.with(*day, true));
            let session = self.session(session);
            (!days.is_empty()).then(|| self.fill(Key::ByVideo, &[("session", &session), ("days", &self.days(days))]))
        };
        sessions.filter_map(said).collect()
    }

    /// The clinic's rule on missed sessions.
    pub fn miss_rule(self, site: &Site, some: Key, none: Key) -> String {
        let rule = site.program.misses;
        if rule.allowed == 0 {
            return self.say(none).to_owned();
        }
        self.fill(some, &[("n", &rule.allowed.to_string()), ("weeks", &rule.in_weeks.to_string())])
    }

    /// That whoever the offer is for keeps their work; other people's goes without saying.
    fn kept_work(self, household: &Household, client: usize) -> Option<String> {
        let work = |c: &&Commitment| c.kind.is_work() && c.who == client;
        let minutes: i32 = household.commitments.iter().filter(work).map(|c| c.when.week_min()).sum();
        let names: Vec<String> =
            household.commitments.iter().filter(work).map(|c| self.in_sentence(household, c)).collect();
        (minutes > 0)
            .then(|| self.fill(Key::KeepWork, &[("hours", &self.hours(minutes)), ("what", &self.list(&names))]))
    }

    fn slack(self, household: &Household, offer: &Offer) -> Option<String> {
        let slack = offer.slack?;
        let spare = if slack.min <= 0 { self.say(Key::SlackNone).to_owned() } else { self.length(slack.min) };
        let duty = slack.duty.map(|duty| self.duty(household, duty));
        let row = household.commitments.iter().find(|c| c.row == slack.row);
        let what = row.map(|c| self.in_sentence(household, c)).or_else(|| duty.clone())?;
        let day = self.day(slack.day);
        let said = || {
            if let (None, Some(duty)) = (slack.session, duty) {
                return self
                    .fill(Key::SlackStep, &[("day", &day), ("spare", &spare), ("duty", &duty), ("what", &what)]);
            }
            let key = if slack.before { Key::SlackBefore } else { Key::SlackAfter };
            self.fill(key, &[("day", &day), ("spare", &spare), ("what", &what)])
        };
        (slack.min < 180).then(said)
    }

    /// The changes, one sentence each.
    pub fn changes(self, track: Option<&Track>, household: &Household, changes: &[Change]) -> Vec<String> {
        changes.iter().map(|change| self.change(track, household, change)).collect()
    }

    fn change(self, track: Option<&Track>, household: &Household, change: &Change) -> String {
        let commitment = household.commitments.iter().find(|c| Some(c.row) == change.row);
        let what = commitment.map(|c| self.in_sentence(household, c)).unwrap_or_default();
        let span = change.span;
        let days = self.days_of(commitment, change.days, change.dates);
        let moved = |by: i32| {
            self.span(Span {
                from: (span.from + by).rem_euclid(1440),
                to: (span.from + by).rem_euclid(1440) + span.minutes(),
            })
        };
        let say = |key: Key, more: &[(&str, &str)]| {
            let mut values = vec![("what", what.as_str()), ("days", days.as_str())];
            values.extend_from_slice(more);
            self.fill(key, &values)
        };
        // Being there for the last minutes of a shift is not being late: what it takes is said first.
        let most = |min: i32| min * 2 > span.minutes();
        match change.kind {
            ChangeKind::Earlier(min) => say(Key::IfEarlier, &[("minutes", &self.length(min)), ("span", &moved(-min))]),
            ChangeKind::Later(min) => say(Key::IfLater, &[("minutes", &self.length(min)), ("span", &moved(min))]),
            ChangeKind::ArriveLate(min) => {
                let key = if most(min) { Key::IfMostLate } else { Key::IfArriveLate };
                say(key, &[("minutes", &self.length(min)), ("time", &self.clock(span.from + min))])
            }
            ChangeKind::LeaveEarly(min) => {
                let key = if most(min) { Key::IfMostEarly } else { Key::IfLeaveEarly };
                say(key, &[("minutes", &self.length(min)), ("time", &self.clock(span.to - min))])
            }
            ChangeKind::StepOut { from, to } => {
                say(Key::IfStepOut, &[("from", &self.clock(from)), ("to", &self.clock(to))])
            }
            ChangeKind::Skip => say(Key::IfSkip, &[]),
            ChangeKind::Miss(index) => {
                let key = if change.dates == 1 { Key::IfMiss1 } else { Key::IfMissN };
                let session = self.session_in_sentence(track, index);
                say(key, &[("n", &change.dates.to_string()), ("session", &session)])
            }
        }
    }

    /// Weekdays; and how many dates, where the weeks of the commitment differ.
    fn days_of(self, commitment: Option<&Commitment>, days: Days, dates: u32) -> String {
        self.dates_of(commitment.is_none_or(|c| c.when.is_weekly()), days, dates)
    }

    pub(crate) fn dates_of(self, weekly: bool, days: Days, dates: u32) -> String {
        let days = self.days(days);
        match (weekly, dates) {
            (true, _) => days,
            (false, 1) => self.fill(Key::DaysDate1, &[("days", &days)]),
            (false, n) => self.fill(Key::DaysDateN, &[("days", &days), ("n", &n.to_string())]),
        }
    }

    fn costs(self, site: &Site, household: &Household, offer: &Offer, changes: &[Change]) -> Vec<String> {
        let mut costs = Vec::new();
        let weeks = i32::from(site.program.weeks.1.max(1));
        let lost = i32::try_from(offer.cost.work_lost_min).unwrap_or(i32::MAX);
        let asked: Vec<&Commitment> = household
            .commitments
            .iter()
            .filter(|c| changes.iter().any(|change| change.row == Some(c.row) && change.asks))
            .collect();
        let names =
            |list: &[&Commitment]| self.list(&list.iter().map(|c| self.in_sentence(household, c)).collect::<Vec<_>>());
        if lost > 0 {
            let work: Vec<&Commitment> = asked.iter().copied().filter(|c| c.kind.is_work()).collect();
            let a_week = (lost + weeks / 2) / weeks;
            costs.push(self.fill(Key::IfLostWeek, &[("hours", &self.hours(a_week)), ("what", &names(&work))]));
        } else {
            costs.extend(self.kept_work(household, offer.client));
        }
        if !asked.is_empty() {
            costs.push(self.fill(Key::IfAsk, &[("what", &names(&asked))]));
        }
        costs
    }

    fn clash(self, track: Option<&Track>, household: &Household, clash: &Clash) -> String {
        let key = match clash.kind {
            ClashKind::Overlap => Key::WhyOverlap,
            ClashKind::Travel => Key::WhyTravel,
            ClashKind::Rest => Key::WhyRest,
            ClashKind::Cover => Key::WhyCover,
            ClashKind::Car | ClashKind::Last => means::why(clash.kind),
        };
        let what = match clash.kind {
            ClashKind::Overlap => self.what_row(household, clash.row),
            ClashKind::Cover => self.duty(household, clash.duty.unwrap_or(0)),
            ClashKind::Car if clash.duty.is_some() => self.duty(household, clash.duty.unwrap_or(0)),
            ClashKind::Travel | ClashKind::Rest | ClashKind::Car | ClashKind::Last => household
                .commitments
                .iter()
                .find(|c| c.row == clash.row)
                .map(|c| self.in_sentence(household, c))
                .unwrap_or_default(),
        };
        let session = self.session_in_sentence(track, clash.session);
        let commitment = household.commitments.iter().find(|c| c.row == clash.row);
        let duty = household.duties.iter().find(|duty| Some(duty.row) == clash.duty);
        let weekly = commitment.is_none_or(|c| c.when.is_weekly()) && duty.is_none_or(|duty| duty.when.is_weekly());
        let days = self.dates_of(weekly, clash.days, clash.dates);
        self.fill(key, &[("what", &what), ("session", &session), ("days", &days), ("minutes", &self.length(clash.min))])
    }

    /// A task that nobody can do as the week is.
    pub fn undone(self, household: &Household, one: &Undone) -> String {
        let (days, what) = (self.days(one.days), self.duty(household, one.duty));
        self.fill(Key::PlanUndone, &[("days", &days), ("what", &what), ("n", &one.dates.to_string())])
    }

    /// A contradiction within the week itself.
    pub fn own_clash(self, household: &Household, clash: &OwnClash) -> String {
        let key = match clash.kind {
            ClashKind::Overlap => Key::PlanOwnOverlap,
            ClashKind::Travel | ClashKind::Rest | ClashKind::Cover | ClashKind::Last => Key::PlanOwnTravel,
            ClashKind::Car => means::OWN,
        };
        let (a, b) = (self.what_row(household, clash.row), self.what_row(household, clash.other));
        let days = self.days(clash.days);
        self.fill(key, &[("a", &a), ("b", &b), ("days", &days), ("minutes", &self.length(clash.min))])
    }
}

/// The person's own word as it is; a kind's name as it stands inside a sentence.
fn in_sentence(words: Words, commitment: &Commitment) -> String {
    if !commitment.what.is_empty() {
        return commitment.what.clone();
    }
    let key = match commitment.kind {
        Kind::Work => Key::InWork,
        Kind::School => Key::InSchool,
        Kind::Care => Key::InCare,
        Kind::Appointment => Key::InAppointment,
        Kind::Rest => Key::InRest,
        Kind::Other => Key::InOther,
    };
    words.say(key).to_owned()
}

#[cfg(test)]
#[path = "reasons_tests.rs"]
mod tests;
