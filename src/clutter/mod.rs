//! What is not the article, and why.
//!
//! Facts are gathered once; then rules start from an element, a phrase, a heading or a shape, and each place that shows
//! all signs of a rule is a finding. `settle` keeps what can stand.

mod access;
mod boxes;
mod cards;
mod class_words;
mod conditions;
mod elements;
mod facts;
pub mod gated;
mod head;
mod headed;
mod headline;
mod held_back;
mod link_lists;
mod overlays;
mod phrase_table;
mod phrases;
mod repeats;
mod rest;
mod sections;
mod settle;
pub mod shapes;
mod slugs;
pub mod told;
mod waiting;
mod walls;

pub use access::access;
pub use held_back::held_back;
pub use phrases::says;
pub use rest::add_rest;
pub use sections::{is_hideable, sections};
pub use waiting::waiting;

use crate::blocks::Blocks;
use crate::page::{NodeId, Page};
use crate::reading::{Metadata, SectionKind};
use facts::Facts;

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

/// From this certainty on, a finding keeps its text out of the article unless the article needs it. Below, it is hidden only
/// where the article has nothing of it: rules that took more of the articles of a corpus than of what surrounds them are below.
pub const SURE: f32 = 0.5;

/// Finds the clutter, in document order.
pub fn find(page: &Page, blocks: &Blocks, metadata: &Metadata) -> Vec<Finding> {
    let facts = Facts::gather(page, blocks, metadata);
    let found = all(&facts);
    settle::settle(&facts, found)
}

/// All that single rules find, before one is weighed against another: what tests of the rules look at.
pub fn find_unsettled(page: &Page, blocks: &Blocks, metadata: &Metadata) -> Vec<Finding> {
    all(&Facts::gather(page, blocks, metadata))
}

fn all(facts: &Facts) -> Vec<Finding> {
    let mut found = Vec::new();
    elements::find(facts, &mut found);
    boxes::find(facts, &mut found);
    headed::find(facts, &mut found);
    shapes::find(facts, &mut found);
    found
}
