//! The shapes a printed date and its time can have.

use super::months;
use super::tokens::{Kind, Token};
use super::{Date, Style, Time};
use crate::rules::words;

/// How many tokens may stand between two parts of a date: "8" "th" " " "of" " " "November".
const GAP_TOKENS_MAX: usize = 6;
/// How many tokens may stand between a date and its time: ", at ", " | ", " um ".
const TIME_GAP_TOKENS_MAX: usize = 7;

/// The date that begins at a token, and the token after it.
pub fn date(tokens: &[Token], at: usize, style: Style) -> Option<(Date, usize)> {
    match &tokens.get(at)?.kind {
        Kind::Number { figures: 4, .. } => year_first(tokens, at, style),
        Kind::Number { figures: 1..=2, .. } => {
            in_figures(tokens, at, style).or_else(|| day_first(tokens, at, style)).or_else(|| day_month_word(tokens, at))
        }
        Kind::Number { value, figures: 8 } => {
            let date = Date::new(value / 10_000, value / 100 % 100, value % 100).filter(|date| date.day > 0)?;
            Some((date, at + 1))
        }
        Kind::Word(_) => month_first(tokens, at, style),
        Kind::Mark(_) => of_an_era(tokens, at),
        _ => None,
    }
}

/// `2024-11-08`, `2024/11/08`, `2024年11月8日`, `2024. november 8.`, `2024. gada 8. novembris`
fn year_first(tokens: &[Token], at: usize, style: Style) -> Option<(Date, usize)> {
    let year = year(tokens, at)?;
    let next = gap(tokens, at + 1, |kind| is_mark(kind, "-/.年년_") || is_between(kind));
    if let Some((month, after)) = month(tokens, next, style) {
        let at_day = gap(tokens, after, |kind| is_mark(kind, "-/.,") || is_between(kind));
        let day = number(tokens, at_day, 2).filter(|&day| (1..=31).contains(&day))?;
        return Some((full(year, month, day)?, at_day + 1));
    }
    if let Some(day) = number(tokens, next, 2)
        && let at_month = gap(tokens, next + 1, |kind| is_mark(kind, ".") || is_between(kind))
        && let Some((month, after)) = month(tokens, at_month, style)
    {
        return Some((full(year, month, day)?, after));
    }
    let next = gap(tokens, at + 1, |kind| is_mark(kind, "-/.年년_") || *kind == Kind::Space);
    if next == at + 1 || next > at + 4 || !tokens[at + 1..next].iter().any(|token| token.kind != Kind::Space) {
        return None;
    }
    month_and_day(tokens, next, year)
}

/// `11-08`, `11月8日` after a year.
fn month_and_day(tokens: &[Token], at: usize, year: u32) -> Option<(Date, usize)> {
    let month = number(tokens, at, 2)?;
    let next = gap(tokens, at + 1, |kind| is_mark(kind, "-/.月월_") || *kind == Kind::Space);
    let parted = tokens.get(at + 1..next)?.iter().any(|token| token.kind != Kind::Space);
    let day = number(tokens, next, 2).filter(|_| parted)?;
    let last = next + usize::from(tokens.get(next + 1).is_some_and(|token| is_mark(&token.kind, "日일")));
    Some((full(year, month, day)?, last + 1))
}

/// `8.11.2024`, `11/8/2024`, `08-11-24`
fn in_figures(tokens: &[Token], at: usize, style: Style) -> Option<(Date, usize)> {
    let first = number(tokens, at, 2)?;
    let glued = |at: usize| {
        let Kind::Mark(mark) = tokens.get(at)?.kind else { return None };
        matches!(mark, '.' | '/' | '-').then_some(mark)
    };
    if at > 0 && glued(at - 1).is_some() && at > 1 && number(tokens, at - 2, 9).is_some() {
        return None;
    }
    let mark = glued(at + 1)?;
    let space = |at: usize| at + usize::from(tokens.get(at).is_some_and(|token| token.kind == Kind::Space));
    let at_second = space(at + 2);
    let second = number(tokens, at_second, 2)?;
    if glued(at_second + 1)? != mark {
        return None;
    }
    let at_year = space(at_second + 2);
    let year = year(tokens, at_year).or_else(|| short_year(tokens, at_year).filter(|_| at_year == at + 4))?;
    let month_first = mark != '.' && style.month_first;
    let (day, month) = match (first, second) {
        (13.., _) => (first, second),
        (_, 13..) => (second, first),
        _ if month_first => (second, first),
        _ => (first, second),
    };
    Some((full(year, month, day)?, at_year + 1))
}

