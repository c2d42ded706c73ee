//! The tape that `walk.js` writes, read back as a page. A tape that is cut or wrong gives a smaller page, never a panic.

use crate::page::{Attr, Page, PageBuilder, Tag};
use std::ops::Range;

const TEXT: u32 = 0;
const OPEN: u32 = 1;
const CLOSE: u32 = 2;
/// Bits of a step that say which of these it is.
const STEP_BITS: u32 = 2;
/// Bits of an element's step below the number of its attributes.
const ELEMENT_BITS: u32 = 10;
/// Bits of an attribute's step that say which it is.
const ATTRIBUTE_BITS: u32 = 7;

/// The names of elements and of attributes, a line each. On the tape a name is its place in its line, counted from 1; 0 is an
/// element that is spelled out, and the attribute in which it is.
///
/// ```
/// let names = limpid::web::tape::names();
/// let (elements, attributes) = names.split_once('\n').unwrap();
/// assert!(elements.starts_with("a abbr ") && attributes.starts_with("alt "));
/// ```
pub fn names() -> String {
    let mut lines = String::new();
    for (at, tag) in Tag::ALL.iter().enumerate() {
        lines += if at == 0 { "" } else { " " };
        lines += tag.name();
    }
    for (at, attr) in Attr::ALL.iter().enumerate() {
        lines += if at == 0 { "\n" } else { " " };
        lines += attr.name();
    }
    lines
}

/// Unpacks a tape; `tape.js` says how it is packed. The strings stand in `text` one after another.
///
/// ```
/// use limpid::page::Tag;
/// use limpid::web::tape::{open, page};
/// let page = page(&[open(Tag::P, 0), 3 << 2, open(Tag::B, 0), 2 << 2, (2 << 2) + 2], "Où 🛶".into());
/// assert_eq!(page.text_of(page.first(Tag::P).unwrap()), "Où 🛶");
/// assert_eq!(page.text_of(page.first(Tag::B).unwrap()), "🛶");
/// ```
pub fn page(tape: &[u32], text: Vec<u8>) -> Page {
    // The walk's own encoder wrote it.
    let text = String::from_utf8(text).unwrap_or_default();
    let mut cut = Cut { ascii: text.is_ascii(), at: 0, owed: 0 };
    let mut builder = PageBuilder::over(text);
    let mut tape = tape.iter().copied();
    while let Some(step) = tape.next() {
        let told = step >> STEP_BITS;
        match step & ((1 << STEP_BITS) - 1) {
            TEXT => {
                let range = cut.next(builder.buffer(), told);
                builder.text_at(range);
            }
            OPEN => {
                builder.open_tag(tag_of(told & ((1 << (ELEMENT_BITS - STEP_BITS)) - 1)));
                for step in tape.by_ref().take((step >> ELEMENT_BITS) as usize) {
                    let range = cut.next(builder.buffer(), step >> ATTRIBUTE_BITS);
                    builder.attr_at(attr_of(step & ((1 << ATTRIBUTE_BITS) - 1)), range);
                }
            }
            CLOSE => (0..told.min(builder.depth())).for_each(|_| builder.close()),
            _ => break,
        }
    }
    builder.finish()
}

/// The step of an element, as the walk packs it.
pub fn open(tag: Tag, attributes: u32) -> u32 {
    let place = Tag::ALL.iter().position(|&of| of == tag).map_or(0, |at| at as u32 + 1);
    OPEN + (place << STEP_BITS) + (attributes << ELEMENT_BITS)
}

fn tag_of(place: u32) -> Tag {
    place.checked_sub(1).and_then(|at| Tag::ALL.get(at as usize)).copied().unwrap_or(Tag::Other)
}

fn attr_of(place: u32) -> Attr {
    place.checked_sub(1).and_then(|at| Attr::ALL.get(at as usize)).copied().unwrap_or(Attr::TagName)
}

/// Cuts the text into its strings, front to back.
struct Cut {
    ascii: bool,
    at: usize,
    /// Units of the next string that the last one took: the second half of a character that JavaScript had cut in two.
    owed: u32,
}

