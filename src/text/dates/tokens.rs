//! A text cut into numbers, words and marks.

/// A number, a word or a mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Where it begins, in bytes.
    pub from: usize,
    /// Where it ends, in bytes.
    pub until: usize,
}

/// What a token is.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// Figures of any script.
    Number {
        /// Its value; at most nine figures count.
        value: u32,
        /// How many figures it has.
        figures: u8,
    },
    /// Letters, lower-case.
    Word(String),
    /// Anything else that is not white space.
    Mark(char),
    /// White space.
    Space,
}

/// Cuts a text.
pub fn split(text: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    for (from, c) in text.char_indices() {
        let until = from + c.len_utf8();
        let joined = out.last_mut().filter(|last| last.until == from);
        match (joined, figure(c)) {
            (Some(Token { kind: Kind::Number { value, figures }, until: end, .. }), Some(figure)) => {
                if *figures < 9 {
                    *value = *value * 10 + figure;
                }
                *figures = figures.saturating_add(1);
                *end = until;
            }
            (_, Some(value)) => out.push(Token { kind: Kind::Number { value, figures: 1 }, from, until }),
            (Some(Token { kind: Kind::Word(word), until: end, .. }), None) if in_word(c) && !stands_alone(c) => {
                word.extend(c.to_lowercase());
                *end = until;
            }
            (Some(Token { kind: Kind::Space, until: end, .. }), None) if is_space(c) => *end = until,
            _ if is_space(c) => out.push(Token { kind: Kind::Space, from, until }),
            _ if stands_alone(c) || !in_word(c) => out.push(Token { kind: Kind::Mark(c), from, until }),
            _ => out.push(Token { kind: Kind::Word(c.to_lowercase().collect()), from, until }),
        }
    }
    out
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
fn figure(c: char) -> Option<u32> {
    const ZEROS: [char; 9] = ['0', '٠', '۰', '०', '০', '๐', '၀', '០', '０'];
    ZEROS.iter().find_map(|&zero| (c as u32).checked_sub(zero as u32).filter(|&value| value < 10))
}
