//! Microdata (`itemprop`) and RDFa (`property`) in the body.

use super::json_ld::local;
use super::sources::Sources;
use super::stated::{Take, is_taken};
use crate::page::{Attr, NodeId, Page, Tag};
use crate::rules::words;
use crate::text::{lists, search};

/// One property in the body.
#[derive(Clone, Copy, Debug)]
pub struct Prop<'a> {
    /// Its name without prefix: `datePublished`.
    pub name: &'a str,
    /// Where it stands.
    pub node: NodeId,
}

/// The property of an element, if it is one that some field reads.
pub fn prop(node: NodeId, value: &str) -> Option<Prop<'_>> {
    let mut names = value.split_ascii_whitespace().take(4).map(local);
    let name = names.find(|name| lists::has_word(words::SCHEMA_PROPERTIES, name))?;
    Some(Prop { name, node })
}

impl Prop<'_> {
    /// Whether it is called so.
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// Whether it names who wrote something.
    pub fn is_author(&self) -> bool {
        self.is("author") || self.is("creator")
    }
}

/// The value of an element with a property: a stated one, an address, or the text.
#[inline(never)]
pub fn value(page: &Page, node: NodeId) -> String {
    let stated = page.attr(node, Attr::Content).or_else(|| page.attr(node, Attr::Datetime)).unwrap_or_default();
    if !stated.trim().is_empty() {
        return super::plain(stated);
    }
    let address = match page.tag(node) {
        Tag::Img | Tag::Source | Tag::Video | Tag::Audio => page.attr(node, Attr::Src),
        Tag::Link => page.attr(node, Attr::Href),
        _ => None,
    };
    match address {
        Some(value) => super::plain(value),
        None => page.text_of(node),
    }
}

/// The innermost item that holds a node, if it is not the page's own subject: a comment, a rating, a listed thing.
pub fn other_item(page: &Page, sources: &Sources, node: NodeId) -> Option<NodeId> {
    let item = sources.items.above(node)?.node;
    let kind = page.attr(item, Attr::ItemType).or_else(|| page.attr(item, Attr::Typeof)).unwrap_or_default();
    lists::has_word(words::SCHEMA_NOT_THE_PAGE, local(search::trim_end(kind, "/"))).then_some(item)
}

/// Hands over the values of the properties of a name that are about the page.
#[inline(never)]
pub fn any_value(page: &Page, sources: &Sources, name: &str, take: &mut Take) -> bool {
    for prop in &sources.props {
        if prop.is(name) && other_item(page, sources, prop.node).is_none() && is_taken(&value(page, prop.node), take) {
            return true;
        }
    }
    false
}

/// The first name that stands in an element.
pub fn name_inside(page: &Page, sources: &Sources, node: NodeId) -> Option<NodeId> {
    let name = sources.props.iter().find(|prop| prop.node > node && prop.is("name") && page.contains(node, prop.node))?;
    Some(name.node)
}
