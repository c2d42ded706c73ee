//! Dates as pages write them, for machines and for people, to ISO 8601 as precise as they were.

mod months;
mod numbers;
mod patterns;
mod tokens;

use std::fmt;
use tokens::{Kind, Tokens};

/// A date as precise as the page gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// In the common era.
    pub year: u16,
    /// 1 to 12; 0 where the page does not say.
    pub month: u8,
    /// 1 to 31; 0 where the page does not say.
    pub day: u8,
    /// The time of day.
    pub time: Option<Time>,
}

/// A time of day as precise as the page gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59.
    pub second: Option<u8>,
    /// Minutes east of Greenwich, where the page says.
    pub offset_minutes: Option<i16>,
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

impl Style {
    /// The usual order of a language: the month first in English, unless the tag names a country that says otherwise.
    pub fn of_language(lang: &str) -> Self {
        let mut parts = lang.split(['-', '_']);
        let english = parts.next().is_some_and(|language| language.eq_ignore_ascii_case("en")) || lang.is_empty();
        let american = parts.next().is_none_or(|place| ["us", "ph", "ca"].iter().any(|at| place.eq_ignore_ascii_case(at)));
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
    let style = Style::of_language("en-US");
    let mut at = 0;
    while at < tokens.len() {
        if let Some((date, _)) = dated(&tokens, at, style) {
            return Some(date);
        }
        at += 1;
    }
    let parts = (tokens.kind(0), tokens.kind(1), tokens.kind(2), tokens.kind(3));
    let (Kind::Number { value: year, .. }, Kind::Mark('-'), Kind::Number { value: month, .. }, Kind::End) = parts else {
        return None;
    };
    Date::new(year, month, 0)
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
                if date.day > 0 {
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
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let path = path.split_once("://").map_or(path, |(_, rest)| rest);
    numbers::in_path(path)
}

fn dated(tokens: &Tokens, at: usize, style: Style) -> Option<(Date, usize)> {
    let (date, next) = patterns::date(tokens, at, style)?;
    Some(match patterns::time_after(tokens, next) {
        Some((time, after)) if date.time.is_none() => (Date { time: Some(time), ..date }, after),
        _ => (date, next),
    })
}

impl Date {
    /// The first year a page may be from; nothing was on the web before.
    pub const YEAR_MIN: u16 = 1900;
    /// The last year that is believed.
    pub const YEAR_MAX: u16 = 2099;

    /// A date, if there is such a day. Month and day may be 0.
    pub fn new(year: u32, month: u32, day: u32) -> Option<Date> {
        let year = u16::try_from(year).ok().filter(|year| (Self::YEAR_MIN..=Self::YEAR_MAX).contains(year))?;
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        let fits = match (month, day) {
            (0, _) => day == 0,
            (_, 0) => month <= 12,
            _ => day <= days_in(year, month),
        };
        fits.then_some(Date { year, month, day, time: None })
    }

    /// Whether both mean the same day, as far as both say.
    pub fn same_day(&self, other: &Date) -> bool {
        self.year == other.year && self.month == other.month && self.day == other.day
    }

    /// How many days this date is later than another; months and days that are not known count as the first.
    pub fn days_from(&self, other: &Date) -> i64 {
        let days = |date: &Date| numbers::days_since_epoch(date.year.into(), date.month.max(1).into(), date.day.max(1).into());
        days(self) - days(other)
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

impl Date {
    /// ISO 8601, as precise as the date.
    pub fn iso(&self) -> String {
        let mut out = String::new();
        push_two(&mut out, self.year / 100);
        push_two(&mut out, self.year % 100);
        if self.month > 0 {
            out.push('-');
            push_two(&mut out, self.month.into());
        }
        if self.day > 0 {
            out.push('-');
            push_two(&mut out, self.day.into());
        }
        if let Some(time) = self.time {
            time.push_iso(&mut out);
        }
        out
    }
}

impl Time {
    fn push_iso(&self, out: &mut String) {
        out.push('T');
        push_two(out, self.hour.into());
        out.push(':');
        push_two(out, self.minute.into());
        if let Some(second) = self.second {
            out.push(':');
            push_two(out, second.into());
        }
        match self.offset_minutes {
            None => {}
            Some(0) => out.push('Z'),
            Some(offset) => {
                out.push(if offset < 0 { '-' } else { '+' });
                push_two(out, offset.unsigned_abs() / 60);
                out.push(':');
                push_two(out, offset.unsigned_abs() % 60);
            }
        }
    }
}

/// Adds a number below 100 in two figures: formatting by the standard library is large.
#[inline(never)]
fn push_two(out: &mut String, number: u16) {
    for figure in [number / 10, number % 10] {
        out.push(char::from(b'0' + (figure % 10) as u8));
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.iso())
    }
}
