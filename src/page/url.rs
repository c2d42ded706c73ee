//! Addresses: a reference in a page made absolute, as RFC 3986 section 5 says and as tolerant as browsers are.
//!
//! Our own, because the `url` crate with its tables for international domain names adds 71 KB to the browser's wasm, about
//! as much as the whole core may take. Host names are therefore left as they are written; nothing here opens them.

use super::{Attr, Page, Tag};
use crate::text::search;

/// The parts of a reference. What is absent differs from what is empty: `?` has an empty query.
#[derive(Clone, Copy)]
struct Parts<'a> {
    scheme: Option<&'a str>,
    authority: Option<&'a str>,
    path: &'a str,
    query: Option<&'a str>,
    fragment: Option<&'a str>,
}

/// The address that relative references of the page are resolved against: the first `<base href>`, itself resolved against
/// the page's address; empty where neither is known. Clean, as [`push_resolved`] wants it.
pub fn base(page: &Page) -> String {
    let url = page.url.as_deref().unwrap_or("");
    let stated = page.nodes().find(|&node| page.tag(node) == Tag::Base && page.attr(node, Attr::Href).is_some());
    match stated.and_then(|base| page.attr(base, Attr::Href)).map(|href| resolve(url, href)) {
        Some(href) if scheme(&href).is_some_and(is_web) => href,
        _ => clean(url, false),
    }
}

/// The reference as an absolute address. Without a usable base a relative reference stays relative. Characters that could
/// end an attribute or a Markdown link are percent-encoded.
///
/// ```
/// use limpid::page::url::resolve;
/// assert_eq!(resolve("https://example.org/a/b?c", "../d e#f"), "https://example.org/d%20e#f");
/// assert_eq!(resolve("https://example.org/", "\\\\cdn.example.org\\x.png"), "https://cdn.example.org/x.png");
/// assert_eq!(resolve("", "a/b"), "a/b");
/// ```
pub fn resolve(base: &str, reference: &str) -> String {
    let mut out = String::new();
    push_resolved(&mut out, &clean(base, false), reference);
    out
}

/// Appends what [`resolve`] gives for a base that is clean already, such as [`base`] gives.
pub fn push_resolved(out: &mut String, base: &str, reference: &str) {
    let base = split(base);
    let reference = clean(reference, base.scheme.is_none_or(is_web));
    let mut parts = split(&reference);
    let rooted = parts.authority.is_some() || parts.path.starts_with('/');
    // `https:page` in a page of the same scheme is relative: RFC 3986 section 5.2.2 allows it, and browsers do it.
    let same = |scheme: &str| is_web(scheme) && base.scheme.is_some_and(|other| other.eq_ignore_ascii_case(scheme));
    if !rooted && parts.scheme.is_some_and(same) {
        parts.scheme = None;
    }
    // RFC 3986 section 5.2.2, "Transform References".
    let mut folder = "";
    // Dots mean something in hierarchies only: `data:` and `mailto:` keep theirs.
    let mut dots = rooted;
    if parts.scheme.is_none() {
        parts.scheme = base.scheme;
        let baseless = base.scheme.is_none() && base.authority.is_none() && base.path.is_empty();
        if parts.path.is_empty() && parts.authority.is_none() {
            (parts.path, parts.query) = (base.path, parts.query.or(base.query));
        } else if !rooted && !baseless {
            // Section 5.2.3, "Merge Paths".
            let folder_end = search::find_last(base.path, b'/').map_or(0, |at| at + 1);
            folder =
                if base.path.is_empty() && base.authority.is_some() { "/" } else { base.path.get(..folder_end).unwrap_or("") };
            dots = true;
        }
        parts.authority = parts.authority.or(base.authority);
    }
    if let Some(scheme) = parts.scheme {
        let from = out.len();
        out.push_str(scheme);
        if let Some(scheme) = out.get_mut(from..) {
            scheme.make_ascii_lowercase();
        }
        out.push(':');
    }
    push_part(out, "//", parts.authority);
    if dots {
        push_path(out, folder, parts.path)
    } else {
        out.push_str(parts.path)
    }
    push_part(out, "?", parts.query);
    push_part(out, "#", parts.fragment);
}

/// The scheme of an address, if it has one.
pub fn scheme(url: &str) -> Option<&str> {
    for (at, byte) in url.bytes().enumerate() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' => {}
            b'0'..=b'9' | b'+' | b'-' | b'.' if at > 0 => {}
            b':' if at > 0 => return url.get(..at),
            _ => break,
        }
    }
    None
}

/// The host of an absolute address, without user, port and `www.`.
///
/// ```
/// assert_eq!(limpid::page::url::host("https://www.example.org:8080/a"), Some("example.org"));
/// ```
pub fn host(url: &str) -> Option<&str> {
    let authority = split(url).authority?;
    let host = search::after_last(authority, b'@');
    let host = if host.starts_with('[') { host } else { search::until(host, ":") };
    let host = host.strip_prefix("www.").unwrap_or(host);
    (!host.is_empty()).then_some(host)
}

fn is_web(scheme: &str) -> bool {
    scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
}

