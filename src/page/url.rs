//! Addresses: a reference in a page made absolute, as RFC 3986 section 5 says and as tolerant as browsers are.
//!
//! Our own, because the `url` crate with its tables for international domain names adds 71 KB to the browser's wasm, about
//! as much as the whole core may take. Host names are therefore left as they are written; nothing here opens them.

use super::{Attr, Page, Tag};
use std::borrow::Cow;

/// The parts of a reference. What is absent differs from what is empty: `?` has an empty query.
#[derive(Clone, Debug, Default, PartialEq)]
struct Parts<'a> {
    scheme: Option<&'a str>,
    authority: Option<&'a str>,
    path: Cow<'a, str>,
    query: Option<&'a str>,
    fragment: Option<&'a str>,
}

/// The address that relative references of the page are resolved against: the first `<base href>`, itself resolved against
/// the page's address; empty where neither is known.
pub fn base(page: &Page) -> String {
    let url = page.url.as_deref().unwrap_or("");
    let stated = page.nodes().find_map(|node| page.attr(node, Attr::Href).filter(|_| page.tag(node) == Tag::Base));
    match stated.map(|href| resolve(url, href)) {
        Some(href) if is_web(scheme(&href).unwrap_or("")) => href,
        _ => url.to_owned(),
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
    let (base, reference) = (tidy(base, false), tidy(reference, scheme(base.trim()).is_none_or(is_web)));
    let (base, mut parts) = (split(&base), split(&reference));
    // `https:page` in a page of the same scheme is relative: RFC 3986 section 5.2.2 allows it, and browsers do it.
    if parts.authority.is_none()
        && !parts.path.starts_with('/')
        && parts.scheme.is_some_and(is_web)
        && same_scheme(&parts, &base)
    {
        parts.scheme = None;
    }
    join(&target(&base, parts))
}

/// The scheme of an address, if it has one.
pub fn scheme(url: &str) -> Option<&str> {
    let scheme = &url[..url.find(':')?];
    let named = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    named.then_some(scheme)
}

/// The host of an absolute address, without user, port and `www.`.
///
/// ```
/// assert_eq!(limpid::page::url::host("https://www.example.org:8080/a"), Some("example.org"));
/// ```
pub fn host(url: &str) -> Option<&str> {
    let authority = split(url).authority?;
    let host = authority.rsplit('@').next().unwrap_or(authority);
    let host = if host.starts_with('[') { host } else { host.split(':').next().unwrap_or(host) };
    let host = host.strip_prefix("www.").unwrap_or(host);
    (!host.is_empty()).then_some(host)
}

fn is_web(scheme: &str) -> bool {
    scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
}

fn same_scheme(a: &Parts, b: &Parts) -> bool {
    matches!((a.scheme, b.scheme), (Some(a), Some(b)) if a.eq_ignore_ascii_case(b))
}

/// What browsers do before they parse: trim, drop tabs and line breaks, read `\` as `/` where addresses are the web's, and
/// take any number of slashes after `http:` for two.
fn tidy(raw: &str, on_web: bool) -> String {
    let trimmed = raw.trim_matches(|c: char| c <= ' ');
    let mut url: String = trimmed.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let web = scheme(&url).map_or(on_web, is_web);
    if web && url.contains('\\') {
        let path_end = url.find(['?', '#']).unwrap_or(url.len());
        url = url[..path_end].replace('\\', "/") + &url[path_end..];
    }
    if let Some(after) = scheme(&url).filter(|scheme| is_web(scheme)).map(|scheme| scheme.len() + 1) {
        let rest = url[after..].trim_start_matches('/');
        if rest.len() < url.len() - after {
            url = [&url[..after], "//", rest].concat();
        }
    }
    url
}

fn split(url: &str) -> Parts<'_> {
    let (rest, fragment) = cut(url, '#');
    let scheme = scheme(rest);
    let rest = scheme.map_or(rest, |scheme| &rest[scheme.len() + 1..]);
    let (rest, query) = cut(rest, '?');
    match rest.strip_prefix("//") {
        Some(rest) => {
            let at = rest.find('/').unwrap_or(rest.len());
            Parts { scheme, authority: Some(&rest[..at]), path: rest[at..].into(), query, fragment }
        }
        None => Parts { scheme, authority: None, path: rest.into(), query, fragment },
    }
}

