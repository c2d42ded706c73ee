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
        let mut part = part.to_ascii_lowercase();
        // "US", "Hant".
        let capitals = match part.len() {
            _ if at == 0 => 0,
            2 => 2,
            _ => 1,
        };
        if let Some(start) = part.get_mut(..capitals) {
            start.make_ascii_uppercase();
        }
        out.push_str(&part);
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
