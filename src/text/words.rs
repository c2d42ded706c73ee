//! Words and marks, counted without assuming that words are split by spaces.

use crate::blocks::Counts;

/// Adds what `text` holds to `counts`; `in_link` says whether it stands in a link.
pub fn count(text: &str, in_link: bool, counts: &mut Counts) {
    let (mut chars, mut words, mut unspaced, mut in_word) = (0u32, 0u32, 0u32, false);
    for c in text.chars() {
        if c.is_whitespace() {
            in_word = false;
            continue;
        }
        chars += 1;
        if is_unspaced(c) {
            unspaced += 1;
            in_word = false;
        } else if c.is_alphanumeric() {
            words += !in_word as u32;
            in_word = true;
        } else {
            match c {
                '\'' | '’' | '-' | '_' | '\u{ad}' => continue,
                ',' | ';' | ':' | '،' | '؛' | '、' | '，' | '；' | '：' => counts.commas += 1,
                '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।' | '۔' => counts.sentences += 1,
                _ => {}
            }
            in_word = false;
        }
    }
    let words = words + unspaced.div_ceil(2);
    counts.chars += chars;
    counts.words += words;
    if in_link {
        counts.link_chars += chars;
        counts.link_words += words;
    }
}

/// The number of words in a text; a character of a script without spaces counts as half a word.
///
/// ```
/// assert_eq!(limpid::text::words::number("It’s well-known: 42."), 3);
/// assert_eq!(limpid::text::words::number("東京都"), 2);
/// ```
pub fn number(text: &str) -> u32 {
    let mut counts = Counts::default();
    count(text, false, &mut counts);
    counts.words
}

/// Whether the character belongs to a script that is written without spaces: Han, kana, Thai, Lao, Khmer, Burmese.
pub fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
