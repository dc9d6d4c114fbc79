//! The form itself. Typed texts are not in its markup: they are put into the fields.

use crate::app::State;
use crate::browser;
use crate::components::{Controls, calls, markup};
use crate::contact::Sending;
use foothold_core::contact::{
    Backend, Delivery, Draft, Encoding, Field, Own, OwnKind, Questions, Reach, TICKED, Voicemail, Whom,
};
use foothold_words::{Key, Words};

/// The element of a field.
pub(super) fn field_id(field: Field) -> String {
    let id = match field {
        Field::Name => "ask-name",
        Field::Reach => "ask-reach-call",
        Field::Phone => "ask-phone",
        Field::Email => "ask-email",
        Field::Voicemail => "ask-voicemail-yes",
        Field::BestTime => "ask-best-time",
        Field::TextsOk => "ask-texts",
        Field::AnswerIn => "ask-answer-0",
        Field::Whom => "ask-whom-me",
        Field::Note | Field::Message => "ask-note",
        Field::Plan => "ask-plan",
        Field::SafeContact | Field::Subject | Field::MessageId | Field::Honeypot => "ask-website",
        Field::Own(at) => return own_id(usize::from(at)),
    };
    id.to_owned()
}

fn own_id(at: usize) -> String {
    format!("ask-own-{at}")
}

/// The element of an answer to choose.
fn answer_id(of: &str, at: usize) -> String {
    format!("{of}-{at}")
}

/// What the form is drawn from, besides texts that are being typed.
struct Drawing<'a> {
    words: Words,
    sending: &'a Sending,
    backend: Option<&'a Backend>,
}

/// The form; nothing once the message was seen to arrive.
pub(super) fn html(state: &State) -> String {
    if state.sending == Sending::Done(Delivery::Delivered) {
        return String::new();
    }
    let words = state.words;
    let site = state.site.as_ref();
    let backend = site.and_then(|site| site.backend.as_ref());
    let plain = Questions::default();
    let questions = backend.map_or(&plain, |backend| &backend.questions);
    let draw = Drawing { words, sending: &state.sending, backend };
    let Draft { reach, voicemail, whom, .. } = state.form;
    let say = |key: Key| words.say(key);
    let clinic = site.map_or("", |site| site.name.as_str());
    let mut out = String::new();
    let attributes = "type=\"text\" autocomplete=\"name\"";
    out.push_str(&draw.text(Field::Name, say(Key::AskName), say(Key::AskNameHint), attributes));
    let reaches = [("ask-reach-call", Reach::Call), ("ask-reach-text", Reach::Text), ("ask-reach-email", Reach::Email)];
    let answers = reaches.map(|(id, r)| answer(id, r.wire(), reach == Some(r), words.reach(r)));
    out.push_str(&draw.choice(Field::Reach, say(Key::AskReach), "", &answers));
    // Where the app runs, a question that hangs on how somebody is to be reached comes once that is said. A page without
    // it cannot bring it later; and what is filled in already stays in view.
    let living = state.began_ms > 0.0;
    let shown = |field: Field, ways: &[Reach]| {
        let is_asked = match reach {
            Some(chosen) => ways.contains(&chosen),
            None => !living || is_filled(&state.form, field),
        };
        is_asked || draw.wrong(field).is_some()
    };
    let phones = [Reach::Call, Reach::Text];
    let phone = draw.text(Field::Phone, say(Key::AskPhone), "", "type=\"tel\" autocomplete=\"tel\"");
    let mut part = |shown: bool, inner: &str| out.push_str(&unless_gone(shown, inner));
    part(shown(Field::Phone, &phones), &phone);
    if questions.asks(Field::TextsOk) {
        let label = words.fill(Key::AskTexts, &[("clinic", clinic)]);
        let tick = draw.tick(Field::TextsOk, &label, say(Key::AskTextsHint), state.form.texts_ok);
        part(shown(Field::TextsOk, &phones), &tick);
    }
    let attributes = "type=\"email\" autocomplete=\"email\"";
    let email = draw.text(Field::Email, say(Key::AskEmail), say(Key::AskEmailHint), attributes);
    part(shown(Field::Email, &[Reach::Email]), &email);
    let leave = [
        ("ask-voicemail-yes", Voicemail::Yes),
        ("ask-voicemail-only-called", Voicemail::OnlySayYouCalled),
        ("ask-voicemail-no", Voicemail::No),
    ];
    let answers = leave.map(|(id, v)| answer(id, v.wire(), voicemail == Some(v), words.voicemail(v)));
    let voicemail = draw.choice(Field::Voicemail, say(Key::AskVoicemail), "", &answers);
    part(shown(Field::Voicemail, &[Reach::Call]), &voicemail);
    if questions.asks(Field::BestTime) {
        let attributes = "type=\"text\" autocomplete=\"off\"";
        let best = draw.text(Field::BestTime, say(Key::AskBestTime), say(Key::AskBestTimeHint), attributes);
        part(shown(Field::BestTime, &phones), &best);
    }
    if let Some(tags) = site.map(|site| site.languages.as_slice()).filter(|tags| tags.len() > 1)
        && questions.asks(Field::AnswerIn)
    {
        let tag_answer = |(at, tag): (usize, &String)| {
            let chosen = state.form.answer_in.as_ref() == Some(tag);
            answer(&answer_id("ask-answer", at), tag, chosen, Words::language(tag).to_owned())
        };
        let answers: Vec<Answer> = tags.iter().enumerate().map(tag_answer).collect();
        out.push_str(&draw.choice(Field::AnswerIn, say(Key::AskAnswerIn), "", &answers));
    }
    if questions.asks(Field::Whom) {
        let whoms = [("ask-whom-me", Whom::Me), ("ask-whom-other", Whom::SomeoneElse)];
        let answers = whoms.map(|(id, w)| answer(id, w.wire(), whom == Some(w), words.whom(w)));
        out.push_str(&draw.choice(Field::Whom, say(Key::AskWhom), say(Key::AskWhomHint), &answers));
    }
    if questions.asks(Field::Note) {
        out.push_str(&draw.text(Field::Note, say(Key::AskNote), say(Key::AskNoteHint), ""));
    }
    for (at, own) in questions.own.iter().enumerate() {
        out.push_str(&draw.own(at, own, state.form.own.get(at).map_or("", String::as_str)));
    }
    out.push_str(&attach(state));
    out.push_str(&draw.end(clinic));
    draw.form(&out)
}

