//! Elements that are nearly all links: menus, lists of other articles, footers.

use super::facts::{Facts, Subject};
use crate::page::{NodeId, Tag};

/// Links from which there is a list. Fewer takes a "read more" pair for one.
const LINKS_MIN: u32 = 4;
/// Share of the characters inside links. Less takes in paragraphs full of links, more misses cards with a date.
const LINK_DENSITY_MIN: f32 = 0.6;
/// Words of prose outside links that a list may hold.
const PROSE_WORDS_MAX: u32 = 25;

/// The largest elements that are lists of links, none inside another.
pub fn find(facts: &Facts) -> Vec<Subject> {
    let page = facts.page;
    let mut found = Vec::new();
    let mut at = NodeId::at(0);
    while at.index() < page.len() {
        let is_element = !matches!(page.tag(at), Tag::Text | Tag::Document | Tag::Html | Tag::Body | Tag::Main | Tag::A);
        let subject = is_element.then(|| facts.element(at)).filter(|subject| is_list(facts, subject));
        if let Some(subject) = subject {
            at = subject.until;
            found.push(subject);
        } else {
            at = at.next();
        }
    }
    found
}

fn is_list(facts: &Facts, subject: &Subject) -> bool {
    let counts = facts.counts(subject);
    let headline = facts.metadata.title_node.is_some_and(|title| facts.page.contains(subject.from, title));
    counts.links >= LINKS_MIN
        && counts.link_density() >= LINK_DENSITY_MIN
        && !headline
        && facts.prose(subject.blocks.clone()) <= PROSE_WORDS_MAX
}
