//! The headline, without site name or section.

use super::stated::Stated::{Data, Item, Meta};
use super::{Facts, folded, plain};
use crate::page::{NodeId, Tag};
use crate::rules::words;
use crate::text::lists;
use crate::text::search::{find, has, is_longer, is_one_of, trim, trim_start};

/// The headline and the element that shows it.
#[derive(Default)]
pub struct Title {
    /// The headline.
    pub text: Option<String>,
    /// The element.
    pub node: Option<NodeId>,
}

/// What parts a headline from section and site by itself.
const SEPARATORS: &str = "|｜_";
/// What parts them between two spaces.
const SPACED_SEPARATORS: &str = "-–—:»«·•/><~―";
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
    match best_heading(facts, &compared) {
        Some(best) if best.agreement >= AGREEMENT_MIN => {
            return Title { text: Some(without_site(facts, &best.text).to_owned()), node: Some(best.node) };
        }
        Some(best) if is_telling(facts, &best) && (references.is_empty() || is_only_h1(facts, &best)) => {
            return Title { text: Some(best.text), node: Some(best.node) };
        }
        _ => {}
    }
    match shown_as_text(facts, &compared) {
        Some((node, text)) => Title { text: Some(without_site(facts, &text).to_owned()), node: Some(node) },
        None => Title { text: references.into_iter().next(), node: None },
    }
}

/// Whether a heading may be the headline though nothing in the head agrees: the first rank, or more than a label.
fn is_telling(facts: &Facts, heading: &Heading) -> bool {
    /// A section's label is shorter. Words.
    const WORDS_MIN: u32 = 4;
    facts.page.tag(heading.node) == Tag::H1 || crate::text::words::number(&heading.text) >= WORDS_MIN
}

/// Whether a heading of some words is the only one of the first rank: such a page says its headline nowhere else, and what
/// stands in its head was written for search engines.
fn is_only_h1(facts: &Facts, heading: &Heading) -> bool {
    /// A shorter one may name the site or a section. Words.
    const WORDS_MIN: u32 = 4;
    let is_h1 = |node: NodeId| facts.page.tag(node) == Tag::H1 && facts.sources.is_shown(facts.page, node);
    is_h1(heading.node)
        && crate::text::words::number(&heading.text) >= WORDS_MIN
        && facts.sources.headings.iter().filter(|&&node| is_h1(node)).count() == 1
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
    for part in parts(text) {
        let part = folded(part);
        if is_longer(&part, 12) {
            out.push(part);
        }
    }
}

fn best_heading(facts: &Facts, references: &[String]) -> Option<Heading> {
    let mut best: Option<Heading> = None;
    for &node in facts.sources.headings.iter().chain(facts.sources.marked(words::CLASSES_HEADLINE)) {
        let Some(text) = heading_text(facts, node).filter(|text| !is_generic(facts, text)) else { continue };
        let own = folded(&text);
        let mut agreement = 0.0;
        for reference in references {
            agreement = better_agreement(&own, reference, agreement);
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
    if page.end(node).0 - node.0 > NODES_MAX || !facts.sources.is_shown(page, node) {
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

/// How far two folded texts are the same, 0 to 1, or `known` where that is more.
fn better_agreement(one: &str, other: &str, known: f32) -> f32 {
    if one == other {
        return 1.0;
    }
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    if short.is_empty() {
        return known;
    }
    let length = long.len() as f32;
    // As if all of the shorter one stood in the longer: no more can come of looking.
    let most = 0.9 * short.len() as f32 / length + 0.05;
    if most <= known {
        return known;
    }
    if has(long, short) {
        return most;
    }
    let mut same = 0;
    for (a, b) in short.chars().zip(long.chars()) {
        if a != b {
            break;
        }
        same += a.len_utf8();
    }
    known.max(0.8 * same as f32 / length)
}

/// The title without the site's name at either end.
fn without_site<'t>(facts: &Facts, title: &'t str) -> &'t str {
    let mut rest = title.trim();
    // Site, section, slogan: real titles have no more parts than this to take off.
    for _ in 0..4 {
        let parts = parts(rest);
        let ([first, .., last], true) = (parts.as_slice(), parts.len() > 1) else { break };
        let (before, after) = (rest.get(..rest.len() - last.len()), rest.get(first.len()..));
        let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
        if facts.site.is_called(last) && !facts.site.is_called(before.trim()) {
            rest = trim(before, TRIMMED);
        } else if facts.site.is_called(first) {
            rest = trim(after, TRIMMED);
        } else {
            break;
        }
    }
    // "The Post: Rain ends".
    let colon = find(rest, ": ").unwrap_or(rest.len());
    let after = rest.get(colon..).map_or("", |after| trim_start(after, ":"));
    if !after.is_empty() && facts.site.has_name(rest.get(..colon).unwrap_or_default()) { after } else { rest }
}

/// What may be left of a separator.
const TRIMMED: &str = "|｜_-–—:»«·•/><~―";

/// The parts of a title, split at every separator.
#[inline(never)]
pub fn parts(title: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let (mut from, mut next) = (0, 0);
    for (at, _) in title.char_indices().filter(|&(_, c)| c == ' ' || is_one_of(c, SEPARATORS)) {
        let length = separator(title.get(at..).unwrap_or_default());
        if length > 0 && at >= next {
            out.extend(title.get(from..at).map(str::trim).filter(|part| !part.is_empty()));
            (from, next) = (at + length, at + length);
        }
    }
    out.extend(title.get(from..).map(str::trim).filter(|part| !part.is_empty()));
    out
}

/// The length in bytes of the separator that a text begins with, or 0.
fn separator(text: &str) -> usize {
    let mut chars = text.chars();
    match chars.next() {
        Some(' ') => {}
        Some(c) if is_one_of(c, SEPARATORS) => return c.len_utf8(),
        _ => return 0,
    }
    if text.starts_with(" :: ") {
        return 4;
    }
    let Some(mark) = chars.next().filter(|&mark| is_one_of(mark, SPACED_SEPARATORS)) else { return 0 };
    if chars.next() == Some(' ') { 2 + mark.len_utf8() } else { 0 }
}
