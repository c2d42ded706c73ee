//! Who wrote it.

use super::microdata::{self, Prop};
use super::{Facts, people, plain};
use crate::page::{NodeId, Tag};
use crate::rules::words;
use crate::text::lists;
use crate::text::search::{has, is_longer, trim_end};

/// The authors and where they are named.
#[derive(Default)]
pub struct Byline {
    /// As printed, without "By".
    pub printed: Option<String>,
    /// One name each.
    pub authors: Vec<String>,
    /// The element that shows them.
    pub node: Option<NodeId>,
}

/// An element with more nodes than this is no byline.
const NODES_MAX: u32 = 60;
/// A byline has at most so many characters.
const CHARS_MAX: usize = 200;
/// So many authors are named.
const AUTHORS_MAX: usize = 50;

/// Chooses the authors: structured data first, then what is shown.
pub fn read(facts: &Facts) -> Byline {
    let shown = marked(facts).or_else(|| in_text(facts)).unwrap_or_default();
    let authors = stated(facts);
    // The site itself is the author only where no one else is named.
    let is_site = authors.iter().all(|name| facts.site.has_name(name));
    if authors.is_empty() || shown.node.is_some() && (is_site || is_fuller(&shown, &authors)) {
        return shown;
    }
    if shown.authors.iter().any(|name| people::has(&authors, name)) {
        return Byline { authors, ..shown };
    }
    let mut printed = String::new();
    for name in &authors {
        if !printed.is_empty() {
            printed.push_str(", ");
        }
        printed.push_str(name);
    }
    Byline { printed: Some(printed), node: shows(facts, &authors), authors }
}

/// Whether the page shows all that are stated, and more.
fn is_fuller(shown: &Byline, stated: &[String]) -> bool {
    shown.authors.len() > stated.len()
        && stated.iter().all(|name| people::has(&shown.authors, name))
        && shown.authors.iter().all(|name| has(name, " "))
}

/// The short line near the headline that names one of the authors.
fn shows(facts: &Facts, authors: &[String]) -> Option<NodeId> {
    let mut lines = facts.near.shorter(CHARS_MAX);
    lines.find(|(_, text)| authors.iter().any(|author| has(text, author))).map(|(line, _)| line.node)
}

/// What structured data, microdata and meta tags state, the first of them that names someone.
fn stated(facts: &Facts) -> Vec<String> {
    let mut authors = Vec::new();
    for node in facts.subjects() {
        for key in ["author", "creator"] {
            node.any_text(key, &mut |value| add_names(value, &mut authors));
            if !authors.is_empty() {
                return authors;
            }
        }
    }
    for author in author_props(facts) {
        // An author is an item with a name, or just text.
        let name = microdata::name_inside(facts.page, facts.sources, author.node).unwrap_or(author);
        add_names(&name.value(facts.page), &mut authors);
    }
    if authors.is_empty() {
        // All values of the first key that names someone.
        let mut key = 0;
        facts.sources.any_meta(words::META_AUTHORS, &mut |place, value| {
            if place != key && !authors.is_empty() {
                return true;
            }
            key = place;
            add_names(&plain(value), &mut authors)
        });
    }
    // `twitter:label1` says "Written by", `twitter:data1` says who.
    for (label, data) in [(words::META_LABEL1, words::META_DATA1), (words::META_LABEL2, words::META_DATA2)] {
        if authors.is_empty()
            && let (Some(label), Some(name)) = (facts.sources.meta(label), facts.sources.meta(data))
            && lists::has_word(words::NAMES_BY, &plain(label))
        {
            add_names(&plain(name), &mut authors);
        }
    }
    authors
}

/// The properties that name the page's authors.
fn author_props<'a>(facts: &'a Facts) -> impl Iterator<Item = &'a Prop<'a>> {
    let props = facts.sources.props.iter().filter(|prop| prop.is_author());
    props.filter(|prop| microdata::is_of_page(facts.page, facts.sources, prop))
}

/// Adds the names in a value that is meant to be an author; always says that it was not the last.
#[inline(never)]
fn add_names(value: &str, authors: &mut Vec<String>) -> bool {
    if !has(value, "://") {
        for name in people::stated(value) {
            if authors.len() < AUTHORS_MAX {
                people::add(authors, &name);
            }
        }
    }
    false
}

/// Elements that say by property, `rel` or class that they name the author; those near the headline first.
fn marked(facts: &Facts) -> Option<Byline> {
    let sources = facts.sources;
    let mut all: Vec<NodeId> = author_props(facts).map(|prop| prop.node).collect();
    all.extend(&sources.author_links);
    all.extend(sources.marked(words::CLASSES_BYLINE));
    for wants_near in [true, false] {
        for &node in &all {
            if facts.page.end(node).0 - node.0 <= NODES_MAX
                && facts.page.tag(node) != Tag::Link
                && facts.near.are_near(facts.page, node) == wants_near
                && facts.is_of_article(node)
                && let Some(byline) = of_element(facts, node)
            {
                return Some(byline);
            }
        }
    }
    None
}

fn of_element(facts: &Facts, node: NodeId) -> Option<Byline> {
    let mut text = facts.page.text_of(node);
    if is_longer(&text, CHARS_MAX) {
        return None;
    }
    // The name that microdata tells apart within an author's element.
    let name = microdata::name_inside(facts.page, facts.sources, node).map(|name| name.value(facts.page)).unwrap_or_default();
    if !name.is_empty() {
        text = name;
    }
    let mut authors = people::names(&text);
    // A pen name is one word, of any case, and then all of the byline.
    authors.retain(|name| people::looks_like_name(name) || !has(name, " ") && people::without_by(&text) == name);
    shown(&text, authors, node)
}

fn shown(text: &str, authors: Vec<String>, node: NodeId) -> Option<Byline> {
    (!authors.is_empty()).then(|| Byline { printed: Some(people::printed_byline(text)), authors, node: Some(node) })
}

/// A short line near the headline that begins with "By", or stands after one that says nothing else.
fn in_text(facts: &Facts) -> Option<Byline> {
    let mut introduced = false;
    for (line, text) in facts.near.shorter(CHARS_MAX) {
        let text = text.trim();
        let is_byline = introduced || people::starts_with_by(text);
        let bare = trim_end(text, ":：");
        introduced = bare.len() > 1 && lists::has_word(words::NAMES_BY, bare);
        if !is_byline || introduced || facts.sources.in_other_part(facts.page, line.node, facts.title) {
            continue;
        }
        let mut authors = people::names(text);
        authors.retain(|name| people::looks_like_name(name));
        if let Some(byline) = shown(text, authors, line.node) {
            return Some(byline);
        }
    }
    None
}
