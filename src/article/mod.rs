//! The clean article.

use crate::clutter::Finding;
use crate::content::MainContent;
use crate::page::{Page, Tag};
use crate::reading::{Article, Metadata};
use crate::text::words;

/// One step of the article in document order: its content as events, so that no writer needs recursion.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// An allow-listed element begins, with its allow-listed attributes. Void elements (`br`, `hr`, `img`) have no `Close`.
    Open(Tag, Vec<(&'static str, String)>),
    /// Text, white space as it is to be shown.
    Text(String),
    /// The innermost open element ends.
    Close,
}

/// Builds the article from the chosen nodes.
pub fn build(page: &Page, metadata: Metadata, main: &MainContent, _findings: &[Finding]) -> Article {
    let text = main.roots.iter().map(|&root| page.text_of(root)).collect::<Vec<_>>().join("\n\n");
    Article { title: metadata.title, word_count: words::number(&text), text, confidence: main.confidence, ..Article::default() }
}
