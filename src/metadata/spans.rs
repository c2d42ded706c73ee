//! Elements of one kind, gathered in document order, for the question whether a node stands in one of them.

use crate::page::{NodeId, Page};

/// The elements, and for each the one around it.
#[derive(Default)]
pub struct Spans {
    list: Vec<Span>,
}

/// One of the elements.
#[derive(Clone, Copy)]
pub struct Span {
    /// The element.
    pub node: NodeId,
    end: NodeId,
    /// How many elements there were up to the one around it; 0 for none.
    outer: usize,
}

impl Spans {
    /// Adds an element, once; elements come in document order.
    pub fn push(&mut self, page: &Page, node: NodeId) {
        if self.list.last().is_some_and(|last| last.node == node) {
            return;
        }
        let outer = self.open_at(self.list.len(), node);
        self.list.push(Span { node, end: page.end(node), outer });
    }

    /// The innermost element that is the node or holds it.
    #[inline(never)]
    pub fn around(&self, node: NodeId) -> Option<Span> {
        self.get(self.open_at(self.list.partition_point(|span| span.node <= node), node))
    }

    /// The innermost element that holds the node and is not the node.
    pub fn above(&self, node: NodeId) -> Option<Span> {
        let found = self.around(node)?;
        if found.node == node { self.get(found.outer) } else { Some(found) }
    }

    /// Of the first `count` elements the innermost that holds the node, counted from 1.
    fn open_at(&self, mut count: usize, node: NodeId) -> usize {
        while let Some(span) = self.get(count).filter(|span| span.end <= node) {
            count = span.outer;
        }
        count
    }

    fn get(&self, count: usize) -> Option<Span> {
        self.list.get(count.wrapping_sub(1)).copied()
    }
}
