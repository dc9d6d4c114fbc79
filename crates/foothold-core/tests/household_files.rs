//! Household files of invented people against the demo clinic, with the answers worked out by hand.
//! The program is 12 weeks from Monday, November 30, 2026, closed on December 24 and January 18.

use foothold_core::config::{load, load_household};
use foothold_core::plan::{Answer, Budget, ChangeKind, ClashKind, Offer, Verdict, solve};
use foothold_core::site::Site;
use std::path::Path;

#[expect(clippy::disallowed_methods, reason = "the core may not read files, its tests do")]
fn read(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    std::fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn answer(name: &str) -> (Site, Answer) {
    let site = load(&read("public/clinic.json")).site.expect("the demo clinic");
    let loaded = load_household(&read(&format!("tests/fixtures/household-files/{name}.json")));
    assert_eq!(loaded.issues, [], "{name}");
    let answer = solve(&site, &loaded.household.expect("a household"), Budget::default());
    assert!(answer.offers.iter().all(|offer| offer.proven), "{name}");
    (site, answer)
}

fn offer<'a>(site: &Site, answer: &'a Answer, id: &str) -> &'a Offer {
    let is = |offer: &&Offer| site.tracks.get(offer.track).is_some_and(|track| track.id == id);
    answer.offers.iter().find(is).expect("the offer")
}

#[test]
fn a_nurse_on_nights_comes_late_to_17_shifts() {
    let (site, answer) = answer("c-night-nurse");
    let evening = offer(&site, &answer, "evening");
    // 9:00 + 15 to the ward is 9:15 instead of 7: 135 minutes. Mondays 6 and Tuesdays 6, one a
    // fortnight; Thursdays 6 less December 24, which is a night of hers: 5. No Monday is lost: her
    // Mondays are the 1st, 3rd .. 11th, and January 18 is the 8th.
    let told: Vec<_> = evening.verdict.changes().iter().map(|c| (c.kind, c.dates)).collect();
    assert_eq!(told, [(ChangeKind::ArriveLate(135), 17)]);
    assert_eq!((evening.cost.work_lost_min, evening.cost.parties), (17 * 135, 1));
    // A morning is never at the same time as her work; it is her sleep that it takes.
    let morning = offer(&site, &answer, "morning");
    assert!(!morning.clashes.is_empty() && morning.clashes.iter().all(|clash| clash.kind == ClashKind::Rest));
    assert!(matches!(morning.verdict, Verdict::DoesNotFit { .. }));
}

#[test]
fn a_du_pont_operator_cannot_keep_any_published_time() {
    let (site, answer) = answer("dupont-operator");
    for id in ["evening", "online-evening", "morning", "afternoon"] {
        assert!(matches!(offer(&site, &answer, id).verdict, Verdict::DoesNotFit { .. }), "{id}");
    }
    // Evenings 6 to 9 on Monday and Tuesday: nights in the first week of each cycle, days in the
    // second; the cycles begin on November 30, December 28 and January 25. Three times two nights
    // from 7, three times two days until 7.
    let clashes = &offer(&site, &answer, "evening").clashes;
    let group: Vec<_> = clashes.iter().filter(|c| c.session == 0).map(|c| (c.kind, c.min, c.dates)).collect();
    assert_eq!(group, [(ClashKind::Overlap, 60, 6), (ClashKind::Overlap, 120, 6)]);
}

#[test]
fn four_on_four_off_leaves_early_and_hears_of_sunday() {
    let (site, answer) = answer("four-on-four-off");
    assert_eq!(answer.own.len(), 1, "the crew works on Sundays of church");
    let evening = offer(&site, &answer, "evening");
    let told: Vec<_> = evening.verdict.changes().iter().map(|c| c.kind).collect();
    assert_eq!(told, [ChangeKind::LeaveEarly(85)]);
    assert_eq!(evening.cost.work_lost_min, 85 * evening.verdict.changes()[0].dates);
}
