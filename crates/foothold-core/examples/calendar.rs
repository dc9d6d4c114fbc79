//! Calendar files of many plans, each with what it should say: `cargo run --example calendar -p foothold-core`.
//!
//! One JSON object a line: `name`, `zone`, `ics`, and `dates`, a line `title start end` per date, as moments in UTC,
//! or as clock times where the file has no zone. For `tests/calendar`, where other readers expand the same files.

use foothold_core::along::calendar::{Entry, Stamp, write};
use foothold_core::along::zone::{ZONES, Zone};
use foothold_core::along::{Series, What, agenda};
use foothold_core::config::{load, load_household};
use foothold_core::household::Household;
use foothold_core::plan::{Budget, Offer, solve};
use foothold_core::site::Site;
use foothold_core::time::{DAY_MIN, NaiveDate, add_days, parse_date};
use serde_json::json;
use std::path::Path;

const CLINICS: [&str; 4] = [
    "public/clinic.json",
    "tests/fixtures/clinics/p02_evenings_with_aftercare.json",
    "tests/fixtures/clinics/p07_long_days_and_saturday.json",
    "tests/fixtures/clinics/p14_parents_attend.json",
];

const HOUSEHOLDS: [&str; 5] =
    ["b-two-parents", "c-night-nurse", "dupont-operator", "f-teen-and-parents", "four-on-four-off"];

/// Any program from here comes past the change in November, in March, and in November again.
const STARTS: [&str; 3] = ["2026-10-12", "2027-02-22", "2027-10-18"];

#[expect(clippy::disallowed_methods, reason = "the core may not read files, its tools do")]
fn read(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    std::fs::read_to_string(root.join(path)).unwrap_or_default()
}

fn main() {
    let sites: Vec<Site> = CLINICS.iter().filter_map(|path| load(&read(path)).site).collect();
    let households: Vec<Household> = HOUSEHOLDS
        .iter()
        .filter_map(|name| load_household(&read(&format!("tests/fixtures/household-files/{name}.json"))).household)
        .collect();
    let zones = ZONES.iter().map(|zone| zone.id).chain(["Europe/Paris"]);
    let rounds = zones.flat_map(|zone| STARTS.map(|start| [(zone, start, false), (zone, start, true)])).flatten();
    let plans = sites.iter().cycle().zip(households.iter().cycle());
    for (turn, ((zone, start, with_way), (site, household))) in rounds.zip(plans).enumerate() {
        let Some(start) = parse_date(start) else { continue };
        let household = Household { start, ..household.clone() };
        let answer = solve(site, &household, Budget::default());
        let known: Vec<&Offer> = answer.offers.iter().filter(|offer| offer.sessions > 0).collect();
        let Some(offer) = known.iter().cycle().nth(turn / 3 % 5) else { continue };
        let agenda = agenda(site, &household, offer, Budget::default());
        let entry = |(at, series): (usize, &Series)| {
            let way = with_way && matches!(series.what, What::Session { online: false, .. });
            let series = if way { series.with_way(30, 20) } else { series.clone() };
            Entry { id: format!("plan {at}"), title: format!("é{at}"), series }
        };
        let entries: Vec<Entry> = agenda.sessions.iter().chain(&agenda.changes).enumerate().map(entry).collect();
        let mut dates: Vec<String> = entries.iter().flat_map(|entry| said(entry, zone)).collect();
        dates.sort();
        let ics = write(&entries, zone, Stamp { date: start, min: 725 });
        let (name, start) = (format!("{zone} {start} {turn}"), start.to_string());
        println!("{}", json!({ "name": name, "zone": zone, "start": start, "ics": ics, "dates": dates }));
    }
}

fn said(Entry { title, series, .. }: &Entry, zone: &str) -> Vec<String> {
    let Series { span, dates, .. } = series;
    let zone = Zone::named(zone);
    let moment = |date: &NaiveDate, min: i32| {
        let there = || (add_days(*date, min.div_euclid(DAY_MIN)), min.rem_euclid(DAY_MIN));
        let (date, min) = zone.map_or_else(there, |zone| zone.utc(*date, min));
        format!("{date}T{:02}:{:02}", min / 60, min % 60)
    };
    dates.iter().map(|date| format!("{title} {} {}", moment(date, span.from), moment(date, span.to))).collect()
}
