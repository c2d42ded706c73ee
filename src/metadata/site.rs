//! The publication, the page's own address, and what the page is about.

use super::Facts;
use super::json_ld::local;
use super::sources::Sources;
use super::stated::Stated::{Item, Meta};
use super::{folded, plain, same};
use crate::page::{Attr, NodeId, Page, Tag};
use crate::rules::words;
use crate::text::case::is_capital;
use crate::text::search::{chars, find, has, is_longer, split, trim_end, trim_start, until};

/// What the site is called.
#[derive(Default)]
pub struct Site {
    /// Its name.
    pub name: Option<String>,
    /// Every name it goes by, folded; the last is from its address.
    pub names: Vec<String>,
}

/// Reads the site's name.
pub fn read(facts: &Facts) -> Site {
    let Facts { page, sources, .. } = facts;
    let title = sources.title.map(|title| plain(&page.raw_text(title))).unwrap_or_default();
    let mut names = Vec::new();
    let mut name = None;
    let mut add = |stated: &str| {
        // Some templates give the whole title of the page for the name of the site: the last part is.
        let parts = super::title::parts::parts(stated);
        let stated =
            if same(stated, &title) { parts.last().copied().filter(|_| parts.len() > 1).unwrap_or("") } else { stated };
        if is_name(stated) {
            name.get_or_insert_with(|| {
                stated.get(..find(stated, " | ").unwrap_or(stated.len())).unwrap_or_default().trim().to_owned()
            });
            names.push(folded(stated));
        }
        false
    };
    facts.stated(&[Meta(words::META_SITE)], &mut add);
    for node in facts.subjects() {
        node.any_node("publisher", &mut |publisher| add(&publisher.text("name").unwrap_or_default()));
    }
    for node in sources.json_ld.tops() {
        if node.any_type(&mut |kind| local(kind) == "WebSite") {
            add(&node.text("name").unwrap_or_default());
        }
    }
    facts.stated(&[Item("publisher")], &mut add);
    let label = page.url.as_deref().or(sources.canonical).and_then(host_label).map(folded);
    let name = name
        .or_else(|| from_title(&title, label.as_deref()?))
        .or_else(|| from_masthead(page, sources, &title))
        .or_else(|| from_first_line(page, sources, &title));
    names.extend(name.as_deref().map(folded));
    names.extend(label);
    names.retain(|name| !name.is_empty());
    Site { name, names }
}

impl Site {
    /// Whether a text is a name of the site.
    #[inline(never)]
    pub fn has_name(&self, text: &str) -> bool {
        self.names.iter().any(|name| same(name, text) || same(name, without_domain(text)))
    }

    /// Whether all of some names are names of the site.
    #[inline(never)]
    pub fn has_names(&self, names: &[String]) -> bool {
        names.iter().all(|name| self.has_name(name))
    }

    /// Whether a part of a title is the site's name, or its name with a word or two.
    pub fn is_called(&self, stated: &str) -> bool {
        /// A name of fewer characters is too common to be looked for inside other words.
        const CHARS_MIN: usize = 4;
        let part = folded(stated);
        let length = chars(&part);
        self.names.iter().any(|name| {
            let own = chars(name);
            *name == part
                || same(name, without_domain(stated))
                || own >= CHARS_MIN && length <= own + own.max(12) && has(&part, name)
                || length >= CHARS_MIN && own <= length * 3 && has(name, &part)
                || part.strip_prefix("the") == Some(name)
        })
    }
}

/// "Post.example" without its ending; other texts as they are.
fn without_domain(text: &str) -> &str {
    let text = text.trim();
    if has(text, " ") { text } else { until(text, ".") }
}

fn is_name(name: &str) -> bool {
    const CHARS_MAX: usize = 80;
    !name.is_empty() && !is_longer(name, CHARS_MAX) && !has(name, "://")
}

