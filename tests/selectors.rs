//! CSS selectors as publishers write them.
#![cfg(feature = "html")]

use limpid::page::{Attr, html};

/// The ids of the elements that a selector matches.
#[track_caller]
fn check(selector: &str, expected: &[&str]) {
    let page = html::parse(
        "<body id=body><main id=m class='story wide'><div id=a class='text paid'><p id=p>One <b id=b lang=en-GB>two</b></p></div>\
         <div id=c><x-paid id=x class=Paid></x-paid></div></main><div id=d class=text></div>",
    );
    let ids: Vec<&str> = page.select(selector).into_iter().filter_map(|node| page.attr(node, Attr::Id)).collect();
    assert_eq!(ids, expected, "{selector}");
}

#[test]
fn simple_selectors() {
    check(".paid", &["a"]);
    check("#a", &["a"]);
    check("div", &["a", "c", "d"]);
    check("DIV.text", &["a", "d"]);
    check("div.text.paid#a", &["a"]);
    check("x-paid", &["x"]);
    check(".Paid", &["x"]);
    check("*.paid", &["a"]);
}

#[test]
fn attributes() {
    check("[class]", &["m", "a", "x", "d"]);
    check("[class=text]", &["d"]);
    check("[class~=\"text\"]", &["a", "d"]);
    check("main[class^='story']", &["m"]);
    check("[ class $= wide ]", &["m"]);
    check("[class*=pai]", &["a"]);
    check("[lang|=en]", &["b"]);
    check("[data-nobody-reads]", &[]);
}

#[test]
fn combined() {
    check("main .text", &["a"]);
    check("main > .text, #d", &["a", "d"]);
    check("main>div>p b", &["b"]);
    check("main > p", &[]);
    check("div div", &[]);
    check(".story .text p b", &["b"]);
}

#[test]
fn what_is_not_read_matches_nothing() {
    for selector in [
        "",
        " ",
        ",",
        ">",
        "> p",
        "p >",
        "p + p",
        "p ~ b",
        "p:first-child",
        "::before",
        ".",
        "#",
        "[",
        "[a",
        "p..a",
        "p]",
        "🛶",
        "[=x]",
    ] {
        check(selector, &[]);
    }
    check(&"div ".repeat(300), &[]);
    check(&format!("{} .paid, .paid", "i,".repeat(30)), &[]);
}
