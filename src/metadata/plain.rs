//! Values of meta tags and structured data as plain text.

use crate::page::push_folded;
pub use crate::text::references::unescaped;
use crate::text::search;
pub use crate::text::search::head;

/// Longer values are cut here, in bytes: no title, name or description is that long.
pub const VALUE_BYTES_MAX: usize = 4000;

/// The value without markup, character references read once, white space folded.
///
/// ```
/// assert_eq!(limpid::metadata::plain("Fish &amp; <em>chips</em>\n"), "Fish & chips");
/// ```
#[inline(never)]
pub fn plain(value: &str) -> String {
    let (bare, read);
    let mut value = head(value, VALUE_BYTES_MAX);
    if search::has(value, "<") {
        bare = without_tags(value);
        value = &bare;
    }
    if search::has(value, "&") {
        read = unescaped(value);
        value = &read;
    }
    let mut out = String::with_capacity(value.len());
    push_folded(&mut out, value);
    if out.ends_with(' ') {
        out.pop();
    }
    out
}

fn without_tags(value: &str) -> String {
    let mut out = String::new();
    let mut kept_from = 0;
    let bytes = value.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let is_tag = bytes[at] == b'<' && bytes.get(at + 1).is_some_and(|&b| b.is_ascii_alphabetic() || b == b'/' || b == b'!');
        let length = if is_tag { bytes[at..].iter().position(|&byte| byte == b'>') } else { None };
        if is_tag && length.is_none() {
            break;
        }
        if let Some(length) = length {
            out.push_str(value.get(kept_from..at).unwrap_or_default());
            at += length;
            kept_from = at + 1;
        }
        at += 1;
    }
    out.push_str(value.get(kept_from..).unwrap_or_default());
    out
}
