//! JSON-LD: the nodes of a page's structured data, as they are found in the wild: types in arrays, nodes that point at each
//! other by `@id`.

use super::json::{Json, Kind, unescaped};
use crate::rules::words;
use crate::sort;
use crate::text::{hash, lists};

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
    /// Nodes with an `@id`, for references to find: the place of the `@id`, the node.
    named: Vec<(u32, u32)>,
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
        let mut todo = Vec::new();
        self.push_children(range.start, range.end, true, &mut todo);
        while let Some((at, top)) = todo.pop() {
            if self.tops.len() + self.named.len() >= NODES_MAX {
                return;
            }
            match self.json.kind(at) {
                Kind::Array => self.push_children(at + 1, self.json.end(at), top, &mut todo),
                Kind::Object => self.add_node(at, top, &mut todo),
                _ => {}
            }
        }
    }

    /// Puts the values of a range on the pile, so that the first lies on top.
    fn push_children(&self, mut at: u32, end: u32, top: bool, todo: &mut Vec<(u32, bool)>) {
        let bottom = todo.len();
        while at < end {
            todo.push((at, top));
            at = self.json.end(at);
        }
        todo[bottom..].reverse();
    }

    fn add_node(&mut self, node: u32, top: bool, todo: &mut Vec<(u32, bool)>) {
        self.note(node, top);
        // The questions of a list of questions are not what the page is about.
        let is_list = self.json.get(node, "@type").is_some_and(|kind| self.json.written(kind).ends_with("FAQPage"));
        let mut at = node + 1;
        while at < self.json.end(node) {
            match self.json.key(at) {
                "mainEntity" | "@graph" if is_list => {}
                "mainEntity" | "@graph" => todo.push((at, top)),
                key if !NOT_THE_SUBJECT.contains(&key) => {
                    let is_page = key == "mainEntityOfPage";
                    for inner in self.each(at) {
                        if self.json.kind(inner) == Kind::Object
                            && (is_page || self.json.get(inner, "name").is_some() && self.json.get(inner, "@id").is_some())
                        {
                            self.note(inner, top && is_page);
                        }
                    }
                }
                _ => {}
            }
            at = self.json.end(at);
        }
    }

    fn note(&mut self, node: u32, top: bool) {
        if top {
            self.tops.push(node);
        }
        if let Some(id) = self.json.get(node, "@id") {
            self.named.push((id, node));
        }
    }

    /// A value's members if it is an array, else itself.
    fn each(&self, at: u32) -> Vec<u32> {
        if self.json.kind(at) != Kind::Array {
            return vec![at];
        }
        let mut out = Vec::new();
        let mut member = at + 1;
        while member < self.json.end(at) {
            out.push(member);
            member = self.json.end(member);
        }
        out
    }

    /// The nodes that may be what the page is about, the most telling first. `is_page` says whether a node's address or
    /// headline is the page's own.
    pub fn subjects(&self, is_page: &dyn Fn(Node) -> bool) -> Vec<Node<'_>> {
        let mut ranked: Vec<u64> = Vec::new();
        for &at in &self.tops {
            let node = Node { at, graph: self };
            if let Some(rank) = node.types().into_iter().filter_map(type_rank).min() {
                let other = !is_page(node);
                let before = u64::from(other && rank < ARTICLES) << 9 | u64::from(rank) << 1 | u64::from(other);
                ranked.push(before << 32 | u64::from(at));
            }
        }
        sort::ascending(ranked).into_iter().map(|rank| Node { at: rank as u32, graph: self }).collect()
    }

    /// All the nodes at the top.
    pub fn tops(&self) -> Vec<Node<'_>> {
        self.tops.iter().map(|&at| Node { at, graph: self }).collect()
    }

    /// The node that is called so: the last with a name, else the last with anything but its `@id`.
    fn by_id(&self, id: &str) -> Option<Node<'_>> {
        let mut found = None;
        for &(known, at) in &self.named {
            if self.json.written(known) == id && self.json.end(at) > at + 2 {
                let has_name = self.json.get(at, "name").is_some();
                if has_name || found.is_none_or(|(has_name, _): (bool, u32)| !has_name) {
                    found = Some((has_name, at));
                }
            }
        }
        found.map(|(_, at)| Node { at, graph: self })
    }
}

