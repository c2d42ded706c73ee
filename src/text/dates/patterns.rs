//! The shapes a printed date and its time can have.

use super::months;
use super::tokens::{Kind, Tokens};
use super::{Date, Style, Time};
use crate::rules::words;
use crate::text::lists;

/// How many tokens may stand between two parts of a date: "8" "th" " " "of" " " "November".
const GAP_TOKENS_MAX: usize = 6;
/// How many tokens may stand between a date and its time: ", at ", " | ", " um ".
const TIME_GAP_TOKENS_MAX: usize = 7;

/// The date that begins at a token, and the token after it.
pub fn date(tokens: &Tokens, at: usize, style: Style) -> Option<(Date, usize)> {
    match tokens.kind(at) {
        Kind::Number { figures: 4, .. } => year_first(tokens, at, style),
        Kind::Number { figures: 1..=2, .. } => {
            in_figures(tokens, at, style).or_else(|| day_first(tokens, at, style)).or_else(|| day_month_word(tokens, at))
        }
        Kind::Number { value, figures: 8 } => Some((full(value / 10_000, value / 100 % 100, value % 100)?, at + 1)),
        Kind::Word(_) => month_first(tokens, at, style),
        Kind::Mark('令' | '平' | '昭' | '民') => of_an_era(tokens, at),
        _ => None,
    }
}

/// `2024-11-08`, `2024/11/08`, `2024年11月8日`, `2024. november 8.`, `2024. gada 8. novembris`
fn year_first(tokens: &Tokens, at: usize, style: Style) -> Option<(Date, usize)> {
    let year = year(tokens, at)?;
    let next = gap(tokens, at + 1, "-/.年년_", Between::SpacesAndWords);
    if let Some((month, after)) = month(tokens, next, style) {
        let at_day = gap(tokens, after, "-/.,", Between::SpacesAndWords);
        let day = tokens.number(at_day, 2).filter(|&day| (1..=31).contains(&day))?;
        return Some((full(year, month, day)?, at_day + 1));
    }
    if let Some(day) = tokens.number(next, 2)
        && let at_month = gap(tokens, next + 1, ".", Between::SpacesAndWords)
        && let Some((month, after)) = month(tokens, at_month, style)
    {
        return Some((full(year, month, day)?, after));
    }
    let next = gap(tokens, at + 1, "-/.年년_", Between::Spaces);
    if next > at + 4 || !is_parted(tokens, at + 1, next) {
        return None;
    }
    month_and_day(tokens, next, year)
}

/// `11-08`, `11月8日` after a year.
fn month_and_day(tokens: &Tokens, at: usize, year: u32) -> Option<(Date, usize)> {
    let month = tokens.number(at, 2)?;
    let next = gap(tokens, at + 1, "-/.月월_", Between::Spaces);
    let day = tokens.number(next, 2).filter(|_| is_parted(tokens, at + 1, next))?;
    let last = next + usize::from(tokens.is_mark(next + 1, "日일"));
    Some((full(year, month, day)?, last + 1))
}

/// Whether there is more than white space between two parts.
fn is_parted(tokens: &Tokens, from: usize, until: usize) -> bool {
    (from..until).any(|at| tokens.kind(at) != Kind::Space)
}

/// `8.11.2024`, `11/8/2024`, `08-11-24`
fn in_figures(tokens: &Tokens, at: usize, style: Style) -> Option<(Date, usize)> {
    const GLUE: &str = "./-";
    let first = tokens.number(at, 2)?;
    // The middle of a longer row of figures.
    if at > 1 && tokens.is_mark(at - 1, GLUE) && tokens.number(at - 2, 9).is_some() {
        return None;
    }
    let space = |at: usize| at + usize::from(tokens.kind(at) == Kind::Space);
    let at_second = space(at + 2);
    let second = tokens.number(at_second, 2)?;
    let mark = tokens.kind(at + 1);
    if !tokens.is_mark(at + 1, GLUE) || tokens.kind(at_second + 1) != mark {
        return None;
    }
    let at_year = space(at_second + 2);
    let year = year(tokens, at_year).or_else(|| short_year(tokens, at_year).filter(|_| at_year == at + 4))?;
    let month_first = second > 12 || first <= 12 && style.month_first && mark != Kind::Mark('.');
    let (day, month) = if month_first && first <= 12 { (second, first) } else { (first, second) };
    Some((full(year, month, day)?, at_year + 1))
}

