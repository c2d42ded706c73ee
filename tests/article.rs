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
    let main = MainContent {
        roots: vec![root],
        dropped: NodeSet::default(),
        confidence: 1.0,
        chances: Vec::new(),
        page_type: Default::default(),
        surroundings: Default::default(),
    };
    let metadata = Metadata { title: Some("Sea wall delayed".to_owned()), ..Metadata::default() };
    article::build(&page, metadata, &main, &[])
}

fn check(cases: &[(&str, &str)]) {
    for (body, expected) in cases {
        check_once(&[(body, expected)]);
        assert_eq!(article(expected).html, *expected, "the article of an article is itself: {body}");
    }
}

fn check_once(cases: &[(&str, &str)]) {
    for (body, expected) in cases {
        assert_eq!(article(body).html, *expected, "from {body}");
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

#[test]
fn headings() {
    check(&[
        ("<h1>Sea Wall Delayed!</h1><h1>A</h1><h4>B</h4><p>x</p>", "<h2>A</h2>\n<h3>B</h3>\n<p>x</p>"),
        ("<p>x</p><h3>A<br><b>b</b></h3>", "<p>x</p>\n<h2>A<br><strong>b</strong></h2>"),
        ("<h2><div>A</div><div>B</div></h2><p>x", "<h2>A<br>B</h2>\n<p>x</p>"),
        ("<h2></h2><div role=heading aria-level=3>A</div><p>x", "<h2>A</h2>\n<p>x</p>"),
        ("<p>Sea wall delayed</p><p>x</p>", "<p>x</p>"),
    ]);
}

#[test]
fn figures() {
    check(&[
        (
            "<figure><img src=/a.jpg alt='A \"wall\"' width=800 height=600px><figcaption>Wall<span class=credit>A. M.</span></figcaption></figure>",
            "<figure><img src=\"https://example.org/a.jpg\" alt=\"A &quot;wall&quot;\" width=\"800\" height=\"600\" loading=\"lazy\"><figcaption>Wall<br>A. M.</figcaption></figure>",
        ),
        ("<p>a <img src=b.png> c</p>", "<p>a <img src=\"https://example.org/news/b.png\" alt=\"\" loading=\"lazy\"> c</p>"),
        (
            "<p><a href=x><img src=b.png></a></p>",
            "<figure><img src=\"https://example.org/news/b.png\" alt=\"\" loading=\"lazy\"></figure>",
        ),
        ("<img src=b.png width=1 height=1><img src=/icon.png width=16><p>x", "<p>x</p>"),
        (
            "<img src=data:image/gif;base64,R0lGOD data-src=/a.jpg><img src=spacer.gif data-srcset='/b.jpg 300w, /c,d.jpg 900w'><img src=placeholder.png>",
            "<figure><img src=\"https://example.org/a.jpg\" alt=\"\" loading=\"lazy\"></figure>\n<figure><img src=\"https://example.org/c,d.jpg\" alt=\"\" loading=\"lazy\"></figure>",
        ),
        (
            "<picture><source srcset='/s.webp 1x, /l.webp 2x'><img src=data:image/gif;base64,R0></picture>",
            "<figure><img src=\"https://example.org/l.webp\" alt=\"\" loading=\"lazy\"></figure>",
        ),
        (
            "<img class=lazy src=blank.gif><noscript><img src='/n.jpg' alt='&quot;N'></noscript>",
            "<figure><img src=\"https://example.org/n.jpg\" alt=\"&quot;N\" loading=\"lazy\"></figure>",
        ),
        (
            "<img src=/a.jpg><noscript><img src='/a.jpg'></noscript>",
            "<figure><img src=\"https://example.org/a.jpg\" alt=\"\" loading=\"lazy\"></figure>",
        ),
        ("<p>fine <img src=smile.png alt='😀'>", "<p>fine 😀</p>"),
        ("<figure><p>only text</p></figure>", "<p>only text</p>"),
    ]);
}

#[test]
fn a_photo_credit_is_the_captions() {
    check_once(&[
        (
            "<img src=/a.jpg><p>Foto: <b>Anna Lee</b>/dpa</p><p>x</p>",
            "<figure><img src=\"https://example.org/a.jpg\" alt=\"\" loading=\"lazy\"><figcaption>Foto: <strong>Anna Lee</strong>/dpa</figcaption></figure>\n<p>x</p>",
        ),
        (
            "<figure><img src=/a.jpg><figcaption>The wall</figcaption></figure><p>© Bo Day/Harbour</p><p>x</p>",
            "<figure><img src=\"https://example.org/a.jpg\" alt=\"\" loading=\"lazy\"><figcaption>The wall<br>© Bo Day/Harbour</figcaption></figure>\n<p>x</p>",
        ),
        (
            "<img src=/a.jpg><p>Photos get better every year.</p>",
            "<figure><img src=\"https://example.org/a.jpg\" alt=\"\" loading=\"lazy\"></figure>\n<p>Photos get better every year.</p>",
        ),
        (
            "<img src=/a.jpg><p>Image: the word says it all, (he said)</p>",
            "<figure><img src=\"https://example.org/a.jpg\" alt=\"\" loading=\"lazy\"></figure>\n<p>Image: the word says it all, (he said)</p>",
        ),
        (
            "<img src=/a.jpg><p>Foto: privat</p>",
            "<figure><img src=\"https://example.org/a.jpg\" alt=\"\" loading=\"lazy\"><figcaption>Foto: privat</figcaption></figure>",
        ),
        ("<p>Photo: Ann Lee</p><p>x</p>", "<p>Photo: Ann Lee</p>\n<p>x</p>"),
    ]);
}

#[test]
fn tables() {
    check(&[
        (
            "<table><caption>Costs</caption><tr><th scope=col>Item<th>Cost<tr><td>Stone<td>40<tr><td colspan=2000>none<td></table>",
            "<table><caption>Costs</caption><tr><th scope=\"col\">Item</th><th>Cost</th></tr><tr><td>Stone</td><td>40</td></tr><tr><td colspan=\"100\">none</td><td></td></tr></table>",
        ),
        ("<table><tr><td><p>One</p><td><p>Two</p></table>", "<p>One</p>\n<p>Two</p>"),
        (
            "<table><tr><td>Menu<td><table><tr><td>1<td>2<tr><td>3<td>4</table></table>",
            "<p>Menu</p>\n<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>",
        ),
        ("<table role=presentation><tr><th>a<th>b<tr><td>c<td>d</table>", "<p>a</p>\n<p>b</p>\n<p>c</p>\n<p>d</p>"),
        (
            "<table><tr><th>a<th>b<tr><td><p>c<p>d<td>e<br><br>f</table>",
            "<table><tr><th>a</th><th>b</th></tr><tr><td>c<p>d</p></td><td>e<p>f</p></td></tr></table>",
        ),
    ]);
}

#[test]
fn code() {
    check(&[
        ("<pre>\n  a\n\n  b  </pre>", "<pre>  a\n\n  b</pre>"),
        (
            "<pre><code class='hljs language-rust'>let a = 1 &lt; 2;\n</code></pre>",
            "<pre><code class=\"language-rust\">let a = 1 &lt; 2;</code></pre>",
        ),
        (
            "<div class=highlight-source-js><pre><span>a</span><br>b<div>c</div><div>d</div></pre></div>",
            "<pre><code class=\"language-js\">a\nb\nc\nd</code></pre>",
        ),
        ("<table><tr><td><pre>1\n2\n3</pre><td><pre><code>x\ny\nz</code></pre></table>", "<pre><code>x\ny\nz</code></pre>"),
        ("<pre><code><span class=lineno>1</span>x\n<span class=lineno>2</span>y</code></pre>", "<pre><code>x\ny</code></pre>"),
        ("<p>Use <tt>a  b</tt></p>", "<p>Use <code>a b</code></p>"),
    ]);
}

#[test]
fn quotes() {
    check(&[
        ("<blockquote>One<p>Two</p></blockquote>", "<blockquote><p>One</p><p>Two</p></blockquote>"),
        (
            "<p>He said that the wall is closed for now.</p><aside class=pullquote>“The wall is closed for now”</aside>",
            "<p>He said that the wall is closed for now.</p>",
        ),
        (
            "<p>Text</p><blockquote>Something else that nobody said before</blockquote>",
            "<p>Text</p>\n<blockquote><p>Something else that nobody said before</p></blockquote>",
        ),
    ]);
}

#[test]
fn footnotes_and_links() {
    check(&[
        (
            "<p id=r1>a<sup><a href=#n1>1</a></sup></p><ol><li id=n1>Note <a href=#r1>↩</a></li></ol>",
            "<p>a<sup><a href=\"#limpid-n1\">1</a></sup></p>\n<ol><li id=\"limpid-n1\">Note</li></ol>",
        ),
        (
            "<p><a href=#nowhere>a</a> <a href=javascript:x>b</a> <a href='jav&#10;ascript:x'>c</a> <a>d</a></p>",
            "<p>a b c d</p>",
        ),
        ("<p><a href='mailto:a@b.example'>a</a></p>", "<p><a href=\"mailto:a@b.example\">a</a></p>"),
    ]);
}

#[test]
fn formulas() {
    let katex = "<p>a <span class=katex><span class=katex-mathml><math><semantics><mrow><mi>x</mi></mrow><annotation encoding=application/x-tex>x</annotation></semantics></math></span><span class=katex-html aria-hidden=true>x</span></span> b</p>";
    let expected = "<p>a <math alttext=\"x\"><semantics><mrow><mi>x</mi></mrow></semantics></math> b</p>";
    check(&[
        (katex, expected),
        (
            "<p>a <span class=mwe-math-element><span style='display:none'><math alttext=x><mi>x</mi></math></span><img src=x.svg alt=x></span></p>",
            "<p>a <math alttext=\"x\"><mi>x</mi></math></p>",
        ),
        (
            "<p><math><mi onclick=x href=javascript:x>x</mi><mtext><img src=x><script>y</script>z</mtext></math></p>",
            "<p><math><mi>x</mi><mtext>z</mtext></math></p>",
        ),
        ("<p><script type=math/tex>x^2</script></p>", "<p><code>x^2</code></p>"),
    ]);
}

#[test]
fn embeds() {
    check_once(&[
        (
            "<iframe src='//video.example/embed/1' title=Film></iframe><iframe src=//ads.example/x></iframe>",
            "<figure><a href=\"https://video.example/embed/1\">Film (video.example)</a></figure>",
        ),
        (
            "<video poster=p.jpg autoplay><source src=a.mp4></video><audio src=blob:x></audio>",
            "<figure><video src=\"https://example.org/news/a.mp4\" controls=\"\" preload=\"none\"></video></figure>",
        ),
    ]);
}
