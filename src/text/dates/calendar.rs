//! Calendars other than the common one, into which their dates are put.

use super::months::JALALI;
use super::numbers::of_day;
use super::{Date, Style};
use crate::rules::words;

/// Years of the Persian calendar that stand on the web.
pub const JALALI_YEARS: std::ops::RangeInclusive<u32> = 1370..=1420;
/// The Buddhist era began so many years before the common one.
pub const BUDDHIST_YEARS: u32 = 543;

/// The date of a year, month and day as they are printed: by the Persian calendar where the year is one of it and the month
/// is named so, or the language is Persian.
pub fn common(year: u32, month: u32, day: u32, is_named: bool, style: Style) -> Option<Date> {
    if !JALALI_YEARS.contains(&year) {
        return Date::new(year, month, day);
    }
    if is_named != (month > JALALI) || !is_named && style.months != words::MONTHS_FA {
        return None;
    }
    jalali(year, if is_named { month - JALALI } else { month }, day)
}

/// The date in the common era of a day of the Persian calendar.
fn jalali(year: u32, month: u32, day: u32) -> Option<Date> {
    /// The day on which the first of the years began, 21 March 1991, counted from 1970.
    const FIRST_DAY: u32 = 7749;
    // Of 33 years, 8 have a day more: true of all years from 1244 to 1472.
    let is_long = |year: u32| (year * 25 + 11) % 33 < 8;
    let days_max = match month {
        1..=6 => 31,
        7..=11 => 30,
        12 => 29 + u32::from(is_long(year)),
        _ => 0,
    };
    if !(1..=days_max).contains(&day) {
        return None;
    }
    let years = *JALALI_YEARS.start()..year;
    let before = years.map(|year| 365 + u32::from(is_long(year))).sum::<u32>();
    let months = (month - 1) * 30 + (month - 1).min(6);
    of_day(FIRST_DAY + before + months + day - 1)
}
