//! Words of classes and ids: `relatedArticles`, `related-articles` and `c-related__articles` all hold "related articles".

use crate::page::{Attr, NodeId, Page};
use crate::rules;
use crate::sort;
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
}

impl WordHits {
    /// Looks up the class and id of one element; elements come in document order.
    pub fn read(&mut self, page: &Page, node: NodeId) {
        for attr in [Attr::Class, Attr::Id] {
            if let Some(names) = page.attr(node, attr) {
                let names = names.get(..CLASS_BYTES_MAX).unwrap_or(names);
                names.split_ascii_whitespace().for_each(|name| index().look_up(name, |list| self.hits.push((node, list))));
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
struct Index {
    /// Sorted: the hash, the list.
    entries: Vec<u64>,
    /// A bit for each value of a hash's last 12 bits that some entry has: most words are in no list.
    filter: [u64; 64],
}

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut index = Index { entries: Vec::new(), filter: [0; 64] };
        for (list, words) in search::lines(rules::WORDS).into_iter().enumerate() {
            for word in search::split(words, " ") {
                let hash = hash::of(word);
                index.entries.push(u64::from(hash) << 32 | list as u64);
                index.filter[(hash >> 6 & 63) as usize] |= 1 << (hash & 63);
            }
        }
        index.entries = sort::ascending(std::mem::take(&mut index.entries));
        index
    })
}

impl Index {
    /// Tells `found` of every list that has a word, or neighbouring words, or the whole of one class name or id.
    fn look_up(&self, name: &str, mut found: impl FnMut(u16)) {
        // One rolling hash for each word that the current one may be a neighbour of, the nearest first.
        let mut hashes = [hash::START; NEIGHBOURS_MAX];
        let mut whole = hash::step(hash::START, b'=');
        let (mut words, mut in_word, mut after_lower) = (0usize, false, false);
        for byte in name.bytes() {
            whole = hash::step(whole, byte.to_ascii_lowercase());
            let letter = byte.is_ascii_alphabetic() || byte >= 0x80;
            let begins = letter && (!in_word || after_lower && byte.is_ascii_uppercase());
            if in_word && (begins || !letter) {
                self.tell(&hashes, words, &mut found);
            }
            if begins {
                words += 1;
                hashes.rotate_right(1);
                hashes[1..].iter_mut().for_each(|hash| *hash = hash::step(*hash, b'-'));
                hashes[0] = hash::START;
            }
            if letter {
                hashes.iter_mut().for_each(|hash| *hash = hash::step(*hash, byte.to_ascii_lowercase()));
            }
            in_word = letter;
            after_lower = byte.is_ascii_lowercase();
        }
        if in_word {
            self.tell(&hashes, words, &mut found);
        }
        self.tell(&[whole], 1, &mut found);
    }

    fn tell(&self, hashes: &[u32], words: usize, found: &mut impl FnMut(u16)) {
        for &hash in hashes.iter().take(words) {
            if self.filter[(hash >> 6 & 63) as usize] >> (hash & 63) & 1 == 1 {
                let from = self.entries.partition_point(|&of| of >> 32 < u64::from(hash));
                let of_hash = self.entries.iter().skip(from).take_while(|&of| of >> 32 == u64::from(hash));
                of_hash.for_each(|&list| found(list as u16));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, words: &str, expected: bool) {
        let hash = hash::of(words);
        let mut filter = [0; 64];
        filter[(hash >> 6 & 63) as usize] |= 1 << (hash & 63);
        let index = Index { entries: vec![u64::from(hash) << 32], filter };
        let mut found = false;
        index.look_up(name, |_| found = true);
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
