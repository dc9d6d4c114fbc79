use super::*;
use crate::draft::{Text, parse};
use crate::household::Household;
use crate::people::Means;
use crate::time::{NaiveDate, Weekday, add_days, parse_date};

fn today() -> NaiveDate {
    parse_date("2026-11-24").expect("a date")
}

fn person(id: u32, name: &str, is: Is, roles: &[&str]) -> PersonDraft {
    let roles = roles.iter().map(|role| (*role).to_owned()).collect();
    PersonDraft { id, name: name.to_owned(), is, roles, passenger: false }
}

fn row(id: u32, kind: Kind, who: u32, days: &[Weekday], times: [&str; 2], way: [&str; 2]) -> RowDraft {
    let row = RowDraft { who, days: Days::of(days), ..RowDraft::new(id, kind) };
    let row = row.with(Text::From, times[0]).with(Text::To, times[1]);
    row.with(Text::Travel, way[0]).with(Text::Direct, way[1])
}

fn duty(row: RowDraft, could: &[u32], usual: Option<u32>) -> RowDraft {
    RowDraft { could: could.to_vec(), usual, ..row }
}

fn breaks(dates: &[[&str; 2]]) -> Vec<String> {
    dates.iter().flatten().map(|date| (*date).to_owned()).collect()
}

/// Two parents, a school child and a grandmother; their numbers have gaps, as after removing somebody.
fn family() -> Draft {
    use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    let all = [Mon, Tue, Wed, Thu, Fri, Sat, Sun];
    let work = [Mon, Tue, Wed, Thu, Fri];
    let mut nights = row(2, Kind::Work, 2, &[], ["7am", "7pm"], ["35", ""]);
    nights.repeats = Repeats::Cycle;
    let nights =
        nights.with(Text::Pattern, "2-2-3").with(Text::Anchor, "2026-11-16").with(Text::Night, "6:45pm-7:15am");
    let school = row(3, Kind::School, 5, &work, ["8:10", "3"], ["10", ""]);
    let school = RowDraft { breaks: breaks(&[["2026-12-21", "2027-01-01"]]), ..school.with(Text::Last, "2027-06-11") };
    let job = row(1, Kind::Work, 0, &work, ["9-5:30", ""], ["25", "15"]).with(Text::What, "Bakery on Main");
    let job = RowDraft { firm: FirmChoice::Cut, ..job.with(Text::Cut, "45") };
    let mut church = row(9, Kind::Other, 0, &[Sun], ["10", "11:30"], ["1h", ""]);
    church.firm = FirmChoice::IfNeeded;
    let sport = row(8, Kind::Other, 5, &[Sat], ["9:20", "10:50"], ["12", ""]).with(Text::What, "Fútbol");
    let sport = sport.with(Text::Earlier, "30").with(Text::Later, "15 min");
    let sport = RowDraft { firm: FirmChoice::Move, ..sport };
    let drive = duty(row(4, Kind::Care, 0, &work, ["7:40", ""], ["10", ""]), &[0, 2], Some(2));
    let fetch = duty(row(5, Kind::Care, 0, &work, ["3pm", ""], ["10", ""]), &[2, 0, 7], None);
    let evening = duty(row(6, Kind::Care, 0, &all, ["5:30pm", "8:30pm"], ["", ""]), &[0, 2, 7], Some(0));
    let pills = duty(row(7, Kind::Care, 7, &all, ["20:00", "20:15"], ["", ""]), &[], None).with(Text::Outside, "4-9pm");
    let court = row(10, Kind::Appointment, 2, &[Tue], ["8:30am", "9:15am"], ["1:10", "90"]);
    Draft {
        clinic_travel: "35 min".into(),
        start: "2026-12-07".into(),
        ways: Ways::default(),
        people: vec![
            person(2, "Ana", Is::Adult, &["partner"]),
            person(5, "Mia José", Is::Child, &[]),
            person(7, "Abuela Ñ", Is::Adult, &["parent", "partner"]),
        ],
        rows: vec![job, nights, school, drive, fetch, evening, pills, sport, church, court],
    }
}

/// What the planner makes of a week, without the numbers by which rows and people are known.
fn meaning(week: &Draft, names: bool) -> (Household, Vec<String>) {
    let (mut household, errors) = parse(week, today());
    let place = |id: u32| u32::try_from(week.rows.iter().position(|row| row.id == id).expect("a row")).expect("few");
    for commitment in &mut household.commitments {
        commitment.row = place(commitment.row);
        if !names {
            commitment.what.clear();
        }
    }
    for duty in &mut household.duties {
        duty.row = place(duty.row);
        if !names {
            duty.what.clear();
        }
    }
    for person in &mut household.people {
        person.id.clear();
        if !names {
            person.name.clear();
        }
    }
    let errors = errors.iter().map(|error| format!("{:?} {:?}", error.row.map(place), (error.field, error.problem)));
    (household, errors.collect())
}

