//! Pages that carry no text to read: results of a search, applications, forms. On them a few labels and teasers are the best
//! that can be found, which is why they are told by what was found and by what stands around it.

use super::{MainContent, declares_article, kept, page_type};
use crate::blocks::Blocks;
use crate::page::{Attr, Page, Tag};
use crate::reading::{Metadata, PageType};
use crate::text::search;

/// Words that make a page of labels, where none of them is a sentence. Captions under the picture of the day have up to 25.
const LABELS_WORDS_MAX: u32 = 30;
/// Words of a sentence, at least: buttons and menus have fewer, commas or not.
const SENTENCE_WORDS_MIN: u32 = 8;
/// Buttons and fields from which on a page is for doing something. Most pages have a field to search and its button.
const CONTROLS_MIN: u32 = 3;
/// Characters of a query that a title is held against; less stands in any title.
const QUERY_CHARS_MIN: usize = 3;
/// Buttons and fields that are looked at: that of a search stands above the results.
const FIELDS_MAX: u32 = 20;
/// The share of the words in links from which on what has no paragraph is a list of teasers.
const TEASERS_LINK_SHARE_MIN: f32 = 0.25;
/// What is left of the confidence in a list of teasers. On the pages of a corpus it is the content as often as not.
const TEASERS_CONFIDENCE: f32 = 0.5;

/// How sure what was found is, `None` where the page has no text to read. A page that declares what it carries is believed;
/// what may be a list of teasers is less sure.
pub fn confidence(page: &Page, blocks: &Blocks, metadata: &Metadata, main: &MainContent) -> Option<f32> {
    let (mut words, mut link_words, mut says) = (0, 0, false);
    for block in kept(page, blocks, main) {
        let counts = &blocks.list[block].counts;
        if counts.is_paragraph() {
            return Some(main.confidence);
        }
        words += counts.words;
        link_words += counts.link_words;
        says |= counts.words >= SENTENCE_WORDS_MIN && counts.sentences + counts.commas > 0;
    }
    let is_open = !declares_article(metadata) && matches!(page_type::declared(metadata), None | Some(PageType::List));
    let is_labels = words < LABELS_WORDS_MAX && !says;
    if is_open && is_for_doing(page, metadata, is_labels) {
        return None;
    }
    let is_teasers = link_words as f32 >= TEASERS_LINK_SHARE_MIN * words as f32;
    Some(if is_teasers { TEASERS_CONFIDENCE * main.confidence } else { main.confidence })
}

/// Whether the page is there for what its fields do: one of them holds what the title says, which was searched for, or there
/// are as many as an application or a form has, and nothing but labels.
fn is_for_doing(page: &Page, metadata: &Metadata, is_labels: bool) -> bool {
    let title = metadata.title.as_deref().unwrap_or_default();
    let mut controls = 0;
    for node in page.nodes().filter(|&node| matches!(page.tag(node), Tag::Button | Tag::Input | Tag::Select | Tag::Textarea)) {
        controls += 1;
        let value = page.attr(node, Attr::Value).unwrap_or_default();
        let is_written = page.attr(node, Attr::Type).is_none_or(|kind| kind == "text" || kind == "search");
        let is_query = is_written && controls <= FIELDS_MAX && value.len() >= QUERY_CHARS_MIN && search::has(title, value);
        if is_query || is_labels && controls >= CONTROLS_MIN {
            return true;
        }
    }
    false
}
