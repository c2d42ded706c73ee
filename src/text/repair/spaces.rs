//! No-break spaces that became spaces inside damaged sequences: the last byte of `à`, of `Š`, of the Cyrillic `Р`.
//!
//! Whoever turns them into spaces may fold white space too. Then the space behind `Ã` is also the one between two words.

use super::sequences::Text;

/// What the spaces of a text are.
pub struct Spaces {
    /// The byte that the no-break space is in the code page.
    pub byte: u8,
    /// Whether there are spaces behind spaces in a line, so that none was folded.
    unfolded: bool,
    /// Whether the text is Vietnamese, whose `à` stands inside words.
    vietnamese: bool,
}

impl Spaces {
    /// Looks at a text.
    pub fn of(text: &Text) -> Spaces {
        let byte = text.map.byte('\u{a0}').unwrap_or(0xA0);
        let mut spaces = Spaces { byte, unfolded: false, vietnamese: false };
        let (mut before, mut last, mut last_byte) = (' ', ' ', None);
        for &c in text.chars {
            spaces.unfolded |= c == ' ' && last == ' ' && !matches!(before, ' ' | '.');
            let byte = if c.is_ascii() { None } else { text.map.byte(c) };
            // `ạ` to `ỹ`, the letters of no other language.
            spaces.vietnamese |= last_byte == Some(0xE1) && matches!(byte, Some(0xBA | 0xBB));
            (before, last, last_byte) = (last, c, byte);
        }
        spaces
    }

    /// Whether the space at the end of a sequence stays, as it stands between two words too.
    pub fn keeps(&self, text: &Text, at: usize, len: usize, becomes: char) -> bool {
        if becomes != 'à' || self.unfolded || !text.at(at + len).is_some_and(char::is_alphanumeric) {
            return false;
        }
        let (mut end, mut from) = (at + len, at);
        while text.is_letter(end) {
            end += 1;
        }
        while text.is_letter(from.wrapping_sub(1)) {
            from -= 1;
        }
        let after = text.chars.get(at + len..end).unwrap_or_default();
        if self.vietnamese {
            return !matches!(after, ['i' | 'o' | 'u' | 'y' | 'm' | 'n'] | ['n', 'g' | 'h']);
        }
        // "pÃ gina" is one word: no French or Italian one of consonants and `à` is met but "là".
        let is_onset = match text.chars.get(from..at).unwrap_or_default() {
            [] | ['l' | 'L'] => false,
            before => !before.iter().any(|c| matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y')),
        };
        !is_onset || after.is_empty()
    }
}
