//! `foothold plan`: a clinic's file and a household's file, answered.
//!
//! Output: what the screen says, or the same values as JSON. Times are minutes after midnight,
//! `row` counts the household's commitments from 1, `session` the sessions of a track from 0.

use crate::{COULD_NOT, FOUND_ERRORS, could_not, say};
use foothold_core::config::{Issue, Severity, load, load_household};
use foothold_core::json::quote;
use foothold_core::plan::{Answer, Budget, Change, ChangeKind, Clash, ClashKind, Offer, OwnClash, Verdict, solve};
use foothold_core::site::Site;
use foothold_core::time::Days;
use foothold_words::{Lang, Words, issues, terminal};
use std::process::ExitCode;

/// Answers the files that the arguments name.
pub fn run(arguments: &[&str]) -> ExitCode {
    let value = |name: &str| arguments.iter().position(|a| *a == name).and_then(|at| arguments.get(at + 1)).copied();
    let known = arguments.iter().filter(|a| ["--clinic", "--household", "--json"].contains(a)).count();
    let json = arguments.contains(&"--json");
    let (Some(clinic), Some(household)) = (value("--clinic"), value("--household")) else {
        return could_not(issues::USAGE);
    };
    if arguments.len() != 4 + usize::from(json) || known != 2 + usize::from(json) {
        return could_not(issues::USAGE);
    }
    let mut texts = Vec::new();
    for path in [clinic, household] {
        match std::fs::read_to_string(path) {
            Ok(text) => texts.push(text),
            Err(error) => return could_not(&issues::unreadable_file(path, &error.to_string())),
        }
    }
    let [clinic, household] = texts.as_slice() else { return ExitCode::from(COULD_NOT) };
    let (clinic, household) = (load(clinic), load_household(household));
    let mut troubles = errors(terminal::CLINIC_ISSUES, &clinic.issues);
    troubles.extend(errors(terminal::HOUSEHOLD_ISSUES, &household.issues));
    let failed = clinic.issues.iter().chain(&household.issues).any(|issue| issue.severity == Severity::Error);
    let (Some(site), Some(home)) = (&clinic.site, &household.household) else {
        return could_not(&troubles.join("\n"));
    };
    let answer = solve(site, home, Budget::default());
    if json {
        if !troubles.is_empty() {
            let _ = could_not(&troubles.join("\n"));
        }
        say(&answer_json(site, &answer));
    } else {
        let words = Words::new(Lang::En);
        let mut blocks = Vec::new();
        if !troubles.is_empty() {
            blocks.push(troubles.join("\n"));
        }
        let own = words.own_lines(home, &answer);
        if !own.is_empty() {
            blocks.push(format!("{}\n{}", terminal::OWN, own.join("\n")));
        }
        blocks.extend(answer.offers.iter().map(|offer| words.offer_lines(site, home, offer).join("\n")));
        say(&blocks.join("\n\n"));
    }
    if failed { ExitCode::from(FOUND_ERRORS) } else { ExitCode::SUCCESS }
}

/// Errors and warnings of one file under its heading; nothing where there are none.
fn errors(heading: &str, found: &[Issue]) -> Vec<String> {
    let of = found.iter().filter(|issue| issue.severity != Severity::Note);
    let mut lines: Vec<String> = of.map(|issue| format!("  {}", issues::issue(issue))).collect();
    if !lines.is_empty() {
        lines.insert(0, heading.to_owned());
    }
    lines
}

fn answer_json(site: &Site, answer: &Answer) -> String {
    let offers = answer.offers.iter().map(|offer| offer_json(site, offer));
    format!(
        "{{\"offers\":[{}],\"own\":[{}],\"nodes\":{}}}",
        joined(offers),
        joined(answer.own.iter().map(own_json)),
        answer.nodes
    )
}

fn offer_json(site: &Site, offer: &Offer) -> String {
    let track = site.tracks.get(offer.track).map(|track| track.id.as_str()).unwrap_or_default();
    let verdict = match offer.verdict {
        Verdict::Fits => "fits",
        Verdict::Tight => "tight",
        Verdict::FitsIf(_) => "fits_if",
        Verdict::DoesNotFit { .. } => "does_not_fit",
        Verdict::AskClinic => "ask",
    };
    let c = offer.cost;
    let cost = format!(
        "{{\"missed\":{},\"work_lost_min\":{},\"parties\":{},\"moved_min\":{},\"travel_min\":{},\"evenings\":{}}}",
        c.missed, c.work_lost_min, c.parties, c.moved_min, c.travel_min, c.evenings
    );
    let slack = offer.slack.map_or_else(|| "null".to_owned(), |slack| slack.min.to_string());
    let give = match &offer.verdict {
        Verdict::DoesNotFit { give: Some(give), .. } => {
            let changes = joined(give.changes.iter().map(change_json));
            format!("{{\"row\":{},\"small\":{},\"changes\":[{changes}]}}", give.row, give.small)
        }
        _ => "null".to_owned(),
    };
    format!(
        "{{\"track\":{},\"verdict\":\"{verdict}\",\"proven\":{},\"sessions\":{},\"cost\":{cost},\"slack_min\":{slack},\
         \"changes\":[{}],\"clashes\":[{}],\"give\":{give}}}",
        quote(track),
        offer.proven,
        offer.sessions,
        joined(offer.verdict.changes().iter().map(change_json)),
        joined(offer.clashes.iter().map(clash_json)),
    )
}

fn change_json(change: &Change) -> String {
    let (kind, amount) = match change.kind {
        ChangeKind::Earlier(min) => ("earlier", format!(",\"min\":{min}")),
        ChangeKind::Later(min) => ("later", format!(",\"min\":{min}")),
        ChangeKind::ArriveLate(min) => ("arrive_late", format!(",\"min\":{min}")),
        ChangeKind::LeaveEarly(min) => ("leave_early", format!(",\"min\":{min}")),
        ChangeKind::StepOut { from, to } => ("step_out", format!(",\"leaves\":{from},\"back\":{to}")),
        ChangeKind::Skip => ("skip", String::new()),
        ChangeKind::Miss(session) => ("miss", format!(",\"session\":{session}")),
    };
    let row = change.row.map_or_else(|| "null".to_owned(), |row| row.to_string());
    format!(
        "{{\"row\":{row},\"kind\":\"{kind}\"{amount},\"days\":[{}],\"from\":{},\"to\":{},\"dates\":{},\"asks\":{}}}",
        days_json(change.days),
        change.span.from,
        change.span.to,
        change.dates,
        change.asks
    )
}

fn clash_json(clash: &Clash) -> String {
    format!(
        "{{\"row\":{},\"session\":{},\"kind\":\"{}\",\"days\":[{}],\"min\":{},\"dates\":{}}}",
        clash.row,
        clash.session,
        kind_name(clash.kind),
        days_json(clash.days),
        clash.min,
        clash.dates
    )
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

fn kind_name(kind: ClashKind) -> &'static str {
    match kind {
        ClashKind::Overlap => "overlap",
        ClashKind::Travel => "travel",
        ClashKind::Rest => "rest",
    }
}

fn days_json(days: Days) -> String {
    joined(days.iter().map(|day| quote(&day.to_string())))
}

fn joined(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(",")
}
