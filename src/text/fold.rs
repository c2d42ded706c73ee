//! Letters as phrases are compared: lower case, without marks. `build.rs` includes this file too.

/// Whether each character is a word of its own: scripts written without spaces, and Korean, whose particles cling to words.
pub fn is_own_word(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
        || matches!(c, '©' | '™' | '|')
}

/// Whether the character belongs to a word of several.
pub fn is_in_word(c: char) -> bool {
    // The Indic marks that join or silence letters are not alphabetic by themselves.
    c.is_alphanumeric() || matches!(c, '\u{093c}' | '\u{094d}' | '\u{0300}'..='\u{036f}')
}

/// The character in lower case, with spellings made one that pages mix; nothing for marks that say nothing.
pub fn folded(c: char) -> Option<char> {
    Some(match lower(c) {
        // Combining marks, Arabic vowel signs and the lengthening stroke.
        '\u{0300}'..='\u{036f}' | '\u{0640}' | '\u{064b}'..='\u{0652}' => return None,
        'ς' => 'σ',
        'ё' => 'е',
        'أ' | 'إ' | 'آ' => 'ا',
        'ى' => 'ي',
        lower => lower,
    })
}

/// The character in lower case, in the scripts that have case and stand on pages. The standard library knows them all, by a
/// table of 11 KB.
#[inline]
pub fn lower(c: char) -> char {
    if c.is_ascii() { c.to_ascii_lowercase() } else { lower_of_other(c) }
}

#[inline(never)]
fn lower_of_other(c: char) -> char {
    let code = c as u32;
    let step = match code {
        0xC0..=0xDE if code != 0xD7 => 32,
        0x130 => return 'i',
        0x178 => return 'ÿ',
        0x18F => return 'ə',
        // Pairs, the capital at the even place.
        0x100..=0x137 | 0x14A..=0x177 | 0x1A0..=0x1A5 | 0x1DE..=0x1EF | 0x1F8..=0x21F | 0x222..=0x233 => 1 - code % 2,
        0x460..=0x481 | 0x48A..=0x4BF | 0x4D0..=0x52F | 0x1E00..=0x1E95 | 0x1EA0..=0x1EFF => 1 - code % 2,
        // Pairs, the capital at the odd place.
        0x139..=0x148 | 0x179..=0x17E | 0x1AF..=0x1B0 | 0x1CD..=0x1DC | 0x4C1..=0x4CE => code % 2,
        0x1E9E => return 'ß',
        // Greek.
        0x386 => 38,
        0x388..=0x38A => 37,
        0x38C => 64,
        0x38E | 0x38F => 63,
        0x391..=0x3AB if code != 0x3A2 => 32,
        // Cyrillic and Armenian.
        0x400..=0x40F => 80,
        0x410..=0x42F => 32,
        0x4C0 => return 'ӏ',
        0x531..=0x556 => 48,
        // Full-width Latin.
        0xFF21..=0xFF3A => 32,
        _ => 0,
    };
    char::from_u32(code + step).unwrap_or(c)
}
