//! The page from a plain-text dump: what is left of a page when its markup is gone. Lines become paragraphs, the headline a
//! heading, and the stages after this one do the rest.

use super::{NodeId, Page, PageBuilder, Tag};
use crate::text::{search, words};
use std::borrow::Cow;

/// Lines of hard-wrapped prose are about this long: the widths at which mail programs and terminals wrap.
const WRAPPED_CHARS: std::ops::RangeInclusive<usize> = 56..=82;
/// How much shorter than the longest line of its paragraph a wrapped line may be: a long word that did not fit.
const WRAP_SLACK_CHARS: usize = 18;

/// Words from which on a line is running text. Headlines have up to about 20; one-sentence paragraphs of news about 25.
const RUNNING_WORDS_MIN: u32 = 22;

/// Words of a headline.
const HEADLINE_WORDS: std::ops::RangeInclusive<u32> = 3..=25;

/// Of a hundred words of a text that is for reading, those in running text, at least. Program code and logs have fewer.
const RUNNING_PERCENT_MIN: u32 = 40;

/// How many lines above the text the headline may stand: a repeat of it, byline, date, place and a label lie between.
const HEADLINE_LINES_MAX: usize = 8;

/// Lines that may interrupt running text, such as headings inside an article.
const GAP_LINES_MAX: usize = 2;

/// Every line becomes a paragraph, but for hard-wrapped prose, which is joined up to the next blank line.
///
/// ```
/// use limpid::page::{Tag, plain};
/// let page = plain::parse("The headline\n\nThe text.\nShare this");
/// assert_eq!(page.nodes().filter(|&node| page.tag(node) == Tag::P).count(), 3);
/// ```
pub fn parse(text: &str) -> Page {
    let text = search::lines(text).join("\n");
    let lines = paragraphs(&text);
    let headline = headline(&lines);
    let mut builder = PageBuilder::default();
    builder.open_tag(Tag::Html);
    builder.open_tag(Tag::Body);
    let mut in_list = false;
    for (at, line) in lines.iter().enumerate() {
        let item = list_item(line);
        if in_list && item.is_none() {
            builder.close();
        }
        if !in_list && item.is_some() {
            builder.open_tag(Tag::Ul);
        }
        in_list = item.is_some();
        builder.open_tag(match item {
            Some(_) => Tag::Li,
            None if Some(at) == headline => Tag::H1,
            None => Tag::P,
        });
        builder.text(item.unwrap_or(line));
        builder.close();
    }
    builder.finish()
}

/// The page of the text that a page without any markup of its own shows: a `<pre>` and nothing else, which is how browsers
/// show plain text. `None` where it has markup, or its text is program code and the like.
pub fn shown(page: &Page) -> Option<Page> {
    let body = page.first(Tag::Body)?;
    let says_something = |&node: &NodeId| match page.tag(node) {
        Tag::Text => !page.text(node).trim().is_empty(),
        tag => !tag.hides_text() && !matches!(tag, Tag::Link | Tag::Meta),
    };
    let mut shown = page.children(body).filter(says_something);
    let pre = shown.next().filter(|&node| page.tag(node) == Tag::Pre)?;
    if shown.next().is_some() || page.descendants(pre).any(|node| page.tag(node) != Tag::Text) {
        return None;
    }
    let text = page.raw_text(pre);
    let (mut running, mut all) = (0, 0);
    for words in paragraphs(&text).iter().map(|line| words::number(line)) {
        all += words;
        running += if words >= RUNNING_WORDS_MIN { words } else { 0 };
    }
    if running == 0 || running * 100 < all * RUNNING_PERCENT_MIN {
        return None;
    }
    let mut dump = parse(&text);
    dump.url.clone_from(&page.url);
    Some(dump)
}

fn paragraphs(text: &str) -> Vec<Cow<'_, str>> {
    let has_margin = has_margin(text);
    let mut paragraphs = Vec::new();
    let mut lines = Vec::new();
    for line in text.trim_start_matches('\u{feff}').split(['\n', '\r', '\u{c}', '\u{2028}', '\u{2029}']).chain([""]) {
        if !line.trim().is_empty() {
            lines.push(line.trim());
        } else if has_margin && is_wrapped(&lines) {
            paragraphs.push(lines.join(" ").into());
            lines.clear();
        } else {
            paragraphs.extend(lines.drain(..).map(Cow::Borrowed));
        }
    }
    paragraphs
}

