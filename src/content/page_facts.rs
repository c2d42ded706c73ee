//! Facts about the whole page that every block is held against.

use super::elements::{self, Around, Element};
use super::features::plain_words;
use super::text_shape::Shape;
use crate::blocks::{Block, Blocks, Counts};
use crate::page::{NodeId, Page, Tag};
use crate::reading::Metadata;
use crate::sort;
use crate::text::search;

/// Facts about the whole page that every block is held against.
pub struct PageFacts {
    /// Everything added up.
    pub total: Counts,
    /// The block that shows the headline; 0 if none does.
    pub title_block: usize,
    /// How often each block's text stands on the page.
    pub seen: Vec<u32>,
    /// The container that reads most like prose.
    pub candidate: NodeId,
    /// Its share of the page's prose, 0 to 1.
    pub candidate_share: f32,
    /// Words of all blocks that read like prose.
    pub prose: u32,
    /// Blocks that name a price.
    pub prices: u32,
    /// What kind of page it is, as far as numbers tell.
    pub kind: [f32; KIND],
}

/// How many numbers describe the kind of page.
pub const KIND: usize = 11;

impl PageFacts {
    /// Gathers them.
    pub fn new(page: &Page, blocks: &Blocks, metadata: &Metadata, facts: &[Element], shapes: &[Shape]) -> PageFacts {
        let title_block = title_block(page, blocks, shapes);
        let total = blocks.sum(0..blocks.list.len());
        let (candidate, candidate_share) = candidate(page, blocks, facts);
        PageFacts {
            total,
            title_block,
            seen: seen(blocks),
            candidate,
            candidate_share,
            prose: blocks.list.iter().filter(|block| reads_like_prose(block)).map(|block| block.counts.words).sum(),
            prices: shapes.iter().filter(|shape| shape.names_price).count() as u32,
            kind: kind(page, blocks, metadata, facts),
        }
    }
}

/// How often each block's text stands on the page. Two texts of one hash count as one: on a page of 1,000 blocks that happens
/// once in 8,000 pages.
fn seen(blocks: &Blocks) -> Vec<u32> {
    let firsts = sort::first_alike(blocks.list.iter().map(|block| block.hash).collect());
    let mut counts = vec![0; firsts.len()];
    firsts.iter().for_each(|&first| counts[first] += 1);
    firsts.iter().map(|&first| counts[first]).collect()
}

/// The block that shows the headline: the heading, or else any block, that shares most words with the title; 0 if none.
fn title_block(page: &Page, blocks: &Blocks, shapes: &[Shape]) -> usize {
    let mut best = (0.4, 0);
    for (at, block) in blocks.list.iter().enumerate().filter(|(_, block)| block.counts.words < 60) {
        let heading = match page.tag(block.parent).heading_level() {
            Some(1) => 0.2,
            Some(_) => 0.1,
            None => 0.0,
        };
        let score = shapes.get(at).map_or(0.0, |shape| shape.of_title) + heading;
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
            match (away, reads_like_prose(block)) {
                (false, true) => plain_words(&block.counts),
                (false, false) => -2.0,
                (true, _) => -(block.counts.words as f32) - 2.0,
            }
        })
        .collect();
    super::candidates::best(page, blocks, &values).map_or((Page::ROOT, 0.0), |best| (best.root, best.confidence))
}

/// Whether a block is a sentence or more of running text.
fn reads_like_prose(block: &Block) -> bool {
    let counts = &block.counts;
    counts.words >= 8 && counts.link_density() < 0.4 && counts.sentences + counts.commas > 0
}

/// Numbers by which articles, products, threads and lists differ: repetition, lists, headings, the address, declared types.
fn kind(page: &Page, blocks: &Blocks, metadata: &Metadata, facts: &[Element]) -> [f32; KIND] {
    let (mut repeated, mut listed, mut all) = (0.0, 0.0, 0.0f32);
    for block in &blocks.list {
        let (element, words) = (&facts[block.parent.index()], block.counts.words as f32);
        all += words;
        repeated += if elements::alike_near(page, facts, block.parent) >= 4 { words } else { 0.0 };
        listed += if element.lists > 0 { words } else { 0.0 };
    }
    let (mut articles, mut headings, mut times) = (0, 0, 0);
    for node in page.nodes() {
        match page.tag(node) {
            Tag::Article => articles += 1,
            Tag::Time => times += 1,
            tag if tag.heading_level().is_some() => headings += 1,
            _ => {}
        }
    }
    let address = address(page.url.as_deref().or(metadata.url.as_deref()).unwrap_or_default());
    let declares =
        |words: &[&str]| metadata.types.iter().any(|kind| words.iter().any(|word| search::has(kind, word))) as u8 as f32;
    [
        repeated / all.max(1.0),
        listed / all.max(1.0),
        (articles as f32).ln_1p(),
        (headings as f32).ln_1p(),
        (times as f32).ln_1p(),
        address[0],
        address[1],
        address[2],
        address[3],
        declares(&["Article", "article", "Posting", "Report", "Recipe"]),
        declares(&["Product", "product", "Offer"]),
    ]
}

/// Of an address: the path's depth, the length of its last part, the words in that, and the digits in the path.
pub(super) fn address(url: &str) -> [f32; 4] {
    let path = search::split_once(url, "://").map_or(url, |(_, rest)| rest);
    let path = search::until(path, "?#");
    let (depth, last) = search::split(path, "/")
        .into_iter()
        .skip(1)
        .filter(|part| !part.is_empty())
        .fold((0u32, ""), |(depth, _), part| (depth + 1, part));
    let digits = path.bytes().filter(u8::is_ascii_digit).count();
    let words = search::split(last, "-_+").into_iter().filter(|word| !word.is_empty()).count();
    [depth as f32, (last.len() as f32).ln_1p(), words as f32, digits as f32]
}
