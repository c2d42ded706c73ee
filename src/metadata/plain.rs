//! Values of meta tags and structured data as plain text.

use crate::page::push_folded;
use crate::text::search;

/// Longer values are cut here, in bytes: no title, name or description is that long.
const VALUE_BYTES_MAX: usize = 4000;

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

/// The first bytes of a text, cut where a character ends.
#[inline(never)]
pub fn head(text: &str, bytes_max: usize) -> &str {
    let mut cut = bytes_max.min(text.len());
    loop {
        match text.get(..cut) {
            Some(head) => return head,
            None => cut = cut.saturating_sub(1),
        }
    }
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

/// Reads character references: numbers, and the names that stand in headlines.
#[inline(never)]
pub fn unescaped(text: &str) -> String {
    /// Longest name that is read, in bytes, with room for a number.
    const NAME_BYTES_MAX: usize = 10;
    let mut out = String::with_capacity(text.len());
    let mut kept_from = 0;
    let bytes = text.as_bytes();
    for at in 0..bytes.len() {
        if bytes[at] != b'&' || at < kept_from {
            continue;
        }
        let name = &bytes[at + 1..bytes.len().min(at + 2 + NAME_BYTES_MAX)];
        let name = name.iter().position(|&byte| byte == b';').and_then(|length| text.get(at + 1..at + 1 + length));
        if let Some(name) = name
            && let Some(character) = character(name)
        {
            out.push_str(text.get(kept_from..at).unwrap_or_default());
            out.push(character);
            kept_from = at + name.len() + 2;
        }
    }
    out.push_str(text.get(kept_from..).unwrap_or_default());
    out
}

/// The names of single characters, each with its character before it.
const NAMES: &str =
    "&amp <lt >gt \"quot 'apos \u{a0}nbsp –ndash —mdash ‘lsquo ’rsquo “ldquo ”rdquo …hellip «laquo »raquo ßszlig";
/// The names of marks, each behind the letters that take it, in pairs: the letter, the letter with the mark.
const ACCENTS: &str = "aáeéiíoóuúyýAÁEÉIÍOÓUÚYÝ:acute aàeèiìoòuùAÀEÈIÌOÒUÙ:grave aâeêiîoôuûAÂEÊIÎOÔUÛ:circ \
    aäeëiïoöuüyÿAÄEËIÏOÖUÜ:uml aãnñoõAÃNÑOÕ:tilde cçCÇ:cedil oøOØ:slash";

fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        return number_of(number).and_then(char::from_u32).filter(|c| !c.is_control() || c.is_whitespace());
    }
    for known in search::split(NAMES, " ") {
        let mut chars = known.chars();
        let character = chars.next();
        if chars.as_str() == name {
            return character;
        }
    }
    // `eacute`, `Uuml`: a letter and the name of its mark.
    let mut chars = name.chars();
    let letter = chars.next()?;
    let letters =
        search::split(ACCENTS, " ").into_iter().find_map(|known| known.strip_suffix(chars.as_str())?.strip_suffix(':'))?;
    let mut pairs = letters.chars();
    while let (Some(plain), Some(marked)) = (pairs.next(), pairs.next()) {
        if plain == letter {
            return Some(marked);
        }
    }
    None
}

/// A decimal number, or a hexadecimal one after `x`.
fn number_of(text: &str) -> Option<u32> {
    let hexadecimal = text.strip_prefix(['x', 'X']);
    let radix = if hexadecimal.is_some() { 16 } else { 10 };
    let figures = hexadecimal.unwrap_or(text);
    let mut number: u32 = 0;
    for c in figures.chars() {
        number = number.saturating_mul(radix).saturating_add(c.to_digit(radix)?);
    }
    (!figures.is_empty()).then_some(number)
}
