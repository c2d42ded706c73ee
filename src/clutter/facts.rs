//! What the rules ask about a page, gathered in one pass before any rule is tried.

use super::class_words::WordHits;
use super::headline;
use super::phrases::PhraseHits;
use crate::blocks::{Block, Blocks, Counts};
use crate::page::{NodeId, Page, Tag};
use crate::reading::Metadata;
use crate::rules::Place;
use std::ops::Range;

/// Words from which a block that ends like a sentence counts as prose. More misses short paragraphs, fewer takes captions
/// and calls to subscribe for prose.
const PROSE_WORDS_MIN: u32 = 12;
/// Link density, in hundredths, from which a block is a list of links and no prose.
const PROSE_LINK_DENSITY_MAX: f32 = 0.5;
/// Share of the prose that may stand before something which still counts as standing at its head, in hundredths.
const BEFORE_PERCENT_MAX: u32 = 15;
/// Share of the prose that must stand before something which counts as standing at its end, in hundredths. Comments and
/// teasers below the article hold sentences too, so this is far below 100.
const AFTER_PERCENT_MIN: u32 = 50;
/// Blocks from the headline on in which a byline or a date is the article's. A later one is a teaser's.
const OWN_BLOCKS_MAX: usize = 15;
/// Ancestors looked at on the way up from a node. Pages nest some twenty levels deep, hostile ones 100,000.
pub const CLIMB_MAX: usize = 64;

/// The page with all that was gathered.
pub struct Facts<'a> {
    /// The page.
    pub page: &'a Page,
    /// Its blocks.
    pub blocks: &'a Blocks,
    /// What its head says.
    pub metadata: &'a Metadata,
    /// Words of classes and ids.
    pub words: WordHits,
    /// Phrases in blocks.
    pub phrases: PhraseHits,
    /// The block that shows the headline.
    pub headline: Option<usize>,
    /// Words of prose before each block.
    prose_before: Vec<u32>,
    /// Buttons, fields and links before each node.
    controls_before: Vec<u32>,
}

/// A part of the page that a rule is asked about: an element, or a run of nodes.
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    /// The first node.
    pub from: NodeId,
    /// One past the last node.
    pub until: NodeId,
    /// The element, if the run is just one.
    pub element: Option<NodeId>,
    /// Its blocks.
    pub blocks: Range<usize>,
}

