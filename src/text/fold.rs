// The words of a text as phrases are compared: lower case, without marks. `build.rs` includes this file too, so that a
// phrase in a rule and the text of a page are cut in the same way.

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

/// Adds the character in lower case to `out`, with spellings made one that pages mix.
pub fn push_lower(out: &mut String, c: char) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    for lower in c.to_lowercase() {
        match lower {
            // Combining marks, Arabic vowel signs and the lengthening stroke say nothing here.
            '\u{0300}'..='\u{036f}' | '\u{0640}' | '\u{064b}'..='\u{0652}' => {}
            'ς' => out.push('σ'),
            'ё' => out.push('е'),
            'أ' | 'إ' | 'آ' => out.push('ا'),
            'ى' => out.push('ي'),
            _ => out.push(lower),
        }
    }
}
