//! Phrases and texts as runs of numbers, one a word, and a phrase as one number. `build.rs` includes this file too, so that
//! a phrase in a rule and the text of a page are cut and counted in the same way.

use super::fold;

/// Letters by which a word is known: what follows is an ending, so "newsletter" stands for its plural too. Fewer joins
/// words that are not the same ("popular" and "population"), more asks for every ending in the rules.
const WORD_LETTERS_MAX: u32 = 10;
/// Words that a phrase may have in a row, without a gap.
pub const RUN_WORDS_MAX: usize = 10;

/// Where every phrase begins.
pub const START: u64 = 0;
/// Stands for a few words that a phrase does not name.
pub const GAP: u32 = 1;
/// Stands for every number.
pub const NUMBER: u32 = 2;

/// The letters and figures of ASCII in lower case, and what the rest of it is.
const ASCII: [u8; 128] = {
    let mut ascii = [SPACE; 128];
    let mut byte = 0u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            ascii[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    ascii[b'|' as usize] = OTHER;
    ascii
};
/// Ends a word.
const SPACE: u8 = 0;
/// May be a word of its own.
const OTHER: u8 = 1;

/// Adds the hashes of the words of a text.
pub fn words(text: &str, hashes: &mut Vec<u32>) {
    let mut word = Word::default();
    let mut at = 0;
    while let Some(&byte) = text.as_bytes().get(at) {
        match ASCII.get(usize::from(byte)) {
            Some(&SPACE) => {
                word.end(hashes);
                at += 1;
                continue;
            }
            Some(&letter) if letter != OTHER => {
                word.push(letter.into());
                at += 1;
                continue;
            }
            _ => {}
        }
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
        at += c.len_utf8();
        let is_own = fold::is_own_word(c);
        let is_in_word = !is_own && !c.is_ascii() && fold::is_in_word(c);
        if !is_in_word {
            word.end(hashes);
        }
        if is_own || is_in_word {
            word.has_begun = true;
            fold::folded(c).into_iter().for_each(|c| word.push(c));
        }
        if is_own {
            word.end(hashes);
        }
    }
    word.end(hashes);
}

/// Whether a word is a number or a sign, which may stand beside a phrase without changing it: "Comments (12)".
pub fn is_mark(word: u32) -> bool {
    let mut bar = Word::default();
    bar.push('|');
    word == NUMBER || word == bar.hash
}

/// The phrase with one more word.
pub fn join(phrase: u64, word: u32) -> u64 {
    (phrase.rotate_left(5) ^ u64::from(word)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

#[derive(Default)]
struct Word {
    hash: u32,
    letters: u32,
    has_begun: bool,
}

impl Word {
    fn push(&mut self, c: char) {
        self.has_begun = true;
        if self.letters == 0 && c.is_ascii_digit() {
            (self.hash, self.letters) = (NUMBER, WORD_LETTERS_MAX);
        }
        if self.letters < WORD_LETTERS_MAX {
            self.hash = (self.hash.rotate_left(5) ^ c as u32).wrapping_mul(0x9e37_79b1);
            self.letters += 1;
        }
    }

    fn end(&mut self, hashes: &mut Vec<u32>) {
        if self.has_begun {
            hashes.push(self.hash);
            *self = Word::default();
        }
    }
}
