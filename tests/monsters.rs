//! Monstrous pages: whatever stands in them, they are read to the end, without a panic and in linear time.
#![cfg(feature = "html")]

use limpid::page::{PageBuilder, html, plain};
use limpid::{Options, read};
use std::time::{Duration, Instant};

/// Time for one monster of this size without optimisation, on a slow and busy machine. What takes quadratic time takes minutes.
const TIME_MAX: Duration = Duration::from_secs(20);

const WORDS: &str =
    "The council met on Tuesday evening to talk about the sea wall, which has been closed since the storms of last winter. ";

fn article(middle: &str) -> Vec<u8> {
    let text = format!("<p>{}</p>", WORDS.repeat(3));
    format!("<title>Sea wall</title><article><h1>Sea wall</h1>{text}{middle}{text}</article>").into_bytes()
}

#[track_caller]
fn check(monsters: &[(&str, Vec<u8>)]) {
    for (name, bytes) in monsters {
        let begun = Instant::now();
        let reading = read(&html::parse_bytes(bytes, None), &Options::default());
        let took = begun.elapsed();
        assert!(took < TIME_MAX, "{name}: {took:?}");
        if let Some(article) = reading.article {
            assert!(article.confidence.is_finite(), "{name}");
        }
    }
}

#[test]
fn deep_nesting() {
    let deep = |open: &str| article(&(open.repeat(20_000) + WORDS));
    check(&[
        ("div", deep("<div>")),
        ("div with a text each", deep("<div>some words here, ")),
        ("end tags that close nothing", deep("<div></x>")),
        ("span", deep("<span>")),
        ("formatting", deep("<b><i><em>")),
        ("formatting and blocks", deep("<a><b><p>x</a>")),
        ("misnested", deep("<b><div></b>")),
        ("tables", deep("<table><tr><td>")),
        ("foster parents", deep("<table><div>")),
        ("lists", deep("<ul><li>")),
        ("definition lists", deep("<li><dd>")),
        ("quotes", deep("<blockquote>")),
        ("drawings", deep("<svg><g>")),
        ("formulas", deep("<math><mrow>")),
        ("templates", deep("<template>")),
        ("shadow roots", deep("<x-a><template shadowrootmode=open>")),
        ("shadow roots with slots", deep("<x-a><template shadowrootmode=open><slot></slot><slot></slot></template>")),
        ("everything", deep("<div><p><b><table><tr><td><ul><li><a href=x><select><option>")),
    ]);
}

