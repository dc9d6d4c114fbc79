//! The clock: the one place where the day of the visit comes in.

use crate::app::ClinicNow;
use foothold_core::time::{NaiveDate, parse_date};
use js_sys::{Function, Object, Reflect};
use wasm_bindgen::JsCast;

/// Today where the visitor is.
pub fn today() -> NaiveDate {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or_default();
    NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
}

/// The time in a zone; `None` where the browser does not know the zone.
pub fn there(zone: &str) -> Option<ClinicNow> {
    let now = js_sys::Date::new_0();
    // Called by its name: the ready-made binding does not catch what is thrown for an unknown zone.
    let say: Function = Reflect::get(&now, &"toLocaleString".into()).ok()?.dyn_into().ok()?;
    let within = Object::new();
    Reflect::set(&within, &"timeZone".into(), &zone.into()).ok()?;
    // In Swedish a moment is "2026-11-24 18:05:00".
    let text = say.call2(&now, &"sv-SE".into(), &within).ok()?.as_string()?;
    let (date, time) = text.split_once(' ')?;
    let mut parts = time.split(':').map(|part| part.parse::<i32>().ok());
    let minute = parts.next()?? * 60 + parts.next()??;
    let own = i32::try_from(now.get_hours() * 60 + now.get_minutes()).ok()?;
    let date = parse_date(date)?;
    Some(ClinicNow { date, minute, elsewhere: (date, minute) != (today(), own) })
}

/// Milliseconds of the clock, for telling how long something took.
pub fn ms() -> f64 {
    js_sys::Date::now()
}
