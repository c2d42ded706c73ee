//! What kind of page it is: what it declares comes first, then what its address and its names say, then its length.

use super::page_words::{self, KINDS};
use super::weights::Words;
use crate::page::Page;
use crate::reading::{Metadata, PageType};
use crate::rules::words;
use crate::text::{hash, lists};

/// From these log-odds on a kind is believed. Higher calls more threads and products articles, lower the other way round.
const ODDS_MIN: f32 = 2.0;
/// Declared types before this place of the list say more than that the page is also an article.
const BEFORE_ARTICLE: u8 = 5;
/// From so many words on an article is a long read: some seven minutes.
const LONG_WORDS_MIN: u32 = 1_600;
/// Up to so many words it is a brief: two or three paragraphs.
const BRIEF_WORDS_MAX: u32 = 150;

/// The kinds that learned words speak for, in the order of `page_words`; service pages read as articles do.
const LEARNED: [PageType; KINDS] =
    [PageType::Forum, PageType::Product, PageType::List, PageType::Documentation, PageType::Article];

/// The kind of page, as far as can be told without its text.
pub fn of(page: &Page, metadata: &Metadata, words: &Words) -> PageType {
    if let Some(kind) = declared(metadata) {
        return kind;
    }
    let odds = page_words::odds(page, metadata, words);
    let best = (0..KINDS).max_by(|&a, &b| odds[a].total_cmp(&odds[b]));
    let best = best.filter(|&kind| odds[kind] >= ODDS_MIN && !is_article(metadata));
    best.map_or(PageType::Article, |kind| LEARNED[kind])
}

/// The kind that the page declares, where that is more than an article.
pub fn declared(metadata: &Metadata) -> Option<PageType> {
    let places = metadata.types.iter().filter_map(|name| lists::place(words::KINDS_TYPES, lists::extended(hash::START, name)));
    let first = places.min().filter(|&place| place < BEFORE_ARTICLE || !is_article(metadata))?;
    PageType::DECLARED.get(usize::from(first)).copied()
}

fn is_article(metadata: &Metadata) -> bool {
    metadata.types.iter().any(|name| name.ends_with("Article") || name.ends_with("BlogPosting"))
}

impl PageType {
    /// The kind, now that the length of the text is known.
    pub fn with_length(self, words: u32) -> PageType {
        match self {
            PageType::Article if words >= LONG_WORDS_MIN => PageType::LongRead,
            PageType::Article if words <= BRIEF_WORDS_MAX => PageType::Brief,
            kind => kind,
        }
    }
}
