//! Everything a page says about itself, gathered in one pass: each field then chooses.

use super::class_lists;
use super::icon;
use super::json_ld::Graph;
use super::microdata::{self, Prop};
use super::spans::Spans;
use crate::page::{Attr, NodeId, Page, Tag};
use crate::rules::words::{self, List};
use crate::sort;
use crate::text::known::Known;
use crate::text::lists;

/// So many elements of one kind are kept; a page with more is a list or hostile.
const KEPT_MAX: usize = 300;
/// Words of a `rel` that are read: real ones have one to three, hostile ones thousands.
const RELATIONS_MAX: usize = 8;

/// `h1` to `h3`, and elements with the role of a heading. These and the next are kinds of elements as the lists of
/// `classes.toml` are, numbered behind them.
pub const HEADINGS: List = List(class_lists::LISTS as u8);
/// `<time>`.
pub const TIMES: List = List(HEADINGS.0 + 1);
/// Elements that say by microdata or RDFa that they name who wrote something.
pub const AUTHOR_PROPS: List = List(HEADINGS.0 + 2);
/// Links that say that they lead to the author.
pub const AUTHOR_LINKS: List = List(HEADINGS.0 + 3);
/// Links to a person's page on the site: `/author/ann-lee`.
pub const PERSON_LINKS: List = List(HEADINGS.0 + 4);
/// Links that say that they lead to what else there is about a thing the article is about.
pub const TAG_LINKS: List = List(HEADINGS.0 + 5);
const KINDS: usize = class_lists::LISTS + 6;

/// What was gathered.
#[derive(Default)]
pub struct Sources<'a> {
    /// `<meta>`: a list that has the key, the key's place in it, the place of the value among the values.
    metas: Vec<u64>,
    /// The values of `<meta>`.
    pub meta_values: Vec<&'a str>,
    /// JSON-LD.
    pub json_ld: Graph,
    /// Microdata and RDFa.
    pub props: Vec<Prop<'a>>,
    /// The things that microdata and RDFa are about.
    pub items: Spans,
    /// `<title>`.
    pub title: Option<NodeId>,
    /// Elements that say what they are, by kind and then in document order.
    nodes: Vec<NodeId>,
    /// The same as they were met.
    kept: Vec<(List, NodeId)>,
    /// How many there are of each kind.
    counts: [usize; KINDS],
    /// The canonical link.
    pub canonical: Option<&'a str>,
    /// The site's icon and how wide it is, in CSS pixels.
    pub icon: Option<(&'a str, u32)>,
    /// `<base href>`.
    pub base: Option<&'a str>,
    /// The language of `<html>`.
    pub lang: Option<&'a str>,
    /// The direction of `<html>` or `<body>`.
    pub dir: Option<&'a str>,
    /// The first text that a reader sees.
    pub body: Option<NodeId>,
    /// Parts of the page with authors and dates of their own: comments, related cards, a footer.
    parts: Spans,
    /// Elements that are not shown.
    hidden: Spans,
    /// The lists of the class names that were met.
    class_lists: Known,
    article_end: NodeId,
    layouts_read: usize,
}

/// Goes over the page once.
pub fn gather(page: &Page, json_ld: bool) -> Sources<'_> {
    let mut sources = Sources::default();
    let mut at = NodeId::at(1);
    let end = page.end(Page::ROOT);
    while at < end {
        let tag = page.tag(at);
        at = match tag {
            Tag::Text => at.next(),
            Tag::Script => {
                if json_ld && page.attr(at, Attr::Type).is_some_and(is_json_ld) {
                    sources.json_ld.add(&page.raw_text(at));
                }
                page.end(at)
            }
            Tag::Svg | Tag::Style | Tag::Template | Tag::Noscript | Tag::Iframe => page.end(at),
            _ => {
                sources.element(page, at, tag);
                at.next()
            }
        };
    }
    sources.metas = sort::ascending(sources.metas);
    sources.order();
    sources
}

fn is_json_ld(kind: &str) -> bool {
    kind.trim().get(..19).is_some_and(|start| start.eq_ignore_ascii_case("application/ld+json"))
}

impl<'a> Sources<'a> {
    fn element(&mut self, page: &'a Page, node: NodeId, tag: Tag) {
        match tag {
            Tag::Meta => self.read_meta(page, node),
            Tag::Title => self.title = self.title.or(Some(node)),
            Tag::Html => {
                self.lang = page.attr(node, Attr::Lang).or_else(|| page.attr(node, Attr::XmlLang));
                self.dir = page.attr(node, Attr::Dir);
            }
            Tag::Body => {
                self.body = self.body.or(Some(node));
                self.dir = self.dir.or_else(|| page.attr(node, Attr::Dir));
                self.lang = self.lang.or_else(|| page.attr(node, Attr::Lang));
            }
            Tag::Article => self.article_end = self.article_end.max(page.end(node)),
            Tag::H1 | Tag::H2 | Tag::H3 => self.keep_node(HEADINGS, node),
            Tag::Time => self.keep_node(TIMES, node),
            Tag::Base => self.base = self.base.or_else(|| page.attr(node, Attr::Href)),
            _ => {}
        }
        self.attributes(page, node, tag);
    }

