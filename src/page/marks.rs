//! What is asked of nodes again and again, as bits, found once when the page is built: whether an element is marked as not
//! shown, what its inline style does, whether a text is nothing but white space.

use super::{Attr, Display, Layout, Position};

/// The bits of one node.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks(u16);

impl Marks {
    /// An element whose inline style says `display: none`, or `visibility: hidden`.
    const NO_DISPLAY: u16 = 1;
    const INVISIBLE: u16 = 1 << 1;
    /// An element with the attribute `hidden`.
    const HIDDEN: u16 = 1 << 2;
    /// An element that the server sent late, hidden until a script moves it to its place (React's streaming:
    /// `<div hidden id="S:1">`). Where no script ran, it is the text itself.
    const STREAMED: u16 = 1 << 3;
    /// An element that a browser does not show.
    const NOT_DRAWN: u16 = 1 << 4;
    /// An element that counts as hidden though it may be seen, or the other way round.
    const WITHHELD: u16 = 1 << 5;
    const SHOWN: u16 = 1 << 6;
    /// An element with layout facts.
    const LAID_OUT: u16 = 1 << 7;
    /// An element whose inline style takes away scrolling, sharpness or height.
    const LOCKS: u16 = 1 << 8;
    /// An inline element that is laid out on lines of its own, or apart from its neighbours in the line.
    const LINE: u16 = 1 << 9;
    const APART: u16 = 1 << 10;
    /// A text of white space alone.
    const BLANK: u16 = 1 << 11;
    /// An inline element whose text is not for eyes.
    const UNSEEN: u16 = 1 << 14;
    /// Two bits: the place in [`POSITIONS`] of what the inline style says, plus one.
    const POSITION_SHIFT: u32 = 12;

    fn has(self, mark: u16) -> bool {
        self.0 & mark != 0
    }

    fn set(&mut self, mark: u16, holds: bool) {
        self.0 = if holds { self.0 | mark } else { self.0 & !mark };
    }

    pub(super) fn is_hidden(self) -> bool {
        self.has(Self::WITHHELD)
            || !self.has(Self::SHOWN)
                && (self.has(Self::NO_DISPLAY | Self::INVISIBLE | Self::NOT_DRAWN | Self::UNSEEN)
                    || self.has(Self::HIDDEN) && !self.is_streamed())
    }

    pub(super) fn is_withheld(self) -> bool {
        self.has(Self::WITHHELD)
    }

    pub(super) fn withhold(&mut self) {
        self.set(Self::WITHHELD, true);
    }

    pub(super) fn show(&mut self) {
        self.set(Self::SHOWN, true);
    }

    pub(super) fn set_unseen(&mut self) {
        self.set(Self::UNSEEN, true);
    }

    pub(super) fn is_line(self) -> bool {
        self.has(Self::LINE)
    }

    pub(super) fn is_apart(self) -> bool {
        self.has(Self::APART)
    }

    pub(super) fn set_display(&mut self, display: Display) {
        self.set(Self::LINE, display == Display::Line);
        self.set(Self::APART, display == Display::Apart);
    }

    pub(super) fn has_layout(self) -> bool {
        self.has(Self::LAID_OUT)
    }

    pub(super) fn locks(self) -> bool {
        self.has(Self::LOCKS)
    }

    pub(super) fn is_blank(self) -> bool {
        self.has(Self::BLANK)
    }

    /// Where the inline style places the element.
    pub(super) fn position(self) -> Option<Position> {
        let at = usize::from(self.0 >> Self::POSITION_SHIFT & 3).checked_sub(1)?;
        POSITIONS.get(at).map(|&(_, position)| position)
    }

    pub(super) fn of_text(text: &str) -> Marks {
        // Most white space is line breaks and spaces between elements: bytes are faster than characters.
        let spaces = text.bytes().take_while(|byte| matches!(byte, b' ' | b'\n' | b'\t' | b'\r')).count();
        let rest = text.get(spaces..).unwrap_or_default();
        Marks(if rest.chars().all(char::is_whitespace) { Self::BLANK } else { 0 })
    }

    pub(super) fn add_attr(&mut self, attr: Attr, value: &str) {
        match attr {
            Attr::Hidden => self.set(Self::HIDDEN, value != "until-found"),
            Attr::Id => self.set(Self::STREAMED, value.starts_with("S:")),
            Attr::Style => value.as_bytes().split(|&byte| byte == b';').for_each(|declaration| self.add_style(declaration)),
            _ => {}
        }
    }

