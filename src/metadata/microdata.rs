//! Microdata (`itemprop`) and RDFa (`property`) in the body.

use super::Facts;
use super::json_ld::local;
use super::sources::Sources;
use crate::page::{Attr, NodeId, Page, Tag};
use crate::rules::words;
use crate::text::lists;

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
fn is_of_page(page: &Page, sources: &Sources, prop: &Prop) -> bool {
    let Some(item) = sources.items.above(prop.node) else { return true };
    let kind = page.attr(item.node, Attr::ItemType).or_else(|| page.attr(item.node, Attr::Typeof)).unwrap_or_default();
    !lists::has_word(words::SCHEMA_NOT_THE_PAGE, local(kind.trim_end_matches('/')))
}

/// The values of the properties of a name that are about the page.
#[inline(never)]
pub fn values(page: &Page, sources: &Sources, name: &str) -> Vec<String> {
    let named = sources.props.iter().filter(|prop| prop.is(name) && is_of_page(page, sources, prop));
    named.map(|prop| prop.value(page)).filter(|value| !value.is_empty()).collect()
}

impl Facts<'_> {
    /// The properties that name the page's authors.
    pub fn author_props(&self) -> Vec<Prop<'_>> {
        let props = self.sources.props.iter().copied();
        props.filter(|prop| prop.is_author() && is_of_page(self.page, self.sources, prop)).collect()
    }

    /// The names of the authors: an author is an item with a name, or just text.
    pub fn item_authors(&self) -> Vec<String> {
        let props = self.author_props();
        props.iter().map(|author| self.name_inside(author.node).unwrap_or(author).value(self.page)).collect()
    }

    /// The first name that stands in an element.
    pub fn name_inside(&self, node: NodeId) -> Option<&Prop<'_>> {
        self.sources.props.iter().find(|prop| prop.node > node && prop.is("name") && self.page.contains(node, prop.node))
    }

    /// The values of the properties of a name that are about the page.
    pub fn items(&self, name: &str) -> Vec<String> {
        values(self.page, self.sources, name)
    }

    /// The first of them.
    pub fn item(&self, name: &str) -> Option<String> {
        self.items(name).into_iter().next()
    }
}
