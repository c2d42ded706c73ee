//! The dates that a page shows: `<time>`, elements whose class names a date, lines near the headline.

use super::dates::as_printed;
use super::plain::head;
use super::said::{last_said, said};
use super::sources::{HEADINGS, TIMES};
use super::{Facts, microdata};
use crate::page::{Attr, NodeId, Page, Tag};
use crate::rules::words::{self, List};
use crate::text::dates::{Date, has_figure, machine_in, printed};
use crate::text::search::{begins_with, ends_with, has, is_longer};
use std::ops::Range;

/// What is shown.
#[derive(Default)]
pub struct ShownDates {
    /// The date of publication.
    pub published: Option<ShownDate>,
    /// The date of the last change.
    pub modified: Option<Date>,
    /// Whether that stands in a part beside the article or at the foot of the page, as that of a manual's page does.
    pub is_modified_beside: bool,
}

/// A date, where it is shown, and how surely it is the article's.
#[derive(Clone, Copy)]
pub struct ShownDate {
    /// The date.
    pub date: Date,
    /// The element that shows it.
    pub node: NodeId,
    /// How surely it is the article's.
    pub rank: Rank,
}

/// How surely a date is the article's, the surest first.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
pub enum Rank {
    /// It says that it is the date of publication, near the headline.
    Labelled,
    /// An element that is made for dates, under the headline.
    Under,
    /// A line under the headline.
    Line,
    /// Above the headline.
    Over,
    /// Elsewhere on the page.
    Far,
    /// In a part beside or under the article.
    Beside,
    /// In the head of the site: a clock, unless it says otherwise.
    Apart,
}

/// A line with a date that is no longer than this is about the date; a longer one is text that mentions it. Characters.
const LINE_CHARS_MAX: usize = 160;
/// A text with more bytes is longer than such a line in any script.
const LINE_BYTES_MAX: usize = 4 * LINE_CHARS_MAX;
/// So many different days may stand on a page with one article, far from its headline: published, changed, and one more.
const DAYS_MAX: usize = 3;
/// An element with more nodes than this is no date.
const NODES_MAX: u32 = 40;

/// Elements that are made for dates.
pub const DATED: [List; 2] = [TIMES, words::CLASSES_DATE];

/// Finds the dates that are shown.
pub fn read(facts: &Facts) -> ShownDates {
    let mut dates = ShownDates::default();
    let text_from = text_from(facts);
    let mut far = Vec::new();
    for node in facts.sources.of_kinds(&DATED) {
        let is_over = is_over(facts, node);
        if node >= text_from || !facts.near.are_near(facts.page, node) || !is_of_article(facts, node) {
            far.push(node);
        } else {
            take_element(facts, node, if is_over { over(facts, node) } else { Rank::Under }, &mut dates);
        }
    }
    for (line, text) in facts.near.shorter(usize::MAX) {
        let text = if is_longer(text, LINE_CHARS_MAX) { dateline(facts, text) } else { text };
        if !has_figure(text) || !is_of_article(facts, line.node) {
            continue;
        }
        let rank = if line.before { over(facts, line.node) } else { Rank::Line };
        if line.begin < text_from {
            take_text(facts, text, None, Place { node: line.node, rank }, &mut dates);
        } else if is_only_date(facts, text) {
            far.push(line.node);
        }
    }
    take_far(facts, &far, Rank::Far, DAYS_MAX, &mut dates);
    if dates.day().is_none() {
        far.retain(|&node| is_beside(facts, node));
        dates.is_modified_beside = true;
        take_far(facts, &far, Rank::Beside, 1, &mut dates);
    }
    dates
}

/// The beginning of a paragraph that is set apart with its date, as in `LONDON, 8 November 2024 (Reuters) - `; or nothing.
fn dateline<'t>(facts: &Facts, text: &'t str) -> &'t str {
    /// No dateline is longer, in bytes.
    const DATELINE_BYTES_MAX: usize = 80;
    /// More words before the date are a sentence.
    const LEAD_WORDS_MAX: usize = 4;
    let head = head(text, DATELINE_BYTES_MAX);
    let all = printed(head, facts.style);
    let Some(found) = all.first() else { return "" };
    let after = head.get(found.until..).unwrap_or_default().trim_start();
    let is_apart =
        begins_with(after, "()|") || begins_with(after, "-–—:") && !after.chars().nth(1).is_some_and(char::is_alphanumeric);
    if is_apart && word_count(head.get(..found.from).unwrap_or_default()) <= LEAD_WORDS_MAX {
        head.get(..found.until).unwrap_or_default()
    } else {
        ""
    }
}

