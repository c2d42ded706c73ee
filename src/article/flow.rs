//! Turns what the walk over the page reports into pieces that are well-formed by construction.
//!
//! Blocks and inline elements wait on two stacks until there is something to show, so nothing empty is ever written. Where a
//! block begins inside an inline element, the inline element ends before it and begins again inside. Text that stands
//! where only blocks may stand gets a paragraph, a list item or a caption of its own.

use super::Piece;
use super::seam::Seam;
use crate::page::Tag;

/// Levels of blocks in the article; what is deeper joins the level above. Browsers stop nesting at 512, people far sooner.
const BLOCK_DEPTH_MAX: usize = 48;
/// Inline elements around one text. More keeps emphasis that no reader can tell apart.
const INLINE_DEPTH_MAX: usize = 16;
/// How many times an inline element may begin again in a later block: a link around a whole card list is not a link in the
/// text, and its address need not be repeated without end.
const REOPENED_MAX: u32 = 64;

/// An element's allow-listed attributes.
pub type Attrs = Vec<(&'static str, String)>;

/// The article being written.
#[derive(Default)]
pub struct Flow {
    pieces: Vec<Piece>,
    blocks: Vec<Block>,
    blocks_written: usize,
    inlines: Vec<Inline>,
    inlines_written: usize,
    /// White space since the last text of the line.
    space: Option<char>,
    /// Line breaks since the last text of the line.
    breaks: u32,
    /// Whether the current line has text or an image already.
    in_line: bool,
    /// How far an inline element has ended and another begun since the last text, with nothing between.
    seam: Seam,
    /// An id that waits for the next element.
    anchor: Option<String>,
}

/// Where in the article the walk stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The current line has something to show already.
    pub in_line: bool,
    /// The innermost block.
    pub inside: Option<Tag>,
}

struct Block {
    tag: Tag,
    attrs: Attrs,
    /// The page did not say it: a paragraph around loose text, and the like.
    implied: bool,
    /// It has content, and that content's line has ended.
    line_ended: bool,
}

struct Inline {
    tag: Tag,
    attrs: Attrs,
    opened: u32,
}

impl Flow {
    /// Begins a block. Gives whether it was taken, so that [`Flow::close`] is called only then.
    pub fn open(&mut self, tag: Tag, attrs: Attrs) -> bool {
        self.end_line();
        if !self.make_room_for(tag) {
            return false;
        }
        self.blocks.push(Block { tag, attrs, implied: false, line_ended: false });
        true
    }

    /// Ends the innermost block that was taken.
    pub fn close(&mut self) {
        self.end_line();
        while self.blocks.last().is_some_and(|block| block.implied) {
            self.pop_block();
        }
        self.pop_block();
    }

    /// Ends the line: what follows is another paragraph.
    pub fn end_line(&mut self) {
        if self.in_line && self.holds_one_line() {
            // A heading or a caption cannot hold two paragraphs.
            self.breaks = self.breaks.max(1);
            return;
        }
        self.close_inlines();
        self.space = None;
        self.breaks = 0;
        while self.blocks.last().is_some_and(|block| block.implied && matches!(block.tag, Tag::P | Tag::Li | Tag::Dd)) {
            self.pop_block();
        }
        if self.in_line {
            self.in_line = false;
            self.mark_line_ended();
        }
    }

    /// Notes that an inline element begins; for those that are not opened too, such as `<span>`.
    pub fn note_start(&mut self, tag: Tag) {
        self.seam = self.seam.started(tag);
    }

    /// Notes that such an element ends.
    pub fn note_end(&mut self, tag: Tag) {
        self.seam = Seam::ended(tag);
    }

    /// Begins an inline element. Gives whether it was taken, so that [`Flow::close_inline`] is called only then.
    pub fn open_inline(&mut self, tag: Tag, attrs: Attrs) -> bool {
        if self.inlines.len() >= INLINE_DEPTH_MAX || self.inlines.iter().any(|inline| inline.tag == tag) {
            return false;
        }
        self.inlines.push(Inline { tag, attrs, opened: 0 });
        true
    }

    /// Ends the innermost inline element that was taken.
    pub fn close_inline(&mut self) {
        self.note_end(self.inlines.last().map_or(Tag::Span, |inline| inline.tag));
        if self.inlines_written == self.inlines.len() && self.inlines_written > 0 {
            self.pieces.push(Piece::Close);
            self.inlines_written -= 1;
        }
        self.inlines.pop();
    }

