//! The clean article: HTML in, the article's HTML out.
#![cfg(feature = "html")]

use limpid::article;
use limpid::content::MainContent;
use limpid::page::{NodeSet, Page, Tag, html};
use limpid::reading::{Article, Metadata};

/// The article of a page whose whole body was chosen.
fn article(body: &str) -> Article {
    let mut page: Page = html::parse(body);
    page.url = Some("https://example.org/news/story.html".to_owned());
    let root = page.first(Tag::Body).unwrap_or(Page::ROOT);
    let main = MainContent { roots: vec![root], dropped: NodeSet::default(), confidence: 1.0 };
    let metadata = Metadata { title: Some("Sea wall delayed".to_owned()), ..Metadata::default() };
    article::build(&page, metadata, &main, &[])
}

fn check(cases: &[(&str, &str)]) {
    for (body, expected) in cases {
        let html = article(body).html;
        assert_eq!(html, *expected, "from {body}");
        assert_eq!(article(&html).html, *expected, "the article of an article is itself: {body}");
    }
}

#[test]
fn paragraphs() {
    check(&[
        ("<div>One</div><div>Two</div>", "<p>One</p>\n<p>Two</p>"),
        ("One<br><br>Two<br>three<br>", "<p>One</p>\n<p>Two<br>three</p>"),
        ("<p>One<br><br><br>Two</p>", "<p>One</p>\n<p>Two</p>"),
        ("<p> </p><p>&nbsp;</p><p><b> </b></p><p>One</p>", "<p>One</p>"),
        ("<p>a <b>b </b>c<i> d</i></p>", "<p>a <strong>b</strong> c <em>d</em></p>"),
        ("<b><p>One</p><p>Two</p></b>", "<p><strong>One</strong></p>\n<p><strong>Two</strong></p>"),
        (
            "<a href=x><div>One</div><div>Two</div></a>",
            "<p><a href=\"https://example.org/news/x\">One</a></p>\n<p><a href=\"https://example.org/news/x\">Two</a></p>",
        ),
        ("<p><b><b><strong>One</strong></b></b></p>", "<p><strong>One</strong></p>"),
        ("10&nbsp;000 <span>a</span>", "<p>10&nbsp;000 a</p>"),
        ("<p>a</p><hr><p>b</p>", "<p>a</p>\n<hr>\n<p>b</p>"),
        ("<form><p>One</p><label>Name</label><button>Send</button><input value=x></form>", "<p>One</p>"),
        ("<p>a<span hidden>x</span><span style='display:none'>y</span>b<script>z</script></p>", "<p>ab</p>"),
    ]);
}

#[test]
fn lists() {
    check(&[
        ("<ul><li>One<li><p>Two</p><p>Three</p></ul>", "<ul><li>One</li><li>Two<p>Three</p></li></ul>"),
        ("<ol start=3 reversed><li value=7>One</ol>", "<ol start=\"3\" reversed=\"\"><li value=\"7\">One</li></ol>"),
        ("<ul>stray<div>more</div><li>One</ul>", "<ul><li>stray</li><li>more</li><li>One</li></ul>"),
        ("<ul><li>a<ul><li>b</ul>c</ul>", "<ul><li>a<ul><li>b</li></ul><p>c</p></li></ul>"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li>a</li><li><ul><li>b</li></ul></li></ul>"),
        ("<li>alone</li>", "<p>alone</p>"),
        ("<ul><li> </li></ul><p>x</p>", "<p>x</p>"),
        ("<dl><dt>a<dd>b<dd><p>c<p>d</dl>", "<dl><dt>a</dt><dd>b</dd><dd>c<p>d</p></dd></dl>"),
    ]);
}
