//! JSON-LD, as it is found in the wild: wrapped in comments, with raw line breaks, commas too many, types in arrays,
//! nodes that point at each other by `@id`.

use super::plain::plain;
use crate::rules::words;
use crate::sort;
use serde_json::{Map, Value};

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
    /// Nodes that may be what the page is about: at the top, in `@graph`, or named as the main entity.
    tops: Vec<Map<String, Value>>,
    /// Other nodes with an `@id`, for references to find.
    others: Vec<Map<String, Value>>,
    scripts: usize,
}

impl Graph {
    /// Reads one script.
    pub fn add(&mut self, script: &str) {
        self.scripts += 1;
        if self.scripts > SCRIPTS_MAX || script.len() > SCRIPT_BYTES_MAX {
            return;
        }
        let mut todo: Vec<(Value, bool)> = values(script).into_iter().rev().map(|value| (value, true)).collect();
        while let Some((value, top)) = todo.pop() {
            if self.tops.len() + self.others.len() >= NODES_MAX {
                return;
            }
            match value {
                Value::Array(list) => todo.extend(list.into_iter().rev().map(|value| (value, top))),
                Value::Object(node) => self.add_node(node, top, &mut todo),
                _ => {}
            }
        }
    }

    fn add_node(&mut self, mut node: Map<String, Value>, top: bool, todo: &mut Vec<(Value, bool)>) {
        // The questions of a list of questions are not what the page is about.
        let is_list = node.get("@type").and_then(Value::as_str).is_some_and(|name| name.ends_with("FAQPage"));
        for key in ["mainEntity", "@graph"] {
            todo.extend(node.remove(key).filter(|_| !is_list).map(|value| (value, top)));
        }
        for (key, value) in node.iter().filter(|(key, _)| !NOT_THE_SUBJECT.contains(&key.as_str())) {
            let is_page = key == "mainEntityOfPage";
            for inner in each(Some(value)).filter_map(Value::as_object) {
                if is_page || inner.contains_key("@id") && inner.contains_key("name") {
                    todo.push((Value::Object(flat(inner)), top && is_page));
                }
            }
        }
        if top { self.tops.push(node) } else { self.others.push(node) }
    }

    /// The nodes that may be what the page is about, the most telling first; each with the place of its type in
    /// `schema.toml`. `is_page` says whether a node's address or headline is the page's own.
    pub fn subjects(&self, is_page: impl Fn(Node) -> bool) -> Vec<Node<'_>> {
        let nodes = self.tops.iter().map(|map| Node { map, graph: self });
        let ranked: Vec<(usize, bool, Node)> = nodes
            .filter_map(|node| {
                let rank = node.types().filter_map(type_rank).min()?;
                Some((rank, !is_page(node), node))
            })
            .collect();
        let order = |&(rank, other, _): &(usize, bool, Node)| {
            u32::from(other && rank < ARTICLES) << 31 | (rank as u32) << 1 | u32::from(other)
        };
        sort::by_number(ranked, order).into_iter().map(|(_, _, node)| node).collect()
    }

    /// All the nodes at the top.
    pub fn tops(&self) -> impl Iterator<Item = Node<'_>> {
        self.tops.iter().map(|map| Node { map, graph: self })
    }

    fn by_id(&self, id: &str) -> Option<Node<'_>> {
        let all = self.tops.iter().chain(&self.others);
        let same = |map: &&Map<String, Value>| map.get("@id").and_then(Value::as_str) == Some(id) && map.len() > 1;
        all.filter(same).max_by_key(|map| map.contains_key("name")).map(|map| Node { map, graph: self })
    }
}

/// The first types of `schema.toml` are articles: among several, the one that is the page's own is meant.
const ARTICLES: usize = 20;

fn type_rank(name: &str) -> Option<usize> {
    let name = name.rsplit(['/', ':', '#']).next().unwrap_or(name);
    words::SCHEMA_TYPES.iter().position(|known| known.eq_ignore_ascii_case(name))
}

/// One node of the graph.
#[derive(Clone, Copy)]
pub struct Node<'a> {
    map: &'a Map<String, Value>,
    graph: &'a Graph,
}

