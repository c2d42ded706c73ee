//! What an article leaves of its page: text that no rule knows, and that the content stage is sure is not the article's.

use super::{Finding, SURE, headline};
use crate::blocks::Blocks;
use crate::content::MainContent;
use crate::page::{NodeId, NodeSet, Page, Tag};
use crate::reading::{Metadata, SectionKind};

/// The rule's name.
const RULE: &str = "outside-article";
/// Chance, from 0 to 1, below which a block is surely none of the article's. More hides more of what surrounds an article, and
/// more of articles.
const CHANCE_MAX: f32 = 0.1;
/// Link density from which what is left is a list of links.
const LINKS_DENSITY_MIN: f32 = 0.5;

/// Finds what is left: elements with text of which nothing is the article's, its head's, or another finding's.
pub fn rest(page: &Page, blocks: &Blocks, metadata: &Metadata, main: &MainContent, findings: &[Finding]) -> Vec<Finding> {
    let mut settled = NodeSet::with_len(page.len());
    for finding in findings {
        settled.insert_range(finding.node..finding.until);
    }
    let own = own_blocks(page, blocks, metadata, main);
    let mut taken = vec![0u32];
    for (at, block) in blocks.list.iter().enumerate() {
        let keeps = settled.contains(block.from) || own.contains(&at) || main.chances.get(at).is_none_or(|&chance| chance > CHANCE_MAX);
        taken.push(taken[at] + keeps as u32);
    }
    let mut found = Vec::new();
    let mut at = NodeId(1);
    while at < page.end(NodeId(0)) {
        let range = blocks.within(page, at);
        let is_free = page.tag(at) != Tag::Text && !range.is_empty() && taken[range.end] == taken[range.start];
        if is_free {
            found.push(finding(blocks, main, page, at));
        }
        at = if is_free { page.end(at) } else { NodeId(at.0 + 1) };
    }
    found
}
