//! People, named places and duties of a household's file; what each person does is read beside it.

use super::household::{MOST_ROWS, minutes, one_of, own_id, too_many, when};
use super::issue::IssueKind;
use super::read::{At, Log, Members, join, shortened};
use super::sessions::{days, time};
use crate::household::MOST_TRAVEL_MIN;
use crate::people::{By, Duty, Is, MOST_CLIENTS, MOST_PEOPLE, Means, Person, Place, Spot};
use crate::time::{DAY_MIN, Days, Span, parse_span, parse_time};

const KINDS: [&str; 3] = ["client", "adult", "child"];
const MEANS: [&str; 5] = ["car", "van", "bus", "lift", "foot"];
/// Most named places and duties that are read.
const MOST: usize = 50;

/// The people of a file and the places that it names, with what rows call them.
pub(super) struct Family {
    /// Everybody; at least one client.
    pub(super) people: Vec<Person>,
    /// Named places.
    pub(super) places: Vec<Place>,
    place_ids: Vec<String>,
}

impl Family {
    /// Reads `people` and `places`.
    pub(super) fn read(members: &Members, log: &mut Log) -> Self {
        let mut people: Vec<Person> = Vec::new();
        for at in rows(members, "people", MOST_PEOPLE, log) {
            let Some(person) = person(&at, log, people.is_empty()) else { continue };
            let clients = people.iter().filter(|person| person.is == Is::Client).count();
            if people.iter().any(|known| known.id == person.id) {
                log.error(&join(&at.path, "id"), IssueKind::Repeats { first: join(&members.path, "people") });
            } else if person.is == Is::Client && clients == MOST_CLIENTS {
                too_many(&join(&at.path, "is"), log, clients + 1, MOST_CLIENTS);
            } else {
                people.push(person);
            }
        }
        if !people.iter().any(|person| person.is == Is::Client) {
            if !people.is_empty() {
                log.error(&join(&members.path, "people"), IssueKind::Missing);
            }
            people.insert(0, Person::client());
        }
        let mut family = Self { people, places: Vec::new(), place_ids: Vec::new() };
        let places = rows(members, "places", MOST, log);
        family.place_ids = places.iter().map(|at| id_of(at)).collect();
        for (nth, at) in places.iter().enumerate() {
            let id = family.place_ids.get(nth).filter(|id| !id.is_empty());
            if let Some(first) = family.place_ids.iter().position(|known| Some(known) == id).filter(|at| *at < nth) {
                log.error(&join(&at.path, "id"), IssueKind::Repeats { first: format!("places[{first}]") });
            }
            let place = family.place(at, log);
            family.places.push(place);
        }
        family
    }

    fn place(&self, at: &At, log: &mut Log) -> Place {
        let Some(members) = at.object(log, &["id", "home_min", "back_min", "clinic_min", "ways", "by", "last_way"])
        else {
            return Place::default();
        };
        members.need(log, "id");
        let mut read = |name| minutes(&members, log, name, MOST_TRAVEL_MIN);
        let home_min = read("home_min").unwrap_or(0);
        let (back_min, clinic_min) = (read("back_min").unwrap_or(home_min), read("clinic_min"));
        let mut ways = Vec::new();
        if let Some(stated) = members.get("ways").and_then(|at| at.any_object(log)) {
            for (name, at) in stated.pairs() {
                let other = named(&self.place_ids, name, &at, log);
                let minutes = at.whole(log, 0, 240).map(i32::from);
                ways.extend(other.zip(minutes));
            }
        }
        Place { home_min, back_min, clinic_min, ways, by: by(&members, log, ["by", "last_way"]).unwrap_or_default() }
    }

    /// The person whom a text names.
    pub(super) fn somebody(&self, at: &At, log: &mut Log) -> Option<usize> {
        let id = at.text(log)?;
        let ids: Vec<String> = self.people.iter().map(|person| person.id.clone()).collect();
        named(&ids, id, at, log)
    }

    /// Whose a row is: the first client's, if it does not say. Nothing where it names nobody.
    pub(super) fn who(&self, members: &Members, log: &mut Log) -> Option<usize> {
        let client = self.people.iter().position(|person| person.is == Is::Client);
        members.get("who").map_or(client, |at| self.somebody(&at, log))
    }

    /// Where a row happens: a named place, a place of its own, or home. A row with half its ways
    /// would make every answer easier than the truth.
    pub(super) fn spot(&self, members: &Members, log: &mut Log) -> Option<Spot> {
        let mut read = |name| match members.get(name) {
            None => Ok(None),
            Some(_) => minutes(members, log, name, MOST_TRAVEL_MIN).map(Some).ok_or(()),
        };
        let (Ok(travel), Ok(direct)) = (read("travel_min"), read("direct_min")) else { return None };
        let own = Spot::of(travel.unwrap_or(0), direct);
        let Some(at) = members.get("place") else { return Some(own) };
        match at.text(log)? {
            "home" => Some(Spot::Home),
            id => named(&self.place_ids, id, &at, log).map(Spot::Named),
        }
    }

