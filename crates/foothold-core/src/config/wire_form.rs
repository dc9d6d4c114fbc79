//! The part `form` of the format, as types for the schema; see the file for the rest.

#![expect(clippy::doc_markdown, reason = "the comments are the schema's descriptions: plain text, not Markdown")]

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Where the contact form is sent, and how its answer is read: a service by name, or everything yourself.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Form {
    /// A form service that Foothold knows. What you write besides wins over what is known of it.
    service: Option<Service>,
    /// What the service calls your form: its id, hash, alias or number.
    id: Option<Id>,
    /// The public key that the service gave you.
    key: Option<String>,
    /// The number of your HubSpot portal.
    portal: Option<Id>,
    /// The address of your WordPress, such as "https://www.example.org".
    host: Option<String>,
    /// The address that receives the form, starting with "https://", or a path of this site such as "/contact.php".
    url: Option<String>,
    /// Other addresses that the answer may be fetched from, where the receiver redirects.
    redirects_to: Option<Vec<String>>,
    /// How the fields are written.
    encoding: Option<Encoding>,
    /// How JSON holds the fields. Without it each under its name.
    shape: Option<Shape>,
    /// True where no browser may read the receiver's answer. Visitors are then never told that a message arrived.
    opaque: Option<bool>,
    /// Which fields are sent. Without it all but "message".
    send: Option<Vec<Sent>>,
    /// What the receiving side calls our fields, where it calls them otherwise.
    names: Option<Names>,
    /// Names and values that are sent along unchanged, such as a form id. Everybody can read them.
    fixed: Option<BTreeMap<String, String>>,
    /// Questions to leave out: {"whom": false}. All are asked otherwise.
    ask: Option<Ask>,
    /// Questions of your own, at most 8.
    own: Option<Vec<Own>>,
    /// When an answer means that the message was delivered. Without it any status from 200 to 299.
    success: Option<Success>,
    /// How many seconds to wait for an answer. Without it 20.
    #[schemars(range(min = 5, max = 60))]
    timeout_s: Option<u16>,
}

/// A form service that Foothold knows; see docs/BACKENDS.md for what each needs.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum Service {
    /// Needs "id".
    Formspree,
    /// Needs "id", the form's name, and a page on Netlify itself.
    Netlify,
    /// Needs "key".
    #[serde(rename = "web3forms")]
    Web3Forms,
    /// Needs "id".
    Basin,
    /// Needs "id".
    Getform,
    /// Needs "id": your address or its alias.
    Formsubmit,
    /// Needs "key".
    Staticforms,
    /// Needs "portal" and "id".
    Hubspot,
    /// Needs "id", and "site_url" at the top of the file.
    Salesforce,
    /// Contact Form 7 on WordPress. Needs "host" and "id", a number.
    Cf7,
    /// Gravity Forms on WordPress. Needs "host", "id", a number, and "names".
    Gravity,
    /// Google Apps Script. Needs "id".
    AppsScript,
    /// Needs "url".
    Zapier,
    /// Needs "url".
    Make,
    /// Needs "url".
    #[serde(rename = "n8n")]
    N8n,
    /// Needs "url".
    Airtable,
}

/// A text, or a number.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
enum Id {
    /// As a text.
    Text(String),
    /// As a number.
    Number(u16),
}

/// How the fields are written.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum Encoding {
    /// As JSON.
    Json,
    /// As an ordinary web form.
    Urlencoded,
    /// As a web form in parts.
    Multipart,
    /// As JSON that is called text, for receivers that cannot answer a browser's question beforehand.
    TextJson,
}

/// How JSON holds the fields.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Shape {
    /// Each under its name.
    Flat,
    /// As a list under "fields", each with "name" and "value".
    Fields,
}

