//! A set of nodes of one page, one bit a node.

use super::NodeId;
use std::ops::Range;

/// A set of nodes. Asking about a node beyond the page is fine and says no.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NodeSet {
    words: Vec<u64>,
}

impl NodeSet {
    /// An empty set with room for a page of `len` nodes.
    pub fn with_len(len: usize) -> NodeSet {
        NodeSet { words: vec![0; len.div_ceil(64)] }
    }

    /// Adds one node.
    pub fn insert(&mut self, node: NodeId) {
        let word = node.index() / 64;
        if word >= self.words.len() {
            self.words.resize(word + 1, 0);
        }
        self.words[word] |= 1 << (node.place() % 64);
    }

    /// Adds every node of a range, such as an element with its whole subtree.
    pub fn insert_range(&mut self, range: Range<NodeId>) {
        for id in range.start.place()..range.end.place() {
            self.insert(NodeId::at(id));
        }
    }

    /// Takes one node out.
    pub fn remove(&mut self, node: NodeId) {
        if let Some(word) = self.words.get_mut(node.index() / 64) {
            *word &= !(1 << (node.place() % 64));
        }
    }

    /// Whether the node is in the set.
    pub fn contains(&self, node: NodeId) -> bool {
        self.words.get(node.index() / 64).is_some_and(|word| word >> (node.place() % 64) & 1 == 1)
    }

    /// Whether the set has no node.
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|&word| word == 0)
    }
}
