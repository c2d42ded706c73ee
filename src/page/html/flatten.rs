//! The parsed tree as a flat page, with open shadow roots in place of their hosts' children and slots filled.

use super::arena::{Arena, AttrPlace, DOCUMENT, Data, NONE, Node};
use super::sheet;
use crate::page::{Attr, Page, PageBuilder, Tag};
use std::collections::HashMap;

/// What is left to do, innermost last.
enum Step {
    /// Visit a node and then its siblings.
    Visit(u32),
    /// Visit one node only.
    VisitOne(u32),
    /// End the innermost element.
    Close,
    /// Back in the shadow tree of a host.
    EnterShadow(Slots),
    /// End a shadow tree: slots mean the outer host again.
    LeaveShadow,
}

/// The host's children by the slot they ask for. The first slot of a name takes them all, as in a browser; so each child is
/// visited once, however many slots a page has.
type Slots = HashMap<String, Vec<u32>>;

struct Flattening {
    nodes: Vec<Node>,
    attrs: Vec<AttrPlace>,
    /// The text of style sheets.
    sheet_text: String,
    shadow_roots: HashMap<u32, u32>,
    builder: PageBuilder,
    steps: Vec<Step>,
    /// The shadow trees that the walk is in.
    shadows: Vec<Slots>,
    sheets: Vec<String>,
}

/// Flattens the tree in document order, and gives the style sheets of the document with it.
pub fn page(arena: Arena) -> (Page, Vec<String>) {
    let tree = arena.into_tree();
    let mut to = Flattening {
        steps: vec![Step::Visit(tree.nodes[DOCUMENT as usize].first)],
        nodes: tree.nodes,
        attrs: tree.attrs,
        sheet_text: tree.sheets,
        shadow_roots: tree.shadows,
        builder: PageBuilder::over(tree.buffer),
        shadows: Vec::new(),
        sheets: Vec::new(),
    };
    while let Some(step) = to.steps.pop() {
        match step {
            Step::Close => to.builder.close(),
            Step::EnterShadow(slots) => to.shadows.push(slots),
            Step::LeaveShadow => drop(to.shadows.pop()),
            Step::VisitOne(node) => visit(&mut to, node),
            Step::Visit(NONE) => {}
            Step::Visit(node) => {
                to.steps.push(Step::Visit(to.nodes[node as usize].next));
                visit(&mut to, node);
            }
        }
    }
    (to.builder.finish(), to.sheets)
}

fn visit(to: &mut Flattening, at: u32) {
    let node = to.nodes[at as usize];
    let tag = match node.data {
        Data::Text => return add_text(to, node),
        Data::Other | Data::TextMore | Data::Sheet => return,
        Data::Element(tag) => tag,
    };
    if tag == Tag::Slot && !to.shadows.is_empty() {
        return visit_slot(to, node);
    }
    to.builder.open_tag(tag);
    for &AttrPlace { attr, from, to: end } in &to.attrs[node.from as usize..node.to as usize] {
        to.builder.attr_at(attr, from as usize..end as usize);
    }
    to.steps.push(Step::Close);
    match tag {
        // Sheets of a shadow tree hold in it only.
        Tag::Style if to.shadows.is_empty() => {
            let sheet = sheet::within(value(to, node, Attr::Media), sheet_text(to, node));
            to.sheets.extend(sheet);
        }
        Tag::Svg | Tag::Style | Tag::Template => {}
        Tag::Script if !is_data(value(to, node, Attr::Type)) => {}
        _ => match to.shadow_roots.get(&at) {
            None => to.steps.push(Step::Visit(node.first)),
            Some(&root) => {
                to.shadows.push(slots(to, node.first));
                to.steps.extend([Step::LeaveShadow, Step::Visit(to.nodes[root as usize].first)]);
            }
        },
    }
}

/// Adds a text, with what is more of it.
fn add_text(to: &mut Flattening, node: Node) {
    let more = |node: Node| to.nodes.get(node.next as usize).copied().filter(|next| next.data == Data::TextMore);
    let text = |node: Node| to.builder.buffer().get(node.from as usize..node.to as usize).unwrap_or_default();
    let Some(next) = more(node) else {
        to.builder.text_at(node.from as usize..node.to as usize);
        return;
    };
    let mut whole = text(node).to_owned();
    let mut part = Some(next);
    while let Some(at) = part {
        whole.push_str(text(at));
        part = more(at);
    }
    to.builder.text(&whole);
}

/// The nodes that go into this slot, or the slot's own children where there are none.
fn visit_slot(to: &mut Flattening, slot: Node) {
    let name = value(to, slot, Attr::Name).to_owned();
    let assigned = to.shadows.last_mut().and_then(|slots| slots.remove(&name));
    let Some(assigned) = assigned else {
        to.steps.push(Step::Visit(slot.first));
        return;
    };
    // Slotted nodes belong to the tree around the host: slots inside them mean the host of that tree.
    to.steps.extend(to.shadows.pop().map(Step::EnterShadow));
    to.steps.extend(assigned.into_iter().rev().map(Step::VisitOne));
}

fn slots(to: &Flattening, first: u32) -> Slots {
    let mut slots = Slots::new();
    let mut at = first;
    while let Some(&node) = to.nodes.get(at as usize) {
        let name = match node.data {
            Data::Text => Some(""),
            Data::Element(_) => Some(value(to, node, Attr::SlotName)),
            Data::Other | Data::TextMore | Data::Sheet => None,
        };
        if let Some(name) = name {
            slots.entry(name.to_owned()).or_default().push(at);
        }
        at = node.next;
    }
    slots
}

/// The value of an element's attribute; empty where it has none.
fn value(to: &Flattening, element: Node, wanted: Attr) -> &str {
    let own = &to.attrs[element.from as usize..element.to as usize];
    let place = own.iter().find(|place| place.attr == wanted);
    place.and_then(|place| to.builder.buffer().get(place.from as usize..place.to as usize)).unwrap_or_default()
}

/// The text of a `<style>`.
fn sheet_text(to: &Flattening, element: Node) -> String {
    let mut text = String::new();
    let mut at = element.first;
    while let Some(node) = to.nodes.get(at as usize) {
        if node.data == Data::Sheet {
            text.push_str(&to.sheet_text[node.from as usize..node.to as usize]);
        }
        at = node.next;
    }
    text
}

/// Whether scripts of a type only carry data: structured data, and formulas in TeX.
pub fn is_data(script_type: &str) -> bool {
    script_type.contains("ld+json") || script_type.starts_with("math/tex")
}
