//! The byline that a reader sees.

use super::byline::{self, Byline, CHARS_MAX};
use super::people::{self, Found};
use super::{Facts, han, lines, microdata};
use crate::page::{Attr, NodeId, Page, Tag, push_folded};
use crate::rules::words;
use crate::text::case::{is_capital, is_small};
use crate::text::search::{self, has, is_longer, trim_end};

/// An element with more nodes than this is no byline.
const NODES_MAX: u32 = 60;
/// Of a line far from the headline that names the authors, their names are at least this part, in percent: a sentence that
/// begins with "by" has other words.
const NAMES_PERCENT_MIN: usize = 60;

/// Far from the headline, a line that names the authors has at most so many characters: longer lines are sentences.
const FAR_CHARS_MAX: usize = 100;
/// A name in Han characters is a byline in one of so many lines behind the headline.
const LINES_ALONE: usize = 3;

/// The byline near the headline: an element that says by property, `rel` or class that it is one, or a line that begins so.
pub fn near(facts: &Facts) -> Option<Byline> {
    let mut all = marked(facts);
    let marked_until = all.len();
    all.extend(&person_links(facts));
    let title = facts.title.unwrap_or_default();
    // Within an article, an address is its author's, also where it stands aside.
    let is_address = |node| facts.page.ancestors(node).any(|at| facts.page.tag(at) == Tag::Address);
    let is_near =
        |node: &&NodeId| facts.near.are_near(facts.page, **node) && (facts.is_of_article(**node) || is_address(**node));
    let after = all.iter().filter(is_near).filter(|node| **node > title);
    let before = all.iter().filter(is_near).filter(|node| **node < title);
    let marked = all.get(..marked_until).unwrap_or_default();
    let mut one_word = None;
    let full = after.chain(before).find_map(|&node| {
        let byline = of_element(facts, node)?;
        if byline.authors.iter().any(|name| has(name, " ") || !name.is_ascii()) {
            return Some(byline);
        }
        // A link to a person's page is surely to the author's only if it has a full name, or the name of the page.
        let page = search::trim_end(facts.page.attr(node, Attr::Href).unwrap_or_default(), "/");
        if marked.contains(&node) || super::same(search::after_last(page, b'/'), byline.authors.first()?) {
            one_word.get_or_insert(byline);
        }
        None
    });
    // "Nils" may be the account of the Nils Ek whom a line names.
    let is_the_same = |line: &Byline| {
        let mut marked = one_word.iter().flat_map(|byline| &byline.authors);
        marked.all(|name| line.authors.iter().any(|full| has(full, name)))
    };
    full.or_else(|| in_lines(facts, &facts.near, false).filter(is_the_same)).or(one_word)
}

/// The byline anywhere on the page.
pub fn far(facts: &Facts) -> Option<Byline> {
    let is_named = |byline: &Byline| !byline.authors.iter().all(|name| facts.site.has_name(name));
    let find = |all: &[NodeId], is_full: bool| {
        let mut of_article = all.iter().filter(|node| facts.is_of_article(**node));
        let is_sure = |byline: &Byline| is_named(byline) && !(is_full && byline.authors.iter().any(|name| !has(name, " ")));
        of_article.find_map(|&node| of_element(facts, node).filter(is_sure))
    };
    let found = find(&marked(facts), false).or_else(|| find(&person_links(facts), true));
    found.or_else(|| in_lines(facts, &lines::all(facts.page, facts.sources), true)).or_else(|| reporter(facts))
}

/// The reporter whom a Chinese text names at its start or its end.
fn reporter(facts: &Facts) -> Option<Byline> {
    let mut texts = facts.page.nodes().filter(|&node| facts.page.tag(node) == Tag::Text && !facts.page.text(node).is_ascii());
    texts.find_map(|node| {
        let text = facts.page.text(node);
        let mut names = han::reporters(text);
        names.append(&mut han::signed(text));
        let is_of_article = |parent| facts.is_of_article(parent);
        let is_named = !names.is_empty() && facts.page.parent(node).is_some_and(is_of_article);
        // The element that names them may hold a paragraph.
        is_named.then(|| Byline { printed: Some(byline::joined(&names)), authors: names, ..Byline::default() })
    })
}

/// Those near the headline who did something else than write: took the photos, edited, translated.
pub fn others(facts: &Facts) -> Vec<String> {
    let mut found = Found::default();
    for (_, text) in facts.near.shorter(CHARS_MAX) {
        found.read(text);
    }
    for node in marked(facts).into_iter().filter(|&node| facts.near.are_near(facts.page, node)) {
        found.read(&text_of(facts.page, node));
    }
    found.others
}

