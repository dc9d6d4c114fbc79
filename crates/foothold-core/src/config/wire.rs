//! The format of `clinic.json` as types, for its JSON Schema only.
//!
//! The reader does not use them; a test keeps them agreeing with it. The comments below are the
//! descriptions that an editor shows beside each name, so they speak to clinic staff.

#![expect(
    clippy::doc_markdown,
    clippy::doc_link_with_quotes,
    reason = "the comments are the schema's descriptions: plain text for editors, not Markdown"
)]

use super::wire_form::Form;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::{Deserialize, Serialize};

/// The JSON Schema of `clinic.json`, as indented text with a line end.
pub fn schema() -> String {
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Clinic>();
    format!("{:#}\n", schema.as_value())
}

/// Everything that Foothold shows about one clinic. Only the name, the phone, the zone and the
/// program's weeks are needed; the more is there, the more visitors can find out by themselves.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Foothold: clinic.json")]
struct Clinic {
    /// Where this description of the format is, so that editors can help: "clinic.schema.json".
    #[serde(rename = "$schema")]
    schema: Option<String>,
    /// The version of the format: 1.
    #[schemars(range(min = 1, max = 1))]
    version: Option<u16>,
    /// The clinic's name as visitors know it.
    name: Text,
    /// True for an invented clinic; every page then says so.
    demo: Option<bool>,
    /// The phone that every page shows.
    phone: Phone,
    /// A mail address for visitors.
    email: Option<String>,
    /// The address, line by line as on an envelope.
    address: Option<Lines>,
    /// The time zone that all times are in, by its full name: "America/New_York", "America/Chicago",
    /// "America/Denver", "America/Los_Angeles" and so on.
    #[schemars(regex(pattern = "^(UTC|[A-Z][A-Za-z0-9_+-]*(/[A-Z][A-Za-z0-9_+-]*){1,2})$"))]
    zone: String,
    /// The languages of the page, the first is the one it opens in: ["en", "es"]. English and
    /// Spanish are there.
    languages: Option<Vec<String>>,
    /// The public address of the page, such as "https://www.example.org/iop/".
    site_url: Option<String>,
    /// When the phone is answered, one line each: "Monday to Friday, 8am to 8pm".
    phone_hours: Option<Lines>,
    /// The same as hours that can be counted with: the pages then say whether somebody answers right now. Without
    /// `phone_hours` they are written from these.
    phone_open: Option<Vec<Window>>,
    /// True where your phone takes text messages.
    phone_texts: Option<bool>,
    /// When a written message is answered, as the end of a sentence: "by the end of the next working day".
    reply_by: Option<Text>,
    /// Crisis lines of your own region. 911 and 988 are on every page anyway and need not be here.
    crisis_lines: Option<Vec<CrisisLine>>,
    /// Where the button "Leave this page" goes: a neutral page such as a weather report. No button without it.
    leave_to: Option<String>,
    /// The date on which somebody last checked that all this is still so, as 2026-11-20.
    #[schemars(regex(pattern = r"^\d{4}-\d{1,2}-\d{1,2}$"))]
    checked_on: Option<String>,
    /// Who of yours looked at the pages' own texts, one entry for each language.
    reviewed: Option<Vec<Review>>,
    /// What kinds of care are called in your state or by your plans, where that differs from ours.
    level_names: Option<LevelNames>,
    /// The program as a whole.
    program: Program,
    /// The timetables that people can choose between, each taken whole.
    tracks: Option<Vec<Track>>,
    /// Where the contact form is sent. Without it visitors see phone and mail.
    form: Option<Form>,
    /// False where browsers are not to keep the pages for times without a network.
    offline: Option<bool>,
    /// Where else the pages may be shown in a frame.
    embed: Option<Embed>,
    /// Your colours, corners, font and spacing.
    look: Option<Look>,
}

/// Your colours, corners, font and spacing. A colour that some people could not read is replaced by a near one, and the
/// check says which.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Look {
    /// Buttons, links and what is chosen: "#7a1f5c".
    accent: Option<String>,
    /// The page: "#ffffff". A dark one is for people whose device prefers dark colours.
    background: Option<String>,
    /// Text: "#222222".
    text: Option<String>,
    /// The corners of cards in pixels; those of buttons and fields follow.
    #[schemars(range(min = 0, max = 32))]
    radius: Option<f64>,
    /// Fonts that devices have, the first that is there is taken: "Avenir Next, Verdana, sans-serif". Nothing is downloaded.
    font: Option<String>,
    /// How much room there is between things.
    density: Option<Density>,
}

