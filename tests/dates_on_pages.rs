//! Dates on pages of our own writing, each with one trap.
#![cfg(feature = "html")]

use limpid::{Options, metadata, page::html};

/// The page, the date of publication, the date of the last change.
type Case = (&'static str, &'static str, &'static str);

const H1: &str = "<h1>Rain ends at noon</h1>";
const PARAGRAPH: &str = "<p>The rain that had fallen on the valley since Monday morning ended shortly before noon, and the river \
    went back to its bed, said the water board.</p>";

fn check_at(url: &str, cases: &[Case]) {
    for (markup, published, modified) in cases {
        let markup = markup.replace("{H1}", H1).replace("{BODY}", &PARAGRAPH.repeat(5));
        let mut page = html::parse(&markup);
        page.url = Some(url.to_owned());
        let facts = metadata::read(&page, &Options::default());
        let dates = (facts.published.unwrap_or_default(), facts.modified.unwrap_or_default());
        assert_eq!((dates.0.as_str(), dates.1.as_str()), (*published, *modified), "{markup}");
    }
}

fn check(cases: &[Case]) {
    check_at("https://www.northern-post.example/news/story-12", cases);
}

#[test]
fn a_page_clock_is_no_date() {
    check(&[
        (
            r"<header><div class=date>Today: Tuesday, April 01, 2025</div></header><article>{H1}<p class=meta>November 8, 2024</p>{BODY}</article>",
            "2024-11-08",
            "",
        ),
        (
            r"<header><span id=current-date>Tuesday, April 1, 2025</span><a href=/>Home</a></header><main><article>{H1}<p>By Ann Lee | November 8, 2024</p>{BODY}</article></main>",
            "2024-11-08",
            "",
        ),
        (
            r"<header><div class=today>Tuesday, April 1, 2025</div><a href=/>The Post</a><nav><a href=/a>News</a></nav></header><article>{H1}{BODY}</article>",
            "",
            "",
        ),
        (
            r"<html lang=de><div>Heute ist Dienstag, der 1. April 2025</div><article><h1>Der Regen endet am Mittag</h1><p>8. November 2024</p>{BODY}</article>",
            "2024-11-08",
            "",
        ),
        (
            r"<html lang=it><div id=data-odierna>martedì 1 aprile 2025</div><nav><a href=/>Home</a></nav><article><h1>La pioggia finisce</h1>{BODY}</article>",
            "",
            "",
        ),
    ]);
}

#[test]
fn a_copyright_year_is_no_date() {
    check(&[
        (r"<article>{H1}{BODY}</article><footer>© 2025 Northern Post</footer>", "", ""),
        (r"<article>{H1}{BODY}<p class=date>(c) 1 January 2025 Northern Post</p></article>", "", ""),
    ]);
}

#[test]
fn a_comment_has_a_date_of_its_own() {
    check(&[
        (
            r"<article>{H1}{BODY}</article><h3>3 Comments</h3><ol><li><b>Tom</b> <span class=date>November 10, 2024</span><p>Nice piece</p></li><li><b>Ann</b> <span class=date>November 11, 2024</span><p>Indeed</p></li></ol>",
            "",
            "",
        ),
        (
            r"<article>{H1}{BODY}</article><h3>Leave a reply</h3><div><b>Tom says</b> <span>November 10, 2024 at 3:00 pm</span><p>Nice piece</p></div>",
            "",
            "",
        ),
        (
            r#"<script type="application/ld+json">{"@type":"NewsArticle","headline":"Rain ends at noon","comment":[{"@type":"Comment","datePublished":"2024-11-10"}]}</script><article>{H1}{BODY}</article>"#,
            "",
            "",
        ),
        (
            r#"<script type="application/ld+json">[{"@type":"Comment","datePublished":"2024-11-10"},{"@type":"NewsArticle","headline":"Rain ends at noon","datePublished":"2024-11-08"}]</script><article>{H1}{BODY}</article>"#,
            "2024-11-08",
            "",
        ),
        (
            r"<article itemscope itemtype='https://schema.org/Article'>{H1}{BODY}<div itemprop=comment itemscope itemtype='https://schema.org/Comment'><time itemprop=datePublished datetime=2024-11-10>10 Nov</time></div></article>",
            "",
            "",
        ),
        (
            r"<article>{H1}{BODY}<blockquote class=twitter-tweet><p>Rain!</p>&mdash; Ann (@ann) <a href='https://twitter.com/a/status/1'>November 7, 2024</a></blockquote></article>",
            "",
            "",
        ),
        (
            r"<article>{H1}<div class=author>Ann Lee, member since March 3, 2012</div><p>Nov 8, 2024</p>{BODY}</article>",
            "2024-11-08",
            "",
        ),
    ]);
}

#[test]
fn a_card_has_a_date_of_its_own() {
    check(&[
        (r"<article>{H1}{BODY}</article><aside><h3>Dry spell</h3><span class=date>1 June 2023</span></aside>", "", ""),
        (
            r"<article>{H1}{BODY}</article><div><h2>More from us</h2><ul><li><a href=/a>Dry spell</a> <span>June 1, 2023</span></li><li><a href=/b>Wet spell</a> <span>June 3, 2023</span></li></ul></div>",
            "",
            "",
        ),
        (
            r"<article>{H1}{BODY}</article><div><h2>You may also like</h2><a href=/a><h3>Dry spell ends in the north</h3><p class=date>June 1, 2023</p></a></div>",
            "",
            "",
        ),
        (
            r"<article>{H1}<div class=related-inline><a href=/x>Earlier: Dry spell, 1 June 2023</a></div><p>8 November 2024</p>{BODY}</article>",
            "2024-11-08",
            "",
        ),
        (
            r"<div class=latest><ul><li><a href=/x>Dry spell</a><time datetime=2025-02-01>1 Feb 2025</time></li><li><a href=/y>Wet spell</a><time datetime=2025-02-02>2 Feb 2025</time></li></ul></div><article>{H1}<time datetime=2024-11-08>8 November 2024</time>{BODY}</article>",
            "2024-11-08",
            "",
        ),
    ]);
}

#[test]
fn the_day_of_an_event_is_not_that_of_publication() {
    check(&[
        (r"<article>{H1}<p>The fair takes place on 12 December 2024 in the town hall.</p>{BODY}</article>", "", ""),
        (
            r"<article><h1>Spring fair in the town hall</h1><p>Date of the event: 12 December 2024, 7 pm</p>{BODY}</article>",
            "",
            "",
        ),
        (
            r#"<script type="application/ld+json">{"@type":"Event","name":"Fair","startDate":"2024-12-12T19:00"}</script><article>{H1}{BODY}</article>"#,
            "",
            "",
        ),
        (
            r"<article><h1>Spring fair</h1><ul><li>When: Saturday, December 12, 2024, 7 pm</li><li>Where: Town hall</li></ul>{BODY}</article>",
            "",
            "",
        ),
        (
            r"<article>{H1}<p class=lead>On November 3, 2023 the dam broke; a year later the valley is dry.</p><p>Nov 8, 2024</p>{BODY}</article>",
            "2024-11-08",
            "",
        ),
        (r"<article><h1>Grants for farms</h1><p>Deadline: 12 December 2024</p>{BODY}</article>", "", ""),
        (r"<article><h1>Ann Lee, painter</h1><p>Born: 8 March 1950</p>{BODY}</article>", "", ""),
        (
            r"<article>{H1}<figure><img src=a.jpg><figcaption>The river on Nov. 2, 2024. (Photo: Tom Ek)</figcaption></figure><p>November 8, 2024</p>{BODY}</article>",
            "2024-11-08",
            "",
        ),
        (
            r"<article>{H1}<figure><img src=a.jpg><figcaption>The river on Nov. 2, 2024. (Photo: Tom Ek)</figcaption></figure>{BODY}</article>",
            "",
            "",
        ),
        (
            r"<article><h1>Court upholds the act</h1><p>The Act of 3 March 2012 stands, the court said on Monday.</p>{BODY}</article>",
            "",
            "",
        ),
    ]);
}

#[test]
fn a_change_is_told_from_the_publication() {
    check(&[
        (
            r"<article>{H1}<p>Updated 9 November 2024, 08:00 | Published 8 November 2024, 10:30</p>{BODY}</article>",
            "2024-11-08T10:30",
            "2024-11-09T08:00",
        ),
        (
            r"<html lang=de><article><h1>Der Regen endet</h1><p>Veröffentlicht am 08.11.2024, aktualisiert am 09.11.2024 um 14:05 Uhr</p>{BODY}</article>",
            "2024-11-08",
            "2024-11-09T14:05",
        ),
        (
            r#"<script type="application/ld+json">{"@type":"NewsArticle","headline":"Rain ends at noon","datePublished":"2020-05-01T08:00:00+02:00","dateModified":"2024-11-08T10:00:00+02:00"}</script><article>{H1}<p>Updated November 8, 2024</p>{BODY}</article>"#,
            "2020-05-01T08:00:00+02:00",
            "2024-11-08T10:00:00+02:00",
        ),
    ]);
}

#[test]
fn a_template_is_not_believed_against_the_page() {
    check(&[
        (
            r"<meta name=date content=2010-01-01><article>{H1}<p>Published: 8 November 2024</p>{BODY}</article>",
            "2024-11-08",
            "",
        ),
        (
            r#"<script type="application/ld+json">{"@type":"WebPage","datePublished":"2025-04-01T03:00:00Z","dateModified":"2025-04-01T03:00:00Z"}</script><article>{H1}<p>Published 8 November 2024</p>{BODY}</article>"#,
            "2024-11-08",
            "2025-04-01T03:00:00Z",
        ),
        (
            r"<meta property=article:published_time content=1970-01-01T00:00:00Z><article>{H1}<p>8 November 2024</p>{BODY}</article>",
            "2024-11-08",
            "",
        ),
        (
            r"<meta property=article:published_time content='0001-01-01T00:00:00'><article>{H1}<p>8 November 2024</p>{BODY}</article>",
            "2024-11-08",
            "",
        ),
        (
            r"<meta property=article:published_time content='{{ post.date }}'><article>{H1}<p>8 November 2024</p>{BODY}</article>",
            "2024-11-08",
            "",
        ),
        (
            r"<article>{H1}<time datetime=2025-04-01T10:00:00Z>Published 8 November 2024</time>{BODY}</article>",
            "2024-11-08",
            "",
        ),
    ]);
}

#[test]
fn as_precise_as_the_page_and_with_its_offset() {
    check(&[
        (r"<meta property=article:published_time content=2024-11><article>{H1}{BODY}</article>", "2024-11", ""),
        (
            r"<meta property=article:published_time content=2024-11-08T10:30:00+05:45><article>{H1}{BODY}</article>",
            "2024-11-08T10:30:00+05:45",
            "",
        ),
        (r"<article>{H1}<p>Fri 8 Nov 2024 22.12 GMT</p>{BODY}</article>", "2024-11-08T22:12Z", ""),
        (
            r"<meta property=article:published_time content=2024-11-09T03:30:00Z><article>{H1}<p>Nov 8, 2024 10:30 PM</p>{BODY}</article>",
            "2024-11-08T22:30-05:00",
            "",
        ),
    ]);
}

#[test]
fn in_the_language_of_the_page() {
    check(&[
        (r"<html lang=th><article>{H1}<p>เผยแพร่ 8 พฤศจิกายน พ.ศ. 2567</p>{BODY}</article>", "2024-11-08", ""),
        (r"<html lang=ja><article>{H1}<p>公開日：令和6年11月8日</p>{BODY}</article>", "2024-11-08", ""),
        (r"<html lang=ko><article>{H1}<p>입력 2024.11.08 오후 2:30</p>{BODY}</article>", "2024-11-08T14:30", ""),
        (r"<html lang=fi><article>{H1}<p>Julkaistu 8. marraskuuta 2024 klo 10.30</p>{BODY}</article>", "2024-11-08T10:30", ""),
        (r"<html lang=el><article>{H1}<p>ΠΑΡΑΣΚΕΥΗ 8 ΝΟΕΜΒΡΙΟΥ 2024</p>{BODY}</article>", "2024-11-08", ""),
    ]);
}

#[test]
fn the_address_says_what_the_page_does_not() {
    check_at(
        "https://www.northern-post.example/2024/11/08/rain-ends",
        &[(r"<article>{H1}<p>New rules apply starting July 1, 2025.</p>{BODY}</article>", "2024-11-08", "")],
    );
    check_at(
        "https://x.example/2024/11/rain",
        &[
            (r"<article>{H1}{BODY}</article>", "2024-11", ""),
            (r"<article>{H1}<p>November 8, 2024</p>{BODY}</article>", "2024-11-08", ""),
        ],
    );
}

/// A page that shows only its last change has that day; one that says it at its foot, as manuals do, has none.
#[test]
fn a_change_alone_is_the_day_where_the_reader_sees_it_first() {
    check(&[
        ("<article>{H1}<p>Updated November 9, 2024</p>{BODY}</article>", "2024-11-09", "2024-11-09"),
        (
            "<article>{H1}{BODY}</article><footer><p>This page was last modified on <time datetime=2024-11-09>Nov 9, 2024</time>",
            "",
            "2024-11-09",
        ),
        (
            "<article>{H1}<ul><li>Start date <time datetime=2024-11-08>Nov 8, 2024</time></li></ul>{BODY}</article>",
            "2024-11-08",
            "",
        ),
    ]);
}

/// Boxes by what they are called; their day is that of an event, of a photograph, or of the reading.
#[test]
fn the_day_of_an_event_or_of_the_reading_is_no_date() {
    let boxes = [
        "<div class=event><h3>Party</h3><time datetime=2025-06-05>June 5</time></div>",
        "<div class=upcoming-events><p>June 5, 2025</p></div>",
        "<div class=weather>Thursday, June 5, 2025</div>",
        "<div class=clock>Thursday, June 5, 2025 10:31 AM</div>",
        "<p>Concert: June 5, 2025</p>",
        "<p>Evento: 5/6/2025</p>",
        "<p>Quando: 2025-06-05</p>",
        "<p>Rendez-vous le 05.06.2025</p>",
        "<p>Veranstaltung am 05.06.2025</p>",
        "<p>開催日：2025年6月5日</p>",
        "<p>活动时间：2025年6月5日</p>",
        "<p>Дата проведения: 05.06.2025</p>",
        "<p>오늘은 2025년 6월 5일</p>",
        "<p>本日 2025年6月5日</p>",
        "<p>Dziś jest 05.06.2025</p>",
        "<p>Photo taken on June 5, 2020</p>",
    ];
    for shown in boxes {
        for place in ["<article>{H1}{BOX}{BODY}</article>", "<article>{H1}{BODY}{BOX}</article>"] {
            let markup = place.replace("{BOX}", shown);
            check(&[(Box::leak(markup.into_boxed_str()), "", "")]);
        }
    }
    check(&[
        ("<article>{H1}<p><i class='fa fa-clock'></i> November 8, 2024</p>{BODY}</article>", "2024-11-08", ""),
        ("<article>{H1}<p>Ann Lee <span class=icon-clock>November 8, 2024</span></p>{BODY}</article>", "2024-11-08", ""),
    ]);
}

/// A month with a year counts where nothing more exact is there, and where it stands alone.
#[test]
fn a_month_alone_is_the_date_where_no_day_is_told() {
    check(&[
        ("<article>{H1}<p class=date>May 2024</p>{BODY}</article>", "2024-05", ""),
        ("<html lang=de><article>{H1}<time>Mai 2024</time>{BODY}</article>", "2024-05", ""),
        ("<article>{H1}<p class=date>May 2024</p><p>Published June 5, 2024</p>{BODY}</article>", "2024-06-05", ""),
        ("<article>{H1}<p class=date>Open from May 2024</p>{BODY}</article>", "", ""),
        ("<article>{H1}<p>May 2024</p>{BODY}</article>", "", ""),
    ]);
}
