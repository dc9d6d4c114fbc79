//! Every service of the table against its recorded requests and answers.

use super::verdict::tests::told;
use super::*;
use crate::config::load;
use crate::json;

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/contact/services");

/// A back-end with everything else as it is where nothing is stated.
pub(super) fn backend_of(encoding: Encoding, success: SuccessRule) -> Backend {
    Backend {
        url: "https://forms.clinic.example/".into(),
        redirects_to: Vec::new(),
        encoding,
        shape: Shape::Flat,
        opaque: false,
        send: Field::ALL.into_iter().filter(|field| *field != Field::Message).collect(),
        names: Vec::new(),
        fixed: Vec::new(),
        questions: Questions::default(),
        success,
        timeout_s: 20,
    }
}

#[expect(clippy::disallowed_methods, reason = "recorded answers are read for the test, not by the core")]
fn fixture(name: &str) -> Value {
    let text = std::fs::read_to_string(format!("{FIXTURES}/{name}.json")).expect("a record of every service");
    json::parse(&text).expect("JSON")
}

fn written(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Text(text) => json::quote(text),
        Value::List(items) => format!("[{}]", items.iter().map(written).collect::<Vec<_>>().join(",")),
        Value::Object(members) => {
            let members = members.iter().map(|(name, value)| format!("{}:{}", json::quote(name), written(value)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(","))
        }
    }
}

fn backend(name: &str, file: &Value) -> Backend {
    let form = written(file.get("form").expect("what stands in the clinic's file"));
    let clinic =
        format!(r#"{{"name":"N","phone":"(312) 555-0134","site_url":"https://clinic.example/iop","form":{form}}}"#);
    let loaded = load(&clinic);
    let issues: Vec<_> = loaded.issues.iter().filter(|issue| issue.path.starts_with("form")).collect();
    loaded.site.and_then(|site| site.backend).unwrap_or_else(|| panic!("{name} is off: {issues:?}"))
}

fn submission() -> Submission {
    let draft = Draft {
        safe_contact: "Only say that you called.".into(),
        subject: "Message from the website".into(),
        name: "Robin".into(),
        reach: Some(Reach::Call),
        phone: "(312) 555-0199".into(),
        voicemail: Some(Voicemail::OnlySayYouCalled),
        whom: Some(Whom::Me),
        note: "A place in December?".into(),
        message: "Only say that you called.\nName: Robin\nPhone: (312) 555-0199".into(),
        ..Draft::default()
    };
    check(&draft, &Questions::default(), "m1").expect("nothing to correct")
}

/// Names of all records: the services, and an endpoint of one's own.
fn records() -> Vec<&'static str> {
    SERVICES.into_iter().chain(["own"]).collect()
}

#[test]
fn each_service_is_sent_what_its_record_says() {
    for name in records() {
        let file = fixture(name);
        let text = |path: &str| file.at(path).and_then(Value::as_text).map(str::to_owned);
        let request = request(&backend(name, &file), &submission());
        assert_eq!(Some(&request.url), text("request.url").as_ref(), "{name}");
        match &request.body {
            Body::Text { content_type, text: body } => {
                assert_eq!(Some(*content_type), text("request.content_type").as_deref(), "{name}");
                assert_eq!(Some(body), text("request.body").as_ref(), "{name}");
            }
            Body::Multipart(pairs) => {
                assert_eq!(text("request.content_type").as_deref(), Some("multipart/form-data"), "{name}");
                let pair =
                    |(a, b): &(String, String)| Value::List(vec![Value::Text(a.clone()), Value::Text(b.clone())]);
                assert_eq!(Some(&Value::List(pairs.iter().map(pair).collect())), file.at("request.pairs"), "{name}");
            }
        }
        let allowed = ["Accept", "Content-Type"];
        assert!(request.headers.iter().all(|(header, _)| allowed.contains(&header.as_str())), "{name}");
    }
}

#[test]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "statuses in our own files are small")]
fn each_answer_of_a_service_is_judged_as_its_record_says() {
    let mut judged = 0;
    for name in records() {
        let file = fixture(name);
        let backend = backend(name, &file);
        let Some(Value::List(answers)) = file.get("answers") else { panic!("{name} has no answers") };
        for answer in answers {
            let text = |name: &str| answer.get(name).and_then(Value::as_text).expect("a text").to_owned();
            let Some(Value::Number(status)) = answer.get("status") else { panic!("{name}: a status") };
            let arrival = Arrival::Answered { status: *status as u16, body: text("body") };
            assert_eq!(told(&verdict(&backend, &arrival)), text("delivery"), "{name}: {}", text("what"));
            judged += 1;
        }
    }
    assert!(judged >= 60, "{judged}");
}

