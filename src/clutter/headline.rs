//! Which block shows the headline, also on pages that use no heading for it.

use crate::blocks::Blocks;
use crate::page::Page;
use crate::reading::Metadata;

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
    if let Some(node) = metadata.title_node {
        let shown = blocks.within(page, node);
        return (!shown.is_empty()).then_some(shown.start);
    }
    let title = metadata.title.as_deref()?.trim();
    // A front page has the site's name for its title, and shows it in its masthead.
    if metadata.site_name.as_deref() == Some(title) || title.split_whitespace().count() < WORDS_MIN {
        return None;
    }
    let says = |&block: &usize| {
        let text = blocks.text(block);
        text.len() <= title.len() * TITLES_MAX && shared_bytes(title, text) * 100 >= title.len() * TITLE_PERCENT_MIN
    };
    (0..blocks.list.len().min(BLOCKS_MAX)).find(says)
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
