//! No-break spaces that became spaces inside damaged sequences: the last byte of `à`, of `Š`, of the Cyrillic `Р`.
//!
//! Whoever turns them into spaces may fold white space too. Then the space behind `Ã` is also the one between two words.

use super::sequences::Text;

/// What the spaces of a text are.
pub struct Spaces {
    /// The byte that the no-break space is in the code page.
    pub byte: u8,
    /// Whether there are spaces behind spaces, so that none was folded.
    unfolded: bool,
    /// Whether the text is Vietnamese, whose `à` stands inside words.
    vietnamese: bool,
}

impl Spaces {
    /// Looks at a text.
    pub fn of(text: &Text) -> Spaces {
        let byte = text.map.byte('\u{a0}').unwrap_or(0xA0);
        let bytes = |pair: &[char]| pair.iter().map(|&c| text.map.byte(c)).collect::<Vec<_>>();
        let unfolded = text
            .chars
            .windows(3)
            .any(|three| three.ends_with(&[' ', ' ']) && !three.starts_with(&[' ']) && !three.starts_with(&['.']));
        // `ạ` to `ỹ`, the letters of no other language.
        let vietnamese = text.chars.windows(2).any(|pair| matches!(bytes(pair)[..], [Some(0xE1), Some(0xBA | 0xBB)]));
        Spaces { byte, unfolded, vietnamese }
    }

    /// Whether the space at the end of a sequence stays, as it stands between two words too.
    pub fn keeps(&self, text: &Text, at: usize, len: usize, becomes: char) -> bool {
        if becomes != 'à' || self.unfolded {
            return false;
        }
        let letters =
            |from: usize| text.chars.get(from..).unwrap_or_default().iter().take_while(|c| c.is_ascii_alphabetic()).count();
        let after: String = text.chars.iter().skip(at + len).take(letters(at + len)).collect();
        if self.vietnamese {
            return !matches!(after.as_str(), "i" | "o" | "u" | "y" | "m" | "n" | "ng" | "nh");
        }
        let before: String = text.chars.iter().take(at).rev().take_while(|c| c.is_ascii_alphabetic()).collect();
        // "pÃ gina" is one word: no word of one consonant and `à` but "là" and "çà" is met in French or Italian.
        let is_onset =
            !before.is_empty() && !before.chars().any(|c| matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y'));
        let starts_word = text.chars.get(at + len).is_some_and(|c| c.is_alphanumeric());
        starts_word && !(is_onset && !matches!(before.as_str(), "l" | "L") && !after.is_empty())
    }
}
