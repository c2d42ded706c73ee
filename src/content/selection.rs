//! Which blocks to take, given the chance of each.

use crate::blocks::Blocks;
use crate::clutter::{Finding, SURE};
use crate::reading::SectionKind;
use crate::sort;

/// A block below this chance is never taken. Higher loses captions and short paragraphs, lower lets labels in.
const CHANCE_MIN: f32 = 0.2;
/// A block from this chance on is always taken.
const CHANCE_SURE: f32 = 0.65;

/// The blocks whose taking gives the best F1 to be expected, if every verdict is the chance that its block is right: in
/// falling order of chance, as many as raise `2 * expected right words / (words taken + expected words of the article)`.
pub fn take(blocks: &Blocks, verdicts: &[f32]) -> Vec<bool> {
    let words = |at: usize| blocks.list[at].counts.words as f32;
    // The bits of floats that are not negative stand in the order of the floats.
    let order = sort::by_number((0..verdicts.len()).collect(), |&at| !verdicts[at].to_bits());
    let article: f32 = verdicts.iter().enumerate().map(|(at, verdict)| verdict * words(at)).sum();
    let (mut right, mut taken, mut best, mut cut) = (0.0, 0.0, 0.0, 0);
    for (count, &at) in order.iter().enumerate() {
        right += verdicts[at] * words(at);
        taken += words(at);
        let expected = 2.0 * right / (taken + article).max(1.0);
        if expected > best {
            (best, cut) = (expected, count + 1);
        }
    }
    let mut take: Vec<bool> = verdicts.iter().map(|&verdict| verdict > CHANCE_SURE).collect();
    for &at in order[..cut].iter().filter(|&&at| verdicts[at] > CHANCE_MIN) {
        take[at] = true;
    }
    take
}

/// A finding that holds more than this share of the words taken is not believed: it would cost the article itself.
const CLUTTER_SHARE_MAX: f32 = 0.3;

/// Leaves out what is surely clutter. Wire credits stay: they stand in the article and become its fields.
pub fn leave_out_clutter(blocks: &Blocks, findings: &[Finding], taken: &mut [bool]) {
    let words = |range: std::ops::Range<usize>, taken: &[bool]| -> u32 {
        range.filter(|&at| taken[at]).map(|at| blocks.list[at].counts.words).sum()
    };
    let all = words(0..taken.len(), taken) as f32;
    let mut cleared = 0;
    for finding in findings.iter().filter(|finding| finding.certainty >= SURE && finding.kind != SectionKind::WireCredit) {
        let range = blocks.starting_in(finding.node, finding.until);
        // Findings come in document order and may lie in one another: what the outer one cleared is not gone through again.
        let range = range.start.max(cleared)..range.end;
        if !range.is_empty() && words(range.clone(), taken) as f32 <= CLUTTER_SHARE_MAX * all {
            cleared = range.end;
            taken[range].fill(false);
        }
    }
}

/// How sure the choice is: the mean chance of the words taken.
pub fn confidence(blocks: &Blocks, verdicts: &[f32], taken: &[bool]) -> f32 {
    let (mut right, mut all) = (0.0, 0.0);
    for (at, block) in blocks.list.iter().enumerate().filter(|&(at, _)| taken[at]) {
        right += verdicts[at] * block.counts.words as f32;
        all += block.counts.words as f32;
    }
    if all > 0.0 { right / all } else { 0.0 }
}