/// `8 November 2024`, `8. November 2024`, `8 de noviembre de 2024`, `08-Nov-24`
fn day_first(tokens: &Tokens, at: usize, style: Style) -> Option<(Date, usize)> {
    let day = tokens.number(at, 2)?;
    let next = gap(tokens, at + 1, "-./,'’", Between::SpacesAndWords);
    let (month, after) = month(tokens, next, style)?;
    let at_year = gap(tokens, after, "-./,'’", Between::SpacesAndWords);
    let year = year(tokens, at_year).or_else(|| short_year(tokens, at_year))?;
    Some((full(year, month, day)?, at_year + 1))
}

/// `November 8, 2024`, `Nov 8 10:30:00 EST 2024`, `November 2024`
fn month_first(tokens: &Tokens, at: usize, style: Style) -> Option<(Date, usize)> {
    let (month, after) = month(tokens, at, style)?;
    let at_day = gap(tokens, after, "-./,", Between::SpacesAndWords);
    if let Some(year) = year(tokens, at_day) {
        return Some((Date::new(year, month, 0)?, at_day + 1));
    }
    let day = tokens.number(at_day, 2)?;
    let at_year = gap(tokens, at_day + 1, "-./,'’", Between::SpacesAndWords);
    if let Some(year) = year(tokens, at_year) {
        return Some((full(year, month, day)?, at_year + 1));
    }
    let (time, after) = time_after(tokens, at_day + 1)?;
    let at_year = gap(tokens, after, ",", Between::Spaces);
    let date = full(year(tokens, at_year)?, month, day)?;
    Some((Date { time: Some(time), ..date }, at_year + 1))
}

/// `8 tháng 11 năm 2024`
fn day_month_word(tokens: &Tokens, at: usize) -> Option<(Date, usize)> {
    let day = tokens.number(at, 2)?;
    let next = gap(tokens, at + 1, ",", Between::Spaces);
    if !tokens.is_in(next, words::DATES_MONTH) {
        return None;
    }
    let at_month = gap(tokens, next + 1, "", Between::Spaces);
    let month = tokens.number(at_month, 2)?;
    let at_year = gap(tokens, at_month + 1, ",/-", Between::SpacesAndWords);
    Some((full(year(tokens, at_year)?, month, day)?, at_year + 1))
}

/// `令和6年11月8日`, `民國113年11月8日`
fn of_an_era(tokens: &Tokens, at: usize) -> Option<(Date, usize)> {
    const ERAS: [(char, char, u32); 5] =
        [('令', '和', 2018), ('平', '成', 1988), ('昭', '和', 1925), ('民', '國', 1911), ('民', '国', 1911)];
    let (Kind::Mark(first), Kind::Mark(second)) = (tokens.kind(at), tokens.kind(at + 1)) else { return None };
    let era = ERAS.iter().find(|era| (era.0, era.1) == (first, second))?.2;
    let years = if tokens.is_mark(at + 2, "元") { 1 } else { tokens.number(at + 2, 3)? };
    tokens.is_mark(at + 3, "年").then(|| month_and_day(tokens, at + 4, era + years)).flatten()
}

