//! The headline on a page that says it nowhere else: a line over the text, of which the text speaks.
//!
//! Old pages mark it by `<b>` or by a class, and have the site's name or a section in their head.

use super::MainContent;
use crate::blocks::Blocks;
use crate::clutter::Finding;
use crate::metadata;
use crate::page::{NodeId, Page, Tag};
use crate::reading::Metadata;
use crate::text::dates::{Style, printed};
use crate::text::search;
use crate::text::telling::{shared, telling};
use crate::text::words;

/// Blocks over the first paragraph that are looked at: byline, date, place and tools stand between.
const BLOCKS_MAX: usize = 10;
/// Words of a headline, of scripts without spaces half its characters. A label has fewer, a paragraph more.
const WORDS: std::ops::RangeInclusive<u32> = 2..=30;
/// Share of a headline's telling words that its text has, at least. Less takes labels, more misses headlines that play.
const RELATION_MIN: f32 = 0.4;
/// Share from which on the topmost line is taken: captions and summaries below it speak of the text as much.
const RELATION_SURE: f32 = 0.6;
/// Share of the telling words of the title in the head from which on it is taken as it stands: it speaks of the text too.
const KNOWN_MAX: f32 = 0.3;

/// The line and its element, where the page's title is shown nowhere and says less of the text than the line.
pub fn above(
    page: &Page,
    blocks: &Blocks,
    metadata: &Metadata,
    findings: &[Finding],
    main: &MainContent,
) -> Option<(NodeId, String)> {
    if metadata.title_node.is_some() {
        return None;
    }
    let first = super::kept(page, blocks, main).find(|&block| blocks.list[block].counts.is_paragraph())?;
    let text = blocks.text.get(blocks.list[first].text.start..)?;
    let title = metadata.title.as_deref().unwrap_or_default();
    let (said, words) = (shared(&telling(title), &telling(text)), telling(title).len());
    let is_telling = said > 1 && said as f32 > words as f32 * KNOWN_MAX;
    let mut best: Option<(f32, NodeId, String)> = None;
    for block in (first.saturating_sub(BLOCKS_MAX)..=first).rev() {
        let list = &blocks.list[block];
        let is_clutter = findings.iter().any(|finding| finding.node <= list.from && list.from < finding.until);
        if is_clutter || list.counts.link_chars > 0 && block < first {
            continue;
        }
        let Some((node, line)) = line_of(page, blocks, block, block == first) else { continue };
        let own = if block == first { line.len() } else { 0 };
        let relation = relation(&line, text.get(own..).unwrap_or_default());
        let is_new = best.as_ref().is_none_or(|best| relation >= best.0.min(RELATION_SURE));
        if is_new
            && relation >= RELATION_MIN
            && is_headline(page, metadata, node, &line)
            && (!is_telling || search::has(title, &line))
        {
            best = Some((relation, node, line));
        }
    }
    best.map(|(_, node, line)| (node, line))
}

/// The share of a line's telling words that a text has.
fn relation(line: &str, text: &str) -> f32 {
    let words = telling(line);
    shared(&words, &telling(text)) as f32 / words.len().max(1) as f32
}

fn is_headline(page: &Page, metadata: &Metadata, node: NodeId, line: &str) -> bool {
    page.closest(node, |tag| matches!(tag, Tag::Figure | Tag::Figcaption)).is_none()
        && WORDS.contains(&words::number(line))
        && ![metadata.byline_node, metadata.published_node].contains(&Some(node))
        && metadata.site_name.as_deref() != Some(line)
        && !line.ends_with([':', '.', '。', '।'])
        && !search::has(line, "©")
        && !metadata::starts_with_by(line)
        && printed(line, Style::default()).is_empty()
}

/// The block's line: that of the element that it begins with and that ends at a `<br>`, or all of it.
fn line_of(page: &Page, blocks: &Blocks, block: usize, only_inner: bool) -> Option<(NodeId, String)> {
    let of = &blocks.list[block];
    let first = (of.from.0..of.until.0).map(NodeId).find(|&node| page.tag(node) == Tag::Text && !page.is_blank(node))?;
    let inner = page.ancestors(first).take_while(|&node| node != of.parent).last();
    if let Some(inner) = inner.filter(|&inner| page.end(inner) < of.until) {
        let next =
            (page.end(inner).0..of.until.0).map(NodeId).find(|&node| !(page.tag(node) == Tag::Text && page.is_blank(node)));
        if next.is_some_and(|next| page.tag(next) == Tag::Br) {
            return Some((inner, page.text_of(inner)));
        }
    }
    (!only_inner).then(|| (inner.unwrap_or(of.parent), blocks.text(block).to_owned()))
}
