//! Which sentence says that there are too few cars, or that no bus goes any more. They are said later than others: only a
//! file can say how many cars there are, and a page that cannot does not download them.

use crate::Key;
use foothold_core::plan::ClashKind;

/// Of two entries of the household's own.
pub(crate) const OWN: Key = Key::PlanOwnCar;

/// Of a session.
pub(crate) fn why(kind: ClashKind) -> Key {
    if kind == ClashKind::Last { Key::WhyLast } else { Key::WhyCar }
}
