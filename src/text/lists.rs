//! The word lists of `src/rules/words`, asked by the hash of a word: a reading asks about thousands of words, and a hash is
//! made while the word is walked over anyway.

use super::fold::lower;
use super::hash;
use crate::rules::words::{List, TEXT};
use crate::sort;
use std::ops::Range;
use std::sync::OnceLock;

/// The hash of a text and one more character.
#[inline]
pub fn with(hash: u32, c: char) -> u32 {
    (hash ^ lower(c) as u32).wrapping_mul(0x0100_0193)
}

/// The hash of a word of ASCII in lower case.
pub const fn of_ascii(word: &str) -> u32 {
    let (bytes, mut hash, mut at) = (word.as_bytes(), hash::START, 0);
    while at < bytes.len() {
        hash = hash::step(hash, bytes[at]);
        at += 1;
    }
    hash
}

/// The hash of a text of which `hash` is the beginning.
#[inline(never)]
pub fn extended(mut hash: u32, text: &str) -> u32 {
    for c in text.chars() {
        hash = with(hash, c);
    }
    hash
}

/// The hash of a text.
pub fn of(text: &str) -> u32 {
    extended(hash::START, text)
}

/// All words of all lists.
struct Table {
    /// Where the entries with the same first bits of their hashes start.
    starts: Vec<u16>,
    /// Sorted: the hash, the list, the place in it.
    entries: Vec<u64>,
}

/// A word's place in a list.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The list's number.
    pub list: u8,
    /// The word's place in it.
    pub place: u8,
}

/// So many bits of a hash choose its entries: about one entry each.
const BITS: u32 = 11;

/// The places of the word in all lists, in the order of the lists.
#[inline]
pub fn places(hash: u32) -> impl Iterator<Item = Entry> {
    static TABLE: OnceLock<Table> = OnceLock::new();
    let Table { starts, entries } = TABLE.get_or_init(table);
    let at = (hash >> (32 - BITS)) as usize;
    let range = starts.get(at).copied().unwrap_or(0) as usize..starts.get(at + 1).copied().unwrap_or(0) as usize;
    let entries = entries.get(range).unwrap_or_default().iter().filter(move |&&entry| (entry >> 32) as u32 == hash);
    entries.map(|&entry| Entry { list: (entry >> 8) as u8, place: entry as u8 })
}

/// The word's place in a list.
#[inline(never)]
pub fn place(list: List, hash: u32) -> Option<u8> {
    places(hash).find(|entry| entry.list == list.0).map(|entry| entry.place)
}

/// Whether a list has the word of this hash.
pub fn has(list: List, hash: u32) -> bool {
    place(list, hash).is_some()
}

/// Those of some lists that follow one another which have the word of this hash, as bits: the first list is the first bit.
///
/// ```
/// use limpid::{rules::words, text::lists};
/// let said = lists::among(&words::NAMES, lists::of("Written by"));
/// assert_ne!(said >> (words::NAMES_WROTE.0 - words::NAMES.start) & 1, 0);
/// ```
#[inline]
pub fn among(lists: &Range<u8>, hash: u32) -> u32 {
    let mut found = 0;
    for entry in places(hash) {
        if lists.contains(&entry.list) {
            found |= 1 << (entry.list - lists.start);
        }
    }
    found
}

/// Whether a list has the word, in any case.
///
/// ```
/// use limpid::{rules::words, text::lists::has_word};
/// assert!(has_word(words::NAMES_WROTE, "Written by"));
/// assert!(!has_word(words::NAMES_WROTE, "Rain"));
/// ```
pub fn has_word(list: List, word: &str) -> bool {
    has(list, of(word))
}

fn table() -> Table {
    let mut entries = Vec::new();
    let (mut hash, mut place) = (hash::START, 0);
    for c in TEXT.chars() {
        match c {
            ';' | '\t' | '\n' => {
                entries.push(u64::from(hash) << 32 | place);
                hash = hash::START;
                match c {
                    '\t' => place += 1,
                    '\n' => place = (place | 0xFF) + 1,
                    _ => {}
                }
            }
            c => hash = with(hash, c),
        }
    }
    let entries = sort::ascending(entries);
    let mut starts = vec![0; (1 << BITS) + 1];
    let mut at = 0;
    for (bits, start) in starts.iter_mut().enumerate() {
        while entries.get(at).is_some_and(|entry| entry >> (64 - BITS) < bits as u64) {
            at += 1;
        }
        *start = at as u16;
    }
    Table { starts, entries }
}
