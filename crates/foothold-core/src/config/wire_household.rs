//! The format of a household's file as types, for its JSON Schema only, as `wire` is for `clinic.json`.
//!
//! The reader does not use them; tests keep them agreeing with it. The comments below are the
//! descriptions that an editor shows beside each name, so they speak to whoever writes such a file.

#![expect(
    clippy::doc_link_with_quotes,
    reason = "the comments are the schema's descriptions: plain text, not Markdown"
)]

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The JSON Schema of a household's file, as indented text with a line end.
pub fn household_schema() -> String {
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<File>();
    format!("{:#}\n", schema.as_value())
}

/// What the people of a household do, for `foothold plan`. Only the version and the start are needed.
/// Times are written "6pm", "6:30 pm" or "18:30", dates "2026-11-30".
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Foothold: a household's file")]
struct File {
    /// Where this description of the format is, so that editors can help: "household.schema.json".
    #[serde(rename = "$schema")]
    schema: Option<String>,
    /// The version of the format: 1.
    #[schemars(range(min = 1, max = 1))]
    version: u16,
    /// A note for whoever reads the file.
    about: Option<String>,
    /// The first day of the program.
    start: String,
    /// The time zone by whose clock all times of this file are, such as "America/Denver". Without it that of the clinic.
    zone: Option<String>,
    /// Minutes from home to the clinic. Without it 0.
    #[schemars(range(min = 0, max = 240))]
    clinic_travel_min: Option<u16>,
    /// The means by which these minutes are. Without it by car.
    clinic_by: Option<Means>,
    /// The last time of a day at which a way from the clinic starts.
    clinic_last: Option<String>,
    /// How many cars there are. Without it cars are not counted.
    #[schemars(range(min = 0, max = 12))]
    cars: Option<u8>,
    /// Sleep after a night shift: false where it is not protected, or the rule's numbers.
    rest: Option<Rest>,
    /// Who lives there. Without it one client, to whom every row belongs.
    #[schemars(length(max = 12))]
    people: Option<Vec<Person>>,
    /// Places that rows name.
    #[schemars(length(max = 50))]
    places: Option<Vec<Place>>,
    /// What people do.
    #[schemars(length(max = 200))]
    commitments: Option<Vec<Commitment>>,
    /// What somebody of the household has to do.
    #[schemars(length(max = 50))]
    duties: Option<Vec<Duty>>,
    /// What has been tried and agreed. It is made before anything is worked out.
    #[schemars(length(max = 200))]
    agreed: Option<Vec<Agreed>>,
}

/// Whether and how sleep after a night shift is protected.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
enum Rest {
    /// Not protected.
    #[schemars(extend("const" = false))]
    Off(bool),
    /// Protected with these numbers.
    Numbers(Numbers),
}

/// The numbers of protected sleep.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Numbers {
    /// Minutes in one piece at home. Without it 420.
    #[schemars(range(min = 0, max = 960))]
    least_min: Option<u16>,
    /// Within so many minutes after the shift. Without it 720.
    #[schemars(range(min = 0, max = 1440))]
    within_min: Option<u16>,
}

/// Somebody of the household.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Person {
    /// A short name that no other person has.
    id: String,
    /// What people call them. Without it the id.
    name: Option<String>,
    /// What they are. Without it the first person is the client and everybody else an adult.
    is: Option<Is>,
    /// Roles in which they may attend a session, such as "parent": the words of the clinic's file.
    roles: Option<Vec<String>>,
    /// Whether they drive a car. Without it clients and adults do, children do not.
    drives: Option<bool>,
}

/// What a person is.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Is {
    /// Takes part in the program; 1 to 4 of a household.
    Client,
    /// Anybody else who is grown up.
    Adult,
    /// A child.
    Child,
}

