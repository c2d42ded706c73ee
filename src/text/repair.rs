//! Repair of damaged text: UTF-8 that was read in another encoding, once or several times.
//!
//! A damaged character is two to four characters that are, byte for byte, one character of UTF-8. Chance makes such pairs in
//! real text too, so each sequence is weighed: what it would become, what stands beside it, how many there are. Text is
//! changed only where the weight is certain.

mod code_pages;
pub mod decoder;
mod double_byte;
mod evidence;
mod sequences;
mod spaces;
mod targets;

use crate::options::Options;
use crate::page::Page;
use crate::reading::Repair;
use evidence::Tables;
use sequences::{Reading, Text};
use std::borrow::Cow;

/// Text misread more often than this is not met.
const PASSES_MAX: usize = 3;
/// A sample in the list of repairs has at most so many characters.
const SAMPLE_CHARS_MAX: usize = 40;

/// The page with its damaged text put right, and what was repaired. The page is borrowed where nothing was damaged.
pub fn page<'a>(page: &'a Page, options: &Options) -> (Cow<'a, Page>, Vec<Repair>) {
    let (mut tables, mut repairs) = (Tables::default(), Vec::new());
    if options.repair && page.nodes().any(|node| is_suspect(page.text(node), &tables)) {
        // A code page that one passage proves is believed on less evidence in the next; hence twice.
        let mut damaged = false;
        for node in page.nodes() {
            damaged |= mend(page.text(node), &mut tables, &mut repairs).is_some();
        }
        repairs.clear();
        if damaged {
            return (Cow::Owned(page.map_text(&mut |text| mend(text, &mut tables, &mut repairs))), repairs);
        }
    }
    (Cow::Borrowed(page), repairs)
}

/// The text put right, or `None` where nothing is certain to be damaged.
///
/// ```
/// use limpid::text::repair::text;
/// assert_eq!(text("donâ€™t").as_deref(), Some("don’t"));
/// assert_eq!(text("โ€œbaselessโ€ and").as_deref(), Some("“baseless” and"));
/// assert_eq!(text("Ð¿Ñ€Ð¸Ð²ÐµÑ‚").as_deref(), Some("привет"));
/// assert_eq!(text("« Voilà l’été »"), None);
/// assert_eq!(text("โรงเรียนแบบ"), None);
/// ```
pub fn text(text: &str) -> Option<String> {
    mend(text, &mut Tables::default(), &mut Vec::new())
}

fn is_suspect(text: &str, tables: &Tables) -> bool {
    !text.is_ascii() && (tables.suspects(text) != 0 || text.chars().any(double_byte::is_telling))
}

fn mend(text: &str, tables: &mut Tables, repairs: &mut Vec<Repair>) -> Option<String> {
    let mut mended: Option<String> = None;
    for _ in 0..PASSES_MAX {
        let current = mended.as_deref().unwrap_or(text);
        let Some(change) = once(current, tables) else { break };
        note(current, &change, repairs);
        mended = Some(change.text);
    }
    mended
}

/// One misreading undone.
struct Change {
    text: String,
    code_page: &'static str,
    count: u32,
    /// Bytes at which the first change begins, in both texts.
    first: usize,
}

fn once(text: &str, tables: &mut Tables) -> Option<Change> {
    from_single_bytes(text, tables).or_else(|| from_double_bytes(text, tables))
}

fn from_double_bytes(text: &str, tables: &mut Tables) -> Option<Change> {
    for (index, (_, code_page)) in double_byte::ENCODINGS.into_iter().enumerate() {
        let place = code_pages::CODE_PAGES.len() + index;
        if let Some(mended) = double_byte::mend(text, index, tables.is_proved(place), &mut tables.beside_real[index]) {
            tables.prove(place);
            return Some(Change { text: mended.text, code_page, count: mended.count, first: mended.first });
        }
    }
    None
}

fn from_single_bytes(text: &str, tables: &mut Tables) -> Option<Change> {
    let suspects = tables.suspects(text);
    if suspects == 0 {
        return None;
    }
    let chars: Vec<char> = text.chars().collect();
    let index = likeliest(&chars, suspects, tables)?;
    let reading = reading(&chars, index, tables);
    tables.prove(index);
    let (text, first) = sequences::apply(&chars, &reading);
    Some(Change { text, code_page: code_pages::CODE_PAGES[index].name, count: reading.found.len() as u32, first })
}

/// The code page that explains most, if one explains enough.
fn likeliest(chars: &[char], suspects: u16, tables: &mut Tables) -> Option<usize> {
    /// So many characters, from the first above ASCII on, are read in every code page: a text is damaged in one way.
    const SAMPLE_CHARS: usize = 50_000;
    let from = chars.iter().position(|c| !c.is_ascii())?.saturating_sub(1);
    let sample = &chars[from..chars.len().min(from + SAMPLE_CHARS)];
    let mut best: Option<(u32, usize)> = None;
    for index in (0..code_pages::CODE_PAGES.len()).filter(|index| suspects & 1 << index != 0) {
        let Reading { weight, rank, .. } = reading(sample, index, tables);
        if weight >= tables.weight_min(index) && best.is_none_or(|best| rank > best.0) {
            best = Some((rank, index));
        }
    }
    best.map(|(_, index)| index)
}

fn reading(chars: &[char], index: usize, tables: &mut Tables) -> Reading {
    let is_latin = code_pages::CODE_PAGES[index].is_latin();
    Text { chars, map: tables.map(index), is_latin }.read()
}

fn note(before: &str, change: &Change, repairs: &mut Vec<Repair>) {
    let kind = ["UTF-8 read as ", change.code_page].concat();
    match repairs.iter_mut().find(|repair| repair.kind == kind) {
        Some(repair) => repair.count += change.count,
        None => {
            let (before, after) = (sample(before, change.first), sample(&change.text, change.first));
            repairs.push(Repair { kind, before, after, count: change.count });
        }
    }
}

/// What stands behind the last white space.
fn last_word(text: &str) -> &str {
    let space = text.char_indices().rev().find(|(_, c)| c.is_whitespace());
    space.and_then(|(at, c)| text.get(at + c.len_utf8()..)).unwrap_or(text)
}

/// The text around the first change: from the start of its word on.
fn sample(text: &str, first: usize) -> String {
    let word = text.get(..first).map(last_word).unwrap_or_default();
    let mut out = String::new();
    out.extend(text.get(first - word.len()..).unwrap_or_default().chars().take(SAMPLE_CHARS_MAX));
    out.truncate(out.trim_end().len());
    out
}
