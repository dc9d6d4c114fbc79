use super::*;

fn call() -> Draft {
    Draft {
        name: "Ada".into(),
        reach: Some(Reach::Call),
        phone: "(312) 555-0134".into(),
        voicemail: Some(Voicemail::OnlySayYouCalled),
        ..Draft::default()
    }
}

fn errors(draft: &Draft) -> Vec<(Field, Problem)> {
    let errors = check(draft, &Questions::default(), "m1").err().unwrap_or_default();
    errors.iter().map(|e| (e.field, e.problem)).collect()
}

fn sent(draft: &Draft) -> Vec<(Field, String)> {
    let submission = check(draft, &Questions::default(), "m1").expect("nothing to correct");
    submission.fields().map(|(field, value)| (field, value.to_owned())).collect()
}

fn pairs(of: &[(Field, &str)]) -> Vec<(Field, String)> {
    of.iter().map(|(field, value)| (*field, (*value).to_owned())).collect()
}

#[test]
fn an_untouched_form_asks_for_a_name_and_a_way_of_contact_only() {
    let missing = [(Field::Name, Problem::Missing), (Field::Reach, Problem::Missing)];
    assert_eq!(errors(&Draft::default()), missing);
}

#[test]
fn each_way_of_contact_asks_for_what_it_needs() {
    let named = Draft { name: "Ada".into(), ..Draft::default() };
    let missing = |fields: &[Field]| fields.iter().map(|f| (*f, Problem::Missing)).collect::<Vec<_>>();
    for (reach, needed) in [
        (Reach::Call, [Field::Phone, Field::Voicemail].as_slice()),
        (Reach::Text, &[Field::Phone]),
        (Reach::Email, &[Field::Email]),
    ] {
        assert_eq!(errors(&Draft { reach: Some(reach), ..named.clone() }), missing(needed), "{reach:?}");
    }
}

#[test]
fn mistakes_come_in_form_order() {
    let draft = Draft {
        name: "\u{a0} ".into(),
        phone: "12".into(),
        voicemail: None,
        note: "x".repeat(1001),
        plan: Some("y".repeat(4001)),
        ..call()
    };
    let found: Vec<Field> = errors(&draft).into_iter().map(|(field, _)| field).collect();
    assert_eq!(found, [Field::Name, Field::Phone, Field::Voicemail, Field::Note, Field::Plan]);
    assert!(found.is_sorted());
    assert!(Field::ALL.is_sorted());
}

#[test]
fn a_filled_form_is_sent_in_form_order_with_blank_ends_cut_off() {
    let draft = Draft {
        name: "  Ada Lovelace ".into(),
        phone: "\u{202a}(312) 555-0134\u{202c} ".into(),
        whom: Some(Whom::SomeoneElse),
        note: " When do evenings start?\n".into(),
        plan: Some("Monday, 6pm to 9pm".into()),
        ..call()
    };
    let expected = [
        (Field::Name, "Ada Lovelace"),
        (Field::Reach, "call"),
        (Field::Phone, "(312) 555-0134"),
        (Field::Voicemail, "only_say_you_called"),
        (Field::Whom, "someone_else"),
        (Field::Note, " When do evenings start?\n"),
        (Field::Plan, "Monday, 6pm to 9pm"),
        (Field::MessageId, "m1"),
    ];
    assert_eq!(sent(&draft), pairs(&expected));
}

#[test]
fn what_no_longer_belongs_to_the_chosen_way_is_neither_checked_nor_sent() {
    let draft = Draft { reach: Some(Reach::Email), email: "ada@clinic.example".into(), ..call() };
    let expected =
        [(Field::Name, "Ada"), (Field::Reach, "email"), (Field::Email, "ada@clinic.example"), (Field::MessageId, "m1")];
    assert_eq!(sent(&draft), pairs(&expected));
    assert_eq!(sent(&Draft { phone: "nonsense".into(), ..draft.clone() }), pairs(&expected));
    let text = Draft { reach: Some(Reach::Text), ..draft };
    assert!(sent(&text).iter().all(|(field, _)| !matches!(field, Field::Voicemail | Field::Email)));
}

#[test]
fn phones_are_read_as_people_write_them() {
    for phone in [
        "3125550134",
        "312-555-0134",
        "(312) 555-0134",
        "312.555.0134",
        "312/555 0134",
        "+1 312 555 0134",
        "(+1) 312-555-0134",
        "1-312-555-0134 x12",
        "312-555-0134, ext. 12",
        "312 555 0134 EXT 7",
        "312 555 0134 extension 123456",
        "312 555 0134 #9",
        "312\u{a0}555\u{2011}0134",
        "+44 20 7946 0958",
        "+525512345678",
        "+123456789012345",
    ] {
        assert_eq!(errors(&Draft { phone: phone.into(), ..call() }), [], "{phone}");
    }
}

