//! The lines a reader sees around the headline: where byline, date and standfirst stand.

use super::sources::Sources;
use crate::page::{NodeId, Page, Tag, push_folded};
use std::ops::Range;

/// So many lines before the headline are looked at.
const LINES_BEFORE: usize = 12;
/// So many lines after it.
const LINES_AFTER: usize = 24;
/// Looking for lines ends after so many nodes.
const NODES_MAX: u32 = 1500;
/// A line is cut after so many bytes.
pub const LINE_BYTES_MAX: usize = 400;

/// One line.
#[derive(Debug)]
pub struct Line {
    /// The element of its text: inline where the line is all that it holds, else the nearest block-level ancestor.
    pub node: NodeId,
    /// Its text, white space folded.
    pub text: String,
    /// Whether it stands before the headline.
    pub before: bool,
}

/// The lines around the headline, those after it first.
#[derive(Default)]
pub struct Lines {
    /// The lines.
    pub list: Vec<Line>,
    /// Where the first of their elements begins, and the last ends.
    span: (NodeId, NodeId),
}

impl Lines {
    /// Whether an element holds one of the lines, or stands in one.
    pub fn are_near(&self, page: &Page, node: NodeId) -> bool {
        let end = page.end(node);
        node < self.span.1 && self.span.0 < end && self.list.iter().any(|line| line.node < end && node < page.end(line.node))
    }
}

/// The lines around an element; from the start of the body if there is none.
pub fn around(page: &Page, sources: &Sources, title: Option<NodeId>) -> Lines {
    let begin = sources.body.unwrap_or(NodeId(1));
    let from = title.map_or(begin, |node| page.end(node));
    let until = NodeId(page.end(Page::ROOT).0.min(from.0.saturating_add(NODES_MAX)));
    let mut list = Vec::new();
    collect(page, sources, from..until, LINES_AFTER, &mut list);
    if let Some(title) = title {
        let begin = begin.0.max(title.0.saturating_sub(NODES_MAX / 3)).min(title.0);
        let mut before = Vec::new();
        collect(page, sources, NodeId(begin)..title, usize::MAX, &mut before);
        before.reverse();
        before.truncate(LINES_BEFORE);
        for line in before {
            list.push(Line { before: true, ..line });
        }
    }
    let mut span = (page.end(Page::ROOT), NodeId(0));
    for line in &list {
        span = (span.0.min(line.node), span.1.max(page.end(line.node)));
    }
    Lines { list, span }
}

/// Adds the lines of a run of nodes.
#[inline(never)]
fn collect(page: &Page, sources: &Sources, nodes: Range<NodeId>, lines_max: usize, out: &mut Vec<Line>) {
    let mut at = nodes.start;
    let mut last_block = None;
    while at < nodes.end {
        let tag = page.tag(at);
        if tag == Tag::Text {
            let text = page.text(at);
            if !text.trim_start().is_empty() {
                let parent = page.parent(at).unwrap_or(Page::ROOT);
                let block = page.block_around(parent);
                if last_block != Some(block) {
                    if out.len() >= lines_max {
                        return;
                    }
                    // The line's own element, where it has one: in old layouts the block around holds the whole article.
                    out.push(Line { node: parent, text: String::new(), before: false });
                    last_block = Some(block);
                }
                if let Some(line) = out.last_mut() {
                    if !page.contains(line.node, at) {
                        line.node = block;
                    }
                    if line.text.len() < LINE_BYTES_MAX {
                        push_folded(&mut line.text, super::plain::head(text, LINE_BYTES_MAX));
                    }
                }
            } else if let Some(line) = out.last_mut() {
                push_folded(&mut line.text, " ");
            }
        } else if tag.hides_text() || sources.is_hidden(at) {
            at = page.end(at);
            continue;
        } else if tag == Tag::Br || page.is_block(at) {
            last_block = None;
        }
        at = NodeId(at.0 + 1);
    }
}
