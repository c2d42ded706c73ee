//! Language and direction.

use super::Facts;
use super::sources::Sources;
use super::stated::Stated::{Data, Meta};
use crate::rules::words;
use crate::text::lists;
use crate::text::search::{split, until};

/// The language tag: of `<html>`, of meta tags, of structured data.
pub fn read(facts: &Facts) -> Option<String> {
    let mut found = facts.sources.lang.and_then(tag);
    if found.is_none() {
        facts.stated(&[Meta(words::META_LANGUAGE), Data("inLanguage")], &mut |value| {
            found = tag(value);
            found.is_some()
        });
    }
    found
}

/// A well-formed tag: `en-US` of `en_us`.
fn tag(value: &str) -> Option<String> {
    let mut out = String::new();
    for (at, part) in split(value.trim(), "-_, ").into_iter().enumerate().take(3) {
        // A language, then a script or a country.
        let lengths = if at == 0 { [2, 3] } else { [2, 4] };
        if !lengths.contains(&part.len()) || !part.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            break;
        }
        if at > 0 {
            out.push('-');
        }
        for (place, c) in part.chars().enumerate() {
            let is_capital = at > 0 && (place == 0 || part.len() == 2);
            out.push(if is_capital { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() });
        }
    }
    Some(out).filter(|tag| !tag.is_empty())
}

/// The direction: as stated, or that of the language's script.
pub fn direction(sources: &Sources, lang: &str) -> Option<String> {
    let stated = sources.dir.unwrap_or_default();
    let is_rtl = || lists::has_word(words::LANGUAGES_RIGHT_TO_LEFT, until(lang, "-"));
    for dir in ["ltr", "rtl"] {
        if dir.eq_ignore_ascii_case(stated) {
            return Some(dir.to_owned());
        }
    }
    is_rtl().then(|| "rtl".to_owned())
}
