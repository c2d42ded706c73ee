//! Footnotes: marks that lead to their notes inside the article, and notes that can be found by their id.

use super::safe::ID_PREFIX;
use super::walk::{Context, Step};
use crate::content::MainContent;
use crate::page::{Attr, NodeId, Page, Tag, node_range};
use crate::sort;
use crate::text::hash;

/// Nodes of a link that may be just an arrow back; asking larger ones for their text costs time and finds nothing.
const ARROW_NODES_MAX: u32 = 6;

/// The ids in the article that links in it lead to: their hashes, sorted.
pub fn targets(page: &Page, main: &MainContent) -> Vec<u64> {
    let nodes = main.roots.iter().flat_map(|root| node_range(root.0..page.end(*root).0));
    let links = nodes.filter(|&node| page.tag(node) == Tag::A && !main.dropped.contains(node) && !leads_back(page, node));
    let targets = links.filter_map(|node| page.attr(node, Attr::Href)?.trim().strip_prefix('#')).map(hash::wide);
    let targets = sort::ascending(targets.collect());
    let mut ids: Vec<u64> = Vec::new();
    if !targets.is_empty() {
        let nodes = main.roots.iter().flat_map(|root| node_range(root.0..page.end(*root).0));
        let own = nodes.filter(|&node| !main.dropped.contains(node)).filter_map(|node| page.attr(node, Attr::Id));
        ids.extend(own.filter(|id| is_name(id)).map(hash::wide).filter(|id| targets.binary_search(id).is_ok()));
    }
    sort::ascending(ids)
}

/// The id of an element that a link in the article leads to.
pub fn id(cx: &Context, at: NodeId) -> Option<String> {
    if cx.targets.is_empty() {
        return None;
    }
    let id = cx.page.attr(at, Attr::Id)?;
    cx.targets.binary_search(&hash::wide(id)).ok().map(|_| own(id))
}

/// A link to a part of the same page: kept where that part is in the article.
pub fn link(cx: &Context, at: NodeId, fragment: &str) -> Step {
    if leads_back(cx.page, at) {
        return Step::Skip;
    }
    match cx.targets.binary_search(&hash::wide(fragment)) {
        Ok(_) => Step::Inline(Tag::A, vec![("href", ["#", &own(fragment)].concat())]),
        Err(_) => Step::Through,
    }
}

/// The id in the article; one that comes from an article already stays.
fn own(id: &str) -> String {
    if id.starts_with(ID_PREFIX) { id.to_owned() } else { [ID_PREFIX, id].concat() }
}

/// Whether the link is just an arrow, the furniture that leads back from a note.
fn leads_back(page: &Page, at: NodeId) -> bool {
    if page.end(at).0 - at.0 > ARROW_NODES_MAX {
        return false;
    }
    let text = page.raw_text(at);
    let is_arrow = |c: char| matches!(c, '↩' | '↑' | '⤴' | '⏎' | '^' | '\u{fe0e}' | '\u{fe0f}') || c.is_whitespace();
    !text.trim().is_empty() && text.chars().all(is_arrow)
}

/// Whether an id can be written as it is: [`super::safe`] lets no other through.
fn is_name(id: &str) -> bool {
    id.len() <= 150 && id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
}
