//! A text cut into numbers, words and marks.

use crate::rules::words::List;
use crate::text::{hash, lists};

/// A text and what it is cut into.
pub struct Tokens<'a> {
    text: &'a str,
    list: Vec<Token>,
}

/// A number, a word or a mark.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Where it begins, in bytes.
    pub from: usize,
    /// Where it ends, in bytes.
    pub until: usize,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// Figures of any script.
    Number {
        /// Its value; at most nine figures count.
        value: u32,
        /// How many figures it has.
        figures: u8,
    },
    /// Letters, by their hash in `text::lists`.
    Word(u32),
    /// Anything else that is not white space.
    Mark(char),
    /// White space.
    Space,
    /// Nothing: the text is over.
    End,
}

/// Cuts a text.
#[inline(never)]
pub fn split(text: &str) -> Tokens<'_> {
    let mut list: Vec<Token> = Vec::new();
    for (from, c) in text.char_indices() {
        let until = from + c.len_utf8();
        let kind = kind(c);
        if let Some(last) = list.last_mut()
            && let Some(joined) = joined(last.kind, kind, c)
        {
            (last.kind, last.until) = (joined, until);
        } else {
            list.push(Token { kind, from, until });
        }
    }
    Tokens { text, list }
}

fn kind(c: char) -> Kind {
    match figure(c) {
        Some(value) => Kind::Number { value, figures: 1 },
        None if is_space(c) => Kind::Space,
        None if in_word(c) && !stands_alone(c) => Kind::Word(lists::with(hash::START, c)),
        None => Kind::Mark(c),
    }
}

/// The token that two neighbours make together.
fn joined(last: Kind, next: Kind, c: char) -> Option<Kind> {
    match (last, next) {
        (Kind::Number { value, figures }, Kind::Number { value: figure, .. }) => {
            let value = if figures < 9 { value * 10 + figure } else { value };
            Some(Kind::Number { value, figures: figures.saturating_add(1) })
        }
        (Kind::Word(hash), Kind::Word(_)) => Some(Kind::Word(lists::with(hash, c))),
        (Kind::Space, Kind::Space) => Some(Kind::Space),
        _ => None,
    }
}

impl<'a> Tokens<'a> {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// What a token is.
    #[inline(never)]
    pub fn kind(&self, at: usize) -> &Kind {
        self.list.get(at).map_or(&Kind::End, |token| &token.kind)
    }

    /// Where a token begins, in bytes.
    pub fn from(&self, at: usize) -> usize {
        self.list.get(at).map_or(self.text.len(), |token| token.from)
    }

    /// Where the token before this one ends, in bytes.
    pub fn until(&self, at: usize) -> usize {
        self.list.get(at.wrapping_sub(1)).map_or(self.text.len(), |token| token.until)
    }

    /// A token as it is written.
    pub fn written(&self, at: usize) -> &'a str {
        self.text.get(self.from(at)..self.until(at + 1)).unwrap_or_default()
    }

    /// Whether a Latin letter stands right before a token.
    pub fn is_glued(&self, at: usize) -> bool {
        self.from(at).checked_sub(1).and_then(|at| self.text.as_bytes().get(at)).is_some_and(u8::is_ascii_alphabetic)
    }

    /// Whether a token is one of the marks.
    #[inline(never)]
    pub fn is_mark(&self, at: usize, marks: &str) -> bool {
        matches!(*self.kind(at), Kind::Mark(mark) if marks.chars().any(|known| known == mark))
    }

    /// Whether a token is a word of the list.
    pub fn is_in(&self, at: usize, list: List) -> bool {
        matches!(*self.kind(at), Kind::Word(hash) if lists::has(list, hash))
    }

    /// A number of at most so many figures.
    #[inline(never)]
    pub fn number(&self, at: usize, figures_max: u8) -> Option<u32> {
        match *self.kind(at) {
            Kind::Number { value, figures } if figures <= figures_max => Some(value),
            _ => None,
        }
    }
}

/// Marks of direction stand between the parts of a date in Arabic and Hebrew and say nothing.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn in_word(c: char) -> bool {
    // The marks that Thai and the Indic scripts write over letters are not alphabetic by themselves.
    c.is_alphabetic() || matches!(c, '_' | '\u{0300}'..='\u{036f}' | '\u{0900}'..='\u{0eff}' | '׳')
}

/// Han characters and the Korean words for year, month, day: each is a mark of its own.
fn stands_alone(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '년' | '월' | '일' | '시' | '분')
}

/// The value of a figure: Western, full-width, Arabic-Indic, Persian, Devanagari, Bengali, Thai, Burmese.
pub fn figure(c: char) -> Option<u32> {
    const ZEROS: [char; 8] = ['٠', '۰', '०', '০', '๐', '၀', '០', '０'];
    if c.is_ascii() {
        return c.to_digit(10);
    }
    ZEROS.iter().map(|&zero| (c as u32).wrapping_sub(zero as u32)).find(|&value| value < 10)
}
