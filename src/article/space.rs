//! White space in running text.

/// White space that folds. Not U+2007 and U+202F: they join numbers with their units.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{2007}' | '\u{202f}')
}

/// The bytes up to the first white space that is more than one plain space between two words.
pub fn run_len(text: &str) -> usize {
    let bytes = text.as_bytes();
    // First bytes of characters that may be white space.
    let doubtful = |byte: u8| matches!(byte, 0..=b' ' | 0xc2 | 0xe1..=0xe3);
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if !doubtful(byte) || byte == b' ' && bytes.get(at + 1).is_some_and(|&next| !doubtful(next)) {
            at += 1;
            continue;
        }
        match text.get(at..).and_then(|rest| rest.chars().next()) {
            Some(c) if !is_space(c) => at += c.len_utf8(),
            _ => break,
        }
    }
    at
}
