//! The containers around a block, from the inside out: only those that hold more blocks than the one before.

use crate::blocks::Blocks;
use crate::page::Page;
use std::ops::Range;

/// How many containers are looked at.
pub const LEVELS: usize = 5;
/// Ancestors looked at; deeper nesting says nothing more.
const CLIMB_MAX: usize = 40;

/// The ranges of blocks in the containers around block `at`. Where there are fewer, the last stands again.
pub fn around(page: &Page, blocks: &Blocks, at: usize) -> [Range<usize>; LEVELS] {
    let mut levels: [Range<usize>; LEVELS] = std::array::from_fn(|_| at..at + 1);
    let mut level = 0;
    let parent = blocks.list[at].parent;
    for node in std::iter::once(parent).chain(page.ancestors(parent)).take(CLIMB_MAX) {
        let range = blocks.within(page, node);
        if range.len() > levels[level.max(1) - 1].len() || level == 0 && range.len() > 1 {
            levels[level] = range;
            level += 1;
            if level == LEVELS {
                return levels;
            }
        }
    }
    let last = levels[level.max(1) - 1].clone();
    for range in &mut levels[level..] {
        *range = last.clone();
    }
    levels
}
