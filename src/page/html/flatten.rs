//! The parsed tree as a flat page, with declarative shadow roots in place of their hosts' children.

use super::arena::{Arena, DOCUMENT, Data, NONE, Node};
use crate::page::{Attr, Page, PageBuilder, Tag};

/// What is left to do, innermost last.
enum Step {
    /// Visit a node and then its siblings.
    Visit(u32),
    /// Visit one node only.
    VisitOne(u32),
    /// End the innermost element.
    Close,
    /// Back in the shadow tree of a host.
    EnterHost(u32),
    /// End a shadow tree: slots mean the outer host again.
    LeaveHost,
}

/// Flattens the tree in document order.
pub fn page(arena: Arena) -> Page {
    let nodes = arena.into_nodes();
    let mut builder = PageBuilder::default();
    let mut steps = vec![Step::Visit(nodes[DOCUMENT as usize].first)];
    let mut hosts: Vec<u32> = Vec::new();
    while let Some(step) = steps.pop() {
        match step {
            Step::Close => builder.close(),
            Step::EnterHost(host) => hosts.push(host),
            Step::LeaveHost => drop(hosts.pop()),
            Step::VisitOne(node) => visit(&nodes, node, &mut builder, &mut steps, &mut hosts),
            Step::Visit(NONE) => {}
            Step::Visit(node) => {
                steps.push(Step::Visit(nodes[node as usize].next));
                visit(&nodes, node, &mut builder, &mut steps, &mut hosts);
            }
        }
    }
    builder.finish()
}

fn visit(nodes: &[Node], node: u32, builder: &mut PageBuilder, steps: &mut Vec<Step>, hosts: &mut Vec<u32>) {
    let (name, attrs) = match &nodes[node as usize].data {
        Data::Other => return,
        Data::Text(text) => {
            builder.text(text);
            return;
        }
        Data::Element { name, attrs, .. } => (name, attrs),
    };
    let tag = Tag::from_name(&name.local);
    if tag == Tag::Slot
        && let Some(&host) = hosts.last()
    {
        return visit_slot(nodes, node, host, steps, hosts);
    }
    builder.open(&name.local);
    for (attr, value) in attrs {
        builder.attr(*attr, value);
    }
    steps.push(Step::Close);
    match tag {
        Tag::Svg | Tag::Style | Tag::Template => {}
        Tag::Script if !is_data(attrs) => {}
        _ => {
            if let Some(root) = shadow_root(nodes, node) {
                hosts.push(node);
                steps.extend([Step::LeaveHost, Step::Visit(nodes[root as usize].first)]);
            } else {
                steps.push(Step::Visit(nodes[node as usize].first));
            }
        }
    }
}

/// The host's light children that go into this slot, or the slot's own children where there are none.
fn visit_slot(nodes: &[Node], slot: u32, host: u32, steps: &mut Vec<Step>, hosts: &mut Vec<u32>) {
    let wanted = attr(nodes, slot, Attr::Name).unwrap_or_default();
    let mut assigned: Vec<Step> = children(nodes, host)
        .filter(|&child| match &nodes[child as usize].data {
            Data::Text(_) => wanted.is_empty(),
            Data::Element { shadow_root: false, .. } => attr(nodes, child, Attr::SlotName).unwrap_or_default() == wanted,
            _ => false,
        })
        .map(Step::VisitOne)
        .collect();
    if assigned.is_empty() {
        steps.push(Step::Visit(nodes[slot as usize].first));
        return;
    }
    // Slotted nodes belong to the tree around the host: slots inside them mean the host of that tree.
    hosts.pop();
    assigned.reverse();
    steps.push(Step::EnterHost(host));
    steps.extend(assigned);
}

fn shadow_root(nodes: &[Node], host: u32) -> Option<u32> {
    children(nodes, host).find_map(|child| match nodes[child as usize].data {
        Data::Element { shadow_root: true, fragment, .. } if fragment != NONE => Some(fragment),
        _ => None,
    })
}

fn children(nodes: &[Node], node: u32) -> impl Iterator<Item = u32> + '_ {
    let first = nodes[node as usize].first;
    std::iter::successors((first != NONE).then_some(first), |&at| {
        let next = nodes[at as usize].next;
        (next != NONE).then_some(next)
    })
}

fn attr(nodes: &[Node], node: u32, wanted: Attr) -> Option<&str> {
    match &nodes[node as usize].data {
        Data::Element { attrs, .. } => attrs.iter().find_map(|(attr, value)| (*attr == wanted).then_some(&**value)),
        _ => None,
    }
}

/// Scripts that only carry data: structured data, and formulas in TeX.
fn is_data(attrs: &[(Attr, html5ever::tendril::StrTendril)]) -> bool {
    attrs.iter().any(|(attr, value)| *attr == Attr::Type && (value.contains("ld+json") || value.starts_with("math/tex")))
}
