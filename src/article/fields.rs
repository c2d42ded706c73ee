//! The article's fields: from the metadata, else from the article itself.

use super::body::{Body, Piece};
use super::credits::Credits;
use super::{dateline, html, markdown, text};
use crate::content::MainContent;
use crate::page::{Attr, NodeId, Page, Tag, push_folded};
use crate::reading::{Article, Metadata, PageType};
use crate::text::words::{self, Unspaced};
use crate::text::{language, search};

/// Characters of an excerpt taken from the text: two lines of a card, and what search engines show.
const EXCERPT_CHARS_MAX: usize = 200;
/// Words a minute of silent reading: the mean for English non-fiction over 190 studies (Brysbaert 2019, 238). More makes
/// articles look shorter.
const WORDS_PER_MINUTE: u32 = 238;
/// Characters a minute in scripts without spaces. Between the means for Chinese and Japanese read aloud (Trauzettel-Klosinski
/// and Dietz 2012, 255 and 357) and the 500 that large sites count with.
const UNSPACED_CHARS_PER_MINUTE: u32 = 400;
/// Letters that are asked for the direction of the text; the first ones settle it.
const DIRECTION_LETTERS_MAX: usize = 500;

/// Share of the letters of the rarer direction, in hundredths, from which on what the page states settles it: a text that quotes
/// much, or is half code. The page's shell may run the other way, so that below the letters do.
const MIXED_PERCENT_MIN: usize = 35;

/// The article: its content written, its fields filled.
pub fn fill(page: &Page, metadata: Metadata, credits: Credits, body: Body, main: &MainContent) -> Article {
    let root = main.roots.first().copied().unwrap_or(Page::ROOT);
    let stated = |attr| stated(page, root, attr);
    let text = text::write(&body, 0..body.pieces().len());
    let primary = |tag: &str| search::until(tag, "-_").to_ascii_lowercase();
    // The page's own tag is put right already.
    let is_other = |tag: &String| metadata.lang.as_deref().is_none_or(|of_page| primary(of_page) != primary(tag));
    let near = stated(Attr::Lang).or_else(|| stated(Attr::XmlLang)).filter(is_other);
    let lang = language::of(&text, near.or(metadata.lang));
    let dir = stated(Attr::Dir).map(|dir| dir.to_ascii_lowercase()).filter(|dir| dir != "auto").or(metadata.dir);
    let dateline = dateline::read(&body).unwrap_or_default();
    let mut lines = credits.lines;
    // What stands at the head is the agency; another one at the foot is a credit.
    let agency = match (dateline.agency, credits.agency) {
        (Some(head), Some(foot)) => {
            if head != foot && !lines.iter().any(|line| search::has(line, &foot)) {
                lines.insert(0, foot);
            }
            Some(head)
        }
        (head, foot) => head.or(foot),
    };
    let (number, unspaced) = (words::number(&text), words::unspaced(&text));
    Article {
        page_type: PageType::Article,
        title: metadata.title,
        byline: metadata.byline,
        authors: metadata.authors,
        published: metadata.published,
        modified: metadata.modified,
        site_name: metadata.site_name,
        agency,
        dateline: Some(dateline.printed).filter(|printed| !printed.is_empty()),
        credits: lines,
        copyright: credits.copyright,
        kicker: metadata.kicker,
        standfirst: metadata.standfirst,
        section: metadata.section,
        tags: metadata.tags,
        favicon: metadata.favicon,
        excerpt: metadata.excerpt.or_else(|| excerpt(&body)),
        lang,
        dir: direction(&text, dir.as_deref().unwrap_or_default()).map(str::to_owned),
        image: metadata.image.or_else(|| first_image(&body)),
        url: metadata.url.or_else(|| page.url.clone()),
        word_count: words::estimate(number, unspaced),
        reading_minutes: if text.is_empty() { 0 } else { minutes(number, unspaced) },
        confidence: main.confidence,
        html: html::write(&body),
        markdown: markdown::write(&body),
        text,
        body,
    }
}

/// The nearest value of an attribute on the root or around it, below what is the whole page's.
fn stated(page: &Page, root: NodeId, attr: Attr) -> Option<String> {
    let mut at = Some(root);
    while let Some(node) = at.filter(|&node| !matches!(page.tag(node), Tag::Html | Tag::Body)) {
        let value = page.attr(node, attr).unwrap_or_default().trim();
        if !value.is_empty() {
            return Some(value.to_owned());
        }
        at = page.parent(node);
    }
    None
}

/// `rtl` where most letters are Hebrew, Arabic or of a script written in the same direction; as stated where they are mixed.
fn direction(text: &str, stated: &str) -> Option<&'static str> {
    let (mut all, mut rtl) = (0, 0);
    for c in text.chars().filter(|c| c.is_alphabetic()).take(DIRECTION_LETTERS_MAX) {
        all += 1;
        rtl += is_rtl(c) as usize;
    }
    let is_stated = matches!(stated, "ltr" | "rtl");
    let is_mixed = rtl.min(all - rtl) * 100 >= all * MIXED_PERCENT_MIN;
    let is_rtl = if is_mixed && is_stated { stated == "rtl" } else { rtl * 2 > all };
    (all > 0 || is_stated).then_some(if is_rtl { "rtl" } else { "ltr" })
}

fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}')
}

/// The head of the first paragraph, cut at a word.
fn excerpt(body: &Body) -> Option<String> {
    let from = body.find_open(Tag::P, 0)?;
    let mut text = String::new();
    push_folded(&mut text, &body.text_in(from..body.end_of(from)));
    if let Some((cut, _)) = text.char_indices().nth(EXCERPT_CHARS_MAX) {
        text.truncate(text.get(..cut).and_then(|head| search::find_last(head, b' ')).unwrap_or(cut));
        text.truncate(search::trim_end(&text, ",;:–—-").len());
        text.push('…');
    }
    (!text.is_empty()).then_some(text)
}

fn first_image(body: &Body) -> Option<String> {
    for &piece in body.pieces() {
        if let Piece::Open(Tag::Img, attrs) = piece
            && !body.attr(attrs, Attr::Src).starts_with("data:")
        {
            return Some(body.attr(attrs, Attr::Src).to_owned());
        }
    }
    None
}

/// Minutes that a text of so many words takes.
fn minutes(words: u32, Unspaced { characters, .. }: Unspaced) -> u32 {
    let spaced_words = words.saturating_sub(characters.div_ceil(2));
    let minutes = spaced_words as f32 / WORDS_PER_MINUTE as f32 + characters as f32 / UNSPACED_CHARS_PER_MINUTE as f32;
    ((minutes + 0.5) as u32).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_time() {
        for (text, expected) in [("word".to_owned(), 1), ("word ".repeat(714), 3), ("字".repeat(1200), 3)] {
            assert_eq!(minutes(words::number(&text), words::unspaced(&text)), expected, "{} chars", text.len());
        }
    }

    #[test]
    fn direction_by_script() {
        for (text, stated, expected) in [
            ("", "", None),
            ("12", "", None),
            ("12", "rtl", Some("rtl")),
            ("harbour", "rtl", Some("ltr")),
            ("שלום port", "", Some("ltr")),
            ("שלום port", "rtl", Some("rtl")),
            ("مرفأ المدينة a", "ltr", Some("rtl")),
        ] {
            assert_eq!(direction(text, stated), expected, "{text}");
        }
    }
}
