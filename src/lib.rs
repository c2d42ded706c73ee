//! Limpid turns any web page into the article it carries, and hides the clutter around it.
//!
//! The flow is [`read`]: one call a stage. The folders are the stages, in the order of the calls; ARCHITECTURE.md is the map.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod article;
pub mod blocks;
pub mod clutter;
pub mod content;
pub mod hiding;
pub mod metadata;
pub mod options;
pub mod page;
pub mod reading;
pub mod rules;
mod sort;
pub mod text;
#[cfg(feature = "web")]
pub mod web;

use content::surroundings::Surroundings;
use content::weights::Weights;
pub use options::Options;
use page::NodeId;
pub use page::Page;
use page::Tag;
pub use reading::Reading;
use reading::{Declared, HidePlan};
use std::borrow::Cow;

/// Reads one page. Cannot fail: a page without an article has `article: None`.
///
/// ```
/// use limpid::{Options, page::PageBuilder, read};
/// let reading = read(&PageBuilder::default().finish(), &Options::default());
/// assert!(reading.article.is_none());
/// ```
pub fn read(page: &Page, options: &Options) -> Reading {
    read_with(page, options, content::weights::learned())
}

/// [`read`] by other learned tables than the built-in ones: for scoring a page by tables that never saw its site.
pub fn read_with(page: &Page, options: &Options, learned: &Weights) -> Reading {
    if let Some(dump) = page::plain::shown(page) {
        // Its nodes are not the page's: of a page that is one text, nothing can be hidden.
        let mut reading = read_with(&dump, options, learned);
        for section in &mut reading.sections {
            (section.elements, section.is_element) = (Vec::new(), false);
        }
        reading.hiding = HidePlan::default();
        return reading;
    }
    let (page, repairs) = text::repair::page(page, options);
    let page = page.as_ref();
    let metadata = metadata::read(page, options);
    let page = clutter::gated::page(page, &metadata, options.include_gated);
    let page = page.as_ref();
    let page = with_shown(page, &clutter::waiting(page, &metadata));
    let page = page.as_ref();
    let mut blocks = blocks::split(page);
    let mut findings = clutter::find(page, &blocks, &metadata);
    let held = clutter::held_back(page, &blocks, &metadata, &findings);
    let page = with_shown(page, &held);
    let page = page.as_ref();
    if !held.is_empty() {
        blocks = blocks::split(page);
        findings = clutter::find(page, &blocks, &metadata);
    }
    let main = content::choose(page, &blocks, &metadata, &findings, options, learned);
    let headline = main.as_ref().and_then(|main| content::headline::above(page, &blocks, &metadata, &findings, main));
    let metadata = if headline.is_some() { metadata::read_around(page, options, headline) } else { metadata };
    let text = main.as_ref().filter(|main| main.surroundings != Surroundings::Stay);
    if let Some(main) = text.filter(|main| main.surroundings == Surroundings::Go) {
        clutter::add_rest(page, &blocks, &metadata, main, &mut findings);
    }
    let access = clutter::access(page, &blocks, &metadata, &findings, main.as_ref());
    let reveal = hiding::reveal(page, &blocks, &access, held, text);
    let mut hiding = hiding::plan(page, &blocks, &findings, text, options);
    hiding.reveal = reveal;
    if access.declared == Declared::Paid && !options.include_gated {
        // How such a page draws its text is its own affair: only scrolling is set free.
        hiding.unlock.retain(|&node| matches!(page.tag(node), Tag::Html | Tag::Body));
    }
    let sections = clutter::sections(page, &findings);
    // A quarter of what a long page takes, before the article takes its own.
    drop(blocks);
    let article = main.map(|main| {
        let mut article = article::build(page, metadata, &main, &findings);
        article.page_type = main.page_type.with_length(article.word_count);
        article
    });
    Reading { article, access, sections, repairs, hiding }
}

/// The page with hidden elements shown; borrowed where there are none.
fn with_shown<'a>(page: &'a Page, hidden: &[NodeId]) -> Cow<'a, Page> {
    if hidden.is_empty() {
        return Cow::Borrowed(page);
    }
    let mut page = page.clone();
    page.show(hidden);
    Cow::Owned(page)
}

/// The elements of a live page of which layout should be asked before it is read, in document order.
pub fn layout_questions(page: &Page) -> Vec<NodeId> {
    let mut asked = page.layout_questions();
    if metadata::names_paid_parts(page) {
        asked.extend(clutter::gated::questions(page, &metadata::read(page, &Options::default())));
        asked = page::in_document_order(asked);
    }
    asked
}

/// Whether a page carries an article worth opening. Cheaper than [`read`]: nothing is repaired and nothing is written.
///
/// ```
/// use limpid::{is_readable, page::PageBuilder};
/// assert!(!is_readable(&PageBuilder::default().finish()));
/// ```
pub fn is_readable(page: &Page) -> bool {
    let options = Options { chars_min: READABLE_CHARS_MIN, ..Options::default() };
    let metadata = metadata::read(page, &options);
    let blocks = blocks::split(page);
    let findings = clutter::find(page, &blocks, &metadata);
    content::choose(page, &blocks, &metadata, &findings, &options, content::weights::learned())
        .is_some_and(|main| main.confidence >= READABLE_CONFIDENCE_MIN)
}

/// Characters of text from which on a reader is worth opening: three or four short paragraphs, the length of a brief news
/// item. More misses briefs; less offers the reader on lists of teasers.
const READABLE_CHARS_MIN: usize = 500;

/// The confidence from which on a reader is worth opening. More misses odd articles; less offers the reader on front pages.
const READABLE_CONFIDENCE_MIN: f32 = 0.5;
