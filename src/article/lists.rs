//! Lists.

use super::flow::Flow;
use super::walk::{Context, Step};
use crate::page::{Attr, NodeId, Tag};
use crate::text::decimal;

/// `<ul>`, `<ol>` and their items.
pub fn step(cx: &Context, flow: &mut Flow, at: NodeId) -> Step {
    let (tag, number) = match cx.page.tag(at) {
        Tag::Ol => (Tag::Ol, Attr::Start),
        Tag::Li => (Tag::Li, Attr::Value),
        _ => return Step::Block(Tag::Ul),
    };
    if let Some(value) = cx.page.attr(at, number).and_then(|value| decimal::integer(value.trim())) {
        flow.body.add_number(tag, number, value);
    }
    if cx.page.attr(at, Attr::Reversed).is_some() {
        flow.body.add(tag, Attr::Reversed, "");
    }
    Step::Block(tag)
}
