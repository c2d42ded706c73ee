//! The headline, without site name or section.

use super::lines::is_shown;
use super::sources::{Mark, in_other_part};
use super::{Facts, folded, meta_tags, microdata, plain};
use crate::page::{NodeId, Tag};
use crate::rules::words;

/// The headline and the element that shows it.
#[derive(Default)]
pub struct Title {
    /// The headline.
    pub text: Option<String>,
    /// The element.
    pub node: Option<NodeId>,
}

/// What parts a headline from section and site. With spaces around, except for the first three.
const SEPARATORS: [&str; 17] =
    ["|", "｜", "_", " - ", " – ", " — ", " :: ", " : ", " » ", " « ", " · ", " • ", " / ", " > ", " < ", " ~ ", " ― "];
/// A heading that agrees this well with `<title>` and its like is the headline, 0 to 1.
const AGREEMENT_MIN: f32 = 0.5;
/// A headline has at most so many characters; more is a paragraph in the wrong element.
const CHARS_MAX: usize = 400;

/// Chooses the headline: the visible heading that agrees with what the page calls itself elsewhere.
pub fn read(facts: &Facts) -> Title {
    let references = references(facts);
    let folded_references: Vec<String> = references.iter().flat_map(|text| compared(text)).collect();
    let heading = best_heading(facts, &folded_references);
    match heading {
        Some((node, text, agreement)) if agreement >= AGREEMENT_MIN => {
            Title { text: Some(without_site(facts, &text)), node: Some(node) }
        }
        Some((node, text, _)) if references.is_empty() && is_telling(facts, node, &text) => {
            Title { text: Some(text), node: Some(node) }
        }
        _ => match shown_as_text(facts, &folded_references) {
            Some((node, text)) => Title { text: Some(without_site(facts, &text)), node: Some(node) },
            None => Title { text: references.into_iter().next(), node: None },
        },
    }
}

/// Whether a heading may be the headline though nothing in the head agrees: the first rank, or more than a label.
fn is_telling(facts: &Facts, node: NodeId, text: &str) -> bool {
    /// A section's label is shorter. Words.
    const WORDS_MIN: u32 = 4;
    facts.page.tag(node) == Tag::H1 || crate::text::words::number(text) >= WORDS_MIN
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
    let parent = Some(parent).filter(|&parent| is_shown(page, parent))?;
    Some((parent, plain(page.text(node))))
}

/// What the page calls itself in its head and its structured data, without the site's name, the most trusted first.
fn references(facts: &Facts) -> Vec<String> {
    let named = facts.subject("headline").or_else(|| facts.subjects.iter().find_map(|node| node.text("name")));
    let meta = meta_tags::values(facts.sources, words::META_TITLE).map(|(_, value)| value);
    let item = microdata::first(facts.page, &facts.sources.props, "headline").map(|(value, _)| value);
    let document = facts.sources.title.map(|node| plain(&facts.page.raw_text(node)));
    let mut out: Vec<String> = Vec::new();
    for text in meta.chain(named).chain(item).chain(document) {
        let text = without_site(facts, &text);
        if !text.is_empty() && !is_generic(facts, &text) && !out.contains(&text) {
            out.push(text);
        }
    }
    out
}

fn is_generic(facts: &Facts, text: &str) -> bool {
    let lower = text.to_lowercase();
    words::TITLES_GENERIC.contains(&lower.as_str()) || facts.site.names.contains(&folded(text))
}

/// The folded title and, where it has several parts, each longer one of them.
fn compared(text: &str) -> Vec<String> {
    let mut out = vec![folded(text)];
    out.extend(parts(text).into_iter().map(folded).filter(|part| part.chars().count() > 12));
    out
}

fn best_heading(facts: &Facts, references: &[String]) -> Option<(NodeId, String, f32)> {
    let marked = facts.sources.marked.iter().filter(|(mark, _)| *mark == Mark::Headline).map(|&(_, node)| node);
    let mut best: Option<(f32, NodeId, String, f32)> = None;
    for node in facts.sources.headings.iter().copied().chain(marked) {
        let Some(text) = heading_text(facts, node) else { continue };
        if is_generic(facts, &text) {
            continue;
        }
        let own = folded(&text);
        let agreement = references.iter().map(|reference| agreement(&own, reference)).fold(0.0, f32::max);
        let rank = agreement + prominence(facts, node);
        if best.as_ref().is_none_or(|best| rank > best.0) {
            best = Some((rank, node, text, agreement));
        }
    }
    best.map(|(_, node, text, agreement)| (node, text, agreement))
}

fn heading_text(facts: &Facts, node: NodeId) -> Option<String> {
    /// A heading with more nodes than this is a box of something else.
    const NODES_MAX: u32 = 60;
    let page = facts.page;
    if page.end(node).0 - node.0 > NODES_MAX || !is_shown(page, node) {
        return None;
    }
    let text = page.text_of(node);
    (!text.is_empty() && text.chars().count() <= CHARS_MAX).then_some(text)
}

/// How much an element looks like the place of a headline: breaks ties between equal texts.
fn prominence(facts: &Facts, node: NodeId) -> f32 {
    let tag = match facts.page.tag(node) {
        Tag::H1 => 0.3,
        Tag::H2 => 0.15,
        Tag::H3 => 0.1,
        _ => 0.05,
    };
    tag - if in_other_part(facts.page, node, None) { 0.2 } else { 0.0 }
}

/// How far two folded texts are the same, 0 to 1.
fn agreement(one: &str, other: &str) -> f32 {
    if one == other {
        return 1.0;
    }
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    if short.is_empty() {
        return 0.0;
    }
    if long.contains(short) {
        return 0.9 * short.len() as f32 / long.len() as f32 + 0.05;
    }
    let same = short.chars().zip(long.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum::<usize>();
    0.8 * same as f32 / long.len() as f32
}

/// The title without the site's name at either end.
fn without_site(facts: &Facts, title: &str) -> String {
    let mut rest = title.trim();
    // Site, section, slogan: real titles have no more parts than this to take off.
    for _ in 0..4 {
        let parts = parts(rest);
        let (Some(first), Some(last)) = (parts.first().copied(), parts.last().copied()) else { break };
        if parts.len() < 2 {
            break;
        }
        if facts.site.is_called(last) && !facts.site.is_called(rest[..rest.len() - last.len()].trim()) {
            rest = trim_separator(&rest[..rest.len() - last.len()]);
        } else if facts.site.is_called(first) {
            rest = trim_separator(&rest[first.len()..]);
        } else {
            break;
        }
    }
    // "The Post: Rain ends".
    match rest.split_once(": ") {
        Some((first, after)) if facts.site.names.contains(&folded(first)) && !after.trim().is_empty() => {
            after.trim().to_owned()
        }
        _ => rest.to_owned(),
    }
}

fn trim_separator(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || "|｜_-–—:»«·•/><~―".contains(c))
}

/// The parts of a title, split at every separator.
pub fn parts(title: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = title;
    while let Some((at, separator)) = SEPARATORS.iter().filter_map(|&by| Some((rest.find(by)?, by))).min() {
        out.push(rest[..at].trim());
        rest = &rest[at + separator.len()..];
    }
    out.push(rest.trim());
    out.retain(|part| !part.is_empty());
    out
}
