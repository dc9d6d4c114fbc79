//! The planner's answer as JSON, as docs/HOUSEHOLD-JSON.md describes it. Times are minutes after
//! midnight, `row` and `duty` count the household's rows from 1, `session` the sessions of a track from 0.

use foothold_core::config::{TakenAsAgreed, clock_changes};
use foothold_core::household::Household;
use foothold_core::json::quote;
use foothold_core::plan::{
    Alternative, Answer, Budget, Change, ChangeKind, Clash, ClashKind, Cost, Cover, Dated, Doer, DutyDate, Mixed,
    Offer, OwnClash, Pick, Placed, SeatDate, Statement, Together, Verdict, Visit, alternatives, baseline,
    contradiction, dated, first_visit, together,
};
use foothold_core::site::Site;
use foothold_core::time::{Days, add_days};

/// The whole answer as one object.
///
/// `mixed` is the clinic as its file has it with what sets of its sessions are the tracks of `site`.
pub fn answer_json(
    site: &Site,
    household: &Household,
    answer: &Answer,
    mixed: Option<(&Site, &Mixed)>,
    taken: &TakenAsAgreed,
) -> String {
    let with_baseline = baseline(site, household);
    let all = together(site, household, Budget::default());
    format!(
        "{{{}\"agreed\":{{\"changes\":[{}],\"covers\":[{}]}},\"offers\":[{}],\"together\":[{}],\"own\":[{}],\"baseline\":[{}],\"clock_changes\":[{}],\"nodes\":{}}}",
        mixed.map(|(clinic, mixed)| sets_json(clinic, mixed)).unwrap_or_default(),
        joined(taken.changes.iter().map(change_json)),
        joined(taken.covers.iter().map(|cover| cover_json(household, cover))),
        joined(answer.offers.iter().map(|offer| offer_json(site, household, offer))),
        joined(all.iter().map(|one| together_json(site, household, one))),
        joined(answer.own.iter().map(own_json)),
        joined(with_baseline.iter().map(|date| duty_date_json(household, date))),
        joined(clock_changes(site, household).iter().map(|date| format!("\"{date}\""))),
        answer.nodes
    )
}

/// Of which sessions of the clinic each set is made, and whether all were looked at.
fn sets_json(clinic: &Site, mixed: &Mixed) -> String {
    let pick = |pick: &Pick| {
        format!(
            "{{\"track\":{},\"session\":{},\"days\":[{}],\"online\":[{}]}}",
            track(clinic, pick.track),
            pick.session,
            days_json(pick.days),
            days_json(pick.online)
        )
    };
    let set = |(at, picks): (usize, &Vec<Pick>)| {
        format!("{{\"id\":{},\"sessions\":[{}]}}", track(&mixed.site, at), joined(picks.iter().map(pick)))
    };
    let all = joined(mixed.picks.iter().enumerate().map(set));
    format!("\"sets\":{{\"proven\":{},\"of\":[{all}]}},", mixed.proven)
}

fn offer_json(site: &Site, household: &Household, offer: &Offer) -> String {
    let budget = Budget::default();
    let give = match &offer.verdict {
        Verdict::DoesNotFit { give: Some(give), .. } => {
            let changes = joined(give.changes.iter().map(change_json));
            format!("{{\"row\":{},\"small\":{},\"changes\":[{changes}]}}", give.row, give.small)
        }
        _ => "null".to_owned(),
    };
    let others = alternatives(site, household, offer, budget);
    let statements = contradiction(site, household, offer, budget);
    format!(
        "{{\"client\":{},\"track\":{},\"verdict\":\"{}\",\"proven\":{},\"sessions\":{},\"unfilled\":[{}],\"online\":[{}],\"floating\":[{}],\"first_visit\":{},\"cost\":{},\
         \"slack_min\":{},\"changes\":[{}],\"covers\":[{}],\"plan\":{},\"clashes\":[{}],\"give\":{give},\
         \"alternatives\":[{}],\"contradiction\":[{}]}}",
        person(household, offer.client),
        track(site, offer.track),
        verdict_name(&offer.verdict),
        offer.proven,
        offer.sessions,
        joined(offer.unfilled.iter().map(|role| quote(role))),
        joined(
            offer
                .online
                .iter()
                .map(|(session, day)| format!("{{\"session\":{session},\"day\":{}}}", quote(&day.to_string())))
        ),
        joined(offer.arranged().iter().map(block_json)),
        visit_json(first_visit(site, household, offer, add_days(household.start, -14), budget)),
        cost_json(offer.cost),
        offer.slack.map_or_else(|| "null".to_owned(), |slack| slack.min.to_string()),
        joined(offer.verdict.changes().iter().map(change_json)),
        joined(offer.covers.iter().map(|cover| cover_json(household, cover))),
        dated_json(household, &dated(site, household, offer, budget)),
        joined(offer.clashes.iter().map(clash_json)),
        joined(others.iter().map(|other| alternative_json(household, other))),
        joined(statements.iter().map(statement_json)),
    )
}

