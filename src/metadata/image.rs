//! The lead image.

use super::{Facts, meta_tags, microdata};
use crate::page::{Attr, Page, Tag};
use crate::rules::words;

/// The address of the lead image: meta tags, structured data.
pub fn read(facts: &Facts, _url: Option<&str>) -> Option<String> {
    let meta = || meta_tags::first(facts.sources, words::META_IMAGE);
    let data = || {
        let nodes = facts.subjects.iter().flat_map(|node| node.nodes("image"));
        let address = nodes.filter_map(|image| image.text("url").or_else(|| image.text("contentUrl"))).next();
        address.or_else(|| facts.subjects.iter().flat_map(|node| node.texts("image")).next())
    };
    let item = || microdata::first(facts.page, &facts.sources.props, "image").map(|(value, _)| value);
    let all = [meta(), data(), item()];
    all.into_iter().flatten().find_map(|address| absolute(facts.page, &address))
}

/// An address made absolute by the page's own, where it can be.
pub fn absolute(page: &Page, address: &str) -> Option<String> {
    let address = address.trim();
    if address.is_empty() || address.contains(char::is_whitespace) {
        return None;
    }
    if let Some((scheme, _)) = address.split_once(':')
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric())
    {
        return (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")).then(|| address.to_owned());
    }
    let base = page.first(Tag::Base).and_then(|node| page.attr(node, Attr::Href)).filter(|base| base.contains("://"));
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
