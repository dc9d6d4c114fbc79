//! What to do about a field of the planner that could not be used.

use crate::{Key, Words};
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
}
