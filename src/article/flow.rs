//! Turns what the walk over the page reports into pieces that are well-formed by construction.
//!
//! Blocks and inline elements wait on two stacks until there is something to show, so nothing empty is ever written. Where a
//! block begins inside an inline element, the inline element ends before it and begins again inside. Text that stands
//! where only blocks may stand gets a paragraph, a list item or a caption of its own.

use super::body::{Body, Piece, Span};
use super::safe;
use super::seam::Seam;
use crate::page::{Attr, Tag, words_len};
use crate::text::lines;

/// Levels of blocks in the article; what is deeper joins the level above. Browsers stop nesting at 512, people far sooner.
const BLOCK_DEPTH_MAX: usize = 48;
/// Inline elements around one text. More keeps emphasis that no reader can tell apart.
const INLINE_DEPTH_MAX: usize = 16;
/// How many times an inline element may begin again in a later block: a link around a whole card list is not a link in the
/// text, and its address need not be repeated without end.
const REOPENED_MAX: u32 = 64;

/// The article being written.
#[derive(Default)]
pub struct Flow {
    /// What is written, and the attributes of the element that begins next.
    pub body: Body,
    blocks: Vec<Block>,
    blocks_written: usize,
    inlines: Vec<Inline>,
    inlines_written: usize,
    /// White space since the last text of the line.
    space: Option<char>,
    /// Line breaks since the last text of the line.
    breaks: u32,
    /// Bytes of the text since the last line break, and its last character.
    line: (usize, char),
    /// Whether the current line has text or an image already.
    in_line: bool,
    /// How far an inline element has ended and another begun since the last text, with nothing between.
    seam: Seam,
    /// The id of the element that the walk is at: of those attributes that were taken last.
    id: Option<Span>,
    /// An id that waits for the next element that is written.
    anchor: Option<Span>,
}

struct Block {
    tag: Tag,
    attrs: Span,
    /// The page did not say it: a paragraph around loose text, and the like.
    implied: bool,
    /// It has content, and that content's line has ended.
    line_ended: bool,
}

struct Inline {
    tag: Tag,
    attrs: Span,
    opened: u32,
}

impl Flow {
    /// Begins a block with the attributes that wait. Gives whether it was taken, so that [`Flow::close`] is called only then.
    pub fn open(&mut self, tag: Tag) -> bool {
        let attrs = self.take_attrs();
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
        self.line = (0, ' ');
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

    /// Begins an inline element with the attributes that wait. Gives whether it was taken, so that [`Flow::close_inline`] is
    /// called only then.
    pub fn open_inline(&mut self, tag: Tag) -> bool {
        let attrs = self.take_attrs();
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
            self.body.close();
            self.inlines_written -= 1;
        }
        self.inlines.pop();
    }

    /// Adds text; runs of white space become one space, or one no-break space where the run is just that.
    pub fn text(&mut self, text: &str) {
        let mut rest = self.skip_space(text);
        if rest.is_empty() {
            return;
        }
        if self.breaks == 1 && !self.holds_one_line() && lines::part_paragraphs(self.line.0, self.line.1, text) {
            self.end_line();
        }
        if self.would_glue(rest) {
            self.space = Some(' ');
        }
        if !self.begin_content() {
            return;
        }
        // From here on the line is open: only white space that is more than one space between words interrupts.
        loop {
            let run = words_len(rest, is_space);
            let (words, after) = rest.split_at_checked(run).unwrap_or((rest, ""));
            self.body.push_text(words);
            self.line = (self.line.0 + words.len() + 1, words.chars().next_back().unwrap_or(' '));
            rest = self.skip_space(after);
            if rest.is_empty() {
                return;
            }
            let space = self.space.take().unwrap_or(' ');
            self.body.push_text(space.encode_utf8(&mut [0; 4]));
        }
    }

