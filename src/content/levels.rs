//! The containers around a block, from the inside out: only those that hold more blocks than the one before.

use crate::blocks::Blocks;
use crate::page::{NodeId, Page};
use std::ops::Range;

/// How many containers are looked at.
pub const LEVELS: usize = 5;
/// Ancestors looked at; deeper nesting says nothing more.
const CLIMB_MAX: usize = 40;

/// The innermost container of block `at` with other blocks too; `None` where there is no other block.
pub fn first(page: &Page, blocks: &Blocks, at: usize) -> Option<NodeId> {
    let parent = blocks.list[at].parent;
    std::iter::once(parent).chain(page.ancestors(parent)).find(|&node| blocks.within(page, node).len() > 1)
}

/// The ranges of blocks in the containers from block `at` on whose [`first`] is given. Where there are fewer, the last stands again.
pub fn around(page: &Page, blocks: &Blocks, at: usize, first: Option<NodeId>) -> [Range<usize>; LEVELS] {
    let mut levels: [Range<usize>; LEVELS] = std::array::from_fn(|_| at..at + 1);
    let (mut level, mut last, mut node) = (0, at..at + 1, first);
    for _ in 0..CLIMB_MAX {
        let Some(container) = node else { break };
        let range = blocks.within(page, container);
        if level == LEVELS {
            break;
        }
        if range.len() > last.len() {
            last = range;
            // The last stands again where no other follows.
            levels[level..].fill(last.clone());
            level += 1;
        }
        node = page.parent(container);
    }
    levels
}
