//! `household.json` -> [`Household`]: what somebody does, as a file for scripts and tests.
//!
//! Input: any text. Output: [`LoadedHousehold`], with every row that could be read and an issue for
//! every other, by path. The page never reads such a file; what is typed there goes through
//! [`crate::household::parse`].

use super::agreed::{self, Agreed, TakenAsAgreed};
use super::clock;
use super::family::{Family, by};
use super::issue::{Issue, IssueKind};
use super::load::parsed;
use super::read::{At, Log, Members, join, shortened};
use super::sessions::{days, time};
use super::suggest::nearest;
use crate::along::zone::Zone;
use crate::household::{Agree, Commitment, Firm, Household, Kind, MOST_CHANGE_MIN, MOST_TRAVEL_MIN, RestRule};
use crate::json::Value;
use crate::people::{MOST_PEOPLE, Spot};
use crate::plan::Cars;
use crate::rhythm::{Rhythm, When};
use crate::site::Site;
use crate::time::{DAY_MIN, Days, NaiveDate, Span, TimeError, parse_range, parse_span, parse_time};

const KINDS: [&str; 6] = ["work", "school", "care", "appointment", "rest", "other"];
const FIRMS: [&str; 4] = ["fixed", "move", "cut", "if_needed"];
const NAMES: [&str; 22] = [
    "id",
    "who",
    "place",
    "agree",
    "kind",
    "name",
    "days",
    "from",
    "to",
    "cycle",
    "dates",
    "first",
    "last",
    "except",
    "travel_min",
    "direct_min",
    "by",
    "last_way",
    "firm",
    "earlier_min",
    "later_min",
    "cut_min",
];
/// Most rows, days of a cycle, and dates of a list that are read.
const MOST: (usize, usize, usize) = (MOST_ROWS, 366, 1000);
/// Most rows of one list.
pub(super) const MOST_ROWS: usize = 200;

/// What came of a household's file.
#[derive(Clone, Debug, PartialEq)]
pub struct LoadedHousehold {
    /// The rows that could be read; `None` where the file as a whole is unusable.
    pub household: Option<Household>,
    /// Everything that is wrong, in reading order.
    pub issues: Vec<Issue>,
    /// What the file says has been agreed, not yet made.
    pub agreed: Vec<Agreed>,
    /// The zone by whose clock its times are, where the file says so; not yet those of the clinic.
    pub zone: Option<Zone>,
}

impl LoadedHousehold {
    /// The household as it is for a clinic's program: with what has been agreed, and by the clinic's clock. Returns what was
    /// agreed, by the household's; what cannot be is added to the issues. Where one of the two clocks is not known there is no household.
    pub fn settle(&mut self, site: &Site) -> TakenAsAgreed {
        let Some(household) = &self.household else { return TakenAsAgreed::default() };
        let mut log = Log::default();
        let (after, taken) =
            agreed::apply(household, site.program.weeks.1, &std::mem::take(&mut self.agreed), &mut log);
        self.household = Some(after);
        if let Some(home) = self.zone.take().filter(|zone| zone.id != site.zone) {
            let by_its_own = self.household.take();
            self.household = by_its_own.and_then(|after| clock::by_the_clinics(&after, home, site, &mut log));
        }
        self.issues.append(&mut log.issues);
        taken
    }
}

/// Reads a household's file. Rows are numbered by their place in the file, from 1.
pub fn load_household(text: &str) -> LoadedHousehold {
    let (mut log, mut agreed, mut zone) = (Log::default(), Vec::new(), None);
    let household = parsed(text, &mut log).and_then(|value| {
        let at = At { value: &value, path: String::new() };
        household(&at, &mut log, &mut agreed, &mut zone)
    });
    LoadedHousehold { household, issues: log.issues, agreed, zone }
}

