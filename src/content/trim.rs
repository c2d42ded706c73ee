//! What inside the main content is not the article.

use crate::blocks::Blocks;
use crate::page::{NodeId, NodeSet, Page, Tag};

/// Elements below `root` whose blocks are worth less than nothing, and single blocks of negative value, as a set of nodes.
pub fn dropped(page: &Page, blocks: &Blocks, values: &[f32], root: NodeId) -> NodeSet {
    let mut dropped = NodeSet::with_len(page.len());
    for block in blocks.within(page, root).filter(|&block| values[block] < 0.0) {
        let run = &blocks.list[block];
        dropped.insert_range(run.from..run.until);
    }
    drop_emptied(page, blocks, root, &mut dropped);
    dropped
}

/// Drops every element that had blocks and lost all of them, with its images and rules.
fn drop_emptied(page: &Page, blocks: &Blocks, root: NodeId, dropped: &mut NodeSet) {
    let mut lost = Vec::with_capacity(blocks.list.len() + 1);
    lost.push(0u32);
    for block in &blocks.list {
        lost.push(lost.last().copied().unwrap_or(0) + dropped.contains(block.from) as u32);
    }
    let mut at = NodeId(root.0 + 1);
    while at < page.end(root) {
        let range = blocks.within(page, at);
        if page.tag(at) != Tag::Text && !range.is_empty() && lost[range.end] - lost[range.start] == range.len() as u32 {
            dropped.insert_range(at..page.end(at));
            at = page.end(at);
        } else {
            at = NodeId(at.0 + 1);
        }
    }
}
