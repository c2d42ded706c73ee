//! No-break spaces that became spaces inside damaged sequences: the last byte of `à`, of `Š`, of the Cyrillic `Р`.
//!
//! Whoever turns them into spaces may fold white space too. Then the space behind `Ã` is also the one between two words.

use super::sequences::Text;
use super::targets::{Target, is_odd, target};
use crate::text::case::{is_capital, is_small};
use crate::text::search::is_one_of;

/// The byte that most tools drop, as windows-1252 leaves it open.
pub const OPEN: u8 = 0x9D;

/// What the spaces of a text are.
pub struct Spaces {
    /// The byte that the no-break space is in the code page.
    pub byte: u8,
    /// Whether there are spaces behind spaces in a line, so that none was folded.
    unfolded: bool,
    /// Whether the text is Vietnamese, whose `à` stands inside words.
    vietnamese: bool,
    /// Whether a no-break space stands inside a sequence, so that none became a space.
    pub kept: bool,
    /// Whether a space stands where only a lost no-break space can.
    lost: bool,
    /// Whether bytes were dropped: one sequence behind another is cut short.
    dropped: bool,
    /// Whether other bytes that code pages leave open stand in sequences, and whether `OPEN` does.
    open: [bool; 2],
}

impl Spaces {
    /// Looks at a text.
    pub fn of(text: &Text) -> Spaces {
        let byte = text.map.byte('\u{a0}').unwrap_or(0xA0);
        let mut spaces = Spaces {
            byte,
            unfolded: false,
            vietnamese: false,
            kept: text.keeps_spaces,
            lost: false,
            dropped: false,
            open: [false; 2],
        };
        spaces.look(text);
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

    /// Looks at the sequences: which bytes are there, and which are not.
    fn look(&mut self, text: &Text) {
        let mut complete = 0;
        for (at, &c) in text.chars.iter().enumerate().filter(|(_, c)| !c.is_ascii()) {
            let first = text.map.byte(c);
            let Some(len) = first.and_then(length) else { continue };
            let later = |step| text.at(at + step).and_then(|c| text.map.byte(c)).filter(|byte| (0x80..=0xBF).contains(byte));
            let Some(gap) = (1..len).find(|&step| later(step).is_none()) else {
                for &c in text.chars.get(at + 1..at + len).unwrap_or_default() {
                    self.kept |= c == '\u{a0}';
                    let is_open = usize::from(c as u32 == u32::from(OPEN));
                    self.open[is_open] |= matches!(c, '\u{80}'..='\u{9f}');
                }
                complete = at + len;
                continue;
            };
            let after = text.at(at + gap + 1).unwrap_or('\n');
            match text.at(at + gap) {
                Some(' ') if gap + 1 < len => self.lost |= later(gap + 1).is_some(),
                Some(' ') => self.lost |= is_one_of(after, " .,;:!?"),
                Some(c) if gap == 1 && first == Some(0xC3) && c.is_ascii_lowercase() => self.dropped = true,
                // The mark that ends a quotation is known without its last byte.
                Some(_) if first != Some(0xE2) => self.dropped |= complete == at || gap > 1,
                _ => {}
            }
        }
    }

    /// Whether a space may be a lost no-break space that makes a letter. Where it stands between two words it is more likely
    /// theirs, and the letter before it lacks another byte: in the many letters of Chinese and Korean, and at the end of
    /// Hebrew words. Alphabets of three bytes would lack that byte inside words too.
    pub fn may_be_lost(&self, text: &Text, at: usize, len: usize, becomes: char) -> bool {
        if self.kept || self.dropped {
            return false;
        }
        let before = at.checked_sub(1).and_then(|at| text.at(at)).unwrap_or(' ');
        let end = at + len;
        match target(becomes) {
            Target::Latin => !(is_odd(becomes) || is_capital(becomes) && is_small(before)),
            _ if self.lost || text.at(end - 1) != Some(' ') || text.at(end).is_none_or(|c| c.is_ascii()) => true,
            _ => is_capital(becomes) || matches!(becomes, '\u{900}'..='\u{1fff}'),
        }
    }

    /// Whether a byte that is missing before this character can only be `OPEN`: the others of its kind are there.
    pub fn lacks_open(&self, next: Option<char>) -> bool {
        self.open == [true, false] && (self.kept || next != Some(' '))
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

/// How many bytes the character of UTF-8 has that begins with this one.
pub fn length(first: u8) -> Option<usize> {
    match first {
        0xC2..=0xDF => Some(2),
        0xE0..=0xEF => Some(3),
        0xF0..=0xF4 => Some(4),
        _ => None,
    }
}
