//! The word lists that the words of an element's class or id stand in.

use crate::rules::words::{self, List};
use crate::text::{hash, lists};

/// Class and id values longer than this are cut, in bytes: real ones are short, hostile ones are megabytes.
const CLASS_BYTES_MAX: usize = 400;

/// The number of lists up to the last of `classes.toml`, which is the first file.
pub const LISTS: usize = words::CLASSES.end as usize;

/// A list as a bit.
pub const fn bit(list: List) -> u32 {
    1 << list.0
}

/// Remembers the lists of values it has seen: pages repeat few of them many times.
pub struct ClassLists<'a> {
    seen: [(&'a str, u32); ClassLists::PLACES],
}

impl Default for ClassLists<'_> {
    fn default() -> Self {
        ClassLists { seen: [("", 0); ClassLists::PLACES] }
    }
}

impl<'a> ClassLists<'a> {
    /// So many values are remembered; most pages have some hundred.
    const PLACES: usize = 256;

    /// The lists, as bits, that have a word of `post-byline`, `articleByline`, `author_name`.
    pub fn of(&mut self, value: &'a str) -> u32 {
        let byte = |at: usize| usize::from(value.as_bytes().get(at).copied().unwrap_or(0));
        let place = value.len() * 31 + byte(value.len() / 2) * 7 + byte(value.len().wrapping_sub(1));
        let Some(seen) = self.seen.get_mut(place % Self::PLACES) else { return 0 };
        if seen.0 != value {
            *seen = (value, of_class(value));
        }
        seen.1
    }
}

/// The lists, as bits, that have a word of a value of class or id.
pub fn of_class(value: &str) -> u32 {
    let bytes = value.as_bytes();
    let (mut hash, mut length, mut found, mut is_after_small) = (hash::START, 0, 0, false);
    for &byte in bytes.get(..CLASS_BYTES_MAX).unwrap_or(bytes) {
        let is_letter_or_figure = byte.is_ascii_alphanumeric();
        if !is_letter_or_figure || is_after_small && byte.is_ascii_uppercase() {
            if length > 1 {
                found |= of_hash(hash);
            }
            (hash, length) = (hash::START, 0);
        }
        if is_letter_or_figure {
            hash = hash::step(hash, byte | 0x20);
            length += 1;
        }
        is_after_small = byte.is_ascii_lowercase();
    }
    if length > 1 { found | of_hash(hash) } else { found }
}

/// Whether an address is a person's page on the site: `/author/ann-lee`, `/redaktion/autoren/ann-lee`.
pub fn is_of_a_person(address: &str) -> bool {
    /// The folder is at most so many folders above the page.
    const FOLDERS_MAX: usize = 4;
    /// No name of such a folder is longer. Bytes.
    const FOLDER_BYTES_MAX: usize = 12;
    let bytes = address.as_bytes();
    let mut end = bytes.iter().position(|byte| matches!(byte, b'?' | b'#')).unwrap_or(bytes.len());
    while end > 0 && bytes[end - 1] == b'/' {
        end -= 1;
    }
    let mut segments = bytes[..end].rsplit(|&byte| byte == b'/').skip(1).take(FOLDERS_MAX);
    segments.any(|folder| {
        if folder.len() > FOLDER_BYTES_MAX {
            return false;
        }
        let hash = folder.iter().fold(hash::START, |hash, byte| hash::step(hash, byte.to_ascii_lowercase()));
        of_hash(hash) & bit(words::CLASSES_PERSON_PATH) != 0
    })
}

#[inline]
fn of_hash(hash: u32) -> u32 {
    let mut found = 0;
    for entry in lists::places(hash) {
        if usize::from(entry.list) < LISTS {
            found |= 1 << entry.list;
        }
    }
    found
}
