//! Who wrote it.

use super::json_ld::Node;
use super::people::{self, Found, all, is_account, is_full};
use super::sources::AUTHOR_PROPS;
use super::{Facts, microdata, plain, shown};
use crate::page::NodeId;
use crate::rules::words;
use crate::text::search::{self, has};

/// The authors and where they are named.
#[derive(Default)]
pub struct Byline {
    /// As printed, without "By".
    pub printed: Option<String>,
    /// One name each.
    pub authors: Vec<String>,
    /// The element that shows them.
    pub node: Option<NodeId>,
    /// How many characters of the element are the byline's: the names, and what is said of them.
    pub chars: usize,
}

/// A byline has at most so many characters.
pub const CHARS_MAX: usize = 200;
/// Between two authors of one thing lie at most so many nodes.
const BETWEEN_NODES_MAX: u32 = 40;
/// So many authors are named.
const AUTHORS_MAX: usize = 50;

/// Chooses the authors: structured data first, then what is shown.
pub fn read(facts: &Facts) -> Byline {
    let candidates = shown::candidates(facts);
    let mut stated = stated(facts);
    if stated.people.len() > 1 {
        let people = people::without(stated.people.clone(), &shown::others(facts, &candidates));
        if !people.is_empty() {
            stated.people = people;
        }
    }
    let has_people = !stated.people.is_empty();
    let is_site = facts.site.has_names(&stated.offices);
    let mut shown = shown::near(facts, &candidates);
    if shown.is_none() && !has_people {
        shown = shown::far(facts, &candidates);
    }
    let shown = shown.unwrap_or_default();
    // One word is the name of an account, where the page shows a full name.
    let are_full = all(&shown.authors, is_full);
    let is_fuller = has_people && are_full && (all(&stated.people, is_account) || has_more(&shown.authors, &stated.people));
    let authors = stated.authors();
    let is_person = !has_people && !facts.site.has_names(&shown.authors) && (is_site || are_full);
    if authors.is_empty() || shown.node.is_some() && (is_person || is_fuller) {
        return shown;
    }
    if shown.authors.iter().any(|name| people::has(&authors, name)) {
        return Byline { authors, ..shown };
    }
    let printed = joined(&authors);
    Byline { chars: search::chars(&printed), printed: Some(printed), node: shows(facts, &authors), authors }
}

/// Whether there are more names than others, and each of those is one of them or a part of one.
fn has_more(names: &[String], others: &[String]) -> bool {
    names.len() > others.len() && others.iter().all(|other| names.iter().any(|name| has(name, other)))
}

/// Names with commas between them.
pub fn joined(names: &[String]) -> String {
    let mut out = String::new();
    for name in names {
        if !out.is_empty() {
            out.push_str(", ");
        }
        out.push_str(name);
    }
    out
}

/// The short line near the headline that names one of the authors.
fn shows(facts: &Facts, authors: &[String]) -> Option<NodeId> {
    for (line, text) in facts.near.shorter(CHARS_MAX) {
        if authors.iter().any(|author| has(text, author)) {
            return Some(line.node);
        }
    }
    None
}

/// What structured data, microdata and meta tags state, the first of them that names someone.
fn stated(facts: &Facts) -> Found {
    let mut found = Found::default();
    for node in facts.subjects() {
        for key in ["author", "creator"] {
            if found.is_empty() {
                in_data(facts, node, key, &mut found);
            }
        }
    }
    if found.is_empty() {
        in_meta(facts, &mut found);
    }
    if found.is_empty() {
        in_items(facts, &mut found);
    }
    for name in core::mem::take(&mut found.people) {
        let list = if facts.site.has_name(&name) { &mut found.offices } else { &mut found.people };
        list.push(name);
    }
    if !facts.site.has_names(&found.offices) {
        found.offices.retain(|name| !facts.site.has_name(name));
    }
    found
}

fn in_data(facts: &Facts, node: Node, key: &str, found: &mut Found) {
    let mut offices = Vec::new();
    node.any_node(key, &mut |author| {
        let is_office = author.any_type(&mut |kind| kind.ends_with("Organization"));
        offices.extend(author.text("name").filter(|_| is_office));
        false
    });
    node.any_text(key, &mut |value| {
        if !people::has(&offices, value) && !facts.site.has_name(value) {
            return add_names(value, found);
        }
        if !has(value, "://") {
            people::add(&mut found.offices, value);
        }
        false
    });
}

/// The authors that microdata names: of several things on the page, the one near the headline, or the first.
fn in_items(facts: &Facts, found: &mut Found) {
    let authors = author_props(facts);
    let is_near = |author: &NodeId| facts.near.are_near(facts.page, *author);
    let (mut last, mut is_chosen) = (NodeId::at(0), !authors.iter().any(is_near));
    for author in authors {
        if last.place() > 0 && author.place() > last.place().saturating_add(BETWEEN_NODES_MAX) {
            if is_chosen && !found.is_empty() {
                return;
            }
            *found = Found::default();
        }
        is_chosen = is_chosen || is_near(&author);
        last = facts.page.end(author);
        // An author is an item with a name, or just text.
        let name = microdata::name_inside(facts.page, facts.sources, author).unwrap_or(author);
        add_names(&microdata::value(facts.page, name), found);
    }
}

fn in_meta(facts: &Facts, found: &mut Found) {
    // All values of the first key that names someone.
    let mut key = 0;
    facts.sources.any_meta(words::META_AUTHORS, &mut |place, value| {
        if place != key && !found.is_empty() {
            return true;
        }
        key = place;
        add_names(&plain(value), found)
    });
    // `twitter:label1` says "Written by", `twitter:data1` says who.
    for (label, data) in [(words::META_LABEL1, words::META_DATA1), (words::META_LABEL2, words::META_DATA2)] {
        if found.is_empty()
            && let (Some(label), Some(name)) = (facts.sources.meta(label), facts.sources.meta(data))
            && people::is_by(&plain(label))
        {
            add_names(&plain(name), found);
        }
    }
    // The title of a post on a social network: "Ann Lee (@annlee)".
    if found.is_empty()
        && let Some(title) = facts.sources.meta(words::META_TITLE)
        && let Some((name, _)) = search::split_once(title, " (@")
    {
        add_names(&plain(name), found);
    }
}

/// The elements with properties that name the page's authors.
pub fn author_props(facts: &Facts) -> Vec<NodeId> {
    let mut all = facts.sources.of_kind(AUTHOR_PROPS).to_vec();
    all.retain(|&node| microdata::other_item(facts.page, facts.sources, node).is_none());
    all
}

/// Adds the names in a value that is meant to be an author; always says that it was not the last.
#[inline(never)]
fn add_names(value: &str, found: &mut Found) -> bool {
    if found.people.len() < AUTHORS_MAX {
        people::stated(value, found);
    }
    false
}
