//! The planner's answer as lines for a terminal, in the words of the screen.

use crate::{Key, Words};
use foothold_core::along::zone::Zone;
use foothold_core::bring::{Brought, Group, Unreadable};
use foothold_core::config::TakenAsAgreed;
use foothold_core::household::Household;
use foothold_core::plan::{Alternative, Answer, Offer, Statement, Together};
use foothold_core::site::Site;
use foothold_core::time::NaiveDate;
use std::borrow::Cow;

/// Heading over what is wrong with a household's file.
pub const HOUSEHOLD_ISSUES: &str = "In the household's file:";
/// Heading over what is wrong with a clinic's file.
pub const CLINIC_ISSUES: &str = "In the clinic's file:";
/// Before what the household's file says has been agreed.
const AGREED: &str = "Taken as agreed:";
/// Heading over contradictions of the household's own.
pub const OWN: &str = "Taken as given, though both cannot be kept:";

/// The dates of a calendar file's question cannot be read.
pub const BRING_DAYS: &str = "Say from which date to which: --from 2026-11-30 --to 2027-02-21, at most 366 days.";
/// What a calendar file holds nothing of.
const NOTHING: &str = "The file has nothing on these dates.";
/// An entry that the file gives no name.
const NAMELESS: &str = "(no name)";

/// The zone is none that is known.
pub fn unknown_zone(zone: &str) -> String {
    format!("“{zone}” is no zone that is known here. Write it like America/Chicago.")
}

/// Why nothing can be said of a calendar file.
pub fn no_calendar(why: Unreadable) -> &'static str {
    match why {
        Unreadable::NotACalendar => {
            "This is no calendar file. Such files begin with BEGIN:VCALENDAR and often end in .ics."
        }
        Unreadable::TooLong => "This file is larger than 4 MB. Export fewer months.",
        Unreadable::Empty => "This calendar has no entry.",
    }
}

/// What of a calendar file is not in a household's file.
pub fn left_out(groups: usize) -> Option<String> {
    (groups > 0)
        .then(|| format!("Not in it, because it takes all day or is marked as free: {}.", counted(groups, "thing")))
}

/// What of a calendar file could not be told, one line each.
pub fn not_told(brought: &Brought) -> Vec<String> {
    let lines = [
        (brought.unread, "entry", "entries", "not understood, or take no time"),
        (brought.outside, "date", "dates", "outside of these days"),
        (brought.foreign, "entry", "entries", "in a time zone that is not known here; times are as they are written"),
    ];
    let said = |(count, one, many, what)| {
        (count > 0).then(|| format!("{count} {}: {what}.", if count == 1 { one } else { many }))
    };
    lines.into_iter().filter_map(said).collect()
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// Before another set of changes.
const OR_ELSE: &str = "or instead:";
/// Before facts that cannot all hold.
const NOT_ALL: &str = "These cannot all hold; without any one of them it would fit:";

/// A clinic of which an offer's track stands as the answer takes it.
fn as_taken<'a>(site: &'a Site, offer: &Offer) -> Cow<'a, Site> {
    match offer.taken(site) {
        Some(Cow::Owned(taken)) => {
            let mut site = site.clone();
            site.tracks.get_mut(offer.track).into_iter().for_each(|track| *track = taken.clone());
            Cow::Owned(site)
        }
        _ => Cow::Borrowed(site),
    }
}

impl Words {
    /// Contradictions within the household, one line each.
    pub fn own_lines(self, household: &Household, answer: &Answer) -> Vec<String> {
        answer.own.iter().map(|clash| format!("  {}", self.own_clash(household, clash))).collect()
    }

    /// What of a file was taken as agreed, in one line; `household` is as the file has it otherwise.
    pub fn agreed_line(self, household: &Household, taken: &TakenAsAgreed) -> Option<String> {
        let mut said = self.changes(None, household, &taken.changes);
        said.extend(self.covers(household, &taken.covers));
        (!said.is_empty()).then(|| format!("{AGREED} {}", said.join(" ")))
    }

    /// By whose clock the answer is, where the household's file is by another one.
    pub fn clock_line(self, file: Zone, site: &Site) -> Option<String> {
        let differs = file.id != site.zone;
        differs.then(|| {
            format!("The file's times are by the clock of {}; here they are by that of {}.", file.id, site.zone)
        })
    }

    /// That clocks change in nights that matter.
    pub fn change_lines(self, dates: &[NaiveDate]) -> Vec<String> {
        let said = |date: &NaiveDate| {
            format!("Clocks change before the morning of {date}. What reaches through that night may be an hour off.")
        };
        dates.iter().map(said).collect()
    }

