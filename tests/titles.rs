//! Headlines of pages of our own writing, each with one difficulty.
#![cfg(feature = "html")]

use limpid::{Options, metadata, page::html, read};

const ADDRESS: &str = "https://www.northern-post.example/news/harbour-closed-for-the-winter";

fn facts(markup: &str) -> limpid::reading::Metadata {
    let mut page = html::parse(markup);
    page.url = Some(ADDRESS.to_owned());
    metadata::read(&page, &Options::default())
}

#[track_caller]
fn check(cases: &[(&str, &str)]) {
    for (markup, title) in cases {
        assert_eq!(facts(markup).title.as_deref(), Some(*title), "{markup}");
    }
}

#[test]
fn what_is_shown_over_the_text_wins_over_a_title_for_search_engines() {
    check(&[
        // Two telling words in common with the head.
        (
            "<title>Harbour winter: all you need to know | Northern Post</title><h1>Why the harbour sleeps all winter</h1>",
            "Why the harbour sleeps all winter",
        ),
        // With the address alone.
        (
            "<title>The heart of the coast</title><h1>Harbour closed for the winter, says the port</h1>",
            "Harbour closed for the winter, says the port",
        ),
        // Though an outline has a heading that is just the head.
        (
            "<title>Harbour opening hours in winter</title><h1>When the harbour is open in winter</h1><p>Text<h2>Harbour opening hours in winter</h2>",
            "When the harbour is open in winter",
        ),
        // A heading is not the headline where it shares a word by chance, or names the section or the site.
        ("<title>Harbour is closed | Northern Post</title><h1>Closed shops</h1>", "Harbour is closed"),
        (
            "<title>Harbour closed again - Coast and Sea | Northern Post</title><h1>Coast and Sea</h1><h2>Harbour closed again</h2>",
            "Harbour closed again",
        ),
        (
            "<title>Harbour closed again - Coast Sea Herald Weekly</title><h1><a href=/>Coast Sea Herald Weekly</a></h1><h2>Harbour closed again</h2>",
            "Harbour closed again",
        ),
    ]);
}

#[test]
fn a_heading_is_cut_to_its_headline() {
    check(&[
        (
            "<title>Opinion | Harbour closed again</title><h1><span>Opinion</span> Harbour closed again</h1>",
            "Harbour closed again",
        ),
        ("<title>Harbour closed again</title><h1><span>On the coast</span> Harbour closed again</h1>", "Harbour closed again"),
        (
            "<title>Harbour closed again</title><h1>Harbour closed again <small>Ships wait at sea</small></h1>",
            "Harbour closed again",
        ),
        (
            "<title>Ferry: Harbour closed again</title><h1><span class=overline>Ferry</span>Harbour closed again</h1>",
            "Harbour closed again",
        ),
        (
            "<title>Harbour closed again</title><h1><time>Jun 17</time>Harbour closed again today</h1>",
            "Harbour closed again today",
        ),
        (
            "<title>Harbour closed again</title><h1>Harbour closed again<a class=headerlink href=#harbour>¶</a></h1>",
            "Harbour closed again",
        ),
        ("<title>Harbour closed</title><h1>Harbour <em>closed</em> again</h1>", "Harbour closed again"),
        ("<title>Ferry harbour</title><h1><span class=label>Ferry harbour</span></h1>", "Ferry harbour"),
    ]);
    let kicker = |markup| facts(markup).kicker;
    assert_eq!(
        kicker("<title>Harbour closed again</title><h1><span>On the coast</span> Harbour closed again</h1>").as_deref(),
        Some("On the coast")
    );
    assert_eq!(kicker("<title>Harbour closed again</title><h1><time>Jun 17 2024</time> Harbour closed again</h1>"), None);
}

#[test]
fn a_site_that_is_given_the_whole_title_is_its_last_part() {
    let facts = facts(
        "<meta property=og:site_name content='Harbour closed | Coast Herald'><title>Harbour closed | Coast Herald</title><h1>Harbour closed</h1>",
    );
    assert_eq!(facts.title.as_deref(), Some("Harbour closed"));
    assert_eq!(facts.site_name.as_deref(), Some("Coast Herald"));
}