impl<'a> Facts<'a> {
    /// Gathers the facts.
    pub fn gather(page: &'a Page, blocks: &'a Blocks, metadata: &'a Metadata) -> Facts<'a> {
        let mut words = WordHits::default();
        let mut controls_before = Vec::with_capacity(page.len() + 1);
        let mut controls = 0;
        for node in page.nodes() {
            controls_before.push(controls);
            let tag = page.tag(node);
            if tag != Tag::Text {
                words.read(page, node);
                controls += matches!(tag, Tag::A | Tag::Button | Tag::Input | Tag::Textarea | Tag::Select) as u32;
            }
        }
        controls_before.push(controls);
        let mut prose_before = vec![0];
        let mut total = 0;
        for (at, block) in blocks.list.iter().enumerate() {
            total += if is_prose(block, blocks.text(at)) { block.counts.words } else { 0 };
            prose_before.push(total);
        }
        let phrases = PhraseHits::read(blocks);
        let headline = headline::find(page, blocks, metadata);
        Facts { page, blocks, metadata, words, phrases, headline, prose_before, controls_before }
    }

    /// An element as a subject.
    pub fn element(&self, node: NodeId) -> Subject {
        let until = self.page.end(node);
        Subject { from: node, until, element: Some(node), blocks: self.blocks.within(self.page, node) }
    }

    /// A run of blocks as a subject, with the elements around it that hold nothing else. `range` is not empty.
    pub fn run(&self, range: Range<usize>) -> Option<Subject> {
        let first = self.top(self.blocks.list.get(range.start)?.from, &range);
        let last = self.blocks.list.get(range.end.checked_sub(1)?)?.until;
        let last = self.top(NodeId::at(last.place().checked_sub(1)?), &range);
        let element = (first == last && self.page.tag(first) != Tag::Text).then_some(first);
        Some(Subject { from: first, until: self.page.end(last), element, blocks: range })
    }

    /// Every block that is wanted, as a subject of its own.
    pub fn runs(&self, mut wanted: impl FnMut(usize) -> bool) -> Vec<Subject> {
        let mut found = Vec::new();
        for block in 0..self.blocks.list.len() {
            if wanted(block) {
                found.extend(self.run(block..block + 1));
            }
        }
        found
    }

    /// The highest ancestor of a node that holds no block outside the range.
    fn top(&self, node: NodeId, range: &Range<usize>) -> NodeId {
        let mut top = node;
        for ancestor in self.page.ancestors(node).take(CLIMB_MAX) {
            let inside = self.blocks.within(self.page, ancestor);
            let fits = inside.start >= range.start && inside.end <= range.end;
            if !fits || matches!(self.page.tag(ancestor), Tag::Body | Tag::Html | Tag::Document) {
                break;
            }
            top = ancestor;
        }
        top
    }

    /// Whether a run of nodes shows the headline, or the byline or the date near it: what no clutter holds.
    pub fn is_own(&self, from: NodeId, until: NodeId) -> bool {
        let metadata = self.metadata;
        let holds = |node: NodeId| from <= node && node < until;
        let headline = self.headline.and_then(|block| self.blocks.list.get(block)).map(|block| block.from);
        if headline.is_some_and(holds) || metadata.title_node.is_some_and(holds) {
            return true;
        }
        [metadata.byline_node, metadata.published_node, metadata.standfirst_node].iter().any(|&node| match node {
            Some(node) if holds(node) => {
                let block = self.blocks.starting_in(NodeId::at(0), node).end;
                let at_head = self.prose(0..block) * 100 < self.prose_total() * AFTER_PERCENT_MIN;
                at_head && self.headline.is_none_or(|headline| (headline..headline + OWN_BLOCKS_MAX).contains(&block))
            }
            _ => false,
        })
    }

    /// What is counted in a subject.
    pub fn counts(&self, subject: &Subject) -> Counts {
        self.blocks.sum(subject.blocks.clone())
    }

    /// Words of prose in a range of blocks.
    #[inline(never)]
    pub fn prose(&self, range: Range<usize>) -> u32 {
        let at = |block: usize| self.prose_before.get(block).copied().unwrap_or(0);
        at(range.end).saturating_sub(at(range.start))
    }

    /// Words of prose on the page.
    pub fn prose_total(&self) -> u32 {
        self.prose_before.last().copied().unwrap_or(0)
    }

    /// Buttons, fields and links in a subject.
    pub fn controls(&self, subject: &Subject) -> u32 {
        let at = |node: NodeId| self.controls_before.get(node.index()).copied().unwrap_or(0);
        at(subject.until) - at(subject.from).min(at(subject.until))
    }

    /// Whether a block is a sentence or more of running text.
    pub fn is_prose(&self, block: usize) -> bool {
        self.prose(block..block + 1) > 0
    }

    /// Whether a subject stands at a place. Where there is no prose, it stands anywhere.
    pub fn stands(&self, subject: &Subject, place: Place) -> bool {
        let total = self.prose_total();
        let percent = self.prose(0..subject.blocks.start) * 100 / total.max(1);
        total == 0
            || match place {
                Place::Before => percent < BEFORE_PERCENT_MAX,
                Place::Among => (BEFORE_PERCENT_MAX..AFTER_PERCENT_MIN).contains(&percent),
                Place::After => percent >= AFTER_PERCENT_MIN,
            }
    }
}

/// Running text: some length, few links, and an end like a sentence's.
fn is_prose(block: &Block, text: &str) -> bool {
    let closes = |c: &char| matches!(c, '"' | '”' | '’' | '\'' | '»' | ')' | '“' | '」' | '』' | ' ');
    block.counts.words >= PROSE_WORDS_MIN
        && block.counts.link_density() < PROSE_LINK_DENSITY_MAX
        && text
            .chars()
            .rev()
            .find(|c| !closes(c))
            .is_some_and(|last| matches!(last, '.' | '!' | '?' | '…' | ':' | '。' | '！' | '？' | '؟' | '।' | '۔' | '：'))
}
