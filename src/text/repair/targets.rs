//! What a sequence would become.

/// What a character is that a sequence would become.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Typographic punctuation, signs, emoji: nothing else makes its sequence.
    Mark,
    /// `£`, `©`, `°`: a sequence that begins with what was a capital A with circumflex.
    Symbol,
    /// A Latin letter with a mark, or the mark alone.
    Latin,
    /// A letter of another script.
    Other,
    /// Nothing that stands in text.
    Unlikely,
}

/// Letters of other scripts, from and to; what is between stands in no text that is read today.
const OTHER: &[(u32, u32)] = &[
    (0x384, 0x3CE),
    (0x400, 0x45F),
    (0x490, 0x493),
    (0x49A, 0x49B),
    (0x4A2, 0x4A3),
    (0x4AE, 0x4B1),
    (0x4BA, 0x4BB),
    (0x4D8, 0x4D9),
    (0x4E8, 0x4E9),
    (0x531, 0x589),
    (0x5B0, 0x5EA),
    (0x5F3, 0x5F4),
    (0x60C, 0x60C),
    (0x61B, 0x61B),
    (0x61F, 0x61F),
    (0x621, 0x652),
    (0x660, 0x66C),
    (0x679, 0x679),
    (0x67E, 0x67E),
    (0x686, 0x686),
    (0x688, 0x688),
    (0x691, 0x691),
    (0x698, 0x698),
    (0x6A9, 0x6A9),
    (0x6AF, 0x6AF),
    (0x6BA, 0x6BA),
    (0x6BE, 0x6BE),
    (0x6C1, 0x6C1),
    (0x6CC, 0x6CC),
    (0x6D2, 0x6D4),
    (0x6F0, 0x6F9),
    (0x901, 0xDF4),
    (0xE01, 0xFDA),
    (0x1000, 0x109F),
    (0x10D0, 0x137C),
    (0x1780, 0x18AA),
    (0x1C90, 0x1CBF),
    (0x1F00, 0x1FFF),
    (0x3000, 0x318F),
    (0x31F0, 0x9FFF),
    (0xAC00, 0xD7A3),
    (0xF900, 0xFAFF),
    (0xFF01, 0xFFEE),
];

/// What kind of character this is.
pub fn target(c: char) -> Target {
    let code = c as u32;
    match code {
        // Control characters, spacing accents and box drawing come up halfway, in text that was misread twice; characters of
        // private use are icons.
        0x80..=0xBF
        | 0xD7
        | 0xF7
        | 0x192
        | 0x2B0..=0x2DD
        | 0x2320..=0x2321
        | 0x2500..=0x259F
        | 0xE000..=0xF8FF
        | 0xFB01..=0xFB02 => Target::Symbol,
        0xC0..=0x17F
        | 0x18F
        | 0x1A0..=0x1A1
        | 0x1AF..=0x1B0
        | 0x1CD..=0x1DC
        | 0x218..=0x21B
        | 0x250..=0x2AF
        | 0x300..=0x36F
        | 0x1E00..=0x1EF9 => Target::Latin,
        0x200B..=0x2027
        | 0x202F..=0x203A
        | 0x2044
        | 0x2070..=0x209C
        | 0x20A0..=0x20BF
        | 0x2100..=0x22FF
        | 0x2300..=0x23FF
        | 0x2460..=0x24FF
        | 0x25A0..=0x27BF
        | 0x2B00..=0x2BFF
        | 0xFE0F
        | 0xFEFF
        | 0x1F000..=0x1FAFF => Target::Mark,
        // Spaces of set widths.
        0x2000..=0x200A | 0x2060 => Target::Symbol,
        _ if OTHER.iter().any(|&(from, to)| (from..=to).contains(&code)) => Target::Other,
        _ => Target::Unlikely,
    }
}

/// Letters that few languages use: of two code pages, the one that reads others is meant.
pub fn is_rare(c: char) -> bool {
    matches!(c, 'Ĉ'..='Ċ' | 'ċ' | 'Ĕ' | 'ĕ' | 'Ĝ' | 'ĝ' | 'Ġ' | 'ġ' | 'Ĥ'..='ĩ' | 'Ĭ' | 'ĭ' | 'Ĳ'..='ĵ' | 'ĸ' | 'Ŀ' | 'ŀ' | 'ŉ'..='ŏ'
        | 'Ŕ'..='ŗ' | 'Ŝ' | 'ŝ' | 'Ŧ' | 'ŧ' | 'Ŭ' | 'ŭ' | 'Ŵ'..='ŷ' | 'ſ' | 'Ơ' | 'ơ' | 'Ư' | 'ư')
        || is_odd(c)
}

/// Letters of phonetic writing and marks that no language stacks: they say nothing for damage.
pub fn is_odd(c: char) -> bool {
    matches!(c, 'Ǎ'..='ǜ' | 'ɐ'..='ɘ' | 'ɚ'..='ʯ' | '\u{300}'..='\u{36f}') && !is_mark(c)
}

/// Marks that stand behind the letter that they belong to, where letters are taken apart.
pub fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{304}' | '\u{306}'..='\u{30c}' | '\u{31b}' | '\u{323}' | '\u{327}' | '\u{328}')
}

/// Marks that stand behind words in clean text too.
pub fn closes(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '…' | '»' | '›' | '–' | '—' | '™' | '€')
}
