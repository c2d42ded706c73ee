//! A JSON reader for JSON-LD as pages write it: raw line breaks in strings, commas and brackets too many or too few, comments,
//! escapes that are none, quotation marks inside strings. What can be read is read; nothing is refused.
//!
//! Values lie in one flat array in document order, as the nodes of a page do, and point into the text: most are never asked
//! for, and those are never copied.

use crate::text::search;
use std::ops::Range;

/// So many values are kept of all scripts of a page; the largest real ones are product lists with some ten thousand.
const VALUES_MAX: usize = 200_000;

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `{}`
    Object,
    /// `[]`
    Array,
    /// A string.
    Text,
    /// A number, `true`, `false`, `null`: whatever stands without quotation marks.
    Bare,
}

/// A place in the text, in bytes.
type Place = (u32, u32);

#[derive(Clone, Copy, Debug)]
struct Value {
    kind: Kind,
    /// What the object around calls it; empty in arrays.
    key: Place,
    /// As it is written, without quotation marks.
    text: Place,
    /// One past the last value inside.
    end: u32,
}

/// All values of all scripts of a page.
#[derive(Default)]
pub struct Json {
    text: String,
    values: Vec<Value>,
}

impl Json {
    /// Reads one script, and gives the range of its values.
    pub fn add(&mut self, script: &str) -> Range<u32> {
        let begin = self.values.len() as u32;
        let mut at = self.text.len();
        // Some pages write their quotation marks as character references.
        if !search::has(script, "\"") {
            self.text.push_str(&super::plain::unescaped(script));
        } else {
            self.text.push_str(script);
        }
        let text = std::mem::take(&mut self.text);
        // Comments and CDATA marks stand before the first bracket.
        while at < text.len() && !matches!(text.as_bytes()[at], b'{' | b'[') {
            at += 1;
        }
        read(text.as_bytes(), at, &mut self.values);
        self.text = text;
        begin..self.values.len() as u32
    }

    /// What a value is.
    pub fn kind(&self, at: u32) -> Kind {
        self.values[at as usize].kind
    }

    /// One past the last value inside a value.
    pub fn end(&self, at: u32) -> u32 {
        self.values[at as usize].end
    }

    /// What the object around calls a value.
    pub fn key(&self, at: u32) -> &str {
        self.slice(self.values[at as usize].key)
    }

    /// A string or a bare value as it is written, with its escapes.
    pub fn written(&self, at: u32) -> &str {
        self.slice(self.values[at as usize].text)
    }

    fn slice(&self, (from, until): Place) -> &str {
        self.text.get(from as usize..until as usize).unwrap_or_default()
    }

    /// The value that an object has under a key.
    pub fn get(&self, object: u32, key: &str) -> Option<u32> {
        let mut at = object + 1;
        let end = if self.kind(object) == Kind::Object { self.end(object) } else { 0 };
        while at < end {
            if self.key(at) == key {
                return Some(at);
            }
            at = self.end(at);
        }
        None
    }

    /// A value's text without escapes, markup and spare white space.
    pub fn plain(&self, at: u32) -> String {
        /// No escape takes more bytes for a byte of text: `\u0020`.
        const ESCAPE_BYTES_MAX: usize = 6;
        let written = search::head(self.written(at), super::plain::VALUE_BYTES_MAX * ESCAPE_BYTES_MAX);
        if search::has(written, "\\") { super::plain(&unescaped(written)) } else { super::plain(written) }
    }
}

/// Reads the values from a place on.
fn read(text: &[u8], mut at: usize, values: &mut Vec<Value>) {
    let mut open: Vec<u32> = Vec::new();
    let mut key = (0, 0);
    while let Some(&byte) = text.get(at) {
        let from = at;
        at += 1;
        let (kind, place) = match byte {
            b'{' => (Kind::Object, (0, 0)),
            b'[' => (Kind::Array, (0, 0)),
            b'}' | b']' => {
                close(&mut open, values);
                continue;
            }
            b'"' => {
                at = end_of_string(text, at);
                (Kind::Text, (from as u32 + 1, at as u32 - 1))
            }
            b'/' => {
                at = end_of_comment(text, at);
                continue;
            }
            b',' | b';' | b':' | b' ' | b'\n' | b'\t' | b'\r' => continue,
            _ => {
                while text.get(at).is_some_and(|byte| !b",;:{}[]\" \n\t\r/".contains(byte)) {
                    at += 1;
                }
                (Kind::Bare, (from as u32, at as u32))
            }
        };
        if kind == Kind::Text && next_mark(text, at) == b':' {
            key = place;
            continue;
        }
        if values.len() >= VALUES_MAX {
            break;
        }
        let this = values.len() as u32;
        values.push(Value { kind, key, text: place, end: this + 1 });
        key = (0, 0);
        if matches!(kind, Kind::Object | Kind::Array) {
            open.push(this);
        }
    }
    while !open.is_empty() {
        close(&mut open, values);
    }
}

fn close(open: &mut Vec<u32>, values: &mut [Value]) {
    let end = values.len() as u32;
    if let Some(value) = open.pop().and_then(|at| values.get_mut(at as usize)) {
        value.end = end;
    }
}

/// The place behind the quotation mark that ends a string: one that is followed by what may follow a string. Others were meant
/// to be part of it.
fn end_of_string(text: &[u8], mut at: usize) -> usize {
    while let Some(&byte) = text.get(at) {
        at += 1;
        match byte {
            b'\\' => at += 1,
            b'"' if matches!(next_mark(text, at), b',' | b':' | b'}' | b']' | b'"' | b'/' | b';' | 0) => return at,
            _ => {}
        }
    }
    // A string without an end: as if its quotation mark stood behind the text.
    text.len() + 1
}

/// The next byte that is no white space; 0 at the end.
fn next_mark(text: &[u8], mut at: usize) -> u8 {
    while let Some(&byte) = text.get(at) {
        if !byte.is_ascii_whitespace() {
            return byte;
        }
        at += 1;
    }
    0
}

/// The place behind a comment whose first stroke stands before `at`.
fn end_of_comment(text: &[u8], at: usize) -> usize {
    let last: &[u8] = match text.get(at) {
        Some(b'/') => b"\n",
        Some(b'*') => b"*/",
        _ => return at,
    };
    let mut end = at + 1;
    while end < text.len() && !text[end..].starts_with(last) {
        end += 1;
    }
    end + last.len()
}

/// A string without its escapes. A stroke before any other character says nothing.
#[inline(never)]
pub fn unescaped(written: &str) -> String {
    let mut out = String::with_capacity(written.len());
    let mut chars = written.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('n' | 'r' | 't' | 'b' | 'f') => out.push(' '),
            Some('u') => out.push(unit(&mut chars)),
            Some(c) => out.push(c),
            None => {}
        }
    }
    out
}

/// The character of four hexadecimal figures, or of two such escapes.
fn unit(chars: &mut std::str::Chars) -> char {
    let first = four(chars);
    if !(0xD800..0xDC00).contains(&first) {
        return char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER);
    }
    if let Some(rest) = chars.as_str().strip_prefix("\\u") {
        *chars = rest.chars();
        return char::from_u32(0x10000 + ((first & 0x3FF) << 10) + (four(chars) & 0x3FF))
            .unwrap_or(char::REPLACEMENT_CHARACTER);
    }
    char::REPLACEMENT_CHARACTER
}

fn four(chars: &mut std::str::Chars) -> u32 {
    let mut code = 0;
    for _ in 0..4 {
        let Some(figure) = chars.clone().next().and_then(|c| c.to_digit(16)) else { break };
        code = code * 16 + figure;
        chars.next();
    }
    code
}