    /// Adds text; runs of white space become one space, or one no-break space where the run is just that.
    pub fn text(&mut self, text: &str) {
        let mut rest = text;
        while !rest.is_empty() {
            let word_end = rest.find(is_space).unwrap_or(rest.len());
            if word_end > 0 {
                if self.would_glue(rest) {
                    self.space = Some(' ');
                }
                if !self.begin_content() {
                    return;
                }
                self.push_text(&rest[..word_end]);
            }
            rest = &rest[word_end..];
            let space_end = rest.find(|c| !is_space(c)).unwrap_or(rest.len());
            if space_end > 0 {
                let lone = self.space.is_none() && &rest[..space_end] == "\u{a0}";
                self.space = Some(if lone { '\u{a0}' } else { ' ' });
            }
            rest = &rest[space_end..];
        }
    }

    /// A `<br>`. Two in a row end the paragraph.
    pub fn line_break(&mut self) {
        self.breaks += 1;
        if self.breaks >= 2 && !self.holds_one_line() {
            self.end_line();
        }
    }

    /// Adds pieces that stand in the line, such as a formula. They must be balanced.
    pub fn inline_leaf(&mut self, pieces: Vec<Piece>) {
        if self.begin_content() {
            self.pieces.extend(pieces);
        }
    }

    /// Adds pieces that stand between paragraphs, such as program code. They must be balanced.
    pub fn block_leaf(&mut self, tag: Tag, pieces: Vec<Piece>) {
        self.end_line();
        if self.make_room_for(tag) {
            self.write_blocks();
            self.pieces.extend(pieces);
            self.mark_line_ended();
        }
    }

    /// Writes the waiting blocks although they are empty: a table cell keeps its place.
    pub fn keep_empty(&mut self) {
        self.write_blocks();
    }

    /// An id for the next element, so that links inside the article have a target.
    pub fn anchor(&mut self, id: String) {
        self.anchor.get_or_insert(id);
    }

    /// Where the next content would stand.
    pub fn place(&self) -> Place {
        Place { in_line: self.in_line && self.breaks == 0, inside: self.blocks.last().map(|block| block.tag) }
    }

    /// Everything, with what is open closed.
    pub fn finish(mut self) -> Vec<Piece> {
        self.close_inlines();
        while !self.blocks.is_empty() {
            self.pop_block();
        }
        self.pieces
    }

    /// Makes the innermost block one that may hold the element; gives false where that cannot be.
    fn make_room_for(&mut self, tag: Tag) -> bool {
        while let Some(block) = self.blocks.last() {
            let fits = match block.tag {
                Tag::Ul | Tag::Ol => tag == Tag::Li,
                Tag::Dl => matches!(tag, Tag::Dt | Tag::Dd),
                Tag::Table => matches!(tag, Tag::Tr | Tag::Caption),
                Tag::Tr => matches!(tag, Tag::Td | Tag::Th),
                Tag::Figure => !is_part(tag) || tag == Tag::Figcaption,
                _ => !is_part(tag),
            };
            match (fits, block.tag) {
                _ if is_line(block.tag) && !block.implied => return false,
                (true, _) if !is_line(block.tag) => break,
                (false, Tag::Ul | Tag::Ol) if !is_part(tag) => self.push_implied(Tag::Li),
                (false, Tag::Dl) if !is_part(tag) => self.push_implied(Tag::Dd),
                (false, _) if block.implied => self.pop_block(),
                _ => return false,
            }
        }
        self.blocks.len() < BLOCK_DEPTH_MAX && (!self.blocks.is_empty() || !is_part(tag))
    }

    /// Opens what must be open before a text or an image can stand in a line.
    fn begin_content(&mut self) -> bool {
        if !self.in_line && !self.open_line() {
            return false;
        }
        self.write_blocks();
        if self.in_line && self.breaks > 0 {
            self.pieces.push(Piece::Open(Tag::Br, Vec::new()));
        } else if let Some(space) = self.space.filter(|_| self.in_line) {
            self.push_text(space.encode_utf8(&mut [0; 4]));
        }
        (self.space, self.breaks, self.in_line, self.seam) = (None, 0, true, Seam::None);
        self.write_inlines();
        true
    }

