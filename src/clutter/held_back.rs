//! Text that is in the page and that a wall keeps from being shown: by a style, by an attribute. Only on a page that does not
//! declare itself paid, and only beside text that is shown.

use super::{Finding, SURE};
use crate::blocks::Blocks;
use crate::page::{Attr, NodeId, Page, Tag};
use crate::reading::{Declared, Metadata};
use crate::text::{search, words};

/// Words from which on a hidden part is text. Fewer are a tooltip's or a menu's.
const WORDS_MIN: u32 = 40;
/// Sentences that are shown beside it, at least.
const SENTENCES_MIN: u32 = 2;
/// Levels above it where those may stand.
const BESIDE_LEVELS_MAX: usize = 2;
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
    let mut at = NodeId::at(1);
    while at.index() < page.len() && tried < TRIED_MAX {
        if page.tag(at) == Tag::Text || !page.is_hidden(at) {
            at = if page.tag(at).hides_text() { page.end(at) } else { at.next() };
            continue;
        }
        let run = run(page, at);
        tried += run.len();
        at = run.last().map_or(page.end(at), |&last| page.end(last));
        if is_text(page, blocks, &run) {
            found.extend(run);
        }
    }
    found
}

/// The hidden elements from one on that stand next to each other: a wall may hide a text as a whole or paragraph by paragraph.
fn run(page: &Page, first: NodeId) -> Vec<NodeId> {
    let mut run = Vec::new();
    let mut at = first;
    while at.index() < page.len() && page.parent(at) == page.parent(first) && run.len() < TRIED_MAX {
        if page.tag(at) != Tag::Text {
            if !page.is_hidden(at) || page.tag(at).hides_text() {
                break;
            }
            run.push(at);
        } else if !page.is_blank(at) {
            break;
        }
        at = page.end(at);
    }
    run
}

fn is_text(page: &Page, blocks: &Blocks, run: &[NodeId]) -> bool {
    let (mut words, mut links) = (0, 0);
    for &node in run {
        let text = whole_text(page, node);
        let is_copy = text.get(..COPY_BYTES).is_some_and(|start| search::has(&blocks.text, start));
        if is_copy || page.tag(node) == Tag::Dialog || page.attr(node, Attr::Role).is_some() {
            return false;
        }
        words += words::number(&text);
        links += page.descendants(node).filter(|&inner| page.tag(inner) == Tag::A).count() as u32;
    }
    let around = run.first().into_iter().flat_map(|&node| page.ancestors(node)).take(BESIDE_LEVELS_MAX);
    let beside = around.map(|around| blocks.counts(page, around).sentences).max().unwrap_or(0);
    words >= WORDS_MIN && links * WORDS_MIN < words && beside >= SENTENCES_MIN
}

/// The text of a hidden element, what is hidden in it too.
fn whole_text(page: &Page, node: NodeId) -> String {
    let mut text = String::new();
    for inner in page.descendants(node) {
        text.push_str(page.text(inner));
        text.push(' ');
    }
    text
}
