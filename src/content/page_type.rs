//! What kind of page it is: kinds that only a declaration tells, such as recipes, come first; then what learned trees say of
//! its address, its names, its numbers and its declared types; then any declared type; then its length.

use crate::reading::{Metadata, PageType};
use crate::rules::words;
use crate::text::{hash, lists};

/// From this chance on a kind is believed. Higher calls more lists and threads articles, lower more articles lists.
const CHANCE_MIN: f32 = 0.3;
/// Declared types before this place of the list say more than that the page is also an article.
const BEFORE_ARTICLE: u8 = 5;
/// From so many words on an article is a long read: some seven minutes.
const LONG_WORDS_MIN: u32 = 1_600;
/// Up to so many words it is a brief: two or three paragraphs.
const BRIEF_WORDS_MAX: u32 = 150;

/// The kinds that learned trees tell, in the order of the tables in `weights`; service pages read as articles do.
const TOLD: [PageType; LEARNED] = [PageType::Forum, PageType::Product, PageType::List, PageType::Documentation];
/// How many those are.
pub const LEARNED: usize = 4;

/// The kind of page, as far as can be told without its text, given the chance of each kind that the trees tell.
pub fn of(metadata: &Metadata, chances: &[f32; LEARNED]) -> PageType {
    let declared = declared(metadata);
    let best = (0..LEARNED).max_by(|&a, &b| chances[a].total_cmp(&chances[b])).filter(|&kind| chances[kind] >= CHANCE_MIN);
    match (declared, best) {
        (Some(kind), None) => kind,
        (Some(kind), _) if !TOLD.contains(&kind) => kind,
        (_, best) => best.map_or(PageType::Article, |kind| TOLD[kind]),
    }
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
