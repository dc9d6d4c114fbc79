//! A household in which everything that an offer asks for has been agreed: what somebody sees who tries an answer.

use super::detail::{Dated, DutyDate, baseline, dated};
use super::{Budget, ChangeKind, Doer, Offer};
use crate::household::{Agree, Commitment, Firm, Household, Kind};
use crate::order;
use crate::people::Duty;
use crate::rhythm::{Rhythm, When};
use crate::site::Site;
use crate::time::{DAY_MIN, Datelike, Days, NaiveDate, Span, Weekday, add_days};

/// The household as it would be with the changes, swaps and cover of an offer's cheapest plan, so that the same offer
/// asks for nothing further but the misses that it has. What changes on every date of a weekday changes on that weekday,
/// else on a list of dates. What is new has rows of its own, after all others, and is as firm as what is left of it
/// allows. Where the offer asks for nothing it is the household as it is.
///
/// What clashes in the week itself is taken as given before, and may no longer clash: then it counts, and the offer may
/// ask for something else.
pub fn agreed(site: &Site, household: &Household, offer: &Offer, budget: Budget) -> Household {
    let plan = dated(site, household, offer, budget);
    let mut new = Agreed { weeks: site.program.weeks.1, before: household, after: household.clone() };
    new.change(&plan);
    new.cover(&doers(site, household, &plan));
    new.after
}

/// The household as it is once these changes have been made, in a program of so many weeks: what a file says has been agreed.
pub fn with_changes(household: &Household, weeks: u16, plan: &Dated) -> Household {
    let mut new = Agreed { weeks, before: household, after: household.clone() };
    new.change(plan);
    new.cover(&plan.doers);
    new.after
}

struct Agreed<'h> {
    weeks: u16,
    before: &'h Household,
    after: Household,
}

/// Who does each duty in the plan, where that is not who usually does it. Whoever had to step in before any session may
/// not have to once something has moved: then it would be a change to have them go on.
fn doers(site: &Site, household: &Household, plan: &Dated) -> Vec<DutyDate> {
    let mut doers = plan.doers.clone();
    let duty = |one: &DutyDate| household.duties.iter().find(|duty| duty.row == one.duty);
    let of = |one: &DutyDate| (one.duty, one.date, duty(one).map(|duty| whole(duty, one)));
    let known = |one: &DutyDate| plan.doers.iter().any(|d| of(d) == of(one));
    doers.extend(baseline(site, household).into_iter().filter(|one| !known(one)));
    let usual = |one: &DutyDate| {
        duty(one).is_some_and(|duty| match one.doer {
            Doer::Person(who) => duty.usual.is_none_or(|usual| usual == who),
            Doer::Outside => false,
            Doer::Nobody => true,
        })
    };
    let others: Vec<_> = doers.iter().filter(|one| !usual(one)).map(of).collect();
    doers.retain(|one| others.contains(&of(one)));
    doers
}

/// When the date begins and ends of which this may be a part.
fn whole(duty: &Duty, one: &DutyDate) -> (i32, i32) {
    let mut spans = Vec::new();
    duty.when.on(one.date, &mut spans);
    let holds = |span: &&Span| span.from == one.from || duty.handover && span.from < one.from && one.from < span.to;
    spans.iter().find(holds).map_or((one.from, one.from), |span| (span.from, span.to))
}

/// A date, and when it starts on it.
type Start = (NaiveDate, i32);

