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

const TEXT: &str = "<p>The river rose for three days before the town was told to leave, and nobody was ready for it, least of all the \
    mayor, who had spent the week at the coast.</p>";

/// Whether one of the texts holds the words.
fn has(hidden: &[String], words: &str) -> bool {
    hidden.iter().any(|text| text.contains(words))
}

/// What leads away from the text by itself is none of it; a label goes with what it labels.
#[test]
fn links_and_labels_that_were_not_taken_go() {
    let page = format!(
        "<main><h1>The river rises over the town</h1>{TEXT}{TEXT}<div><a href='/quote'>Get a quote</a></div>{TEXT}</main>"
    );
    assert!(has(&hidden(&page), "Get a quote"), "{:?}", hidden(&page));
}

/// The note that a page earns by its links speaks of the page.
#[test]
fn the_note_on_affiliate_links_goes() {
    let note = "<p>We may earn commission from links on this page, but we only recommend products we back.</p>";
    let page = format!("<main><h1>The river rises over the town</h1>{note}{TEXT}{TEXT}{TEXT}</main>");
    assert!(has(&hidden(&page), "earn commission"), "{:?}", hidden(&page));
}

/// A quote tells what a wall says, and a step of a list what to do with it: both are the article's.
#[test]
fn quotes_and_steps_that_speak_of_subscribing_stay() {
    let quote = "<blockquote><p>Subscribe now to read on.</p></blockquote>";
    let steps =
        "<ol><li>Log in or create an account to continue.</li><li>Subscribe to read the full article, then cancel.</li></ol>";
    for part in [quote, steps] {
        let page = format!("<main><h1>The river rises over the town</h1>{TEXT}{TEXT}{part}{TEXT}{TEXT}</main>");
        let hidden = hidden(&page);
        assert!(!has(&hidden, "Subscribe") && !has(&hidden, "Log in"), "{hidden:?}");
    }
}
