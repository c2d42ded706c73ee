//! What structured data says of access and of the page's type.

use super::json::unescaped;
use super::stated::Stated::{Item, Meta};
use super::stated::Take;
use super::{Facts, microdata};
use crate::page::{Attr, NodeId};
use crate::reading::Declared;
use crate::rules::words;

/// So many selectors of paid parts are kept: real pages have one to three, and each is a pass over the page.
const SELECTORS_MAX: usize = 20;
/// So many paid parts in microdata are gone into: for each, all its properties are looked through.
const ITEMS_MAX: usize = 200;

/// What a page declares of access.
pub struct Access {
    pub declared: Declared,
    /// Selectors of its paid parts.
    pub paid_selectors: Vec<String>,
    /// Elements that say of themselves that they are paid parts.
    pub paid_nodes: Vec<NodeId>,
}

impl Access {
    fn add_selector(&mut self, selector: &str) {
        if self.paid_selectors.len() < SELECTORS_MAX && !self.paid_selectors.iter().any(|known| known == selector) {
            self.paid_selectors.push(selector.to_owned());
        }
    }
}

/// What the page declares, in any of the forms that are found: JSON-LD, microdata, meta tags, attributes.
pub fn read(facts: &Facts) -> Access {
    const KEY: &str = "isAccessibleForFree";
    let mut access = Access { declared: Declared::Unknown, paid_selectors: Vec::new(), paid_nodes: Vec::new() };
    let mut has_paid_part = add_items(facts, &mut access);
    let whole = facts.subjects().find_map(|node| strictest(&mut |take| node.any_text(KEY, take)));
    for node in facts.subjects() {
        node.any_node("hasPart", &mut |part| {
            // A part that says nothing of itself is as the whole.
            if strictest(&mut |take| part.any_text(KEY, take)).or(whole) == Some(false) {
                has_paid_part = true;
                part.any_text("cssSelector", &mut |selector| {
                    access.add_selector(selector);
                    false
                });
            }
            false
        });
    }
    // Elements that scripts of subscriptions show only to those who pay, also where nothing in them is read: templates, frames.
    if facts.page.names(Attr::SubscriptionsSection) {
        let is_paid = |node: &NodeId| facts.page.attr(*node, Attr::SubscriptionsSection) == Some("content");
        access.paid_nodes.extend(facts.page.nodes().filter(is_paid));
    }
    let free = whole
        .or_else(|| strictest(&mut |take| facts.stated(&[Item(KEY), Meta(words::META_FREE)], take)))
        .or_else(|| Some(facts.sources.meta(words::META_TIER)?.eq_ignore_ascii_case("free")));
    access.declared = match free {
        Some(true) if !has_paid_part => Declared::Free,
        // The attributes stand on free articles of paid sites too: they count where nothing else is said.
        None if !has_paid_part && access.paid_nodes.is_empty() => Declared::Unknown,
        _ => Declared::Paid,
    };
    access
}

/// What several values say together: that it is paid, where one does.
fn strictest(values: &mut dyn FnMut(&mut Take) -> bool) -> Option<bool> {
    let mut said = None;
    values(&mut |value| {
        said = truth(value).or(said);
        said == Some(false)
    });
    said
}

/// Adds paid parts by microdata, each as a selector or as the element itself; gives whether there are any.
fn add_items(facts: &Facts, access: &mut Access) -> bool {
    let (page, props) = (facts.page, &facts.sources.props);
    let part_of = |node: NodeId| {
        let item = page.ancestors(node).find(|&at| page.attr(at, Attr::ItemScope).is_some())?;
        (page.attr(item, Attr::ItemProp) == Some("hasPart")).then_some(item)
    };
    let paid =
        props.iter().filter(|prop| prop.is("isAccessibleForFree") && truth(&microdata::value(page, prop.node)) == Some(false));
    for part in paid.filter_map(|prop| part_of(prop.node)).take(ITEMS_MAX) {
        let mut is_named = false;
        for prop in props.iter().filter(|prop| prop.is("cssSelector") && page.contains(part, prop.node)) {
            access.add_selector(&microdata::value(page, prop.node));
            is_named = true;
        }
        if !is_named {
            access.paid_nodes.push(part);
        }
    }
    !access.paid_nodes.is_empty() || !access.paid_selectors.is_empty()
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