impl Agreed<'_> {
    fn change(&mut self, plan: &Dated) {
        for commitment in &self.before.commitments {
            let mut kinds: Vec<ChangeKind> =
                plan.changed.iter().filter(|(row, ..)| *row == commitment.row).map(|(.., kind)| *kind).collect();
            order::sort(&mut kinds);
            kinds.dedup();
            let party = self.party(commitment);
            for kind in kinds {
                let of = plan.changed.iter().filter(|(row, .., k)| *row == commitment.row && *k == kind);
                let starts: Vec<Start> = of.map(|(_, date, from, _)| (*date, *from)).collect();
                let Some(known) = self.after.commitments.iter().position(|c| c.row == commitment.row) else { break };
                let Some(when) = self.after.commitments.get_mut(known).map(|c| &mut c.when) else { break };
                let taken = take(when, &commitment.when, &starts, (self.before.start, self.weeks));
                for when in taken {
                    for when in left(&when, kind) {
                        let row = self.row();
                        let (firm, agree) = (firm_left(commitment.firm, kind), party);
                        self.after.commitments.push(Commitment { row, when, firm, agree, ..commitment.clone() });
                    }
                }
            }
        }
        self.after.commitments.retain(|commitment| happens(&commitment.when));
    }

    fn cover(&mut self, done: &[DutyDate]) {
        for duty in &self.before.duties {
            let done = self.hand_over(duty, done);
            let mut doers: Vec<Doer> = done.iter().filter(|one| one.duty == duty.row).map(|one| one.doer).collect();
            order::sort(&mut doers);
            doers.dedup();
            for doer in doers {
                let of = done.iter().filter(|one| one.duty == duty.row && one.doer == doer);
                let starts: Vec<Start> = of.map(|one| (one.date, one.from)).collect();
                let Some(known) = self.after.duties.iter().position(|d| d.row == duty.row) else { break };
                let Some(when) = self.after.duties.get_mut(known).map(|d| &mut d.when) else { break };
                let taken = take(when, &duty.when, &starts, (self.before.start, self.weeks));
                // Whoever comes from outside has it off the household's hands.
                let Doer::Person(who) = doer else { continue };
                for when in taken {
                    let row = self.row();
                    self.after.duties.push(Duty { row, when, usual: Some(who), ..duty.clone() });
                }
            }
        }
        self.after.duties.retain(|duty| happens(&duty.when));
    }

    /// Makes duties of their own of the parts of dates on which one is handed over; returns the other dates.
    fn hand_over(&mut self, duty: &Duty, done: &[DutyDate]) -> Vec<DutyDate> {
        let of: Vec<&DutyDate> = done.iter().filter(|one| one.duty == duty.row).collect();
        let second = |one: &DutyDate| {
            of.iter()
                .find(|then| then.date == one.date && then.from > one.from && whole(duty, then) == whole(duty, one))
        };
        let mut parts: Vec<(Doer, NaiveDate, Span)> = Vec::new();
        let mut left: Vec<DutyDate> = of.iter().map(|one| **one).collect();
        for (one, then) in of.iter().filter_map(|one| second(one).map(|then| (one, then))) {
            let (from, to) = whole(duty, one);
            parts.push((one.doer, one.date, Span { from, to: then.from }));
            parts.push((then.doer, one.date, Span { from: then.from, to }));
            left.retain(|of| of != *one && of != *then);
            if let Some(known) = self.after.duties.iter_mut().find(|known| known.row == duty.row) {
                take(&mut known.when, &duty.when, &[(one.date, one.from)], (self.before.start, self.weeks));
            }
        }
        let mut doers: Vec<Doer> = parts.iter().map(|part| part.0).collect();
        order::sort(&mut doers);
        doers.dedup();
        for doer in doers {
            let Doer::Person(who) = doer else { continue };
            let theirs = parts.iter().filter(|part| part.0 == doer);
            let list = theirs.map(|(_, date, span)| {
                let (by, span) = on_its_day((span.from, span.to));
                (add_days(*date, by), span)
            });
            let rhythm = Rhythm::Listed(list.collect());
            let when = When { rhythm, first: None, last: None, except: Vec::new() };
            let row = self.row();
            self.after.duties.push(Duty { row, when, usual: Some(who), handover: false, ..duty.clone() });
        }
        left
    }

    /// A row that nobody has.
    fn row(&self) -> u32 {
        let rows = self.after.commitments.iter().map(|c| c.row).chain(self.after.duties.iter().map(|d| d.row));
        rows.max().unwrap_or(0) + 1
    }

    /// One employer stays one, however many entries there are of it now.
    fn party(&mut self, commitment: &Commitment) -> Agree {
        if commitment.agree != Agree::ByKind {
            return commitment.agree;
        }
        let own = self.after.commitments.iter().filter_map(|c| match c.agree {
            Agree::Party(number) => Some(number),
            _ => None,
        });
        let party = if matches!(commitment.kind, Kind::Work | Kind::School | Kind::Appointment) {
            Agree::Party(own.max().map_or(0, |most| most + 1))
        } else {
            Agree::Nobody
        };
        for same in self.after.commitments.iter_mut().filter(|c| c.row == commitment.row) {
            same.agree = party;
        }
        party
    }
}

