//! The article's fields: from the metadata, else from the article itself.

use super::body::{Body, Piece};
use super::credits::Credits;
use super::{dateline, html, markdown, text};
use crate::content::MainContent;
use crate::page::{Attr, NodeId, Page, Tag, push_folded};
use crate::reading::{Article, Metadata, PageType};
use crate::text::{search, words};

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

/// The article: its content written, its fields filled.
pub fn fill(page: &Page, metadata: Metadata, credits: Credits, body: Body, main: &MainContent) -> Article {
    let root = main.roots.first().copied().unwrap_or(Page::ROOT);
    let stated = |attr| stated(page, root, attr);
    let lang = metadata.lang.or_else(|| stated(Attr::Lang)).or_else(|| stated(Attr::XmlLang));
    let dir = metadata.dir.or_else(|| stated(Attr::Dir)).map(|dir| dir.to_ascii_lowercase());
    let text = text::write(&body, 0..body.pieces().len());
    let dateline = dateline::read(&body).unwrap_or_default();
    let word_count = words::number(&text);
    Article {
        page_type: PageType::Article,
        title: metadata.title,
        byline: metadata.byline,
        authors: metadata.authors,
        published: metadata.published,
        modified: metadata.modified,
        site_name: metadata.site_name,
        agency: dateline.agency.or(credits.agency),
        dateline: Some(dateline.printed).filter(|printed| !printed.is_empty()),
        credits: credits.lines,
        copyright: credits.copyright,
        kicker: metadata.kicker,
        standfirst: metadata.standfirst,
        excerpt: metadata.excerpt.or_else(|| excerpt(&body)),
        lang,
        dir: dir.filter(|dir| dir == "ltr" || dir == "rtl").or_else(|| direction(&text).map(str::to_owned)),
        image: metadata.image.or_else(|| first_image(&body)),
        url: metadata.url.or_else(|| page.url.clone()),
        word_count,
        reading_minutes: minutes(&text, word_count),
        confidence: main.confidence,
        html: html::write(&body),
        markdown: markdown::write(&body),
        text,
        body,
    }
}

/// The nearest value of an attribute on the root or around it.
fn stated(page: &Page, root: NodeId, attr: Attr) -> Option<String> {
    let mut at = Some(root);
    while let Some(node) = at {
        let value = page.attr(node, attr).unwrap_or_default().trim();
        if !value.is_empty() {
            return Some(value.to_owned());
        }
        at = page.parent(node);
    }
    None
}

/// `rtl` where most letters are Hebrew, Arabic or of a script written in the same direction.
fn direction(text: &str) -> Option<&'static str> {
    let (mut all, mut rtl) = (0, 0);
    for c in text.chars().filter(|c| c.is_alphabetic()).take(DIRECTION_LETTERS_MAX) {
        all += 1;
        rtl += is_rtl(c) as usize;
    }
    let direction = if rtl * 2 > all { "rtl" } else { "ltr" };
    (all > 0).then_some(direction)
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
fn minutes(text: &str, words: u32) -> u32 {
    // Their characters begin with bytes from 0xE0 on, as does much else beside 0xE2: dashes and quotation marks.
    let has_unspaced = text.bytes().any(|byte| byte >= 0xe0 && byte != 0xe2);
    let unspaced = if has_unspaced { text.chars().filter(|&c| words::is_unspaced(c)).count() as u32 } else { 0 };
    let spaced_words = words.saturating_sub(unspaced.div_ceil(2));
    let minutes = spaced_words as f32 / WORDS_PER_MINUTE as f32 + unspaced as f32 / UNSPACED_CHARS_PER_MINUTE as f32;
    if text.is_empty() { 0 } else { ((minutes + 0.5) as u32).max(1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_time() {
        for (text, expected) in [("".to_owned(), 0), ("word".to_owned(), 1), ("word ".repeat(714), 3), ("字".repeat(1200), 3)]
        {
            assert_eq!(minutes(&text, words::number(&text)), expected, "{} chars", text.len());
        }
    }

    #[test]
    fn direction_by_script() {
        for (text, expected) in
            [("", None), ("12", None), ("harbour", Some("ltr")), ("שלום port", Some("ltr")), ("مرفأ المدينة a", Some("rtl"))]
        {
            assert_eq!(direction(text), expected, "{text}");
        }
    }
}