/// How much room there is between things.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Density {
    Compact,
    Comfortable,
    Roomy,
}

/// Where else the pages may be shown in a frame.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Embed {
    /// The sites that may do so, such as your own: ["https://www.example.org"]. With and without "www" are two
    /// sites. Without any only the site that the pages lie on.
    sites: Option<Vec<String>>,
}

/// A text: as it is, or in several languages.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
enum Text {
    /// The same in every language.
    Plain(String),
    /// One for each language.
    Spoken(Spoken),
}

/// A text in several languages.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Spoken {
    /// In English.
    en: Option<String>,
    /// In Spanish.
    es: Option<String>,
}

/// Lines of text: as they are, or in several languages.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
enum Lines {
    /// The same in every language.
    Plain(Vec<Text>),
    /// Lines for each language.
    Spoken(SpokenLines),
}

/// Lines in several languages.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct SpokenLines {
    /// In English.
    en: Option<Vec<String>>,
    /// In Spanish.
    es: Option<Vec<String>>,
}

/// Somebody of yours who looked at the pages' own texts.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Review {
    /// The language: "en" or "es".
    language: String,
    /// Name and profession, as visitors should read it.
    by: Text,
    /// When, as 2026-11-20.
    on: Option<String>,
}

/// What kinds of care are called.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct LevelNames {
    /// Early help.
    early: Option<Text>,
    /// Weekly counseling.
    weekly: Option<Text>,
    /// Intensive outpatient.
    intensive: Option<Text>,
    /// A day program, partial hospitalization.
    day: Option<Text>,
    /// Residential care.
    residential: Option<Text>,
    /// Hospital care.
    hospital: Option<Text>,
}

/// A phone number: just as people read it, or also as a telephone dials it. A ten-digit number
/// is taken as one of the United States.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
enum Phone {
    /// As people read it: "(312) 555-0134".
    Shown(String),
    /// As people read it and as a telephone dials it, for numbers with letters or an extension.
    Pair(PhonePair),
}

/// A phone number as shown and as dialled.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PhonePair {
    /// As people read it: "(312) 555-0134".
    shown: Option<String>,
    /// As a telephone dials it: "+13125550134", with an extension "+13125550134,22".
    dial: Option<String>,
}

/// A crisis line of your own region.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct CrisisLine {
    /// What it is, in a few plain words.
    name: Text,
    /// Its number.
    phone: Phone,
}

/// The program as a whole.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Program {
    /// How many weeks it usually takes: 12, or {"least": 8, "most": 12}. Planning uses the most.
    weeks: Range,
    /// Hours a week from least to most. Without it 9 to 19, as for adults.
    weekly_hours: Option<Range>,
    /// How many minutes before a session people should be there. Without it 10.
    #[schemars(range(min = 0, max = 120))]
    arrival_buffer_min: Option<u16>,
    /// Dates without sessions, such as holidays: ["2026-11-26"].
    closures: Option<Vec<String>>,
    /// How many sessions may be missed. Without it none.
    misses: Option<Misses>,
    /// Whom the program serves, in your words.
    serves: Option<Text>,
    /// True if the clinic drives people there and back.
    van: Option<bool>,
    /// True if children are looked after during sessions.
    child_minding: Option<bool>,
    /// The one visit with which you begin. The planner looks for a time for it.
    intake: Option<Intake>,
    /// If people may mix sessions of all tracks: how much they need a week of each kind. `foothold plan` then names the ten
    /// best sets; on the pages visitors are told to ask.
    mix: Option<Mix>,
}

/// How much of each kind of session people need who mix them. Kinds that are not named are left out.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Mix {
    /// Of groups.
    group: Option<Amount>,
    /// Of one-to-one sessions.
    individual: Option<Amount>,
    /// Of workshops.
    workshop: Option<Amount>,
    /// Of family sessions.
    family: Option<Amount>,
    /// Of anything else.
    other: Option<Amount>,
}

/// So many weekdays, or so many minutes.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
enum Amount {
    /// Exactly so many weekdays.
    Days(u16),
    /// At least so many minutes, with no weekday that could be spared.
    Minutes(Minutes),
}

/// Minutes a week.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Minutes {
    /// How many.
    #[schemars(range(min = 15, max = 4800))]
    minutes: u16,
}

