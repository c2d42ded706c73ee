//! The headline, without site name or section.

mod agreement;
pub mod parts;
mod related;
mod within;

use super::sources::HEADINGS;
use super::stated::Stated::{Data, Item, Meta};
use super::{Facts, folded, plain};
use crate::page::{NodeId, Tag};
use crate::rules::words;
use crate::text::lists;
use crate::text::search::is_longer;
use parts::without_site;

/// The headline and the element that shows it.
#[derive(Default)]
pub struct Title {
    /// The headline.
    pub text: Option<String>,
    /// The element.
    pub node: Option<NodeId>,
    /// What stands before it in the same element: a label, a date.
    pub before: Option<String>,
    /// What stands behind it in the same element: a subtitle.
    pub behind: Option<String>,
}

impl Title {
    /// A headline and the element that shows it.
    pub fn shown(text: String, node: NodeId) -> Title {
        Title { text: Some(text), node: Some(node), ..Title::default() }
    }
}

/// A heading that agrees this well with `<title>` and its like is the headline, 0 to 1.
const AGREEMENT_MIN: f32 = 0.5;
/// How much more a heading of the first rank looks like the headline than any other element, in the same measure.
const PROMINENCE_MAX: f32 = 0.3;
/// A headline has at most so many characters; more is a paragraph in the wrong element.
const CHARS_MAX: usize = 400;

/// A heading that may be the headline.
struct Heading {
    node: NodeId,
    text: String,
    agreement: f32,
    rank: f32,
}

/// Chooses the headline: the visible heading that agrees with what the page calls itself elsewhere.
pub fn read(facts: &Facts) -> Title {
    let references = references(facts);
    let mut compared = Vec::new();
    for text in &references {
        add_compared(text, &mut compared);
    }
    let best = best_heading(facts, &compared);
    let agreeing = best.as_ref().filter(|best| best.agreement >= AGREEMENT_MIN);
    if let Some(best) = agreeing.filter(|best| facts.page.tag(best.node) == Tag::H1) {
        return shown_in(facts, best.node, &best.text, &references);
    }
    if let Some((node, text)) = related::first_rank(facts, &references, agreeing.map(|best| best.node)) {
        return shown_in(facts, node, &text, &references);
    }
    if let Some(best) = agreeing {
        return shown_in(facts, best.node, &best.text, &references);
    }
    if let Some(best) = best.filter(|best| is_telling(facts, best) && (references.is_empty() || is_only_h1(facts, best))) {
        return Title::shown(best.text, best.node);
    }
    match shown_as_text(facts, &compared) {
        Some((node, text)) => Title::shown(without_site(facts, &text).to_owned(), node),
        None => {
            let text = references.first().map(|text| parts::without_section(facts, text).to_owned());
            Title { text, ..Title::default() }
        }
    }
}

/// The headline as an element shows it, or the part of it that is the headline by what the head says.
fn shown_in(facts: &Facts, node: NodeId, text: &str, references: &[String]) -> Title {
    match within::part(facts, node, references) {
        Some([text, before, behind]) => {
            Title { text: Some(text), node: Some(node), before: Some(before), behind: Some(behind) }
        }
        None => Title::shown(without_site(facts, text).to_owned(), node),
    }
}

/// Whether a heading may be the headline though nothing in the head agrees: the first rank, or more than a label or a name.
fn is_telling(facts: &Facts, heading: &Heading) -> bool {
    /// A section's label is shorter. Words.
    const WORDS_MIN: u32 = 4;
    let is_label = || crate::text::words::number(&heading.text) < WORDS_MIN || facts.site.is_called(&heading.text);
    facts.page.tag(heading.node) == Tag::H1 || !is_label()
}

/// Whether a heading of some words is the only one of the first rank: such a page says its headline nowhere else, and what
/// stands in its head was written for search engines.
fn is_only_h1(facts: &Facts, heading: &Heading) -> bool {
    /// A shorter one may name the site or a section. Words.
    const WORDS_MIN: u32 = 4;
    let is_h1 = |node: NodeId| facts.page.tag(node) == Tag::H1 && facts.sources.is_shown(facts.page, node);
    is_h1(heading.node)
        && crate::text::words::number(&heading.text) >= WORDS_MIN
        && facts.sources.of_kind(HEADINGS).iter().filter(|&&node| is_h1(node)).count() == 1
        && !facts.sources.in_other_part(facts.page, heading.node, None)
}

