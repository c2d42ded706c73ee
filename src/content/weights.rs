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
    /// The thresholds of each number, ascending.
    thresholds: Vec<Vec<f32>>,
    trees: Vec<Tree>,
}

#[derive(Debug)]
struct Tree {
    splits: Vec<Split>,
    leaves: Vec<f32>,
}

/// One question: is the number at most its threshold? A child below zero is the leaf of that number's complement.
#[derive(Clone, Copy, Debug)]
struct Split {
    feature: u8,
    threshold: u8,
    left: i8,
    right: i8,
}

impl Weights {
    /// How much a class word speaks for the article, in log-odds; 0 for words that were not learned.
    pub fn class_word(&self, hash: u32) -> f32 {
        self.words.binary_search_by_key(&hash, |&(word, _)| word).map_or(0.0, |at| self.words[at].1)
    }
}

impl Forest {
    /// The chance, 0 to 1, that the row's block belongs to the article. `steps` is scratch space.
    pub fn chance(&self, row: &[f32], steps: &mut Vec<u8>) -> f32 {
        steps.clear();
        steps.extend(self.thresholds.iter().enumerate().map(|(feature, thresholds)| {
            let value = row.get(feature).copied().unwrap_or(0.0);
            thresholds.partition_point(|&threshold| threshold < value) as u8
        }));
        let sum: f32 = self.trees.iter().map(|tree| tree.value(steps)).sum();
        1.0 / (1.0 + (-sum).exp())
    }
}

impl Tree {
    fn value(&self, steps: &[u8]) -> f32 {
        let mut at = if self.splits.is_empty() { -1 } else { 0 };
        // A path is never longer than the tree has splits, so the loop ends whatever the table says.
        for _ in 0..=self.splits.len() {
            let Some(split) = usize::try_from(at).ok().and_then(|at| self.splits.get(at)) else { break };
            at = if steps.get(usize::from(split.feature)).is_some_and(|&step| step <= split.threshold) {
                split.left
            } else {
                split.right
            };
        }
        self.leaves.get(!at as usize).copied().unwrap_or(0.0)
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
    let trees = (0..count).map(|_| tree(rest, scale)).collect::<Option<_>>()?;
    Some(Forest { thresholds, trees })
}

/// A float of which only the upper half of the bits is stored.
fn half(bytes: [u8; 2]) -> f32 {
    f32::from_bits(u32::from(u16::from_le_bytes(bytes)) << 16)
}

fn tree(rest: &mut &[u8], scale: f32) -> Option<Tree> {
    let count = usize::from(u8::from_le_bytes(take(rest)?));
    let mut splits = Vec::with_capacity(count);
    for _ in 0..count {
        let [feature, threshold, left, right] = take(rest)?;
        splits.push(Split { feature, threshold, left: left as i8, right: right as i8 });
    }
    let leaves = (0..=count).map(|_| take(rest).map(|b| f32::from(i8::from_le_bytes(b)) * scale)).collect::<Option<_>>()?;
    Some(Tree { splits, leaves })
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
