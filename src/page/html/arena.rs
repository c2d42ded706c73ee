//! The tree that html5ever builds into: nodes in one vector, linked by index, so that moving a node is cheap and nothing
//! recurses. Its strings stand in one buffer, which becomes the page's.

use super::names::Names;
use crate::page::{Attr, Tag};
use html5ever::tendril::StrTendril;
use html5ever::tree_builder::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, LocalName, Namespace, QualName, local_name, ns};
use std::borrow::Cow;
use std::cell::{Cell, RefCell, RefMut};
use std::collections::HashMap;

/// No node.
pub const NONE: u32 = u32::MAX;
/// The document.
pub const DOCUMENT: u32 = 0;

/// The collected tree.
#[derive(Debug)]
pub struct Arena {
    tree: RefCell<Tree>,
    /// How deep the node added last lies.
    depth: Cell<u32>,
    /// The names of its elements and attributes.
    pub names: Names,
}

/// What was collected.
#[derive(Debug)]
pub struct Tree {
    /// All nodes; the document is the first.
    pub nodes: Vec<Node>,
    /// The attributes that are read, those of one element side by side.
    pub attrs: Vec<AttrPlace>,
    /// Text and attribute values.
    pub buffer: String,
    /// The text of style sheets, which is none of the page's.
    pub sheets: String,
    /// The fragments that templates hold, by template.
    fragments: HashMap<u32, u32>,
    /// Open shadow roots by their hosts: the fragments that are shown in place of the children.
    pub shadows: HashMap<u32, u32>,
}

/// One node, with its links.
#[derive(Clone, Copy, Debug)]
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
    /// Text: its place in the buffer. Elements: the range of their attributes.
    pub from: u32,
    /// The end of that.
    pub to: u32,
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Data {
    /// The document, a comment, a template's fragment: nothing to read by itself.
    Other,
    /// Text.
    Text,
    /// More of the text before it, which could not grow where it stands.
    TextMore,
    /// Text of a style sheet.
    Sheet,
    /// An element.
    Element(Tag),
}

/// Where the value of an attribute stands in the buffer.
#[derive(Clone, Copy, Debug)]
pub struct AttrPlace {
    /// The attribute; [`Attr::TagName`] for the name of an element that is [`Tag::Other`].
    pub attr: Attr,
    /// The start of its value.
    pub from: u32,
    /// The end of its value.
    pub to: u32,
}

/// A node as the tree builder holds it: with its name, which it asks for at every step.
#[derive(Clone, Debug)]
pub struct Handle {
    at: u32,
    ns: Namespace,
    local: LocalName,
}

impl ElemName for &Handle {
    fn ns(&self) -> &Namespace {
        &self.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.local
    }
}

impl Default for Arena {
    fn default() -> Self {
        let tree = Tree {
            nodes: vec![Node::new(Data::Other)],
            attrs: Vec::new(),
            buffer: String::new(),
            sheets: String::new(),
            fragments: HashMap::new(),
            shadows: HashMap::new(),
        };
        Arena { tree: RefCell::new(tree), depth: Cell::new(0), names: Names::default() }
    }
}

impl Node {
    fn new(data: Data) -> Node {
        Node { data, parent: NONE, first: NONE, last: NONE, previous: NONE, next: NONE, depth: 0, from: 0, to: 0 }
    }
}

impl Arena {
    /// What was collected.
    pub fn into_tree(self) -> Tree {
        self.tree.into_inner()
    }

    /// How deep the node added last lies. Where nothing was closed since, this is how deep the next one will lie.
    pub fn depth(&self) -> u32 {
        self.depth.get()
    }

    /// The number of nodes made so far.
    pub fn len(&self) -> usize {
        self.tree.borrow().nodes.len()
    }

    fn tree(&self) -> RefMut<'_, Tree> {
        self.tree.borrow_mut()
    }

    /// Puts a node or a text under `parent`, before `next` or last where `next` is [`NONE`].
    fn place(&self, child: NodeOrText<Handle>, parent: u32, next: u32) {
        let tree = &mut *self.tree();
        let node = match child {
            NodeOrText::AppendNode(node) => {
                tree.detach(node.at);
                node.at
            }
            NodeOrText::AppendText(text) => match tree.add_text(&text, parent, next) {
                Some(node) => node,
                None => return,
            },
        };
        self.depth.set(tree.insert(node, parent, next));
    }
}

impl Tree {
    fn add(&mut self, node: Node) -> u32 {
        self.nodes.push(node);
        self.nodes.len() as u32 - 1
    }

