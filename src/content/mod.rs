//! Where the article is.
//!
//! Every block is measured (`features`), learned trees give its chance to belong to the article (`verdicts`), the blocks
//! that are worth taking are taken (`selection`), and what lies between them decides on the container (`trim`).

mod candidates;
mod cards;
pub mod class_words;
mod coder;
mod declared;
mod elements;
pub mod features;
mod forest;
pub mod glance;
pub mod headline;
mod landmarks;
pub mod levels;
mod no_text;
mod page_facts;
pub mod page_type;
pub mod page_words;
mod selection;
pub mod surroundings;
mod tag_codes;
mod text_shape;
mod trim;
pub mod verdicts;
pub mod weights;

use crate::blocks::Blocks;
use crate::clutter::Finding;
use crate::options::Options;
use crate::page::{NodeId, NodeSet, Page};
use crate::reading::{Metadata, PageType};
use std::ops::Range;
use surroundings::Surroundings;
use weights::Weights;

/// The nodes of the article.
#[derive(Clone, Debug)]
pub struct MainContent {
    /// The containers, in document order, none inside another.
    pub roots: Vec<NodeId>,
    /// Nodes inside the roots that are not the article; a dropped element's descendants are dropped too.
    pub dropped: NodeSet,
    /// How sure, 0 to 1.
    pub confidence: f32,
    /// The chance of each block of the page to be the article's, 0 to 1.
    pub chances: Vec<f32>,
    /// What kind of page it is, its length aside.
    pub page_type: PageType,
    /// What may go of the page around it.
    pub surroundings: Surroundings,
}

impl MainContent {
    /// Whether the node belongs to the article.
    pub fn contains(&self, page: &Page, node: NodeId) -> bool {
        self.roots.iter().any(|&root| page.contains(root, node)) && !self.dropped.contains(node)
    }

    /// The chance of the words of some blocks to be the article's, 0 where there are none.
    pub fn chance_of(&self, blocks: &Blocks, range: Range<usize>) -> f32 {
        let (mut likely, mut all) = (0.0, 0.0);
        for block in range {
            let words = blocks.list[block].counts.words as f32;
            likely += words * self.chances.get(block).copied().unwrap_or(0.0);
            all += words;
        }
        if all > 0.0 { likely / all } else { 0.0 }
    }
}

/// Chooses the nodes that are the article, or `None` where the page carries none. `learned` is [`weights::learned`] but for
/// honest scoring, where a page is read by tables that never saw its site.
pub fn choose(
    page: &Page,
    blocks: &Blocks,
    metadata: &Metadata,
    findings: &[Finding],
    options: &Options,
    learned: &Weights,
) -> Option<MainContent> {
    let verdicts::Verdicts { blocks: verdicts, templates, page_type } = verdicts::of_page(page, blocks, metadata, learned);
    let mut taken = selection::take(blocks, &verdicts);
    selection::complete(blocks, &templates, &mut taken);
    let is_thread = page_type::declared(metadata) == Some(PageType::Forum);
    selection::leave_out_clutter(blocks, &verdicts, findings, is_thread, &mut taken);
    let root = trim::root(page, blocks, &taken)?;
    let dropped = trim::dropped(page, blocks, &taken, root);
    let confidence = selection::confidence(blocks, &verdicts, &taken);
    let surroundings = Surroundings::default();
    let mut main = MainContent { roots: vec![root], dropped, confidence, chances: verdicts, page_type, surroundings };
    let chars: usize = kept(page, blocks, &main).map(|block| blocks.list[block].counts.chars as usize).sum();
    main.confidence = no_text::confidence(page, blocks, metadata, &main)?;
    main.surroundings = surroundings::of(page, blocks, metadata, &main);
    (chars > 0 && chars >= options.chars_min).then_some(main)
}

fn declares_article(metadata: &Metadata) -> bool {
    metadata.types.iter().any(|name| name.ends_with("rticle") || name.ends_with("Posting"))
}

/// The blocks of the article, in document order.
pub fn kept<'a>(page: &'a Page, blocks: &'a Blocks, main: &'a MainContent) -> impl Iterator<Item = usize> + 'a {
    let inside = main.roots.iter().flat_map(|&root| blocks.within(page, root));
    inside.filter(|&block| !main.dropped.contains(blocks.list[block].from))
}
