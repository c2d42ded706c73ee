//! The selectors of a list, as far as they may match anything on the page: most of a sheet is for elements of other pages.

use super::signs::{self, Kind};
use crate::text::filter::Filter;
use crate::text::hash;

/// Tells the selectors of a list whose classes, ids and tags are all among the page's `names`. Commas within brackets do not
/// part selectors, and names within brackets need not be met.
pub fn on_page<'a>(list: &'a str, names: &Filter, mut tell: impl FnMut(&'a str)) {
    let (mut from, mut depth, mut may_match) = (0, 0_i32, true);
    let mut name = Name::default();
    let mut before = b' ';
    for (at, &byte) in list.as_bytes().iter().enumerate() {
        let was_in_name = name.kind.is_some();
        if !name.goes_on(byte) {
            may_match &= name.take().is_none_or(|hash| names.may_have(hash));
        }
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth -= 1,
            b',' if depth == 0 => {
                if may_match {
                    tell(&list[from..at]);
                }
                (from, may_match) = (at + 1, true);
            }
            _ if depth != 0 || was_in_name && name.kind.is_some() => {}
            b'.' => name.begin(Kind::Class),
            b'#' => name.begin(Kind::Id),
            b'a'..=b'z' | b'A'..=b'Z' if is_before_tag(before) => {
                name.begin(Kind::Tag);
                name.goes_on(byte);
            }
            _ => {}
        }
        before = byte;
    }
    if name.take().is_none_or(|hash| names.may_have(hash)) && may_match {
        tell(&list[from..]);
    }
}

/// A name that is being read; there is none without a kind.
#[derive(Default)]
struct Name {
    kind: Option<Kind>,
    hash: u32,
    is_escaped: bool,
}

impl Name {
    fn begin(&mut self, kind: Kind) {
        *self = Name { kind: Some(kind), hash: signs::start(kind), is_escaped: false };
    }

    /// Takes one more byte where it is of the name. A name with other letters than those of ASCII is not read to its end.
    fn goes_on(&mut self, byte: u8) -> bool {
        let Some(kind) = self.kind else { return true };
        if !byte.is_ascii() {
            self.kind = None;
            return true;
        }
        let goes_on = self.is_escaped || byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'\\');
        self.is_escaped = byte == b'\\' && !self.is_escaped;
        if goes_on && byte != b'\\' {
            self.hash = hash::step(self.hash, signs::folded(kind, byte));
        }
        goes_on
    }

    /// The hash of the name that ends, if there is one.
    fn take(&mut self) -> Option<u32> {
        self.kind.take().map(|_| self.hash)
    }
}

/// Whether a letter behind this sign begins the name of a tag.
fn is_before_tag(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b',' | b'>' | b'+' | b'~')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(list: &str, expected: &[&str]) {
        let on_page = [(Kind::Tag, "div"), (Kind::Tag, "p"), (Kind::Class, "a"), (Kind::Class, "sm:b"), (Kind::Id, "c")];
        let names: Filter = on_page.iter().map(|&(kind, name)| signs::of_name(kind, name)).collect();
        let mut told = Vec::new();
        super::on_page(list, &names, |selector| told.push(selector));
        assert_eq!(told, expected, "{list}");
    }

    #[test]
    fn selectors_of_other_pages_are_passed_over() {
        check("div, .x, p.a,.a .x,#c>p, DIV", &["div", " p.a", "#c>p", " DIV"]);
        check(".x", &[]);
        check("section p,div>p", &["div>p"]);
        check("", &[""]);
    }

    #[test]
    fn what_stands_in_brackets_need_not_be_met() {
        check("div:not(.x, .y), p[x='.z'], :is(ul) .a", &["div:not(.x, .y)", " p[x='.z']", " :is(ul) .a"]);
        check(".a:hover,p::before,*", &[".a:hover", "p::before", "*"]);
    }

    #[test]
    fn names_are_read_as_they_are_written() {
        check(r".sm\:b,.sm\:c", &[r".sm\:b"]);
        check(".é,.aé,p.é", &[".é", ".aé", "p.é"]);
    }
}
