//! Language and direction.

use super::Facts;
use super::sources::Sources;
use super::stated::Stated::{Data, Meta};
use crate::rules::words;

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
    let mut parts = value.trim().split(['-', '_', ',', ' ']).filter(|part| !part.is_empty());
    let language =
        parts.next().filter(|part| matches!(part.len(), 2 | 3) && part.bytes().all(|byte| byte.is_ascii_alphabetic()))?;
    let mut out = language.to_ascii_lowercase();
    for part in parts.take(2).take_while(|part| part.bytes().all(|byte| byte.is_ascii_alphanumeric())) {
        match part.len() {
            2 => out.extend(["-", &part.to_ascii_uppercase()]),
            4 => out.extend(["-", &part[..1].to_ascii_uppercase(), &part[1..].to_ascii_lowercase()]),
            _ => break,
        }
    }
    Some(out)
}

/// The direction: as stated, or that of the language's script.
pub fn direction(sources: &Sources, lang: &str) -> Option<String> {
    const RIGHT_TO_LEFT: [&str; 9] = ["ar", "he", "iw", "fa", "ur", "ps", "yi", "ckb", "dv"];
    let stated = sources.dir.map(str::to_ascii_lowercase).filter(|dir| dir == "ltr" || dir == "rtl");
    let language = lang.split('-').next().unwrap_or_default();
    stated.or_else(|| RIGHT_TO_LEFT.contains(&language).then(|| "rtl".to_owned()))
}