/// The last or first part of `<title>`, where it is what the address says.
fn from_title(title: &str, label: &str) -> Option<String> {
    let parts = super::title::parts::parts(title);
    let is_named = |part: &str| {
        let part = folded(part);
        let bare = part.strip_prefix("the").unwrap_or(&part);
        part == label || bare == label || label.len() >= 5 && part.starts_with(label)
    };
    let [first, .., last] = parts.as_slice() else { return None };
    [last, first].into_iter().find(|part| is_named(part)).map(|part| (*part).to_owned())
}

/// The end or the start of `<title>` that the page's link to the front page says too, or one of its first texts: how a
/// masthead names the site.
fn from_masthead(page: &Page, sources: &Sources, title: &str) -> Option<String> {
    /// The masthead is among the first links of a page, if it is one.
    const LINKS_MAX: u32 = 60;
    /// Else among the first texts that are no links.
    const TEXTS_MAX: u32 = 30;
    let body = sources.body.filter(|_| !title.is_empty())?;
    let (mut links, mut texts) = (0, 0);
    let mut unlinked = None;
    for node in page.descendants(body) {
        if links + texts == LINKS_MAX + TEXTS_MAX {
            break;
        }
        if page.tag(node) == Tag::A && links < LINKS_MAX {
            links += 1;
            if is_home_link(page, node) {
                let name = page.text_of(node);
                if is_name(&name) && is_end_of(&name, title) {
                    return Some(name);
                }
            }
        } else if page.tag(node) == Tag::Text && texts < TEXTS_MAX && !page.text(node).trim().is_empty() {
            texts += 1;
            let name = page.text(node).trim();
            // The shorter end of the title.
            let fits = unlinked.is_none() && name.len() * 2 < title.len() && is_name(name) && is_end_of(name, title);
            let is_elsewhere = |tag: Tag| tag == Tag::A || tag.hides_text();
            // A heading that the title begins with is the headline.
            let is_headline = || title.starts_with(name) && page.closest(node, |tag| tag.heading_level().is_some()).is_some();
            if fits && page.closest(node, is_elsewhere).is_none() && !is_headline() {
                unlinked = Some(name.to_owned());
            }
        }
    }
    unlinked
}

/// Whether a title says a name at its start or end, parted from the rest by more than a space.
fn is_end_of(name: &str, title: &str) -> bool {
    let parted = |rest: &str, side: fn(&str) -> Option<char>| {
        !rest.trim().is_empty() && side(rest.trim()).is_some_and(|c| !c.is_alphanumeric() && c != '\'' && c != '’')
    };
    title.strip_suffix(name).is_some_and(|rest| parted(rest, |rest| rest.chars().next_back()))
        || title.strip_prefix(name).is_some_and(|rest| parted(rest, |rest| rest.chars().next()))
}

/// Whether an element is a link to the site's front page: what it says is the site's name.
pub fn is_home_link(page: &Page, node: NodeId) -> bool {
    page.tag(node) == Tag::A && page.attr(node, Attr::Href).is_some_and(|href| leads_home(page, href))
}

/// Whether an address is the site's front page.
fn leads_home(page: &Page, href: &str) -> bool {
    let href = href.trim();
    let mut path = href;
    if has(href, "://") {
        if host(href) != page.url.as_deref().map_or("", host) {
            return false;
        }
        path = self::path(href);
    } else if href.starts_with('#') {
        return false;
    }
    let path = trim_start(until(path, "?#"), "./");
    path.is_empty() || path.starts_with("index.") && !has(path, "/")
}

/// The path of an address and what follows it.
pub fn path(url: &str) -> &str {
    after_scheme(url).get(host(url).len()..).unwrap_or_default()
}

/// An address from its host on.
fn after_scheme(url: &str) -> &str {
    find(url, "://").and_then(|at| url.get(at + 3..)).unwrap_or(url)
}

/// The host of an address, with its port.
#[inline(never)]
fn host(url: &str) -> &str {
    until(after_scheme(url), "/?#")
}

