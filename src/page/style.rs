//! An element's inline style, as far as it is asked for by name.

use super::{Attr, NodeId, Page};
use crate::text::search;

impl Page {
    /// The value that an inline style gives a property, without `!important`. The last of several counts, as in a browser.
    ///
    /// ```
    /// use limpid::page::{Attr, PageBuilder};
    /// let mut builder = PageBuilder::default();
    /// let node = builder.open("p");
    /// builder.attr(Attr::Style, "color:red; Display : none !important");
    /// assert_eq!(builder.finish().style(node, "display"), Some("none"));
    /// ```
    pub fn style(&self, node: NodeId, property: &str) -> Option<&str> {
        search::split(self.attr(node, Attr::Style)?, ";").into_iter().rev().find_map(|declaration| {
            let (name, value) = search::split_once(declaration, ":")?;
            let is_it = name.trim().eq_ignore_ascii_case(property);
            is_it.then(|| search::until(value, "!").trim())
        })
    }
}
