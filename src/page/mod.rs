//! The page as a flat array of nodes in document order.
//!
//! A node's subtree is the range from the node to its `end`, so "all descendants", "is inside" and "skip this part" are
//! arithmetic on numbers, and nothing here recurses. The page is read-only once built: stages mark nodes by their id.

mod attr;
mod build;
mod display;
#[cfg(feature = "html")]
pub mod html;
mod layout;
mod marks;
mod node_set;
pub mod plain;
mod questions;
mod selector;
mod style;
mod tag;
pub mod url;
mod visible;

pub(crate) use visible::{push_folded, words_len};

pub use attr::Attr;
pub use build::PageBuilder;
pub use display::Display;
pub use layout::{Layout, Position, Rect};
pub use node_set::NodeSet;
pub use tag::Tag;

use crate::sort;
use marks::Marks;
use std::num::NonZeroU32;
use std::ops::Range;

/// A node of one [`Page`]: its place in document order. Kept as one more than that, so that an `Option` of it is one number too: wasm
/// hands a function's result back in a register when it is one, and by way of memory when it is two.
///
/// ```
/// use limpid::page::NodeId;
/// assert_eq!(NodeId::at(7).next(), NodeId::at(8));
/// assert_eq!(size_of::<Option<NodeId>>(), size_of::<u32>());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(NonZeroU32);

impl NodeId {
    /// The node at a place; the last two numbers are one place, which no page has.
    #[inline]
    pub const fn at(place: u32) -> NodeId {
        NodeId(NonZeroU32::MIN.saturating_add(place))
    }

    /// Its place.
    #[inline]
    pub const fn place(self) -> u32 {
        self.0.get() - 1
    }

    /// The place as an index.
    #[inline]
    pub const fn index(self) -> usize {
        self.place() as usize
    }

    /// The node after it in document order.
    #[inline]
    pub const fn next(self) -> NodeId {
        NodeId(self.0.saturating_add(1))
    }
}

impl Default for NodeId {
    fn default() -> NodeId {
        Page::ROOT
    }
}

/// The nodes in document order, each once.
pub fn in_document_order(nodes: Vec<NodeId>) -> Vec<NodeId> {
    let mut numbers = sort::ascending(nodes.into_iter().map(|node| node.place().into()).collect());
    numbers.dedup();
    numbers.into_iter().map(|number| NodeId::at(number as u32)).collect()
}

#[derive(Clone, Copy, Debug)]
struct Node {
    tag: Tag,
    marks: Marks,
    parent: u32,
    /// One past the last descendant.
    end: u32,
    /// Text nodes: the text's place in the buffer. Elements: the range of their attributes.
    from: u32,
    to: u32,
}

#[derive(Clone, Copy, Debug)]
struct AttrValue {
    attr: Attr,
    from: u32,
    to: u32,
}

/// A page, as every stage after this one sees it.
#[derive(Clone, Debug)]
pub struct Page {
    nodes: Vec<Node>,
    attrs: Vec<AttrValue>,
    /// Text and attribute values, one after another.
    buffer: String,
    /// Sorted by node.
    layouts: Vec<(NodeId, Layout)>,
    /// Whether parts of the page are withheld.
    withholds: bool,
    /// The address the page was opened at, if known.
    pub url: Option<String>,
    /// The window in CSS pixels, if there is one.
    pub window: Option<Rect>,
}

impl Page {
    /// The document node, ancestor of all.
    pub const ROOT: NodeId = NodeId::at(0);

    /// The number of nodes; at least 1.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is nothing but the document node.
    pub fn is_empty(&self) -> bool {
        self.nodes.len() <= 1
    }

    /// What the node is.
    pub fn tag(&self, node: NodeId) -> Tag {
        self.nodes[node.index()].tag
    }

    /// The parent, or `None` for the document.
    pub fn parent(&self, node: NodeId) -> Option<NodeId> {
        (node != Self::ROOT).then(|| NodeId::at(self.nodes[node.index()].parent))
    }

    /// One past the node's last descendant: where reading goes on when the node is skipped.
    pub fn end(&self, node: NodeId) -> NodeId {
        NodeId::at(self.nodes[node.index()].end)
    }

    /// Whether `inner` is `outer` or a descendant of it.
    pub fn contains(&self, outer: NodeId, inner: NodeId) -> bool {
        outer <= inner && inner < self.end(outer)
    }

    /// All nodes in document order.
    pub fn nodes(&self) -> impl DoubleEndedIterator<Item = NodeId> + use<> {
        node_range(0..self.nodes.len() as u32)
    }

    /// The node's descendants in document order, itself left out.
    pub fn descendants(&self, node: NodeId) -> impl DoubleEndedIterator<Item = NodeId> + use<> {
        node_range(node.place() + 1..self.end(node).place())
    }