fn carried(week: &Draft, names: bool) -> Carried {
    read(&write(week, Some("evening@1"), names).expect("small enough")).expect("readable")
}

#[test]
fn a_week_means_the_same_at_the_other_end_of_a_link() {
    for names in [true, false] {
        let Carried { week, chosen } = carried(&family(), names);
        assert_eq!(meaning(&week, names), meaning(&family(), names));
        assert_eq!(chosen.as_deref(), Some("evening@1"));
        assert_eq!(read(&write(&week, None, names).expect("small")).map(|carried| carried.week), Ok(week));
    }
    let (household, errors) = meaning(&family(), true);
    assert_eq!((household.commitments.len(), household.duties.len(), errors.len()), (6, 4, 0), "all of it counts");
}

/// A roster of many dates, and one that is empty so far.
fn rosters() -> Draft {
    let first = parse_date("2026-11-30").expect("a date");
    let mut listed = row(1, Kind::Work, 0, &[Weekday::Wed], ["7pm", "7am"], ["25", ""]);
    listed.repeats = Repeats::Listed;
    for day in [0, 1, 2, 6, 7, 30, 31, 83, 7, 400, 5000] {
        assert!(listed.add_date(add_days(first, day)));
    }
    assert_eq!(listed.dates.len(), 10, "each once");
    // Somebody who goes back to days of the week finds the dates again.
    let weekly = RowDraft { id: 2, repeats: Repeats::Weekly, ..listed.clone() };
    let empty = RowDraft { id: 3, dates: Vec::new(), ..listed.clone() };
    Draft { rows: vec![listed, weekly, empty], ..Draft::default() }
}

#[test]
fn a_list_of_dates_is_the_same_at_the_other_end_of_a_link() {
    let Carried { week, .. } = carried(&rosters(), true);
    assert_eq!(meaning(&week, true), meaning(&rosters(), true));
    let of = |week: &Draft| week.rows.iter().map(|row| (row.repeats, row.dates.clone())).collect::<Vec<_>>();
    assert_eq!(of(&week), of(&rosters()));
    let text = write(&rosters(), None, true).expect("small");
    assert!(text.starts_with("w2."), "{text}");
    // Whoever has no list makes links that pages of before can read.
    assert!(write(&family(), None, true).expect("small").starts_with("w1."));
    assert_eq!(read(&text.replacen("w2", "w1", 1)), Err(Broken::Damaged));
    assert_eq!(read(&text.replacen("w2", "w4", 1)), Err(Broken::Newer));
    // More dates than a list may have are no list.
    let mut most = rosters();
    most.rows[0].dates = (0..1000).map(|day| add_days(parse_date("2026-11-30").expect("a date"), day)).collect();
    assert!(!most.rows[0].add_date(parse_date("2036-11-30").expect("a date")));
    assert!(read(&write(&most, None, true).expect("small")).is_ok());
    most.rows[0].dates.push(parse_date("2036-11-30").expect("a date"));
    assert_eq!(read(&write(&most, None, true).expect("small")), Err(Broken::Damaged));
}

/// The same family with everything that can be said about ways and cars, and the breaks of a school year.
fn on_the_way() -> Draft {
    let mut week = family();
    week.ways = Ways { means: Some(Means::Bus), last: "9:40".into(), cars: Some(1), passenger: true };
    week.people[2].passenger = true;
    let ways = [
        (Some(Means::Car), ""),
        (Some(Means::Bus), "12:15am"),
        (Some(Means::Foot), ""),
        (None, ""),
        (Some(Means::Lift), ""),
        (None, ""),
        (Some(Means::Van), ""),
        (Some(Means::Bus), ""),
        (Some(Means::Bus), "11:07pm"),
        (None, ""),
    ];
    for (row, (means, last)) in week.rows.iter_mut().zip(ways) {
        row.means = means;
        row.set(Text::LastWay, last);
    }
    week.rows[2].breaks.extend(breaks(&[["2027-03-29", "2027-04-02"], ["2027-02-15", ""]]));
    week
}

