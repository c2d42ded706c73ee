//! Keeps a tag with a hundred thousand attributes from taking quadratic time: html5ever compares every attribute's name with
//! all before it.

use std::borrow::Cow;

/// Attributes an element may have; what follows in its tag is left out. Honest pages stay below 100. Time grows with the
/// square: 2,000 take 3 ms.
const ATTRS_MAX: usize = 2_000;

/// Elements whose content is text for the tokenizer, so that a `<` in it starts no tag.
pub(super) const RAW: [&str; 10] =
    ["iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea", "title", "xmp"];

/// The page with at most [`ATTRS_MAX`] attributes in each tag; borrowed where nothing had to go.
pub fn bounded(html: &str) -> Cow<'_, str> {
    let mut kept = String::new();
    let mut from = 0;
    let mut at = 0;
    while let Some(start) = html[at..].find('<').map(|found| at + found) {
        let rest = &html[start..];
        let name = tag_name(rest);
        if rest.starts_with("<!--") {
            at = rest.find("-->").map_or(html.len(), |end| start + end);
        } else if name.is_empty() {
            at = start + 1;
        } else {
            let tag = Extent::of(&rest.as_bytes()[1..]);
            at = start + 1 + tag.end;
            if let Some(surplus) = tag.surplus {
                kept.push_str(&html[from..start + 1 + surplus]);
                from = at;
            }
            if RAW.iter().any(|raw| name.eq_ignore_ascii_case(raw)) {
                at += end_of_raw(&html[at..], name);
            }
        }
    }
    if from == 0 {
        return Cow::Borrowed(html);
    }
    kept.push_str(&html[from..]);
    Cow::Owned(kept)
}

/// The name after `<`; empty where no tag starts.
pub(super) fn tag_name(rest: &str) -> &str {
    let name = &rest[1..];
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return "";
    }
    &name[..name.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).unwrap_or(name.len())]
}

/// Where the text of a raw element ends: at its end tag.
pub(super) fn end_of_raw(text: &str, name: &str) -> usize {
    let is_end = |at: &usize| {
        let after = &text.as_bytes()[at + 2..];
        after.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
    };
    text.match_indices("</").map(|(at, _)| at).find(is_end).unwrap_or(text.len())
}

/// The extent of one tag.
pub(super) struct Extent {
    /// The `>` that ends it.
    pub(super) end: usize,
    /// Where the attributes begin that are too many.
    surplus: Option<usize>,
}

impl Extent {
    /// Reads from the tag's name on. Quotes count after `=` only, as the HTML standard has it.
    pub(super) fn of(tag: &[u8]) -> Extent {
        let mut surplus = None;
        let mut quote = None;
        let mut attrs = 0;
        let mut before = 0;
        for (at, &byte) in tag.iter().enumerate() {
            match (quote, byte) {
                (Some(open), _) if open == byte => quote = None,
                (Some(_), _) => continue,
                (None, b'>') => return Extent { end: at, surplus },
                (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
                (None, b'\t' | b'\n' | b'\x0c' | b'\r' | b' ' | b'/') => {
                    if !matches!(before, b' ' | b'=') {
                        attrs += 1;
                    }
                    if attrs > ATTRS_MAX && surplus.is_none() {
                        surplus = Some(at);
                    }
                    before = if before == b'=' { b'=' } else { b' ' };
                    continue;
                }
                _ => {}
            }
            before = byte;
        }
        Extent { end: tag.len(), surplus }
    }
}
