//! The time of day that stands behind a date.

use super::Time;
use super::patterns::gap;
use super::tokens::{Kind, Tokens};
use crate::rules::words;
use crate::text::lists;

/// How many tokens may stand between a date and its time: ", at ", " | ", " um ".
const TIME_GAP_TOKENS_MAX: usize = 9;
/// No zone lies further from Greenwich. Minutes.
const OFFSET_MAX: u32 = 14 * 60;

/// The time that follows a date, and the token after it.
#[inline(never)]
pub fn time_after(tokens: &Tokens, at: usize) -> Option<(Time, usize)> {
    let (mut next, mut half, mut weekday) = (at, None, 0);
    while next < at + TIME_GAP_TOKENS_MAX {
        if let Some(found) = half_before(tokens, next) {
            (half, next) = (Some(found), next + 2);
        } else if leads_to_time(tokens, next) {
            next += 1;
        } else if weekday == 0 && matches!(*tokens.kind(next), Kind::Word(_)) {
            // "08 Kasım 2024 Cuma 10:30": the day of the week, in any language.
            (weekday, next) = (next, next + 1);
        } else {
            break;
        }
    }
    let Kind::Number { value: hour, figures } = *tokens.kind(next) else { return None };
    let mut time = Time { hour, minute: 0, second: None, offset_minutes: None };
    let is_behind_t = next > 0 && is_word(tokens, next - 1, "t");
    next += 1;
    if figures > 2 {
        // `T103000`
        let value = if figures == 4 { hour * 100 } else { hour };
        (time.hour, time.minute, time.second) = (value / 10_000, value / 100 % 100, Some(value % 100));
        return if is_behind_t && matches!(figures, 4 | 6) { finished(tokens, next, time) } else { None };
    }
    let is_shown_by_figures = tokens.is_mark(next, ":.");
    let parted =
        is_shown_by_figures || tokens.is_mark(next, "時时点시") || is_word(tokens, next, "h") || is_word(tokens, next, "u");
    let at_minute = gap(tokens, next + 1, "", false);
    // `3:1` is a score.
    let is_minute = !is_shown_by_figures || matches!(*tokens.kind(at_minute), Kind::Number { figures: 2, .. });
    if let Some(minute) = tokens.number(at_minute, 2).filter(|_| parted && is_minute) {
        time.minute = minute;
        next = at_minute + 1;
        time.second = tokens.number(next + 1, 2).filter(|_| tokens.is_mark(next, ":"));
        if time.second.is_some() {
            next += 2;
            // Fractions of a second say nothing to a reader.
            if tokens.is_mark(next, ".,") && tokens.number(next + 1, 9).is_some() {
                next += 2;
            }
        }
    } else if weekday > 0 || half_of_day(tokens, next).is_none() {
        return None;
    }
    if half == Some(true) && time.hour < 12 {
        time.hour += 12;
    }
    finished(tokens, next, time)
}

/// The time with what stands after it: "pm", a zone.
fn finished(tokens: &Tokens, mut at: usize, mut time: Time) -> Option<(Time, usize)> {
    if let Some((is_pm, after)) = half_of_day(tokens, at) {
        at = after;
        match (is_pm, time.hour) {
            (true, 0..12) => time.hour += 12,
            (false, 12) => time.hour = 0,
            _ => {}
        }
    }
    if time.hour > 23 || time.minute > 59 || time.second.is_some_and(|second| second > 60) {
        return None;
    }
    time.second = time.second.map(|second| second.min(59));
    if let Some((offset, after)) = zone(tokens, at) {
        time.offset_minutes = Some(offset);
        at = after;
    }
    Some((time, at))
}

/// Whether the half of the day that stands before its time, as in the east of Asia, is the second one. Two tokens.
fn half_before(tokens: &Tokens, at: usize) -> Option<bool> {
    match (tokens.written(at), tokens.written(at + 1)) {
        ("오전", _) | ("午", "前") | ("上", "午") => Some(false),
        ("오후", _) | ("午", "後" | "后") | ("下", "午") => Some(true),
        _ => None,
    }
}

/// "am" or "pm" in the ways it is written; whether it is pm, and the token after it.
#[inline(never)]
fn half_of_day(tokens: &Tokens, at: usize) -> Option<(bool, usize)> {
    let at = gap(tokens, at, "", false);
    let is_pm = is_word(tokens, at, "pm");
    if is_pm || is_word(tokens, at, "am") {
        return Some((is_pm, at + 1));
    }
    let is_pm = is_word(tokens, at, "p");
    let at_m = gap(tokens, at + 2, "", false);
    ((is_pm || is_word(tokens, at, "a")) && tokens.is_mark(at + 1, ".") && is_word(tokens, at_m, "m"))
        .then(|| (is_pm, at_m + 1 + usize::from(tokens.is_mark(at_m + 1, "."))))
}

/// `Z`, `+05:30`, `-0500`, `GMT-0500`, `EST`: minutes east of Greenwich, and the token after it.
fn zone(tokens: &Tokens, at: usize) -> Option<(i32, usize)> {
    let at = gap(tokens, at, "(", false);
    let named = named_zone(tokens, at);
    let at_sign = at + usize::from(named.is_some());
    let named = named.map(|offset| (offset, at + 1));
    let Kind::Number { value, figures } = *tokens.kind(at_sign + 1) else { return named };
    let mut after = at_sign + 2;
    let minutes = match figures {
        4 => value / 100 * 60 + value % 100,
        1..=2 if tokens.is_mark(after, ":") => {
            after += 2;
            value * 60 + tokens.number(after - 1, 2).unwrap_or(0)
        }
        1..=2 => value * 60,
        _ => return named,
    };
    if minutes > OFFSET_MAX || !tokens.is_mark(at_sign, "+-−") {
        return named;
    }
    Some((if tokens.is_mark(at_sign, "+") { minutes as i32 } else { -(minutes as i32) }, after))
}

/// The zone that a word names, in minutes east of Greenwich: names that mean one offset wherever they are printed beside a
/// date of news.
fn named_zone(tokens: &Tokens, at: usize) -> Option<i32> {
    /// Quarters of an hour, in the order of the list `zones` of `dates.toml`.
    const QUARTERS: [i8; 28] =
        [0, 0, 0, -20, -16, -24, -20, -28, -24, -32, -28, 4, 8, 4, 8, 8, 12, 12, 36, 36, 40, 22, 4, 28, 20, 32, 32, 44];
    let Kind::Word(word) = *tokens.kind(at) else { return None };
    let place = lists::place(words::DATES_ZONES, word)?;
    QUARTERS.get(usize::from(place)).map(|&quarters| i32::from(quarters) * 15)
}

fn leads_to_time(tokens: &Tokens, at: usize) -> bool {
    *tokens.kind(at) == Kind::Space
        || tokens.is_mark(at, ",|-–—•·@()/.،;（）月火水木金土日一二三四五六星期周")
        || tokens.is_in(at, words::DATES_BEFORE_TIME)
}

/// Whether a token is this word, which is ASCII in lower case.
#[inline(never)]
fn is_word(tokens: &Tokens, at: usize, word: &str) -> bool {
    tokens.written(at).eq_ignore_ascii_case(word)
}