#[test]
fn ways_cars_and_breaks_mean_the_same_at_the_other_end_of_a_link() {
    for names in [true, false] {
        let Carried { week, .. } = carried(&on_the_way(), names);
        assert_eq!(meaning(&week, names), meaning(&on_the_way(), names));
        assert_eq!(read(&write(&week, None, names).expect("small")).map(|carried| carried.week), Ok(week));
    }
    let (household, errors) = meaning(&on_the_way(), true);
    assert_eq!((household.cars.and_then(crate::plan::Cars::count), errors.len()), (Some(1), 0), "all of it counts");
    assert_eq!(household.clinic_by.last, Some(1300));
    let most = RowDraft { breaks: breaks(&[["2026-12-24", "2026-12-26"]; MOST_BREAKS]), ..family().rows[0].clone() };
    let week = Draft { rows: vec![most.clone()], ..Draft::default() };
    assert_eq!(carried(&week, true).week.rows[0].breaks, most.breaks);
    let over = RowDraft { breaks: breaks(&[["2026-12-24", ""]; MOST_BREAKS + 1]), ..most };
    assert_eq!(write(&Draft { rows: vec![over], ..Draft::default() }, None, true), None);
    // Every number of cars, each means, in each place.
    for cars in (0..=MOST_CARS).map(Some).chain([None]) {
        for means in Means::ALL.map(Some).into_iter().chain([None]) {
            for passenger in [true, false] {
                let last = if means == Some(Means::Bus) { "10pm" } else { "" };
                let ways = Ways { means, last: last.into(), cars, passenger };
                let week = Draft { ways, ..Draft::default() };
                assert_eq!(carried(&week, true).week.ways, week.ways);
            }
        }
    }
}

/// Links of [`family`] and [`rosters`], made before ways could be said.
const FAMILY: &str = "w1.a4-Op8nkmQy4x5R5GbppciEmqeMnAAR4UCkAcUFMAWgpapiISYx6vIhJqnjJqQAQawxoUwIADRUgDaRjCgAYRgybUyB8wBwRR4BKjBSAJADOMwHLTtPTvTv5OenAAGEj1LwACIAMnyyf3KnkSGpHMgARAAETTJvIAEQABEx4fzjNIAAAAWH86DRAAADgNQWAEyMBRXAD4KhoGgIBgmRgKAB9QrgALAADQQGiUoAFzIAA";
const ROSTERS: &str = "w2.Cz2G4JkMuMeUeRm6DAVIndAGDUB8n4_fEhA5icAAlAAAFIndAGDUB8n4_fEhA5icAAlAAAQEDmJwACUAA";

#[test]
fn a_week_without_ways_and_with_one_break_has_the_link_that_it_always_had() {
    let before = [(family(), FAMILY), (rosters(), ROSTERS)];
    for (week, text) in before {
        assert_eq!(write(&week, Some("evening@1"), true).as_deref(), Some(text));
        assert_eq!(read(text).map(|carried| meaning(&carried.week, true)), Ok(meaning(&week, true)));
    }
    // What was said and taken back, and a break that was begun, are nothing to carry.
    let mut taken_back = family();
    taken_back.ways.last = "9pm".into();
    taken_back.rows[0].set(Text::LastWay, "9pm");
    taken_back.rows[2].breaks.extend(breaks(&[["", ""], [" ", ""]]));
    assert_eq!(write(&taken_back, Some("evening@1"), true).as_deref(), Some(FAMILY));
    for text in [FAMILY.replacen("w1", "w3", 1), ROSTERS.replacen("w2", "w3", 1)] {
        assert_ne!(read(&text).map(|carried| carried.week), Ok(family()));
    }
    assert!(write(&on_the_way(), None, true).expect("small").starts_with("w3."));
}