    pub(super) fn set_layout(&mut self, layout: &Layout) {
        self.set(Self::LAID_OUT, true);
        self.set_drawn(!layout.hidden);
    }

    pub(super) fn is_drawn(self) -> bool {
        !self.has(Self::NOT_DRAWN)
    }

    /// Whether it was sent late and hidden.
    pub(super) fn is_streamed(self) -> bool {
        self.has(Self::HIDDEN) && self.has(Self::STREAMED)
    }

    pub(super) fn set_drawn(&mut self, is_drawn: bool) {
        self.set(Self::NOT_DRAWN, !is_drawn);
    }

    fn add_style(&mut self, declaration: &[u8]) {
        let Some(colon) = declaration.iter().position(|&byte| byte == b':') else { return };
        let (name, value) = (declaration[..colon].trim_ascii(), declaration[colon + 1..].trim_ascii());
        let value = value.split(|&byte| byte == b'!').next().unwrap_or_default().trim_ascii_end();
        let is = |said: &[u8]| value.eq_ignore_ascii_case(said);
        let starts = |start: &[u8]| value.get(..start.len()).is_some_and(|said| said.eq_ignore_ascii_case(start));
        // Of several declarations the last counts.
        // As a text: a match on bytes is written out byte by byte, 1.5 KB of wasm.
        let name = name.to_ascii_lowercase();
        match std::str::from_utf8(&name).unwrap_or_default() {
            "display" => self.set(Self::NO_DISPLAY, is(b"none")),
            "visibility" => self.set(Self::INVISIBLE, is(b"hidden")),
            "position" => {
                let at = POSITIONS.iter().position(|(name, _)| starts(name)).map_or(0, |at| at + 1);
                self.set(3 << Self::POSITION_SHIFT, false);
                self.set((at as u16) << Self::POSITION_SHIFT, true);
            }
            "filter" | "-webkit-filter" if starts(b"blur") => self.set(Self::LOCKS, true),
            "overflow" | "overflow-y" if starts(b"hidden") || starts(b"clip") => self.set(Self::LOCKS, true),
            "user-select" | "-webkit-user-select" if starts(b"none") => self.set(Self::LOCKS, true),
            "-webkit-line-clamp" | "line-clamp" | "max-height" | "mask-image" | "-webkit-mask-image" if !is(b"none") => {
                self.set(Self::LOCKS, true);
            }
            _ => {}
        }
    }
}

/// The values of `position` that take a box out of the flow or let it stay in view.
const POSITIONS: [(&[u8], Position); 3] =
    [(b"fixed", Position::Fixed), (b"sticky", Position::Sticky), (b"absolute", Position::Absolute)];

#[cfg(test)]
mod tests {
    use super::*;

    fn style(style: &str) -> Marks {
        let mut marks = Marks::default();
        marks.add_attr(Attr::Style, style);
        marks
    }

    #[test]
    fn inline_styles_hide_place_and_lock() {
        for hides in ["display:none", "color: red; DISPLAY : none !important", "visibility:hidden;"] {
            assert!(style(hides).is_hidden(), "{hides}");
        }
        for shows in ["", "display:block", "display", "content:'display:none'", "display:none;display:block"] {
            assert!(!style(shows).is_hidden(), "{shows}");
        }
        assert_eq!(style("top:0;Position: FIXED !important").position(), Some(Position::Fixed));
        assert_eq!(style("position:-webkit-sticky;position:sticky").position(), Some(Position::Sticky));
        assert_eq!(style("position:relative").position(), None);
        for locks in ["overflow: hidden", "filter:blur(4px)", "max-height:200px", "-webkit-line-clamp: 3"] {
            assert!(style(locks).locks(), "{locks}");
        }
        assert!(!style("overflow:auto;max-height:none;filter:none").locks());
    }

    #[test]
    fn texts_of_white_space_are_blank() {
        for (text, blank) in [("", true), (" \n\t", true), ("\u{a0} \u{2003}", true), (" a", false), ("\n é", false)] {
            assert_eq!(Marks::of_text(text).is_blank(), blank, "{text:?}");
        }
    }
}
