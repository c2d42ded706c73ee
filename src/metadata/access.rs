//! What structured data says of access and of the page's type.

use super::{Facts, microdata};
use crate::reading::Declared;
use crate::rules::words;
use serde_json::Value;

/// Whether the page declares itself free or paid, and the selectors of its paid parts.
pub fn read(facts: &Facts) -> (Declared, Vec<String>) {
    let mut selectors = Vec::new();
    let mut paid_part = false;
    for part in facts.subjects.iter().flat_map(|node| node.nodes("hasPart")) {
        if part.values("isAccessibleForFree").next().and_then(truth) == Some(false) {
            paid_part = true;
            selectors.extend(part.texts("cssSelector"));
        }
    }
    let stated = facts.subjects.iter().find_map(|node| node.values("isAccessibleForFree").find_map(truth));
    let item = || microdata::first(facts.page, &facts.sources.props, "isAccessibleForFree").and_then(|(value, _)| word(&value));
    let meta = || {
        let tier = facts.sources.metas.iter().find(|(key, _)| key == "article:content_tier")?.1;
        Some(tier.eq_ignore_ascii_case("free"))
    };
    let declared = match stated.or_else(item).or_else(meta) {
        Some(false) => Declared::Paid,
        Some(true) if paid_part => Declared::Paid,
        Some(true) => Declared::Free,
        None if paid_part => Declared::Paid,
        None => Declared::Unknown,
    };
    (declared, selectors)
}

/// Truth as it is written: a boolean, a word of any case, a number.
fn truth(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(truth) => Some(*truth),
        Value::String(text) => word(text),
        Value::Number(number) => Some(number.as_str().bytes().any(|digit| matches!(digit, b'1'..=b'9'))),
        _ => None,
    }
}

fn word(text: &str) -> Option<bool> {
    let text = text.trim().rsplit('/').next()?.to_ascii_lowercase();
    match text.as_str() {
        "true" | "yes" | "1" => Some(true),
        "false" | "no" | "0" => Some(false),
        _ => None,
    }
}

/// The page's schema.org and Open Graph types, as written.
pub fn types(facts: &Facts) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let data = facts.subjects.iter().flat_map(|node| node.types()).map(str::to_owned);
    let meta = facts
        .sources
        .metas
        .iter()
        .filter(|(key, _)| words::META_KIND.contains(&key.as_str()))
        .map(|(_, value)| (*value).to_owned());
    for name in data.chain(meta) {
        if !out.contains(&name) && out.len() < 20 {
            out.push(name);
        }
    }
    out
}
