//! What is wrong with a clinic's file, as sentences for the person who keeps it, in English.
//!
//! Input: the issues and the site of [`foothold_core::config::load`]. Output: one line each, with
//! the place, what is wrong and how to mend it. Visitors never see these.

use crate::{look, services};
use foothold_core::config::{Issue, IssueKind, Loaded, Severity, Shape, ordinary_week_min};
use foothold_core::json::Expected;
use foothold_core::site::{Site, Track};

/// How to use the `foothold` command.
pub const USAGE: &str = "\
Usage:
  foothold check FILE   Read a clinic.json, say what is wrong with it and how to mend it.
  foothold send-test FILE
                        Send a marked test message as the form would and say what came of it; to
                        this machine only, for other addresses as a command for curl.
  foothold schema [household]
                        Print the JSON Schema of clinic.json, or of a household's file.
  foothold plan --clinic FILE --household FILE [--json]
                        Say which offers of the clinic fit the household, and what would have to change.
  foothold bring FILE --from DATE --to DATE [--zone ZONE] [--json]
                        Say what a calendar file (.ics) holds from one date to another, by the clock of
                        that zone, or of America/New_York; with --json as a household's file.
  foothold remake FOLDER FILE [--out OTHER]
                        Write everything in the finished folder of a site again that follows from
                        its clinic.json, with that file as the new one; with --out into another
                        folder, to be uploaded over the old one.
  foothold help         Print this.

Ends with 0 if there are no errors, 1 if a file has some (what can be read is still checked or
planned), 2 if the command or a file could not be read.";

/// The issue as one line: where, what, and how to mend it.
pub fn issue(issue: &Issue) -> String {
    let sentence = sentence(issue);
    if issue.path.is_empty() { sentence } else { format!("{}: {sentence}", issue.path) }
}

/// The heading over the issues of one severity.
pub fn heading(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Errors: not shown, or assumed, until mended",
        Severity::Warning => "Warnings: shown, but probably not what was meant",
        Severity::Note => "Notes: nothing is wrong",
    }
}

/// What is wrong, the worst first, each kind under its heading.
pub fn grouped(issues: &[Issue]) -> Vec<(&'static str, Vec<String>)> {
    let of = |severity: Severity| {
        let lines = issues.iter().filter(|found| found.severity == severity).map(issue).collect();
        (heading(severity), lines)
    };
    let all = [Severity::Error, Severity::Warning, Severity::Note].map(of);
    all.into_iter().filter(|(_, lines): &(_, Vec<String>)| !lines.is_empty()).collect()
}

/// What is said about a whole file: what is wrong, then what visitors will see, then the numbers.
pub fn report(loaded: &Loaded) -> String {
    let block = |(heading, lines): (&str, Vec<String>)| format!("{heading}\n  {}", lines.join("\n  "));
    let mut blocks: Vec<String> = grouped(&loaded.issues).into_iter().map(block).collect();
    blocks.push(preview(loaded.site.as_ref()).join("\n"));
    blocks.push(tally(&loaded.issues));
    blocks.join("\n\n")
}

/// The last line of a check.
pub fn tally(issues: &[Issue]) -> String {
    let count = |severity| issues.iter().filter(|issue| issue.severity == severity).count();
    let (errors, warnings, notes) = (count(Severity::Error), count(Severity::Warning), count(Severity::Note));
    format!(
        "{}, {}, {}.",
        counted(errors, "error", "errors"),
        counted(warnings, "warning", "warnings"),
        counted(notes, "note", "notes")
    )
}

/// What visitors will see, a line each; one line if there is nothing to see.
pub fn preview(site: Option<&Site>) -> Vec<String> {
    let Some(site) = site else {
        return vec!["Visitors will see no page: the file needs at least a name and a phone.".to_owned()];
    };
    let (least, most) = site.program.weeks;
    let weeks = if least == most { format!("{most} weeks") } else { format!("{least} to {most} weeks") };
    let tracks = counted(site.tracks.len(), "track", "tracks");
    let mut lines = vec![format!("Visitors will see: {}, {}, {tracks} over {weeks}.", site.name, site.phone.shown)];
    lines.extend(site.tracks.iter().map(|track| track_line(track, most)));
    lines.push(match &site.backend {
        Some(_) => "Contact form: on.".to_owned(),
        None => "Contact form: off; visitors see phone and mail.".to_owned(),
    });
    lines
}