fn block_json(block: &Placed) -> String {
    let (day, span) = (quote(&block.day.to_string()), block.span);
    format!("{{\"row\":{},\"day\":{day},\"from\":{},\"to\":{}}}", block.row, span.from, span.to)
}

fn visit_json(visit: Option<Visit>) -> String {
    let said = |v: Visit| format!("{{\"date\":\"{}\",\"from\":{},\"to\":{}}}", v.date, v.span.from, v.span.to);
    visit.map_or_else(|| "null".to_owned(), said)
}

fn together_json(site: &Site, household: &Household, one: &Together) -> String {
    let choice = |(client, of): &(usize, usize)| {
        format!("{{\"client\":{},\"track\":{}}}", person(household, *client), track(site, *of))
    };
    format!(
        "{{\"choices\":[{}],\"verdict\":\"{}\",\"proven\":{},\"cost\":{},\"changes\":[{}],\"covers\":[{}],\"plan\":{}}}",
        joined(one.choices.iter().map(choice)),
        verdict_name(&one.verdict),
        one.proven,
        cost_json(one.cost),
        joined(one.verdict.changes().iter().map(change_json)),
        joined(one.covers.iter().map(|cover| cover_json(household, cover))),
        dated_json(household, &one.plan),
    )
}

fn alternative_json(household: &Household, other: &Alternative) -> String {
    format!(
        "{{\"cost\":{},\"changes\":[{}],\"covers\":[{}]}}",
        cost_json(other.cost),
        joined(other.changes.iter().map(change_json)),
        joined(other.covers.iter().map(|cover| cover_json(household, cover))),
    )
}

fn verdict_name(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Fits => "fits",
        Verdict::Tight => "tight",
        Verdict::FitsIf(_) => "fits_if",
        Verdict::DoesNotFit { .. } => "does_not_fit",
        Verdict::AskClinic => "ask",
    }
}

fn cost_json(c: Cost) -> String {
    format!(
        "{{\"missed\":{},\"work_lost_min\":{},\"parties\":{},\"moved_min\":{},\"cover_min\":{},\"swaps\":{},\"travel_min\":{},\"evenings\":{}}}",
        c.missed, c.work_lost_min, c.parties, c.moved_min, c.cover_min, c.swaps, c.travel_min, c.evenings
    )
}

fn kind_json(kind: ChangeKind) -> String {
    let (kind, amount) = match kind {
        ChangeKind::Earlier(min) => ("earlier", format!(",\"min\":{min}")),
        ChangeKind::Later(min) => ("later", format!(",\"min\":{min}")),
        ChangeKind::ArriveLate(min) => ("arrive_late", format!(",\"min\":{min}")),
        ChangeKind::LeaveEarly(min) => ("leave_early", format!(",\"min\":{min}")),
        ChangeKind::StepOut { from, to } => ("step_out", format!(",\"leaves\":{from},\"back\":{to}")),
        ChangeKind::Skip => ("skip", String::new()),
        ChangeKind::Miss(session) => ("miss", format!(",\"session\":{session}")),
    };
    format!("\"kind\":\"{kind}\"{amount}")
}

fn change_json(change: &Change) -> String {
    let row = change.row.map_or_else(|| "null".to_owned(), |row| row.to_string());
    format!(
        "{{\"row\":{row},{},\"days\":[{}],\"from\":{},\"to\":{},\"dates\":{},\"asks\":{}}}",
        kind_json(change.kind),
        days_json(change.days),
        change.span.from,
        change.span.to,
        change.dates,
        change.asks
    )
}

