//! Layout facts of a node: where a browser drew it. A page from a string has none, unless a fixture states them as
//! `data-rect="x y width height"`, `data-position="fixed"`, `data-z="100"`, `data-visibility="hidden"` (or `blurred`, `cut`).

use super::{Attr, NodeId, Page};
use crate::text::decimal;

/// A box in CSS pixels, relative to the window's top left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width, never negative.
    pub width: f32,
    /// Height, never negative.
    pub height: f32,
}

impl Rect {
    /// The share of `window` that this box covers, 0 to 1.
    pub fn share_of(&self, window: &Rect) -> f32 {
        let width = (self.x + self.width).min(window.x + window.width) - self.x.max(window.x);
        let height = (self.y + self.height).min(window.y + window.height) - self.y.max(window.y);
        let area = window.width * window.height;
        if width <= 0.0 || height <= 0.0 || area <= 0.0 { 0.0 } else { width * height / area }
    }
}

/// The CSS `position` of a box.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Position {
    /// `static` or `relative`: part of the flow.
    #[default]
    Flow,
    /// `absolute`.
    Absolute,
    /// `sticky`.
    Sticky,
    /// `fixed`.
    Fixed,
    /// In the browser's top layer: a modal dialog or an open popover.
    TopLayer,
}

/// What a browser says of one element.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Layout {
    /// The border box.
    pub rect: Rect,
    /// How it is placed.
    pub position: Position,
    /// The computed z-index; 0 for `auto`.
    pub z: i32,
    /// Not displayed, `visibility: hidden`, or fully transparent.
    pub hidden: bool,
    /// Blurred, masked or without colour: there, and not to be read.
    pub blurred: bool,
    /// Cut to a height that does not hold what is in it.
    pub cut: bool,
}

/// The layout that a fixture states about a node, if any.
pub(super) fn stated(page: &Page, node: NodeId) -> Option<Layout> {
    let position = match page.attr(node, Attr::DataPosition) {
        Some("fixed") => Position::Fixed,
        Some("sticky") => Position::Sticky,
        Some("absolute") => Position::Absolute,
        Some("top-layer") => Position::TopLayer,
        _ => Position::Flow,
    };
    let mut sides = page.attr(node, Attr::DataRect)?.split_ascii_whitespace().map_while(decimal::parse);
    let rect = Rect { x: sides.next()?, y: sides.next()?, width: sides.next()?, height: sides.next()? };
    let z = page.attr(node, Attr::DataZ).and_then(decimal::integer).unwrap_or(0);
    let is = |state| page.attr(node, Attr::DataVisibility) == Some(state);
    Some(Layout { rect, position, z, hidden: is("hidden"), blurred: is("blurred"), cut: is("cut") })
}
