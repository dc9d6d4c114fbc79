//! The clock: the one place where the day of the visit comes in.

use foothold_core::time::NaiveDate;

/// Today where the visitor is.
pub fn today() -> NaiveDate {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or_default();
    NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
}

/// Milliseconds of the clock, for telling how long something took.
pub fn ms() -> f64 {
    js_sys::Date::now()
}
