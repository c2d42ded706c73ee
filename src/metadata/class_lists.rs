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

/// The lists, as bits, that have a word of a value of class or id.
pub fn of_class(value: &str) -> u32 {
    let bytes = value.as_bytes();
    let (mut hash, mut length, mut found, mut is_after_small) = (hash::START, 0, 0, false);
    for &byte in bytes.get(..CLASS_BYTES_MAX).unwrap_or(bytes) {
        let is_letter_or_figure = byte.is_ascii_alphanumeric();
        if !is_letter_or_figure || is_after_small && byte.is_ascii_uppercase() {
            if length > 1 {
                found |= lists::among(&words::CLASSES, hash);
            }
            (hash, length) = (hash::START, 0);
        }
        if is_letter_or_figure {
            hash = hash::step(hash, byte | 0x20);
            length += 1;
        }
        is_after_small = byte.is_ascii_lowercase();
    }
    if length > 1 { found | lists::among(&words::CLASSES, hash) } else { found }
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
    for folders in 0..=FOLDERS_MAX {
        let from = bytes[..end].iter().rposition(|&byte| byte == b'/').map_or(0, |at| at + 1);
        // The first is the page's own.
        if folders > 0 && (1..=FOLDER_BYTES_MAX).contains(&(end - from)) && !bytes[from].is_ascii_digit() {
            let folder = address.get(from..end).unwrap_or_default();
            if lists::has_word(words::CLASSES_PERSON_PATH, folder) {
                return true;
            }
        }
        if from == 0 {
            return false;
        }
        end = from - 1;
    }
    false
}