/// The first types of `schema.toml` are articles: among several, the one that is the page's own is meant.
const ARTICLES: u8 = 20;

fn type_rank(name: &str) -> Option<u8> {
    lists::place(words::SCHEMA_TYPES, lists::extended(hash::START, local(name)))
}

/// The name without its vocabulary: `NewsArticle` of `https://schema.org/NewsArticle`.
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

impl<'a> Node<'a> {
    /// The node's types, as written.
    pub fn types(self) -> Vec<&'a str> {
        let json = &self.graph.json;
        let kind = json.get(self.at, "@type").or_else(|| json.get(self.at, "type"));
        let kinds = kind.map(|kind| self.graph.each(kind)).unwrap_or_default();
        kinds.into_iter().filter(|&kind| json.kind(kind) == Kind::Text).map(|kind| json.written(kind)).collect()
    }

    /// Whether the node has a type of this name.
    pub fn is_a(self, name: &str) -> bool {
        self.types().iter().any(|known| local(known).eq_ignore_ascii_case(name))
    }

    /// A property's values.
    fn values(self, key: &str) -> Vec<u32> {
        self.graph.json.get(self.at, key).map(|at| self.graph.each(at)).unwrap_or_default()
    }

    /// A property's first value that is text, or the name, text or address of a node.
    pub fn text(self, key: &str) -> Option<String> {
        self.values(key).into_iter().find_map(|at| self.as_text(at))
    }

    /// A property's values as text: of a node its name or address; references are followed.
    pub fn texts(self, key: &str) -> Vec<String> {
        self.values(key).into_iter().filter_map(|at| self.as_text(at)).collect()
    }

    /// A property's values that are nodes; references are followed.
    pub fn nodes(self, key: &str) -> Vec<Node<'a>> {
        self.values(key).into_iter().filter(|&at| self.graph.json.kind(at) == Kind::Object).map(|at| self.as_node(at)).collect()
    }

    /// A property's values as they are written, those of nodes by their `@id`; without escapes.
    pub fn written(self, key: &str) -> Vec<String> {
        let json = &self.graph.json;
        let id = |at: u32| if json.kind(at) == Kind::Object { json.get(at, "@id") } else { Some(at) };
        self.values(key).into_iter().filter_map(id).map(|at| unescaped(json.written(at))).collect()
    }

    fn as_node(self, at: u32) -> Node<'a> {
        let json = &self.graph.json;
        let id = json.get(at, "@id").filter(|_| json.get(at, "name").is_none());
        id.and_then(|id| self.graph.by_id(json.written(id))).unwrap_or(Node { at, ..self })
    }

    fn as_text(self, at: u32) -> Option<String> {
        let json = &self.graph.json;
        match json.kind(at) {
            Kind::Text if json.written(at).as_bytes().contains(&b'#') => match self.graph.by_id(json.written(at)) {
                Some(node) => node.own_text(),
                None => filled(json.plain(at)),
            },
            Kind::Text => filled(json.plain(at)),
            Kind::Bare if json.written(at) == "null" => None,
            Kind::Bare => filled(json.written(at).to_owned()),
            Kind::Object => self.as_node(at).own_text(),
            Kind::Array => None,
        }
    }

    fn own_text(self) -> Option<String> {
        let json = &self.graph.json;
        for key in ["name", "@value", "headline", "url", "contentUrl"] {
            for at in self.values(key) {
                if json.kind(at) == Kind::Text
                    && let Some(text) = filled(json.plain(at))
                {
                    return Some(text);
                }
            }
        }
        None
    }
}

fn filled(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}