/// Links to persons' pages, but not within a sentence: there they are of someone whom the text is about.
fn person_links(facts: &Facts) -> Vec<NodeId> {
    let mut links = facts.sources.person_links.clone();
    links.retain(|&link| {
        let parent = facts.page.parent(link);
        let is_beside = |node: NodeId| node.index() < facts.page.len() && facts.page.parent(node) == parent;
        let text = |node| if is_beside(node) { facts.page.text(node).trim() } else { "" };
        let (before, behind) = (text(NodeId::at(link.place().saturating_sub(1))), text(facts.page.end(link)));
        let behind = search::until(behind, " ");
        !people::is_of_a_sentence(search::after_last(before, b' ')) && !people::is_of_a_sentence(behind)
    });
    links
}

/// Elements that say that they name the author.
fn marked(facts: &Facts) -> Vec<NodeId> {
    let sources = facts.sources;
    let mut all: Vec<NodeId> = byline::author_props(facts).map(|prop| prop.node).collect();
    all.extend(&sources.author_links);
    all.extend(sources.marked(words::CLASSES_BYLINE));
    let is_small = |node| facts.page.end(node).place() - node.place() <= NODES_MAX;
    let is_caption = |at| matches!(facts.page.tag(at), Tag::Figure | Tag::Figcaption);
    all.retain(|&node| is_small(node) && facts.page.tag(node) != Tag::Link && !facts.page.ancestors(node).any(is_caption));
    all
}

fn of_element(facts: &Facts, node: NodeId) -> Option<Byline> {
    let page = facts.page;
    let block = page.block_around(node);
    let mut text = text_of(page, node);
    if is_longer(&text, CHARS_MAX) {
        // The name in the heading of a box about the author.
        let mut inside = page.descendants(node).take(NODES_MAX as usize);
        let heading = inside.find(|&at| matches!(page.tag(at), Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6))?;
        return of_text(facts, &text_of(page, heading), heading, &[])
            .filter(|byline| byline.authors.iter().all(|name| has(name, " ")));
    }
    // The name that microdata tells apart within an author's element.
    let name = microdata::name_inside(page, facts.sources, node).map(|name| name.value(page)).unwrap_or_default();
    let mut around = Found::default();
    let mut beside = Vec::new();
    if block != node && page.end(block).place() - block.place() <= NODES_MAX {
        let line = text_of(page, block);
        if !is_longer(&line, CHARS_MAX) {
            around.read(&line);
            if people::starts_with_by(&line)
                && name.is_empty()
                && let Some(byline) = of_text(facts, &line, block, &around.others)
            {
                return Some(byline);
            }
            let is_with = |name: &String, line: &str| has(line, name) && has(line, &text);
            beside = linked(facts, block);
            beside.retain(|name| search::split(&line, "\n").iter().any(|line| is_with(name, line)));
        }
    }
    if !name.is_empty() {
        text = name;
    }
    let mut byline = of_text(facts, &text, node, &around.others)?;
    // Authors whose links stand beside: "Ann Lee and Bo Ek".
    for name in beside.iter().filter(|name| has(name, " ") && !people::has(&around.others, name)) {
        if !people::has(&byline.authors, name) {
            byline.authors.push(name.clone());
            byline.printed = Some(byline::joined(&byline.authors));
        }
    }
    Some(byline)
}

/// The text below a node, with line breaks where a reader sees one, and where names of two elements touch: "Ann LeeEditor".
fn text_of(page: &Page, node: NodeId) -> String {
    let mut out = String::new();
    let mut last_block = None;
    let mut at = node;
    while at < page.end(node) {
        let tag = page.tag(at);
        if tag == Tag::Text {
            let text = page.text(at);
            let block = Some(page.block_around(page.parent(at).unwrap_or(at)));
            let touches = out.ends_with(is_small) && text.starts_with(is_capital);
            if !page.is_blank(at) && (last_block != block || touches) && !out.is_empty() {
                out.push('\n');
            }
            last_block = if page.is_blank(at) { last_block } else { block };
            push_folded(&mut out, text);
        } else if at != node && (tag.hides_text() || page.is_hidden(at)) {
            at = page.end(at);
            continue;
        } else if tag == Tag::Br {
            last_block = None;
        }
        at = at.next();
    }
    out
}

