//! Everything a page says about itself, gathered in one pass: each field then chooses.

use super::json_ld::Graph;
use super::microdata;
use crate::page::{Attr, NodeId, Page, Tag};
use crate::rules::words;

/// So many elements of one kind are kept; a page with more is a list or hostile.
const KEPT_MAX: usize = 300;
/// Class and id values longer than this are cut, in bytes: real ones are short, hostile ones are megabytes.
const CLASS_BYTES_MAX: usize = 400;

/// What was gathered.
#[derive(Default)]
pub struct Sources<'a> {
    /// `<meta>`: key in lower case, value.
    pub metas: Vec<(String, &'a str)>,
    /// JSON-LD.
    pub json_ld: Graph,
    /// Microdata and RDFa.
    pub props: Vec<microdata::Prop<'a>>,
    /// `<title>`.
    pub title: Option<NodeId>,
    /// `h1` to `h3`, and elements with the role of a heading.
    pub headings: Vec<NodeId>,
    /// `<time>` and elements of its kind.
    pub times: Vec<NodeId>,
    /// Small elements whose class says what they are.
    pub marked: Vec<(Mark, NodeId)>,
    /// Links with a `rel` of interest: its value, the address, the element.
    pub links: Vec<(&'a str, &'a str, NodeId)>,
    /// The language of `<html>`.
    pub lang: Option<&'a str>,
    /// The direction of `<html>` or `<body>`.
    pub dir: Option<&'a str>,
    /// The first text that a reader sees.
    pub body: Option<NodeId>,
}

/// What a class says an element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Who wrote it.
    Byline,
    /// A date.
    Date,
    /// The headline.
    Headline,
    /// The line under it.
    Standfirst,
    /// The label over it.
    Kicker,
}

/// Goes over the page once.
pub fn gather(page: &Page) -> Sources<'_> {
    let mut sources = Sources::default();
    let mut at = NodeId(1);
    let end = page.end(Page::ROOT);
    while at < end {
        let tag = page.tag(at);
        at = match tag {
            Tag::Text => NodeId(at.0 + 1),
            Tag::Script => {
                if page.attr(at, Attr::Type).is_some_and(is_json_ld) {
                    sources.json_ld.add(&page.raw_text(at));
                }
                page.end(at)
            }
            Tag::Svg | Tag::Style | Tag::Template | Tag::Noscript | Tag::Iframe => page.end(at),
            _ => {
                element(page, at, tag, &mut sources);
                NodeId(at.0 + 1)
            }
        };
    }
    sources
}

fn is_json_ld(kind: &str) -> bool {
    kind.trim().get(..19).is_some_and(|start| start.eq_ignore_ascii_case("application/ld+json"))
}

fn element<'a>(page: &'a Page, node: NodeId, tag: Tag, sources: &mut Sources<'a>) {
    match tag {
        Tag::Meta => meta(page, node, sources),
        Tag::Title => sources.title = sources.title.or(Some(node)),
        Tag::Html => {
            sources.lang = page.attr(node, Attr::Lang).or_else(|| page.attr(node, Attr::XmlLang));
            sources.dir = page.attr(node, Attr::Dir);
        }
        Tag::Body => {
            sources.body = sources.body.or(Some(node));
            sources.dir = sources.dir.or_else(|| page.attr(node, Attr::Dir));
            sources.lang = sources.lang.or_else(|| page.attr(node, Attr::Lang));
        }
        Tag::H1 | Tag::H2 | Tag::H3 => keep(&mut sources.headings, node),
        Tag::Time => keep(&mut sources.times, node),
        _ => {}
    }
    if matches!(tag, Tag::Link | Tag::A)
        && let (Some(rel), Some(href)) = (page.attr(node, Attr::Rel), page.attr(node, Attr::Href))
    {
        keep(&mut sources.links, (rel, href, node));
    }
    let mut marks = [false; 5];
    for (attr, value) in page.attrs(node) {
        match attr {
            Attr::Class | Attr::Id | Attr::DataTestid | Attr::DataComponent => marks_of(value, &mut marks),
            Attr::ItemProp | Attr::Property if tag != Tag::Meta || in_body(page, node, sources) => {
                if let Some(prop) = microdata::prop(node, value) {
                    keep(&mut sources.props, prop);
                }
            }
            Attr::Role if value == "heading" => keep(&mut sources.headings, node),
            _ => {}
        }
    }
    if tag == Tag::A && page.attr(node, Attr::Href).is_some_and(is_of_a_person) {
        marks[0] = true;
    }
    if tag.is_block() && matches!(tag, Tag::Html | Tag::Body | Tag::Main | Tag::Article) {
        return;
    }
    for (mark, _) in MARKS.iter().zip(marks).filter(|&(_, marked)| marked) {
        keep(&mut sources.marked, (mark.0, node));
    }
}

