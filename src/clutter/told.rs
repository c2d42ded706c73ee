//! Whether a line tells something, or only names people and papers: what parts a sentence that speaks of a credit from one.

use super::facts::{Facts, Subject};
use super::says;
use crate::sort;
use crate::text::case::{is_capital, is_small};
use crate::text::words::is_unspaced;
use crate::text::{hash, search};

/// Which sentences are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// The one that a line begins with: a formula may have small print behind it.
    First,
    /// Any.
    Any,
    /// Any; and what names nobody, or has a sentence of its own before the credit, tells something too.
    Nameless,
}

/// What a word with a small first letter weighs; a capital one weighs as much, and tells nothing.
const SMALL: u32 = 3;
/// A word of a script without case, of whose words names are a part.
const CASELESS: u32 = 2;
/// A character of a script without spaces.
const UNSPACED: u32 = 1;
/// Weight of what a credit says beside names, at most: nine small words. "Writers A in Kyiv and B at the Post contributed to
/// this report" has eight. More takes sentences for credits, less leaves long credits in the text.
const TOLD_WEIGHT_MIN: u32 = 28;
/// Share of the whole, in hundredths, from which on it tells more than it names. A list of ten writers has half.
const TOLD_PERCENT_MIN: u32 = 60;

/// Whether a sentence of a text tells something.
pub fn is_told(text: &str, which: Told) -> bool {
    let mut sentences = search::split(text, ".!?。！？।؟;；");
    if which == Told::First {
        sentences.truncate(1);
    }
    if which == Told::Nameless && (has_no_name(text) || begins_otherwise(text)) {
        return true;
    }
    sentences.into_iter().any(|sentence| {
        let (mut told, mut all) = (0, 0);
        for word in search::split(sentence, " \u{a0}") {
            let first = word.chars().find(|c| c.is_alphabetic());
            let unspaced = word.chars().filter(|&c| is_unspaced(c)).count() as u32;
            let weight = match first {
                None => 0,
                Some(_) if unspaced > 0 => unspaced * UNSPACED,
                Some(c) if is_small(c) || is_capital(c) => SMALL,
                Some(_) => CASELESS,
            };
            told += if first.is_some_and(is_capital) { 0 } else { weight };
            all += weight;
        }
        told >= TOLD_WEIGHT_MIN && told * 100 >= all * TOLD_PERCENT_MIN
    })
}

/// Whether no word has a capital but the first one, which has it in any sentence and may still be an agency, and none is of a
/// script without case.
fn has_no_name(text: &str) -> bool {
    let words = search::split(search::bare(text), " \u{a0}");
    let is_agency = words.first().is_some_and(|first| says("agency-name", first));
    let is_name = |word: &&str| word.chars().find(|c| c.is_alphabetic()).is_some_and(|c| !is_small(c));
    let has_case = text.chars().any(is_small);
    has_case && !is_agency && !words.iter().skip(1).any(is_name)
}

/// Whether a text begins with a sentence that is no credit: "The mayor will speak at ten. (Reporting by Ann Lee)". The word before
/// its stop is a small one: "St. Paul" ends nothing.
fn begins_otherwise(text: &str) -> bool {
    let Some((head, _)) = search::split_once(text, ". ") else { return false };
    let last = search::after_last(head, b' ');
    last.len() < head.len() && last.starts_with(is_small) && !says("contributed", head) && !says("contributed-with", head)
}

/// Letters of a small word that stands between names or in them: "und", "van der".
const LINK_LETTERS_MAX: usize = 3;
/// Words of a script without case that still are names: three of them. More takes sentences for names.
const CASELESS_NAMES_MAX: usize = 6;