#[test]
fn a_domain_before_the_headline_is_the_site() {
    check(&[
        // A section is known by the address.
        ("<title>Harbour closed again | News | Northern Post</title><p>Text", "Harbour closed again"),
        ("<title>News » Harbour closed again – Northern Post</title><p>Text", "Harbour closed again"),
        ("<title>Harbour closed again (Northern Post)</title><p>Text", "Harbour closed again"),
        ("<title>Harbour closed again - Coast</title><p>Text", "Harbour closed again - Coast"),
        ("<title>northern-post.example: Harbour closed again</title><p>Text", "Harbour closed again"),
        ("<title>Harbour: closed again</title><p>Text", "Harbour: closed again"),
    ]);
}

/// A page as they were before headings: tables, the site's name in the head, the headline in bold.
fn old_page(head: &str, over: &str) -> String {
    let paragraph = "<p>The harbour will stay closed until spring, the port said on Monday, because the ice on the northern coast \
        has reached the piers, and no ship of the ferry company can pass it without an icebreaker.</p>";
    format!(
        "<title>{head}</title><body><table><tr><td><a href=/>Home</a> <a href=/s>Sport</a><td>{over}{}</table>",
        paragraph.repeat(4)
    )
}

fn read_title(markup: &str) -> Option<String> {
    read(&html::parse(markup), &Options::default()).article.and_then(|article| article.title)
}

#[test]
fn a_line_over_the_text_is_the_headline_where_the_head_says_nothing_of_it() {
    for over in [
        "<b>Ice closes harbour on the northern coast</b><br>By Ann Lee<br><br>",
        "<a href=/north>The north</a><br><font>Ice closes harbour on the northern coast</font>",
        "<div class=sh>Ice closes harbour on the northern coast</div><div>Monday, 8 January 2024</div>",
        "<p><font size=4>Ice closes harbour on the northern coast</font></p><p>Photo: Ann Lee</p>",
    ] {
        let title = read_title(&old_page("The Northern Post Update Service", over));
        assert_eq!(title.as_deref(), Some("Ice closes harbour on the northern coast"), "{over}");
    }
}

#[test]
fn a_line_over_the_text_is_no_headline_where_the_head_speaks_of_it() {
    let title = read_title(&old_page("Harbour closed until spring", "<div>Ice on the coast of the northern port</div>"));
    assert_eq!(title.as_deref(), Some("Harbour closed until spring"));
    // A byline, a date, a label and a sentence are none either.
    for over in [
        "<div>By Harbour Ferry Company</div>",
        "<div>Monday, 8 January 2024</div>",
        "<div>Harbour:</div>",
        "<div>The harbour will stay closed.</div>",
    ] {
        let title = read_title(&old_page("The Post Update Service", over));
        assert_eq!(title.as_deref(), Some("The Post Update Service"), "{over}");
    }
}

#[test]
fn a_label_in_the_headline_leaves_the_text_with_it() {
    let page = |heading: &str| {
        let page = old_page("Ice closes harbour on the northern coast", heading);
        read(&html::parse(&page), &Options::default()).article.unwrap_or_default()
    };
    let article = page("<h1><span class=kicker>Coast</span> Ice closes harbour on the northern coast</h1>");
    assert_eq!(article.kicker.as_deref(), Some("Coast"));
    assert!(article.text.starts_with("The harbour will stay closed"), "{}", article.text);
    let article = page("<h1>Ice closes harbour on the northern coast <small>Ferries wait for the spring</small></h1>");
    assert_eq!(article.standfirst.as_deref(), Some("Ferries wait for the spring"));
    assert!(article.text.starts_with("The harbour will stay closed"), "{}", article.text);
    let article = page("<h1><time>17 June 2024</time> Ice closes harbour on the northern coast</h1>");
    assert!(article.text.starts_with("The harbour will stay closed"), "{}", article.text);
}