impl<'a> Node<'a> {
    /// The node's types, as written.
    pub fn types(self) -> impl Iterator<Item = &'a str> {
        each(self.map.get("@type").or_else(|| self.map.get("type"))).filter_map(Value::as_str)
    }

    /// Whether the node has a type of this name.
    pub fn is_a(self, name: &str) -> bool {
        self.types().any(|known| known.rsplit(['/', ':', '#']).next().is_some_and(|known| known.eq_ignore_ascii_case(name)))
    }

    /// A property's values.
    pub fn values(self, key: &str) -> impl Iterator<Item = &'a Value> {
        each(self.map.get(key))
    }

    /// A property's first value that is text, or the name, text or address of a node.
    pub fn text(self, key: &str) -> Option<String> {
        self.texts(key).next()
    }

    /// A property's values as text: of a node its name or address; references are followed.
    pub fn texts(self, key: &str) -> impl Iterator<Item = String> {
        self.values(key).filter_map(move |value| self.as_text(value)).filter(|text| !text.is_empty())
    }

    /// A property's values that are nodes; references are followed.
    pub fn nodes(self, key: &str) -> impl Iterator<Item = Node<'a>> {
        self.values(key).filter_map(move |value| self.as_node(value))
    }

    fn as_node(self, value: &'a Value) -> Option<Node<'a>> {
        let map = value.as_object()?;
        let id = map.get("@id").and_then(Value::as_str).filter(|_| !map.contains_key("name"));
        Some(id.and_then(|id| self.graph.by_id(id)).unwrap_or(Node { map, graph: self.graph }))
    }

    fn as_text(self, value: &'a Value) -> Option<String> {
        match value {
            Value::String(text) => match self.graph.by_id(text).filter(|_| text.contains('#')) {
                Some(node) => node.own_text(),
                None => Some(plain(text)),
            },
            Value::Number(number) => Some(number.to_string()),
            Value::Bool(truth) => Some(truth.to_string()),
            Value::Object(_) => self.as_node(value)?.own_text(),
            _ => None,
        }
    }

    fn own_text(self) -> Option<String> {
        ["name", "@value", "headline", "url", "contentUrl"]
            .iter()
            .find_map(|&key| each(self.map.get(key)).find_map(Value::as_str).map(plain).filter(|text| !text.is_empty()))
    }
}

/// The node without the nodes inside it: copying those too would take quadratic time where they are nested deep.
fn flat(node: &Map<String, Value>) -> Map<String, Value> {
    let plain = node.iter().filter(|(_, value)| !value.is_object() && !value.is_array());
    // Collecting would sort the keys once more.
    plain.fold(Map::new(), |mut flat, (key, value)| {
        flat.insert(key.clone(), value.clone());
        flat
    })
}

/// A value's members if it is an array, else itself.
fn each(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    let (list, one) = match value {
        Some(Value::Array(list)) => (list.as_slice(), None),
        other => (&[][..], other),
    };
    list.iter().chain(one)
}

/// The values of a script; as many as can be read.
fn values(script: &str) -> Vec<Value> {
    let body = unwrapped(script);
    if let Ok(value) = serde_json::from_str(body) {
        return vec![value];
    }
    let mended = mended(body);
    serde_json::Deserializer::from_str(&mended).into_iter().map_while(Result::ok).collect()
}

/// The script without the comments and CDATA marks around it.
fn unwrapped(script: &str) -> &str {
    let from = script.find(['{', '[']).unwrap_or(0);
    let begins = if script[from..].starts_with("[CDATA[") { from + "[CDATA[".len() } else { from };
    let until = script.rfind(['}', ']']).map_or(script.len(), |at| at + 1);
    let body = script.get(begins..until).unwrap_or(script);
    body.trim_end_matches("]]").trim()
}

/// Makes JSON of what is nearly JSON: control characters in strings, commas too many, comments, escapes that are none,
/// quotes written as character references.
fn mended(body: &str) -> String {
    let body = if !body.contains('"') && body.contains("&quot;") { super::plain::unescaped(body) } else { body.to_owned() };
    let mut out = String::with_capacity(body.len());
    let mut chars = body.chars().peekable();
    let mut in_string = false;
    while let Some(c) = chars.next() {
        match c {
            '"' => {
                in_string = !in_string;
                out.push(c);
            }
            '\\' if in_string => match chars.peek().copied() {
                Some(next) if "\"\\/bfnrtu".contains(next) => {
                    chars.next();
                    out.extend([c, next]);
                }
                // `\'` and the like: the stroke says nothing.
                _ => {}
            },
            c if in_string && c.is_control() => out.push(' '),
            ',' | ';' if !in_string => {
                while chars.next_if(|next| next.is_whitespace() || *next == ',').is_some() {}
                if !matches!(chars.peek(), Some('}' | ']') | None) && c == ',' {
                    out.push(c);
                }
            }
            '/' if !in_string && chars.peek() == Some(&'/') => while chars.next_if(|&next| next != '\n').is_some() {},
            c => out.push(c),
        }
    }
    out
}
