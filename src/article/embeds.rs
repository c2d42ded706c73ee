//! Films, sounds and embedded pages. Nothing here loads by itself: a film waits for the reader, an embedded page is a link.

use super::Piece;
use super::flow::Attrs;
use super::safe;
use super::walk::{Context, Step};
use crate::page::{Attr, NodeId, Tag, url};

/// Width and height in CSS pixels up to which a frame is not for looking at.
const FRAME_PX_MIN: u32 = 60;
/// Nodes of a film that are looked at for its sources.
const SOURCE_NODES_MAX: usize = 40;
/// Path parts and host parts by which services mark a page as made to be embedded.
const EMBED_MARKS: [&str; 5] = ["/embed", "player", "/video", "widget", "/oembed"];

/// `<video>`, `<audio>`, `<iframe>`.
pub fn step(cx: &Context, at: NodeId) -> Option<Step> {
    let pieces = match cx.page.tag(at) {
        tag @ (Tag::Video | Tag::Audio) => media(cx, at, tag),
        Tag::Iframe => frame(cx, at),
        _ => return None,
    };
    Some(pieces.map_or(Step::Skip, |pieces| Step::BlockLeaf(Tag::Figure, pieces)))
}

fn media(cx: &Context, at: NodeId, tag: Tag) -> Option<Vec<Piece>> {
    let page = cx.page;
    let sources = page.descendants(at).take(SOURCE_NODES_MAX).filter(|&node| page.tag(node) == Tag::Source);
    let src = std::iter::once(at).chain(sources).find_map(|node| safe::media(&cx.base, page.attr(node, Attr::Src)?))?;
    // `preload="none"`: no request before the reader asks for one.
    let attrs = vec![("src", src), ("controls", String::new()), ("preload", "none".to_owned())];
    Some(vec![Piece::Open(Tag::Figure, Attrs::new()), Piece::Open(tag, attrs), Piece::Close, Piece::Close])
}

fn frame(cx: &Context, at: NodeId) -> Option<Vec<Piece>> {
    let page = cx.page;
    let small = |attr| page.attr(at, attr).and_then(|px| px.trim().parse::<u32>().ok()).is_some_and(|px| px < FRAME_PX_MIN);
    if small(Attr::Width) || small(Attr::Height) || page.is_hidden(at) {
        return None;
    }
    let src = [Attr::Src, Attr::DataSrc].iter().find_map(|&attr| safe::media(&cx.base, page.attr(at, attr)?))?;
    let host = url::host(&src)?.to_owned();
    let title = page.attr(at, Attr::Title).map(str::trim).filter(|title| !title.is_empty());
    let in_figure = page.parent(at).is_some_and(|parent| page.tag(parent) == Tag::Figure);
    if !in_figure && !EMBED_MARKS.iter().any(|mark| src.contains(mark)) {
        return None;
    }
    let name = title.map_or(host.clone(), |title| format!("{title} ({host})"));
    Some(vec![
        Piece::Open(Tag::Figure, Attrs::new()),
        Piece::Open(Tag::A, vec![("href", src)]),
        Piece::Text(name),
        Piece::Close,
        Piece::Close,
    ])
}