/// Whether a line is a date and nothing else, or says that it is the date of publication.
fn is_only_date(facts: &Facts, text: &str) -> bool {
    let all = printed(text, facts.style);
    let Some(found) = all.first() else { return false };
    let (lead, rest) = (text.get(..found.from).unwrap_or_default(), text.get(found.until..).unwrap_or_default());
    label(lead) == Some(false) || word_count(lead) + word_count(rest) == 0
}

/// Where the article's text begins: behind it, a line with a date is about something else.
fn text_from(facts: &Facts) -> NodeId {
    /// A line that is longer is a paragraph: most bylines are shorter. Characters.
    const PARAGRAPH_CHARS_MIN: usize = 140;
    /// The standfirst and a caption may be as long as a paragraph.
    const LEADS_MAX: usize = 2;
    let lines = facts.near.shorter(usize::MAX).filter(|(line, text)| !line.before && is_longer(text, PARAGRAPH_CHARS_MIN));
    lines.map(|(line, _)| line.begin).nth(LEADS_MAX).unwrap_or(facts.page.end(Page::ROOT))
}

fn is_over(facts: &Facts, node: NodeId) -> bool {
    facts.title.is_some_and(|title| node < title)
}

/// How sure a date above the headline is: it belongs to it if no menu and no site's head lies between.
fn over(facts: &Facts, node: NodeId) -> Rank {
    /// So many links between a date and the headline below it are a menu.
    const LINKS_MAX: usize = 3;
    let page = facts.page;
    let Some(title) = facts.title else { return Rank::Over };
    let head = page.closest(node, |tag| tag == Tag::Header);
    let mut links = 0;
    let mut is_menu = |at| {
        links += usize::from(page.tag(at) == Tag::A);
        links > LINKS_MAX || page.tag(at) == Tag::Nav
    };
    let is_apart = head.is_some_and(|head| !page.contains(head, title));
    if is_apart || (page.end(node).place()..title.place()).map(NodeId::at).any(&mut is_menu) { Rank::Apart } else { Rank::Over }
}

/// Whether an element is the article's: not of a comment, a card, a caption.
pub fn is_of_article(facts: &Facts, node: NodeId) -> bool {
    let page = facts.page;
    let is_caption = || page.closest(node, |tag| matches!(tag, Tag::Figcaption | Tag::Blockquote)).is_some();
    let other = || microdata::other_item(page, facts.sources, node);
    let is_other = || other().is_some_and(|item| !facts.holds_title(item));
    facts.is_of_article(node) && !is_caption() && !is_other() && !is_of_other_day(facts, node)
}

/// Whether an element is a box with the day of an event, the weather or a clock, or stands in one.
fn is_of_other_day(facts: &Facts, node: NodeId) -> bool {
    let page = facts.page;
    // A small clock is often drawn before the date of publication, by the class of an inline element.
    let is_box = |at| page.is_block(at) && page.contains(at, node);
    let mut boxes = facts.sources.of_kind(words::CLASSES_OTHER_DAY).iter();
    boxes.any(|&at| is_box(at) && !facts.holds_title(at))
}

/// Takes dates far from the headline, unless there are many: then they belong to cards, comments or a list.
fn take_far(facts: &Facts, far: &[NodeId], rank: Rank, days_max: usize, dates: &mut ShownDates) {
    if dates.published.is_some() {
        return;
    }
    let mut found: Vec<ShownDates> = Vec::new();
    for &node in far {
        let mut one = ShownDates::default();
        if !is_of_card(facts, node) {
            take_element(facts, node, rank, &mut one);
        }
        let Some(day) = one.day() else { continue };
        if !found.iter().any(|known| known.day().is_some_and(|known| known.same_day(day))) {
            found.push(one);
        }
        if found.len() > days_max {
            return;
        }
    }
    for one in found {
        dates.published = dates.published.or(one.published);
        dates.modified = dates.modified.or(one.modified);
    }
}

