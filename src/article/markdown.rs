//! The article as CommonMark, with GFM's tables. Everything a page says is escaped, so that text never turns into markup.

mod escape;
mod inline;
mod table;

use super::{Piece, end_of, safe};
use crate::page::Tag;

/// Writes the Markdown.
pub fn write(pieces: &[Piece]) -> String {
    let mut writer = Writer { pieces, ..Writer::default() };
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        at = match piece {
            Piece::Open(tag, attrs) => writer.open(at, *tag, attrs),
            Piece::Text(text) => {
                writer.text(text, at);
                at + 1
            }
            Piece::Close => {
                writer.close();
                at + 1
            }
        };
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

#[derive(Default)]
struct Writer<'a> {
    pieces: &'a [Piece],
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

struct Open {
    tag: Tag,
    /// The prefix to return to at the end.
    prefix_len: usize,
    /// What to write at the end of an inline element.
    tail: String,
    /// Lists: the marker's mark and the next number.
    mark: char,
    number: i64,
}

impl Writer<'_> {
    /// Begins an element and gives where to go on.
    fn open(&mut self, at: usize, tag: Tag, attrs: &[(&'static str, String)]) -> usize {
        let mut open = Open { tag, prefix_len: self.prefix.len(), tail: String::new(), mark: ' ', number: 1 };
        let after_list = std::mem::take(&mut self.after_list);
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
                open.number = number(attrs, "start").unwrap_or(1);
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
            _ if tag.heading_level().is_some() && !self.in_cell => {
                self.gap(Gap::Blank);
                self.begin();
                self.out.extend((0..tag.heading_level().unwrap_or(2)).map(|_| '#'));
                self.out.push(' ');
                self.line_start = false;
            }
            _ if is_separate(tag) => self.gap(Gap::Blank),
            _ => open.tail = self.begin_inline(at, tag, attrs),
        }
        self.open.push(open);
        at + 1
    }

    fn close(&mut self) {
        let Some(open) = self.open.pop() else { return };
        self.prefix.truncate(open.prefix_len);
        self.out.push_str(&open.tail);
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
    fn begin_item(&mut self, attrs: &[(&'static str, String)]) {
        self.gap(Gap::Line);
        if self.in_cell {
            return;
        }
        self.begin();
        let Some(list) = self.open.last_mut() else { return };
        let marker = if list.tag == Tag::Ol {
            let number = number(attrs, "value").unwrap_or(list.number);
            list.number = number + 1;
            format!("{}{} ", number.clamp(0, 999_999_999), list.mark)
        } else {
            format!("{} ", if list.mark == ' ' { '-' } else { list.mark })
        };
        self.out.push_str(&marker);
        self.prefix.extend(marker.chars().map(|_| ' '));
        self.after_marker = true;
    }

    /// Widens the gap to what comes next. In a table cell all stays on one line.
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
        let end = end_of(self.pieces, at);
        let code = raw_text(&self.pieces[at..end]);
        if self.in_cell {
            self.gap(Gap::Space);
            let span = inline::code_span(&code.replace('\n', " "), true);
            self.write(&span);
            self.gap(Gap::Space);
            return end;
        }
        let language = self.pieces[at..end].iter().find_map(|piece| match piece {
            Piece::Open(Tag::Code, attrs) => attrs.iter().find_map(|(_, value)| value.strip_prefix("language-")),
            _ => None,
        });
        let fence = "`".repeat(longest_run(&code, '`').max(2) + 1);
        self.gap(Gap::Blank);
        self.write(&fence);
        self.out.push_str(language.unwrap_or(""));
        for line in code.lines() {
            self.out.push('\n');
            if !line.is_empty() {
                self.out.push_str(&self.prefix);
                self.out.push_str(line);
            } else {
                self.out.push_str(self.prefix.trim_end());
            }
        }
        self.new_line();
        self.out.push_str(&fence);
        self.gap(Gap::Blank);
        end
    }
}

/// Blocks that stand apart from their neighbours.
fn is_separate(tag: Tag) -> bool {
    let is_block =
        matches!(tag, Tag::P | Tag::Blockquote | Tag::Figure | Tag::Figcaption | Tag::Caption | Tag::Dl | Tag::Dt | Tag::Dd);
    is_block || tag.heading_level().is_some()
}

fn number(attrs: &[(&'static str, String)], name: &str) -> Option<i64> {
    attrs.iter().find(|(attr, _)| *attr == name)?.1.parse().ok()
}

/// The text of pieces as it is.
fn raw_text(pieces: &[Piece]) -> String {
    let texts = pieces.iter().filter_map(|piece| if let Piece::Text(text) = piece { Some(text.as_str()) } else { None });
    texts.collect()
}

fn longest_run(text: &str, mark: char) -> usize {
    text.split(|c| c != mark).map(|run| run.chars().count()).max().unwrap_or(0)
}

/// The first character of the text that follows piece `at` in the same block, or a line end.
fn char_after(pieces: &[Piece], at: usize) -> char {
    for piece in pieces.iter().skip(at) {
        match piece {
            Piece::Text(text) => return text.chars().next().unwrap_or('\n'),
            Piece::Open(tag, _) if tag.is_block() || safe::is_void(*tag) => return '\n',
            _ => {}
        }
    }
    '\n'
}
