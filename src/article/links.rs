//! Links.

use super::flow::Flow;
use super::footnotes;
use super::walk::{Context, Step};
use crate::page::{Attr, NodeId, Tag};

/// A link that leads somewhere; without a usable address only its text stays.
pub fn step(cx: &Context, flow: &mut Flow, at: NodeId) -> Step {
    let Some(href) = cx.page.attr(at, Attr::Href) else { return Step::Through };
    if let Some(fragment) = href.trim().strip_prefix('#') {
        return footnotes::link(cx, flow, at, fragment);
    }
    if flow.body.add_address(Tag::A, Attr::Href, &cx.base, href) { Step::Inline(Tag::A) } else { Step::Through }
}
