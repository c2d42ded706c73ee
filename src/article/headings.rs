//! Headings: the article's own title once, as a field, and levels without gaps below it.

use super::alike;
use super::body::{Body, Piece};
use super::walk::{Context, Step};
use crate::page::{Attr, NodeId, Tag};
use crate::text::decimal;

/// `<h1>` to `<h6>`, and elements that say by their role that they are headings.
pub fn step(cx: &Context, at: NodeId) -> Option<Step> {
    let tag = cx.page.tag(at);
    if tag.heading_level().is_some() {
        return Some(Step::Block(tag));
    }
    if cx.page.attr(at, Attr::Role) != Some("heading") {
        return None;
    }
    let level = cx.page.attr(at, Attr::AriaLevel).and_then(|level| decimal::integer(level.trim())).unwrap_or(2);
    Some(Step::Block(heading(level.clamp(1, 6) as usize)))
}

/// The heading of a level, 1 to 6.
fn heading(level: usize) -> Tag {
    const HEADINGS: [Tag; 6] = [Tag::H1, Tag::H2, Tag::H3, Tag::H4, Tag::H5, Tag::H6];
    HEADINGS.get(level - 1).copied().unwrap_or(Tag::H6)
}

/// Blocks at the head of the article among which the title may stand as a plain paragraph.
const TITLE_BLOCKS_MAX: usize = 3;

/// Takes the article's own title out of its body: as a heading anywhere, as a paragraph near the head.
pub fn drop_title(body: &mut Body, title: &str) {
    let title = alike::key(title);
    if title.is_empty() {
        return;
    }
    let mut doomed = Vec::new();
    let mut blocks = 0;
    let mut at = 0;
    while let Some(&piece) = body.pieces().get(at) {
        let mut next = at + 1;
        if let Piece::Open(tag, _) = piece {
            let is_heading = tag.heading_level().is_some();
            if is_heading || tag == Tag::P && blocks < TITLE_BLOCKS_MAX {
                next = body.end_of(at);
                if alike::key(&body.text_in(at..next)) == title {
                    doomed.push(at..next);
                }
                blocks += 1;
            }
        }
        at = next;
    }
    body.remove(&doomed);
}

/// Gives the levels in use the numbers from 2 on, in their order: the title is the only `<h1>`, and no level is skipped.
pub fn level(body: &mut Body) {
    let mut used = [false; 7];
    let levels =
        body.pieces().iter().filter_map(|piece| if let Piece::Open(tag, _) = piece { tag.heading_level() } else { None });
    levels.for_each(|level| used[usize::from(level).min(6)] = true);
    let mut next = 2;
    let mut becomes = [Tag::H2; 7];
    for (tag, used) in becomes.iter_mut().zip(used) {
        *tag = heading(next);
        next += used as usize;
    }
    for piece in &mut body.pieces {
        if let Piece::Open(tag, _) = piece
            && let Some(level) = tag.heading_level()
        {
            *tag = becomes[usize::from(level).min(6)];
        }
    }
}
