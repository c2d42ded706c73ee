//! Repair of damaged text, case by case. Ten thousand cases more are in `mojibake.rs`.

#![cfg(feature = "html")]

use limpid::page::html;
use limpid::text::references::escaped_twice;
use limpid::text::repair::text;
use limpid::{Options, read};

#[test]
fn bytes_that_were_lost_and_text_that_is_mixed() {
    let cases = [
        ("voilÃ  l’Ã©tÃ©", "voilà l’été"),
        ("lÃ -bas Ã©tÃ©", "là-bas été"),
        ("âThe endâ, sheâ€™d saidâ€", "âThe endâ, she’d said”"),
        ("â€œYesâ€\u{fffd} he said", "“Yes” he said"),
        ("Ã¢â‚¬Å“twiceÃ¢â‚¬Â\u{9d}", "“twice”"),
        ("Привет, itâ€™s mixed", "Привет, it’s mixed"),
        ("Â© 2024", "© 2024"),
        ("25Â°C", "25°C"),
        ("Caf√© Zo√´", "Café Zoë"),
        ("cafц╘", "café"),
        ("Î²-carotene", "β-carotene"),
        ("S’ha obert la pÃ gina", "S’ha obert la pàgina"),
        ("il va Ã la mÃ¨re", "il va à la mère"),
        ("Ã‰tÃ© Ã  Paris", "Été à Paris"),
        ("It鈥檚 a caf茅", "It’s a café"),
        ("褉褍褋褋泻懈泄 褟蟹褘泻", "русский язык"),
        ("縺薙ｓ縺ｫ縺｡縺ｯ", "こんにちは"),
        ("Zoﾃｫ窶冱 cafﾃｩ", "Zoë’s café"),
        ("SectionÂ\u{a0}7.8", "Section\u{a0}7.8"),
        ("ToGo ยฎ App", "ToGo ® App"),
        ("¬£48", "£48"),
        ("PMP庐 Exam", "PMP® Exam"),
        ("é\u{99}\u{88}î\u{80}\u{84}é\u{99}\u{88}", "陈\u{e004}陈"),
        ("4Ã—30 sec", "4×30 sec"),
        ("Chris RÃ©", "Chris Ré"),
        ("about 拢100", "about £100"),
        ("≈íuvre d‚Äô√âmile Zola", "Œuvre d’Émile Zola"),
        ("ðŸ˜€ ok", "😀 ok"),
    ];
    for (damaged, clean) in cases {
        assert_eq!(text(damaged).as_deref(), Some(clean), "{damaged}");
    }
}

/// The space between two words is no lost 0xA0 where the byte 0x9D is gone from the letter before it. The letter comes back only
/// where nothing else can be meant: other bytes that the code page leaves open are there, and so is U+00A0.
#[test]
fn a_lost_0x9d_makes_no_other_letter() {
    let misread = |text: &str| -> String {
        let bytes: Vec<u8> = text.bytes().filter(|&byte| byte != 0x9D).collect();
        encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes).0.into_owned()
    };
    let read = |clean: &str| text(&misread(clean)).unwrap_or_default();
    for (clean, left, wrong) in [("계획을 발표했다", "발표했다", "선"), ("장관은 말했다", "말했다", "쀠")]
    {
        let read = read(clean);
        assert!(!read.contains(wrong) && read.contains(left), "{read}");
    }
    for clean in ["אמא אמרה שלום לכולם, וגם אנחנו נלך היום הביתה.", "Trời đẹp, thị trường về nhà à"]
    {
        assert_eq!(read(clean), clean);
    }
    // A real capital before what misreading left lacks nothing.
    assert_eq!(text("ar Éirinn, Ã\u{81}tha Ã©").as_deref(), Some("ar Éirinn, Átha é"));
    assert!(!read("הילדים שם").contains('נ'));
}

/// What misreading replaced by U+FFFD is gone for good: it stays, and what is around it is put right.
#[test]
fn lost_characters_stay() {
    let misread = encoding_rs::GBK.decode("俄罗斯和乌克兰.".as_bytes()).0;
    assert_eq!(text(&misread).as_deref(), Some("俄罗斯和乌克\u{fffd}."));
    assert_eq!(text("a \u{fffd} b"), None);
}

/// Words of real text that two-byte encodings would read as letters of UTF-8.
#[test]
fn chinese_and_japanese_words_stay() {
    for real in ["谢谢谢谢", "贵州茅台", "茅台", "联通", "用iPhone么？", "ﾃｨｰ", "ミュージックﾃｽﾄ", "Tom猫和Jerry", "ﾐｭｰｼﾞｯｸ"]
    {
        assert_eq!(text(real), None, "{real}");
    }
}

