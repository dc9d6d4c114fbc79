use super::super::family_oracle::family_problem;
use super::super::oracle::{Dice, small_problem};
use super::super::tests::{house, session, site, work};
use super::super::{Verdict, solve, together};
use super::*;
use crate::household::Firm;
use crate::people::Person;
use crate::site::{MissRule, Session};
use crate::time::{DAY_MIN, Span, WEEK, Weekday};
use Weekday::{Fri, Mon, Thu, Tue, Wed};

fn mixed(mut clinic: Site, mix: &[(SessionKind, Amount)], household: &Household) -> Mixed {
    clinic.program.mix = Some(mix.to_vec());
    solve_mixed(&clinic, household, Budget::default()).expect("a mix")
}

fn groups(days: u16) -> [(SessionKind, Amount); 1] {
    [(SessionKind::Group, Amount::Days(days))]
}

/// Each set as weekdays and starts, in the order of its sessions.
fn sets(mixed: &Mixed) -> Vec<Vec<(Days, i32)>> {
    let of = |offer: &Offer| mixed.site.tracks[offer.track].sessions.iter().map(|s| (s.days, s.span.from)).collect();
    mixed.answer.offers.iter().map(of).collect()
}

#[test]
fn sets_have_exactly_so_many_weekdays_and_the_best_come_first() {
    let clinic = site(vec![session(&[Mon, Wed, Fri], 1080, 1200), session(&[Mon], 600, 720)]);
    let busy = house(vec![work(Days::of(&[Fri]), 540, 1200, Firm::Fixed)]);
    let found = mixed(clinic, &groups(2), &busy);
    let on = |days: &[Weekday], from| (Days::of(days), from);
    // Two ways each; one evening is better than two, and what is all on Monday begins earlier.
    assert_eq!(
        sets(&found)[..3],
        [vec![on(&[Mon], 1080), on(&[Mon], 600)], vec![on(&[Wed], 1080), on(&[Mon], 600)], vec![on(&[Mon, Wed], 1080)]]
    );
    let verdicts: Vec<u8> = found.answer.offers.iter().map(|offer| offer.verdict.rank()).collect();
    assert_eq!(verdicts, [0, 0, 0, 3, 3, 3]);
    assert!(found.answer.offers.iter().all(|offer| offer.proven));
}

#[test]
fn of_minutes_no_weekday_can_be_spared_and_nothing_overlaps() {
    let clinic = site(vec![
        session(&[Mon, Tue], 1080, 1140),
        session(&[Wed], 1080, 1200),
        session(&[Wed], 1140, 1260),
        session(&[Thu], 1080, 1110),
    ]);
    let found = mixed(clinic, &[(SessionKind::Group, Amount::Minutes(150))], &house(Vec::new()));
    let minutes = |offer: &Offer| {
        let track = &found.site.tracks[offer.track];
        let each = track.sessions.iter().flat_map(|s| s.days.iter().map(|_| s.span.minutes()));
        each.collect::<Vec<_>>()
    };
    let mut all: Vec<Vec<i32>> = found.answer.offers.iter().map(minutes).collect();
    for one in &mut all {
        one.sort_unstable();
    }
    assert!(all.iter().all(|one| one.iter().sum::<i32>() >= 150 && one.iter().sum::<i32>() - one[0] < 150), "{all:?}");
    assert_eq!(all.len(), 7, "one of the long ones with any other, or all three that are short: {all:?}");
}

#[test]
fn the_same_session_in_two_tracks_is_one_and_a_choice_is_two() {
    let mut clinic = site(vec![session(&[Mon, Tue], 1080, 1200)]);
    clinic.tracks.push(clinic.tracks[0].clone());
    assert_eq!(mixed(clinic.clone(), &groups(1), &house(Vec::new())).answer.offers.len(), 2);
    clinic.tracks[0].sessions[0].either = true;
    clinic.tracks.truncate(1);
    let found = mixed(clinic, &groups(1), &house(Vec::new()));
    let online: Vec<bool> = found.picks.iter().map(|picks| picks[0].online == picks[0].days).collect();
    assert_eq!(online, [true, true, false, false], "at home there is no way");
}

#[test]
fn what_cannot_be_put_together_is_not_offered() {
    let clinic = site(vec![session(&[Mon], 1080, 1200)]);
    let found = mixed(clinic.clone(), &groups(2), &house(Vec::new()));
    assert_eq!(found.answer.offers, []);
    assert_eq!(mixed(clinic.clone(), &[], &house(Vec::new())).answer.offers, []);
    let talks = [(SessionKind::Individual, Amount::Days(1))];
    assert_eq!(mixed(clinic, &talks, &house(Vec::new())).answer.offers, []);
}

