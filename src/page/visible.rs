//! What of a page is there to be read: hidden elements, and text with its white space as a browser would show it.

use super::{Attr, NodeId, Page, Position, Tag, node_range};
use crate::text::search::head;
use std::ops::Range;

impl Page {
    /// Whether the element itself is marked as not shown, by attribute, inline style or layout. Ancestors are not asked.
    /// `aria-hidden` is not counted: pages behind a consent dialog carry it on their main content.
    pub fn is_hidden(&self, node: NodeId) -> bool {
        self.nodes[node.index()].marks.is_hidden()
    }

    /// Says that elements are not displayed.
    #[cfg(feature = "html")]
    pub(super) fn set_hidden(&mut self, nodes: &[NodeId]) {
        for &node in nodes {
            let awaits = self.awaits(node);
            self.nodes[node.index()].marks.set_drawn(awaits);
        }
    }

    /// Whether an element that is not drawn waits for a script that shows it, or for a click: in a page that is hidden as a
    /// whole, in a part that the server sent late, in what unfolds.
    pub(super) fn awaits(&self, node: NodeId) -> bool {
        let mut at = node;
        loop {
            let marks = self.nodes[at.index()].marks;
            let waits = match self.tag(at) {
                Tag::Html | Tag::Body => !marks.is_drawn(),
                Tag::Details => at != node && self.attr(at, Attr::Open).is_none(),
                _ => marks.is_streamed(),
            };
            match self.parent(at) {
                Some(parent) if !waits => at = parent,
                _ => return waits,
            }
        }
    }

    /// Whether a browser shows the element, as far as it was asked.
    pub fn is_drawn(&self, node: NodeId) -> bool {
        self.nodes[node.index()].marks.is_drawn()
    }

    /// Counts elements as hidden that may be seen: parts that the reader is not to have.
    pub fn withhold(&mut self, nodes: &[NodeId]) {
        self.withholds |= !nodes.is_empty();
        nodes.iter().for_each(|&node| self.nodes[node.index()].marks.withhold());
    }

    /// Counts hidden elements as shown, with those around them, and those inside that a browser calls hidden for their sake.
    pub fn show(&mut self, nodes: &[NodeId]) {
        for &node in nodes {
            let around = std::iter::once(node).chain(self.ancestors(node)).filter(|&at| self.is_hidden(at));
            let inside = self.descendants(node).filter(|&at| !self.is_drawn(at));
            for at in around.chain(inside).collect::<Vec<_>>() {
                self.nodes[at.index()].marks.show();
            }
        }
    }

    /// Whether parts of the page are withheld.
    pub fn withholds(&self) -> bool {
        self.withholds
    }

    /// Whether the element, or what it stands in, is withheld.
    pub fn is_withheld(&self, node: NodeId) -> bool {
        self.withholds()
            && std::iter::once(node).chain(self.ancestors(node)).any(|at| self.nodes[at.index()].marks.is_withheld())
    }

    /// Whether a text node is nothing but white space.
    pub fn is_blank(&self, node: NodeId) -> bool {
        self.nodes[node.index()].marks.is_blank()
    }

    /// How the element is placed, by layout or by inline style; `None` where nothing tells.
    pub fn position(&self, node: NodeId) -> Option<Position> {
        self.layout(node).map(|layout| layout.position).or_else(|| self.nodes[node.index()].marks.position())
    }

    /// Whether the element's inline style takes away scrolling, sharpness or height.
    pub fn is_locked(&self, node: NodeId) -> bool {
        self.nodes[node.index()].marks.locks()
    }

    /// The text below a node as a reader sees it: white space folded, a space wherever a block or `<br>` ends, nothing
    /// from scripts and hidden elements. Never glues words.
    pub fn text_of(&self, node: NodeId) -> String {
        self.text_between(node, self.end(node))
    }

    /// [`Page::text_of`] for a run of nodes, `from` up to and without `until`.
    pub fn text_between(&self, from: NodeId, until: NodeId) -> String {
        self.text_within(from..until, usize::MAX)
    }

    /// The beginning of [`Page::text_of`]: some more than so many bytes, where there are as many. The costs are bounded too.
    pub fn text_start(&self, node: NodeId, bytes_max: usize) -> String {
        /// So many nodes are looked at: some that are empty, and more than a short text is made of.
        const NODES_MAX: u32 = 100;
        self.text_within(node..self.end(node).min(NodeId::at(node.place().saturating_add(NODES_MAX))), bytes_max)
    }

    /// The text of a run of nodes, up to the text with which it is longer than so many bytes.
    fn text_within(&self, nodes: Range<NodeId>, bytes_max: usize) -> String {
        /// White space may take so many times the place of the words that it stands between.
        const SPACE_TIMES: usize = 8;
        let (from, until) = (nodes.start, nodes.end);
        let mut out = String::new();
        let mut at = from;
        let mut closes: Vec<NodeId> = Vec::new();
        while at < until && out.len() <= bytes_max {
            while closes.last().is_some_and(|&close| at >= close) {
                closes.pop();
                push_space(&mut out);
            }
            let tag = self.tag(at);
            if self.is_blank(at) {
                push_space(&mut out);
            } else if tag == Tag::Text {
                push_folded(&mut out, head(self.text(at), bytes_max.saturating_mul(SPACE_TIMES)));
            } else if at != from && (tag.hides_text() || self.is_hidden(at)) {
                at = self.end(at);
                continue;
            } else if tag == Tag::Br {
                push_space(&mut out);
            } else if self.is_block(at) || self.is_apart(at) {
                push_space(&mut out);
                closes.push(self.end(at));
            }
            at = at.next();
        }
        out.truncate(out.trim_end().len());
        out
    }

    /// The raw text of a script or similar element, joined and unchanged.
    pub fn raw_text(&self, node: NodeId) -> String {
        node_range(node.place() + 1..self.end(node).place()).map(|at| self.text(at)).collect()
    }
}

/// Adds text with every run of white space as one space, none at the start.
pub(crate) fn push_folded(out: &mut String, text: &str) {
    let mut rest = text;
    while !rest.is_empty() {
        let (words, after) = rest.split_at_checked(words_len(rest, char::is_whitespace)).unwrap_or((rest, ""));
        out.push_str(words);
        rest = after.trim_start();
        if rest.len() < after.len() {
            push_space(out);
        }
    }
}

/// What white space may begin with a byte: none, a plain space, another.
const SPACES: [u8; 256] = {
    let (mut spaces, mut byte) = ([0; 256], 0);
    while byte < 256 {
        spaces[byte] = match byte {
            0x20 => 1,
            0..0x20 | 0xc2 | 0xe1..=0xe3 => 2,
            _ => 0,
        };
        byte += 1;
    }
    spaces
};

/// The bytes up to the first white space that is more than one plain space between two words.
pub(crate) fn words_len(text: &str, is_space: fn(char) -> bool) -> usize {
    let bytes = text.as_bytes();
    let space = |at: usize| bytes.get(at).map_or(2, |&byte| SPACES[usize::from(byte)]);
    let mut at = 0;
    while at < bytes.len() {
        // A plain space before a word goes with what stands before it. No branch for it: texts have one every few bytes.
        if space(at) + u8::from(space(at + 1) > 0) < 2 && (at > 0 || space(at) == 0) {
            at += 1;
            continue;
        }
        match text.get(at..).and_then(|rest| rest.chars().next()) {
            Some(c) if !is_space(c) => at += c.len_utf8(),
            _ => break,
        }
    }
    at
}

fn push_space(out: &mut String) {
    if !out.is_empty() && !out.ends_with(' ') {
        out.push(' ');
    }
}
