//! Facts about the article: one file a field.

use crate::options::Options;
use crate::page::{Page, Tag};
pub use crate::reading::Metadata;

/// Reads all the fields.
pub fn read(page: &Page, _options: &Options) -> Metadata {
    let title_node = page.first(Tag::Title);
    Metadata { title: title_node.map(|node| page.raw_text(node)), ..Metadata::default() }
}