/// Whether an address is a person's page on the site: `/author/ann-lee`, `/redaktion/autoren/ann-lee`.
fn is_of_a_person(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let mut segments = path.rsplit('/').skip(1).take(4);
    segments.any(|segment| is_in(words::CLASSES_PERSON_PATH, segment.as_bytes()))
}

/// `<meta itemprop>` in the body belongs to an item; in the head it is about the page.
fn in_body(page: &Page, node: NodeId, sources: &Sources) -> bool {
    sources.body.is_some_and(|body| page.contains(body, node))
}

fn keep<T>(list: &mut Vec<T>, item: T) {
    if list.len() < KEPT_MAX {
        list.push(item);
    }
}

fn meta<'a>(page: &'a Page, node: NodeId, sources: &mut Sources<'a>) {
    // Some pages write `value` where `content` is meant.
    let content = page.attr(node, Attr::Content).or_else(|| page.attr(node, Attr::Value));
    let Some(content) = content.map(str::trim).filter(|content| !content.is_empty()) else { return };
    if page.attr(node, Attr::ItemProp).is_some() && in_body(page, node, sources) {
        return;
    }
    for attr in [Attr::Property, Attr::Name, Attr::ItemProp, Attr::HttpEquiv] {
        if let Some(key) = page.attr(node, attr) {
            for key in key.split_ascii_whitespace().take(4) {
                keep(&mut sources.metas, (key.to_ascii_lowercase(), content));
            }
        }
    }
}

/// The lists of class words, in the order of [`Mark`].
const MARKS: [(Mark, &[&str]); 5] = [
    (Mark::Byline, words::CLASSES_BYLINE),
    (Mark::Date, words::CLASSES_DATE),
    (Mark::Headline, words::CLASSES_HEADLINE),
    (Mark::Standfirst, words::CLASSES_STANDFIRST),
    (Mark::Kicker, words::CLASSES_KICKER),
];

fn marks_of(value: &str, marks: &mut [bool; 5]) {
    each_word(value, |word| {
        for ((_, list), marked) in MARKS.iter().zip(marks.iter_mut()) {
            *marked |= is_in(list, word);
        }
    });
}

/// Whether the element's class or id has one of the words.
pub fn has_class_word(page: &Page, node: NodeId, list: &[&str]) -> bool {
    let mut found = false;
    for attr in [Attr::Class, Attr::Id] {
        if let Some(value) = page.attr(node, attr) {
            each_word(value, |word| found |= is_in(list, word));
        }
    }
    found
}

fn is_in(list: &[&str], word: &[u8]) -> bool {
    list.iter().any(|known| known.len() == word.len() && known.as_bytes().eq_ignore_ascii_case(word))
}

/// Calls `each` with the words of `post-byline`, `articleByline`, `author_name`.
fn each_word(value: &str, mut each: impl FnMut(&[u8])) {
    let bytes = &value.as_bytes()[..value.len().min(CLASS_BYTES_MAX)];
    let mut from = 0;
    for at in 0..=bytes.len() {
        let byte = bytes.get(at).copied().unwrap_or(b' ');
        let camel = at > from && byte.is_ascii_uppercase() && bytes[at - 1].is_ascii_lowercase();
        if camel || !byte.is_ascii_alphanumeric() {
            if at > from + 1 {
                each(&bytes[from..at]);
            }
            from = if camel { at } else { at + 1 };
        }
    }
}

/// Whether a node stands in a part of the page that has authors and dates of its own: comments, related cards, a footer.
/// A part that holds the headline too is the article's, whatever it is called.
pub fn in_other_part(page: &Page, node: NodeId, title: Option<NodeId>) -> bool {
    /// Parts nest no deeper than this on real pages.
    const ANCESTORS_MAX: usize = 40;
    let apart = page.ancestors(node).take(ANCESTORS_MAX).take_while(|&at| !title.is_some_and(|title| page.contains(at, title)));
    apart.into_iter().any(|at| match page.tag(at) {
        Tag::Body | Tag::Html | Tag::Main => false,
        Tag::Aside | Tag::Nav | Tag::Blockquote => true,
        Tag::Footer if page.closest(at, |tag| tag == Tag::Article).is_none() => true,
        _ => has_class_word(page, at, words::CLASSES_OTHER_PART),
    })
}
