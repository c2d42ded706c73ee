//! Which block shows the headline, also on pages that use no heading for it.

use crate::blocks::Blocks;
use crate::page::{Page, Tag};
use crate::reading::Metadata;
use crate::text::search;

/// Blocks searched from the top of the page. Further down, the same words are a related list's.
const BLOCKS_MAX: usize = 400;
/// Share of the known title that a block must begin with, in hundredths: `<title>` may have the site's name behind it.
const TITLE_PERCENT_MIN: usize = 50;
/// Times the title's length that the block may have: a table's cell may hold the headline twice, with byline and date.
const TITLES_MAX: usize = 3;

/// Words of a headline that is known by its text alone. Fewer are a site's name as often as not.
const WORDS_MIN: usize = 3;
/// Words of the title before which the site's name may end.
const TITLE_WORDS_MAX: usize = 12;

/// The block, if there is one.
pub fn find(page: &Page, blocks: &Blocks, metadata: &Metadata) -> Option<usize> {
    // The document's own title may name the site as well, and is right where the title without the site is not.
    let document = page.first(Tag::Title).map(|node| page.raw_text(node));
    let titles = [metadata.title.as_deref(), document.as_deref()].into_iter().flatten().map(str::trim);
    // A front page has the site's name for its title, and shows it in its masthead.
    let titles: Vec<&str> = titles
        .filter(|title| metadata.site_name.as_deref() != Some(title) && title.split_whitespace().count() >= WORDS_MIN)
        .collect();
    let said = |block: usize| titles.iter().map(|title| said_bytes(title, blocks.text(block))).max().unwrap_or(0);
    // The first of those that say most.
    let scored = (0..blocks.list.len().min(BLOCKS_MAX)).map(|block| (said(block), block)).filter(|&(said, _)| said > 0);
    let best = scored.max_by_key(|&(said, block)| (said, std::cmp::Reverse(block)));
    let shown =
        metadata.title_node.map(|node| blocks.within(page, node)).filter(|shown| !shown.is_empty()).map(|shown| shown.start);
    // An element that shows only the lesser part of the document's title shows the site's name.
    let is_site = |shown: usize, said: usize| {
        let text = blocks.text(shown);
        said > text.len() && document.as_deref().is_some_and(|title| search::has(title, text))
    };
    match (shown, best) {
        (Some(shown), Some((said, best))) if is_site(shown, said) => Some(best),
        (Some(shown), _) => Some(shown),
        (None, best) => best.map(|(_, block)| block),
    }
}

/// How much of the title the text begins with; 0 where it is too little, or where the text goes on.
fn said_bytes(title: &str, text: &str) -> usize {
    let shared = shared_bytes(title, text);
    let fits = text.len() <= title.len() * TITLES_MAX && shared * 100 >= title.len() * TITLE_PERCENT_MIN;
    if fits { shared } else { 0 }
}

/// How much of the title, from one of its words on, the text begins with.
fn shared_bytes(title: &str, text: &str) -> usize {
    let starts = title.match_indices(' ').map(|(at, _)| at + 1).take(TITLE_WORDS_MAX);
    let shared = |start: usize| {
        let rest = title.get(start..).unwrap_or_default();
        rest.chars().zip(text.chars()).take_while(|(one, other)| one == other).map(|(c, _)| c.len_utf8()).sum()
    };
    std::iter::once(0).chain(starts).map(shared).max().unwrap_or(0)
}
