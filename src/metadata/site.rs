//! The publication, the page's own address, and what the page is about.

use super::json_ld::Node;
use super::microdata;
use super::sources::Sources;
use super::{folded, plain, same};
use crate::page::{Attr, NodeId, Page, Tag};
use crate::rules::words;
use crate::text::search::{has, is_longer};

/// What the site is called.
#[derive(Default)]
pub struct Site {
    /// Its name.
    pub name: Option<String>,
    /// Every name it goes by, folded; the last is from its address.
    pub names: Vec<String>,
}

/// Reads the site's name.
pub fn read(page: &Page, sources: &Sources, subjects: &[Node]) -> Site {
    let all = stated(page, sources, subjects);
    let mut names: Vec<String> = all.iter().map(|name| folded(name)).collect();
    let label = page.url.as_deref().or(sources.canonical).and_then(host_label).map(folded);
    let given = all.first().map(|name| bare(name)).or_else(|| from_title(page, sources, label.as_deref()));
    let name = given.or_else(|| from_masthead(page, sources)).or_else(|| from_first_line(page, sources));
    names.extend(name.as_deref().map(folded));
    names.extend(label);
    names.retain(|name| !name.is_empty());
    Site { name, names }
}

/// The names that meta tags, structured data and microdata give the site.
fn stated(page: &Page, sources: &Sources, subjects: &[Node]) -> Vec<String> {
    let mut all = Vec::new();
    for (_, value) in sources.metas_of(words::META_SITE) {
        all.push(plain(value));
    }
    for node in subjects {
        for publisher in node.nodes("publisher") {
            all.extend(publisher.text("name"));
        }
    }
    for node in sources.json_ld.tops() {
        if node.is_a("WebSite") {
            all.extend(node.text("name"));
        }
    }
    all.extend(microdata::values(page, sources, "publisher"));
    all.retain(|name| is_name(name));
    all
}

impl Site {
    /// Whether a text is a name of the site.
    pub fn has_name(&self, text: &str) -> bool {
        self.names.iter().any(|name| same(name, text))
    }

    /// Whether a part of a title is the site's name, or its name with a word or two.
    pub fn is_called(&self, part: &str) -> bool {
        /// A name of fewer characters is too common to be looked for inside other words.
        const CHARS_MIN: usize = 4;
        let part = folded(part);
        let length = part.chars().count();
        self.names.iter().any(|name| {
            let own = name.chars().count();
            *name == part
                || own >= CHARS_MIN && length <= own + own.max(12) && has(&part, name)
                || length >= CHARS_MIN && own <= length * 3 && has(name, &part)
                || part.strip_prefix("the") == Some(name)
        })
    }
}

fn is_name(name: &str) -> bool {
    const CHARS_MAX: usize = 80;
    !name.is_empty() && !is_longer(name, CHARS_MAX) && !has(name, "://")
}

/// The name without the slogan behind it.
fn bare(name: &str) -> String {
    name.split(" | ").next().unwrap_or(name).trim().to_owned()
}

/// The last or first part of `<title>`, where it is what the address says.
fn from_title(page: &Page, sources: &Sources, label: Option<&str>) -> Option<String> {
    let label = label?;
    let title = plain(&page.raw_text(sources.title?));
    let parts = super::title::parts(&title);
    let named = |part: &&&str| {
        let part = folded(part);
        part == label || part.strip_prefix("the") == Some(label) || (label.len() >= 5 && part.starts_with(label))
    };
    (parts.len() > 1).then(|| [parts.last(), parts.first()].into_iter().flatten().find(named).map(|part| (*part).to_owned()))?
}

/// The end or the start of `<title>` that the page's link to the front page says too: how a masthead names the site.
fn from_masthead(page: &Page, sources: &Sources) -> Option<String> {
    /// The masthead is among the first links of a page.
    const LINKS_MAX: usize = 60;
    let title = plain(&page.raw_text(sources.title?));
    let body = sources.body?;
    let links = page.descendants(body).filter(|&node| page.tag(node) == Tag::A).take(LINKS_MAX);
    let home = links.filter(|&node| page.attr(node, Attr::Href).is_some_and(|href| leads_home(page, href)));
    let linked = home.map(|node| page.text_of(node)).find(|name| is_name(name) && is_end_of(name, &title));
    linked.or_else(|| unlinked_masthead(page, body, &title))
}

