//! The tree that html5ever builds into: nodes in one vector, linked by index, so that moving a node is cheap and nothing
//! recurses.

use crate::page::Attr;
use html5ever::tendril::StrTendril;
use html5ever::tree_builder::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, LocalName, Namespace, QualName};
use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};

/// No node.
pub const NONE: u32 = u32::MAX;
/// The document.
pub const DOCUMENT: u32 = 0;

/// The collected tree.
#[derive(Debug)]
pub struct Arena {
    nodes: RefCell<Vec<Node>>,
    /// How deep the node added last lies.
    depth: Cell<u32>,
    /// For nodes that are no elements.
    no_name: QualName,
}

/// One node, with its links.
#[derive(Debug)]
pub struct Node {
    /// What it is.
    pub data: Data,
    parent: u32,
    /// The first child, or [`NONE`].
    pub first: u32,
    last: u32,
    previous: u32,
    /// The next sibling, or [`NONE`].
    pub next: u32,
    /// Elements around it when it was put in place.
    depth: u32,
}

/// What a node is.
#[derive(Debug)]
pub enum Data {
    /// The document, a comment, a template's fragment: nothing to read by itself.
    Other,
    /// Text.
    Text(StrTendril),
    /// An element.
    Element {
        /// The name; `xlink:href` and the like never matter here, so the prefix does not either.
        name: QualName,
        /// The attributes that are read.
        attrs: Vec<(Attr, StrTendril)>,
        /// The fragment that a `<template>` holds, or [`NONE`].
        fragment: u32,
        /// The open shadow root: the fragment that is shown in place of the children, or [`NONE`].
        shadow: u32,
    },
}

impl Default for Arena {
    fn default() -> Self {
        let no_name = QualName::new(None, Namespace::default(), LocalName::default());
        Arena { nodes: RefCell::new(vec![Node::new(Data::Other)]), depth: Cell::new(0), no_name }
    }
}

impl Node {
    fn new(data: Data) -> Node {
        Node { data, parent: NONE, first: NONE, last: NONE, previous: NONE, next: NONE, depth: 0 }
    }
}

impl Arena {
    /// All nodes; the document is the first.
    pub fn into_nodes(self) -> Vec<Node> {
        self.nodes.into_inner()
    }

    /// How deep the node added last lies. Where nothing was closed since, this is how deep the next one will lie.
    pub fn depth(&self) -> u32 {
        self.depth.get()
    }

    /// The number of nodes made so far.
    pub fn len(&self) -> usize {
        self.nodes.borrow().len()
    }

    fn add(&self, data: Data) -> u32 {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node::new(data));
        nodes.len() as u32 - 1
    }

    fn detach(&self, node: u32) {
        let nodes = &mut *self.nodes.borrow_mut();
        let Node { parent, previous, next, .. } = nodes[node as usize];
        if previous != NONE {
            nodes[previous as usize].next = next;
        } else if parent != NONE {
            nodes[parent as usize].first = next;
        }
        if next != NONE {
            nodes[next as usize].previous = previous;
        } else if parent != NONE {
            nodes[parent as usize].last = previous;
        }
        let node = &mut nodes[node as usize];
        (node.parent, node.previous, node.next) = (NONE, NONE, NONE);
    }

    /// Puts a detached node under `parent`, before `next` or last where `next` is [`NONE`].
    fn insert(&self, node: u32, parent: u32, next: u32) {
        let nodes = &mut *self.nodes.borrow_mut();
        let previous = if next == NONE { nodes[parent as usize].last } else { nodes[next as usize].previous };
        if previous == NONE {
            nodes[parent as usize].first = node;
        } else {
            nodes[previous as usize].next = node;
        }
        if next == NONE {
            nodes[parent as usize].last = node;
        } else {
            nodes[next as usize].previous = node;
        }
        let depth = nodes[parent as usize].depth + 1;
        self.depth.set(depth);
        let node = &mut nodes[node as usize];
        (node.parent, node.previous, node.next, node.depth) = (parent, previous, next, depth);
        if let Data::Element { fragment, .. } = node.data
            && fragment != NONE
        {
            nodes[fragment as usize].depth = depth;
        }
    }

    /// Adds text after `previous` where that is text already, which is how text split by the parser stays one node.
    fn joined(&self, previous: u32, text: &StrTendril) -> bool {
        if previous == NONE {
            return false;
        }
        match &mut self.nodes.borrow_mut()[previous as usize].data {
            Data::Text(before) => {
                before.push_tendril(text);
                true
            }
            _ => false,
        }
    }

    fn place(&self, child: NodeOrText<u32>, parent: u32, next: u32) {
        match child {
            NodeOrText::AppendNode(node) => {
                self.detach(node);
                self.insert(node, parent, next);
            }
            NodeOrText::AppendText(text) => {
                let previous = {
                    let nodes = self.nodes.borrow();
                    if next == NONE { nodes[parent as usize].last } else { nodes[next as usize].previous }
                };
                if !self.joined(previous, &text) {
                    let node = self.add(Data::Text(text));
                    self.insert(node, parent, next);
                }
            }
        }
    }
}

