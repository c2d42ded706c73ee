//! The shapes a printed date can have.

use super::calendar::{self, BUDDHIST_YEARS, JALALI_YEARS};
use super::clock;
use super::months;
use super::tokens::{Kind, Tokens};
use super::{Date, Style};
use crate::rules::words;

/// How many tokens may stand between two parts of a date: "8" "th" " " "of" " " "November".
const GAP_TOKENS_MAX: usize = 6;

/// One part of a date's shape.
#[derive(Clone, Copy)]
enum Part {
    Day,
    /// The month in figures.
    Month,
    /// The month by its name.
    MonthName,
    /// Of four figures.
    Year,
    /// Of four figures or two.
    AnyYear,
    /// Of four figures, where others may follow.
    GluedYear,
    /// Two signs that name a Japanese era or the Chinese republic, and the year in it.
    EraYear,
    Time,
    /// "Month" as a word of its own.
    MonthWord,
    /// One of these marks, which need not be there.
    Mark(&'static str),
    /// White space, or these marks.
    Spaces(&'static str),
    /// White space, these marks, or words that may stand inside a date.
    Words(&'static str),
    /// White space and at least one of these marks.
    Parted(&'static str),
}

use Part::*;

const YEAR_FIRST: &[&[Part]] = &[
    // `2024. november 8.`, `2024 Nov 8`
    &[Year, Words("-/.年년"), MonthName, Words("-/.,"), Day],
    // `2024. gada 8. novembris`
    &[Year, Words("-/.年년"), Day, Words("."), MonthName],
    // `2024-11-08`, `2024/11/08`, `2024年11月8日`
    &[Year, Parted("-/.年년"), Month, Parted("-/.月월"), Day, Mark("日일")],
];
const DAY_FIRST: &[&[Part]] = &[
    // `8 November 2024`, `8. November 2024`, `8 de noviembre de 2024`, `08-Nov-24`
    &[Day, Words("-./,'’"), MonthName, Words("-./,'’"), AnyYear],
    // `8 tháng 11 năm 2024`
    &[Day, Spaces(","), MonthWord, Spaces(""), Month, Words(",/-"), Year],
];
const MONTH_FIRST: &[&[Part]] = &[
    // `November 2024`
    &[MonthName, Words("-./,"), Year],
    // `November 8, 2024`, also before the figures of something else
    &[MonthName, Words("-./,"), Day, Words("-./,'’"), GluedYear],
    // `Nov 8 10:30:00 EST 2024`
    &[MonthName, Words("-./,"), Day, Time, Spaces(","), Year],
];
const ERA_FIRST: &[&[Part]] = &[
    // `令和6年11月8日`, `民國113年11月8日`
    &[EraYear, Parted("年"), Month, Parted("月"), Day, Mark("日")],
];

/// The date that begins at a token, and the token after it.
pub fn date(tokens: &Tokens, at: usize, style: Style) -> Option<(Date, usize)> {
    let shapes = match *tokens.kind(at) {
        Kind::Number { figures: 4, .. } => YEAR_FIRST,
        Kind::Number { figures: 1..=2, .. } => {
            if let Some(found) = in_figures(tokens, at, style) {
                return Some(found);
            }
            // `F1Dec 19`: the figure of another word.
            if tokens.is_glued(at) { &[] } else { DAY_FIRST }
        }
        Kind::Number { value, figures: 8 } => {
            return Some((Date::full(value / 10_000, value / 100 % 100, value % 100)?, at + 1));
        }
        Kind::Word(_) => MONTH_FIRST,
        Kind::Mark('令' | '平' | '昭' | '民') => ERA_FIRST,
        _ => return None,
    };
    shapes.iter().find_map(|shape| of_shape(tokens, at, shape, style))
}

/// The date of this shape that begins at a token, and the token after it.
#[inline(never)]
fn of_shape(tokens: &Tokens, at: usize, shape: &[Part], style: Style) -> Option<(Date, usize)> {
    let (mut year, mut month, mut day, mut time, mut is_named) = (0, 0, 0, None, false);
    let mut next = at;
    for part in shape {
        let begin = next;
        next += 1;
        match *part {
            Day => day = tokens.number(begin, 2).filter(|&day| day > 0)?,
            Month => month = tokens.number(begin, 2)?,
            MonthName => {
                (month, next) = months::month(tokens, begin, style.months)?;
                is_named = true;
            }
            Year => year = four_figures(tokens, begin)?,
            AnyYear => year = any_year(tokens, begin, style)?,
            GluedYear => year = glued_year(tokens, begin)?,
            EraYear => (year, next) = (era_year(tokens, begin)?, begin + 3),
            Time => {
                let (found, after) = clock::time_after(tokens, begin)?;
                (time, next) = (Some(found), after);
            }
            MonthWord if !tokens.is_in(begin, words::DATES_MONTH) => return None,
            MonthWord => {}
            Mark(marks) => next = begin + usize::from(tokens.is_mark(begin, marks)),
            Spaces(marks) | Parted(marks) => next = gap(tokens, begin, marks, false),
            Words(marks) => next = gap(tokens, begin, marks, true),
        }
        if matches!(part, Parted(_)) && (begin..next).all(|at| *tokens.kind(at) == Kind::Space) {
            return None;
        }
    }
    let date = calendar::common(year, month, day, is_named, style)?;
    Some((time.map_or(date, |time| date.at(time)), next))
}

/// `8.11.2024`, `11/8/2024`, `08-11-24`
fn in_figures(tokens: &Tokens, at: usize, style: Style) -> Option<(Date, usize)> {
    const GLUE: &str = "./-";
    let first = tokens.number(at, 2)?;
    // The middle of a longer row of figures.
    if at > 1 && tokens.is_mark(at - 1, GLUE) && tokens.number(at - 2, 9).is_some() {
        return None;
    }
    let space = |at: usize| at + usize::from(*tokens.kind(at) == Kind::Space);
    let at_second = space(at + 2);
    let second = tokens.number(at_second, 2)?;
    let mark = *tokens.kind(at + 1);
    if !tokens.is_mark(at + 1, GLUE) || *tokens.kind(at_second + 1) != mark {
        return None;
    }
    let at_year = space(at_second + 2);
    let year = if at_year == at + 4 { any_year(tokens, at_year, style) } else { four_figures(tokens, at_year) }?;
    let month_first = second > 12 || style.month_first && mark != Kind::Mark('.');
    let (day, month) = if month_first && first <= 12 { (second, first) } else { (first, second) };
    let date = calendar::common(year, month, day, false, style).filter(|date| date.month() > 0 && date.day() > 0)?;
    Some((date, at_year + 1))
}

/// The year in the common era of `令和6`.
fn era_year(tokens: &Tokens, at: usize) -> Option<u32> {
    /// The names of the eras, each before the years that went before it.
    const ERAS: [(char, char, u32); 5] =
        [('令', '和', 2018), ('平', '成', 1988), ('昭', '和', 1925), ('民', '國', 1911), ('民', '国', 1911)];
    let (Kind::Mark(first), Kind::Mark(second)) = (*tokens.kind(at), *tokens.kind(at + 1)) else { return None };
    let before = ERAS.iter().find(|era| (era.0, era.1) == (first, second))?.2;
    Some(before + if tokens.is_mark(at + 2, "元") { 1 } else { tokens.number(at + 2, 3)? })
}

/// A year of four figures; those of the Buddhist era are put into the common one.
#[inline(never)]
fn four_figures(tokens: &Tokens, at: usize) -> Option<u32> {
    let Kind::Number { value, figures: 4 } = *tokens.kind(at) else { return None };
    // The Buddhist era began 543 years earlier; years that stand on the web lie in this range.
    match value {
        2443..=2642 => Some(value - BUDDHIST_YEARS),
        _ if JALALI_YEARS.contains(&value) => Some(value),
        1900..=2099 => Some(value),
        _ => None,
    }
}

/// The first four figures of `20248:30`, where the year and the time stand in elements of their own.
fn glued_year(tokens: &Tokens, at: usize) -> Option<u32> {
    match *tokens.kind(at) {
        Kind::Number { value: value @ 20_000..=20_999, figures: 5 } => Some(value / 10),
        Kind::Number { value: value @ 200_000..=209_999, figures: 6 } => Some(value / 100),
        _ => four_figures(tokens, at),
    }
}

/// A year of four figures or two.
fn any_year(tokens: &Tokens, at: usize, style: Style) -> Option<u32> {
    // Two figures up to 59 mean the 21st century, from 90 on the 20th; between them they are no year of a page.
    match *tokens.kind(at) {
        // The Thai leave 25 of the Buddhist era out: 67 is 2024.
        Kind::Number { value: value @ 60.., figures: 2 } if style.months == words::MONTHS_TH => {
            Some(2500 + value - BUDDHIST_YEARS)
        }
        Kind::Number { value: value @ 0..=59, figures: 2 } => Some(2000 + value),
        Kind::Number { value: value @ 90.., figures: 2 } => Some(1900 + value),
        _ => four_figures(tokens, at),
    }
}

/// The token after a run of tokens that may stand between two parts.
#[inline(never)]
pub fn gap(tokens: &Tokens, at: usize, marks: &str, with_words: bool) -> usize {
    let mut next = at;
    // "พ.ศ.", the Buddhist era; the first of its letters begins the names of months too.
    let names_era = |at| with_words && tokens.written(at) == "พ" && tokens.written(at + 2) == "ศ";
    while next < at + GAP_TOKENS_MAX
        && (*tokens.kind(next) == Kind::Space
            || tokens.is_mark(next, marks)
            || names_era(next)
            || with_words && tokens.is_in(next, words::DATES_BETWEEN))
    {
        next += if names_era(next) { 3 } else { 1 };
    }
    next
}
