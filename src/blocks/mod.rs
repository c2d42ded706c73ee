//! The page cut into blocks and measured.
//!
//! A block is a run of text with one block-level parent; `<br><br>` ends one too. Blocks lie in document order, so the
//! blocks of an element are a range, and what a subtree holds is the difference of two running totals.

mod split;

pub use split::split;

use crate::page::{NodeId, Page};
use std::ops::Range;

/// A run of text with one block-level parent.
#[derive(Clone, Debug)]
pub struct Block {
    /// The nearest block-level ancestor of the text.
    pub parent: NodeId,
    /// The first node of the run.
    pub from: NodeId,
    /// One past the last node of the run.
    pub until: NodeId,
    /// The folded text's place in [`Blocks::text`].
    pub text: Range<usize>,
    /// A hash of the text.
    pub hash: u32,
    /// What was counted.
    pub counts: Counts,
}

/// What is counted in a run of text; sums over blocks are sums over subtrees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Characters, white space left out.
    pub chars: u32,
    /// Words; a character of a script without spaces counts as half a word.
    pub words: u32,
    /// Characters inside links.
    pub link_chars: u32,
    /// Words inside links.
    pub link_words: u32,
    /// Links begun.
    pub links: u32,
    /// Commas and other marks inside sentences.
    pub commas: u32,
    /// Ends of sentences.
    pub sentences: u32,
    /// Blocks.
    pub blocks: u32,
}

/// The page's blocks.
#[derive(Clone, Debug, Default)]
pub struct Blocks {
    /// In document order.
    pub list: Vec<Block>,
    /// The folded text of all blocks, one after another.
    pub text: String,
    /// `totals[i]` sums the blocks before block `i`.
    totals: Vec<Counts>,
    /// For each node, the number of blocks that begin before it.
    before: Vec<u32>,
}

impl Blocks {
    /// The block's folded text: white space as single spaces, none at the ends.
    pub fn text(&self, block: usize) -> &str {
        self.list.get(block).and_then(|block| self.text.get(block.text.clone())).unwrap_or_default()
    }

    /// Whether two blocks say the same; not where there is none.
    pub fn are_alike(&self, one: usize, other: usize) -> bool {
        let hash = |block: usize| self.list.get(block).map(|block| block.hash);
        hash(one).is_some_and(|one| hash(other) == Some(one)) && self.text(one) == self.text(other)
    }

    /// The blocks that begin inside a node's subtree.
    pub fn within(&self, page: &Page, node: NodeId) -> Range<usize> {
        self.starting_in(node, page.end(node))
    }

    /// The blocks that begin in a run of nodes, `from` up to and without `until`.
    pub fn starting_in(&self, from: NodeId, until: NodeId) -> Range<usize> {
        let count = self.list.len() as u32;
        let at = |node: NodeId| self.before.get(node.index()).copied().unwrap_or(count) as usize;
        at(from)..at(until)
    }

    /// The sums over a range of blocks.
    pub fn sum(&self, range: Range<usize>) -> Counts {
        let (Some(low), Some(high)) = (self.totals.get(range.start), self.totals.get(range.end)) else {
            return Counts::default();
        };
        high.minus(low)
    }

    /// The sums over a node's subtree.
    pub fn counts(&self, page: &Page, node: NodeId) -> Counts {
        self.sum(self.within(page, node))
    }
}

/// Words of a paragraph, at least. A teaser on a front page has 10 to 25, an item of an application's list fewer.
const PARAGRAPH_WORDS_MIN: u32 = 25;
/// Link density from which on a long block is a list.
const PARAGRAPH_LINK_DENSITY_MAX: f32 = 0.5;

impl Counts {
    /// Whether it is as long as a paragraph of running text, and no list of links.
    pub fn is_paragraph(&self) -> bool {
        self.words >= PARAGRAPH_WORDS_MIN && self.link_density() < PARAGRAPH_LINK_DENSITY_MAX
    }

    /// The share of the characters that stand in links, 0 to 1; 0 where there is no text.
    pub fn link_density(&self) -> f32 {
        if self.chars == 0 { 0.0 } else { self.link_chars as f32 / self.chars as f32 }
    }

    fn plus(&self, more: &Counts) -> Counts {
        Counts {
            chars: self.chars + more.chars,
            words: self.words + more.words,
            link_chars: self.link_chars + more.link_chars,
            link_words: self.link_words + more.link_words,
            links: self.links + more.links,
            commas: self.commas + more.commas,
            sentences: self.sentences + more.sentences,
            blocks: self.blocks + more.blocks,
        }
    }

    fn minus(&self, less: &Counts) -> Counts {
        Counts {
            chars: self.chars - less.chars,
            words: self.words - less.words,
            link_chars: self.link_chars - less.link_chars,
            link_words: self.link_words - less.link_words,
            links: self.links - less.links,
            commas: self.commas - less.commas,
            sentences: self.sentences - less.sentences,
            blocks: self.blocks - less.blocks,
        }
    }
}
