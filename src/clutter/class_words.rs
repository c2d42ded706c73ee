//! Words of classes and ids: `relatedArticles`, `related-articles` and `c-related__articles` all hold "related articles".

use crate::page::{Attr, NodeId, Page};
use crate::rules;
use crate::sort;
use crate::text::filter::Filter;
use crate::text::known::Known;
use crate::text::{hash, search};
use std::sync::OnceLock;

/// Neighbouring words that are looked up together, at most. Rules name up to three: `read-more-link`.
const NEIGHBOURS_MAX: usize = 3;
/// Characters of a class attribute that are read. Utility classes run to hundreds and say nothing of what a thing is.
const CLASS_BYTES_MAX: usize = 400;

/// Which elements carry words of which list, in document order.
#[derive(Default)]
pub struct WordHits {
    hits: Vec<(NodeId, u16)>,
    /// The lists that names hit, one name after another.
    lists: Vec<u16>,
    /// Where those of whole attributes stand, and those of each name.
    attributes: Known,
    names: Known,
}

impl WordHits {
    /// Looks up the class and id of one element; elements come in document order.
    pub fn read(&mut self, page: &Page, node: NodeId) {
        for attr in [Attr::Class, Attr::Id] {
            if let Some(names) = page.attr(node, attr) {
                let lists = &mut self.lists;
                let [from, until, _] = self.attributes.of(names, 0, &mut || {
                    let mut all = Vec::new();
                    search::each_word(names.get(..CLASS_BYTES_MAX).unwrap_or(names), &mut |name| {
                        let [from, until, _] = self.names.of(name, 0, &mut || {
                            let from = lists.len() as u32;
                            index().look_up(name, &mut |list| lists.push(list));
                            [from, lists.len() as u32, 0]
                        });
                        all.extend_from_slice(lists.get(from as usize..until as usize).unwrap_or_default());
                    });
                    lists.extend_from_slice(&all);
                    [(lists.len() - all.len()) as u32, lists.len() as u32, 0]
                });
                for &list in lists.get(from as usize..until as usize).unwrap_or_default() {
                    self.hits.push((node, list));
                }
            }
        }
    }

    /// All hits: the element and the list.
    pub fn iter(&self) -> impl Iterator<Item = (NodeId, u16)> + '_ {
        self.hits.iter().copied()
    }

    /// Whether the element carries a word of the list.
    pub fn has(&self, node: NodeId, list: u16) -> bool {
        let from = self.hits.partition_point(|&(at, _)| at < node);
        self.hits.iter().skip(from).take_while(|&&(at, _)| at == node).any(|&(_, of)| of == list)
    }
}

/// All words of all rules by their hash, made once.
#[derive(Default)]
struct Index {
    /// Sorted: the hash, the list.
    entries: Vec<u64>,
    /// Most words are in no list.
    words: Filter,
    /// What stands before the last of neighbouring words.
    beginnings: Filter,
}

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut index = Index::default();
        for (list, words) in search::lines(rules::WORDS).into_iter().enumerate() {
            search::split(words, " ").into_iter().for_each(|word| index.add(word, list));
        }
        index.entries = sort::ascending(std::mem::take(&mut index.entries));
        index
    })
}

impl Index {
    /// Adds a word, or neighbouring words with a hyphen between them; sorting is left to the caller.
    fn add(&mut self, words: &str, list: usize) {
        let mut hash = hash::START;
        for byte in words.bytes() {
            if byte == b'-' {
                self.beginnings.add(hash);
            }
            hash = hash::step(hash, byte);
        }
        self.words.add(hash);
        self.entries.push(u64::from(hash) << 32 | list as u64);
    }

    /// Tells `found` of every list that has a word, or neighbouring words, or the whole of one class name or id.
    fn look_up(&self, name: &str, found: &mut dyn FnMut(u16)) {
        // One rolling hash for each word that the current one may be a neighbour of, the nearest first.
        let mut hashes = [hash::START; NEIGHBOURS_MAX];
        let mut whole = hash::step(hash::START, b'=');
        let (mut count, mut in_word, mut after_lower) = (0, false, false);
        for byte in name.bytes() {
            let lower = byte.to_ascii_lowercase();
            whole = hash::step(whole, lower);
            let letter = lower.is_ascii_lowercase() || byte >= 0x80;
            let begins = letter && (!in_word || after_lower && lower != byte);
            if in_word && (begins || !letter) {
                self.tell(hashes.get(..count).unwrap_or_default(), found);
            }
            if begins {
                count = self.begin(&mut hashes, count);
            }
            if letter {
                for hash in hashes.iter_mut().take(count) {
                    *hash = hash::step(*hash, lower);
                }
            }
            in_word = letter;
            after_lower = letter && lower == byte && byte < 0x80;
        }
        if in_word {
            self.tell(hashes.get(..count).unwrap_or_default(), found);
        }
        self.tell(&[whole], found);
    }

    /// Begins a word: the hashes with which some entry goes on, behind that of the word by itself. Gives their number.
    fn begin(&self, hashes: &mut [u32; NEIGHBOURS_MAX], count: usize) -> usize {
        let before = *hashes;
        hashes[0] = hash::START;
        let mut begun = 1;
        for &hash in before.iter().take(count).filter(|&&hash| self.beginnings.may_have(hash)) {
            if let Some(place) = hashes.get_mut(begun) {
                *place = hash::step(hash, b'-');
                begun += 1;
            }
        }
        begun
    }

    #[inline(never)]
    fn tell(&self, hashes: &[u32], found: &mut dyn FnMut(u16)) {
        for &hash in hashes.iter().filter(|&&hash| self.words.may_have(hash)) {
            let from = self.entries.partition_point(|&of| of >> 32 < u64::from(hash));
            let of_hash = self.entries.iter().skip(from).take_while(|&of| of >> 32 == u64::from(hash));
            of_hash.for_each(|&list| found(list as u16));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, words: &str, expected: bool) {
        let mut index = Index::default();
        index.add(words, 0);
        let mut found = false;
        index.look_up(name, &mut |_| found = true);
        assert_eq!(found, expected, "{words} in {name}");
    }

    #[test]
    fn words_are_whole_and_neighbours() {
        check("related-articles", "related-articles", true);
        check("c-relatedArticles__list2", "related-articles", true);
        check("c-relatedArticles__list2", "list", true);
        check("unrelated-articles", "related", false);
        check("share-price", "=share", false);
        check("share", "=share", true);
        check("read_more_link", "read-more-link", true);
        check("more-read", "read-more", false);
    }
}
