//! Values of meta tags and structured data as plain text.

use crate::page::push_folded;

/// Longer values are cut here, in bytes: no title, name or description is that long.
const VALUE_BYTES_MAX: usize = 4000;

/// The value without markup, character references read once, white space folded.
///
/// ```
/// assert_eq!(limpid::metadata::plain("Fish &amp; <em>chips</em>\n"), "Fish & chips");
/// ```
pub fn plain(value: &str) -> String {
    let value = head(value, VALUE_BYTES_MAX);
    let bare = if value.contains('<') { without_tags(value) } else { value.to_owned() };
    let text = if bare.contains('&') { unescaped(&bare) } else { bare };
    let mut out = String::new();
    push_folded(&mut out, &text);
    out.truncate(out.trim_end().len());
    out
}

/// The first bytes of a text, cut where a character ends.
pub fn head(text: &str, bytes_max: usize) -> &str {
    let cut = (0..=bytes_max.min(text.len())).rev().find(|&at| text.is_char_boundary(at));
    &text[..cut.unwrap_or(0)]
}

fn without_tags(value: &str) -> String {
    let mut out = String::new();
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        let is_tag = after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
        match after.split_once('>').filter(|_| is_tag) {
            Some((_, after)) => rest = after,
            None => {
                out.push('<');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// Reads character references: numbers, and the names that stand in headlines.
pub fn unescaped(text: &str) -> String {
    /// Longest name that is read, in bytes, with room for a number.
    const NAME_BYTES_MAX: usize = 10;
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let name = after.split(';').next().filter(|name| name.len() < after.len() && name.len() <= NAME_BYTES_MAX);
        match name.and_then(|name| Some((name, character(name)?))) {
            Some((name, character)) => {
                out.push(character);
                rest = &after[name.len() + 1..];
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn character(name: &str) -> Option<char> {
    const NAMES: [(&str, char); 16] = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", ' '),
        ("ndash", '–'),
        ("mdash", '—'),
        ("lsquo", '‘'),
        ("rsquo", '’'),
        ("ldquo", '“'),
        ("rdquo", '”'),
        ("hellip", '…'),
        ("laquo", '«'),
        ("raquo", '»'),
        ("szlig", 'ß'),
    ];
    let Some(number) = name.strip_prefix('#') else {
        return NAMES.iter().find(|(known, _)| *known == name).map(|&(_, character)| character).or_else(|| accented(name));
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code).filter(|c| !c.is_control() || c.is_whitespace())
}

/// `eacute`, `Uuml`: a letter and the name of its mark.
fn accented(name: &str) -> Option<char> {
    const MARKS: [(&str, &str, &str); 7] = [
        ("acute", "aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ"),
        ("grave", "aeiouAEIOU", "àèìòùÀÈÌÒÙ"),
        ("circ", "aeiouAEIOU", "âêîôûÂÊÎÔÛ"),
        ("uml", "aeiouyAEIOU", "äëïöüÿÄËÏÖÜ"),
        ("tilde", "anoANO", "ãñõÃÑÕ"),
        ("cedil", "cC", "çÇ"),
        ("slash", "oO", "øØ"),
    ];
    let letter = name.chars().next()?;
    let (_, letters, marked) = MARKS.iter().find(|(mark, ..)| name.get(letter.len_utf8()..) == Some(mark))?;
    marked.chars().nth(letters.chars().position(|known| known == letter)?)
}
