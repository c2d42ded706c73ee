//! The article's other forms: Markdown and plain text.
#![cfg(feature = "html")]

use limpid::article;
use limpid::content::MainContent;
use limpid::page::{NodeSet, Page, Tag, html};
use limpid::reading::{Article, Metadata};

fn article(body: &str) -> Article {
    let mut page: Page = html::parse(body);
    page.url = Some("https://a.example/".to_owned());
    let root = page.first(Tag::Body).unwrap_or(Page::ROOT);
    let main = MainContent {
        roots: vec![root],
        dropped: NodeSet::default(),
        confidence: 1.0,
        chances: Vec::new(),
        page_type: Default::default(),
        surroundings: Default::default(),
    };
    article::build(&page, Metadata::default(), &main, &[])
}

fn check_markdown(cases: &[(&str, &str)]) {
    for (body, expected) in cases {
        assert_eq!(article(body).markdown, *expected, "from {body}");
    }
}

fn check_text(cases: &[(&str, &str)]) {
    for (body, expected) in cases {
        assert_eq!(article(body).text, *expected, "from {body}");
    }
}

#[test]
fn markdown_blocks() {
    check_markdown(&[
        ("<p>One</p><p>Two<br>three</p>", "One\n\nTwo\\\nthree"),
        ("<h2>A</h2><p>x</p><h3>B<br>c #</h3>", "## A\n\nx\n\n### B c \\#"),
        ("<p>x</p><hr><p>y", "x\n\n---\n\ny"),
        ("<blockquote><p>One<p>Two</blockquote>", "> One\n>\n> Two"),
        ("<ul><li>a<li>b<ul><li>c</ul><li>d<p>e</ul>f", "- a\n- b\n  - c\n- d\n\n  e\n\nf"),
        ("<ol start=9><li>a<li>b<blockquote>c</blockquote></ol>", "9. a\n10. b\n\n    > c"),
        ("<ul><li>a</ul><ul><li>b</ul><ol><li>c</ol><ol><li>d</ol>", "- a\n\n* b\n\n1. c\n\n1) d"),
        ("<ul><li><blockquote>a</blockquote><li><h2>b</h2></ul>", "- > a\n\n- ## b"),
        ("<pre><code class=language-c>a\n\n`b`</code></pre>", "```c\na\n\n`b`\n```"),
        ("<pre>```</pre>", "````\n```\n````"),
        ("<ul><li>a<pre>b\n c</pre></ul>", "- a\n\n  ```\n  b\n   c\n  ```"),
        (
            "<figure><img src=/i.png alt='a [b]'><figcaption>c</figcaption></figure>",
            "![a \\[b\\]](https://a.example/i.png)\n\nc",
        ),
    ]);
}

#[test]
fn markdown_tables() {
    check_markdown(&[
        (
            "<table><caption>C</caption><tr><th>a<th>b|c<tr><td>d<td><p>e<p>f</table>",
            "C\n\n| a | b\\|c |\n| --- | --- |\n| d | e f |",
        ),
        ("<table><tr><td>a<td>b<tr><td colspan=2>c</table><p>d", "|  |  |\n| --- | --- |\n| a | b |\n| c |  |\n\nd"),
        (
            "<table><tr><th>a<th>b<tr><td><code>x|y</code><td><ul><li>1<li>2</ul></table>",
            "| a | b |\n| --- | --- |\n| `x\\|y` | 1 2 |",
        ),
        ("<ul><li>x<table><tr><th>a<th>b<tr><td>c<td></table></ul>", "- x\n\n  | a | b |\n  | --- | --- |\n  | c |  |"),
    ]);
}

#[test]
fn markdown_inline() {
    check_markdown(&[
        ("<p>a <b>b </b>c <i>d</i>e</p>", "a **b** c *d*e"),
        ("<p><i>a</i> <b><i>b</i></b> <i><b>c</b> d</i></p>", "_a_ **_b_** _**c** d_"),
        ("<p><b>a</b><i>b</i></p>", "**a**_b_"),
        ("<p>x<b>(a)</b>y <b>a.</b>b</p>", "x(a)y a.b"),
        ("<p><a href='/x?a=1&amp;copy;=2(3)'>l[i]nk</a></p>", "[l\\[i\\]nk](https://a.example/x?a=1\\&copy;=2\\(3\\))"),
        ("<p>wow!<a href=/x>y</a></p>", "wow\\![y](https://a.example/x)"),
        ("<p><code>a`b</code> <code>`</code></p>", "``a`b`` `` ` ``"),
        ("<p>H<sub>2</sub>O <q>q</q> <ruby>漢<rt>kan</rt></ruby></p>", "H<sub>2</sub>O “q” 漢(kan)"),
        (
            "<p>*a* _b_ c_d `e` [f] &lt;g> ~h~ A&amp;B &amp;amp; \\</p>",
            "\\*a\\* \\_b\\_ c_d \\`e\\` \\[f\\] \\<g> \\~h\\~ A&B \\&amp; \\\\",
        ),
        (
            "<p>1986. A year</p><p># a</p><p>- b</p><p>+ c</p><p>> d</p><p>#e</p><p>-f</p><p>---</p>",
            "1986\\. A year\n\n\\# a\n\n\\- b\n\n\\+ c\n\n\\> d\n\n#e\n\n-f\n\n\\---",
        ),
        ("<p>a<br>- b</p>", "a\\\n\\- b"),
        ("<p>a <math alttext='x^2'><mi>x</mi></math></p>", "a $x^2$"),
    ]);
}

#[test]
fn text() {
    check_text(&[
        ("<p>One</p>\n<div>Two<br>three</div>", "One\n\nTwo\nthree"),
        ("<h2>A</h2><ul><li>a<li>b<ul><li>c</ul><li><p>d<p>e</ul><p>f", "A\n\na\nb\nc\nd\ne\n\nf"),
        ("<table><tr><th>a<th>b<tr><td><p>c<p>d<td>e</table>", "a\tb\nc d\te"),
        ("<pre>a\n  b</pre>c", "a\n  b\n\nc"),
        ("<figure><img src=a.jpg alt=never><figcaption>caption</figcaption></figure><p>a</p>", "a"),
        ("<p>a<sup>1</sup> co&shy;op 10&nbsp;000 <q>q</q></p>", "a1 coop 10 000 “q”"),
        ("<p>a</p><iframe src='https://v.example/embed/1' title=t></iframe><p>b</p>", "a\n\nb"),
        ("<dl><dt>a<dd>b<dt>c<dd>d</dl>", "a\nb\nc\nd"),
        ("<p>a</p><div class='a&#1;lineno'>7 8 9</div>", "a\n\n7 8 9"),
        ("<p>a<b>b</b>c</p><span>d</span><span>e</span>", "abc\n\nde"),
    ]);
}

#[test]
fn words_are_never_glued_where_elements_meet() {
    check_text(&[
        ("<p><span>Anna Morgan</span><span>Editor</span></p>", "Anna Morgan Editor"),
        ("<p><b>Updated</b>The wall</p>", "Updated The wall"),
        ("<p><span>AFP</span><i>London</i></p>", "AFP London"),
        ("<p><a href=/a>action</a><a href=/b>rpg</a> <a>x</a><a>y</a></p>", "action rpg x y"),
        ("<p><span>T</span>he <span>W</span><span>all</span></p>", "The Wall"),
        ("<p>regis<span>ter</span>ed you<span>Tube</span></p>", "registered youTube"),
        ("<p>x<sub>ab</sub>Yz <code>a<b>bc</b>De</code></p>", "xabYz abcDe"),
    ]);
}
