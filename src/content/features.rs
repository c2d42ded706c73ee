//! What is measured of each block. The model in `weights` was trained on these numbers, in this order: a change here asks
//! for a new training (CONTRIBUTING.md, "Retraining").

use super::elements::{self, Around, Element};
use crate::blocks::{Block, Blocks, Counts};
use crate::page::{NodeId, Page, Tag};
use crate::reading::Metadata;
use std::collections::HashMap;

/// The numbers of one block.
pub type Features = [f32; COUNT];

/// How many there are.
pub const COUNT: usize = 84;

/// Measures every block. `says` gives the log-odds of a class word.
pub fn of_blocks(page: &Page, blocks: &Blocks, metadata: &Metadata, says: &impl Fn(u32) -> f32) -> Vec<Features> {
    let facts = elements::facts(page, says);
    let whole = PageFacts::new(page, blocks, metadata, &facts);
    let shapes: Vec<Shape> = (0..blocks.list.len()).map(|at| Shape::of(blocks.text(at))).collect();
    (0..blocks.list.len()).map(|at| one(page, blocks, &facts, &whole, &shapes, at)).collect()
}

/// Fills a [`Features`] one number after another.
struct Row {
    row: Features,
    at: usize,
}

impl Row {
    fn put(&mut self, value: f32) {
        debug_assert!(self.at < COUNT);
        if let Some(slot) = self.row.get_mut(self.at) {
            *slot = value;
        }
        self.at += 1;
    }
}

fn one(page: &Page, blocks: &Blocks, facts: &[Element], whole: &PageFacts, shapes: &[Shape], at: usize) -> Features {
    let mut row = Row { row: [0.0; COUNT], at: 0 };
    let block = &blocks.list[at];
    text(&mut row, block, &shapes[at]);
    tags(&mut row, page, block, &facts[block.parent.index()]);
    names(&mut row, page, facts, block.parent);
    place(&mut row, blocks, whole, at);
    likeness(&mut row, whole, blocks, at);
    around(&mut row, page, blocks, facts, shapes, at);
    containers(&mut row, page, blocks, whole, block);
    whole_page(&mut row, blocks, whole);
    debug_assert_eq!(row.at, COUNT);
    row.row
}

fn text(row: &mut Row, block: &Block, shape: &Shape) {
    let counts = &block.counts;
    let words = counts.words.max(1) as f32;
    row.put(ln(counts.words));
    row.put(ln(counts.chars));
    row.put(counts.link_density());
    row.put(ln(counts.links));
    row.put(counts.commas as f32 / words);
    row.put(counts.sentences as f32 / words);
    row.put(f32::from(shape.ending));
    row.put(shape.digits as f32 / counts.chars.max(1) as f32);
    row.put(shape.capitalised as f32 / words);
    row.put(counts.chars as f32 / words);
    row.put(shape.separators as f32 / words);
    row.put(f32::from(shape.begins_upper));
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
    row.put(ln(u32::from(own.alike_near)));
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

fn likeness(row: &mut Row, whole: &PageFacts, blocks: &Blocks, at: usize) {
    let text = blocks.text(at);
    row.put(overlap(&whole.title_words, text));
    row.put(overlap(&whole.description_words, text));
    row.put(ln(whole.seen.get(text).copied().unwrap_or(1)));
}

fn around(row: &mut Row, page: &Page, blocks: &Blocks, facts: &[Element], shapes: &[Shape], at: usize) {
    let parent = blocks.list[at].parent;
    for step in [-1i64, 1, -2, 2] {
        let near = at.checked_add_signed(step as isize).filter(|&near| near < blocks.list.len());
        let Some(near) = near else {
            for value in [0.0, 0.0, -1.0, 0.0, 0.0] {
                row.put(value);
            }
            continue;
        };
        let block = &blocks.list[near];
        row.put(ln(block.counts.words));
        row.put(block.counts.link_density());
        row.put(f32::from(shapes[near].ending));
        row.put(f32::from(tree_distance(page, facts, parent, block.parent)));
        row.put(if page.tag(block.parent) == page.tag(parent) { 1.0 } else { 0.0 });
    }
    for reach in [3usize, 8] {
        let sum = blocks.sum(at.saturating_sub(reach)..(at + reach + 1).min(blocks.list.len()));
        row.put(plain_words(&sum) / sum.blocks.max(1) as f32);
        row.put(sum.link_density());
    }
}

fn containers(row: &mut Row, page: &Page, blocks: &Blocks, whole: &PageFacts, block: &Block) {
    let parent = page.parent(block.parent).unwrap_or(Page::ROOT);
    let above = page.parent(parent).unwrap_or(Page::ROOT);
    for node in [block.parent, parent, above] {
        let counts = blocks.counts(page, node);
        row.put(ln(counts.words));
        row.put(counts.link_density());
        row.put(plain_words(&counts) / counts.blocks.max(1) as f32);
    }
    row.put(if page.contains(whole.candidate, block.from) { 1.0 } else { 0.0 });
    row.put(if page.contains(whole.candidate, block.parent) { whole.candidate_share } else { -whole.candidate_share });
}

fn whole_page(row: &mut Row, blocks: &Blocks, whole: &PageFacts) {
    row.put(ln(whole.total.words));
    row.put(ln(blocks.list.len() as u32));
    row.put(whole.total.link_density());
    row.put(whole.candidate_share);
}

/// Facts about the whole page that every block is held against.
struct PageFacts<'a> {
    total: Counts,
    title_block: usize,
    title_words: Vec<&'a str>,
    description_words: Vec<&'a str>,
    seen: HashMap<&'a str, u32>,
    candidate: NodeId,
    candidate_share: f32,
}

