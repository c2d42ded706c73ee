//! Description, standfirst and kicker.

use super::json_ld::Node;
use super::stated::Stated::{Data, Item, Meta};
use super::title::Title;
use super::{Facts, same};
use crate::page::NodeId;
use crate::rules::words::{self, List};
use crate::text::dates::printed;
use crate::text::search;
use std::ops::RangeInclusive;

/// The lines around a headline that say what the article is about.
#[derive(Default)]
pub struct Summary {
    /// What meta tags and structured data say.
    pub description: Option<String>,
    /// The line under the headline.
    pub standfirst: Option<String>,
    /// The element that shows it.
    pub standfirst_node: Option<NodeId>,
    /// The label over the headline.
    pub kicker: Option<String>,
}

/// A standfirst has so many characters: less is a label, more is the text.
const STANDFIRST_CHARS: RangeInclusive<usize> = 30..=500;
/// A subtitle inside the headline's own element may be shorter, characters.
const SUBTITLE_CHARS: RangeInclusive<usize> = 10..=500;
/// A kicker has so many characters.
const KICKER_CHARS: RangeInclusive<usize> = 2..=50;
/// An element with more nodes than this is neither.
const NODES_MAX: u32 = 39;

/// Reads the three.
pub fn read(facts: &Facts, headline: &Title) -> Summary {
    let title = headline.text.as_deref();
    let description = facts.first_stated(&[Meta(words::META_DESCRIPTION), Data("description"), Item("description")]);
    let (standfirst_node, standfirst) = marked(facts, words::CLASSES_STANDFIRST, STANDFIRST_CHARS, title).unzip();
    let kicker = marked(facts, words::CLASSES_KICKER, KICKER_CHARS, title).map(|(_, text)| text);
    let is_label = |text: &String| KICKER_CHARS.contains(&search::chars(text)) && printed(text, facts.style).is_empty();
    let is_subtitle = |text: &String| SUBTITLE_CHARS.contains(&search::chars(text)) && printed(text, facts.style).is_empty();
    let standfirst = standfirst.or_else(|| headline.behind.clone().filter(is_subtitle));
    let kicker = kicker.or_else(|| headline.before.clone().filter(is_label));
    Summary { description, standfirst, standfirst_node, kicker }
}

/// The first small element near the headline whose class has a word of the list, with a text of this length that is not the headline.
#[inline(never)]
fn marked(facts: &Facts, list: List, chars: RangeInclusive<usize>, title: Option<&str>) -> Option<(NodeId, String)> {
    for &node in facts.sources.of_kind(list) {
        let is_small = facts.page.end(node).place() - node.place() <= NODES_MAX;
        if is_small && facts.near.are_near(facts.page, node) && facts.is_of_article(node) {
            let text = facts.page.text_of(node);
            if chars.contains(&search::chars(&text)) && !title.is_some_and(|title| same(title, &text)) {
                return Some((node, text));
            }
        }
    }
    None
}

/// The article's text as structured data gives it: that of an article, of a post, of a product.
pub fn body(facts: &Facts) -> Option<String> {
    let is_product = |node: &Node| node.any_type(&mut |name| name.eq_ignore_ascii_case("Product"));
    let product = || facts.subjects().filter(is_product).find_map(|node| node.text("description"));
    let stated = |key| facts.subjects().find_map(|node| node.text(key));
    stated("articleBody").or_else(|| stated("text")).or_else(product)
}