#[test]
fn every_client_has_sets_of_their_own_and_all_can_go_together() {
    let clinic = site(vec![session(&[Mon, Tue], 1080, 1200)]);
    let mut household = house(vec![work(Days::of(&[Mon]), 540, 1200, Firm::Fixed)]);
    household.people.push(Person::client());
    let found = mixed(clinic, &groups(1), &household);
    let best: Vec<(usize, u8)> = found.answer.offers.iter().map(|offer| (offer.client, offer.verdict.rank())).collect();
    assert_eq!(best, [(0, 0), (1, 0), (1, 0), (0, 3)]);
    let all = together(&found.site, &household, Budget::default());
    assert!(all.iter().any(|one| one.verdict == Verdict::Fits));
}

#[test]
fn sets_that_are_not_all_looked_at_are_not_called_proven() {
    let mut clinic = site(vec![session(&WEEK, 1080, 1200), session(&WEEK, 600, 720)]);
    clinic.program.mix = Some(groups(4).to_vec());
    for few in [1, 10] {
        let found = solve_mixed(&clinic, &house(Vec::new()), Budget(few)).expect("a mix");
        assert!(!found.proven && found.answer.offers.iter().all(|offer| !offer.proven));
    }
}

/// Two hundred weekdays of sessions round the day, in forty rows.
fn large() -> Site {
    let row = |at: i32| session(&[Mon, Tue, Wed, Thu, Fri], 480 + at * 20, 480 + at * 20 + 90);
    site((0..40).map(row).collect())
}

#[test]
fn five_of_two_hundred_weekdays_are_proven_best() {
    let job = work(Days::WORKDAYS, 540, 1020, Firm::Cut { most_min: 120 });
    let found = mixed(large(), &groups(5), &house(vec![job]));
    assert_eq!(found.answer.offers.len(), MOST_SETS);
    assert!(found.answer.offers.iter().all(|offer| offer.proven && offer.verdict.fits()));
}

// The slow, obvious way.

/// Weekdays of sessions as a set names them: track, session, place of the day from Monday, online.
type Named = (usize, usize, usize, bool);

/// Every set that the mix allows, each in the order of time, then of the clinic.
fn every_set(clinic: &Site, mix: &[(SessionKind, Amount)]) -> Vec<Vec<(i32, i32, Named)>> {
    let mut all: Vec<(i32, i32, Named, Session)> = Vec::new();
    for (track, of) in clinic.tracks.iter().enumerate() {
        for (index, s) in of.sessions.iter().enumerate().filter(|(_, s)| mix.iter().any(|(kind, _)| *kind == s.kind)) {
            for (nth, day) in WEEK.iter().enumerate().filter(|(_, day)| s.days.has(**day)) {
                for online in [false, true] {
                    if !s.either && s.online.has(*day) != online {
                        continue;
                    }
                    let at = i32::try_from(nth).expect("a week") * DAY_MIN;
                    let one = Days::of(&[*day]);
                    let held = if online { one } else { Days::NONE };
                    let alone = Session { days: one, online: held, either: false, ..s.clone() };
                    if !all.iter().any(|(_, _, _, known)| *known == alone) {
                        all.push((at + s.span.from, at + s.span.to, (track, index, nth, online), alone));
                    }
                }
            }
        }
    }
    all.sort_by_key(|(from, to, named, _)| (*from, *to, *named));
    let mut found = Vec::new();
    for bits in 0..1u32 << all.len() {
        let set: Vec<&(i32, i32, Named, Session)> =
            all.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, unit)| unit).collect();
        let meant = mix.iter().all(|(kind, amount)| {
            let theirs: Vec<i32> =
                set.iter().filter(|(.., s)| s.kind == *kind).map(|(.., s)| s.span.to - s.span.from).collect();
            let sum: i32 = theirs.iter().sum();
            match amount {
                Amount::Days(days) => theirs.len() == usize::from(*days),
                Amount::Minutes(least) => sum >= *least && theirs.iter().all(|one| sum - one < *least),
            }
        });
        let apart = set.iter().all(|a| set.iter().all(|b| a.2 == b.2 || a.1 <= b.0 || b.1 <= a.0));
        if meant && apart {
            found.push(set.into_iter().map(|(from, to, named, _)| (*from, *to, *named)).collect());
        }
    }
    found
}

fn as_track(clinic: &Site, set: &[(i32, i32, Named)]) -> Track {
    let mut named: Vec<Named> = set.iter().map(|(.., named)| *named).collect();
    named.sort_unstable();
    let mut sessions: Vec<((usize, usize), Session)> = Vec::new();
    for (track, index, nth, online) in named {
        let key = (track, index);
        if sessions.last().is_none_or(|(known, _)| *known != key) {
            let none = Session {
                days: Days::NONE,
                online: Days::NONE,
                either: false,
                ..clinic.tracks[track].sessions[index].clone()
            };
            sessions.push((key, none));
        }
        let one = &mut sessions.last_mut().expect("a session").1;
        one.days = one.days.with(WEEK[nth], true);
        one.online = one.online.with(WEEK[nth], online);
    }
    Track::of(sessions.into_iter().map(|(_, session)| session).collect())
}

