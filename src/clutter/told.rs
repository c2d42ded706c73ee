//! Whether a line tells something, or only names people and papers: what parts a sentence that speaks of a credit from one.

use super::facts::{Facts, Subject};
use crate::text::case::{is_capital, is_small};
use crate::text::search;
use crate::text::words::is_unspaced;

/// Which sentences are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// The one that a line begins with: a formula may have small print behind it.
    First,
    /// Any.
    Any,
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

/// Bytes of a label before its colon: "Additional reporting".
const LABEL_BYTES_MAX: usize = 45;
/// Bytes of a line with a label.
const LABELLED_BYTES_MAX: usize = 200;

/// Every block that is a label with names behind a colon or a bar, or that stands in brackets.
pub fn labelled(facts: &Facts) -> Vec<Subject> {
    facts.runs(|block| {
        let text = facts.blocks.text(block);
        let is_bracketed = || search::begins_with(text, "(（[［【") && search::ends_with(text, ")）]］】");
        let has_label = || search::until(text, ":：/|／").len() < text.len().min(LABEL_BYTES_MAX);
        text.len() <= LABELLED_BYTES_MAX && (has_label() || is_bracketed()) && !is_told(text, Told::Any)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

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
