//! Microdata (`itemprop`) and RDFa (`property`) in the body.

use crate::page::{Attr, NodeId, Page, Tag};
use crate::rules::words;

/// How far up the item is looked for that a property belongs to.
const ANCESTORS_MAX: usize = 60;

/// One property in the body.
#[derive(Clone, Copy, Debug)]
pub struct Prop<'a> {
    /// Its name without prefix: `datePublished`.
    pub name: &'a str,
    /// Where it stands.
    pub node: NodeId,
}

/// The property of an element, if it is one that some field reads.
pub fn prop<'a>(node: NodeId, value: &'a str) -> Option<Prop<'a>> {
    const READ: [&str; 13] = [
        "datePublished",
        "dateModified",
        "dateCreated",
        "author",
        "creator",
        "headline",
        "name",
        "description",
        "image",
        "publisher",
        "isAccessibleForFree",
        "uploadDate",
        "alternativeHeadline",
    ];
    let mut names = value.split_ascii_whitespace().take(4).map(|name| name.rsplit([':', '/', '#']).next().unwrap_or(name));
    let name = names.find_map(|name| READ.iter().find(|known| known.eq_ignore_ascii_case(name)))?;
    Some(Prop { name, node })
}

impl Prop<'_> {
    /// The value: a stated one, an address, or the text.
    pub fn value(&self, page: &Page) -> String {
        let stated = [Attr::Content, Attr::Datetime].iter().find_map(|&attr| page.attr(self.node, attr));
        let address = || match page.tag(self.node) {
            Tag::Img | Tag::Source | Tag::Video | Tag::Audio => page.attr(self.node, Attr::Src),
            Tag::Link => page.attr(self.node, Attr::Href),
            _ => None,
        };
        match stated.filter(|value| !value.trim().is_empty()).or_else(address) {
            Some(value) => super::plain(value),
            None => page.text_of(self.node),
        }
    }

    /// Whether the property is about the page's own subject, not about a comment, a rating or a listed thing.
    pub fn is_of_page(&self, page: &Page) -> bool {
        let item = page.ancestors(self.node).take(ANCESTORS_MAX).find_map(|at| {
            let kind = page.attr(at, Attr::ItemType).or_else(|| page.attr(at, Attr::Typeof))?;
            Some(kind.trim_end_matches('/').rsplit(['/', ':', '#']).next().unwrap_or(kind))
        });
        !item.is_some_and(|item| words::SCHEMA_NOT_THE_PAGE.contains(&item))
    }
}

/// The names of the authors: an author is an item with a name, or just text.
pub fn authors(page: &Page, props: &[Prop]) -> Vec<String> {
    let stated = props.iter().filter(|prop| matches!(prop.name, "author" | "creator") && prop.is_of_page(page));
    let named = stated.map(|author| {
        let inside = |prop: &&Prop| prop.name == "name" && prop.node > author.node && page.contains(author.node, prop.node);
        props.iter().find(inside).unwrap_or(author).value(page)
    });
    named.filter(|name| !name.is_empty()).collect()
}

/// The first property of a name that is about the page, with a value.
pub fn first<'a>(page: &Page, props: &'a [Prop<'a>], name: &str) -> Option<(String, NodeId)> {
    of_page(page, props, name).next()
}

/// The properties of a name that are about the page and have a value.
pub fn of_page<'a>(page: &'a Page, props: &'a [Prop<'a>], name: &'a str) -> impl Iterator<Item = (String, NodeId)> + 'a {
    let named = props.iter().filter(move |prop| prop.name == name && prop.is_of_page(page));
    named.map(|prop| (prop.value(page), prop.node)).filter(|(value, _)| !value.is_empty())
}
