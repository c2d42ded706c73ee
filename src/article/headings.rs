//! Headings: the article's own title once, as a field, and levels without gaps below it.

use super::alike;
use super::body::{Body, Piece};
use super::walk::{Context, Step};
use crate::page::{Attr, NodeId, Tag};
use crate::reading::Metadata;
use crate::text::{decimal, search};

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
/// A date in the headline's element has at most so many bytes of letters and figures.
const DATE_BYTES_MAX: usize = 24;

/// Takes the article's own title out of its body: as a heading anywhere, also with its kicker, its subtitle or a date in it; as a
/// paragraph near the head.
pub fn drop_title(body: &mut Body, metadata: &Metadata) {
    let key = |text: &Option<String>| alike::key(text.as_deref().unwrap_or_default());
    let (title, kicker, standfirst) = (key(&metadata.title), key(&metadata.kicker), key(&metadata.standfirst));
    // "17 June": letters and figures.
    let is_date = |text: &str| text.len() <= DATE_BYTES_MAX && text.bytes().any(|byte| byte.is_ascii_digit());
    let is_known = |text: &str| text.is_empty() || text == kicker || text == standfirst || is_date(text);
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
                let said = alike::key(&body.text_in(at..next));
                let around =
                    || search::split_once(&said, &title).is_some_and(|(before, behind)| is_known(before) && is_known(behind));
                if said == title || is_heading && around() {
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
    for piece in body.pieces() {
        if let Piece::Open(tag, _) = piece
            && let Some(level) = tag.heading_level()
        {
            used[usize::from(level).min(6)] = true;
        }
    }
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
