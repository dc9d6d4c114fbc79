//! The offers, best first, each with its verdict in words.

use super::key_of;
use crate::app::State;
use crate::components::{mark, markup, paragraphs};
use foothold_core::config::ordinary_week_min;
use foothold_core::plan::{Offer, Verdict};
use foothold_core::site::{Site, Track};
use foothold_words::reasons::Reasons;
use foothold_words::{Key, Words};

/// How many fit, in one line that stays in view and is read out when it changes.
pub(super) fn count(state: &State) -> String {
    let words = state.words;
    let offers = &state.solved.answer.offers;
    let of_rank = |ranks: [u8; 2]| offers.iter().filter(|o| ranks.contains(&o.verdict.rank())).count();
    let all = offers.len().to_string();
    let mut line = match of_rank([0, 1]) {
        0 => words.say(Key::PlanCountNone).to_owned(),
        1 => words.fill(Key::PlanCount1, &[("all", &all)]),
        n => words.fill(Key::PlanCountN, &[("n", &n.to_string()), ("all", &all)]),
    };
    let more = match of_rank([2, 2]) {
        0 => None,
        1 => Some(words.say(Key::PlanCountAlso1).to_owned()),
        n => Some(words.fill(Key::PlanCountAlsoN, &[("n", &n.to_string())])),
    };
    if let Some(more) = more {
        line.push(' ');
        line.push_str(&more);
    }
    markup("<p class=\"planner-count\">{}</p>", &[&line])
}

/// What goes before the offers: an empty week, and what clashes in the week itself.
pub(super) fn notes(state: &State) -> String {
    let words = state.words;
    let solved = &state.solved;
    let mut out = String::new();
    if solved.household.commitments.is_empty() && solved.household.duties.is_empty() {
        out.push_str(&markup("<p class=\"planner-empty\">{}</p>", &[words.say(Key::PlanEmptyWeek)]));
    }
    let home = &solved.household;
    let own = solved.answer.own.iter().map(|clash| words.own_clash(home, clash)).collect();
    let undone = solved.answer.undone.iter().map(|one| words.undone(home, one)).collect();
    let said: [(Key, Vec<String>); 2] = [(Key::PlanOwnTitle, own), (Key::PlanUndoneTitle, undone)];
    for (title, lines) in said.iter().filter(|(_, lines)| !lines.is_empty()) {
        let text = "<div class=\"card own-clash\"><h3>{}</h3>{!}</div>";
        out.push_str(&markup(text, &[words.say(*title), &paragraphs(lines)]));
    }
    out
}

/// A card per offer.
pub(super) fn cards(state: &State, site: &Site, shown: Option<&Offer>) -> Vec<String> {
    let (words, solved) = (state.words, &state.solved);
    let mut cards = Vec::new();
    for offer in &solved.answer.offers {
        if let Some(track) = site.tracks.get(offer.track) {
            let said = words.reasons(site, &solved.household, offer);
            let name = if offer.client == 0 {
                track.name.clone()
            } else {
                let who = words.person(&solved.household, offer.client);
                words.fill(Key::OfferFor, &[("track", &track.name), ("who", &who)])
            };
            let is_shown = shown.is_some_and(|shown| (shown.track, shown.client) == (offer.track, offer.client));
            cards.push(card(words, site, &name, offer, &said, is_shown));
        }
    }
    cards
}

fn card(words: Words, site: &Site, name: &str, offer: &Offer, said: &Reasons, shown: bool) -> String {
    let Some(track) = site.tracks.get(offer.track) else { return String::new() };
    let (rank, key) = (offer.verdict.rank(), key_of(site, offer));
    let see = if track.sessions.is_empty() || track.incomplete {
        String::new()
    } else {
        markup(
            "<p><button type=\"button\" class=\"button-quiet\" id=\"see-{}\" data-do=\"see:{}\" aria-label=\"{}\" \
             aria-pressed=\"{}\">{}</button></p>",
            &[
                &key,
                &key,
                &words.fill(Key::PlanSeeWeekOf, &[("track", name)]),
                if shown { "true" } else { "false" },
                words.say(if shown { Key::PlanInWeek } else { Key::PlanSeeWeek }),
            ],
        )
    };
    markup(
        "<li class=\"card offer{}\" id=\"offer-{}\"><div class=\"offer-head\"><h3>{}</h3>\
         <span class=\"pill pill-{}\">{!}{}</span></div><p class=\"offer-when\">{}</p>{!}{!}</li>",
        &[
            if shown { " offer-shown" } else { "" },
            &key,
            name,
            &rank.to_string(),
            &mark(rank),
            &words.verdict(&offer.verdict),
            &when(words, track, site.program.weeks.1),
            &reasons(words, &key, offer, said),
            &see,
        ],
    )
}

/// The offer's times in one line, with its weekly hours.
fn when(words: Words, track: &Track, weeks: u16) -> String {
    let mut lines: Vec<String> = Vec::new();
    for session in &track.sessions {
        let line = words
            .fill(Key::PlanRowSummary, &[("days", &words.days(session.days)), ("span", &words.span(session.span))]);
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    if !lines.is_empty() {
        lines.push(words.fill(Key::WeekHours, &[("hours", &words.hours(ordinary_week_min(track, weeks)))]));
    }
    lines.join("; ")
}

fn reasons(words: Words, key: &str, offer: &Offer, said: &Reasons) -> String {
    let mut out = list(&said.changes) + &paragraphs(&said.lead) + &paragraphs(&said.costs);
    if !said.why.is_empty() {
        let open = matches!(offer.verdict, Verdict::DoesNotFit { .. });
        let template = if open {
            "<details class=\"why\" id=\"why-{}\" open><summary>{}</summary>{!}</details>"
        } else {
            "<details class=\"why\" id=\"why-{}\"><summary>{}</summary>{!}</details>"
        };
        out.push_str(&markup(template, &[key, words.say(Key::WhyTitle), &list(&said.why)]));
    }
    if let Some((head, changes)) = said.give.split_first() {
        out.push_str(&markup(
            "<details class=\"why\" id=\"give-{}\"><summary>{}</summary><p>{}</p>{!}</details>",
            &[key, words.say(Key::GiveTitle), head, &list(changes)],
        ));
    }
    if let Some(next) = &said.next {
        out.push_str(&markup("<p class=\"offer-next\">{}</p>", &[next]));
    }
    out
}

fn list(lines: &[String]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let items: String = lines.iter().map(|line| markup("<li>{}</li>", &[line])).collect();
    markup("<ul class=\"changes\">{!}</ul>", &[&items])
}

/// What the answers take for granted.
pub(super) fn assumed(state: &State, site: &Site) -> String {
    let words = state.words;
    let start = state.solved.household.start;
    let weeks = site.program.weeks.1.to_string();
    let buffer = words.length(site.program.arrival_buffer_min);
    let key = if site.program.arrival_buffer_min > 0 { Key::PlanAssumedText } else { Key::PlanAssumedNone };
    let values = [("start", words.date_long(start)), ("weeks", weeks), ("buffer", buffer)];
    let text = words.fill(key, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
    markup(
        "<details class=\"assumed\" id=\"planner-assumed\"><summary>{}</summary><p>{} {}</p></details>",
        &[words.say(Key::PlanAssumed), &text, &words.miss_rule(site, Key::PlanMissRule, Key::PlanMissRule0)],
    )
}
