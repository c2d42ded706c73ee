//! Who wrote it.

use super::lines::{Line, is_shown};
use super::sources::{Mark, in_other_part};
use super::{Facts, folded, microdata, people};
use crate::page::{NodeId, Tag};
use crate::rules::words;

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

/// Chooses the authors: structured data first, then what is shown.
pub fn read(facts: &Facts, near: &[Line], title: Option<NodeId>) -> Byline {
    let visible = marked(facts, near, title).or_else(|| in_text(facts, near, title));
    let mut stated = [structured(facts), meta(facts)].into_iter().find(|authors| !authors.is_empty());
    // The site itself is the author only where no one else is named.
    if visible.is_some()
        && stated.as_ref().is_some_and(|authors| authors.iter().all(|name| facts.site.names.contains(&folded(name))))
    {
        stated = None;
    }
    match (stated, visible) {
        (Some(authors), Some(visible)) if is_fuller(&visible, &authors) => visible,
        (Some(authors), visible) => {
            let printed = visible.as_ref().filter(|shown| shown.authors.iter().any(|name| has(&authors, name)));
            Byline {
                printed: printed.and_then(|shown| shown.printed.clone()).or_else(|| Some(authors.join(", "))),
                node: printed.and_then(|shown| shown.node).or_else(|| shows(facts, near, &authors)),
                authors,
            }
        }
        (None, Some(visible)) => visible,
        (None, None) => Byline::default(),
    }
}

/// Whether the page shows all that are stated, and more.
fn is_fuller(shown: &Byline, stated: &[String]) -> bool {
    shown.authors.len() > stated.len()
        && stated.iter().all(|name| has(&shown.authors, name))
        && shown.authors.iter().all(|name| name.contains(' '))
}

fn has(authors: &[String], name: &str) -> bool {
    authors.iter().any(|author| folded(author) == folded(name))
}

/// The short line near the headline that names one of the authors.
fn shows(facts: &Facts, near: &[Line], authors: &[String]) -> Option<NodeId> {
    let _ = facts;
    let short = near.iter().filter(|line| line.text.chars().count() <= CHARS_MAX);
    short.filter(|line| authors.iter().any(|author| line.text.contains(author.as_str()))).map(|line| line.node).next()
}

/// JSON-LD and microdata.
fn structured(facts: &Facts) -> Vec<String> {
    for node in &facts.subjects {
        for key in ["author", "creator"] {
            let authors = distinct(node.texts(key).flat_map(|text| trusted(&text)));
            if !authors.is_empty() {
                return authors;
            }
        }
    }
    distinct(microdata::authors(facts.page, &facts.sources.props).iter().flat_map(|text| trusted(text)))
}

/// Meta tags.
fn meta(facts: &Facts) -> Vec<String> {
    for &key in words::META_AUTHORS {
        let values = facts.sources.metas.iter().filter(|(known, _)| known == key).map(|(_, value)| super::plain(value));
        let authors = distinct(values.flat_map(|value| trusted(&value)));
        if !authors.is_empty() {
            return authors;
        }
    }
    labelled(facts)
}

/// `twitter:label1` says "Written by", `twitter:data1` says who.
fn labelled(facts: &Facts) -> Vec<String> {
    let value = |key: &str| facts.sources.metas.iter().find(|(known, _)| known == key).map(|(_, value)| super::plain(value));
    let says_by = |label: String| words::NAMES_BY.contains(&label.to_lowercase().as_str());
    for (label, data) in [("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")] {
        if value(label).is_some_and(says_by)
            && let Some(name) = value(data)
        {
            return trusted(&name);
        }
    }
    Vec::new()
}

/// The names in a value that is meant to be an author.
fn trusted(value: &str) -> Vec<String> {
    if value.contains("://") { Vec::new() } else { people::stated(value) }
}

fn distinct(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for name in names {
        if !has(&out, &name) && out.len() < 50 {
            out.push(name);
        }
    }
    out
}

/// Elements that say by property, `rel` or class that they name the author.
fn marked(facts: &Facts, near: &[Line], title: Option<NodeId>) -> Option<Byline> {
    let props = facts.sources.props.iter().filter(|prop| matches!(prop.name, "author" | "creator"));
    let props = props.filter(|prop| prop.is_of_page(facts.page)).map(|prop| prop.node);
    let links = facts
        .sources
        .links
        .iter()
        .filter(|(rel, ..)| rel.split_ascii_whitespace().any(|rel| rel == "author"))
        .map(|link| link.2);
    let classes = facts.sources.marked.iter().filter(|(mark, _)| *mark == Mark::Byline).map(|(_, node)| *node);
    let is_near =
        |node: NodeId| near.iter().any(|line| facts.page.contains(node, line.node) || facts.page.contains(line.node, node));
    let usable = |&node: &NodeId| facts.page.end(node).0 - node.0 <= NODES_MAX && facts.page.tag(node) != Tag::Link;
    let all: Vec<NodeId> = props.chain(links).chain(classes).filter(usable).collect();
    let (close, far): (Vec<_>, Vec<_>) = all.into_iter().partition(|&node| is_near(node));
    close
        .into_iter()
        .chain(far)
        .filter(|&node| is_shown(facts.page, node) && !in_other_part(facts.page, node, title))
        .find_map(|node| of_element(facts, node))
}

fn of_element(facts: &Facts, node: NodeId) -> Option<Byline> {
    let text = facts.page.text_of(node);
    if text.chars().count() > CHARS_MAX {
        return None;
    }
    let text = nested_name(facts, node).unwrap_or(text);
    let mut authors = people::names(&text);
    authors.retain(|name| people::looks_like_name(name) || is_single(name, &text));
    let printed = people::printed_byline(&text);
    (!authors.is_empty()).then_some(Byline { printed: Some(printed), authors, node: Some(node) })
}

/// A pen name is one word, of any case, and then all of the byline.
fn is_single(name: &str, text: &str) -> bool {
    !name.contains(' ') && people::without_by(text) == name
}

/// The name that microdata tells apart within an author's element.
fn nested_name(facts: &Facts, node: NodeId) -> Option<String> {
    let prop = facts
        .sources
        .props
        .iter()
        .find(|prop| prop.name == "name" && prop.node > node && facts.page.contains(node, prop.node))?;
    Some(prop.value(facts.page)).filter(|name| !name.is_empty())
}

/// A short line near the headline that begins with "By", or stands after one that says nothing else.
fn in_text(facts: &Facts, near: &[Line], title: Option<NodeId>) -> Option<Byline> {
    let mut introduced = false;
    for line in near.iter().filter(|line| line.text.chars().count() <= CHARS_MAX) {
        let text = line.text.trim();
        let is_byline = introduced || people::starts_with_by(text);
        let bare = text.trim_end_matches([':', '：', ' ']).to_lowercase();
        introduced = words::NAMES_BY.contains(&bare.as_str()) && bare.len() > 1;
        if !is_byline || introduced || in_other_part(facts.page, line.node, title) {
            continue;
        }
        let mut authors = people::names(text);
        authors.retain(|name| people::looks_like_name(name));
        if !authors.is_empty() {
            return Some(Byline { printed: Some(people::printed_byline(text)), authors, node: Some(line.node) });
        }
    }
    None
}
