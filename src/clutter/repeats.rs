//! Text that the page says twice: the headline, and short lines right after themselves.

use super::facts::{Facts, Subject};

/// Words of a line that is looked for. Longer repeats are pull quotes, which the article itself drops.
const LINE_WORDS_MAX: u32 = 12;
/// Blocks searched for the headline from the top of the page: it stands near its twin, and a later one is a related list's.
const HEADLINE_BLOCKS_MAX: usize = 400;

/// Every block that says the headline again, apart from the one that shows it.
pub fn headline(facts: &Facts) -> Vec<Subject> {
    let Some(title) = facts.metadata.title.as_deref().map(str::trim).filter(|title| !title.is_empty()) else {
        return Vec::new();
    };
    let shown = facts.metadata.title_node.map(|node| facts.blocks.within(facts.page, node));
    let blocks = 0..facts.blocks.list.len().min(HEADLINE_BLOCKS_MAX);
    let same: Vec<usize> = blocks.filter(|&block| facts.blocks.text(block) == title).collect();
    // Without a known element the first is taken for the headline.
    let known = shown.is_some_and(|shown| same.iter().any(|block| shown.contains(block)));
    let again = same.iter().enumerate().filter(|&(at, block)| {
        if known {
            facts.metadata.title_node.is_none_or(|node| !facts.blocks.within(facts.page, node).contains(block))
        } else {
            at > 0
        }
    });
    again.filter_map(|(_, &block)| facts.run(block..block + 1)).collect()
}

/// Every short block that says the same as the one before it.
pub fn lines(facts: &Facts) -> Vec<Subject> {
    let again = |&block: &usize| {
        facts.blocks.list[block].counts.words <= LINE_WORDS_MAX && facts.blocks.text(block) == facts.blocks.text(block - 1)
    };
    (1..facts.blocks.list.len()).filter(again).filter_map(|block| facts.run(block..block + 1)).collect()
}
