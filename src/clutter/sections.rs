//! The findings as the public API gives them.

use super::Finding;
use crate::page::{NodeId, Page, Tag};
use crate::reading::Section;
use crate::rules;

/// One section a finding, numbered in document order.
pub fn sections(page: &Page, findings: &[Finding]) -> Vec<Section> {
    let section = |(id, finding): (usize, &Finding)| {
        let elements = elements(page, finding);
        Section {
            id: id as u32,
            kind: finding.kind,
            rule: finding.rule,
            reason: reason(finding),
            text: page.text_between(finding.node, finding.until),
            node: finding.node,
            is_element: elements.as_slice() == [finding.node],
            elements,
        }
    };
    findings.iter().enumerate().map(section).collect()
}

fn reason(finding: &Finding) -> String {
    let kind = rules::reason(finding.kind);
    if finding.evidence.is_empty() { [kind, "."].concat() } else { [kind, ": ", &finding.evidence, "."].concat() }
}

/// Whether hiding the finding's elements hides all of its text.
pub fn is_hideable(page: &Page, finding: &Finding) -> bool {
    let mut at = finding.node;
    for element in elements(page, finding).into_iter().chain([finding.until]) {
        // What lies between two of the elements is in none.
        let mut between = (at.place()..element.place()).map(NodeId::at);
        if between.any(|node| page.tag(node) == Tag::Text && !page.text(node).trim().is_empty()) {
            return false;
        }
        at = if element < finding.until { page.end(element) } else { element };
    }
    true
}

/// The elements that make up a finding: those that lie in its run with all they hold, none inside another. Bare text has
/// no element and cannot be hidden.
fn elements(page: &Page, finding: &Finding) -> Vec<NodeId> {
    let mut out = Vec::new();
    let mut at = finding.node;
    while at < finding.until {
        let whole = page.end(at) <= finding.until;
        if whole && page.tag(at) != Tag::Text {
            out.push(at);
        }
        at = if whole { page.end(at) } else { at.next() };
    }
    out
}
