//! What is known of each element for the sake of the blocks inside it, gathered in one pass from the root down.

use super::class_words;
use crate::page::{Page, Tag};
use crate::sort;
use crate::text::known::{Fact, Known};
use crate::text::search;

/// Facts about one element, most of them inherited.
#[derive(Clone, Copy, Debug, Default)]
pub struct Element {
    /// Ancestors, the document counted.
    pub depth: u16,
    /// Kinds of element around, itself counted: bits of [`Around`].
    pub around: u16,
    /// Lists around.
    pub lists: u8,
    /// What the element's own names say, in log-odds.
    pub own: f32,
    /// The smallest, the largest and the sum over itself and its ancestors.
    pub names_min: f32,
    /// See `names_min`.
    pub names_max: f32,
    /// See `names_min`.
    pub names_sum: f32,
    /// The nearest of itself and its ancestors whose names say anything.
    pub names_nearest: f32,
    /// Element siblings of the same shape (tag and names), itself counted.
    pub alike: u16,
    /// A hash of the element's shape and those of its two nearest ancestors: blocks of one template share it.
    pub path: u32,
    /// A hash of tag and names.
    pub shape: u32,
    /// The larger `alike` of itself and its parent.
    pub alike_two: u16,
    /// The largest `alike` among itself and its three nearest ancestors.
    pub alike_near: u16,
}

/// Bits of [`Element::around`].
pub struct Around;

impl Around {
    /// `<article>`
    pub const ARTICLE: u16 = 1;
    /// `<main>`
    pub const MAIN: u16 = 1 << 1;
    /// `<nav>`
    pub const NAV: u16 = 1 << 2;
    /// `<header>`
    pub const HEADER: u16 = 1 << 3;
    /// `<footer>`
    pub const FOOTER: u16 = 1 << 4;
    /// `<aside>`
    pub const ASIDE: u16 = 1 << 5;
    /// `<form>`, `<fieldset>`
    pub const FORM: u16 = 1 << 6;
    /// `<table>`
    pub const TABLE: u16 = 1 << 7;
    /// `<figure>`
    pub const FIGURE: u16 = 1 << 8;
    /// `<blockquote>`
    pub const QUOTE: u16 = 1 << 9;
    /// `<section>`
    pub const SECTION: u16 = 1 << 10;
    /// `<button>`, `<label>`, `<dialog>`
    pub const CONTROL: u16 = 1 << 11;

    fn of(tag: Tag) -> u16 {
        match tag {
            Tag::Article => Self::ARTICLE,
            Tag::Main => Self::MAIN,
            Tag::Nav | Tag::Menu => Self::NAV,
            Tag::Header => Self::HEADER,
            Tag::Footer => Self::FOOTER,
            Tag::Aside => Self::ASIDE,
            Tag::Form | Tag::Fieldset => Self::FORM,
            Tag::Table => Self::TABLE,
            Tag::Figure => Self::FIGURE,
            Tag::Blockquote => Self::QUOTE,
            Tag::Section => Self::SECTION,
            Tag::Button | Tag::Label | Tag::Dialog => Self::CONTROL,
            _ => 0,
        }
    }
}

/// The facts of every element. `says` gives the log-odds of a class word (see [`class_words`]).
pub fn facts(page: &Page, says: &impl Fn(u32) -> f32) -> Vec<Element> {
    let mut facts = vec![Element::default(); page.len()];
    let shapes = mark_alike(page, &mut facts, says);
    for node in page.nodes().skip(1).filter(|&node| page.tag(node) != Tag::Text) {
        let parent = page.parent(node).unwrap_or(Page::ROOT);
        let above = facts[parent.index()];
        let two_up = facts[page.parent(parent).unwrap_or(Page::ROOT).index()];
        let (shape, own) = shapes[node.index()];
        let tag = page.tag(node);
        let facts = &mut facts[node.index()];
        let alike = facts.alike;
        *facts = Element {
            depth: above.depth.saturating_add(1),
            around: above.around | Around::of(tag),
            lists: above.lists.saturating_add(matches!(tag, Tag::Ul | Tag::Ol | Tag::Dl) as u8),
            own,
            names_min: above.names_min.min(own),
            names_max: above.names_max.max(own),
            names_sum: above.names_sum + own,
            names_nearest: if own == 0.0 { above.names_nearest } else { own },
            alike,
            shape,
            path: shape ^ above.shape.rotate_left(7) ^ two_up.shape.rotate_left(13),
            alike_two: alike.max(above.alike),
            alike_near: alike.max(above.alike).max(two_up.alike_two),
        };
    }
    facts
}

/// What one name of an element says, one class of several: the hash of its words, as a sum of powers of a base; the power by
/// which to multiply a hash that it is added to; the bits of its log-odds.
fn said(name: class_words::Name, part: &str, says: &impl Fn(u32) -> f32) -> Fact {
    const BASE: u32 = 31;
    let (mut shape, mut power, mut odds) = (0u32, 1u32, 0.0);
    class_words::of_name(name, part, &mut |word| {
        shape = shape.wrapping_mul(BASE).wrapping_add(word);
        power = power.wrapping_mul(BASE);
        odds += says(word);
    });
    [shape, power, f32::to_bits(odds)]
}

/// Sets `alike` on every element and gives each node's shape and what its names say.
fn mark_alike(page: &Page, facts: &mut [Element], says: &impl Fn(u32) -> f32) -> Vec<(u32, f32)> {
    let mut shapes = vec![(0u32, 0.0f32); page.len()];
    let mut known = Known::default();
    for node in page.nodes().skip(1).filter(|&node| page.tag(node) != Tag::Text) {
        let (mut shape, mut sum) = (0u32, 0.0f32);
        class_words::each_name(page, node, |name, value| {
            search::each_word(search::head(value, class_words::NAME_BYTES_MAX), &mut |part| {
                let [more, power, odds] = known.of(part, name.into(), &mut || said(name, part, says));
                shape = shape.wrapping_mul(power).wrapping_add(more);
                sum += f32::from_bits(odds);
            });
        });
        shapes[node.index()] = (shape | 1, sum);
    }
    let mut siblings: Vec<u64> = Vec::new();
    for parent in page.nodes().filter(|&node| page.end(node).place() > node.place() + 2) {
        siblings.clear();
        let elements = page.children(parent).filter(|&at| page.tag(at) != Tag::Text);
        siblings.extend(elements.map(|at| u64::from(shapes[at.index()].0) << 32 | u64::from(at.place())));
        if siblings.len() > 1 {
            siblings = sort::ascending(siblings);
        }
        for same in siblings.chunk_by(|a, b| a >> 32 == b >> 32) {
            for &node in same {
                facts[node as u32 as usize].alike = same.len().min(usize::from(u16::MAX)) as u16;
            }
        }
    }
    shapes
}