/// Whether a text is names with little between them: no question, no speech, no figure.
pub fn names_somebody(text: &str) -> bool {
    let (mut names, mut others, mut caseless) = (0, 0, 0);
    for word in search::split(text, " \u{a0}") {
        if word.starts_with(char::is_numeric) {
            return false;
        }
        match word.chars().find(|c| c.is_alphabetic()) {
            Some(c) if is_small(c) => others += 1 + search::is_longer(word, LINK_LETTERS_MAX) as usize,
            Some(c) if is_capital(c) => names += 2,
            Some(_) => caseless += 1,
            None => {}
        }
    }
    caseless <= CASELESS_NAMES_MAX
        && names + 2 * caseless > others
        && search::until(text, "?!？！؟。।۔\"“”„«»「」").len() == text.len()
}

/// Bytes of a label before its colon: "Additional reporting".
const LABEL_BYTES_MAX: usize = 45;
/// Bytes of a line in which a label and the mark behind it are looked for: no character is cut before the label's last byte.
const LABEL_HEAD_BYTES: usize = LABEL_BYTES_MAX + 4;
/// Bytes of a line with a label.
const LABELLED_BYTES_MAX: usize = 200;

/// What parts a label from the names.
const LABEL_MARKS: &str = ":：/|／";

/// Every block that is a label with names behind a colon or a bar, or that stands in brackets. A label met again with other
/// words behind it parts the speakers of a talk, and so does one with prose below.
pub fn labelled(facts: &Facts) -> Vec<Subject> {
    let text = |block: usize| facts.blocks.text(block);
    let label = |block: usize| search::until(search::head(text(block), LABEL_HEAD_BYTES), LABEL_MARKS);
    let has_label = |block: usize| label(block).len() < text(block).len().min(LABEL_BYTES_MAX);
    let is_bracketed =
        |block: usize| search::begins_with(text(block), "(（[［【") && search::ends_with(text(block), ")）]］】");
    let mut blocks: Vec<usize> = (0..facts.blocks.list.len()).collect();
    blocks.retain(|&block| text(block).len() <= LABELLED_BYTES_MAX && (has_label(block) || is_bracketed(block)));
    let firsts = sort::first_alike(blocks.iter().map(|&block| hash::of(label(block))).collect());
    let mut is_talk = vec![false; blocks.len()];
    for (&block, &first) in blocks.iter().zip(&firsts) {
        if blocks.get(first).is_some_and(|&first| text(first) != text(block))
            && let Some(is_talk) = is_talk.get_mut(first)
        {
            *is_talk = true;
        }
    }
    let mut found = Vec::new();
    for (&block, &first) in blocks.iter().zip(&firsts) {
        let names = if has_label(block) { text(block).get(label(block).len()..).unwrap_or_default() } else { text(block) };
        let is_copyright = |block| says("copyright-line", text(block)) || says("copyright-sign", text(block));
        let is_followed = || facts.is_prose(block + 1) && !is_copyright(block + 1);
        if is_talk.get(first) == Some(&false) && names_somebody(names) && !is_told(text(block), Told::Any) && !is_followed() {
            found.extend(facts.run(block..block + 1));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_capitals_or_no_case() {
        for text in
            ["Ann Lee", "Jan van der Berg", "Anna Lee und Bo Day, dpa", "김철수", "أحمد علي - تحرير: سامي حسن", "王明 SF101"]
        {
            assert!(names_somebody(text), "{text}");
        }
        for text in ["", "he said", "Why?", "“I am happy.”", "I am happy", "2024", "800 ευρώ", "왜 만들었나요?", "なぜ橋を？"]
        {
            assert!(!names_somebody(text), "{text}");
        }
    }

    #[test]
    fn names_are_not_told() {
        for (text, told) in [
            ("Writers Ann Lee in Kyiv, Bo Day in London and Cy Fox at the United Nations contributed to this report.", false),
            ("All rights reserved. This material may not be published, broadcast, rewritten or redistributed.", false),
            ("Ann, who has contributed to this report for years by sending what she measured, said no.", true),
            ("（責任編輯：李華）", false),
            ("王明说，责任编辑这份工作让他认识了这座桥的许多建造者，他们每个人都有自己的故事。", true),
            ("", false),
        ] {
            assert_eq!(is_told(text, Told::First), told, "{text}");
        }
    }
}
