//! The clean article.
//!
//! [`walk`] goes over the chosen nodes once and asks one file a kind of element what each becomes; [`flow`] turns the answers
//! into well-formed [`Piece`]s; three writers loop over the pieces. Nothing is copied from the page's markup, and nothing
//! that [`safe`] does not list gets in.

pub mod alike;
mod body;
mod classes;
mod code;
mod credits;
mod dateline;
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
mod photo_credits;
mod quotes;
pub mod safe;
mod seam;
mod tables;
mod text;
mod walk;

pub use body::{Body, Piece, Span};

use crate::clutter::Finding;
use crate::content::MainContent;
use crate::page::{Page, url};
use crate::reading::{Article, Metadata};

/// Builds the article from the chosen nodes.
pub fn build(page: &Page, metadata: Metadata, main: &MainContent, findings: &[Finding]) -> Article {
    let found = credits::find(page, main, findings);
    let cx = walk::Context {
        page,
        main,
        base: url::base(page),
        left_out: left_out::nodes(page, &metadata, main, &found),
        layout_list: lists::layout(page, main),
        data_tables: tables::survey(page, main),
        targets: footnotes::targets(page, main),
    };
    let mut body = walk::body(&cx);
    safe::enforce(&mut body);
    headings::drop_title(&mut body, &metadata);
    headings::level(&mut body);
    quotes::drop_pull_quotes(&mut body);
    photo_credits::join(&mut body);
    let credits = credits::read(page, &found);
    fields::fill(page, metadata, credits, body, main)
}
