//! Who wrote it: pages of our own writing, each with one difficulty of a byline.
#![cfg(feature = "html")]

use limpid::reading::Metadata;
use limpid::{Options, metadata, page::html};

const TEXT: &str = "<p>The council voted on Tuesday to rebuild the old bridge, after three years of debate about its cost.</p>";

fn facts(markup: &str) -> Metadata {
    let mut page = html::parse(markup);
    page.url = Some("https://a.example/news/bridge".to_owned());
    metadata::read(&page, &Options::default())
}

/// Each case: what stands around the headline, and the authors.
fn check(cases: &[(&str, &[&str])]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(markup, authors)| {
            let found = facts(&format!("<meta property=og:site_name content='The Post'>{markup}{}", TEXT.repeat(4))).authors;
            (found != *authors).then(|| format!("{markup}\n  expected {authors:?}\n  found {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {} wrong\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// A line behind the headline and the authors in it.
fn check_lines(lines: &[(&str, &[&str])]) {
    for class in ["byline", ""] {
        let markup: Vec<String> =
            lines.iter().map(|(line, _)| format!("<h1>Bridge</h1><p class='{class}'>{line}</p>")).collect();
        let cases: Vec<(&str, &[&str])> = markup.iter().zip(lines).map(|(markup, line)| (markup.as_str(), line.1)).collect();
        check(&cases);
    }
}

#[test]
fn structured_data_in_all_shapes() {
    let data = |author: &str| {
        format!(r#"<script type=application/ld+json>{{"@type":"NewsArticle","author":{author}}}</script><h1>Bridge</h1>"#)
    };
    for (author, expected) in [
        (r#""Ann Lee""#, vec!["Ann Lee"]),
        (r#"{"name":"By Ann Lee, Political Editor"}"#, vec!["Ann Lee"]),
        (r#"{"name":["Ann Lee","Bo Ek"]}"#, vec!["Ann Lee", "Bo Ek"]),
        (r#"["Ann Lee",{"@type":"Person","name":"Bo Ek"}]"#, vec!["Ann Lee", "Bo Ek"]),
        (r#"[{"name":"Ann Lee"},{"name":"ann lee"}]"#, vec!["Ann Lee"]),
        (r#"{"givenName":"Ann","familyName":"Lee"}"#, vec!["Ann Lee"]),
        (r#"{"name":"Lee, Ann"}"#, vec!["Ann Lee"]),
        (r#""Ann Lee; Bo Ek""#, vec!["Ann Lee", "Bo Ek"]),
        (r#"{"name":"Ann Lee, MD"}"#, vec!["Ann Lee, MD"]),
        (r#"[{"name":"Ann Lee"},{"@type":"Organization","name":"Reuters"}]"#, vec!["Ann Lee"]),
        (r#"[{"name":"Ann Lee"},{"name":"The Associated Press"}]"#, vec!["Ann Lee"]),
        (r#"{"@type":"Organization","name":"Harbor & Sons"}"#, vec!["Harbor & Sons"]),
        (r#""Ann Lee - https://a.example/""#, vec!["Ann Lee"]),
        (r#"["https://a.example/author/alee"]"#, vec![]),
    ] {
        assert_eq!(facts(&data(author)).authors, expected, "{author}");
    }
    let graph = r##"<script type=application/ld+json>{"@graph":[{"@type":"NewsArticle","author":[{"@id":"#a"},{"@id":"#b"}]},
        {"@type":["Person"],"@id":"#a","name":"Ann Lee"},{"@type":"Person","@id":"#b","name":"Bo Ek"}]}</script><h1>Bridge</h1>"##;
    assert_eq!(facts(graph).authors, ["Ann Lee", "Bo Ek"]);
}

#[test]
fn what_the_page_shows_and_what_it_states() {
    check(&[
        // An office is the author only where no one is named.
        (
            r#"<script type=application/ld+json>{"@type":"Article","author":{"@type":"Organization","name":"Harbor Group"}}</script>
               <h1>Bridge</h1><p>By Ann Lee</p>"#,
            &["Ann Lee"],
        ),
        ("<meta name=author content='The Post'><h1>Bridge</h1><p>By Ann Lee</p>", &["Ann Lee"]),
        // The name of an account gives way to a full name.
        ("<meta name=author content=alee><h1>Bridge</h1><p class=byline>By Ann Lee</p>", &["Ann Lee"]),
        // Who helped or took the photos is no author, also where the data says so.
        (
            r#"<meta name=author content="Ann Lee, Bo Ek"><h1>Bridge</h1><p>By Ann Lee</p><p>Photography by Bo Ek</p>"#,
            &["Ann Lee"],
        ),
        ("<meta property=og:title content='Ann Lee (@annlee)'><h1>Bridge</h1>", &["Ann Lee"]),
        (
            "<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Ann Lee'><h1>Bridge</h1>",
            &["Ann Lee"],
        ),
    ]);
}

#[test]
fn microdata_of_cards_is_not_the_pages() {
    let author = |name: &str| format!("<span itemprop=author><span itemprop=name>{name}</span></span>");
    let cards = "<div><p>One more story that is told on another page.</p></div>".repeat(30);
    let page = format!("<h1>Bridge</h1>{}{TEXT}{cards}{}{cards}{}", author("Ann Lee"), author("Bo Ek"), author("Cy Fox"));
    assert_eq!(facts(&page).authors, ["Ann Lee"]);
}

#[test]
fn jobs_places_and_other_work_are_no_names() {
    check_lines(&[
        ("By Ann Lee, Political Editor", &["Ann Lee"]),
        ("By Ann Lee Staff Writer", &["Ann Lee"]),
        ("By Ann Lee<br>Political reporter, The Post", &["Ann Lee"]),
        ("By Political Editor Ann Lee", &["Ann Lee"]),
        ("By Ann Lee and Bo Ek, CNN", &["Ann Lee", "Bo Ek"]),
        ("By Ann Lee, Bo Ek &amp; Cy Fox", &["Ann Lee", "Bo Ek", "Cy Fox"]),
        ("By Ann Lee for The Post", &["Ann Lee"]),
        ("By Ann Lee in London and Bo Ek in Paris", &["Ann Lee", "Bo Ek"]),
        ("By Ann Lee @annlee", &["Ann Lee"]),
        ("By Ann Lee ann.lee@a.example", &["Ann Lee"]),
        ("By Ann Lee | Updated: May 3, 2024 10:15 a.m. | 5 min read", &["Ann Lee"]),
        ("Posted on May 3, 2024 by Ann Lee", &["Ann Lee"]),
        ("By Ann Lee. Photos by Bo Ek", &["Ann Lee"]),
        ("By Ann Lee. Translated by Bo Ek", &["Ann Lee"]),
        ("Medically reviewed by Bo Ek, MD — Written by Ann Lee on May 3, 2024", &["Ann Lee"]),
        ("By Ludwig van der Berg", &["Ludwig van der Berg"]),
        ("By Ann Lee Jr.", &["Ann Lee Jr."]),
        ("Photos by Bo Ek", &[]),
        ("By Staff", &[]),
        ("By The Editorial Board", &["The Editorial Board"]),
    ]);
    let printed = facts(&format!("<h1>Bridge</h1><p>By Ann Lee and Bo Ek, Political Editor | 3 May 2024</p>{TEXT}")).byline;
    assert_eq!(printed.as_deref(), Some("Ann Lee and Bo Ek"));
}

#[test]
fn bylines_in_many_languages() {
    check_lines(&[
        ("Von Anna Lehmann, Berlin", &["Anna Lehmann"]),
        ("03.05.2024 13:30 von Anna Lehmann", &["Anna Lehmann"]),
        ("Publié le 3 mai 2024 par Anne Dupont", &["Anne Dupont"]),
        ("Por Ana López y Bruno Ruiz", &["Ana López", "Bruno Ruiz"]),
        ("di Anna Rossi e Bruno Verdi", &["Anna Rossi", "Bruno Verdi"]),
        ("Door Anna de Vries en Bas Jansen", &["Anna de Vries", "Bas Jansen"]),
        ("Tekst: Anna Hansen", &["Anna Hansen"]),
        ("Napisane przez Anna Nowak", &["Anna Nowak"]),
        ("Автор: Анна Иванова", &["Анна Иванова"]),
        ("Пише: Ана Јовановић", &["Ана Јовановић"]),
        ("Ayşe Yılmaz tarafından", &["Ayşe Yılmaz"]),
        ("تقرير: أحمد علي", &["أحمد علي"]),
        ("מאת: דוד כהן", &["דוד כהן"]),
        ("Γράφει ο Γιώργος Παπάς", &["Γιώργος Παπάς"]),
        ("बाय अमित शर्मा", &["अमित शर्मा"]),
        ("লেখক: রহিম উদ্দিন", &["রহিম উদ্দিন"]),
        ("โดย สมชาย ใจดี", &["สมชาย ใจดี"]),
        ("Tác giả: Nguyễn Văn An", &["Nguyễn Văn An"]),
        ("Penulis: Budi Santoso | Editor: Siti Aminah", &["Budi Santoso"]),
        ("Per Anna Puig i Bernat Roca", &["Anna Puig", "Bernat Roca"]),
        ("홍길동 기자", &["홍길동"]),
        ("文＝山田太郎", &["山田太郎"]),
        ("【記者：山田太郎】", &["山田太郎"]),
    ]);
}

#[test]
fn chinese_bylines() {
    check_lines(&[
        ("記者王小明、李大華／台北報導", &["王小明", "李大華"]),
        ("〔記者王小明／台北報導〕", &["王小明"]),
        ("（中央社記者王小明台北3日電）", &["王小明"]),
        ("作者：王小明 来源：新华网 责任编辑：李大华", &["王小明"]),
        ("新京报记者 王小明", &["王小明"]),
        ("文｜王小明", &["王小明"]),
        ("責任編輯：李大華", &[]),
        ("来源：新华社", &[]),
    ]);
    let text = "<p>市議會星期二表決通過重建河上的舊橋，此前三年來圍繞造價與用途爭論不休，工程將於春季開工。</p>".repeat(4);
    let long = format!("<h1>橋</h1>{text}<p>工程預計持續兩年，居民也提出意見。（记者 王小明）</p>");
    assert_eq!(facts(&long).authors, ["王小明"]);
    let told = format!("<h1>橋</h1>{text}<p>記者從市議會獲悉，工程預計持續兩年。</p>");
    assert!(facts(&told).authors.is_empty());
}

#[test]
fn links_tell_where_names_end() {
    check(&[
        (
            "<h1>Bridge</h1><div class=author>By<a rel=author href=/staff/lee>Ann Lee</a><span>Worcester Courier</span></div>",
            &["Ann Lee"],
        ),
        ("<h1>Bridge</h1><p><a href=/author/lee>Ann Lee</a>, <a href=/author/ek>Bo Ek</a></p>", &["Ann Lee", "Bo Ek"]),
        ("<h1>Bridge</h1><div class=byline><span>Ann Lee</span><span>Political Editor</span></div>", &["Ann Lee"]),
        // Someone whom the text is about.
        ("<h1>Bridge</h1><p>Do you know what <a href=/people/lee>Ann Lee</a> did on Saturday?</p>", &[]),
        // A pen name, alone in its element.
        (
            "<h1>Bridge</h1><span class=author>Posted by <a rel=author href=/u/x>freeman84</a> on May 3, 2024</span>",
            &["freeman84"],
        ),
    ]);
}

#[test]
fn far_from_the_headline() {
    let text = TEXT.repeat(30);
    for (end, expected) in [
        (
            "<div class='author-bio footer'><h3>Ann Lee</h3><p>Ann Lee has covered the city since 2001.</p></div>",
            vec!["Ann Lee"],
        ),
        ("<div class=elementor-widget><h3>Written by Ann Lee</h3></div>", vec!["Ann Lee"]),
        ("<div class=post-footer><span class=author>Posted by Ann Lee</span></div>", vec!["Ann Lee"]),
        ("<div id=comments><p class=author>Troll Man</p></div>", vec![]),
        ("<aside class=related><a href=/x>Other</a><p>By Bo Ek</p></aside>", vec![]),
        ("<p>By noon on Monday the mayor Bo Ek had signed.</p>", vec![]),
        ("<footer><p>By Bo Ek</p></footer>", vec![]),
    ] {
        assert_eq!(facts(&format!("<h1>Bridge</h1>{text}{end}")).authors, expected, "{end}");
    }
}

#[test]
fn first_cases() {
    let ld = |body: &str| format!("<script type=application/ld+json>{body}</script><h1>Rain</h1>");
    let graph =
        r##"{"@graph":[{"@type":"NewsArticle","author":{"@id":"#ann"}},{"@type":"Person","@id":"#ann","name":"Ann Lee"}]}"##;
    let pages = [
        (ld(r#"{"@type":"NewsArticle","author":"Ann Lee"}"#), vec!["Ann Lee"]),
        (ld(r#"{"@type":["Article"],"author":[{"name":"Ann Lee"},{"name":"Bo Ek"}],}"#), vec!["Ann Lee", "Bo Ek"]),
        (ld(&format!("//<![CDATA[\n{graph}\n//]]>")), vec!["Ann Lee"]),
        (ld("{\"@type\":\"Article\",\"author\":\"Ann\tLee\"}"), vec!["Ann Lee"]),
        ("<meta name=author content='By Ann Lee, Staff Writer'><h1>Rain</h1>".to_owned(), vec!["Ann Lee"]),
        ("<h1>Rain</h1><p>By Ann Lee and Bo Ek</p><p>8 November 2024".to_owned(), vec!["Ann Lee", "Bo Ek"]),
        ("<h1>Regen</h1><p>Von Ann Lee</p><p>Es regnet.".to_owned(), vec!["Ann Lee"]),
        ("<h1>Дождь</h1><p>Автор: Анна Ли</p>".to_owned(), vec!["Анна Ли"]),
        ("<h1>雨</h1><p>文/李安娜</p>".to_owned(), vec!["李安娜"]),
        ("<h1>Rain</h1><a href=/author/ann-lee>Ann Lee</a> <span>Updated 8 November 2024</span>".to_owned(), vec!["Ann Lee"]),
        ("<h1>Rain</h1><p>Text<div class=comments><p class=author>Troll</p></div>".to_owned(), vec![]),
    ];
    for (markup, expected) in pages {
        assert_eq!(facts(&markup).authors, expected, "{markup}");
    }
}

#[test]
fn a_sentence_that_begins_with_its_reporter_stays_in_the_text() {
    let sentence = "据新华社拉萨电（记者 李娜）记者近日从全区农牧业工作会议上了解到，去年改造户用卫生厕所4.66万座。";
    let more = "近年来，当地坚持从农牧民实际需求出发，把改厕与村庄清洁、污水治理放在一起推进，群众的生活环境有了明显改善，满意的人越来越多。";
    let page =
        format!("<title>去年改造厕所4.66万座</title><h1>去年改造厕所4.66万座</h1><p>{sentence}</p><p>{more}</p><p>{more}</p>");
    let article = limpid::read(&html::parse(&page), &Options::default()).article.unwrap_or_default();
    assert!(article.text.contains(sentence), "{}", article.text);
}

#[test]
fn a_short_sentence_is_no_byline() {
    for sentence in ["Por Dios.", "Di Roma e Milano.", "Von Herzen.", "Door Rotterdam."] {
        let facts = facts(&format!("<title>The bridge</title><h1>The bridge</h1>{TEXT}<p>{sentence}</p>{TEXT}"));
        assert!(facts.authors.is_empty(), "{sentence}: {:?}", facts.authors);
    }
    assert_eq!(facts(&format!("<title>The bridge</title><h1>The bridge</h1><p>By Ann Lee.</p>{TEXT}")).authors, ["Ann Lee"]);
}
