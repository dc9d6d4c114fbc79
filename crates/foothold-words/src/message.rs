//! What the form says of its fields, and the texts that a person may send or copy: the chosen plan, and the
//! whole message. All of it is said later.
//!
//! The person sees each of them word for word before anything leaves the page.

use crate::{Key, Words};
use foothold_core::contact::{Draft, Field, FieldError, Problem, Questions, Reach, TICKED, Voicemail, Whom};
use foothold_core::household::Household;
use foothold_core::people::{By, Spot};
use foothold_core::plan::{Cars, Offer};
use foothold_core::rhythm::When;
use foothold_core::site::Site;

impl Words {
    /// The chosen offer and the week around it, as plain lines.
    pub fn plan_text(self, site: &Site, household: &Household, offer: &Offer) -> String {
        let track = site.tracks.get(offer.track);
        let name = track.map(|t| t.name.as_str()).unwrap_or_default();
        let mut lines = vec![
            self.fill(Key::MsgPlanOffer, &[("track", name)]),
            self.fill(Key::MsgPlanVerdict, &[("verdict", &self.verdict(&offer.verdict))]),
        ];
        let mut changes = self.changes(track, household, offer.verdict.changes());
        changes.extend(self.covers(household, &offer.covers));
        lines.extend(changes.iter().map(|change| self.fill(Key::MsgPlanChange, &[("change", change)])));
        let clinic = self.fill(Key::MsgPlanClinic, &[("minutes", &self.length(household.clinic_travel_min))]);
        lines.push(self.with_way(clinic, household.clinic_by));
        if let Some(cars) = household.cars.and_then(Cars::count) {
            lines.push(self.fill(Key::MsgPlanCars, &[("n", &u32::from(cars).to_string())]));
        }
        if !household.commitments.is_empty() || !household.duties.is_empty() {
            lines.push(self.say(Key::MsgPlanWeek).to_owned());
            for one in &household.commitments {
                let what = self.of_person(household, one.who, self.what(one));
                lines.push(self.with_way(self.plan_row(what, &one.when, one.travel_min), one.by));
            }
            for duty in &household.duties {
                let away = if let Spot::Own { travel_min, .. } = duty.spot { travel_min } else { 0 };
                let may: Vec<String> = duty.may.iter().map(|who| self.person(household, *who)).collect();
                let who = self.fill(Key::RowAnyOf, &[("who", &self.list(&may))]);
                let what = self.fill(Key::OfPerson, &[("what", &self.duty(household, duty.row)), ("who", &who)]);
                lines.push(self.with_way(self.plan_row(what, &duty.when, away), duty.by));
            }
        }
        lines.join("\n")
    }

    /// The questions that somebody ticked, in the words of the page.
    pub fn list_text(self, questions: &[(String, String)]) -> String {
        let mut lines = vec![self.say(Key::MsgList).to_owned()];
        lines.extend(questions.iter().map(|(_, text)| self.fill(Key::MsgPlanChange, &[("change", text)])));
        lines.join("\n")
    }