/// The command was not understood.
pub fn unknown_command(command: &str) -> String {
    format!("There is no command “{command}”.")
}

/// The file could not be read from the disk; the reason is the system's.
pub fn unreadable_file(path: &str, reason: &str) -> String {
    format!("{path} could not be read: {reason}. Check the name and where the file is.")
}

fn track_line(track: &Track, program_weeks: u16) -> String {
    if track.sessions.is_empty() {
        return format!("  {} ({}): times not published, visitors are told to ask.", track.name, track.id);
    }
    let hours = hours(ordinary_week_min(track, program_weeks));
    let arranged =
        if track.arranged.is_some() || !track.floating().is_empty() { ", and hours by arrangement" } else { "" };
    format!("  {} ({}): {hours} a week{arranged}.", track.name, track.id)
}

fn sentence(issue: &Issue) -> String {
    match &issue.kind {
        IssueKind::EmptyFile => "The file is empty. Start from the clinic.json that comes with Foothold.".to_owned(),
        IssueKind::Syntax { line, column, expected } => {
            format!("Line {line}, character {column}: {} Nothing after it can be read.", syntax(*expected))
        }
        IssueKind::Missing => missing(&issue.path),
        IssueKind::WrongType { expected, found } => {
            let wanted = expected.iter().map(|shape| shape_name(*shape)).collect::<Vec<_>>().join(" or ");
            format!("this is {}, but it must be {wanted}.", shape_name(*found))
        }
        IssueKind::Empty => "there is nothing in it. Fill it in or take the whole line out.".to_owned(),
        IssueKind::UnknownName { name, nearest: Some(nearest) } => {
            format!("“{name}” is not a name that Foothold knows, so it is passed over. Did you mean “{nearest}”?")
        }
        IssueKind::UnknownName { name, nearest: None } => {
            format!("“{name}” is not a name that Foothold knows, so it is passed over. Take it out.")
        }
        IssueKind::RepeatedName { name } => {
            format!("“{name}” stands here twice and only the last one counts. Take the other out.")
        }
        IssueKind::UnknownValue { found, allowed, nearest } => unknown_value(found.as_deref(), allowed, *nearest),
        IssueKind::UnknownId { id } => {
            format!("“{id}” is no id that may stand here. Use one that this file gives to a person or a place.")
        }
        IssueKind::OutOfRange { value, least, most } => {
            format!("{value} is out of bounds. Write a number from {least} to {most}.")
        }
        IssueKind::NotWhole => "this must be a whole number. Leave out the fraction.".to_owned(),
        IssueKind::NotAPair => "this must be two numbers, first and last. Write it like [200, 299].".to_owned(),
        kind @ (IssueKind::UnreadableId { .. }
        | IssueKind::NameTaken
        | IssueKind::TooMuch { .. }
        | IssueKind::NeverMatches
        | IssueKind::OpaqueNeedsPlainPost
        | IssueKind::FixedHidden
        | IssueKind::OtherHost { .. }
        | IssueKind::Captcha
        | IssueKind::CaptchaStops { .. }
        | IssueKind::HeldByOthers { .. }
        | IssueKind::NeverSeen { .. }
        | IssueKind::NamesGuessed { .. }) => services::sentence(kind),
        IssueKind::FormOff => {
            "the contact form is off because of what is named above; visitors see phone and mail. Mend it to turn the form on.".to_owned()
        }
        IssueKind::NewerVersion { known } => format!(
            "this file is for a newer Foothold; some of it may be passed over. Update Foothold, or write {known}."
        ),
        IssueKind::Demo => {
            "every page says that this clinic is invented. Take this line out for a real clinic.".to_owned()
        }
        IssueKind::OwnComputer => {
            "this leads every visitor to their own computer, where nobody answers. Write the address that your server has.".to_owned()
        }
        IssueKind::NotInLanguage { lang } => format!(
            "this text is not there for pages in “{lang}”; they show the first one. Add it, so that nobody meets two languages on a page."
        ),
        IssueKind::ColourAdjusted(adjusted) => look::adjusted(adjusted),
        IssueKind::OtherScheme { dark, used } => look::other(*dark, *used),
        IssueKind::AlwaysShown => {
            "911 and 988 are on every page and cannot be removed or replaced. This line can go.".to_owned()
        }
        IssueKind::NotThen { date: Some(date) } => format!("there is none of it on {date}. Take that date out, or check the id."),
        IssueKind::NotThen { date: None } => "there is none of it on any of these dates. Check the dates and the id.".to_owned(),
        IssueKind::ClocksApart => {
            "by the clinic's clock this is another time on some dates of the program, and cannot be said. Write the file by the clinic's clock, or take it out.".to_owned()
        }
        IssueKind::NoHandover => {
            "the duty is not handed over then. It needs \"handover\": true, two people who may do it, and a time before it ends.".to_owned()
        }
        IssueKind::Repeats { first } => format!("this is the same as {first} and counts once. Take one of them out."),
        kind @ (IssueKind::UnreadableTime { .. }
        | IssueKind::UnreadableDate { .. }
        | IssueKind::UnreadablePhone { .. }
        | IssueKind::UnreadableEmail { .. }
        | IssueKind::UnreadableLanguage { .. }
        | IssueKind::UnreadableZone { .. }
        | IssueKind::UnreadableUrl
        | IssueKind::InsecureUrl
        | IssueKind::NoSite { .. }
        | IssueKind::UnreadableColour { .. }
        | IssueKind::UnreadableFont { .. }
        | IssueKind::PhonesDiffer { .. }) => unreadable(kind),
        kind @ (IssueKind::EmptySpan { .. }
        | IssueKind::HalfOfDayAssumed { .. }
        | IssueKind::PastMidnight
        | IssueKind::LongSession { .. }
        | IssueKind::Overlap { .. }
        | IssueKind::Reversed { .. }
        | IssueKind::WeeksAssumed { .. }
        | IssueKind::DuplicateId { .. }
        | IssueKind::IdAssumed { .. }
        | IssueKind::TimesUnknown
        | IssueKind::AskedOnPages
        | IssueKind::StatedHoursDiffer { .. }
        | IssueKind::OutsideProgramHours { .. }
        | IssueKind::ArrangedNotCounted { .. }) => timetable(kind),
    }
}

