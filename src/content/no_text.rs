//! Pages that carry no text to read: results of a search, applications, forms. On them a few labels and teasers are the best
//! that can be found, which is why they are told by what was found and by what stands around it.

use super::{MainContent, declares_article, kept, page_type};
use crate::blocks::Blocks;
use crate::page::{Attr, NodeId, Page, Tag};
use crate::reading::{Metadata, PageType};
use crate::text::search;

/// Words that make a page of labels, where none of them is a sentence. Captions under the picture of the day have up to 25.
const LABELS_WORDS_MAX: u32 = 30;
/// Words of a sentence, at least: buttons and menus have fewer, commas or not.
const SENTENCE_WORDS_MIN: u32 = 8;
/// Buttons and fields from which on a page is for doing something. Most pages have a field to search and its button.
pub const CONTROLS_MIN: usize = 3;
/// Characters of a query that a title is held against; less stands in any title.
const QUERY_CHARS_MIN: usize = 3;
/// Fields that are looked at: that of a search stands above the results.
const FIELDS_MAX: usize = 20;
/// The share of the words in links from which on what has no paragraph is a list of teasers.
const TEASERS_LINK_SHARE_MIN: f32 = 0.25;
/// What is left of the confidence in a list of teasers. On the pages of a corpus it is the content as often as not.
const TEASERS_CONFIDENCE: f32 = 0.5;

/// How sure what was found is, `None` where the page has no text to read. A page that declares what it carries is believed;
/// what may be a list of teasers is less sure.
pub fn confidence(page: &Page, blocks: &Blocks, metadata: &Metadata, main: &MainContent) -> Option<f32> {
    let (mut words, mut link_words, mut says, mut is_headings) = (0, 0, false, true);
    for block in kept(page, blocks, main) {
        let counts = &blocks.list[block].counts;
        if counts.is_paragraph() {
            return Some(main.confidence);
        }
        is_headings &= page.tag(blocks.list[block].parent).heading_level().is_some();
        words += counts.words;
        link_words += counts.link_words;
        says |= counts.words >= SENTENCE_WORDS_MIN && counts.sentences + counts.commas > 0;
    }
    let is_open = !declares_article(metadata) && matches!(page_type::declared(metadata), None | Some(PageType::List));
    let is_labels = words < LABELS_WORDS_MAX && !says;
    let is_teasers = link_words as f32 >= TEASERS_LINK_SHARE_MIN * words as f32;
    let is_searched = || is_teasers && holds_query(page, metadata);
    let is_for_doing = || is_labels && controls(page) >= CONTROLS_MIN;
    let is_bare = || is_headings && !shows(page, main);
    if is_open && (is_bare() || is_searched() || is_for_doing()) {
        return None;
    }
    Some(if is_teasers { TEASERS_CONFIDENCE * main.confidence } else { main.confidence })
}

/// Whether a picture or a film stands in what was found: a post may be that and its headline.
fn shows(page: &Page, main: &MainContent) -> bool {
    let is_shown = |&node: &NodeId| matches!(page.tag(node), Tag::Img | Tag::Picture | Tag::Video | Tag::Iframe);
    page.nodes().filter(is_shown).any(|node| main.contains(page, node))
}

/// Whether a field holds what the title says, which was searched for.
fn holds_query(page: &Page, metadata: &Metadata) -> bool {
    let title = metadata.title.as_deref().unwrap_or_default();
    let fields = page.nodes().filter(|&node| page.tag(node) == Tag::Input).take(FIELDS_MAX);
    fields.filter(|&node| page.attr(node, Attr::Type).is_none_or(|kind| kind == "text" || kind == "search")).any(|node| {
        let value = page.attr(node, Attr::Value).unwrap_or_default();
        value.len() >= QUERY_CHARS_MIN && search::has(title, value)
    })
}

/// Buttons and fields that are seen. Those of a form to comment with stand under texts of every kind and do not count.
pub fn controls(page: &Page) -> usize {
    let remarks = page.nodes().find(|&node| page.tag(node) == Tag::Textarea).and_then(|node| page.closest(node, is_form));
    let is_control = |&node: &NodeId| match page.tag(node) {
        Tag::Button | Tag::Select | Tag::Textarea => true,
        Tag::Input => page.attr(node, Attr::Type) != Some("hidden"),
        _ => false,
    };
    page.nodes().filter(is_control).filter(|&node| remarks.is_none_or(|form| !page.contains(form, node))).count()
}

fn is_form(tag: Tag) -> bool {
    tag == Tag::Form
}
