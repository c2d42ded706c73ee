//! What is measured of each block. The model in `weights` was trained on these numbers, in this order: a change here asks
//! for a new training (CONTRIBUTING.md, "Retraining").

use super::cards::Card;
use super::declared::Declared;
use super::elements::{self, Around, Element};
use super::landmarks::{self, Landmarks};
use super::page_facts::{KIND, PageFacts};
use super::page_words::{self, KINDS};
use super::tag_codes::{inline_code, tag_code};
use super::text_shape::{self, Shape};
use super::weights::Words;
use crate::blocks::{Block, Blocks, Counts};
use crate::page::{NodeId, Page, Tag};
use crate::reading::Metadata;
use crate::sort;
use std::sync::OnceLock;

/// The numbers of one block.
pub type Features = [f32; COUNT];

/// How many there are.
pub const COUNT: usize = 102 + KIND + KINDS;

/// All that the blocks of a page are measured by.
pub struct Measure<'a> {
    page: &'a Page,
    blocks: &'a Blocks,
    facts: Vec<Element>,
    whole: PageFacts,
    looks: Looks,
}

impl<'a> Measure<'a> {
    /// Gathers it.
    pub fn new(page: &'a Page, blocks: &'a Blocks, metadata: &Metadata, words: &Words) -> Measure<'a> {
        let facts = elements::facts(page, blocks, &|word| words.of_class(word));
        let said = |text: &Option<String>| text_shape::Words::of(text.as_deref().unwrap_or_default());
        let (title, description) = (said(&metadata.title), said(&metadata.excerpt));
        let shapes: Vec<Shape> = (0..blocks.list.len()).map(|at| Shape::of(blocks.text(at), &title, &description)).collect();
        let whole = PageFacts::new(page, blocks, metadata, &facts, &shapes);
        let kinds = page_words::odds(page, metadata, words);
        let marks = landmarks::before_blocks(page, blocks, metadata);
        let near = near(page, blocks, &facts, &shapes);
        let looks = Looks { shapes, near, marks, declared: Declared::of(metadata), kinds };
        Measure { page, blocks, facts, whole, looks }
    }

    /// A row with the numbers that all blocks of the page share.
    pub fn row(&self) -> Features {
        let Measure { blocks, whole, looks, .. } = self;
        let mut numbers = [0.0; COUNT];
        let mut row = Row { numbers: &mut numbers, at: WHOLE };
        whole_page(&mut row, blocks, whole);
        row.at += 1;
        row.put(ln(looks.declared.words()));
        row.at = COUNT - KINDS;
        looks.kinds.iter().for_each(|&odds| row.put(odds));
        numbers
    }

    /// Puts the numbers of a block into a row of the page.
    pub fn put(&self, at: usize, numbers: &mut Features) {
        let mut row = Row { numbers, at: 0 };
        put(&mut row, self, at);
        debug_assert_eq!(row.at, COUNT - KINDS);
    }

    /// Blocks of one template (the same elements with the same names around them) share this number.
    pub fn templates(&self) -> Vec<usize> {
        let path = |block: &Block| elements::path(self.page, &self.facts, block.parent);
        sort::first_alike(self.blocks.list.iter().map(path).collect())
    }
}

/// What is known of each block before any is held against another.
struct Looks {
    shapes: Vec<Shape>,
    near: Vec<Near>,
    marks: Vec<Landmarks>,
    declared: Declared,
    /// What the page's words say of its kind.
    kinds: [f32; KINDS],
}

/// Where the numbers of the whole page begin, and how many they are.
const WHOLE: usize = COUNT - KINDS - 5 - 2 - WHOLE_COUNT;
const WHOLE_COUNT: usize = 6 + KIND;

/// Fills in the numbers of one block, one after another.
struct Row<'a> {
    numbers: &'a mut Features,
    at: usize,
}

impl Row<'_> {
    #[inline(never)]
    fn put(&mut self, value: f32) {
        if let Some(slot) = self.numbers.get_mut(self.at) {
            *slot = value;
        }
        self.at += 1;
    }
}

