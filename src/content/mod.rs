//! Where the article is.
//!
//! Every block gets a value: its words where it reads like the article, minus its words where it does not. The container
//! with the largest sum is the main content; what has a negative sum inside it is dropped.

mod candidates;
pub mod class_words;
mod elements;
pub mod features;
mod trim;
mod values;

use crate::blocks::Blocks;
use crate::clutter::Finding;
use crate::options::Options;
use crate::page::{NodeId, NodeSet, Page};
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
    metadata: &Metadata,
    findings: &[Finding],
    options: &Options,
) -> Option<MainContent> {
    let values = values::of_blocks(page, blocks, metadata, findings);
    let best = candidates::best(page, blocks, &values)?;
    let dropped = trim::dropped(page, blocks, &values, best.root);
    let main = MainContent { roots: vec![best.root], dropped, confidence: best.confidence };
    let chars: usize = kept(page, blocks, &main).map(|block| blocks.list[block].counts.chars as usize).sum();
    (chars > 0 && chars >= options.chars_min).then_some(main)
}

/// The blocks of the article, in document order.
pub fn kept<'a>(page: &'a Page, blocks: &'a Blocks, main: &'a MainContent) -> impl Iterator<Item = usize> + 'a {
    let inside = main.roots.iter().flat_map(|&root| blocks.within(page, root));
    inside.filter(|&block| !main.dropped.contains(blocks.list[block].from))
}
