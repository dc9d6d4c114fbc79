//! Texts that stand in the pages' own HTML: crisis strip, header, headings, footer.
//!
//! Read at build time only. Crisis facts are data with the date of their last check; 911 and 988
//! are never configurable.

/// When the crisis facts below were last checked: 988lifeline.org/get-help/what-to-expect and
/// samhsa.gov/find-help/national-helpline.
pub const CRISIS_CHECKED: &str = "2026-11-23";

/// Pairs of name and English text. Gaps are written `{name}`.
macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident = $text:literal),* $(,)?) => {
        $($(#[$doc])* pub const $name: &str = $text;)*
    };
}

texts! {
    /// Skip link, first in the tab order.
    SKIP = "Skip to the page",
    /// Name of the crisis strip for screen readers.
    STRIP_LABEL = "Help right now",
    /// Before 911.
    STRIP_DANGER = "In danger now:",
    /// Before 988.
    STRIP_CRISIS = "Crisis, day or night: call or text",
    /// Before the clinic's phone.
    STRIP_CLINIC = "Talk to us:",
    /// The clinic's phone on a phone's screen.
    STRIP_CALL_US = "Call us",
    /// Quick exit.
    STRIP_LEAVE = "Leave this page",
    /// What the quick exit does not do.
    LEAVE_EXPLAIN = "“Leave this page” opens a weather page at once and clears what you typed here. It does not erase your browser’s history.",
    /// Name of the main navigation for screen readers.
    NAV_LABEL = "Main",
    /// First route.
    NAV_PROGRAM = "The program",
    /// Second route.
    NAV_WEEK = "Your week",
    /// Third route.
    NAV_ASK = "Ask us",
    /// Marks an invented clinic.
    DEMO = "This is a demonstration. The clinic, its phone number and its times are invented. 911 and 988 are real.",
    /// Title of the program page.
    PROGRAM_TITLE = "What an intensive outpatient program is | {clinic}",
    /// Description of the program page.
    PROGRAM_DESCRIPTION = "What happens in an intensive outpatient program, whom it suits, and how it fits around work and family.",
    /// Eyebrow over the clinic's offers.
    TRACKS_EYEBROW = "When we meet",
    /// Heading over the clinic's offers.
    TRACKS_TITLE = "Our weeks",
    /// Lead over the clinic's offers.
    TRACKS_LEAD = "Each of these is one way through the program. Open one to see its week.",
    /// When facts were checked.
    TRACKS_CHECKED = "The clinic last checked these times on {date}.",
    /// When facts were never dated.
    TRACKS_UNCHECKED = "The clinic has not said when it last checked these times. Please ask.",
    /// How long the program is.
    FACT_WEEKS = "Usually {least} to {most} weeks. Yours can differ.",
    /// The same for a single length.
    FACT_WEEKS_ONE = "Usually {most} weeks. Yours can differ.",
    /// The clinic drives people.
    FACT_VAN = "We can drive you there and back.",
    /// Children are looked after.
    FACT_CHILD = "Children are looked after during sessions.",
    /// Whom the program serves.
    FACT_SERVES = "For: {serves}",
    /// Opens the detail of a card.
    CARD_MORE = "What it is like",
    /// Opens the week of a track.
    TRACK_OPEN = "See the week",
    /// Leads to the planner.
    TRACK_PLAN = "Does it fit my week?",
    /// Heading of the planner.
    WEEK_HEADING = "Does it fit your week?",
    /// Title of the planner.
    WEEK_TITLE = "Does it fit your week? | {clinic}",
    /// Lead of the planner.
    WEEK_LEAD = "Put in what you already do. Nothing leaves this device unless you send it.",
    /// Description of the planner.
    WEEK_DESCRIPTION = "Put in your week and see which offers fit around work and family, what would have to change, and why.",
    /// Without scripts.
    WEEK_NOSCRIPT = "The planner needs JavaScript, which is off here. The times of every offer are on the program page, and we are glad to look at your week with you on the phone.",
    /// Heading of the contact form.
    ASK_HEADING = "Ask us anything",
    /// Title of the contact form.
    ASK_TITLE = "Ask us | {clinic}",
    /// Description of the contact form.
    ASK_DESCRIPTION = "Send a question to the clinic or call. Asking is not signing up.",
    /// Lead of the contact form.
    ASK_LEAD = "A person reads this. Asking is not signing up.",
    /// Lead with the clinic's promise.
    ASK_LEAD_REPLY = "A person reads this. You will hear from us {reply}. Asking is not signing up.",
    /// Without scripts, where the back-end takes no plain form post.
    ASK_NOSCRIPT = "This form needs JavaScript, which is off here. Please call {phone}.",
    /// Aside: phone.
    TALK_TITLE = "Rather talk?",
    /// Aside: crisis.
    EMERGENCY_TITLE = "Not for emergencies",
    /// Aside: crisis text.
    EMERGENCY_TEXT = "In danger, call 911. In a crisis, call or text 988, day or night, free. You may first hear a menu and wait a little before a counselor answers.",
    /// Spanish line of 988.
    EMERGENCY_SPANISH = "For Spanish, press 2, or text AYUDA to 988.",
    /// SAMHSA's helpline: information and referral, not counseling.
    EMERGENCY_SAMHSA = "To find treatment anywhere in the country: 1-800-662-4357, day or night, free. It is for information, not counseling.",
    /// When crisis facts were checked.
    EMERGENCY_CHECKED = "Checked {date}.",
    /// Footer: address.
    FOOT_ADDRESS = "Where we are",
    /// Footer: phone hours.
    FOOT_HOURS = "When we answer the phone",
    /// Footer: what this is not.
    FOOT_NOTICE = "These pages explain and plan. They do not diagnose, and they do not replace the advice of a medical professional.",
    /// Footer: privacy.
    FOOT_PRIVACY = "No cookies, no trackers, no one else’s scripts. What you type stays on this device until you press Send.",
    /// Owner's check page: heading.
    CHECK_HEADING = "Check clinic.json",
    /// Owner's check page: title.
    CHECK_TITLE = "Check clinic.json | {clinic}",
    /// Owner's check page: lead.
    CHECK_LEAD = "For the clinic’s web person: everything in the file that needs a look, and how to mend it. Visitors never see this list.",
    /// Owner's check page: all fine.
    CHECK_FINE = "Nothing needs a look.",
}