/// What stands in the form's text fields.
pub(super) fn controls(form: &Draft) -> Controls {
    let texts = [
        (Field::Name, &form.name),
        (Field::Phone, &form.phone),
        (Field::Email, &form.email),
        (Field::BestTime, &form.best_time),
        (Field::Note, &form.note),
        (Field::Honeypot, &form.honeypot),
    ];
    let own = form.own.iter().enumerate().map(|(at, text)| (own_id(at), text.clone()));
    texts.iter().map(|(field, text)| (field_id(*field), (*text).clone())).chain(own).collect()
}

/// Whether something stands in a field that hangs on how somebody is to be reached.
fn is_filled(form: &Draft, field: Field) -> bool {
    match field {
        Field::Phone => !form.phone.is_empty(),
        Field::Email => !form.email.is_empty(),
        Field::BestTime => !form.best_time.is_empty(),
        Field::Voicemail => form.voicemail.is_some(),
        _ => form.texts_ok,
    }
}

fn unless_gone(shown: bool, inner: &str) -> String {
    markup(if shown { "<div>{!}</div>" } else { "<div class=\"gone\">{!}</div>" }, &[inner])
}

/// One answer of a choice: its id, its value for a plain post, whether it is chosen, its words.
type Answer = (String, String, bool, String);

fn answer(id: &str, value: &str, chosen: bool, text: String) -> Answer {
    (id.to_owned(), value.to_owned(), chosen, text)
}