/// The names that links to authors show within an element.
fn linked(facts: &Facts, node: NodeId) -> Vec<String> {
    let sources = facts.sources;
    let mut names = Vec::new();
    for &link in sources.author_links.iter().chain(&sources.person_links).chain(sources.marked(words::CLASSES_BYLINE)) {
        if facts.page.tag(link) == Tag::A && facts.page.contains(node, link) {
            let mut found = Found::default();
            found.read(&text_of(facts.page, link));
            for name in found.people.iter().filter(|name| people::looks_like_name(name)) {
                people::add(&mut names, name);
            }
        }
    }
    names
}

/// The byline in an element's text, in which links to authors tell where their names end.
fn of_text(facts: &Facts, text: &str, node: NodeId, others: &[String]) -> Option<Byline> {
    let linked = linked(facts, node);
    let mut found = Found { people: han::reporters(text), ..Found::default() };
    if found.is_empty() {
        found.read(text);
    }
    found.others.extend_from_slice(others);
    let others = core::mem::take(&mut found.others);
    let mut authors = Vec::new();
    let names = if linked.is_empty() { found.authors() } else { found.people };
    let is_line_of_names = |name: &str, authors: &[String]| {
        let lines = search::split(text, "\n");
        let mut near = lines.iter().filter(|line| has(line, name));
        near.any(|line| linked.iter().chain(authors).any(|known| has(line, known)))
    };
    for name in names {
        let before = authors.len();
        for link in linked.iter().filter(|link| has(&name, link)) {
            people::add(&mut authors, link);
        }
        let is_first = linked.is_empty() && authors.is_empty();
        let is_more = (linked.is_empty() || has(&name, " ")) && !facts.site.is_called(&name);
        let is_own = before == authors.len() && (is_first || is_more && is_line_of_names(&name, &authors));
        // A pen name is one word, of any case, and then all of the byline; so is the name of an office.
        if is_own && (people::looks_like_name(name.strip_prefix("The ").unwrap_or(&name)) || people::is_all(text, &name)) {
            people::add(&mut authors, &name);
        }
    }
    for link in &linked {
        people::add(&mut authors, link);
    }
    authors.retain(|name| !people::has(&others, name));
    (!authors.is_empty()).then(|| Byline {
        printed: Some(printed(text, &authors)),
        authors,
        node: Some(node),
        chars: people::byline_chars(text),
    })
}

/// The names as they are printed: with what stands between them, if that is short.
fn printed(text: &str, authors: &[String]) -> String {
    /// "and", commas and spaces between two names. Bytes.
    const BETWEEN_BYTES_MAX: usize = 8;
    let names: usize = authors.iter().map(|name| name.len() + BETWEEN_BYTES_MAX).sum();
    let (Some(first), Some(last)) = (authors.first(), authors.last()) else { return String::new() };
    let found = search::find(text, first).and_then(|from| {
        let until = from + search::find(text.get(from..)?, last)? + last.len();
        text.get(from..until)
    });
    match found {
        Some(found) if found.len() <= names => found.to_owned(),
        _ => byline::joined(authors),
    }
}

/// A short line that begins with "By", or stands after one that says nothing else. Far from the headline, it is all names.
fn in_lines(facts: &Facts, lines: &lines::Lines, is_far: bool) -> Option<Byline> {
    let mut introduced = false;
    let chars_max = if is_far { FAR_CHARS_MAX } else { CHARS_MAX };
    for (at, (line, text)) in lines.shorter(chars_max).enumerate() {
        let text = text.trim();
        let is_name_alone = !is_far && !line.before && at < LINES_ALONE && han::is_name(text);
        let (is_after_label, is_byline) = (introduced, people::is_byline(text) || is_name_alone);
        let bare = trim_end(text, ":：");
        introduced = bare.len() > 1 && people::is_by(bare);
        if !(is_byline || is_after_label) || introduced || !facts.is_of_article(line.node) {
            continue;
        }
        let Some(byline) = of_text(facts, text, line.node, &[]) else { continue };
        // "DI" and "MI" are days of a calendar.
        if is_after_label && !is_byline && byline.authors.iter().all(|name| name.is_ascii() && !has(name, " ")) {
            continue;
        }
        // "Por Dios." is a sentence, "By Ann Lee." a byline.
        if text.ends_with('。') || text.ends_with('.') && byline.authors.iter().all(|name| !has(name, " ")) {
            continue;
        }
        let names: usize = byline.authors.iter().map(String::len).sum();
        let is_all = names * 100 >= people::wrote_bytes(text) * NAMES_PERCENT_MIN;
        if !is_far
            || is_all
                && !byline.authors.iter().all(|name| facts.site.has_name(name))
                && byline.authors.iter().all(|name| has(name, " ") || !name.is_ascii())
        {
            return Some(byline);
        }
    }
    None
}
