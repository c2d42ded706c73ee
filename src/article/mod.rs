//! The clean article.
//!
//! [`walk`] goes over the chosen nodes once and asks one file a kind of element what each becomes; [`flow`] turns the answers
//! into well-formed [`Piece`]s; three writers loop over the pieces. Nothing is copied from the page's markup, and nothing
//! that [`safe`] does not list gets in.

pub mod alike;
mod code;
mod credits;
mod embeds;
mod fields;
mod figures;
mod flow;
mod footnotes;
mod headings;
mod html;
mod left_out;
mod links;
mod lists;
mod markdown;
mod math;
mod noscript;
mod paragraphs;
mod quotes;
pub mod safe;
mod seam;
mod tables;
mod text;
mod walk;

use crate::clutter::Finding;
use crate::content::MainContent;
use crate::page::{Page, Tag, url};
use crate::reading::{Article, Metadata};
use std::ops::Range;

/// One step of the article in document order: its content as events, so that no writer needs recursion.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// An allow-listed element begins, with its allow-listed attributes. Void elements (`br`, `hr`, `img`) have no `Close`.
    Open(Tag, Vec<(&'static str, String)>),
    /// Text, white space as it is to be shown.
    Text(String),
    /// The innermost open element ends.
    Close,
}

/// Builds the article from the chosen nodes.
pub fn build(page: &Page, metadata: Metadata, main: &MainContent, findings: &[Finding]) -> Article {
    let cx = walk::Context {
        page,
        main,
        base: url::base(page),
        left_out: left_out::nodes(page, &metadata, main, findings),
        data_tables: tables::survey(page, main),
        targets: footnotes::targets(page, main),
    };
    let mut body = walk::pieces(&cx);
    safe::enforce(&mut body);
    headings::drop_title(&mut body, metadata.title.as_deref().unwrap_or(""));
    headings::level(&mut body);
    quotes::drop_pull_quotes(&mut body);
    let credits = credits::read(page, main, findings, &body);
    let (html, text, markdown) = (html::write(&body), text::write(&body), markdown::write(&body));
    fields::fill(
        page,
        metadata,
        credits,
        Article { html, text, markdown, body, confidence: main.confidence, ..Article::default() },
        main,
    )
}

/// One past the piece that closes the element opened at `from`.
fn end_of(pieces: &[Piece], from: usize) -> usize {
    let mut depth = 0usize;
    for (at, piece) in pieces.iter().enumerate().skip(from) {
        match piece {
            Piece::Open(tag, _) if !safe::is_void(*tag) => depth += 1,
            Piece::Close => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    pieces.len()
}

/// The text of a run of pieces, with spaces where elements meet.
fn text_in(pieces: &[Piece]) -> String {
    text::write(pieces)
}

/// Takes out ranges of pieces, which must be balanced, in order and apart.
fn remove(pieces: &mut Vec<Piece>, ranges: &[Range<usize>]) {
    let mut ranges = ranges.iter().peekable();
    let mut at = 0;
    pieces.retain(|_| {
        while ranges.peek().is_some_and(|range| range.end <= at) {
            ranges.next();
        }
        at += 1;
        !ranges.peek().is_some_and(|range| range.contains(&(at - 1)))
    });
}