    fn plan_row(self, what: String, when: &When, travel_min: i32) -> String {
        let values = [
            ("what", what),
            ("days", self.rhythm(when)),
            ("span", self.spans(when)),
            ("where", self.place(travel_min)),
        ];
        self.fill(Key::MsgPlanRow, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    }

    /// A line with how one gets there, where that has been said and is not by car.
    fn with_way(self, line: String, by: By) -> String {
        match self.way(by) {
            Some(way) => self.fill(Key::MsgPlanWith, &[("line", &line), ("way", &way)]),
            None => line,
        }
    }

    /// How to reach somebody, as the form shows it.
    pub fn reach(self, reach: Reach) -> String {
        let key = match reach {
            Reach::Call => Key::ReachCall,
            Reach::Text => Key::ReachText,
            Reach::Email => Key::ReachEmail,
        };
        self.say(key).to_owned()
    }

    /// Whether a message may be left, as the form shows it.
    pub fn voicemail(self, voicemail: Voicemail) -> String {
        let key = match voicemail {
            Voicemail::Yes => Key::VoicemailYes,
            Voicemail::OnlySayYouCalled => Key::VoicemailOnlyCalled,
            Voicemail::No => Key::VoicemailNo,
        };
        self.say(key).to_owned()
    }

    /// For whom it is, as the form shows it.
    pub fn whom(self, whom: Whom) -> String {
        self.say(if whom == Whom::Me { Key::WhomMe } else { Key::WhomOther }).to_owned()
    }

    /// What the clinic should keep to when it gets in touch; nothing where the person has not said.
    pub fn safe_contact(self, draft: &Draft, questions: &Questions) -> String {
        let key = match (draft.reach, draft.voicemail) {
            (Some(Reach::Call), Some(Voicemail::Yes)) => Key::SafeCallYes,
            (Some(Reach::Call), Some(Voicemail::OnlySayYouCalled)) => Key::SafeCallOnly,
            // Whoever did not say whether a message may be left has not allowed one.
            (Some(Reach::Call), _) => Key::SafeCallNo,
            (Some(Reach::Text), _) if draft.texts_ok || !questions.asks(Field::TextsOk) => Key::SafeText,
            (Some(Reach::Text), _) => Key::SafeTextUnticked,
            (Some(Reach::Email), _) => Key::SafeEmail,
            (None, _) => return String::new(),
        };
        let mut safe = self.say(key).to_owned();
        if draft.reach == Some(Reach::Call) && draft.texts_ok {
            safe = [safe.as_str(), self.say(Key::SafeTextsToo)].join(" ");
        }
        safe
    }

    /// What to do about a field of the contact form.
    pub fn field_problem(self, error: &FieldError) -> String {
        let key = match (error.problem, error.field) {
            (Problem::Missing, Field::Reach) => Key::FieldMissingReach,
            (Problem::Missing, Field::Phone) => Key::FieldMissingPhone,
            (Problem::Missing, Field::Email) => Key::FieldMissingEmail,
            (Problem::Missing, Field::Voicemail) => Key::FieldMissingVoicemail,
            (Problem::Missing, Field::Own(_)) => Key::FieldMissingOwn,
            (Problem::Missing, _) => Key::FieldMissingName,
            (Problem::NotAPhone, _) => Key::FieldBadPhone,
            (Problem::NotAnEmail, _) => Key::FieldBadEmail,
            (Problem::NotOneLine, _) => Key::FieldNotOneLine,
            (Problem::TooLong { most }, _) => return self.fill(Key::FieldTooLong, &[("most", &most.to_string())]),
        };
        self.say(key).to_owned()
    }

    /// The name of a language in itself, by its tag.
    pub fn language(tag: &str) -> &str {
        match tag.split('-').next() {
            Some("en") => "English",
            Some("es") => "Español",
            _ => tag,
        }
    }

    /// The draft with the sentences that go along with it, in the language of whoever reads them.
    pub fn addressed(self, mut draft: Draft, questions: &Questions, message_id: &str) -> Draft {
        draft.safe_contact = self.safe_contact(&draft, questions);
        self.say(Key::MsgSubject).clone_into(&mut draft.subject);
        let id = self.fill(Key::MsgId, &[("value", message_id)]);
        draft.message = [self.message_text(&draft, questions), id].join("\n");
        draft
    }

    /// The whole message as plain text, for the receipt and for copying: what to keep to comes first.
    pub fn message_text(self, draft: &Draft, questions: &Questions) -> String {
        let mut lines = Vec::new();
        lines.extend(Some(self.safe_contact(draft, questions)).filter(|safe| !safe.is_empty()));
        let mut line = |key: Key, value: &str| {
            if !value.trim().is_empty() {
                lines.push(self.fill(key, &[("value", value.trim())]));
            }
        };
        line(Key::MsgName, &draft.name);
        line(Key::MsgReach, &draft.reach.map(|r| self.reach(r)).unwrap_or_default());
        match draft.reach {
            Some(Reach::Email) => line(Key::MsgEmail, &draft.email),
            Some(_) => line(Key::MsgPhone, &draft.phone),
            None => {
                line(Key::MsgPhone, &draft.phone);
                line(Key::MsgEmail, &draft.email);
            }
        }
        if draft.reach == Some(Reach::Call) {
            line(Key::MsgVoicemail, &draft.voicemail.map(|v| self.voicemail(v)).unwrap_or_default());
        }
        if draft.reach != Some(Reach::Email) && questions.asks(Field::BestTime) {
            line(Key::MsgBestTime, &draft.best_time);
        }
        line(Key::MsgAnswerIn, draft.answer_in.as_deref().map(Self::language).unwrap_or_default());
        line(Key::MsgWhom, &draft.whom.map(|w| self.whom(w)).unwrap_or_default());
        line(Key::MsgNote, &draft.note);
        for (own, answer) in questions.own.iter().zip(&draft.own) {
            let answer = if answer == TICKED { self.say(Key::VoicemailYes) } else { answer.trim() };
            if !answer.is_empty() {
                lines.push(self.fill(Key::MsgOwn, &[("label", &own.label), ("value", answer)]));
            }
        }
        lines.extend(draft.plan.clone());
        lines.join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;

    #[test]
    fn what_to_keep_to_stands_first_and_the_subject_gives_nothing_away() {
        let words = Words::new(Lang::En);
        let called = |voicemail| Draft {
            name: "Robin".into(),
            reach: Some(Reach::Call),
            phone: "312 555 0199".into(),
            voicemail,
            note: "=A question".into(),
            ..Draft::default()
        };
        for (draft, first) in [
            (called(Some(Voicemail::Yes)), Key::SafeCallYes),
            (called(Some(Voicemail::OnlySayYouCalled)), Key::SafeCallOnly),
            (called(Some(Voicemail::No)), Key::SafeCallNo),
            (called(None), Key::SafeCallNo),
            (Draft { reach: Some(Reach::Text), ..called(None) }, Key::SafeTextUnticked),
            (Draft { reach: Some(Reach::Text), texts_ok: true, ..called(None) }, Key::SafeText),
            (Draft { reach: Some(Reach::Email), ..called(None) }, Key::SafeEmail),
        ] {
            let draft = words.addressed(draft, &Questions::default(), "m1");
            assert_eq!(draft.message.lines().next(), Some(words.say(first)));
            assert_eq!(draft.safe_contact, words.say(first));
            assert!(draft.message.ends_with("Message number: m1"));
            for telling in ["treatment", "recovery", "IOP", "program", "Robin", "question?"] {
                assert!(!draft.subject.contains(telling), "{}", draft.subject);
            }
        }
    }
}
