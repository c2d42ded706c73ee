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
    let (mut numbers, mut first) = (measure.row(), Vec::with_capacity(all));
    for below in below.chunks_mut(thresholds.count().max(1)) {
        let count = ROWS.min(all - first.len());
        for row in 0..count {
            measure.put(first.len() + row, &mut numbers);
            thresholds.hold(0, &numbers, row, below);
        }
        thresholds.add_up(0..features::COUNT, below);
        learned.first.add_chances(below, count, &mut first);
    }
    first.resize(all, 0.0);
    let kinds = kinds(learned, &below, all);
    let templates = measure.templates();
    drop(measure);
    let around = Surround::new(page, blocks, &templates, &first);
    let (mut numbers, mut chances) = (Vec::new(), Vec::with_capacity(all));
    for below in below.chunks_mut(thresholds.count().max(1)) {
        let count = ROWS.min(all - chances.len());
        for row in 0..count {
            around.put(chances.len() + row, &mut numbers);
            thresholds.hold(features::COUNT, &numbers, row, below);
        }
        thresholds.add_up(features::COUNT..features::COUNT + numbers.len(), below);
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

/// What the first round said of the blocks around each block, of its containers, its template and the page.
struct Surround<'a> {
    first: &'a [f32],
    totals: Totals,
    /// Each set of containers, with what was said of them.
    containers: Vec<[f32; 2 * LEVELS]>,
    /// The set around each block.
    of_block: Vec<u32>,
    /// Each block's template, with what was said of it.
    templates: &'a [usize],
    of_template: Vec<[f32; 2]>,
    /// The container that gains most.
    best: Range<usize>,
    /// What was said of that container, and of the page.
    of_best: [f32; 2],
    of_page: [f32; 2],
    /// What all words of the page are worth, or 1.
    whole: f32,
}

impl Surround<'_> {
    fn new<'a>(page: &Page, blocks: &Blocks, templates: &'a [usize], first: &'a [f32]) -> Surround<'a> {
        let totals = Totals::new(blocks, first);
        let worth = totals.worth(0..first.len());
        let whole = worth.max(1.0);
        let (mut containers, mut of_block) = (Vec::new(), Vec::with_capacity(first.len()));
        let (mut best, mut last) = ((f32::MIN, 0..0), None);
        for at in 0..first.len() {
            let innermost = levels::first(page, blocks, at);
            // Neighbours stand in the same containers.
            if innermost.is_none() || innermost != last {
                let around = levels::around(page, blocks, at, innermost);
                let mut said = [0.0; 2 * LEVELS];
                for (level, range) in around.into_iter().enumerate() {
                    said[level] = totals.mean(&range);
                    said[LEVELS + level] = totals.worth(range.clone()) / whole;
                    // Of equals the first, from the inside out.
                    let gain = totals.worth(range.clone()) - HALF * totals.words(&range);
                    if gain > best.0 {
                        best = (gain, range);
                    }
                }
                containers.push(said);
            }
            last = innermost;
            of_block.push(containers.len() as u32 - 1);
        }
        let best = best.1;
        let of_best = [totals.worth(best.clone()) / whole, totals.mean(&best)];
        let of_page = [worth.ln_1p(), totals.mean(&(0..first.len()))];
        let of_template = template_means(blocks, templates, first);
        Surround { first, totals, containers, of_block, templates, of_template, best, of_best, of_page, whole }
    }

    /// Puts the numbers of a block into a row.
    fn put(&self, at: usize, row: &mut Vec<f32>) {
        row.clear();
        row.push(self.first[at]);
        for step in AROUND {
            row.push(at.checked_add_signed(step).and_then(|near| self.first.get(near)).copied().unwrap_or(NONE));
        }
        row.push(self.totals.worth(0..at) / self.whole);
        row.push(self.totals.mean(&(at.saturating_sub(REACH)..(at + REACH + 1).min(self.first.len()))));
        row.extend_from_slice(&self.of_page);
        row.extend_from_slice(&self.containers[self.of_block[at] as usize]);
        // Where the block lies to the best container.
        let (at_block, start, end) = (at as i64, self.best.start as i64, self.best.end as i64);
        let away = if at_block < start { at_block - start } else { (at_block - end + 1).max(0) };
        row.push(away.clamp(-FAR_BLOCKS, FAR_BLOCKS) as f32);
        row.extend_from_slice(&self.of_best);
        row.extend_from_slice(&self.of_template[self.templates[at]]);
    }
}

/// For each template, at the place of its first block: the mean first verdict over the words of its blocks, and how many those are
/// (log).
fn template_means(blocks: &Blocks, templates: &[usize], first: &[f32]) -> Vec<[f32; 2]> {
    let mut sums = vec![(0.0, 0.0, 0u32); templates.len()];
    for ((block, template), verdict) in blocks.list.iter().zip(templates).zip(first) {
        let words = block.counts.words as f32 + 1.0;
        let sum = &mut sums[*template];
        *sum = (sum.0 + words * verdict, sum.1 + words, sum.2 + 1);
    }
    sums.into_iter().map(|(worth, words, count)| [worth / f32::max(words, 1.0), features::ln(count)]).collect()
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

    fn words(&self, range: &Range<usize>) -> f32 {
        self.words[range.end] - self.words[range.start]
    }

    fn mean(&self, range: &Range<usize>) -> f32 {
        self.worth(range.clone()) / self.words(range).max(1.0)
    }
}
