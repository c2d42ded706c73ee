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
use crate::page::{NodeId, Page, Tag};
use crate::reading::Repair;
use crate::text::{invisible, letter_spaced, references};
use evidence::Tables;
use sequences::{Reading, Text};
use std::borrow::Cow;

/// Text misread more often than this is not met.
const PASSES_MAX: usize = 3;
/// A sample in the list of repairs has at most so many characters.
const SAMPLE_CHARS_MAX: usize = 40;

/// The page with its damaged text put right and without characters that are not seen, and what was repaired. The page is borrowed
/// where all was well.
pub fn page<'a>(page: &'a Page, options: &Options) -> (Cow<'a, Page>, Vec<Repair>) {
    let (mut tables, mut repairs) = (Tables::default(), Vec::new());
    let texts = telling(page);
    let (mut suspects, mut changes) = (0, false);
    for &node in &texts {
        let text = page.text(node);
        let found = evidence::suspects(text);
        suspects |= found;
        if !page.is_blank(node) {
            changes |= found & evidence::UNSEEN != 0 && invisible::cleaned(text).is_some()
                || options.repair && rewrite(page, node, text, &mut Vec::new()).is_some();
        }
    }
    let mut damaged = false;
    if options.repair && suspects & !evidence::UNSEEN != 0 {
        // A code page that one passage proves is believed on less evidence in the next; hence twice.
        for node in texts {
            damaged |= mend(page.text(node), &mut tables, &mut repairs).is_some();
        }
        repairs.clear();
    }
    if !changes && !damaged {
        return (Cow::Borrowed(page), repairs);
    }
    let page = page.map_text(&mut |node, text| {
        let mended = if damaged { mend(text, &mut tables, &mut repairs) } else { None };
        let escaped = node.filter(|&node| options.repair && !page.is_blank(node));
        let read = escaped.and_then(|node| rewrite(page, node, mended.as_deref().unwrap_or(text), &mut repairs)).or(mended);
        invisible::cleaned(read.as_deref().unwrap_or(text)).or(read)
    });
    (Cow::Owned(page), repairs)
}

/// The texts that are worth a closer look: those with more than ASCII, with a character reference, or in a heading. Nothing can be
/// wrong with the others, and most are.
fn telling(page: &Page) -> Vec<NodeId> {
    let (mut texts, mut heading_end) = (Vec::new(), Page::ROOT);
    for node in page.nodes() {
        let text = page.text(node);
        if page.tag(node).heading_level().is_some() {
            heading_end = heading_end.max(page.end(node));
        } else if !text.is_empty() && (node < heading_end || !text.is_ascii() || text.as_bytes().contains(&b'&')) {
            texts.push(node);
        }
    }
    texts
}

/// A text that is written otherwise than it is read.
fn rewrite(page: &Page, node: NodeId, text: &str, repairs: &mut Vec<Repair>) -> Option<String> {
    unescape(page, node, text, repairs).or_else(|| {
        let joined = letter_spaced::joined(text)?;
        page.closest(node, |tag| tag.heading_level().is_some())?;
        add(repairs, "letters set apart by spaces", text, &joined, 0, 1);
        Some(joined)
    })
}

/// A text whose character references were escaped twice; in code they are what is meant.
fn unescape(page: &Page, node: NodeId, text: &str, repairs: &mut Vec<Repair>) -> Option<String> {
    let is_code = |tag| matches!(tag, Tag::Script | Tag::Style | Tag::Pre | Tag::Code | Tag::Kbd | Tag::Samp);
    if !text.as_bytes().contains(&b'&') || page.closest(node, is_code).is_some() {
        return None;
    }
    let (read, count) = references::escaped_twice(text)?;
    let first = text.bytes().zip(read.bytes()).take_while(|(before, after)| before == after).count();
    add(repairs, "HTML entities escaped twice", text, &read, first, count);
    Some(read)
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
    match evidence::suspects(text) & !evidence::UNSEEN {
        0 => None,
        suspects => from_single_bytes(text, suspects, tables).or_else(|| from_double_bytes(text, suspects, tables)),
    }
}

fn from_double_bytes(text: &str, suspects: u16, tables: &mut Tables) -> Option<Change> {
    for (index, (_, code_page)) in double_byte::ENCODINGS.into_iter().enumerate().filter(|_| suspects & evidence::DOUBLE != 0) {
        let place = code_pages::CODE_PAGES.len() + index;
        if let Some(mended) = double_byte::mend(text, index, tables.is_proved(place), &mut tables.beside_real[index]) {
            tables.prove(place);
            return Some(Change { text: mended.text, code_page, count: mended.count, first: mended.first });
        }
    }
    None
}

fn from_single_bytes(text: &str, suspects: u16, tables: &mut Tables) -> Option<Change> {
    let chars: Vec<char> = text.chars().collect();
    let index = likeliest(&chars, suspects, tables)?;
    let reading = reading(&chars, index, tables);
    tables.prove(index);
    tables.keeps_spaces |= reading.keeps_spaces;
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
    let keeps_spaces = tables.keeps_spaces;
    Text { chars, map: tables.map(index), is_latin, keeps_spaces }.read()
}

fn note(before: &str, change: &Change, repairs: &mut Vec<Repair>) {
    add(repairs, &["UTF-8 read as ", change.code_page].concat(), before, &change.text, change.first, change.count);
}

/// Counts a repair with those of its kind; of the first a sample is kept.
fn add(repairs: &mut Vec<Repair>, kind: &str, before: &str, after: &str, first: usize, count: u32) {
    match repairs.iter_mut().find(|repair| repair.kind == kind) {
        Some(repair) => repair.count += count,
        None => {
            let (before, after) = (sample(before, first), sample(after, first));
            repairs.push(Repair { kind: kind.to_owned(), before, after, count });
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