/// `8 November 2024`, `8. November 2024`, `8 de noviembre de 2024`, `08-Nov-24`
fn day_first(tokens: &[Token], at: usize, style: Style) -> Option<(Date, usize)> {
    let day = number(tokens, at, 2)?;
    let next = gap(tokens, at + 1, |kind| is_mark(kind, "-./,'’") || is_between(kind));
    let (month, after) = month(tokens, next, style)?;
    let at_year = gap(tokens, after, |kind| is_mark(kind, "-./,'’") || is_between(kind));
    let year = year(tokens, at_year).or_else(|| short_year(tokens, at_year))?;
    Some((full(year, month, day)?, at_year + 1))
}

/// `November 8, 2024`, `Nov 8 10:30:00 EST 2024`, `November 2024`
fn month_first(tokens: &[Token], at: usize, style: Style) -> Option<(Date, usize)> {
    let (month, after) = month(tokens, at, style)?;
    let at_day = gap(tokens, after, |kind| is_mark(kind, "-./,") || is_between(kind));
    if let Some(year) = year(tokens, at_day) {
        return Some((Date::new(year, month, 0)?, at_day + 1));
    }
    let day = number(tokens, at_day, 2)?;
    let at_year = gap(tokens, at_day + 1, |kind| is_mark(kind, "-./,'’") || is_between(kind));
    if let Some(year) = year(tokens, at_year) {
        return Some((full(year, month, day)?, at_year + 1));
    }
    let (time, after) = time_after(tokens, at_day + 1)?;
    let at_year = gap(tokens, after, |kind| *kind == Kind::Space || is_mark(kind, ","));
    let date = full(year(tokens, at_year)?, month, day)?;
    Some((Date { time: Some(time), ..date }, at_year + 1))
}

/// `8 tháng 11 năm 2024`
fn day_month_word(tokens: &[Token], at: usize) -> Option<(Date, usize)> {
    let day = number(tokens, at, 2)?;
    let is_word = |at: usize, word: &str| matches!(tokens.get(at), Some(Token { kind: Kind::Word(here), .. }) if here == word);
    let next = gap(tokens, at + 1, |kind| *kind == Kind::Space || is_mark(kind, ","));
    if !is_word(next, "tháng") && !is_word(next, "thg") {
        return None;
    }
    let at_month = gap(tokens, next + 1, |kind| *kind == Kind::Space);
    let month = number(tokens, at_month, 2)?;
    let at_year = gap(tokens, at_month + 1, |kind| is_mark(kind, ",/-") || is_between(kind));
    Some((full(year(tokens, at_year)?, month, day)?, at_year + 1))
}

/// `令和6年11月8日`, `民國113年11月8日`
fn of_an_era(tokens: &[Token], at: usize) -> Option<(Date, usize)> {
    const ERAS: [(char, char, u32); 5] =
        [('令', '和', 2018), ('平', '成', 1988), ('昭', '和', 1925), ('民', '國', 1911), ('民', '国', 1911)];
    let mark = |at: usize| match tokens.get(at)?.kind {
        Kind::Mark(mark) => Some(mark),
        _ => None,
    };
    let (first, second) = (mark(at)?, mark(at + 1)?);
    let era = ERAS.iter().find(|era| (era.0, era.1) == (first, second))?.2;
    let years = match mark(at + 2) {
        Some('元') => 1,
        _ => number(tokens, at + 2, 3)?,
    };
    (mark(at + 3)? == '年').then(|| month_and_day(tokens, at + 4, era + years)).flatten()
}

