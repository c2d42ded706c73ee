//! Headings: the article's own title once, as a field, and levels without gaps below it.

use super::flow::Attrs;
use super::walk::{Context, Step};
use super::{Piece, alike};
use crate::page::{Attr, NodeId, Tag};

/// `<h1>` to `<h6>`, and elements that say by their role that they are headings.
pub fn step(cx: &Context, at: NodeId) -> Option<Step> {
    let tag = cx.page.tag(at);
    if tag.heading_level().is_some() {
        return Some(Step::Block(tag, Attrs::new()));
    }
    if cx.page.attr(at, Attr::Role) != Some("heading") {
        return None;
    }
    let level = cx.page.attr(at, Attr::AriaLevel).and_then(|level| level.trim().parse().ok()).unwrap_or(2);
    Some(Step::Block(heading(level), Attrs::new()))
}

fn heading(level: usize) -> Tag {
    [Tag::H1, Tag::H2, Tag::H3, Tag::H4, Tag::H5, Tag::H6][level.clamp(1, 6) - 1]
}

/// Blocks at the head of the article among which the title may stand as a plain paragraph.
const TITLE_BLOCKS_MAX: usize = 3;

/// Takes the article's own title out of its body: as a heading anywhere, as a paragraph near the head.
pub fn drop_title(pieces: &mut Vec<Piece>, title: &str) {
    let title = alike::key(title);
    if title.is_empty() {
        return;
    }
    let mut doomed = Vec::new();
    let mut blocks = 0;
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        let Piece::Open(tag, _) = piece else {
            at += 1;
            continue;
        };
        let is_heading = tag.heading_level().is_some();
        if is_heading || *tag == Tag::P {
            let end = super::end_of(pieces, at);
            if (is_heading || blocks < TITLE_BLOCKS_MAX) && alike::key(&super::text_in(&pieces[at..end])) == title {
                doomed.push(at..end);
            }
            blocks += 1;
            at = end;
        } else {
            at += 1;
        }
    }
    super::remove(pieces, &doomed);
}

/// Gives the levels in use the numbers from 2 on, in their order: the title is the only `<h1>`, and no level is skipped.
pub fn level(pieces: &mut [Piece]) {
    let mut used = [false; 7];
    for piece in pieces.iter() {
        if let Piece::Open(tag, _) = piece
            && let Some(level) = tag.heading_level()
        {
            used[level as usize] = true;
        }
    }
    let mut next = 2;
    let mut becomes = [Tag::H2; 7];
    for level in 1..7 {
        becomes[level] = heading(next);
        next += used[level] as usize;
    }
    for piece in pieces {
        if let Piece::Open(tag, _) = piece
            && let Some(level) = tag.heading_level()
        {
            *tag = becomes[level as usize];
        }
    }
}
