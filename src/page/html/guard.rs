//! Between tokenizer and tree builder: keeps the tree shallow enough for time to stay linear on any page.

use super::arena::{Arena, Handle};
use super::names::Names;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::TreeBuilder;
use html5ever::{LocalName, local_name};
use std::cell::Cell;

/// How deep elements may nest, as in browsers (Chromium stops at 512). The parser of the HTML standard walks all open
/// elements at every tag, so time grows with depth times tags. The tags of deeper elements are left out; their text stays.
const DEPTH_MAX: u32 = 500;

/// Nodes a page may make for each tag in it. Unclosed `<font>` and its like are opened anew in every paragraph, so a small
/// page can ask for any number of nodes. Honest pages stay below 3; beyond the limit further tags are left out.
const NODES_PER_TAG_MAX: usize = 16;

/// Tags before the limit on nodes counts.
const TAGS_FREE: usize = 10_000;

/// Passes tokens on to the tree builder, but for the tags of elements that would nest too deep.
pub struct Guard {
    /// The tree builder, with the tree as its sink.
    pub builder: TreeBuilder<Handle, Arena>,
    /// End tags since the last node was added: how far the insertion point may lie above it.
    closed: Cell<u32>,
    /// The number of nodes when `closed` was last set to 0.
    nodes: Cell<usize>,
    /// Elements left out that are still open.
    skipped: Cell<u32>,
    tags: Cell<usize>,
}

impl Guard {
    pub fn new(builder: TreeBuilder<Handle, Arena>) -> Guard {
        Guard { builder, closed: Cell::new(0), nodes: Cell::new(0), skipped: Cell::new(0), tags: Cell::new(0) }
    }

    pub fn names(&self) -> &Names {
        &self.builder.sink.names
    }

    fn admits(&self, tag: &Tag) -> bool {
        if always_admitted(&tag.name) {
            return true;
        }
        let nodes = self.builder.sink.len();
        if nodes != self.nodes.replace(nodes) {
            self.closed.set(0);
        }
        self.tags.set(self.tags.get() + 1);
        if tag.kind == TagKind::EndTag {
            let skipped = self.skipped.get();
            if skipped > 0 {
                self.skipped.set(skipped - 1);
            } else {
                self.closed.set(self.closed.get() + 1);
            }
            return skipped == 0;
        }
        let deep = self.builder.sink.depth().saturating_sub(self.closed.get()) >= DEPTH_MAX;
        let overgrown = nodes > NODES_PER_TAG_MAX * (TAGS_FREE + self.tags.get());
        if (deep || overgrown) && !tag.self_closing {
            self.skipped.set(self.skipped.get() + 1);
        }
        !deep && !overgrown
    }
}

impl TokenSink for Guard {
    type Handle = Handle;

    fn process_token(&self, token: Token, line_number: u64) -> TokenSinkResult<Handle> {
        match &token {
            Token::TagToken(tag) if !self.admits(tag) => TokenSinkResult::Continue,
            _ => self.builder.process_token(token, line_number),
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// Elements that hold no elements: they make nothing deeper. Those that hold text tell the tokenizer how to read on, so
/// leaving them out would turn scripts into text.
fn always_admitted(name: &LocalName) -> bool {
    matches!(
        *name,
        local_name!("area")
            | local_name!("base")
            | local_name!("br")
            | local_name!("col")
            | local_name!("embed")
            | local_name!("hr")
            | local_name!("img")
            | local_name!("input")
            | local_name!("link")
            | local_name!("meta")
            | local_name!("param")
            | local_name!("source")
            | local_name!("track")
            | local_name!("wbr")
            | local_name!("iframe")
            | local_name!("noembed")
            | local_name!("noframes")
            | local_name!("noscript")
            | local_name!("plaintext")
            | local_name!("script")
            | local_name!("style")
            | local_name!("textarea")
            | local_name!("title")
            | local_name!("xmp")
    )
}
