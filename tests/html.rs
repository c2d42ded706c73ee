//! The page from a string: the tree a browser would have, whatever the markup and the bytes.
#![cfg(feature = "html")]

use limpid::page::{Attr, Page, Tag, html};

/// The elements of the body, and its text, in short: `div(p(one) two)`.
fn outline(page: &Page) -> String {
    let Some(body) = page.first(Tag::Body) else { return String::new() };
    let mut out = String::new();
    let mut open = Vec::new();
    for node in page.descendants(body) {
        while open.last().is_some_and(|&end| node >= end) {
            open.pop();
            out.push(')');
        }
        if !out.is_empty() && !out.ends_with('(') {
            out.push(' ');
        }
        match page.tag(node) {
            Tag::Text => out.push_str(page.text(node).trim()),
            Tag::Other => out.push_str(page.attr(node, Attr::TagName).unwrap_or("?")),
            tag => out.push_str(&format!("{tag:?}").to_lowercase()),
        }
        if page.end(node) > node.next() {
            out.push('(');
            open.push(page.end(node));
        }
    }
    out.extend(open.iter().map(|_| ')'));
    out
}

fn check(cases: &[(&str, &str)]) {
    for (markup, expected) in cases {
        assert_eq!(outline(&html::parse(&format!("<body>{markup}"))), *expected, "from {markup}");
    }
}

#[test]
fn broken_markup_is_read_as_browsers_do() {
    check(&[
        ("<p>one<p>two", "p(one) p(two)"),
        ("<b>one<p>two</b>three", "b(one) p(b(two) three)"),
        ("<table>stray<tr><td>cell</table>", "stray table(tbody(tr(td(cell))))"),
        ("a<!-- no -->b", "a b"),
        ("<noscript><p>no</noscript>yes", "noscript(<p>no) yes"),
        ("<script>var a = '<p>';</script><style>p{}</style>x", "script style x"),
        ("<script type='application/ld+json'>{}</script>", "script({})"),
        ("<svg><g><text>no</text></g></svg>yes", "svg yes"),
        ("<template><p>no</p></template>yes", "template yes"),
        ("<x-card>one</x-card>", "x-card(one)"),
    ]);
}

#[test]
fn open_shadow_roots_are_shown_and_slots_filled_once() {
    check(&[
        ("<div><template shadowrootmode=open><p>in</p></template>out</div>", "div(p(in))"),
        ("<div><template shadowrootmode=open><p><slot></slot></p></template>out</div>", "div(p(out))"),
        (
            "<div><template shadowrootmode=open><slot name=a></slot><hr><slot></slot></template>x<b slot=a>y</b></div>",
            "div(b(y) hr x)",
        ),
        ("<div><template shadowrootmode=open><slot>spare</slot></template></div>", "div(spare)"),
        ("<div><template shadowrootmode=open><slot></slot><slot>second</slot></template>x</div>", "div(x second)"),
        ("<div><template shadowrootmode=closed><p>in</p></template>out</div>", "div(out)"),
        ("<em><template shadowrootmode=open><p>in</p></template>out</em>", "em(template out)"),
        (
            "<div><template shadowrootmode=open><div><template shadowrootmode=open><slot></slot></template><slot></slot></div></template>x</div>",
            "div(div(x))",
        ),
    ]);
}

#[test]
fn charsets() {
    let utf16: Vec<u8> = "\u{feff}<p>Ж".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases: &[(&[u8], Option<&str>, &str)] = &[
        ("<p>Ж".as_bytes(), None, "Ж"),
        (b"<p>caf\xE9", None, "café"),
        (b"<p>\xC6", Some("text/html; charset=windows-1251"), "Ж"),
        (b"<meta charset=utf-8><p>\xC6", Some("text/html; charset=\"windows-1251\""), "Ж"),
        (b"<meta http-equiv=Content-Type content='text/html; charset=windows-1251'><p>\xC6", None, "Ж"),
        (b"<meta name=x content='charset=windows-1251'><p>\xC6", None, "Æ"),
        (b"<!-- <meta charset=windows-1251> --><p>\xC6", None, "Æ"),
        ("<meta charset=utf-16><p>Ж".as_bytes(), None, "Ж"),
        (b"<meta charset=x-user-defined><p>\xC6", None, "Æ"),
        (b"<?xml version='1.0' encoding='windows-1251'?><html><p>\xC6</html>", None, "Ж"),
        (b"<html lang=ru-RU><p>\xC6", None, "Ж"),
        (b"<html lang=ja><p>\x93\xFA\x96\x7B", None, "日本"),
        (b"<html lang=ja><p>\xC6\xFC\xCB\xDC", None, "日本"),
        ("\u{feff}<meta charset=windows-1251><p>Ж".as_bytes(), None, "Ж"),
        (&utf16, Some("text/html; charset=utf-8"), "Ж"),
        (b"<p>\xFF\xFE", Some("text/html; charset=utf-8"), "\u{fffd}\u{fffd}"),
    ];
    for (bytes, content_type, expected) in cases {
        let page = html::parse_bytes(bytes, *content_type);
        let text = page.first(Tag::P).map(|p| page.text_of(p));
        assert_eq!(text.as_deref(), Some(*expected), "from {}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn attributes_beyond_two_thousand_are_left_out() {
    let many: String = (0..5_000).map(|n| format!("a{n}='>' ")).collect();
    for (markup, is_late_found) in [
        // What nobody reads does not count.
        (format!("<div {many} id=late>x</div><p id=next>y</p>"), true),
        (format!("<b {many} id=late>x</b><p id=next>y</p>"), false),
        (format!("<script>a<b {many}</script><p id=next>y</p>"), false),
        (format!("<!-- <div {many} --><p id=next>y</p>"), false),
    ] {
        let page = html::parse(&markup);
        assert_eq!(page.nodes().any(|node| page.attr(node, Attr::Id) == Some("late")), is_late_found);
        let next = page.first(Tag::P).map(|p| (page.attr(p, Attr::Id), page.text_of(p)));
        assert_eq!(next, Some((Some("next"), "y".to_owned())));
    }
}

#[test]
fn text_that_waits_for_scripts_is_read_where_the_page_is_only_its_frame() {
    let post = "Words of a post that stand where no script has to bring them. ".repeat(30);
    let frame = "<header>A forum</header>";
    for (holder, extra, shown) in [
        (format!("<noscript data-path=/t/1><p>{post}</p></noscript>"), "", true),
        (format!("<script type='text/template'><p>{post}</p></script>"), "", true),
        (format!("<div hidden id='S:0'><p>{post}</p></div>"), "", true),
        (
            format!("<script type='text/template'><p>{post}</p></script>"),
            "<meta name=article:content_tier content=locked>",
            false,
        ),
        (format!("<title>A forum<body><p>{post}</p>"), "", true),
        (format!("<script>{post}</script>"), "", false),
        (format!("<div hidden id=menu><p>{post}</p></div>"), "", false),
        (format!("<noscript><p>{post}</p></noscript><p>{post}</p>"), "<p id=own>", false),
    ] {
        let page = html::parse(&format!("{extra}{frame}{holder}"));
        let found = page.text_of(Page::ROOT).matches("Words of a post").count();
        let own = if extra.contains("own") { 30 } else { 0 };
        assert_eq!(found, if shown { 30 } else { own }, "{}", &holder[..40]);
    }
}
