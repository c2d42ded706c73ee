//! The repeated thing that a block stands in: a post of a thread, a card of a list, a row of a table.

use super::elements::Element;
use crate::blocks::{Blocks, Counts};
use crate::page::{NodeId, Page};

/// So many elements of one shape side by side are a list of things.
const ALIKE_MIN: u16 = 3;
/// Ancestors looked at; deeper nesting says nothing more.
const CLIMB_MAX: usize = 24;

/// The outermost repeated element around a block.
#[derive(Clone, Copy, Debug, Default)]
pub struct Card {
    /// Elements of its shape side by side; 0 where there is none.
    pub alike: u16,
    /// What is in it.
    pub inside: Counts,
    /// What is in its parent, which is all things of the list.
    pub list: Counts,
}

impl Card {
    /// The card around an element.
    pub fn around(page: &Page, blocks: &Blocks, facts: &[Element], parent: NodeId) -> Card {
        let chain = || std::iter::once(parent).chain(page.ancestors(parent)).take(CLIMB_MAX);
        let Some(node) = chain().filter(|node| facts[node.index()].alike >= ALIKE_MIN).last() else { return Card::default() };
        let list = page.parent(node).unwrap_or(Page::ROOT);
        Card { alike: facts[node.index()].alike, inside: blocks.counts(page, node), list: blocks.counts(page, list) }
    }
}