fn cover_json(household: &Household, cover: &Cover) -> String {
    format!(
        "{{\"duty\":{},\"doer\":{},\"days\":[{}],\"from\":{},\"to\":{},\"dates\":{}}}",
        cover.duty,
        doer_json(household, cover.doer),
        days_json(cover.days),
        cover.span.from,
        cover.span.to,
        cover.dates
    )
}

fn dated_json(household: &Household, plan: &Dated) -> String {
    let changed = plan.changed.iter().map(|(row, date, from, kind)| {
        format!("{{\"row\":{row},\"date\":\"{date}\",\"from\":{from},{}}}", kind_json(*kind))
    });
    let missed = plan.missed.iter().map(|seat| format!("{{{}}}", seat_json(household, seat)));
    let seated = plan
        .seated
        .iter()
        .map(|(seat, who)| format!("{{{},\"person\":{}}}", seat_json(household, seat), person(household, *who)));
    let doers = plan.doers.iter().map(|date| duty_date_json(household, date));
    format!(
        "{{\"changed\":[{}],\"missed\":[{}],\"seated\":[{}],\"doers\":[{}]}}",
        joined(changed),
        joined(missed),
        joined(seated),
        joined(doers)
    )
}

fn seat_json(household: &Household, seat: &SeatDate) -> String {
    let role = seat.role.as_deref().map_or_else(|| "null".to_owned(), quote);
    format!(
        "\"client\":{},\"role\":{role},\"session\":{},\"date\":\"{}\"",
        person(household, seat.client),
        seat.session,
        seat.date
    )
}

fn duty_date_json(household: &Household, date: &DutyDate) -> String {
    let doer = doer_json(household, date.doer);
    format!("{{\"duty\":{},\"date\":\"{}\",\"from\":{},\"doer\":{doer}}}", date.duty, date.date, date.from)
}

fn doer_json(household: &Household, doer: Doer) -> String {
    match doer {
        Doer::Person(who) => person(household, who),
        Doer::Outside => quote("outside"),
        Doer::Nobody => "null".to_owned(),
    }
}

fn person(household: &Household, who: usize) -> String {
    household.people.get(who).map_or_else(|| "null".to_owned(), |person| quote(&person.id))
}

fn track(site: &Site, index: usize) -> String {
    quote(site.tracks.get(index).map(|track| track.id.as_str()).unwrap_or_default())
}

fn clash_json(clash: &Clash) -> String {
    let of = clash.duty.map_or_else(|| row_json(clash.row), |duty| format!("\"duty\":{duty}"));
    format!(
        "{{{of},\"session\":{},\"kind\":\"{}\",\"days\":[{}],\"min\":{},\"dates\":{}}}",
        clash.session,
        kind_name(clash.kind),
        days_json(clash.days),
        clash.min,
        clash.dates
    )
}

/// The row of a commitment, or nothing.
fn row_json(row: u32) -> String {
    if row == 0 { "\"row\":null".to_owned() } else { format!("\"row\":{row}") }
}

fn own_json(clash: &OwnClash) -> String {
    format!(
        "{{\"row\":{},\"other\":{},\"kind\":\"{}\",\"days\":[{}],\"min\":{}}}",
        clash.row,
        clash.other,
        kind_name(clash.kind),
        days_json(clash.days),
        clash.min
    )
}

fn statement_json(statement: &Statement) -> String {
    let (name, of, day) = match statement {
        Statement::Commitment(row, day) => ("row", row.to_string(), day),
        Statement::Duty(duty, day) => ("duty", duty.to_string(), day),
        Statement::Session(session, day) => ("session", session.to_string(), day),
        Statement::Floating(row) => return format!("{{\"floating\":{row},\"days\":[]}}"),
    };
    format!("{{\"{name}\":{of},\"days\":[{}]}}", days_json(Days::of(&[*day])))
}

fn kind_name(kind: ClashKind) -> &'static str {
    match kind {
        ClashKind::Overlap => "overlap",
        ClashKind::Travel => "travel",
        ClashKind::Rest => "rest",
        ClashKind::Cover => "cover",
        ClashKind::Car => "car",
        ClashKind::Last => "last_way",
    }
}

fn days_json(days: Days) -> String {
    joined(days.iter().map(|day| quote(&day.to_string())))
}

fn joined(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(",")
}
