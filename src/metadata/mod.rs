//! Facts about the article: one file a field.
//!
//! `sources` goes over the page once and gathers what it says about itself: JSON-LD, microdata, meta tags, headings,
//! elements whose class names a field. Each field then chooses among them.

mod access;
mod byline;
mod class_lists;
mod dates;
mod han;
mod icon;
mod image;
mod json;
mod json_ld;
mod language;
mod lines;
mod microdata;
mod people;
mod plain;
mod roles;
mod said;
mod shown;
mod shown_dates;
mod site;
mod sources;
mod spans;
mod stated;
mod summary;
mod title;
mod topics;

use crate::options::Options;
use crate::page::{Attr, NodeId, Page, Tag};
pub use crate::reading::Metadata;
use crate::text::dates::Style;
use crate::text::fold::lower;
use crate::text::search;
pub use people::starts_with_by;
pub use plain::plain;

use json_ld::Node;
use sources::Sources;

/// What every field goes by.
struct Facts<'a> {
    page: &'a Page,
    sources: &'a Sources<'a>,
    /// What the page is about, according to JSON-LD, as numbers for `Graph::node`: the most telling node first.
    subjects: Vec<u64>,
    /// How dates are written in the page's language.
    style: Style,
    site: site::Site,
    /// The element that shows the headline.
    title: Option<NodeId>,
    /// The lines around it.
    near: lines::Lines,
}

impl Facts<'_> {
    /// What the page is about, according to JSON-LD: the most telling node first.
    fn subjects(&self) -> impl Iterator<Item = Node<'_>> {
        self.subjects.iter().map(|&node| self.sources.json_ld.node(node))
    }

    /// Whether an element shows the headline, or holds what does.
    #[inline(never)]
    fn holds_title(&self, node: NodeId) -> bool {
        self.title.is_some_and(|title| self.page.contains(node, title))
    }

    /// Whether an element is shown and belongs to the article.
    fn is_of_article(&self, node: NodeId) -> bool {
        self.sources.is_shown(self.page, node) && !self.sources.in_other_part(self.page, node, self.title)
    }
}

/// Reads all the fields.
///
/// ```
/// # #[cfg(feature = "html")] {
/// use limpid::{Options, metadata, page::html};
/// let page = html::parse("<title>Rain ends | The Post</title><meta property=og:site_name content='The Post'><h1>Rain ends</h1>
///     <p class=byline>By Ann Lee</p><time>8 November 2024</time><p>It stopped at noon.");
/// let facts = metadata::read(&page, &Options::default());
/// assert_eq!(facts.title.as_deref(), Some("Rain ends"));
/// assert_eq!(facts.authors, ["Ann Lee"]);
/// assert_eq!(facts.published.as_deref(), Some("2024-11-08"));
/// # }
/// ```
pub fn read(page: &Page, options: &Options) -> Metadata {
    read_around(page, options, None)
}

/// [`read`] where it is known which element shows the headline, and what it says: byline and date are looked for around it.
pub fn read_around(page: &Page, options: &Options, headline: Option<(NodeId, String)>) -> Metadata {
    let sources = sources::gather(page, options.json_ld);
    let url = site::canonical(page, &sources);
    let mut facts = Facts {
        page,
        sources: &sources,
        subjects: site::subjects(page, &sources, url.as_deref()),
        style: Style::default(),
        site: site::Site::default(),
        title: None,
        near: lines::Lines::default(),
    };
    let lang = language::read(&facts);
    facts.style = Style::of_page(lang.as_deref().unwrap_or_default(), page.url.as_deref().and_then(crate::page::url::host));
    facts.site = site::read(&facts);
    let title = match headline {
        Some((node, text)) => title::Title::shown(text, node),
        None => title::read(&facts),
    };
    facts.title = title.node;
    facts.near = lines::around(page, &sources, title.node);
    let byline = byline::read(&facts);
    let dates = dates::read(&facts);
    let summary = summary::read(&facts, &title);
    let access::Access { declared, paid_selectors, paid_nodes } = access::read(&facts);
    let section = topics::section(&facts, title.text.as_deref());
    Metadata {
        title: title.text,
        title_node: title.node,
        byline: byline.printed,
        byline_node: byline.node,
        byline_chars: byline.chars,
        authors: byline.authors,
        published: dates.published.map(|date| date.iso()),
        published_node: dates.node,
        modified: dates.modified.map(|date| date.iso()),
        section,
        tags: topics::tags(&facts),
        favicon: sources.icon.and_then(|(address, _)| image::absolute(page, &sources, address)),
        kicker: summary.kicker,
        standfirst: summary.standfirst,
        standfirst_node: summary.standfirst_node,
        excerpt: summary.description,
        dir: language::direction(&sources, lang.as_deref().unwrap_or_default()),
        lang,
        image: image::read(&facts),
        url,
        declared,
        paid_selectors,
        paid_nodes,
        body: summary::body(&facts),
        types: access::types(&facts),
        site_name: facts.site.name,
    }
}

/// Bytes behind the name of the property in which its value stands, quotes and space counted in.
const VALUE_BYTES_MAX: usize = 16;

/// Whether structured data says somewhere that its page, or a part of it, is not free.
fn declares_paid(data: &str) -> bool {
    let mut rest = data;
    while let Some((_, behind)) = search::split_once(rest, "isAccessibleForFree") {
        let end = (0..=VALUE_BYTES_MAX.min(behind.len())).rev().find(|&end| behind.is_char_boundary(end));
        if search::has_in_any_case(behind.get(..end.unwrap_or(0)).unwrap_or_default(), "false") {
            return true;
        }
        rest = behind;
    }
    false
}

/// Whether a page may name paid parts, or be paid as a whole: a quick look, before all is read.
pub fn names_paid_parts(page: &Page) -> bool {
    let is_script = |node| page.parent(node).is_some_and(|parent| page.tag(parent) == Tag::Script);
    page.nodes().any(|node| match page.tag(node) {
        Tag::Text => is_script(node) && (search::has(page.text(node), "cssSelector") || declares_paid(page.text(node))),
        _ => page.attrs(node).any(|(attr, value)| {
            attr == Attr::SubscriptionsSection
                || matches!(attr, Attr::ItemProp | Attr::Property) && value == "isAccessibleForFree"
        }),
    })
}

/// The text as it is compared: letters and figures only, lower case.
#[inline(never)]
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() {
            out.push(lower(c));
        }
    }
    out
}

/// Whether two texts are the same as they are compared.
#[inline(never)]
fn same(one: &str, other: &str) -> bool {
    let (mut one, mut other) = (one.chars(), other.chars());
    loop {
        match (next_compared(&mut one), next_compared(&mut other)) {
            (None, None) => return true,
            (a, b) if a != b => return false,
            _ => {}
        }
    }
}

fn next_compared(chars: &mut std::str::Chars) -> Option<char> {
    chars.find(|c| c.is_alphanumeric()).map(lower)
}
