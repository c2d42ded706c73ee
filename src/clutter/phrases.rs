//! Phrases in blocks: every run of words of a short block is looked up by its hash.

use super::boxes;
use super::phrase_table::{Table, table};
use crate::blocks::Blocks;
use crate::rules::{self, RULES, Stands};
use crate::text::phrase_hash::{self, GAP, RUN_WORDS_MAX, START};
use std::ops::Range;

/// Words of a block that is searched, at most. Clutter speaks in short lines; more costs time and hits the article's own
/// sentences.
const BLOCK_WORDS_MAX: u32 = 60;
/// Words that a gap in a phrase may stand for. More joins words that do not belong together.
const GAP_WORDS_MAX: usize = 6;

/// Where a phrase stands in its block.
#[derive(Clone, Copy, Debug)]
pub struct Hit {
    /// The block.
    pub block: u32,
    /// The block begins with it.
    pub starts: bool,
    /// The block is nothing else, numbers aside.
    pub whole: bool,
}

/// The hits of each list of phrases, in document order.
pub struct PhraseHits {
    by_list: Vec<Vec<Hit>>,
}

impl Default for PhraseHits {
    fn default() -> PhraseHits {
        PhraseHits { by_list: vec![Vec::new(); rules::PHRASES_STAND.len()] }
    }
}

impl PhraseHits {
    /// Searches all short blocks.
    pub fn read(blocks: &Blocks) -> PhraseHits {
        let mut hits = PhraseHits::default();
        let mut words = Vec::new();
        for (block, of) in blocks.list.iter().enumerate() {
            if of.counts.words <= BLOCK_WORDS_MAX {
                words.clear();
                phrase_hash::words(blocks.text(block), &mut words);
                find(table(), &words, &mut |list, range, open| hits.add(block as u32, &words, list, range, open));
            }
        }
        hits
    }

    /// The hits of a list.
    pub fn of(&self, list: u16) -> &[Hit] {
        self.by_list.get(usize::from(list)).map_or(&[], Vec::as_slice)
    }

    /// The hits of a list in a range of blocks.
    pub fn within(&self, list: u16, range: Range<usize>) -> &[Hit] {
        let hits = self.of(list);
        let from = hits.partition_point(|hit| (hit.block as usize) < range.start);
        let until = hits.partition_point(|hit| (hit.block as usize) < range.end);
        hits.get(from..until).unwrap_or_default()
    }

    fn add(&mut self, block: u32, words: &[u32], list: u16, range: Range<usize>, open: bool) {
        let Some((starts, whole)) = standing(words, list, range, open) else { return };
        let Some(hits) = self.by_list.get_mut(usize::from(list)) else { return };
        match hits.last_mut() {
            Some(last) if last.block == block => {
                last.starts |= starts;
                last.whole |= whole;
            }
            _ => hits.push(Hit { block, starts, whole }),
        }
    }
}

/// Whether a text says one of the phrases that a rule starts from, where they count.
///
/// ```
/// use limpid::clutter::says;
/// assert!(says("agency-name", "Reuters"));
/// assert!(!says("agency-name", "Reuters grew from pigeons"));
/// ```
#[inline(never)]
pub fn says(rule: &str, text: &str) -> bool {
    let Some(list) = RULES.iter().find(|of| of.name == rule).and_then(boxes::phrase_list) else { return false };
    let (mut said, mut words) = (false, Vec::new());
    phrase_hash::words(text, &mut words);
    find(table(), &words, &mut |of, range, open| said |= of == list && standing(&words, of, range, open).is_some());
    said
}

/// Whether a phrase that was found at these words begins a text and whether it is all of it; `None` where one of its list may not
/// stand so.
fn standing(words: &[u32], list: u16, range: Range<usize>, open: bool) -> Option<(bool, bool)> {
    let mut beside = words.iter().enumerate().filter(|(at, _)| !range.contains(at));
    // An open end takes in what little is left of the block.
    let in_open_end = |at: usize| open && at >= range.end && words.len() <= range.end + GAP_WORDS_MAX;
    let whole = beside.all(|(at, &word)| in_open_end(at) || phrase_hash::is_mark(word));
    let starts = range.start == 0;
    let counts = match rules::PHRASES_STAND.get(usize::from(list))? {
        Stands::Anywhere => true,
        Stands::AtStart => starts,
        Stands::Alone => whole,
    };
    counts.then_some((starts, whole))
}

/// Tells `found` of every phrase in a run of words: its list, where it stands, whether it has an open end.
fn find(table: &Table, words: &[u32], found: &mut dyn FnMut(u16, Range<usize>, bool)) {
    for from in 0..words.len() {
        runs(table, words, from, START, &mut |hash, until| {
            table.of(hash, &mut |entry| match entry.phrase() {
                Some((list, open)) => found(list, from..until, open),
                None => find_after_gap(table, words, from..until, hash, found),
            });
        });
    }
}

/// The same for phrases that go on behind a gap; `hash` and `before` are what stands before it.
fn find_after_gap(
    table: &Table,
    words: &[u32],
    before: Range<usize>,
    hash: u64,
    found: &mut dyn FnMut(u16, Range<usize>, bool),
) {
    for next in (before.end..words.len()).take(GAP_WORDS_MAX + 1) {
        runs(table, words, next, phrase_hash::join(hash, GAP), &mut |hash, until| {
            table.of(hash, &mut |entry| {
                if let Some((list, open)) = entry.phrase() {
                    found(list, before.start..until, open);
                }
            });
        });
    }
}

/// Tells `each` the hash of every run of words that begins at `from` and may be in the table, and where it ends.
fn runs(table: &Table, words: &[u32], from: usize, start: u64, each: &mut dyn FnMut(u64, usize)) {
    let (mut hash, mut until) = (start, from);
    for &word in words.get(from..).unwrap_or_default().iter().take(RUN_WORDS_MAX) {
        hash = phrase_hash::join(hash, word);
        until += 1;
        if table.may_have(hash) {
            each(hash, until);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether some rule's phrase stands in the text.
    fn speaks(text: &str) -> bool {
        let mut words = Vec::new();
        phrase_hash::words(text, &mut words);
        let mut any = false;
        find(table(), &words, &mut |_, _, _| any = true);
        any
    }

    #[test]
    fn phrases_have_gaps_endings_and_numbers() {
        for text in [
            "Sign up for our daily newsletter!",
            "Sign up for any of our newsletters",
            "You have 3 articles left",
            "ニュースレターに登録する",
            "뉴스레터를 구독하세요",
        ] {
            assert!(speaks(text), "{text}");
        }
        for text in ["The bridge was gone by Sunday", "He signed the letters of the bank", ""] {
            assert!(!speaks(text), "{text}");
        }
    }
}
