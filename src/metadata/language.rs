//! Language and direction.

use super::json_ld::Node;
use super::sources::Sources;
use crate::rules::words;

/// The language tag: of `<html>`, of meta tags, of structured data.
pub fn read(sources: &Sources, subjects: &[Node]) -> Option<String> {
    let meta = || sources.meta_of(words::META_LANGUAGE).and_then(|value| tag(&value));
    let data = || subjects.iter().find_map(|node| node.text("inLanguage")).and_then(|value| tag(&value));
    sources.lang.and_then(tag).or_else(meta).or_else(data)
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
