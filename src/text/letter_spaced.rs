//! Headings whose letters are set apart by spaces: `B R E A K I N G`.

/// Fewer letters may be initials or a list.
const LETTERS_MIN: usize = 5;
/// A longer word is more than one, and where they part cannot be told.
const WORD_LETTERS_MAX: usize = 13;

/// The words, or `None` where the text is not written so. Wider gaps part words.
///
/// ```
/// use limpid::text::letter_spaced::joined;
/// assert_eq!(joined("B R E A K I N G   N E W S").as_deref(), Some("BREAKING NEWS"));
/// assert_eq!(joined("A B C D E F"), None);
/// assert_eq!(joined("U S A"), None);
/// assert_eq!(joined("Plan B or A"), None);
/// ```
pub fn joined(text: &str) -> Option<String> {
    let (mut out, mut letters, mut word, mut gap, mut last) = (String::new(), 0, 0, 0, ' ');
    let mut is_alphabet = true;
    for c in text.trim().chars() {
        if c.is_whitespace() {
            gap += if matches!(c, ' ' | '\n') { 1 } else { 2 };
            continue;
        }
        if !c.is_alphabetic() || letters > 0 && gap == 0 || word == WORD_LETTERS_MAX {
            return None;
        }
        if gap > 1 {
            out.push(' ');
            word = 0;
        }
        is_alphabet &= letters == 0 || c as u32 == last as u32 + 1;
        out.push(c);
        (letters, word, gap, last) = (letters + 1, word + 1, 0, c);
    }
    (letters >= LETTERS_MIN && !is_alphabet).then_some(out)
}