/// A field that can be sent.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Sent {
    /// What to keep to when getting in touch.
    SafeContact,
    /// A subject that gives nothing away.
    Subject,
    /// The person's name.
    Name,
    /// Whether to call, text or write.
    Reach,
    /// The phone number.
    Phone,
    /// The mail address.
    Email,
    /// Whether a voicemail may be left.
    Voicemail,
    /// When it is good to call or text.
    BestTime,
    /// Whether texts are allowed.
    TextsOk,
    /// The language to answer in.
    AnswerIn,
    /// Whether it is for the writer or somebody else.
    Whom,
    /// What the person wrote.
    Note,
    /// The plan that the person chose to send along.
    Plan,
    /// The whole message as one text.
    Message,
    /// A number that is the same when one message is sent twice.
    MessageId,
    /// An empty field that only machines fill in.
    Website,
}

/// What the receiving side calls our fields. A dot makes an object within the object, in JSON.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Names {
    /// What to keep to when getting in touch, in words.
    safe_contact: Option<String>,
    /// A subject that gives nothing away.
    subject: Option<String>,
    /// The person's name.
    name: Option<String>,
    /// Whether to call, text or write.
    reach: Option<String>,
    /// The phone number.
    phone: Option<String>,
    /// The mail address.
    email: Option<String>,
    /// Whether a voicemail may be left.
    voicemail: Option<String>,
    /// When it is good to call or text.
    best_time: Option<String>,
    /// Whether texts are allowed.
    texts_ok: Option<String>,
    /// The language to answer in.
    answer_in: Option<String>,
    /// Whether it is for the writer or somebody else.
    whom: Option<String>,
    /// What the person wrote.
    note: Option<String>,
    /// The plan that the person chose to send along.
    plan: Option<String>,
    /// The whole message as one text.
    message: Option<String>,
    /// A number that is the same when one message is sent twice.
    message_id: Option<String>,
    /// An empty field that only machines fill in.
    website: Option<String>,
}

/// Which of the questions that can be left out are asked.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Ask {
    /// When it is good to call or text.
    best_time: Option<bool>,
    /// Whether texts are allowed; a box that is not ticked beforehand.
    texts_ok: Option<bool>,
    /// The language to answer in, where "languages" names several.
    answer_in: Option<bool>,
    /// Whether it is for the writer or somebody else.
    whom: Option<bool>,
    /// The person's question in their own words.
    note: Option<bool>,
}

/// A question of your own. Please none about health, insurance, law or family.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Own {
    /// The name that is sent.
    id: String,
    /// The question as visitors read it.
    #[schemars(length(min = 1, max = 120))]
    label: String,
    /// What can be answered.
    kind: OwnKind,
    /// The answers to choose from, 2 to 12, for "choice".
    choices: Option<Vec<String>>,
    /// The most characters of a text. Without it 120.
    #[schemars(range(min = 1, max = 500))]
    most: Option<u16>,
    /// True if it must be answered. Without it people may skip it.
    needed: Option<bool>,
}

/// What can be answered to a question of your own.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum OwnKind {
    /// A line of text.
    Text,
    /// One of several answers.
    Choice,
    /// A box to tick.
    Checkbox,
}

/// When an answer means that the message was delivered.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Success {
    /// The first and the last status that may mean it: [200, 299].
    status: Option<[u16; 2]>,
    /// A value that must stand in the answer, or a list of which one must.
    json: Option<Signs>,
    /// False where a good answer does not mean that anybody will see the message.
    proves: Option<bool>,
    /// Where in the answer the fields stand that were not accepted, such as "errors".
    field_errors: Option<String>,
    /// What holds the field's name where those errors are a list. Without it "field".
    error_name: Option<String>,
    /// What the names in the answer lack in front to be those that were sent.
    error_prefix: Option<String>,
    /// Codes that stand for a field: {"INVALID_EMAIL": "email"}.
    error_codes: Option<BTreeMap<String, Sent>>,
}

/// One value that must stand in the answer, or several of which one must.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
enum Signs {
    /// This one.
    One(SuccessJson),
    /// Any of these.
    Any(Vec<SuccessJson>),
}

/// A value that must stand in the answer.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct SuccessJson {
    /// Where it stands: "ok", or with dots "data.ok".
    path: String,
    /// What it must be. Without it anything will do that is not empty.
    equals: Option<Plain>,
}

/// True or false, a number, or a text.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
enum Plain {
    /// True or false.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
}
