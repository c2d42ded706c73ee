//! A heading of the first rank that says something else than the head, but of the same matter.

use super::super::sources::HEADINGS;
use super::super::{Facts, same, site};
use super::parts::parts;
use crate::page::{NodeId, Tag};
use crate::text::search::{split, trim_end, until};
use crate::text::telling::{shared, telling};

/// Telling words of the heading that head and address have, at least: one is shared by chance.
const SHARED_MIN: usize = 2;
/// So many are enough of any heading.
const SHARED_SURE: usize = 5;
/// One in so many of its telling words, at least: a slogan shares two of many.
const WORDS_PER_SHARED_MAX: usize = 3;

/// The heading of the first rank that shares most telling words with the head or the address: what a page shows over its text
/// is its headline, and what stands in its head may be written for search engines. `agreeing` is a heading of another rank
/// that says what the head says.
pub fn first_rank(facts: &Facts, references: &[String], agreeing: Option<NodeId>) -> Option<(NodeId, String)> {
    let (page, sources) = (facts.page, facts.sources);
    let title = sources.title.map(|title| page.raw_text(title)).unwrap_or_default();
    let path = page.url.as_deref().map(site::path).unwrap_or_default();
    let known = known(facts, references, &title, path);
    let title_parts = parts(&title);
    let is_part = |text: &str| title_parts.len() > 1 && title_parts.iter().any(|part| same(part, text));
    let is_h1 = |node: NodeId| page.tag(node) == Tag::H1;
    let is_lone = sources.of_kind(HEADINGS).iter().filter(|&&node| is_h1(node)).count() == 1;
    let mut best: Option<(usize, NodeId, String)> = None;
    for &node in sources.of_kind(HEADINGS).iter().filter(|&&node| is_h1(node)) {
        let text = super::heading_text(facts, node).filter(|text| !super::is_generic(facts, text));
        let Some(text) = text.filter(|_| !is_masthead(facts, node)) else { continue };
        let words = telling(&text);
        let count = shared(&words, &known);
        let is_behind = agreeing.is_some_and(|other| node > other);
        // Where two headings each say a part of the document's title, this one is the site's or the section's name.
        let is_name = agreeing.is_some() && is_part(&text);
        let is_related = !is_name && is_enough(count, words.len(), is_behind) || same(last_folder(path), &text);
        let is_best = best.as_ref().is_none_or(|best| count > best.0);
        if is_related && is_best && (is_lone || !sources.in_other_part(page, node, None)) {
            best = Some((count, node, text));
        }
    }
    best.map(|(_, node, text)| (node, text))
}

/// The telling words of head and address, but for those of the site's name.
fn known(facts: &Facts, references: &[String], title: &str, path: &str) -> Vec<u32> {
    let mut known = telling(title);
    references.iter().for_each(|text| known.extend(telling(text)));
    known.extend(telling(path));
    let site = telling(facts.site.name.as_deref().unwrap_or_default());
    known.retain(|word| !site.contains(word));
    known
}

/// Whether so many shared words of so many are enough; behind a heading that agrees with the head, more must be.
fn is_enough(count: usize, words: usize, is_behind: bool) -> bool {
    let is_shared = count >= SHARED_MIN && (count >= SHARED_SURE || count * WORDS_PER_SHARED_MAX >= words);
    is_shared && (!is_behind || count > SHARED_MIN && count * 2 >= words)
}

/// Whether a heading is a link to the front page, or holds one.
fn is_masthead(facts: &Facts, heading: NodeId) -> bool {
    let around = facts.page.closest(heading, |tag| tag == Tag::A);
    facts.page.descendants(heading).chain(around).any(|node| site::is_home_link(facts.page, node))
}

/// The last folder of a path, or its file without an ending.
fn last_folder(path: &str) -> &str {
    let folders = split(trim_end(until(path, "?#"), "/"), "/");
    until(folders.last().copied().unwrap_or_default(), ".")
}
