//! The telling words that two texts share: what says that a line and a page are about the same.

use super::fold::is_own_word;
use super::{hash, lists};

/// Shorter words than this stand in every text ("the", "und", "que"), unless they have figures. Letters.
const WORD_CHARS_MIN: usize = 4;
/// So many words of a text are looked at: titles have fewer, and of an article its first paragraphs will do.
const WORDS_MAX: usize = 400;
/// Text is looked at so far, words or not: a hostile page has megabytes of marks. Characters.
const CHARS_MAX: usize = 8_000;

/// The telling words of a text as numbers, in its order. Of scripts without spaces each pair of characters is one.
///
/// ```
/// use limpid::text::telling::{shared, telling};
/// assert_eq!(shared(&telling("The rain ends in May"), &telling("Rain that ends")), 2);
/// ```
pub fn telling(text: &str) -> Vec<u32> {
    let mut out = Vec::new();
    let (mut hash, mut chars, mut has_figure) = (hash::START, 0, false);
    let mut last_own = None;
    for c in text.chars().take(CHARS_MAX).chain([' ']) {
        if is_own_word(c) {
            let pair = last_own.map(|last| lists::with(lists::with(hash::START, last), c));
            out.extend(pair);
        }
        last_own = Some(c).filter(|&c| is_own_word(c));
        if c.is_alphanumeric() && !is_own_word(c) {
            hash = lists::with(hash, c);
            chars += 1;
            has_figure |= c.is_numeric();
        } else if c != '\u{ad}' {
            if chars >= WORD_CHARS_MIN || has_figure && chars > 1 {
                out.push(hash);
            }
            (hash, chars, has_figure) = (hash::START, 0, false);
        }
        if out.len() >= WORDS_MAX {
            break;
        }
    }
    out
}

/// How many of the words stand among the others.
pub fn shared(words: &[u32], others: &[u32]) -> usize {
    words.iter().filter(|word| others.contains(word)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_tell() {
        for (one, other, count) in [
            ("The rain ends in May", "Rain that ends when the sun comes", 2),
            ("8 of 2025", "In 2025 there were 8", 1),
            ("東京の雨", "雨の東京", 1),
            ("Wetter\u{ad}bericht", "wetterbericht", 1),
            ("", "anything", 0),
        ] {
            assert_eq!(shared(&telling(one), &telling(other)), count, "{one}");
        }
    }
}
