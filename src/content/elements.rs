//! What is known of each element for the sake of the blocks inside it, gathered in one pass from the root down.

use super::class_words;
use crate::blocks::Blocks;
use crate::page::{NodeId, Page, Tag};
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
    /// Element siblings of the same shape (tag and names), itself counted.
    pub alike: u16,
    /// A hash of tag and names.
    pub shape: u32,
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

/// The facts of every element around some text. `says` gives the log-odds of a class word (see [`class_words`]).
pub fn facts(page: &Page, blocks: &Blocks, says: &impl Fn(u32) -> f32) -> Vec<Element> {
    let mut facts = vec![Element::default(); page.len()];
    name(page, blocks, &mut facts, says);
    let mut siblings = Vec::new();
    for node in page.nodes() {
        if page.tag(node) != Tag::Text && !blocks.within(page, node).is_empty() {
            inherit(page, &mut facts, node);
            count_alike(page, &mut facts, node, &mut siblings);
        }
    }
    facts
}

/// Sets `shape` and `own` of the elements around some text and of their siblings.
fn name(page: &Page, blocks: &Blocks, facts: &mut [Element], says: &impl Fn(u32) -> f32) {
    // What whole names say, and what each class of several says.
    let (mut names, mut classes) = (Known::default(), Known::default());
    for node in page.nodes().filter(|&node| page.tag(node) != Tag::Text) {
        if page.parent(node).is_none_or(|parent| blocks.within(page, parent).is_empty()) {
            continue;
        }
        let mut all = Said::default();
        class_words::each_name(page, node, |name, value| {
            all.add(names.of(value, name.into(), &mut || {
                let mut all = Said::default();
                search::each_word(search::head(value, class_words::NAME_BYTES_MAX), &mut |part| {
                    all.add(classes.of(part, name.into(), &mut || said(name, part, says)));
                });
                all.fact()
            }));
        });
        let element = &mut facts[node.index()];
        (element.shape, element.own) = (all.shape | 1, all.odds);
    }
}

/// What names of an element say.
struct Said {
    /// The hash of their words, as a sum of powers of a base.
    shape: u32,
    /// The power by which to multiply a hash that this one is added to.
    power: u32,
    /// Their log-odds.
    odds: f32,
}

impl Default for Said {
    fn default() -> Said {
        Said { shape: 0, power: 1, odds: 0.0 }
    }
}

impl Said {
    fn add(&mut self, [shape, power, odds]: Fact) {
        self.shape = self.shape.wrapping_mul(power).wrapping_add(shape);
        self.power = self.power.wrapping_mul(power);
        self.odds += f32::from_bits(odds);
    }

    fn fact(&self) -> Fact {
        [self.shape, self.power, self.odds.to_bits()]
    }
}

/// What one name of an element says, one class of several.
fn said(name: class_words::Name, part: &str, says: &impl Fn(u32) -> f32) -> Fact {
    const BASE: u32 = 31;
    let mut all = Said::default();
    class_words::of_name(name, part, &mut |word| all.add([word, BASE, says(word).to_bits()]));
    all.fact()
}

/// Sets what an element has from its parent.
fn inherit(page: &Page, facts: &mut [Element], node: NodeId) {
    let Some(above) = page.parent(node).map(|parent| facts[parent.index()]) else { return };
    let tag = page.tag(node);
    let Element { own, alike, shape, .. } = facts[node.index()];
    facts[node.index()] = Element {
        depth: above.depth.saturating_add(1),
        around: above.around | Around::of(tag),
        lists: above.lists.saturating_add(matches!(tag, Tag::Ul | Tag::Ol | Tag::Dl) as u8),
        alike,
        shape,
        own,
        names_min: above.names_min.min(own),
        names_max: above.names_max.max(own),
        names_sum: above.names_sum + own,
        names_nearest: if own == 0.0 { above.names_nearest } else { own },
    };
}

/// Sets `alike` of an element's children; `siblings` is room to sort them in.
fn count_alike(page: &Page, facts: &mut [Element], parent: NodeId, siblings: &mut Vec<u64>) {
    siblings.clear();
    let elements = page.children(parent).filter(|&at| page.tag(at) != Tag::Text);
    siblings.extend(elements.map(|at| u64::from(facts[at.index()].shape) << 32 | u64::from(at.place())));
    if siblings.len() > 1 {
        *siblings = sort::ascending(std::mem::take(siblings));
    }
    for same in siblings.chunk_by(|a, b| a >> 32 == b >> 32) {
        for &node in same {
            facts[node as u32 as usize].alike = same.len().min(usize::from(u16::MAX)) as u16;
        }
    }
}

/// A hash of the element's shape and those of its two nearest ancestors: blocks of one template share it.
pub fn path(page: &Page, facts: &[Element], node: NodeId) -> u32 {
    let above = page.parent(node).unwrap_or(Page::ROOT);
    let two_up = page.parent(above).unwrap_or(Page::ROOT);
    let shape = |node: NodeId| facts[node.index()].shape;
    shape(node) ^ shape(above).rotate_left(7) ^ shape(two_up).rotate_left(13)
}

/// Ancestors that count as near.
const NEAR_LEVELS: usize = 3;

/// The largest `alike` among the element and its nearest ancestors.
pub fn alike_near(page: &Page, facts: &[Element], node: NodeId) -> u16 {
    let (mut most, mut at) = (facts[node.index()].alike, node);
    for _ in 0..NEAR_LEVELS {
        at = page.parent(at).unwrap_or(Page::ROOT);
        most = most.max(facts[at.index()].alike);
    }
    most
}
