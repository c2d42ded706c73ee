//! The phrases of all rules by their hashes, as `build/phrases.rs` wrote them.

use crate::rules::{self, Stands};
use std::sync::OnceLock;

/// Leading bits of a hash that are looked at first: one run of words in twelve has those of a phrase.
const FILTER_BITS: u32 = 16;
/// Leading bits of a hash that choose the entries it is looked for among, about one.
const START_BITS: u32 = 12;

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
    /// By their hashes.
    entries: Vec<Entry>,
    /// A bit for each value of the leading bits, set where a phrase has it.
    filter: Vec<u64>,
    /// The first entry of each value of the fewer leading bits, or of a higher one.
    starts: Vec<u16>,
}

/// The table of this build, unpacked once.
pub fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| unpacked(rules::PHRASES))
}

impl Table {
    /// Whether a hash may stand for something: of most, this says that they do not.
    #[inline]
    pub fn may_have(&self, hash: u64) -> bool {
        let first = hash >> (u64::BITS - FILTER_BITS);
        self.filter.get((first / 64) as usize).is_some_and(|bits| bits >> (first % 64) & 1 == 1)
    }

    /// Tells `each` of all that a hash stands for.
    pub fn of(&self, hash: u64, each: &mut dyn FnMut(Entry)) {
        let (first, check) = ((hash >> 32) as u32, (hash >> 28) as u8 & 15 | 16);
        let mut at = self.starts.get((first >> (u32::BITS - START_BITS)) as usize).map_or(0, |&start| usize::from(start));
        while let Some(&entry) = self.entries.get(at).filter(|entry| entry.hash <= first) {
            if entry.hash == first && (entry.check == 0 || entry.check == check) {
                each(entry);
            }
            at += 1;
        }
    }
}

fn unpacked(packed: &[u8]) -> Table {
    let byte = |at: usize| packed.get(at).copied().unwrap_or_default();
    let count = usize::from(byte(0)) << 8 | usize::from(byte(1));
    let plane = |plane: usize, at: usize| byte(2 + plane * count + at);
    let (filter, starts) = (vec![0; 1 << (FILTER_BITS - 6)], Vec::with_capacity(1 << START_BITS));
    let mut table = Table { entries: Vec::with_capacity(count), filter, starts };
    let (mut hash, mut checked) = (0u32, 0);
    for at in 0..count {
        hash = hash.wrapping_add((0..4).fold(0, |step, of| step << 8 | u32::from(plane(of, at))));
        let first = hash >> (u32::BITS - FILTER_BITS);
        if let Some(bits) = table.filter.get_mut((first / 64) as usize) {
            *bits |= 1 << (first % 64);
        }
        let start = (hash >> (u32::BITS - START_BITS)) as usize;
        table.starts.resize(table.starts.len().max(start + 1), at as u16);
        let mut entry = Entry { hash, check: 0, beside: plane(4, at) };
        if entry.phrase().is_some_and(|(list, _)| stands_anywhere(list)) {
            entry.check = plane(5, checked / 2) >> (4 * (checked % 2)) & 15 | 16;
            checked += 1;
        }
        table.entries.push(entry);
    }
    table.starts.resize(1 << START_BITS, count as u16);
    table
}

/// Whether the phrases of a list may stand anywhere: their runs of words are so many that more bits must agree.
fn stands_anywhere(list: u16) -> bool {
    rules::PHRASES_STAND.get(usize::from(list)) == Some(&Stands::Anywhere)
}
