//! The learned tables of `weights.bin`: log-odds of words, two rounds of boosted trees, and trees that tell the kind of page.
//! `scripts/train` writes them; the form is described in `scripts/train/table.py`.

use super::coder::{Chance, Coder, EVEN, Steps};
use super::forest::{Forest, LEAF_BITS, Thresholds};
use super::page_type::LEARNED;
use super::page_words::KINDS;
use std::sync::OnceLock;

/// The form of the tables that this code reads.
const MAGIC: &[u8] = b"LMP8";
/// Bits of a hash that tell words apart.
const HASH_BITS: u32 = 24;
/// Bits of log-odds, which count in quarters.
const ODDS_BITS: u32 = 6;
/// Bits of a feature's number, and of how many leaves a tree has at most.
const FEATURE_BITS: u32 = 8;
/// Bits of a count of thresholds, and so of a threshold's place among those of its feature.
const PLACE_BITS: u32 = 6;
/// Splits above a node, at most.
const DEPTH_MAX: usize = 64;
/// Splits on the way down whose features are expected each by its own; those below are counted to the last.
const UPPER_SPLITS: usize = 3;
/// More nodes than a table of ours can have: where there are more, it is none.
const NODES_MAX: usize = 60_000;

/// The tables of this build, read once.
pub fn learned() -> &'static Weights {
    static WEIGHTS: OnceLock<Weights> = OnceLock::new();
    WEIGHTS.get_or_init(|| Weights::parse(include_bytes!("weights.bin")).unwrap_or_default())
}

/// What was learned.
#[derive(Debug, Default)]
pub struct Weights {
    /// What words say.
    pub words: Words,
    /// What the questions of the trees compare with.
    pub thresholds: Thresholds,
    /// The verdict on a block by itself.
    pub first: Forest,
    /// The verdict with the first verdicts on the blocks around it.
    pub second: Forest,
    /// Which kind of page it is: a verdict a kind, on the numbers that all blocks of a page share.
    pub kinds: [Forest; LEARNED],
}

/// Words by the upper bits of their hashes, ascending, with their log-odds.
#[derive(Debug, Default)]
pub struct Words {
    /// Words that name an element: how much each speaks for the article.
    pub class: Vec<(u32, [f32; 1])>,
    /// Words that name a page: how much each speaks for each kind of page.
    pub page: Vec<(u32, [f32; KINDS])>,
}

impl Weights {
    /// Reads tables as `scripts/train` writes them; `None` where they are of another form.
    pub fn parse(bytes: &[u8]) -> Option<Weights> {
        let mut coder = Coder::new(bytes.strip_prefix(MAGIC)?);
        let mut steps = Steps::new();
        let words = Words { class: words(&mut coder, &mut steps), page: words(&mut coder, &mut steps) };
        let thresholds = thresholds(&mut coder);
        let first = forest(&mut coder, &thresholds, &mut Chances::new())?;
        let second = forest(&mut coder, &thresholds, &mut Chances::new())?;
        let mut kinds: [Forest; LEARNED] = Default::default();
        let mut chances = Chances::new();
        for kind in &mut kinds {
            *kind = forest(&mut coder, &thresholds, &mut chances)?;
        }
        Some(Weights { words, thresholds, first, second, kinds })
    }
}

impl Words {
    /// How much a class word speaks for the article, in log-odds; 0 for words that were not learned.
    #[inline(never)]
    pub fn of_class(&self, hash: u32) -> f32 {
        find(&self.class, hash)[0]
    }

    /// How much a page's word speaks for each kind of page.
    pub fn of_page(&self, hash: u32) -> [f32; KINDS] {
        find(&self.page, hash)
    }
}

fn find<const N: usize>(words: &[(u32, [f32; N])], hash: u32) -> [f32; N] {
    let hash = hash >> (32 - HASH_BITS);
    words.binary_search_by_key(&hash, |&(word, _)| word).map_or([0.0; N], |at| words[at].1)
}

