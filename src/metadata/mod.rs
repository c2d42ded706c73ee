//! Facts about the article: one file a field.
//!
//! `sources` goes over the page once and gathers what it says about itself: JSON-LD, microdata, meta tags, headings,
//! elements whose class names a field. Each field then chooses among them.

mod access;
mod byline;
mod dates;
mod image;
mod json_ld;
mod language;
mod lines;
mod meta_tags;
mod microdata;
mod people;
mod plain;
mod site;
mod sources;
mod summary;
mod title;

use crate::options::Options;
use crate::page::Page;
pub use crate::reading::Metadata;
pub use plain::plain;

use json_ld::Node;
use sources::Sources;

/// What every field goes by.
struct Facts<'a> {
    page: &'a Page,
    sources: &'a Sources<'a>,
    /// What the page is about, according to JSON-LD: the most telling node first.
    subjects: Vec<Node<'a>>,
    /// The language tag, empty if unknown.
    lang: String,
    site: site::Site,
}

impl Facts<'_> {
    /// The first value of a property among the subjects.
    fn subject(&self, key: &str) -> Option<String> {
        self.subjects.iter().find_map(|node| node.text(key))
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
    let mut sources = sources::gather(page);
    if !options.json_ld {
        sources.json_ld = json_ld::Graph::default();
    }
    let url = site::canonical(page, &sources);
    let subjects = site::subjects(page, &sources, url.as_deref());
    let lang = language::read(page, &sources, &subjects);
    let site = site::read(page, &sources, &subjects);
    let facts = Facts { page, sources: &sources, subjects, lang: lang.clone().unwrap_or_default(), site };
    let title = title::read(&facts);
    let near = lines::around(page, title.node, sources.body);
    let byline = byline::read(&facts, &near, title.node);
    let dates = dates::read(&facts, &near, title.node);
    let summary = summary::read(&facts, &near, &title);
    let (declared, paid_selectors) = access::read(&facts);
    Metadata {
        title: title.text,
        title_node: title.node,
        byline: byline.printed,
        byline_node: byline.node,
        authors: byline.authors,
        published: dates.published.map(|date| date.to_string()),
        published_node: dates.node,
        modified: dates.modified.map(|date| date.to_string()),
        site_name: facts.site.name.clone(),
        kicker: summary.kicker,
        standfirst: summary.standfirst,
        standfirst_node: summary.standfirst_node,
        excerpt: summary.description,
        dir: language::direction(&sources, &facts.lang),
        lang,
        image: image::read(&facts, url.as_deref()),
        url,
        declared,
        paid_selectors,
        types: access::types(&facts),
    }
}

/// The text as it is compared: letters and figures only, lower case.
fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