fn cut(text: &str, mark: char) -> (&str, Option<&str>) {
    text.split_once(mark).map_or((text, None), |(before, after)| (before, Some(after)))
}

/// RFC 3986 section 5.2.2, "Transform References".
fn target<'a>(base: &Parts<'a>, r: Parts<'a>) -> Parts<'a> {
    let rooted = r.authority.is_some() || r.path.starts_with('/');
    let Parts { scheme, authority, query, fragment, .. } = r;
    if scheme.is_some() {
        // Dots mean something in hierarchies only: `data:` and `mailto:` keep theirs.
        let path = if rooted { without_dots(&r.path).into() } else { r.path };
        return Parts { scheme, authority, path, query, fragment };
    }
    let scheme = base.scheme;
    if r.path.is_empty() && authority.is_none() {
        return Parts { scheme, authority: base.authority, path: base.path.clone(), query: query.or(base.query), fragment };
    }
    let baseless = scheme.is_none() && base.authority.is_none() && base.path.is_empty();
    let path = match (rooted, baseless) {
        (true, _) => without_dots(&r.path).into(),
        (false, true) => r.path,
        (false, false) => without_dots(&merge(base, &r.path)).into(),
    };
    Parts { scheme, authority: authority.or(base.authority), path, query, fragment }
}

/// RFC 3986 section 5.2.3, "Merge Paths".
fn merge(base: &Parts, path: &str) -> String {
    if base.authority.is_some() && base.path.is_empty() {
        return format!("/{path}");
    }
    let folder = base.path.rfind('/').map_or("", |at| &base.path[..=at]);
    [folder, path].concat()
}

/// RFC 3986 section 5.2.4, "Remove Dot Segments", with `%2e` read as a dot as browsers do.
fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let absolute = path.starts_with('/');
    let mut ends_in_folder = false;
    for segment in path.strip_prefix('/').unwrap_or(path).split('/') {
        ends_in_folder = true;
        if is_dots(segment, 2) {
            kept.pop();
        } else if !is_dots(segment, 1) {
            kept.push(segment);
            ends_in_folder = false;
        }
    }
    let mut out = String::with_capacity(path.len());
    if absolute {
        out.push('/');
    }
    out.push_str(&kept.join("/"));
    if ends_in_folder && !kept.is_empty() {
        out.push('/');
    }
    out
}

fn is_dots(segment: &str, dots: usize) -> bool {
    match dots {
        1 => segment == "." || segment.eq_ignore_ascii_case("%2e"),
        _ => segment == ".." || [".%2e", "%2e.", "%2e%2e"].iter().any(|form| segment.eq_ignore_ascii_case(form)),
    }
}

fn join(parts: &Parts) -> String {
    let mut out = String::with_capacity(parts.path.len() + 32);
    if let Some(scheme) = parts.scheme {
        out.push_str(&scheme.to_ascii_lowercase());
        out.push(':');
    }
    let after = [("//", parts.authority), ("", Some(&*parts.path)), ("?", parts.query), ("#", parts.fragment)];
    for (mark, part) in after {
        if let Some(part) = part {
            out.push_str(mark);
            push_encoded(&mut out, part);
        }
    }
    out
}

/// Percent-encodes what has no place in an address and could end an attribute or a Markdown link.
fn push_encoded(out: &mut String, part: &str) {
    for c in part.chars() {
        if c <= ' ' || matches!(c, '"' | '<' | '>' | '`' | '{' | '}' | '|' | '\\' | '^' | '\u{7f}'..='\u{a0}') {
            let mut bytes = [0; 4];
            for &byte in c.encode_utf8(&mut bytes).as_bytes() {
                out.push('%');
                out.extend([byte >> 4, byte & 15].map(|digit| b"0123456789ABCDEF"[digit as usize] as char));
            }
        } else {
            out.push(c);
        }
    }
}