fn words<const N: usize>(coder: &mut Coder, steps: &mut Steps) -> Vec<(u32, [f32; N])> {
    let mut chances = [EVEN; 1 << ODDS_BITS];
    let (mut behind, mut size) = (0, 0);
    let mut words = Vec::new();
    for _ in 0..coder.plain(16) {
        behind += coder.step(&mut size, steps);
        words.push((behind - 1, std::array::from_fn(|_| coder.signed(ODDS_BITS, &mut chances) as f32 / 4.0)));
    }
    words
}

fn thresholds(coder: &mut Coder) -> Thresholds {
    let (mut counts, mut steps) = ([EVEN; 1 << PLACE_BITS], Steps::new());
    let mut all = Thresholds::default();
    for _ in 0..coder.plain(8) {
        let (mut behind, mut size) = (0, 0);
        all.push((0..coder.number(PLACE_BITS, &mut counts)).map(|_| {
            behind += coder.step(&mut size, &mut steps);
            threshold(behind - 1)
        }));
    }
    all
}

/// The float whose upper half stands at this place among all of them in ascending order.
fn threshold(rising: u32) -> f32 {
    let upper = if rising & 0x8000 == 0 { 0xFFFF - rising } else { rising ^ 0x8000 };
    f32::from_bits(upper << 16)
}

/// What a tree's bits are expected to be.
struct Chances {
    /// Whether a node is a split, by how many are above it.
    splits: [Chance; DEPTH_MAX],
    /// The features of the uppermost splits, each with its own, and of all below.
    features: [[Chance; 1 << FEATURE_BITS]; UPPER_SPLITS],
    /// The places of thresholds, by feature.
    places: Vec<[Chance; 1 << PLACE_BITS]>,
    leaves: [Chance; 1 << LEAF_BITS],
}

impl Chances {
    fn new() -> Chances {
        Chances {
            splits: [EVEN; DEPTH_MAX],
            features: [[EVEN; 1 << FEATURE_BITS]; UPPER_SPLITS],
            places: vec![[EVEN; 1 << PLACE_BITS]; 1 << FEATURE_BITS],
            leaves: [EVEN; 1 << LEAF_BITS],
        }
    }
}

fn forest(coder: &mut Coder, thresholds: &Thresholds, chances: &mut Chances) -> Option<Forest> {
    let (ground, step) = (f32::from_bits(coder.plain(32)), f32::from_bits(coder.plain(32)));
    let (trees, leaves_max) = (coder.plain(16), coder.plain(FEATURE_BITS) as usize);
    let mut forest = Forest::new(ground, step);
    for _ in 0..trees {
        forest.begin();
        let (mut depth, mut leaves) = (0, 1);
        // Splits of which the side above is still to come, with how many are above them.
        let mut open: Vec<(usize, usize)> = Vec::new();
        while forest.len() < NODES_MAX {
            if leaves < leaves_max && coder.bit(chances.splits.get_mut(depth)?) == 1 {
                let feature = coder.number(FEATURE_BITS, &mut chances.features[depth.min(UPPER_SPLITS - 1)]) as usize;
                let known = thresholds.of(feature);
                let bits = usize::BITS - known.len().saturating_sub(1).leading_zeros();
                let place = coder.number(bits, chances.places.get_mut(feature)?);
                open.push((forest.len(), depth));
                forest.ask(known.clone().nth(place as usize)?);
                (depth, leaves) = (depth + 1, leaves + 1);
                continue;
            }
            forest.leaf(coder.signed(LEAF_BITS, &mut chances.leaves));
            let Some((split, above)) = open.pop() else { break };
            forest.end_below(split);
            depth = above + 1;
        }
    }
    (forest.len() < NODES_MAX).then_some(forest)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_whole() {
        let weights =
            super::Weights::parse(include_bytes!("weights.bin")).expect("weights.bin is of another form than this code reads");
        assert!(weights.words.class.len() > 100 && weights.first.trees() > 20 && weights.second.trees() > 20);
    }
}