/// The time that follows a date, and the token after it.
pub fn time_after(tokens: &Tokens, at: usize) -> Option<(Time, usize)> {
    let mut next = at;
    while next < at + TIME_GAP_TOKENS_MAX && leads_to_time(tokens, next) {
        next += 1;
    }
    let Kind::Number { value: hour, figures } = tokens.kind(next) else { return None };
    if matches!(figures, 4 | 6) && next > 0 && is_word(tokens, next - 1, T) {
        let value = if figures == 4 { hour * 100 } else { hour };
        return finished(tokens, next + 1, value / 10_000, value / 100 % 100, Some(value % 100));
    }
    if figures > 2 {
        return None;
    }
    let parted = tokens.is_mark(next + 1, ":.時时点시") || is_word(tokens, next + 1, H) || is_word(tokens, next + 1, U);
    let at_minute = gap(tokens, next + 2, "", Between::Spaces);
    let Some(minute) = tokens.number(at_minute, 2).filter(|_| parted) else {
        half_of_day(tokens, next + 1)?;
        return finished(tokens, next + 1, hour, 0, None);
    };
    let mut after = at_minute + 1;
    let second = tokens.number(after + 1, 2).filter(|_| tokens.is_mark(after, ":"));
    if second.is_some() {
        after += 2;
        // Fractions of a second say nothing to a reader.
        if tokens.is_mark(after, ".,") && tokens.number(after + 1, 9).is_some() {
            after += 2;
        }
    }
    finished(tokens, after, hour, minute, second)
}

/// The time with what stands after it: "pm", a zone.
fn finished(tokens: &Tokens, at: usize, hour: u32, minute: u32, second: Option<u32>) -> Option<(Time, usize)> {
    let (hour, at) = match half_of_day(tokens, at) {
        Some((true, after)) if hour < 12 => (hour + 12, after),
        Some((false, after)) if hour == 12 => (0, after),
        Some((_, after)) => (hour, after),
        None => (hour, at),
    };
    if hour > 23 || minute > 59 || second.is_some_and(|second| second > 60) {
        return None;
    }
    let (offset_minutes, at) = match zone(tokens, at) {
        Some((offset, after)) => (Some(offset), after),
        None => (None, at),
    };
    let second = second.map(|second| second.min(59) as u8);
    Some((Time { hour: hour as u8, minute: minute as u8, second, offset_minutes }, at))
}

/// "am" or "pm" in the ways it is written; whether it is pm, and the token after it.
#[inline(never)]
fn half_of_day(tokens: &Tokens, at: usize) -> Option<(bool, usize)> {
    let at = gap(tokens, at, "", Between::Spaces);
    if is_word(tokens, at, AM) || is_word(tokens, at, PM) {
        return Some((is_word(tokens, at, PM), at + 1));
    }
    let is_pm = is_word(tokens, at, P);
    let at_m = gap(tokens, at + 2, "", Between::Spaces);
    ((is_pm || is_word(tokens, at, A)) && tokens.is_mark(at + 1, ".") && is_word(tokens, at_m, M))
        .then(|| (is_pm, at_m + 1 + usize::from(tokens.is_mark(at_m + 1, "."))))
}

// The words of a time that are letters of figures rather than of a language.
const T: u32 = lists::of_ascii("t");
const H: u32 = lists::of_ascii("h");
const U: u32 = lists::of_ascii("u");
const AM: u32 = lists::of_ascii("am");
const PM: u32 = lists::of_ascii("pm");
const A: u32 = lists::of_ascii("a");
const P: u32 = lists::of_ascii("p");
const M: u32 = lists::of_ascii("m");

/// `Z`, `+05:30`, `-0500`, `GMT-0500`, `EST`: minutes east of Greenwich, and the token after it.
fn zone(tokens: &Tokens, at: usize) -> Option<(i16, usize)> {
    let at = gap(tokens, at, "(", Between::Spaces);
    let named = named_zone(tokens, at);
    let at_sign = at + usize::from(named.is_some());
    let named = named.map(|offset| (offset, at + 1));
    if !tokens.is_mark(at_sign, "+-−") {
        return named;
    }
    let Kind::Number { value, figures } = tokens.kind(at_sign + 1) else { return named };
    let (minutes, after) = match (figures, tokens.number(at_sign + 3, 2)) {
        (4, _) => (value / 100 * 60 + value % 100, at_sign + 2),
        (1..=2, Some(minutes)) if tokens.is_mark(at_sign + 2, ":") => (value * 60 + minutes, at_sign + 4),
        (1..=2, _) => (value * 60, at_sign + 2),
        _ => return named,
    };
    // No zone lies further from Greenwich than fourteen hours.
    if minutes > 14 * 60 {
        return named;
    }
    let minutes = minutes as i16;
    Some((if tokens.is_mark(at_sign, "+") { minutes } else { -minutes }, after))
}

