//! Names out of a byline: without "By", job titles, dates, handles, agencies.

use crate::rules::words;
use crate::text::case::{is_capital, is_small};
use crate::text::dates::{Style, has_figure, printed};
use crate::text::hash;
use crate::text::lists::{self, has_word};
use crate::text::search::{bare, has_in_any_case, is_one_of, split, trim, trim_start};

/// A name has at most so many characters.
const NAME_CHARS_MAX: usize = 60;
/// A name has at most so many words.
const NAME_WORDS_MAX: usize = 6;
/// A byline is read up to so many bytes.
const BYLINE_BYTES_MAX: usize = 400;
/// The words before a name are at most so many characters: the longest of the list has some more than thirty.
const INTRODUCTION_CHARS_MAX: usize = 48;

/// The names in a byline, in order, each once. Agencies and desks are given only where no person is named.
pub fn names(byline: &str) -> Vec<String> {
    let (mut people, mut agencies) = (Vec::new(), Vec::new());
    for part in parts(without_by(without_dates(byline))) {
        let name = trimmed(without_by(part));
        if !is_name(name) || has_job(name) || has_figure(name) {
            continue;
        }
        let list = if has_word(words::NAMES_AGENCY, name) { &mut agencies } else { &mut people };
        add(list, name);
    }
    if people.is_empty() { agencies } else { people }
}

/// The names in a value that states the author. Where none looks like a person's, the value itself: a desk, a pen name.
pub fn stated(value: &str) -> Vec<String> {
    let mut found = names(value);
    if found.is_empty() {
        let first = parts(trimmed(without_by(value))).first().map_or("", |first| trimmed(first));
        if is_name(first) {
            add(&mut found, first);
        }
    }
    found
}

/// Adds a name that is not in the list yet.
#[inline(never)]
pub fn add(list: &mut Vec<String>, name: &str) {
    if !has(list, name) {
        list.push(name.to_owned());
    }
}

/// Whether a name is in the list, however it is written.
#[inline(never)]
pub fn has(list: &[String], name: &str) -> bool {
    list.iter().any(|known| super::same(known, name))
}

/// Whether a name that is only shown, not stated, looks like one: words with capitals, or one of a script without them.
pub fn looks_like_name(name: &str) -> bool {
    let mut capitals = 0;
    for word in name.split_whitespace() {
        let first = word.chars().find(|c| c.is_alphabetic());
        let begins_small = first.is_some_and(is_small);
        if begins_small && !has_word(words::NAMES_PARTICLE, word) || has_word(words::NAMES_STOP, bare(word)) {
            return false;
        }
        capitals += usize::from(first.is_some() && !begins_small);
    }
    capitals >= 1
}

/// The byline as printed, without "By" and what stands behind the names.
pub fn printed_byline(byline: &str) -> String {
    trimmed(without_by(without_dates(byline))).to_owned()
}

fn trimmed(text: &str) -> &str {
    let mut rest = trim(text, ",،、，;؛:：|/-–—•·@&\"“”()[]<>*«»†‡_");
    while let Some(shorter) = rest.strip_suffix("..") {
        rest = shorter;
    }
    rest
}

/// Whether a text begins with a word that introduces a byline.
pub fn starts_with_by(text: &str) -> bool {
    without_by(text).len() < text.trim().len()
}

/// The text without the words that introduce a byline.
#[inline(never)]
pub fn without_by(text: &str) -> &str {
    let mut rest = text.trim();
    // "Posted by", "Author: By": no byline has more introductions than this.
    for _ in 0..3 {
        match after_introduction(rest) {
            "" => break,
            after => rest = after,
        }
    }
    rest
}

/// What follows the longest introduction that a text begins with; nothing if it begins with none.
fn after_introduction(text: &str) -> &str {
    let mut hash = hash::START;
    let mut after = "";
    let mut chars = text.chars();
    for _ in 0..INTRODUCTION_CHARS_MAX {
        let Some(c) = chars.next() else { break };
        hash = lists::with(hash, c);
        let next = chars.clone().next();
        // Han and kana stand beside a name without a space.
        let ends = c >= '\u{2e80}' || next.is_some_and(|next| next.is_whitespace() || is_one_of(next, ":：-–"));
        if ends && lists::has(words::NAMES_BY, hash) {
            after = chars.as_str();
        }
    }
    trim_start(after, ":：-–/／|｜")
}

/// The text up to its first date and the words that introduce it, or from behind the date if it begins with one.
fn without_dates(text: &str) -> &str {
    let text = super::plain::head(text, BYLINE_BYTES_MAX);
    let found = printed(text, Style::of_language("en"));
    let (Some(first), Some(last)) = (found.first(), found.last()) else { return without_label(text) };
    let before = without_label(text.get(..first.from).unwrap_or_default());
    if before.chars().filter(|c| c.is_alphabetic()).count() > 2 {
        return before;
    }
    text.get(last.until..).unwrap_or_default()
}

/// The text up to a word that introduces a date: "Ann Lee Published", "Ann Lee on Monday".
fn without_label(text: &str) -> &str {
    let mut at = 0;
    for word in split(text, " ") {
        let bare = bare(word);
        if at > 0 && bare.len() > 2 && introduces_date(bare) && !starts_with_by(text.get(at..).unwrap_or_default()) {
            return text.get(..at).unwrap_or_default().trim_end();
        }
        at += word.len() + 1;
    }
    text
}

fn introduces_date(word: &str) -> bool {
    let hash = lists::extended(hash::START, word);
    [words::DATES_PUBLISHED, words::DATES_MODIFIED, words::DATES_ANY, words::DATES_WEEKDAYS]
        .iter()
        .any(|&list| lists::has(list, hash))
}

/// The parts of a byline that may be names.
fn parts(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    for piece in split(text, ",;|/•·、，；\n()—–&+｜／") {
        let (mut from, mut at) = (0, 0);
        for word in split(piece, " ") {
            let next = at + word.len();
            let (before, after) = (piece.get(from..at).unwrap_or_default(), piece.get(next..).unwrap_or_default());
            if has_word(words::NAMES_AND, word) && is_between_names(before.trim(), word, after.trim()) {
                out.push(before);
                from = next;
            }
            at = next + 1;
        }
        out.extend(piece.get(from..));
    }
    out
}

/// "y", "e", "i" and the like part names only between words that begin with capitals, and not at initials.
fn is_between_names(before: &str, word: &str, after: &str) -> bool {
    after.chars().next().is_some_and(|c| !is_small(c))
        && word.chars().all(|c| !is_capital(c))
        && before.chars().any(char::is_alphabetic)
}

/// Whether a part of a byline can be a name.
fn is_name(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    (2..=NAME_CHARS_MAX).contains(&letters)
        && name.split_whitespace().count() <= NAME_WORDS_MAX
        && !name.chars().any(|c| is_one_of(c, "@:?!#={}%[]"))
        && !has_in_any_case(name, "http")
        && !has_in_any_case(name, "www.")
        && !name.as_bytes().last_chunk().is_some_and(|end: &[u8; 4]| end.eq_ignore_ascii_case(b".com"))
        && !has_word(words::NAMES_NONE, name)
        && !has_word(words::NAMES_BY, name)
}

/// Whether a text says what a person is.
fn has_job(text: &str) -> bool {
    split(text, " -").iter().any(|word| has_word(words::NAMES_JOB, bare(word)))
}
