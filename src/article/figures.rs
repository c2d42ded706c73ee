//! Images and figures. Lazy images get the address they would load; tracking pixels, icons and avatars are dropped.

use super::body::Body;
use super::flow::Flow;
use super::noscript;
use super::walk::{Context, Step};
use crate::page::{Attr, NodeId, Page, Tag, node_range};
use crate::text::{decimal, search};

/// A width or height in CSS pixels up to which an image is an icon. More drops small logos in the text, less lets share
/// icons in. The usual icon sizes are 16 to 48.
const ICON_PX_MAX: f32 = 48.0;
/// Width and height up to which a square image with an avatar's name is dropped.
const AVATAR_PX_MAX: f32 = 160.0;
/// A width or height up to which an image counts visits.
const PIXEL_PX_MAX: f32 = 3.0;
/// A width or height beyond which a number is a mistake.
const PX_MAX: f32 = 100_000.0;
/// Bytes of an emoji: a family of four is seven characters.
const PICTOGRAM_BYTES_MAX: usize = 32;
/// Characters of a `data:` address up to which it only holds the place of an image that is loaded later.
const PLACEHOLDER_CHARS_MAX: usize = 1200;
/// Nodes of a figure that are looked at for what it holds.
const FIGURE_NODES_MAX: usize = 200;
/// Nodes before a `<noscript>` among which the lazy image stands that it replaces.
const LAZY_NODES_MAX: u32 = 8;
/// Parts of file names that hold the place of an image or count visits.
const PLACEHOLDER_NAMES: [&str; 10] =
    ["placeholder", "spacer", "blank.gif", "blank.png", "1x1", "pixel.", "transparent.", "grey.gif", "loading.gif", "lazyload"];

/// Where lazy loaders put the address, the most common first, and whether it is a `srcset`.
const LAZY_ADDRESSES: [(Attr, bool); 5] = [
    (Attr::DataSrc, false),
    (Attr::DataLazySrc, false),
    (Attr::DataOriginal, false),
    (Attr::DataSrcset, true),
    (Attr::DataLazySrcset, true),
];

/// AMP's own image element.
pub fn is_amp_image(page: &Page, at: NodeId) -> bool {
    page.attr(at, Attr::TagName) == Some("amp-img")
}

/// Whether a `<figure>` is one: some pages wrap plain text in it.
pub fn holds_something(page: &Page, at: NodeId) -> bool {
    page.descendants(at).take(FIGURE_NODES_MAX).any(|node| {
        use Tag::*;
        match page.tag(node) {
            Img | Picture | Video | Audio | Iframe | Table | Pre | Noscript | Svg | Canvas | Math => true,
            Other => is_amp_image(page, node),
            _ => false,
        }
    })
}

/// `<img>`.
pub fn image(cx: &Context, flow: &mut Flow, at: NodeId) -> Step {
    let page = cx.page;
    let alt = page.attr(at, Attr::Alt).unwrap_or("").trim();
    if is_pictogram(alt) {
        if flow.begin_inline_leaf() {
            flow.body.push_text(alt);
        }
        return Step::Skip;
    }
    let is_lazy = lazy_address(cx, &mut flow.body, at);
    if is_small(page, at) || !is_lazy && (page.is_hidden(at) || !own_address(cx, &mut flow.body, at)) {
        return Step::Skip;
    }
    flow.body.add(Tag::Img, Attr::Alt, alt);
    for attr in [Attr::Width, Attr::Height] {
        if let Some(px) = pixels(page, at, attr) {
            flow.body.add_number(Tag::Img, attr, px as i32);
        }
    }
    flow.image();
    Step::Skip
}

/// Adds the address of the image as it is meant to be seen, if there is one.
fn address(cx: &Context, body: &mut Body, at: NodeId) -> bool {
    lazy_address(cx, body, at) || own_address(cx, body, at)
}

fn own_address(cx: &Context, body: &mut Body, at: NodeId) -> bool {
    let page = cx.page;
    let src = page.attr(at, Attr::Src).filter(|src| !is_placeholder(src));
    if let Some(src) = src.or_else(|| largest(page.attr(at, Attr::Srcset)?))
        && body.add_address(Tag::Img, Attr::Src, &cx.base, src)
    {
        return true;
    }
    let Some(picture) = page.parent(at).filter(|&parent| page.tag(parent) == Tag::Picture) else { return false };
    page.children(picture).any(|source| {
        let set = || [Attr::DataSrcset, Attr::DataLazySrcset, Attr::Srcset].iter().find_map(|&attr| page.attr(source, attr));
        page.tag(source) == Tag::Source
            && set()
                .and_then(largest)
                .is_some_and(|src| !is_placeholder(src) && body.add_address(Tag::Img, Attr::Src, &cx.base, src))
    })
}