/// Whether an element stands with a linked heading, or in an entry of a list with a link: a card of something else.
fn is_of_card(facts: &Facts, node: NodeId) -> bool {
    /// A card has no more nodes than this.
    const CARD_NODES_MAX: u32 = 80;
    let page = facts.page;
    if is_under_other_heading(facts, node) {
        return true;
    }
    for around in page.ancestors(node) {
        let end = page.end(around);
        if end.place() - around.place() > CARD_NODES_MAX || facts.holds_title(around) {
            return false;
        }
        let mut inside = page.descendants(around);
        let is_card = match page.tag(around) {
            Tag::A => true,
            Tag::Li => inside.any(|at| page.tag(at) == Tag::A),
            _ => inside.any(|at| page.tag(at).heading_level().is_some() && is_linked(page, at)),
        };
        if is_card {
            return true;
        }
    }
    false
}

/// Whether the nearest heading above is that of comments, of related texts or the like.
fn is_under_other_heading(facts: &Facts, node: NodeId) -> bool {
    /// So much of a heading is read: those that are meant are short. Bytes.
    const HEADING_BYTES_MAX: usize = 100;
    let headings = facts.sources.of_kind(HEADINGS);
    let nearest = headings.partition_point(|&heading| heading < node).checked_sub(1).and_then(|at| headings.get(at));
    let nearest = nearest.filter(|&&heading| facts.title.is_none_or(|title| title < heading));
    nearest.is_some_and(|&heading| said(&facts.page.text_start(heading, HEADING_BYTES_MAX), words::CLASSES_OTHER_PART))
}

/// Whether an element holds a link or stands in one.
fn is_linked(page: &Page, node: NodeId) -> bool {
    page.descendants(node).any(|at| page.tag(at) == Tag::A) || page.closest(node, |tag| tag == Tag::A).is_some()
}

/// Whether an element stands beside or under the article, in no part with a heading of its own.
fn is_beside(facts: &Facts, node: NodeId) -> bool {
    let (page, sources) = (facts.page, facts.sources);
    let part = sources.side_part(page, node).filter(|_| sources.is_shown(page, node) && !is_of_other_day(facts, node));
    let is_headed = |part: NodeId| sources.of_kind(HEADINGS).iter().any(|&heading| page.contains(part, heading));
    part.is_some_and(|part| !is_headed(part) || label(&page.text_start(node, LINE_BYTES_MAX)).is_some())
}

/// Where a date stands.
#[derive(Clone, Copy)]
struct Place {
    node: NodeId,
    rank: Rank,
}

/// What stands before an element since the last date or other figures: it may say what the date is of.
fn lead(facts: &Facts, node: NodeId) -> String {
    /// So many nodes before an element are looked at.
    const LEAD_NODES_MAX: u32 = 8;
    /// So much of it is about the date. Characters.
    const LEAD_CHARS_MAX: usize = 40;
    let page = facts.page;
    let from = node.place().saturating_sub(LEAD_NODES_MAX);
    let from = facts.title.filter(|&title| title < node).map_or(from, |title| from.max(page.end(title).place()));
    let text = page.text_between(NodeId::at(from), node);
    let mut from = text.len();
    for (at, c) in text.char_indices().rev().take(LEAD_CHARS_MAX + 1) {
        if c.is_numeric() {
            break;
        }
        from = at;
    }
    [text.get(from..).unwrap_or_default(), " "].concat()
}

#[inline(never)]
fn take_element(facts: &Facts, node: NodeId, rank: Rank, dates: &mut ShownDates) {
    let page = facts.page;
    if page.end(node).place() - node.place() > NODES_MAX || rank != Rank::Beside && !is_of_article(facts, node) {
        return;
    }
    let mut text = lead(facts, node);
    let lead_bytes = text.len();
    text.push_str(&page.text_start(node, LINE_BYTES_MAX));
    let stated = page.attr(node, Attr::Datetime).and_then(|value| machine_in(value, facts.style));
    let place = Place { node, rank };
    if facts.sources.props.iter().any(|prop| prop.node == node && prop.is("dateModified")) {
        dates.modified = dates.modified.or(stated);
        return;
    }
    if !is_longer(text.get(lead_bytes..).unwrap_or_default(), LINE_CHARS_MAX) && take_text(facts, &text, stated, place, dates) {
        return;
    }
    // "today" alone is the date told as an age; with figures it is a clock.
    let is_unclear = || said(&text, words::DATES_MODIFIED) && said(&text, words::DATES_PUBLISHED);
    if let Some(date) = stated.filter(|_| !is_unclear() && (!has_figure(&text) || !says_other(&text))) {
        keep(dates, date, label(&text), place);
    }
}

