//! The article's fields: from the metadata, else from the article itself.

use super::Piece;
use super::credits::Credits;
use crate::content::MainContent;
use crate::page::{Attr, NodeId, Page, Tag};
use crate::reading::{Article, Metadata};
use crate::text::words;

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

/// Fills the fields of an article whose body is written.
pub fn fill(page: &Page, metadata: Metadata, credits: Credits, article: Article, main: &MainContent) -> Article {
    let root = main.roots.first().copied().unwrap_or(Page::ROOT);
    let lang = metadata.lang.or_else(|| stated(page, root, &[Attr::Lang, Attr::XmlLang]));
    let dir = metadata.dir.or_else(|| stated(page, root, &[Attr::Dir]).map(|dir| dir.to_ascii_lowercase()));
    Article {
        title: metadata.title,
        byline: metadata.byline,
        authors: metadata.authors,
        published: metadata.published,
        modified: metadata.modified,
        site_name: metadata.site_name,
        agency: credits.agency,
        credits: credits.lines,
        copyright: credits.copyright,
        kicker: metadata.kicker,
        standfirst: metadata.standfirst,
        excerpt: metadata.excerpt.or_else(|| excerpt(&article.body)),
        lang,
        dir: dir.filter(|dir| matches!(dir.as_str(), "ltr" | "rtl")).or_else(|| direction(&article.text)),
        image: metadata.image.or_else(|| first_image(&article.body)),
        url: metadata.url.or_else(|| page.url.clone()),
        word_count: words::number(&article.text),
        reading_minutes: minutes(&article.text),
        ..article
    }
}

/// The nearest value of an attribute on the root or around it.
fn stated(page: &Page, root: NodeId, attrs: &[Attr]) -> Option<String> {
    let value = std::iter::once(root).chain(page.ancestors(root)).find_map(|node| {
        let value = attrs.iter().find_map(|&attr| page.attr(node, attr))?.trim();
        (!value.is_empty()).then_some(value)
    });
    value.map(str::to_owned)
}

/// `rtl` where most letters are Hebrew, Arabic or of a script written in the same direction.
fn direction(text: &str) -> Option<String> {
    let mut letters = text.chars().filter(|c| c.is_alphabetic()).take(DIRECTION_LETTERS_MAX).peekable();
    letters.peek()?;
    let (all, rtl) = letters.fold((0, 0), |(all, rtl), c| (all + 1, rtl + is_rtl(c) as u32));
    Some(if rtl * 2 > all { "rtl" } else { "ltr" }.to_owned())
}

fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}')
}

/// The head of the first paragraph, cut at a word.
fn excerpt(body: &[Piece]) -> Option<String> {
    let from = body.iter().position(|piece| matches!(piece, Piece::Open(Tag::P, _)))?;
    let text = super::text_in(&body[from..super::end_of(body, from)]).split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((cut, _)) = text.char_indices().nth(EXCERPT_CHARS_MAX) else {
        return (!text.is_empty()).then_some(text);
    };
    let head = &text[..cut];
    let head = head.rfind(' ').map_or(head, |at| &head[..at]);
    Some([head.trim_end_matches([',', ';', ':', '–', '—', '-', ' ']), "…"].concat())
}

fn first_image(body: &[Piece]) -> Option<String> {
    body.iter()
        .find_map(|piece| match piece {
            Piece::Open(Tag::Img, attrs) => attrs.iter().find(|(name, value)| *name == "src" && !value.starts_with("data:")),
            _ => None,
        })
        .map(|(_, src)| src.clone())
}

fn minutes(text: &str) -> u32 {
    let unspaced = text.chars().filter(|&c| words::is_unspaced(c)).count() as u32;
    let spaced_words = words::number(text).saturating_sub(unspaced.div_ceil(2));
    let minutes = spaced_words as f32 / WORDS_PER_MINUTE as f32 + unspaced as f32 / UNSPACED_CHARS_PER_MINUTE as f32;
    if text.is_empty() { 0 } else { (minutes.round() as u32).max(1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_time() {
        for (text, expected) in [("".to_owned(), 0), ("word".to_owned(), 1), ("word ".repeat(714), 3), ("字".repeat(1200), 3)]
        {
            assert_eq!(minutes(&text), expected, "{} chars", text.len());
        }
    }

    #[test]
    fn direction_by_script() {
        for (text, expected) in
            [("", None), ("12", None), ("harbour", Some("ltr")), ("שלום port", Some("ltr")), ("مرفأ المدينة a", Some("rtl"))]
        {
            assert_eq!(direction(text).as_deref(), expected, "{text}");
        }
    }
}
