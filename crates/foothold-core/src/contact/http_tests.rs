use super::*;
use crate::json::{self, Value};

fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
    of.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// The reader of the WHATWG URL standard, slow and obvious.
fn decode_form(text: &str) -> Vec<(String, String)> {
    let part = |part: &str| {
        let mut bytes = Vec::new();
        let mut rest = part.bytes();
        while let Some(byte) = rest.next() {
            bytes.push(match byte {
                b'+' => b' ',
                b'%' => {
                    let digits = String::from_utf8(rest.by_ref().take(2).collect()).expect("ASCII");
                    u8::from_str_radix(&digits, 16).expect("two digits")
                }
                other => other,
            });
        }
        String::from_utf8(bytes).expect("UTF-8")
    };
    let split = |pair: &str| pair.split_once('=').map(|(name, value)| (part(name), part(value)));
    text.split('&').filter(|pair| !pair.is_empty()).filter_map(split).collect()
}

/// Every character there is, in texts of 4096.
fn all_characters() -> impl Iterator<Item = String> {
    (0..=0x0010_ffff_u32).step_by(4096).map(|from| (from..from + 4096).filter_map(char::from_u32).collect())
}

#[test]
fn form_bodies_are_written_as_the_standard_says() {
    let body = encode_form(&pairs(&[("a b", "c&d=e+f"), ("~*-._!'()", "é\r\n🙂"), ("", ""), ("z", "%00\0")]));
    assert_eq!(body, "a+b=c%26d%3De%2Bf&%7E*-._%21%27%28%29=%C3%A9%0D%0A%F0%9F%99%82&=&z=%2500%00");
}

#[test]
fn a_first_pair_without_name_or_value_still_counts() {
    assert_eq!(encode_form(&pairs(&[("", ""), ("a", "b")])), "=&a=b");
}

#[test]
fn no_character_gets_lost_in_a_form_body() {
    for text in all_characters() {
        let sent = vec![("name".to_owned(), text.clone()), (text, "value".to_owned())];
        let body = encode_form(&sent);
        assert!(body.is_ascii());
        assert_eq!(decode_form(&body), sent);
    }
}

#[test]
fn no_character_gets_lost_in_a_json_body() {
    for text in all_characters() {
        let body = encode_json(&[("note".to_owned(), text.clone())]);
        let ours = json::parse(&body).expect("JSON");
        let oracle: serde_json::Value = serde_json::from_str(&body).expect("JSON");
        assert_eq!(ours.get("note").and_then(Value::as_text), Some(text.as_str()));
        assert_eq!(oracle.get("note").and_then(serde_json::Value::as_str), Some(text.as_str()));
    }
}

#[test]
fn names_of_any_character_come_back_too() {
    for text in all_characters().map(|text| text.replace('.', "")) {
        let body = encode_json(&[(text.clone(), "value".to_owned())]);
        assert!(json::parse(&body).is_ok_and(|v| v.get(&text) == Some(&Value::Text("value".into()))));
    }
}

#[test]
fn dots_make_objects_in_objects() {
    for (sent, body) in [
        (&[][..], "{}"),
        (&[("a", "1")], r#"{"a":"1"}"#),
        (&[("a.b", "1"), ("c", "2"), ("a.d", "3")], r#"{"a":{"b":"1","d":"3"},"c":"2"}"#),
        (&[("a.b.c", "1"), ("a.b.d", "2")], r#"{"a":{"b":{"c":"1","d":"2"}}}"#),
        (
            &[("a..b", "1"), (".c", "2"), ("d.", "3"), (".", "4"), ("", "5")],
            r#"{"a..b":"1",".c":"2","d.":"3",".":"4","":"5"}"#,
        ),
    ] {
        assert_eq!(encode_json(&pairs(sent)), body);
    }
}

#[test]
fn names_that_want_the_same_place_lose_nothing() {
    for (sent, body) in [
        (&[("a", "1"), ("a", "2")][..], r#"{"a":["1","2"]}"#),
        (&[("a", "1"), ("a.b", "2")], r#"{"a":{"b":"2","":"1"}}"#),
        (&[("a.b", "2"), ("a", "1")], r#"{"a":{"b":"2","":"1"}}"#),
        (&[("a.b", "2"), ("a", "1"), ("a", "3")], r#"{"a":{"b":"2","":["1","3"]}}"#),
    ] {
        assert_eq!(encode_json(&pairs(sent)), body);
    }
}

#[test]
fn a_name_of_very_many_dots_stays_one_name() {
    let name = "a.".repeat(100_000) + "a";
    let body = encode_json(&[(name.clone(), "1".to_owned())]);
    assert_eq!(body, format!("{{{}:\"1\"}}", quote(&name)));
}

#[test]
fn only_a_text_states_its_type_and_nothing_asks_the_server_beforehand() {
    let text = Body::Text { content_type: "application/json", text: "{}".into() };
    let names = |body| HttpRequest::post("https://clinic.example/", body, 20).headers;
    let accept = ("Accept", "application/json");
    assert_eq!(names(Body::Multipart(Vec::new())), pairs(&[accept]));
    assert_eq!(names(text), pairs(&[accept, ("Content-Type", "application/json")]));
}

#[test]
fn a_debug_text_shows_nothing_of_a_body() {
    let text = Body::Text { content_type: "text/plain", text: "secret".into() };
    let parts = Body::Multipart(pairs(&[("note", "secret")]));
    assert_eq!(format!("{text:?} {parts:?}"), "Text(..) Multipart(..)");
}
