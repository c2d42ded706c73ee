//! The article as HTML, written from pieces: nothing of the page's own markup is copied.

use super::body::{Body, Piece};
use super::safe;
use crate::page::Tag;

/// Writes the HTML. The outermost blocks stand on lines of their own.
pub fn write(body: &Body) -> String {
    let mut out = String::new();
    let mut open: Vec<Tag> = Vec::new();
    for &piece in body.pieces() {
        match piece {
            Piece::Open(tag, attrs) => {
                out.push('<');
                out.push_str(tag.name());
                for (attr, value) in body.attrs(attrs) {
                    out.push(' ');
                    out.push_str(attr.name());
                    out.push_str("=\"");
                    escape(&mut out, value);
                    out.push('"');
                }
                out.push('>');
                if !safe::is_void(tag) {
                    open.push(tag);
                }
            }
            Piece::Text(text) => escape(&mut out, body.text(text)),
            Piece::Close => {
                if let Some(tag) = open.pop() {
                    out.push_str("</");
                    out.push_str(tag.name());
                    out.push('>');
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

/// Escapes for text and for attribute values in double quotes alike.
fn escape(out: &mut String, text: &str) {
    let mut run = 0;
    for (at, byte) in text.bytes().enumerate() {
        let (name, next) = match byte {
            b'&' => ("&amp;", at + 1),
            b'<' => ("&lt;", at + 1),
            b'>' => ("&gt;", at + 1),
            b'"' => ("&quot;", at + 1),
            // U+00A0 in UTF-8.
            0xc2 if text.as_bytes().get(at + 1) == Some(&0xa0) => ("&nbsp;", at + 2),
            _ => continue,
        };
        out.push_str(text.get(run..at).unwrap_or_default());
        out.push_str(name);
        run = next;
    }
    out.push_str(text.get(run..).unwrap_or_default());
}
