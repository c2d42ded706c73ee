//! Paragraphs and the elements that stand in them. A `<div>` of text, a `<p>` and text between two `<br><br>` are the same.

use super::walk::{Context, Step};
use crate::page::{Attr, NodeId, Tag};

/// What any element becomes that no other file knows.
pub fn step(cx: &Context, at: NodeId) -> Step {
    use Tag::*;
    let page = cx.page;
    let tag = page.tag(at);
    match tag {
        Br => Step::Break,
        Hr => Step::BlockLeaf(Hr, vec![super::Piece::Open(Hr, Vec::new())]),
        B => Step::Inline(Strong, Vec::new()),
        I => Step::Inline(Em, Vec::new()),
        Tt => Step::Inline(Code, Vec::new()),
        Strike => Step::Inline(S, Vec::new()),
        Em | Strong | Code | S | Cite | Del | Ins | Kbd | Mark | Q | Ruby | Rt | Samp | Small | Sub | Sup | Var => {
            Step::Inline(tag, Vec::new())
        }
        Abbr | Dfn => Step::Inline(tag, attr(cx, at, Attr::Title, "title")),
        Time => Step::Inline(tag, attr(cx, at, Attr::Datetime, "datetime")),
        Bdi | Bdo => Step::Inline(tag, attr(cx, at, Attr::Dir, "dir")),
        _ if tag.is_block() => Step::Line,
        _ => Step::Through,
    }
}

fn attr(cx: &Context, at: NodeId, attr: Attr, name: &'static str) -> Vec<(&'static str, String)> {
    cx.page.attr(at, attr).map(|value| (name, value.to_owned())).into_iter().collect()
}
