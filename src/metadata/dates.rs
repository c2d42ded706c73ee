//! When it was published and last changed.

use super::lines::{Line, is_shown};
use super::sources::{Mark, in_other_part};
use super::{Facts, meta_tags, microdata};
use crate::page::{Attr, NodeId};
use crate::rules::words;
use crate::text::dates::{Date, Style, in_url, machine, printed};

/// The dates and where the first is shown.
#[derive(Default)]
pub struct Dates {
    /// First published.
    pub published: Option<Date>,
    /// Last changed.
    pub modified: Option<Date>,
    /// The element that shows the date of publication.
    pub node: Option<NodeId>,
}

/// A line with a date that is no longer than this is about the date; a longer one is text that mentions it. Characters.
const LINE_CHARS_MAX: usize = 160;
/// An element with more nodes than this is no date.
const NODES_MAX: u32 = 40;

/// Chooses the dates: structured data, meta tags, what is shown near the headline, the address.
pub fn read(facts: &Facts, near: &[Line], title: Option<NodeId>) -> Dates {
    let shown = shown(facts, near, title);
    let address = facts.page.url.as_deref().and_then(in_url).filter(|date| date.day > 0);
    let stated = structured(facts, "datePublished")
        .or_else(|| meta(facts, words::META_PUBLISHED))
        .or_else(|| item(facts, "datePublished"))
        .map(|date| as_printed(date, shown.published.or(address)));
    let late =
        || structured(facts, "dateCreated").or_else(|| structured(facts, "uploadDate")).or_else(|| item(facts, "dateCreated"));
    let published = stated.or(shown.published).or(address).or_else(late).or_else(|| in_title(facts));
    let modified = structured(facts, "dateModified")
        .or_else(|| meta(facts, words::META_MODIFIED))
        .or_else(|| item(facts, "dateModified"))
        .or(shown.modified);
    let node = shown.node.filter(|_| published.zip(shown.published).is_some_and(|(one, other)| one.same_day(&other)));
    Dates { published, modified, node }
}

/// The day as the page prints it, where a time stamp in universal time falls on the day before or after.
fn as_printed(stated: Date, printed: Option<Date>) -> Date {
    let is_universal = stated.time.is_some_and(|time| time.offset_minutes == Some(0));
    match printed {
        Some(printed) if is_universal && printed.days_from(&stated).abs() == 1 => printed,
        _ => stated,
    }
}

/// A date in the document's title.
fn in_title(facts: &Facts) -> Option<Date> {
    let title = facts.page.raw_text(facts.sources.title?);
    printed(super::plain::head(&title, LINE_CHARS_MAX), Style::of_language(&facts.lang)).first().map(|found| found.date)
}

fn structured(facts: &Facts, key: &str) -> Option<Date> {
    facts.subjects.iter().flat_map(|node| node.texts(key)).find_map(|value| machine(&value))
}

fn meta(facts: &Facts, keys: &'static [&'static str]) -> Option<Date> {
    meta_tags::values(facts.sources, keys).find_map(|(_, value)| machine(&value))
}

fn item(facts: &Facts, name: &str) -> Option<Date> {
    microdata::of_page(facts.page, &facts.sources.props, name)
        .find_map(|(value, _)| machine(&value).or_else(|| Some(printed(&value, Style::of_language(&facts.lang)).first()?.date)))
}

/// What is shown: `<time>`, elements whose class names a date, lines near the headline.
fn shown(facts: &Facts, near: &[Line], title: Option<NodeId>) -> Dates {
    let mut dates = Dates::default();
    let is_near =
        |node: NodeId| near.iter().any(|line| facts.page.contains(node, line.node) || facts.page.contains(line.node, node));
    let marked = facts.sources.marked.iter().filter(|(mark, _)| *mark == Mark::Date).map(|&(_, node)| node);
    let elements: Vec<NodeId> = facts.sources.times.iter().copied().chain(marked).collect();
    let (close, far): (Vec<_>, Vec<_>) = elements.into_iter().partition(|&node| is_near(node));
    for node in close {
        take_element(facts, node, title, &mut dates);
    }
    for line in near.iter().filter(|line| line.text.chars().count() <= LINE_CHARS_MAX) {
        if !in_other_part(facts.page, line.node, title) {
            take_text(facts, &line.text, line.node, line.before, &mut dates);
        }
    }
    take_far(facts, &far, title, &mut dates);
    dates
}

