//! The learned tables of `weights.bin`: log-odds of class words, and two rounds of boosted trees. `scripts/train` writes
//! them; the form is described in `scripts/train/table.py`.

use std::sync::OnceLock;

/// The tables of this build, read once.
pub fn learned() -> &'static Weights {
    static WEIGHTS: OnceLock<Weights> = OnceLock::new();
    WEIGHTS.get_or_init(|| parse(include_bytes!("weights.bin")).unwrap_or_default())
}

impl Weights {
    /// Reads tables as `scripts/train` writes them; `None` where they are of another form.
    pub fn parse(bytes: &[u8]) -> Option<Weights> {
        parse(bytes)
    }
}

/// What was learned.
#[derive(Debug, Default)]
pub struct Weights {
    /// Hashes in ascending order with their log-odds.
    words: Vec<(u32, f32)>,
    /// The verdict on a block by itself.
    pub first: Forest,
    /// The verdict with the first verdicts on the blocks around it.
    pub second: Forest,
}

/// Boosted trees over one row of numbers.
#[derive(Debug, Default)]
pub struct Forest {
    /// The splits of all trees, one tree after another; a tree's first is its root.
    splits: Vec<Split>,
    leaves: Vec<f32>,
    /// Where each tree begins.
    trees: Vec<i32>,
}

/// One question: is the number above the threshold? A child is a split further on, or below zero the leaf of that number's
/// complement.
#[derive(Clone, Copy, Debug)]
struct Split {
    feature: u8,
    threshold: f32,
    left: i32,
    right: i32,
}

impl Weights {
    /// How much a class word speaks for the article, in log-odds; 0 for words that were not learned.
    pub fn class_word(&self, hash: u32) -> f32 {
        self.words.binary_search_by_key(&hash, |&(word, _)| word).map_or(0.0, |at| self.words[at].1)
    }
}

impl Forest {
    /// The chance, 0 to 1, that the row's block belongs to the article.
    pub fn chance(&self, row: &[f32]) -> f32 {
        // Plain loops: this is asked of every block, some hundred trees each.
        let mut sum = 0.0;
        for &root in &self.trees {
            let mut at = root;
            while let Some(split) = self.splits.get(at as usize) {
                let value = if let Some(&value) = row.get(usize::from(split.feature)) { value } else { 0.0 };
                at = if value > split.threshold { split.right } else { split.left };
            }
            if let Some(leaf) = self.leaves.get(!at as usize) {
                sum += leaf;
            }
        }
        1.0 / (1.0 + (-sum).exp())
    }
}

fn parse(bytes: &[u8]) -> Option<Weights> {
    let mut rest = bytes.strip_prefix(b"LMP2")?;
    let count = usize::from(u16::from_le_bytes(take(&mut rest)?));
    let hashes: Vec<u32> = (0..count).map(|_| take(&mut rest).map(u32::from_le_bytes)).collect::<Option<_>>()?;
    let odds: Vec<f32> =
        (0..count).map(|_| take(&mut rest).map(|b| f32::from(i8::from_le_bytes(b)) / 16.0)).collect::<Option<_>>()?;
    let words = hashes.into_iter().zip(odds).collect();
    Some(Weights { words, first: forest(&mut rest)?, second: forest(&mut rest)? })
}

fn forest(rest: &mut &[u8]) -> Option<Forest> {
    let features = u8::from_le_bytes(take(rest)?);
    let mut thresholds = Vec::with_capacity(usize::from(features));
    for _ in 0..features {
        let count = u8::from_le_bytes(take(rest)?);
        thresholds.push((0..count).map(|_| take(rest).map(half)).collect::<Option<Vec<f32>>>()?);
    }
    let count = u16::from_le_bytes(take(rest)?);
    let scale = f32::from_le_bytes(take(rest)?);
    let mut forest = Forest::default();
    for _ in 0..count {
        tree(rest, scale, &thresholds, &mut forest)?;
    }
    Some(forest)
}

/// A float of which only the upper half of the bits is stored.
fn half(bytes: [u8; 2]) -> f32 {
    f32::from_bits(u32::from(u16::from_le_bytes(bytes)) << 16)
}

/// Adds a tree. `None` where a split leads to itself or back: asking would have no end.
fn tree(rest: &mut &[u8], scale: f32, thresholds: &[Vec<f32>], forest: &mut Forest) -> Option<()> {
    let count = i32::from(u8::from_le_bytes(take(rest)?));
    let (first, first_leaf) = (forest.splits.len() as i32, forest.leaves.len() as i32);
    forest.trees.push(if count > 0 { first } else { !first_leaf });
    for at in 0..count {
        let [feature, threshold, left, right] = take(rest)?;
        let child = |child: u8| match i32::from(child as i8) {
            leaf if leaf < 0 => Some(leaf - first_leaf),
            split => (at < split && split < count).then_some(first + split),
        };
        let threshold = *thresholds.get(usize::from(feature))?.get(usize::from(threshold))?;
        forest.splits.push(Split { feature, threshold, left: child(left)?, right: child(right)? });
    }
    for _ in 0..=count {
        forest.leaves.push(f32::from(i8::from_le_bytes(take(rest)?)) * scale);
    }
    Some(())
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (head, tail) = rest.split_first_chunk::<N>()?;
    *rest = tail;
    Some(*head)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_whole() {
        let weights = super::parse(include_bytes!("weights.bin")).expect("weights.bin is of another form than this code reads");
        assert!(weights.words.len() > 100 && weights.first.trees.len() > 20 && weights.second.trees.len() > 20);
    }
}