    fn detach(&mut self, node: u32) {
        let nodes = &mut self.nodes;
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

    /// Puts a detached node under `parent`, before `next` or last where `next` is [`NONE`]. Gives how deep it lies.
    fn insert(&mut self, node: u32, parent: u32, next: u32) -> u32 {
        let nodes = &mut self.nodes;
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
        let placed = &mut nodes[node as usize];
        (placed.parent, placed.previous, placed.next, placed.depth) = (parent, previous, next, depth);
        if placed.data == Data::Element(Tag::Template)
            && let Some(&fragment) = self.fragments.get(&node)
        {
            nodes[fragment as usize].depth = depth;
        }
        depth
    }

    /// Adds text after what stands before `next`. Where that is text already it grows, which is how text split by the parser
    /// stays one; else there is a new node, to be put in place.
    fn add_text(&mut self, text: &str, parent: u32, next: u32) -> Option<u32> {
        let previous = if next == NONE { self.nodes[parent as usize].last } else { self.nodes[next as usize].previous };
        let is_sheet = self.nodes[parent as usize].data == Data::Element(Tag::Style);
        let buffer = if is_sheet { &mut self.sheets } else { &mut self.buffer };
        let from = buffer.len() as u32;
        buffer.push_str(text);
        let to = buffer.len() as u32;
        let mut data = if is_sheet { Data::Sheet } else { Data::Text };
        if let Some(before) = self.nodes.get_mut(previous as usize)
            && matches!(before.data, Data::Text | Data::TextMore)
        {
            if before.to == from {
                before.to = to;
                return None;
            }
            data = Data::TextMore;
        }
        Some(self.add(Node { from, to, ..Node::new(data) }))
    }

    /// Adds the attributes that are read after the last element's.
    fn add_attrs(&mut self, attrs: Vec<Attribute>, names: &Names) {
        for Attribute { name, value } in attrs {
            if let Some(attr) = read_attr(&name, names) {
                self.add_attr(attr, &value);
            }
        }
    }

    fn add_attr(&mut self, attr: Attr, value: &str) {
        let from = self.buffer.len() as u32;
        self.buffer.push_str(value);
        self.attrs.push(AttrPlace { attr, from, to: self.buffer.len() as u32 });
    }
}

impl TreeSink for Arena {
    type Handle = Handle;
    type Output = Self;
    type ElemName<'a> = &'a Handle;

    fn finish(self) -> Self {
        self
    }

    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle::unnamed(DOCUMENT)
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> &'a Handle {
        target
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, flags: ElementFlags) -> Handle {
        let tree = &mut *self.tree();
        let tag = self.names.of(name.local.as_bytes(), |known| known.tag);
        let from = tree.attrs.len() as u32;
        if tag == Tag::Other {
            tree.add_attr(Attr::TagName, &name.local);
        }
        tree.add_attrs(attrs, &self.names);
        let to = tree.attrs.len() as u32;
        let at = tree.add(Node { from, to, ..Node::new(Data::Element(tag)) });
        if flags.template {
            let fragment = tree.add(Node::new(Data::Other));
            tree.fragments.insert(at, fragment);
        }
        Handle { at, ns: name.ns, local: name.local }
    }

    fn create_comment(&self, _text: StrTendril) -> Handle {
        Handle::unnamed(self.tree().add(Node::new(Data::Other)))
    }

    fn create_pi(&self, _target: StrTendril, _data: StrTendril) -> Handle {
        Handle::unnamed(self.tree().add(Node::new(Data::Other)))
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.place(child, parent.at, NONE);
    }

    fn append_based_on_parent_node(&self, element: &Handle, previous: &Handle, child: NodeOrText<Handle>) {
        let parent = self.tree().nodes[element.at as usize].parent;
        if parent == NONE { self.place(child, previous.at, NONE) } else { self.place(child, parent, element.at) }
    }

    fn append_doctype_to_document(&self, _name: StrTendril, _public: StrTendril, _system: StrTendril) {}

    fn get_template_contents(&self, target: &Handle) -> Handle {
        Handle::unnamed(self.tree().fragments.get(&target.at).copied().unwrap_or(target.at))
    }

    fn attach_declarative_shadow(&self, host: &Handle, template: &Handle, attrs: &[Attribute]) -> bool {
        let root = self.get_template_contents(template).at;
        let is_open = attrs.iter().any(|attr| &*attr.name.local == "shadowrootmode" && &*attr.value == "open");
        let tree = &mut *self.tree();
        if tree.shadows.contains_key(&host.at) || !may_have_shadow(&host.local) {
            return false;
        }
        // A closed root is nobody's to read; what a reader can see of its host are the children.
        if is_open {
            tree.shadows.insert(host.at, root);
            tree.nodes[root as usize].depth = tree.nodes[host.at as usize].depth;
        }
        true
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        one.at == other.at
    }

    fn set_quirks_mode(&self, _mode: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        let parent = self.tree().nodes[sibling.at as usize].parent;
        if parent != NONE {
            self.place(child, parent, sibling.at);
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, mut added: Vec<Attribute>) {
        let tree = &mut *self.tree();
        let Node { from, to, .. } = tree.nodes[target.at as usize];
        let own = from as usize..to as usize;
        let is_missing = |attr| tree.attrs[own.clone()].iter().all(|known| known.attr != attr);
        added.retain(|attr| read_attr(&attr.name, &self.names).is_some_and(is_missing));
        if added.is_empty() {
            return;
        }
        let from = tree.attrs.len() as u32;
        tree.attrs.extend_from_within(own);
        tree.add_attrs(added, &self.names);
        let to = tree.attrs.len() as u32;
        let node = &mut tree.nodes[target.at as usize];
        (node.from, node.to) = (from, to);
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.tree().detach(target.at);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        let tree = &mut *self.tree();
        loop {
            let child = tree.nodes[node.at as usize].first;
            if child == NONE {
                return;
            }
            tree.detach(child);
            self.depth.set(tree.insert(child, new_parent.at, NONE));
        }
    }
}

impl Handle {
    fn unnamed(at: u32) -> Handle {
        Handle { at, ns: ns!(), local: local_name!("") }
    }
}

/// The elements that may have a shadow root. Source: the DOM standard, "valid shadow host name".
#[rustfmt::skip]
fn may_have_shadow(name: &str) -> bool {
    let built_in = [
        "article", "aside", "blockquote", "body", "div", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "main", "nav",
        "p", "section", "span",
    ];
    name.contains('-') || built_in.contains(&name)
}

/// The attribute, if any stage reads it.
fn read_attr(name: &QualName, names: &Names) -> Option<Attr> {
    match &name.prefix {
        Some(prefix) if &**prefix == "xml" && &*name.local == "lang" => Some(Attr::XmlLang),
        Some(_) => None,
        None => names.of(name.local.as_bytes(), |known| known.attr),
    }
}
