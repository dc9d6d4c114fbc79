//! Texts with a shape of their own: phone numbers, web and mail addresses, time zones, languages.
//!
//! Each reader takes a cursor and gives the checked value, or `None` and an issue.

use super::issue::{IssueKind, Shape};
use super::read::{At, Log, shortened};
use super::suggest::nearest;
use crate::json::Value;
use crate::site::Phone;

/// Zones of the United States and those next to it that clinics name: for suggestions, never as a limit.
const ZONES: [&str; 24] = [
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "America/Phoenix",
    "America/Anchorage",
    "Pacific/Honolulu",
    "America/Detroit",
    "America/Boise",
    "America/Indiana/Indianapolis",
    "America/Kentucky/Louisville",
    "America/Menominee",
    "America/Juneau",
    "America/Nome",
    "America/Adak",
    "America/Puerto_Rico",
    "America/Toronto",
    "America/Halifax",
    "America/Winnipeg",
    "America/Regina",
    "America/Edmonton",
    "America/Vancouver",
    "Pacific/Guam",
    "Etc/UTC",
];

/// What people call those zones, to suggest the name that computers know.
const ZONE_NICKNAMES: [(&str, &str); 12] = [
    ("eastern", "America/New_York"),
    ("et", "America/New_York"),
    ("est", "America/New_York"),
    ("edt", "America/New_York"),
    ("central", "America/Chicago"),
    ("ct", "America/Chicago"),
    ("cst", "America/Chicago"),
    ("cdt", "America/Chicago"),
    ("mountain", "America/Denver"),
    ("mst", "America/Denver"),
    ("pacific", "America/Los_Angeles"),
    ("pst", "America/Los_Angeles"),
];

/// A phone: a text, or an object with the number as shown and as dialled.
pub(super) fn phone(at: &At, log: &mut Log) -> Option<Phone> {
    match at.value {
        Value::Text(_) => {
            let shown = at.text(log)?;
            let Some(dial) = dial_of(shown) else { return unreadable_phone(at, log, shown) };
            Some(Phone { shown: shown.to_owned(), dial })
        }
        Value::Object(_) => phone_pair(at, log),
        _ => at.wrong_type(log, &[Shape::Text, Shape::Object]),
    }
}

fn phone_pair(at: &At, log: &mut Log) -> Option<Phone> {
    let members = at.object(log, &["shown", "dial"])?;
    let shown = members.text(log, "shown");
    let Some(dial_at) = members.get("dial") else {
        if members.get("shown").is_none() {
            members.need(log, "shown");
        }
        let shown = shown?;
        let Some(dial) = dial_of(&shown) else { return unreadable_phone(at, log, &shown) };
        return Some(Phone { shown, dial });
    };
    let typed = dial_at.text(log)?;
    let Some(dial) = dial_with_extension(typed) else {
        return unreadable_phone(&dial_at, log, typed);
    };
    let shown = shown.unwrap_or_else(|| typed.to_owned());
    let number = dial.split(',').next().unwrap_or_default();
    if dial_of(&shown).is_some_and(|from_shown| from_shown != number) {
        log.warn(&at.path, IssueKind::PhonesDiffer { shown: shortened(&shown), dial: dial.clone() });
    }
    Some(Phone { shown, dial })
}

fn unreadable_phone<T>(at: &At, log: &mut Log, text: &str) -> Option<T> {
    log.error(&at.path, IssueKind::UnreadablePhone { text: shortened(text) });
    None
}

/// "+13125550134" from "(312) 555-0134"; short numbers such as 211 stay as they are.
fn dial_of(text: &str) -> Option<String> {
    let international = text.starts_with('+');
    let mut digits = String::new();
    for c in text.strip_prefix('+').unwrap_or(text).chars() {
        match c {
            '0'..='9' => digits.push(c),
            ' ' | '-' | '.' | '(' | ')' | '/' | '\u{a0}' | '\u{2010}'..='\u{2013}' => {}
            _ => return None,
        }
    }
    match (international, digits.len()) {
        (true, 8..=15) => Some(format!("+{digits}")),
        (false, 10) if !digits.starts_with(['0', '1']) => Some(format!("+1{digits}")),
        (false, 11) if digits.starts_with('1') => Some(format!("+{digits}")),
        (false, 3..=6) => Some(digits),
        _ => None,
    }
}

fn dial_with_extension(text: &str) -> Option<String> {
    let Some((number, extension)) = text.split_once(',') else { return dial_of(text) };
    let extension = extension.trim();
    let fine = !extension.is_empty() && extension.bytes().all(|b| b.is_ascii_digit());
    if fine { Some(format!("{},{extension}", dial_of(number)?)) } else { None }
}

/// A web address with `https:` or `http:`. Names and passwords in it are refused, as browsers do.
pub(super) fn url<'a>(at: &At<'a>, log: &mut Log) -> Option<&'a str> {
    let text = at.text(log)?;
    if host_of(text).is_none() {
        log.error(&at.path, IssueKind::UnreadableUrl);
        return None;
    }
    Some(text)
}

