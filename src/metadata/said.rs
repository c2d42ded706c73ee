//! What a short text says: words and phrases of the lists.

use crate::rules::words::List;
use crate::text::{hash, lists};

/// Whether a text has a word or phrase of a list.
pub fn said(text: &str, list: List) -> bool {
    last_said(text, list).is_some()
}

/// Where the last of the words or phrases of a list begins, in bytes: between other characters than letters, or anywhere in
/// scripts that are written without spaces or cling to other words.
#[inline(never)]
pub fn last_said(text: &str, list: List) -> Option<usize> {
    /// The longest phrase of the lists has fewer characters than this.
    const PHRASE_CHARS_MAX: usize = 24;
    let mut said = None;
    let mut is_after_letter = false;
    for (from, first) in text.char_indices() {
        let is_anywhere = first >= '\u{0e00}';
        if is_anywhere || !is_after_letter {
            let mut hash = hash::START;
            let mut phrase = text.get(from..).unwrap_or_default().chars();
            for _ in 0..PHRASE_CHARS_MAX {
                let Some(c) = phrase.next() else { break };
                hash = lists::with(hash, c);
                let ends = is_anywhere || !phrase.clone().next().is_some_and(char::is_alphabetic);
                if ends && lists::has(list, hash) {
                    said = Some(from);
                }
            }
        }
        is_after_letter = first.is_alphabetic();
    }
    said
}