/// The headline on a page without headings: a text that is just what the page calls itself.
fn shown_as_text(facts: &Facts, references: &[String]) -> Option<(NodeId, String)> {
    /// A shorter text may agree by chance: a section's name. Characters.
    const CHARS_MIN: usize = 12;
    let page = facts.page;
    let fits = |text: &str| (CHARS_MIN..=CHARS_MAX).contains(&text.len()) && references.contains(&folded(text));
    let body = facts.sources.body?;
    let node = page.descendants(body).find(|&node| page.tag(node) == Tag::Text && fits(page.text(node).trim()))?;
    // A masthead is a link to the front page.
    let parent = page.parent(node).filter(|&parent| page.closest(parent, |tag| tag == Tag::A || tag.hides_text()).is_none())?;
    facts.sources.is_shown(page, parent).then(|| (parent, plain(page.text(node))))
}

/// What the page calls itself in its head and its structured data, without the site's name, the most trusted first.
fn references(facts: &Facts) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut add = |text: &str| {
        let text = without_site(facts, text);
        if !text.is_empty() && !is_generic(facts, text) && !out.iter().any(|known| known == text) {
            out.push(text.to_owned());
        }
        false
    };
    facts.stated(&[Meta(words::META_TITLE)], &mut add);
    add(&facts.first_stated(&[Data("headline"), Data("name")]).unwrap_or_default());
    add(&facts.first_stated(&[Item("headline")]).unwrap_or_default());
    if let Some(title) = facts.sources.title {
        add(&plain(&facts.page.raw_text(title)));
    }
    out
}

fn is_generic(facts: &Facts, text: &str) -> bool {
    lists::has_word(words::TITLES_GENERIC, text) || facts.site.has_name(text)
}

/// Adds the folded title and, where it has several parts, each longer one of them.
fn add_compared(text: &str, out: &mut Vec<String>) {
    out.push(folded(text));
    for part in parts::parts(text) {
        let part = folded(part);
        if is_longer(&part, 12) {
            out.push(part);
        }
    }
}

fn best_heading(facts: &Facts, references: &[String]) -> Option<Heading> {
    let mut best: Option<Heading> = None;
    for node in facts.sources.of_kinds(&[HEADINGS, words::CLASSES_HEADLINE]) {
        let Some(text) = heading_text(facts, node).filter(|text| !is_generic(facts, text)) else { continue };
        let own = folded(&text);
        let mut agreement = 0.0;
        for reference in references {
            agreement = agreement::better(&own, reference, agreement);
        }
        let rank = agreement + prominence(facts, node);
        if best.as_ref().is_none_or(|best| rank > best.rank) {
            best = Some(Heading { node, text, agreement, rank });
            if rank >= 1.0 + PROMINENCE_MAX {
                break;
            }
        }
    }
    best
}

fn heading_text(facts: &Facts, node: NodeId) -> Option<String> {
    /// A heading with more nodes than this is a box of something else.
    const NODES_MAX: u32 = 60;
    let page = facts.page;
    if page.end(node).place() - node.place() > NODES_MAX || !facts.sources.is_shown(page, node) {
        return None;
    }
    let text = page.text_of(node);
    (!text.is_empty() && !is_longer(&text, CHARS_MAX)).then_some(text)
}

/// How much an element looks like the place of a headline: breaks ties between equal texts.
fn prominence(facts: &Facts, node: NodeId) -> f32 {
    let tag = match facts.page.tag(node) {
        Tag::H1 => PROMINENCE_MAX,
        Tag::H2 => 0.15,
        Tag::H3 => 0.1,
        _ => 0.05,
    };
    tag - if facts.sources.in_other_part(facts.page, node, None) { 0.2 } else { 0.0 }
}
