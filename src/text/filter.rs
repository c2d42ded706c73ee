//! Whether a hash may be among some: most that are asked are not, and are known not to be by one look.

/// A bit for each value of the last 12 bits of a hash, set where one of the hashes has it.
#[derive(Clone, Copy, Debug)]
pub struct Filter([u64; 64]);

impl Default for Filter {
    fn default() -> Filter {
        Filter([0; 64])
    }
}

impl Filter {
    /// Adds a hash.
    ///
    /// ```
    /// let mut some = limpid::text::filter::Filter::default();
    /// some.add(0x0123_4567);
    /// assert!(some.may_have(0x0123_4567) && !some.may_have(0x0123_4568));
    /// ```
    pub fn add(&mut self, hash: u32) {
        if let Some(bits) = self.0.get_mut((hash >> 6 & 63) as usize) {
            *bits |= 1 << (hash & 63);
        }
    }

    /// Whether the hash may have been added.
    #[inline]
    pub fn may_have(&self, hash: u32) -> bool {
        self.0.get((hash >> 6 & 63) as usize).is_some_and(|bits| bits >> (hash & 63) & 1 == 1)
    }
}

impl FromIterator<u32> for Filter {
    fn from_iter<T: IntoIterator<Item = u32>>(hashes: T) -> Filter {
        let mut filter = Filter::default();
        hashes.into_iter().for_each(|hash| filter.add(hash));
        filter
    }
}
