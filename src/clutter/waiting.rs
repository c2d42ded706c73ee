//! A page whose style sheets hide its headline, its `<main>` or its first `<article>` waits for a script that shows it: what
//! they stand in is read as shown.

use crate::page::{NodeId, Page, Tag};
use crate::reading::{Declared, Metadata};

/// The elements to read as shown. What a page that declares itself paid hides, stays hidden.
pub fn waiting(page: &Page, metadata: &Metadata) -> Vec<NodeId> {
    let mut found = Vec::new();
    if metadata.declared != Declared::Paid {
        for part in [metadata.title_node, page.first(Tag::Main), page.first(Tag::Article)] {
            found.extend(part.and_then(|part| outermost_hidden(page, part)));
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