fn household(at: &At, log: &mut Log, agreed: &mut Vec<Agreed>, zone: &mut Option<Zone>) -> Option<Household> {
    let known = [
        "$schema",
        "version",
        "about",
        "start",
        "zone",
        "clinic_travel_min",
        "clinic_by",
        "clinic_last",
        "cars",
        "rest",
        "people",
        "places",
        "commitments",
        "duties",
        "agreed",
    ];
    let members = at.object(log, &known)?;
    let version = members.need(log, "version").and_then(|at| at.whole(log, 1, u16::MAX));
    if version.is_some_and(|version| version > 1) {
        log.warn(&join(&members.path, "version"), IssueKind::NewerVersion { known: 1 });
    }
    let start = members.need(log, "start").and_then(|at| at.date(log));
    let known = members.get("zone").is_none_or(|at| {
        *zone = clock::read(&at, log);
        zone.is_some()
    });
    let clinic_travel_min = minutes(&members, log, "clinic_travel_min", MOST_TRAVEL_MIN).unwrap_or(0);
    let clinic_by = by(&members, log, ["clinic_by", "clinic_last"]).unwrap_or_default();
    let most = u16::try_from(MOST_PEOPLE).unwrap_or(u16::MAX);
    let cars = members
        .get("cars")
        .and_then(|at| at.whole(log, 0, most))
        .and_then(|cars| u8::try_from(cars).ok().map(Cars::of));
    let rest = rest(&members, log);
    let family = Family::read(&members, log);
    let rows = members.get("commitments").and_then(|at| at.list(log)).unwrap_or_default();
    if rows.len() > MOST.0 {
        too_many(&join(&members.path, "commitments"), log, rows.len(), MOST.0);
    }
    let mut commitments = Vec::new();
    let mut ids: Vec<(String, String)> = Vec::new();
    let mut parties: Vec<String> = Vec::new();
    for (row, at) in (1..).zip(rows.iter().take(MOST.0)) {
        commitments.extend(commitment(row, at, log, &family, &mut ids, &mut parties));
    }
    let duties = family.duties(&members, log);
    let rows = members.get("agreed").and_then(|at| at.list(log)).unwrap_or_default();
    if rows.len() > agreed::MOST {
        too_many(&join(&members.path, "agreed"), log, rows.len(), agreed::MOST);
    }
    agreed.extend(rows.iter().take(agreed::MOST).filter_map(|at| agreed::read(at, &members, &family, log)));
    let (people, places) = (family.people, family.places);
    let plain = Household::of(clinic_travel_min, start.filter(|_| known)?, commitments);
    let mut household = Household { clinic_by, cars, people, places, duties, rest, ..plain };
    if cars.is_none() {
        household.cars = Some(Cars::uncounted());
    }
    Some(household)
}

fn rest(members: &Members, log: &mut Log) -> Option<RestRule> {
    let rule = RestRule::default();
    let Some(at) = members.get("rest") else { return Some(rule) };
    if matches!(at.value, Value::Bool(false)) {
        return None;
    }
    let Some(of) = at.object(log, &["least_min", "within_min"]) else { return Some(rule) };
    let least_min = minutes(&of, log, "least_min", 960).unwrap_or(rule.least_min);
    Some(RestRule { least_min, within_min: minutes(&of, log, "within_min", 1440).unwrap_or(rule.within_min) })
}

fn commitment(
    row: u32,
    at: &At,
    log: &mut Log,
    family: &Family,
    ids: &mut Vec<(String, String)>,
    parties: &mut Vec<String>,
) -> Option<Commitment> {
    let members = at.object(log, &NAMES)?;
    own_id(&members, log, ids);
    let kind = one_of(members.need(log, "kind"), log, &KINDS).and_then(|at| Kind::ALL.get(at).copied());
    let when = when(&members, log, false);
    let firm = firm(&members, log);
    let who = family.who(&members, log);
    let (spot, by) = (family.spot(&members, log), by(&members, log, ["by", "last_way"]));
    let agree = match members.text(log, "agree") {
        None => Agree::ByKind,
        Some(name) if name == "nobody" => Agree::Nobody,
        Some(name) => {
            let at = parties.iter().position(|known| *known == name).unwrap_or(parties.len());
            if at == parties.len() {
                parties.push(name);
            }
            Agree::Party(u16::try_from(at).unwrap_or(u16::MAX))
        }
    };
    let what = members.text(log, "name").unwrap_or_default();
    let (travel_min, direct_min, place) = match spot? {
        Spot::Home => (0, None, None),
        Spot::Own { travel_min, direct_min } => (travel_min, direct_min, None),
        Spot::Named(place) => (0, None, Some(place)),
    };
    let plain = Commitment::weekly(row, kind?, Days::NONE, Span { from: 0, to: 1 });
    let (who, when, firm, by) = (who?, when?, firm?, by?);
    Some(Commitment { who, what, when, travel_min, direct_min, place, by, firm, agree, ..plain })
}

/// Notes where a row has an id that another one of its list has already.
pub(super) fn own_id(members: &Members, log: &mut Log, ids: &mut Vec<(String, String)>) {
    let Some(id) = members.text(log, "id") else { return };
    if let Some((_, first)) = ids.iter().find(|(other, _)| *other == id) {
        log.warn(&join(&members.path, "id"), IssueKind::Repeats { first: first.clone() });
    }
    ids.push((id, members.path.clone()));
}

/// When a row happens; some may be a moment, `at`.
pub(super) fn when(members: &Members, log: &mut Log, moments: bool) -> Option<When> {
    let rhythm = if let Some(at) = members.get("cycle") {
        cycle(&at, log)
    } else if let Some(at) = members.get("dates") {
        listed(&at, log, moments)
    } else {
        let days = days(members, log);
        let span = span(members, log, moments);
        days.zip(span).map(|(days, span)| Rhythm::Weekly { days, span })
    };
    let mut date = |name: &str| members.get(name).map_or(Some(None), |at| at.date(log).map(Some));
    let (first, last) = (date("first"), date("last"));
    if let (Some(Some(first)), Some(Some(last))) = (first, last)
        && first > last
    {
        log.error(&join(&members.path, "last"), IssueKind::EmptySpan { from: first.to_string(), to: last.to_string() });
        return None;
    }
    let except = members.get("except").map_or(Some(Vec::new()), |at| dates(&at, log));
    Some(When { rhythm: rhythm?, first: first?, last: last?, except: except? })
}

