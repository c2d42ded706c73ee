//! The article as HTML, written from pieces: nothing of the page's own markup is copied.

use super::{Piece, safe};
use crate::page::Tag;

/// Writes the HTML. The outermost blocks stand on lines of their own.
pub fn write(pieces: &[Piece]) -> String {
    let mut out = String::new();
    let mut open: Vec<Tag> = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Open(tag, attrs) => {
                push_all(&mut out, &["<", tag.name()]);
                for (name, value) in attrs {
                    push_all(&mut out, &[" ", name, "=\""]);
                    escape(&mut out, value);
                    out.push('"');
                }
                out.push('>');
                if !safe::is_void(*tag) {
                    open.push(*tag);
                }
            }
            Piece::Text(text) => escape(&mut out, text),
            Piece::Close => {
                if let Some(tag) = open.pop() {
                    push_all(&mut out, &["</", tag.name(), ">"]);
                }
            }
        }
        if open.is_empty() {
            out.push('\n');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn push_all(out: &mut String, parts: &[&str]) {
    parts.iter().for_each(|part| out.push_str(part));
}

/// Escapes for text and for attribute values in double quotes alike.
fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{a0}' => out.push_str("&nbsp;"),
            _ => out.push(c),
        }
    }
}
