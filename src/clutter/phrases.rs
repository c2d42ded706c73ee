//! Phrases in blocks: found by the first letters of their first word, compared word by word.

use crate::blocks::Blocks;
use crate::rules;
use crate::sort;
use crate::text::fold;
use std::sync::OnceLock;

/// Words of a block that is searched, at most. Clutter speaks in short lines; more costs time and hits the article's own
/// sentences.
const BLOCK_WORDS_MAX: u32 = 60;
/// Words that a gap in a phrase may stand for. More joins words that do not belong together.
const GAP_WORDS_MAX: usize = 6;
/// Letters of the first word by which a phrase is found.
const KEY_CHARS: usize = 3;

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

impl PhraseHits {
    /// Searches all short blocks.
    pub fn read(blocks: &Blocks) -> PhraseHits {
        let mut hits = PhraseHits { by_list: vec![Vec::new(); rules::PHRASES.len()] };
        let mut words = Words::default();
        for (block, of) in blocks.list.iter().enumerate() {
            if of.counts.words <= BLOCK_WORDS_MAX {
                words.cut(blocks.text(block));
                hits.search(block as u32, &words);
            }
        }
        hits
    }

    /// The hits of a list.
    pub fn of(&self, list: u16) -> &[Hit] {
        self.by_list.get(usize::from(list)).map_or(&[], Vec::as_slice)
    }

    /// The hits of a list in a range of blocks.
    pub fn within(&self, list: u16, range: std::ops::Range<usize>) -> &[Hit] {
        let hits = self.of(list);
        let from = hits.partition_point(|hit| (hit.block as usize) < range.start);
        let until = hits.partition_point(|hit| (hit.block as usize) < range.end);
        hits.get(from..until).unwrap_or_default()
    }

    fn search(&mut self, block: u32, words: &Words) {
        for at in 0..words.len() {
            for &(_, list, phrase) in index().starting_with(words.get(at)) {
                let Some(until) = words.matches(at, phrase) else { continue };
                let whole = (0..at).chain(until..words.len()).all(|rest| is_mark(words.get(rest)));
                let hit = Hit { block, starts: at == 0, whole };
                let Some(hits) = self.by_list.get_mut(usize::from(list)) else { continue };
                match hits.last_mut() {
                    Some(last) if last.block == block => {
                        last.starts |= hit.starts;
                        last.whole |= hit.whole;
                    }
                    _ => hits.push(hit),
                }
            }
        }
    }
}

/// A number or a sign, which may stand beside a phrase without changing it: "Comments (12)".
fn is_mark(word: &str) -> bool {
    word == "|" || is_number(word)
}

fn is_number(word: &str) -> bool {
    word.bytes().next().is_some_and(|byte| byte.is_ascii_digit())
}

/// A text cut into folded words.
#[derive(Default)]
struct Words {
    text: String,
    ends: Vec<usize>,
}

impl Words {
    fn cut(&mut self, text: &str) {
        self.text.clear();
        self.ends.clear();
        let mut in_word = false;
        for c in text.chars() {
            let own = fold::is_own_word(c);
            let word = !own && fold::is_in_word(c);
            if in_word && !word {
                self.ends.push(self.text.len());
            }
            if word || own {
                fold::push_lower(&mut self.text, c);
            }
            if own {
                self.ends.push(self.text.len());
            }
            in_word = word;
        }
        if in_word {
            self.ends.push(self.text.len());
        }
    }

    fn len(&self) -> usize {
        self.ends.len()
    }

    fn get(&self, at: usize) -> &str {
        let from = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let until = self.ends.get(at).copied().unwrap_or(from);
        self.text.get(from..until).unwrap_or_default()
    }

    /// One past the last word of the phrase, if it stands at `at`.
    fn matches(&self, mut at: usize, phrase: &str) -> Option<usize> {
        let mut gap = 0;
        for part in phrase.split(' ') {
            if part == "…" {
                gap = GAP_WORDS_MAX;
                continue;
            }
            let last = (at + gap).min(self.len().checked_sub(1)?);
            at = 1 + (at..=last).find(|&word| is_part(self.get(word), part))?;
            gap = 0;
        }
        // A gap at the end takes in what little is left of the block.
        Some(if gap > 0 && self.len() <= at + gap { self.len() } else { at })
    }
}

fn is_part(word: &str, part: &str) -> bool {
    match part.strip_suffix('*') {
        Some(prefix) => word.starts_with(prefix),
        None => word == part || part == "#" && is_number(word),
    }
}

/// All phrases by the first letters of their first word, made once.
struct Index {
    entries: Vec<(u32, u16, &'static str)>,
    /// A bit for each value of a key's last 10 bits that some entry has.
    filter: [u64; 16],
}

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut index = Index { entries: Vec::new(), filter: [0; 16] };
        for (list, phrases) in rules::PHRASES.iter().enumerate() {
            for phrase in phrases.lines() {
                let key = key(phrase.split([' ', '*']).next().unwrap_or_default());
                index.entries.push((key, list as u16, phrase));
                index.filter[(key >> 6 & 15) as usize] |= 1 << (key & 63);
            }
        }
        index.entries = sort::by_number(std::mem::take(&mut index.entries), |entry| entry.0);
        index
    })
}

impl Index {
    fn starting_with(&self, word: &str) -> &[(u32, u16, &'static str)] {
        let key = key(word);
        if self.filter[(key >> 6 & 15) as usize] >> (key & 63) & 1 == 0 {
            return &[];
        }
        let from = self.entries.partition_point(|entry| entry.0 < key);
        let rest = self.entries.get(from..).unwrap_or_default();
        let until = rest.partition_point(|entry| entry.0 == key);
        rest.get(..until).unwrap_or_default()
    }
}

/// Phrases that begin with a number share one key.
fn key(word: &str) -> u32 {
    let chars = if is_number(word) { "#" } else { word };
    let hash = chars.chars().take(KEY_CHARS).fold(0u32, |hash, c| (hash.rotate_left(5) ^ c as u32).wrapping_mul(0x9e37_79b9));
    hash ^ hash >> 16
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, phrase: &str, expected: bool) {
        let mut words = Words::default();
        words.cut(text);
        let found = (0..words.len()).any(|at| {
            key(words.get(at)) == key(phrase.split([' ', '*']).next().unwrap()) && words.matches(at, phrase).is_some()
        });
        assert_eq!(found, expected, "{phrase} in {text}");
    }

    #[test]
    fn phrases_have_gaps_prefixes_and_numbers() {
        check("Sign up for our daily newsletter!", "sign up … newsletter", true);
        check("Sign up. Then read a very long story about some newsletter", "sign up … newsletter", false);
        check("Subscribers only", "subscri*", true);
        check("3 Comments", "# comments", true);
        check("ニュースレターに登録する", "ニ ュ ー ス レ タ ー … 登 録", true);
        check("뉴스레터를 구독하세요", "뉴 스 레 터 … 구 독", true);
        check("More from Business", "more from …", true);
        check("", "more", false);
    }
}
