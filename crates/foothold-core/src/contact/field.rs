//! What the form asks: its fields, their answers, and the questions of a clinic's own.
//!
//! Names and values as they are sent. What is wrong with an answer is for [`super::check()`].

/// One field of the form, or of what is sent with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// What to keep to when getting in touch, in words, before everything else.
    SafeContact,
    /// A subject that gives nothing away.
    Subject,
    /// What the clinic should call the person.
    Name,
    /// Call, text or mail.
    Reach,
    /// Number for a call or a text.
    Phone,
    /// Address for a mail.
    Email,
    /// Whether a message may be left.
    Voicemail,
    /// When it is good to call or text.
    BestTime,
    /// Whether texts are allowed, ticked on purpose.
    TextsOk,
    /// The language to answer in, as a tag.
    AnswerIn,
    /// For whom the person asks.
    Whom,
    /// A short question.
    Note,
    /// The planner's text that the person has seen and ticked.
    Plan,
    /// The whole message as one text, for back-ends whose fields are few and fixed.
    Message,
    /// One id for one message, so that a back-end can drop a doubled one.
    MessageId,
    /// Invisible to people; what fills it in is probably a machine.
    Honeypot,
    /// A question of the clinic's own, by its place in [`Questions::own`].
    Own(u8),
}

impl Field {
    /// All fields in form order, without the clinic's own.
    pub const ALL: [Self; 16] = [
        Self::SafeContact,
        Self::Subject,
        Self::Name,
        Self::Reach,
        Self::Phone,
        Self::Email,
        Self::Voicemail,
        Self::BestTime,
        Self::TextsOk,
        Self::AnswerIn,
        Self::Whom,
        Self::Note,
        Self::Plan,
        Self::Message,
        Self::MessageId,
        Self::Honeypot,
    ];

    /// Their names, in the same order.
    pub const NAMES: [&'static str; Self::ALL.len()] = [
        "safe_contact",
        "subject",
        "name",
        "reach",
        "phone",
        "email",
        "voicemail",
        "best_time",
        "texts_ok",
        "answer_in",
        "whom",
        "note",
        "plan",
        "message",
        "message_id",
        "website",
    ];

    /// The name that is sent where a clinic's file states no other.
    pub const fn wire(self) -> &'static str {
        match self {
            Self::SafeContact => "safe_contact",
            Self::Subject => "subject",
            Self::Name => "name",
            Self::Reach => "reach",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Voicemail => "voicemail",
            Self::BestTime => "best_time",
            Self::TextsOk => "texts_ok",
            Self::AnswerIn => "answer_in",
            Self::Whom => "whom",
            Self::Note => "note",
            Self::Plan => "plan",
            Self::Message => "message",
            Self::MessageId => "message_id",
            Self::Honeypot => "website",
            // Sent under the id that the clinic gives it.
            Self::Own(_) => "",
        }
    }

    /// The field that is sent under that name where a clinic's file states no other.
    pub fn named(wire: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.wire() == wire)
    }

    /// Whether a person can change what is sent in it.
    pub fn is_asked(self) -> bool {
        !matches!(self, Self::SafeContact | Self::Subject | Self::Message | Self::MessageId | Self::Honeypot)
    }
}

/// How the person wants to hear back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// By phone call.
    Call,
    /// By text message.
    Text,
    /// By mail.
    Email,
}

impl Reach {
    /// The value that is sent.
    pub const fn wire(self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::Text => "text",
            Self::Email => "email",
        }
    }
}

/// What may be left on the person's voicemail (compare 45 CFR 164.522(b)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voicemail {
    /// A message is fine.
    Yes,
    /// Only that somebody called, not from where or why.
    OnlySayYouCalled,
    /// Nothing.
    No,
}

impl Voicemail {
    /// The value that is sent.
    pub const fn wire(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::OnlySayYouCalled => "only_say_you_called",
            Self::No => "no",
        }
    }
}

/// For whom the person asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    /// For themselves.
    Me,
    /// For somebody they care about.
    SomeoneElse,
}

impl Whom {
    /// The value that is sent.
    pub const fn wire(self) -> &'static str {
        match self {
            Self::Me => "me",
            Self::SomeoneElse => "someone_else",
        }
    }
}

/// What is sent for a ticked box.
pub const TICKED: &str = "yes";

/// What a clinic asks and does not ask.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Questions {
    /// Questions that are not asked.
    pub off: Vec<Field>,
    /// Questions of the clinic's own.
    pub own: Vec<Own>,
}

/// A question of the clinic's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// The name that is sent.
    pub id: String,
    /// The question as visitors read it.
    pub label: String,
    /// What can be answered.
    pub kind: OwnKind,
    /// Whether an answer is needed.
    pub needed: bool,
}

/// What can be answered to a question of the clinic's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnKind {
    /// A line of at most that many characters.
    Text(u16),
    /// One of these.
    Choice(Vec<String>),
    /// A box to tick.
    Checkbox,
}

impl Questions {
    /// Whether the field is asked.
    pub fn asks(&self, field: Field) -> bool {
        !self.off.contains(&field)
    }
}
