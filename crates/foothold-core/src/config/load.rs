//! The way in: text -> [`Loaded`], and the members at the top of the file.

use super::embed::sites;
use super::form::form;
use super::issue::{Issue, IssueKind};
use super::language::choose;
use super::program::program;
use super::read::{At, Log, Members};
use super::sessions;
use super::shape::{email, host_of, language, phone, url, zone};
use super::tracks::tracks;
use crate::json::{Value, parse};
use crate::site::{CrisisLine, Reach, Review, Site};
use crate::time::NaiveDate;

/// Whether this is the app, which shows no issues and not every member.
const QUIET: bool = cfg!(feature = "quiet");

/// The format that this program reads.
const VERSION: u16 = 1;

/// Names at the top of the file.
const NAMES: [&str; 25] = [
    "$schema",
    "version",
    "name",
    "demo",
    "phone",
    "email",
    "address",
    "zone",
    "languages",
    "site_url",
    "phone_hours",
    "phone_open",
    "phone_texts",
    "reply_by",
    "crisis_lines",
    "leave_to",
    "checked_on",
    "reviewed",
    "level_names",
    "program",
    "tracks",
    "form",
    "embed",
    "offline",
    "look",
];

/// Kinds of care that a clinic may name otherwise, because states and plans do.
const LEVELS: [&str; 6] = ["early", "weekly", "intensive", "day", "residential", "hospital"];

/// What could be read of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// The clinic, unless the text is no JSON object or names no clinic or no phone.
    pub site: Option<Site>,
    /// What is wrong or good to know, in the order of reading.
    pub issues: Vec<Issue>,
}

/// Sixteen hex digits that change when the file changes (FNV-1a): how a page knows that it was
/// written from an older file. Line ends do not count, because uploads change them.
pub fn fingerprint(text: &str) -> String {
    let sum = text
        .bytes()
        .filter(|byte| *byte != b'\r')
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{sum:016x}")
}

/// Reads the text of a `clinic.json`. Total: any text gives an answer. Whatever of the file is
/// missing from the site is named by an issue.
pub fn load(text: &str) -> Loaded {
    load_in(text, "en")
}

/// The same with the texts of the language with this tag, where the clinic gives them in several.
pub fn load_in(text: &str, lang: &str) -> Loaded {
    let mut log = Log::default();
    let site = read(text, lang, &mut log);
    Loaded { site, issues: log.issues }
}

/// Puts into a site what the app reads of the clinic's file only once a page asks for it: where the form goes, how else
/// and when the clinic is reached, its zone, the first visit. [`load`] has all of it too, and looks at it more closely.
pub fn complete(site: &mut Site, text: &str, lang: &str) {
    let log = &mut Log::default();
    let Some(mut value) = parsed(text, log) else { return };
    choose(&mut value, lang, log);
    let Some(top) = (At { value: &value, path: String::new() }).object(log, &NAMES) else { return };
    let back = top.get("site_url").and_then(|at| site_url(&at, log));
    site.backend = form(top.get("form").as_ref(), back.as_deref(), log);
    site.reach = reach(&top, log);
    site.zone = top.text(log, "zone").unwrap_or_default();
    let program = top.get("program").and_then(|at| at.object(log, &super::program::NAMES));
    site.program.intake =
        program.and_then(|program| program.get("intake")).and_then(|at| super::program::intake(&at, log));
}

fn read(text: &str, lang: &str, log: &mut Log) -> Option<Site> {
    let mut value = parsed(text, log)?;
    choose(&mut value, lang, log);
    site(&value, log)
}

/// The value of a whole file; noted where it is empty or no JSON.
pub(super) fn parsed(text: &str, log: &mut Log) -> Option<Value> {
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        log.error("", IssueKind::EmptyFile);
        return None;
    }
    let syntax =
        |at: crate::json::SyntaxError| IssueKind::Syntax { line: at.line, column: at.column, expected: at.expected };
    parse(text).map_err(|at| log.error("", syntax(at))).ok()
}

fn site(value: &Value, log: &mut Log) -> Option<Site> {
    let top = At { value, path: String::new() }.object(log, &NAMES)?;
    version(&top, log);
    let name = top.need(log, "name").and_then(|at| at.text(log)).map(str::to_owned);
    let demo = top.flag(log, "demo");
    if demo {
        log.note("demo", IssueKind::Demo);
    }
    let phone = top.need(log, "phone").and_then(|at| phone(&at, log));
    let program = program(top.get("program").as_ref(), log);
    #[cfg_attr(not(feature = "quiet"), expect(unused_mut, reason = "a page cannot mix sessions"))]
    let mut tracks = tracks(top.get("tracks").as_ref(), log, &program);
    #[cfg(feature = "quiet")]
    if top.get("program").is_some_and(|program| program.members().get("mix").is_some()) {
        for track in &mut tracks {
            track.incomplete = true;
        }
    }
    // A service may lead back to the page's address; what is wrong with it is said in its own place.
    let back = if QUIET { None } else { top.get("site_url").and_then(|at| site_url(&at, &mut Log::default())) };
    // What only the written pages show is not read by the app, which shows no issues either.
    let written = |name: &str| if QUIET { None } else { top.get(name) };
    // Name and phone are asked for last, so that one look at the issues shows all of them.
    let site = Site {
        demo,
        reach: if QUIET { Reach::default() } else { reach(&top, log) },
        address: if QUIET { Vec::new() } else { lines(&top, log, "address") },
        zone: if QUIET { None } else { top.need(log, "zone").and_then(|at| zone(&at, log)) }.unwrap_or_default(),
        languages: languages(&top, log),
        site_url: written("site_url").and_then(|at| site_url(&at, log)),
        phone_hours: if QUIET { Vec::new() } else { lines(&top, log, "phone_hours") },
        reply_by: top.text(log, "reply_by"),
        crisis_lines: if QUIET { Vec::new() } else { crisis_lines(&top, log) },
        leave_to: written("leave_to").and_then(|at| url(&at, log)).map(str::to_owned),
        program,
        tracks,
        // The app reads it later, see `complete`.
        backend: if QUIET { None } else { form(top.get("form").as_ref(), back.as_deref(), log) },
        checked_on: if QUIET { None } else { checked_on(&top, log) },
        reviewed: if QUIET { Vec::new() } else { reviewed(&top, log) },
        offline: QUIET || top.get("offline").is_none() || top.flag(log, "offline"),
        embed_sites: if QUIET { Vec::new() } else { sites(top.get("embed").as_ref(), log) },
        #[cfg(not(feature = "quiet"))]
        look: super::look::wishes(top.get("look").as_ref(), log),
        level_names: if QUIET { Vec::new() } else { level_names(&top, log) },
        name: name?,
        phone: phone?,
    };
    let addresses = [("form.url", site.backend.as_ref().map(|form| &form.url)), ("site_url", site.site_url.as_ref())];
    for (path, _) in addresses.iter().filter(|(_, url)| !demo && url.is_some_and(|url| is_own_computer(url))) {
        log.warn(path, IssueKind::OwnComputer);
    }
    Some(site)
}

