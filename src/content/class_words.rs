//! The words that name an element: those of its class and id, its role and the like, each as a 32-bit hash.
//!
//! Site authors name what a box is for: `article-body`, `related-links`, `cookieBanner`. How much each word speaks for or
//! against the article is learned (see `weights`), so no list of words stands here.

use crate::page::{Attr, NodeId, Page, Tag};
use crate::text::{hash, search};

/// Class and id values longer than this are cut, in bytes: real ones are short, hostile ones are megabytes.
pub const NAME_BYTES_MAX: usize = 600;
/// Shorter words say nothing, and longer ones are known by so many letters.
const WORD_BYTES_MIN: usize = 2;
const WORD_BYTES_MAX: usize = 24;

/// Calls `each` with the hash of every word that names the element, the tag's own name first.
#[inline(never)]
pub fn of_element(page: &Page, node: NodeId, each: &mut dyn FnMut(u32)) {
    each_name(page, node, |name, value| of_name(name, value, each));
}

/// What kind of name a text is: the mark before its words. A tag's name is [`TAG`].
pub type Name = u8;

/// The mark before the name of a tag.
pub const TAG: Name = b'<';

/// Calls `each` with every name of the element, the tag's own first.
#[inline]
pub fn each_name<'a>(page: &'a Page, node: NodeId, mut each: impl FnMut(Name, &'a str)) {
    let tag = page.tag(node);
    if tag != Tag::Other {
        each(TAG, tag.name());
    }
    for (attr, value) in page.attrs(node) {
        let name = match attr {
            Attr::Class | Attr::Id | Attr::DataTestid | Attr::DataComponent | Attr::DataType | Attr::TagName => 0,
            Attr::ItemProp | Attr::Property => b'@',
            Attr::Role => b'=',
            Attr::ItemType | Attr::Typeof => b'#',
            _ => continue,
        };
        each(name, value);
    }
}

/// Calls `each` with the hash of every word of a name.
#[inline(never)]
pub fn of_name(name: Name, value: &str, each: &mut dyn FnMut(u32)) {
    let value = if name == b'#' { search::after_last(value, b'/') } else { value };
    match name {
        TAG => each(hash(b"<", value.as_bytes())),
        0 => split(value, hash::START, each),
        mark => split(value, hash(&[mark], b""), each),
    }
}

/// Splits `sideBar__item-2` into `side`, `bar`, `item`, lower-case, and calls `each` with the hash of every word behind a mark,
/// of which `start` is the hash.
#[inline(never)]
pub fn split(value: &str, start: u32, each: &mut dyn FnMut(u32)) {
    let bytes = value.as_bytes();
    let (mut hash, mut len, mut is_after_small) = (start, 0, false);
    for &byte in bytes.get(..NAME_BYTES_MAX).unwrap_or(bytes) {
        let small = byte | 0x20;
        let is_letter = small.is_ascii_lowercase();
        if !is_letter || is_after_small && byte != small {
            if len >= WORD_BYTES_MIN {
                each(hash);
            }
            (hash, len) = (start, 0);
        }
        if is_letter {
            if len < WORD_BYTES_MAX {
                hash = hash::step(hash, small);
            }
            len += 1;
        }
        is_after_small = is_letter && byte == small;
    }
    if len >= WORD_BYTES_MIN {
        each(hash);
    }
}

/// FNV-1a, 32 bits. A collision costs a little accuracy and nothing else.
pub fn hash(prefix: &[u8], word: &[u8]) -> u32 {
    prefix.iter().chain(word).fold(hash::START, |hash, &byte| hash::step(hash, byte))
}
