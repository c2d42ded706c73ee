//! Films, sounds and embedded pages. Nothing here loads by itself: a film waits for the reader, an embedded page is a link.

use super::body::Span;
use super::flow::Flow;
use super::safe;
use super::walk::{Context, Step};
use crate::page::{Attr, NodeId, Tag, url};
use crate::text::{decimal, search};

/// Width and height in CSS pixels up to which a frame is not for looking at.
const FRAME_PX_MIN: f32 = 60.0;
/// Nodes of a film that are looked at for its sources.
const SOURCE_NODES_MAX: u32 = 40;
/// Path parts and host parts by which services mark a page as made to be embedded.
const EMBED_MARKS: [&str; 5] = ["/embed", "player", "/video", "widget", "/oembed"];

/// `<video>`, `<audio>`.
pub fn media(cx: &Context, flow: &mut Flow, at: NodeId) -> Step {
    let (page, tag) = (cx.page, cx.page.tag(at));
    let end = page.end(at).place().min(at.place() + 1 + SOURCE_NODES_MAX);
    for node in (at.place()..end).map(NodeId::at) {
        if (node == at || page.tag(node) == Tag::Source)
            && let Some(src) = page.attr(node, Attr::Src)
            && flow.body.add_address(tag, Attr::Src, &cx.base, src)
        {
            // `preload="none"`: no request before the reader asks for one.
            flow.body.add(tag, Attr::Controls, "");
            flow.body.add(tag, Attr::Preload, "none");
            figure(flow, tag, "");
            break;
        }
    }
    Step::Skip
}

/// `<iframe>`.
pub fn frame(cx: &Context, flow: &mut Flow, at: NodeId) -> Step {
    let page = cx.page;
    for attr in [Attr::Width, Attr::Height] {
        if page.attr(at, attr).and_then(|px| decimal::parse(px.trim())).is_some_and(|px| px < FRAME_PX_MIN) {
            return Step::Skip;
        }
    }
    let in_figure = page.parent(at).is_some_and(|parent| page.tag(parent) == Tag::Figure);
    let mut src = String::new();
    for attr in [Attr::Src, Attr::DataSrc] {
        if let Some(raw) = page.attr(at, attr).filter(|_| !safe::is_media(&src)) {
            src.clear();
            url::push_resolved(&mut src, &cx.base, raw);
        }
    }
    let is_made_for_it = in_figure || EMBED_MARKS.iter().any(|mark| search::has(&src, mark));
    if let Some(host) = url::host(&src).filter(|_| is_made_for_it && safe::is_media(&src) && !page.is_hidden(at)) {
        flow.body.add(Tag::A, Attr::Href, &src);
        match page.attr(at, Attr::Title).unwrap_or_default().trim() {
            "" => figure(flow, Tag::A, host),
            title => figure(flow, Tag::A, &[title, " (", host, ")"].concat()),
        }
    }
    Step::Skip
}

/// Writes a figure with one element, which has the attributes that wait, around a text.
fn figure(flow: &mut Flow, tag: Tag, text: &str) {
    let attrs = flow.body.take_attrs();
    if flow.begin_block_leaf(Tag::Figure) {
        flow.body.open(Tag::Figure, Span::default());
        flow.body.open(tag, attrs);
        if !text.is_empty() {
            flow.body.push_text(text);
        }
        flow.body.close();
        flow.body.close();
    }
}
