//! What `foothold send-test` and the check page say to the clinic's web person about a test message, in English.

use crate::services::what_sent_means;
use foothold_core::contact::{Delivery, RefusedWhy, Why};

/// The name in a test message.
pub const NAME: &str = "TEST, please ignore";
/// The question in a test message.
pub const NOTE: &str = "This is a test message of your own form. Nobody is waiting for an answer.";
/// Heading on the check page.
pub const TITLE: &str = "Send a test message";
/// What the test on the check page does; before the button.
pub const ABOUT: &str = "Sends one message as the form would, from this browser, and shows what came back. It is marked as a \
                         test and has a number that belongs to nobody. This is the name and the question in it:";
/// The button.
pub const PRESS: &str = "Send the test message";
/// While it is on its way.
pub const BUSY: &str = "On its way ...";
/// Where the second part of the app could not be had.
pub const NOT_READY: &str = "The test needs scripts and a connection. Reload the page to try again.";
/// Heading over faults that were recognized.
pub const FAULT: &str = "A known fault";
/// What this page's test does not prove.
pub const PAGE_LIMITS: &str = "This was this browser on this page. Whether the message is in your mail or your list, only a look there \
                               can tell. Try it again from a phone on another network.";
/// The form is off, on the check page.
pub const PAGE_OFF: &str = "There is nothing to test: the form is off. The list above says why.";

/// The form is off.
pub const OFF: &str = "There is nothing to send: the form is off. Run `foothold check` to see why.";
/// What a terminal cannot show.
pub const LIMITS: &str = "What this does not prove: that a browser on your page may send and read this too. Its policy, its \
                          blockers and the headers of your own server are not part of this test.";
/// Heading over the request.
pub const REQUEST: &str = "What is sent";
/// Heading over the question beforehand.
pub const PREFLIGHT: &str = "The question that a browser asks beforehand (OPTIONS)";
/// Heading over the answer.
pub const ANSWER: &str = "The answer";
/// Heading over what visitors would read.
pub const VERDICT: &str = "What a visitor would read";
/// Nobody answered.
pub const NO_ANSWER: &str = "No answer came back.";
/// Browsers ask nothing beforehand.
pub const NO_PREFLIGHT: &str = "A browser asks nothing beforehand for this kind of message.";
/// The question was answered well.
pub const PREFLIGHT_FINE: &str = "Answered as a browser needs it.";
/// The question was answered badly.
pub const PREFLIGHT_BAD: &str = "A browser would stop here and send nothing: the answer must have a status of 200 to 299 and allow the page's \
                                 origin and the header Content-Type. If you cannot change that, write \"encoding\": \"text-json\" or \"urlencoded\".";
/// The answer may not be read by a page.
pub const UNREADABLE: &str =
    "The answer does not allow your page to read it (Access-Control-Allow-Origin), so a browser sees none at all.";
/// The answer need not be read.
pub const BLIND: &str = "It is sent without asking to read the answer, as `opaque` says.";

/// This command cannot reach the address; how to do it otherwise.
pub fn beyond_reach(url: &str) -> String {
    format!(
        "This command sends only to this machine and without encryption (http://127.0.0.1 or localhost), and {url} is \
         elsewhere. The same request for curl, which sends a real message:"
    )
}

/// The machine could not be reached; the reason is the system's.
pub fn unreachable(reason: &str) -> String {
    format!("Nothing could be sent: {reason}. Is the receiver running?")
}

/// What a visitor would read, and what “sent” means at this service.
pub fn verdict(delivery: &Delivery, service: Option<&str>) -> String {
    format!("{}\n{}", said(delivery), sent_means(service))
}

/// What “sent” means at this service.
pub fn sent_means(service: Option<&str>) -> String {
    format!("What “sent” means here: {}", what_sent_means(service))
}

/// What a visitor would read, and why.
pub fn said(delivery: &Delivery) -> &'static str {
    match delivery {
        Delivery::Delivered => "“Your message has arrived.”",
        Delivery::Unconfirmed(Why::Opaque) => {
            "“We cannot tell whether it arrived.” Nothing can be read of this receiver's answers."
        }
        Delivery::Unconfirmed(Why::MeaninglessAnswer) => {
            "“We cannot tell whether it arrived.” The answer lacks the sign of success that the rule asks for, or proves nothing."
        }
        Delivery::Unconfirmed(Why::TimedOut) => "“We cannot tell whether it arrived.” No answer came in time.",
        Delivery::Unconfirmed(Why::LostAnswer) => {
            "“We cannot tell whether it arrived.” The answer was lost or may not be read."
        }
        Delivery::Rejected { .. } => {
            "“There is a problem”, with the fields that the receiver did not accept. If the test's own are fine, the receiver asks for something that this form does not ask."
        }
        Delivery::Refused(RefusedWhy::Busy) => {
            "“We could not send it.” The receiver says that there are too many messages."
        }
        Delivery::Refused(_) => "“We could not send it.” The receiver said no; its answer above may say why.",
        Delivery::Unreachable => "“It was not sent.”",
    }
}

/// What an answer with a known fault has in it, and how to mend that.
pub const FAULTS: [(&str, &str); 12] = [
    ("FORM_HAS_RECAPTCHA_ENABLED", "A captcha is on in HubSpot: switch it off for this form."),
    ("MISSING_PROCESSING_CONSENT", "The HubSpot form has a consent box: use a form without one."),
    (
        "FIELD_NOT_IN_FORM_DEFINITION",
        "The HubSpot form lacks a field that is sent: add it there, or take it out of “send”.",
    ),
    ("needs Activation", "The form is not activated: open the first mail from FormSubmit and press its link."),
    ("rest_no_route", "WordPress knows no such form: the id must be its number, and the REST interface must be on."),
    ("wpcf7_unsupported_media_type", "Contact Form 7 takes only \"encoding\": \"multipart\"."),
    ("webhook is not registered", "The n8n workflow is not active, or this is its address for testing."),
    ("no scenario listening", "The Make scenario is switched off."),
    ("Invalid access key", "The key is wrong: copy it from the service's own page."),
    ("Invalid API key", "The key is wrong: copy it from the service's own page."),
    ("FORM_NOT_FOUND", "The service knows no form of this id."),
    ("INACTIVE", "The form is switched off at the service."),
];

/// The mend of a known fault in an answer.
pub fn known_fault(body: &str) -> Option<&'static str> {
    FAULTS.into_iter().find(|(mark, _)| body.contains(mark)).map(|(_, mend)| mend)
}