#[test]
fn a_link_for_a_family_of_four_has_at_most_three_hundred_characters() {
    let text = write(&family(), Some("evening"), false).expect("small");
    let named = write(&family(), Some("evening"), true).expect("small");
    let (long, short) =
        ("https://www.northside-family-clinic.example/programs/iop/es/week/#", "https://clinic.example/iop/week/#");
    println!(
        "{} letters without names, {} with; the addresses before have {} and {}",
        text.len(),
        named.len(),
        long.len(),
        short.len()
    );
    assert!(long.len() + text.len() <= 300 && short.len() + named.len() <= 300);
    let on_the_way = write(&on_the_way(), Some("evening"), false).expect("small");
    println!("{} letters with ways, cars and breaks", on_the_way.len());
    assert!(long.len() + on_the_way.len() <= 300, "{}", on_the_way.len());
    assert!(text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')), "{text}");
}

#[test]
fn what_people_and_rows_are_called_is_left_out_unless_asked_for() {
    let Carried { week, .. } = carried(&family(), false);
    assert!(week.people.iter().all(|person| person.name.is_empty()));
    assert!(week.rows.iter().all(|row| row.text(Text::What).is_empty()));
    let Carried { week, .. } = carried(&family(), true);
    let names: Vec<&str> = week.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Ana", "Mia José", "Abuela Ñ"]);
    let called: Vec<&str> = week.rows.iter().map(|row| row.text(Text::What)).filter(|what| !what.is_empty()).collect();
    assert_eq!(called, ["Bakery on Main", "Fútbol"]);
    // Two weeks that differ in names alone have the same link.
    let mut other = family();
    other.people.iter_mut().for_each(|person| person.name = "Quetzal".into());
    other.rows.iter_mut().for_each(|row| row.set(Text::What, "Quetzal"));
    assert_eq!(write(&other, None, false), write(&family(), None, false));
}

#[test]
fn what_cannot_be_read_yet_is_carried_as_it_was_typed() {
    let typed = [
        (Text::From, "nine-ish"),
        (Text::To, "25:99 ☂"),
        (Text::Night, "all night"),
        (Text::Pattern, "every OTHER week"),
        (Text::Anchor, "2026-02-30"),
        (Text::Travel, "about 20"),
        (Text::Direct, "9999"),
        (Text::Cut, "half an hour"),
        (Text::Outside, "evenings"),
        (Text::Last, "9999-12-31"),
    ];
    let row = typed.iter().fold(RowDraft::new(1, Kind::Care), |row, (text, typed)| row.with(*text, typed));
    let row = RowDraft { breaks: breaks(&[["1999-12-31", "Christmas"]]), ..row };
    let half = [("9", ""), ("", "5"), ("9", "nine"), ("9am", "9am"), ("5", "x")];
    let half = half.map(|(from, to)| RowDraft::new(2, Kind::Work).with(Text::From, from).with(Text::To, to));
    let mut week = Draft { clinic_travel: "soon".into(), start: "next week".into(), ..Draft::default() };
    week.rows = std::iter::once(row).chain(half).collect();
    (1..).zip(&mut week.rows).for_each(|(id, row)| row.id = id);
    assert_eq!(carried(&week, false).week, week);
    week.ways = Ways { means: Some(Means::Bus), last: "late-ish".into(), ..Ways::default() };
    week.rows[0].means = Some(Means::Bus);
    week.rows[0].set(Text::LastWay, "25:99 ☂");
    week.rows[1].breaks = breaks(&[["", ""], ["", "then"], ["soon", ""]]);
    assert_eq!(carried(&week, false).week, week);
}

#[test]
fn an_untouched_week_is_carried_too_and_known_as_one() {
    let week = Draft { clinic_travel: "20".into(), ..Draft::default() };
    assert_eq!(carried(&week, true).week, week);
    assert!(!is_typed(&week) && !is_typed(&Draft::default()) && is_typed(&family()));
    assert!(is_typed(&Draft { start: "2026-12-07".into(), ..week.clone() }));
    assert!(is_typed(&Draft { ways: Ways { cars: Some(2), ..Ways::default() }, ..week.clone() }));
    assert!(is_typed(&Draft { clinic_travel: "25".into(), ..week }));
}

#[test]
fn every_way_of_typing_a_time_means_the_same_afterwards() {
    let times =
        ["", "9", "9am", "12", "noon", "midnight", "6:30 pm", "17:30", "09:05", "1730", "24", "0:00", "9-5", "x"];
    let ranges = ["7pm-7am", "4-9pm", "noon - 3", "23:55-0:10", "", "never", "6-6"];
    let mut tried = 0;
    for from in times {
        for to in times {
            for (at, range) in ranges.iter().enumerate() {
                for kind in [Kind::Work, Kind::Care] {
                    let row = row(1, kind, 0, &[Weekday::Wed], [from, to], ["1 h 5", "0"]);
                    let row = row.with(Text::Night, range).with(Text::Outside, range);
                    let row = RowDraft { repeats: Repeats::ALL[at % 3].0, ..row.with(Text::Pattern, "DDNN---") };
                    let week = Draft { rows: vec![row], ..Draft::default() };
                    let after = carried(&week, true).week;
                    assert_eq!(meaning(&after, true), meaning(&week, true), "{from} to {to}, {range}");
                    tried += 1;
                }
            }
        }
    }
    assert_eq!(tried, times.len() * times.len() * ranges.len() * 2);
}

#[test]
fn a_week_that_is_too_large_gives_no_link() {
    let rows = |count| (1..=count).map(|id| RowDraft::new(id, Kind::Work)).collect();
    assert!(write(&Draft { rows: rows(255), ..Draft::default() }, None, true).is_some());
    assert_eq!(write(&Draft { rows: rows(256), ..Draft::default() }, None, true), None);
    let people = |count| (1..=count).map(|id| person(id, "", Is::Adult, &[])).collect();
    assert!(write(&Draft { people: people(11), ..Draft::default() }, None, true).is_some());
    assert_eq!(write(&Draft { people: people(12), ..Draft::default() }, None, true), None);
    assert_eq!(write(&Draft { start: "☂".repeat(100_000), ..Draft::default() }, None, true), None);
}

#[test]
fn every_link_that_cannot_be_read_says_why() {
    let whole = write(&family(), None, true).expect("small");
    let newer = whole.replacen("w1.", "w4.", 1);
    let cases = [
        (
            Broken::Foreign,
            ["", "main", "w", "w1", "x1.AAAA", "wx.AAAA", "w0.AAAA", "W1.AAAA", "access_token=1.2"].as_slice(),
        ),
        (Broken::Newer, &[&newer, "w4.", "w77.something else", "w4294967295.A"]),
        (
            Broken::Damaged,
            &[
                "w1.",
                "w2.",
                "w2.AAAA",
                "w3.",
                "w3.AAAA",
                "w1.AAAA",
                "w1.AAAAAAAA",
                "w1.á",
                &whole[..whole.len() - 1],
                &whole[..40],
                &whole.replace('A', "%41"),
            ],
        ),
    ];
    for (broken, texts) in cases {
        for text in texts {
            assert_eq!(read(text), Err(broken), "{text}");
        }
    }
    assert_eq!(read(&format!(" {whole}).\n")), read(&whole), "what a sentence puts after a link does no harm");
    assert!(matches!(read(&format!("w1.{}", "A".repeat(100_004))), Err(Broken::Damaged)));
}

#[test]
fn no_link_whatever_stops_the_reader() {
    torment(150_000);
}

#[test]
#[ignore = "the same a million times: cargo test -p foothold-core share -- --ignored"]
fn a_million_links_do_not_stop_the_reader() {
    torment(1_000_000);
}

/// Links that are random, that were whole once, and that have a right checksum over anything at all.
fn torment(count: u32) {
    let mut chance = Chance(20_261_125);
    let whole = [
        write(&family(), Some("evening@1"), true),
        write(&family(), None, false),
        write(&Draft::default(), None, true),
        write(&rosters(), None, true),
        write(&on_the_way(), Some("evening"), true),
    ]
    .map(|text| text.expect("small"));
    let signs: Vec<char> = "ABCDefghij0189-_.w1#%=+/ \n\u{e9}\u{1f600}".chars().collect();
    let (mut read_as_weeks, mut refused) = (0, 0);
    for round in 0..count {
        let known = &whole[chance.below(whole.len())];
        let mut text: Vec<char> = known.chars().collect();
        match round % 4 {
            0 => text = (0..chance.below(200)).map(|_| signs[chance.below(signs.len())]).collect(),
            1 => {
                for _ in 0..=chance.below(4) {
                    let at = chance.below(text.len());
                    match chance.below(4) {
                        0 => text.truncate(at.max(1)),
                        1 => drop(text.remove(at)),
                        2 => text.insert(at, signs[chance.below(signs.len())]),
                        _ => text[at] = signs[chance.below(signs.len())],
                    }
                    text.push('A');
                }
            }
            2 => {
                let (a, b) = (chance.below(text.len()), chance.below(text.len()));
                text.swap(a, b);
            }
            _ => {
                // Past the checksum, so that the reader proper meets what nobody wrote.
                let mut pen = Pen::default();
                (0..chance.below(900)).for_each(|_| pen.bits(chance.below(64), 6));
                text = format!("w{}.{}", 1 + chance.below(3), pen.finish()).chars().collect();
            }
        }
        let text: String = text.into_iter().collect();
        let Ok(Carried { week, chosen }) = read(&text) else {
            refused += 1;
            continue;
        };
        read_as_weeks += 1;
        if round % 4 != 3 {
            assert_eq!(read(known), read(&text), "a changed link was taken for a whole one: {text}");
        }
        // Whatever was read can be planned with, and means the same when it is carried on.
        let (household, errors) = parse(&week, today());
        assert!(household.people.len() <= MOST_PEOPLE && week.rows.len() <= MOST_ROWS as usize);
        let again = read(&write(&week, chosen.as_deref(), true).expect("no larger than it was")).expect("whole");
        assert_eq!((parse(&again.week, today()), again.chosen), ((household, errors), chosen), "{text}");
    }
    println!("{count} links: {read_as_weeks} were weeks, {refused} were refused");
    assert!(read_as_weeks > 0 && refused > count / 2);
}

/// Numbers that look random and are the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % most
    }
}
