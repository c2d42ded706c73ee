//! Dates as pages write them, for machines and for people, to ISO 8601 as precise as they were.

mod calendar;
mod clock;
mod months;
mod numbers;
mod patterns;
mod tokens;

use super::search;
use crate::rules::words;
use std::fmt;
use std::num::NonZeroU64;
use tokens::Tokens;

/// A date as precise as the page gives it: from the most significant bit on year, month, day, and the time of day. One
/// number, because dates are handed around much, and a number takes the least code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date(NonZeroU64);

/// A time of day as precise as the page gives it.
#[derive(Clone, Copy, Debug)]
struct Time {
    hour: u32,
    minute: u32,
    second: Option<u32>,
    /// Minutes east of Greenwich, where the page says.
    offset_minutes: Option<i32>,
}

/// A date and its place in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The date.
    pub date: Date,
    /// Where it begins, in bytes.
    pub from: usize,
    /// Where it ends, in bytes.
    pub until: usize,
}

/// In what order days and months stand where a date is written in figures, and in which language months are named.
#[derive(Clone, Copy, Debug, Default)]
pub struct Style {
    /// The number of the word list of the language's months.
    months: u8,
    /// Whether `8/11/2024` is the eleventh of August.
    month_first: bool,
}

/// The ends of addresses in countries that write in English and put the day first.
const DAY_FIRST_SITES: [&str; 12] = ["uk", "au", "nz", "ie", "in", "za", "sg", "hk", "my", "ng", "ke", "pk"];

impl Style {
    /// That of English, as Americans write it.
    pub const ENGLISH: Style = Style { months: words::MONTHS_EN, month_first: true };

    /// The usual order of a language: the month first in English, unless the tag names a country that says otherwise.
    pub fn of_language(lang: &str) -> Self {
        Self::of_page(lang, None)
    }

    /// The same for a page of a site: where the tag names no country, the site may.
    pub fn of_page(lang: &str, host: Option<&str>) -> Self {
        let mut parts = search::split(lang, "-_").into_iter();
        let english = parts.next().is_some_and(|language| language.eq_ignore_ascii_case("en")) || lang.is_empty();
        let country = host.map(|host| search::after_last(host, b'.')).filter(|&end| DAY_FIRST_SITES.contains(&end));
        let american =
            parts.next().or(country).is_none_or(|place| ["us", "ph", "ca"].iter().any(|at| place.eq_ignore_ascii_case(at)));
        Style { months: months::list_of(lang), month_first: english && american }
    }
}

/// Reads a value that is meant for machines: ISO 8601, RFC 822, JavaScript's `Date`, a Unix time stamp, or any printed date.
///
/// ```
/// use limpid::text::dates::machine;
/// let iso = |value| machine(value).map(|date| date.to_string());
/// assert_eq!(iso("2024-11-08T10:30:00-0500").as_deref(), Some("2024-11-08T10:30:00-05:00"));
/// assert_eq!(iso("Fri, 08 Nov 2024 10:30:00 GMT").as_deref(), Some("2024-11-08T10:30:00Z"));
/// assert_eq!(iso("1731061800").as_deref(), Some("2024-11-08T10:30:00Z"));
/// assert_eq!(iso("2024-11").as_deref(), Some("2024-11"));
/// assert_eq!(iso("soon"), None);
/// ```
pub fn machine(value: &str) -> Option<Date> {
    machine_in(value, Style::ENGLISH)
}

/// The same, where a date in figures alone is in the order of a language.
pub fn machine_in(value: &str, style: Style) -> Option<Date> {
    let value = value.trim();
    // A value in a page's head is short; a longer one is some other text.
    const VALUE_BYTES_MAX: usize = 120;
    if value.len() > VALUE_BYTES_MAX {
        return None;
    }
    if value.bytes().all(|byte| byte.is_ascii_digit()) {
        return numbers::digits_only(value);
    }
    let tokens = tokens::split(value);
    if let Some((date, _)) = (0..tokens.len()).find_map(|at| dated(&tokens, at, style)) {
        return Some(date);
    }
    // `2024-11`
    let (Some(year), Some(month), 3) = (tokens.number(0, 4), tokens.number(2, 2), tokens.len()) else { return None };
    if tokens.is_mark(1, "-") { Date::new(year, month, 0) } else { None }
}

