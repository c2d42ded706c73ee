//! What is said of walls.
#![cfg(feature = "html")]

use limpid::page::html;
use limpid::reading::{Completeness, Declared};
use limpid::{Options, Reading, read};

#[test]
fn a_way_in_is_an_address_of_the_web() {
    let dangerous = [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "\u{1}javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
    ];
    for href in dangerous.into_iter().chain(["/login"]) {
        let text =
            "The council met on Tuesday to speak of the sea wall, which was closed after the storms of last winter. ".repeat(3);
        let wall = format!("<div class=paywall><p>Subscribe to continue reading</p><a href=\"{href}\">Sign in</a></div>");
        let page = html::parse(&format!("<title>Sea wall</title><article><h1>Sea wall</h1><p>{text}<p>{text}</article>{wall}"));
        let found = read(&page, &Options::default()).access.sign_in_url;
        assert_eq!(found.as_deref(), (href == "/login").then_some("/login"), "{href:?}");
    }
}

const SHOWN: &str = "For a hundred and thirty years a boat carried the letters from the mainland to the nine islands, and for most \
                     of that time it was the only thing that came and went in winter.";
const PAID: &str = "On its last morning the boat left at six as always, with four parcels and a bag of seed potatoes, and the \
                    skipper sounded the horn at every pier, though nobody had asked her to do so.";

/// A page with two open paragraphs and a paid part, as `head` and `part` have it.
fn paid_page(head: &str, part: &str) -> Reading {
    page_read(head, part, &Options::default())
}

fn page_read(head: &str, part: &str, options: &Options) -> Reading {
    let article = format!("<article><h1>The mail boat</h1><p>{SHOWN}</p><p>{SHOWN} It was the bus, too.</p>{part}</article>");
    read(&html::parse(&format!("<title>The mail boat</title>{head}<body>{article}")), options)
}