/// A borrowed element name.
#[derive(Debug)]
pub enum Name<'a> {
    /// An element's.
    Of(Ref<'a, QualName>),
    /// What is no element. The tree builder never asks for it.
    No(&'a QualName),
}

impl Name<'_> {
    fn get(&self) -> &QualName {
        match self {
            Name::Of(name) => name,
            Name::No(name) => name,
        }
    }
}

impl ElemName for Name<'_> {
    fn ns(&self) -> &Namespace {
        &self.get().ns
    }

    fn local_name(&self) -> &LocalName {
        &self.get().local
    }
}

impl TreeSink for Arena {
    type Handle = u32;
    type Output = Self;
    type ElemName<'a> = Name<'a>;

    fn finish(self) -> Self {
        self
    }

    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn get_document(&self) -> u32 {
        DOCUMENT
    }

    fn elem_name<'a>(&'a self, target: &'a u32) -> Name<'a> {
        let name = Ref::filter_map(self.nodes.borrow(), |nodes| match &nodes[*target as usize].data {
            Data::Element { name, .. } => Some(name),
            _ => None,
        });
        name.map_or(Name::No(&self.no_name), Name::Of)
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, flags: ElementFlags) -> u32 {
        let fragment = if flags.template { self.add(Data::Other) } else { NONE };
        let attrs = attrs.into_iter().filter_map(|attr| Some((read_attr(&attr.name)?, attr.value))).collect();
        self.add(Data::Element { name, attrs, fragment, shadow: NONE })
    }

    fn create_comment(&self, _text: StrTendril) -> u32 {
        self.add(Data::Other)
    }

    fn create_pi(&self, _target: StrTendril, _data: StrTendril) -> u32 {
        self.add(Data::Other)
    }

    fn append(&self, parent: &u32, child: NodeOrText<u32>) {
        self.place(child, *parent, NONE);
    }

    fn append_based_on_parent_node(&self, element: &u32, previous: &u32, child: NodeOrText<u32>) {
        let parent = self.nodes.borrow()[*element as usize].parent;
        if parent == NONE { self.place(child, *previous, NONE) } else { self.place(child, parent, *element) }
    }

    fn append_doctype_to_document(&self, _name: StrTendril, _public: StrTendril, _system: StrTendril) {}

    fn get_template_contents(&self, target: &u32) -> u32 {
        match self.nodes.borrow()[*target as usize].data {
            Data::Element { fragment, .. } if fragment != NONE => fragment,
            _ => *target,
        }
    }

    fn attach_declarative_shadow(&self, host: &u32, template: &u32, attrs: &[Attribute]) -> bool {
        let root = self.get_template_contents(template);
        let is_open = attrs.iter().any(|attr| &*attr.name.local == "shadowrootmode" && &*attr.value == "open");
        let nodes = &mut *self.nodes.borrow_mut();
        let depth = nodes[*host as usize].depth;
        match &mut nodes[*host as usize].data {
            Data::Element { name, shadow, .. } if *shadow == NONE && may_have_shadow(&name.local) => {
                // A closed root is nobody's to read; what a reader can see of its host are the children.
                if is_open {
                    *shadow = root;
                    nodes[root as usize].depth = depth;
                }
                true
            }
            _ => false,
        }
    }

    fn same_node(&self, one: &u32, other: &u32) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _mode: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &u32, child: NodeOrText<u32>) {
        let parent = self.nodes.borrow()[*sibling as usize].parent;
        if parent != NONE {
            self.place(child, parent, *sibling);
        }
    }

    fn add_attrs_if_missing(&self, target: &u32, added: Vec<Attribute>) {
        if let Data::Element { attrs, .. } = &mut self.nodes.borrow_mut()[*target as usize].data {
            for attr in added {
                if let Some(name) = read_attr(&attr.name)
                    && attrs.iter().all(|(known, _)| *known != name)
                {
                    attrs.push((name, attr.value));
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &u32) {
        self.detach(*target);
    }

    fn reparent_children(&self, node: &u32, new_parent: &u32) {
        loop {
            let child = self.nodes.borrow()[*node as usize].first;
            if child == NONE {
                return;
            }
            self.detach(child);
            self.insert(child, *new_parent, NONE);
        }
    }
}

/// The elements that may have a shadow root. Source: the DOM standard, "valid shadow host name".
fn may_have_shadow(name: &str) -> bool {
    let built_in = [
        "article",
        "aside",
        "blockquote",
        "body",
        "div",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "main",
        "nav",
        "p",
        "section",
        "span",
    ];
    name.contains('-') || built_in.contains(&name)
}

/// The attribute, if any stage reads it.
fn read_attr(name: &QualName) -> Option<Attr> {
    match &name.prefix {
        Some(prefix) if &**prefix == "xml" && &*name.local == "lang" => Some(Attr::XmlLang),
        Some(_) => None,
        None => Attr::from_name(&name.local),
    }
}
