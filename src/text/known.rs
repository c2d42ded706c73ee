//! What was worked out for a short text, for when the same text comes back: a page says most of its class names many times.

use super::hash;

/// Texts that are kept, as bits: pages have some hundred class names. More take room on every page, fewer work out again.
const SLOT_BITS: u32 = 10;

/// What is known of texts, by their hashes. A text that another one needs the place of is forgotten.
pub struct Known<T> {
    slots: Vec<(u64, T)>,
}

impl<T: Copy + Default> Default for Known<T> {
    fn default() -> Known<T> {
        Known { slots: vec![(0, T::default()); 1 << SLOT_BITS] }
    }
}

impl<T: Copy> Known<T> {
    /// What is known of a text, or else what `work_out` makes of it. `kind` parts texts of which different things are known.
    ///
    /// ```
    /// let mut lengths = limpid::text::known::Known::default();
    /// assert_eq!(lengths.of("rain", 0, |_| 4), 4);
    /// assert_eq!(lengths.of("rain", 0, |_| 5), 4, "the second is not asked");
    /// ```
    #[inline]
    pub fn of(&mut self, text: &str, kind: u64, work_out: impl FnOnce(&mut Known<T>) -> T) -> T {
        // Never that of a free slot.
        let hash = hash::quick(text, kind) | 1;
        let place = (hash >> (u64::BITS - SLOT_BITS)) as usize;
        if let Some(slot) = self.slots.get(place).filter(|slot| slot.0 == hash) {
            return slot.1;
        }
        let found = work_out(self);
        if let Some(slot) = self.slots.get_mut(place) {
            *slot = (hash, found);
        }
        found
    }
}