    /// The node's children in order.
    pub fn children(&self, node: NodeId) -> Children<'_> {
        Children { page: self, next: node.next(), end: self.end(node) }
    }

    /// The node's ancestors, nearest first, up to the document.
    pub fn ancestors(&self, node: NodeId) -> Ancestors<'_> {
        Ancestors { page: self, below: node }
    }

    /// The next sibling.
    pub fn next_sibling(&self, node: NodeId) -> Option<NodeId> {
        let parent = self.parent(node)?;
        let next = self.end(node);
        (next < self.end(parent)).then_some(next)
    }

    /// A text node's text as the page has it; empty for elements.
    pub fn text(&self, node: NodeId) -> &str {
        match self.nodes[node.index()] {
            Node { tag: Tag::Text, from, to, .. } => self.written(from, to),
            _ => "",
        }
    }

    /// An attribute's value. Boolean attributes are present with an empty value.
    pub fn attr(&self, node: NodeId, attr: Attr) -> Option<&str> {
        // A plain loop, as nothing is asked more often.
        for value in self.values(node) {
            if value.attr == attr {
                return Some(self.written(value.from, value.to));
            }
        }
        None
    }

    /// The element's attributes among those that are read, in source order.
    pub fn attrs(&self, node: NodeId) -> impl Iterator<Item = (Attr, &str)> {
        self.values(node).iter().map(|value| (value.attr, self.written(value.from, value.to)))
    }

    /// Whether any element has an attribute.
    pub fn names(&self, attr: Attr) -> bool {
        self.attrs.iter().any(|value| value.attr == attr)
    }

    fn values(&self, node: NodeId) -> &[AttrValue] {
        let Node { tag, from, to, .. } = self.nodes[node.index()];
        if tag == Tag::Text { &[] } else { &self.attrs[from as usize..to as usize] }
    }

    // Not by an index: its panic would print the text, which brings Unicode tables of 8 KB into the browser.
    fn written(&self, from: u32, to: u32) -> &str {
        self.buffer.get(from as usize..to as usize).unwrap_or_default()
    }

    /// The nearest of the node itself and its ancestors that satisfies `wanted`.
    pub fn closest(&self, node: NodeId, wanted: fn(Tag) -> bool) -> Option<NodeId> {
        let mut at = node;
        while !wanted(self.tag(at)) {
            at = self.parent(at)?;
        }
        Some(at)
    }

    /// The first element of a tag in document order.
    pub fn first(&self, tag: Tag) -> Option<NodeId> {
        self.nodes().find(|&node| self.tag(node) == tag)
    }

    /// Layout facts, where they were asked for (live page) or stand in the fixture.
    pub fn layout(&self, node: NodeId) -> Option<&Layout> {
        if !self.nodes[node.index()].marks.has_layout() {
            return None;
        }
        let at = self.layouts.binary_search_by_key(&node, |&(id, _)| id).ok()?;
        Some(&self.layouts[at].1)
    }

    /// All layout facts, in document order.
    pub fn layouts(&self) -> &[(NodeId, Layout)] {
        &self.layouts
    }

    /// Adds layout facts, in any order; a later fact about a node replaces an earlier one.
    pub fn set_layouts(&mut self, facts: impl IntoIterator<Item = (NodeId, Layout)>) {
        for (node, layout) in facts {
            let Some(of) = self.nodes.get_mut(node.index()) else { continue };
            of.marks.set_layout(&layout);
            match self.layouts.binary_search_by_key(&node, |&(id, _)| id) {
                Ok(at) => self.layouts[at].1 = layout,
                Err(at) => self.layouts.insert(at, (node, layout)),
            }
        }
        // The innermost first: those around it tell.
        for at in (0..self.layouts.len()).rev() {
            let (node, layout) = self.layouts[at];
            if layout.hidden && self.awaits(node) {
                self.layouts[at].1.hidden = false;
                self.nodes[node.index()].marks.set_drawn(true);
            }
        }
    }

    /// A copy of the page in which text nodes and attribute values are what `change` makes of them; `None` keeps one. It is told
    /// the node of a text.
    /// Node ids stay valid: this is how text repair works without touching the page it was given.
    pub fn map_text(&self, change: &mut dyn FnMut(Option<NodeId>, &str) -> Option<String>) -> Page {
        let mut page = self.clone();
        for (at, node) in page.nodes.iter_mut().enumerate().filter(|(_, node)| node.tag == Tag::Text) {
            if let Some(text) = change(Some(NodeId::at(at as u32)), self.written(node.from, node.to)) {
                (node.from, node.to) = append(&mut page.buffer, &text);
            }
        }
        for value in &mut page.attrs {
            if let Some(text) = change(None, self.written(value.from, value.to)) {
                (value.from, value.to) = append(&mut page.buffer, &text);
            }
        }
        page
    }
}

/// A node's children. A type of its own, as are [`Ancestors`]: closures would be compiled anew wherever one is asked.
#[derive(Clone, Debug)]
pub struct Children<'a> {
    page: &'a Page,
    next: NodeId,
    end: NodeId,
}

impl Iterator for Children<'_> {
    type Item = NodeId;

    fn next(&mut self) -> Option<NodeId> {
        let child = (self.next < self.end).then_some(self.next)?;
        self.next = self.page.end(child);
        Some(child)
    }
}

/// A node's ancestors, nearest first.
#[derive(Clone, Debug)]
pub struct Ancestors<'a> {
    page: &'a Page,
    below: NodeId,
}

impl Iterator for Ancestors<'_> {
    type Item = NodeId;

    fn next(&mut self) -> Option<NodeId> {
        self.below = self.page.parent(self.below)?;
        Some(self.below)
    }
}

fn append(buffer: &mut String, text: &str) -> (u32, u32) {
    let from = buffer.len() as u32;
    buffer.push_str(text);
    (from, buffer.len() as u32)
}

/// The nodes of a range of ids, first to last.
pub fn node_range(range: Range<u32>) -> impl DoubleEndedIterator<Item = NodeId> {
    range.map(NodeId::at)
}
