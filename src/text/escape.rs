//! Text copied with a few characters written otherwise: the one loop behind all that escapes, unescapes or cleans while it writes.

use super::search;

/// First bytes of the characters that are written otherwise, as bits.
pub type Stops = [u64; 4];

/// Appends a text. Where a character begins with one of the bytes, `write` is given what is written so far and the rest of the
/// text; it may write, and says how many bytes of the text that stands for.
///
/// ```
/// use limpid::text::escape::copy;
/// let mut out = String::new();
/// copy(&mut out, "sea & sand", &[1 << b'&', 0, 0, 0], &mut |out, _| {
///     out.push_str("and");
///     1
/// });
/// assert_eq!(out, "sea and sand");
/// ```
#[inline(never)]
pub fn copy(out: &mut String, text: &str, stops: &Stops, write: &mut dyn FnMut(&mut String, &str) -> usize) {
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        if stops[usize::from(byte >> 6)] >> (byte & 63) & 1 == 1 && at >= from {
            out.push_str(text.get(from..at).unwrap_or_default());
            from = at + write(out, text.get(at..).unwrap_or_default());
        }
    }
    out.push_str(text.get(from..).unwrap_or_default());
}

/// Appends a text with some characters replaced: each entry of `names`, a tab between two, is a character and what is written
/// for it.
///
/// ```
/// use limpid::text::escape::replace;
/// let mut out = String::new();
/// replace(&mut out, "a < b", "<&lt;\t>&gt;");
/// assert_eq!(out, "a &lt; b");
/// ```
#[inline(never)]
pub fn replace(out: &mut String, text: &str, names: &str) {
    let (mut stops, mut last) = ([0; 4], b'\t');
    for byte in names.bytes() {
        if last == b'\t' {
            stops[usize::from(byte >> 6)] |= 1 << (byte & 63);
        }
        last = byte;
    }
    copy(out, text, &stops, &mut |out, rest| {
        let c = rest.chars().next().unwrap_or_default();
        let mut last = '\t';
        for (at, known) in names.char_indices() {
            if known == c && last == '\t' {
                out.push_str(search::until(names.get(at + c.len_utf8()..).unwrap_or_default(), "\t"));
                return c.len_utf8();
            }
            last = known;
        }
        0
    });
}
