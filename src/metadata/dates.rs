//! When it was published and last changed.

use super::Facts;
use super::stated::Stated::{self, Data, Item, Meta};
use crate::page::{Attr, NodeId};
use crate::rules::words::{self, List};
use crate::text::dates::{Date, has_figure, in_url, machine, printed};
use crate::text::search::{has, is_longer};
use crate::text::{hash, lists};

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
pub fn read(facts: &Facts) -> Dates {
    let shown = shown(facts);
    let address = facts.page.url.as_deref().and_then(in_url).filter(|date| date.day() > 0);
    let published = stated(facts, &[Data("datePublished"), Meta(words::META_PUBLISHED), Item("datePublished")])
        .map(|date| as_printed(date, shown.published.or(address)));
    let late = || stated(facts, &[Data("dateCreated"), Data("uploadDate"), Item("dateCreated")]);
    let published = published.or(shown.published).or(address).or_else(late).or_else(|| in_title(facts));
    let modified = stated(facts, &[Data("dateModified"), Meta(words::META_MODIFIED), Item("dateModified")]).or(shown.modified);
    let node = shown.node.filter(|_| published.zip(shown.published).is_some_and(|(one, other)| one.same_day(other)));
    Dates { published, modified, node }
}

/// The day as the page prints it, where a time stamp in universal time falls on the day before or after.
fn as_printed(stated: Date, printed: Option<Date>) -> Date {
    match printed {
        Some(printed) if stated.is_universal() && printed.day_number().abs_diff(stated.day_number()) == 1 => printed,
        _ => stated,
    }
}

/// A date in the document's title.
fn in_title(facts: &Facts) -> Option<Date> {
    let title = facts.page.raw_text(facts.sources.title?);
    first_printed(facts, super::plain::head(&title, LINE_CHARS_MAX))
}

fn first_printed(facts: &Facts, text: &str) -> Option<Date> {
    printed(text, facts.style).first().map(|found| found.date)
}

/// The first stated value that is a date. Properties of the body may be printed ones.
#[inline(never)]
fn stated(facts: &Facts, places: &[Stated]) -> Option<Date> {
    let mut found = None;
    facts.stated(places, &mut |value| {
        found = machine(value).or_else(|| first_printed(facts, value));
        found.is_some()
    });
    found
}

/// What is shown: `<time>`, elements whose class names a date, lines near the headline.
fn shown(facts: &Facts) -> Dates {
    let mut dates = Dates::default();
    let mut far = Vec::new();
    for &node in facts.sources.times.iter().chain(facts.sources.marked(words::CLASSES_DATE)) {
        if facts.near.are_near(facts.page, node) { take_element(facts, node, &mut dates) } else { far.push(node) }
    }
    for (line, text) in facts.near.shorter(LINE_CHARS_MAX) {
        if has_figure(text) && !facts.sources.in_other_part(facts.page, line.node, facts.title) {
            take_text(facts, text, line.node, line.before, &mut dates);
        }
    }
    take_far(facts, &far, &mut dates);
    dates
}

/// Takes dates far from the headline, unless there are many: then they belong to cards, comments or a list.
fn take_far(facts: &Facts, far: &[NodeId], dates: &mut Dates) {
    /// So many different days may stand on a page with one article: published, changed, and one more.
    const DAYS_MAX: usize = 3;
    if dates.published.is_some() {
        return;
    }
    let mut found: Vec<Dates> = Vec::new();
    for &node in far {
        let mut one = Dates::default();
        take_element(facts, node, &mut one);
        let Some(day) = one.day() else { continue };
        if !found.iter().any(|known| known.day().is_some_and(|known| known.same_day(day))) {
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

#[inline(never)]
fn take_element(facts: &Facts, node: NodeId, dates: &mut Dates) {
    let page = facts.page;
    if dates.published.is_some() || page.end(node).0 - node.0 > NODES_MAX || !facts.is_of_article(node) {
        return;
    }
    let text = page.text_of(node);
    match page.attr(node, Attr::Datetime).and_then(machine) {
        // "today" alone is the date told as an age; with figures it is a clock.
        Some(date) if !has_figure(&text) || !is_other(&text, &text) => {
            dates.keep(date, is_change(&text) && !says(&text, words::DATES_PUBLISHED), node)
        }
        _ if !is_longer(&text, LINE_CHARS_MAX) => {
            take_text(facts, &text, node, facts.title.is_some_and(|title| node < title), dates)
        }
        _ => {}
    }
}

#[inline(never)]
fn take_text(facts: &Facts, text: &str, node: NodeId, before: bool, dates: &mut Dates) {
    /// A longer line before the headline is about something else, unless it says that it is a date of publication. Characters.
    const BEFORE_CHARS_MAX: usize = 60;
    for found in printed(text, facts.style) {
        let lead = text.get(..found.from).unwrap_or_default();
        let labelled = says(lead, words::DATES_PUBLISHED);
        if is_other(lead, text) || before && !labelled && is_longer(text, BEFORE_CHARS_MAX) {
            continue;
        }
        dates.keep(found.date, is_change(lead) && !labelled, node);
    }
}

impl Dates {
    fn keep(&mut self, date: Date, is_change: bool, node: NodeId) {
        if is_change {
            self.modified = self.modified.or(Some(date));
        } else if self.published.is_none() {
            self.published = Some(date);
            self.node = Some(node);
        }
    }

    fn day(&self) -> Option<Date> {
        self.published.or(self.modified)
    }
}

/// Whether the date is a page clock, a copyright year or the like.
fn is_other(lead: &str, text: &str) -> bool {
    says(lead, words::DATES_NOT_THIS) || has(text, "©")
}

fn is_change(lead: &str) -> bool {
    says(lead, words::DATES_MODIFIED)
}

/// Whether the text has one of the words or phrases of a list: between other characters than letters, or anywhere in scripts
/// that are written without spaces or cling to other words.
#[inline(never)]
fn says(text: &str, list: List) -> bool {
    /// The longest phrase of the lists has fewer characters than this.
    const PHRASE_CHARS_MAX: usize = 24;
    let mut rest = text.chars();
    let mut is_after_letter = false;
    loop {
        let mut phrase = rest.clone();
        let Some(first) = rest.next() else { return false };
        let is_anywhere = first >= '\u{0e00}';
        if is_anywhere || !is_after_letter {
            let mut hash = hash::START;
            for _ in 0..PHRASE_CHARS_MAX {
                let Some(c) = phrase.next() else { break };
                hash = lists::with(hash, c);
                let ends = is_anywhere || !phrase.clone().next().is_some_and(char::is_alphabetic);
                if ends && lists::has(list, hash) {
                    return true;
                }
            }
        }
        is_after_letter = first.is_alphabetic();
    }
}
