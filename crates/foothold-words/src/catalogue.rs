//! The catalogue of short texts that the screens use, English column.
//!
//! One line per text; `{name}` marks a gap. The compiler asks for every key in every language.

macro_rules! catalogue {
    ($($key:ident = $english:literal),* $(,)?) => {
        /// Names one short text.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each name is explained by its text, one line below in the catalogue")]
        pub enum Key { $($key),* }

        impl Key {
            /// Every key.
            pub const ALL: &'static [Self] = &[$(Self::$key),*];

            /// The text in English.
            pub fn english(self) -> &'static str {
                match self { $(Self::$key => $english),* }
            }
        }
    };
}

catalogue! {
    // Lists, times, days, lengths.
    ListComma = ", ",
    ListAnd = "{first} and {last}",
    ClockAm = "{clock}am",
    ClockPm = "{clock}pm",
    Noon = "noon",
    Midnight = "midnight",
    SpanText = "{from} to {to}",
    SpanNextDay = "{from} to {to} the next day",
    DaysThrough = "{first} to {last}",
    EveryDay = "every day",
    DaysDate1 = "one {days}", DaysDateN = "{days}, {n} dates in all",
    Mon = "Monday", Tue = "Tuesday", Wed = "Wednesday", Thu = "Thursday", Fri = "Friday", Sat = "Saturday", Sun = "Sunday",
    MonShort = "Mon", TueShort = "Tue", WedShort = "Wed", ThuShort = "Thu", FriShort = "Fri", SatShort = "Sat", SunShort = "Sun",
    Minute1 = "1 minute", MinuteN = "{n} minutes",
    Hour1 = "1 hour", HourN = "{n} hours",
    HourMinute = "{hours} {minutes}",

    // Kinds.
    KindWork = "Work", KindSchool = "School", KindCare = "Care", KindAppointment = "Appointment", KindRest = "Rest", KindOther = "Something else",
    SessionGroup = "Group", SessionIndividual = "One-to-one", SessionWorkshop = "Workshop", SessionFamily = "Family time", SessionOther = "Session",
    ShortGroup = "Group", ShortIndividual = "1:1", ShortWorkshop = "Skills", ShortFamily = "Family", ShortOther = "Session",
    SessionOnline = "{kind}, online",
    Travel = "On the way",

    // The planner.
    PlanWhat = "What you already do",
    PlanAdd = "Add something",
    PlanEdit = "Edit",
    PlanEditRow = "Edit {what}",
    PlanDone = "Done",
    PlanRemove = "Remove",
    PlanRemoveRow = "Remove {what}",
    PlanRemoved = "{what} was removed.",
    PlanUndo = "Put it back",
    PlanKind = "What is it?",
    PlanName = "Your own word for it",
    PlanDays = "Which days does it start?",
    PlanWorkdays = "Monday to Friday",
    PlanFrom = "From",
    PlanTo = "To",
    PlanTimeHint = "Like 9am, 5:30pm, 17:30 or noon. You can also write 9-5 under “From”.",
    PlanUnderstoodLong = "We read this as {span}: {length}.",
    PlanTravel = "Minutes from home to there",
    PlanTravelHint = "Blank means you do it at home.",
    PlanDirect = "Minutes from there straight to us",
    PlanDirectHint = "Blank means you go by home.",
    PlanFirm = "How firm is it?",
    FirmFixed = "It cannot change",
    FirmMove = "It can start earlier or later",
    FirmCut = "I can miss a little of it",
    FirmIfNeeded = "I can skip it if needed",
    PlanEarlier = "Minutes earlier, at most",
    PlanLater = "Minutes later, at most",
    PlanCut = "Minutes a day, at most",
    PlanCutHint = "Coming late, leaving early, or stepping out and coming back.",
    PlanClinicTravel = "Minutes from home to us",
    PlanClinicTravelHint = "Any way you travel. We start with 20; please put in your own.",
    PlanStart = "When would you like to start?",
    PlanStartHint = "Year-month-day, like {example}. Blank is next Monday, {monday}.",
    PlanSettings = "Getting here, and when to start",
    PlanRowMissing = "Not counted yet: {what}.",
    PlanRowSummary = "{days}, {span}",
    PlanRowTravel = "{minutes} away",
    PlanRowHome = "at home",
    PlanRowMove = "Could start up to {earlier} earlier or {later} later",
    PlanRowCut = "Could miss up to {minutes} a day",
    PlanRowIfNeeded = "Could be skipped",
    PlanQuick = "Start with a common week",
    QuickNineFive = "Work 9 to 5",
    QuickNights = "Night shifts",
    QuickFourTens = "Four ten-hour days",
    QuickCare = "Looking after someone",
    PlanEmptyWeek = "Nothing is in your week yet. Add what you do, and the answers below change as you type.",
    PlanOffers = "Which offers fit",
    PlanCountNone = "Nothing fits as it is. The nearest way is first.",
    PlanCount1 = "1 of {all} offers fits your week.",
    PlanCountN = "{n} of {all} offers fit your week.",
    PlanCountAlso1 = "1 more fits with a change.",
    PlanCountAlsoN = "{n} more fit with changes.",
    PlanSeeWeek = "See it in my week",
    PlanSeeWeekOf = "See {track} in my week",
    PlanInWeek = "Shown in your week",
    PlanWeekTitle = "Your week with {track}",
    PlanWeekBare = "Your week",
    PlanWeekText = "The same week in words",
    PlanWeekFree = "{day}: nothing",
    PlanWeekDay = "{day}: {items}",
    PlanWeekItem = "{what} {span}",
    PlanSend = "Ask the clinic about this",
    PlanOwnTitle = "Two things in your week are at odds",
    PlanOwnOverlap = "{a} and {b} are at the same time on {days}. We took both as they are.",
    PlanOwnTravel = "There is too little time between {a} and {b} on {days}: {minutes} short. We took both as they are.",
    PlanNoOffers = "We cannot show this clinic’s times right now. Please call {phone}.",
    PlanAssumed = "How we worked this out",
    PlanAssumedText = "From {start} for {weeks} weeks, the longest this program usually takes. We count the way there, being {buffer} early, days when the clinic is closed, and the sessions you may miss.",
    PlanAssumedNone = "From {start} for {weeks} weeks, the longest this program usually takes. We count the way there and days when the clinic is closed.",
    PlanMissRule = "The clinic allows {n} missed in any {weeks} weeks.",
    PlanMissRule0 = "The clinic does not say that sessions may be missed, so we count on none.",
    PlanPrivate = "What you type stays on this device unless you send it.",

    // Verdicts.
    VerdictFits = "Fits", VerdictTight = "Fits, but tight", VerdictFitsIf = "Fits if…", VerdictDoesNotFit = "Does not fit", VerdictAsk = "Ask the clinic",
    KeepWork = "You keep all {hours} of {what} each week.",
    KeepAll = "Nothing in your week has to change.",
    SlackBefore = "The closest moment is {day}: {spare} to spare between {what} and the session.",
    SlackAfter = "The closest moment is {day}: {spare} to spare between the session and {what}.",
    SlackNone = "no time",
    IfEarlier = "Start {what} {minutes} earlier on {days}: {span}.",
    IfLater = "Start {what} {minutes} later on {days}: {span}.",
    IfArriveLate = "Come to {what} {minutes} later on {days}: at {time}.",
    IfLeaveEarly = "Leave {what} {minutes} early on {days}: at {time}.",
    IfStepOut = "Step out of {what} from {from} to {to} on {days}.",
    IfSkip = "Skip {what} on {days}.",
    IfMiss1 = "Miss 1 session: {session} on {days}. The clinic allows it.",
    IfMissN = "Miss {n} sessions: {session} on {days}. The clinic allows it.",
    IfLostWeek = "That is about {hours} less {what} a week.",
    IfAsk = "You would have to ask about {what}.",
    WhyTitle = "Why",
    WhyOverlap = "{what} is at the same time as the {session} on {days}, for {minutes}.",
    WhyRest = "The {session} on {days} leaves too little sleep after {what}: {minutes} short of a full rest.",
    WhyTravel = "Between {what} and the {session} on {days} there is too little time to get there: {minutes} short.",
    NotAttend = "As things are you could come to {attended} of {all} sessions.",
    NotRuleN = "The clinic allows {n} missed in any {weeks} weeks.",
    NotRule0 = "The clinic does not say that any may be missed.",
    GiveTitle = "What would have to give",
    GiveSmall = "It would fit with one small change to something you called fixed:",
    GiveLarge = "It would only fit with a large change:",
    GiveNone = "No single change would be enough. It takes more than one.",
    NextStepNo = "Plans can change, and the clinic may know another way. Asking costs nothing.",
    AskTimes = "The clinic has not published the times of this one. Ask, and see whether it suits your week.",
    AskIncomplete = "Not all times of this one could be read here. Please ask, and see whether it suits your week.",
    Arranged = "Also: {arranged}",
    NotProven = "This week is so full of choices that we stopped looking. There may be a better way than this one.",
    WeekHours = "{hours} a week",
    WeekHoursStated = "{computed} a week by the clock; the clinic states {stated}",

    // Fields.
    ErrMissingDays = "choose at least one day",
    ErrMissingFrom = "add when it starts",
    ErrMissingTo = "add when it ends",
    ErrNotATime = "write the time like 9am, 5:30pm or 17:30",
    ErrNoLength = "start and end are the same; change one of them",
    ErrNotMinutes = "write minutes as a number, like 25",
    ErrTooMany = "write at most {most} minutes",
    ErrNotADate = "write the date like 2026-11-30",

    // The contact form.
    AskName = "What should we call you?",
    AskNameHint = "A first name is enough.",
    AskReach = "How can we reach you?",
    ReachCall = "Call", ReachText = "Text", ReachEmail = "Email",
    AskPhone = "Phone number",
    AskEmail = "Email address",
    AskEmailHint = "Email can be read by others who use your account or device.",
    AskVoicemail = "Is it all right to leave a message?",
    VoicemailYes = "Yes", VoicemailOnlyCalled = "Only say that you called", VoicemailNo = "No",
    AskWhom = "Who is this for?",
    AskWhomHint = "You can skip this.",
    WhomMe = "Me", WhomOther = "Someone I care about",
    AskNote = "Your question",
    AskNoteHint = "Please leave out medical details. We can talk about those.",
    AskPlan = "Send my week along",
    AskPlanHint = "Off unless you tick it. These are the exact words that would go with your message:",
    AskPlanNone = "If you plan your week first, you can choose to send it along.",
    AskNotEmergency = "This form is not for emergencies. In danger, call 911. In a crisis, call or text 988.",
    AskPermission = "By pressing Send you let {clinic} contact you in the way you chose. It is a question, not a sign-up.",
    AskSend = "Send",
    AskSending = "Sending…",
    AskProblem = "There is a problem",
    AskTitleError = "Error: {title}",
    AskHoney = "Leave this one empty",
    AskNoBackend = "This clinic takes questions by phone: {phone}.",
    FieldMissingName = "Write what we should call you",
    FieldMissingReach = "Choose how we can reach you",
    FieldMissingPhone = "Write your phone number",
    FieldMissingEmail = "Write your email address",
    FieldMissingVoicemail = "Choose whether we may leave a message",
    FieldBadPhone = "Write a phone number with its area code, like 312 555 0134",
    FieldBadEmail = "Write an email address like name@example.org",
    FieldNotOneLine = "Keep this on one line",
    FieldTooLong = "Make this shorter: at most {most} characters",
    FieldRejected = "The clinic’s system did not accept this. Please check it",
    FieldRejectedAt = "{field}: the clinic’s system did not accept this. Please check it",
    FieldRejectedForm = "The clinic’s system did not accept this message. Please check each answer, or call us",

    // What became of it.
    DeliveredTitle = "Your message has arrived",
    DeliveredText = "A person at {clinic} will read it.",
    DeliveredReply = "You will hear from us {reply}.",
    DeliveredCall = "If you would rather talk, call {phone}.",
    DeliveredReceipt = "What you sent",
    UnconfirmedTitle = "We cannot tell whether it arrived",
    UnconfirmedText = "It was sent, but no clear answer came back. It may have arrived. If you hear nothing by the end of the next working day, please call {phone}.",
    UnconfirmedAgain = "Send it once more",
    UnconfirmedAgainHint = "If the clinic gets it twice, it can see that both are the same message.",
    RefusedTitle = "We could not send it",
    RefusedText = "The clinic’s system did not take the message. That is not your mistake, and nothing you wrote is lost. Please call {phone}, or copy your message and send it another way.",
    UnreachableTitle = "It was not sent",
    UnreachableText = "There seems to be no connection. Nothing you wrote is lost. Try again, or call {phone}.",
    TryAgain = "Try again",
    CopyText = "Copy my message",
    CopiedText = "Copied.",
    CopyFailed = "Copying did not work here. You can select the text below.",
    YourText = "Your message as text",
    NewMessage = "Write another message",

    // Text that can leave the page.
    MsgName = "Name: {value}",
    MsgReach = "Reach me by: {value}",
    MsgPhone = "Phone: {value}",
    MsgEmail = "Email: {value}",
    MsgVoicemail = "Leave a message: {value}",
    MsgWhom = "This is for: {value}",
    MsgNote = "Question: {value}",
    MsgPlanOffer = "The offer I am asking about: {track}",
    MsgPlanVerdict = "How it fits my week: {verdict}",
    MsgPlanWeek = "My week:",
    MsgPlanRow = "- {what}: {days}, {span}, {where}",
    MsgPlanChange = "- {change}",
    MsgPlanClinic = "From home to the clinic: {minutes}",

    // Moving about.
    NavFailed = "That page could not be opened. Check your connection; what you typed is still here.",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_empty_or_said_twice_under_two_names() {
        for (i, key) in Key::ALL.iter().enumerate() {
            assert!(!key.english().is_empty(), "{key:?}");
            let gaps_open = key.english().matches('{').count();
            assert_eq!(gaps_open, key.english().matches('}').count(), "{key:?}");
            assert!(!Key::ALL.iter().take(i).any(|other| other == key));
        }
    }

    #[test]
    fn no_text_claims_what_nobody_can_promise() {
        for key in Key::ALL {
            let text = key.english().to_lowercase();
            for claim in ["100%", "confidential", "hipaa", "you qualify", "covered", "guarantee", "right for you"] {
                assert!(!text.contains(claim), "{key:?} says {claim}");
            }
        }
    }
}