/// The full dates that stand in a text, in order.
///
/// ```
/// use limpid::text::dates::{Style, printed};
/// let first = |text, lang| printed(text, Style::of_language(lang)).first().map(|found| found.date.to_string());
/// assert_eq!(first("November 08, 2024 at 10:30 AM EST", "en").as_deref(), Some("2024-11-08T10:30-05:00"));
/// assert_eq!(first("Freitag, 8. November 2024", "de").as_deref(), Some("2024-11-08"));
/// assert_eq!(first("2024年11月8日", "ja").as_deref(), Some("2024-11-08"));
/// assert_eq!(first("8 พ.ย. 2567", "th").as_deref(), Some("2024-11-08"));
/// assert_eq!(first("٨ نوفمبر ٢٠٢٤", "ar").as_deref(), Some("2024-11-08"));
/// ```
pub fn printed(text: &str, style: Style) -> Vec<Found> {
    let mut out = Vec::new();
    if !has_figure(text) {
        return out;
    }
    let tokens = tokens::split(text);
    let mut at = 0;
    while at < tokens.len() {
        let next = match dated(&tokens, at, style) {
            Some((date, next)) => {
                if date.day() > 0 {
                    out.push(Found { date, from: tokens.from(at), until: tokens.until(next) });
                }
                next
            }
            None => at + 1,
        };
        at = next;
    }
    out
}

/// Whether there is a figure of any script in a text: without one there is no date.
#[inline(never)]
pub fn has_figure(text: &str) -> bool {
    text.chars().any(|c| tokens::figure(c).is_some())
}

/// The date in an address such as `/2024/11/08/headline`, `/2024-11-08-headline`, `/20241108/` or, less precise, `/2024/11/`.
///
/// ```
/// assert_eq!(limpid::text::dates::in_url("https://example.com/2024/11/08/a-b").unwrap().to_string(), "2024-11-08");
/// ```
pub fn in_url(url: &str) -> Option<Date> {
    let path = search::until(url, "?#");
    let path = search::split_once(path, "://").map_or(path, |(_, rest)| rest);
    numbers::in_path(path)
}

#[inline(never)]
fn dated(tokens: &Tokens, at: usize, style: Style) -> Option<(Date, usize)> {
    let (date, next) = patterns::date(tokens, at, style)?;
    match clock::time_after(tokens, next) {
        Some((time, after)) if date.time_bits() == 0 => Some((date.at(time), after)),
        _ => Some((date, next)),
    }
}

/// Set where there is a time of day; below it hour, minute, second and offset.
const HAS_TIME: u32 = 1 << 31;
/// A second that the page does not say.
const NO_SECOND: u32 = 63;
/// Added to an offset, so that 0 is one that the page does not say.
const OFFSET_ZERO: i32 = 1000;

impl Date {
    /// The first year a page may be from; nothing was on the web before.
    pub const YEAR_MIN: u32 = 1900;
    /// The last year that is believed.
    pub const YEAR_MAX: u32 = 2099;

    /// A date, if there is such a day. Month and day may be 0 where the page does not say.
    #[inline(never)]
    pub fn new(year: u32, month: u32, day: u32) -> Option<Date> {
        let is_day = if month == 0 || day == 0 { month <= 12 && day == 0 } else { day <= numbers::days_in(year, month) };
        if !is_day || !(Self::YEAR_MIN..=Self::YEAR_MAX).contains(&year) {
            return None;
        }
        NonZeroU64::new(u64::from(year << 16 | month << 8 | day) << 32).map(Date)
    }

    /// A date to the day.
    pub fn full(year: u32, month: u32, day: u32) -> Option<Date> {
        if month == 0 || day == 0 { None } else { Date::new(year, month, day) }
    }

    /// The date with a time of day.
    fn at(self, time: Time) -> Date {
        let second = time.second.unwrap_or(NO_SECOND);
        let offset = time.offset_minutes.map_or(0, |minutes| (minutes + OFFSET_ZERO) as u32);
        Date(self.0 | u64::from(HAS_TIME | time.hour << 24 | time.minute << 18 | second << 12 | offset))
    }

    /// In the common era.
    pub fn year(self) -> u32 {
        (self.0.get() >> 48) as u32
    }

    /// 1 to 12; 0 where the page does not say.
    pub fn month(self) -> u32 {
        (self.0.get() >> 40) as u32 & 0xFF
    }

    /// 1 to 31; 0 where the page does not say.
    pub fn day(self) -> u32 {
        (self.0.get() >> 32) as u32 & 0xFF
    }