/// Where a form may go: [`secure_url`], or a path of the page's own site, such as `/contact.php`.
pub(super) fn form_url<'a>(at: &At<'a>, log: &mut Log) -> Option<&'a str> {
    let text = at.value.as_text().unwrap_or_default().trim();
    let odd = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\\' | '<' | '>' | '"');
    let own = text.starts_with('/') && !text.starts_with("//") && !text.contains(odd);
    if own { at.text(log) } else { secure_url(at, log) }
}

/// A web address that nobody on the way can read: `https:`, or the machine's own.
fn secure_url<'a>(at: &At<'a>, log: &mut Log) -> Option<&'a str> {
    let text = url(at, log)?;
    let own = matches!(host_of(text), Some("127.0.0.1" | "localhost" | "[::1]"));
    if !own && scheme_less(text, "https://").is_none() {
        log.error(&at.path, IssueKind::InsecureUrl);
        return None;
    }
    Some(text)
}

fn scheme_less<'a>(text: &'a str, scheme: &str) -> Option<&'a str> {
    let head = text.get(..scheme.len())?;
    if head.eq_ignore_ascii_case(scheme) { text.get(scheme.len()..) } else { None }
}

/// The host of a web address, without its port.
pub(super) fn host_of(text: &str) -> Option<&str> {
    let rest = scheme_less(text, "https://").or_else(|| scheme_less(text, "http://"))?;
    if text.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '\\' | '<' | '>' | '"')) {
        return None;
    }
    let authority = rest.split(['/', '?', '#']).next()?;
    let (host, port) = match authority.strip_prefix('[') {
        Some(_) => authority.split_at_checked(authority.find(']')? + 1)?,
        None => authority.split_at_checked(authority.find(':').unwrap_or(authority.len()))?,
    };
    let port_fine = port.is_empty() || port.strip_prefix(':').is_some_and(|p| p.parse::<u16>().is_ok());
    let host_fine = !host.is_empty() && !host.contains('@') && !host.starts_with('.');
    if port_fine && host_fine && !authority.contains('@') { Some(host) } else { None }
}

/// A mail address: one `@`, and a dot in what follows it.
pub(super) fn email(at: &At, log: &mut Log) -> Option<String> {
    let text = at.text(log)?;
    let odd =
        |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | ',' | ';' | ':' | '?' | '&');
    let domain_fine = |domain: &str| {
        domain.contains('.') && !domain.contains('@') && !domain.starts_with('.') && !domain.ends_with('.')
    };
    let fine = text.split_once('@').is_some_and(|(name, domain)| !name.is_empty() && domain_fine(domain));
    if !fine || text.contains(odd) {
        log.error(&at.path, IssueKind::UnreadableEmail { text: shortened(text) });
        return None;
    }
    Some(text.to_owned())
}

/// The names of the time zone database, version 2026f, which is in the public domain.
#[cfg(not(feature = "quiet"))]
const ALL_ZONES: &str = include_str!("zones.txt");

/// Whether a zone of that name is known; visitors' browsers need not know.
fn is_known(zone: &str) -> bool {
    #[cfg(not(feature = "quiet"))]
    return zone == "UTC" || ALL_ZONES.lines().any(|known| known == zone);
    #[cfg(feature = "quiet")]
    return !zone.is_empty();
}

/// The name of a time zone, as computers know it. One of that shape that is not known is kept, for it may be newer than the list.
pub(super) fn zone(at: &At, log: &mut Log) -> Option<String> {
    let text = at.text(log)?;
    let lower = text.to_ascii_lowercase();
    let first_word = lower.split([' ', '/']).next().unwrap_or_default();
    let nickname = ZONE_NICKNAMES.iter().find(|(nickname, _)| *nickname == first_word).map(|(_, zone)| *zone);
    let near = nearest(text, &ZONES);
    let part_fine = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_uppercase())
            && part.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '+'))
    };
    if ZONES.contains(&text) {
        return Some(text.to_owned());
    }
    let shape_fine = (2..=3).contains(&text.split('/').count()) && text.split('/').all(part_fine);
    let kind = IssueKind::UnreadableZone { text: shortened(text), nearest: near.or(nickname) };
    if !shape_fine && text != "UTC" {
        log.error(&at.path, kind);
        return None;
    }
    if !is_known(text) {
        log.warn(&at.path, kind);
    }
    Some(text.to_owned())
}

/// A language tag such as "en" or "pt-BR".
pub(super) fn language(at: &At, log: &mut Log) -> Option<String> {
    let text = at.text(log)?;
    let mut parts = text.split('-');
    let first_fine =
        parts.next().is_some_and(|p| (2..=3).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_lowercase()));
    if !first_fine || !parts.all(|p| (2..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric())) {
        log.error(&at.path, IssueKind::UnreadableLanguage { text: shortened(text) });
        return None;
    }
    Some(text.to_owned())
}
