//! The phrases of all rules by their hashes, as `build/phrases.rs` wrote them.

use crate::rules::{self, Stands};
use std::sync::OnceLock;

/// Leading bits of a hash that are looked at first: one run of words in twelve has those of a phrase.
const FILTER_BITS: u32 = 16;

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
        let start = self.entries.partition_point(|entry| entry.hash < first);
        for &entry in self.entries.get(start..).unwrap_or_default() {
            if entry.hash != first {
                break;
            }
            if entry.check == 0 || entry.check == check {
                each(entry);
            }
        }
    }
}

fn unpacked(packed: &[u8]) -> Table {
    let byte = |at: usize| packed.get(at).copied().unwrap_or_default();
    let count = usize::from(byte(0)) << 8 | usize::from(byte(1));
    let plane = |plane: usize, at: usize| byte(2 + plane * count + at);
    let mut table = Table { entries: Vec::with_capacity(count), filter: vec![0; 1 << (FILTER_BITS - 6)] };
    let (mut hash, mut checked) = (0u32, 0);
    for at in 0..count {
        hash = hash.wrapping_add((0..4).fold(0, |step, of| step << 8 | u32::from(plane(of, at))));
        let first = hash >> (u32::BITS - FILTER_BITS);
        if let Some(bits) = table.filter.get_mut((first / 64) as usize) {
            *bits |= 1 << (first % 64);
        }
        let mut entry = Entry { hash, check: 0, beside: plane(4, at) };
        if entry.phrase().is_some_and(|(list, _)| stands_anywhere(list)) {
            entry.check = plane(5, checked / 2) >> (4 * (checked % 2)) & 15 | 16;
            checked += 1;
        }
        table.entries.push(entry);
    }
    table
}

/// Whether the phrases of a list may stand anywhere: their runs of words are so many that more bits must agree.
fn stands_anywhere(list: u16) -> bool {
    rules::PHRASES_STAND.get(usize::from(list)) == Some(&Stands::Anywhere)
}
