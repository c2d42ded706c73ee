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

    /// The value: a stated one, an address, or the text.
    pub fn value(&self, page: &Page) -> String {
        let filled = |attr| page.attr(self.node, attr).filter(|value| !value.trim().is_empty());
        let stated = if page.attr(self.node, Attr::Content).is_some() { filled(Attr::Content) } else { filled(Attr::Datetime) };
        let address = || match page.tag(self.node) {
            Tag::Img | Tag::Source | Tag::Video | Tag::Audio => page.attr(self.node, Attr::Src),
            Tag::Link => page.attr(self.node, Attr::Href),
            _ => None,
        };
        match stated.or_else(address) {
            Some(value) => super::plain(value),
            None => page.text_of(self.node),
        }
    }
}

/// Whether a property is about the page's own subject, not about a comment, a rating or a listed thing.
pub fn is_of_page(page: &Page, sources: &Sources, prop: &Prop) -> bool {
    other_item(page, sources, prop.node).is_none()
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
    let mut named = sources.props.iter().filter(|prop| prop.is(name) && is_of_page(page, sources, prop));
    named.any(|prop| is_taken(&prop.value(page), take))
}

/// The first name that stands in an element.
pub fn name_inside<'a>(page: &Page, sources: &'a Sources, node: NodeId) -> Option<&'a Prop<'a>> {
    sources.props.iter().find(|prop| prop.node > node && prop.is("name") && page.contains(node, prop.node))
}