/// Dates of a list; none where one of them cannot be read.
pub(super) fn dates(at: &At, log: &mut Log) -> Option<Vec<NaiveDate>> {
    let items = at.list(log)?;
    let read: Vec<NaiveDate> = items.iter().filter_map(|item| item.date(log)).collect();
    (read.len() == items.len()).then_some(read)
}

/// A cycle: the date on which one begins, a letter for each of its days, and the shift of each letter.
fn cycle(at: &At, log: &mut Log) -> Option<Rhythm> {
    let members = at.object(log, &["starts", "days", "shifts"])?;
    let anchor = members.need(log, "starts").and_then(|at| at.date(log));
    let letters_at = members.need(log, "days")?;
    let letters = letters_at.text(log)?;
    let mut shifts: Vec<(&str, Option<Span>)> = Vec::new();
    for (name, at) in members.need(log, "shifts")?.any_object(log)?.pairs() {
        let text = at.text(log);
        let span = text.and_then(|text| parse_range(text).ok());
        if let Some(text) = text.filter(|_| span.is_none()) {
            log.error(&at.path, IssueKind::UnreadableTime { text: shortened(text) });
        }
        shifts.push((name, span));
    }
    if letters.chars().count() > MOST.1 {
        too_many(&letters_at.path, log, letters.chars().count(), MOST.1);
        return None;
    }
    let mut days = Vec::new();
    for letter in letters.chars().filter(|letter| !letter.is_whitespace()) {
        let mut name = [0; 4];
        let name: &str = letter.encode_utf8(&mut name);
        match shifts.iter().find(|(known, _)| *known == name) {
            _ if letter == '-' => days.push(None),
            Some((_, span)) => days.push(Some((*span)?)),
            None => {
                log.error(&join(&join(&members.path, "shifts"), name), IssueKind::Missing);
                return None;
            }
        }
    }
    Some(Rhythm::Cycle { anchor: anchor?, days })
}

fn listed(at: &At, log: &mut Log, moments: bool) -> Option<Rhythm> {
    let items = at.list(log)?;
    if items.len() > MOST.2 {
        too_many(&at.path, log, items.len(), MOST.2);
        return None;
    }
    let mut list = Vec::new();
    for item in &items {
        let Some(members) = item.object(log, &["date", "from", "to", "at"]) else { continue };
        let date = members.need(log, "date").and_then(|at| at.date(log));
        list.extend(date.zip(span(&members, log, moments)));
    }
    (list.len() == items.len()).then_some(Rhythm::Listed(list))
}

fn span(members: &Members, log: &mut Log, moments: bool) -> Option<Span> {
    if let Some(at) = members.get("at").filter(|_| moments) {
        let moment = time(&at, log).and_then(|text| parse_time(text).ok())? % DAY_MIN;
        return Some(Span { from: moment, to: moment });
    }
    let from = members.need(log, "from").and_then(|at| time(&at, log));
    let to = members.need(log, "to").and_then(|at| time(&at, log));
    let (from, to) = (from?, to?);
    match parse_span(from, to) {
        Ok(span) => Some(span),
        Err(TimeError::NoLength) => {
            log.error(&members.path, IssueKind::EmptySpan { from: shortened(from), to: shortened(to) });
            None
        }
        Err(_) => None,
    }
}

fn firm(members: &Members, log: &mut Log) -> Option<Firm> {
    let firm = match members.get("firm") {
        None => 0,
        at => one_of(at, log, &FIRMS)?,
    };
    let mut amount = |name: &str| match members.get(name) {
        None => Some(0),
        Some(_) => minutes(members, log, name, MOST_CHANGE_MIN),
    };
    match firm {
        0 => Some(Firm::Fixed),
        1 => Some(Firm::Move { earlier_min: amount("earlier_min")?, later_min: amount("later_min")? }),
        2 => Some(Firm::Cut { most_min: amount("cut_min")? }),
        _ => Some(Firm::IfNeeded),
    }
}

/// The place of a text among those allowed.
pub(super) fn one_of(at: Option<At>, log: &mut Log, allowed: &'static [&'static str]) -> Option<usize> {
    let at = at?;
    let text = at.text(log)?;
    let place = allowed.iter().position(|name| *name == text);
    if place.is_none() {
        let (found, nearest) = (Some(shortened(text)), nearest(text, allowed));
        log.error(&at.path, IssueKind::UnknownValue { found, allowed, nearest });
    }
    place
}

/// Minutes, where the row states them.
pub(super) fn minutes(members: &Members, log: &mut Log, name: &str, most: i32) -> Option<i32> {
    members.get(name)?.whole(log, 0, u16::try_from(most).unwrap_or(u16::MAX)).map(i32::from)
}

/// Says that a list is longer than we read.
pub(super) fn too_many(path: &str, log: &mut Log, count: usize, most: usize) {
    let number = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    log.error(path, IssueKind::OutOfRange { value: number(count), least: 0.0, most: number(most) });
}

#[cfg(test)]
#[path = "household_tests.rs"]
mod tests;