/// Whether most of the text was cut at a margin: a text with whole paragraphs on one line was not, and short lines that
/// follow each other in it are headlines, dates and labels.
fn has_margin(text: &str) -> bool {
    let long: usize = search::lines(text).into_iter().map(search::chars).filter(|chars| chars > WRAPPED_CHARS.end()).sum();
    long * 2 < search::chars(text)
}

/// Whether the lines are one paragraph cut at a margin: all but the last are nearly as long as the longest.
fn is_wrapped(lines: &[&str]) -> bool {
    let Some((_, wrapped)) = lines.split_last() else { return false };
    let lengths = || wrapped.iter().map(|line| search::chars(line));
    let longest = lengths().max().unwrap_or(0);
    WRAPPED_CHARS.contains(&longest)
        && lengths().all(|chars| chars + WRAP_SLACK_CHARS >= longest)
        && !lines.iter().any(|line| list_item(line).is_some())
}

/// The text of a list item behind its bullet.
fn list_item(line: &str) -> Option<&str> {
    line.strip_prefix(['•', '*', '-', '‣', '◦', '·'])?.strip_prefix(' ').map(str::trim_start)
}

/// The line that is the headline: above the longest stretch of running text, the one that is repeated, else the longest.
fn headline(lines: &[Cow<str>]) -> Option<usize> {
    let start = text_start(lines)?;
    let above = start.saturating_sub(HEADLINE_LINES_MAX)..start;
    let fits = |&at: &usize| {
        let line = &lines[at];
        HEADLINE_WORDS.contains(&words::number(line)) && !search::ends_with(line, ".:;,") && !is_mostly_digits(line)
    };
    let rank =
        |&at: &usize| (lines[above.clone()].iter().filter(|line| **line == lines[at]).count(), words::number(&lines[at]), at);
    above.clone().filter(fits).max_by_key(rank)
}

/// Where the longest stretch of running text begins.
fn text_start(lines: &[Cow<str>]) -> Option<usize> {
    let mut best = (0, None);
    let (mut sum, mut start, mut last) = (0, 0, None);
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| words::number(line) >= RUNNING_WORDS_MIN) {
        if last.is_none_or(|last| at - last > GAP_LINES_MAX + 1) {
            (sum, start) = (0, at);
        }
        last = Some(at);
        sum += words::number(line);
        if sum > best.0 {
            best = (sum, Some(start));
        }
    }
    best.1
}

/// Dates, times and figures are no headlines.
fn is_mostly_digits(line: &str) -> bool {
    let (digits, others) = line
        .chars()
        .filter(|c| !c.is_whitespace())
        .fold((0, 0), |(digits, others), c| if c.is_ascii_digit() { (digits + 1, others) } else { (digits, others + 1) });
    digits * 3 > others
}
#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, paragraphs: &[&str]) {
        let page = parse(text);
        let found: Vec<String> =
            page.nodes().filter(|&node| matches!(page.tag(node), Tag::P | Tag::H1)).map(|node| page.text_of(node)).collect();
        assert_eq!(found, paragraphs);
    }

    #[test]
    fn a_line_is_a_paragraph() {
        check("", &[]);
        check("Home World\r\nToday\r\n\r\n\r\nHeadline", &["Home World", "Today", "Headline"]);
    }

    #[test]
    fn wrapped_lines_are_joined() {
        let wrapped = "The harbour wall has been closed since the storms of last winter,\n\
                       and nobody in the town can say today when it will be open again\n\
                       to walkers.\n\nShare this";
        check(
            wrapped,
            &[
                "The harbour wall has been closed since the storms of last winter, and nobody in the town can say today \
                 when it will be open again to walkers.",
                "Share this",
            ],
        );
    }

    #[test]
    fn the_line_over_the_running_text_is_the_headline() {
        let text = "Harbour News\nHome World Sport\nNorthern sea wall to be rebuilt\nNorthern sea wall to be rebuilt\n12 May 2023\n\n\
                    The council agreed on Tuesday evening to rebuild the northern sea wall, which has been closed to walkers since \
                    the storms of last winter.\n\nMost popular\nFerry prices rise again this summer";
        let page = parse(text);
        let headlines: Vec<String> =
            page.nodes().filter(|&node| page.tag(node) == Tag::H1).map(|node| page.text_of(node)).collect();
        assert_eq!(headlines, ["Northern sea wall to be rebuilt"]);
    }

    #[test]
    fn bullets_are_a_list() {
        let page = parse("Needed:\n- flour\n- water\n\nMix.");
        let items: Vec<String> =
            page.nodes().filter(|&node| page.tag(node) == Tag::Li).map(|node| page.text_of(node)).collect();
        assert_eq!(items, ["flour", "water"]);
    }
}