/// Issues about single texts that could not be read.
fn unreadable(kind: &IssueKind) -> String {
    match kind {
        IssueKind::UnreadableTime { text } => format!("“{text}” is not a time. Write it like 6pm or 18:00."),
        IssueKind::UnreadableDate { text } => {
            format!("“{text}” is not a date, or no such day exists. Write it like 2026-11-26.")
        }
        IssueKind::UnreadablePhone { text } => format!(
            "“{text}” is not a number that a telephone can dial. Write it like (312) 555-0134; for letters or an extension \
             write {{ \"shown\": \"...\", \"dial\": \"+13125550134\" }}."
        ),
        IssueKind::UnreadableEmail { text } => {
            format!("“{text}” is not a mail address. Write it like hello@clinic.example.")
        }
        IssueKind::UnreadableLanguage { text } => {
            format!("“{text}” is not a language tag. Write it like en or es.")
        }
        IssueKind::UnreadableZone { text, nearest: Some(nearest) } => {
            format!("“{text}” does not look like the full name of a time zone. Did you mean “{nearest}”?")
        }
        IssueKind::UnreadableZone { text, nearest: None } => {
            format!("“{text}” is not the full name of a time zone. Write it like America/Chicago.")
        }
        IssueKind::UnreadableUrl => {
            "this is not a web address. Write it whole, like https://www.clinic.example/, without a user name in it."
                .to_owned()
        }
        IssueKind::InsecureUrl => {
            "this address would send what people write unencrypted. Write one that starts with https://.".to_owned()
        }
        IssueKind::UnreadableColour { text } => {
            format!("“{text}” is not a colour as it must stand here. Write it like #7a1f5c.")
        }
        IssueKind::UnreadableFont { text } => format!(
            "“{text}” is not a list of fonts that can be used. Write the names of up to 6 fonts of letters that devices have, in \
             plain letters, like Avenir Next, Verdana, sans-serif."
        ),
        IssueKind::NoSite { text } => format!(
            "“{text}” is not the address of a site that may show your pages. Write https:// and its name and nothing after it, \
             like https://www.clinic.example."
        ),
        IssueKind::PhonesDiffer { shown, dial } => {
            format!("visitors read {shown} but their phone dials {dial}. Make them the same number.")
        }
        _ => String::new(),
    }
}