/// A masthead that is no link: one of the page's first texts, and the shorter end of its title.
fn unlinked_masthead(page: &Page, body: NodeId, title: &str) -> Option<String> {
    /// The masthead is among the first texts of a page.
    const TEXTS_MAX: usize = 30;
    let texts = page.descendants(body).filter(|&node| page.tag(node) == Tag::Text && !page.text(node).trim().is_empty());
    let mut bare = texts.take(TEXTS_MAX).filter(|&node| page.closest(node, |tag| tag == Tag::A || tag.hides_text()).is_none());
    let fits = |name: &str| is_name(name) && name.len() * 2 < title.len() && is_end_of(name, title);
    bare.find_map(|node| Some(page.text(node).trim()).filter(|name| fits(name)).map(str::to_owned))
}

/// Whether a title says a name at its start or end, parted from the rest by more than a space.
fn is_end_of(name: &str, title: &str) -> bool {
    let parted = |rest: &str, side: fn(&str) -> Option<char>| {
        !rest.trim().is_empty() && side(rest.trim()).is_some_and(|c| !c.is_alphanumeric() && c != '\'' && c != '’')
    };
    title.strip_suffix(name).is_some_and(|rest| parted(rest, |rest| rest.chars().next_back()))
        || title.strip_prefix(name).is_some_and(|rest| parted(rest, |rest| rest.chars().next()))
}

/// Whether an address is the site's front page.
fn leads_home(page: &Page, href: &str) -> bool {
    let href = href.trim();
    let path = match (href.split_once("://"), page.url.as_deref().and_then(|url| url.split_once("://"))) {
        (Some((_, there)), Some((_, here))) => {
            let host = here.split('/').next().unwrap_or_default();
            match there.strip_prefix(host) {
                Some(path) => path,
                None => return false,
            }
        }
        (Some(_), None) => return false,
        (None, _) => href,
    };
    let path = path.split(['?', '#']).next().unwrap_or_default().trim_start_matches(['.', '/']);
    (path.is_empty() && !href.starts_with('#')) || path.starts_with("index.") && !path.contains('/')
}

/// The first line of a page without any markup of its own, where it reads like a masthead: a few words in capitals.
fn from_first_line(page: &Page, sources: &Sources) -> Option<String> {
    /// A masthead has no more words than this.
    const WORDS_MAX: usize = 6;
    let bare = sources.title.is_none() && sources.metas.is_empty() && page.first(Tag::A).is_none();
    let first =
        page.nodes().find(|&node| page.tag(node) == Tag::Text && !page.text(node).trim().is_empty()).filter(|_| bare)?;
    let heading = page.closest(first, |tag| tag.heading_level().is_some());
    let line = page.text(first).trim();
    let words = line.split_whitespace().count();
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase) || word.len() <= 3;
    let named =
        (1..=WORDS_MAX).contains(&words) && line.split_whitespace().all(capital) && line.ends_with(char::is_alphanumeric);
    (heading.is_none() && named && line.len() >= 3 && !line.contains(':')).then(|| line.to_owned())
}

/// `example` of `https://www.news.example.co.uk/...`
fn host_label(url: &str) -> Option<&str> {
    let host = url.split_once("://").map_or(url, |(_, rest)| rest).split(['/', '?', '#', ':']).next()?;
    let mut labels: Vec<&str> = host.split('.').collect();
    labels.pop();
    // `co.uk`, `com.au`: a short label before the country's belongs to it.
    while labels.len() > 1 && labels.last().is_some_and(|label| label.len() <= 3) {
        labels.pop();
    }
    labels.pop().filter(|label| !label.is_empty() && *label != "www")
}

/// The canonical address: the link, `og:url`, or where the page was opened.
pub fn canonical(page: &Page, sources: &Sources) -> Option<String> {
    let given = sources.canonical.or_else(|| sources.meta_named("og:url"));
    given.and_then(|url| super::image::absolute(page, sources, url)).or_else(|| page.url.clone())
}

/// The JSON-LD nodes that may be what the page is about.
pub fn subjects<'a>(page: &Page, sources: &'a Sources, url: Option<&str>) -> Vec<Node<'a>> {
    let title = sources.title.map(|node| folded(&plain(&page.raw_text(node)))).unwrap_or_default();
    let is_own = |address: &str| [url, page.url.as_deref()].into_iter().flatten().any(|url| same_address(url, address));
    sources.json_ld.subjects(&|node| {
        let headline = node.text("headline").map(|headline| folded(&headline)).unwrap_or_default();
        !headline.is_empty() && has(&title, &headline)
            || ["url", "mainEntityOfPage", "@id"].iter().any(|key| node.written(key).iter().any(|address| is_own(address)))
    })
}

fn same_address(one: &str, other: &str) -> bool {
    bare_address(one) == bare_address(other)
}

/// An address without its scheme, `www.`, query and fragment.
fn bare_address(url: &str) -> &str {
    let url = url.split(['?', '#']).next().unwrap_or(url);
    url.split_once("://").map_or(url, |(_, rest)| rest).trim_end_matches('/').trim_start_matches("www.")
}
