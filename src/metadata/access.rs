//! What structured data says of access and of the page's type.

use super::Facts;
use crate::reading::Declared;
use crate::rules::words;
use crate::text::lists;

/// Whether the page declares itself free or paid, and the selectors of its paid parts.
pub fn read(facts: &Facts) -> (Declared, Vec<String>) {
    let mut selectors = Vec::new();
    let mut paid_part = false;
    let mut stated = None;
    for node in &facts.subjects {
        for part in node.nodes("hasPart") {
            if part.texts("isAccessibleForFree").first().and_then(|value| truth(value)) == Some(false) {
                paid_part = true;
                selectors.extend(part.texts("cssSelector"));
            }
        }
        stated = stated.or_else(|| node.texts("isAccessibleForFree").iter().find_map(|value| truth(value)));
    }
    let item = || facts.item("isAccessibleForFree").and_then(|value| truth(&value));
    let meta = || Some(facts.sources.meta_named("article:content_tier")?.eq_ignore_ascii_case("free"));
    let declared = match stated.or_else(item).or_else(meta) {
        Some(true) if !paid_part => Declared::Free,
        None if !paid_part => Declared::Unknown,
        _ => Declared::Paid,
    };
    (declared, selectors)
}

/// Truth as it is written: a boolean, a word of any case, a number, an address that ends in one.
fn truth(value: &str) -> Option<bool> {
    let word = super::json_ld::local(value.trim());
    let is_one_of = |words: [&str; 3]| words.iter().any(|known| known.eq_ignore_ascii_case(word));
    if is_one_of(["true", "yes", "1"]) { Some(true) } else { is_one_of(["false", "no", "0"]).then_some(false) }
}

/// The page's schema.org and Open Graph types, as written.
pub fn types(facts: &Facts) -> Vec<String> {
    /// So many types are told.
    const TYPES_MAX: usize = 20;
    let mut out: Vec<String> = Vec::new();
    let mut add = |name: String| {
        if out.len() < TYPES_MAX && !out.contains(&name) {
            out.push(name);
        }
    };
    for node in &facts.subjects {
        node.types().into_iter().map(super::json::unescaped).for_each(&mut add);
    }
    for &(key, value) in &facts.sources.metas {
        if lists::has(words::META_KIND, key) {
            add(value.to_owned());
        }
    }
    out
}
