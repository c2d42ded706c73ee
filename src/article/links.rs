//! Links.

use super::footnotes;
use super::safe;
use super::walk::{Context, Step};
use crate::page::{Attr, NodeId, Tag};

/// A link that leads somewhere; without a usable address only its text stays.
pub fn step(cx: &Context, at: NodeId) -> Option<Step> {
    if cx.page.tag(at) != Tag::A {
        return None;
    }
    let Some(href) = cx.page.attr(at, Attr::Href) else { return Some(Step::Through) };
    if let Some(fragment) = href.trim().strip_prefix('#') {
        return Some(footnotes::link(cx, at, fragment));
    }
    Some(safe::link(&cx.base, href).map_or(Step::Through, |href| Step::Inline(Tag::A, vec![("href", href)])))
}