    /// Reads `duties`.
    pub(super) fn duties(&self, members: &Members, log: &mut Log) -> Vec<Duty> {
        let rows = rows(members, "duties", MOST, log);
        let mut ids = Vec::new();
        (1..).zip(&rows).filter_map(|(row, at)| self.duty(row, at, log, &mut ids)).collect()
    }

    fn duty(&self, row: u32, at: &At, log: &mut Log, ids: &mut Vec<(String, String)>) -> Option<Duty> {
        let known = [
            "id",
            "name",
            "days",
            "from",
            "to",
            "at",
            "cycle",
            "dates",
            "first",
            "last",
            "except",
            "place",
            "travel_min",
            "direct_min",
            "by",
            "last_way",
            "may",
            "usual",
            "outside",
            "asleep",
            "handover",
        ];
        let members = at.object(log, &known)?;
        own_id(&members, log, ids);
        let when = when(&members, log, true);
        let (spot, by) = (self.spot(&members, log)?, by(&members, log, ["by", "last_way"])?);
        let mut may: Vec<usize> = Vec::new();
        for at in members.need(log, "may")?.list(log)? {
            let who = self.somebody(&at, log)?;
            if !may.contains(&who) {
                may.push(who);
            }
        }
        let usual = match members.get("usual") {
            None => None,
            Some(at) => {
                let who = self.somebody(&at, log)?;
                if !may.contains(&who) {
                    let id = at.text(log).map(shortened).unwrap_or_default();
                    log.error(&at.path, IssueKind::UnknownId { id });
                    return None;
                }
                Some(who)
            }
        };
        let mut outside = Vec::new();
        for at in members.get("outside").map_or_else(Vec::new, |at| at.list(log).unwrap_or_default()) {
            outside.push(window(&at, log)?);
        }
        let what = members.text(log, "name").unwrap_or_default();
        let (asleep, handover) = (members.flag(log, "asleep"), members.flag(log, "handover"));
        Some(Duty { row, what, when: when?, spot, by, may, usual, outside, asleep, handover })
    }
}

/// The means that a row names, and when it goes for the last time; by car, if it names none. Nothing
/// where that cannot be read.
pub(super) fn by(members: &Members, log: &mut Log, [name, last]: [&str; 2]) -> Option<By> {
    let means = match members.get(name) {
        None => Means::Car,
        at => one_of(at, log, &MEANS).and_then(|at| Means::ALL.get(at).copied())?,
    };
    let last = match members.get(last) {
        None => None,
        Some(at) => Some(time(&at, log).and_then(|text| parse_time(text).ok())? % DAY_MIN),
    };
    Some(By { means, last })
}

/// The place of an id in a list; an id that is not there is an error.
fn named(ids: &[String], id: &str, at: &At, log: &mut Log) -> Option<usize> {
    let found = ids.iter().position(|known| known == id);
    if found.is_none() {
        log.error(&at.path, IssueKind::UnknownId { id: shortened(id) });
    }
    found
}

fn rows<'a>(members: &Members<'a>, name: &str, most: usize, log: &mut Log) -> Vec<At<'a>> {
    let mut rows = members.get(name).and_then(|at| at.list(log)).unwrap_or_default();
    if rows.len() > most {
        too_many(&join(&members.path, name), log, rows.len(), most);
        rows.truncate(most.min(MOST_ROWS));
    }
    rows
}

pub(super) fn id_of(at: &At) -> String {
    at.value.get("id").and_then(crate::json::Value::as_text).unwrap_or_default().to_owned()
}

fn person(at: &At, log: &mut Log, first: bool) -> Option<Person> {
    let members = at.object(log, &["id", "name", "is", "roles", "drives"])?;
    let id = members.need(log, "id").and_then(|at| at.text(log))?.to_owned();
    let kind = match members.get("is") {
        None => usize::from(!first),
        at => one_of(at, log, &KINDS)?,
    };
    let is = [Is::Client, Is::Adult, Is::Child].get(kind).copied()?;
    let name = members.text(log, "name").unwrap_or_else(|| id.clone());
    let roles = members.get("roles").map_or_else(Vec::new, |at| at.texts(log));
    let drives = if members.get("drives").is_some() { members.flag(log, "drives") } else { is != Is::Child };
    Some(Person { id, name, is, roles, drives })
}

/// Hours of cover on some weekdays.
fn window(at: &At, log: &mut Log) -> Option<(Days, Span)> {
    let members = at.object(log, &["days", "from", "to"])?;
    let days = days(&members, log);
    let from = members.need(log, "from").and_then(|at| time(&at, log));
    let to = members.need(log, "to").and_then(|at| time(&at, log));
    let (from, to) = (from?, to?);
    let Ok(span) = parse_span(from, to) else {
        log.error(&members.path, IssueKind::EmptySpan { from: shortened(from), to: shortened(to) });
        return None;
    };
    Some((days?, span))
}
