//! The phrases of all rules by their hashes, as `build/phrases.rs` wrote them.

use crate::rules::{self, Stands};
use std::sync::OnceLock;

/// Leading bits of a hash by which the table is entered: about one phrase has the same.
const ENTRY_BITS: u32 = 12;

/// What stands beside a hash that is not a phrase's, but what stands before a gap.
const BEFORE_GAP: u8 = 255;

/// What a hash stands for.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    hash: u32,
    /// Four more bits that must agree, and one; 0 where none must.
    check: u8,
    beside: u8,
}

impl Entry {
    /// The phrase's list, and whether a few words may follow it; nothing for what stands before a gap.
    pub fn phrase(self) -> Option<(u16, bool)> {
        (self.beside != BEFORE_GAP).then_some((u16::from(self.beside / 2), self.beside % 2 == 1))
    }
}

/// All phrases.
pub struct Table {
    entries: Vec<Entry>,
    /// Where the entries with each value of the leading bits begin.
    from: Vec<u16>,
}

/// The table of this build, unpacked once.
pub fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| unpacked(rules::PHRASES))
}

impl Table {
    /// All that a hash stands for.
    pub fn of(&self, hash: u64) -> impl Iterator<Item = Entry> {
        let (first, check) = ((hash >> 32) as u32, (hash >> 28) as u8 & 15 | 16);
        let bucket = (first >> (u32::BITS - ENTRY_BITS)) as usize;
        let start = self.from.get(bucket).copied().unwrap_or_default();
        let end = self.from.get(bucket + 1).copied().unwrap_or_default();
        let entries = self.entries.get(usize::from(start)..usize::from(end)).unwrap_or_default();
        entries.iter().copied().filter(move |entry| entry.hash == first && (entry.check == 0 || entry.check == check))
    }
}

fn unpacked(packed: &[u8]) -> Table {
    let byte = |at: usize| packed.get(at).copied().unwrap_or_default();
    let count = usize::from(byte(0)) << 8 | usize::from(byte(1));
    let plane = |plane: usize, at: usize| byte(2 + plane * count + at);
    let mut table = Table { entries: Vec::with_capacity(count), from: Vec::with_capacity(1 + (1 << ENTRY_BITS)) };
    let (mut hash, mut checked) = (0u32, 0);
    for at in 0..count {
        hash = hash.wrapping_add((0..4).fold(0, |step, of| step << 8 | u32::from(plane(of, at))));
        let bucket = (hash >> (u32::BITS - ENTRY_BITS)) as usize;
        table.from.resize(table.from.len().max(bucket + 1), at as u16);
        let mut entry = Entry { hash, check: 0, beside: plane(4, at) };
        if entry.phrase().is_some_and(|(list, _)| stands_anywhere(list)) {
            entry.check = plane(5, checked / 2) >> (4 * (checked % 2)) & 15 | 16;
            checked += 1;
        }
        table.entries.push(entry);
    }
    table.from.resize(1 + (1 << ENTRY_BITS), count as u16);
    table
}

/// Whether the phrases of a list may stand anywhere: their runs of words are so many that more bits must agree.
fn stands_anywhere(list: u16) -> bool {
    rules::PHRASES_STAND.get(usize::from(list)) == Some(&Stands::Anywhere)
}