/// A place that rows can name. One without any minutes is at home's door.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Place {
    /// A short name that no other place has.
    id: String,
    /// Minutes from home.
    #[schemars(range(min = 0, max = 240))]
    home_min: Option<u16>,
    /// Minutes back home, if that differs.
    #[schemars(range(min = 0, max = 240))]
    back_min: Option<u16>,
    /// Minutes straight to the clinic, and from it.
    #[schemars(range(min = 0, max = 240))]
    clinic_min: Option<u16>,
    /// Minutes straight to other places, by their ids, and from them.
    ways: Option<BTreeMap<String, u16>>,
    /// The means by which these minutes are. Without it by car.
    by: Option<Means>,
    /// The last time of a day at which a way from there starts.
    last_way: Option<String>,
}

/// How somebody gets to a place.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Means {
    /// In a car of the household.
    Car,
    /// In the clinic's van.
    Van,
    /// By bus or train.
    Bus,
    /// Somebody from outside drives them.
    Lift,
    /// On foot or by bicycle.
    Foot,
}

/// What somebody does, on dates of one rhythm: days with from and to, or cycle, or dates.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Commitment {
    /// A short name.
    id: Option<String>,
    /// Whose it is, by id. Without it the first client's.
    who: Option<String>,
    /// What kind.
    kind: Kind,
    /// The person's own word for it.
    name: Option<String>,
    /// Every week on these weekdays: ["Mon", "Fri"].
    #[schemars(length(min = 1))]
    days: Option<Vec<String>>,
    /// When it starts.
    from: Option<String>,
    /// When it ends; before the start is the next day.
    to: Option<String>,
    /// Instead of days: a pattern that repeats.
    cycle: Option<Cycle>,
    /// Instead of days: dates one by one.
    #[schemars(length(max = 1000))]
    dates: Option<Vec<Dated>>,
    /// The first date on which it starts.
    first: Option<String>,
    /// The last date on which it starts.
    last: Option<String>,
    /// Dates on which it does not start.
    except: Option<Vec<String>>,
    /// A named place, by id; "home" is home.
    place: Option<String>,
    /// Instead of a named place: minutes from home to a place of its own.
    #[schemars(range(min = 0, max = 240))]
    travel_min: Option<u16>,
    /// Minutes from there straight to the clinic.
    #[schemars(range(min = 0, max = 240))]
    direct_min: Option<u16>,
    /// The means by which the minutes of a place of its own are. Without it by car.
    by: Option<Means>,
    /// The last time of a day at which a way from there starts.
    last_way: Option<String>,
    /// How firm it is. Without it fixed.
    firm: Option<Firm>,
    /// Of what can move: at most so many minutes earlier.
    #[schemars(range(min = 0, max = 720))]
    earlier_min: Option<u16>,
    /// Of what can move: at most so many minutes later.
    #[schemars(range(min = 0, max = 720))]
    later_min: Option<u16>,
    /// Of what can be cut: at most so many minutes a day.
    #[schemars(range(min = 0, max = 720))]
    cut_min: Option<u16>,
    /// Who outside must agree to a change: "nobody", or a name that rows can share. Without it one of
    /// its own for work, school and appointments.
    agree: Option<String>,
}

/// What kind of thing it is.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Kind {
    /// Paid work.
    Work,
    /// School or studies.
    School,
    /// Looking after somebody.
    Care,
    /// An appointment.
    Appointment,
    /// Sleep or rest.
    Rest,
    /// Anything else.
    Other,
}

/// How firm it is.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Firm {
    /// Stays as it is.
    Fixed,
    /// Can be earlier or later.
    Move,
    /// Can lose some minutes a day.
    Cut,
    /// Can be left out.
    IfNeeded,
}

/// A pattern that repeats, before and after the date on which one begins.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Cycle {
    /// A date on which a cycle begins.
    starts: String,
    /// One letter for each day, "-" is a day off: "DD--DDD--DD---".
    days: String,
    /// The times of each letter: {"D": "7am-7pm"}.
    shifts: BTreeMap<String, String>,
}

/// One date: from and to, or for a duty also at.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Dated {
    /// The date.
    date: String,
    /// When it starts.
    from: Option<String>,
    /// When it ends.
    to: Option<String>,
    /// The moment at which it is; duties only.
    at: Option<String>,
}

