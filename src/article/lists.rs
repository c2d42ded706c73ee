//! Lists.

use super::flow::Attrs;
use super::walk::{Context, Step};
use crate::page::{Attr, NodeId, Tag};

/// Lists and their items.
pub fn step(cx: &Context, at: NodeId) -> Option<Step> {
    let mut attrs = Attrs::new();
    let tag = match cx.page.tag(at) {
        Tag::Ul | Tag::Menu | Tag::Dir => Tag::Ul,
        Tag::Ol => {
            number(cx, at, Attr::Start, "start", &mut attrs);
            if cx.page.attr(at, Attr::Reversed).is_some() {
                attrs.push(("reversed", String::new()));
            }
            Tag::Ol
        }
        Tag::Li => {
            number(cx, at, Attr::Value, "value", &mut attrs);
            Tag::Li
        }
        tag @ (Tag::Dl | Tag::Dt | Tag::Dd) => tag,
        _ => return None,
    };
    Some(Step::Block(tag, attrs))
}

fn number(cx: &Context, at: NodeId, attr: Attr, name: &'static str, attrs: &mut Attrs) {
    let value = cx.page.attr(at, attr).and_then(|value| value.trim().parse::<i32>().ok());
    attrs.extend(value.map(|value| (name, value.to_string())));
}
