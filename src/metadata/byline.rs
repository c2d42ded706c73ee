//! Who wrote it.

use super::json_ld::Node;
use super::microdata::{self, Prop};
use super::people::{self, Found};
use super::{Facts, plain, shown};
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
    let mut stated = stated(facts);
    let others = if stated.people.len() > 1 { shown::others(facts) } else { Vec::new() };
    let is_author = |name: &String| !people::has(&others, name);
    if stated.people.iter().any(is_author) {
        stated.people.retain(is_author);
    }
    let has_people = !stated.people.is_empty();
    let is_site = stated.offices.iter().all(|name| facts.site.has_name(name));
    // One word is the name of an account, where the page shows a full name.
    let is_account = stated.people.iter().all(|name| name.is_ascii() && !has(name, " "));
    let is_named = |byline: &Byline| !byline.authors.iter().all(|name| facts.site.has_name(name));
    let shown = shown::near(facts).or_else(|| if has_people { None } else { shown::far(facts) }).unwrap_or_default();
    let is_fuller = has_people
        && shown.authors.iter().all(|name| has(name, " "))
        && (is_account
            || shown.authors.len() > stated.people.len()
                && stated.people.iter().all(|name| shown.authors.iter().any(|shown| has(shown, name))));
    let authors = stated.authors();
    let is_person = is_named(&shown) && (is_site || shown.authors.iter().all(|name| has(name, " ")));
    if authors.is_empty() || shown.node.is_some() && (!has_people && is_person || is_fuller) {
        return shown;
    }
    if shown.authors.iter().any(|name| people::has(&authors, name)) {
        return Byline { authors, ..shown };
    }
    let printed = joined(&authors);
    Byline { chars: search::chars(&printed), printed: Some(printed), node: shows(facts, &authors), authors }
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
    let mut lines = facts.near.shorter(CHARS_MAX);
    lines.find(|(_, text)| authors.iter().any(|author| has(text, author))).map(|(line, _)| line.node)
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
    let is_site = |name: &str| facts.site.has_name(name);
    found.demote(&is_site);
    if !found.offices.iter().all(|name| is_site(name)) {
        found.offices.retain(|name| !is_site(name));
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
    let is_near = |author: &Prop| facts.near.are_near(facts.page, author.node);
    let has_near = author_props(facts).any(is_near);
    let (mut last, mut is_chosen) = (NodeId::at(0), !has_near);
    for author in author_props(facts) {
        if last.place() > 0 && author.node.place() > last.place().saturating_add(BETWEEN_NODES_MAX) {
            if is_chosen && !found.is_empty() {
                return;
            }
            *found = Found::default();
        }
        is_chosen |= is_near(author);
        last = facts.page.end(author.node);
        // An author is an item with a name, or just text.
        let name = microdata::name_inside(facts.page, facts.sources, author.node).unwrap_or(author);
        add_names(&name.value(facts.page), found);
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

/// The properties that name the page's authors.
pub fn author_props<'a>(facts: &'a Facts) -> impl Iterator<Item = &'a Prop<'a>> {
    let props = facts.sources.props.iter().filter(|prop| prop.is_author());
    props.filter(|prop| microdata::is_of_page(facts.page, facts.sources, prop))
}

/// Adds the names in a value that is meant to be an author; always says that it was not the last.
#[inline(never)]
fn add_names(value: &str, found: &mut Found) -> bool {
    if found.people.len() < AUTHORS_MAX {
        people::stated(value, found);
    }
    false
}
