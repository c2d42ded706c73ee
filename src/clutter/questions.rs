//! For which elements of a live page layout is worth asking: boxes that may lie over it, and those that a wall locks.

use super::overlays;
use crate::page::{Attr, NodeId, NodeSet, Page, Position, Tag};
use crate::text::search;

/// Elements asked about, at most. Each answer costs the browser a few microseconds once layout is done.
const QUESTIONS_MAX: usize = 200;
/// Levels below the body on which overlays stand: pages put them at its end, frameworks a few wrappers deep.
const LEVELS_MAX: usize = 4;

/// The elements, in document order.
pub fn layout_questions(page: &Page) -> Vec<NodeId> {
    // The surest candidates first, so that a page with many wrappers does not crowd them out.
    let tests: [fn(&Page, NodeId) -> bool; 3] = [says_it_floats, is_frame, stands_high];
    let mut asked = NodeSet::with_len(page.len());
    let mut room = QUESTIONS_MAX;
    for test in tests {
        for node in page.nodes() {
            if room > 0 && page.tag(node) != Tag::Text && test(page, node) {
                asked.insert(node);
                room -= 1;
            }
        }
    }
    page.nodes().filter(|&node| asked.contains(node)).collect()
}

/// Dialogs, and elements whose inline style or attributes lift them over the page.
fn says_it_floats(page: &Page, node: NodeId) -> bool {
    page.tag(node) == Tag::Dialog
        || page.attr(node, Attr::AriaModal).is_some()
        || matches!(page.attr(node, Attr::Role), Some("dialog" | "alertdialog"))
        || matches!(overlays::position(page, node), Some(Position::Fixed | Position::Sticky | Position::Absolute))
        || page.attr(node, Attr::Class).is_some_and(names_overlay)
}

/// Words that names of overlays hold in most languages' pages; layout decides, so a miss costs a question and no more.
fn names_overlay(class: &str) -> bool {
    const NAMES: [&str; 9] = ["modal", "overlay", "popup", "dialog", "banner", "consent", "cookie", "wall", "sticky"];
    class.len() < 200 && NAMES.iter().any(|name| search::has(class, name))
}

/// The page's frame: what scroll locks and blurs are put on.
fn is_frame(page: &Page, node: NodeId) -> bool {
    matches!(page.tag(node), Tag::Html | Tag::Body | Tag::Main | Tag::Article | Tag::Header | Tag::Nav)
}

/// Containers within a few levels below the body.
fn stands_high(page: &Page, node: NodeId) -> bool {
    let container =
        matches!(page.tag(node), Tag::Div | Tag::Section | Tag::Aside | Tag::Other | Tag::Footer | Tag::Form | Tag::Iframe);
    container && page.ancestors(node).take(LEVELS_MAX).any(|ancestor| page.tag(ancestor) == Tag::Body)
}
