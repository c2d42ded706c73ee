//! Paragraphs and the elements that stand in them. A `<div>` of text, a `<p>` and text between two `<br><br>` are the same.

use super::flow::Flow;
use super::walk::{Context, Step};
use crate::page::{Attr, NodeId, Tag};

/// What any element becomes that no other file knows.
pub fn step(cx: &Context, flow: &mut Flow, at: NodeId) -> Step {
    use Tag::*;
    let tag = cx.page.tag(at);
    let attr = match tag {
        Br => return Step::Break,
        Hr => {
            if flow.begin_block_leaf(Hr) {
                let attrs = flow.body.take_attrs();
                flow.body.open(Hr, attrs);
            }
            return Step::Skip;
        }
        B => return Step::Inline(Strong),
        I => return Step::Inline(Em),
        Tt => return Step::Inline(Code),
        Strike => return Step::Inline(S),
        Em | Strong | Code | S | Cite | Del | Ins | Kbd | Mark | Q | Ruby | Rt | Samp | Small | Sub | Sup | Var => {
            return Step::Inline(tag);
        }
        Abbr | Dfn => Attr::Title,
        Time => Attr::Datetime,
        Bdi | Bdo => Attr::Dir,
        _ if tag.is_block() => return Step::Line,
        _ => return Step::Through,
    };
    if let Some(value) = cx.page.attr(at, attr) {
        flow.body.add(tag, attr, value);
    }
    Step::Inline(tag)
}
