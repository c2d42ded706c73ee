//! Writes the phrases of all rules as one table of hashes: some 3 bytes a phrase instead of 20, and nothing to compare but
//! numbers.

use crate::phrase_hash::{self, GAP, NUMBER, RUN_WORDS_MAX, START};
use std::collections::BTreeSet;

/// Beside a hash: what stands before a gap.
const BEFORE_GAP: u8 = 255;

/// Where the phrases of a list count: a variant of `rules::Stands`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Stands {
    Alone,
    AtStart,
    Anywhere,
}

/// The phrases of all lists.
#[derive(Default)]
pub struct Phrases {
    /// Where the phrases of each list count.
    pub stand: Vec<Stands>,
    /// Hashes, each with twice the number of its list, one more where the phrase has an open end.
    entries: BTreeSet<(u64, u8)>,
}

impl Phrases {
    /// Adds a list and gives its number.
    pub fn add<'a>(&mut self, phrases: impl Iterator<Item = &'a String>, stands: Stands) -> u8 {
        let list = self.stand.len() as u8;
        assert!(list < BEFORE_GAP / 2, "too many lists of phrases");
        self.stand.push(stands);
        phrases.for_each(|phrase| self.add_phrase(phrase, list));
        list
    }

    fn add_phrase(&mut self, phrase: &str, list: u8) {
        let open = phrase.ends_with('…');
        let mut hash = START;
        let runs: Vec<&str> = phrase.trim_end_matches('…').split('…').collect();
        assert!(runs.len() < 3 && !phrase.starts_with('…'), "“{phrase}” has more than one gap, or nothing before it");
        for (at, run) in runs.iter().enumerate() {
            if at > 0 {
                self.entries.insert((hash, BEFORE_GAP));
                hash = phrase_hash::join(hash, GAP);
            }
            let words = words(run);
            assert!((1..=RUN_WORDS_MAX).contains(&words.len()), "“{phrase}”: a run has 1 to {RUN_WORDS_MAX} words");
            hash = words.into_iter().fold(hash, phrase_hash::join);
        }
        self.entries.insert((hash, list * 2 + u8::from(open)));
    }

    /// The table: how many entries, in two bytes; the differences of the hashes in ascending order, the first byte of all of them, then the second, third
    /// and fourth, which packs better; then what stands beside them. Runs of words that may stand anywhere are so many
    /// that 32 bits of some are a phrase's by chance: for their lists four more bits follow, two phrases a byte.
    pub fn table(&self) -> Vec<u8> {
        let hashes: Vec<u32> = self.entries.iter().map(|entry| (entry.0 >> 32) as u32).collect();
        let steps = |byte: usize| {
            let before = std::iter::once(0).chain(hashes.iter().copied());
            hashes.iter().zip(before).map(move |(hash, before)| (hash - before).to_be_bytes()[byte]).collect::<Vec<u8>>()
        };
        let beside = self.entries.iter().map(|entry| entry.1);
        let stands = |beside: u8| self.stand.get(usize::from(beside / 2)).copied();
        let checked = self.entries.iter().filter(|entry| stands(entry.1) == Some(Stands::Anywhere));
        let checks: Vec<u8> = checked.map(|entry| (entry.0 >> 28) as u8 & 15).collect();
        let checks = checks.chunks(2).map(|two| two.iter().rev().fold(0, |byte, check| byte << 4 | check));
        let count = (self.entries.len() as u16).to_be_bytes();
        count.into_iter().chain((0..4).flat_map(steps)).chain(beside).chain(checks).collect()
    }
}

fn words(run: &str) -> Vec<u32> {
    let mut words = Vec::new();
    for part in run.split_whitespace() {
        if part == "#" { words.push(NUMBER) } else { phrase_hash::words(part, &mut words) }
    }
    words
}
