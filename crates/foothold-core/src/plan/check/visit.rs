//! The first visit: whether it is at a time at which it may be, and nothing that cannot give way is in its way.

use super::super::{Doer, DutyDate, Offer, Visit};
use super::Fault;
use super::day::{Sort, Thing, Where, World};
use super::told::is_free;
use crate::household::{Firm, Household};
use crate::site::{Program, Site};
use crate::time::{DAY_MIN, Datelike, NaiveDate, add_days};

/// Everything that is wrong with a first visit; `baseline` is that of a program which begins on its date, or in week 1 of the program itself.
pub fn visit_faults(
    site: &Site,
    household: &Household,
    baseline: &[DutyDate],
    offer: &Offer,
    visit: Visit,
    earliest: NaiveDate,
) -> Vec<Fault> {
    let (Some(intake), Some(track)) = (&site.program.intake, offer.taken(site)) else { return vec![Fault::Visit] };
    let Visit { date, span } = visit;
    let begun = (date - household.start).num_days();
    let before = begun < 0;
    let inside = intake
        .windows
        .iter()
        .any(|(days, window)| days.has(date.weekday()) && window.from <= span.from && span.to <= window.to);
    let said = inside
        && span.from % 15 == 0
        && span.minutes() == intake.minutes
        && (-14..7).contains(&begun)
        && date >= earliest
        && !site.program.closures.contains(&date)
        && (before || offer.verdict.fits());
    // A week of its own, with nothing but the visit.
    let mut alone = site.clone();
    alone.program = Program { weeks: (1, 1), ..site.program.clone() };
    let week = Household { start: if before { date } else { household.start }, ..household.clone() };
    let world = World::lay(&alone, &week, baseline, &[]);
    let from = i32::try_from(if before { 0 } else { begun }).unwrap_or(0) * DAY_MIN;
    let mine = Thing {
        who: offer.client,
        from: from + span.from,
        to: from + span.to,
        at: Where::Clinic,
        early: site.program.arrival_buffer_min,
        sort: Sort::Session(offer.client),
        restful: false,
        evening: false,
        moved: false,
        of: 0,
    };
    let gives = |thing: &Thing| {
        let row = world.occurrences.get(thing.of).map_or(0, |o| o.row);
        !before && world.firm(row) != Firm::Fixed
    };
    let commitments = world.commitments();
    let free = commitments.iter().all(|thing| world.apart(thing, &mine) || gives(thing));
    // Before the program a duty of theirs must be another's without a word.
    let passes_on = |duty: &super::day::DutyOn| {
        let Some((from, to)) = duty.base_of(offer.client) else { return true };
        let usual = world.usual(duty.row);
        let goes = |who: &usize| {
            *who != offer.client && usual.is_none_or(|usual| usual == *who) && is_free(&world, duty, *who, (from, to))
        };
        world.apart(&Thing { who: offer.client, from, to, ..duty.thing }, &mine)
            || duty.handover
            || duty.base.iter().any(|part| part.2 == Doer::Outside)
            || duty.may.iter().any(goes)
    };
    let duties = !before || world.duties.iter().all(passes_on);
    let at_once = !before
        && track.sessions.iter().any(|s| {
            let runs = s.weeks.is_none_or(|(first, _)| first <= 1);
            runs && s.days.has(add_days(household.start, i32::try_from(begun).unwrap_or(0)).weekday())
                && s.span.from < span.to
                && span.from < s.span.to
        });
    if said && free && duties && !at_once { Vec::new() } else { vec![Fault::Visit] }
}
