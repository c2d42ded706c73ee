//! Description, standfirst and kicker.

use super::lines::{Line, is_shown};
use super::sources::{Mark, in_other_part};
use super::title::Title;
use super::{Facts, folded, meta_tags, microdata};
use crate::page::NodeId;
use crate::rules::words;

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
const STANDFIRST_CHARS: std::ops::RangeInclusive<usize> = 30..=500;
/// A kicker has at most so many characters.
const KICKER_CHARS_MAX: usize = 50;

/// Reads the three.
pub fn read(facts: &Facts, near: &[Line], headline: &Title) -> Summary {
    let meta = meta_tags::first(facts.sources, words::META_DESCRIPTION);
    let item = || microdata::first(facts.page, &facts.sources.props, "description").map(|(value, _)| value);
    let description = meta.or_else(|| facts.subject("description")).or_else(item);
    let title = headline.node;
    let same_as_title = |text: &str| headline.text.as_deref().is_some_and(|title| folded(title) == folded(text));
    let is_near =
        |node: NodeId| near.iter().any(|line| facts.page.contains(node, line.node) || facts.page.contains(line.node, node));
    let marked = |wanted: Mark| {
        let nodes = facts.sources.marked.iter().filter(move |(mark, _)| *mark == wanted).map(|&(_, node)| node);
        let small = nodes.filter(|&node| facts.page.end(node).0 - node.0 < 40);
        small.filter(|&node| is_near(node) && is_shown(facts.page, node) && !in_other_part(facts.page, node, title))
    };
    let standfirst = marked(Mark::Standfirst)
        .map(|node| (node, facts.page.text_of(node)))
        .find(|(_, text)| STANDFIRST_CHARS.contains(&text.chars().count()) && !same_as_title(text));
    let kicker = marked(Mark::Kicker)
        .map(|node| facts.page.text_of(node))
        .find(|text| (2..=KICKER_CHARS_MAX).contains(&text.chars().count()) && !same_as_title(text));
    let (standfirst_node, standfirst) = standfirst.unzip();
    Summary { description, standfirst, standfirst_node, kicker }
}
