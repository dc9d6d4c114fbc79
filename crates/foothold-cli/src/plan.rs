//! `foothold plan`: a clinic's file and a household's file, answered.
//!
//! Output: what the screen says, or the same values as JSON (`plan_json`).

use crate::plan_json::answer_json;
use crate::{COULD_NOT, FOUND_ERRORS, could_not, say};
use foothold_core::config::{Issue, Severity, clock_changes, load, load_household};
use foothold_core::plan::{Budget, alternatives, clients, contradiction, first_visit, solve, solve_mixed, together};
use foothold_core::time::add_days;
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
    let (clinic, mut household) = (load(clinic), load_household(household));
    let (as_typed, zone) = (household.household.clone(), household.zone);
    let taken = clinic.site.as_ref().map(|site| household.settle(site)).unwrap_or_default();
    let mut troubles = errors(terminal::CLINIC_ISSUES, &clinic.issues);
    troubles.extend(errors(terminal::HOUSEHOLD_ISSUES, &household.issues));
    let failed = clinic.issues.iter().chain(&household.issues).any(|issue| issue.severity == Severity::Error);
    let (Some(site), Some(home)) = (&clinic.site, &household.household) else {
        return could_not(&troubles.join("\n"));
    };
    let words = Words::new(Lang::En);
    // Where sessions may be mixed, the offers are sets of them.
    let mut mixed = solve_mixed(site, home, Budget::default());
    for track in mixed.iter_mut().flat_map(|mixed| &mut mixed.site.tracks) {
        track.name = words.set_of(track);
    }
    let answer = mixed.as_ref().map_or_else(|| solve(site, home, Budget::default()), |mixed| mixed.answer.clone());
    let (clinic, site) = (site, mixed.as_ref().map_or(site, |mixed| &mixed.site));
    if json {
        if !troubles.is_empty() {
            let _ = could_not(&troubles.join("\n"));
        }
        let sets = mixed.as_ref().map(|mixed| (clinic, mixed));
        say(&answer_json(site, home, &answer, sets, &taken));
    } else {
        let mut blocks = Vec::new();
        if !troubles.is_empty() {
            blocks.push(troubles.join("\n"));
        }
        blocks.extend(zone.and_then(|zone| words.clock_line(zone, clinic)));
        let changes = words.change_lines(&clock_changes(clinic, home));
        blocks.extend((!changes.is_empty()).then(|| changes.join("\n")));
        blocks.extend(as_typed.and_then(|typed| words.agreed_line(&typed, &taken)));
        let mut own = words.own_lines(home, &answer);
        own.extend(words.undone_lines(home, &answer));
        if !own.is_empty() {
            blocks.push(format!("{}\n{}", terminal::OWN, own.join("\n")));
        }
        if let Some(mixed) = mixed.as_ref().filter(|mixed| mixed.answer.offers.is_empty()) {
            blocks.push(if mixed.proven { words.no_set() } else { words.not_proven() });
        }
        for offer in &answer.offers {
            let mut lines = words.offer_lines(site, home, offer);
            let others = alternatives(site, home, offer, Budget::default());
            lines.extend(words.alternative_lines(site, home, offer, &others));
            lines.extend(words.statement_lines(
                site,
                home,
                offer,
                &contradiction(site, home, offer, Budget::default()),
            ));
            blocks.push(lines.join("\n"));
        }
        if let Some(intake) = &site.program.intake {
            for client in clients(home) {
                // Offers stand in their order, so this is the best one of theirs.
                let Some(offer) = answer.offers.iter().find(|offer| offer.client == client) else { continue };
                let visit = first_visit(site, home, offer, add_days(home.start, -14), Budget::default());
                let said = words.visit(intake, visit);
                let whose = (home.people.len() > 1).then(|| format!("{}: ", words.person(home, client)));
                blocks.push(whose.unwrap_or_default() + &said);
            }
        }
        let all = together(site, home, Budget::default());
        blocks.extend(all.iter().map(|one| words.together_lines(site, home, one).join("\n")));
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