impl Cut {
    fn next(&mut self, text: &str, units: u32) -> Range<usize> {
        let wanted = units.saturating_sub(self.owed);
        self.owed = self.owed.saturating_sub(units);
        let from = self.at;
        let rest = text.as_bytes().get(from..).unwrap_or_default();
        let plain = rest.get(..wanted as usize).is_some_and(|bytes| self.ascii || bytes.is_ascii());
        if plain {
            self.at += wanted as usize;
            return from..self.at;
        }
        let mut missing = wanted as usize;
        // A unit takes a byte at least, so no round takes too many but for the half of a character.
        while let Some(bytes) = text.as_bytes().get(self.at..).filter(|bytes| missing > 0 && !bytes.is_empty()) {
            let bytes = &bytes[..missing.min(bytes.len())];
            let units = units_in(bytes);
            self.at += bytes.len();
            self.owed += units.saturating_sub(missing) as u32;
            missing = missing.saturating_sub(units);
        }
        while !text.is_char_boundary(self.at) {
            self.at += 1;
        }
        from..self.at
    }
}

/// The UTF-16 units of the characters that begin in a piece of UTF-8: one for every byte that begins one, and another for those
/// of four bytes.
fn units_in(bytes: &[u8]) -> usize {
    const LOWEST: u64 = 0x0101_0101_0101_0101;
    let (words, rest) = bytes.as_chunks::<8>();
    let mut units = bytes.len() + rest.iter().filter(|&&byte| byte >= 0xF0).count();
    units -= rest.iter().filter(|&&byte| byte & 0xC0 == 0x80).count();
    for word in words {
        let word = u64::from_le_bytes(*word);
        let begins_long = word >> 7 & word >> 6;
        units -= (word >> 7 & !(word >> 6) & LOWEST).count_ones() as usize;
        units += (begins_long & word >> 5 & word >> 4 & LOWEST).count_ones() as usize;
    }
    units
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a tape gives: a name an element, the text of text nodes, `/` for an end.
    #[track_caller]
    fn check(tape: &[u32], text: &str, expected: &[&str]) {
        let page = page(tape, text.into());
        let shown = |node| if page.tag(node) == Tag::Text { page.text(node) } else { page.tag(node).name() };
        assert_eq!(page.nodes().skip(1).map(shown).collect::<Vec<_>>(), expected);
    }

    fn text(units: u32) -> u32 {
        TEXT + (units << STEP_BITS)
    }

    fn close(elements: u32) -> u32 {
        CLOSE + (elements << STEP_BITS)
    }

    fn class(units: u32) -> u32 {
        let place = Attr::ALL.iter().position(|&attr| attr == Attr::Class).unwrap() as u32 + 1;
        place + (units << ATTRIBUTE_BITS)
    }

    #[test]
    fn all_names_have_a_place() {
        assert!(Tag::ALL.len() < 1 << (ELEMENT_BITS - STEP_BITS) && Attr::ALL.len() < 1 << ATTRIBUTE_BITS);
        assert_eq!((tag_of(0), attr_of(0)), (Tag::Other, Attr::TagName));
        let names = names();
        let lines: Vec<Vec<&str>> = names.lines().map(|line| line.split(' ').collect()).collect();
        for (at, name) in lines[0].iter().enumerate() {
            assert_eq!(tag_of(at as u32 + 1).name(), *name);
        }
        for (at, name) in lines[1].iter().enumerate() {
            assert_eq!(attr_of(at as u32 + 1).name(), *name);
        }
    }

    #[test]
    fn strings_are_cut_by_utf16_units() {
        let page = [open(Tag::P, 1), class(2), text(3), close(1), text(1)];
        check(&page, "éàx🛶z", &["p", "x🛶", "z"]);
    }

    #[test]
    fn a_character_cut_in_two_stays_whole_and_shifts_nothing() {
        check(&[text(2), text(1), text(2)], "a🛶bc", &["a🛶", "", "bc"]);
    }

    #[test]
    fn units_are_those_of_utf16() {
        let long = "Où 🛶 — “naïve” 語 ".repeat(9);
        for end in long.char_indices().map(|(at, _)| at) {
            let part = &long[..end];
            assert_eq!(units_in(part.as_bytes()), part.encode_utf16().count());
            check(&[text(part.encode_utf16().count() as u32), text(1)], &format!("{part}x"), &[part, "x"]);
        }
    }

    #[test]
    fn a_wrong_tape_is_forgiven() {
        check(&[text(99)], "abc", &["abc"]);
        check(&[open(Tag::P, 0) + (u32::MAX << ELEMENT_BITS), class(1)], "abc", &["p"]);
        check(&[u32::MAX << STEP_BITS | OPEN], "", &["#other"]);
        check(&[open(Tag::Other, 0), close(u32::MAX >> STEP_BITS), close(1), text(1)], "é", &["#other", "é"]);
        check(&[3, text(1)], "a", &[]);
        check(&[text(0)], "a", &[""]);
    }
}
