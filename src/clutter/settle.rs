//! From all that the rules found to what stands: the guard, one finding a place, none inside another.

use super::facts::Facts;
use super::{Finding, SURE};
use crate::page::NodeId;
use crate::reading::SectionKind;
use crate::sort;

/// Share of the page's prose, in hundredths, from which an element holds the article, whatever it is named. A page of
/// comments has more prose in them than in a short article, so they may have more.
const PROSE_PERCENT_MAX: u32 = 45;
/// The same for comments.
const COMMENTS_PROSE_PERCENT_MAX: u32 = 85;
/// Words of prose from which the guard counts: on a page with less there is nothing to guard.
const GUARDED_WORDS_MIN: u32 = 60;

/// The findings that stand, in document order.
pub fn settle(facts: &Facts, mut found: Vec<Finding>) -> Vec<Finding> {
    found.retain(|finding| finding.node < finding.until && !holds_article(facts, finding));
    // The outer before the inner, the surest first: what decides is sorted by last.
    let found = sort::by_number(found, &|finding| !finding.certainty.to_bits());
    let found = sort::by_number(found, &|finding| !finding.until.place());
    let merged = merge(sort::by_number(found, &|finding| finding.node.place()));
    drop_nested(merged)
}

/// Whether the finding holds the headline, its byline or date, or most of the page's prose.
fn holds_article(facts: &Facts, finding: &Finding) -> bool {
    let own = facts.is_own(finding.node, finding.until);
    let total = facts.prose_total();
    let prose = facts.prose(facts.blocks.starting_in(finding.node, finding.until));
    let comments = finding.kind == SectionKind::Comments;
    let percent_max = if comments { COMMENTS_PROSE_PERCENT_MAX } else { PROSE_PERCENT_MAX };
    // What stands on the page twice may be the half of it.
    let guarded = total >= GUARDED_WORDS_MIN && finding.kind != SectionKind::Duplicate;
    own || guarded && prose * 100 > total * percent_max
}

/// Findings of the same run become one: the surest names it, and each of the same kind makes it surer.
fn merge(found: Vec<Finding>) -> Vec<Finding> {
    let mut out: Vec<Finding> = Vec::with_capacity(found.len());
    for finding in found {
        match out.last_mut() {
            Some(last) if last.node == finding.node && last.until == finding.until => {
                if last.kind == finding.kind {
                    last.certainty = 1.0 - (1.0 - last.certainty) * (1.0 - finding.certainty);
                }
            }
            _ => out.push(finding),
        }
    }
    out
}

/// Whether a finding says more than the one around it: a wall, which tells the gate, and a credit, which becomes a field.
fn keeps_name(inner: SectionKind, outer: SectionKind) -> bool {
    inner.is_wall() && !outer.is_wall()
        || inner == SectionKind::WireCredit && !matches!(outer, SectionKind::WireCredit | SectionKind::Footer)
}

/// Drops what stands inside another finding, unless it names what the outer one is.
fn drop_nested(found: Vec<Finding>) -> Vec<Finding> {
    let mut out: Vec<Finding> = Vec::with_capacity(found.len());
    // Where the findings around the current place end, what they are, and whether they are sure; each is inside the one
    // before it. An unsure one takes in only what is unsure too.
    let mut around: Vec<(NodeId, SectionKind, bool)> = Vec::new();
    for finding in found {
        while around.last().is_some_and(|&(until, ..)| until <= finding.node) {
            around.pop();
        }
        let sure = finding.certainty >= SURE;
        let holds = |&&(until, kind, outer_sure): &&(NodeId, SectionKind, bool)| {
            finding.until <= until && (outer_sure || !sure) && !keeps_name(finding.kind, kind)
        };
        // The innermost and the outermost tell: what lies between is inside the one and around the other.
        if around.last().filter(holds).or(around.first().filter(holds)).is_some() {
            continue;
        }
        if !finding.kind.is_wall() || around.is_empty() {
            around.push((finding.until, finding.kind, sure));
        }
        out.push(finding);
    }
    out
}
