//! A page whose style sheets hide its headline or its `<main>` waits for a script that shows it: what they stand in is read as
//! shown. So is its first `<article>` where neither is shown: beside a headline it is a card in a menu that is shut.

use crate::page::{NodeId, Page, Tag};
use crate::reading::{Declared, Metadata};

/// The elements to read as shown. What a page that declares itself paid hides, stays hidden.
pub fn waiting(page: &Page, metadata: &Metadata) -> Vec<NodeId> {
    let mut found = Vec::new();
    if metadata.declared != Declared::Paid {
        let mut is_shown = false;
        for part in [metadata.title_node, page.first(Tag::Main)].into_iter().flatten() {
            match outermost_hidden(page, part) {
                Some(hidden) => found.push(hidden),
                None => is_shown = true,
            }
        }
        if let Some(article) = page.first(Tag::Article).filter(|_| !is_shown) {
            found.extend(outermost_hidden(page, article));
        }
    }
    found
}

/// The outermost of an element and those around it that is not drawn.
fn outermost_hidden(page: &Page, node: NodeId) -> Option<NodeId> {
    let mut outermost = None;
    let mut at = Some(node);
    while let Some(around) = at {
        if !page.is_drawn(around) {
            outermost = at;
        }
        at = page.parent(around);
    }
    outermost
}
