//! Which blocks to take, given the chance of each.

use crate::blocks::Blocks;
use crate::clutter::{Finding, SURE};
use crate::reading::SectionKind;
use crate::sort;

/// A block below this chance is never taken. Higher loses captions and short paragraphs, lower lets labels in.
const CHANCE_MIN: f32 = 0.2;
/// A block from this chance on is always taken.
const CHANCE_SURE: f32 = 0.65;

/// The blocks whose taking gives the best F1 to be expected, if every verdict is the chance that its block is right: in
/// falling order of chance, as many as raise `2 * expected right words / (words taken + expected words of the article)`.
pub fn take(blocks: &Blocks, verdicts: &[f32]) -> Vec<bool> {
    let words = |at: usize| blocks.list[at].counts.words as f32;
    // The bits of floats that are not negative stand in the order of the floats.
    let order = sort::by_number((0..verdicts.len()).collect(), |&at| !verdicts[at].to_bits());
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

/// A kind of clutter whose findings together hold more than this share of the words taken is not believed: it would cost the
/// article itself. On the corpus both more and less lose text.
const CLUTTER_SHARE_MAX: f32 = 0.25;
/// Words of paragraphs with which a text stands without its comments, however many those are. More keeps the comments under
/// short posts, less takes answers for comments.
const TEXT_WORDS_MIN: u32 = 60;

/// Leaves out what is surely clutter, kind by kind. Wire credits stay: they stand in the article and become its fields. The
/// posts of a thread are its text, whatever their names say.
pub fn leave_out_clutter(blocks: &Blocks, verdicts: &[f32], findings: &[Finding], is_thread: bool, taken: &mut Vec<bool>) {
    let all = words(blocks, taken) as f32;
    for &kind in SectionKind::ALL.iter().filter(|&&kind| kind != SectionKind::WireCredit) {
        let rest = without(blocks, findings, kind, taken);
        let held = words(blocks, taken) - words(blocks, &rest);
        let is_believed = match kind {
            SectionKind::Consent | SectionKind::Popular => true,
            kind if kind.is_wall() || held as f32 <= CLUTTER_SHARE_MAX * all => true,
            SectionKind::Comments => !is_thread && stands_alone(blocks, verdicts, taken, &rest),
            _ => false,
        };
        if is_believed {
            *taken = rest;
        } else {
            let mut unlabelled = taken.clone();
            labels(blocks, findings, kind).for_each(|label| unlabelled[label] = false);
            if unlabelled.contains(&true) {
                *taken = unlabelled;
            }
        }
    }
}

/// Words of a link that names what follows and says nothing itself: "Read more", "Related stories". More takes linked titles.
const LABEL_WORDS_MAX: u32 = 3;
/// Link density from which on a label is a link.
const LABEL_LINK_DENSITY_MIN: f32 = 0.5;

/// The links with which findings of one kind begin. They are no text, even where what follows them is.
fn labels<'a>(blocks: &'a Blocks, findings: &'a [Finding], kind: SectionKind) -> impl Iterator<Item = usize> + 'a {
    let found = findings.iter().filter(move |finding| finding.kind == kind && finding.certainty >= SURE);
    found.filter_map(|finding| blocks.starting_in(finding.node, finding.until).next()).filter(|&first| {
        let counts = &blocks.list[first].counts;
        counts.words <= LABEL_WORDS_MAX && counts.link_density() >= LABEL_LINK_DENSITY_MIN
    })
}

/// Whether what is left of the text is long enough, or surer than the whole, which holds the comments too.
fn stands_alone(blocks: &Blocks, verdicts: &[f32], taken: &[bool], rest: &[bool]) -> bool {
    let paragraphs = blocks.list.iter().zip(rest).filter(|&(block, &rest)| rest && block.counts.is_paragraph());
    paragraphs.map(|(block, _)| block.counts.words).sum::<u32>() >= TEXT_WORDS_MIN
        || confidence(blocks, verdicts, rest) > confidence(blocks, verdicts, taken)
}

#[inline(never)]
fn words(blocks: &Blocks, taken: &[bool]) -> u32 {
    blocks.list.iter().zip(taken).filter(|&(_, &take)| take).map(|(block, _)| block.counts.words).sum()
}

/// What is taken but for the findings of one kind.
#[inline(never)]
fn without(blocks: &Blocks, findings: &[Finding], kind: SectionKind, taken: &[bool]) -> Vec<bool> {
    let mut rest = taken.to_vec();
    let mut cleared = 0;
    for finding in findings.iter().filter(|finding| finding.kind == kind && finding.certainty >= SURE) {
        // Findings come in document order and may lie in one another: what the outer one cleared is not gone through again.
        let range = blocks.starting_in(finding.node, finding.until);
        let range = range.start.max(cleared)..range.end;
        if !range.is_empty() {
            cleared = range.end;
            rest[range].fill(false);
        }
    }
    rest
}

/// How sure the choice is: the mean chance of the words taken.
#[inline(never)]
pub fn confidence(blocks: &Blocks, verdicts: &[f32], taken: &[bool]) -> f32 {
    let (mut right, mut all) = (0.0, 0.0);
    for (at, block) in blocks.list.iter().enumerate().filter(|&(at, _)| taken[at]) {
        right += verdicts[at] * block.counts.words as f32;
        all += block.counts.words as f32;
    }
    if all > 0.0 { right / all } else { 0.0 }
}
