//! Images and figures. Lazy images get the address they would load; tracking pixels, icons and avatars are dropped.

use super::flow::Attrs;
use super::walk::{Context, Place, Step};
use super::{Piece, noscript, safe};
use crate::page::{Attr, NodeId, Page, Tag, node_range};
use crate::text::decimal;

/// A width or height in CSS pixels up to which an image is an icon. More drops small logos in the text, less lets share
/// icons in. The usual icon sizes are 16 to 48.
const ICON_PX_MAX: f32 = 48.0;
/// Width and height up to which a square image with an avatar's name is dropped.
const AVATAR_PX_MAX: f32 = 160.0;
/// Characters of a `data:` address up to which it only holds the place of an image that is loaded later.
const PLACEHOLDER_CHARS_MAX: usize = 1200;
/// Nodes of a figure that are looked at for what it holds.
const FIGURE_NODES_MAX: usize = 200;
/// Nodes before a `<noscript>` among which the lazy image stands that it replaces.
const LAZY_NODES_MAX: u32 = 8;
/// Parts of file names that hold the place of an image or count visits.
const PLACEHOLDER_NAMES: [&str; 10] =
    ["placeholder", "spacer", "blank.gif", "blank.png", "1x1", "pixel.", "transparent.", "grey.gif", "loading.gif", "lazyload"];

/// Where lazy loaders put the address, the most common first.
const LAZY_ADDRESSES: [Attr; 3] = [Attr::DataSrc, Attr::DataLazySrc, Attr::DataOriginal];
const LAZY_SETS: [Attr; 2] = [Attr::DataSrcset, Attr::DataLazySrcset];

/// Images, figures, captions.
pub fn step(cx: &Context, at: NodeId, place: Place) -> Option<Step> {
    let page = cx.page;
    match page.tag(at) {
        Tag::Img => Some(image_step(cx, at, place)),
        Tag::Other if page.attr(at, Attr::TagName) == Some("amp-img") => Some(image_step(cx, at, place)),
        Tag::Noscript => {
            let (src, alt) = noscript_image(cx, at)?;
            Some(placed(place, vec![("src", src), ("alt", alt)]))
        }
        Tag::Figure if holds_something(page, at) => Some(Step::Block(Tag::Figure, Attrs::new())),
        Tag::Figcaption => Some(Step::Block(Tag::Figcaption, Attrs::new())),
        // A credit beside its caption is drawn on a line of its own; in the markup nothing may stand between them.
        Tag::Span if place.inside == Some(Tag::Figcaption) && says_credit(page, at) => Some(Step::Line),
        _ => None,
    }
}

fn says_credit(page: &Page, at: NodeId) -> bool {
    let class = page.attr(at, Attr::Class).unwrap_or("").to_ascii_lowercase();
    ["credit", "copyright", "source", "photographer"].iter().any(|word| class.contains(word))
}

/// Whether a `<figure>` is one: some pages wrap plain text in it.
fn holds_something(page: &Page, at: NodeId) -> bool {
    page.descendants(at).take(FIGURE_NODES_MAX).any(|node| {
        use Tag::*;
        matches!(page.tag(node), Img | Picture | Video | Audio | Iframe | Table | Pre | Noscript | Svg | Canvas | Math)
            || page.attr(node, Attr::TagName) == Some("amp-img")
    })
}

fn image_step(cx: &Context, at: NodeId, place: Place) -> Step {
    let page = cx.page;
    let alt = page.attr(at, Attr::Alt).unwrap_or("").trim();
    if is_pictogram(alt) {
        return Step::InlineLeaf(vec![Piece::Text(alt.to_owned())]);
    }
    if page.is_hidden(at) && lazy_address(cx, at).is_none() || is_small(page, at) {
        return Step::Skip;
    }
    let Some(src) = address(cx, at) else { return Step::Skip };
    let mut attrs = vec![("src", src), ("alt", alt.to_owned())];
    for (attr, name) in [(Attr::Width, "width"), (Attr::Height, "height")] {
        attrs.extend(pixels(page, at, attr).map(|px| (name, (px as u32).to_string())));
    }
    placed(place, attrs)
}

/// An image inside a sentence or a table cell stays there; any other is a figure.
fn placed(place: Place, mut attrs: Attrs) -> Step {
    attrs.push(("loading", "lazy".to_owned()));
    let image = Piece::Open(Tag::Img, attrs);
    match place.inside {
        Some(Tag::Figure) => Step::BlockLeaf(Tag::Img, vec![image]),
        Some(Tag::Td | Tag::Th) => Step::InlineLeaf(vec![image]),
        _ if place.in_line => Step::InlineLeaf(vec![image]),
        _ => Step::BlockLeaf(Tag::Figure, vec![Piece::Open(Tag::Figure, Attrs::new()), image, Piece::Close]),
    }
}

