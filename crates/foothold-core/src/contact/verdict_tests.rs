use super::super::tests::backend_of;
use super::super::{Draft, Encoding, Questions, Reach, Sign, SuccessRule, check};
use super::*;

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/contact/generic");

#[expect(clippy::disallowed_methods, reason = "recorded answers are read for the test, not by the core")]
fn fixtures() -> Vec<(String, Value)> {
    let files = std::fs::read_dir(FIXTURES).expect("the fixtures' folder");
    let mut files: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
    files.sort();
    let read = |path: &std::path::PathBuf| {
        let text = std::fs::read_to_string(path).expect("a text");
        (path.display().to_string(), json::parse(&text).expect("JSON"))
    };
    files.iter().map(read).collect()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "statuses in our own files are small")]
fn status(value: &Value) -> u16 {
    match value {
        Value::Number(number) => *number as u16,
        _ => panic!("a status is a number"),
    }
}

fn backend(names: Vec<(Field, String)>, success: SuccessRule) -> Backend {
    Backend { names, ..backend_of(Encoding::Json, success) }
}

fn errors(path: Option<&str>) -> Option<ErrorRule> {
    let (name, prefix) = ("field".into(), String::new());
    path.map(|path| ErrorRule { path: path.into(), name, prefix, codes: Vec::new() })
}

fn rule(status: (u16, u16), json: Option<(String, Value)>, field_errors: Option<&str>) -> SuccessRule {
    let signs = json.into_iter().map(|(path, equals)| Sign { path, equals: Some(equals) }).collect();
    SuccessRule { status, signs, proves: true, errors: errors(field_errors) }
}

fn recorded_backend(file: &Value) -> Backend {
    let text = |path: &str| file.at(path).and_then(Value::as_text);
    let name = |field: Field| Some((field, text(&format!("names.{}", field.wire()))?.to_owned()));
    let json = text("success.json.path")
        .map(|path| (path.to_owned(), file.at("success.json.equals").expect("a value beside the path").clone()));
    let edge = |path: &str| status(file.at(path).expect("a status range"));
    let status = (edge("success.status.0"), edge("success.status.1"));
    let success = rule(status, json, text("success.field_errors"));
    backend(Field::ALL.into_iter().filter_map(name).collect(), success)
}

pub(in crate::contact) fn told(delivery: &Delivery) -> String {
    match delivery {
        Delivery::Delivered => "delivered".into(),
        Delivery::Unconfirmed(Why::MeaninglessAnswer) => "unconfirmed meaningless".into(),
        Delivery::Unconfirmed(Why::LostAnswer) => "unconfirmed lost".into(),
        Delivery::Unconfirmed(Why::Opaque) => "unconfirmed opaque".into(),
        Delivery::Refused(RefusedWhy::Status(status)) => format!("refused {status}"),
        Delivery::Refused(RefusedWhy::Busy) => "refused busy".into(),
        Delivery::Refused(RefusedWhy::SaidNo) => "refused said no".into(),
        Delivery::Rejected { fields, others } => {
            let others = (*others > 0).then(|| format!("+{others}"));
            let fields = fields.iter().map(|field| format!("{field:?}"));
            let words: Vec<String> = ["rejected".into()].into_iter().chain(fields).chain(others).collect();
            words.join(" ")
        }
        other => format!("{other:?}"),
    }
}

#[test]
fn recorded_answers_are_judged_as_their_files_say() {
    let files = fixtures();
    assert!(files.len() >= 5);
    for (path, file) in &files {
        let backend = recorded_backend(file);
        let Some(Value::List(answers)) = file.get("answers") else { panic!("{path} has no answers") };
        for answer in answers {
            let text = |name: &str| answer.get(name).and_then(Value::as_text).expect("a text").to_owned();
            let status = status(answer.get("status").expect("a status"));
            let arrival = Arrival::Answered { status, body: text("body") };
            assert_eq!(told(&verdict(&backend, &arrival)), text("delivery"), "{path}: {}", text("what"));
        }
    }
}

#[test]
fn without_an_answer_that_was_read_nothing_is_claimed() {
    for (_, file) in fixtures() {
        let backend = recorded_backend(&file);
        for (arrival, delivery) in [
            (Arrival::Opaque, Delivery::Unconfirmed(Why::Opaque)),
            (Arrival::TimedOut, Delivery::Unconfirmed(Why::TimedOut)),
            (Arrival::LostAfterSending, Delivery::Unconfirmed(Why::LostAnswer)),
            (Arrival::NotSent, Delivery::Unreachable),
        ] {
            assert_eq!(verdict(&backend, &arrival), delivery);
        }
    }
}

