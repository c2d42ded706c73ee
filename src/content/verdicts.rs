//! The chance of every block to belong to the article, from the learned trees: first each block by itself, then again with
//! the first verdicts on the blocks around it, which is how a caption or a subheading is told from a label.

use super::features;
use super::levels::{self, LEVELS};
use super::page_type::{self, LEARNED};
use super::weights::Weights;
use crate::blocks::Blocks;
use crate::page::Page;
use crate::reading::{Metadata, PageType};
use std::ops::Range;

/// Whose first verdicts the second round sees, as steps from the block.
const AROUND: [isize; 6] = [-3, -2, -1, 1, 2, 3];
/// What stands for a block beyond the page's ends.
const NONE: f32 = -1.0;
/// Blocks on either side over which the first verdicts are averaged.
const REACH: usize = 8;
/// A container gains by words of more than this chance and loses by others. Lower takes in more of the page.
const HALF: f32 = 0.45;
/// A block farther than this from the best container is as far as any.
const FAR_BLOCKS: i64 = 50;

/// What the trees say of a page.
pub struct Verdicts {
    /// The chances, 0 to 1, in the order of the blocks.
    pub blocks: Vec<f32>,
    /// Blocks of one template share this number.
    pub templates: Vec<usize>,
    /// What kind of page it is, its length aside.
    pub page_type: PageType,
}

/// Asks the trees about every block, and about the page.
pub fn of_page(page: &Page, blocks: &Blocks, metadata: &Metadata, learned: &Weights) -> Verdicts {
    let features::Measured { rows, templates } = features::of_blocks(page, blocks, metadata, &learned.words);
    let first: Vec<f32> = rows.iter().map(|row| learned.first.chance(row)).collect();
    let totals = Totals::new(blocks, &first);
    let around: Vec<[Range<usize>; LEVELS]> = (0..rows.len()).map(|at| levels::around(page, blocks, at)).collect();
    let best = totals.best(&around);
    let alike = template_means(blocks, &templates, &first);
    let mut wide = Vec::new();
    let chances = (0..rows.len())
        .map(|at| {
            wide.clear();
            wide.extend_from_slice(&rows[at]);
            neighbours(&mut wide, &first, &totals, at);
            containers(&mut wide, &totals, &around[at], &best, at);
            wide.extend(alike[at]);
            learned.second.chance(&wide)
        })
        .collect();
    // What is asked of the kind is the same in every row.
    let kinds = rows.first().map_or([0.0; LEARNED], |row| std::array::from_fn(|kind| learned.kinds[kind].chance(row)));
    Verdicts { blocks: chances, templates, page_type: page_type::of(metadata, &kinds) }
}

/// What the first round said of the block, of the blocks around it, and of the page.
fn neighbours(wide: &mut Vec<f32>, first: &[f32], totals: &Totals, at: usize) {
    wide.push(first[at]);
    wide.extend(
        AROUND.iter().map(|&step| at.checked_add_signed(step).and_then(|near| first.get(near)).copied().unwrap_or(NONE)),
    );
    let all = first.len();
    let near = at.saturating_sub(REACH)..(at + REACH + 1).min(all);
    let whole = totals.worth(0..all);
    wide.push(totals.worth(0..at) / whole.max(1.0));
    wide.push(totals.mean(near));
    wide.push(whole.ln_1p());
    wide.push(totals.mean(0..all));
}

/// What the first round said of the containers around the block, and where the block lies to the best container of all.
fn containers(wide: &mut Vec<f32>, totals: &Totals, around: &[Range<usize>; LEVELS], best: &Range<usize>, at: usize) {
    let whole = totals.worth(0..totals.worth.len() - 1).max(1.0);
    wide.extend(around.iter().map(|range| totals.mean(range.clone())));
    wide.extend(around.iter().map(|range| totals.worth(range.clone()) / whole));
    let (at, start, end) = (at as i64, best.start as i64, best.end as i64);
    let away = if at < start { at - start } else { (at - end + 1).max(0) };
    wide.push(away.clamp(-FAR_BLOCKS, FAR_BLOCKS) as f32);
    wide.push(totals.worth(best.clone()) / whole);
    wide.push(totals.mean(best.clone()));
}

/// For each block, the mean first verdict over the words of all blocks of its template, and how many those are (log).
fn template_means(blocks: &Blocks, templates: &[usize], first: &[f32]) -> Vec<[f32; 2]> {
    let mut sums = vec![(0.0, 0.0, 0u32); templates.len()];
    for ((block, template), verdict) in blocks.list.iter().zip(templates).zip(first) {
        let words = block.counts.words as f32 + 1.0;
        let sum = &mut sums[*template];
        *sum = (sum.0 + words * verdict, sum.1 + words, sum.2 + 1);
    }
    let mean = |&template: &usize| {
        let (worth, words, count) = sums[template];
        [worth / words, (count as f32).ln_1p()]
    };
    templates.iter().map(mean).collect()
}

/// Running totals: `worth[i]` and `words[i]` sum the blocks before block `i`.
struct Totals {
    worth: Vec<f32>,
    words: Vec<f32>,
}

impl Totals {
    fn new(blocks: &Blocks, first: &[f32]) -> Totals {
        let mut totals = Totals { worth: vec![0.0], words: vec![0.0] };
        let (mut worth, mut words) = (0.0, 0.0);
        for (block, verdict) in blocks.list.iter().zip(first) {
            words += block.counts.words as f32;
            worth += block.counts.words as f32 * verdict;
            totals.worth.push(worth);
            totals.words.push(words);
        }
        totals
    }

    fn worth(&self, range: Range<usize>) -> f32 {
        self.worth[range.end] - self.worth[range.start]
    }

    fn words(&self, range: Range<usize>) -> f32 {
        self.words[range.end] - self.words[range.start]
    }

    fn mean(&self, range: Range<usize>) -> f32 {
        self.worth(range.clone()) / self.words(range).max(1.0)
    }

    /// The container that gains most; of equals the first, from the inside out.
    fn best(&self, around: &[[Range<usize>; LEVELS]]) -> Range<usize> {
        let mut best = (f32::MIN, 0..0);
        for range in around.iter().flatten() {
            let gain = self.worth(range.clone()) - HALF * self.words(range.clone());
            if gain > best.0 {
                best = (gain, range.clone());
            }
        }
        best.1
    }
}