/// The time that follows a date, and the token after it.
pub fn time_after(tokens: &[Token], at: usize) -> Option<(Time, usize)> {
    let mut next = at;
    while next < at + TIME_GAP_TOKENS_MAX && tokens.get(next).is_some_and(|token| leads_to_time(&token.kind)) {
        next += 1;
    }
    let (hour, figures) = match tokens.get(next)?.kind {
        Kind::Number { value, figures } => (value, figures),
        _ => return None,
    };
    if matches!(figures, 4 | 6) && matches!(&tokens[next - 1].kind, Kind::Word(word) if word == "t") {
        let value = if figures == 4 { hour * 100 } else { hour };
        return finished(tokens, next + 1, value / 10_000, value / 100 % 100, Some(value % 100));
    }
    if figures > 2 {
        return None;
    }
    let parted = tokens.get(next + 1).is_some_and(|token| {
        is_mark(&token.kind, ":.時时点시") || matches!(&token.kind, Kind::Word(word) if word == "h" || word == "u")
    });
    let at_minute = gap(tokens, next + 2, |kind| *kind == Kind::Space);
    let Some(minute) = number(tokens, at_minute, 2).filter(|_| parted) else {
        let half = half_of_day(tokens, next + 1)?;
        return finished(tokens, next + 1, hour, 0, None).filter(|_| half.1 > next);
    };
    let second =
        tokens.get(at_minute + 1).filter(|token| is_mark(&token.kind, ":")).and_then(|_| number(tokens, at_minute + 2, 2));
    let mut after = at_minute + if second.is_some() { 3 } else { 1 };
    // Fractions of a second say nothing to a reader.
    if tokens.get(after).is_some_and(|token| is_mark(&token.kind, ".,"))
        && second.is_some()
        && number(tokens, after + 1, 9).is_some()
    {
        after += 2;
    }
    finished(tokens, after, hour, minute, second)
}