    /// An offer and everything that its card says.
    pub fn offer_lines(self, site: &Site, household: &Household, offer: &Offer) -> Vec<String> {
        let name = site.tracks.get(offer.track).map(|track| track.name.as_str()).unwrap_or_default();
        let said = self.reasons(&as_taken(site, offer), household, offer);
        let name = self.client_name(household, offer.client, name);
        let mut lines = vec![format!("{name}: {}", self.verdict(&offer.verdict))];
        let marked =
            |mark: &str, text: &[String]| text.iter().map(|line| format!("  {mark}{line}")).collect::<Vec<_>>();
        lines.extend(marked("- ", &said.changes));
        lines.extend(marked("", &said.lead));
        lines.extend(marked("", &said.costs));
        lines.extend(marked("", &self.placed(site, offer)));
        lines.extend(marked("because: ", &said.why));
        if let Some((head, changes)) = said.give.split_first() {
            lines.push(format!("  {head}"));
            lines.extend(marked("- ", changes));
        }
        lines.extend(said.next.map(|next| format!("  {next}")));
        lines
    }

    /// That the search ended before its end.
    pub fn not_proven(self) -> String {
        self.say(Key::NotProven).to_owned()
    }

    /// Duties that nobody can do as things are, one line each.
    pub fn undone_lines(self, household: &Household, answer: &Answer) -> Vec<String> {
        answer.undone.iter().map(|one| format!("  {}", self.undone(household, one))).collect()
    }

    /// Other sets of changes, each under a line of its own.
    pub fn alternative_lines(
        self,
        site: &Site,
        household: &Household,
        offer: &Offer,
        others: &[Alternative],
    ) -> Vec<String> {
        let track = offer.taken(site);
        let mut lines = Vec::new();
        for other in others {
            lines.push(format!("  {OR_ELSE}"));
            let mut said = self.changes(track.as_deref(), household, &other.changes);
            said.extend(self.covers(household, &other.covers));
            lines.extend(said.into_iter().map(|line| format!("  - {line}")));
        }
        lines
    }

    /// Facts that cannot all hold, one line each.
    pub fn statement_lines(
        self,
        site: &Site,
        household: &Household,
        offer: &Offer,
        statements: &[Statement],
    ) -> Vec<String> {
        let said = |one: &Statement| format!("  - {}", self.statement(site, household, offer, one));
        let mut lines: Vec<String> = statements.iter().map(said).collect();
        if !lines.is_empty() {
            lines.insert(0, format!("  {NOT_ALL}"));
        }
        lines
    }

    /// A plan in which several clients go, and everything that it asks.
    pub fn together_lines(self, site: &Site, household: &Household, one: &Together) -> Vec<String> {
        let choice = |(client, track): &(usize, usize)| {
            let name = site.tracks.get(*track).map(|track| track.name.as_str()).unwrap_or_default();
            self.client_name(household, *client, name)
        };
        let names: Vec<String> = one.choices.iter().map(choice).collect();
        let track = one.choices.first().and_then(|(_, track)| site.tracks.get(*track));
        let mut lines = vec![format!("{}: {}", self.list(&names), self.verdict(&one.verdict))];
        let mut said = self.changes(track, household, one.verdict.changes());
        said.extend(self.covers(household, &one.covers));
        lines.extend(said.into_iter().map(|line| format!("  - {line}")));
        lines.extend((!one.proven).then(|| format!("  {}", self.say(Key::NotProven))));
        lines
    }

    /// What a calendar file holds: what and when in one line, its dates in the next.
    pub fn brought_lines(self, brought: &Brought) -> Vec<String> {
        let mut lines: Vec<String> = brought.groups.iter().flat_map(|group| self.group_lines(group)).collect();
        if lines.is_empty() {
            lines.push(NOTHING.to_owned());
        }
        lines.extend(not_told(brought));
        lines
    }

    fn group_lines(self, group: &Group) -> [String; 2] {
        let name = if group.name.is_empty() { NAMELESS } else { &group.name };
        let when = group.span.map_or_else(|| "all day".to_owned(), |span| self.span(span));
        let free = if group.free { ", marked as free" } else { "" };
        let dates: Vec<String> = group.dates.iter().map(ToString::to_string).collect();
        [format!("{name}, {when}{free}: {}", counted(dates.len(), "date")), format!("  {}", dates.join(", "))]
    }

    /// An offer's name, and whose it is where there are several people.
    fn client_name(self, household: &Household, client: usize, name: &str) -> String {
        let person = household.people.get(client).filter(|_| household.people.len() > 1);
        match person {
            Some(person) => self.fill(Key::OfPerson, &[("what", name), ("who", &person.name)]),
            None => name.to_owned(),
        }
    }
}
