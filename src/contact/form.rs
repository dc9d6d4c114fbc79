//! The form itself. Typed texts are not in its markup: they are put into the fields.

use crate::app::State;
use crate::components::{Controls, markup};
use crate::contact::Sending;
use foothold_core::contact::{Backend, Delivery, Draft, Encoding, Field, Reach, Voicemail, Whom};
use foothold_words::{Key, Words};

/// The element of a field.
pub(super) fn field_id(field: Field) -> &'static str {
    match field {
        Field::Name => "ask-name",
        Field::Reach => "ask-reach-call",
        Field::Phone => "ask-phone",
        Field::Email => "ask-email",
        Field::Voicemail => "ask-voicemail-yes",
        Field::Whom => "ask-whom-me",
        Field::Note | Field::Message => "ask-note",
        Field::Plan => "ask-plan",
        Field::SafeContact | Field::Subject | Field::MessageId | Field::Honeypot => "ask-website",
    }
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
    let draw = Drawing { words, sending: &state.sending, backend };
    let Draft { reach, voicemail, whom, .. } = state.form;
    let mut out = String::new();
    out.push_str(&draw.text(Field::Name, Key::AskName, Some(Key::AskNameHint), "type=\"text\" autocomplete=\"name\""));
    let reaches = [("ask-reach-call", Reach::Call), ("ask-reach-text", Reach::Text), ("ask-reach-email", Reach::Email)];
    let answers = reaches.map(|(id, r)| (id, r.wire(), reach == Some(r), words.reach(r)));
    out.push_str(&draw.choice(Field::Reach, Key::AskReach, None, &answers));
    let shown = |ways: &[Reach]| reach.is_none_or(|chosen| ways.contains(&chosen));
    let phone = draw.text(Field::Phone, Key::AskPhone, None, "type=\"tel\" autocomplete=\"tel\"");
    out.push_str(&unless_gone(shown(&[Reach::Call, Reach::Text]), &phone));
    let email =
        draw.text(Field::Email, Key::AskEmail, Some(Key::AskEmailHint), "type=\"email\" autocomplete=\"email\"");
    out.push_str(&unless_gone(shown(&[Reach::Email]), &email));
    let leave = [
        ("ask-voicemail-yes", Voicemail::Yes),
        ("ask-voicemail-only-called", Voicemail::OnlySayYouCalled),
        ("ask-voicemail-no", Voicemail::No),
    ];
    let answers = leave.map(|(id, v)| (id, v.wire(), voicemail == Some(v), words.voicemail(v)));
    let voicemail = draw.choice(Field::Voicemail, Key::AskVoicemail, None, &answers);
    out.push_str(&unless_gone(shown(&[Reach::Call]), &voicemail));
    let whoms = [("ask-whom-me", Whom::Me), ("ask-whom-other", Whom::SomeoneElse)];
    let answers = whoms.map(|(id, w)| (id, w.wire(), whom == Some(w), words.whom(w)));
    out.push_str(&draw.choice(Field::Whom, Key::AskWhom, Some(Key::AskWhomHint), &answers));
    out.push_str(&draw.text(Field::Note, Key::AskNote, Some(Key::AskNoteHint), ""));
    out.push_str(&attach(state));
    out.push_str(&draw.end(site.map_or("", |site| site.name.as_str())));
    draw.form(&out)
}

/// What stands in the form's text fields.
pub(super) fn controls(form: &Draft) -> Controls {
    let texts = [
        (Field::Name, &form.name),
        (Field::Phone, &form.phone),
        (Field::Email, &form.email),
        (Field::Note, &form.note),
        (Field::Honeypot, &form.honeypot),
    ];
    texts.iter().map(|(field, text)| (field_id(*field).to_owned(), (*text).clone())).collect()
}

fn unless_gone(shown: bool, inner: &str) -> String {
    markup(if shown { "<div>{!}</div>" } else { "<div class=\"gone\">{!}</div>" }, &[inner])
}

/// One answer of a choice: its id, its value for a plain post, whether it is chosen, its words.
type Answer = (&'static str, &'static str, bool, String);

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
        let stated = self.backend.and_then(|b| b.names.iter().find(|(own, _)| *own == field));
        stated.map_or_else(|| field.wire().to_owned(), |(_, name)| name.clone())
    }

    fn error(&self, field: Field) -> (String, &'static str) {
        match self.wrong(field) {
            Some(text) => {
                (markup("<p class=\"field-error\" id=\"{}-error\">{}</p>", &[field_id(field), &text]), " field-wrong")
            }
            None => (String::new(), ""),
        }
    }

    fn text(&self, field: Field, label: Key, hint: Option<Key>, attributes: &'static str) -> String {
        let id = field_id(field);
        let (error, class) = self.error(field);
        let mut described = String::new();
        let mut hint_html = String::new();
        if let Some(hint) = hint {
            hint_html = markup("<p class=\"hint\" id=\"{}-hint\">{}</p>", &[id, self.words.say(hint)]);
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
            &[class, id, self.words.say(label), &hint_html, &error, &control],
        )
    }

    fn choice(&self, field: Field, label: Key, hint: Option<Key>, answers: &[Answer]) -> String {
        let (error, class) = self.error(field);
        let name = self.name(field);
        let mut pills = String::new();
        for (id, value, chosen, text) in answers {
            let pill = "<span class=\"choice\"><input type=\"radio\" id=\"{}\" name=\"{}\" value=\"{}\"{!}>\
                        <label for=\"{}\">{}</label></span>";
            pills.push_str(&markup(pill, &[id, &name, value, if *chosen { " checked" } else { "" }, id, text]));
        }
        let hint = hint.map(|hint| markup("<p class=\"hint\">{}</p>", &[self.words.say(hint)])).unwrap_or_default();
        let described =
            if error.is_empty() { String::new() } else { markup(" aria-describedby=\"{}-error\"", &[field_id(field)]) };
        markup(
            "<fieldset class=\"field{}\"{!}><legend>{}</legend>{!}{!}<div class=\"choices\">{!}</div></fieldset>",
            &[class, &described, self.words.say(label), &hint, &error, &pills],
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
             <p class=\"ask-not-emergency\">{}</p><p class=\"hint\">{}</p>\
             <button class=\"button\" id=\"ask-send\" type=\"submit\"{!}>{}</button>\
             <p class=\"hidden\" role=\"status\">{}</p>",
            &[
                words.say(Key::AskHoney),
                &self.name(Field::Honeypot),
                words.say(Key::AskNotEmergency),
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
            return markup("<form class=\"ask-form\" id=\"ask-form\" novalidate>{!}</form>", &[inner]);
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

/// The offer to send the week along: off by default, with the exact words in view.
fn attach(state: &State) -> String {
    let words = state.words;
    let Some(text) = crate::planner::plan_text(state) else {
        return markup("<div class=\"card attach\"><p class=\"hint\">{}</p></div>", &[words.say(Key::AskPlanNone)]);
    };
    let checked = if state.attach { " checked" } else { "" };
    markup(
        "<div class=\"card attach\"><span class=\"choice choice-line\">\
         <input type=\"checkbox\" id=\"ask-plan\"{!}><label for=\"ask-plan\">{}</label></span>\
         <p class=\"hint\">{}</p><pre class=\"exact\" id=\"ask-plan-text\" tabindex=\"0\" role=\"group\" aria-label=\"{}\">{}</pre></div>",
        &[checked, words.say(Key::AskPlan), words.say(Key::AskPlanHint), words.say(Key::AskPlan), &text],
    )
}
