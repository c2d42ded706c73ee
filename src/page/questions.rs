//! For which elements of a live page layout is worth asking: boxes that may lie over it, and those that a wall locks.

use super::{Attr, NodeId, Page, Position, Tag, in_document_order};

/// Elements asked about, at most. Each answer costs the browser about a microsecond once layout is done.
const QUESTIONS_MAX: usize = 200;
/// Levels below the body on which overlays stand: pages put them at its end, frameworks a few wrappers deep.
const LEVELS_MAX: usize = 4;
/// Class attributes longer than this, in bytes, are lists of utilities and name nothing.
const CLASS_BYTES_MAX: usize = 200;

impl Page {
    /// The elements to ask a browser about, in document order.
    pub fn layout_questions(&self) -> Vec<NodeId> {
        questions(self)
    }
}

fn questions(page: &Page) -> Vec<NodeId> {
    // The surest candidates first, so that a page with many wrappers does not crowd them out.
    let mut by_rank: [Vec<NodeId>; 4] = Default::default();
    for node in page.nodes() {
        let rank = rank(page, node).and_then(|rank| by_rank.get_mut(rank)).filter(|of| of.len() < QUESTIONS_MAX);
        if let Some(of) = rank {
            of.push(node);
        }
    }
    let mut asked = Vec::new();
    for node in by_rank.iter().flatten() {
        if asked.len() < QUESTIONS_MAX {
            asked.push(*node);
        }
    }
    in_document_order(asked)
}

/// How much the element's layout matters, 0 most.
fn rank(page: &Page, node: NodeId) -> Option<usize> {
    let tag = page.tag(node);
    if tag == Tag::Text {
        None
    } else if says_it_floats(page, node, tag) {
        Some(0)
    } else if is_frame(tag) {
        Some(1)
    } else if holds_paragraphs(page, node, tag) {
        Some(2)
    } else {
        stands_high(page, node, tag).then_some(3)
    }
}

/// Dialogs, and elements whose inline style or attributes lift them over the page.
fn says_it_floats(page: &Page, node: NodeId, tag: Tag) -> bool {
    tag == Tag::Dialog
        || matches!(page.position(node), Some(Position::Fixed | Position::Sticky | Position::Absolute))
        // Not by `attrs`: the text of most is of no interest.
        || page.values(node).iter().any(|value| match value.attr {
            Attr::AriaModal | Attr::Popover => true,
            Attr::Role => matches!(page.written(value.from, value.to), "dialog" | "alertdialog"),
            Attr::Class => names_overlay(page.written(value.from, value.to).as_bytes()),
            _ => false,
        })
}

/// Words that names of overlays hold in most languages' pages; layout decides, so a miss costs a question and no more.
const OVERLAYS: [&[u8]; 9] = [b"modal", b"overlay", b"popup", b"dialog", b"banner", b"consent", b"cookie", b"wall", b"sticky"];

/// How they begin: the set of their first letters, that of their fourth ones, and the first four of each as one number.
const STARTS: (u32, u32, [u32; OVERLAYS.len()]) = {
    let (mut first, mut fourth, mut starts) = (0, 0, [0; OVERLAYS.len()]);
    let mut at = 0;
    while at < starts.len() {
        if let [a, b, c, d, ..] = *OVERLAYS[at] {
            first |= letter(a);
            fourth |= letter(d);
            starts[at] = u32::from_be_bytes([a, b, c, d]);
        }
        at += 1;
    }
    (first, fourth, starts)
};

/// A bit for each letter.
const fn letter(byte: u8) -> u32 {
    1 << (byte & 31)
}

fn names_overlay(class: &[u8]) -> bool {
    if class.len() >= CLASS_BYTES_MAX {
        return false;
    }
    let (first, fourth, starts) = STARTS;
    let mut letters = 0_u32;
    class.iter().enumerate().any(|(at, &byte)| {
        letters = letters << 8 | u32::from(byte);
        // Nearly all that names nothing is told by two letters.
        fourth & letter(byte) != 0
            && first & letter((letters >> 24) as u8) != 0
            && starts.contains(&letters)
            && OVERLAYS.iter().any(|word| class.get(at.saturating_sub(3)..).is_some_and(|rest| rest.starts_with(word)))
    })
}

/// The page's frame: what scroll locks and blurs are put on.
fn is_frame(tag: Tag) -> bool {
    matches!(tag, Tag::Html | Tag::Body | Tag::Main | Tag::Article | Tag::Header | Tag::Nav)
}

/// Boxes with paragraphs, which a wall may keep from being displayed.
fn holds_paragraphs(page: &Page, node: NodeId, tag: Tag) -> bool {
    let is_box = matches!(tag, Tag::Div | Tag::Section);
    is_box && page.children(node).filter(|&child| page.tag(child) == Tag::P).nth(1).is_some()
}

/// Containers within a few levels below the body.
fn stands_high(page: &Page, node: NodeId, tag: Tag) -> bool {
    let container = matches!(tag, Tag::Div | Tag::Section | Tag::Aside | Tag::Other | Tag::Footer | Tag::Form | Tag::Iframe);
    container && page.ancestors(node).take(LEVELS_MAX).any(|ancestor| page.tag(ancestor) == Tag::Body)
}