/// Issues about the timetable and its hours.
fn timetable(kind: &IssueKind) -> String {
    match kind {
        IssueKind::EmptySpan { from, to } => {
            format!("“{from}” to “{to}” has no length. Write when it starts and when it ends, like 6pm and 9pm.")
        }
        IssueKind::HalfOfDayAssumed { from, to } => format!(
            "read as {} to {}, because neither time says am or pm. Write it like 6pm or 18:00.",
            clock(*from),
            clock(*to)
        ),
        IssueKind::PastMidnight => "this ends on the next day. If it does not, check am and pm.".to_owned(),
        IssueKind::LongSession { minutes } => format!(
            "this session is {} long. If start and end are exchanged, or am and pm, put them right.",
            hours(*minutes)
        ),
        IssueKind::Overlap { other } => format!(
            "this is at the same time as {other}, and one person cannot be in both. If people choose, make two tracks; \
             if it is for parents, say so in “about”."
        ),
        IssueKind::Reversed { first, last } => {
            format!("{first} comes before {last} here; read as {last} to {first}. Write the smaller number first.")
        }
        IssueKind::WeeksAssumed { assumed } => format!(
            "how many weeks the program takes is not said, so {assumed} are assumed. Write \"weeks\": 12 or \
             \"weeks\": {{ \"least\": 8, \"most\": 12 }}."
        ),
        IssueKind::DuplicateId { id, first, assumed } => format!(
            "“{id}” is already the id of {first}, so this track is called “{assumed}” in links. Give it an id of its own."
        ),
        IssueKind::IdAssumed { id } => format!(
            "links need a short id of small letters, digits and hyphens; “{id}” is used. Write \"id\": \"{id}\" so that \
             links stay when the name changes."
        ),
        IssueKind::TimesUnknown => {
            "no times are given, so visitors are told to ask. Add sessions as soon as they are fixed.".to_owned()
        }
        IssueKind::AskedOnPages => {
            "`foothold plan` works these times out. The pages cannot do that yet, so visitors are told to \
                                    ask the clinic about this one. Leave it out for an answer without them."
                .to_owned()
        }
        IssueKind::StatedHoursDiffer { stated_min, computed_min } => format!(
            "{} a week are stated, but the sessions add up to {}. Visitors see both; put right whichever is wrong.",
            hours(*stated_min),
            hours(*computed_min)
        ),
        IssueKind::OutsideProgramHours { computed_min, least_h, most_h } => format!(
            "the sessions add up to {} a week, outside the {least_h} to {most_h} hours of the program. Check the sessions, \
             or “weekly_hours” in “program”, or say in “arranged” what comes on top.",
            hours(*computed_min)
        ),
        IssueKind::ArrangedNotCounted { computed_min } => format!(
            "arranged hours are not counted in the {} a week that the sessions add up to. Nothing to do.",
            hours(*computed_min)
        ),
        _ => String::new(),
    }
}