impl<'a> PageFacts<'a> {
    fn new(page: &Page, blocks: &'a Blocks, metadata: &'a Metadata, facts: &[Element]) -> PageFacts<'a> {
        let mut seen = HashMap::with_capacity(blocks.list.len());
        for at in 0..blocks.list.len() {
            *seen.entry(blocks.text(at)).or_insert(0) += 1;
        }
        let title_words = split_words(metadata.title.as_deref().unwrap_or_default());
        let title_block = title_block(page, blocks, &title_words);
        let total = blocks.sum(0..blocks.list.len());
        let (candidate, candidate_share) = candidate(page, blocks, facts);
        PageFacts {
            total,
            title_block,
            title_words,
            description_words: split_words(metadata.excerpt.as_deref().unwrap_or_default()),
            seen,
            candidate,
            candidate_share,
        }
    }
}

/// The block that shows the headline: the heading, or else any block, that shares most words with the title; 0 if none.
fn title_block(page: &Page, blocks: &Blocks, title_words: &[&str]) -> usize {
    let mut best = (0.4, 0);
    for (at, block) in blocks.list.iter().enumerate().filter(|(_, block)| block.counts.words < 60) {
        let heading = match page.tag(block.parent).heading_level() {
            Some(1) => 0.2,
            Some(_) => 0.1,
            None => 0.0,
        };
        let score = overlap(title_words, blocks.text(at)) + heading;
        if score > best.0 {
            best = (score, at);
        }
    }
    best.1
}

/// The container whose blocks read most like prose, and its share of the page's prose.
fn candidate(page: &Page, blocks: &Blocks, facts: &[Element]) -> (NodeId, f32) {
    let values: Vec<f32> = blocks
        .list
        .iter()
        .map(|block| {
            let away =
                facts[block.parent.index()].around & (Around::NAV | Around::FOOTER | Around::ASIDE | Around::CONTROL) != 0;
            let prose = block.counts.words >= 8
                && block.counts.link_density() < 0.4
                && block.counts.sentences + block.counts.commas > 0;
            match (away, prose) {
                (false, true) => plain_words(&block.counts),
                (false, false) => -2.0,
                (true, _) => -(block.counts.words as f32) - 2.0,
            }
        })
        .collect();
    super::candidates::best(page, blocks, &values).map_or((Page::ROOT, 0.0), |best| (best.root, best.confidence))
}

/// What a block's text looks like from outside.
#[derive(Clone, Copy, Default)]
struct Shape {
    /// 0 none, 1 a colon or comma, 2 an end of a sentence.
    ending: u8,
    begins_upper: u8,
    digits: u32,
    capitalised: u32,
    separators: u32,
}

impl Shape {
    fn of(text: &str) -> Shape {
        let mut shape = Shape::default();
        let mut before = ' ';
        for c in text.chars() {
            if before == ' ' && c.is_uppercase() {
                shape.capitalised += 1;
            }
            match c {
                '|' | '»' | '«' | '›' | '•' | '·' | '>' | '→' | '/' | '&' => shape.separators += 1,
                _ if c.is_numeric() => shape.digits += 1,
                _ => {}
            }
            before = c;
        }
        let last = text.trim_end_matches(['"', '”', '’', '\'', ')', '»', '」', '』', ' ']).chars().next_back();
        shape.ending = match last {
            Some('.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।' | '۔') => 2,
            Some(':' | ',' | ';' | '：' | '，' | '；') => 1,
            _ => 0,
        };
        shape.begins_upper = text.chars().next().is_some_and(char::is_uppercase) as u8;
        shape
    }
}

fn plain_words(counts: &Counts) -> f32 {
    counts.words.saturating_sub(counts.link_words) as f32
}

fn ln(count: u32) -> f32 {
    (count as f32).ln_1p()
}

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

fn split_words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(60).collect()
}

/// The share of the words of the shorter text that stand in both, 0 to 1; a lone shared word counts little.
fn overlap(words: &[&str], text: &str) -> f32 {
    if words.is_empty() || text.len() > 1000 {
        return 0.0;
    }
    let (mut shared, mut total) = (0u32, 0u32);
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        total += 1;
        shared += words.contains(&word) as u32;
    }
    2.0 * shared as f32 / (total as usize + words.len()) as f32
}

fn tag_code(tag: Tag) -> f32 {
    let code = match tag {
        Tag::P => 0,
        Tag::Blockquote | Tag::Pre | Tag::Q => 1,
        Tag::H1 => 2,
        Tag::H2 => 3,
        Tag::H3 => 4,
        Tag::H4 | Tag::H5 | Tag::H6 => 5,
        Tag::Li => 6,
        Tag::Dd | Tag::Dt | Tag::Dl => 7,
        Tag::Td | Tag::Th | Tag::Tr => 8,
        Tag::Div | Tag::Center => 9,
        Tag::Section | Tag::Article | Tag::Main => 10,
        Tag::Figcaption | Tag::Figure | Tag::Caption => 11,
        Tag::Ul | Tag::Ol => 12,
        Tag::Body | Tag::Html => 13,
        Tag::Header | Tag::Footer | Tag::Nav | Tag::Aside => 14,
        Tag::Form | Tag::Fieldset | Tag::Label | Tag::Button => 15,
        _ => 16,
    };
    code as f32
}

fn inline_code(tag: Tag) -> f32 {
    let code = match tag {
        Tag::Text => 0,
        Tag::Span | Tag::Font => 1,
        Tag::Strong | Tag::B => 2,
        Tag::Em | Tag::I | Tag::Cite => 3,
        Tag::A => 4,
        Tag::Time | Tag::Small => 5,
        Tag::Button | Tag::Label => 6,
        Tag::Code => 7,
        _ => 8,
    };
    code as f32
}
