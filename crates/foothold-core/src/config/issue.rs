//! What can be wrong with a clinic's file, as values: a path, how bad it is, and of which kind.
//!
//! No sentences here, and never a value from below `form`: keys of a back-end may stand there.

use crate::json::Expected;

/// One thing to know about the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Issue {
    /// Where, such as `tracks[1].sessions[0].from`; empty for the file as a whole.
    pub path: String,
    /// How bad it is.
    pub severity: Severity,
    /// What it is.
    pub kind: IssueKind,
}

/// How bad an issue is, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something is not shown, or something had to be assumed.
    Error,
    /// All is shown, but it is probably not what was meant.
    Warning,
    /// Nothing is wrong; good to know.
    Note,
}

/// The shape of a JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `{ }`
    Object,
    /// `[ ]`
    List,
    /// `"text"`
    Text,
    /// `12`
    Number,
    /// `true` or `false`
    Flag,
    /// `null`
    Null,
}

/// What is wrong, or good to know.
#[derive(Clone, Debug, PartialEq)]
pub enum IssueKind {
    /// There is nothing in the file.
    EmptyFile,
    /// The text stops being JSON at this place.
    Syntax {
        /// Line, from 1.
        line: usize,
        /// Character in the line, from 1.
        column: usize,
        /// What would have been right there.
        expected: Expected,
    },
    /// A value that is needed is not there.
    Missing,
    /// The value has another shape than it must have.
    WrongType {
        /// Any of these would do.
        expected: &'static [Shape],
        /// What stands there.
        found: Shape,
    },
    /// A text or list with nothing in it.
    Empty,
    /// A name that the format does not know; its value is passed over.
    UnknownName {
        /// The name as written.
        name: String,
        /// The known name that looks most like it.
        nearest: Option<&'static str>,
    },
    /// A name that stands twice in one object; the last one counts.
    RepeatedName {
        /// The name.
        name: String,
    },
    /// A value that is not one of the allowed ones.
    UnknownValue {
        /// The value as written; `None` below `form`.
        found: Option<String>,
        /// What may stand there.
        allowed: &'static [&'static str],
        /// The allowed value that looks most like it.
        nearest: Option<&'static str>,
    },
    /// An id that nothing of the right kind in the file has.
    UnknownId {
        /// As written.
        id: String,
    },
    /// A number beyond its bounds.
    OutOfRange {
        /// The number as written.
        value: f64,
        /// Smallest that is allowed.
        least: f64,
        /// Largest that is allowed.
        most: f64,
    },
    /// A number with a fraction where only whole ones make sense.
    NotWhole,
    /// A list that must hold exactly two numbers, first and last.
    NotAPair,
    /// No clock time.
    UnreadableTime {
        /// As written.
        text: String,
    },
    /// No date, or one that does not exist.
    UnreadableDate {
        /// As written.
        text: String,
    },
    /// No phone number that could be dialled.
    UnreadablePhone {
        /// As written.
        text: String,
    },
    /// No mail address.
    UnreadableEmail {
        /// As written.
        text: String,
    },
    /// No language tag.
    UnreadableLanguage {
        /// As written.
        text: String,
    },
    /// No name of a time zone, or one that looks misspelt.
    UnreadableZone {
        /// As written.
        text: String,
        /// The zone that was probably meant.
        nearest: Option<&'static str>,
    },
    /// No web address. Not quoted, because addresses can hold keys.
    UnreadableUrl,
    /// No origin of a site that may frame the pages.
    NoSite {
        /// As written.
        text: String,
    },
    /// A form address that would send what people write unencrypted.
    InsecureUrl,
    /// The number shown and the number dialled are not the same.
    PhonesDiffer {
        /// As people read it.
        shown: String,
        /// As a telephone dials it.
        dial: String,
    },
    /// Start and end are the same moment.
    EmptySpan {
        /// Start as written.
        from: String,
        /// End as written.
        to: String,
    },
    /// Neither time says morning or afternoon; this is how they were read, in minutes after midnight.
    HalfOfDayAssumed {
        /// Start.
        from: i32,
        /// End.
        to: i32,
    },
    /// A session that runs into the next day.
    PastMidnight,
    /// A session longer than any that we know of: probably start and end are exchanged.
    LongSession {
        /// How long.
        minutes: i32,
    },
    /// Two sessions of one track at the same time; one person cannot attend both.
    Overlap {
        /// Path of the other session.
        other: String,
    },
    /// First is after last; they were read the other way round.
    Reversed {
        /// As written first.
        first: u16,
        /// As written last.
        last: u16,
    },
    /// The program's length could not be read, so this many weeks are assumed.
    WeeksAssumed {
        /// Weeks.
        assumed: u16,
    },
    /// What is said to be agreed on a date on which there is none of it; on any date, where none is named.
    NotThen {
        /// The date.
        date: Option<String>,
    },
    /// A duty that is not handed over, or not at that time.
    NoHandover,
    /// A time that by the clinic's clock is another one on some dates of the program.
    ClocksApart,
    /// The same value as at another path; used once.
    Repeats {
        /// Path of the first one.
        first: String,
    },
    /// Two tracks with one id; the later one got another.
    DuplicateId {
        /// The id that both have.
        id: String,
        /// Path of the first track.
        first: String,
        /// What the later one is called now.
        assumed: String,
    },
    /// A track without a usable id; this one was made from its name.
    IdAssumed {
        /// The id.
        id: String,
    },
    /// A track without published times: visitors are told to ask.
    TimesUnknown,
    /// Stated and computed hours a week are not the same. Both are shown, neither is corrected.
    StatedHoursDiffer {
        /// Minutes a week, as the clinic states.
        stated_min: i32,
        /// Minutes a week, added up from the sessions.
        computed_min: i32,
    },
    /// The sessions of a week add up to fewer or more hours than the program is said to have.
    OutsideProgramHours {
        /// Minutes a week, added up from the sessions.
        computed_min: i32,
        /// Fewest hours of the program.
        least_h: u16,
        /// Most hours of the program.
        most_h: u16,
    },
    /// Hours that are arranged with a person are not in the computed hours.
    ArrangedNotCounted {
        /// Minutes a week, added up from the sessions.
        computed_min: i32,
    },
    /// Times that `foothold plan` works out and pages do not: there visitors are told to ask.
    AskedOnPages,
    /// 911 and 988 are on every page and cannot be removed or replaced.
    AlwaysShown,
    /// An id with characters that no such id has, or one that must be a number. Never quoted.
    UnreadableId {
        /// Whether it must be a number.
        numeric: bool,
    },
    /// A question of the clinic's own under a name that is taken already.
    NameTaken,
    /// More characters, answers or questions than a form can bear.
    TooMuch {
        /// How many there are.
        count: usize,
        /// How many may be there.
        most: usize,
    },
    /// A rule that no answer can ever meet, so every message would count as not delivered.
    NeverMatches,
    /// What is sent without reading the answer can only be an ordinary web form.
    OpaqueNeedsPlainPost,
    /// A fixed pair under the name of a field that people fill in; the field goes, the pair does not.
    FixedHidden,
    /// An address that is not of the service that is named.
    OtherHost {
        /// The service.
        service: &'static str,
    },
    /// A captcha is expected of the form; it has none and solves none.
    Captcha,
    /// Known of this service: a captcha can be switched on there, and then messages stop.
    CaptchaStops {
        /// The service.
        service: &'static str,
    },
    /// Somebody else's company holds the messages of people who ask for treatment.
    HeldByOthers {
        /// The service.
        service: &'static str,
        /// Whether it offers agreements on some plans; otherwise none is known to us.
        some_plans: bool,
    },
    /// Visitors are never told that a message arrived, because this service's yes does not say so.
    NeverSeen {
        /// The service; `None` where the file says so itself.
        service: Option<&'static str>,
    },
    /// The fields of this service's form have names of their own, and none are stated.
    NamesGuessed {
        /// The service.
        service: &'static str,
    },
    /// The form has a mistake, so it is not offered: a wrong rule could call a lost message delivered.
    FormOff,
    /// The file is for a newer format than this program knows.
    NewerVersion {
        /// The format that this program knows.
        known: u16,
    },
    /// No colour as `look` takes it.
    UnreadableColour {
        /// As written.
        text: String,
    },
    /// No list of fonts as `look` takes it.
    UnreadableFont {
        /// As written.
        text: String,
    },
    /// A colour that not everybody could read or see; a near one is used.
    ColourAdjusted(crate::look::Adjusted),
    /// What is used of a colour where a device prefers the scheme that it is not for.
    OtherScheme {
        /// Whether that is the dark one.
        dark: bool,
        /// The colour.
        used: crate::look::Colour,
    },
    /// Every page says that the clinic is invented.
    Demo,
    /// An address that leads to whichever computer asks for it, where visitors need one of a server.
    OwnComputer,
    /// A text that is given in several languages, but not in one that pages are written in.
    NotInLanguage {
        /// Tag of the language.
        lang: String,
    },
}