impl Drawing<'_> {
    /// What is wrong with a field, as last found.
    fn wrong(&self, field: Field) -> Option<String> {
        match self.sending {
            Sending::Wrong(errors) => {
                errors.iter().find(|error| error.field == field).map(|error| self.words.field_problem(error))
            }
            Sending::Done(Delivery::Rejected { fields, .. }) if fields.contains(&field) => {
                Some(self.words.say(Key::FieldRejected).to_owned())
            }
            _ => None,
        }
    }

    /// The back-end's name for a field, so that a plain post without scripts arrives too.
    fn name(&self, field: Field) -> String {
        if let (Field::Own(at), Some(backend)) = (field, self.backend) {
            return backend.questions.own.get(usize::from(at)).map(|own| own.id.clone()).unwrap_or_default();
        }
        let stated = self.backend.and_then(|b| b.names.iter().find(|(own, _)| *own == field));
        stated.map_or_else(|| field.wire().to_owned(), |(_, name)| name.clone())
    }

    fn error(&self, field: Field) -> (String, &'static str) {
        match self.wrong(field) {
            Some(text) => {
                (markup("<p class=\"field-error\" id=\"{}-error\">{}</p>", &[&field_id(field), &text]), " field-wrong")
            }
            None => (String::new(), ""),
        }
    }

    fn text(&self, field: Field, label: &str, hint: &str, attributes: &str) -> String {
        let id = &field_id(field);
        let (error, class) = self.error(field);
        let mut described = String::new();
        let mut hint_html = String::new();
        if !hint.is_empty() {
            hint_html = markup("<p class=\"hint\" id=\"{}-hint\">{}</p>", &[id, hint]);
            described = format!("{id}-hint");
        }
        if !error.is_empty() {
            described = format!("{described} {id}-error");
        }
        let mut extra = String::new();
        if !described.is_empty() {
            extra = markup(" aria-describedby=\"{}\"", &[described.trim()]);
        }
        if !error.is_empty() {
            extra.push_str(" aria-invalid=\"true\"");
        }
        let name = self.name(field);
        let control = if field == Field::Note {
            let area = "<textarea id=\"{}\" name=\"{}\" rows=\"5\" autocomplete=\"off\"{!}></textarea>";
            markup(area, &[id, &name, &extra])
        } else {
            markup("<input id=\"{}\" name=\"{}\" {!}{!}>", &[id, &name, attributes, &extra])
        };
        markup(
            "<div class=\"field{}\"><label for=\"{}\">{}</label>{!}{!}{!}</div>",
            &[class, id, label, &hint_html, &error, &control],
        )
    }

    /// A question of the clinic's own.
    fn own(&self, at: usize, own: &Own, typed: &str) -> String {
        let field = Field::Own(u8::try_from(at).unwrap_or_default());
        match &own.kind {
            OwnKind::Text(_) => self.text(field, &own.label, "", "type=\"text\" autocomplete=\"off\""),
            OwnKind::Checkbox => self.tick(field, &own.label, "", typed == TICKED),
            OwnKind::Choice(choices) => {
                let of = own_id(at);
                let one = |(at, text): (usize, &String)| answer(&answer_id(&of, at), text, text == typed, text.clone());
                self.choice(field, &own.label, "", &choices.iter().enumerate().map(one).collect::<Vec<_>>())
            }
        }
    }

    /// A box to tick; never ticked beforehand.
    fn tick(&self, field: Field, label: &str, hint: &str, ticked: bool) -> String {
        let id = &field_id(field);
        let (error, class) = self.error(field);
        let hint = if hint.is_empty() { String::new() } else { markup("<p class=\"hint\">{}</p>", &[hint]) };
        markup(
            "<div class=\"field{}\">{!}<span class=\"choice choice-line\"><input type=\"checkbox\" id=\"{}\" name=\"{}\" value=\"{}\"{!}>\
             <label for=\"{}\">{}</label></span>{!}</div>",
            &[class, &error, id, &self.name(field), TICKED, if ticked { " checked" } else { "" }, id, label, &hint],
        )
    }

    fn choice(&self, field: Field, label: &str, hint: &str, answers: &[Answer]) -> String {
        let (error, class) = self.error(field);
        let name = self.name(field);
        let mut pills = String::new();
        for (id, value, chosen, text) in answers {
            let pill = "<span class=\"choice\"><input type=\"radio\" id=\"{}\" name=\"{}\" value=\"{}\"{!}>\
                        <label for=\"{}\"{!}>{}</label></span>";
            // A language's name is in that language.
            let lang = if field == Field::AnswerIn { markup(" lang=\"{}\"", &[value]) } else { String::new() };
            pills.push_str(&markup(pill, &[id, &name, value, if *chosen { " checked" } else { "" }, id, &lang, text]));
        }
        let hint = if hint.is_empty() { String::new() } else { markup("<p class=\"hint\">{}</p>", &[hint]) };
        let described = if error.is_empty() {
            String::new()
        } else {
            markup(" aria-describedby=\"{}-error\"", &[&field_id(field)])
        };
        markup(
            "<fieldset class=\"field{}\"{!}><legend>{}</legend>{!}{!}<div class=\"choices\">{!}</div></fieldset>",
            &[class, &described, label, &hint, &error, &pills],
        )
    }

    /// What stands between the last question and Send.
    fn end(&self, clinic: &str) -> String {
        let words = self.words;
        let busy = *self.sending == Sending::Busy;
        let send = words.say(if busy { Key::AskSending } else { Key::AskSend });
        markup(
            "<div class=\"honey\" aria-hidden=\"true\"><label for=\"ask-website\">{}</label>\
             <input id=\"ask-website\" name=\"{}\" tabindex=\"-1\" autocomplete=\"off\"></div>\
             <p class=\"ask-not-emergency\">{!}</p><p class=\"hint\">{}</p>\
             <button class=\"button\" id=\"ask-send\" type=\"submit\"{!}>{}</button>\
             <p class=\"hidden\" role=\"status\">{}</p>",
            &[
                words.say(Key::AskHoney),
                &self.name(Field::Honeypot),
                &calls(words.say(Key::AskNotEmergency), ["", ""]),
                &words.fill(Key::AskPermission, &[("clinic", clinic)]),
                if busy { " aria-disabled=\"true\"" } else { "" },
                send,
                if busy { send } else { "" },
            ],
        )
    }

    /// The form around its inside: a plain post where the back-end takes one.
    fn form(&self, inner: &str) -> String {
        let Some(backend) = self.backend.filter(|backend| backend.takes_plain_post()) else {
            // Of all methods this one does nothing: without scripts a Send would otherwise write what was
            // typed into the address.
            return markup(
                "<form class=\"ask-form\" id=\"ask-form\" novalidate method=\"dialog\">{!}</form>",
                &[inner],
            );
        };
        let fixed: String = backend
            .fixed
            .iter()
            .map(|(name, value)| markup("<input type=\"hidden\" name=\"{}\" value=\"{}\">", &[name, value]))
            .collect();
        let enctype = match backend.encoding {
            Encoding::Multipart => "multipart/form-data",
            _ => "application/x-www-form-urlencoded",
        };
        markup(
            "<form class=\"ask-form\" id=\"ask-form\" novalidate method=\"post\" action=\"{}\" enctype=\"{}\">{!}{!}</form>",
            &[&backend.url, enctype, &fixed, inner],
        )
    }
}

