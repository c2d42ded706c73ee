//! The word lists of `src/rules/words`, asked by the hash of a word: a reading asks about thousands of words, and a hash is
//! made while the word is walked over anyway.

use super::fold::lower;
use super::hash;
use crate::rules::words::{List, TEXT};
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

/// A word's place in a list.
#[derive(Clone, Copy, Debug, Default)]
pub struct Entry {
    hash: u32,
    /// The list's number.
    pub list: u8,
    /// The word's place in it.
    pub place: u8,
}

/// All words of all lists, those with the same first bits of their hashes side by side.
struct Table {
    /// Where the entries of each beginning start.
    starts: Vec<u16>,
    entries: Vec<Entry>,
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
    entries.get(range).unwrap_or_default().iter().copied().filter(move |entry| entry.hash == hash)
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

/// Whether a list has the word, in any case.
///
/// ```
/// use limpid::{rules::words, text::lists::has_word};
/// assert!(has_word(words::NAMES_BY, "Written by"));
/// assert!(!has_word(words::NAMES_BY, "Rain"));
/// ```
pub fn has_word(list: List, word: &str) -> bool {
    has(list, of(word))
}

/// Sorts the words of all lists by their beginnings, those of one beginning in the order of the lists.
fn table() -> Table {
    let mut starts = vec![0; (1 << BITS) + 1];
    each(&mut |entry| starts[(entry.hash >> (32 - BITS)) as usize + 1] += 1);
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut entries = vec![Entry::default(); usize::from(sum)];
    let mut next = starts.clone();
    each(&mut |entry| {
        let place = &mut next[(entry.hash >> (32 - BITS)) as usize];
        entries[usize::from(*place)] = entry;
        *place += 1;
    });
    Table { starts, entries }
}

/// Calls `then` with every word of every list.
fn each(then: &mut dyn FnMut(Entry)) {
    let mut entry = Entry { hash: hash::START, list: 0, place: 0 };
    for c in TEXT.chars() {
        if !matches!(c, ';' | '\t' | '\n') {
            entry.hash = with(entry.hash, c);
            continue;
        }
        then(entry);
        entry.hash = hash::START;
        match c {
            '\t' => entry.place += 1,
            '\n' => (entry.list, entry.place) = (entry.list + 1, 0),
            _ => {}
        }
    }
    then(entry);
}