/// What browsers do before they parse: trim, drop tabs and line breaks, read `\` as `/` where addresses are the web's, and
/// take any number of slashes after `http:` for two. What has no place in an address and could end an attribute or a
/// Markdown link is percent-encoded. `on_web` tells of an address without a scheme.
fn clean(raw: &str, on_web: bool) -> String {
    let is_blank = |byte: &u8| *byte <= b' ';
    let from = raw.bytes().take_while(is_blank).count();
    let until = raw.len() - raw.bytes().rev().take_while(is_blank).count();
    let raw = raw.get(from..until).unwrap_or_default();
    let is_broken = raw.bytes().any(|byte| matches!(byte, b'\t' | b'\n' | b'\r'));
    let raw = if is_broken { &search::split(raw, "\t\n\r").concat() } else { raw };
    let scheme = scheme(raw);
    let web = scheme.map_or(on_web, is_web);
    let bytes = raw.as_bytes();
    let path_end = if web { bytes.iter().take_while(|&byte| !matches!(byte, b'?' | b'#')).count() } else { 0 };
    let mut url = String::with_capacity(raw.len() + 1);
    let mut run = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        let next = bytes.get(at + 1).copied().unwrap_or(0);
        let before = at.checked_sub(1).and_then(|at| bytes.get(at)).copied();
        let encoded = match byte {
            0..=b' ' | b'"' | b'<' | b'>' | b'`' | b'{' | b'}' | b'|' | b'\\' | b'^' | 0x7f => true,
            // U+0080 to U+00A0.
            0xc2 => next <= 0xa0,
            0x80..=0xa0 => before == Some(0xc2),
            _ => false,
        };
        if encoded {
            url.push_str(raw.get(run..at).unwrap_or_default());
            run = at + 1;
            if byte == b'\\' && at < path_end { url.push('/') } else { push_encoded(&mut url, byte) }
        }
    }
    url.push_str(raw.get(run..).unwrap_or_default());
    let after = scheme.map_or(0, |scheme| scheme.len() + 1);
    let rest = url.get(after..).unwrap_or_default();
    let slashes = rest.bytes().take_while(|&byte| byte == b'/').count();
    if web && after > 0 && !matches!(slashes, 0 | 2) {
        url = [url.get(..after).unwrap_or_default(), "//", rest.get(slashes..).unwrap_or_default()].concat();
    }
    url
}

fn push_encoded(out: &mut String, byte: u8) {
    out.push('%');
    for digit in [byte >> 4, byte & 15] {
        out.push((if digit < 10 { b'0' + digit } else { b'A' - 10 + digit }) as char);
    }
}

fn split(url: &str) -> Parts<'_> {
    let (rest, fragment) = cut(url, '#');
    let scheme = scheme(rest);
    let rest = scheme.map_or(rest, |scheme| rest.get(scheme.len() + 1..).unwrap_or_default());
    let (rest, query) = cut(rest, '?');
    let (authority, path) = match rest.strip_prefix("//") {
        Some(rest) => {
            let (authority, path) = rest.split_at_checked(search::find(rest, "/").unwrap_or(rest.len())).unwrap_or_default();
            (Some(authority), path)
        }
        None => (None, rest),
    };
    Parts { scheme, authority, path, query, fragment }
}

fn cut(text: &str, mark: char) -> (&str, Option<&str>) {
    text.split_once(mark).map_or((text, None), |(before, after)| (before, Some(after)))
}

fn push_part(out: &mut String, mark: &str, part: Option<&str>) {
    if let Some(part) = part {
        out.push_str(mark);
        out.push_str(part);
    }
}

/// RFC 3986 section 5.2.4, "Remove Dot Segments", with `%2e` read as a dot as browsers do, over a folder and a path in it.
fn push_path(out: &mut String, folder: &str, path: &str) {
    let path = if folder.is_empty() { path } else { &[folder, path].concat() };
    let from = out.len();
    let relative = path.strip_prefix('/').unwrap_or(path);
    let first = from + path.len() - relative.len();
    if first > from {
        out.push('/');
    }
    let (mut kept, mut ends_in_folder) = (0u32, false);
    for segment in search::split(relative, "/") {
        let dots = dots(segment);
        ends_in_folder = dots > 0;
        if dots == 2 {
            let parent = out.get(first..).and_then(|path| search::find_last(path, b'/')).map_or(first, |at| first + at);
            out.truncate(parent);
            kept = kept.saturating_sub(1);
        } else if dots == 0 {
            if kept > 0 {
                out.push('/');
            }
            out.push_str(segment);
            kept += 1;
        }
    }
    if ends_in_folder && kept > 0 {
        out.push('/');
    }
}

/// The dots that a segment is made of, where it is nothing else: one or two.
fn dots(segment: &str) -> u32 {
    let mut dots = 0;
    let mut rest = segment;
    while !rest.is_empty() {
        let escaped = rest.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("%2e"));
        rest = match rest.strip_prefix('.') {
            Some(after) => after,
            None if escaped => rest.get(3..).unwrap_or_default(),
            None => return 0,
        };
        dots += 1;
    }
    if dots <= 2 { dots } else { 0 }
}
