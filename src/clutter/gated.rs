//! Parts that the page declares as paid and hides: what of the page is not the reader's to have.
//!
//! A part counts as hidden where it is not displayed, or drawn so that it cannot be read: blurred, transparent, cut to a
//! height. What a page declares as paid and shows is the reader's. Text that a page which declares itself paid has scrambled
//! is nobody's.

use crate::page::{NodeId, Page, Rect, Tag, in_document_order};
use crate::reading::{Declared, Metadata};
use crate::text::case::is_capital;
use crate::text::search;
use std::borrow::Cow;

/// Elements of paid parts that a browser is asked about, at most.
const QUESTIONS_MAX: usize = 100;
/// Letters of a text from which on they tell whether it was scrambled: with fewer, chance makes such texts.
const SCRAMBLED_LETTERS_MIN: usize = 120;
/// Vowels in a hundred letters of running text: 36 to 48 in languages of Latin script, 20 to 27 where letters were shifted.
const VOWELS_PERCENT_MIN: usize = 29;
/// Share of the window's height from which on a box that is cut to it is the page held fast, not a text cut short.
const LOCK_HEIGHT_SHARE: f32 = 0.9;

/// The page as it is read: without the paid parts that it hides, or, where they are asked for, with them. Scrambled text is
/// in neither. The page is borrowed where there is nothing of that kind.
pub fn page<'a>(page: &'a Page, metadata: &Metadata, include_gated: bool) -> Cow<'a, Page> {
    if metadata.declared != Declared::Paid {
        return Cow::Borrowed(page);
    }
    let (hidden, scrambled) = (find(page, metadata), scrambled(page));
    if hidden.is_empty() && scrambled.is_empty() {
        return Cow::Borrowed(page);
    }
    let mut page = page.clone();
    if include_gated {
        page.show(&hidden);
    } else {
        page.withhold(&hidden);
    }
    page.withhold(&scrambled);
    Cow::Owned(page)
}

/// The elements of paid parts that are hidden, outermost only, in document order.
fn find(page: &Page, metadata: &Metadata) -> Vec<NodeId> {
    let parts = parts(page, metadata);
    // Without declared parts all of the page is what it declares as paid. What is not displayed stays out of it anyway.
    let everywhere = parts.is_empty();
    let mut found = Vec::new();
    let mut parts = parts.into_iter().peekable();
    let mut inside_until = NodeId::at(0);
    let mut at = NodeId::at(1);
    while at.index() < page.len() {
        let mut is_hidden = false;
        while let Some(part) = parts.next_if(|&part| part <= at) {
            inside_until = inside_until.max(page.end(part));
            is_hidden |= part == at && is_out_of_sight(page, part);
        }
        is_hidden |= at < inside_until && (page.is_hidden(at) || is_blurred(page, at) || is_cut(page, at));
        is_hidden |= everywhere && is_blurred(page, at) && !metadata.title_node.is_some_and(|title| page.contains(at, title));
        if is_hidden && has_text(page, at) {
            found.push(at);
            at = page.end(at);
        } else {
            at = at.next();
        }
    }
    found
}

/// Whether what a part stands in hides it.
fn is_out_of_sight(page: &Page, part: NodeId) -> bool {
    page.ancestors(part).any(|around| {
        page.is_hidden(around) || is_blurred(page, around) || is_cut(page, around) && ends_before(page, around, part)
    })
}

/// Whether a box that is cut to a height ends before a part of it begins, as far as it is known where they are drawn.
fn ends_before(page: &Page, around: NodeId, part: NodeId) -> bool {
    let (Some(around), Some(part)) = (page.layout(around), page.layout(part)) else { return true };
    part.rect.y >= around.rect.y + around.rect.height
}

/// Elements whose letters were scrambled. Code has few vowels by itself.
fn scrambled(page: &Page) -> Vec<NodeId> {
    let is_code = |node| page.ancestors(node).any(|around| matches!(page.tag(around), Tag::Pre | Tag::Code));
    let text = page.nodes().filter(|&node| is_scrambled(page.text(node)) && !is_code(node));
    text.filter_map(|node| page.parent(node)).filter(|&node| !is_frame(page, node)).collect()
}

