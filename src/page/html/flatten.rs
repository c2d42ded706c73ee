//! The parsed tree as a flat page, with open shadow roots in place of their hosts' children and slots filled.

use super::arena::{Arena, DOCUMENT, Data, NONE, Node};
use super::sheet;
use crate::page::{Attr, Page, PageBuilder, Tag};
use html5ever::tendril::StrTendril;
use std::collections::HashMap;

/// What is left to do, innermost last.
enum Step<'a> {
    /// Visit a node and then its siblings.
    Visit(u32),
    /// Visit one node only.
    VisitOne(u32),
    /// End the innermost element.
    Close,
    /// Back in the shadow tree of a host.
    EnterShadow(Slots<'a>),
    /// End a shadow tree: slots mean the outer host again.
    LeaveShadow,
}

/// The host's children by the slot they ask for. The first slot of a name takes them all, as in a browser; so each child is
/// visited once, however many slots a page has.
type Slots<'a> = HashMap<&'a str, Vec<u32>>;

struct Flattening<'a> {
    nodes: &'a [Node],
    builder: PageBuilder,
    steps: Vec<Step<'a>>,
    /// The shadow trees that the walk is in.
    shadows: Vec<Slots<'a>>,
    sheets: Vec<String>,
}

/// Flattens the tree in document order, and gives the style sheets of the document with it.
pub fn page(arena: Arena) -> (Page, Vec<String>) {
    let nodes = arena.into_nodes();
    let first = nodes[DOCUMENT as usize].first;
    let (steps, shadows) = (vec![Step::Visit(first)], Vec::new());
    let mut to = Flattening { nodes: &nodes, builder: PageBuilder::default(), steps, shadows, sheets: Vec::new() };
    while let Some(step) = to.steps.pop() {
        match step {
            Step::Close => to.builder.close(),
            Step::EnterShadow(slots) => to.shadows.push(slots),
            Step::LeaveShadow => drop(to.shadows.pop()),
            Step::VisitOne(node) => visit(&mut to, node),
            Step::Visit(NONE) => {}
            Step::Visit(node) => {
                to.steps.push(Step::Visit(nodes[node as usize].next));
                visit(&mut to, node);
            }
        }
    }
    (to.builder.finish(), to.sheets)
}

fn visit(to: &mut Flattening, node: u32) {
    let Node { data, first, .. } = &to.nodes[node as usize];
    let (name, attrs, shadow) = match data {
        Data::Other => return,
        Data::Text(text) => {
            to.builder.text(text);
            return;
        }
        Data::Element { name, attrs, shadow, .. } => (&name.local, attrs, *shadow),
    };
    let tag = Tag::from_name(name);
    if tag == Tag::Slot && !to.shadows.is_empty() {
        return visit_slot(to, value(attrs, Attr::Name), *first);
    }
    if tag == Tag::Other {
        to.builder.open(name)
    } else {
        to.builder.open_tag(tag)
    };
    for (attr, value) in attrs {
        to.builder.attr(*attr, value);
    }
    to.steps.push(Step::Close);
    match tag {
        // Sheets of a shadow tree hold in it only.
        Tag::Style if to.shadows.is_empty() => {
            to.sheets.extend(sheet::within(value(attrs, Attr::Media), raw_text(to.nodes, *first)));
        }
        Tag::Svg | Tag::Style | Tag::Template => {}
        Tag::Script if !is_data(value(attrs, Attr::Type)) => {}
        _ if shadow == NONE => to.steps.push(Step::Visit(*first)),
        _ => {
            to.shadows.push(slots(to.nodes, *first));
            to.steps.extend([Step::LeaveShadow, Step::Visit(to.nodes[shadow as usize].first)]);
        }
    }
}

/// The nodes that go into this slot, or the slot's own children where there are none.
fn visit_slot(to: &mut Flattening, name: &str, first: u32) {
    let assigned = to.shadows.last_mut().and_then(|slots| slots.remove(name));
    let Some(assigned) = assigned else {
        to.steps.push(Step::Visit(first));
        return;
    };
    // Slotted nodes belong to the tree around the host: slots inside them mean the host of that tree.
    to.steps.extend(to.shadows.pop().map(Step::EnterShadow));
    to.steps.extend(assigned.into_iter().rev().map(Step::VisitOne));
}

fn slots(nodes: &[Node], first: u32) -> Slots<'_> {
    let mut slots = Slots::new();
    let mut at = first;
    while at != NONE {
        let name = match &nodes[at as usize].data {
            Data::Text(_) => Some(""),
            Data::Element { attrs, .. } => Some(value(attrs, Attr::SlotName)),
            Data::Other => None,
        };
        if let Some(name) = name {
            slots.entry(name).or_default().push(at);
        }
        at = nodes[at as usize].next;
    }
    slots
}

fn value(attrs: &[(Attr, StrTendril)], wanted: Attr) -> &str {
    attrs.iter().find_map(|(attr, value)| (*attr == wanted).then_some(&**value)).unwrap_or_default()
}

fn raw_text(nodes: &[Node], first: u32) -> String {
    let mut text = String::new();
    let mut at = first;
    while at != NONE {
        if let Data::Text(part) = &nodes[at as usize].data {
            text.push_str(part);
        }
        at = nodes[at as usize].next;
    }
    text
}

/// Whether scripts of a type only carry data: structured data, and formulas in TeX.
fn is_data(script_type: &str) -> bool {
    script_type.contains("ld+json") || script_type.starts_with("math/tex")
}