/// A few sessions in one or two tracks, and what a mix asks of them.
fn mix_problem(dice: &mut Dice, round: i32) -> (Site, Household) {
    let (mut clinic, mut household, _) = if round % 3 == 0 { family_problem(dice) } else { small_problem(dice) };
    household.people.iter_mut().skip(1).for_each(|person| {
        if person.is == crate::people::Is::Client {
            person.is = crate::people::Is::Adult;
        }
    });
    clinic.program.misses = MissRule { allowed: u16::try_from(dice.roll(2)).expect("small"), in_weeks: 1 };
    let mut units = 0;
    let mut sessions = Vec::new();
    loop {
        let from = 420 + dice.roll(24) * 30;
        let days = dice.one_of::<&[Weekday]>(&[&[Mon], &[Mon, Tue], &[Tue, Wed], &[Weekday::Sun], &[Thu]]);
        let mut one = session(days, from, from + dice.one_of(&[60, 60, 90]));
        one.kind = dice.one_of(&[SessionKind::Group, SessionKind::Group, SessionKind::Individual]);
        match dice.roll(8) {
            0 => one.online = one.days,
            1 => one.either = true,
            2 => one.weeks = Some((1, 1)),
            _ => {}
        }
        units += days.len() * if one.either { 2 } else { 1 };
        if units > 9 {
            break;
        }
        sessions.push(one);
    }
    let cut = sessions.len() / 2;
    clinic.tracks[0].sessions = sessions.split_off(cut);
    if !sessions.is_empty() {
        clinic.tracks.insert(0, Track { id: "first".into(), ..Track::of(sessions) });
    }
    let group = if dice.roll(3) == 0 {
        Amount::Minutes(dice.one_of(&[90, 120, 150]))
    } else {
        Amount::Days(dice.one_of(&[1, 2, 2, 3]))
    };
    let mut mix = vec![(SessionKind::Group, group)];
    if dice.roll(2) == 0 {
        mix.push((SessionKind::Individual, Amount::Days(1)));
    }
    clinic.program.mix = Some(mix);
    (clinic, household)
}

#[test]
fn the_ten_best_sets_are_those_of_trying_all() {
    let mut dice = Dice(0x0a11_5e75);
    let (mut seen, mut ranks, mut more) = (0, [0; 4], 0);
    for round in 0..240 {
        let (clinic, household) = mix_problem(&mut dice, round);
        let mix = clinic.program.mix.clone().expect("a mix");
        let mut all = Vec::new();
        for set in every_set(&clinic, &mix) {
            let mut alone = clinic.clone();
            alone.tracks = vec![as_track(&clinic, &set)];
            let offer = solve(&alone, &household, Budget::default()).offers.remove(0);
            let order: Vec<_> = set.iter().map(|one| Some(*one)).collect();
            all.push((offer.verdict.rank(), offer.cost, order, alone.tracks.remove(0)));
        }
        // One that goes on comes before one that ends.
        let end = Some((i32::MAX, 0, (0, 0, 0, false)));
        let key = |order: &[Option<_>]| [order, &[end]].concat();
        all.sort_by_key(|one| (one.0, one.1, key(&one.2)));
        // Both ways to look for sets that ask for nothing.
        let found = solve_by(&clinic, &household, Budget::default(), 0).expect("a mix");
        let same = solve_mixed(&clinic, &household, Budget::default()).expect("a mix");
        assert_eq!((&found.picks, &found.answer.offers), (&same.picks, &same.answer.offers), "round {round}");
        assert_eq!(found.answer.offers.len(), all.len().min(MOST_SETS), "round {round}");
        for (offer, (rank, cost, _, track)) in found.answer.offers.iter().zip(&all) {
            assert!(offer.proven, "round {round}");
            let told = (offer.verdict.rank(), offer.cost, &found.site.tracks[offer.track].sessions);
            assert_eq!(told, (*rank, *cost, &track.sessions), "round {round}\n{household:#?}\n{mix:?}");
            ranks[usize::from(*rank)] += 1;
            seen += 1;
        }
        more += i32::from(all.len() > MOST_SETS);
    }
    assert!(seen > 800 && more > 60 && ranks.iter().all(|n| *n > 40), "{seen} {more} {ranks:?}");
}

#[test]
fn a_set_reads_as_its_sessions() {
    let clinic = site(vec![session(&[Mon, Wed], 1080, 1200)]);
    let found = mixed(clinic, &groups(2), &house(Vec::new()));
    assert_eq!(found.picks, [[Pick { track: 0, session: 0, days: Days::of(&[Mon, Wed]), online: Days::NONE }]]);
    assert_eq!(found.site.tracks[0].sessions[0].span, Span { from: 1080, to: 1200 });
}