fn put(row: &mut Row, measure: &Measure, at: usize) {
    let Measure { page, blocks, facts, whole, looks: Looks { shapes, near, marks, declared, .. } } = measure;
    let block = &blocks.list[at];
    text(row, block, &shapes[at], &near[at]);
    tags(row, page, block, &facts[block.parent.index()]);
    names(row, page, facts, block.parent);
    place(row, blocks, whole, at);
    row.put(shapes[at].of_title);
    row.put(shapes[at].of_description);
    row.put(ln(whole.seen[at]));
    around(row, blocks, near, at);
    containers(row, page, blocks, whole, block, &marks[at]);
    row.at += WHOLE_COUNT;
    row.put(declared.share(blocks.text(at)));
    row.at += 1;
    card(row, &Card::around(page, blocks, facts, block.parent), whole);
}

fn text(row: &mut Row, block: &Block, shape: &Shape, near: &Near) {
    let counts = &block.counts;
    let words = counts.words.max(1) as f32;
    row.put(near.words);
    row.put(ln(counts.chars));
    row.put(near.link_density);
    row.put(ln(counts.links));
    row.put(counts.commas as f32 / words);
    row.put(counts.sentences as f32 / words);
    row.put(f32::from(shape.ending));
    row.put(shape.digits as f32 / counts.chars.max(1) as f32);
    row.put(shape.capitalised as f32 / words);
    row.put(counts.chars as f32 / words);
    row.put(shape.separators as f32 / words);
    row.put(f32::from(shape.begins_upper));
    row.put(shape.prices as f32);
}

fn tags(row: &mut Row, page: &Page, block: &Block, parent: &Element) {
    row.put(tag_code(page.tag(block.parent)));
    let grandparent = page.parent(block.parent).unwrap_or(Page::ROOT);
    row.put(tag_code(page.tag(grandparent)));
    let inline = page.parent(block.from).filter(|&at| at != block.parent).map_or(Tag::Text, |at| page.tag(at));
    row.put(inline_code(inline));
    row.put(f32::from(parent.depth));
    row.put(f32::from(parent.lists));
    for bit in [
        Around::ARTICLE,
        Around::MAIN,
        Around::NAV,
        Around::HEADER,
        Around::FOOTER,
        Around::ASIDE,
        Around::FORM,
        Around::TABLE,
        Around::FIGURE,
        Around::QUOTE,
        Around::SECTION,
        Around::CONTROL,
    ] {
        row.put(if parent.around & bit != 0 { 1.0 } else { 0.0 });
    }
}

fn names(row: &mut Row, page: &Page, facts: &[Element], parent: NodeId) {
    let own = &facts[parent.index()];
    row.put(own.own);
    row.put(page.parent(parent).map_or(0.0, |at| facts[at.index()].own));
    row.put(own.names_nearest);
    row.put(own.names_min);
    row.put(own.names_max);
    row.put(own.names_sum);
    row.put(ln(u32::from(own.alike)));
    row.put(ln(u32::from(elements::alike_near(page, facts, parent))));
}

fn place(row: &mut Row, blocks: &Blocks, whole: &PageFacts, at: usize) {
    let before = blocks.sum(0..at).words;
    row.put(at as f32 / blocks.list.len() as f32);
    row.put(before as f32 / whole.total.words.max(1) as f32);
    row.put(ln(at as u32));
    row.put(ln((blocks.list.len() - at) as u32));
    let title = whole.title_block as i64;
    row.put((at as i64 - title).clamp(-30, 100) as f32);
    let since = if at as i64 > title { blocks.sum(whole.title_block..at).words } else { 0 };
    row.put(ln(since));
}

/// What a block's neighbours are told of it.
struct Near {
    words: f32,
    link_density: f32,
    ending: f32,
    /// Elements left and entered on the way to the next block and to the one after it, and whether each has the same tag.
    distances: [f32; 2],
    is_tag: [f32; 2],
}

fn near(page: &Page, blocks: &Blocks, facts: &[Element], shapes: &[Shape]) -> Vec<Near> {
    let place = |(at, (block, shape)): (usize, (&Block, &Shape))| {
        let next = |step: usize| blocks.list.get(at + step).map_or(block.parent, |next| next.parent);
        let distance = |next: NodeId| f32::from(tree_distance(page, facts, block.parent, next));
        let is_tag = |next: NodeId| f32::from(page.tag(block.parent) == page.tag(next));
        Near {
            words: ln(block.counts.words),
            link_density: block.counts.link_density(),
            ending: f32::from(shape.ending),
            distances: [distance(next(1)), distance(next(2))],
            is_tag: [is_tag(next(1)), is_tag(next(2))],
        }
    };
    blocks.list.iter().zip(shapes).enumerate().map(place).collect()
}