/// The address of the image as it is meant to be seen.
fn address(cx: &Context, at: NodeId) -> Option<String> {
    let page = cx.page;
    let own = lazy_address(cx, at).or_else(|| {
        let src = page.attr(at, Attr::Src).filter(|src| !is_placeholder(src));
        src.or_else(|| largest(page.attr(at, Attr::Srcset)?)).and_then(|src| safe::image(&cx.base, src))
    });
    own.or_else(|| {
        let picture = page.parent(at).filter(|&parent| page.tag(parent) == Tag::Picture)?;
        let sources = page.children(picture).filter(|&child| page.tag(child) == Tag::Source);
        let sets = sources.filter_map(|source| {
            [Attr::DataSrcset, Attr::DataLazySrcset, Attr::Srcset].iter().find_map(|&attr| page.attr(source, attr))
        });
        sets.filter_map(largest).filter(|src| !is_placeholder(src)).find_map(|src| safe::image(&cx.base, src))
    })
}

fn lazy_address(cx: &Context, at: NodeId) -> Option<String> {
    let single = LAZY_ADDRESSES.iter().filter_map(|&attr| cx.page.attr(at, attr));
    let sets = LAZY_SETS.iter().filter_map(|&attr| largest(cx.page.attr(at, attr)?));
    let usable = |src: &&str| !src.trim().is_empty() && !is_placeholder(src) && !src.contains(['{', '[']);
    single.chain(sets).filter(usable).find_map(|src| safe::image(&cx.base, src))
}

/// The largest image of a `srcset`: candidates end at a comma with white space behind it or after a descriptor, as an
/// address may hold commas.
fn largest(srcset: &str) -> Option<&str> {
    let mut best: Option<(f32, &str)> = None;
    let mut rest = srcset.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
    while !rest.is_empty() {
        let url_end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (url, after) = (&rest[..url_end], &rest[url_end..]);
        let (url, after) = match url.strip_suffix(',') {
            Some(url) => (url, after),
            None => (url, after.split_once(',').map_or("", |(_, next)| next)),
        };
        let descriptor = rest[url_end..].trim_start().split([',', ' ']).next().unwrap_or("");
        let size = descriptor.strip_suffix(['w', 'x', 'h']).and_then(decimal::parse).unwrap_or(0.0);
        if !url.is_empty() && best.is_none_or(|(most, _)| size > most) {
            best = Some((size, url));
        }
        rest = after.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
    }
    best.map(|(_, url)| url)
}

/// Whether an address only holds the place of an image or counts visits.
fn is_placeholder(src: &str) -> bool {
    let src = src.trim();
    if let Some(head) = src.get(..5)
        && head.eq_ignore_ascii_case("data:")
    {
        return src.len() <= PLACEHOLDER_CHARS_MAX;
    }
    let path = src.split(['?', '#']).next().unwrap_or(src);
    let name = path.rsplit('/').next().unwrap_or(path).to_ascii_lowercase();
    src.is_empty() || PLACEHOLDER_NAMES.iter().any(|part| name.contains(part))
}

/// Tracking pixels, icons, avatars: by the size that is stated or drawn.
fn is_small(page: &Page, at: NodeId) -> bool {
    let drawn = page.layout(at).map(|layout| layout.rect);
    let width = pixels(page, at, Attr::Width).or(drawn.map(|rect| rect.width).filter(|&px| px > 0.0));
    let height = pixels(page, at, Attr::Height).or(drawn.map(|rect| rect.height).filter(|&px| px > 0.0));
    let (Some(least), Some(most)) =
        (width.into_iter().chain(height).reduce(f32::min), width.into_iter().chain(height).reduce(f32::max))
    else {
        return false;
    };
    let named = |attr| page.attr(at, attr).is_some_and(|value| value.to_ascii_lowercase().contains("avatar"));
    least <= 3.0 || most <= ICON_PX_MAX || most <= AVATAR_PX_MAX && (named(Attr::Class) || named(Attr::Src))
}

fn pixels(page: &Page, at: NodeId, attr: Attr) -> Option<f32> {
    let value = page.attr(at, attr)?.trim();
    decimal::parse(value.strip_suffix("px").unwrap_or(value)).filter(|px| (0.0..=100_000.0).contains(px))
}

/// An emoji drawn as an image has itself as alternative text.
fn is_pictogram(alt: &str) -> bool {
    let emoji = |c: char| matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' | '\u{fe0f}' | '\u{200d}');
    !alt.is_empty() && alt.chars().count() <= 8 && alt.chars().all(emoji)
}

/// The image of a `<noscript>` whose lazy twin has no address of its own. What it holds is text where scripts run.
fn noscript_image(cx: &Context, at: NodeId) -> Option<(String, String)> {
    let page = cx.page;
    let mut before = node_range(at.0.saturating_sub(LAZY_NODES_MAX)..at.0).filter(|&node| page.tag(node) == Tag::Img);
    if before.any(|image| address(cx, image).is_some() || is_small(page, image)) {
        return None;
    }
    let markup = page.children(at).map(|child| page.text(child)).find(|text| !text.trim().is_empty())?;
    let image = noscript::image(markup)?;
    let small = |px: &Option<String>| px.as_deref().and_then(decimal::parse).is_some_and(|px| px <= ICON_PX_MAX);
    if small(&image.width) || small(&image.height) || is_placeholder(&image.src) {
        return None;
    }
    safe::image(&cx.base, &image.src).map(|src| (src, image.alt))
}
