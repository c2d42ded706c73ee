//! What was worked out for a short text, for when the same text comes back: a page says most of its class names many times.

use super::hash;

/// Texts that are kept, as bits: pages have some hundred class names. More take room on every page, fewer work out again.
const SLOT_BITS: u32 = 10;

/// What is known of a text.
pub type Fact = [u32; 3];

/// What is known of texts, by their hashes. A text that another one needs the place of is forgotten.
pub struct Known {
    slots: Vec<(u64, Fact)>,
}

impl Default for Known {
    fn default() -> Known {
        Known { slots: vec![(0, Fact::default()); 1 << SLOT_BITS] }
    }
}

impl Known {
    /// What is known of a text, or else what `work_out` makes of it. `kind` parts texts of which different things are known.
    ///
    /// ```
    /// let mut lengths = limpid::text::known::Known::default();
    /// assert_eq!(lengths.of("rain", 0, &mut || [4, 0, 0]), [4, 0, 0]);
    /// assert_eq!(lengths.of("rain", 0, &mut || [5, 0, 0]), [4, 0, 0], "the second is not asked");
    /// ```
    #[inline(never)]
    pub fn of(&mut self, text: &str, kind: u64, work_out: &mut dyn FnMut() -> Fact) -> Fact {
        // Never that of a free slot.
        let hash = hash::quick(text, kind) | 1;
        let slot = &mut self.slots[(hash >> (u64::BITS - SLOT_BITS)) as usize];
        if slot.0 != hash {
            *slot = (hash, work_out());
        }
        slot.1
    }
}
