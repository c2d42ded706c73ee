//! Dates that are nothing but figures: time stamps, compact dates, dates in addresses.

use super::{Date, Time};

/// A Unix time stamp in seconds or milliseconds, `20241108`, `20241108103000`.
pub fn digits_only(value: &str) -> Option<Date> {
    let number: u64 = value.parse().ok()?;
    match value.len() {
        8 => compact(number as u32),
        // A compact date with its time begins with a year of this age; a time stamp of that size lies far off.
        14 => compact((number / 1_000_000) as u32),
        12 if value.starts_with("20") => compact((number / 10_000) as u32),
        9 | 10 => unix(number),
        13 => unix(number / 1000),
        16 => unix(number / 1_000_000),
        _ => None,
    }
}

fn compact(number: u32) -> Option<Date> {
    Date::new(number / 10_000, number / 100 % 100, number % 100).filter(|date| date.day > 0)
}

/// The date of a number of seconds since 1970.
fn unix(seconds: u64) -> Option<Date> {
    let (year, month, day) = civil((seconds / 86_400) as i64);
    let date = Date::new(u32::try_from(year).ok()?, month, day)?;
    let rest = (seconds % 86_400) as u32;
    let time = Time {
        hour: (rest / 3600) as u8,
        minute: (rest / 60 % 60) as u8,
        second: Some((rest % 60) as u8),
        offset_minutes: Some(0),
    };
    Some(Date { time: Some(time), ..date })
}

/// Year, month and day of a number of days since 1970. A year here begins in March, so that the leap day is its last.
fn civil(days: i64) -> (i64, u32, u32) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month as u32, (day_of_year - (153 * shifted + 2) / 5 + 1) as u32)
}

/// The number of days since 1970 of a day: the reverse of [`civil`].
pub fn days_since_epoch(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// The date in the path of an address.
pub fn in_path(path: &str) -> Option<Date> {
    let is_year = |digits: &str| digits.len() == 4 && (digits.starts_with("20") || digits.starts_with("199"));
    let mut runs: Vec<(usize, &str)> = Vec::new();
    let mut from = None;
    for (at, byte) in path.bytes().chain(std::iter::once(b' ')).enumerate() {
        match (byte.is_ascii_digit(), from) {
            (true, None) => from = Some(at),
            (false, Some(begin)) => {
                runs.push((begin, &path[begin..at]));
                from = None;
            }
            _ => {}
        }
    }
    let number = |digits: &str| digits.parse::<u32>().ok();
    let mut less_precise = None;
    for (at, &(begin, digits)) in runs.iter().enumerate() {
        let before = begin.checked_sub(1).and_then(|at| path.as_bytes().get(at)).copied();
        if before.is_some_and(|byte| byte.is_ascii_alphanumeric() && !matches!(byte, b't' | b'A')) {
            continue;
        }
        if digits.len() == 8 && is_year(&digits[..4]) {
            if let Some(date) = number(digits).and_then(compact) {
                return Some(date);
            }
            continue;
        }
        if !is_year(digits) {
            less_precise = less_precise.or_else(|| day_first(path, &runs, at));
            continue;
        }
        let next = |step: usize| {
            let (from, digits) = *runs.get(at + step)?;
            let (before, last) = runs.get(at + step - 1)?;
            let apart = path.get(before + last.len()..from)?;
            (matches!(apart, "/" | "-" | "_" | ".") && digits.len() <= 2).then(|| number(digits)).flatten()
        };
        let (Some(year), Some(month)) = (number(digits), next(1)) else {
            // `/2024/1108/`: month and day in one number.
            if let (Some(year), Some(&(_, digits))) = (number(digits), runs.get(at + 1))
                && digits.len() == 4
                && path.get(begin..begin + 10).is_some_and(|part| part.as_bytes()[4] == b'/')
                && let Some(number) = number(digits)
                && let Some(date) = Date::new(year, number / 100, number % 100).filter(|date| date.day > 0)
            {
                return Some(date);
            }
            continue;
        };
        match next(2).and_then(|day| Date::new(year, month, day)).filter(|date| date.day > 0) {
            Some(date) => return Some(date),
            None => less_precise = less_precise.or_else(|| Date::new(year, month, 0).filter(|date| date.month > 0)),
        }
    }
    less_precise
}

/// `23-01-2022` in a path: the day and the month in two figures each, and the year.
fn day_first(path: &str, runs: &[(usize, &str)], at: usize) -> Option<Date> {
    let [(begin, day), (_, month), (last, year)] = *runs.get(at..at + 3)? else { return None };
    let whole = path.get(begin..last + year.len())?.as_bytes();
    let shaped = (day.len(), month.len(), year.len(), whole.len()) == (2, 2, 4, 10) && whole[2] == b'-' && whole[5] == b'-';
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    (shaped && date.day > 0).then_some(date)
}
