//! What is hidden around an article, and what stays of its head.
#![cfg(feature = "html")]

use limpid::page::html;
use limpid::{Options, read};

/// The texts of what is hidden of a page.
fn hidden(markup: &str) -> Vec<String> {
    let reading = read(&html::parse(markup), &Options::default());
    assert!(reading.article.is_some(), "no article");
    let is_hidden = |section: &&limpid::reading::Section| reading.hiding.hide.contains(&section.id);
    reading.sections.iter().filter(is_hidden).map(|section| section.text.clone()).collect()
}

/// A line of the head is more than the name or the date in it: "By", a place, the time it takes to read.
#[test]
fn the_line_of_a_byline_stays() {
    let sample = include_str!("../www/site/samples/ferry.html");
    let hidden = hidden(sample);
    assert!(hidden.iter().any(|text| text.contains("Most read")), "{hidden:?}");
    assert!(!hidden.iter().any(|text| text.starts_with("By Ines Calloway")), "{hidden:?}");
}

/// The picture at the head of an article is the article's, whether or not its caption is.
#[test]
fn the_lead_picture_stays() {
    let sample = include_str!("../www/site/samples/ferry.html");
    assert!(!hidden(sample).iter().any(|text| text.contains("on her first crossing")), "{:?}", hidden(sample));
    let article = read(&html::parse(sample), &Options::default()).article.expect("an article");
    assert!(article.html.contains("<figure><img src=\"ferry.svg\""), "{}", article.html);
}

/// The line of the byline is a field, with its date, and not the first paragraph.
#[test]
fn a_line_of_name_and_date_is_no_paragraph() {
    let sample = include_str!("../www/site/samples/lamplighter.html");
    let article = read(&html::parse(sample), &Options::default()).article.expect("an article");
    assert_eq!(article.byline.as_deref(), Some("ليلى حداد"));
    assert!(article.text.starts_with("في كل مساء"), "{}", article.text);
}
