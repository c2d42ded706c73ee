//! What stands in the line: text, emphasis, links, code spans, images, formulas.

use super::{Gap, Writer, char_after, escape, longest_run, raw_text};
use crate::article::{Piece, end_of};
use crate::page::Tag;

type Attrs<'a> = &'a [(&'static str, String)];

impl Writer<'_> {
    /// Writes text.
    pub fn text(&mut self, text: &str, at: usize) {
        let in_heading = self.open.iter().any(|open| open.tag.heading_level().is_some());
        self.begin();
        let before_link = matches!(self.pieces.get(at + 1), Some(Piece::Open(Tag::A, _)));
        let place = escape::Place { line_start: self.line_start, in_cell: self.in_cell, in_heading, before_link };
        self.line_start = false;
        self.after_list = None;
        let plain: String = text.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{feff}')).collect();
        escape::push(&mut self.out, &plain, place);
    }

    /// Begins an inline element and gives what to write at its end.
    pub fn begin_inline(&mut self, at: usize, tag: Tag, attrs: Attrs) -> String {
        let (head, tail) = match tag {
            Tag::A => {
                let mut tail = "](".to_owned();
                let href = attrs.iter().find(|(name, _)| *name == "href").map_or("", |(_, href)| href);
                // A link inside the article has no target in Markdown.
                if href.is_empty() || href.starts_with('#') {
                    return String::new();
                }
                escape::push_address(&mut tail, href);
                tail.push(')');
                ("[", tail)
            }
            Tag::Strong | Tag::Em => match self.emphasis(at, tag) {
                Some(mark) => (mark, mark.to_owned()),
                None => return String::new(),
            },
            Tag::Sup => ("<sup>", "</sup>".to_owned()),
            Tag::Sub => ("<sub>", "</sub>".to_owned()),
            Tag::Q => ("“", "”".to_owned()),
            Tag::Rt => ("(", ")".to_owned()),
            _ => return String::new(),
        };
        self.write(head);
        tail
    }

    /// The mark for an emphasis, or `None` where CommonMark would not read it as one: its marks must stand close to the
    /// text and, beside punctuation, not inside a word (section 6.2, left- and right-flanking).
    fn emphasis(&self, at: usize, tag: Tag) -> Option<&'static str> {
        let end = end_of(self.pieces, at);
        let inside = raw_text(&self.pieces[at..end]);
        let (first, last) = (inside.chars().next()?, inside.chars().next_back()?);
        let before = if self.gap == Gap::None { self.out.chars().next_back().unwrap_or('\n') } else { '\n' };
        let after = char_after(self.pieces, end);
        let apart = |c: char| c.is_whitespace() || is_punctuation(c);
        let opens = !first.is_whitespace() && (!is_punctuation(first) || apart(before));
        let closes = !last.is_whitespace() && (!is_punctuation(last) || apart(after));
        let is_within = self.open.iter().any(|open| open.tag == tag);
        if !opens || !closes || is_within {
            return None;
        }
        Some(match tag {
            Tag::Strong => "**",
            // `_` keeps apart from the `**` of a neighbour, but cannot stand inside a word.
            _ if apart(before) && apart(after) => "_",
            _ => "*",
        })
    }

    /// Writes an element that has no text to escape, and gives where to go on.
    pub fn inline_leaf(&mut self, at: usize, tag: Tag, attrs: Attrs) -> usize {
        let end = end_of(self.pieces, at);
        let value = |wanted| attrs.iter().find(|(name, _)| *name == wanted).map_or("", |(_, value)| value.as_str());
        match tag {
            Tag::Br => self.line_break(),
            Tag::Code => {
                let span = code_span(&raw_text(&self.pieces[at..end]), self.in_cell);
                self.write(&span);
            }
            Tag::Math => {
                let fence = if value("display") == "block" { "$$" } else { "$" };
                match value("alttext") {
                    "" => self.text(&raw_text(&self.pieces[at..end]), end - 1),
                    tex => self.write(&[fence, &tex.split_whitespace().collect::<Vec<_>>().join(" "), fence].concat()),
                }
            }
            _ => {
                let src = value("src");
                let name = src.split(['?', '#']).next().unwrap_or("").rsplit('/').next().unwrap_or("");
                let (mark, label) = if tag == Tag::Img { ("![", value("alt")) } else { ("[", name) };
                let place = escape::Place { line_start: false, in_cell: self.in_cell, in_heading: false, before_link: false };
                let mut link = mark.to_owned();
                escape::push(&mut link, &label.split_whitespace().collect::<Vec<_>>().join(" "), place);
                link.push_str("](");
                escape::push_address(&mut link, src);
                link.push(')');
                self.write(&link);
            }
        }
        end
    }

    fn line_break(&mut self) {
        let one_line = self.in_cell || self.open.iter().any(|open| open.tag.heading_level().is_some());
        if one_line {
            self.gap = self.gap.max(Gap::Space);
        } else {
            self.out.push('\\');
            self.new_line();
        }
    }
}

/// A code span whose fence is longer than any run of backticks in it.
pub fn code_span(code: &str, in_cell: bool) -> String {
    let code = if in_cell { code.replace('|', "\\|") } else { code.to_owned() };
    let fence = "`".repeat(longest_run(&code, '`') + 1);
    let pad = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
    [&fence, pad, &code, pad, &fence].concat()
}

/// What CommonMark takes for punctuation beside an emphasis; closing marks that are written as escapes among it.
fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation() || !c.is_alphanumeric() && !c.is_whitespace() && !matches!(c, '\u{300}'..='\u{36f}')
}
