use super::*;
use foothold_core::config;
use foothold_core::draft::{Draft, FirmChoice, RowDraft, Text, parse};
use foothold_core::plan::{Budget, solve};
use foothold_core::time::{Days, Weekday, parse_date};

const EN: Words = Words::EN;

fn demo() -> Site {
    config::load(include_str!("../../../public/clinic.json")).site.expect("the demo loads")
}

fn work(from: &str, firm: FirmChoice, cut: &str) -> RowDraft {
    let row = RowDraft { days: Days::WORKDAYS, firm, ..RowDraft::new(1, Kind::Work) };
    row.with(Text::From, from).with(Text::Travel, "25").with(Text::Direct, "15").with(Text::Cut, cut)
}

fn said(row: RowDraft, track: &str) -> (Verdict, Reasons) {
    let site = demo();
    let draft = Draft { clinic_travel: "20".into(), start: "2026-11-30".into(), rows: vec![row], ..Draft::default() };
    let (household, errors) = parse(&draft, parse_date("2026-11-24").expect("a date"));
    assert_eq!(errors, []);
    let answer = solve(&site, &household, Budget::default());
    let offer = answer.offers.iter().find(|o| site.tracks[o.track].id == track).expect("the track");
    (offer.verdict.clone(), EN.reasons(&site, &household, offer))
}

#[test]
fn a_fit_says_what_is_kept_and_where_it_is_closest() {
    let (_, said) = said(work("9-5", FirmChoice::Fixed, ""), "evening");
    assert_eq!(
        said.lead,
        [
            "You keep all 40 hours of work each week.",
            "The closest moment is Monday: 35 minutes to spare between work and the session."
        ]
    );
    assert_eq!(said.why, [""; 0]);
}

#[test]
fn a_change_says_when_and_what_it_comes_to() {
    let (verdict, said) = said(work("9-5", FirmChoice::Cut, "4 h"), "morning");
    assert!(matches!(verdict, Verdict::FitsIf(_)));
    assert_eq!(said.changes, ["Step out of work from 9:35am to 1:15pm on Monday, Wednesday and Thursday."]);
    assert_eq!(said.costs[1], "You would have to ask about work.");
    assert!(said.costs[0].ends_with("less work a week."), "{:?}", said.costs);
    assert!(said.why[0].starts_with("Work is at the same time as the group on Monday and Thursday, for 3 hours"));
}

#[test]
fn a_no_says_what_would_have_to_give_and_the_next_step() {
    let (verdict, said) = said(work("9-5", FirmChoice::Fixed, ""), "morning");
    assert!(matches!(verdict, Verdict::DoesNotFit { .. }));
    assert_eq!(said.lead[0], "None of its sessions fits beside your week as it is.");
    assert_eq!(said.lead[1], "The clinic allows 2 missed in any 6 weeks.");
    assert_eq!(said.give[0], "It would only fit with a large change:");
    assert!(said.next.is_some());
}

#[test]
fn unknown_times_send_to_the_clinic() {
    let (verdict, said) = said(work("9-5", FirmChoice::Fixed, ""), "saturday");
    assert_eq!(verdict, Verdict::AskClinic);
    assert!(said.lead[0].starts_with("The clinic has not published"));
}

#[test]
fn a_change_that_takes_most_of_something_says_so_first() {
    let row = RowDraft { days: Days::of(&[Weekday::Mon]), ..RowDraft::new(1, Kind::Work) };
    let row = row.with(Text::What, "Diner").with(Text::From, "5pm-10pm");
    let draft = Draft { rows: vec![row], ..Draft::default() };
    let (household, _) = parse(&draft, parse_date("2026-11-24").expect("a date"));
    let said = |words: Words, kind: ChangeKind| {
        let (days, span) = (Days::of(&[Weekday::Mon]), Span { from: 1020, to: 1320 });
        words.changes(None, &household, &[Change { row: Some(1), days, span, kind, dates: 12, asks: true }]).concat()
    };
    let late = "Leave out 4 hours 50 minutes of Diner on Monday, which is most of it: come at 9:50pm.";
    assert_eq!(said(EN, ChangeKind::ArriveLate(290)), late);
    let early = "Leave out 3 hours of Diner on Monday, which is most of it: go at 7pm.";
    assert_eq!(said(EN, ChangeKind::LeaveEarly(180)), early);
    assert!(said(Words::ES, ChangeKind::LeaveEarly(180)).contains("la mayor parte"));
    // Half of it is not most of it.
    assert_eq!(said(EN, ChangeKind::ArriveLate(150)), "Come to Diner 2 hours 30 minutes later on Monday: at 7:30pm.");
}

#[test]
fn too_few_cars_and_a_last_bus_are_said_in_both_languages() {
    let file = include_str!("../../../tests/fixtures/household-files/b-one-car.json");
    let said = |words: Words, file: &str, track: &str| {
        let (site, home) = (demo(), config::load_household(file).household.expect("a household"));
        let answer = solve(&site, &home, Budget::default());
        let offer = answer.offers.iter().find(|o| site.tracks[o.track].id == track).expect("the track");
        (words.reasons(&site, &home, offer).why, home)
    };
    let (en, home) = said(EN, file, "evening");
    assert_eq!(en[0], "On Monday and Tuesday there are too few cars for Garage (Ben) and the group, for 20 minutes.");
    let (es, _) = said(Words::ES, file, "evening");
    assert_eq!(es[0], "No alcanzan los autos para Garage (Ben) y para el grupo (lunes y martes), durante 20 minutos.");
    let bus = file.replace("\"cars\": 1", "\"clinic_by\": \"bus\", \"clinic_last\": \"8:30pm\"");
    let last = |words: Words| said(words, &bus, "evening").0[0].clone();
    assert_eq!(last(EN), "On Monday and Tuesday the last way home starts before the group ends: 30 minutes too early.");
    assert_eq!(
        last(Words::ES),
        "El último viaje de regreso (lunes y martes) sale antes de que termine el grupo: 30 minutos antes."
    );
    let own = OwnClash { row: 1, other: 2, days: Days::of(&[Weekday::Mon]), kind: ClashKind::Car, min: 530 };
    let own = |words: Words| words.own_clash(&home, &own);
    let minutes = "8 hours 50 minutes";
    assert_eq!(
        own(EN),
        format!(
            "There are too few cars for Desk (Ana) and Garage (Ben) on Monday, for up to {minutes}. We took both as they are."
        )
    );
    assert!(own(Words::ES).starts_with("No alcanzan los autos para Desk (Ana) y para Garage (Ben) (lunes)"));
}
