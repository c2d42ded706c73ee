//! The article as CommonMark, with GFM's tables. Everything a page says is escaped, so that text never turns into markup.

mod escape;
mod inline;
mod table;

use super::body::{Body, Piece, Span};
use super::safe;
use crate::page::{Attr, Tag};
use crate::text::{decimal, search};

/// The largest number of a list item in CommonMark.
const ITEM_NUMBER_MAX: i32 = 999_999_999;

/// Writes the Markdown.
pub fn write(body: &Body) -> String {
    let mut writer = Writer {
        body,
        out: String::new(),
        prefix: String::new(),
        open: Vec::new(),
        gap: Gap::None,
        line_start: false,
        after_marker: false,
        after_list: None,
        table: None,
        in_cell: false,
    };
    let mut at = 0;
    while let Some(&piece) = body.pieces().get(at) {
        let mut next = at + 1;
        match piece {
            Piece::Open(tag, attrs) => next = writer.open(at, tag, attrs),
            Piece::Text(text) => writer.text(body.text(text), next),
            Piece::Close => writer.close(),
        }
        at = next;
    }
    writer.out
}

/// What stands between the text so far and the next.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Line,
    Blank,
}

struct Writer<'a> {
    body: &'a Body,
    out: String,
    /// What each line begins with: `> ` of quotations, the indent of list items.
    prefix: String,
    open: Vec<Open>,
    gap: Gap,
    /// Nothing of the current line is written but its prefix and list marker.
    line_start: bool,
    /// The line's list marker is written and waits for the item's first content.
    after_marker: bool,
    /// The mark of a list that has just ended: one beside it needs another, or both would be one list.
    after_list: Option<char>,
    table: Option<table::Table>,
    /// In a table cell, where all stays on one line.
    in_cell: bool,
}

#[derive(Clone, Copy)]
struct Open {
    tag: Tag,
    attrs: Span,
    /// The prefix to return to at the end.
    prefix_len: usize,
    /// What to write at the end of an inline element.
    tail: &'static str,
    /// Lists: the marker's mark and the next number.
    mark: char,
    number: i32,
}

