//! JSON-LD: the nodes of a page's structured data, as they are found in the wild: types in arrays, nodes that point at each
//! other by `@id`.

use super::json::{Json, Kind, unescaped};
use super::stated::{Take, is_taken};
use crate::rules::words;
use crate::sort;
use crate::text::lists;
use crate::text::search::has;

/// A larger script is not read, in bytes. The largest real ones are product lists of some hundred kilobytes.
const SCRIPT_BYTES_MAX: usize = 2_000_000;
/// So many scripts are read.
const SCRIPTS_MAX: usize = 50;
/// So many nodes of all scripts are looked at.
const NODES_MAX: usize = 2_000;

/// What is listed on the page, and what the article is part of, is not what the page is about.
const NOT_THE_SUBJECT: [&str; 5] = ["itemListElement", "isPartOf", "hasPart", "comment", "review"];

/// The nodes of all the page's JSON-LD.
#[derive(Default)]
pub struct Graph {
    json: Json,
    /// Nodes that may be what the page is about: at the top, in `@graph`, or named as the main entity.
    tops: Vec<u32>,
    /// Nodes with an `@id`, for references to find.
    named: Vec<u32>,
    scripts: usize,
}

impl Graph {
    /// Reads one script.
    pub fn add(&mut self, script: &str) {
        self.scripts += 1;
        if self.scripts > SCRIPTS_MAX || script.len() > SCRIPT_BYTES_MAX {
            return;
        }
        let range = self.json.add(script);
        let mut at = range.start;
        while at < range.end && self.tops.len() + self.named.len() < NODES_MAX {
            // Without a key: at the top, or in an array that was stepped into.
            if !matches!(self.json.key(at), "" | "mainEntity" | "@graph") {
                self.note_inside(at);
                at = self.json.end(at);
                continue;
            }
            self.note(at, true);
            // The questions of a list of questions are not what the page is about.
            let is_list = self.json.get(at, "@type").is_some_and(|kind| self.json.written(kind).ends_with("FAQPage"));
            at = if is_list { self.json.end(at) } else { at + 1 };
        }
    }

    /// Notes the nodes that a property of a node at the top has, for references to find.
    fn note_inside(&mut self, at: u32) {
        let key = self.json.key(at);
        if NOT_THE_SUBJECT.contains(&key) {
            return;
        }
        let is_page = key == "mainEntityOfPage";
        let is_array = self.json.kind(at) == Kind::Array;
        let (mut inner, end) = if is_array { (at + 1, self.json.end(at)) } else { (at, at + 1) };
        while inner < end {
            if is_page || self.json.get(inner, "name").is_some() {
                self.note(inner, is_page);
            }
            inner = self.json.end(inner);
        }
    }

    #[inline(never)]
    fn note(&mut self, node: u32, is_top: bool) {
        if is_top && self.json.kind(node) == Kind::Object {
            self.tops.push(node);
        }
        if self.json.get(node, "@id").is_some() {
            self.named.push(node);
        }
    }

    /// Whether the test says yes to one of the members of an array, or to a value that is none.
    fn any(&self, at: Option<u32>, test: &mut dyn FnMut(u32) -> bool) -> bool {
        let Some(at) = at else { return false };
        if self.json.kind(at) != Kind::Array {
            return test(at);
        }
        let mut member = at + 1;
        while member < self.json.end(at) {
            if test(member) {
                return true;
            }
            member = self.json.end(member);
        }
        false
    }

    /// The nodes that may be what the page is about, the most telling first, as numbers for [`Graph::node`]. `is_page` says
    /// whether a node's address or headline is the page's own.
    pub fn subjects(&self, is_page: &dyn Fn(Node) -> bool) -> Vec<u64> {
        let mut ranked: Vec<u64> = Vec::new();
        for node in self.tops() {
            let mut rank = u8::MAX;
            node.any_type(&mut |name| {
                rank = rank.min(lists::place(words::SCHEMA_TYPES, lists::of(local(name))).unwrap_or(u8::MAX));
                false
            });
            if rank < u8::MAX {
                let other = !is_page(node);
                let before = u64::from(other && rank < ARTICLES) << 9 | u64::from(rank) << 1 | u64::from(other);
                ranked.push(before << 32 | u64::from(node.at));
            }
        }
        sort::ascending(ranked)
    }

