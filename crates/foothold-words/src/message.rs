//! Texts that a person may send or copy: the chosen plan, and the whole message.
//!
//! The person sees each of them word for word before anything leaves the page.

use crate::{Key, Words};
use foothold_core::contact::{Draft, Reach, Voicemail, Whom};
use foothold_core::household::{Commitment, Household};
use foothold_core::plan::Offer;
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
        let changes = self.changes(track, household, offer.verdict.changes());
        lines.extend(changes.iter().map(|change| self.fill(Key::MsgPlanChange, &[("change", change)])));
        lines.push(self.fill(Key::MsgPlanClinic, &[("minutes", &self.length(household.clinic_travel_min))]));
        if !household.commitments.is_empty() {
            lines.push(self.say(Key::MsgPlanWeek).to_owned());
            lines.extend(household.commitments.iter().map(|commitment| self.plan_row(commitment)));
        }
        lines.join("\n")
    }

    fn plan_row(self, commitment: &Commitment) -> String {
        let values = [
            ("what", self.what(commitment)),
            ("days", self.days(commitment.when.days())),
            ("span", self.span(commitment.when.span())),
            ("where", self.place(commitment.travel_min)),
        ];
        self.fill(Key::MsgPlanRow, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    }

    /// How far something is: "25 minutes away", "at home".
    pub fn place(self, travel_min: i32) -> String {
        if travel_min == 0 {
            return self.say(Key::PlanRowHome).to_owned();
        }
        self.fill(Key::PlanRowTravel, &[("minutes", &self.length(travel_min))])
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

    /// The whole message as plain text, for the receipt and for copying.
    pub fn message_text(self, draft: &Draft) -> String {
        let mut lines = Vec::new();
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
        line(Key::MsgWhom, &draft.whom.map(|w| self.whom(w)).unwrap_or_default());
        line(Key::MsgNote, &draft.note);
        lines.extend(draft.plan.clone());
        lines.join("\n")
    }
}
