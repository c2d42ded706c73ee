//! Facts of pages of our own writing, each with one difficulty.
#![cfg(feature = "html")]

use limpid::reading::{Declared, Metadata};
use limpid::{Options, metadata, page::html};

fn facts(markup: &str, url: &str) -> Metadata {
    let mut page = html::parse(markup);
    page.url = Some(url.to_owned());
    metadata::read(&page, &Options::default())
}

/// Each case: the page, and the field it is about.
fn check<T: PartialEq + std::fmt::Debug>(cases: &[(&str, T)], field: impl Fn(Metadata) -> T) {
    for (markup, expected) in cases {
        assert_eq!(field(facts(markup, "https://www.northern-post.example/news/story-12")), *expected, "{markup}");
    }
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn titles() {
    check(
        &[
            ("<title>Rain ends | Northern Post</title><h1>Rain ends</h1>", some("Rain ends")),
            ("<title>Northern Post: Rain ends at noon</title><p>Text", some("Rain ends at noon")),
            ("<title>Rain ends - Weather - Northern Post</title><h1>Northern Post</h1><h2>Rain ends</h2>", some("Rain ends")),
            ("<title>Home</title><meta property=og:title content=Home><h1>Rain ends at noon</h1>", some("Rain ends at noon")),
            ("<title>Fish &amp;amp; chips return</title>", some("Fish & chips return")),
            ("<title>News</title>", None),
            (
                "<title>Your garden in a wet week | Northern Post</title><h1>Rain ends at noon today</h1>",
                some("Rain ends at noon today"),
            ),
            (
                "<title>Your garden in a wet week | Northern Post</title><h1>Garden and home</h1>",
                some("Your garden in a wet week"),
            ),
        ],
        |facts| facts.title,
    );
}

/// JSON-LD as pages write it: what can be read of it counts.
#[test]
fn broken_json() {
    let cases = [
        "{\"@type\":\"Article\",\"headline\":\"Rain\nends\",\"author\":\"Ann Lee\"}",
        r#"{"@type":"Article","headline":"Rain ends",,"author":{"name":"Ann Lee",},}"#,
        r#"{"@type":"Article","headline":"Rain \'ends\'","author":["Ann Lee"]"#,
        r#"{"@type":"Article","headline":"He said "it ends" today","author":"Ann Lee"}"#,
        r#"{"@type":"Article" /* the page */, "author": "Ann \u004cee"} // end"#,
        r#"<!--{"@type":"Article","url":"https:\/\/a.example\/","author":{"@type":"Person","name":"Ann Lee"}};-->"#,
        "{&quot;@type&quot;:&quot;Article&quot;,&quot;author&quot;:&quot;Ann Lee&quot;}",
        r#"{"@type":"Article","dateline":null,"author":"Ann Lee"}}]"#,
    ];
    for json in cases {
        let markup = format!("<script type='application/ld+json'>{json}</script><h1>Rain ends</h1>");
        assert_eq!(facts(&markup, "https://a.example/").authors, ["Ann Lee"], "{json}");
    }
}

#[test]
fn dates_of_publication() {
    check(
        &[
            ("<p>Today: April 01, 2025</p><h1>Rain ends</h1><p>November 08, 2024</p>", some("2024-11-08")),
            ("<h1>Rain ends</h1><time datetime=2024-11-08T10:30+01:00>today</time>", some("2024-11-08T10:30+01:00")),
            ("<h1>Rain ends</h1><p>Text without a date.</p><footer>© 2025 Northern Post</footer>", None),
            ("<h1>Rain ends</h1><p>Text</p><div class=comments><time datetime=2024-11-09>9 Nov</time></div>", None),
            ("<h1>Rain ends</h1><p>Updated 9 November 2024</p><p>Published 8 November 2024</p>", some("2024-11-08")),
            (
                "<meta property=article:published_time content=2024-11-08T01:30:00Z><h1>Rain</h1><p>Nov 7, 2024</p>",
                some("2024-11-07"),
            ),
            ("<html lang=en-GB><h1>Rain</h1><p class=date>8/11/2024</p>", some("2024-11-08")),
        ],
        |facts| facts.published,
    );
}

#[test]
fn access_is_declared_in_many_spellings() {
    let ld = |value: &str| {
        format!(r#"<script type=application/ld+json>{{"@type":"NewsArticle","isAccessibleForFree":{value}}}</script>"#)
    };
    for (value, expected) in [
        ("false", Declared::Paid),
        (r#""False""#, Declared::Paid),
        (r#"["false"]"#, Declared::Paid),
        ("true", Declared::Free),
        (r#""maybe""#, Declared::Unknown),
    ] {
        assert_eq!(facts(&ld(value), "https://a.example/").declared, expected, "{value}");
    }
    let parts = r#"<script type=application/ld+json>{"@type":"NewsArticle","hasPart":{"isAccessibleForFree":"False","cssSelector":".paid"}}</script>"#;
    assert_eq!(facts(parts, "https://a.example/").paid_selectors, [".paid"]);
}

#[test]
fn hostile_structured_data_is_survived() {
    let deep = format!("<script type=application/ld+json>{}</script><h1>Rain</h1>", "[".repeat(100_000));
    assert_eq!(facts(&deep, "https://a.example/").title, some("Rain"));
    let circle =
        r##"<script type=application/ld+json>{"@type":"Article","@id":"#a","author":{"@id":"#a"}}</script><h1>Rain</h1>"##;
    assert_eq!(facts(circle, "https://a.example/").title, some("Rain"));
}
