//! What to do about a field that could not be used.

use crate::{Key, Words};
use foothold_core::contact;
use foothold_core::draft::{FieldError, Text, WeekField, WeekProblem};

impl Words {
    /// What a planner's field still needs, as the end of a sentence.
    pub fn week_problem(self, error: &FieldError) -> String {
        let key = match (error.problem, error.field) {
            (WeekProblem::Missing, WeekField::Days) => Key::ErrMissingDays,
            (WeekProblem::Missing, WeekField::Row(Text::To)) => Key::ErrMissingTo,
            (WeekProblem::Missing, WeekField::Row(Text::Pattern)) => Key::ErrMissingPattern,
            (WeekProblem::Missing, _) => Key::ErrMissingFrom,
            (WeekProblem::NotACycle, _) => Key::ErrNotACycle,
            (WeekProblem::Backwards, _) => Key::ErrBackwards,
            (WeekProblem::NotATime, _) => Key::ErrNotATime,
            (WeekProblem::NoLength, _) => Key::ErrNoLength,
            (WeekProblem::NotMinutes, _) => Key::ErrNotMinutes,
            (WeekProblem::NotADate, _) => Key::ErrNotADate,
            (WeekProblem::TooMany(most), _) => return self.fill(Key::ErrTooMany, &[("most", &most.to_string())]),
        };
        self.say(key).to_owned()
    }

    /// What to do about a field of the contact form.
    pub fn field_problem(self, error: &contact::FieldError) -> String {
        use contact::{Field, Problem};
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
}
