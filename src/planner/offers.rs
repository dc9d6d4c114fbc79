//! The offers, best first, each with its verdict in words.

use super::key_of;
use crate::app::State;
use crate::browser;
use crate::components::{mark, markup, paragraphs};
use foothold_core::config::ordinary_week_min;
use foothold_core::plan::Offer;
use foothold_core::site::{Site, Track};
use foothold_core::time::{Days, Span, WEEK};
use foothold_words::reasons::Reasons;
use foothold_words::{Key, Words};

/// How many fit, in one line that stays in view and is read out when it changes.
pub(super) fn count(state: &State) -> String {
    let words = state.words;
    let offers = &state.solved.answer.offers;
    if is_empty(state) {
        // Every offer fits beside nothing: that would be a yes to a question that nobody has asked yet.
        return markup("<p class=\"planner-count planner-empty\">{}</p>", &[words.say(Key::PlanEmptyWeek)]);
    }
    let of_rank = |ranks: [u8; 2]| offers.iter().filter(|o| ranks.contains(&o.verdict.rank())).count();
    let (fit, changed, all) = (of_rank([0, 1]), of_rank([2, 2]), offers.len().to_string());
    let say = |key: Key, n: usize| words.fill(key, &[("n", &n.to_string()), ("all", &all)]);
    let (key, n) = match (fit, changed) {
        (0, 0) => (Key::PlanCountNone, 0),
        (0, 1) => (Key::PlanCountIf1, 1),
        (0, n) => (Key::PlanCountIfN, n),
        (1, _) => (Key::PlanCount1, 1),
        (n, _) => (Key::PlanCountN, n),
    };
    let mut line = say(key, n);
    if fit > 0 && changed > 0 {
        line.push(' ');
        line.push_str(&say(if changed == 1 { Key::PlanCountAlso1 } else { Key::PlanCountAlsoN }, changed));
    }
    markup("<p class=\"planner-count\">{}</p>", &[&line])
}

/// Whether nothing counts yet: no row, or none that could be read.
pub(super) fn is_empty(state: &State) -> bool {
    let household = &state.solved.household;
    household.commitments.is_empty() && household.duties.is_empty()
}

/// What goes before the offers: what clashes in the week itself.
pub(super) fn notes(state: &State) -> String {
    let words = state.words;
    let solved = &state.solved;
    let mut out = String::new();
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
    // Else an offer that does not fit would say that nothing would help.
    debug_assert!(solved.explained);
    let mut cards = Vec::new();
    for offer in &solved.answer.offers {
        if offer.track < site.tracks.len() {
            let said = words.reasons(site, &solved.household, offer);
            let name = name_of(state, site, offer);
            let is_shown = shown.is_some_and(|shown| (shown.track, shown.client) == (offer.track, offer.client));
            cards.push(card(state, site, &name, offer, &said, is_shown));
        }
    }
    cards
}

/// What an offer is called: the track, and, for other people than the first, who it is for.
pub(crate) fn name_of(state: &State, site: &Site, offer: &Offer) -> String {
    let track = site.tracks.get(offer.track).map(|track| track.name.clone()).unwrap_or_default();
    if offer.client == 0 {
        return track;
    }
    let who = state.words.person(&state.solved.household, offer.client);
    state.words.fill(Key::OfferFor, &[("track", &track), ("who", &who)])
}

