//! What stands in the line: text, emphasis, links, code spans, images, formulas.

use super::{Gap, Writer, char_after, escape, longest_fence};
use crate::article::body::{Piece, Span};
use crate::page::{Attr, Tag, push_folded};
use crate::text::escape::replace;
use crate::text::search;

impl Writer<'_> {
    /// Writes text; `next` is the piece behind it.
    pub fn text(&mut self, text: &str, next: usize) {
        self.begin();
        let before_link = matches!(self.body.pieces().get(next), Some(Piece::Open(Tag::A, _)));
        let in_heading = self.in_heading();
        let place = escape::Place { line_start: self.line_start, in_cell: self.in_cell, in_heading, before_link };
        self.line_start = false;
        self.after_list = None;
        // Bytes of a no-break space, a soft hyphen and a byte order mark; few texts have them.
        // All bytes are looked at: that is many at a time.
        if !text.bytes().fold(false, |any, byte| any | matches!(byte, 0xa0 | 0xad | 0xef)) {
            return escape::push(&mut self.out, text, place);
        }
        let mut plain = String::new();
        replace(&mut plain, text, "\u{ad}\t\u{feff}\t\u{a0} ");
        escape::push(&mut self.out, &plain, place);
    }

    fn in_heading(&self) -> bool {
        self.open.iter().any(|open| open.tag.heading_level().is_some())
    }

    /// Begins an inline element and gives what to write at its end.
    pub fn begin_inline(&mut self, at: usize, tag: Tag, attrs: Span) -> &'static str {
        let (head, tail) = match tag {
            // A link inside the article has no target in Markdown.
            Tag::A if !matches!(self.body.attr(attrs, Attr::Href).bytes().next(), None | Some(b'#')) => ("[", "]("),
            Tag::Strong | Tag::Em => {
                let mark = self.emphasis(at, tag);
                (mark, mark)
            }
            Tag::Sup => ("<sup>", "</sup>"),
            Tag::Sub => ("<sub>", "</sub>"),
            Tag::Q => ("“", "”"),
            Tag::Rt => ("(", ")"),
            _ => ("", ""),
        };
        if !head.is_empty() {
            self.write(head);
        }
        tail
    }

    /// Ends a link or an image.
    pub fn end_link(&mut self, address: &str) {
        escape::push_address(&mut self.out, address);
        self.out.push(')');
    }

    /// The mark for an emphasis, empty where CommonMark would not read it as one: its marks must stand close to the
    /// text and, beside punctuation, not inside a word (section 6.2, left- and right-flanking).
    fn emphasis(&self, at: usize, tag: Tag) -> &'static str {
        let end = self.body.end_of(at);
        let (mut first, mut last) = (None, None);
        self.body.each_text(at..end, &mut |text| {
            first = first.or(text.chars().next());
            last = text.chars().next_back().or(last);
        });
        let (Some(first), Some(last)) = (first, last) else { return "" };
        let before = if self.gap == Gap::None { self.out.chars().next_back().unwrap_or('\n') } else { '\n' };
        let after = char_after(self.body, end);
        let apart = |c: char| c.is_whitespace() || is_punctuation(c);
        let opens = !first.is_whitespace() && (!is_punctuation(first) || apart(before));
        let closes = !last.is_whitespace() && (!is_punctuation(last) || apart(after));
        let is_within = self.open.iter().any(|open| open.tag == tag);
        match tag {
            _ if !opens || !closes || is_within => "",
            Tag::Strong => "**",
            // `_` keeps apart from the `**` of a neighbour, but cannot stand inside a word.
            _ if apart(before) && apart(after) => "_",
            _ => "*",
        }
    }

    /// Writes an element that has no text to escape, and gives where to go on.
    pub fn inline_leaf(&mut self, at: usize, tag: Tag, attrs: Span) -> usize {
        let body = self.body;
        let end = body.end_of(at);
        match tag {
            Tag::Br => self.line_break(),
            Tag::Code => {
                let code = self.raw_text(at, end);
                self.code_span(&code);
            }
            Tag::Math => {
                let fence = if body.attr(attrs, Attr::Display) == "block" { "$$" } else { "$" };
                match body.attr(attrs, Attr::Alttext) {
                    "" => {
                        let symbols = self.raw_text(at, end);
                        self.text(&symbols, end);
                    }
                    tex => {
                        let mut folded = String::new();
                        push_folded(&mut folded, tex);
                        self.write(fence);
                        self.out.push_str(folded.trim_end());
                        self.out.push_str(fence);
                    }
                }
            }
            _ => {
                let src = body.attr(attrs, Attr::Src);
                let path = search::until(src, "?#");
                let file = search::after_last(path, b'/');
                let (mark, label) = if tag == Tag::Img { ("![", body.attr(attrs, Attr::Alt)) } else { ("[", file) };
                let place = escape::Place { line_start: false, in_cell: self.in_cell, in_heading: false, before_link: false };
                let mut folded = String::new();
                push_folded(&mut folded, label);
                self.write(mark);
                escape::push(&mut self.out, folded.trim_end(), place);
                self.out.push_str("](");
                self.end_link(src);
            }
        }
        end
    }

    fn line_break(&mut self) {
        if self.in_cell || self.in_heading() {
            self.gap = self.gap.max(Gap::Space);
        } else {
            self.out.push('\\');
            self.new_line();
        }
    }

    /// Writes a code span whose fence is longer than any run of backticks in it.
    pub fn code_span(&mut self, code: &str) {
        let fence_len = longest_fence(code) + 1;
        let pad = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
        self.write("");
        self.repeat("`", fence_len);
        self.out.push_str(pad);
        replace(&mut self.out, code, if self.in_cell { "|\\|\t\n " } else { "" });
        self.out.push_str(pad);
        self.repeat("`", fence_len);
    }
}

/// What CommonMark takes for punctuation beside an emphasis; closing marks that are written as escapes among it.
fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation() || !c.is_alphanumeric() && !c.is_whitespace() && !matches!(c, '\u{300}'..='\u{36f}')
}
