//! What lies inside the chosen nodes and still stays out of the body, because it is shown as a field: wire credits, the
//! byline, the date. Other clutter was left out when the nodes were chosen.

use crate::clutter::{Finding, SURE};
use crate::content::MainContent;
use crate::page::{NodeId, NodeSet, Page};
use crate::reading::{Metadata, SectionKind};
use crate::text::{search, words};

/// Characters that an element may hold beyond the byline it shows: "Written by", a colon. With 60, text was lost on the
/// marked pages.
const BYLINE_CHARS_MORE: usize = 14;
/// Characters of an element that shows just a date: "Updated: Wednesday, 27 September 2023, 11:45 pm".
const DATE_CHARS_MAX: usize = 48;
/// Bytes of a wire credit. A finding that holds more would cost the article a part of its text.
const CREDIT_BYTES_MAX: usize = 600;

/// The nodes that stay out; `credits` are those that become fields.
pub fn nodes(page: &Page, metadata: &Metadata, main: &MainContent, credits: &[&Finding]) -> NodeSet {
    let mut out = NodeSet::default();
    let inside = |node: NodeId| main.roots.iter().any(|&root| root < node && page.contains(root, node));
    // A line of name and date is both.
    let has_date = |node: NodeId| metadata.published_node.is_some_and(|date| page.contains(node, date));
    let date_chars = if metadata.byline_node.is_some_and(has_date) { DATE_CHARS_MAX } else { 0 };
    let byline_chars = metadata.byline_chars + BYLINE_CHARS_MORE + date_chars;
    for (node, chars_max) in [(metadata.byline_node, byline_chars), (metadata.published_node, DATE_CHARS_MAX)] {
        let Some(node) = node.filter(|&node| node.index() < page.len() && inside(node)) else { continue };
        let text = page.text_of(node);
        if search::chars(&text) <= chars_max && !is_sentence(&text) {
            out.insert_range(node..page.end(node));
        }
    }
    for finding in credits.iter().filter(|finding| inside(finding.node)) {
        out.insert_range(finding.node..finding.until);
    }
    out
}

/// Whether a text is a sentence, though it may begin with who wrote it: "(Reporter Li Na) In spring, ...".
fn is_sentence(text: &str) -> bool {
    /// Words of a sentence; a name with its job and a full stop has fewer.
    const WORDS_MIN: u32 = 8;
    search::has(text, "。") || text.ends_with('.') && words::number(text) >= WORDS_MIN
}

/// Whether a finding is a credit to be shown as a field.
pub fn is_credit(page: &Page, finding: &Finding) -> bool {
    finding.kind == SectionKind::WireCredit
        && finding.certainty >= SURE
        && page.text_between(finding.node, finding.until).len() <= CREDIT_BYTES_MAX
}
