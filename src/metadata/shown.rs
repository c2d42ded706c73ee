//! The byline that a reader sees.

use super::byline::{self, Byline, CHARS_MAX};
use super::people::{self, Found, all, is_account, is_full};
use super::sources::{AUTHOR_LINKS, PERSON_LINKS};
use super::{Facts, han, lines, microdata};
use crate::page::{Attr, NodeId, Page, Tag, push_folded};
use crate::rules::words;
use crate::text::case::{self, is_capital};
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

/// Elements that may show the byline.
pub struct Candidates {
    /// Those that say that they name the author, then links to persons' pages.
    nodes: Vec<NodeId>,
    /// How many of them say so.
    marked: usize,
}

/// Gathers the elements that may show the byline.
pub fn candidates(facts: &Facts) -> Candidates {
    let page = facts.page;
    let mut nodes = byline::author_props(facts);
    nodes.extend(facts.sources.of_kinds(&[AUTHOR_LINKS, words::CLASSES_BYLINE]));
    let is_caption = |tag| matches!(tag, Tag::Figure | Tag::Figcaption);
    nodes.retain(|&node| is_small(page, node) && page.tag(node) != Tag::Link && !stands_in(page, node, is_caption));
    let marked = nodes.len();
    for &link in facts.sources.of_kind(PERSON_LINKS) {
        if !is_in_a_sentence(page, link) {
            nodes.push(link);
        }
    }
    Candidates { nodes, marked }
}

fn is_small(page: &Page, node: NodeId) -> bool {
    page.end(node).place() - node.place() <= NODES_MAX
}

/// Whether an element stands in another that passes a test.
fn stands_in(page: &Page, node: NodeId, test: fn(Tag) -> bool) -> bool {
    page.parent(node).is_some_and(|parent| page.closest(parent, test).is_some())
}

/// Whether a link stands within a sentence: there it is of someone whom the text is about.
fn is_in_a_sentence(page: &Page, link: NodeId) -> bool {
    let text = |node: NodeId| {
        let is_beside = node.index() < page.len() && page.parent(node) == page.parent(link);
        if is_beside { page.text(node).trim() } else { "" }
    };
    let (before, behind) = (text(NodeId::at(link.place().saturating_sub(1))), text(page.end(link)));
    people::is_of_a_sentence(search::after_last(before, b' ')) || people::is_of_a_sentence(search::until(behind, " "))
}

/// The byline near the headline: an element that says by property, `rel` or class that it is one, or a line that begins so.
pub fn near(facts: &Facts, candidates: &Candidates) -> Option<Byline> {
    let title = facts.title.unwrap_or_default();
    // Within an article, an address is its author's, also where it stands aside.
    let is_own = |node| facts.is_of_article(node) || stands_in(facts.page, node, |tag| tag == Tag::Address);
    let mut one_word: Option<Byline> = None;
    // What stands behind the headline first.
    for is_behind in [true, false] {
        for &node in &candidates.nodes {
            let is_there = if is_behind { node > title } else { node < title };
            if !is_there || !facts.near.are_near(facts.page, node) || !is_own(node) {
                continue;
            }
            let Some(byline) = of_element(facts, node) else { continue };
            if !all(&byline.authors, is_account) {
                return Some(byline);
            }
            // A link to a person's page is surely to the author's only if it has a full name, or the name of the page.
            let page = search::trim_end(facts.page.attr(node, Attr::Href).unwrap_or_default(), "/");
            let is_of_page = || byline.authors.first().is_some_and(|name| super::same(search::after_last(page, b'/'), name));
            if candidates.nodes.iter().take(candidates.marked).any(|&marked| marked == node) || is_of_page() {
                one_word.get_or_insert(byline);
            }
        }
    }
    let line = in_lines(facts, &facts.near, false);
    let Some(marked) = one_word else { return line };
    // "Nils" may be the account of the Nils Ek whom a line names.
    match line {
        Some(line) if marked.authors.iter().all(|name| line.authors.iter().any(|full| has(full, name))) => Some(line),
        _ => Some(marked),
    }
}

/// The byline anywhere on the page.
pub fn far(facts: &Facts, candidates: &Candidates) -> Option<Byline> {
    for (at, &node) in candidates.nodes.iter().enumerate() {
        if facts.is_of_article(node)
            && let Some(byline) = of_element(facts, node)
            && !facts.site.has_names(&byline.authors)
            && (at < candidates.marked || all(&byline.authors, is_full))
        {
            return Some(byline);
        }
    }
    in_lines(facts, &lines::all(facts.page, facts.sources), true).or_else(|| reporter(facts))
}

/// The reporter whom a Chinese text names at its start or its end.
fn reporter(facts: &Facts) -> Option<Byline> {
    for node in facts.page.nodes() {
        let text = facts.page.text(node);
        if text.is_ascii() {
            continue;
        }
        let mut names = han::reporters(text);
        names.append(&mut han::signed(text));
        if !names.is_empty() && facts.page.parent(node).is_some_and(|parent| facts.is_of_article(parent)) {
            // The element that names them may hold a paragraph.
            return Some(Byline { printed: Some(byline::joined(&names)), authors: names, ..Byline::default() });
        }
    }
    None
}

