//! The runs of a byline: who wrote, who took the photos, who edited.

use crate::rules::words::{self, List};
use crate::text::hash;
use crate::text::lists;
use crate::text::search::{is_one_of, trim_end, trim_start};

/// The words before a name are at most so many characters: the longest of the list has some more than thirty.
const INTRODUCTION_CHARS_MAX: usize = 48;
/// Within a line, a single word of more bytes than "by" or "door" introduces a name only before a colon: "text", "photo".
const BARE_BYTES_MAX: usize = 4;

/// A list of `names.toml` as a bit of [`name_lists`].
pub const fn name_bit(list: List) -> u32 {
    1 << (list.0 - words::NAMES.start)
}

/// The lists of `names.toml` that have a word, as bits.
#[inline(never)]
pub fn name_lists(word: &str) -> u32 {
    lists::among(&words::NAMES, lists::of(word))
}

/// What the words before a run say of the names in it.
#[derive(Clone, Copy, PartialEq)]
pub enum Role {
    /// Nothing stands before it.
    Unsaid,
    /// "By".
    Wrote,
    /// "Photos by", "Edited by", "Source:".
    Other,
}

/// The runs of a text, in order.
pub fn runs(text: &str) -> Vec<(Role, &str)> {
    let mut out = Vec::new();
    let (mut role, mut from, mut before) = (Role::Unsaid, 0, ' ');
    // Nothing but introductions stands before: "Author: By Ann Lee".
    let mut is_start = true;
    for (at, c) in text.char_indices() {
        if at < from || c.is_whitespace() {
            before = ' ';
            continue;
        }
        let may_begin = !before.is_alphanumeric() && before != '-' || c >= '\u{2e80}';
        before = c;
        if may_begin {
            let (run, rest) = (text.get(from..at).unwrap_or_default(), text.get(at..).unwrap_or_default());
            // "3 May 2024 von Ann Lee".
            let is_after_figure = trim_end(run, "").bytes().next_back().is_some_and(|byte| byte.is_ascii_digit());
            if let Some((next, after)) = introduced(rest, is_start || is_after_figure) {
                out.push((role, run));
                (role, from) = (next, text.len() - after.len());
                continue;
            }
        }
        is_start = false;
    }
    out.push((role, text.get(from..).unwrap_or_default()));
    out
}

/// The longest introduction that a text begins with: what it says, and what follows it.
pub fn introduced(text: &str, is_start: bool) -> Option<(Role, &str)> {
    let mut hash = hash::START;
    let mut found = None;
    let mut chars = text.chars();
    let mut has_space = false;
    for _ in 0..INTRODUCTION_CHARS_MAX {
        let Some(c) = chars.next() else { break };
        hash = lists::with(hash, c);
        has_space |= c == ' ';
        let rest = chars.as_str();
        // A full-width mark is the end of the word before it: "文／".
        let is_mark = c >= '\u{2e80}' && !c.is_alphanumeric();
        if !is_mark && rest.bytes().next().is_some_and(|next| next.is_ascii_alphanumeric()) {
            continue;
        }
        let next = rest.chars().next();
        let has_colon = trim_start(rest, "").chars().next().is_some_and(|next| is_one_of(next, ":："));
        let ends = is_mark || has_colon || next.is_some_and(|next| next.is_whitespace() || is_one_of(next, "-–/／|｜＝=●"));
        if !ends {
            continue;
        }
        let is_bare = has_space || has_colon || !c.is_ascii() || text.len() - rest.len() <= BARE_BYTES_MAX;
        let said = lists::among(&words::NAMES, hash);
        let role = if said & name_bit(words::NAMES_OTHER) != 0 && is_bare {
            Role::Other
        } else if said & name_bit(words::NAMES_WROTE) != 0 && (is_start || is_bare)
            || said & name_bit(words::NAMES_BY) != 0 && is_start
        {
            Role::Wrote
        } else {
            continue;
        };
        found = Some((role, trim_start(rest, ":：-–/／|｜＝=●")));
    }
    found
}
