//! The article's content: pieces in document order over two buffers. Every attribute comes in through one gate, [`safe`].

use super::{safe, text};
use crate::page::{Attr, Tag, url};
use crate::text::decimal;
use std::ops::Range;

/// A place in one of the body's buffers, or among its attributes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    from: u32,
    until: u32,
}

impl Span {
    fn range(self) -> Range<usize> {
        self.from as usize..self.until as usize
    }
}

/// One step of the article in document order: its content as events, so that no writer needs recursion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// An allow-listed element begins, with its attributes: [`Body::attrs`]. Void elements (`br`, `hr`, `img`) have no `Close`.
    Open(Tag, Span),
    /// Text, white space as it is to be shown: [`Body::text`].
    Text(Span),
    /// The innermost open element ends.
    Close,
}

/// The content of an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Body {
    /// In document order, balanced.
    pub(super) pieces: Vec<Piece>,
    attrs: Vec<(Attr, Span)>,
    /// All text, one piece after another: text that grows at the end of the buffer grows in its piece.
    text: String,
    /// All attribute values.
    values: String,
    /// The attributes from here on wait for the element that begins next.
    waiting: u32,
}

impl Body {
    /// The pieces in document order.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The text of a piece.
    pub fn text(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// The attributes of a piece with their values.
    pub fn attrs(&self, span: Span) -> impl Iterator<Item = (Attr, &str)> {
        let attrs = self.attrs.get(span.range()).unwrap_or_default();
        attrs.iter().map(|&(attr, value)| (attr, self.values.get(value.range()).unwrap_or_default()))
    }

    /// One attribute's value, empty where the piece has none.
    pub fn attr(&self, span: Span, wanted: Attr) -> &str {
        for (attr, value) in self.attrs(span) {
            if attr == wanted {
                return value;
            }
        }
        ""
    }

    /// Adds an attribute to the element that begins next, if that may have it.
    pub(super) fn add(&mut self, tag: Tag, attr: Attr, value: &str) -> bool {
        let from = self.values.len();
        self.values.push_str(value);
        self.admit(tag, attr, from)
    }

    /// Adds an attribute that is a number.
    pub(super) fn add_number(&mut self, tag: Tag, attr: Attr, number: i32) {
        let from = self.values.len();
        decimal::push(&mut self.values, number);
        self.admit(tag, attr, from);
    }

    /// Adds an address, made absolute where it can be, if the element may have it.
    pub(super) fn add_address(&mut self, tag: Tag, attr: Attr, base: &str, raw: &str) -> bool {
        let raw = raw.trim();
        if safe::is_raster_data(raw) {
            return self.add(tag, attr, raw);
        }
        let from = self.values.len();
        url::push_resolved(&mut self.values, base, raw);
        self.admit(tag, attr, from)
    }

    fn admit(&mut self, tag: Tag, attr: Attr, from: usize) -> bool {
        let allowed = safe::allows_attr(tag, attr, self.values.get(from..).unwrap_or_default());
        if allowed {
            self.attrs.push((attr, Span { from: from as u32, until: self.values.len() as u32 }));
        } else {
            self.values.truncate(from);
        }
        allowed
    }

    /// The attributes that wait, now the caller's.
    pub(super) fn take_attrs(&mut self) -> Span {
        let span = Span { from: self.waiting, until: self.attrs.len() as u32 };
        self.waiting = span.until;
        span
    }

    /// Drops the attributes that wait.
    pub(super) fn drop_attrs(&mut self) {
        self.attrs.truncate(self.waiting as usize);
    }

    /// The attributes `first` followed by `second`, which are some of the last that were taken.
    pub(super) fn join_attrs(&mut self, first: Span, second: Span) -> Span {
        let from = self.attrs.len();
        for span in [first, second] {
            self.attrs.extend_from_within(span.range());
        }
        self.waiting = self.attrs.len() as u32;
        Span { from: from as u32, until: self.waiting }
    }

    /// Begins an element.
    pub(super) fn open(&mut self, tag: Tag, attrs: Span) {
        self.pieces.push(Piece::Open(tag, attrs));
    }

    /// Ends the innermost element.
    pub(super) fn close(&mut self) {
        self.pieces.push(Piece::Close);
    }

    /// Adds text, to the last piece if that is text.
    pub(super) fn push_text(&mut self, text: &str) {
        let from = self.text.len() as u32;
        self.text.push_str(text);
        let until = self.text.len() as u32;
        match self.pieces.last_mut() {
            Some(Piece::Text(last)) if last.until == from => last.until = until,
            _ => self.pieces.push(Piece::Text(Span { from, until })),
        }
    }

    /// One past the piece that closes the element opened at `from`.
    pub(super) fn end_of(&self, from: usize) -> usize {
        let mut depth = 0u32;
        for (at, piece) in self.pieces.iter().enumerate().skip(from) {
            match piece {
                Piece::Open(tag, _) if !safe::is_void(*tag) => depth += 1,
                Piece::Close => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                return at + 1;
            }
        }
        self.pieces.len()
    }

    /// The first start of such an element from a piece on.
    pub(super) fn find_open(&self, tag: Tag, from: usize) -> Option<usize> {
        let is_start = |piece: &Piece| matches!(piece, Piece::Open(of, _) if *of == tag);
        self.pieces.get(from..)?.iter().position(is_start).map(|at| from + at)
    }

    /// The text of a run of pieces, with spaces where elements meet.
    pub(super) fn text_in(&self, range: Range<usize>) -> String {
        text::write(self, range)
    }

    /// Calls `each` with the texts of a range of pieces, one after another.
    #[inline(never)]
    pub(super) fn each_text<'a>(&'a self, range: Range<usize>, each: &mut dyn FnMut(&'a str)) {
        for &piece in self.part(range) {
            if let Piece::Text(text) = piece {
                each(self.text(text));
            }
        }
    }

    /// The pieces of a range, which may be none.
    #[inline(never)]
    pub(super) fn part(&self, range: Range<usize>) -> &[Piece] {
        self.pieces.get(range).unwrap_or_default()
    }

    /// Draws the paragraph at `from..until` into the figure that ends right before it: as its caption, or as a further line of the
    /// caption that ends with it.
    pub(super) fn draw_in(&mut self, from: usize, until: usize, has_caption: bool) {
        let (first, ends) = if has_caption { (Tag::Br, 2) } else { (Tag::Figcaption, 1) };
        let Some(part) = from.checked_sub(ends).and_then(|start| self.pieces.get_mut(start..until)) else { return };
        part.rotate_left(ends);
        if let Some(piece) = part.first_mut() {
            *piece = Piece::Open(first, Span::default());
        }
        if has_caption {
            // A line break has no end.
            self.pieces.remove(until - 1);
        }
    }

    /// Takes out ranges of pieces, which must be balanced, in order and apart.
    pub(super) fn remove(&mut self, ranges: &[Range<usize>]) {
        let (mut kept, mut at) = (0, 0);
        for gap in ranges.iter().chain([&(self.pieces.len()..0)]) {
            if at <= gap.start {
                self.pieces.copy_within(at..gap.start, kept);
                kept += gap.start - at;
            }
            at = gap.end;
        }
        self.pieces.truncate(kept);
    }
}
