//! The article as plain text: paragraphs with one blank line between them, list items and table rows on lines of their own,
//! words never glued.

use super::body::{Body, Piece};
use crate::page::Tag;
use crate::text::escape::replace;
use std::ops::Range;

/// Whether captions are part of the text. People who mark what belongs to an article leave most captions out.
const CAPTIONS_IN_TEXT: bool = false;

/// Writes the text of a range of pieces.
pub fn write(body: &Body, range: Range<usize>) -> String {
    let mut writer = Writer { out: String::new(), open: Vec::new(), gap: Gap::None, cells: 0 };
    for &piece in body.part(range) {
        match piece {
            Piece::Open(tag, _) => writer.open(tag),
            Piece::Text(text) => writer.text(body.text(text)),
            Piece::Close => writer.close(),
        }
    }
    writer.out
}

/// What stands between the text so far and the next.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    Space,
    Cell,
    Line,
    Paragraph,
}

struct Writer {
    out: String,
    open: Vec<Tag>,
    gap: Gap,
    /// Table cells that are open.
    cells: u32,
}

impl Writer {
    fn open(&mut self, tag: Tag) {
        self.widen(tag);
        match tag {
            Tag::Br => self.gap = self.gap.max(if self.cells > 0 { Gap::Space } else { Gap::Line }),
            Tag::Rt => self.text("("),
            Tag::Q => self.text("“"),
            _ => {}
        }
        if !super::safe::is_void(tag) {
            self.open.push(tag);
            self.cells += is_cell(tag) as u32;
        }
    }

    fn close(&mut self) {
        let Some(tag) = self.open.pop() else { return };
        match tag {
            Tag::Rt => self.text(")"),
            Tag::Q => self.text("”"),
            _ => {}
        }
        self.cells -= is_cell(tag) as u32;
        self.widen(tag);
    }

    /// The gap before and after an element.
    fn widen(&mut self, tag: Tag) {
        let in_list = || self.open.iter().rev().any(|tag| matches!(tag, Tag::Li | Tag::Dd));
        let gap = match tag {
            Tag::Td | Tag::Th => Gap::Cell,
            Tag::Li | Tag::Tr | Tag::Dt | Tag::Dd | Tag::Mtr => Gap::Line,
            Tag::Ul | Tag::Ol | Tag::Dl | Tag::P if in_list() => Gap::Line,
            _ if tag.is_block() => Gap::Paragraph,
            _ => return,
        };
        // All that is in one cell stays on its row.
        self.gap = self.gap.max(if self.cells > 0 { Gap::Space } else { gap });
    }

    fn text(&mut self, text: &str) {
        let is_silent = match self.open.last() {
            Some(Tag::A) => self.open.iter().rev().nth(1) == Some(&Tag::Figure),
            _ => !CAPTIONS_IN_TEXT && self.open.contains(&Tag::Figcaption),
        };
        if is_silent {
            return;
        }
        if !self.out.is_empty() {
            self.out.push_str(match self.gap {
                Gap::None => "",
                Gap::Space => " ",
                Gap::Cell => "\t",
                Gap::Line => "\n",
                Gap::Paragraph => "\n\n",
            });
        }
        self.gap = Gap::None;
        // In code, a space that does not break may be meant.
        let names = if self.open.contains(&Tag::Pre) { UNSEEN } else { UNSEEN_OR_FIXED };
        replace(&mut self.out, text, names);
    }
}

/// Soft hyphens and zero-width spaces only say where a word may break; they would cut it in two for a search.
const UNSEEN: &str = "\u{ad}\t\u{200b}\t\u{feff}";
/// The same, and the space that does not break.
const UNSEEN_OR_FIXED: &str = "\u{ad}\t\u{200b}\t\u{feff}\t\u{a0} ";

fn is_cell(tag: Tag) -> bool {
    matches!(tag, Tag::Td | Tag::Th)
}
