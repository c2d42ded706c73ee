//! Addresses: the examples of RFC 3986, and what browsers forgive.

use limpid::page::url::resolve;

fn check(base: &str, cases: &[(&str, &str)]) {
    for (reference, expected) in cases {
        assert_eq!(resolve(base, reference), *expected, "{reference:?} in {base:?}");
    }
}

/// RFC 3986 sections 5.4.1 and 5.4.2, all of them.
#[test]
fn rfc_3986_examples() {
    let normal = [
        ("g:h", "g:h"),
        ("g", "http://a/b/c/g"),
        ("./g", "http://a/b/c/g"),
        ("g/", "http://a/b/c/g/"),
        ("/g", "http://a/g"),
        ("//g", "http://g"),
        ("?y", "http://a/b/c/d;p?y"),
        ("g?y", "http://a/b/c/g?y"),
        ("#s", "http://a/b/c/d;p?q#s"),
        ("g#s", "http://a/b/c/g#s"),
        ("g?y#s", "http://a/b/c/g?y#s"),
        (";x", "http://a/b/c/;x"),
        ("g;x", "http://a/b/c/g;x"),
        ("g;x?y#s", "http://a/b/c/g;x?y#s"),
        ("", "http://a/b/c/d;p?q"),
        (".", "http://a/b/c/"),
        ("./", "http://a/b/c/"),
        ("..", "http://a/b/"),
        ("../", "http://a/b/"),
        ("../g", "http://a/b/g"),
        ("../..", "http://a/"),
        ("../../", "http://a/"),
        ("../../g", "http://a/g"),
    ];
    let abnormal = [
        ("../../../g", "http://a/g"),
        ("../../../../g", "http://a/g"),
        ("/./g", "http://a/g"),
        ("/../g", "http://a/g"),
        ("g.", "http://a/b/c/g."),
        (".g", "http://a/b/c/.g"),
        ("g..", "http://a/b/c/g.."),
        ("..g", "http://a/b/c/..g"),
        ("./../g", "http://a/b/g"),
        ("./g/.", "http://a/b/c/g/"),
        ("g/./h", "http://a/b/c/g/h"),
        ("g/../h", "http://a/b/c/h"),
        ("g;x=1/./y", "http://a/b/c/g;x=1/y"),
        ("g;x=1/../y", "http://a/b/c/y"),
        ("g?y/./x", "http://a/b/c/g?y/./x"),
        ("g?y/../x", "http://a/b/c/g?y/../x"),
        ("g#s/./x", "http://a/b/c/g#s/./x"),
        ("g#s/../x", "http://a/b/c/g#s/../x"),
        ("http:g", "http://a/b/c/g"), // the loose reading, as browsers have it
    ];
    check("http://a/b/c/d;p?q", &normal);
    check("http://a/b/c/d;p?q", &abnormal);
}

#[test]
fn as_tolerant_as_browsers() {
    check(
        "https://example.org/a/b",
        &[
            ("  c \n", "https://example.org/a/c"),
            ("/x\ty\n", "https://example.org/xy"),
            ("\\\\other.example\\x", "https://other.example/x"),
            ("c\\d?e\\f", "https://example.org/a/c/d?e%5Cf"),
            ("https:/one.example/x", "https://one.example/x"),
            ("HTTPS:///one.example/x", "https://one.example/x"),
            ("http:x", "http:x"),
            ("%2e%2E/x", "https://example.org/x"),
            ("c d\"e'f<g>", "https://example.org/a/c%20d%22e'f%3Cg%3E"),
            ("straße?q=ü", "https://example.org/a/straße?q=ü"),
            ("javascript:alert(1)", "javascript:alert(1)"),
            (" java\nscript:alert(1)", "javascript:alert(1)"),
            ("mailto:a@b.example", "mailto:a@b.example"),
            ("data:image/png;base64,AA/../BB", "data:image/png;base64,AA/../BB"),
        ],
    );
}

#[test]
fn without_a_base() {
    check(
        "",
        &[("a/../b", "a/../b"), ("/a/./b", "/a/b"), ("#x", "#x"), ("//a.example/b", "//a.example/b"), ("http://a", "http://a")],
    );
    check("https://a.example", &[("b", "https://a.example/b"), ("?b", "https://a.example?b")]);
    check("file:///home/page.html", &[("c.png", "file:///home/c.png")]);
}