/// Takes the dates of a text, more precise where they are stated too; whether there was one.
#[inline(never)]
fn take_text(facts: &Facts, text: &str, stated: Option<Date>, place: Place, dates: &mut ShownDates) -> bool {
    /// In the head of a site, more words before a date are about something else.
    const LABEL_WORDS_MAX: usize = 4;
    let mut lead_from = 0;
    let all = printed(text, facts.style);
    for (at, found) in all.iter().enumerate() {
        let part = |range: Range<usize>| text.get(range).unwrap_or_default();
        let lead = part(lead_from..found.from);
        let after = part(found.until..all.get(at + 1).map_or(text.len(), |next| next.from));
        lead_from = found.until;
        let label = label(lead);
        let is_labelled = label.is_some() || said(lead, words::DATES_ANY) || said(after, words::DATES_PUBLISHED);
        let is_sentence = || !is_labelled && is_sentence(lead, part(found.from..found.until), after.trim());
        let is_clock = place.rank == Rank::Apart && (label.is_none() || word_count(lead) > LABEL_WORDS_MAX);
        if says_other(lead) || has(text, "©") || is_clock || is_sentence() {
            continue;
        }
        let date = stated.filter(|stated| stated.days_apart(found.date) <= 1 || stated.is_swapped(found.date));
        keep(dates, date.map_or(found.date, |date| as_printed(date, Some(found.date))), label, place);
    }
    !all.is_empty()
}

/// Whether the text around a date is a sentence that mentions it.
fn is_sentence(before: &str, date: &str, after: &str) -> bool {
    /// More words before or after a date are no byline.
    const WORDS_MAX: usize = 9;
    /// So many words that end in a full stop are a sentence.
    const SENTENCE_WORDS_MIN: usize = 3;
    let (words_before, words_after) = (word_count(before), word_count(after));
    // The full stop of `4. 2. 2022.` belongs to the date.
    let ends = ends_with(after, ".!?。।") && !(after == "." && word_count(date) == 0);
    words_before > WORDS_MAX || words_after > WORDS_MAX || ends && words_before + words_after >= SENTENCE_WORDS_MIN
}

/// The number of words; in scripts without spaces two signs count as one.
pub fn word_count(text: &str) -> usize {
    let (mut words, mut signs, mut is_after_letter) = (0, 0, false);
    for c in text.chars() {
        let is_letter = c.is_alphabetic();
        if c >= '\u{2e80}' {
            signs += usize::from(is_letter);
        } else {
            words += usize::from(is_letter && !is_after_letter);
        }
        is_after_letter = is_letter;
    }
    words + signs / 2
}

/// What a text says that a date is: `Some(true)` for a change, `Some(false)` for the publication. The last word counts.
fn label(lead: &str) -> Option<bool> {
    let change = last_said(lead, words::DATES_MODIFIED);
    let publication = last_said(lead, words::DATES_PUBLISHED);
    if change.is_none() && publication.is_none() { None } else { Some(change > publication) }
}

fn keep(dates: &mut ShownDates, date: Date, label: Option<bool>, Place { node, rank }: Place) {
    if label == Some(true) {
        dates.modified = dates.modified.or(Some(date));
        return;
    }
    let rank = match (rank, label) {
        (Rank::Far | Rank::Beside, _) => rank,
        (_, Some(_)) => Rank::Labelled,
        _ => rank,
    };
    if dates.published.is_none_or(|known| rank < known.rank) {
        dates.published = Some(ShownDate { date, node, rank });
    }
}

impl ShownDates {
    fn day(&self) -> Option<Date> {
        self.published.map(|shown| shown.date).or(self.modified)
    }
}

/// Whether the date is a page clock, the day of an event or the like.
fn says_other(lead: &str) -> bool {
    said(lead, words::DATES_NOT_THIS)
}
