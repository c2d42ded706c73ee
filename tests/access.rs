//! What is said of walls.
#![cfg(feature = "html")]

use limpid::page::html;
use limpid::{Options, read};

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