    /// A node by its number, of which the lower half counts.
    pub fn node(&self, at: u64) -> Node<'_> {
        Node { at: at as u32, graph: self }
    }

    /// All the nodes at the top.
    pub fn tops(&self) -> impl Iterator<Item = Node<'_>> {
        self.tops.iter().map(|&at| Node { at, graph: self })
    }

    /// The node that is called so: the last with a name, else the last with anything but its `@id`.
    #[inline(never)]
    fn by_id(&self, id: &str) -> Option<u32> {
        let (mut found, mut found_name) = (None, false);
        for &at in &self.named {
            let is_called_so = self.json.get(at, "@id").is_some_and(|known| self.json.written(known) == id);
            if is_called_so && self.json.end(at) > at + 2 {
                let has_name = self.json.get(at, "name").is_some();
                if has_name || !found_name {
                    (found, found_name) = (Some(at), has_name);
                }
            }
        }
        found
    }
}

/// The first types of `schema.toml` are articles: among several, the one that is the page's own is meant.
const ARTICLES: u8 = 20;

/// The name without its vocabulary: `NewsArticle` of `https://schema.org/NewsArticle`.
#[inline(never)]
pub fn local(name: &str) -> &str {
    let from = name.bytes().rposition(|byte| matches!(byte, b'/' | b':' | b'#')).map_or(0, |at| at + 1);
    name.get(from..).unwrap_or(name)
}

/// One node of the graph.
#[derive(Clone, Copy)]
pub struct Node<'a> {
    at: u32,
    graph: &'a Graph,
}

impl Node<'_> {
    /// Whether the test says yes to one of the node's types, as written.
    #[inline(never)]
    pub fn any_type(self, test: &mut dyn FnMut(&str) -> bool) -> bool {
        let json = &self.graph.json;
        let kind = json.get(self.at, "@type").or_else(|| json.get(self.at, "type"));
        self.graph.any(kind, &mut |at| json.kind(at) == Kind::Text && test(json.written(at)))
    }

    /// Hands over a property's values as text: of a node its name or address; references are followed.
    #[inline(never)]
    pub fn any_text(self, key: &str, take: &mut Take) -> bool {
        self.graph.any(self.graph.json.get(self.at, key), &mut |at| is_taken(&self.text_of(at), take))
    }

    /// A property's first value as text.
    #[inline(never)]
    pub fn text(self, key: &str) -> Option<String> {
        let mut found = None;
        self.any_text(key, &mut |value| {
            found = Some(value.to_owned());
            true
        });
        found
    }

    /// Hands over a property's values that are nodes; references are followed.
    #[inline(never)]
    pub fn any_node(self, key: &str, take: &mut dyn FnMut(Node) -> bool) -> bool {
        let graph = self.graph;
        graph.any(graph.json.get(self.at, key), &mut |at| {
            graph.json.kind(at) == Kind::Object && take(Node { at: self.referred(at), graph })
        })
    }

    /// Whether the test says yes to one of a property's values as it is written, of a node to its `@id`.
    pub fn any_written(self, key: &str, test: &dyn Fn(&str) -> bool) -> bool {
        let json = &self.graph.json;
        self.graph.any(json.get(self.at, key), &mut |at| {
            let id = if json.kind(at) == Kind::Object { json.get(at, "@id") } else { Some(at) };
            id.is_some_and(|id| test(&unescaped(json.written(id))))
        })
    }

    /// The node that another with nothing but an `@id` means.
    fn referred(self, at: u32) -> u32 {
        let json = &self.graph.json;
        match json.get(at, "@id") {
            Some(id) if json.get(at, "name").is_none() => self.graph.by_id(json.written(id)).unwrap_or(at),
            _ => at,
        }
    }

    #[inline(never)]
    fn text_of(self, at: u32) -> String {
        let json = &self.graph.json;
        let node = match json.kind(at) {
            Kind::Text if has(json.written(at), "#") => self.graph.by_id(json.written(at)),
            Kind::Object => Some(self.referred(at)),
            _ => None,
        };
        match node {
            Some(node) => self.graph.own_text(node),
            None if json.written(at) == "null" => String::new(),
            None => json.plain(at),
        }
    }
}

impl Graph {
    /// What a node is called.
    fn own_text(&self, node: u32) -> String {
        let mut found = String::new();
        for key in ["name", "@value", "headline", "givenName", "familyName", "url", "contentUrl"] {
            // A name may be in two parts, or in an array that names several.
            let separator = match key {
                "familyName" => " ",
                "name" => "; ",
                _ => "",
            };
            self.any(self.json.get(node, key), &mut |at| {
                if self.json.kind(at) == Kind::Text {
                    if !found.is_empty() {
                        found.push_str(separator);
                    }
                    found.push_str(&self.json.plain(at));
                }
                separator.is_empty() && !found.is_empty()
            });
            if !found.is_empty() && key != "givenName" {
                break;
            }
        }
        found
    }
}
