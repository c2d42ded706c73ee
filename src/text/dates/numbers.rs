//! Dates that are nothing but figures: time stamps, compact dates, dates in addresses.

use super::tokens::{self, Kind};
use super::{Date, Time};

/// A Unix time stamp in seconds or milliseconds, `20241108`, `20241108103000`.
pub fn digits_only(value: &str) -> Option<Date> {
    let mut number: u64 = 0;
    for byte in value.bytes() {
        number = number.wrapping_mul(10).wrapping_add(u64::from(byte & 15));
    }
    let (compact, seconds) = match value.len() {
        8 => (number, 0),
        // A compact date with its time begins with a year of this age; a time stamp of that size lies far off.
        14 => (number / 1_000_000, 0),
        12 => (number / 10_000, 0),
        9 | 10 => (0, number),
        13 => (0, number / 1000),
        16 => (0, number / 1_000_000),
        _ => return None,
    };
    if seconds > 0 {
        return unix(seconds);
    }
    let compact = u32::try_from(compact).ok()?;
    Date::full(compact / 10_000, compact / 100 % 100, compact % 100)
}

/// The date of a number of seconds since 1970.
fn unix(seconds: u64) -> Option<Date> {
    let rest = (seconds % 86_400) as u32;
    let time = Time { hour: rest / 3600, minute: rest / 60 % 60, second: Some(rest % 60), offset_minutes: Some(0) };
    Some(of_day(u32::try_from(seconds / 86_400).ok()?)?.at(time))
}

/// The date of a number of days since 1970.
pub fn of_day(mut days: u32) -> Option<Date> {
    let (mut year, mut month) = (1970, 1);
    while days >= days_in(year, month) {
        days -= days_in(year, month);
        (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        if year > Date::YEAR_MAX {
            return None;
        }
    }
    Date::full(year, month, days + 1)
}

/// The number of days of a month; 0 for months that are none.
#[inline(never)]
pub fn days_in(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// The date in the path of an address.
pub fn in_path(path: &str) -> Option<Date> {
    let tokens = tokens::split(path);
    let mut less_precise = None;
    for at in 0..tokens.len() {
        let Kind::Number { value, figures } = *tokens.kind(at) else { continue };
        let before = tokens.from(at).checked_sub(1).and_then(|at| path.as_bytes().get(at)).copied().unwrap_or(b'/');
        if before.is_ascii_alphanumeric() && !matches!(before, b't' | b'A') {
            continue;
        }
        // The number behind one mark; what is glued by more says nothing of a date.
        let next = |step: usize, figures_max: u8| {
            let is_apart = matches!(tokens.written(at + step * 2 - 1), "/" | "-" | "_" | ".");
            tokens.number(at + step * 2, figures_max).filter(|_| is_apart)
        };
        let date = match (figures, value) {
            (8, 19_900_000..=20_999_999) => Date::full(value / 10_000, value / 100 % 100, value % 100),
            (4, 1990..=2099) => match (next(1, 2), next(2, 2)) {
                (Some(month), day) => {
                    less_precise = less_precise.or_else(|| Date::new(value, month, 0).filter(|_| month > 0));
                    day.and_then(|day| Date::full(value, month, day))
                }
                // `/2024/1108/`: month and day in one number.
                _ if matches!(*tokens.kind(at + 2), Kind::Number { figures: 4, .. }) => {
                    next(1, 4).and_then(|number| Date::full(value, number / 100, number % 100))
                }
                _ => None,
            },
            // `23-01-2022`
            (2, _) if tokens.written(at + 1) == "-" && tokens.written(at + 3) == "-" => {
                if let (Some(month), Some(year)) = (next(1, 2), next(2, 4)) {
                    less_precise = less_precise.or_else(|| Date::full(year, month, value));
                }
                None
            }
            _ => None,
        };
        if date.is_some() {
            return date;
        }
    }
    less_precise
}
