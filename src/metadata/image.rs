//! The lead image.

use super::Facts;
use super::json_ld::Node;
use super::sources::Sources;
use super::stated::Stated::{Data, Item, Meta};
use super::stated::Take;
use crate::page::Page;
use crate::rules::words;

/// The address of the lead image: meta tags, structured data.
pub fn read(facts: &Facts) -> Option<String> {
    let mut found = None;
    let mut take = |address: &str| {
        found = absolute(facts.page, facts.sources, address);
        found.is_some()
    };
    if !facts.stated(&[Meta(words::META_IMAGE)], &mut take) {
        let of_node = |image: Node, take: &mut Take| image.any_text("url", take) || image.any_text("contentUrl", take);
        if !facts.subjects().any(|node| node.any_node("image", &mut |image| of_node(image, &mut take))) {
            facts.stated(&[Data("image"), Item("image")], &mut take);
        }
    }
    found
}

/// An address made absolute by the page's own, where it can be.
pub fn absolute(page: &Page, sources: &Sources, address: &str) -> Option<String> {
    let address = address.trim();
    if address.is_empty() || address.contains(char::is_whitespace) {
        return None;
    }
    if let Some((scheme, _)) = address.split_once(':')
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric())
    {
        return (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")).then(|| address.to_owned());
    }
    let base = sources.base.filter(|base| base.contains("://"));
    let Some(base) = base.or(page.url.as_deref()) else { return Some(address.to_owned()) };
    let (scheme, rest) = base.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    Some(if let Some(path) = address.strip_prefix("//") {
        [scheme, "://", path].concat()
    } else if address.starts_with('/') {
        [scheme, "://", host, address].concat()
    } else {
        let path = rest.split(['?', '#']).next()?;
        let folder = path.rfind('/').map_or(path, |at| &path[..at]);
        [scheme, "://", folder, "/", address].concat()
    })
}
