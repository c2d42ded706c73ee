//! Where the article is.

use crate::blocks::Blocks;
use crate::clutter::Finding;
use crate::options::Options;
use crate::page::{NodeId, NodeSet, Page, Tag};
use crate::reading::Metadata;

/// The nodes of the article.
#[derive(Clone, Debug)]
pub struct MainContent {
    /// The containers, in document order, none inside another.
    pub roots: Vec<NodeId>,
    /// Nodes inside the roots that are not the article; a dropped element's descendants are dropped too.
    pub dropped: NodeSet,
    /// How sure, 0 to 1.
    pub confidence: f32,
}

impl MainContent {
    /// Whether the node belongs to the article.
    pub fn contains(&self, page: &Page, node: NodeId) -> bool {
        self.roots.iter().any(|&root| page.contains(root, node)) && !self.dropped.contains(node)
    }
}

/// Chooses the nodes that are the article, or `None` where the page carries none.
pub fn choose(
    page: &Page,
    blocks: &Blocks,
    _metadata: &Metadata,
    _findings: &[Finding],
    _options: &Options,
) -> Option<MainContent> {
    let root = page.first(Tag::Article).or_else(|| page.first(Tag::Main)).or_else(|| page.first(Tag::Body))?;
    (!blocks.within(page, root).is_empty()).then(|| MainContent {
        roots: vec![root],
        dropped: NodeSet::with_len(page.len()),
        confidence: 0.5,
    })
}
