//! What a text looks like from outside, whatever it says, and how much it says of the page's title and description: in one
//! walk, as every text of the page is looked at.

use crate::text::case::is_capital;
use crate::text::filter::Filter;
use crate::text::{hash, search};

/// What a block's text looks like from outside.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shape {
    /// 0 none, 1 a colon or comma, 2 an end of a sentence.
    pub ending: u8,
    /// 1 where the first character is a capital.
    pub begins_upper: u8,
    /// Digits and other numerals.
    pub digits: u32,
    /// Words that begin with a capital.
    pub capitalised: u32,
    /// Marks that stand between labels rather than in sentences.
    pub separators: u32,
    /// Signs of currencies.
    pub prices: u32,
    /// Whether a price is named in one of the currencies that most shops take.
    pub names_price: bool,
    /// How much it says of the title, 0 to 1.
    pub of_title: f32,
    /// How much it says of the description, 0 to 1.
    pub of_description: f32,
}

/// Bytes of a text that is held against the title and the description.
const COMPARED_BYTES_MAX: usize = 1000;
/// Words of a title or a description that are compared: the first say what it is about.
const WORDS_MAX: usize = 60;

/// The words of a title or a description.
#[derive(Default)]
pub struct Words {
    hashes: Vec<u32>,
    filter: Filter,
}

impl Words {
    /// The words of a text.
    pub fn of(text: &str) -> Words {
        let mut hashes = Vec::new();
        walk(text, &mut Shape::default(), &mut |word| hashes.push(word));
        hashes.truncate(WORDS_MAX);
        Words { filter: hashes.iter().copied().collect(), hashes }
    }

    fn have(&self, word: u32) -> bool {
        self.filter.may_have(word) && self.hashes.contains(&word)
    }

    /// The share of the words of the shorter text that stand in both, 0 to 1; a lone shared word counts little.
    fn share(&self, shared: u32, all: u32) -> f32 {
        if self.hashes.is_empty() { 0.0 } else { 2.0 * shared as f32 / (all as usize + self.hashes.len()) as f32 }
    }
}

impl Shape {
    /// Looks at one text.
    pub fn of(text: &str, title: &Words, description: &Words) -> Shape {
        let mut shape = Shape::default();
        let (mut words, mut of_title, mut of_description) = (0, 0, 0);
        walk(text, &mut shape, &mut |word| {
            words += 1;
            of_title += title.have(word) as u32;
            of_description += description.have(word) as u32;
        });
        if text.len() <= COMPARED_BYTES_MAX {
            shape.of_title = title.share(of_title, words);
            shape.of_description = description.share(of_description, words);
        }
        let last = text.chars().rev().find(|&c| !search::is_one_of(c, "\"”’')»」』 "));
        shape.ending = match last {
            Some('.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।' | '۔') => 2,
            Some(':' | ',' | ';' | '：' | '，' | '；') => 1,
            _ => 0,
        };
        shape.begins_upper = text.chars().next().is_some_and(is_capital) as u8;
        shape
    }
}

/// What ASCII characters are, as bits.
const SIGNS: [u8; 128] = {
    let mut signs = [0; 128];
    let mut byte = 0u8;
    while byte < 128 {
        signs[byte as usize] = match byte {
            b'0'..=b'9' => IN_WORD | DIGIT,
            b'A'..=b'Z' => IN_WORD | CAPITAL,
            b'a'..=b'z' => IN_WORD,
            b' ' => SPACE,
            b'|' | b'>' | b'/' | b'&' | b'$' => COUNTED,
            _ => 0,
        };
        byte += 1;
    }
    signs
};
const DIGIT: u8 = 1;
const CAPITAL: u8 = 2;
const IN_WORD: u8 = 4;
const SPACE: u8 = 8;
/// A separator or the sign of a currency.
const COUNTED: u8 = 16;

/// Counts what is counted of characters, and calls `each` with the hash of every run of letters and digits.
fn walk(text: &str, shape: &mut Shape, each: &mut dyn FnMut(u32)) {
    let (mut word, mut in_word, mut is_after_space, mut at) = (hash::START, false, true, 0);
    let bytes = text.as_bytes();
    while let Some(&byte) = bytes.get(at) {
        if let Some(&sign) = SIGNS.get(usize::from(byte)) {
            shape.capitalised += (is_after_space && sign & CAPITAL > 0) as u32;
            at += 1;
            if sign & IN_WORD > 0 {
                word = hash::step(word, byte);
                shape.digits += u32::from(sign & DIGIT);
                // Most characters follow one of their word.
                while let Some(&byte) = bytes.get(at)
                    && let Some(&sign) = SIGNS.get(usize::from(byte))
                    && sign & IN_WORD > 0
                {
                    word = hash::step(word, byte);
                    shape.digits += u32::from(sign & DIGIT);
                    at += 1;
                }
                (in_word, is_after_space) = (true, false);
                continue;
            }
            if sign & COUNTED > 0 {
                shape.add(byte.into());
            }
            is_after_space = sign & SPACE > 0;
        } else {
            let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
            shape.capitalised += (is_after_space && is_capital(c)) as u32;
            shape.add(c);
            is_after_space = false;
            let until = at + c.len_utf8();
            if c.is_alphanumeric() {
                word = bytes.get(at..until).unwrap_or_default().iter().fold(word, |hash, &byte| hash::step(hash, byte));
                (in_word, at) = (true, until);
                continue;
            }
            at = until;
        }
        if in_word {
            each(word);
            (word, in_word) = (hash::START, false);
        }
    }
    if in_word {
        each(word);
    }
}

impl Shape {
    fn add(&mut self, c: char) {
        match c {
            '|' | '»' | '«' | '›' | '•' | '·' | '>' | '→' | '/' | '&' => self.separators += 1,
            '$' | '€' | '£' | '¥' | '₹' | '￥' => {
                self.prices += 1;
                self.names_price = true;
            }
            '₽' | '元' => self.prices += 1,
            _ => self.digits += c.is_numeric() as u32,
        }
    }
}
