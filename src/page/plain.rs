//! The page from plain text, such as a dump of what a browser showed.

use super::{Page, PageBuilder, Tag};

/// Lines of hard-wrapped prose are about this long: the widths at which mail programs and terminals wrap.
const WRAPPED_CHARS: std::ops::RangeInclusive<usize> = 56..=82;
/// How much shorter than the longest line of its paragraph a wrapped line may be: a long word that did not fit.
const WRAP_SLACK_CHARS: usize = 18;

/// Every line becomes a paragraph, but for hard-wrapped prose, which is joined up to the next blank line.
///
/// ```
/// use limpid::page::{Tag, plain};
/// let page = plain::parse("The headline\n\nThe text.\nShare this");
/// assert_eq!(page.nodes().filter(|&node| page.tag(node) == Tag::P).count(), 3);
/// ```
pub fn parse(text: &str) -> Page {
    let mut builder = PageBuilder::default();
    builder.open_tag(Tag::Html);
    builder.open_tag(Tag::Body);
    let mut lines = Vec::new();
    for line in text.trim_start_matches('\u{feff}').lines().chain([""]) {
        if !line.trim().is_empty() {
            lines.push(line.trim());
        } else if is_wrapped(&lines) {
            paragraph(&mut builder, &lines.join(" "));
            lines.clear();
        } else {
            lines.drain(..).for_each(|line| paragraph(&mut builder, line));
        }
    }
    builder.finish()
}

fn paragraph(builder: &mut PageBuilder, text: &str) {
    builder.open_tag(Tag::P);
    builder.text(text);
    builder.close();
}

/// Whether the lines are one paragraph cut at a margin: all but the last are nearly as long as the longest.
fn is_wrapped(lines: &[&str]) -> bool {
    let Some((_, wrapped)) = lines.split_last() else { return false };
    let lengths = || wrapped.iter().map(|line| line.chars().count());
    let longest = lengths().max().unwrap_or(0);
    WRAPPED_CHARS.contains(&longest) && lengths().all(|chars| chars + WRAP_SLACK_CHARS >= longest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, paragraphs: &[&str]) {
        let page = parse(text);
        let found: Vec<String> = page.nodes().filter(|&node| page.tag(node) == Tag::P).map(|node| page.text_of(node)).collect();
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
}
