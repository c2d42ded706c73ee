//! The tape that `walk.js` writes, read back as a page. A tape that is cut or wrong gives a smaller page, never a panic.

use crate::page::{Attr, Page, PageBuilder, Tag};
use std::ops::Range;

const TEXT: u32 = 0;
const OPEN: u32 = 1;
const CLOSE: u32 = 2;

/// The number that stands for an element's name on the tape.
///
/// ```
/// use limpid::web::tape::tag_code;
/// assert_ne!(tag_code("article"), tag_code("aside"));
/// assert_eq!(tag_code("x-headline"), tag_code(""));
/// ```
pub fn tag_code(name: &str) -> u32 {
    Tag::from_name(name) as u32
}

/// The number that stands for an attribute's name on the tape, 0 where no stage reads it.
pub fn attr_code(name: &str) -> u32 {
    Attr::from_name(name).map_or(0, |attr| attr as u32)
}

/// Unpacks a tape. The strings stand in `text` one after another; the tape's lengths count UTF-16 units.
///
/// ```
/// use limpid::page::Tag;
/// use limpid::web::tape::{page, tag_code};
/// let (p, b) = (tag_code("p"), tag_code("b"));
/// let page = page(&[1, p, 0, 0, 3, 1, b, 0, 0, 2, 2, 2], "Où 🛶".into());
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
        match step {
            TEXT => {
                let range = cut.next(builder.buffer(), tape.next().unwrap_or(0));
                builder.text_at(range);
            }
            OPEN => {
                builder.open_tag(tag_of(tape.next().unwrap_or(0)));
                for _ in 0..tape.next().unwrap_or(0) {
                    let (Some(code), Some(units)) = (tape.next(), tape.next()) else { break };
                    let range = cut.next(builder.buffer(), units);
                    builder.attr_at(attr_of(code), range);
                }
            }
            CLOSE => builder.close(),
            _ => break,
        }
    }
    builder.finish()
}

/// Tags with a variant of their own follow the three that have none, in the order of [`Tag::ALL`].
fn tag_of(code: u32) -> Tag {
    let first = Tag::Other as u32 + 1;
    code.checked_sub(first).and_then(|at| Tag::ALL.get(at as usize)).copied().unwrap_or(Tag::Other)
}

fn attr_of(code: u32) -> Attr {
    let first = Attr::TagName as u32 + 1;
    code.checked_sub(first).and_then(|at| Attr::ALL.get(at as usize)).copied().unwrap_or(Attr::TagName)
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
        let mut taken = 0;
        for c in text.get(from..).unwrap_or_default().chars() {
            if taken >= wanted {
                break;
            }
            taken += c.len_utf16() as u32;
            self.at += c.len_utf8();
        }
        self.owed += taken.saturating_sub(wanted);
        from..self.at
    }
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

    #[test]
    fn strings_are_cut_by_utf16_units() {
        let p = tag_code("p");
        check(&[OPEN, p, 1, attr_code("class"), 2, TEXT, 3, CLOSE, TEXT, 1], "éàx🛶z", &["p", "x🛶", "z"]);
    }

    #[test]
    fn a_character_cut_in_two_stays_whole_and_shifts_nothing() {
        check(&[TEXT, 2, TEXT, 1, TEXT, 2], "a🛶bc", &["a🛶", "", "bc"]);
    }

    #[test]
    fn a_wrong_tape_is_forgiven() {
        let p = tag_code("p");
        check(&[TEXT, 99], "abc", &["abc"]);
        check(&[OPEN, p, u32::MAX, 1], "abc", &["p"]);
        check(&[OPEN, u32::MAX, 0, CLOSE, CLOSE, CLOSE, TEXT, 1], "é", &["#other", "é"]);
        check(&[77, TEXT, 1], "a", &[]);
        check(&[TEXT], "a", &[""]);
    }
}
