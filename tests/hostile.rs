//! Hostile pages: nothing in them reaches the article but what the allow-list names, and none of them takes long.
#![cfg(feature = "html")]

use limpid::article::{self, Piece, safe};
use limpid::content::MainContent;
use limpid::page::{NodeSet, Page, Tag, html};
use limpid::reading::{Article, Metadata};
use limpid::{Options, metadata};
use std::time::{Duration, Instant};

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

/// Places in a page where a payload may stand, each with `$` for it.
const CONTEXTS: [&str; 10] = [
    "<p>$</p>",
    "<p>a $ b</p>",
    "<table><tr><th>a $<th>b</tr>$<tr><td>$<td>d</table>",
    "<math><mi>x</mi><mtext>$</mtext><annotation-xml encoding='text/html'>$</annotation-xml>$</math>",
    "<svg><title>a</title><desc>$</desc><foreignObject>$</foreignObject>$</svg>",
    "<img src=spacer.gif><noscript>$</noscript>",
    "<div><template>$</template><template shadowrootmode=open>$<slot></slot></template>$</div>",
    "<figure><img src=/a.jpg alt='&amp;'><figcaption>$</figcaption></figure>",
    "<pre><code>$</code></pre><blockquote>$</blockquote>",
    "<base href='javascript:alert(1)//'><ul><li>$</ul>",
];

const PAYLOADS: [&str; 24] = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src='x\" onerror=\"alert(1)'>",
    "<img data-src='javascript:alert(1)//.jpg'>",
    "<img srcset='javascript:alert(1) 2x'>",
    "<img src='data:image/svg+xml,<svg onload=alert(1)>' width=600 height=400>",
    "<a href='javascript:alert(1)'>a</a>",
    "<a href=' &#1;JaVa&#9;Script&colon;alert(1)'>a</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>a</a>",
    "<a href='vbscript:x'>a</a><a href='blob:x'>b</a><a href='//b.example/\"><script>'>c</a>",
    "<a href='\u{1}javascript:alert(1)'>a</a><a href='%6aavascript:alert(1)'>b</a>",
    "<iframe srcdoc='<script>alert(1)</script>' src='javascript:alert(1)'></iframe>",
    "<iframe src='data:text/html,x' title='\"><script>'></iframe>",
    "<svg><script>alert(1)</script><a xlink:href='javascript:x'><text>a</text></a></svg>",
    "<svg><p><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
    "<math href='javascript:x'><maction actiontype='statusline#http://b.example' xlink:href='javascript:x'><mi>x</mi></maction></math>",
    "<object data='x'></object><embed src=x><form action='javascript:x'><button formaction='javascript:x'>a</button></form>",
    "<video src='javascript:x' poster='javascript:x' onerror=x><source src='data:video/mp4,x' onerror=x></video>",
    "<p style='background:url(javascript:x)' class=x data-x=y id='attributes'>a</p>",
    "<code class='language-\" onclick=\"x'>a</code><pre data-lang='\"><script>'>x</pre>",
    "<time datetime='\"><script>'>a</time><abbr title='\"><img src=x onerror=x>'>b</abbr>",
    "&lt;script>alert(1)&lt;/script> &#60;img src=x onerror=x>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
];

/// What an article's HTML holds when it is parsed again must be what its pieces say, and all of it on the list.
fn check(body: &str) {
    let first = article(body);
    for &piece in first.body.pieces() {
        if let Piece::Open(tag, attrs) = piece {
            assert!(safe::allows(tag), "{tag:?} is not on the list, from {body}");
            for (attr, value) in first.body.attrs(attrs) {
                assert!(safe::allows_attr(tag, attr, value), "{tag:?} {attr:?}={value:?} is not on the list, from {body}");
            }
        }
    }
    let parsed = html::parse(&first.html);
    let elements = parsed.nodes().filter(|&node| !matches!(parsed.tag(node), Tag::Document | Tag::Text));
    let tags: Vec<Tag> = elements
        .map(|node| parsed.tag(node))
        .filter(|tag| !matches!(tag, Tag::Html | Tag::Head | Tag::Body | Tag::Tbody))
        .collect();
    let pieces = first.body.pieces().iter();
    let written: Vec<Tag> =
        pieces.filter_map(|piece| if let Piece::Open(tag, _) = piece { Some(*tag) } else { None }).collect();
    assert_eq!(tags, written, "parsed otherwise than written: {} from {body}", first.html);
}

