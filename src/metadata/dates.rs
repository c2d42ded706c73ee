//! When it was published and last changed.

use super::Facts;
use super::shown_dates::{self, Rank, ShownDate};
use super::stated::Stated::{self, Data, Item, Meta};
use crate::page::NodeId;
use crate::rules::words;
use crate::text::dates::{Date, Found, in_url, machine, machine_in, printed};

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

/// The title is read as far as this for a date, in bytes: no headline is longer.
const TITLE_BYTES_MAX: usize = 160;

/// Chooses the dates: structured data, meta tags, what is shown near the headline, the address.
pub fn read(facts: &Facts) -> Dates {
    let shown = shown_dates::read(facts);
    let address = facts.page.url.as_deref().and_then(in_url);
    let day = address.filter(|date| date.day() > 0);
    let modified = stated(facts, &[Data("dateModified"), Meta(words::META_MODIFIED), Item("dateModified")], None);
    let one = shown.published.map(|shown| shown.date);
    let late = || stated(facts, &[Data("dateCreated"), Data("uploadDate"), Item("dateCreated")], None);
    let published = published(facts, shown.published, modified, day)
        .or_else(|| vague(facts, shown.published, modified))
        .or(one)
        .or(day)
        .or_else(late)
        .or_else(|| in_title(facts))
        .or(shown.modified.filter(|_| !shown.is_modified_beside))
        .or_else(|| month_alone(facts))
        .or(address);
    let modified = modified.or(shown.modified);
    let node = shown.published.filter(|shown| published.is_some_and(|date| date.same_day(shown.date))).map(|shown| shown.node);
    Dates { published, modified, node }
}

/// What the page states as the date of publication, set against what it shows.
fn published(facts: &Facts, shown: Option<ShownDate>, modified: Option<Date>, address: Option<Date>) -> Option<Date> {
    let places = [Data("datePublished"), Meta(words::META_PUBLISHED)];
    let first = stated(facts, &places, None)?;
    let is_change = |date: Date| modified.is_some_and(|modified| date.same_day(modified));
    let Some(shown) = shown else {
        // A template that takes the change for the publication is known by another that does not.
        let others = places.get(1..).unwrap_or_default();
        let other = is_change(first).then(|| stated(facts, others, Some(&|date| !is_change(date) && date.is_before(first))));
        return Some(as_printed(other.flatten().unwrap_or(first), address));
    };
    // Of stated dates that differ, the one that is shown.
    let is_shown = |date: Date| date.same_day(shown.date) || date.told_as(shown.date).is_some();
    let other = || stated(facts, &places, Some(&|date| is_shown(date) && !is_change(date)));
    let stated = if is_shown(first) { first } else { other().unwrap_or(first) };
    let is_evident = match shown.rank {
        Rank::Labelled => true,
        Rank::Under | Rank::Line => is_change(stated) && is_close(facts, shown.node),
        _ => false,
    };
    // What the reader was shown before the stated day was out by then: the template wrote the day it was built on.
    if is_evident && !is_shown(stated) && shown.date.is_before(stated) && !stated.is_swapped(shown.date) {
        return Some(shown.date);
    }
    Some(as_printed(stated, Some(shown.date)))
}

/// Whether an element stands close behind the headline.
fn is_close(facts: &Facts, node: NodeId) -> bool {
    /// More nodes between headline and date leave room for something else that has a date.
    const BETWEEN_MAX: u32 = 100;
    facts.title.is_some_and(|title| title < node && node.place() - title.place() <= BETWEEN_MAX)
}

/// What the page states as a date of no certain kind, or anywhere in its body: a date under the headline says more.
fn vague(facts: &Facts, shown: Option<ShownDate>, modified: Option<Date>) -> Option<Date> {
    let stated = stated(facts, &[Item("datePublished"), Meta(words::META_DATED)], None)?;
    let Some(shown) = shown else { return Some(stated) };
    let told = if stated.same_day(shown.date) { Some(stated) } else { stated.told_as(shown.date) };
    let is_change = modified.is_some_and(|modified| modified.same_day(shown.date));
    Some(told.unwrap_or(if shown.rank < Rank::Over && !is_change { shown.date } else { stated }))
}

/// A month with its year that stands alone in an element for dates behind the headline: `May 2024`.
fn month_alone(facts: &Facts) -> Option<Date> {
    /// More is not alone. Bytes.
    const ALONE_BYTES_MAX: usize = 40;
    let (page, title) = (facts.page, facts.title?);
    let is_near = |node| title < node && facts.near.are_near(page, node) && shown_dates::is_of_article(facts, node);
    for node in facts.sources.of_kinds(&shown_dates::DATED) {
        if !is_near(node) {
            continue;
        }
        let text = page.text_start(node, ALONE_BYTES_MAX);
        let date = if shown_dates::word_count(&text) == 1 { machine_in(&text, facts.style) } else { None };
        if date.is_some_and(|date| date.month() > 0 && date.day() == 0) {
            return date;
        }
    }
    None
}

/// The moment as the page prints it, where a time stamp in universal time falls on the day before or after.
pub fn as_printed(stated: Date, printed: Option<Date>) -> Date {
    printed.and_then(|printed| stated.told_as(printed)).unwrap_or(stated)
}

/// A date in the document's title.
fn in_title(facts: &Facts) -> Option<Date> {
    let title = facts.page.raw_text(facts.sources.title?);
    let first = |found: Vec<Found>| found.first().map(|found| found.date);
    first(printed(super::plain::head(&title, TITLE_BYTES_MAX), facts.style))
}

/// The first stated value that is a date, and that is wanted.
#[inline(never)]
fn stated(facts: &Facts, places: &[Stated], wanted: Option<&dyn Fn(Date) -> bool>) -> Option<Date> {
    let mut found = None;
    facts.stated(places, &mut |value| {
        // Figures alone are in the American order or in that of the page's language: the wanted one is right.
        let readings = [machine(value), machine_in(value, facts.style)];
        found = readings.into_iter().flatten().find(|&date| !date.is_epoch() && wanted.is_none_or(|wanted| wanted(date)));
        found.is_some()
    });
    found
}
