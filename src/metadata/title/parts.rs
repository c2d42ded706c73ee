//! A title cut at its separators, and taken from the name of its site.

use super::super::{Facts, same, site};
use crate::text::search::{self, find, is_one_of, trim, trim_start, until};

/// What parts a headline from section and site by itself.
const SEPARATORS: &str = "|｜_";
/// What parts them between two spaces.
const SPACED_SEPARATORS: &str = "-–—:»«·•/><~―";
/// What may be left of a separator.
const TRIMMED: &str = "|｜_-–—:»«·•/><~―";

/// The title without the site's name at either end.
pub fn without_site<'t>(facts: &Facts, title: &'t str) -> &'t str {
    let mut rest = title.trim();
    // Site, section, slogan: real titles have no more parts than this to take off.
    for _ in 0..4 {
        let parts = parts(rest);
        let ([first, .., last], true) = (parts.as_slice(), parts.len() > 1) else { break };
        let (before, after) = (rest.get(..rest.len() - last.len()), rest.get(first.len()..));
        let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
        if facts.site.is_called(last) && !facts.site.is_called(before.trim()) {
            rest = trim(before, TRIMMED);
        } else if facts.site.is_called(first) {
            rest = trim(after, TRIMMED);
        } else {
            break;
        }
    }
    // "Rain ends (The Post)".
    if let Some((before, name)) = rest.strip_suffix(')').and_then(|rest| rest.split_at_checked(search::find_last(rest, b'(')?))
        && facts.site.has_name(name)
        && !before.trim().is_empty()
    {
        rest = before.trim_end();
    }
    // "The Post: Rain ends".
    let colon = find(rest, ": ").unwrap_or(rest.len());
    let after = rest.get(colon..).map_or("", |after| trim_start(after, ":"));
    if !after.is_empty() && facts.site.has_name(rest.get(..colon).unwrap_or_default()) { after } else { rest }
}

/// A title that is shown nowhere, without the section: a part at its start or end that the address names, where more is left.
pub fn without_section<'t>(facts: &Facts, title: &'t str) -> &'t str {
    let parts = parts(title);
    let ([first, .., last], true) = (parts.as_slice(), parts.len() > 1) else { return title };
    let rest = match (is_section(facts, first), is_section(facts, last)) {
        (false, true) => title.get(..title.len() - last.len()),
        (true, false) => title.get(first.len()..),
        _ => None,
    };
    let rest = trim(rest.unwrap_or_default(), TRIMMED);
    if rest.len() > first.len().min(last.len()) { rest } else { title }
}

/// Whether a part of a title names a folder of the page's address: the section.
fn is_section(facts: &Facts, part: &str) -> bool {
    let path = facts.page.url.as_deref().map(site::path).unwrap_or_default();
    let folders = until(path, "?#");
    // The last is the page's own.
    let end = search::find_last(folders, b'/').unwrap_or(0);
    search::split(folders.get(..end).unwrap_or_default(), "/").iter().any(|folder| !folder.is_empty() && same(folder, part))
}

/// The parts of a title, split at every separator.
#[inline(never)]
pub fn parts(title: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let (mut from, mut next) = (0, 0);
    for (at, _) in title.char_indices().filter(|&(_, c)| c == ' ' || is_one_of(c, SEPARATORS)) {
        let length = separator(title.get(at..).unwrap_or_default());
        if length > 0 && at >= next {
            out.extend(title.get(from..at).map(str::trim).filter(|part| !part.is_empty()));
            (from, next) = (at + length, at + length);
        }
    }
    out.extend(title.get(from..).map(str::trim).filter(|part| !part.is_empty()));
    out
}

/// The length in bytes of the separator that a text begins with, or 0.
fn separator(text: &str) -> usize {
    let mut chars = text.chars();
    match chars.next() {
        Some(' ') => {}
        Some(c) if is_one_of(c, SEPARATORS) => return c.len_utf8(),
        _ => return 0,
    }
    if text.starts_with(" :: ") {
        return 4;
    }
    let Some(mark) = chars.next().filter(|&mark| is_one_of(mark, SPACED_SEPARATORS)) else { return 0 };
    if chars.next() == Some(' ') { 2 + mark.len_utf8() } else { 0 }
}
