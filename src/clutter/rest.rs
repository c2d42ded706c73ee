//! What an article leaves of its page: text that no rule knows, and that the content stage is sure is not the article's.

use super::{Finding, SURE, headline};
use crate::blocks::{Block, Blocks};
use crate::content::MainContent;
use crate::page::{NodeId, Page, Tag, node_range};
use crate::reading::{Metadata, SectionKind};
use crate::sort;
use std::ops::Range;

/// Chance, 0 to 1, from which on a block is spared where the article is certain; where it is less so, less is hidden. On 500
/// pages of two corpora, 0.25 hid 86.4 % of what surrounds an article and none of it; 0.35 hid 0.8 % more, and 0.7 % of the
/// articles.
const CHANCE_MAX: f32 = 0.25;
/// The same of a link by itself: it leads away, and what an article needs of it is said beside it.
const LINK_CHANCE_MAX: f32 = 0.7;
/// The same of a label, and the words that make one. A label that was not taken belongs to what was not taken.
const LABEL_CHANCE_MAX: f32 = 0.6;
const LABEL_WORDS_MAX: u32 = 4;
/// Link density from which a line is a link.
const LINE_LINK_DENSITY_MIN: f32 = 0.8;
/// Link density from which what is left is a list of links.
const LINK_DENSITY_MIN: f32 = 0.5;

/// Nodes among which an element's picture is looked for. A picture with its wrappers has some ten.
const PICTURE_NODES_MAX: usize = 200;

/// Adds what is left to the findings: elements with text of which nothing is the article's, its head's, or a finding's.
pub fn add_rest(page: &Page, blocks: &Blocks, metadata: &Metadata, main: &MainContent, findings: &mut Vec<Finding>) {
    let rest = rest(page, blocks, metadata, main, findings);
    findings.extend(rest);
    *findings = sort::by_number(std::mem::take(findings), &|finding| finding.node.place());
}

fn rest(page: &Page, blocks: &Blocks, metadata: &Metadata, main: &MainContent, findings: &[Finding]) -> Vec<Finding> {
    let mut found = Vec::new();
    let kept_before = kept_before(page, blocks, metadata, main, findings);
    let mut at = NodeId::at(1);
    while at < page.end(Page::ROOT) {
        let range = blocks.within(page, at);
        let is_free = page.tag(at) != Tag::Text
            && range.clone().last().is_some_and(|last| blocks.list[last].until <= page.end(at))
            && kept_before[range.end] == kept_before[range.start]
            && !holds_picture(page, main, at);
        if is_free {
            found.push(finding(page, blocks, main, at));
        }
        at = if is_free || is_picture(page, main, at) { page.end(at) } else { at.next() };
    }
    found
}

/// For each block, and the end, how many before it stay or are found already.
fn kept_before(page: &Page, blocks: &Blocks, metadata: &Metadata, main: &MainContent, findings: &[Finding]) -> Vec<u32> {
    let kicker = metadata.kicker.as_deref();
    let stays = |(block, &chance): (usize, &f32)| {
        chance >= chance_max(page, &blocks.list[block]) * main.confidence * main.confidence
            || main.contains(page, blocks.list[block].from)
            || kicker == Some(blocks.text(block))
    };
    let mut kept: Vec<bool> = main.chances.iter().enumerate().map(stays).collect();
    kept.resize(blocks.list.len(), true);
    let mut keep = |range: Range<usize>| kept.get_mut(range).into_iter().flatten().for_each(|kept| *kept = true);
    let mut cleared = 0;
    for finding in findings {
        let range = blocks.starting_in(finding.node, finding.until);
        // Findings may lie in one another: what the outer one covers is not gone through again.
        keep(range.start.max(cleared)..range.end.max(cleared));
        cleared = cleared.max(range.end);
    }
    let head = [metadata.title_node, metadata.byline_node, metadata.published_node, metadata.standfirst_node];
    for node in head.into_iter().flatten() {
        // Also the line in which it stands: "By" before a name, a date after it.
        let begun = blocks.starting_in(Page::ROOT, node.next()).end;
        let line = begun.checked_sub(1).filter(|&block| blocks.list[block].until > node);
        keep(line.unwrap_or(begun)..blocks.within(page, node).end.max(begun));
    }
    headline::find(page, blocks, metadata).into_iter().for_each(|block| keep(block..block + 1));
    let mut before = vec![0];
    let mut count = 0;
    for kept in kept {
        count += kept as u32;
        before.push(count);
    }
    before
}

/// The chance up to which a block that was not taken goes. The captions and cells of what stays are no labels.
fn chance_max(page: &Page, block: &Block) -> f32 {
    match &block.counts {
        counts if counts.link_density() >= LINE_LINK_DENSITY_MIN => LINK_CHANCE_MAX,
        counts if counts.words <= LABEL_WORDS_MAX && !is_of_structure(page.tag(block.parent)) => LABEL_CHANCE_MAX,
        _ => CHANCE_MAX,
    }
}

fn is_of_structure(tag: Tag) -> bool {
    matches!(tag, Tag::Caption | Tag::Figcaption | Tag::Th | Tag::Td | Tag::Dt | Tag::Dd)
}

/// Whether an element holds a picture of the article, whose caption the article does without.
fn holds_picture(page: &Page, main: &MainContent, at: NodeId) -> bool {
    let is_inside = main.roots.iter().any(|&root| page.contains(root, at));
    is_inside && node_range(at.place()..page.end(at).place()).take(PICTURE_NODES_MAX).any(|node| is_picture(page, main, node))
}

fn is_picture(page: &Page, main: &MainContent, node: NodeId) -> bool {
    page.tag(node) == Tag::Figure && main.contains(page, node)
}

fn finding(page: &Page, blocks: &Blocks, main: &MainContent, node: NodeId) -> Finding {
    let is_links = blocks.counts(page, node).link_density() >= LINK_DENSITY_MIN;
    let is_above = main.roots.first().is_some_and(|&root| page.end(node) <= root);
    let kind = match (is_links, is_above) {
        (true, true) => SectionKind::Navigation,
        (true, false) => SectionKind::SectionList,
        (false, _) => SectionKind::PageFurniture,
    };
    let evidence = "not part of the article".to_owned();
    Finding { node, until: page.end(node), kind, rule: "outside-article", evidence, certainty: SURE }
}
