//! Which charset the bytes are in, found as a browser finds it. Source: the HTML standard, "determining the character encoding".

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};
use std::borrow::Cow;

/// Bytes at the start of a page in which a `<meta>` may name the charset. The standard says 1024; real pages put comments
/// and scripts before it, and browsers look further too.
const PRESCAN_BYTES_MAX: usize = 4096;

/// The text of a page's bytes. Malformed sequences become U+FFFD.
pub fn decode<'a>(bytes: &'a [u8], content_type: Option<&str>) -> Cow<'a, str> {
    let text = std::str::from_utf8(bytes).ok();
    let head = Head::read(&bytes[..bytes.len().min(PRESCAN_BYTES_MAX)]);
    let header = content_type.and_then(|value| Encoding::for_label(label_in(value.as_bytes())?));
    let declared = header.or(head.encoding).filter(|_| !text.is_some_and(is_surely_utf_8));
    match (text, declared) {
        // Well-formed, and a byte order mark can be no other's.
        (Some(text), None) => text.strip_prefix('\u{feff}').unwrap_or(text).into(),
        (Some(text), Some(encoding)) if encoding == UTF_8 => text.strip_prefix('\u{feff}').unwrap_or(text).into(),
        // A byte order mark wins over all; `decode` sees to that.
        _ => declared.unwrap_or_else(|| guess(bytes, &head.language)).decode(bytes).0,
    }
}

/// The text of bytes in the encoding of a label; `None` where there is no such encoding.
pub fn decode_as(label: &str, bytes: &[u8]) -> Option<String> {
    Some(Encoding::for_label(label.as_bytes())?.decode_without_bom_handling(bytes).0.into_owned())
}

/// Saved and proxied pages are often stored in UTF-8 under their old `<meta>`: text of any other charset with this many
/// characters beyond ASCII is practically never well-formed UTF-8.
const UTF_8_CHARS_MIN: usize = 8;

/// Whether a text is UTF-8 whatever it says of itself.
fn is_surely_utf_8(text: &str) -> bool {
    // All bytes of a character but the first are continuations.
    let is_first = |byte: &u8| *byte >= 0xC0;
    text.bytes().filter(|byte| is_first(byte)).nth(UTF_8_CHARS_MIN - 1).is_some()
}

/// Without any mark, and where the bytes are not UTF-8: the charset that pages of the language were in before it.
fn guess(bytes: &[u8], language: &[u8]) -> &'static Encoding {
    let fits = |encoding: &&'static Encoding| encoding.decode_without_bom_handling_and_without_replacement(bytes).is_some();
    legacy(language).iter().filter_map(|label| Encoding::for_label(label.as_bytes())).find(fits).unwrap_or(WINDOWS_1252)
}

/// The charsets of a language's old pages, the one that is easiest to rule out first.
fn legacy(language: &[u8]) -> &'static [&'static str] {
    let primary = language.split(|&byte| matches!(byte, b'-' | b'_')).next().unwrap_or_default();
    match &*primary.to_ascii_lowercase() {
        b"ja" => &["euc-jp", "shift_jis", "iso-2022-jp"],
        b"zh" => &["gbk", "big5", "gb18030"],
        b"ko" => &["euc-kr"],
        b"ru" | b"uk" | b"be" | b"bg" | b"sr" | b"mk" => &["windows-1251"],
        b"cs" | b"pl" | b"hu" | b"sk" | b"sl" | b"hr" | b"ro" | b"bs" => &["windows-1250"],
        b"el" => &["windows-1253", "iso-8859-7"],
        b"tr" | b"az" => &["windows-1254"],
        b"he" | b"iw" => &["windows-1255"],
        b"ar" | b"fa" | b"ur" => &["windows-1256"],
        b"lt" | b"lv" | b"et" => &["windows-1257"],
        b"vi" => &["windows-1258"],
        b"th" => &["windows-874"],
        _ => &[],
    }
}

/// What the start of the page says of itself.
#[derive(Default)]
struct Head {
    encoding: Option<&'static Encoding>,
    /// The `lang` of the root element.
    language: Vec<u8>,
}