#[test]
fn payloads() {
    for context in CONTEXTS {
        for payload in PAYLOADS {
            check(&context.replace('$', payload));
        }
    }
}

/// The public collections, where they lie beside the project.
#[test]
fn payload_collections() {
    let Ok(file) = std::fs::read_to_string("../shared/hostile/payloads.json") else { return };
    // Line by line: some hold half a surrogate pair, which is no JSON for Rust, nor a text that can come from a page.
    let values = file.lines().filter_map(|line| line.trim().strip_prefix("\"payload\": "));
    let payloads: Vec<String> = values.filter_map(|value| serde_json::from_str(value.trim_end_matches(',')).ok()).collect();
    assert!(payloads.len() > 1000, "only {} payloads", payloads.len());
    for payload in &payloads {
        for context in CONTEXTS {
            check(&context.replace('$', payload));
        }
    }
}

#[test]
fn monsters_are_quick() {
    let deep = |open: &str, times: usize| open.repeat(times) + "text";
    let wide = |item: &str| item.repeat(50_000);
    for (name, body) in [
        ("deep div", deep("<div>", 50_000)),
        ("deep blockquote", deep("<blockquote>", 50_000)),
        ("deep lists", deep("<ul><li>", 30_000)),
        ("deep inline", deep("<b><i><span>", 20_000)),
        ("deep figures", deep("<figure>", 30_000)),
        ("deep katex", deep("<span class=katex>", 30_000)),
        ("deep tables", deep("<table><tr><td>", 5_000)),
        ("deep pre", deep("<pre>", 30_000)),
        ("wide breaks", wide("a<br>")),
        ("wide links", wide("<a href=#x>a</a><p id=x>")),
        ("wide quotes", wide("<blockquote>all the same words here</blockquote>")),
        ("wide link around blocks", format!("<a href=/{}>", "x".repeat(4000)) + &wide("<div>a</div>")),
        ("wide spans", "<table><tr><th>a<th>b".to_owned() + &wide("<tr><td colspan=9999 rowspan=9999>a")),
        ("wide emphasis", wide("<b>a</b>b<i>.</i>")),
        ("one long word", "x".repeat(5_000_000)),
        ("ampersands", "<p>".to_owned() + &"&amp;".repeat(1_000_000)),
        ("long srcset", format!("<img srcset='{}'>", "/a.jpg 1x, ".repeat(100_000))),
        ("noscripts", wide("<noscript><img src=x ")),
        ("scripts of formulas", wide("<script type=math/tex>x</script>")),
    ] {
        let page = html::parse(&body);
        let root = page.first(Tag::Body).unwrap_or(Page::ROOT);
        let main = MainContent {
            roots: vec![root],
            dropped: NodeSet::default(),
            confidence: 1.0,
            chances: Vec::new(),
            page_type: Default::default(),
            surroundings: Default::default(),
        };
        let begun = Instant::now();
        let article = article::build(&page, Metadata::default(), &main, &[]);
        let (took, chars) = (begun.elapsed(), article.html.len() + article.markdown.len());
        assert!(took < Duration::from_secs(3), "{name} took {took:?}");
        assert!(chars <= 40 * body.len() + 1000, "{name} of {} grew to {chars}", body.len());
    }
}

/// A text of megabytes around dates, or above them, is not read again for each date.
#[test]
fn dates_by_a_long_text_are_quick() {
    let long = "updated words of rain ".repeat(100_000);
    let times = |each: &str| each.repeat(300);
    for (name, body) in [
        ("heading above times", format!("<h1>Rain</h1><h2>{long}</h2>{}", times("<p><time>8 November 2024</time>"))),
        (
            "heading above a footer",
            format!("<h1>Rain</h1><h2>{long}</h2><footer>{}", times("<span class=date>8 May 2024</span>")),
        ),
        ("nested times", format!("<h1>Rain</h1>{}{long}", "<time datetime=2024-11-08>".repeat(39))),
        (
            "heading of many elements",
            format!("<h1>Rain</h1><h2>{}</h2>{}", "<i></i>".repeat(300_000), times("<p><time>8 May 2024</time>")),
        ),
    ] {
        let page = html::parse(&body);
        let begun = Instant::now();
        metadata::read(&page, &Options::default());
        let took = begun.elapsed();
        assert!(took < Duration::from_secs(2), "{name} took {took:?}");
    }
}
