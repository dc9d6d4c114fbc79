//! How the inbox answers: well, or in one of the ways in which real form back-ends go wrong.

/// One way of answering `POST /message`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Stores and confirms.
    Ok,
    /// Names a field it does not accept.
    Reject,
    /// Refuses the sender.
    Refuse,
    /// Breaks.
    Error,
    /// Says with a good status that it failed.
    Failure,
    /// Stores and answers without a word.
    Empty,
    /// Never answers.
    Hang,
    /// Stores, and the answer is lost.
    DropAnswer,
    /// Hangs up before reading.
    Drop,
    /// Stores, but the page may not read the answer.
    NoCors,
    /// Does not even let the page ask; what is sent without asking is stored.
    NoPreflight,
    /// Stores, and the answer breaks off.
    Cut,
    /// Stores, and the answer never ends.
    HangBody,
    /// Answers with a page for people.
    Html,
    /// Answers with a word where a truth value belongs.
    Word,
    /// Sends the sender elsewhere.
    Redirect,
    /// Stores and confirms at great length.
    Huge,
    /// Stores and confirms after a while.
    Slow,
}

impl Mode {
    /// Every mode, in the order the page shows them.
    pub const ALL: [Self; 18] = [
        Self::Ok,
        Self::Reject,
        Self::Refuse,
        Self::Error,
        Self::Failure,
        Self::Empty,
        Self::Hang,
        Self::DropAnswer,
        Self::Drop,
        Self::NoCors,
        Self::NoPreflight,
        Self::Cut,
        Self::HangBody,
        Self::Html,
        Self::Word,
        Self::Redirect,
        Self::Huge,
        Self::Slow,
    ];

    /// The name used on the command line and in requests.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Reject => "reject",
            Self::Refuse => "refuse",
            Self::Error => "error",
            Self::Failure => "failure",
            Self::Empty => "empty",
            Self::Hang => "hang",
            Self::DropAnswer => "drop-answer",
            Self::Drop => "drop",
            Self::NoCors => "no-cors",
            Self::NoPreflight => "no-preflight",
            Self::Cut => "cut",
            Self::HangBody => "hang-body",
            Self::Html => "html",
            Self::Word => "word",
            Self::Redirect => "redirect",
            Self::Huge => "huge",
            Self::Slow => "slow",
        }
    }

    /// What happens to a message, for the person choosing.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Ok => "Keeps the message and confirms it (200).",
            Self::Reject => "Says that the field \u{201c}contact\u{201d} is not accepted (422). Keeps nothing.",
            Self::Refuse => "Refuses, as a service does when it does not know the sender (403). Keeps nothing.",
            Self::Error => "Breaks, as a server with a fault does (500). Keeps nothing.",
            Self::Failure => "Answers 200 but says in the answer that it failed. Keeps nothing.",
            Self::Empty => "Keeps the message and answers 200 without a word.",
            Self::Hang => "Takes the message and never answers. Keeps nothing.",
            Self::DropAnswer => "Keeps the message, then hangs up before answering.",
            Self::Drop => "Hangs up at once, before reading the message. Keeps nothing.",
            Self::NoCors => "Keeps the message; the answer lacks the permission a browser needs to read it.",
            Self::NoPreflight => {
                "Refuses a browser's question beforehand; keeps what comes without one, unreadably answered."
            }
            Self::Cut => "Keeps the message; the answer breaks off in the middle.",
            Self::HangBody => "Keeps the message; the answer begins and never ends.",
            Self::Html => "Answers 200 with a page, as one that asks whether you are human does. Keeps nothing.",
            Self::Word => "Answers 200 with \u{201c}true\u{201d} as a word instead of as a value. Keeps nothing.",
            Self::Redirect => "Leads to a page that thanks (302). Keeps nothing.",
            Self::Huge => "Keeps the message and confirms it in 4 MB.",
            Self::Slow => "Keeps the message and confirms it after a second.",
        }
    }

    /// The mode of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.name() == name)
    }

    /// All names, for messages about an unknown one.
    pub fn names() -> String {
        Self::ALL.map(Self::name).join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::Mode;

    #[test]
    fn every_mode_is_found_by_its_name() {
        for mode in Mode::ALL {
            assert_eq!(Mode::named(mode.name()), Some(mode));
        }
        assert_eq!(Mode::named("OK"), None);
    }
}
