//! What the clinic's web person should know about form services, in English. Visitors never see it.

use foothold_core::config::IssueKind;
use foothold_core::contact::{Sent, about_service};

/// The name of a service as its maker writes it.
pub fn title(service: &str) -> &str {
    match service {
        "formspree" => "Formspree",
        "netlify" => "Netlify Forms",
        "web3forms" => "Web3Forms",
        "basin" => "Basin",
        "getform" => "Getform",
        "formsubmit" => "FormSubmit",
        "staticforms" => "Static Forms",
        "hubspot" => "HubSpot",
        "salesforce" => "Salesforce",
        "cf7" => "Contact Form 7",
        "gravity" => "Gravity Forms",
        "apps-script" => "Google Apps Script",
        "zapier" => "Zapier",
        "make" => "Make",
        "airtable" => "Airtable",
        other => other,
    }
}

/// What "sent" means at a service; at an endpoint of one's own where there is none.
pub fn what_sent_means(service: Option<&str>) -> &'static str {
    match service.and_then(about_service).map(|about| about.sent) {
        Some(Sent::Taken) => {
            "It says yes in words of its own once it has taken the message. Whether anybody reads it, it cannot say."
        }
        Some(Sent::BuiltByClinic) => {
            "Its own yes only means that something was started. Visitors read that a message arrived only if your flow answers so at its end."
        }
        Some(Sent::Nothing) => "It says yes in any case, so visitors are never told that a message arrived.",
        Some(Sent::Unreadable) => "No browser may read its answer, so visitors are never told that a message arrived.",
        None => "What your rule in “success” says.",
    }
}

/// An issue about a form service.
pub(crate) fn sentence(kind: &IssueKind) -> String {
    match kind {
        IssueKind::UnreadableId { numeric: true } => {
            "this must be the number of the form, not its short code. In the form's own list it stands in the address, after “post=” or “id=”.".to_owned()
        }
        IssueKind::UnreadableId { numeric: false } => {
            "this has characters that no id has. Copy the id alone, without the address around it.".to_owned()
        }
        IssueKind::NameTaken => "another field of the form has this name. Give it one of its own.".to_owned(),
        IssueKind::TooMuch { count, most } => format!("{count} here is more than a form can bear. Stay within {most}."),
        IssueKind::NeverMatches => {
            "no answer can ever match this, so no message would count as delivered. Write a path as names with dots, like data.ok, \
             and a status range that includes some of 200 to 399."
                .to_owned()
        }
        IssueKind::OpaqueNeedsPlainPost => {
            "what is sent without reading the answer can only be an ordinary web form. Write \"encoding\": \"urlencoded\".".to_owned()
        }
        IssueKind::FixedHidden => {
            "a field that people fill in has this name too; where they do, their words are sent and this is not. Rename one of them.".to_owned()
        }
        IssueKind::OtherHost { service } => {
            format!("this address is not one of {}. Check it, or name another service or none.", title(service))
        }
        IssueKind::Captcha => {
            "this asks for a captcha. Foothold shows none and solves none, so every message would be held or lost. Switch the \
             captcha off at the service and take this out; the form has a hidden field and a minimum time of its own."
                .to_owned()
        }
        IssueKind::CaptchaStops { service } => format!(
            "if a captcha is switched on for this form at {}, messages stop arriving. Keep it off there, and send a test message from time to time.",
            title(service)
        ),
        IssueKind::HeldByOthers { service, some_plans } => {
            let known = if *some_plans {
                "It offers agreements on some plans only"
            } else {
                "We know of no BAA or QSOA that it signs, and have not asked it"
            };
            format!(
                "{} would hold messages from people who ask for treatment. {known}: ask it in writing which agreement covers \
                 them, and ask your counsel what you need; or use an endpoint of your own, or take “form” out.",
                title(service)
            )
        }
        IssueKind::NeverSeen { service } => format!(
            "visitors are never told that a message arrived, and are asked to call if they hear nothing. {}",
            if service.is_some() { what_sent_means(*service) } else { "The rule in this file says so." }
        ),
        IssueKind::NamesGuessed { service } => format!(
            "the fields of your form at {} have names of their own; the usual ones are used. Compare them, and write \"names\" where they differ.",
            title(service)
        ),
        _ => String::new(),
    }
}
