//! Lists of cards that only their text tells: a headline printed twice (once for the picture's link, once for its own),
//! under a label of sections such as "World|Politics". So they stand in text dumps, tables and rows of `<div>`.

use super::facts::{Facts, Subject};
use crate::text::search;
use std::ops::Range;

/// Characters of a line from which saying it twice in a row makes it a headline and no label.
const HEADLINE_CHARS_MIN: usize = 16;
/// Words of a label.
const LABEL_WORDS_MAX: u32 = 8;
/// Cards from which there is a list where nothing but repetition tells.
const CARDS_MIN: usize = 2;

/// The same above all prose, where a page may say its date and its headline twice.
const HEAD_CARDS_MIN: usize = 4;

/// The lists of cards, each with the short heading before it.
pub fn find(facts: &Facts) -> Vec<Subject> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < facts.blocks.list.len() {
        let (until, cards, labelled) = list_from(facts, at);
        let at_head = facts.prose_total() > 0 && facts.prose(0..at) == 0;
        if labelled || cards >= if at_head { HEAD_CARDS_MIN } else { CARDS_MIN } {
            let from = if at > 0 && is_heading(facts, at - 1) { at - 1 } else { at };
            found.extend(facts.run(from..until));
        }
        at = until.max(at + 1);
    }
    found
}

/// One past the last card of a list that begins at `from`, its cards, and whether any has a label of sections.
fn list_from(facts: &Facts, from: usize) -> (usize, usize, bool) {
    let (mut until, mut cards, mut labelled) = (from, 0, false);
    while let Some(card) = card_at(facts, until).filter(|card| facts.headline.is_none_or(|headline| !card.contains(&headline)))
    {
        labelled |= is_label(facts, card.start) || is_glued(facts, card.start);
        until = card.end;
        cards += 1;
    }
    (until, cards, labelled)
}

/// The card that begins at a block: a label and a headline, a headline twice, or all three.
fn card_at(facts: &Facts, at: usize) -> Option<Range<usize>> {
    if at >= facts.blocks.list.len() {
        return None;
    }
    if is_glued(facts, at) {
        return Some(at..at + 1);
    }
    let labelled = is_label(facts, at);
    let short = |block: usize| facts.blocks.list.get(block).is_some_and(|of| of.counts.words <= LABEL_WORDS_MAX / 2);
    let headline = if labelled || !is_twice(facts, at) && short(at) && is_twice(facts, at + 1) { at + 1 } else { at };
    if is_twice(facts, headline) {
        return Some(at..headline + 2);
    }
    let follows = facts.blocks.list.get(headline).is_some_and(|_| !facts.is_prose(headline));
    (labelled && follows).then_some(at..headline + 1)
}

/// Whether a block's text is a headline that the next block says again.
fn is_twice(facts: &Facts, block: usize) -> bool {
    facts.blocks.are_alike(block, block + 1) && facts.blocks.text(block).len() >= HEADLINE_CHARS_MIN && !facts.is_prose(block)
}

/// "World|Politics": names joined by bars without spaces.
fn is_label(facts: &Facts, block: usize) -> bool {
    let Some(of) = facts.blocks.list.get(block) else { return false };
    let text = facts.blocks.text(block);
    let name = |part: &str| part.chars().next().is_some_and(char::is_alphanumeric) && !part.ends_with(' ');
    of.counts.words <= LABEL_WORDS_MAX && search::has(text, "|") && search::split(text, "|").into_iter().all(name)
}

/// A card in one block, or several of them, as where single line breaks part their lines: it begins with a label, or with
/// a heading over one, and does not end like a sentence.
fn is_glued(facts: &Facts, block: usize) -> bool {
    let label = |word: &str| {
        search::has(word, "|")
            && search::split(word, "|").into_iter().all(|name| name.chars().next().is_some_and(char::is_alphanumeric))
    };
    let text = facts.blocks.text(block);
    let words = facts.blocks.list.get(block).map_or(0, |of| of.counts.words);
    words > LABEL_WORDS_MAX
        && search::has(text, "|")
        && !facts.is_prose(block)
        && search::split(text, " ").into_iter().take(LABEL_WORDS_MAX as usize / 2).any(label)
}

/// A line of a few words that does not end like a sentence.
fn is_heading(facts: &Facts, block: usize) -> bool {
    let words = facts.blocks.list.get(block).map_or(0, |of| of.counts.words);
    words <= LABEL_WORDS_MAX / 2
        && !facts.blocks.text(block).chars().next_back().is_some_and(|last| search::is_one_of(last, ".!?:。"))
}