/// Takes dates far from the headline, unless there are many: then they belong to cards, comments or a list.
fn take_far(facts: &Facts, far: &[NodeId], title: Option<NodeId>, dates: &mut Dates) {
    /// So many different days may stand on a page with one article: published, changed, and one more.
    const DAYS_MAX: usize = 3;
    if dates.published.is_some() {
        return;
    }
    let mut found: Vec<Dates> = Vec::new();
    for &node in far {
        let mut one = Dates::default();
        take_element(facts, node, title, &mut one);
        let day = one.published.or(one.modified);
        let known = found.iter().any(|known| known.published.or(known.modified).zip(day).is_some_and(|(a, b)| a.same_day(&b)));
        if day.is_some() && !known {
            found.push(one);
        }
        if found.len() > DAYS_MAX {
            return;
        }
    }
    for one in found {
        if dates.published.is_none() && one.published.is_some() {
            (dates.published, dates.node) = (one.published, one.node);
        }
        dates.modified = dates.modified.or(one.modified);
    }
}

fn take_element(facts: &Facts, node: NodeId, title: Option<NodeId>, dates: &mut Dates) {
    let page = facts.page;
    if dates.published.is_some()
        || page.end(node).0 - node.0 > NODES_MAX
        || !is_shown(page, node)
        || in_other_part(page, node, title)
    {
        return;
    }
    let text = page.text_of(node);
    let before = title.is_some_and(|title| node < title);
    match page.attr(node, Attr::Datetime).and_then(machine) {
        // "today" alone is the date told as an age; with figures it is a clock.
        Some(date) if !text.contains(char::is_numeric) || !is_other(&text, &text) => {
            keep(dates, date, is_change(&text) && !says(&text, words::DATES_PUBLISHED), node)
        }
        _ if text.chars().count() <= LINE_CHARS_MAX => take_text(facts, &text, node, before, dates),
        _ => {}
    }
}

fn take_text(facts: &Facts, text: &str, node: NodeId, before: bool, dates: &mut Dates) {
    if !text.contains(|c: char| c.is_numeric()) {
        return;
    }
    for found in printed(text, Style::of_language(&facts.lang)) {
        let lead = &text[..found.from];
        let labelled = says(lead, words::DATES_PUBLISHED);
        if is_other(lead, text) || before && !labelled && text.chars().count() > 60 {
            continue;
        }
        keep(dates, found.date, is_change(lead) && !labelled, node);
    }
}

fn keep(dates: &mut Dates, date: Date, is_change: bool, node: NodeId) {
    if is_change {
        dates.modified = dates.modified.or(Some(date));
    } else if dates.published.is_none() {
        dates.published = Some(date);
        dates.node = Some(node);
    }
}

/// Whether the date is a page clock, a copyright year or the like.
fn is_other(lead: &str, text: &str) -> bool {
    says(lead, words::DATES_NOT_THIS) || text.contains('©')
}

fn is_change(lead: &str) -> bool {
    says(lead, words::DATES_MODIFIED)
}

/// Whether the text has one of the words or phrases.
fn says(text: &str, list: &[&str]) -> bool {
    let lower = text.to_lowercase();
    list.iter().any(|phrase| {
        lower.match_indices(phrase).any(|(at, _)| {
            let before = lower[..at].chars().next_back();
            let after = lower[at + phrase.len()..].chars().next();
            let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphabetic());
            phrase.starts_with(|c: char| c >= '\u{0e00}') || apart(before) && apart(after)
        })
    })
}