/// The first visit.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Intake {
    /// How many minutes it takes.
    #[schemars(range(min = 15, max = 480))]
    minutes: u16,
    /// When you have time for it.
    windows: Vec<Window>,
}

/// Hours on some weekdays.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Window {
    /// The weekdays: ["Mon", "Thu"].
    #[schemars(length(min = 1))]
    days: Vec<String>,
    /// From when.
    from: String,
    /// Until when.
    to: String,
}

/// One number, or from least to most.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
enum Range {
    /// Always the same.
    Exactly(u16),
    /// From least to most.
    Between(Between),
}

/// From least to most.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Between {
    /// The fewest.
    least: u16,
    /// The most.
    most: u16,
}

/// How many sessions may be missed.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Misses {
    /// This many.
    allowed: u16,
    /// In any that many weeks running. Without it in the whole program.
    in_weeks: Option<u16>,
}

/// A timetable that is taken whole, such as "Evening".
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Track {
    /// A short name for links that never changes: small letters, digits and hyphens.
    #[schemars(regex(pattern = "^[a-z0-9-]+$"))]
    id: Option<String>,
    /// The name that visitors read.
    name: Text,
    /// One or two sentences about it.
    about: Option<Text>,
    /// The hours a week that you state, such as 9 or 13.5. Shown beside the hours that the
    /// sessions add up to, where the two differ.
    #[schemars(range(min = 0.25, max = 80.0))]
    stated_hours: Option<f64>,
    /// Hours that are arranged with each person, in your words: "1 hour one-to-one each week".
    arranged: Option<Text>,
    /// The sessions of a week. Leave it empty if times are not fixed yet: visitors are told to ask.
    sessions: Option<Vec<Session>>,
    /// Hours that are arranged with each person within windows of yours. `foothold plan` finds times for them; on the
    /// pages visitors are told to ask about this track. At most 3.
    #[schemars(length(max = 3))]
    floating: Option<Vec<Floating>>,
}

/// One block a week with the client, at a time that is arranged: the same weekday and time each week.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Floating {
    /// What happens in it.
    kind: Option<Kind>,
    /// Your own title for it.
    title: Option<Text>,
    /// How many minutes it takes.
    #[schemars(range(min = 15, max = 480))]
    minutes: u16,
    /// When you have time for it. It starts on a whole quarter of an hour.
    #[schemars(length(min = 1))]
    windows: Vec<Window>,
    /// True if it is held online.
    online: Option<bool>,
    /// In which weeks of the program it runs. Without it in every week.
    weeks: Option<Weeks>,
}

/// One kind of session at one time of day, on one or more weekdays.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Session {
    /// What happens in it.
    kind: Option<Kind>,
    /// Your own title for it.
    title: Option<Text>,
    /// The weekdays: ["Mon", "Thu"]. Whole names are fine too.
    #[schemars(length(min = 1))]
    days: Vec<String>,
    /// When it starts: "6pm", "6:30 pm" or "18:30".
    from: String,
    /// When it ends, written in the same way.
    to: String,
    /// True if it is held online; "either" where each person may choose, once for each weekday.
    online: Option<Online>,
    /// In which weeks of the program it runs. Without it in every week.
    weeks: Option<Weeks>,
    /// Who must be there. Without it `["client"]`; any other word is a role, such as "parent": one
    /// person who has it comes each time.
    #[schemars(length(min = 1))]
    attend: Option<Vec<String>>,
}

/// Whether a session is held online.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
enum Online {
    /// Yes or no.
    Fixed(bool),
    /// Each person may choose.
    Chosen(Either),
}

/// The word for a choice between coming and taking part online.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Either {
    /// Each person may choose.
    Either,
}

/// What happens in a session.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Kind {
    /// Several people with a counselor.
    Group,
    /// One person with a counselor.
    Individual,
    /// Learning something together.
    Workshop,
    /// With family or other people close to the client.
    Family,
    /// Anything else.
    Other,
}

/// From a first to a last week of the program, counted from 1.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Weeks {
    /// The first week. Without it 1.
    #[schemars(range(min = 1, max = 104))]
    first: Option<u16>,
    /// The last week. Without it the end of the program.
    #[schemars(range(min = 1, max = 104))]
    last: Option<u16>,
}

#[cfg(test)]
#[path = "wire_tests.rs"]
mod tests;
