//! The words by which a page says what kind of page it is: those of its address, of the class names of `<html>` and
//! `<body>`, and the types it declares. How much each speaks for a thread, a product or a list is learned (see `weights`).

use super::class_words::{self, hash, split};
use super::weights::Words;
use crate::page::{Page, Tag};
use crate::reading::Metadata;
use crate::text::search;

/// Kinds of page that learned words speak for: thread, product, list, documentation, service.
pub const KINDS: usize = 5;

/// What the page's words say together, in log-odds, of each kind.
pub fn odds(page: &Page, metadata: &Metadata, words: &Words) -> [f32; KINDS] {
    let mut odds = [0.0; KINDS];
    of_page(page, metadata, |word| {
        for (sum, odds) in odds.iter_mut().zip(words.of_page(word)) {
            *sum += odds;
        }
    });
    odds
}

/// Calls `each` with the hash of every word.
pub fn of_page(page: &Page, metadata: &Metadata, mut each: impl FnMut(u32)) {
    let address = page.url.as_deref().or(metadata.url.as_deref()).unwrap_or_default();
    let address = search::split_once(address, "://").map_or(address, |(_, rest)| rest);
    split(address, hash(b"/", b""), &mut each);
    for kind in &metadata.types {
        let name = search::split(kind, "/.:").pop().unwrap_or(kind);
        each(hash(b"t", name.to_ascii_lowercase().as_bytes()));
    }
    for tag in [Tag::Html, Tag::Body] {
        if let Some(node) = page.first(tag) {
            class_words::of_element(page, node, &mut |word| each(word ^ 1));
        }
    }
}
