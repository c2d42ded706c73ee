//! Inline elements that a page lays out as lines of their own: `<span style="display: block">`, a class that says so, elements
//! of the page's own making. A tag says how an element is laid out only where no style does.

use super::{Attr, NodeId, NodeSet, Page, Tag};
use crate::sort;
use crate::text::{hash, search};

/// How an element stands among its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Display {
    /// In the line, its words one text with those around it.
    Inline,
    /// In the line, but apart: a cell, or an item in a row. Its words are not joined to its neighbours'.
    Apart,
    /// On lines of its own.
    Line,
}

/// Kinds of elements that a browser is asked about, at most. News pages have 30 to 150.
const KINDS_MAX: usize = 400;
/// Bytes of a class attribute that tell a kind, beside its length. News pages have at most a few hundred; higher makes long ones
/// slow on pages of many inline elements, lower takes elements for alike that are not.
const KIND_BYTES_MAX: usize = 1_000;

impl Page {
    /// Whether the element begins and ends a block of text: by its tag, or by the style that lays it out.
    pub fn is_block(&self, node: NodeId) -> bool {
        self.tag(node).is_block() || self.is_line(node)
    }

    /// The nearest of the node and its ancestors that is a block.
    pub fn block_around(&self, node: NodeId) -> NodeId {
        std::iter::once(node).chain(self.ancestors(node)).find(|&at| self.is_block(at)).unwrap_or(Page::ROOT)
    }

    /// Whether an inline element is laid out on lines of its own.
    pub fn is_line(&self, node: NodeId) -> bool {
        self.nodes[node.index()].marks.is_line()
    }

    /// Whether an inline element stands apart from its neighbours in the line, as buttons always do.
    pub fn is_apart(&self, node: NodeId) -> bool {
        self.nodes[node.index()].marks.is_apart() || self.tag(node) == Tag::Button && !self.is_line(node)
    }

    /// Says how an inline element is laid out.
    pub(super) fn set_display(&mut self, node: NodeId, display: Display) {
        self.nodes[node.index()].marks.set_display(display);
    }

    /// What the page's own markup says of inline elements: inline styles, and elements of its own making that no bare text
    /// stands beside.
    pub(super) fn read_displays(&mut self) {
        if !self.attrs.iter().any(|value| matches!(value.attr, Attr::Style | Attr::TagName)) {
            return;
        }
        let mut beside_text = NodeSet::with_len(self.len());
        for node in self.nodes().filter(|&node| self.tag(node) == Tag::Text && !self.is_blank(node)) {
            beside_text.insert(self.parent(node).unwrap_or(Page::ROOT));
        }
        // In document order: a parent's display is known before its children's.
        for node in self.nodes().filter(|&node| takes_lines(self.tag(node))).collect::<Vec<_>>() {
            if let Some(display) = styled(self, node).or_else(|| own_element(self, node, &beside_text)) {
                self.set_display(node, display);
            }
        }
    }

    /// The inline elements to ask a browser about, each with those that are laid out as it is: of the same tag and classes,
    /// in parents of the same tags and classes. An inline style is not asked about: it stands in the page.
    pub fn display_kinds(&self) -> Vec<Vec<NodeId>> {
        let asked = self.nodes().filter(|&node| takes_lines(self.tag(node)) && !stands_alone(self, node));
        let by_kind = sort::ascending(asked.map(|node| u64::from(kind(self, node)) << 32 | u64::from(node.place())).collect());
        let kinds = by_kind.chunk_by(|a, b| a >> 32 == b >> 32).take(KINDS_MAX);
        kinds.map(|alike| alike.iter().map(|&at| NodeId::at(at as u32)).collect()).collect()
    }

    /// What the browser answered of each of [`Page::display_kinds`]; `None` where it does not know.
    pub fn set_displays(&mut self, kinds: &[Vec<NodeId>], answers: impl IntoIterator<Item = Option<Display>>) {
        for (alike, answer) in kinds.iter().zip(answers) {
            for &node in alike {
                if let Some(display) = styled(self, node).or(answer) {
                    self.set_display(node, display);
                }
            }
        }
    }
}

/// A number that two elements share where they are laid out alike, by the tags and classes of the element and of two levels
/// around it.
fn kind(page: &Page, node: NodeId) -> u32 {
    let mut kind = hash::START;
    for at in std::iter::once(node).chain(page.ancestors(node)).take(3) {
        kind = hash::step(kind, page.tag(at) as u8);
        for attr in [Attr::Class, Attr::TagName] {
            let value = page.attr(at, attr).unwrap_or_default();
            kind = value.bytes().take(KIND_BYTES_MAX).fold(hash::step(kind, 0), hash::step);
            kind ^= value.len().saturating_sub(KIND_BYTES_MAX) as u32;
        }
    }
    kind
}

/// Inline elements of which pages make lines.
fn takes_lines(tag: Tag) -> bool {
    use Tag::*;
    matches!(
        tag,
        A | B
            | Bdi
            | Big
            | Button
            | Cite
            | Data
            | Em
            | Font
            | I
            | Ins
            | Label
            | Mark
            | Other
            | Output
            | Q
            | S
            | Small
            | Span
            | Strike
            | Strong
            | Time
            | Tt
            | U
    )
}

/// Whether the element is all that its parent holds: its display makes no difference then.
fn stands_alone(page: &Page, node: NodeId) -> bool {
    let Some(parent) = page.parent(node) else { return true };
    page.is_block(parent) && node.place() == parent.place() + 1 && page.end(node) == page.end(parent)
}

/// What an element's inline style says.
fn styled(page: &Page, node: NodeId) -> Option<Display> {
    let value = page.style(node, "display")?;
    if page.style(node, "float").is_some_and(|float| !float.eq_ignore_ascii_case("none")) {
        return Some(Display::Inline);
    }
    const LINES: [&str; 7] = ["block", "flex", "grid", "table", "table-row", "list-item", "flow-root"];
    Some(match value {
        _ if LINES.iter().any(|line| value.eq_ignore_ascii_case(line)) => Display::Line,
        _ if value.eq_ignore_ascii_case("table-cell") => Display::Apart,
        _ => Display::Inline,
    })
}

/// An element of the page's own making is laid out by a style sheet that may not be known. Where no bare text stands beside
/// it, in a block, it is a part of the layout and not a word in a line.
fn own_element(page: &Page, node: NodeId, beside_text: &NodeSet) -> Option<Display> {
    if !search::has(page.attr(node, Attr::TagName)?, "-") {
        return None;
    }
    let around = page.ancestors(node).find(|&at| page.tag(at) != Tag::Slot)?;
    (page.is_block(around) && !beside_text.contains(around)).then_some(Display::Line)
}
