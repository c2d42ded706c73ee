//! Text that stands in a page once for each width of window is read once.
#![cfg(feature = "html")]

use limpid::{Options, page::html, read};

const PARAGRAPHS: [&str; 3] = [
    "The ferry waits for the wind to turn, and nobody in the port can say when it will sail for the islands again.",
    "Ice has reached the outer piers, the harbour master said on Monday, and the company has no ship that could break it.",
    "Until then the mail is flown over, the shops are closed on two days of the week, and the school has moved to the town hall.",
];

fn text(body: &str) -> String {
    let page = format!("<title>Ice closes the harbour</title><h1>Ice closes the harbour</h1>{body}");
    read(&html::parse(&page), &Options::default()).article.map(|article| article.text).unwrap_or_default()
}

fn column(class: &str) -> String {
    format!("<div{class}>{}</div>", PARAGRAPHS.map(|text| format!("<p>{text}</p>")).concat())
}

fn times_said(text: &str, line: &str) -> usize {
    text.matches(line).count()
}

#[test]
fn an_article_for_each_width_is_said_once() {
    let both = text(&[column(" class=desktop"), column(" class=mobile")].concat());
    for paragraph in PARAGRAPHS {
        assert_eq!(times_said(&both, paragraph), 1, "{both}");
    }
}

#[test]
fn a_paragraph_for_each_width_is_said_once() {
    let [first, second, third] = PARAGRAPHS;
    let both = text(&format!("<p>{first}</p><p class=hidden-xs>{second}</p><p class=visible-xs>{second}</p><p>{third}</p>"));
    assert_eq!(times_said(&both, second), 1, "{both}");
}

#[test]
fn what_a_page_repeats_in_the_same_way_stays() {
    let [first, second, third] = PARAGRAPHS;
    let again = text(&format!("<p>{first}</p><p>{second}</p><p>{second}</p><p>{third}</p>"));
    assert_eq!(times_said(&again, second), 2, "{again}");
}
