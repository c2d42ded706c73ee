//! Candidates: every element is one, and its score is the sum of the values of the blocks inside it.

use crate::blocks::Blocks;
use crate::page::{NodeId, Page};

/// The chosen container.
pub struct Candidate {
    /// The element.
    pub root: NodeId,
    /// How sure, 0 to 1.
    pub confidence: f32,
}

/// The smallest element with the largest sum of block values. A sum over a subtree is the difference of two running
/// totals, so all elements are scored in one pass.
pub fn best(page: &Page, blocks: &Blocks, values: &[f32]) -> Option<Candidate> {
    let mut totals = Vec::with_capacity(values.len() + 1);
    let (mut total, mut positive) = (0.0f64, 0.0f64);
    totals.push(0.0f64);
    for &value in values {
        total += f64::from(value);
        positive += f64::from(value.max(0.0));
        totals.push(total);
    }
    let mut best: Option<(NodeId, f64)> = None;
    for node in page.nodes().filter(|&node| page.end(node).place() > node.place() + 1) {
        let range = blocks.within(page, node);
        if range.is_empty() {
            continue;
        }
        let sum = totals[range.end] - totals[range.start];
        // In document order a descendant comes later: at an equal sum the smaller container wins.
        if best.is_none_or(|(_, most)| sum >= most) {
            best = Some((node, sum));
        }
    }
    let (root, sum) = best.filter(|&(_, sum)| sum > 0.0)?;
    Some(Candidate { root, confidence: (sum / positive.max(1.0)) as f32 })
}
