//! Names in Han characters, which stand without spaces and without capitals.

use super::plain::head;
use crate::rules::words;
use crate::text::lists;
use crate::text::search::{self, chars, ends_with, split, split_once, trim, until};

/// A name has at most so many characters: two of the family's and two of the person's.
pub const NAME_CHARS_MAX: usize = 4;
/// Names of Tibetans, Mongols and others in Chinese texts have more.
const FOREIGN_CHARS_MAX: usize = 6;
/// The names of the reporters of a text have so many bytes at most.
const REPORTERS_BYTES_MAX: usize = 60;
/// Most names have so many characters.
const NAME_CHARS: usize = 3;

/// Whether a character is a Han character.
pub fn is_han_letter(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

/// Whether all of a text are Han characters.
pub fn is_han(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_han_letter)
}

/// Whether a text looks like the name of a Chinese: it begins with a family's name.
pub fn is_name(text: &str) -> bool {
    let family = text.chars().next().map_or(0, char::len_utf8);
    is_han(text)
        && (2..=NAME_CHARS_MAX).contains(&chars(text))
        && lists::has_word(words::NAMES_FAMILY, text.get(..family).unwrap_or_default())
}

/// Whether a text is the name of a newspaper, a firm, a ministry.
pub fn is_office(text: &str) -> bool {
    let last = text.char_indices().next_back().map_or(0, |(at, _)| at);
    chars(text) >= NAME_CHARS && is_han(text) && lists::has_word(words::NAMES_OFFICE_END, text.get(last..).unwrap_or_default())
}

/// A name without the place and "reports from" behind it: "王小明台北3日電", "王小明台北報導".
pub fn without_place(name: &str) -> Option<&str> {
    let rest = until(name, "0123456789");
    let mut rest = trim(rest, "");
    // "Reports" is one character or two.
    for behind in [1, 0] {
        let end = rest.char_indices().rev().nth(behind).map_or(0, |(at, _)| at);
        let (before, word) = rest.split_at_checked(end).unwrap_or((rest, ""));
        if lists::has_word(words::NAMES_AFTER, word) {
            rest = before;
        }
    }
    if rest.len() == name.len() || !is_han(rest) {
        return Some(name);
    }
    if chars(rest) < NAME_CHARS {
        return None;
    }
    rest.char_indices().nth(NAME_CHARS).map_or(Some(rest), |(at, _)| rest.get(..at))
}

/// The reporters whom a text names: "（记者 王小明）", "记者王小明、李大华/".
pub fn reporters(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    if text.is_ascii() {
        return names;
    }
    for marker in ["记者", "記者"] {
        let mut rest = text;
        while let Some((_, after)) = split_once(rest, marker) {
            rest = search::trim_start(after, ":：");
            // Only what is near is looked at: a hostile page may say the word a million times.
            let near = head(rest, REPORTERS_BYTES_MAX * 2);
            let named = until(near, "）)／/】]〕");
            let is_closed = named.len() < near.len();
            if named.len() > REPORTERS_BYTES_MAX {
                continue;
            }
            let is_reporter = |name: &str| is_name(name) || is_closed && is_han(name) && chars(name) <= FOREIGN_CHARS_MAX;
            for name in split(named, " 、，,\u{3000}\u{a0}") {
                let name = without_place(name).unwrap_or_default();
                if is_reporter(name) {
                    names.push(name.to_owned());
                } else if names.is_empty() && !name.is_empty() {
                    break;
                }
            }
            if !names.is_empty() {
                return names;
            }
        }
    }
    names
}

/// The names in brackets that end a text: "（常小香 马小阳）".
pub fn signed(text: &str) -> Vec<String> {
    const BRACKETS: &str = "（(）)";
    let text = text.trim();
    if !ends_with(text, BRACKETS) {
        return Vec::new();
    }
    let parts = split(text, BRACKETS);
    // The last part, behind the bracket, is empty.
    let last = parts.len().checked_sub(2).and_then(|at| parts.get(at)).copied().unwrap_or_default();
    let mut names = Vec::new();
    for name in split(last, " 、，\u{3000}\u{a0}") {
        if is_name(name) {
            names.push(name.to_owned());
        } else if !name.is_empty() {
            return Vec::new();
        }
    }
    if names.len() < 2 { Vec::new() } else { names }
}
