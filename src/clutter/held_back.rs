//! Text that is in the page and that a wall keeps from being shown: by a style, by an attribute. Only on a page that does not
//! declare itself paid, and only beside text that is shown.

use super::{Finding, SURE};
use crate::blocks::Blocks;
use crate::page::{Attr, NodeId, Page, Tag};
use crate::reading::{Declared, Metadata};
use crate::text::search;

/// Words from which on a hidden part is text. Fewer are a tooltip's or a menu's.
const WORDS_MIN: usize = 40;
/// Sentences that are shown beside it, at least.
const SENTENCES_MIN: u32 = 2;
/// Bytes of its beginning by which a second copy is known, such as the one for telephones.
const COPY_BYTES: usize = 60;
/// Hidden elements that are looked at, at most: each may be long.
const TRIED_MAX: usize = 50;

/// The elements, outermost only, in document order.
pub fn held_back(page: &Page, blocks: &Blocks, metadata: &Metadata, findings: &[Finding]) -> Vec<NodeId> {
    let mut found = Vec::new();
    let has_wall = findings.iter().any(|finding| finding.kind.is_wall() && finding.certainty >= SURE);
    if !has_wall || metadata.declared == Declared::Paid {
        return found;
    }
    let mut tried = 0;
    let mut at = NodeId(1);
    while at.index() < page.len() && tried < TRIED_MAX {
        let tag = page.tag(at);
        let is_hidden = tag != Tag::Text && page.is_hidden(at);
        if is_hidden && !tag.hides_text() {
            tried += 1;
            if is_text(page, blocks, at) {
                found.push(at);
            }
        }
        at = if is_hidden || tag.hides_text() { page.end(at) } else { NodeId(at.0 + 1) };
    }
    found
}

fn is_text(page: &Page, blocks: &Blocks, node: NodeId) -> bool {
    let text = page.text_of(node);
    let links = page.descendants(node).filter(|&inner| page.tag(inner) == Tag::A).count();
    let words = text.split_whitespace().count();
    let beside = page.parent(node).map_or(0, |parent| blocks.counts(page, parent).sentences);
    let is_copy = text.get(..COPY_BYTES).is_some_and(|start| search::has(&blocks.text, start));
    let is_dialog = page.tag(node) == Tag::Dialog || page.attr(node, Attr::Role).is_some();
    words >= WORDS_MIN && links * WORDS_MIN < words && beside >= SENTENCES_MIN && !is_copy && !is_dialog
}