/// The zone that a word names, in minutes east of Greenwich.
fn named_zone(tokens: &Tokens, at: usize) -> Option<i16> {
    /// Names that mean one offset wherever they are printed beside a date of news.
    const ZONES: [(u32, i16); 21] = [
        (lists::of_ascii("z"), 0),
        (lists::of_ascii("utc"), 0),
        (lists::of_ascii("gmt"), 0),
        (lists::of_ascii("est"), -300),
        (lists::of_ascii("edt"), -240),
        (lists::of_ascii("cst"), -360),
        (lists::of_ascii("cdt"), -300),
        (lists::of_ascii("mst"), -420),
        (lists::of_ascii("mdt"), -360),
        (lists::of_ascii("pst"), -480),
        (lists::of_ascii("pdt"), -420),
        (lists::of_ascii("cet"), 60),
        (lists::of_ascii("cest"), 120),
        (lists::of_ascii("mez"), 60),
        (lists::of_ascii("mesz"), 120),
        (lists::of_ascii("eet"), 120),
        (lists::of_ascii("eest"), 180),
        (lists::of_ascii("msk"), 180),
        (lists::of_ascii("jst"), 540),
        (lists::of_ascii("kst"), 540),
        (lists::of_ascii("aest"), 600),
    ];
    let Kind::Word(word) = tokens.kind(at) else { return None };
    ZONES.iter().find(|zone| zone.0 == word).map(|zone| zone.1)
}

fn leads_to_time(tokens: &Tokens, at: usize) -> bool {
    tokens.kind(at) == Kind::Space || tokens.is_mark(at, ",|-–—•·@(./،;") || tokens.is_in(at, words::DATES_BEFORE_TIME)
}

fn month(tokens: &Tokens, at: usize, style: Style) -> Option<(u32, usize)> {
    months::month(tokens, at, style.months)
}

fn full(year: u32, month: u32, day: u32) -> Option<Date> {
    Date::new(year, month, day).filter(|date| date.day > 0)
}

/// A year of four figures; those of the Buddhist era are put into the common one.
#[inline(never)]
fn year(tokens: &Tokens, at: usize) -> Option<u32> {
    let Kind::Number { value, figures: 4 } = tokens.kind(at) else { return None };
    // The Buddhist era began 543 years earlier; years that stand on the web lie in this range.
    match value {
        2443..=2642 => Some(value - 543),
        1900..=2099 => Some(value),
        _ => None,
    }
}

/// A year of two figures.
fn short_year(tokens: &Tokens, at: usize) -> Option<u32> {
    // Two figures up to 59 mean the 21st century, from 90 on the 20th; between them they are no year of a page.
    match tokens.kind(at) {
        Kind::Number { value: value @ 0..=59, figures: 2 } => Some(2000 + value),
        Kind::Number { value: value @ 90.., figures: 2 } => Some(1900 + value),
        _ => None,
    }
}

/// What may stand between two parts beside the marks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Between {
    Spaces,
    SpacesAndWords,
}

/// The token after a run of tokens that may stand between two parts.
#[inline(never)]
fn gap(tokens: &Tokens, at: usize, marks: &str, between: Between) -> usize {
    let mut next = at;
    while next < at + GAP_TOKENS_MAX
        && (tokens.kind(next) == Kind::Space
            || tokens.is_mark(next, marks)
            || between == Between::SpacesAndWords && tokens.is_in(next, words::DATES_BETWEEN))
    {
        next += 1;
    }
    next
}

fn is_word(tokens: &Tokens, at: usize, word: u32) -> bool {
    tokens.kind(at) == Kind::Word(word)
}