/// Whether an address leads to whichever computer asks for it.
fn is_own_computer(url: &str) -> bool {
    let host = host_of(url).unwrap_or_default();
    host == "localhost" || host == "[::1]" || host.starts_with("127.") || host.ends_with(".localhost")
}

fn version(top: &Members, log: &mut Log) {
    let Some(at) = top.get("version") else {
        log.note("version", IssueKind::Missing);
        return;
    };
    if at.whole(log, 1, u16::MAX).is_some_and(|version| version > VERSION) {
        log.warn(&at.path, IssueKind::NewerVersion { known: VERSION });
    }
}

fn lines(top: &Members, log: &mut Log, name: &str) -> Vec<String> {
    top.get(name).map(|at| at.texts(log)).unwrap_or_default()
}

/// The language tags, each once; English where none can be read.
fn languages(top: &Members, log: &mut Log) -> Vec<String> {
    let mut seen: Vec<(String, String)> = Vec::new();
    for item in top.get("languages").and_then(|at| at.list(log)).unwrap_or_default() {
        let Some(tag) = language(&item, log) else { continue };
        match seen.iter().find(|(earlier, _)| *earlier == tag) {
            Some((_, first)) => log.note(&item.path, IssueKind::Repeats { first: first.clone() }),
            None => seen.push((tag, item.path)),
        }
    }
    if seen.is_empty() { vec!["en".to_owned()] } else { seen.into_iter().map(|(tag, _)| tag).collect() }
}

/// The page's own address, with the slash at its end that relative links need.
fn site_url(at: &At, log: &mut Log) -> Option<String> {
    let text = url(at, log)?;
    if text.contains(['?', '#']) {
        log.error(&at.path, IssueKind::UnreadableUrl);
        return None;
    }
    Some(if text.ends_with('/') { text.to_owned() } else { format!("{text}/") })
}

fn reach(top: &Members, log: &mut Log) -> Reach {
    let items = top.get("phone_open").and_then(|at| at.list(log)).unwrap_or_default();
    Reach {
        email: top.get("email").and_then(|at| email(&at, log)),
        texts: top.flag(log, "phone_texts"),
        open: items.iter().filter_map(|item| sessions::window(item, log)).collect(),
    }
}

fn crisis_lines(top: &Members, log: &mut Log) -> Vec<CrisisLine> {
    let items = top.get("crisis_lines").and_then(|at| at.list(log)).unwrap_or_default();
    items.iter().filter_map(|item| crisis_line(item, log)).collect()
}

fn crisis_line(at: &At, log: &mut Log) -> Option<CrisisLine> {
    let members = at.object(log, &["name", "phone"])?;
    let name = members.need(log, "name").and_then(|at| at.text(log)).map(str::to_owned);
    let phone = members.need(log, "phone").and_then(|at| phone(&at, log));
    if phone.as_ref().is_some_and(|phone| matches!(phone.dial.as_str(), "911" | "988")) {
        log.note(&at.path, IssueKind::AlwaysShown);
        return None;
    }
    Some(CrisisLine { name: name?, phone: phone? })
}

fn checked_on(top: &Members, log: &mut Log) -> Option<NaiveDate> {
    let Some(at) = top.get("checked_on") else {
        log.warn("checked_on", IssueKind::Missing);
        return None;
    };
    at.date(log)
}

fn level_names(top: &Members, log: &mut Log) -> Vec<(String, String)> {
    let Some(members) = top.get("level_names").and_then(|at| at.object(log, &LEVELS)) else { return Vec::new() };
    LEVELS.iter().filter_map(|level| Some(((*level).to_owned(), members.text(log, level)?))).collect()
}

fn reviewed(top: &Members, log: &mut Log) -> Vec<Review> {
    let items = top.get("reviewed").and_then(|at| at.list(log)).unwrap_or_default();
    items.iter().filter_map(|item| review(item, log)).collect()
}

fn review(at: &At, log: &mut Log) -> Option<Review> {
    let members = at.object(log, &["language", "by", "on"])?;
    let lang = members.need(log, "language").and_then(|at| language(&at, log));
    let by = members.need(log, "by").and_then(|at| at.text(log)).map(str::to_owned);
    let on = members.get("on").and_then(|at| at.date(log));
    Some(Review { lang: lang?, by: by?, on })
}

#[cfg(test)]
#[path = "load_tests.rs"]
mod tests;
