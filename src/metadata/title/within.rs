//! The headline inside a heading that holds more: a label or a date before it, a subtitle behind it, a link to itself.

use super::super::{Facts, class_lists, same};
use super::parts::parts;
use crate::page::{Attr, NodeId, Page, Tag};
use crate::rules::words;
use crate::text::search::trim;

/// A heading of more pieces of text is left as it is.
const PIECES_MAX: usize = 12;

/// The heading without the labels, dates and buttons at its ends, and of that the run of whole pieces that says just what the
/// head says, if there is one. `None` where that is all of the heading. The other two are what stands before and behind it.
pub fn part(facts: &Facts, heading: NodeId, references: &[String]) -> Option<[String; 3]> {
    let page = facts.page;
    let pieces = pieces(page, heading)?;
    let is_label = |at: usize| pieces.get(at).is_some_and(|&piece| is_label(page, heading, piece));
    let (mut from, mut until) = (0, pieces.len());
    while is_label(from) {
        from += 1;
    }
    if from == until {
        // Nothing else is there.
        from = 0;
    } else {
        while is_label(until - 1) {
            until -= 1;
        }
    }
    let bare = pieces.get(from..until)?;
    // Where the head parts a label from the headline ("Opinion | Rain ends"), the headline is the longer part.
    let run = longest_run(page, bare, references, longest_part).or_else(|| longest_run(page, bare, references, |text| text));
    let (before, kept, behind) = match run {
        Some((start, end)) => (pieces.get(..from + start)?, bare.get(start..end)?, pieces.get(from + end..)?),
        None => (pieces.get(..from)?, bare, pieces.get(until..)?),
    };
    // Words that are only set in italics belong to what stands beside them.
    let are_apart = |pieces: &[NodeId]| pieces.iter().all(|&piece| is_apart(page, heading, piece));
    if kept.len() == pieces.len() || !(are_apart(kept) || are_apart(before) && are_apart(behind)) {
        return None;
    }
    let (first, behind) = (*kept.first()?, kept.last()?.next());
    let text_of = |from: NodeId, until: NodeId| trim(&page.text_between(from, until), " :|·•-–—").to_owned();
    let text = text_of(first, behind);
    (!text.is_empty()).then(|| [text, text_of(heading, first), text_of(behind, page.end(heading))])
}

/// The texts in a heading, where they are several and not too many.
fn pieces(page: &Page, heading: NodeId) -> Option<Vec<NodeId>> {
    let mut pieces = Vec::new();
    for node in page.descendants(heading) {
        if page.tag(node) == Tag::Text && !page.is_blank(node) {
            pieces.push(node);
        }
        if pieces.len() > PIECES_MAX {
            return None;
        }
    }
    (pieces.len() > 1).then_some(pieces)
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

/// The most pieces that together are one of the references, or what is wanted of it: from one place up to another.
#[inline(never)]
fn longest_run(page: &Page, pieces: &[NodeId], references: &[String], wanted: fn(&str) -> &str) -> Option<(usize, usize)> {
    let (mut longest, mut length) = (None, 0);
    for start in 0..pieces.len() {
        let mut run = String::new();
        for (at, &piece) in pieces.iter().enumerate().skip(start) {
            run.push_str(page.text(piece));
            let is_said = || references.iter().any(|text| says_something(wanted(text)) && same(wanted(text), &run));
            if at + 1 - start > length && is_said() {
                (longest, length) = (Some((start, at + 1)), at + 1 - start);
            }
        }
    }
    longest
}

/// The longest part of a title that has several, the last of them; else nothing.
fn longest_part(title: &str) -> &str {
    let parts = parts(title);
    let mut longest = "";
    for &part in parts.iter().filter(|_| parts.len() > 1) {
        if part.len() >= longest.len() {
            longest = part;
        }
    }
    longest
}

/// Whether a text is more than marks.
fn says_something(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// Whether a piece stands in a part of the heading that is not the headline, or is marks only.
fn is_label(page: &Page, heading: NodeId, piece: NodeId) -> bool {
    let labels = class_lists::bit(words::CLASSES_KICKER) | class_lists::bit(words::CLASSES_LABEL);
    let is_labelled = |node: NodeId| match page.tag(node) {
        Tag::Time | Tag::Button => true,
        Tag::A => page.attr(node, Attr::Href).is_some_and(|href| href.starts_with('#')),
        _ => page.attr(node, Attr::Class).is_some_and(|class| class_lists::of_class(class) & labels != 0),
    };
    !says_something(page.text(piece)) || page.ancestors(piece).take_while(|&node| node != heading).any(is_labelled)
}
