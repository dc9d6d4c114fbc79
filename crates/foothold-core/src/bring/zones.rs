//! The zones that a calendar file names or describes -> those that are known here.

use super::lines::Line;
use super::value::whole;
use crate::along::zone::{ZONES, Zone};

/// The world's clock.
pub(super) const UTC: Zone = Zone { id: "UTC", standard_min: 0, standard: "UTC", daylight: None };

/// What Windows and older systems call our zones, without what all such names end in, and names of the world's list that
/// have become others.
const ALSO: [(&str, &str); 22] = [
    ("Eastern", "America/New_York"),
    ("EST5EDT", "America/New_York"),
    ("Central", "America/Chicago"),
    ("CST6CDT", "America/Chicago"),
    ("Mountain", "America/Denver"),
    ("MST7MDT", "America/Denver"),
    ("Pacific", "America/Los_Angeles"),
    ("PST8PDT", "America/Los_Angeles"),
    ("US_Mountain", "America/Phoenix"),
    ("Arizona", "America/Phoenix"),
    ("US_Eastern", "America/Indiana/Indianapolis"),
    ("Indiana_(East)", "America/Indiana/Indianapolis"),
    ("America/Indianapolis", "America/Indiana/Indianapolis"),
    ("America/Fort_Wayne", "America/Indiana/Indianapolis"),
    ("America/Louisville", "America/Kentucky/Louisville"),
    ("Michigan", "America/Detroit"),
    ("Alaskan", "America/Anchorage"),
    ("Alaska", "America/Anchorage"),
    ("Hawaiian", "Pacific/Honolulu"),
    ("Hawaii", "Pacific/Honolulu"),
    ("SA_Western", "America/Puerto_Rico"),
    ("West_Pacific", "Pacific/Guam"),
];

/// A zone as the file describes it.
#[derive(Clone, Debug, Default)]
pub(super) struct Described {
    id: String,
    /// Minutes ahead of UTC.
    standard: Option<i32>,
    daylight: Option<i32>,
    /// Whether its clocks change on the days of the United States.
    as_here: bool,
}

impl Described {
    /// Takes a line of the description, or of its part about daylight time.
    pub fn take(&mut self, line: &Line, daylight: bool) {
        if line.is("TZID") {
            line.value.clone_into(&mut self.id);
        } else if line.is("TZOFFSETTO") {
            let part = if daylight { &mut self.daylight } else { &mut self.standard };
            *part = offset(line.value).or(*part);
        } else if line.is("RRULE") && daylight {
            let has = |what: &str| line.value.split(';').any(|part| part.eq_ignore_ascii_case(what));
            self.as_here |= has("BYMONTH=3") && has("BYDAY=2SU");
        }
    }

    fn zone(&self) -> Option<Zone> {
        let standard_min = self.standard?;
        let daylight = match self.daylight {
            None => None,
            Some(daylight) if self.as_here && daylight == standard_min + 60 => Some(""),
            Some(_) => return None,
        };
        Some(Zone { id: "", standard_min, standard: "", daylight })
    }
}

/// Minutes of "-0500".
fn offset(text: &str) -> Option<i32> {
    let size = whole(text, 1400).filter(|_| text.len() == 5)?;
    Some(size / 100 * 60 + size % 100)
}

/// The zone of this name: by the name, also at the end of a path; by what else it is called; else as the file describes it.
pub(super) fn named(id: &str, described: &[Described]) -> Option<Zone> {
    if ["UTC", "GMT", "Z", "Etc/UTC", "Etc/GMT"].contains(&id) {
        return Some(UTC);
    }
    let at_end = |name: &str| id.strip_suffix(name).is_some_and(|path| path.is_empty() || path.ends_with('/'));
    let known = ZONES.into_iter().find(|zone| at_end(zone.id));
    known.or_else(|| Zone::named(other_name(id)?)).or_else(|| described.iter().find(|one| one.id == id)?.zone())
}

fn other_name(id: &str) -> Option<&'static str> {
    let plain = id.replace(' ', "_");
    // "(UTC-05:00) Eastern Time (US & Canada)" is "Eastern" too.
    let mut bare = plain.strip_prefix('(').and_then(|rest| rest.split_once(')')).map_or(&*plain, |(_, bare)| bare);
    bare = bare.strip_prefix('_').unwrap_or(bare);
    bare = bare.strip_prefix("US/").unwrap_or(bare);
    for end in ["_(US_&_Canada)", "_Time", "_Standard", "_Daylight"] {
        bare = bare.strip_suffix(end).unwrap_or(bare);
    }
    ALSO.iter().find(|(name, _)| *name == bare).map(|(_, id)| *id)
}
