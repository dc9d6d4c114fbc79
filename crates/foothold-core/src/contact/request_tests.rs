use super::super::tests::backend_of;
use super::super::{Draft, Own, OwnKind, Questions, Reach, SuccessRule, TICKED, Voicemail, check};
use super::*;

fn backend(encoding: Encoding, names: &[(Field, &str)], fixed: &[(&str, &str)]) -> Backend {
    Backend {
        url: "https://forms.clinic.example/in?id=7".into(),
        names: names.iter().map(|(field, name)| (*field, (*name).to_owned())).collect(),
        fixed: fixed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        timeout_s: 12,
        ..backend_of(encoding, SuccessRule { status: (200, 299), signs: Vec::new(), proves: true, errors: None })
    }
}

fn submission() -> Submission {
    let draft = Draft {
        name: "Ada".into(),
        reach: Some(Reach::Call),
        phone: "(312) 555-0134".into(),
        voicemail: Some(Voicemail::No),
        note: "Evenings?".into(),
        ..Draft::default()
    };
    check(&draft, &Questions::default(), "m1").expect("nothing to correct")
}

fn text(backend: &Backend) -> String {
    match request(backend, &submission()).body {
        Body::Text { text, .. } => text,
        Body::Multipart(_) => "multipart".into(),
    }
}

#[test]
fn a_web_form_carries_fixed_pairs_first_then_the_fields_in_form_order() {
    let request = request(&backend(Encoding::Urlencoded, &[(Field::Phone, "tel")], &[("form id", "7")]), &submission());
    let text = "form+id=7&name=Ada&reach=call&tel=%28312%29+555-0134&voicemail=no&note=Evenings%3F&message_id=m1";
    let content_type = "application/x-www-form-urlencoded";
    assert_eq!((request.url.as_str(), request.timeout_s), ("https://forms.clinic.example/in?id=7", 12));
    assert_eq!(request.body, Body::Text { content_type, text: text.into() });
    assert!(request.headers.contains(&("Content-Type".into(), content_type.into())));
}

#[test]
fn json_nests_where_the_names_have_dots() {
    let names = [(Field::Name, "contact.name"), (Field::Phone, "contact.tel")];
    assert_eq!(
        text(&backend(Encoding::Json, &names, &[("form.id", "7")])),
        r#"{"form":{"id":"7"},"contact":{"name":"Ada","tel":"(312) 555-0134"},"reach":"call","voicemail":"no","note":"Evenings?","message_id":"m1"}"#
    );
}

#[test]
fn parts_are_left_to_the_browser() {
    let request = request(&backend(Encoding::Multipart, &[(Field::Name, "a.b")], &[]), &submission());
    let Body::Multipart(pairs) = request.body else { panic!("parts were asked for") };
    assert_eq!(pairs.first(), Some(&("a.b".to_owned(), "Ada".to_owned())));
    assert_eq!(request.headers, [("Accept".to_owned(), "application/json".to_owned())]);
}

#[test]
fn a_fixed_pair_never_stands_in_for_what_a_person_said() {
    let fixed = [("name", "Nobody"), ("tel", "911"), ("email", "office@clinic.example")];
    let form = text(&backend(Encoding::Urlencoded, &[(Field::Phone, "tel")], &fixed));
    assert!(form.starts_with("email=office%40clinic.example&name=Ada&reach=call&tel=%28312%29"), "{form}");
    let json = text(&backend(Encoding::Json, &[(Field::Name, "who.name")], &[("who", "x"), ("note.kind", "y")]));
    assert!(json.starts_with(r#"{"who":{"name":"Ada"}"#) && json.contains(r#""note":"Evenings?""#), "{json}");
}

#[test]
fn two_fields_under_one_name_are_both_sent() {
    let names = [(Field::Note, "name"), (Field::Phone, "note"), (Field::Reach, "")];
    let form = text(&backend(Encoding::Urlencoded, &names, &[]));
    assert_eq!(form, "name=Ada&reach=call&note=%28312%29+555-0134&voicemail=no&note_=Evenings%3F&message_id=m1");
}

#[test]
fn whatever_the_names_every_field_has_one_of_its_own() {
    let words = ["", "name", "note", "note_", "reach", "a.b", "a"];
    for a in words {
        for b in words {
            for c in words {
                let stated = [(Field::Name, a), (Field::Email, b), (Field::Note, c), (Field::MessageId, a)];
                let names = wire_names(&backend(Encoding::Json, &stated, &[]));
                assert_eq!(names.len(), Field::ALL.len());
                for (i, (_, name)) in names.iter().enumerate() {
                    assert!(names.iter().skip(i + 1).all(|(_, other)| other != name), "{i} {names:?}");
                }
            }
        }
    }
}

#[test]
fn a_clinics_own_answers_go_under_their_ids_where_the_question_goes_too() {
    let own = vec![Own { id: "heard".into(), label: "Q".into(), kind: OwnKind::Checkbox, needed: false }];
    let questions = Questions { off: Vec::new(), own };
    let draft = Draft {
        name: "Ada".into(),
        reach: Some(Reach::Email),
        email: "ada@clinic.example".into(),
        own: vec![TICKED.into()],
        ..Draft::default()
    };
    let submission = check(&draft, &questions, "m1").expect("nothing to correct");
    let whole = Backend { questions, ..backend(Encoding::Urlencoded, &[], &[]) };
    let Body::Text { text, .. } = request(&whole, &submission).body else { panic!("a text") };
    assert_eq!(text, "name=Ada&reach=email&email=ada%40clinic.example&message_id=m1&heard=yes");
    let few = Backend { send: vec![Field::Name, Field::Message], ..whole };
    let Body::Text { text, .. } = request(&few, &submission).body else { panic!("a text") };
    assert_eq!(text, "name=Ada");
}
