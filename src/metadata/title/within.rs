//! The headline inside a heading that holds more: a label or a date before it, a subtitle behind it, a link to itself.

use super::super::{Facts, class_lists, folded};
use super::parts::parts;
use crate::page::{Attr, NodeId, Page, Tag};
use crate::rules::words;
use crate::text::search::trim;
use std::ops::Range;

/// A heading of more pieces of text is left as it is.
const PIECES_MAX: usize = 12;

/// A run of text in a heading, without an end.
struct Piece {
    node: NodeId,
    /// Letters and figures only.
    text: String,
}

/// The heading without the labels, dates and buttons at its ends, and of that the run of whole pieces that says just what the
/// head says, if there is one. `None` where that is all of the heading. The other two are what stands before and behind it.
pub fn part(facts: &Facts, heading: NodeId, references: &[String]) -> Option<[String; 3]> {
    let page = facts.page;
    let texts = page.descendants(heading).filter(|&node| page.tag(node) == Tag::Text && !page.is_blank(node));
    let pieces: Vec<Piece> = texts.take(PIECES_MAX + 1).map(|node| Piece { node, text: folded(page.text(node)) }).collect();
    if !(2..=PIECES_MAX).contains(&pieces.len()) {
        return None;
    }
    let wanted: Vec<String> = references.iter().map(|text| folded(text)).collect();
    let bare = without_labels(page, heading, &pieces);
    // Where the head parts a label from the headline ("Opinion | Rain ends"), the headline is the longer part.
    let parted = |text: &String| {
        let parts = parts(text);
        parts.iter().filter(|_| parts.len() > 1).max_by_key(|part| part.len()).map(|part| folded(part))
    };
    let parted: Vec<String> = references.iter().filter_map(parted).collect();
    let run = longest_run(pieces.get(bare.clone())?, &parted).or_else(|| longest_run(pieces.get(bare.clone())?, &wanted));
    let run = run.map_or(bare.clone(), |run| bare.start + run.start..bare.start + run.end);
    let (before, kept, behind) = (pieces.get(..run.start)?, pieces.get(run.clone())?, pieces.get(run.end..)?);
    // Words that are only set in italics belong to what stands beside them.
    let is_apart = |piece: &Piece| is_apart(page, heading, piece.node);
    if run.len() == pieces.len() || !(kept.iter().all(is_apart) || before.iter().chain(behind).all(is_apart)) {
        return None;
    }
    let (first, last) = (pieces.get(run.start)?.node, pieces.get(run.end.checked_sub(1)?)?.node);
    let text_of = |from: NodeId, until: NodeId| trim(&page.text_between(from, until), " :|·•-–—").to_owned();
    let text = text_of(first, last.next());
    (!text.is_empty()).then(|| [text, text_of(heading, first), text_of(last.next(), page.end(heading))])
}

/// Whether a text stands in an element of its own in the heading, or on its own line.
fn is_apart(page: &Page, heading: NodeId, text: NodeId) -> bool {
    let is_set = |tag| matches!(tag, Tag::Em | Tag::I | Tag::Mark | Tag::Cite | Tag::Q | Tag::Code | Tag::Abbr | Tag::Sub);
    let is_break = |node: NodeId| page.contains(heading, node) && page.tag(node) == Tag::Br;
    let parent = page.parent(text).filter(|&parent| parent != heading);
    parent.is_some_and(|parent| !is_set(page.tag(parent)))
        || is_break(page.end(text))
        || is_break(NodeId::at(text.place().saturating_sub(1)))
}

/// The most pieces that together are one of the wanted texts.
fn longest_run(pieces: &[Piece], wanted: &[String]) -> Option<Range<usize>> {
    let mut longest: Option<Range<usize>> = None;
    for start in 0..pieces.len() {
        let mut run = String::new();
        for (end, piece) in pieces.iter().enumerate().skip(start) {
            run.push_str(&piece.text);
            let length = end + 1 - start;
            if !run.is_empty() && wanted.contains(&run) && longest.as_ref().is_none_or(|longest| longest.len() < length) {
                longest = Some(start..end + 1);
            }
        }
    }
    longest
}

/// The pieces but for labels at both ends; all of them where nothing else is there.
fn without_labels(page: &Page, heading: NodeId, pieces: &[Piece]) -> Range<usize> {
    let is_headline = |piece: &&Piece| !is_label(page, heading, piece);
    let Some(start) = pieces.iter().position(|piece| is_headline(&piece)) else { return 0..pieces.len() };
    let end = pieces.iter().rposition(|piece| is_headline(&piece)).unwrap_or(start);
    start..end + 1
}

/// Whether a piece stands in a part of the heading that is not the headline, or is marks only.
fn is_label(page: &Page, heading: NodeId, piece: &Piece) -> bool {
    let labels = class_lists::bit(words::CLASSES_KICKER) | class_lists::bit(words::CLASSES_LABEL);
    let is_labelled = |node: NodeId| match page.tag(node) {
        Tag::Time | Tag::Button => true,
        Tag::A => page.attr(node, Attr::Href).is_some_and(|href| href.starts_with('#')),
        _ => page.attr(node, Attr::Class).is_some_and(|class| class_lists::of_class(class) & labels != 0),
    };
    piece.text.is_empty() || page.ancestors(piece.node).take_while(|&node| node != heading).any(is_labelled)
}
