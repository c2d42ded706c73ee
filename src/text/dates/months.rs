//! The names of the months in all languages.

use super::tokens::{Kind, Tokens};
use crate::rules::words;
use crate::text::{lists, search};

/// The number of the list of a language's months; of none if they are not known.
pub fn list_of(lang: &str) -> u8 {
    let language = search::until(lang, "-_");
    for (list, known) in words::MONTHS.zip(search::split(words::MONTHS_LANGUAGES, " ")) {
        if known.eq_ignore_ascii_case(language) {
            return list;
        }
    }
    u8::MAX
}

/// Months of the Persian calendar are told as numbers above this.
pub const JALALI: u32 = 12;

/// The month that begins at a token, by its name in the language of this list first, and the token after it and its full stop.
pub fn month(tokens: &Tokens, at: usize, own: u8) -> Option<(u32, usize)> {
    let Kind::Word(hash) = *tokens.kind(at) else { return None };
    let joint = lists::has(words::MONTHS_JOINED, hash).then(|| joint(tokens, at, hash)).flatten();
    let of_two = joint.and_then(|joint| Some((named(joint, own)?, at + 3)));
    let (month, next) = of_two.or_else(|| Some((named(hash, own)?, at + 1)))?;
    Some((month, next + usize::from(tokens.is_mark(next, "."))))
}

/// The hash of two words with a full stop or a space between them.
fn joint(tokens: &Tokens, at: usize, hash: u32) -> Option<u32> {
    let by = match *tokens.kind(at + 1) {
        Kind::Mark('.') => '.',
        Kind::Space => '_',
        _ => return None,
    };
    matches!(*tokens.kind(at + 2), Kind::Word(_)).then(|| lists::extended(lists::with(hash, by), tokens.written(at + 2)))
}

/// The number of a month by the hash of its name.
fn named(hash: u32, own: u8) -> Option<u32> {
    let mut found = None;
    for entry in lists::places(hash) {
        let month = u32::from(entry.place) + 1 + if entry.list == words::MONTHS_JALALI { JALALI } else { 0 };
        if entry.list == own {
            return Some(month);
        }
        if words::MONTHS.contains(&entry.list) && found.is_none() {
            found = Some(month);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::hash;

    #[test]
    fn a_month_is_found_by_its_name_and_language() {
        for (word, lang, month) in
            [("april", "en", Some(4)), ("listopada", "pl", Some(11)), ("listopada", "hr", Some(10)), ("x", "", None)]
        {
            assert_eq!(named(lists::extended(hash::START, word), list_of(lang)), month, "{word} {lang}");
        }
    }
}