/// The offers to send the week and the ticked questions along.
fn attach(state: &State) -> String {
    let words = state.words;
    let plan = match crate::planner::plan_text(state) {
        Some(text) => along(state, "ask-plan", state.attach, Key::AskPlan, &text),
        None => markup(
            "<div class=\"card attach\"><p><a class=\"link\" href=\"{}\" data-route>{}</a></p></div>",
            &[&browser::page::beside("week/"), words.say(Key::AskPlanNone)],
        ),
    };
    if state.list.is_empty() {
        return plan;
    }
    plan + &along(state, "ask-list", state.attach_list, Key::AskList, &words.list_text(&state.list))
}

/// One such offer: off by default, with the exact words in view.
fn along(state: &State, id: &str, on: bool, label: Key, text: &str) -> String {
    let words = state.words;
    let checked = if on { " checked" } else { "" };
    markup(
        "<div class=\"card attach\"><span class=\"choice choice-line\">\
         <input type=\"checkbox\" id=\"{}\"{!}><label for=\"{}\">{}</label></span>\
         <p class=\"hint\">{}</p><pre class=\"exact\" id=\"{}-text\" tabindex=\"0\" role=\"group\" aria-label=\"{}\">{}</pre></div>",
        &[id, checked, id, words.say(label), words.say(Key::AskPlanHint), id, words.say(label), text],
    )
}
