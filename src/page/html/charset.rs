//! Which charset the bytes are in, found as a browser finds it. Source: the HTML standard, "determining the character encoding".

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};
use std::borrow::Cow;

/// Bytes at the start of a page in which a `<meta>` may name the charset. The standard says 1024; real pages put comments
/// and scripts before it, and browsers look further too.
const PRESCAN_BYTES_MAX: usize = 4096;

/// The text of a page's bytes. Malformed sequences become U+FFFD.
pub fn decode<'a>(bytes: &'a [u8], content_type: Option<&str>) -> Cow<'a, str> {
    let declared = content_type.and_then(charset_of_header).or_else(|| prescan(bytes));
    let encoding = declared.filter(|_| !is_surely_utf_8(bytes)).unwrap_or_else(|| guess(bytes));
    // A byte order mark wins over all; `decode` sees to that.
    encoding.decode(bytes).0
}

/// Saved and proxied pages are often stored in UTF-8 under their old `<meta>`: text of any other charset with this many
/// characters beyond ASCII is practically never well-formed UTF-8.
const UTF_8_CHARS_MIN: usize = 8;

fn is_surely_utf_8(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| text.chars().filter(|c| !c.is_ascii()).nth(UTF_8_CHARS_MIN - 1).is_some())
}

/// Without any mark: UTF-8 where the bytes are that, else what most unmarked pages of the web are in.
fn guess(bytes: &[u8]) -> &'static Encoding {
    if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 }
}

fn charset_of_header(content_type: &str) -> Option<&'static Encoding> {
    Encoding::for_label(after_charset(content_type.as_bytes())?)
}

/// The charset that a `<meta>` near the start names.
fn prescan(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(PRESCAN_BYTES_MAX)];
    let mut at = 0;
    while let Some(found) = find(&head[at..], b"<meta") {
        let tag = &head[at + found..];
        let tag = &tag[..tag.iter().position(|&byte| byte == b'>').unwrap_or(tag.len())];
        if let Some(encoding) = after_charset(tag).and_then(Encoding::for_label) {
            return Some(if encoding == UTF_16LE || encoding == UTF_16BE {
                UTF_8
            } else if encoding == X_USER_DEFINED {
                WINDOWS_1252
            } else {
                encoding
            });
        }
        at += found + tag.len().max(1);
    }
    None
}

/// The label after `charset=`, with or without quotes.
fn after_charset(text: &[u8]) -> Option<&[u8]> {
    let at = find(text, b"charset")? + b"charset".len();
    let rest = text[at..].trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
    let end = rest.iter().position(|byte| matches!(byte, b'"' | b'\'' | b';' | b'>' | b'/' | b' ')).unwrap_or(rest.len());
    Some(&rest[..end])
}

fn find(text: &[u8], word: &[u8]) -> Option<usize> {
    text.windows(word.len()).position(|window| window.eq_ignore_ascii_case(word))
}