fn around(row: &mut Row, blocks: &Blocks, near: &[Near], at: usize) {
    for step in [-1i64, 1, -2, 2] {
        let place = at.checked_add_signed(step as isize);
        let Some((place, block)) = place.and_then(|place| Some((place, near.get(place)?))) else {
            for value in [0.0, 0.0, -1.0, 0.0, 0.0] {
                row.put(value);
            }
            continue;
        };
        row.put(block.words);
        row.put(block.link_density);
        row.put(block.ending);
        let (before, step) = (&near[at.min(place)], step.unsigned_abs() as usize - 1);
        row.put(before.distances[step]);
        row.put(before.is_tag[step]);
    }
    for reach in [3usize, 8] {
        let sum = blocks.sum(at.saturating_sub(reach)..(at + reach + 1).min(blocks.list.len()));
        row.put(plain_words(&sum) / sum.blocks.max(1) as f32);
        row.put(sum.link_density());
    }
}

/// The containers around a block, and what it stands after and among.
fn containers(row: &mut Row, page: &Page, blocks: &Blocks, whole: &PageFacts, block: &Block, marks: &Landmarks) {
    let parent = page.parent(block.parent).unwrap_or(Page::ROOT);
    let nodes = [block.parent, parent, page.parent(parent).unwrap_or(Page::ROOT)];
    let counts = [blocks.counts(page, nodes[0]), blocks.counts(page, nodes[1]), blocks.counts(page, nodes[2])];
    for counts in &counts {
        row.put(ln(counts.words));
        row.put(counts.link_density());
        row.put(plain_words(counts) / counts.blocks.max(1) as f32);
    }
    row.put(if page.contains(whole.candidate, block.from) { 1.0 } else { 0.0 });
    row.put(if page.contains(whole.candidate, block.parent) { whole.candidate_share } else { -whole.candidate_share });
    row.put(f32::from(marks.since_heading));
    row.put(f32::from(marks.heading_level));
    row.put(ln(marks.since_image));
    row.put(f32::from(marks.images_inside));
    row.put(f32::from(marks.fact));
    for (node, counts) in nodes.iter().zip(&counts).take(2) {
        row.put((page.end(*node).place() - node.place()) as f32 / counts.words.max(1) as f32);
    }
}

fn whole_page(row: &mut Row, blocks: &Blocks, whole: &PageFacts) {
    row.put(ln(whole.total.words));
    row.put(ln(blocks.list.len() as u32));
    row.put(whole.total.link_density());
    row.put(whole.candidate_share);
    row.put(ln(whole.prose));
    row.put(whole.prices as f32 / blocks.list.len() as f32);
    for number in whole.kind {
        row.put(number);
    }
}

fn card(row: &mut Row, card: &Card, whole: &PageFacts) {
    row.put(f32::from(card.alike));
    row.put(ln(card.inside.words));
    row.put(ln(card.inside.blocks));
    row.put(card.inside.link_density());
    row.put(card.list.words as f32 / whole.total.words.max(1) as f32);
}

/// The words outside links.
pub fn plain_words(counts: &Counts) -> f32 {
    counts.words.saturating_sub(counts.link_words) as f32
}

/// `ln(1 + count)`. Small counts are nearly all there are, and a logarithm is slow where the processor has none.
pub fn ln(count: u32) -> f32 {
    static SMALL: OnceLock<Vec<f32>> = OnceLock::new();
    let small = SMALL.get_or_init(|| (0..SMALL_COUNTS).map(|count| (count as f32).ln_1p()).collect());
    small.get(count as usize).copied().unwrap_or_else(|| (count as f32).ln_1p())
}

/// Counts whose logarithm is kept.
const SMALL_COUNTS: u32 = 1024;

/// Elements left and entered on the way from one element to another, at most 20.
fn tree_distance(page: &Page, facts: &[Element], mut one: NodeId, mut other: NodeId) -> u8 {
    let mut steps = 0;
    while one != other && steps < 20 {
        let (deep, shallow) = if facts[one.index()].depth >= facts[other.index()].depth { (one, other) } else { (other, one) };
        one = page.parent(deep).unwrap_or(Page::ROOT);
        other = shallow;
        steps += 1;
    }
    steps
}