fn card(state: &State, site: &Site, name: &str, offer: &Offer, said: &Reasons, shown: bool) -> String {
    let words = state.words;
    let Some(track) = site.tracks.get(offer.track) else { return String::new() };
    let (rank, key) = (offer.verdict.rank(), key_of(site, offer));
    // As if everything had been agreed that it asks for.
    let attempt = if rank == 2 && offer.cost.missed == 0 {
        markup(
            " <button type=\"button\" class=\"button-quiet\" id=\"try-{}\" data-do=\"try:{}\" data-rest \
             aria-label=\"{}\">{}</button>",
            &[&key, &key, &words.fill(Key::PlanTryOf, &[("track", name)]), words.say(Key::PlanTry)],
        )
    } else {
        String::new()
    };
    let see = if track.sessions.is_empty() || track.incomplete {
        String::new()
    } else {
        let said = words.say(if shown { Key::PlanInWeek } else { Key::PlanSeeWeek });
        markup(
            "<p><button type=\"button\" class=\"button-quiet\" id=\"see-{}\" data-do=\"see:{}\" \
             aria-pressed=\"{}\">{}<span class=\"hidden\">: {}</span></button>{!}</p>",
            &[&key, &key, if shown { "true" } else { "false" }, said, name, &attempt],
        )
    };
    let ask = if rank < 3 {
        String::new()
    } else {
        let link = "<p><a class=\"link\" href=\"{}\" data-route data-do=\"about:{}\">{}<span class=\"hidden\">: {}</span></a></p>";
        markup(link, &[&browser::page::beside("ask/"), &key, words.say(Key::PlanSend), name])
    };
    let pill = if rank < 2 && is_empty(state) {
        String::new()
    } else {
        let pill = "<span class=\"pill pill-{}\">{!}{}</span>";
        markup(pill, &[&rank.to_string(), &mark(rank), &words.verdict(&offer.verdict)])
    };
    markup(
        "<li class=\"card offer{}\" id=\"offer-{}\"><div class=\"offer-head\"><h3>{}</h3>{!}</div>\
         <p class=\"offer-when\">{}</p>{!}{!}{!}</li>",
        &[
            if shown { " offer-shown" } else { "" },
            &key,
            name,
            &pill,
            &when(words, track, site.program.weeks.1),
            &reasons(words, &key, said),
            &ask,
            &see,
        ],
    )
}

/// The offer's times in one line, with its weekly hours. What follows at once in the same weeks is one time, and days
/// with the same time stand together.
pub(crate) fn when(words: Words, track: &Track, weeks: u16) -> String {
    let mut times: Vec<(Span, Days)> = Vec::new();
    for day in WEEK {
        let mut sessions = track.sessions.iter().filter(|session| session.days.has(day)).peekable();
        while let Some(first) = sessions.next() {
            let mut span = first.span;
            while let Some(next) = sessions.next_if(|next| next.span.from == span.to && next.weeks == first.weeks) {
                span.to = next.span.to;
            }
            match times.iter_mut().find(|(known, _)| *known == span) {
                Some((_, days)) => *days = days.with(day, true),
                None => times.push((span, Days::of(&[day]))),
            }
        }
    }
    let line = |(span, days): &(Span, Days)| {
        words.fill(Key::PlanRowSummary, &[("days", &words.days(*days)), ("span", &words.span(*span))])
    };
    let mut lines: Vec<String> = times.iter().map(line).collect();
    if !lines.is_empty() {
        lines.push(words.fill(Key::WeekHours, &[("hours", &words.hours(ordinary_week_min(track, weeks)))]));
    }
    lines.join("; ")
}

fn reasons(words: Words, key: &str, said: &Reasons) -> String {
    let mut out = list(&said.changes) + &paragraphs(&said.lead) + &paragraphs(&said.costs);
    // What helps stands open; what it comes from is there for who wants to know.
    if let Some((head, changes)) = said.give.split_first() {
        out.push_str(&markup(
            "<details class=\"why\" id=\"give-{}\" open><summary>{}</summary><p>{}</p>{!}</details>",
            &[key, words.say(Key::GiveTitle), head, &list(changes)],
        ));
    }
    if !said.why.is_empty() {
        let details = "<details class=\"why\" id=\"why-{}\"><summary>{}</summary>{!}</details>";
        out.push_str(&markup(details, &[key, words.say(Key::WhyTitle), &list(&said.why)]));
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
        "<details class=\"assumed\" id=\"planner-assumed\"><summary>{}</summary><p>{} {} <span id=\"assumed-cars\"></span></p></details>",
        &[words.say(Key::PlanAssumed), &text, &words.miss_rule(site, Key::PlanMissRule, Key::PlanMissRule0)],
    )
}

#[cfg(test)]
#[path = "offers_tests.rs"]
mod tests;