impl Writer<'_> {
    /// Begins an element and gives where to go on.
    fn open(&mut self, at: usize, tag: Tag, attrs: Span) -> usize {
        let mut open = Open { tag, attrs, prefix_len: self.prefix.len(), tail: "", mark: ' ', number: 1 };
        let after_list = self.after_list.take();
        match tag {
            Tag::Pre => return self.code_block(at),
            Tag::Code | Tag::Math | Tag::Img | Tag::Br | Tag::Video | Tag::Audio => return self.inline_leaf(at, tag, attrs),
            Tag::Hr => {
                self.gap(Gap::Blank);
                self.write("---");
                self.gap(Gap::Blank);
                return at + 1;
            }
            Tag::Table => self.begin_table(at),
            Tag::Tr => self.begin_row(),
            Tag::Td | Tag::Th => self.begin_cell(attrs),
            Tag::Ul | Tag::Ol => {
                let marks = if tag == Tag::Ul { ['-', '*'] } else { ['.', ')'] };
                open.mark = if after_list == Some(marks[0]) { marks[1] } else { marks[0] };
                open.number = self.number(attrs, Attr::Start).unwrap_or(1);
                let in_item = self.open.last().is_some_and(|open| open.tag == Tag::Li);
                // Only a list that starts at 1 may follow a line of text directly.
                let tight = in_item && (tag == Tag::Ul || open.number == 1);
                self.gap(if tight { Gap::Line } else { Gap::Blank });
            }
            Tag::Li => self.begin_item(attrs),
            Tag::Blockquote if !self.in_cell => {
                self.gap(Gap::Blank);
                self.begin();
                self.out.push_str("> ");
                self.prefix.push_str("> ");
                self.after_marker = true;
            }
            _ => match tag.heading_level() {
                Some(level) if !self.in_cell => {
                    self.gap(Gap::Blank);
                    self.begin();
                    self.repeat("#", usize::from(level));
                    self.out.push(' ');
                    self.line_start = false;
                }
                _ if is_separate(tag) => self.gap(Gap::Blank),
                _ => open.tail = self.begin_inline(at, tag, attrs),
            },
        }
        self.open.push(open);
        at + 1
    }

    fn close(&mut self) {
        let Some(open) = self.open.pop() else { return };
        self.prefix.truncate(open.prefix_len);
        self.out.push_str(open.tail);
        if open.tag == Tag::A && !open.tail.is_empty() {
            self.end_link(self.body.attr(open.attrs, Attr::Href));
        }
        self.after_list = matches!(open.tag, Tag::Ul | Tag::Ol).then_some(open.mark);
        match open.tag {
            Tag::Table => self.end_table(),
            Tag::Tr => self.end_row(),
            Tag::Td | Tag::Th => self.end_cell(),
            Tag::Li => {
                self.after_marker = false;
                self.gap(Gap::Line);
            }
            Tag::Ul | Tag::Ol if self.open.last().is_some_and(|open| open.tag == Tag::Li) => self.gap(Gap::Line),
            Tag::Ul | Tag::Ol | Tag::Blockquote => {
                self.after_marker = false;
                self.gap(Gap::Blank);
            }
            tag if is_separate(tag) => self.gap(Gap::Blank),
            _ => {}
        }
    }

    /// Writes an item's marker and indents what follows by its width.
    fn begin_item(&mut self, attrs: Span) {
        self.gap(Gap::Line);
        if self.in_cell {
            return;
        }
        self.begin();
        let stated = self.number(attrs, Attr::Value);
        let Some(list) = self.open.last_mut() else { return };
        let from = self.out.len();
        if list.tag == Tag::Ol {
            let number = stated.unwrap_or(list.number);
            list.number = number.saturating_add(1);
            decimal::push(&mut self.out, number.clamp(0, ITEM_NUMBER_MAX));
        }
        self.out.push(if list.mark == ' ' { '-' } else { list.mark });
        self.out.push(' ');
        for _ in from..self.out.len() {
            self.prefix.push(' ');
        }
        self.after_marker = true;
    }

    fn number(&self, attrs: Span, attr: Attr) -> Option<i32> {
        decimal::integer(self.body.attr(attrs, attr))
    }

    fn repeat(&mut self, mark: &str, times: usize) {
        for _ in 0..times {
            self.out.push_str(mark);
        }
    }

    /// Widens the gap to what comes next. In a table cell all stays on one line.
    #[inline(never)]
    fn gap(&mut self, gap: Gap) {
        self.gap = self.gap.max(if self.in_cell { gap.min(Gap::Space) } else { gap });
    }

    /// Writes the gap that waits.
    fn begin(&mut self) {
        let gap = std::mem::take(&mut self.gap);
        if std::mem::take(&mut self.after_marker) {
            self.line_start = true;
            return;
        }
        if self.out.is_empty() {
            self.line_start = true;
            self.out.push_str(&self.prefix);
            return;
        }
        match gap {
            Gap::None => {}
            Gap::Space if self.out.ends_with(' ') => {}
            Gap::Space => self.out.push(' '),
            Gap::Line => self.new_line(),
            Gap::Blank => {
                self.out.push('\n');
                self.out.push_str(self.prefix.trim_end());
                self.new_line();
            }
        }
    }

    fn new_line(&mut self) {
        self.out.push('\n');
        self.out.push_str(&self.prefix);
        self.line_start = true;
    }

    /// Writes markup as it is.
    fn write(&mut self, markup: &str) {
        self.begin();
        self.out.push_str(markup);
        self.line_start = false;
    }

    /// A fenced code block, or a code span inside a table cell.
    fn code_block(&mut self, at: usize) -> usize {
        let end = self.body.end_of(at);
        let code = self.raw_text(at, end);
        if self.in_cell {
            self.gap(Gap::Space);
            self.code_span(&code);
            self.gap(Gap::Space);
            return end;
        }
        let class = match self.body.pieces().get(at + 1) {
            Some(&Piece::Open(_, attrs)) => self.body.attr(attrs, Attr::Class),
            _ => "",
        };
        let fence_len = longest_fence(&code).max(2) + 1;
        self.gap(Gap::Blank);
        self.begin();
        self.repeat("`", fence_len);
        self.out.push_str(class.strip_prefix("language-").unwrap_or_default());
        for line in search::lines(&code) {
            self.out.push('\n');
            self.out.push_str(if line.is_empty() { self.prefix.trim_end() } else { &self.prefix });
            self.out.push_str(line);
        }
        self.new_line();
        self.repeat("`", fence_len);
        self.gap(Gap::Blank);
        end
    }

    /// The text of an element's pieces as it is.
    fn raw_text(&self, from: usize, end: usize) -> String {
        let mut out = String::new();
        self.body.each_text(from..end, &mut |text| out.push_str(text));
        out
    }
}

/// Blocks that stand apart from their neighbours.
fn is_separate(tag: Tag) -> bool {
    let is_block =
        matches!(tag, Tag::P | Tag::Blockquote | Tag::Figure | Tag::Figcaption | Tag::Caption | Tag::Dl | Tag::Dt | Tag::Dd);
    is_block || tag.heading_level().is_some()
}

/// The most backticks in a row.
fn longest_fence(text: &str) -> usize {
    let (mut longest, mut run) = (0, 0);
    for byte in text.bytes() {
        run = if byte == b'`' { run + 1 } else { 0 };
        longest = run.max(longest);
    }
    longest
}

/// The first character of the text from a piece on in the same block, or a line end.
fn char_after(body: &Body, at: usize) -> char {
    for &piece in body.part(at..body.pieces().len()) {
        match piece {
            Piece::Text(text) => return body.text(text).chars().next().unwrap_or('\n'),
            Piece::Open(tag, _) if tag.is_block() || safe::is_void(tag) => break,
            _ => {}
        }
    }
    '\n'
}
