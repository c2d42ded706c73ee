//! What is not the article, and why.

use crate::blocks::Blocks;
use crate::content::MainContent;
use crate::page::{Attr, NodeId, Page, Tag};
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

/// For which elements of a live page layout is worth asking: those that call themselves dialogs.
pub fn layout_questions(page: &Page) -> Vec<NodeId> {
    let is_dialog = |node: NodeId| {
        page.tag(node) == Tag::Dialog
            || page.attr(node, Attr::AriaModal).is_some()
            || matches!(page.attr(node, Attr::Role), Some("dialog" | "alertdialog"))
    };
    page.nodes().filter(|&node| is_dialog(node)).take(QUESTIONS_MAX).collect()
}

/// Elements asked about, at most: each answer costs the browser some microseconds.
const QUESTIONS_MAX: usize = 200;
