//! Text that the page says twice: the headline, short lines right after themselves, text for each width of window.

use super::facts::{Facts, Subject};
use crate::page::{Attr, NodeId, Page, Tag};
use crate::rules::words;
use crate::text::{lists, search};

/// Words of a line that is looked for. Longer repeats are pull quotes, which the article itself drops.
const LINE_WORDS_MAX: u32 = 12;
/// Characters of a line. A letter or a dash twice is a table's, not a template's slip.
const LINE_CHARS_MIN: usize = 8;

/// Elements looked at inside the headline's block.
const ELEMENTS_MAX: usize = 20;

/// Every block that says the headline again, apart from the one that shows it.
pub fn headline(facts: &Facts) -> Vec<Subject> {
    let Some(shown) = facts.headline else { return Vec::new() };
    let mut found = facts.runs(|block| block != shown && facts.blocks.are_alike(block, shown));
    found.extend(within(facts, shown));
    found
}

/// The element that says the headline again inside the block that shows it, as where a single line break parts the two.
fn within(facts: &Facts, shown: usize) -> Option<Subject> {
    let (page, block) = (facts.page, facts.blocks.list.get(shown)?);
    // The block begins with text; the inline elements around that text begin before it.
    let outer = page.ancestors(block.from).take(ELEMENTS_MAX).take_while(|&node| node != block.parent).last();
    let inside =
        (outer.unwrap_or(block.from).place()..block.until.place()).map(NodeId::at).filter(|&node| page.tag(node) != Tag::Text);
    let mut seen: Option<(NodeId, String)> = None;
    for node in inside.take(ELEMENTS_MAX) {
        let text = page.text_between(node, page.end(node));
        match &seen {
            Some((first, known)) if !page.contains(*first, node) && text == *known => return Some(facts.element(node)),
            None if text.len() >= LINE_CHARS_MIN => seen = Some((node, text)),
            _ => {}
        }
    }
    None
}

/// Every short block that says the same as the one before it.
pub fn lines(facts: &Facts) -> Vec<Subject> {
    facts.runs(|block| {
        let again = block > 0 && facts.blocks.are_alike(block - 1, block);
        let short = facts.blocks.list[block].counts.words <= LINE_WORDS_MAX && facts.blocks.text(block).len() >= LINE_CHARS_MIN;
        // Of two headlines the first may be the one that is shown or not: `headline` knows which.
        short && again && facts.headline != Some(block)
    })
}

/// Blocks that are said again in one go, at most: a column or a head of an article. Each costs a comparison a block.
const RUN_BLOCKS_MAX: usize = 12;

/// Words of such a run that names no width, at least: a refrain or two chat messages have fewer.
const RUN_WORDS_MIN: u32 = 40;

/// Every run of blocks that says what the run before it said, where the two stand in elements of different classes: markup
/// for desktop and mobile windows, of which a style sheet shows one. A refrain or a filler text repeats without such.
pub fn blocks(facts: &Facts) -> Vec<Subject> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < facts.blocks.list.len() {
        let is_line = facts.blocks.text(at).len() >= LINE_CHARS_MIN;
        let is_doubled = |&length: &usize| is_line && is_doubled(facts, at, length);
        let again = (1..=RUN_BLOCKS_MAX).find(is_doubled).unwrap_or(0);
        if again > 0 {
            found.extend(facts.run(at + again..at + 2 * again));
        }
        at += (again * 2).max(1);
    }
    found
}

fn is_doubled(facts: &Facts, at: usize, length: usize) -> bool {
    (at..at + length).all(|block| facts.blocks.are_alike(block, block + length)) && {
        let node = |block: usize| facts.blocks.list.get(block).map_or(Page::ROOT, |block| block.from);
        let is_long = facts.blocks.sum(at..at + length).words >= RUN_WORDS_MIN;
        is_for_another_width(facts.page, node(at), node(at + length), is_long)
    }
}

/// Whether two nodes stand in neighbouring elements of different classes, one of which names a width where the text is not long.
fn is_for_another_width(page: &Page, one: NodeId, other: NodeId, is_long: bool) -> bool {
    let Some(around) = page.ancestors(other).find(|&node| page.contains(node, one)) else { return false };
    let branch = |node: NodeId| std::iter::once(node).chain(page.ancestors(node)).find(|&at| page.parent(at) == Some(around));
    let (Some(one), Some(other)) = (branch(one), branch(other)) else { return false };
    let class = |node: NodeId| page.attr(node, Attr::Class).unwrap_or_default();
    let is_marked = page.tag(one) == page.tag(other) && page.tag(one) != Tag::Text && class(one) != class(other);
    is_marked && (is_long || names_width(class(one)) || names_width(class(other)))
}

/// Whether a class has a word for a width of window.
fn names_width(class: &str) -> bool {
    /// Longer class attributes are lists of utilities, or hostile. Bytes.
    const CLASS_BYTES_MAX: usize = 200;
    let is_width = |word: &&str| lists::has_word(words::UNSEEN_WIDTH, word);
    search::split(search::head(class, CLASS_BYTES_MAX), " -_:").iter().any(is_width)
}
