//! Footnotes: marks that lead to their notes inside the article, and notes that can be found by their id.

use super::flow::Flow;
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
    let (mut wanted, mut ids) = (Vec::new(), Vec::new());
    for &root in &main.roots {
        for node in node_range(root.place()..page.end(root).place()).filter(|&node| !main.dropped.contains(node)) {
            let href = if page.tag(node) == Tag::A { page.attr(node, Attr::Href) } else { None };
            let fragment = href.and_then(|href| href.trim().strip_prefix('#'));
            if let Some(fragment) = fragment.filter(|_| !leads_back(page, node)) {
                wanted.push(hash::wide(fragment));
            }
            if let Some(id) = page.attr(node, Attr::Id).filter(|id| is_name(id)) {
                ids.push(hash::wide(id));
            }
        }
    }
    let wanted = sort::ascending(wanted);
    let mut targets = sort::ascending(if wanted.is_empty() { Vec::new() } else { ids });
    targets.retain(|id| wanted.binary_search(id).is_ok());
    targets
}

/// Tells the flow the id of the element that the walk comes to, if a link in the article leads to it.
pub fn set_id(cx: &Context, flow: &mut Flow, at: NodeId) {
    let id = if cx.targets.is_empty() { None } else { cx.page.attr(at, Attr::Id) };
    let id = id.filter(|id| cx.targets.binary_search(&hash::wide(id)).is_ok());
    let id = id.map(|id| {
        flow.body.add(cx.page.tag(at), Attr::Id, &own("", id));
        flow.body.take_attrs()
    });
    flow.set_id(id);
}

/// A link to a part of the same page: kept where that part is in the article.
pub fn link(cx: &Context, flow: &mut Flow, at: NodeId, fragment: &str) -> Step {
    if leads_back(cx.page, at) {
        return Step::Skip;
    }
    if cx.targets.binary_search(&hash::wide(fragment)).is_err() {
        return Step::Through;
    }
    flow.body.add(Tag::A, Attr::Href, &own("#", fragment));
    Step::Inline(Tag::A)
}

/// The id in the article, behind a mark; one that comes from an article already stays.
fn own(mark: &str, id: &str) -> String {
    [mark, if id.starts_with(ID_PREFIX) { "" } else { ID_PREFIX }, id].concat()
}

/// Whether the link is just an arrow, the furniture that leads back from a note.
fn leads_back(page: &Page, at: NodeId) -> bool {
    if page.end(at).place() - at.place() > ARROW_NODES_MAX {
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
