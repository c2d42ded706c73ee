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
    match position(page, node) {
        Some(Position::Fixed | Position::Sticky | Position::TopLayer) => true,
        _ => {
            page.tag(node) == Tag::Dialog && page.attr(node, Attr::Open).is_some()
                || page.attr(node, Attr::AriaModal) == Some("true")
                || matches!(page.attr(node, Attr::Role), Some("dialog" | "alertdialog"))
        }
    }
}

/// How the element is placed, by layout or by inline style; `None` where nothing tells.
pub fn position(page: &Page, node: NodeId) -> Option<Position> {
    if let Some(layout) = page.layout(node) {
        return Some(layout.position);
    }
    let style = page.attr(node, Attr::Style)?;
    let value = style.split(';').find_map(|declaration| {
        let (name, value) = declaration.split_once(':')?;
        name.trim().eq_ignore_ascii_case("position").then_some(value.trim())
    })?;
    let is = |name: &str| value.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
    [("fixed", Position::Fixed), ("sticky", Position::Sticky), ("absolute", Position::Absolute)]
        .into_iter()
        .find_map(|(name, position)| is(name).then_some(position))
}

/// The share of the window that the element covers, 0 to 1, where layout tells.
pub fn share(page: &Page, node: NodeId) -> Option<f32> {
    Some(page.layout(node)?.rect.share_of(page.window.as_ref()?))
}
