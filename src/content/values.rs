//! What each block is worth to the article: positive in words where it reads like it, negative where it does not.

use crate::blocks::{Block, Blocks};
use crate::clutter::{Finding, SURE};
use crate::page::{Page, Tag};
use crate::reading::{Metadata, SectionKind};

/// Words from which a block without sentence marks can stand for itself. More drops list items and captions.
const LONE_WORDS_MIN: u32 = 12;
/// The cost in words of a short block that is neither heading nor sentence. More drops labels and menu items at the
/// article's edge, and with them short table cells.
const SHORT_COST_WORDS: f32 = 4.0;

/// The values of all blocks, in words.
pub fn of_blocks(page: &Page, blocks: &Blocks, _metadata: &Metadata, findings: &[Finding]) -> Vec<f32> {
    let mut values: Vec<f32> = blocks.list.iter().map(|block| value(page, block)).collect();
    for finding in findings.iter().filter(|finding| finding.certainty >= SURE && finding.kind != SectionKind::Duplicate) {
        for value in &mut values[blocks.starting_in(finding.node, finding.until)] {
            *value = -value.abs() - SHORT_COST_WORDS;
        }
    }
    values
}

fn value(page: &Page, block: &Block) -> f32 {
    let counts = &block.counts;
    let words = counts.words as f32;
    let plain_words = words * (1.0 - counts.link_density());
    let aside = page.closest(block.parent, |tag| matches!(tag, Tag::Nav | Tag::Footer | Tag::Aside | Tag::Button | Tag::Form));
    if aside.is_some() {
        return -words;
    }
    if counts.link_density() > 0.5 {
        return -SHORT_COST_WORDS - words * 0.5;
    }
    let reads = counts.sentences > 0 || counts.commas > 0 || page.tag(block.parent) == Tag::P;
    if reads && words >= 5.0 || counts.words >= LONE_WORDS_MIN {
        return plain_words;
    }
    match page.tag(block.parent) {
        tag if tag.heading_level().is_some() => 0.5,
        Tag::P | Tag::Li | Tag::Pre | Tag::Blockquote | Tag::Td | Tag::Th | Tag::Dd | Tag::Dt | Tag::Figcaption => 0.1,
        _ => -SHORT_COST_WORDS,
    }
}
