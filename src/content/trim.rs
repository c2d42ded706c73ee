//! From the blocks taken to the nodes of the article: their container, and what inside it is left out.

use crate::blocks::Blocks;
use crate::page::{NodeId, NodeSet, Page, Tag, node_range};

/// The smallest element around all blocks taken, or `None` where none was.
pub fn root(page: &Page, blocks: &Blocks, taken: &[bool]) -> Option<NodeId> {
    let first = taken.iter().position(|&take| take)?;
    let last = taken.iter().rposition(|&take| take)?;
    let last = blocks.list[last].from;
    let start = blocks.list[first].parent;
    std::iter::once(start).chain(page.ancestors(start)).find(|&node| page.contains(node, last))
}

/// What below `root` is not the article: blocks not taken, and elements that had blocks and lost all of them, with their
/// images and rules.
pub fn dropped(page: &Page, blocks: &Blocks, taken: &[bool], root: NodeId) -> NodeSet {
    let mut dropped = NodeSet::with_len(page.len());
    let mut kept = Vec::with_capacity(blocks.list.len() + 1);
    kept.push(0u32);
    for (block, &take) in blocks.list.iter().zip(taken) {
        kept.push(kept.last().copied().unwrap_or(0) + take as u32);
        if !take {
            dropped.insert_range(block.from..block.until);
        }
    }
    let mut at = root.next();
    while at < page.end(root) {
        let range = blocks.within(page, at);
        let is_lost = page.tag(at) != Tag::Text && !range.is_empty() && kept[range.end] == kept[range.start];
        if is_lost && !is_picture(page, blocks, at) {
            dropped.insert_range(at..page.end(at));
            at = page.end(at);
        } else {
            at = at.next();
        }
    }
    dropped
}

/// Nodes within which an element's figure begins: wrappers nest a few deep.
const WRAPPERS_MAX: u32 = 6;
/// Link density from which what stands under a picture is a teaser and no caption.
const TEASER_LINK_DENSITY_MIN: f32 = 0.5;

/// Whether all that an element says is the caption of a picture. The picture stays where the article stays around it, even
/// if the caption does not.
fn is_picture(page: &Page, blocks: &Blocks, at: NodeId) -> bool {
    let until = page.end(at).place().min(at.place() + WRAPPERS_MAX);
    let Some(figure) = node_range(at.place()..until).find(|&node| page.tag(node) == Tag::Figure) else { return false };
    blocks.within(page, figure) == blocks.within(page, at)
        && blocks.counts(page, at).link_density() < TEASER_LINK_DENSITY_MIN
        && !matches!(page.tag(at), Tag::Aside | Tag::Nav | Tag::A)
}
