//! The article's text as the page's structured data gives it (`articleBody`, a product's description): a block whose words
//! stand there too is the article's, whatever is around it. What only the data holds is never taken from there.

use crate::reading::Metadata;
use crate::text::filter::Filter;

/// Words that are compared together: two are found anywhere, four are lost to every slip.
const RUN_WORDS: usize = 3;
/// A declared text of fewer runs says nothing.
const RUNS_MIN: usize = 10;
/// What stands for the share where there is nothing to hold a block against.
const UNKNOWN: f32 = -1.0;

/// The declared text as a set of runs of words.
pub struct Declared {
    /// Hashes of the runs, ascending.
    runs: Vec<u64>,
    /// Most runs of a page are in no declared text.
    filter: Filter,
}

impl Declared {
    /// The declared text of a page.
    pub fn of(metadata: &Metadata) -> Declared {
        let mut runs = Vec::new();
        each_run(metadata.body.as_deref().unwrap_or_default(), |run| runs.push(run));
        let filter = runs.iter().map(|&run| run as u32).collect();
        Declared { runs: if runs.len() < RUNS_MIN { Vec::new() } else { crate::sort::ascending(runs) }, filter }
    }

    /// How long the declared text is, in words; 0 where there is none.
    pub fn words(&self) -> u32 {
        self.runs.len() as u32
    }

    /// The share of a text's runs that are declared, 0 to 1.
    pub fn share(&self, text: &str) -> f32 {
        if self.runs.is_empty() {
            return UNKNOWN;
        }
        let (mut shared, mut all) = (0u32, 0u32);
        each_run(text, |run| {
            all += 1;
            shared += (self.filter.may_have(run as u32) && self.runs.binary_search(&run).is_ok()) as u32;
        });
        if all == 0 { UNKNOWN } else { shared as f32 / all as f32 }
    }
}

fn each_run(text: &str, mut each: impl FnMut(u64)) {
    let mut run = [0u64; RUN_WORDS];
    for (count, word) in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).enumerate() {
        run.rotate_left(1);
        run[RUN_WORDS - 1] =
            word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        if count + 1 >= RUN_WORDS {
            each(run.iter().fold(0, |hash: u64, word| hash.rotate_left(5) ^ word));
        }
    }
}
