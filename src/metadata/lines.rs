//! The lines a reader sees around the headline: where byline, date and standfirst stand.

use crate::page::{Attr, NodeId, Page, Tag};

/// So many lines before the headline are looked at.
const LINES_BEFORE: usize = 12;
/// So many lines after it.
const LINES_AFTER: usize = 24;
/// Looking for lines ends after so many nodes.
const NODES_MAX: u32 = 1500;
/// A line is cut after so many bytes.
pub const LINE_BYTES_MAX: usize = 400;

/// One line.
#[derive(Clone, Debug)]
pub struct Line {
    /// The element of its text: inline where the line is all that it holds, else the nearest block-level ancestor.
    pub node: NodeId,
    /// Its text, white space folded.
    pub text: String,
    /// Whether it stands before the headline.
    pub before: bool,
}

/// The lines around an element, those after it first; from the start of the body if there is none.
pub fn around(page: &Page, title: Option<NodeId>, body: Option<NodeId>) -> Vec<Line> {
    let from = title.map(|node| page.end(node)).or(body).unwrap_or(NodeId(1));
    let end = page.end(Page::ROOT);
    let mut out = collect(page, from, NodeId(end.0.min(from.0.saturating_add(NODES_MAX))), LINES_AFTER, false);
    if let Some(title) = title {
        let begin = body.unwrap_or(NodeId(1)).0.max(title.0.saturating_sub(NODES_MAX / 3)).min(title.0);
        let before = collect(page, NodeId(begin), title, usize::MAX, true);
        let skip = before.len().saturating_sub(LINES_BEFORE);
        out.extend(before.into_iter().skip(skip).rev());
    }
    out
}

fn collect(page: &Page, from: NodeId, until: NodeId, lines_max: usize, before: bool) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    let mut at = from;
    let mut last_block = None;
    while at < until {
        let tag = page.tag(at);
        if tag == Tag::Text {
            let text = page.text(at);
            if !text.trim().is_empty() {
                let block = page.ancestors(at).take(30).find(|&up| page.tag(up).is_block()).unwrap_or(Page::ROOT);
                if last_block != Some(block) {
                    if out.len() >= lines_max {
                        return out;
                    }
                    // The line's own element, where it has one: in old layouts the block around holds the whole article.
                    let own = page.parent(at).filter(|&parent| page.contains(block, parent)).unwrap_or(block);
                    out.push(Line { node: own, text: String::new(), before });
                    last_block = Some(block);
                }
                if let Some(line) = out.last_mut().filter(|line| !page.contains(line.node, at)) {
                    line.node = block;
                }
                if let Some(line) = out.last_mut().filter(|line| line.text.len() < LINE_BYTES_MAX) {
                    push(&mut line.text, super::plain::head(text, LINE_BYTES_MAX));
                }
            } else if let Some(line) = out.last_mut() {
                push(&mut line.text, " ");
            }
        } else if tag.hides_text() || page.is_hidden(at) {
            at = page.end(at);
            continue;
        } else if tag == Tag::Br || tag.is_block() {
            last_block = None;
        }
        at = NodeId(at.0 + 1);
    }
    out
}

fn push(line: &mut String, text: &str) {
    crate::page::push_folded(line, text);
}

/// Whether neither the element nor what it stands in is hidden. An ancestor's `aria-hidden` does not count.
pub fn is_shown(page: &Page, node: NodeId) -> bool {
    std::iter::once(node)
        .chain(page.ancestors(node).take(60))
        .all(|at| !page.is_hidden(at) || at == node && page.attr(at, Attr::Content).is_some())
}
