//! Inline elements that are laid out as lines: their words are never glued, and lines that a reader sees are paragraphs.
#![cfg(feature = "html")]

use limpid::page::{Display, html};
use limpid::{Options, Page, blocks, read};

const LINES: [&str; 3] = [
    "The harbour council met on Tuesday evening to discuss the sea wall, which has been closed to walkers since the winter.",
    "Residents described how the closure had changed their mornings, forcing them to walk along the busy coastal road.",
    "According to the chair, the foundations are sound, but forty metres of facing stone must be replaced this summer.",
];

/// The texts of a page's blocks.
fn blocks_of(page: &Page) -> Vec<String> {
    let blocks = blocks::split(page);
    (0..blocks.list.len()).map(|block| blocks.text(block).to_owned()).collect()
}

#[track_caller]
fn check(markup: &str, expected: &[&str]) {
    assert_eq!(blocks_of(&html::parse(markup)), expected, "{markup}");
}

/// The blocks where the browser says how each kind of inline element is laid out.
#[track_caller]
fn check_live(markup: &str, display: Display, expected: &[&str]) {
    let mut page = html::parse(markup);
    let kinds = page.display_kinds();
    page.set_displays(&kinds, kinds.iter().map(|_| Some(display)));
    assert_eq!(blocks_of(&page), expected, "{markup}");
}

#[test]
fn text_for_other_than_eyes_is_not_read() {
    check(
        "<p>The port <a href=/x>is closed<span class='note sr-only'> (opens in a new window)</span></a> until <i class=material-icons>schedule</i> May</p>",
        &["The port is closed until May"],
    );
    check(
        "<p><span aria-hidden=true>T</span><span class=visually-hidden>The</span><span aria-hidden=true>he</span> port</p>",
        &["The port"],
    );
}

#[test]
fn inline_styles() {
    check(
        "<div><span style='display:block'>One</span><span style='DISPLAY: Flex'>two</span>three</div>",
        &["One", "two", "three"],
    );
    check("<div><b style='display:block!important'>One</b>two</div>", &["One", "two"]);
    check("<p><span style='display:inline-block'>One</span>two <i>three</i></p>", &["Onetwo three"]);
    check("<p><span style='display:block;float:left'>O</span>nce upon a time</p>", &["Once upon a time"]);
    check("<p><span style='display:table-cell'>One</span><span style='display:table-cell'>two</span></p>", &["One two"]);
}

#[test]
fn elements_of_the_pages_own_making() {
    check("<x-head><x-logo>Post</x-logo><x-nav>World</x-nav></x-head><x-text>Rain</x-text>", &["Post", "World", "Rain"]);
    check(
        "<p>It rained <time-ago>two days</time-ago> ago <a><x-icon></x-icon><x-name>here</x-name></a>.</p>",
        &["It rained two days ago here."],
    );
}

#[test]
fn what_a_browser_says() {
    let markup = "<div><span class=l>One</span><span class=l>two</span></div><div><x-a>three</x-a><x-a>four</x-a></div>";
    check_live(markup, Display::Line, &["One", "two", "three", "four"]);
    check_live(markup, Display::Apart, &["One two", "three four"]);
    check_live(markup, Display::Inline, &["Onetwo", "threefour"]);
    check_live("<p><span style='display:block'>One</span><span>two</span></p>", Display::Inline, &["One", "two"]);
}

#[test]
fn lines_of_spans_are_the_articles_paragraphs() {
    let lines: String = LINES.iter().map(|line| format!("<span style='display:block'>{line}</span>")).collect();
    let bold = lines.replace("span", "b");
    for body in [format!("<div>{lines}</div>"), format!("<div>{bold}</div>"), format!("<p><em>{lines}</em></p>")] {
        let page = html::parse(&format!("<title>Sea wall</title><h1>Sea wall</h1>{body}"));
        let article = read(&page, &Options::default()).article.unwrap();
        assert_eq!(article.text, LINES.join("\n\n"), "{body}");
    }
}
