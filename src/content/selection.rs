//! Which blocks to take, given the chance of each.

use crate::blocks::Blocks;
use std::cmp::Ordering;

/// A block below this chance is never taken. Higher loses captions and short paragraphs, lower lets labels in.
const CHANCE_MIN: f32 = 0.2;
/// A block from this chance on is always taken.
const CHANCE_SURE: f32 = 0.65;

/// The blocks whose taking gives the best F1 to be expected, if every verdict is the chance that its block is right: in
/// falling order of chance, as many as raise `2 * expected right words / (words taken + expected words of the article)`.
pub fn take(blocks: &Blocks, verdicts: &[f32]) -> Vec<bool> {
    let words = |at: usize| blocks.list[at].counts.words as f32;
    let mut order: Vec<usize> = (0..verdicts.len()).collect();
    order.sort_by(|&a, &b| verdicts[b].partial_cmp(&verdicts[a]).unwrap_or(Ordering::Equal).then(a.cmp(&b)));
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

/// How sure the choice is: the mean chance of the words taken.
pub fn confidence(blocks: &Blocks, verdicts: &[f32], taken: &[bool]) -> f32 {
    let (mut right, mut all) = (0.0, 0.0);
    for (at, block) in blocks.list.iter().enumerate().filter(|&(at, _)| taken[at]) {
        right += verdicts[at] * block.counts.words as f32;
        all += block.counts.words as f32;
    }
    if all > 0.0 { right / all } else { 0.0 }
}
