//! What is not the article, and why.

use crate::blocks::Blocks;
use crate::content::MainContent;
use crate::page::{NodeId, Page};
use crate::reading::{Access, Metadata, Section, SectionKind};

/// One piece of clutter: a run of nodes, the rule that found it, and the words or facts that it went by.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The first node.
    pub node: NodeId,
    /// One past the last node. Equal to `page.end(node)` where the finding is one element.
    pub until: NodeId,
    /// What it is.
    pub kind: SectionKind,
    /// The rule's name.
    pub rule: &'static str,
    /// What was seen: the words, the link density, the share of the window.
    pub evidence: String,
    /// How sure, 0 to 1. Below [`SURE`] it counts against a text, but does not settle the matter.
    pub certainty: f32,
}

/// From this certainty on, a finding keeps its text out of the article unless the article needs it.
pub const SURE: f32 = 0.5;

/// Finds the clutter, in document order.
pub fn find(_page: &Page, _blocks: &Blocks, _metadata: &Metadata) -> Vec<Finding> {
    Vec::new()
}

/// Tells what the page withholds.
pub fn access(
    _page: &Page,
    _blocks: &Blocks,
    metadata: &Metadata,
    _findings: &[Finding],
    _main: Option<&MainContent>,
) -> Access {
    Access { declared: metadata.declared, ..Access::default() }
}

/// The findings as the API gives them.
pub fn sections(_page: &Page, _findings: &[Finding]) -> Vec<Section> {
    Vec::new()
}
