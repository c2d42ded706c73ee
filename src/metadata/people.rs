//! Names out of a byline: without "By", job titles, dates, handles, agencies.

use crate::rules::words;
use crate::text::dates::{Style, printed};

/// A name has at most so many characters.
const NAME_CHARS_MAX: usize = 60;
/// A name has at most so many words.
const NAME_WORDS_MAX: usize = 6;
/// A byline is read up to so many bytes.
const BYLINE_BYTES_MAX: usize = 400;

/// The names in a byline, in order, each once. Agencies and desks are given only where no person is named.
pub fn names(byline: &str) -> Vec<String> {
    let text = without_dates(super::plain::head(byline, BYLINE_BYTES_MAX));
    let (mut people, mut agencies) = (Vec::new(), Vec::new());
    for part in parts(without_by(&text)) {
        let name = trimmed(without_by(part));
        let lower = name.to_lowercase();
        if !is_name(name, &lower) || has_job(&lower) || name.contains(char::is_numeric) {
            continue;
        }
        let list = if words::NAMES_AGENCY.contains(&lower.as_str()) { &mut agencies } else { &mut people };
        add(list, name);
    }
    if people.is_empty() { agencies } else { people }
}

/// The names in a value that states the author. Where none looks like a person's, the value itself: a desk, a pen name.
pub fn stated(value: &str) -> Vec<String> {
    let mut found = names(value);
    if found.is_empty() {
        let whole = trimmed(without_by(value));
        let first = parts(whole).into_iter().next().map(trimmed).unwrap_or_default();
        if is_name(first, &first.to_lowercase()) {
            add(&mut found, first);
        }
    }
    found
}

fn add(list: &mut Vec<String>, name: &str) {
    if !list.iter().any(|known| super::folded(known) == super::folded(name)) {
        list.push(name.to_owned());
    }
}

/// Whether a name that is only shown, not stated, looks like one: words with capitals, or one of a script without them.
pub fn looks_like_name(name: &str) -> bool {
    let mut capitals = 0;
    for word in name.split_whitespace() {
        let first = word.chars().find(|c| c.is_alphabetic());
        if first.is_some_and(char::is_lowercase) && !words::NAMES_PARTICLE.contains(&word) {
            return false;
        }
        if words::NAMES_STOP.contains(&word.to_lowercase().trim_matches(|c: char| !c.is_alphanumeric())) {
            return false;
        }
        capitals += usize::from(first.is_some_and(|c| !c.is_lowercase()));
    }
    capitals >= 1
}

/// The byline as printed, without "By" and what stands behind the names.
pub fn printed_byline(byline: &str) -> String {
    let text = without_dates(super::plain::head(byline, BYLINE_BYTES_MAX));
    trimmed(without_by(&text)).to_owned()
}

fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || ",;:|/-–—•·.@&\"“”()[]<>*«»†‡_".contains(c) && c != '.')
        .trim_end_matches("..")
}

/// Whether a text begins with a word that introduces a byline.
pub fn starts_with_by(text: &str) -> bool {
    without_by(text).len() < text.trim().len()
}

/// The text without the words that introduce a byline.
pub fn without_by(text: &str) -> &str {
    let mut rest = text.trim();
    // "Posted by", "Author: By": no byline has more introductions than this.
    for _ in 0..3 {
        let longest = words::NAMES_BY.iter().filter_map(|word| after_word(rest, word)).min_by_key(|after| after.len());
        match longest.filter(|after| !after.is_empty()) {
            Some(after) => rest = after,
            None => break,
        }
    }
    rest
}

/// What follows `word` at the start of `text`, whatever its case.
fn after_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut chars = text.char_indices();
    for expected in word.chars() {
        let (_, c) = chars.next()?;
        if !c.to_lowercase().eq(expected.to_lowercase()) {
            return None;
        }
    }
    let after = chars.as_str();
    // Han and kana stand beside a name without a space.
    let ends =
        word.ends_with(|c: char| c >= '\u{2e80}') || after.starts_with(|c: char| c.is_whitespace() || ":：-–".contains(c));
    ends.then(|| after.trim_start_matches(|c: char| c.is_whitespace() || ":：-–/／|｜".contains(c)))
}

/// The text up to its first date and the words that introduce it, or from behind the date if it begins with one.
fn without_dates(text: &str) -> String {
    let found = printed(text, Style::of_language("en"));
    let Some(first) = found.first() else { return without_label(text).to_owned() };
    let before = without_label(&text[..first.from]);
    if before.chars().filter(|c| c.is_alphabetic()).count() > 2 {
        return before.to_owned();
    }
    text[found.last().map_or(first.until, |last| last.until)..].to_owned()
}

/// The text up to a word that introduces a date: "Ann Lee Published", "Ann Lee on Monday".
fn without_label(text: &str) -> &str {
    for (at, word) in piece_words(text) {
        let lower = word.to_lowercase();
        let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
        let is_label = words::DATES_PUBLISHED.contains(&bare)
            || words::DATES_MODIFIED.contains(&bare)
            || words::DATES_WEEKDAYS.contains(&bare);
        if is_label && at > 0 && bare.len() > 2 && !starts_with_by(&text[at..]) {
            return text[..at].trim_end();
        }
    }
    text
}

/// The parts of a byline that may be names.
fn parts(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    for piece in text.split([',', ';', '|', '/', '•', '·', '、', '，', '；', '\n', '(', ')', '—', '–', '&', '+', '｜', '／'])
    {
        let mut from = 0;
        for (at, word) in piece_words(piece) {
            if words::NAMES_AND.contains(&word.to_lowercase().as_str()) && is_between_names(piece, at, word, from) {
                out.push(&piece[from..at]);
                from = at + word.len();
            }
        }
        out.push(&piece[from..]);
    }
    out
}

/// "y", "e", "i" and the like part names only between words that begin with capitals, and not at initials.
fn is_between_names(piece: &str, at: usize, word: &str, from: usize) -> bool {
    let capital = |text: &str| text.trim_start().starts_with(|c: char| !c.is_lowercase());
    let (before, after) = (piece[from..at].trim(), piece[at + word.len()..].trim());
    !before.is_empty()
        && !after.is_empty()
        && capital(after)
        && word.chars().all(|c| !c.is_uppercase())
        && before.contains(char::is_alphabetic)
}

fn piece_words(piece: &str) -> impl Iterator<Item = (usize, &str)> {
    piece.split(' ').scan(0, |at, word| {
        let from = *at;
        *at += word.len() + 1;
        Some((from, word))
    })
}

/// Whether a part of a byline can be a name.
fn is_name(name: &str, lower: &str) -> bool {
    let count = name.split_whitespace().count();
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    (2..=NAME_CHARS_MAX).contains(&letters)
        && count <= NAME_WORDS_MAX
        && !name.contains(|c: char| "@:?!#={}%[]".contains(c))
        && !lower.contains("http")
        && !lower.contains("www.")
        && !lower.ends_with(".com")
        && !words::NAMES_NONE.contains(&lower)
        && !words::NAMES_BY.contains(&lower)
}

/// Whether a text says what a person is.
pub fn has_job(lower: &str) -> bool {
    lower
        .split(|c: char| c.is_whitespace() || c == '-')
        .any(|word| words::NAMES_JOB.contains(&word.trim_matches(|c: char| !c.is_alphanumeric())))
}
