//! Boxes that stay over the page. Layout tells them; without it, the marks of dialogs and inline styles do.

use super::facts::{Facts, Subject};
use crate::page::{Attr, NodeId, Page, Position, Tag};

/// Overlays tried, at most. Pages have a handful; a hostile one has thousands.
const OVERLAYS_MAX: usize = 200;

/// All boxes over the page, also those inside another: an app's root may be fixed and hold everything.
pub fn find(facts: &Facts) -> Vec<Subject> {
    let mut found = Vec::new();
    for node in facts.page.nodes() {
        if found.len() < OVERLAYS_MAX && facts.page.tag(node) != Tag::Text && is_over(facts.page, node) {
            found.push(facts.element(node));
        }
    }
    found
}

fn is_over(page: &Page, node: NodeId) -> bool {
    match page.position(node) {
        Some(Position::Fixed | Position::Sticky | Position::TopLayer) => true,
        _ => page.attrs(node).any(|attr| match attr {
            (Attr::Open, _) => page.tag(node) == Tag::Dialog,
            (Attr::AriaModal, value) => value == "true",
            (Attr::Role, value) => matches!(value, "dialog" | "alertdialog"),
            _ => false,
        }),
    }
}

/// The share of the window that the element covers, 0 to 1, where layout tells.
pub fn share(page: &Page, node: NodeId) -> Option<f32> {
    Some(page.layout(node)?.rect.share_of(page.window.as_ref()?))
}
