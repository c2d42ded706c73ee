//! The article as HTML, written from pieces: nothing of the page's own markup is copied.

use super::body::{Body, Piece};
use super::safe;
use crate::page::Tag;
use crate::text::escape::replace;

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
    replace(out, text, "&&amp;\t<&lt;\t>&gt;\t\"&quot;\t\u{a0}&nbsp;");
}
