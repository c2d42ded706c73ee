//! What a text looks like from outside, whatever it says.

use crate::text::case::is_capital;
use crate::text::search;

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
}

impl Shape {
    /// Looks at one text.
    pub fn of(text: &str) -> Shape {
        let mut shape = Shape::default();
        let mut before = ' ';
        for c in text.chars() {
            if before == ' ' && is_capital(c) {
                shape.capitalised += 1;
            }
            match c {
                '|' | '»' | '«' | '›' | '•' | '·' | '>' | '→' | '/' | '&' => shape.separators += 1,
                '$' | '€' | '£' | '¥' | '₹' | '￥' | '₽' | '元' => shape.prices += 1,
                _ if c.is_numeric() => shape.digits += 1,
                _ => {}
            }
            before = c;
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
