//! What structured data says of access and of the page's type.

use super::Facts;
use super::json::unescaped;
use super::stated::Stated::{Data, Item};
use crate::reading::Declared;
use crate::rules::words;

/// Whether the page declares itself free or paid, and the selectors of its paid parts.
pub fn read(facts: &Facts) -> (Declared, Vec<String>) {
    let mut selectors = Vec::new();
    let mut paid_part = false;
    for node in facts.subjects() {
        node.any_node("hasPart", &mut |part| {
            let mut is_free = None;
            part.any_text("isAccessibleForFree", &mut |value| {
                is_free = truth(value);
                true
            });
            if is_free == Some(false) {
                paid_part = true;
                part.any_text("cssSelector", &mut |selector| {
                    selectors.push(selector.to_owned());
                    false
                });
            }
            false
        });
    }
    let mut is_free = None;
    facts.stated(&[Data("isAccessibleForFree"), Item("isAccessibleForFree")], &mut |value| {
        is_free = truth(value);
        is_free.is_some()
    });
    let is_free = is_free.or_else(|| Some(facts.sources.meta(words::META_TIER)?.eq_ignore_ascii_case("free")));
    let declared = match is_free {
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
    let mut add = |name: &str| {
        let name = unescaped(name);
        if out.len() < TYPES_MAX && !out.contains(&name) {
            out.push(name);
        }
        false
    };
    for node in facts.subjects() {
        node.any_type(&mut add);
    }
    facts.sources.any_meta(words::META_KIND, &mut |_, value| add(value));
    out
}
