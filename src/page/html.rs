//! The page from an HTML string: html5ever parses, an arena collects, one loop flattens. Never in the browser's wasm.

mod arena;
mod attributes;
mod cascade;
mod charset;
pub use charset::decode_as;
mod complex;
mod flatten;
mod guard;
mod held;
mod sheet;

use super::Page;
use html5ever::TokenizerResult;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};

/// Parses a document. Any string is a document; the worst is an empty one.
///
/// ```
/// use limpid::page::{Tag, html};
/// let page = html::parse("<title>Hello</title><p>One <b>two");
/// assert_eq!(page.text_of(page.first(Tag::P).unwrap()), "One two");
/// ```
pub fn parse(html: &str) -> Page {
    let (page, sheets) = parse_once(html);
    let (mut page, sheets) = match held::opened(html).map(|opened| parse_once(&opened)) {
        Some((opened, sheets)) if held::is_fuller(&opened, &page) => (opened, sheets),
        _ => (page, sheets),
    };
    cascade::lay_out(&mut page, &sheets);
    page
}

/// The page, and its style sheets.
fn parse_once(html: &str) -> (Page, Vec<String>) {
    // Scripting counts as enabled: `<noscript>` is text then, as it is in a browser's live document.
    let options = TreeBuilderOpts { scripting_enabled: true, ..TreeBuilderOpts::default() };
    let guard = guard::Guard::new(TreeBuilder::new(arena::Arena::default(), options));
    let tokenizer = Tokenizer::new(guard, TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(&attributes::bounded(html)));
    // Scripts do not run here, and the charset is settled.
    while let TokenizerResult::Script(_) | TokenizerResult::EncodingIndicator(_) = tokenizer.feed(&queue) {}
    tokenizer.end();
    flatten::page(tokenizer.sink.builder.sink)
}

/// Parses a document from bytes; the charset is found as a browser finds it. `content_type` is the HTTP header, if known.
///
/// ```
/// use limpid::page::{Tag, html};
/// let page = html::parse_bytes(b"<meta charset=windows-1251><p>\xCC\xE8\xF0", None);
/// assert_eq!(page.text_of(page.first(Tag::P).unwrap()), "Мир");
/// ```
pub fn parse_bytes(bytes: &[u8], content_type: Option<&str>) -> Page {
    parse(&charset::decode(bytes, content_type))
}