/// The first line of a page that says nothing of its site, where it reads like a masthead: a few words in capitals, that are
/// no link or lead to the front page.
fn from_first_line(page: &Page, sources: &Sources, title: &str) -> Option<String> {
    /// A masthead has no more words than this.
    const WORDS_MAX: usize = 6;
    let says = |node| page.tag(node) == Tag::Text && !page.text(node).trim().is_empty();
    let first = page.nodes().find(|&node| says(node) && page.closest(node, Tag::hides_text).is_none())?;
    let line = page.text(first).trim();
    let mut words = 0;
    for word in line.split_whitespace() {
        words += 1;
        if words > WORDS_MAX || !word.starts_with(is_capital) && word.len() > 3 {
            return None;
        }
    }
    // Where all markup is gone one word will do; else a single one is a button, a section, a label.
    let is_bare = sources.title.is_none() && sources.meta_values.is_empty() && page.first(Tag::A).is_none();
    let is_elsewhere = |tag: Tag| matches!(tag, Tag::Button | Tag::Label | Tag::Nav) || tag.heading_level().is_some();
    let is_away = match page.closest(first, |tag| tag == Tag::A) {
        Some(link) => !page.attr(link, Attr::Href).is_some_and(|href| leads_home(page, href)),
        None => page.closest(first, is_elsewhere).is_some(),
    };
    let is_named = line.len() >= 3 && !has(line, ":") && line.ends_with(char::is_alphanumeric) && !has(title, line);
    (is_named && !is_away && (is_bare || words > 1)).then(|| line.to_owned())
}

/// `example` of `https://www.news.example.co.uk/...`
fn host_label(url: &str) -> Option<&str> {
    let mut labels = split(until(host(url), ":"), ".");
    labels.pop();
    // `co.uk`, `com.au`: a short label before the country's belongs to it.
    while labels.len() > 1 && labels.last().is_some_and(|label| label.len() <= 3) {
        labels.pop();
    }
    labels.pop().filter(|label| !matches!(*label, "" | "www"))
}

/// The canonical address: the link, `og:url`, or where the page was opened.
pub fn canonical(page: &Page, sources: &Sources) -> Option<String> {
    let own = page.url.as_deref().filter(|url| !is_front(url));
    let given = [sources.canonical, sources.meta(words::META_URL)].into_iter().flatten();
    let mut given = given.filter_map(|url| super::image::absolute(page, sources, url));
    let first = given.next();
    // On an article the address of the front page is a template's mistake.
    let is_right = |url: &String| own.is_none() || !is_front(url);
    first.filter(is_right).or_else(|| given.find(is_right)).or_else(|| page.url.clone())
}

/// Whether an address is a site's front page.
fn is_front(url: &str) -> bool {
    let bare = until(after_scheme(url), "?#");
    trim_end(bare, "/") == host(url) && bare == until(after_scheme(url), "#")
}

/// The JSON-LD nodes that may be what the page is about.
pub fn subjects(page: &Page, sources: &Sources, url: Option<&str>) -> Vec<u64> {
    let title = sources.title.map(|node| folded(&plain(&page.raw_text(node)))).unwrap_or_default();
    let is_own = |address: &str| {
        let address = bare_address(address);
        [url, page.url.as_deref()].iter().flatten().any(|url| bare_address(url) == address)
    };
    sources.json_ld.subjects(&|node| {
        let headline = folded(&node.text("headline").unwrap_or_default());
        !headline.is_empty() && has(&title, &headline)
            || ["url", "mainEntityOfPage", "@id"].iter().any(|key| node.any_written(key, &is_own))
    })
}

/// An address without its scheme, `www.`, query and fragment.
#[inline(never)]
fn bare_address(url: &str) -> &str {
    let mut bare = after_scheme(until(url, "?#"));
    bare = bare.strip_prefix("www.").unwrap_or(bare);
    trim_end(bare, "/")
}
