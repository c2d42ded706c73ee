//! The chance of every block to belong to the article, from the learned trees: first each block by itself, then again with
//! the first verdicts on the blocks around it, which is how a caption or a subheading is told from a label.

use super::features::{self, Measure};
use super::forest::ROWS;
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
    let measure = Measure::new(page, blocks, metadata, &learned.words);
    let (all, thresholds) = (blocks.list.len(), &learned.thresholds);
    // For each [`ROWS`] blocks, which of them are below each threshold.
    let mut below = vec![0; all.div_ceil(ROWS) * thresholds.count()];
    let (mut numbers, mut first) = (vec![0.0; features::COUNT * ROWS], Vec::with_capacity(all));
    for below in below.chunks_mut(thresholds.count().max(1)) {
        let count = ROWS.min(all - first.len());
        for row in 0..count {
            measure.put(first.len() + row, &mut numbers, row, ROWS);
        }
        thresholds.hold(0, &numbers, count, below);
        learned.first.add_chances(below, count, &mut first);
    }
    first.resize(all, 0.0);
    let kinds = kinds(learned, &below, all);
    let templates = measure.templates();
    drop(measure);
    let totals = Totals::new(blocks, &first);
    let around: Vec<[Range<usize>; LEVELS]> = (0..all).map(|at| levels::around(page, blocks, at)).collect();
    let best = totals.best(&around);
    let alike = template_means(blocks, &templates, &first);
    let (mut wide, mut chances) = (Vec::new(), Vec::with_capacity(all));
    for below in below.chunks_mut(thresholds.count().max(1)) {
        let count = ROWS.min(all - chances.len());
        for row in 0..count {
            let at = chances.len() + row;
            wide.clear();
            neighbours(&mut wide, &first, &totals, at);
            containers(&mut wide, &totals, &around[at], &best, at);
            wide.extend_from_slice(&alike[at]);
            for column in 0..wide.len() {
                numbers[column * ROWS + row] = wide[column];
            }
        }
        thresholds.hold(features::COUNT, &numbers[..wide.len() * ROWS], count, below);
        learned.second.add_chances(below, count, &mut chances);
    }
    chances.resize(all, 0.0);
    Verdicts { blocks: chances, templates, page_type: page_type::of(metadata, &kinds) }
}

/// The chance of each kind of page. What is asked of the kind is the same in every row, so the first one tells.
fn kinds(learned: &Weights, below: &[u64], rows: usize) -> [f32; LEARNED] {
    let mut chances = Vec::with_capacity(LEARNED);
    for kind in &learned.kinds {
        kind.add_chances(below, rows.min(1), &mut chances);
    }
    chances.try_into().unwrap_or_default()
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