fn missing(path: &str) -> String {
    let how = match path.rsplit('.').next().unwrap_or(path) {
        "version" => "Write \"version\": 1, so that a later Foothold knows how to read this file.",
        "name" => "Write the name that visitors know.",
        "phone" => "Write it like \"phone\": \"(312) 555-0134\".",
        "zone" => "Write it like \"zone\": \"America/Chicago\".",
        "checked_on" => {
            "Write the date on which somebody last checked these facts, like \"checked_on\": \"2026-11-20\"."
        }
        "tracks" => "Without it visitors see no timetable. Write a list of tracks with their sessions.",
        "start" => "Write the first day of the program, like \"start\": \"2026-11-30\".",
        "starts" => "Write a date on which a cycle begins, like \"2026-11-30\".",
        "shifts" => "Write the times of each letter, like { \"D\": \"7am-7pm\" }.",
        "kind" if path.starts_with("commitments") => "Write work, school, care, appointment, rest or other.",
        "kind" => "Write group, individual, workshop, family or other.",
        "days" => "Write them like [\"Mon\", \"Thu\"].",
        "from" | "to" => "Write it like 6pm or 18:00.",
        "least" | "most" => "Write both, like { \"least\": 8, \"most\": 12 }.",
        "url" => "Write the address that receives the form, starting with https://.",
        "encoding" => "Write json, urlencoded, multipart or text-json, or name a service.",
        "service" => "Write which service the id, key, portal or host belongs to, such as formspree.",
        "id" => "Write what the service calls your form; docs/BACKENDS.md says where to find it.",
        "key" => "Write the public key that the service gave you.",
        "portal" => "Write the number of your HubSpot portal.",
        "host" => "Write the address of your WordPress, starting with https://.",
        "site_url" => "The form's service needs an address to lead back to. Write the public address of this page.",
        _ => "Fill it in.",
    };
    format!("this is missing. {how}")
}

fn unknown_value(found: Option<&str>, allowed: &[&str], nearest: Option<&str>) -> String {
    let what = found.map_or_else(|| "this value".to_owned(), |found| format!("“{found}”"));
    let meant = nearest.map(|nearest| format!(" Did you mean “{nearest}”?")).unwrap_or_default();
    format!("{what} is not one of {}.{meant}", allowed.join(", "))
}

fn syntax(expected: Expected) -> &'static str {
    match expected {
        Expected::Value => {
            "a value must stand here: a text in double quotes, a number, true, false, a list or an object. Often a comma too many stands before."
        }
        Expected::Name => "a name in double quotes must stand here. Often a comma too many stands before.",
        Expected::Colon => "a colon must stand here, between the name and its value.",
        Expected::CommaOrEnd => "a comma is missing here, or the closing bracket.",
        Expected::StringEnd => {
            "the text before this has no closing double quote, or a backslash that means nothing. Put \\ before each \" and \\ inside a text."
        }
        Expected::End => "the file should end here. Take out what follows, or a bracket that closes too early.",
        Expected::LessDepth => "too many brackets are open here. Close them.",
    }
}

fn shape_name(shape: Shape) -> &'static str {
    match shape {
        Shape::Object => "an object in braces, { ... }",
        Shape::List => "a list in brackets, [ ... ]",
        Shape::Text => "a text in double quotes",
        Shape::Number => "a number without quotes",
        Shape::Flag => "true or false",
        Shape::Null => "null",
    }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    match count {
        0 => format!("no {many}"),
        1 => format!("1 {one}"),
        n => format!("{n} {many}"),
    }
}

/// "9 hours", "13.5 hours", "1 hour", "45 minutes".
fn hours(minutes: i32) -> String {
    if minutes < 60 {
        return format!("{minutes} minutes");
    }
    let hundredths = (minutes % 60 * 100 + 30) / 60;
    match (minutes / 60, hundredths) {
        (1, 0) => "1 hour".to_owned(),
        (whole, 0) => format!("{whole} hours"),
        (whole, part) if part % 10 == 0 => format!("{whole}.{} hours", part / 10),
        (whole, part) => format!("{whole}.{part:02} hours"),
    }
}

/// "6:30 pm".
fn clock(min: i32) -> String {
    let (hour, minute) = (min.rem_euclid(1440) / 60, min.rem_euclid(60));
    let half = if hour < 12 { "am" } else { "pm" };
    let hour = if hour % 12 == 0 { 12 } else { hour % 12 };
    if minute == 0 { format!("{hour} {half}") } else { format!("{hour}:{minute:02} {half}") }
}

#[cfg(test)]
#[path = "issues_tests.rs"]
mod tests;