    fn attributes(&mut self, page: &'a Page, node: NodeId, tag: Tag) {
        let (mut of_class, mut of_data, mut is_hidden) = (0, 0, self.layout_hides(page, node));
        let (mut rel, mut href) = ("", "");
        for (attr, value) in page.attrs(node) {
            match attr {
                Attr::Class | Attr::Id => of_class |= self.lists_of(value),
                Attr::DataTestid | Attr::DataComponent => of_data |= self.lists_of(value),
                Attr::ItemProp | Attr::Property if tag != Tag::Meta || self.in_body(page, node) => {
                    if let Some(prop) = microdata::prop(node, value).filter(|_| self.props.len() < KEPT_MAX) {
                        self.props.push(prop);
                        if prop.is_author() {
                            self.keep_node(AUTHOR_PROPS, node);
                        }
                    }
                }
                Attr::ItemType | Attr::Typeof => self.items.push(page, node),
                Attr::Role if value == "heading" => self.keep_node(HEADINGS, node),
                Attr::Rel => rel = value,
                Attr::Href => href = value,
                Attr::Hidden | Attr::Style => is_hidden = is_hidden || page.is_hidden(node),
                _ => {}
            }
        }
        if tag == Tag::A && class_lists::is_of_a_person(href) {
            self.keep_node(PERSON_LINKS, node);
        }
        if !rel.is_empty() {
            self.link(page, node, rel, href);
        }
        if is_hidden {
            self.hidden.push(page, node);
        }
        let has = |list| of_class & class_lists::bit(list) != 0;
        let is_part = match tag {
            Tag::Body | Tag::Html | Tag::Main => false,
            Tag::Aside | Tag::Nav | Tag::Blockquote => true,
            Tag::Footer if node >= self.article_end => !has(words::CLASSES_OWN_PART),
            _ => {
                let is_own = has(words::CLASSES_PERHAPS_PART) && has(words::CLASSES_OWN_PART);
                has(words::CLASSES_OTHER_PART) || has(words::CLASSES_SIDE_PART) && !is_own
            }
        };
        if is_part {
            self.parts.push(page, node);
        }
        let marks = of_class | of_data;
        if marks != 0 && !matches!(tag, Tag::Html | Tag::Body | Tag::Main | Tag::Article) {
            for list in 0..HEADINGS.0 {
                if marks >> list & 1 != 0 {
                    self.keep_node(List(list), node);
                }
            }
        }
    }

    /// The lists, as bits, that have a word of a value of class or id.
    fn lists_of(&mut self, value: &str) -> u32 {
        self.class_lists.of(value, 0, &mut || [class_lists::of_class(value), 0, 0])[0]
    }

    #[inline(never)]
    fn keep_node(&mut self, kind: List, node: NodeId) {
        let Some(count) = self.counts.get_mut(usize::from(kind.0)).filter(|count| **count < KEPT_MAX) else { return };
        *count += 1;
        self.kept.push((kind, node));
    }

    /// Puts the elements that were kept in the order of their kinds.
    fn order(&mut self) {
        let mut next = [0; KINDS];
        for kind in 1..KINDS {
            next[kind] = next[kind - 1] + self.counts[kind - 1];
        }
        let kept = std::mem::take(&mut self.kept);
        self.nodes.resize(kept.len(), Page::ROOT);
        for (kind, node) in kept {
            let place = &mut next[usize::from(kind.0)];
            self.nodes[*place] = node;
            *place += 1;
        }
    }

    /// Whether layout says that the node is not shown. Nodes are asked about in document order.
    fn layout_hides(&mut self, page: &Page, node: NodeId) -> bool {
        while let Some((at, layout)) = page.layouts().get(self.layouts_read).filter(|(at, _)| *at <= node) {
            self.layouts_read += 1;
            if *at == node {
                return layout.hidden;
            }
        }
        false
    }

    /// What a link says that it leads to.
    fn link(&mut self, page: &Page, node: NodeId, rel: &str, href: &'a str) {
        if self.canonical.is_none() && rel.eq_ignore_ascii_case("canonical") {
            self.canonical = Some(href).filter(|href| !href.is_empty());
        }
        for rel in rel.split_ascii_whitespace().take(RELATIONS_MAX) {
            match (page.tag(node), rel) {
                (Tag::A, "author") => self.keep_node(AUTHOR_LINKS, node),
                (Tag::A, "tag") => self.keep_node(TAG_LINKS, node),
                (Tag::Link, _) if !href.is_empty() => {
                    let px = icon::width_px(rel, page.attr(node, Attr::Sizes).unwrap_or_default(), href);
                    if px > self.icon.map_or(0, |(_, px)| px) {
                        self.icon = Some((href, px));
                    }
                }
                _ => {}
            }
        }
    }

