//! The page from an HTML string: html5ever parses, an arena collects, one loop flattens. Never in the browser's wasm.

mod arena;
mod charset;
mod flatten;

use super::Page;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use std::cell::Cell;

/// How deep elements may nest, as in browsers (Chromium stops at 512). Deeper ones are left out, their text stays: the
/// parser of the HTML standard takes quadratic time in the depth.
const DEPTH_MAX: u32 = 500;

/// Parses a document. Any string is a document; the worst is an empty one.
///
/// ```
/// use limpid::page::{Tag, html};
/// let page = html::parse("<title>Hello</title><p>One <b>two");
/// assert_eq!(page.text_of(page.first(Tag::P).unwrap()), "One two");
/// ```
pub fn parse(html: &str) -> Page {
    // Scripting counts as enabled: `<noscript>` is text then, as it is in a browser's live document.
    let options = TreeBuilderOpts { scripting_enabled: true, ..TreeBuilderOpts::default() };
    let guard = DepthGuard { builder: TreeBuilder::new(arena::Arena::default(), options), depth: Cell::new(0) };
    let tokenizer = Tokenizer::new(guard, TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(html));
    while let html5ever::TokenizerResult::Script(_) | html5ever::TokenizerResult::EncodingIndicator(_) = tokenizer.feed(&queue)
    {
    }
    tokenizer.end();
    flatten::page(tokenizer.sink.builder.sink)
}

/// Parses a document from bytes; the charset is found as a browser finds it. `content_type` is the HTTP header, if known.
pub fn parse_bytes(bytes: &[u8], content_type: Option<&str>) -> Page {
    parse(&charset::decode(bytes, content_type))
}

/// Passes tokens on to the tree builder, but for the tags of elements that would nest too deep.
struct DepthGuard {
    builder: TreeBuilder<u32, arena::Arena>,
    depth: Cell<u32>,
}

impl TokenSink for DepthGuard {
    type Handle = u32;

    fn process_token(&self, token: Token, line_number: u64) -> TokenSinkResult<u32> {
        if let Token::TagToken(tag) = &token
            && !closes_by_itself(&tag.name)
        {
            let depth = self.depth.get();
            let starts = tag.kind == html5ever::tokenizer::TagKind::StartTag;
            if starts && !tag.self_closing {
                self.depth.set(depth + 1);
            } else if !starts {
                self.depth.set(depth.saturating_sub(1));
            }
            if depth > DEPTH_MAX || starts && depth == DEPTH_MAX {
                return TokenSinkResult::Continue;
            }
        }
        self.builder.process_token(token, line_number)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// Void elements and those whose end tag may be left out: their start tags say nothing about depth.
fn closes_by_itself(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
            | "p"
            | "li"
            | "dt"
            | "dd"
            | "td"
            | "th"
            | "tr"
            | "thead"
            | "tbody"
            | "tfoot"
            | "option"
            | "optgroup"
            | "colgroup"
            | "html"
            | "head"
            | "body"
            | "script"
            | "style"
            | "title"
            | "textarea"
            | "rp"
            | "rt"
    )
}
