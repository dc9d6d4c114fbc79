//! The form services that Foothold knows, as rows of data: each is what a clinic could write under
//! `form` itself, with gaps such as `{id}` for what only the clinic knows.
//!
//! A row holds what sending needs. What only the owner of the page needs to know about a service is in
//! [`About`], which no visitor downloads.

use crate::json::{Value, parse};

const ROWS: &str = include_str!("presets.json");

/// The names of the services, in the table's order.
pub const SERVICES: [&str; 16] = [
    "formspree",
    "netlify",
    "web3forms",
    "basin",
    "getform",
    "formsubmit",
    "staticforms",
    "hubspot",
    "salesforce",
    "cf7",
    "gravity",
    "apps-script",
    "zapier",
    "make",
    "n8n",
    "airtable",
];

/// The row of a service: an object as under `form`, gaps unfilled.
pub fn row(service: &str) -> Option<Value> {
    parse(ROWS).ok()?.get(service).cloned()
}

/// What only the owner of a page needs to know about a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About {
    /// The service.
    pub name: &'static str,
    /// Hosts that its addresses end with; empty where the clinic runs it.
    pub hosts: &'static [&'static str],
    /// What its yes means.
    pub sent: Sent,
    /// Who holds the messages.
    pub holder: Holder,
    /// Whether a captcha can be switched on there, which stops this form.
    pub captcha: bool,
}

/// What a service's yes means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// It took the message, and says so in words of its own.
    Taken,
    /// Only an answer that the clinic builds into its own flow says that the message was dealt with.
    BuiltByClinic,
    /// Nothing: it says yes in any case.
    Nothing,
    /// Its answer cannot be read in a browser.
    Unreadable,
}

/// Who holds the messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// The clinic, or whoever hosts for it.
    Clinic,
    /// A company that offers agreements on some of its plans.
    AsksPlan,
    /// A company of which no agreement is known to us; nobody was asked.
    NoneKnown,
}

/// The table for owners.
const ABOUT: [About; 16] = [
    about("formspree", &["formspree.io"], Sent::Taken, Holder::NoneKnown, true),
    about("netlify", &[], Sent::Nothing, Holder::AsksPlan, true),
    about("web3forms", &["web3forms.com"], Sent::Taken, Holder::NoneKnown, true),
    about("basin", &["usebasin.com"], Sent::Taken, Holder::NoneKnown, true),
    about("getform", &["getform.io", "forminit.com"], Sent::Taken, Holder::NoneKnown, true),
    about("formsubmit", &["formsubmit.co"], Sent::Taken, Holder::NoneKnown, true),
    about("staticforms", &["staticforms.xyz", "staticforms.dev"], Sent::Taken, Holder::NoneKnown, true),
    about("hubspot", &["hsforms.com"], Sent::Taken, Holder::AsksPlan, true),
    about("salesforce", &["salesforce.com"], Sent::Unreadable, Holder::AsksPlan, true),
    about("cf7", &[], Sent::Taken, Holder::Clinic, true),
    about("gravity", &[], Sent::Taken, Holder::Clinic, true),
    about("apps-script", &["google.com"], Sent::BuiltByClinic, Holder::AsksPlan, false),
    about("zapier", &["zapier.com"], Sent::Nothing, Holder::NoneKnown, false),
    about("make", &["make.com"], Sent::BuiltByClinic, Holder::AsksPlan, false),
    about("n8n", &[], Sent::BuiltByClinic, Holder::Clinic, false),
    about("airtable", &["airtable.com"], Sent::Unreadable, Holder::AsksPlan, false),
];

/// What the owner of a page needs to know about a service.
pub fn about_service(name: &str) -> Option<About> {
    ABOUT.into_iter().find(|about| about.name == name)
}

const fn about(name: &'static str, hosts: &'static [&'static str], sent: Sent, holder: Holder, captcha: bool) -> About {
    About { name, hosts, sent, holder, captcha }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_names_and_what_owners_read_are_of_the_same_services() {
        let Ok(Value::Object(rows)) = parse(ROWS) else { panic!("the rows are one JSON object") };
        let names: Vec<&str> = rows.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, SERVICES);
        assert_eq!(ABOUT.map(|about| about.name), SERVICES);
    }
}
