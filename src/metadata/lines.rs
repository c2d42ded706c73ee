//! The lines a reader sees around the headline: where byline, date and standfirst stand.

use super::sources::Sources;
use crate::page::{NodeId, Page, Tag, push_folded};
use crate::text::case::{is_capital, is_small};
use crate::text::search::is_longer;
use std::ops::Range;

/// So many lines before the headline are looked at.
const LINES_BEFORE: usize = 12;
/// So many lines after it.
const LINES_AFTER: usize = 24;
/// Looking for lines ends after so many nodes.
const NODES_MAX: u32 = 1500;
/// Where a whole page is looked at, so many nodes are: longer pages are lists.
const ALL_NODES_MAX: u32 = 20_000;
/// A line is cut after so many bytes.
pub const LINE_BYTES_MAX: usize = 400;

/// One line.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// The element of its text: inline where the line is all that it holds, else the nearest block-level ancestor.
    pub node: NodeId,
    /// Its first text.
    pub begin: NodeId,
    /// Whether it stands before the headline.
    pub before: bool,
    /// Its text, white space folded: where it stands in the text of all lines, in bytes.
    from: usize,
    until: usize,
}

/// The lines around the headline, those after it first.
#[derive(Default)]
pub struct Lines {
    list: Vec<Line>,
    text: String,
    /// Where the first of their elements begins, and the last ends.
    span: (NodeId, NodeId),
}

impl Lines {
    /// Whether an element holds one of the lines, or stands in one.
    pub fn are_near(&self, page: &Page, node: NodeId) -> bool {
        let end = page.end(node);
        node < self.span.1 && self.span.0 < end && self.list.iter().any(|line| line.node < end && node < page.end(line.node))
    }

    /// The lines that are no longer than this, with their texts.
    pub fn shorter(&self, chars_max: usize) -> impl Iterator<Item = (Line, &str)> {
        let lines = self.list.iter().map(|&line| (line, self.text.get(line.from..line.until).unwrap_or_default()));
        lines.filter(move |(_, text)| !is_longer(text, chars_max))
    }
}

/// Whether two texts of one line would make a word that no reader sees, as in `Ann LeeNov 8`: style parts them.
fn is_glued(before: &str, text: &str) -> bool {
    let (Some(last), Some(first)) = (before.chars().next_back(), text.chars().next()) else { return false };
    let ends = is_small(last) || last.is_ascii_digit();
    ends && (is_capital(first) || first.is_ascii_digit())
}

/// The lines around an element; from the start of the body if there is none.
pub fn around(page: &Page, sources: &Sources, title: Option<NodeId>) -> Lines {
    let begin = sources.body.unwrap_or(NodeId::at(1));
    let from = title.map_or(begin, |node| page.end(node));
    let until = NodeId::at(page.end(Page::ROOT).place().min(from.place().saturating_add(NODES_MAX)));
    let mut lines = Lines::default();
    lines.collect(page, sources, from..until, LINES_AFTER);
    let after = lines.list.len();
    if let Some(title) = title {
        let begin = begin.place().max(title.place().saturating_sub(NODES_MAX / 3)).min(title.place());
        lines.collect(page, sources, NodeId::at(begin)..title, usize::MAX);
        // The nearest first.
        let before = lines.list.split_off(after);
        for line in before.iter().rev().take(LINES_BEFORE) {
            lines.list.push(Line { before: true, ..*line });
        }
    }
    lines.span = (page.end(Page::ROOT), NodeId::at(0));
    for line in &lines.list {
        lines.span = (lines.span.0.min(line.node), lines.span.1.max(page.end(line.node)));
    }
    lines
}

/// The lines of the whole body.
pub fn all(page: &Page, sources: &Sources) -> Lines {
    let begin = sources.body.unwrap_or(NodeId::at(1));
    let until = NodeId::at(page.end(Page::ROOT).place().min(begin.place().saturating_add(ALL_NODES_MAX)));
    let mut lines = Lines::default();
    lines.collect(page, sources, begin..until, usize::MAX);
    lines
}

impl Lines {
    /// Adds the lines of a run of nodes, at most so many.
    #[inline(never)]
    fn collect(&mut self, page: &Page, sources: &Sources, nodes: Range<NodeId>, lines_max: usize) {
        let mut at = nodes.start;
        let mut last_block = None;
        while at < nodes.end {
            let tag = page.tag(at);
            if tag == Tag::Text {
                if !self.add(page, at, &mut last_block, lines_max) {
                    return;
                }
            } else if tag.hides_text() || sources.is_hidden(at) {
                at = page.end(at);
                continue;
            } else if tag == Tag::Br || page.is_block(at) {
                last_block = None;
            }
            at = at.next();
        }
    }

    /// Adds a text to the last line, or begins another; `false` where there are enough.
    fn add(&mut self, page: &Page, at: NodeId, last_block: &mut Option<NodeId>, lines_max: usize) -> bool {
        let text = page.text(at);
        let is_blank = text.trim_start().is_empty();
        let parent = page.parent(at).unwrap_or(Page::ROOT);
        let block = page.block_around(parent);
        if !is_blank && *last_block != Some(block) {
            if self.list.len() >= lines_max {
                return false;
            }
            // The line's own element, where it has one: in old layouts the block around holds the whole article.
            self.list.push(Line { node: parent, begin: at, before: false, from: self.text.len(), until: self.text.len() });
            *last_block = Some(block);
        }
        let Some(line) = self.list.last_mut() else { return true };
        if !is_blank && !page.contains(line.node, at) {
            line.node = block;
        }
        if line.until - line.from < LINE_BYTES_MAX {
            if is_glued(&self.text, text) && line.until > line.from {
                self.text.push(' ');
            }
            push_folded(&mut self.text, super::plain::head(text, LINE_BYTES_MAX));
            line.until = self.text.len();
        }
        true
    }
}
