use super::*;

fn as_serde(value: &Value) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(b) => (*b).into(),
        Value::Number(n) => serde_json::Number::from_f64(*n).into(),
        Value::Text(text) => text.clone().into(),
        Value::List(items) => items.iter().map(as_serde).collect(),
        Value::Object(members) => {
            members.iter().map(|(k, v)| (k.clone(), as_serde(v))).collect::<serde_json::Map<_, _>>().into()
        }
    }
}

fn floats(value: serde_json::Value) -> serde_json::Value {
    use serde_json::Value as V;
    match value {
        V::Number(n) => serde_json::Number::from_f64(n.as_f64().expect("finite")).into(),
        V::Array(items) => items.into_iter().map(floats).collect(),
        V::Object(map) => map.into_iter().map(|(k, v)| (k, floats(v))).collect::<serde_json::Map<_, _>>().into(),
        other => other,
    }
}

/// Equal, but for the last digit of a number.
fn alike(a: &serde_json::Value, b: &serde_json::Value) -> bool {
    use serde_json::Value as V;
    match (a, b) {
        (V::Number(a), V::Number(b)) => {
            let (a, b) = (a.as_f64().expect("finite"), b.as_f64().expect("finite"));
            (a - b).abs() <= b.abs() * 1e-15
        }
        (V::Array(a), V::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| alike(a, b)),
        (V::Object(a), V::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(k, v)| b.get(k).is_some_and(|other| alike(v, other)))
        }
        _ => a == b,
    }
}

/// A tiny generator with a fixed seed: mutates real text so that both readers meet broken files.
fn mutations(seed: &str) -> Vec<String> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).expect("fits")
    };
    let chars: Vec<char> = seed.chars().collect();
    let spice: Vec<char> = "{}[]\",:\\ue19.-+tfn \n\u{1}é".chars().collect();
    (0..4000)
        .map(|_| {
            let mut copy = chars.clone();
            for _ in 0..=next() % 3 {
                let at = next() % copy.len();
                match next() % 3 {
                    0 => {
                        copy.remove(at);
                    }
                    1 => copy.insert(at, spice[next() % spice.len()]),
                    _ => copy[at] = spice[next() % spice.len()],
                }
            }
            copy.into_iter().collect()
        })
        .collect()
}

#[test]
fn agrees_with_serde_json_on_good_and_broken_text() {
    let seed = r#"{"a": [1, -2.5e3, true, null, "x\n\u00e9\ud83d\ude00"], "b": {"c": "", "d": []}, "e": 0.1}"#;
    let mut good = 0;
    for text in std::iter::once(seed.to_owned()).chain(mutations(seed)) {
        match (parse(&text), serde_json::from_str::<serde_json::Value>(&text)) {
            (Ok(ours), Ok(theirs)) => {
                good += 1;
                assert!(alike(&as_serde(&ours), &floats(theirs)), "{text}");
            }
            (Err(_), Err(_)) => {}
            (ours, theirs) => panic!("disagree on {text:?}: ours {ours:?}, serde_json {theirs:?}"),
        }
    }
    assert!(good > 100, "the mutations must leave some texts valid, left {good}");
}

#[test]
fn says_line_and_column_of_the_first_mistake() {
    let error = parse("{\n  \"a\": 1\n  \"b\": 2\n}").expect_err("a comma is missing");
    assert_eq!(error, SyntaxError { line: 3, column: 3, expected: Expected::CommaOrEnd });
    assert_eq!(parse("{\"a\": tru}").expect_err("no such word").column, 7);
    assert_eq!(parse("[1,]").expect_err("a value is missing").expected, Expected::Value);
    assert_eq!(parse("[1] 2").expect_err("too much").expected, Expected::End);
}

#[test]
fn refuses_a_file_that_nests_without_end() {
    let deep = "[".repeat(100_000);
    assert_eq!(parse(&deep).expect_err("too deep").expected, Expected::LessDepth);
}

#[test]
fn finds_values_by_dotted_path() {
    let value = parse(r#"{"data": [{"ok": true}], "x": {"y": "z"}}"#).expect("json");
    assert_eq!(value.at("data.0.ok"), Some(&Value::Bool(true)));
    assert_eq!(value.at("x.y").and_then(Value::as_text), Some("z"));
    assert_eq!(value.at("data.1.ok"), None);
    assert_eq!(value.at(""), Some(&value));
}

#[test]
fn the_last_of_a_doubled_name_counts() {
    assert_eq!(parse(r#"{"a": 1, "a": 2}"#).expect("json").get("a"), Some(&Value::Number(2.0)));
}

#[test]
fn quoting_survives_reading() {
    let text = "a \"quoted\" line\nwith \\ and \u{1} and é😀";
    assert_eq!(parse(&quote(text)).expect("json"), Value::Text(text.to_owned()));
}
