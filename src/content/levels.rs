//! The containers around a block, from the inside out: only those that hold more blocks than the one before.

use crate::blocks::Blocks;
use crate::page::{NodeId, Page};
use std::ops::Range;

/// How many containers are looked at.
pub const LEVELS: usize = 5;
/// Ancestors looked at; deeper nesting says nothing more.
const CLIMB_MAX: usize = 40;

/// The innermost container of a block with other blocks too, and how many ancestors stand between.
pub type First = (NodeId, usize);

/// That of block `at`; `None` where there is none so near.
pub fn first(page: &Page, blocks: &Blocks, at: usize) -> Option<First> {
    let parent = blocks.list[at].parent;
    let mut around = std::iter::once(parent).chain(page.ancestors(parent)).zip(0..CLIMB_MAX);
    around.find(|&(node, _)| blocks.within(page, node).len() > 1)
}

/// The ranges of blocks in the containers from block `at` on whose [`first`] is given. Where there are fewer, the last stands again.
pub fn around(page: &Page, blocks: &Blocks, at: usize, first: Option<First>) -> [Range<usize>; LEVELS] {
    let mut levels: [Range<usize>; LEVELS] = std::array::from_fn(|_| at..at + 1);
    let (mut level, mut last, mut node) = (0, at..at + 1, first.map(|(node, _)| node));
    for _ in first.map_or(0, |(_, between)| between)..CLIMB_MAX {
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

#[cfg(all(test, feature = "html"))]
mod tests {
    use super::*;
    use crate::{blocks, page::html};

    /// The blocks around the deepest one, which stands in so many wrappers.
    fn around_the_deep(wrappers: usize) -> [Range<usize>; LEVELS] {
        let page = html::parse(&format!(
            "<body><p>One.</p>{}<p>Deep.</p>{}<p>Two.</p>",
            "<div>".repeat(wrappers),
            "</div>".repeat(wrappers)
        ));
        let blocks = blocks::split(&page);
        around(&page, &blocks, 1, first(&page, &blocks, 1))
    }

    #[test]
    fn what_is_too_far_out_says_nothing() {
        // The paragraph itself is the first that is looked at, the body the last.
        assert_eq!(around_the_deep(CLIMB_MAX - 2)[0], 0..3);
        assert_eq!(around_the_deep(CLIMB_MAX - 1)[0], 1..2);
    }
}