#[test]
fn references_escaped_twice_are_read_whole_or_not_at_all() {
    let read = |text| escaped_twice(text).map(|(read, _)| read);
    let cases = [
        ("Smith &amp; Sons", "Smith & Sons"),
        ("Tom &amp; Jerry &amp; friends", "Tom & Jerry & friends"),
        ("&ldquo;It is over,&rdquo; she said &ndash; and left.", "“It is over,” she said – and left."),
        ("It is over.&rdquo;", "It is over.”"),
        ("Well done &#128512;", "Well done \u{1f600}"),
        ("Paris &ndash; Berlin", "Paris – Berlin"),
        ("It costs &euro;5 or &pound;4 at 20 &deg;C, Acme&reg; &copy; 2024", "It costs €5 or £4 at 20 °C, Acme® © 2024"),
        ("4 &times; 3 of Acme&trade;", "4 × 3 of Acme™"),
        ("d&eacute;j&agrave; vu &hellip; again", "déjà vu … again"),
        // What may be markup is left, and what stands alone beside it.
        ("Caf&eacute; &lt;b&gt; &ndash; bar", "Café &lt;b&gt; &ndash; bar"),
    ];
    for (written, meant) in cases {
        assert_eq!(read(written).as_deref(), Some(meant), "{written}");
    }
    for kept in [
        "Write it as &amp; in HTML",
        "The ampersand is written &amp; and nothing else",
        "Both &amp; and &nbsp; are known",
        "The entity &ndash; is a dash",
        "Put <b> &amp; </b> there",
        "&#128512;",
        "a &lt; b &amp; c",
        "&amp;",
    ] {
        assert_eq!(read(kept), None, "{kept}");
    }
}

const PAGE: &str = "<title>The cafÃ© reopens</title><article><h1>The cafÃ© reopens</h1><p>Itâ€™s open again, the owner of the harbour \
    cafÃ© said, and everybody who was there last night agreed that the coffee tastes as it did.</p><p>The town had waited three \
    winters for this, and the first guests came by boat while the band was playing on the quay.</p></article>";

#[test]
fn repairs_are_listed_and_can_be_switched_off() {
    let reading = read(&html::parse(PAGE), &Options::default());
    let article = reading.article.unwrap();
    assert_eq!(article.title.as_deref(), Some("The café reopens"));
    assert!(article.text.starts_with("It’s open again, the owner of the harbour café said"), "{}", article.text);
    let [repair] = &reading.repairs[..] else { panic!("{:?}", reading.repairs) };
    let told = (&*repair.kind, &*repair.before, &*repair.after, repair.count);
    assert_eq!(told, ("UTF-8 read as windows-1252", "cafÃ© reopens", "café reopens", 4));
    let untouched = read(&html::parse(PAGE), &Options { repair: false, ..Options::default() });
    assert!(untouched.repairs.is_empty());
    assert_eq!(untouched.article.unwrap().title.as_deref(), Some("The cafÃ© reopens"));
}

/// Soft hyphens, joiners, ligatures and references that were escaped twice are cared for alike in all that a reading gives. HTML
/// keeps the no-break space, which holds a line together; text and Markdown, which are searched, have a plain one.
#[test]
fn unseen_characters_are_cared_for_in_every_form() {
    let body = "The ha\u{ad}bour ca&amp;eacute; is \u{fb01}nally o\u{200d}pen\u{a0}! Persian م\u{200c}ی stays as it is, and everyone who \
        was there last night agreed that the coffee tastes as it did.";
    let more =
        "<p>The town had waited three winters for this, and the first guests came by boat while the band was playing.</p>";
    let page = format!(
        "<title>Ca&amp;eacute; o\u{ad}pen again today</title><article><h1>Ca&amp;eacute; o\u{ad}pen again today</h1>\
        <p>{body}</p>{more}<h2>B R E A K I N G</h2>{more}<p>In code it is <code>caf&amp;eacute;</code>, as it should be, they said.</p></article>"
    );
    let reading = read(&html::parse(&page), &Options::default());
    let article = reading.article.unwrap();
    assert_eq!(article.title.as_deref(), Some("Caé open again today"));
    for (form, text, space) in
        [("text", &article.text, " "), ("markdown", &article.markdown, " "), ("html", &article.html, "\u{a0}")]
    {
        let text = text.replace("&nbsp;", "\u{a0}");
        assert!(text.contains(&format!("The habour caé is finally open{space}! Persian م\u{200c}ی")), "{form}: {text}");
        assert!(text.contains("BREAKING"), "{form}: {text}");
    }
    assert!(article.text.contains("caf&eacute;"), "{}", article.text);
    let kinds: Vec<(&str, u32)> = reading.repairs.iter().map(|repair| (&*repair.kind, repair.count)).collect();
    assert_eq!(kinds, [("HTML entities escaped twice", 3), ("letters set apart by spaces", 1)]);
}
