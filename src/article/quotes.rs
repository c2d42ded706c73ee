//! Quotations. One that only repeats the text, a pull quote, is left out.

use super::flow::Attrs;
use super::walk::{Context, Step};
use super::{Piece, alike, end_of, text_in};
use crate::page::{Attr, NodeId, Tag};

/// Letters of a quotation below which a repetition is chance.
const PULL_QUOTE_LETTERS_MIN: usize = 20;
/// Quotations that are compared with the text: each costs one search through it.
const COMPARED_MAX: usize = 64;

/// `<blockquote>`, and what is marked as a pull quote.
pub fn step(cx: &Context, at: NodeId) -> Option<Step> {
    let is_quote = match cx.page.tag(at) {
        Tag::Blockquote => true,
        Tag::Aside | Tag::Div | Tag::Section | Tag::P => is_pull_quote(cx.page.attr(at, Attr::Class).unwrap_or("")),
        _ => false,
    };
    is_quote.then(|| Step::Block(Tag::Blockquote, Attrs::new()))
}

fn is_pull_quote(class: &str) -> bool {
    ["pullquote", "pull-quote", "pull_quote", "pullQuote"].iter().any(|word| class.contains(word))
}

/// Takes out the quotations whose words stand in the rest of the text as well.
pub fn drop_pull_quotes(pieces: &mut Vec<Piece>) {
    let mut quotes = Vec::new();
    let mut rest = String::new();
    let mut at = 0;
    while at < pieces.len() {
        match &pieces[at] {
            Piece::Open(Tag::Blockquote, _) if quotes.len() < COMPARED_MAX => {
                let end = end_of(pieces, at);
                let words = alike::key(&text_in(&pieces[at..end]));
                quotes.push((at..end, words));
                at = end;
            }
            Piece::Text(text) => {
                rest.push_str(&alike::key(text));
                at += 1;
            }
            _ => at += 1,
        }
    }
    quotes.retain(|(_, words)| words.chars().count() >= PULL_QUOTE_LETTERS_MIN && rest.contains(words.as_str()));
    super::remove(pieces, &quotes.into_iter().map(|(range, _)| range).collect::<Vec<_>>());
}