    fn open_line(&mut self) -> bool {
        match self.blocks.last().map(|block| (block.tag, block.line_ended)) {
            None | Some((Tag::Blockquote, _)) => self.push_implied(Tag::P),
            Some((Tag::Figure, _)) => self.push_implied(Tag::Figcaption),
            Some((Tag::Ul | Tag::Ol, _)) => self.push_implied(Tag::Li),
            Some((Tag::Dl, _)) => self.push_implied(Tag::Dd),
            Some((Tag::Table | Tag::Tr, _)) => return false,
            Some((tag, true)) if !is_line(tag) => self.push_implied(Tag::P),
            _ => {}
        }
        true
    }

    /// Whether the next text would be read as one word with the last, though they are two.
    fn would_glue(&self, next: &str) -> bool {
        let in_code = |inline: &Inline| matches!(inline.tag, Tag::Code | Tag::Kbd | Tag::Sub | Tag::Sup | Tag::Var);
        if self.seam == Seam::None || self.space.is_some() || self.inlines.iter().any(in_code) {
            return false;
        }
        let last = self.pieces.iter().rev().take(INLINE_DEPTH_MAX).find_map(|piece| match piece {
            Piece::Text(text) => Some(text.as_str()),
            _ => None,
        });
        self.seam.would_glue(last.unwrap_or(""), next)
    }

    fn holds_one_line(&self) -> bool {
        self.blocks.last().is_some_and(|block| is_line(block.tag) && block.tag != Tag::P)
    }

    fn push_implied(&mut self, tag: Tag) {
        self.blocks.push(Block { tag, attrs: Vec::new(), implied: true, line_ended: false });
    }

    fn pop_block(&mut self) {
        if self.blocks_written == self.blocks.len() && self.blocks_written > 0 {
            self.close_inlines();
            self.pieces.push(Piece::Close);
            self.blocks_written -= 1;
            self.blocks.pop();
            self.mark_line_ended();
            (self.space, self.breaks, self.in_line) = (None, 0, false);
        } else {
            self.blocks.pop();
        }
    }

    fn mark_line_ended(&mut self) {
        if let Some(block) = self.blocks.last_mut() {
            block.line_ended = true;
        }
    }

    fn write_blocks(&mut self) {
        for block in self.blocks.iter_mut().skip(self.blocks_written) {
            let mut attrs = std::mem::take(&mut block.attrs);
            if let Some(id) = self.anchor.take() {
                attrs.push(("id", id));
            }
            self.pieces.push(Piece::Open(block.tag, attrs));
        }
        self.blocks_written = self.blocks.len();
    }

    fn write_inlines(&mut self) {
        for at in self.inlines_written..self.inlines.len() {
            let inline = &mut self.inlines[at];
            inline.opened += 1;
            if inline.opened > REOPENED_MAX {
                // It ends for good here; the walk's own `close_inline` still finds an entry, now without effect.
                inline.tag = Tag::Span;
                inline.attrs.clear();
            }
            let mut attrs = inline.attrs.clone();
            if let Some(id) = self.anchor.take() {
                attrs.push(("id", id));
            }
            self.pieces.push(Piece::Open(inline.tag, attrs));
        }
        self.inlines_written = self.inlines.len();
    }

    fn close_inlines(&mut self) {
        self.pieces.extend((0..self.inlines_written).map(|_| Piece::Close));
        self.inlines_written = 0;
    }

    fn push_text(&mut self, text: &str) {
        match self.pieces.last_mut() {
            Some(Piece::Text(last)) => last.push_str(text),
            _ => self.pieces.push(Piece::Text(text.to_owned())),
        }
    }
}

/// White space that folds. Not U+2007 and U+202F: they join numbers with their units.
fn is_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{2007}' | '\u{202f}')
}

/// Elements that hold one line of text and no blocks.
pub fn is_line(tag: Tag) -> bool {
    tag.heading_level().is_some() || matches!(tag, Tag::P | Tag::Figcaption | Tag::Caption | Tag::Dt)
}

/// Elements that stand only inside the element they belong to.
fn is_part(tag: Tag) -> bool {
    matches!(tag, Tag::Li | Tag::Dt | Tag::Dd | Tag::Tr | Tag::Td | Tag::Th | Tag::Caption | Tag::Figcaption)
}
