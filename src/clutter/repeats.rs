//! Text that the page says twice: the headline, and short lines right after themselves.

use super::facts::{Facts, Subject};
use crate::page::{NodeId, Tag};

/// Words of a line that is looked for. Longer repeats are pull quotes, which the article itself drops.
const LINE_WORDS_MAX: u32 = 12;
/// Characters of a line. A letter or a dash twice is a table's, not a template's slip.
const LINE_CHARS_MIN: usize = 8;

/// Elements looked at inside the headline's block.
const ELEMENTS_MAX: usize = 20;

/// Every block that says the headline again, apart from the one that shows it.
pub fn headline(facts: &Facts) -> Vec<Subject> {
    let Some(shown) = facts.headline else { return Vec::new() };
    let text = facts.blocks.text(shown);
    let mut found = facts.runs(|block| block != shown && facts.blocks.text(block) == text);
    found.extend(within(facts, shown));
    found
}

/// The element that says the headline again inside the block that shows it, as where a single line break parts the two.
fn within(facts: &Facts, shown: usize) -> Option<Subject> {
    let (page, block) = (facts.page, facts.blocks.list.get(shown)?);
    // The block begins with text; the inline elements around that text begin before it.
    let outer = page.ancestors(block.from).take(ELEMENTS_MAX).take_while(|&node| node != block.parent).last();
    let inside = (outer.unwrap_or(block.from).0..block.until.0).map(NodeId).filter(|&node| page.tag(node) != Tag::Text);
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
    let mut before = "";
    facts.runs(|block| {
        let text = facts.blocks.text(block);
        let short = facts.blocks.list[block].counts.words <= LINE_WORDS_MAX && text.len() >= LINE_CHARS_MIN;
        let again = text == std::mem::replace(&mut before, text);
        // Of two headlines the first may be the one that is shown or not: `headline` knows which.
        short && again && facts.headline != Some(block)
    })
}