/// The elements of which layout tells whether the page hides a paid part: the parts, what they stand in and their children.
pub fn questions(page: &Page, metadata: &Metadata) -> Vec<NodeId> {
    let mut asked = Vec::new();
    for part in parts(page, metadata) {
        asked.extend(std::iter::once(part).chain(page.ancestors(part)).chain(page.children(part)));
        if asked.len() > QUESTIONS_MAX {
            break;
        }
    }
    if asked.is_empty() && metadata.declared == Declared::Paid {
        // The page is paid as a whole: what it blurs is its paragraphs, or what they stand in.
        let paragraphs = page.nodes().filter(|&node| page.tag(node) == Tag::P).take(QUESTIONS_MAX / 2);
        asked.extend(paragraphs.flat_map(|node| std::iter::once(node).chain(page.parent(node))));
        asked = in_document_order(asked);
    }
    asked.retain(|&node| page.tag(node) != Tag::Text && node != Page::ROOT);
    asked.truncate(QUESTIONS_MAX);
    asked
}

/// Whether the parts that a page declares as paid show text; nothing where it declares none.
pub fn shows_parts(page: &Page, metadata: &Metadata) -> Option<bool> {
    let parts = parts(page, metadata);
    (!parts.is_empty()).then(|| parts.iter().any(|&part| page.is_drawn(part) && has_text(page, part)))
}

/// The parts that the page declares as paid, in document order.
fn parts(page: &Page, metadata: &Metadata) -> Vec<NodeId> {
    let selected = metadata.paid_selectors.iter().flat_map(|selector| page.select(selector));
    in_document_order(metadata.paid_nodes.iter().copied().chain(selected).collect())
}

/// Whether an element is drawn so that its text cannot be read: blurred, without colour, of no size. The page's frame does
/// not count, here and below: walls hold all of it fast.
fn is_blurred(page: &Page, node: NodeId) -> bool {
    if is_frame(page, node) {
        return false;
    }
    let says = |property, test: fn(&str) -> bool| page.style(node, property).is_some_and(test);
    let is_aside = |rect: &Rect| rect.width > 0.0 && rect.x + rect.width <= 0.0;
    page.layout(node).is_some_and(|layout| layout.blurred || is_aside(&layout.rect))
        || says("filter", |value| search::has(value, "blur"))
        || says("-webkit-filter", |value| search::has(value, "blur"))
        || says("color", |value| value == "transparent")
        || says("opacity", is_zero)
        || says("font-size", is_zero)
}

/// Whether an element is cut to a height: the rest of its text is there and not shown.
fn is_cut(page: &Page, node: NodeId) -> bool {
    if is_frame(page, node) {
        return false;
    }
    if let Some(layout) = page.layout(node) {
        let window_height_px = page.window.map_or(f32::MAX, |window| window.height);
        return layout.cut && layout.rect.height < window_height_px * LOCK_HEIGHT_SHARE;
    }
    let says = |property, test: fn(&str) -> bool| page.style(node, property).is_some_and(test);
    let cuts = |value: &str| value.starts_with("hidden") || value.starts_with("clip");
    let is_length =
        |value: &str| value.starts_with(|c: char| c.is_ascii_digit()) && !search::has(value, "vh") && !value.ends_with('%');
    (says("overflow", cuts) || says("overflow-y", cuts))
        && (says("max-height", is_length)
            || says("height", is_length)
            || says("-webkit-line-clamp", |value| value != "none")
            || says("line-clamp", |value| value != "none"))
}

fn is_frame(page: &Page, node: NodeId) -> bool {
    matches!(page.tag(node), Tag::Text | Tag::Document | Tag::Html | Tag::Body)
}

/// Whether a number with or without a unit is zero.
fn is_zero(value: &str) -> bool {
    search::begins_with(value, "0.") && !value.contains(|c: char| matches!(c, '1'..='9'))
}

fn has_text(page: &Page, node: NodeId) -> bool {
    page.descendants(node).any(|inner| !page.text(inner).trim().is_empty())
}

/// Whether a text's letters were shifted or exchanged: too few of them are vowels. Capitals do not count, which abbreviations
/// are made of. Other scripts than Latin are not told.
fn is_scrambled(text: &str) -> bool {
    let letters = || text.chars().filter(|c| c.is_alphabetic() && !is_capital(*c));
    let count = letters().count();
    let vowels = letters().filter(|&c| !c.is_ascii() || search::is_one_of(c, "aeiouy")).count();
    count >= SCRAMBLED_LETTERS_MIN && vowels * 100 < count * VOWELS_PERCENT_MIN
}
