//! The clinic as the build writes it down for the app.

use foothold_core::compact::{read, write};
use foothold_core::config::load_in;
use foothold_core::site::{Program, Reach, Site};

/// The demo and every clinic's file of the tests.
const FILES: [&str; 13] = [
    include_str!("../../../public/clinic.json"),
    include_str!("../../../tests/fixtures/clinics/p01_weekday_mornings.json"),
    include_str!("../../../tests/fixtures/clinics/p02_evenings_with_aftercare.json"),
    include_str!("../../../tests/fixtures/clinics/p03_day_or_evening.json"),
    include_str!("../../../tests/fixtures/clinics/p05_no_switching.json"),
    include_str!("../../../tests/fixtures/clinics/p06_times_unpublished.json"),
    include_str!("../../../tests/fixtures/clinics/p07_long_days_and_saturday.json"),
    include_str!("../../../tests/fixtures/clinics/p09_stated_is_not_computed.json"),
    include_str!("../../../tests/fixtures/clinics/p11_named_holidays.json"),
    include_str!("../../../tests/fixtures/clinics/p13_individual_besides.json"),
    include_str!("../../../tests/fixtures/clinics/p14_parents_attend.json"),
    include_str!("../../../tests/fixtures/clinics/p16_after_school.json"),
    include_str!("../../../tests/fixtures/clinics/p18_with_babies.json"),
];

/// The clinics of those files that name one, with what only written pages show taken away.
fn sites() -> Vec<Site> {
    let sites: Vec<Site> =
        FILES.iter().flat_map(|text| ["en", "es"].map(|lang| load_in(text, lang).site)).flatten().map(bare).collect();
    assert!(sites.len() > 20, "only {} sites", sites.len());
    sites
}

fn bare(site: Site) -> Site {
    Site {
        demo: false,
        reach: Reach::default(),
        address: Vec::new(),
        zone: String::new(),
        site_url: None,
        phone_hours: Vec::new(),
        crisis_lines: Vec::new(),
        leave_to: None,
        backend: None,
        checked_on: None,
        offline: true,
        embed_sites: Vec::new(),
        look: foothold_core::look::Wishes::default(),
        reviewed: Vec::new(),
        level_names: Vec::new(),
        program: Program { serves: None, van: false, child_minding: false, intake: None, mix: None, ..site.program },
        ..site
    }
}

#[test]
fn what_the_app_needs_of_a_clinic_comes_back_as_it_was() {
    for site in sites() {
        assert_eq!(read(&write(&site)).as_ref(), Some(&site));
    }
}

#[test]
fn times_that_the_app_cannot_work_out_come_to_it_as_times_to_ask_for() {
    let text = FILES[0].replacen(r#""sessions": ["#, r#""floating": [FLOATING], "sessions": ["#, 1);
    let row = r#"{"kind":"individual","minutes":60,"windows":[{"days":["Fri"],"from":"9am","to":"noon"}]}"#;
    let site = load_in(&text.replace("FLOATING", row), "en").site.expect("a site");
    assert_eq!(site.tracks[0].floating().len(), 1);
    for site in [read(&write(&site)).expect("a text"), site.on_a_page()] {
        let asked: Vec<bool> = site.tracks.iter().map(|track| track.incomplete).collect();
        assert_eq!(asked, [true, false, false, false, false]);
        assert!(site.tracks.iter().all(|track| track.floating().is_empty()));
    }
    let mixed = FILES[0].replacen(r#""program": {"#, r#""program": { "mix": { "group": 2 },"#, 1);
    let site = load_in(&mixed, "en").site.expect("a site");
    assert!(site.program.mix.is_some() && site.tracks.iter().all(|track| !track.incomplete));
    for site in [read(&write(&site)).expect("a text"), site.on_a_page()] {
        assert!(site.program.mix.is_none() && site.tracks.iter().all(|track| track.incomplete));
    }
}

#[test]
fn a_text_that_was_cut_off_or_comes_from_elsewhere_is_no_site() {
    let site = sites().remove(0);
    let text = write(&site);
    let lines: Vec<&str> = text.lines().collect();
    for count in 0..lines.len() {
        assert_eq!(read(&lines.get(..count).unwrap_or_default().join("\n")), None, "{count} lines");
    }
    assert_eq!(read(&text.replace("foothold 1", "foothold 0")), None);
    assert_eq!(read("<!doctype html>\n<title>Not found</title>"), None);
}

#[test]
fn a_line_break_in_a_name_costs_no_line() {
    let mut site = sites().remove(0);
    site.name = String::from("One\r\nTwo");
    assert_eq!(read(&write(&site)).map(|site| site.name).as_deref(), Some("One  Two"));
}