    /// `<meta itemprop>` in the body belongs to an item; in the head it is about the page.
    fn in_body(&self, page: &Page, node: NodeId) -> bool {
        self.body.is_some_and(|body| page.contains(body, node))
    }

    fn read_meta(&mut self, page: &'a Page, node: NodeId) {
        // Some pages write `value` where `content` is meant.
        let content = page.attr(node, Attr::Content).or_else(|| page.attr(node, Attr::Value)).unwrap_or_default().trim();
        if content.is_empty() || page.attr(node, Attr::ItemProp).is_some() && self.in_body(page, node) {
            return;
        }
        for attr in [Attr::Property, Attr::Name, Attr::ItemProp, Attr::HttpEquiv] {
            for key in page.attr(node, attr).unwrap_or_default().split_ascii_whitespace().take(4) {
                for entry in lists::places(lists::of(key)) {
                    let order = u64::from(entry.list) << 40 | u64::from(entry.place) << 32;
                    keep(&mut self.metas, order | self.meta_values.len() as u64);
                }
            }
        }
        keep(&mut self.meta_values, content);
    }

    /// Hands over the values of `<meta>` by the keys of a list, each with the place of its key, the most trusted key first.
    #[inline(never)]
    pub fn any_meta(&self, keys: List, take: &mut dyn FnMut(u8, &'a str) -> bool) -> bool {
        self.metas.iter().filter(|&&meta| (meta >> 40) as u8 == keys.0).any(|&meta| {
            let value = self.meta_values.get(meta as u32 as usize).copied().unwrap_or_default();
            take((meta >> 32) as u8, value)
        })
    }

    /// The value of the first key of a list of one.
    pub fn meta(&self, key: List) -> Option<&'a str> {
        let mut found = None;
        self.any_meta(key, &mut |_, value| {
            found = Some(value);
            true
        });
        found
    }

    /// The elements of a kind: one of those above, or a list of `classes.toml` that has a word of their class.
    #[inline(never)]
    pub fn of_kind(&self, kind: List) -> &[NodeId] {
        let (mut from, mut count) = (0, 0);
        for &next in self.counts.iter().take(usize::from(kind.0) + 1) {
            from += count;
            count = next;
        }
        self.nodes.get(from..from + count).unwrap_or_default()
    }

    /// The elements of several kinds, those of the first kind first.
    #[inline(never)]
    pub fn of_kinds(&self, kinds: &[List]) -> Vec<NodeId> {
        let mut all = Vec::new();
        for &kind in kinds {
            all.extend_from_slice(self.of_kind(kind));
        }
        all
    }

    /// Whether a node stands in a part of the page that has authors and dates of its own: comments, related cards, a footer.
    /// A part that holds the headline too is the article's, whatever it is called.
    pub fn in_other_part(&self, page: &Page, node: NodeId, title: Option<NodeId>) -> bool {
        // Where the innermost part holds the headline, those around it do too.
        self.parts.above(node).is_some_and(|part| !title.is_some_and(|title| page.contains(part.node, title)))
    }

    /// The part beside or under the article that a node stands in, where its name does not say that it is about something else.
    pub fn side_part(&self, page: &Page, node: NodeId) -> Option<NodeId> {
        let part = self.parts.above(node)?.node;
        let names = [Attr::Class, Attr::Id].into_iter().filter_map(|attr| page.attr(part, attr));
        let lists = names.fold(0, |lists, name| lists | class_lists::of_class(name));
        let is_side =
            matches!(page.tag(part), Tag::Aside | Tag::Footer) || lists & class_lists::bit(words::CLASSES_SIDE_PART) != 0;
        (is_side && lists & class_lists::bit(words::CLASSES_OTHER_PART) == 0).then_some(part)
    }

    /// Whether the element itself is marked as not shown.
    pub fn is_hidden(&self, node: NodeId) -> bool {
        self.hidden.around(node).is_some_and(|hidden| hidden.node == node)
    }

    /// Whether neither the element nor what it stands in is hidden. A hidden element that states a value is meant to.
    #[inline(never)]
    pub fn is_shown(&self, page: &Page, node: NodeId) -> bool {
        match self.hidden.around(node) {
            None => true,
            Some(hidden) => {
                hidden.node == node && page.attr(node, Attr::Content).is_some() && self.hidden.above(node).is_none()
            }
        }
    }
}

fn keep<T>(list: &mut Vec<T>, item: T) {
    if list.len() < KEPT_MAX {
        list.push(item);
    }
}