#[test]
fn delivery_is_claimed_only_for_a_status_in_range_and_a_rule_that_holds() {
    let texts = ["true", "false", "\"true\"", "1", "0", "null", "\"\"", "[]", "{}", "[true]", "{\"ok\":true}", ""];
    let expected = [Value::Bool(true), Value::Text("true".into()), Value::Number(1.0), Value::Bool(false)];
    let mut bodies: Vec<String> = texts.map(str::to_owned).to_vec();
    for text in texts {
        for errors in ["{}", "{\"email\":\"x\"}", "{\"x\":1}", "[]", "null"] {
            bodies.push(format!("{{\"ok\":{text},\"errors\":{errors}}}"));
            bodies.push(format!("{{\"errors\":{errors},\"a\":{{\"ok\":{text}}}}}"));
        }
    }
    let mut rules: Vec<Option<(String, Value)>> = vec![None];
    for path in ["ok", "a.ok", "", "0"] {
        rules.extend(expected.iter().map(|value| Some((path.to_owned(), value.clone()))));
    }
    let (mut claimed, mut seen) = (0_u32, 0_u32);
    for json in rules {
        for range in [(200, 299), (200, 200), (201, 204), (302, 302), (100, 599), (400, 499), (299, 200)] {
            for field_errors in [None, Some("errors")] {
                let success = rule(range, json.clone(), field_errors);
                let backend = backend(Vec::new(), success);
                for status in [0, 100, 199, 200, 201, 204, 299, 302, 304, 400, 404, 422, 429, 500, 502, 504, 599, 999] {
                    for body in &bodies {
                        let arrival = Arrival::Answered { status, body: body.clone() };
                        let delivered = verdict(&backend, &arrival) == Delivery::Delivered;
                        let answer = json::parse(body).ok();
                        let holds = json.as_ref().is_none_or(|(path, expected)| {
                            answer.as_ref().and_then(|answer| answer.at(path)) == Some(expected)
                        });
                        let in_range = range.0 <= status && status <= range.1;
                        assert!(!delivered || (in_range && holds && status < 400), "{status} {body} {json:?}");
                        claimed += u32::from(delivered);
                        seen += 1;
                    }
                }
            }
        }
    }
    assert!(claimed > 1000 && claimed < seen / 10, "{claimed} of {seen}");
}

#[test]
fn a_refusal_is_never_said_of_a_gateway_that_may_have_passed_the_message_on() {
    let backend = backend(Vec::new(), rule((200, 299), None, None));
    for status in [502, 504, 520, 522, 524] {
        let arrival = Arrival::Answered { status, body: String::new() };
        assert_eq!(verdict(&backend, &arrival), Delivery::Unconfirmed(Why::LostAnswer), "{status}");
    }
}

#[test]
fn what_was_typed_stays_unless_it_was_seen_to_arrive() {
    assert!(!Delivery::Delivered.keeps_draft());
    for delivery in [
        Delivery::Unconfirmed(Why::Opaque),
        Delivery::Rejected { fields: vec![Field::Email], others: 0 },
        Delivery::Refused(RefusedWhy::Busy),
        Delivery::Unreachable,
    ] {
        assert!(delivery.keeps_draft());
    }
}

#[test]
fn a_yes_to_a_form_with_its_invisible_field_filled_is_no_claim() {
    let draft =
        Draft { name: "Ada".into(), reach: Some(Reach::Email), email: "ada@clinic.example".into(), ..Draft::default() };
    let plain = check(&draft, &Questions::default(), "m1").expect("nothing to correct");
    let marked =
        check(&Draft { honeypot: "x".into(), ..draft }, &Questions::default(), "m1").expect("nothing to correct");
    assert_eq!(Delivery::Delivered.of(&plain), Delivery::Delivered);
    assert_eq!(Delivery::Delivered.of(&marked), Delivery::Unconfirmed(Why::MeaninglessAnswer));
    assert_eq!(Delivery::Unreachable.of(&marked), Delivery::Unreachable);
}

#[test]
fn a_debug_text_shows_nothing_of_an_answer() {
    let arrival = Arrival::Answered { status: 200, body: "{\"echo\":\"secret\"}".into() };
    assert_eq!(format!("{arrival:?}"), "Answered(200, ..)");
}
