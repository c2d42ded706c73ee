//! The words that name an element: those of its class and id, its role and the like, each as a 32-bit hash.
//!
//! Site authors name what a box is for: `article-body`, `related-links`, `cookieBanner`. How much each word speaks for or
//! against the article is learned (see `weights`), so no list of words stands here.

use crate::page::{Attr, NodeId, Page, Tag};
use crate::text::search;

/// Class and id values longer than this are cut, in bytes: real ones are short, hostile ones are megabytes.
const NAME_BYTES_MAX: usize = 600;
/// Shorter words say nothing.
const WORD_BYTES_MIN: usize = 2;

/// Calls `each` with the hash of every word that names the element, the tag's own name first.
#[inline(never)]
pub fn of_element(page: &Page, node: NodeId, each: &mut dyn FnMut(u32)) {
    let tag = page.tag(node);
    if tag != Tag::Other {
        each(hash(b"<", tag.name().as_bytes()));
    }
    for (attr, value) in page.attrs(node) {
        match attr {
            Attr::Class | Attr::Id | Attr::DataTestid | Attr::DataComponent | Attr::DataType | Attr::TagName => {
                split(value, &mut |word| each(hash(b"", word)));
            }
            Attr::ItemProp | Attr::Property => split(value, &mut |word| each(hash(b"@", word))),
            Attr::Role => split(value, &mut |word| each(hash(b"=", word))),
            Attr::ItemType | Attr::Typeof => {
                let name = search::after_last(value, b'/');
                split(name, &mut |word| each(hash(b"#", word)));
            }
            _ => {}
        }
    }
}

/// Splits `sideBar__item-2` into `side`, `bar`, `item`, lower-case.
#[inline(never)]
pub fn split(value: &str, each: &mut dyn FnMut(&[u8])) {
    let bytes = &value.as_bytes()[..value.len().min(NAME_BYTES_MAX)];
    let mut word = [0u8; 24];
    let mut len = 0;
    let mut before = b' ';
    for &byte in bytes.iter().chain(std::iter::once(&b' ')) {
        let begins = byte.is_ascii_uppercase() && before.is_ascii_lowercase();
        if (begins || !byte.is_ascii_alphabetic()) && len > 0 {
            if len >= WORD_BYTES_MIN {
                each(&word[..len]);
            }
            len = 0;
        }
        if byte.is_ascii_alphabetic() && len < word.len() {
            word[len] = byte.to_ascii_lowercase();
            len += 1;
        }
        before = byte;
    }
}

/// FNV-1a, 32 bits. A collision costs a little accuracy and nothing else.
pub fn hash(prefix: &[u8], word: &[u8]) -> u32 {
    prefix.iter().chain(word).fold(0x811c_9dc5, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
