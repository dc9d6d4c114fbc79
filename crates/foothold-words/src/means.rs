//! How somebody gets to a place, and which sentence says that there are too few cars, or that no bus goes any more. All of
//! it is said later than other things: only whoever opens what few weeks need can have said any of it.

use crate::{Key, Words};
use foothold_core::people::{By, Means};
use foothold_core::plan::ClashKind;

/// Of two entries of the household's own.
pub(crate) const OWN: Key = Key::PlanOwnCar;

/// Of a session.
pub(crate) fn why(kind: ClashKind) -> Key {
    if kind == ClashKind::Last { Key::WhyLast } else { Key::WhyCar }
}

impl Words {
    /// By what somebody goes, as a choice; `None` is not being sure.
    pub fn means(self, means: Option<Means>) -> String {
        self.say(match means {
            None => Key::MeansUnsure,
            Some(Means::Car) => Key::MeansCar,
            Some(Means::Van) => Key::MeansVan,
            Some(Means::Bus) => Key::MeansBus,
            Some(Means::Lift) => Key::MeansLift,
            Some(Means::Foot) => Key::MeansFoot,
        })
        .to_owned()
    }

    /// The same inside a sentence, with the last way back; nothing by car, which is what is counted on anyway.
    pub fn way(self, by: By) -> Option<String> {
        let means = self.say(match by.means {
            Means::Car => return None,
            Means::Van => Key::InVan,
            Means::Bus => Key::InBus,
            Means::Lift => Key::InLift,
            Means::Foot => Key::InFoot,
        });
        Some(match by.last {
            Some(last) => self.fill(Key::InLast, &[("means", means), ("time", &self.clock(last))]),
            None => means.to_owned(),
        })
    }
}
