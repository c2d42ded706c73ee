//! What a page says of its article beside title, authors and dates: section, tags, icon, language, direction, address, image.
#![cfg(feature = "html")]

use limpid::reading::Article;
use limpid::{Options, page, read};

const SAID: &str = "The river rose for three days before the town was told to leave, and nobody was ready for it when the \
    bridge went on Sunday night.";

/// The article of a page with this head and these lines around its text.
fn article(head: &str, before: &str, after: &str) -> Article {
    let html = format!("{head}<main>{before}<h1>The river rises</h1><p>{SAID}</p><p>{SAID}</p><p>{SAID}</p>{after}</main>");
    let mut page = page::html::parse(&html);
    page.url = Some("https://post.example/news/local/river".to_owned());
    read(&page, &Options::default()).article.unwrap()
}

#[test]
fn sections() {
    let json = "<script type=application/ld+json>";
    for (head, before, section) in [
        ("<meta property=article:section content='Local news'>".to_owned(), "", Some("Local news")),
        (format!("{json}{{\"@type\":\"NewsArticle\",\"articleSection\":[\"Town\",\"News\"]}}</script>"), "", Some("Town")),
        (
            format!(
                "{json}{{\"@type\":\"BreadcrumbList\",\"itemListElement\":[{{\"@type\":\"ListItem\",\"name\":\"Home\"}},\
                {{\"@type\":\"ListItem\",\"item\":{{\"@id\":\"/n\",\"name\":\"Town\"}}}},{{\"@type\":\"ListItem\",\"name\":\"The river rises\"}}]}}</script>"
            ),
            "",
            Some("Town"),
        ),
        (
            String::new(),
            "<ol class=breadcrumbs><li><a href=/>Home</a><li><a href=/news>News</a><li><a href=/news/local>Local</a></ol>",
            Some("Local"),
        ),
        (String::new(), "<ol class=breadcrumbs><li><a href=/>Home</a><li>The river rises</ol>", None),
        (String::new(), "", None),
    ] {
        assert_eq!(article(&head, before, "").section.as_deref(), section, "{head}{before}");
    }
}

#[test]
fn tags() {
    let json = "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"The river rises\",\"keywords\":";
    for (head, after, tags) in [
        ("<meta property=article:tag content=Rain><meta property=article:tag content=Dams>".to_owned(), "", "Rain|Dams"),
        (format!("{json}[\"Rain\",\"rain\",\"Dams\"]}}</script>"), "", "Rain|Dams"),
        (format!("{json}\"Rain, Dams\"}}</script>"), "", "Rain|Dams"),
        ("<meta name=keywords content='Rain, Dams'>".to_owned(), "", "Rain|Dams"),
        ("<meta name=news_keywords content='Rain'><meta name=keywords content='a, b, c, d'>".to_owned(), "", "Rain"),
        (
            String::new(),
            "<p>Tags: <a rel=tag href=/t/rain>Rain</a> <a rel='category tag' href=/t/dams>#Dams</a></p>",
            "Rain|Dams",
        ),
        (String::new(), "<aside><a rel=tag href=/t/snow>Snow</a></aside>", ""),
    ] {
        assert_eq!(article(&head, "", after).tags.join("|"), tags, "{head}{after}");
    }
}

#[test]
fn icons() {
    for (head, icon) in [
        ("<link rel='shortcut icon' href=/f.ico>", Some("https://post.example/f.ico")),
        (
            "<link rel=icon sizes=16x16 href=/s.png><link rel=icon sizes='96x96' href=/l.png>",
            Some("https://post.example/l.png"),
        ),
        ("<link rel=icon href=/f.ico><link rel=apple-touch-icon href=t.png>", Some("https://post.example/news/local/t.png")),
        (
            "<link rel=apple-touch-icon href=/t.png><link rel=icon type=image/svg+xml href=/i.svg>",
            Some("https://post.example/i.svg"),
        ),
        ("<link rel=mask-icon href=/m.svg>", None),
    ] {
        assert_eq!(article(head, "", "").favicon.as_deref(), icon, "{head}");
    }
}

#[test]
fn the_front_page_is_not_the_articles_address() {
    for (head, url) in [
        ("<link rel=canonical href=https://post.example/>", "https://post.example/news/local/river"),
        ("<link rel=canonical href=/><meta property=og:url content=https://post.example/n/7>", "https://post.example/n/7"),
        ("<link rel=canonical href=../7>", "https://post.example/news/7"),
        ("<link rel=canonical href=https://post.example/?p=7>", "https://post.example/?p=7"),
    ] {
        assert_eq!(article(head, "", "").url.as_deref(), Some(url), "{head}");
    }
}

#[test]
fn logos_are_no_lead_images() {
    let own = "<figure><img data-src=/river.jpg src=data:image/gif;base64,R0 width=800 height=500></figure>";
    for (head, image) in [
        ("<meta property=og:image content=/img/river-top.jpg>", "https://post.example/img/river-top.jpg"),
        ("<meta property=og:image content=/img/post-logo.png>", "https://post.example/river.jpg"),
        ("<meta property=og:image content=/img/placeholder.png>", "https://post.example/river.jpg"),
        ("", "https://post.example/river.jpg"),
    ] {
        assert_eq!(article(head, "", own).image.as_deref(), Some(image), "{head}");
    }
}

#[test]
fn language_and_direction_are_the_texts() {
    let texts = [
        (
            "de",
            "ltr",
            "Die Brücke ist am Montag nach zwei Jahren wieder für den Verkehr geöffnet worden, und die Leute auf beiden Seiten haben das mit einem Fest gefeiert.",
        ),
        (
            "ru",
            "ltr",
            "Движение по мосту в порту возобновилось в понедельник после двухлетнего ремонта, и жители обоих берегов прошли по нему пешком.",
        ),
        (
            "ar",
            "rtl",
            "أعيد فتح جسر الميناء أمام حركة المرور يوم الاثنين بعد أعمال إصلاح استمرت عامين، وعبر المئات من السكان الجسر سيرا على الأقدام.",
        ),
        (
            "zh",
            "ltr",
            "港口大桥经过两年整修后于周一重新开放通车，市政府官员表示，工程费用远远超出了原先的预算，但质量达到了预期，居民都很高兴。",
        ),
        ("en", "ltr", SAID),
    ];
    for (lang, dir, text) in texts {
        for shell in ["<html lang=en dir=ltr>", "<html lang=ar dir=rtl>", "<html lang=fr>", "<html>"] {
            let html = format!("{shell}<main><h1>1</h1><p>{text}</p><p>{text}</p><p>{text}</p></main>");
            let article = read(&page::html::parse(&html), &Options::default()).article.unwrap();
            assert_eq!((article.lang.as_deref(), article.dir.as_deref()), (Some(lang), Some(dir)), "{shell} {text}");
        }
    }
    let own = format!(
        "<html lang=ar dir=rtl><main><article lang=en-GB dir=ltr><h1>1</h1><p>{SAID}</p><p>{SAID}</p></article></main>"
    );
    assert_eq!(read(&page::html::parse(&own), &Options::default()).article.unwrap().lang.as_deref(), Some("en-GB"));
}
