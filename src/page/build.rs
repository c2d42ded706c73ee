//! Builds a [`Page`] from events in document order: open, attribute, text, close.

use super::{Attr, AttrValue, Layout, Marks, Node, NodeId, Page, Rect, Tag, append, layout};
use crate::text::unseen;
use std::ops::Range;

/// Collects a page. Unbalanced calls are forgiven: a `close` too many is ignored, what is left open is closed at the end.
///
/// ```
/// use limpid::page::{Attr, Page, PageBuilder, Tag};
/// let mut builder = PageBuilder::default();
/// builder.open("p");
/// builder.attr(Attr::Class, "lead");
/// builder.text("Hello");
/// builder.close();
/// let page = builder.finish();
/// let p = page.first(Tag::P).unwrap();
/// assert_eq!(page.attr(p, Attr::Class), Some("lead"));
/// assert_eq!(page.text_of(p), "Hello");
/// ```
#[derive(Debug)]
pub struct PageBuilder {
    page: Page,
    open: Vec<u32>,
}

impl Default for PageBuilder {
    fn default() -> Self {
        let root = Node { tag: Tag::Document, marks: Marks::default(), parent: 0, end: 1, from: 0, to: 0 };
        let page = Page {
            nodes: vec![root],
            attrs: Vec::new(),
            buffer: String::new(),
            layouts: Vec::new(),
            withholds: false,
            url: None,
            window: None,
        };
        PageBuilder { page, open: vec![0] }
    }
}

impl PageBuilder {
    /// A builder whose strings stand in `buffer` already, so that [`PageBuilder::text_at`] and [`PageBuilder::attr_at`]
    /// need not copy them.
    pub fn over(buffer: String) -> PageBuilder {
        let mut builder = PageBuilder::default();
        builder.page.buffer = buffer;
        builder
    }

    /// All strings so far, one after another.
    pub fn buffer(&self) -> &str {
        &self.page.buffer
    }

    /// How many elements are open.
    pub fn depth(&self) -> u32 {
        self.open.len() as u32 - 1
    }

    /// Starts an element by its lower-case local name and gives its id.
    pub fn open(&mut self, name: &str) -> NodeId {
        let tag = Tag::from_name(name);
        let node = self.open_tag(tag);
        if tag == Tag::Other {
            self.attr(Attr::TagName, name);
        }
        node
    }

    /// Starts an element whose tag is known already.
    pub fn open_tag(&mut self, tag: Tag) -> NodeId {
        let at = self.page.attrs.len() as u32;
        let node = self.push(tag, Marks::default(), at, at);
        self.open.push(node.place());
        node
    }

    /// Adds an attribute to the element just opened, before any child. A second value of the same name is dropped, as a
    /// parser does.
    pub fn attr(&mut self, attr: Attr, value: &str) {
        if self.takes(attr) {
            let (from, to) = append(&mut self.page.buffer, value);
            self.push_attr(attr, from, to);
        }
    }

    /// [`PageBuilder::attr`] right after the element was opened, with the value at this place in the buffer. A place that is
    /// none is an empty value. Of two values of one name the first is found.
    pub fn attr_at(&mut self, attr: Attr, value: Range<usize>) {
        let (from, to) = self.place(value);
        self.push_attr(attr, from, to);
    }

    /// Adds a text node; empty text adds nothing.
    pub fn text(&mut self, text: &str) -> Option<NodeId> {
        if text.is_empty() {
            return None;
        }
        let (from, to) = append(&mut self.page.buffer, text);
        Some(self.push(Tag::Text, Marks::of_text(text), from, to))
    }

    /// Adds the text node whose text is at this place in the buffer, also where the place is empty or none.
    pub fn text_at(&mut self, text: Range<usize>) -> NodeId {
        let (from, to) = self.place(text);
        let marks = Marks::of_text(self.page.written(from, to));
        self.push(Tag::Text, marks, from, to)
    }

    /// Ends the innermost open element.
    pub fn close(&mut self) {
        if self.open.len() > 1
            && let Some(node) = self.open.pop()
        {
            self.page.nodes[node as usize].end = self.page.nodes.len() as u32;
        }
    }

    /// The address of the page.
    pub fn url(&mut self, url: &str) {
        self.page.url = (!url.is_empty()).then(|| url.to_owned());
    }

    /// The window, in CSS pixels.
    pub fn window(&mut self, width: f32, height: f32) {
        self.page.window = Some(Rect { x: 0.0, y: 0.0, width, height });
    }

    /// The finished page. Layout that a fixture states is read here.
    pub fn finish(mut self) -> Page {
        while self.open.len() > 1 {
            self.close();
        }
        self.page.nodes[0].end = self.page.nodes.len() as u32;
        let stated: Vec<(NodeId, Layout)> = if self.page.attrs.iter().any(|value| value.attr == Attr::DataRect) {
            self.page.nodes().filter_map(|node| Some((node, layout::stated(&self.page, node)?))).collect()
        } else {
            Vec::new()
        };
        if !stated.is_empty() && self.page.window.is_none() {
            self.window(FIXTURE_WINDOW_PX.0, FIXTURE_WINDOW_PX.1);
        }
        self.page.set_layouts(stated);
        self.page.read_displays();
        self.page
    }

    /// Whether the element just opened has no child and no such attribute yet.
    fn takes(&self, attr: Attr) -> bool {
        let last = self.page.nodes.len() as u32 - 1;
        self.open.last() == Some(&last) && self.page.attr(NodeId::at(last), attr).is_none()
    }

    fn push_attr(&mut self, attr: Attr, from: u32, to: u32) {
        self.page.attrs.push(AttrValue { attr, from, to });
        if let Some(node) = self.page.nodes.last_mut() {
            node.to = self.page.attrs.len() as u32;
            let value = self.page.buffer.get(from as usize..to as usize).unwrap_or_default();
            node.marks.add_attr(attr, value);
            // Only within lines: a hidden heading names the part of the page below it.
            if attr == Attr::Class && matches!(node.tag, Tag::Span | Tag::I | Tag::Small) && unseen::is_unseen(value) {
                node.marks.set_unseen();
            }
        }
    }

    fn place(&self, range: Range<usize>) -> (u32, u32) {
        if self.page.buffer.get(range.clone()).is_some() { (range.start as u32, range.end as u32) } else { (0, 0) }
    }

    fn push(&mut self, tag: Tag, marks: Marks, from: u32, to: u32) -> NodeId {
        let id = self.page.nodes.len() as u32;
        let parent = self.open.last().copied().unwrap_or(0);
        self.page.nodes.push(Node { tag, marks, parent, end: id + 1, from, to });
        NodeId::at(id)
    }
}

/// The window that fixtures with stated layout are drawn for, in CSS pixels: a common laptop.
const FIXTURE_WINDOW_PX: (f32, f32) = (1280.0, 720.0);