/// Those near the headline who did something else than write: took the photos, edited, translated.
pub fn others(facts: &Facts, candidates: &Candidates) -> Vec<String> {
    let mut found = Found::default();
    for (_, text) in facts.near.shorter(CHARS_MAX) {
        found.read(text);
    }
    for &node in candidates.nodes.iter().take(candidates.marked) {
        if facts.near.are_near(facts.page, node) {
            found.read(&text_of(facts.page, node));
        }
    }
    found.others
}

fn of_element(facts: &Facts, node: NodeId) -> Option<Byline> {
    let page = facts.page;
    let block = page.block_around(node);
    let mut text = text_of(page, node);
    if is_longer(&text, CHARS_MAX) {
        // The name in the heading of a box about the author.
        let mut inside = page.descendants(node).take(NODES_MAX as usize);
        let heading = inside.find(|&at| matches!(page.tag(at), Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6))?;
        return of_text(facts, &text_of(page, heading), heading, &[]).filter(|byline| all(&byline.authors, is_full));
    }
    // The name that microdata tells apart within an author's element.
    let name = microdata::name_inside(page, facts.sources, node).map(|name| microdata::value(page, name)).unwrap_or_default();
    let mut around = Found::default();
    let mut beside = Vec::new();
    if block != node && is_small(page, block) {
        let line = text_of(page, block);
        if !is_longer(&line, CHARS_MAX) {
            around.read(&line);
            if people::starts_with_by(&line)
                && name.is_empty()
                && let Some(byline) = of_text(facts, &line, block, &around.others)
            {
                return Some(byline);
            }
            for name in linked(facts, block) {
                if is_full(&name) && share_line(&line, &name, &text) && !people::has(&around.others, &name) {
                    beside.push(name);
                }
            }
        }
    }
    if !name.is_empty() {
        text = name;
    }
    let mut byline = of_text(facts, &text, node, &around.others)?;
    // Authors whose links stand beside: "Ann Lee and Bo Ek".
    for name in beside {
        if !people::has(&byline.authors, &name) {
            byline.authors.push(name);
            byline.printed = Some(byline::joined(&byline.authors));
        }
    }
    Some(byline)
}

/// Whether one of a text's lines has both of two texts.
fn share_line(text: &str, one: &str, other: &str) -> bool {
    search::split(text, "\n").iter().any(|line| has(line, one) && has(line, other))
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
            let touches = out.ends_with(case::is_small) && text.starts_with(is_capital);
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
    let mut names = Vec::new();
    for kind in [AUTHOR_LINKS, PERSON_LINKS, words::CLASSES_BYLINE] {
        let all = facts.sources.of_kind(kind);
        let (from, until) = (first_from(all, node), first_from(all, facts.page.end(node)));
        for &link in all.get(from..until).unwrap_or_default() {
            if facts.page.tag(link) == Tag::A {
                let mut found = Found::default();
                found.read(&text_of(facts.page, link));
                for name in found.people {
                    if people::looks_like_name(&name) {
                        people::add(&mut names, &name);
                    }
                }
            }
        }
    }
    names
}

/// The place of the first node that is not before another, in document order.
#[inline(never)]
fn first_from(nodes: &[NodeId], from: NodeId) -> usize {
    nodes.partition_point(|&node| node < from)
}

/// The byline in an element's text, in which links to authors tell where their names end.
fn of_text(facts: &Facts, text: &str, node: NodeId, others: &[String]) -> Option<Byline> {
    let linked = linked(facts, node);
    let mut found = Found { people: han::reporters(text), ..Found::default() };
    if found.people.is_empty() {
        found.read(text);
    }
    let found_others = core::mem::take(&mut found.others);
    let mut authors = Vec::new();
    let names = if linked.is_empty() { found.authors() } else { found.people };
    for name in names {
        let before = authors.len();
        for link in &linked {
            if has(&name, link) {
                people::add(&mut authors, link);
            }
        }
        let is_first = linked.is_empty() && authors.is_empty();
        let is_more = || {
            (linked.is_empty() || is_full(&name))
                && !facts.site.is_called(&name)
                && linked.iter().chain(&authors).any(|known| share_line(text, &name, known))
        };
        // A pen name is one word, of any case, and then all of the byline; so is the name of an office.
        let is_name = || people::looks_like_name(name.strip_prefix("The ").unwrap_or(&name)) || people::is_all(text, &name);
        if before == authors.len() && (is_first || is_more()) && is_name() {
            people::add(&mut authors, &name);
        }
    }
    for link in &linked {
        people::add(&mut authors, link);
    }
    let authors = people::without(people::without(authors, &found_others), others);
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
        if is_after_label && !is_byline && all(&byline.authors, is_account) {
            continue;
        }
        // "Por Dios." is a sentence, "By Ann Lee." a byline.
        if text.ends_with('。') || text.ends_with('.') && all(&byline.authors, |name| !is_full(name)) {
            continue;
        }
        let names: usize = byline.authors.iter().map(String::len).sum();
        let is_sure = || {
            names * 100 >= people::wrote_bytes(text) * NAMES_PERCENT_MIN
                && !facts.site.has_names(&byline.authors)
                && all(&byline.authors, |name| !is_account(name))
        };
        if !is_far || is_sure() {
            return Some(byline);
        }
    }
    None
}