fn lazy_address(cx: &Context, body: &mut Body, at: NodeId) -> bool {
    LAZY_ADDRESSES.iter().any(|&(attr, is_set)| {
        let value = cx.page.attr(at, attr);
        let src = if is_set { value.and_then(largest) } else { value }.unwrap_or_default();
        !is_placeholder(src)
            && search::until(src, "{[").len() == src.len()
            && body.add_address(Tag::Img, Attr::Src, &cx.base, src)
    })
}

/// The largest image of a `srcset`: candidates end at a comma with white space behind it or after a descriptor, as an
/// address may hold commas.
fn largest(srcset: &str) -> Option<&str> {
    let mut best = None;
    let mut most = -1.0;
    let mut rest = srcset;
    loop {
        rest = search::trim_start(rest, ",");
        let address = search::until(rest, " \n\t\r");
        let after = rest.get(address.len()..).unwrap_or_default();
        if address.is_empty() {
            return best;
        }
        let bare = search::trim_end(address, ",");
        let (descriptor, next) = match bare.len() < address.len() {
            true => ("", after),
            false => search::split_once(after, ",").unwrap_or((after, "")),
        };
        let size = search::until(descriptor.trim(), " ");
        let size = decimal::parse(search::trim_end(size, "wxh")).unwrap_or(0.0);
        if size > most {
            (most, best) = (size, Some(bare));
        }
        rest = next;
    }
}

/// Whether an address only holds the place of an image or counts visits.
fn is_placeholder(src: &str) -> bool {
    let src = src.trim();
    if src.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("data:")) {
        return src.len() <= PLACEHOLDER_CHARS_MAX;
    }
    let path = search::until(src, "?#");
    let name = search::find_last(path, b'/').and_then(|at| path.get(at..)).unwrap_or(path);
    src.is_empty() || PLACEHOLDER_NAMES.iter().any(|part| search::has_in_any_case(name, part))
}

/// Tracking pixels, icons, avatars: by the size that is stated or drawn.
fn is_small(page: &Page, at: NodeId) -> bool {
    let drawn = page.layout(at).map(|layout| layout.rect);
    let width = pixels(page, at, Attr::Width).or(drawn.map(|rect| rect.width).filter(|&px| px > 0.0));
    let height = pixels(page, at, Attr::Height).or(drawn.map(|rect| rect.height).filter(|&px| px > 0.0));
    let (Some(first), Some(second)) = (width.or(height), height.or(width)) else { return false };
    let (least, most) = (first.min(second), first.max(second));
    let named = |attr| page.attr(at, attr).is_some_and(|value| search::has_in_any_case(value, "avatar"));
    least <= PIXEL_PX_MAX || most <= ICON_PX_MAX || most <= AVATAR_PX_MAX && (named(Attr::Class) || named(Attr::Src))
}

fn pixels(page: &Page, at: NodeId, attr: Attr) -> Option<f32> {
    let value = page.attr(at, attr)?.trim();
    decimal::parse(value.strip_suffix("px").unwrap_or(value)).filter(|&px| (0.0..=PX_MAX).contains(&px))
}

/// An emoji drawn as an image has itself as alternative text.
fn is_pictogram(alt: &str) -> bool {
    let emoji = |c: char| matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' | '\u{fe0f}' | '\u{200d}');
    !alt.is_empty() && alt.len() <= PICTOGRAM_BYTES_MAX && alt.chars().all(emoji)
}

/// The image of a `<noscript>` whose lazy twin has no address of its own. What it holds is text where scripts run.
pub fn noscript_image(cx: &Context, flow: &mut Flow, at: NodeId) -> Step {
    let page = cx.page;
    for node in node_range(at.place().saturating_sub(LAZY_NODES_MAX)..at.place()) {
        let is_taken = page.tag(node) == Tag::Img && (is_small(page, node) || address(cx, &mut flow.body, node));
        flow.body.drop_attrs();
        if is_taken {
            return Step::Skip;
        }
    }
    let markup = page.children(at).map(|child| page.text(child)).find(|text| !text.trim().is_empty());
    let Some(image) = markup.and_then(noscript::image) else { return Step::Skip };
    let is_small = |px: &str| decimal::parse(px).is_some_and(|px| px <= ICON_PX_MAX);
    if !is_small(&image.width)
        && !is_small(&image.height)
        && !is_placeholder(&image.src)
        && flow.body.add_address(Tag::Img, Attr::Src, &cx.base, &image.src)
    {
        flow.body.add(Tag::Img, Attr::Alt, &image.alt);
        flow.image();
    }
    Step::Skip
}
