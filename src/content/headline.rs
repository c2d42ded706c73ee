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
/// Share of a title's telling words that the text has, up to which the title says nothing of it.
const KNOWN_MAX: f32 = 0.3;
/// Words of a text that may be a section's name, though it was taken for the headline: "Sports Wire". More takes headlines that
/// play for names.
const LABEL_WORDS_MAX: u32 = 3;
/// Telling words that a line shares with the text, at least, to be the headline in place of such a text.
const SHARED_MIN: usize = 3;
/// Share of the title in the head that a line has that is a part of it, in hundredths: less is its first clause.
const TITLE_PERCENT_MIN: usize = 40;
/// Lines of one block that are looked at.
const LINES_MAX: usize = 12;

/// The line and its element, where the title that is known says nothing of the text and the line does.
pub fn above(
    page: &Page,
    blocks: &Blocks,
    metadata: &Metadata,
    findings: &[Finding],
    main: &MainContent,
) -> Option<(NodeId, String)> {
    let title = metadata.title.as_deref().unwrap_or_default();
    // A heading that was taken for the headline is one; a bare text may be the site's or a section's name.
    let is_heading = |node: NodeId| page.closest(node, |tag| tag.heading_level().is_some()).is_some();
    if metadata.title_node.is_some_and(|node| is_heading(node) || words::number(title) > LABEL_WORDS_MAX) {
        return None;
    }
    let first = super::kept(page, blocks, main).find(|&block| blocks.list[block].counts.is_paragraph())?;
    let text = blocks.text.get(blocks.list[first].text.start..)?;
    let (said, of) = relation(title, text);
    let is_telling = said > 1 && said as f32 > of as f32 * KNOWN_MAX;
    if metadata.title_node.is_some() && is_telling {
        return None;
    }
    let is_clutter = |node: NodeId| findings.iter().any(|finding| finding.node <= node && node < finding.until);
    let mut best: Option<(f32, Line)> = None;
    for block in (first.saturating_sub(BLOCKS_MAX)..=first).rev() {
        for line in lines(page, blocks, block).into_iter().rev().filter(|line| !is_clutter(line.node)) {
            // What stands behind the line, where it is one of the text's own block.
            let behind = search::find(text, &line.text).filter(|_| block == first).map_or(0, |at| at + line.text.len());
            let (said, of) = relation(&line.text, text.get(behind..).unwrap_or_default());
            let share = said as f32 / of.max(1) as f32;
            let is_new = best.as_ref().is_none_or(|best| share >= best.0.min(RELATION_SURE));
            let is_enough = if metadata.title_node.is_some() {
                share >= RELATION_SURE && said >= SHARED_MIN && line.is_heading
            } else {
                share >= RELATION_MIN
                    && (!is_telling
                        || search::has(title, &line.text) && line.text.len() * 100 >= title.len() * TITLE_PERCENT_MIN)
            };
            if is_new && is_enough && is_headline(page, metadata, &line) {
                best = Some((share, line));
            }
        }
    }
    best.map(|(_, line)| (line.node, line.text))
}

/// How many telling words of a line a text has, and of how many.
fn relation(line: &str, text: &str) -> (usize, usize) {
    let words = telling(line);
    (shared(&words, &telling(text)), words.len())
}

/// A line of a block that is no link.
struct Line {
    node: NodeId,
    text: String,
    /// Whether it is a heading or in bold.
    is_heading: bool,
}

fn is_headline(page: &Page, metadata: &Metadata, line: &Line) -> bool {
    let text = line.text.as_str();
    page.closest(line.node, |tag| matches!(tag, Tag::Figure | Tag::Figcaption)).is_none()
        && WORDS.contains(&words::number(text))
        && ![metadata.byline_node, metadata.published_node].contains(&Some(line.node))
        && metadata.site_name.as_deref() != Some(text)
        && !search::ends_with(text, ":.。।")
        && !search::has(text, "©")
        && !metadata::starts_with_by(text)
        && printed(text, Style::default()).is_empty()
}

/// The lines of a block that hold no link, each with the element around its first text that holds nothing else.
fn lines(page: &Page, blocks: &Blocks, block: usize) -> Vec<Line> {
    let of = &blocks.list[block];
    let mut lines = Vec::new();
    let mut from = of.from;
    while from < of.until && lines.len() < LINES_MAX {
        let until =
            (from.place()..of.until.place()).map(NodeId::at).find(|&node| page.tag(node) == Tag::Br).unwrap_or(of.until);
        lines.extend(line(page, from, until, of.parent));
        from = until.next();
    }
    lines
}

fn line(page: &Page, from: NodeId, until: NodeId, parent: NodeId) -> Option<Line> {
    let mut texts =
        (from.place()..until.place()).map(NodeId::at).filter(|&node| page.tag(node) == Tag::Text && !page.is_blank(node));
    let first = texts.next()?;
    let is_link = |node: NodeId| page.closest(node, |tag| tag == Tag::A).is_some();
    if is_link(first) || texts.any(is_link) {
        return None;
    }
    let inline = |node: &NodeId| *node != parent && page.end(*node) <= until;
    let node = page.ancestors(first).take_while(inline).last().unwrap_or(first);
    let is_bold = |tag: Tag| matches!(tag, Tag::B | Tag::Strong | Tag::Big | Tag::Font) || tag.heading_level().is_some();
    Some(Line { node, text: page.text_between(from, until), is_heading: page.closest(first, is_bold).is_some() })
}