/// Structured data that declares so many parts as paid, each by a selector of its own that matches every `<b>`.
fn paid_parts(count: usize) -> String {
    let parts: Vec<String> = (0..count).map(|n| format!(r#"{{"cssSelector":".p{n}, b"}}"#)).collect();
    let parts = parts.join(",");
    format!(
        r#"<script type=application/ld+json>{{"@type":"NewsArticle","isAccessibleForFree":false,"hasPart":[{parts}]}}</script>"#
    )
}

#[test]
fn many_siblings() {
    let many = |each: &str| article(&each.repeat(30_000));
    let fonts: String = (0..490).map(|n| format!("<font a{n}>")).collect();
    check(&[
        ("paragraphs", many("<p>Short words, here.</p>")),
        ("empty", many("<div></div>")),
        ("links", many("<a href=/x>link text</a> ")),
        ("headings", many("<h1>Sea wall</h1>")),
        ("line breaks", many("word, word <br><br>")),
        ("images", many("<img src=/a.jpg alt=x width=500 height=400>")),
        ("items", format!("<ul>{}</ul>", "<li><a href=/x>link</a></li>".repeat(30_000)).into_bytes()),
        ("cells", article(&format!("<table>{}</table>", "<tr><td>a<td>b<td>c".repeat(10_000)))),
        ("spans", article(&"<table><tr><td colspan=65534 rowspan=65534>x<td>y</table>".repeat(500))),
        ("forms", many("<input value=x><select><option>a, b</select>")),
        ("dialogs", many("<div role=dialog class='modal overlay paywall'>Sign in</div>")),
        ("layout", many("<i data-rect='0 0 9 9' data-position=fixed data-z=9>x</i>")),
        ("paid parts", article(&(paid_parts(30_000) + &"<b class=x>x</b>".repeat(8_000)))),
        (
            "paid parts in microdata",
            many("<div itemprop=hasPart itemscope><meta itemprop=isAccessibleForFree content=false></div>"),
        ),
        ("structured data", many("<script type=application/ld+json>{\"@type\":\"Article\"}</script>")),
        (
            "slots",
            format!(
                "<x-a><template shadowrootmode=open>{}</template>{}</x-a>",
                "<slot></slot>".repeat(9_999),
                "<b>x</b>".repeat(9_999)
            )
            .into_bytes(),
        ),
        ("formatting opened anew", format!("<p>{fonts}</p>{}", "<p>x".repeat(20_000)).into_bytes()),
    ]);
}

/// Elements of many kinds in a box with a long inline style.
fn long_styles() -> String {
    let inside: String = (0..400).map(|n| format!("<b class=a{n}>x</b> y ")).collect();
    format!("<div style='{}'>{inside}</div>", "top:0;".repeat(200_000))
}

#[test]
fn style_sheets() {
    let rules = |each: &dyn Fn(usize) -> String| (0..30_000).map(each).collect::<String>();
    let styled = |css: String, body: &str| article(&format!("<style>{css}</style>{body}"));
    let boxes = "<div class='a modal'><i class=b>x</i>".repeat(10_000);
    let flat = "<div class='a modal'><p>x<p>y</div>".repeat(10_000);
    check(&[
        ("rules for every element", styled(rules(&|n| format!("div{{display:block;top:{n}px}}")), &flat)),
        ("rules of descendants", styled(rules(&|_| ".a .a .a .a .c .b{display:none}".to_owned()), &boxes)),
        ("rules of siblings", styled(rules(&|_| ".c ~ .a ~ .a{display:none}".to_owned()), &flat)),
        ("a long list", styled(format!("{} b{{display:none}}", ".a, ".repeat(100_000)), &flat)),
        ("a long selector", styled(format!("{} b{{display:none}}", ".a ".repeat(100_000)), &boxes)),
        ("open conditions", styled("@media screen{".repeat(100_000), &flat)),
        ("open blocks", styled("a{b{".repeat(100_000), &flat)),
        ("open brackets", styled(format!("{}{{display:none}}", ":not(".repeat(100_000)), &flat)),
        ("open comments", styled("/*/".repeat(500_000), &flat)),
        (
            "a list of one tag",
            styled(format!("div{{display:block!important}}{}div{{display:block}}", "div,".repeat(50_000)), &flat),
        ),
        ("a long compound", styled(format!("{}{{display:none}}", ".a".repeat(100_000)), &flat)),
        ("a long list in brackets", styled(format!("div:is({}.a){{display:none}}", ".b,".repeat(100_000)), &flat)),
        ("a long list of exceptions", styled(format!("div{}{{display:none}}", ":not(.b)".repeat(100_000)), &flat)),
        ("a heavy selector", styled(format!("{}{{display:none}}", "#a".repeat(100_000)), &flat)),
        ("selectors of one letter", styled(format!("{}b{{display:none}}", "b,".repeat(2_000_000)), &flat)),
        ("declarations", styled(format!("div{{{}}}", "display:block;".repeat(200_000)), &flat)),
        (
            "a long attribute that is tested",
            styled(
                rules(&|n| format!("[href*=z{n}]{{display:none}}")),
                &format!("<div class=modal><a href='{}'>x</a>y</div>", "a".repeat(1_000_000)).repeat(3),
            ),
        ),
        (
            "a long class around many elements",
            styled(
                ".a{display:flex}".to_owned(),
                &format!("<div class='{}'>{}", "a ".repeat(100_000), "<b>x</b> y ".repeat(20_000)),
            ),
        ),
        ("a long inline style around many elements", styled(rules(&|n| format!(".a{n}{{display:flex}}")), &long_styles())),
        (
            "one class again and again",
            styled(rules(&|_| ".a{float:left}".to_owned()), &format!("<p>x <b class='{}'>y</b> z", "a ".repeat(200_000))),
        ),
        ("many sheets", article(&"<style>.a{display:none}</style><p class=a>x".repeat(20_000))),
        ("many classes", article(&format!("<style>.a{{display:none}}</style><p class='{}'>x", "b ".repeat(1_000_000)))),
    ]);
}

#[test]
fn giants() {
    let attributes: String = (0..50_000).map(|n| format!("a{n}='>' ")).collect();
    let nested = |open: &str, close: &str| {
        format!("<script type=application/ld+json>{}{}</script>", open.repeat(50_000), close.repeat(50_000))
    };
    check(&[
        ("attributes", article(&format!("<div {attributes}>x</div>"))),
        (
            "an attribute",
            article(&format!("<p title='{}' class='{}'>x", "x ".repeat(1_000_000), "sidebar-ad ".repeat(200_000))),
        ),
        ("a word", article(&"a".repeat(2_000_000))),
        ("white space", article(&" \n".repeat(2_000_000))),
        ("commas", article(&",".repeat(1_000_000))),
        ("accents", article(&format!("a{}", "\u{301}".repeat(500_000)))),
        ("a title", format!("<title>{}</title><p>x", "A | B - ".repeat(100_000)).into_bytes()),
        ("a byline", article(&format!("<p class=byline>{}", "By Anna, ".repeat(50_000)))),
        ("an address", article(&format!("<a href='https://a.example/{}'>x</a>", "../a/".repeat(200_000)))),
        ("a comment", article(&format!("<!--{}", "-".repeat(2_000_000)))),
        ("entities", article(&"&amp;&NotEqualTilde;&#x1F600;".repeat(50_000))),
        ("brackets", article(&nested("[", "]"))),
        ("graphs", article(&nested("{\"@graph\":[", "]}"))),
        ("end tags", "</p></div></b></table>".repeat(50_000).into_bytes()),
        ("angle brackets", article(&"<".repeat(500_000))),
    ]);
}

/// How much longer a page of four times the length may take: twice 2.3, where two is linear. Quadratic time takes sixteen.
const GROWTH_MAX: f64 = 2.3 * 2.3;

/// How often a growth is measured before it is believed to be that of the code.
const TRIES_MAX: usize = 12;

#[test]
fn time_grows_with_the_page() {
    let took = |each: &str, times: usize| {
        let page = html::parse_bytes(&article(&each.repeat(times)), None);
        let begun = Instant::now();
        read(&page, &Options::default());
        begun.elapsed().as_secs_f64()
    };
    for each in [
        "<p>Short words, here.</p>",
        "<p>The council met on Tuesday evening to talk about the sea wall, which has been closed.</p>",
        "<p>A word <b>in</b> <a href=#x>the</a> <i id=x>line</i>, and more words, which go on.</p>",
        "<div><ul><li><a href=/x>link text</a></li></ul></div>",
        "<table><tr><td>a</td><td>b, c</td></tr></table>",
        "<h3>Heading</h3><img src=/a.jpg width=500 height=400>",
        "<span>word, </span><br>",
        "<blockquote>Said once, and never again by anyone.</blockquote>",
    ] {
        // Another program may take the machine for a while: one quiet moment is enough, and quadratic time has none.
        let mut growth = (0..TRIES_MAX).map(|_| took(each, 16_000) / took(each, 4_000));
        assert!(growth.any(|growth| growth < GROWTH_MAX), "{each}: four times the page takes more than {GROWTH_MAX:.1} times");
    }
}

#[test]
fn broken_bytes() {
    let noise: Vec<u8> = (0..200_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    check(&[
        ("nothing", Vec::new()),
        ("noise", noise.clone()),
        ("noise in an article", [article(""), noise].concat()),
        ("NUL", article(&"a\0b<p\0 x=\0>".repeat(1_000))),
        ("surrogates by number", article(&"&#xD800;&#xDFFF;&#x110000;&#0;&#x80;".repeat(1_000))),
        ("surrogates in UTF-16", b"\xFF\xFE<\0p\0>\0\0\xD8a\0\0\xDC\0\xD8".repeat(1_000)),
        ("directions", article(&"\u{202E}\u{2066}\u{200B}\u{FEFF}\u{AD} word, ".repeat(1_000))),
        ("cut UTF-8", article("\u{1F600}").into_iter().filter(|byte| *byte != 0x80).collect()),
    ]);
}

/// The project's own pages, cut anywhere and with bytes changed.
#[test]
fn damaged_pages() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut random = 1_u64;
    let mut below = |limit: usize| {
        // Knuth's MMIX generator: the same damage on every run.
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) as usize % limit.max(1)
    };
    for entry in
        std::fs::read_dir(folder).unwrap().flatten().filter(|entry| entry.path().extension().is_none_or(|it| it != "md"))
    {
        let whole = std::fs::read(entry.path()).unwrap();
        for _ in 0..12 {
            let mut bytes = whole[..whole.len() - below(whole.len())].to_vec();
            for _ in 0..below(20) {
                let (at, byte) = (below(bytes.len()), b"<>&\"'/=\0\xFF !-]"[below(13)]);
                if let Some(slot) = bytes.get_mut(at) {
                    *slot = byte;
                }
            }
            read(&html::parse_bytes(&bytes, None), &Options::default());
            read(&plain::parse(&String::from_utf8_lossy(&bytes)), &Options::default());
        }
    }
}

#[test]
fn plain_text_and_odd_builders() {
    for text in ["", "\n\n\n", "\u{feff}", "- \n- \n", &"a\n".repeat(50_000), &WORDS.repeat(10_000)] {
        read(&plain::parse(text), &Options::default());
    }
    let mut builder = PageBuilder::default();
    builder.close();
    builder.text("text without an element");
    for _ in 0..50_000 {
        builder.open("div");
    }
    builder.text(WORDS);
    read(&builder.finish(), &Options::default());
}
