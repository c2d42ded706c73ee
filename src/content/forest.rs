//! Boosted trees, asked about 64 rows of numbers at once: the rows that a question holds for are the bits of one number. A tree
//! walked row by row jumps where no processor foresees it; so it is walked once, past what no row reaches.

use std::ops::Range;

/// Rows asked about at once.
pub const ROWS: usize = 64;
/// Bits of a leaf.
pub const LEAF_BITS: u32 = 6;
/// What is added to a leaf, so that none is below zero.
const LEAF_ZERO: i32 = 1 << (LEAF_BITS - 1);
/// Bits of the sum of the leaves of as many trees as a forest may have.
const SUM_BITS: usize = LEAF_BITS as usize + 16;

/// Steps between the lowest and the highest threshold of a feature. More take room, fewer let a number pass more thresholds.
const STEPS: usize = 64;

/// The numbers that the questions of all forests compare with, ascending for each feature, and behind those of each one that no
/// number is above.
#[derive(Debug, Default)]
pub struct Thresholds {
    all: Vec<f32>,
    features: Vec<Feature>,
}

/// The thresholds of a feature.
#[derive(Debug)]
struct Feature {
    lowest: f32,
    steps_a_unit: f32,
    /// Where they end.
    end: usize,
    /// For each step the first threshold that is on it or on a higher one.
    places: [u16; STEPS],
}

impl Feature {
    /// The step that a number is on: never a higher one than that of a higher number.
    #[inline]
    fn step(&self, number: f32) -> usize {
        usize::from(((number - self.lowest) * self.steps_a_unit) as u8).min(STEPS - 1)
    }
}

impl Thresholds {
    /// Adds those of the next feature.
    pub fn push(&mut self, ascending: impl Iterator<Item = f32>) {
        let from = self.all.len();
        self.all.extend(ascending);
        let own = self.all.get(from..).unwrap_or_default();
        let (lowest, highest) = (own.first().copied().unwrap_or(0.0), own.last().copied().unwrap_or(0.0));
        let steps_a_unit = if lowest < highest { (STEPS - 1) as f32 / (highest - lowest) } else { 1.0 };
        let mut feature = Feature { lowest, steps_a_unit, end: self.all.len(), places: [0; STEPS] };
        let mut place = from;
        for step in 0..STEPS {
            while self.all.get(place).is_some_and(|&threshold| feature.step(threshold) < step) {
                place += 1;
            }
            feature.places[step] = place as u16;
        }
        self.all.push(f32::INFINITY);
        self.features.push(feature);
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.all.len()
    }

    /// The places of a feature's; none for one without.
    pub fn of(&self, feature: usize) -> Range<usize> {
        let end = |feature: usize| self.features.get(feature).map(|feature| feature.end);
        let from = feature.checked_sub(1).map_or(Some(0), |before| Some(end(before)? + 1));
        from.zip(end(feature)).map_or(0..0, |(from, until)| from..until)
    }

    /// Holds a row of numbers against the thresholds, beginning with those of feature `first`. `below` has a number for each
    /// threshold: in the one of the first that each number is at most, `row` becomes a bit.
    pub fn hold(&self, first: usize, numbers: &[f32], row: usize, below: &mut [u64]) {
        let bit = 1u64.unbounded_shl(row as u32);
        let features = self.features.get(first..).unwrap_or_default();
        for (&number, feature) in numbers.iter().zip(features) {
            let mut place = usize::from(feature.places[feature.step(number)]);
            while self.all.get(place).is_some_and(|&threshold| number > threshold) {
                place += 1;
            }
            if let Some(rows) = below.get_mut(place) {
                *rows |= bit;
            }
        }
    }

    /// Makes of the rows that are at most as much as a threshold, and more than the one before it, all that are at most as much:
    /// for all thresholds of some features.
    pub fn add_up(&self, features: Range<usize>, below: &mut [u64]) {
        for feature in features {
            let mut rows = 0;
            for at_most in below.get_mut(self.of(feature)).unwrap_or_default() {
                rows |= *at_most;
                *at_most = rows;
            }
        }
    }
}

/// Boosted trees, one after another.
#[derive(Debug, Default)]
pub struct Forest {
    nodes: Vec<Node>,
    /// Where each tree begins.
    roots: Vec<u16>,
    /// What the sum of the leaves begins with.
    ground: f32,
    /// How much one step of a leaf is.
    step: f32,
}

/// One question: is the number at most this threshold? Then the next node follows, else the one `skip` nodes on. Where that is
/// 0, the node is a leaf.
#[derive(Clone, Copy, Debug)]
struct Node {
    threshold: u16,
    skip: u8,
    leaf: u8,
}

