//! A page's own style sheets: what of a string is read as shown, and which of its inline elements are lines.
#![cfg(feature = "html")]

use limpid::page::{NodeId, Page, html};

/// The page of a sheet and a body. Boxes that name a dialog are among those that a browser is asked about.
fn page(css: &str, body: &str) -> Page {
    html::parse(&format!("<style>{css}</style><body>{body}"))
}

#[track_caller]
fn check(css: &str, body: &str, expected: &str) {
    assert_eq!(page(css, body).text_of(NodeId::at(0)), expected, "{css} on {body}");
}

#[test]
fn rules_hide_what_they_match() {
    let body = "<div class='modal a' id=m role=dialog><p>Hidden</p></div><p>Shown</p>";
    for css in [
        ".a{display:none}",
        "#m { DISPLAY : none ; }",
        "div.modal.a{visibility:hidden}",
        "body > div{display:none}",
        "p, div[role=dialog]{color:red;display:none!important}",
        "<!-- .a{display:none} -->",
        "/* } */ @charset 'utf-8'; .a{content:'}';display:none}",
        "@media screen and (min-width: 60em){.a{display:none}}",
        "@media (width >= 48rem){.a{display:none}}",
        "@media screen and (30em<width<=80em){.a{display:none}}",
        "@supports (display:grid){@layer x{.a{display:none}}}",
        "div:not(.b):first-child{display:none}",
        ":is(.b, .a){display:none}",
        ".a{display:block}.a{display:none}",
        "#m{display:none}.a{display:block}",
        ".a{position:fixed;opacity:0}",
        // What is cut off at the end still holds, as in a browser.
        ".a{display:none",
    ] {
        check(css, body, "Shown");
    }
}

#[test]
fn rules_that_do_not_hold_hide_nothing() {
    let body = "<div class='modal a md:block' id=m role=dialog><p>Text</p></div>";
    for css in [
        ".a:hover{display:none}",
        ".a::before{display:none}",
        ".a:unheard-of{display:none}",
        "[data-unread] .a, .b + .a{display:none}",
        "@media print{.a{display:none}}",
        "@media (max-width: 600px){.a{display:none}}",
        "@media (width < 48rem){.a{display:none}}",
        "@media (20em <= width <= 48rem){.a{display:none}}",
        "@media (unheard-of: 1){.a{display:none}}",
        "@container (width > 1px){.a{display:none}}",
        ".a{display:none}@media (width >= 48rem){.md\\:block{display:block}}",
        ".a{display:none}@media (unheard-of: 1){p{color:red}.a{display:block}}",
        ".a{display:none}@container box (width > 1px){.md\\:block{display:block}}",
        "@keyframes x{from{display:none}}",
        "x &gt; .a{display:none}",
        ".a{display:none!important}#m{display:block!important}",
        ".a{display:none}.md\\:block{display:block}",
        ".a{display:none}.a:nth-child(1){display:block}",
        ".a{opacity:0}",
        "html, body{display:none}",
    ] {
        check(css, body, "Text");
    }
}

#[test]
fn doubt_ends_with_its_block() {
    let body = "<div class='modal a' role=dialog><p>Hidden</p></div><p>Shown</p>";
    check("@media screen{@container (width > 1px){p{display:block}}.a{display:none}}", body, "Shown");
    check("@media (unheard-of: 1){p{display:block}}.a{display:none}", body, "Shown");
}

#[test]
fn the_pane_of_an_open_tab_is_shown() {
    let body = "<input type=radio id=t checked><div class='pane modal'><p>Text</p></div>";
    check(".pane{display:none}#t:checked ~ .pane{display:block}", body, "Text");
    check("#t:checked ~ .pane{display:none}", body, "Text");
}

#[test]
fn where_sheets_take_too_long_none_counts() {
    let body = "<div class='modal a' role=dialog><p>Text</p></div>";
    check(&format!(".a{{display:none}}{}p{{display:block}}", "p,".repeat(200_000)), body, "Text");
}

#[test]
fn what_unfolds_or_comes_late_is_shown() {
    check("div{display:none}", "<details><summary>More</summary><div class=modal>Text</div></details>", "More Text");
    check("div{display:none}", "<div hidden id='S:1'><div class=modal>Text</div></div>", "Text");
}

#[test]
fn inline_elements_take_lines_where_the_sheet_says_so() {
    let body = "<div class=a><span>One</span><span>two</span></div>";
    check("", body, "Onetwo");
    for css in ["span{display:block}", ".a{display:flex}", ".a{display:grid}", "span{position:absolute}"] {
        check(css, body, "One two");
    }
    check("span{display:block;float:left}", body, "Onetwo");
    check(".a{display:flex}span{display:none}", body, "Onetwo");
}

#[test]
fn a_page_that_hides_its_headline_is_read() {
    let words = "The council met on Tuesday evening to talk about the sea wall, which was closed after the storms. ".repeat(9);
    let html = format!("<style>.app{{display:none}}</style><div class='app modal'><h1>Sea wall</h1><p>{words}<p>{words}</div>");
    let reading = limpid::read(&html::parse(&html), &limpid::Options::default());
    assert!(reading.article.is_some_and(|article| article.text.contains("sea wall")));
}

#[test]
fn an_article_in_a_shut_menu_stays_hidden() {
    let words = "The council met on Tuesday evening to talk about the sea wall, which was closed after the storms. ".repeat(9);
    let menu =
        "<div class='menu modal'><article><p>Ten harbours that you must see before the summer is over</p></article></div>";
    let html = format!("<style>.menu{{display:none}}</style>{menu}<main><h1>Sea wall</h1><p>{words}<p>{words}</main>");
    let reading = limpid::read(&html::parse(&html), &limpid::Options::default());
    assert!(reading.article.is_some_and(|article| !article.text.contains("harbours")));
}