/// Everything that a shell can ever see of a request.
fn arrivals() -> Vec<Arrival> {
    let bodies = [
        "",
        "Accepted",
        "null",
        "{}",
        "[]",
        "<!doctype html><title>Thank you</title>",
        "{\"success\":true",
        "\"true\"",
        r#"{"success":true}"#,
        r#"{"success":"true"}"#,
        r#"{"success":"false"}"#,
        r#"{"success":1}"#,
        r#"{"next":"/"}"#,
        r#"{"next":""}"#,
        r#"{"ok":true}"#,
        r#"{"ok":"true"}"#,
        r#"{"status":"mail_sent"}"#,
        r#"{"status":"spam"}"#,
        r#"{"is_valid":true}"#,
        r#"{"is_valid":"true"}"#,
        r#"{"result":"success"}"#,
        r#"{"inlineMessage":"x"}"#,
        r#"{"redirectUri":"https://x.example/"}"#,
        r#"{"id":1}"#,
        r#"{"state":"ok"}"#,
        r#"{"message":"Workflow was started"}"#,
        r#"{"errors":[{"field":"email"}]}"#,
        r#"{"errors":[{"errorType":"INVALID_EMAIL"}]}"#,
        r#"{"errors":{"email":"x"}}"#,
        r#"{"status":"validation_failed","invalid_fields":[{"field":"your-name"}]}"#,
        r#"{"is_valid":false,"validation_messages":{"1":"x"}}"#,
        r#"{"problems":[{"at":"who"}]}"#,
    ];
    let statuses = [
        0, 100, 199, 200, 201, 204, 299, 301, 302, 400, 401, 403, 404, 405, 410, 415, 422, 429, 500, 502, 503, 504, 524,
    ];
    let mut arrivals = vec![Arrival::Opaque, Arrival::TimedOut, Arrival::LostAfterSending, Arrival::NotSent];
    for status in statuses {
        arrivals.extend(bodies.map(|body| Arrival::Answered { status, body: body.to_owned() }));
    }
    arrivals
}

/// The kind of an outcome: delivered, rejected, refused, unconfirmed, unreachable.
fn kind(delivery: &Delivery) -> &'static str {
    match delivery {
        Delivery::Delivered => "delivered",
        Delivery::Unconfirmed(_) => "unconfirmed",
        Delivery::Rejected { .. } => "rejected",
        Delivery::Refused(_) => "refused",
        Delivery::Unreachable => "unreachable",
    }
}

#[test]
fn each_service_can_end_in_the_outcomes_of_its_class_and_in_no_other() {
    let all = ["delivered", "unconfirmed", "rejected", "refused", "unreachable"];
    let never: [(&str, &[&str]); 17] = [
        ("formspree", &[]),
        ("netlify", &["delivered", "rejected"]),
        ("web3forms", &["rejected"]),
        ("basin", &["rejected"]),
        ("getform", &["rejected"]),
        ("formsubmit", &["rejected"]),
        ("staticforms", &["rejected"]),
        ("hubspot", &[]),
        ("salesforce", &["delivered", "rejected", "refused"]),
        ("cf7", &[]),
        ("gravity", &[]),
        ("apps-script", &["rejected"]),
        ("zapier", &["delivered", "rejected"]),
        ("make", &["rejected"]),
        ("n8n", &["rejected"]),
        ("airtable", &["delivered", "rejected", "refused"]),
        ("own", &[]),
    ];
    assert_eq!(never.map(|(name, _)| name).to_vec(), records());
    for (name, never) in never {
        let backend = backend(name, &fixture(name));
        let arrivals = arrivals();
        let seen: Vec<&str> = arrivals.iter().map(|arrival| kind(&verdict(&backend, arrival))).collect();
        for outcome in all {
            assert_eq!(seen.contains(&outcome), !never.contains(&outcome), "{name}: {outcome}");
        }
    }
}

#[test]
fn nothing_but_an_answer_that_was_read_is_ever_a_delivery_whatever_the_service() {
    for name in records() {
        let backend = backend(name, &fixture(name));
        for arrival in arrivals() {
            let delivered = verdict(&backend, &arrival) == Delivery::Delivered;
            let read = matches!(&arrival, Arrival::Answered { status, .. } if (200..300).contains(status));
            assert!(!delivered || read && !backend.opaque && backend.success.proves, "{name}: {arrival:?}");
        }
    }
}