    /// Notes white space at the start of a text, and gives what follows it.
    fn skip_space<'t>(&mut self, text: &'t str) -> &'t str {
        let rest = text.trim_start_matches(is_space);
        if rest.len() < text.len() {
            let lone = self.space.is_none() && text.len() - rest.len() == 2 && text.starts_with('\u{a0}');
            self.space = Some(if lone { '\u{a0}' } else { ' ' });
        }
        rest
    }

    /// Ends the word: what follows in the line is not glued to it.
    pub fn part(&mut self) {
        self.space.get_or_insert(' ');
    }

    /// A `<br>`. Two in a row end the paragraph.
    pub fn line_break(&mut self) {
        self.breaks += 1;
        if self.breaks >= 2 && !self.holds_one_line() {
            self.end_line();
        }
    }

    /// Makes the line ready for pieces that stand in it, such as a formula, which the caller writes to the body, balanced,
    /// if this gives true.
    pub fn begin_inline_leaf(&mut self) -> bool {
        self.keep_id();
        self.begin_content()
    }

    /// Makes the body ready for pieces that stand between paragraphs, such as program code, which begin with an element of
    /// this tag and which the caller writes to the body, balanced, if this gives true.
    pub fn begin_block_leaf(&mut self, tag: Tag) -> bool {
        self.keep_id();
        self.end_line();
        let has_room = self.make_room_for(tag);
        if has_room {
            self.write_blocks();
            self.mark_line_ended();
        }
        has_room
    }

    /// Adds an image with the attributes that wait. Inside a sentence or a table cell it stays there; any other is a figure.
    pub fn image(&mut self) {
        self.body.add(Tag::Img, Attr::Loading, "lazy");
        let attrs = self.body.take_attrs();
        let inside = self.blocks.last().map(|block| block.tag);
        let is_figure = inside == Some(Tag::Figure);
        if !is_figure && (matches!(inside, Some(Tag::Td | Tag::Th)) || self.in_line && self.breaks == 0) {
            if self.begin_inline_leaf() {
                self.body.open(Tag::Img, attrs);
            }
        } else if self.begin_block_leaf(if is_figure { Tag::Img } else { Tag::Figure }) {
            if !is_figure {
                self.body.open(Tag::Figure, Span::default());
            }
            self.body.open(Tag::Img, attrs);
            if !is_figure {
                self.body.close();
            }
        }
    }

    /// Writes the waiting blocks although they are empty: a table cell keeps its place.
    pub fn keep_empty(&mut self) {
        self.write_blocks();
    }

    /// The id of the element that the walk comes to, so that links inside the article have a target.
    pub fn set_id(&mut self, id: Option<Span>) {
        self.id = id;
    }

    /// Keeps that id for the next element that is written, as the one that the walk is at is not.
    #[inline(never)]
    pub fn keep_id(&mut self) {
        self.anchor = self.anchor.or(self.id.take());
    }

    /// Whether the walk stands inside this block.
    pub fn is_inside(&self, tag: Tag) -> bool {
        self.blocks.last().is_some_and(|block| block.tag == tag)
    }

    /// Everything, with what is open closed.
    pub fn finish(mut self) -> Body {
        self.close_inlines();
        while !self.blocks.is_empty() {
            self.pop_block();
        }
        self.body
    }

    /// The attributes that wait, and the element's id.
    fn take_attrs(&mut self) -> Span {
        let attrs = self.body.take_attrs();
        match self.id.take() {
            Some(id) => self.body.join_attrs(attrs, id),
            None => attrs,
        }
    }

    /// Makes the innermost block one that may hold the element; gives false where that cannot be.
    fn make_room_for(&mut self, tag: Tag) -> bool {
        while let Some(block) = self.blocks.last() {
            let fits = match block.tag {
                Tag::Ul | Tag::Ol => tag == Tag::Li,
                Tag::Dl => matches!(tag, Tag::Dt | Tag::Dd),
                Tag::Table => matches!(tag, Tag::Tr | Tag::Caption),
                Tag::Tr => matches!(tag, Tag::Td | Tag::Th),
                Tag::Figure => !safe::is_part(tag) || tag == Tag::Figcaption,
                _ => !safe::is_part(tag),
            };
            match (fits, block.tag) {
                _ if safe::is_line(block.tag) && !block.implied => return false,
                (true, _) if !safe::is_line(block.tag) => break,
                (false, Tag::Ul | Tag::Ol) if !safe::is_part(tag) => self.push_implied(Tag::Li),
                (false, Tag::Dl) if !safe::is_part(tag) => self.push_implied(Tag::Dd),
                (false, _) if block.implied => self.pop_block(),
                _ => return false,
            }
        }
        self.blocks.len() < BLOCK_DEPTH_MAX && (!self.blocks.is_empty() || !safe::is_part(tag))
    }

    /// Opens what must be open before a text or an image can stand in a line.
    fn begin_content(&mut self) -> bool {
        if !self.in_line && !self.open_line() {
            return false;
        }
        self.write_blocks();
        if self.in_line && self.breaks > 0 {
            self.line = (0, ' ');
            self.body.open(Tag::Br, Span::default());
        } else if let Some(space) = self.space.filter(|_| self.in_line) {
            self.body.push_text(space.encode_utf8(&mut [0; 4]));
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
            Some((tag, true)) if !safe::is_line(tag) => self.push_implied(Tag::P),
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
        let last = self.body.pieces.iter().rev().take(INLINE_DEPTH_MAX).find_map(|piece| match piece {
            Piece::Text(text) => Some(self.body.text(*text)),
            _ => None,
        });
        self.seam.would_glue(last.unwrap_or(""), next)
    }

    fn holds_one_line(&self) -> bool {
        self.blocks.last().is_some_and(|block| safe::is_line(block.tag) && block.tag != Tag::P)
    }

    fn push_implied(&mut self, tag: Tag) {
        self.blocks.push(Block { tag, attrs: Span::default(), implied: true, line_ended: false });
    }

    fn pop_block(&mut self) {
        if self.blocks_written == self.blocks.len() && self.blocks_written > 0 {
            self.close_inlines();
            self.body.close();
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
        for block in self.blocks.iter().skip(self.blocks_written) {
            write_open(&mut self.body, &mut self.anchor, block.tag, block.attrs);
        }
        self.blocks_written = self.blocks.len();
    }

    fn write_inlines(&mut self) {
        for inline in self.inlines.iter_mut().skip(self.inlines_written) {
            inline.opened += 1;
            if inline.opened > REOPENED_MAX {
                // It ends for good here; the walk's own `close_inline` still finds an entry, now without effect.
                (inline.tag, inline.attrs) = (Tag::Span, Span::default());
            }
            write_open(&mut self.body, &mut self.anchor, inline.tag, inline.attrs);
        }
        self.inlines_written = self.inlines.len();
    }

    fn close_inlines(&mut self) {
        for _ in 0..self.inlines_written {
            self.body.close();
        }
        self.inlines_written = 0;
    }
}

/// Writes the start of an element, with the id that waits for one.
fn write_open(body: &mut Body, anchor: &mut Option<Span>, tag: Tag, attrs: Span) {
    let attrs = match anchor.take() {
        Some(id) => body.join_attrs(attrs, id),
        None => attrs,
    };
    body.open(tag, attrs);
}

/// White space that folds. Not U+2007 and U+202F: they join numbers with their units.
fn is_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{2007}' | '\u{202f}')
}