impl Head {
    /// The prescan of the standard: comments are skipped, tags are read, the first `<meta>` that names a charset counts.
    fn read(bytes: &[u8]) -> Head {
        let mut head = Head { encoding: xml_declaration(bytes), ..Head::default() };
        let mut rest = bytes;
        while let Some(start) = rest.iter().position(|&byte| byte == b'<') {
            rest = &rest[start + 1..];
            if let Some(comment) = rest.strip_prefix(b"!--") {
                rest = find(comment, b"-->").map_or(&[], |end| &comment[end..]);
            } else if let Some(attrs) = after_name(rest, b"meta") {
                let found;
                (found, rest) = charset_of_meta(attrs);
                head.encoding = head.encoding.or(found);
            } else if let Some(attrs) = after_name(rest, b"html") {
                rest = attrs;
                while let Some((name, value)) = next_attr(&mut rest) {
                    if name.eq_ignore_ascii_case(b"lang") {
                        head.language = value.to_vec();
                    }
                }
            }
        }
        head
    }
}

fn xml_declaration(bytes: &[u8]) -> Option<&'static Encoding> {
    let mut rest = bytes.strip_prefix(b"<?xml")?;
    while let Some((name, value)) = next_attr(&mut rest) {
        if name == b"encoding" {
            return Encoding::for_label(value).map(as_meta);
        }
    }
    None
}

/// The charset that a `<meta>` names, and what follows its attributes.
fn charset_of_meta(mut rest: &[u8]) -> (Option<&'static Encoding>, &[u8]) {
    let (mut charset, mut content, mut is_header) = (None, None, false);
    while let Some((name, value)) = next_attr(&mut rest) {
        match &*name.to_ascii_lowercase() {
            b"charset" => charset = Some(value),
            b"content" => content = label_in(value),
            b"http-equiv" => is_header = value.eq_ignore_ascii_case(b"content-type"),
            _ => {}
        }
    }
    let label = charset.or(content.filter(|_| is_header));
    (label.and_then(Encoding::for_label).map(as_meta), rest)
}

/// A page that could be read this far is not in UTF-16, whatever it says.
fn as_meta(encoding: &'static Encoding) -> &'static Encoding {
    if encoding == UTF_16LE || encoding == UTF_16BE {
        UTF_8
    } else if encoding == X_USER_DEFINED {
        WINDOWS_1252
    } else {
        encoding
    }
}

/// What follows a tag's name, if it is the name.
fn after_name<'a>(tag: &'a [u8], name: &[u8]) -> Option<&'a [u8]> {
    let (found, rest) = tag.split_at_checked(name.len())?;
    let ends = rest.first().is_some_and(|&byte| byte.is_ascii_whitespace() || byte == b'/');
    (ends && found.eq_ignore_ascii_case(name)).then_some(rest)
}

/// Takes the next attribute off a tag; `None` at its end.
fn next_attr<'a>(rest: &mut &'a [u8]) -> Option<(&'a [u8], &'a [u8])> {
    take(rest, |byte| byte.is_ascii_whitespace() || byte == b'/');
    let name = take(rest, |byte| !byte.is_ascii_whitespace() && !matches!(byte, b'=' | b'>' | b'/' | b'?'));
    if name.is_empty() {
        return None;
    }
    take(rest, |byte| byte.is_ascii_whitespace());
    if rest.first() != Some(&b'=') {
        return Some((name, &[]));
    }
    *rest = &rest[1..];
    take(rest, |byte| byte.is_ascii_whitespace());
    let value = match rest.first() {
        Some(&quote @ (b'"' | b'\'')) => {
            *rest = &rest[1..];
            let value = take(rest, |byte| byte != quote);
            *rest = rest.get(1..).unwrap_or_default();
            value
        }
        _ => take(rest, |byte| !byte.is_ascii_whitespace() && byte != b'>'),
    };
    Some((name, value))
}

/// Takes the bytes off the front that satisfy `wanted`.
fn take<'a>(rest: &mut &'a [u8], wanted: impl Fn(u8) -> bool) -> &'a [u8] {
    let end = rest.iter().position(|&byte| !wanted(byte)).unwrap_or(rest.len());
    let (taken, left) = rest.split_at(end);
    *rest = left;
    taken
}

/// The label after `charset=` in a Content-Type, with or without quotes.
fn label_in(content_type: &[u8]) -> Option<&[u8]> {
    let at = find(content_type, b"charset")? + b"charset".len();
    let rest = content_type[at..].trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
    Some(&rest[..rest.iter().position(|byte| matches!(byte, b'"' | b'\'' | b';' | b' ')).unwrap_or(rest.len())])
}

fn find(text: &[u8], word: &[u8]) -> Option<usize> {
    text.windows(word.len()).position(|window| window.eq_ignore_ascii_case(word))
}
