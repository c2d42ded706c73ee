//! The lead image.

use super::Facts;
use super::json_ld::Node;
use super::sources::Sources;
use super::stated::Stated::{Data, Item, Meta};
use super::stated::Take;
use crate::page::Page;
use crate::page::url::resolve;
use crate::rules::words;
use crate::text::search::{after_last, has, has_in_any_case, until};

/// The address of the lead image: meta tags, structured data.
pub fn read(facts: &Facts) -> Option<String> {
    let mut found = None;
    let mut take = |address: &str| {
        found = absolute(facts.page, facts.sources, address).filter(|address| !is_of_site(address));
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

/// Parts of the names of files that show the site and not the article, or hold an image's place.
const SITE_NAMES: [&str; 7] = ["logo", "placeholder", "favicon", "no-image", "noimage", "default-image", "blank."];

/// Whether an address is that of a logo or a placeholder.
fn is_of_site(address: &str) -> bool {
    let name = after_last(until(address, "?#"), b'/');
    SITE_NAMES.iter().any(|part| has_in_any_case(name, part))
}

/// An address made absolute by the page's own, where it can be; nothing where it is not one of the web.
#[inline(never)]
pub fn absolute(page: &Page, sources: &Sources, address: &str) -> Option<String> {
    let address = address.trim();
    if address.is_empty() || address.contains(char::is_whitespace) {
        return None;
    }
    let base = sources.base.filter(|base| has(base, "://")).or(page.url.as_deref()).unwrap_or_default();
    let found = resolve(base, address);
    // Without a base an address stays as it is.
    let is_of_web = found.starts_with("http://") || found.starts_with("https://");
    let has_scheme = has(until(&found, "/?#"), ":");
    (is_of_web || base.is_empty() && !has_scheme).then_some(found)
}