/// Takes dates out of `when`, which was `whole` before anything was taken; returns them as a rhythm of their own.
fn take(when: &mut When, whole: &When, starts: &[Start], (first, weeks): (NaiveDate, u16)) -> Vec<When> {
    let mut rest = starts.to_vec();
    let mut taken = Vec::new();
    if let (Rhythm::Weekly { days, .. }, Rhythm::Weekly { span, .. }) = (&mut when.rhythm, &whole.rhythm) {
        let mut always = Days::NONE;
        for day in days.iter() {
            let dates = (0..i32::from(weeks) * 7).map(|at| add_days(first, at)).filter(|date| date.weekday() == day);
            let mut happens = dates.filter(|date| starts_on(whole, *date)).peekable();
            if happens.peek().is_some() && happens.all(|date| starts.iter().any(|(on, _)| *on == date)) {
                always = always.with(day, true);
            }
        }
        *days = days.iter().filter(|day| !always.has(*day)).fold(Days::NONE, |left, day| left.with(day, true));
        rest.retain(|(date, _)| !always.has(date.weekday()));
        if !always.is_empty() {
            taken.push(When { rhythm: Rhythm::Weekly { days: always, span: *span }, ..whole.clone() });
        }
    }
    let mut list = Vec::new();
    for (date, from) in &rest {
        let mut spans = Vec::new();
        whole.on(*date, &mut spans);
        list.extend(spans.iter().find(|span| span.from == *from).map(|span| (*date, *span)));
    }
    match &mut when.rhythm {
        Rhythm::Listed(dates) => dates.retain(|one| !list.contains(one)),
        _ => when.except.extend(list.iter().map(|(date, _)| *date)),
    }
    if !list.is_empty() {
        taken.push(When { rhythm: Rhythm::Listed(list), first: None, last: None, except: Vec::new() });
    }
    taken
}

fn starts_on(when: &When, date: NaiveDate) -> bool {
    let mut spans = Vec::new();
    when.on(date, &mut spans);
    !spans.is_empty()
}

/// What a change leaves of something: nothing, one part, or two.
fn left(when: &When, kind: ChangeKind) -> Vec<When> {
    let parts = |span: Span| match kind {
        ChangeKind::Earlier(min) => vec![(span.from - min, span.to - min)],
        ChangeKind::Later(min) => vec![(span.from + min, span.to + min)],
        ChangeKind::ArriveLate(min) => vec![(span.from + min, span.to)],
        ChangeKind::LeaveEarly(min) => vec![(span.from, span.to - min)],
        ChangeKind::StepOut { from, to } => vec![(span.from, from), (to, span.to)],
        ChangeKind::Skip => Vec::new(),
        ChangeKind::Miss(_) => vec![(span.from, span.to)],
    };
    match &when.rhythm {
        Rhythm::Weekly { days, span } => parts(*span)
            .into_iter()
            .map(|part| {
                let (by, span) = on_its_day(part);
                let moved = |date: NaiveDate| add_days(date, by);
                let later = |day: Weekday| match by.signum() {
                    -1 => day.pred(),
                    1 => day.succ(),
                    _ => day,
                };
                let days = days.iter().fold(Days::NONE, |all, day| all.with(later(day), true));
                When {
                    rhythm: Rhythm::Weekly { days, span },
                    first: when.first.map(moved),
                    last: when.last.map(moved),
                    except: when.except.iter().map(|date| moved(*date)).collect(),
                }
            })
            .collect(),
        Rhythm::Listed(list) => {
            let most = list.iter().map(|(_, span)| parts(*span).len()).max().unwrap_or(0);
            let part = |at: usize| {
                let of = |(date, span): &(NaiveDate, Span)| {
                    let (by, span) = on_its_day(*parts(*span).get(at)?);
                    Some((add_days(*date, by), span))
                };
                let rhythm = Rhythm::Listed(list.iter().filter_map(of).collect());
                When { rhythm, first: None, last: None, except: Vec::new() }
            };
            (0..most).map(part).collect()
        }
        Rhythm::Cycle { .. } => Vec::new(),
    }
}

/// A part may begin on the day before or after: by how many days, and when on that day.
fn on_its_day((from, to): (i32, i32)) -> (i32, Span) {
    let day = from.div_euclid(DAY_MIN);
    (day, Span { from: from - day * DAY_MIN, to: to - day * DAY_MIN })
}

/// What may still change of something that has changed.
fn firm_left(firm: Firm, kind: ChangeKind) -> Firm {
    match (firm, kind) {
        (Firm::Move { earlier_min, .. }, ChangeKind::Earlier(min)) => {
            Firm::Move { earlier_min: (earlier_min - min).max(0), later_min: 0 }
        }
        (Firm::Move { later_min, .. }, ChangeKind::Later(min)) => {
            Firm::Move { earlier_min: 0, later_min: (later_min - min).max(0) }
        }
        _ => Firm::Fixed,
    }
}

fn happens(when: &When) -> bool {
    match &when.rhythm {
        Rhythm::Weekly { days, .. } => !days.is_empty(),
        Rhythm::Listed(list) => !list.is_empty(),
        Rhythm::Cycle { .. } => true,
    }
}

#[cfg(test)]
#[path = "agreed_tests.rs"]
mod tests;
