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
    // The first of the blocks that say most of a title.
    let mut best: Option<(usize, usize)> = None;
    for title in [metadata.title.as_deref(), document.as_deref()] {
        let title = title.unwrap_or_default().trim();
        // A front page has the site's name for its title, and shows it in its masthead.
        if metadata.site_name.as_deref() == Some(title) || title.split_whitespace().count() < WORDS_MIN {
            continue;
        }
        let starts = word_starts(title);
        for block in 0..blocks.list.len().min(BLOCKS_MAX) {
            let said = said_bytes(title, &starts, blocks.text(block));
            let is_best = best.is_none_or(|(most, first)| said > most || said == most && block < first);
            if said > 0 && is_best {
                best = Some((said, block));
            }
        }
    }
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

/// Where the first words of a title begin, in bytes.
fn word_starts(title: &str) -> Vec<usize> {
    let mut starts = vec![0];
    let mut at = 0;
    for byte in title.bytes() {
        at += 1;
        if byte == b' ' && starts.len() <= TITLE_WORDS_MAX {
            starts.push(at);
        }
    }
    starts
}

/// How much of the title, from one of its words on, the text begins with; 0 where it is too little, or where the text goes on.
fn said_bytes(title: &str, starts: &[usize], text: &str) -> usize {
    if text.len() > title.len() * TITLES_MAX || text.len() * 100 < title.len() * TITLE_PERCENT_MIN {
        return 0;
    }
    let mut most = 0;
    for &start in starts {
        let of_title = title.as_bytes().get(start..).unwrap_or_default();
        let mut shared = 0;
        while of_title.get(shared).is_some_and(|byte| text.as_bytes().get(shared) == Some(byte)) {
            shared += 1;
        }
        while !title.is_char_boundary(start + shared) {
            shared -= 1;
        }
        most = most.max(shared);
    }
    if most * 100 >= title.len() * TITLE_PERCENT_MIN { most } else { 0 }
}