impl Forest {
    /// A forest without trees yet.
    pub fn new(ground: f32, step: f32) -> Forest {
        Forest { ground, step, ..Forest::default() }
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// How many trees there are.
    pub fn trees(&self) -> usize {
        self.roots.len()
    }

    /// Begins a tree.
    pub fn begin(&mut self) {
        self.roots.push(self.nodes.len() as u16);
    }

    /// Adds a question by the place of its threshold. Its side above comes with [`Forest::end_below`].
    pub fn ask(&mut self, threshold: usize) {
        self.nodes.push(Node { threshold: threshold as u16, skip: 0, leaf: 0 });
    }

    /// Adds a leaf, of [`LEAF_BITS`] bits with its sign.
    pub fn leaf(&mut self, leaf: i32) {
        self.nodes.push(Node { threshold: 0, skip: 0, leaf: (leaf + LEAF_ZERO) as u8 });
    }

    /// Says that the side above of a question begins with the next node.
    pub fn end_below(&mut self, question: usize) {
        let next = self.nodes.len();
        if let Some(node) = self.nodes.get_mut(question) {
            node.skip = (next - question) as u8;
        }
    }

    /// Adds the chances, 0 to 1, of the first `count` rows that were held against the thresholds.
    pub fn add_chances(&self, below: &[u64], count: usize, chances: &mut Vec<f32>) {
        let sums = self.sums(below, u64::MAX.unbounded_shr((ROWS - count) as u32));
        for row in 0..count {
            let mut sum = 0;
            for rows in sums.iter().rev() {
                sum = sum << 1 | (rows >> row & 1) as i32;
            }
            sum -= LEAF_ZERO * self.trees() as i32;
            chances.push(1.0 / (1.0 + (-self.ground - sum as f32 * self.step).exp()));
        }
    }

    /// The sums of the leaves that each row comes to, bit by bit.
    fn sums(&self, below: &[u64], rows: u64) -> [u64; SUM_BITS] {
        let mut sums = [0; SUM_BITS];
        // Where rows have still to go, with the rows.
        let mut open: Vec<(usize, u64)> = Vec::new();
        for &root in &self.roots {
            let mut leaves = [0; LEAF_BITS as usize];
            let (mut at, mut here) = (usize::from(root), rows);
            // Every turn goes forward, so the loop ends whatever the table says.
            while let Some(node) = self.nodes.get(at) {
                if node.skip > 0 {
                    let at_most = here & below.get(usize::from(node.threshold)).copied().unwrap_or_default();
                    let above = at + usize::from(node.skip);
                    if at_most == 0 {
                        at = above;
                        continue;
                    }
                    if at_most != here {
                        open.push((above, here ^ at_most));
                        here = at_most;
                    }
                    at += 1;
                    continue;
                }
                let mut leaf = u64::from(node.leaf);
                for rows in &mut leaves {
                    *rows |= here & (leaf & 1).wrapping_neg();
                    leaf >>= 1;
                }
                let Some(next) = open.pop() else { break };
                (at, here) = next;
            }
            add(&mut sums, &leaves);
        }
        sums
    }
}

/// Adds numbers, of which each array has the bits of 64, the lowest first.
fn add(sums: &mut [u64; SUM_BITS], more: &[u64]) {
    let (mut carry, mut more) = (0, more.iter());
    for sum in sums {
        let bit = *more.next().unwrap_or(&0);
        let either = *sum ^ bit;
        (*sum, carry) = (either ^ carry, *sum & bit | either & carry);
        if carry == 0 && more.as_slice().is_empty() {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_to_their_leaves() {
        let mut thresholds = Thresholds::default();
        thresholds.push([1.0, 2.0].into_iter());
        thresholds.push(std::iter::empty());
        thresholds.push([0.5].into_iter());
        let mut forest = Forest::new(0.0, 1.0);
        for _ in 0..3 {
            forest.begin();
            forest.ask(thresholds.of(0).start + 1);
            forest.ask(thresholds.of(2).start);
            forest.leaf(-32);
            forest.end_below(1 + 5 * (forest.trees() - 1));
            forest.leaf(1);
            forest.end_below(5 * (forest.trees() - 1));
            forest.leaf(31);
        }
        let mut below = vec![0; thresholds.count()];
        for (row, numbers) in [[2.0, 0.0, 0.5], [f32::NAN, 0.0, 0.6], [2.1, 0.0, 0.0]].iter().enumerate() {
            thresholds.hold(0, numbers, row, &mut below);
        }
        thresholds.add_up(0..3, &mut below);
        let mut chances = Vec::new();
        forest.add_chances(&below, 3, &mut chances);
        let odds: Vec<f32> = chances.iter().map(|chance| (chance / (1.0 - chance)).ln()).collect();
        assert!(odds[0] < -50.0 && (odds[1] - 3.0).abs() < 1e-4 && odds[2] > 10.0, "{odds:?}");
    }
}