    fn time_bits(self) -> u32 {
        self.0.get() as u32
    }

    /// Whether it is a moment told in universal time.
    pub fn is_universal(self) -> bool {
        self.time_bits() & 0xFFF == OFFSET_ZERO as u32
    }

    /// Whether it is the day on which clocks begin that were never set.
    pub fn is_epoch(self) -> bool {
        self.0.get() >> 32 == 1970 << 16 | 1 << 8 | 1
    }

    /// Whether it is another date with the numbers of month and day in the other order.
    pub fn is_swapped(self, other: Date) -> bool {
        (self.year(), self.month(), self.day()) == (other.year(), other.day(), other.month())
    }

    /// Whether its day lies before that of another date.
    pub fn is_before(self, other: Date) -> bool {
        self.day_number() < other.day_number()
    }

    /// The number of days between two dates.
    pub fn days_apart(self, other: Date) -> u32 {
        self.day_number().abs_diff(other.day_number())
    }

    /// A moment in universal time, told as it is printed on the day before or after: with the offset that follows from the
    /// printed time. `None` where no place on earth has that day at that moment, or the days are the same.
    pub fn told_as(self, printed: Date) -> Option<Date> {
        const DAY_MINUTES: i32 = 24 * 60;
        /// Offsets reach from 12 hours before Greenwich to 14 hours after it, in quarters of an hour.
        const OFFSETS: std::ops::RangeInclusive<i32> = -12 * 60..=14 * 60;
        const STEP_MINUTES: i32 = 15;
        let days = printed.day_number() as i32 - self.day_number() as i32;
        if !self.is_universal() || days.abs() != 1 {
            return None;
        }
        let offset = days * DAY_MINUTES + printed.minute_of_day() - self.minute_of_day();
        if printed.time_bits() == 0 {
            // The day alone: some time of it must be that moment somewhere.
            let is_somewhere = offset + DAY_MINUTES > *OFFSETS.start() && offset <= *OFFSETS.end();
            return is_somewhere.then_some(printed);
        }
        if !OFFSETS.contains(&offset) {
            return None;
        }
        let is_known = printed.time_bits() & 0xFFF != 0 || offset % STEP_MINUTES != 0;
        Some(Date(printed.0 | if is_known { 0 } else { (offset + OFFSET_ZERO) as u64 }))
    }

    fn minute_of_day(self) -> i32 {
        let time = self.time_bits();
        ((time >> 24 & 31) * 60 + (time >> 18 & 63)) as i32
    }

    /// Whether both mean the same day, as far as both say.
    pub fn same_day(self, other: Date) -> bool {
        (self.0.get() ^ other.0.get()) >> 32 == 0
    }

    /// The number of its day, counted from the beginning of the era; months and days that are not known count as the first.
    pub fn day_number(self) -> u32 {
        let before = self.year() - 1;
        let months: u32 = (1..self.month()).map(|month| numbers::days_in(self.year(), month)).sum();
        before * 365 + before / 4 - before / 100 + before / 400 + months + self.day().max(1)
    }

    /// ISO 8601, as precise as the date.
    pub fn iso(self) -> String {
        let mut out = String::new();
        push_two(&mut out, "", self.year() / 100);
        push_two(&mut out, "", self.year() % 100);
        if self.month() > 0 {
            push_two(&mut out, "-", self.month());
        }
        if self.day() > 0 {
            push_two(&mut out, "-", self.day());
        }
        let time = self.time_bits();
        if time == 0 {
            return out;
        }
        push_two(&mut out, "T", time >> 24 & 31);
        push_two(&mut out, ":", time >> 18 & 63);
        if time >> 12 & 63 != NO_SECOND {
            push_two(&mut out, ":", time >> 12 & 63);
        }
        let offset = (time & 0xFFF) as i32 - OFFSET_ZERO;
        if offset == 0 {
            out.push('Z');
        } else if offset > -OFFSET_ZERO {
            push_two(&mut out, if offset < 0 { "-" } else { "+" }, offset.unsigned_abs() / 60);
            push_two(&mut out, ":", offset.unsigned_abs() % 60);
        }
        out
    }
}

/// Adds a number below 100 in two figures: formatting by the standard library is large.
#[inline(never)]
fn push_two(out: &mut String, before: &str, number: u32) {
    out.push_str(before);
    for figure in [number / 10, number % 10] {
        out.push(char::from(b'0' + (figure % 10) as u8));
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.iso())
    }
}