/// The time with what stands after it: "pm", a zone.
fn finished(tokens: &[Token], at: usize, hour: u32, minute: u32, second: Option<u32>) -> Option<(Time, usize)> {
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
fn half_of_day(tokens: &[Token], at: usize) -> Option<(bool, usize)> {
    let at = gap(tokens, at, |kind| *kind == Kind::Space);
    let Kind::Word(word) = &tokens.get(at)?.kind else { return None };
    match word.as_str() {
        "am" => Some((false, at + 1)),
        "pm" => Some((true, at + 1)),
        "a" | "p" if tokens.get(at + 1).is_some_and(|token| is_mark(&token.kind, ".")) => {
            let at_m = gap(tokens, at + 2, |kind| *kind == Kind::Space);
            let is_m = matches!(&tokens.get(at_m)?.kind, Kind::Word(m) if m == "m");
            let dot = tokens.get(at_m + 1).is_some_and(|token| is_mark(&token.kind, "."));
            is_m.then_some((word == "p", at_m + 1 + usize::from(dot)))
        }
        _ => None,
    }
}

/// `Z`, `+05:30`, `-0500`, `GMT-0500`, `EST`: minutes east of Greenwich, and the token after it.
fn zone(tokens: &[Token], at: usize) -> Option<(i16, usize)> {
    /// Names that mean one offset wherever they are printed beside a date of news.
    const ZONES: [(&str, i16); 21] = [
        ("z", 0),
        ("utc", 0),
        ("gmt", 0),
        ("est", -300),
        ("edt", -240),
        ("cst", -360),
        ("cdt", -300),
        ("mst", -420),
        ("mdt", -360),
        ("pst", -480),
        ("pdt", -420),
        ("cet", 60),
        ("cest", 120),
        ("mez", 60),
        ("mesz", 120),
        ("eet", 120),
        ("eest", 180),
        ("msk", 180),
        ("jst", 540),
        ("kst", 540),
        ("aest", 600),
    ];
    let at = gap(tokens, at, |kind| *kind == Kind::Space || is_mark(kind, "("));
    let named = match &tokens.get(at)?.kind {
        Kind::Word(word) => Some(ZONES.iter().find(|zone| zone.0 == word)?.1),
        _ => None,
    };
    let at_sign = at + usize::from(named.is_some());
    let sign = match tokens.get(at_sign).map(|token| &token.kind) {
        Some(Kind::Mark('+')) => 1,
        Some(Kind::Mark('-' | '−')) => -1,
        _ => return named.map(|offset| (offset, at + 1)),
    };
    let offset = match tokens.get(at_sign + 1).map(|token| &token.kind) {
        Some(&Kind::Number { value, figures: 4 }) => Some((value / 100 * 60 + value % 100, at_sign + 2)),
        Some(&Kind::Number { value, figures: 1..=2 }) => {
            let colon = tokens.get(at_sign + 2).is_some_and(|token| is_mark(&token.kind, ":"));
            match number(tokens, at_sign + 3, 2).filter(|_| colon) {
                Some(minutes) => Some((value * 60 + minutes, at_sign + 4)),
                None => Some((value * 60, at_sign + 2)),
            }
        }
        _ => None,
    };
    match offset.filter(|offset| offset.0 <= 14 * 60) {
        Some((minutes, after)) => Some((sign * minutes as i16, after)),
        None => named.map(|offset| (offset, at + 1)),
    }
}

/// A month's name, and the token after it and its full stop.
fn month(tokens: &[Token], at: usize, style: Style) -> Option<(u32, usize)> {
    let Kind::Word(word) = &tokens.get(at)?.kind else { return None };
    let word_at = |at: usize| match tokens.get(at).map(|token| &token.kind) {
        Some(Kind::Word(word)) => Some(word.as_str()),
        _ => None,
    };
    let (joint, length) = match (tokens.get(at + 1).map(|token| &token.kind), word_at(at + 2)) {
        (Some(Kind::Mark('.')), Some(second)) => ([word, ".", second].concat(), 3),
        (Some(Kind::Space), Some(second)) => ([word, "_", second].concat(), 3),
        _ => (String::new(), 0),
    };
    let found = months::named(&joint, style.lang).map(|month| (month, at + length));
    let (month, next) = found.or_else(|| Some((months::named(word, style.lang)?, at + 1)))?;
    Some((month, next + usize::from(tokens.get(next).is_some_and(|token| is_mark(&token.kind, ".")))))
}

fn full(year: u32, month: u32, day: u32) -> Option<Date> {
    Date::new(year, month, day).filter(|date| date.day > 0)
}

fn number(tokens: &[Token], at: usize, figures_max: u8) -> Option<u32> {
    match tokens.get(at)?.kind {
        Kind::Number { value, figures } if figures <= figures_max => Some(value),
        _ => None,
    }
}

/// A year of four figures; those of the Buddhist era are put into the common one.
fn year(tokens: &[Token], at: usize) -> Option<u32> {
    /// The Buddhist era began 543 years earlier; years that stand on the web lie in this range.
    const BUDDHIST: std::ops::RangeInclusive<u32> = 2443..=2642;
    match tokens.get(at)?.kind {
        Kind::Number { value, figures: 4 } if BUDDHIST.contains(&value) => Some(value - 543),
        Kind::Number { value, figures: 4 } if (u32::from(Date::YEAR_MIN)..=u32::from(Date::YEAR_MAX)).contains(&value) => {
            Some(value)
        }
        _ => None,
    }
}

/// A year of two figures.
fn short_year(tokens: &[Token], at: usize) -> Option<u32> {
    /// Two figures up to this mean the 21st century, from 90 on the 20th; between them they are no year of a page.
    const LAST: u32 = 59;
    match tokens.get(at)?.kind {
        Kind::Number { value, figures: 2 } if value <= LAST => Some(2000 + value),
        Kind::Number { value, figures: 2 } if value >= 90 => Some(1900 + value),
        _ => None,
    }
}

/// The token after a run of tokens that may stand between two parts.
fn gap(tokens: &[Token], at: usize, may: impl Fn(&Kind) -> bool) -> usize {
    let run = tokens.iter().skip(at).take(GAP_TOKENS_MAX).take_while(|token| may(&token.kind)).count();
    at + run
}

fn is_between(kind: &Kind) -> bool {
    match kind {
        Kind::Space => true,
        Kind::Word(word) => words::DATES_BETWEEN.contains(&word.as_str()),
        _ => false,
    }
}

fn leads_to_time(kind: &Kind) -> bool {
    match kind {
        Kind::Space => true,
        Kind::Word(word) => words::DATES_BEFORE_TIME.contains(&word.as_str()),
        Kind::Mark(mark) => matches!(mark, ',' | '|' | '-' | '–' | '—' | '•' | '·' | '@' | '(' | '.' | '/' | '،' | ';'),
        Kind::Number { .. } => false,
    }
}

fn is_mark(kind: &Kind, marks: &str) -> bool {
    matches!(kind, Kind::Mark(mark) if marks.contains(*mark))
}
