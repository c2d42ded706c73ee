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
    let order = sort::places(verdicts.iter().map(|verdict| !verdict.to_bits()).collect());
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

/// Words of a sentence that follows its like, at least. Fewer bring labels in.
const LIKE_WORDS_MIN: u32 = 10;
/// Link density from which on a sentence is a teaser.
const LIKE_LINK_DENSITY_MAX: f32 = 0.3;
/// The share of the words of a template's sentences that are taken, from which on all of them are. On pages that were not
/// learned from, both 0.5 and 0.7 gain and 0.85 gains nothing.
const LIKE_SHARE_MIN: f32 = 0.5;
/// So many sentences make a template known.
const LIKE_BLOCKS_MIN: u32 = 3;

/// Takes the sentences between the first block taken and the last that are of one template with most of those taken: an
/// article does not leave out a paragraph in its midst, nor a thread a post.
pub fn complete(blocks: &Blocks, templates: &[usize], taken: &mut [bool]) {
    let (Some(first), Some(last)) = (taken.iter().position(|&take| take), taken.iter().rposition(|&take| take)) else { return };
    let is_sentence = |at: usize| {
        let counts = &blocks.list[at].counts;
        counts.words >= LIKE_WORDS_MIN && counts.link_density() < LIKE_LINK_DENSITY_MAX && counts.sentences > 0
    };
    // Words taken, words in all, sentences.
    let mut sums = vec![(0.0, 0.0, 0u32); templates.len()];
    for at in (0..taken.len()).filter(|&at| is_sentence(at)) {
        let words = blocks.list[at].counts.words as f32;
        let sum = &mut sums[templates[at]];
        *sum = (sum.0 + if taken[at] { words } else { 0.0 }, sum.1 + words, sum.2 + 1);
    }
    for at in (first..last).filter(|&at| is_sentence(at)) {
        let (right, all, sentences) = sums[templates[at]];
        taken[at] |= sentences >= LIKE_BLOCKS_MIN && right >= LIKE_SHARE_MIN * all;
    }
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
            SectionKind::Consent | SectionKind::Popular | SectionKind::Duplicate => true,
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

#[cfg(all(test, feature = "html"))]
mod tests {
    use crate::{blocks, page::html};

    #[test]
    fn a_paragraph_amid_its_like_is_taken_and_a_label_or_another_template_is_not() {
        let said = "The river rose for three days before the town was told to leave, and nobody was ready for it.";
        let page =
            html::parse(&format!("<p>{said}</p><p>{said}</p><p>{said}</p><p>Share this</p><h2>{said}</h2><p>{said}</p>"));
        let blocks = blocks::split(&page);
        let mut taken = [true, false, true, false, false, true];
        super::complete(&blocks, &[1, 1, 1, 1, 2, 1], &mut taken);
        assert_eq!(taken, [true, true, true, false, false, true]);
        let mut ends = [false, true, true, false, false, false];
        super::complete(&blocks, &[1, 1, 1, 1, 2, 1], &mut ends);
        assert_eq!(ends, [false, true, true, false, false, false], "what stands before and after all that is taken stays out");
    }
}