/// What somebody of the household has to do, such as a pick-up or being there in the evening.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Duty {
    /// A short name.
    id: Option<String>,
    /// The people's own word for it.
    name: Option<String>,
    /// Every week on these weekdays: ["Mon", "Fri"].
    #[schemars(length(min = 1))]
    days: Option<Vec<String>>,
    /// When it starts.
    from: Option<String>,
    /// When it ends; before the start is the next day.
    to: Option<String>,
    /// Instead of from and to: the moment at which it is.
    at: Option<String>,
    /// Instead of days: a pattern that repeats.
    cycle: Option<Cycle>,
    /// Instead of days: dates one by one.
    #[schemars(length(max = 1000))]
    dates: Option<Vec<Dated>>,
    /// The first date on which it starts.
    first: Option<String>,
    /// The last date on which it starts.
    last: Option<String>,
    /// Dates on which it does not start.
    except: Option<Vec<String>>,
    /// A named place, by id; "home" is home.
    place: Option<String>,
    /// Instead of a named place: minutes from home to a place of its own.
    #[schemars(range(min = 0, max = 240))]
    travel_min: Option<u16>,
    /// Minutes from there straight to the clinic.
    #[schemars(range(min = 0, max = 240))]
    direct_min: Option<u16>,
    /// The means by which the minutes of a place of its own are. Without it by car.
    by: Option<Means>,
    /// The last time of a day at which a way from there starts.
    last_way: Option<String>,
    /// Who may do it, by ids; the order decides between equals.
    may: Vec<String>,
    /// Who usually does it, one of them.
    usual: Option<String>,
    /// Hours in which somebody from outside covers it.
    outside: Option<Vec<Outside>>,
    /// True where whoever does it may sleep meanwhile after a night shift; at home only.
    asleep: Option<bool>,
    /// True where one person may hand it over to another once in the middle.
    handover: Option<bool>,
}

/// One thing that has been agreed: a change of an entry, or who does a duty; on dates, or from a first to a last one.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Agreed {
    /// The entry that changes, by its id.
    commitment: Option<String>,
    /// Instead: the duty that somebody else does, by its id.
    duty: Option<String>,
    /// When it was agreed; a note.
    on: Option<String>,
    /// A note for whoever reads the file.
    about: Option<String>,
    /// Of an entry: what changes.
    change: Option<Changed>,
    /// Minutes by which it changes, a day.
    #[schemars(range(min = 0, max = 720))]
    min: Option<u16>,
    /// Of stepping out: when they leave.
    leaves: Option<String>,
    /// Of stepping out: when they are back.
    back: Option<String>,
    /// Of a duty: who does it, by id, or "outside".
    doer: Option<String>,
    /// Of a duty that is handed over: who goes on.
    then: Option<String>,
    /// Of a duty that is handed over: from when on.
    at: Option<String>,
    /// Only on these weekdays: ["Mon", "Fri"].
    #[schemars(length(min = 1))]
    days: Option<Vec<String>>,
    /// On these dates. Without them, on all dates of the program.
    dates: Option<Vec<String>>,
    /// The first date.
    first: Option<String>,
    /// The last date.
    last: Option<String>,
}

/// What changes of an entry.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Changed {
    /// All of it is earlier.
    Earlier,
    /// All of it is later.
    Later,
    /// It starts later and ends as before.
    ArriveLate,
    /// It ends earlier.
    LeaveEarly,
    /// Out in the middle.
    StepOut,
    /// Left out.
    Skip,
}

/// Hours of cover from outside. The weekday is that on which the duty starts.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Outside {
    /// The weekdays: ["Mon", "Tue"].
    #[schemars(length(min = 1))]
    days: Vec<String>,
    /// From when.
    from: String,
    /// Until when.
    to: String,
}

#[cfg(test)]
#[path = "wire_household_tests.rs"]
mod tests;