#[test]
fn what_nobody_can_dial_is_not_a_phone() {
    for phone in [
        "555-0134",
        "1234567890123456",
        "312-555-0134 x",
        "312-555-0134 x1234567",
        "312-555-0134 x12 x13",
        "312-555-CARE12345",
        "312+5550134999",
        "++13125550134",
        "312 555 0134 or 312 555 0135",
        "ada@clinic.example",
        "312 555\n0134",
    ] {
        let found = errors(&Draft { phone: phone.into(), ..call() });
        assert_eq!(found, [(Field::Phone, Problem::NotAPhone)], "{phone}");
    }
}

#[test]
fn mail_addresses_of_any_script_are_accepted() {
    for email in ["ada@clinic.example", "a.b+c@x.y.example", "josé@correo.example", "用户@例子.公司", "o'hara@x.io"]
    {
        let draft = Draft { reach: Some(Reach::Email), email: format!(" {email}\t"), ..call() };
        assert!(sent(&draft).contains(&(Field::Email, email.into())), "{email}");
    }
}

#[test]
fn what_no_mail_reaches_is_not_an_address() {
    for email in [
        "ada",
        "ada@clinic",
        "@clinic.example",
        "ada@",
        "ada@clinic.example.",
        "ada@.example",
        "ada@clinic..example",
        "ada@@clinic.example",
        "a@b.example,c@d.example",
        "ada lovelace@clinic.example",
        "Ada <ada@clinic.example>",
        "ada@clin\u{200b}ic.example",
        "ada@clinic.example\nBcc:all",
    ] {
        let found = errors(&Draft { reach: Some(Reach::Email), email: email.into(), ..call() });
        assert_eq!(found, [(Field::Email, Problem::NotAnEmail)], "{email}");
    }
}

#[test]
fn lengths_are_counted_in_characters_and_the_last_one_still_fits() {
    let sized = |field, n: usize| match field {
        Field::Name => Draft { name: "é".repeat(n), ..call() },
        Field::Phone => Draft { phone: format!("312{}5550134", " ".repeat(n - 10)), ..call() },
        Field::Email => {
            let email = format!("{}@clinic.example", "é".repeat(n - 15));
            Draft { reach: Some(Reach::Email), email, ..call() }
        }
        Field::Note => Draft { note: "🙂".repeat(n), ..call() },
        _ => Draft { plan: Some("ß".repeat(n)), ..call() },
    };
    for (field, most) in
        [(Field::Name, 80), (Field::Phone, 40), (Field::Email, 254), (Field::Note, 1000), (Field::Plan, 4000)]
    {
        let n = usize::from(most);
        assert_eq!(errors(&sized(field, n)), [], "{field:?}");
        assert_eq!(errors(&sized(field, n + 1)), [(field, Problem::TooLong { most })]);
    }
}

#[test]
fn a_name_of_two_lines_is_named_as_such() {
    let draft = Draft { name: "Ada\r\nBcc: all@clinic.example".into(), ..call() };
    assert_eq!(errors(&draft), [(Field::Name, Problem::NotOneLine)]);
}

#[test]
fn a_filled_invisible_field_is_sent_along_and_marks_the_submission() {
    let plain = check(&call(), &Questions::default(), "m1").expect("nothing to correct");
    assert!(!plain.suspicious());
    let draft = Draft { honeypot: " http://spam.example ".into(), ..call() };
    let marked = check(&draft, &Questions::default(), "m1").expect("nothing to correct");
    assert!(marked.suspicious());
    assert_eq!(marked.value(Field::Honeypot), Some(" http://spam.example "));
}

#[test]
fn checking_leaves_the_typed_text_alone_and_sends_only_parts_of_it() {
    let odd = ["", " ", "x", " Ада\u{200f} ", "3125550134 ", "a@b.example", "👩‍👩‍👧", "\u{0}", "=\"'<>&%+\n"];
    for text in odd {
        for reach in [None, Some(Reach::Call), Some(Reach::Text), Some(Reach::Email)] {
            let typed = Draft {
                name: format!("N {text}"),
                reach,
                phone: text.into(),
                email: text.into(),
                note: text.into(),
                plan: Some(text.into()),
                honeypot: text.into(),
                ..call()
            };
            let before = typed.clone();
            let result = check(&typed, &Questions::default(), "m1");
            assert_eq!(typed, before);
            if let Ok(submission) = result {
                let parts = [Field::Name, Field::Phone, Field::Email, Field::Note, Field::Plan];
                let part_of = |field, whole: &str| submission.value(field).is_none_or(|v| whole.contains(v));
                assert!(parts.into_iter().all(|f| part_of(f, &format!("N {text}"))), "{text:?}");
            }
        }
    }
}

