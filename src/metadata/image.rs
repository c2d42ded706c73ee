//! The lead image.

use super::Facts;
use super::sources::Sources;
use crate::page::Page;
use crate::rules::words;

/// The address of the lead image: meta tags, structured data.
pub fn read(facts: &Facts) -> Option<String> {
    let mut all = Vec::new();
    all.extend(facts.sources.meta_of(words::META_IMAGE));
    for node in &facts.subjects {
        let images = node.nodes("image");
        all.extend(images.iter().find_map(|image| image.text("url").or_else(|| image.text("contentUrl"))));
    }
    all.extend(facts.subject("image"));
    all.extend(facts.item("image"));
    all.iter().find_map(|address| absolute(facts.page, facts.sources, address))
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
