//! The page from an HTML string: html5gum cuts it, html5ever makes the tree, an arena collects, one loop flattens. Never in the browser's wasm.

mod arena;
mod cascade;
mod charset;
pub use charset::decode_as;
mod complex;
mod flatten;
mod guard;
mod held;
mod list;
mod markup;
mod names;
mod sheet;
mod signs;
mod tokens;

use super::Page;
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5gum::Tokenizer;

/// Parses a document. Any string is a document; the worst is an empty one.
///
/// ```
/// use limpid::page::{Tag, html};
/// let page = html::parse("<title>Hello</title><p>One <b>two");
/// assert_eq!(page.text_of(page.first(Tag::P).unwrap()), "One two");
/// ```
pub fn parse(html: &str) -> Page {
    let (page, sheets, holders) = parse_once(html);
    let opened = if holders.are_there() { held::opened(html) } else { None };
    let (mut page, sheets) = match opened.map(|opened| parse_once(&opened)) {
        Some((opened, sheets, _)) if held::is_fuller(&opened, &page) => (opened, sheets),
        _ => (page, sheets),
    };
    cascade::lay_out(&mut page, &sheets);
    page
}

/// The page, its style sheets, and what it holds back.
fn parse_once(html: &str) -> (Page, Vec<String>, held::Holders) {
    // Scripting counts as enabled: `<noscript>` is text then, as it is in a browser's live document.
    let options = TreeBuilderOpts { scripting_enabled: true, ..TreeBuilderOpts::default() };
    let guard = guard::Guard::new(TreeBuilder::new(arena::Arena::default(), options));
    let mut holders = held::Holders::default();
    let tokens = tokens::Tokens::new(&guard, &mut holders);
    let Ok(()) = Tokenizer::new_with_emitter(html.strip_prefix('\u{feff}').unwrap_or(html), tokens).finish();
    let (page, sheets) = flatten::page(guard.builder.sink);
    (page, sheets, holders)
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