#[test]
fn nothing_typed_shows_in_a_debug_text() {
    let draft = Draft { note: "secret".into(), ..call() };
    let shown = format!("{draft:?} {:?}", check(&draft, &Questions::default(), "m1"));
    assert!(!shown.contains("secret") && !shown.contains("Ada") && !shown.contains("312"), "{shown}");
}

#[test]
fn no_two_fields_share_a_name() {
    for (i, field) in Field::ALL.into_iter().enumerate() {
        assert!(Field::ALL.iter().skip(i + 1).all(|other| other.wire() != field.wire()));
    }
}

#[test]
fn the_list_of_names_is_that_of_the_fields() {
    assert_eq!(Field::ALL.map(Field::wire), Field::NAMES);
    assert!(Field::ALL.into_iter().all(|field| Field::named(field.wire()) == Some(field)));
}

fn own(id: &str, kind: OwnKind, needed: bool) -> Own {
    Own { id: id.into(), label: "A question".into(), kind, needed }
}

#[test]
fn texts_are_allowed_only_by_a_box_that_was_ticked_and_sending_works_without_it() {
    let draft = Draft {
        name: "Ada".into(),
        reach: Some(Reach::Text),
        phone: "312 555 0134".into(),
        best_time: " after 5pm ".into(),
        ..Draft::default()
    };
    let sent = check(&draft, &Questions::default(), "m1").expect("nothing to correct");
    assert_eq!((sent.value(Field::TextsOk), sent.value(Field::BestTime)), (None, Some("after 5pm")));
    let ticked = Draft { texts_ok: true, ..draft.clone() };
    assert_eq!(check(&ticked, &Questions::default(), "m1").expect("fine").value(Field::TextsOk), Some(TICKED));
    let mailed = Draft { reach: Some(Reach::Email), email: "ada@clinic.example".into(), ..ticked };
    let sent = check(&mailed, &Questions::default(), "m1").expect("fine");
    assert_eq!((sent.value(Field::TextsOk), sent.value(Field::BestTime)), (None, None));
    let broken = Draft { best_time: "a\nb".into(), ..draft };
    let errors = check(&broken, &Questions::default(), "m1").expect_err("a line break");
    assert_eq!(errors, [FieldError { field: Field::BestTime, problem: Problem::NotOneLine }]);
}

#[test]
fn what_a_clinic_does_not_ask_is_not_sent() {
    let draft = Draft {
        name: "Ada".into(),
        reach: Some(Reach::Email),
        email: "ada@clinic.example".into(),
        whom: Some(Whom::Me),
        note: "x".into(),
        answer_in: Some("es".into()),
        ..Draft::default()
    };
    let all = check(&draft, &Questions::default(), "m1").expect("fine");
    assert_eq!(all.value(Field::AnswerIn), Some("es"));
    let off = vec![Field::Whom, Field::Note, Field::AnswerIn];
    let sent = check(&draft, &Questions { off, own: Vec::new() }, "m1").expect("fine");
    assert_eq!(
        sent.fields().map(|(field, _)| field).collect::<Vec<_>>(),
        [Field::Name, Field::Reach, Field::Email, Field::MessageId]
    );
}

#[test]
fn a_clinics_own_questions_are_held_to_their_kind_and_their_limits() {
    let questions = Questions {
        off: Vec::new(),
        own: vec![
            own("a", OwnKind::Text(3), true),
            own("b", OwnKind::Choice(vec!["One".into(), "Two".into()]), false),
            own("c", OwnKind::Checkbox, false),
        ],
    };
    let plain =
        Draft { name: "Ada".into(), reach: Some(Reach::Email), email: "ada@clinic.example".into(), ..Draft::default() };
    let with = |answers: &[&str]| {
        let own = answers.iter().map(|answer| (*answer).to_owned()).collect();
        check(&Draft { own, ..plain.clone() }, &questions, "m1")
    };
    let problem =
        |answers: &[&str]| with(answers).expect_err("something to correct").first().map(|e| (e.field, e.problem));
    assert_eq!(problem(&[]), Some((Field::Own(0), Problem::Missing)));
    assert_eq!(problem(&["four"]), Some((Field::Own(0), Problem::TooLong { most: 3 })));
    assert_eq!(problem(&["a\nb"]), Some((Field::Own(0), Problem::NotOneLine)));
    let sent = with(&["abc", "Two", TICKED, "more than was asked"]).expect("fine");
    let own: Vec<_> = sent.fields().filter(|(field, _)| matches!(field, Field::Own(_))).collect();
    assert_eq!(own, [(Field::Own(0), "abc"), (Field::Own(1), "Two"), (Field::Own(2), TICKED)]);
    let odd = with(&["abc", "Three", "on"]).expect("what was not offered is not sent");
    assert_eq!((odd.value(Field::Own(1)), odd.value(Field::Own(2))), (None, None));
}