fn json_ld(rest: &str) -> String {
    format!(r#"<script type="application/ld+json">{{"@type":"NewsArticle","headline":"The mail boat",{rest}}}</script>"#)
}

/// Whether the paid part is in the article.
fn has_paid(reading: &Reading) -> bool {
    reading.article.as_ref().is_some_and(|article| article.text.contains(PAID))
}

#[track_caller]
fn stays_out(head: &str, part: &str) {
    let reading = paid_page(head, part);
    assert_eq!(reading.access.declared, Declared::Paid, "{head}");
    assert!(!has_paid(&reading), "{part}");
    assert_eq!(reading.access.text, Completeness::Truncated, "{part}");
    assert!(reading.article.unwrap().text.contains(SHOWN), "{part}");
    let asked_for = page_read(head, part, &Options { include_gated: true, ..Options::default() });
    assert!(has_paid(&asked_for), "asked for, it is there: {part}");
}

#[test]
fn a_part_that_is_declared_paid_and_hidden_stays_out_unless_asked_for() {
    let head = json_ld(r#""isAccessibleForFree":false,"hasPart":{"isAccessibleForFree":false,"cssSelector":".paid"}"#);
    for hides in [
        "hidden",
        "style='display:none'",
        "style='visibility: hidden !important'",
        "style='filter: blur(6px)'",
        "style='max-height:120px; overflow:hidden'",
        "style='overflow-y:clip;-webkit-line-clamp:2'",
        "style='opacity:0.0'",
        "style='color:transparent;text-shadow:0 0 8px #000'",
        "data-rect='0 800 600 200' data-visibility=hidden",
        "data-rect='0 800 600 200' data-visibility=blurred",
        "data-rect='0 800 600 200' data-visibility=cut",
    ] {
        stays_out(&head, &format!("<div class='a paid' {hides}><p {hides}>{PAID}</p><p>{PAID}</p></div>"));
        stays_out(&head, &format!("<div {hides}><div class='a paid'><p>{PAID}</p></div></div>"));
        stays_out(&head, &format!("<div class='a paid'><div {hides}><p>{PAID}</p></div></div>"));
    }
}

#[test]
fn what_is_declared_paid_and_shown_is_the_readers() {
    let head = json_ld(r#""isAccessibleForFree":false,"hasPart":{"isAccessibleForFree":false,"cssSelector":".paid"}"#);
    assert!(has_paid(&paid_page(&head, &format!("<div class=paid><p>{PAID}</p></div>"))));
    // Walls hold the frame and all of the page fast, which hides nothing of it.
    let cut = "data-rect='0 0 1280 720' data-visibility=cut";
    assert!(has_paid(&paid_page(&head, &format!("<section {cut}><div class=paid><p>{PAID}</p></div></section>"))));
    let unlike = json_ld(r#""hasPart":{"isAccessibleForFree":false,"cssSelector":".other"}"#);
    assert!(has_paid(&paid_page(&unlike, &format!("<div class=paid><p>{PAID}</p></div>"))));
}

#[test]
fn a_blurred_part_that_nobody_declares_paid_is_the_readers() {
    for head in ["", &json_ld(r#""isAccessibleForFree":true"#)] {
        assert!(has_paid(&paid_page(head, &format!("<div style='filter:blur(4px)'><p>{PAID}</p></div>"))));
    }
}

#[test]
fn a_page_that_is_paid_as_a_whole_hides_what_it_blurs() {
    stays_out(&json_ld(r#""isAccessibleForFree":"False""#), &format!("<div style='filter:blur(4px)'><p>{PAID}</p></div>"));
}

#[test]
fn paid_parts_are_declared_in_many_spellings() {
    let part = format!("<div class='paid' id=rest style='display:none'><p>{PAID}</p></div>");
    for declared in [
        r#""isAccessibleForFree":"False","hasPart":[{"isAccessibleForFree":"false","cssSelector":".paid"}]"#,
        r##""isAccessibleForFree":[false],"hasPart":{"isAccessibleForFree":["FALSE"],"cssSelector":[".x","#rest"]}"##,
        r#""isAccessibleForFree":true,"hasPart":[{"isAccessibleForFree":true},{"isAccessibleForFree":0,"cssSelector":"article > .paid"}]"#,
        r#""isAccessibleForFree":"no","hasPart":{"cssSelector":".none, div#rest.paid"}"#,
        r#""isAccessibleForFree":"http://schema.org/False","hasPart":{"cssSelector":"[class~=paid]"}"#,
    ] {
        stays_out(&json_ld(declared), &part);
    }
    let item = "<div itemprop=hasPart itemscope itemtype='https://schema.org/WebPageElement'><meta itemprop=isAccessibleForFree \
                content=False><meta itemprop=cssSelector content='.paid'></div>";
    stays_out("", &format!("{item}{part}"));
    let own = "<div itemprop=hasPart itemscope style='display:none'><meta itemprop=isAccessibleForFree content=false>";
    stays_out("", &format!("{own}<p>{PAID}</p></div>"));
    let section = format!("<section subscriptions-section=content style='filter:blur(2px)'><p>{PAID}</p></section>");
    stays_out("", &section);
    stays_out("<meta name=subscriptions-accessible-for-free content=false>", &section);
    stays_out("<meta property=article:content_tier content=locked>", &section);
}

#[test]
fn a_template_that_is_for_those_who_pay_tells_that_the_text_is_cut() {
    for tag in ["template", "noscript", "iframe", "svg"] {
        let part = format!("<{tag} subscriptions-section=content><p>{PAID}</p></{tag}>");
        let reading = paid_page("", &part);
        assert_eq!((reading.access.declared, reading.access.text), (Declared::Paid, Completeness::Truncated), "{tag}");
    }
}

#[test]
fn scripts_templates_and_scrambled_text_of_a_paid_page_are_never_taken() {
    let head = json_ld(&format!(r#""isAccessibleForFree":false,"articleBody":"{PAID}""#));
    let shifted: String = PAID.chars().map(|c| if c.is_ascii_alphabetic() { char::from(c as u8 + 1) } else { c }).collect();
    let part = format!(
        "<template><p>{PAID}</p></template><script>var body = '<p>{PAID}</p>'</script><noscript><p>{PAID}</p></noscript>\
         <textarea>{PAID}</textarea><div class=paid><p>{shifted}</p></div>"
    );
    for include_gated in [false, true] {
        let reading = page_read(&head, &part, &Options { include_gated, ..Options::default() });
        let article = reading.article.as_ref().unwrap();
        for text in [&article.text, &article.html, &article.markdown] {
            assert!(!text.contains("seed potatoes") && !text.contains(&shifted));
        }
        assert_eq!(reading.access.text, Completeness::Truncated);
    }
    // Code and abbreviations have few vowels of their own.
    let code =
        "for r in rows: print(str(r.ts), r.src, r.dst, strftime(fmt, r.ts)); cnt[r.src] = cnt.get(r.src, 0) + 1\n".repeat(3);
    let shares =
        "Those that fell: HSBC, BHP, GSK, RBS, BT, WPP, SSE, RMG, MKS, TSCO, SBRY, LLOY, BARC, STAN, PRU, LGEN, ".repeat(3);
    let article = paid_page(&head, &format!("<pre><code>{code}</code></pre><p>{shares}</p><p>{SHOWN}</p>")).article.unwrap();
    assert!(article.text.contains("strftime") && article.text.contains("SBRY"), "{}", article.text);
    // What is not declared paid may be in any language.
    assert!(paid_page("", &format!("<p>{shifted}</p>")).article.unwrap().text.contains(&shifted));
}

#[test]
fn what_a_page_has_the_reader_pay_for_is_not_unlocked() {
    let head = json_ld(r#""isAccessibleForFree":false,"hasPart":{"isAccessibleForFree":false,"cssSelector":".paid"}"#);
    let wall = "<div class=paywall><p>Subscribe to continue reading</p><a href='/login'>Sign in</a></div>";
    for (head, unlocked) in [(head.as_str(), false), ("", true)] {
        let markup = format!(
            "<title>The mail boat</title>{head}<article><h1>The mail boat</h1><p>{SHOWN}<p>{SHOWN} Too. \
                              <div class=paid style='filter:blur(4px)'><p>{PAID}</div></article>{wall}"
        );
        let page = html::parse(&markup);
        let part = page.select(".paid")[0];
        assert_eq!(read(&page, &Options::default()).hiding.unlock.contains(&part), unlocked);
    }
}

/// What is said of the text of a page with a headline, as `article` goes on.
fn text_of(head: &str, article: &str) -> Completeness {
    let markup = format!("<title>The mail boat</title>{head}<article><h1>The mail boat</h1>{article}</article>");
    read(&html::parse(&markup), &Options::default()).access.text
}

const WALL: &str =
    "<div class=offer><h3>Keep reading with a subscription</h3><p>From one euro a week.</p><a href=/s>See the plans</a></div>";

#[test]
fn a_brief_is_whole_where_it_has_the_paragraphs_of_one() {
    let paragraph = format!("<p>{SHOWN}</p>");
    assert_eq!(text_of("", &format!("{}{WALL}", paragraph.repeat(2))), Completeness::Truncated);
    assert_eq!(text_of("", &format!("{}{WALL}", paragraph.repeat(5))), Completeness::Complete);
    assert_eq!(text_of("", &format!("{}<p>On its last morning the boat{WALL}", paragraph.repeat(5))), Completeness::Truncated);
}

#[test]
fn a_text_that_goes_on_behind_a_wall_is_whole() {
    assert_eq!(text_of("", &format!("<p>{SHOWN}</p>{WALL}<p>{PAID}</p><p>{PAID} Nobody.</p>")), Completeness::Complete);
}

#[test]
fn a_lone_link_behind_dots_leads_on() {
    let start = format!("<p>{SHOWN}</p><p>{SHOWN} It was the bus, too …</p>");
    assert_eq!(text_of("", &start), Completeness::Unknown);
    assert_eq!(text_of("", &format!("{start}<p><a href=/more>Continue reading</a></p>")), Completeness::Truncated);
}

#[test]
fn a_paid_part_that_is_shown_makes_a_whole_text() {
    let head = json_ld(r#""isAccessibleForFree":false,"hasPart":{"isAccessibleForFree":false,"cssSelector":".paid"}"#);
    let article = format!("<p>{SHOWN}</p><p>{SHOWN} Too.</p><div class=paid>{}</div>", format!("<p>{PAID}</p>").repeat(3));
    assert_eq!(text_of(&head, &article), Completeness::Complete);
}

/// Where a declared part holds nothing, the rest is withheld, whether or not a wall says so.
#[test]
fn an_empty_paid_part_is_a_cut() {
    let head = json_ld(r#""isAccessibleForFree":false,"hasPart":{"isAccessibleForFree":false,"cssSelector":".paid"}"#);
    let brief = format!("<p>{SHOWN} It was the post.</p>").repeat(6);
    for part in ["<div class=paid></div>", "<div class=paid><template><p>More</p></template></div>"] {
        assert_eq!(text_of(&head, &format!("{brief}{part}")), Completeness::Truncated, "{part}");
    }
}

/// One paragraph behind a wall is about the author as often as not, and a wall above all of the text tells nothing of its end.
#[test]
fn an_authors_box_behind_a_wall_is_no_text_that_goes_on() {
    let wall = "<div class=paywall><p>Subscribe to continue reading</p><a href=/login>Sign in</a></div>";
    let lead = format!("<p>{SHOWN}</p><p>{SHOWN} It was the bus, too.</p>");
    for article in [format!("{lead}{wall}<p>{PAID} {PAID}</p>"), format!("{wall}{lead}")] {
        assert_ne!(text_of("", &article), Completeness::Complete, "{article}");
    }
}

/// Where a text ends that is paid as a whole, nobody tells.
#[test]
fn a_text_that_is_paid_as_a_whole_is_not_called_whole() {
    let brief = format!("<p>{SHOWN} It was the post.</p>").repeat(12);
    assert_eq!(text_of(&json_ld(r#""isAccessibleForFree":false"#), &brief), Completeness::Unknown);
}
