//! Credits, copyright lines and datelines in the languages of news: out of the text into fields, or in both; and never lost.
#![cfg(feature = "html")]

use limpid::reading::Article;
use limpid::{Options, page, read};
use std::collections::BTreeMap;

const SAID: &str = "The river rose for three days before the town was told to leave, and nobody was ready for it when the \
    bridge went on Sunday night.";

/// The lines of a kind with their languages.
fn lines(kind: &str) -> Vec<(String, String)> {
    let file = std::fs::read_to_string("tests/languages/credits.toml").unwrap();
    let kinds: BTreeMap<String, BTreeMap<String, Vec<String>>> = toml::from_str(&file).unwrap();
    let languages = kinds[kind].iter();
    languages.flat_map(|(language, lines)| lines.iter().map(|line| (language.clone(), line.clone()))).collect()
}

/// The article of a page with these lines before and after three paragraphs.
fn article(head: &str, foot: &str) -> Article {
    let html = format!(
        "<title>The river rises</title><main><article><h1>The river rises over the town</h1>{head}{SAID}</p><p>{SAID}</p>\
         <p>{SAID}</p>{foot}</article></main>"
    );
    read(&page::html::parse(&html), &Options::default()).article.unwrap()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
}

#[test]
fn credits_and_copyright_lines_leave_the_text_for_a_field() {
    for kind in ["credits", "copyright"] {
        let mut failed = Vec::new();
        for (language, line) in lines(kind) {
            let article = article("<p>", &format!("<p>{}</p>", escaped(&line)));
            let copyright = article.copyright.unwrap_or_default();
            let field = if kind == "credits" { article.credits.join("\n") } else { copyright };
            if article.text.contains(&line) || !field.contains(&line) || !article.text.contains(SAID) {
                failed.push(format!("{language}: {line}: {field}"));
            }
        }
        assert!(failed.is_empty(), "{kind}:\n{}", failed.join("\n"));
    }
}

#[test]
fn sentences_that_speak_of_credits_stay() {
    let mut failed = Vec::new();
    for (language, line) in lines("told") {
        let article = article("<p>", &format!("<p>{line}</p>"));
        if !article.text.contains(&line) || !article.credits.is_empty() || article.copyright.is_some() {
            failed.push(format!("{language}: {line}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn datelines_are_a_field_and_stay_in_the_text() {
    let mut failed = Vec::new();
    for (language, line) in lines("dateline") {
        let (printed, agency) = line.split_once('|').unwrap();
        let article = article(&format!("<p>{printed} – "), "");
        let found = (article.dateline.unwrap_or_default(), article.agency.unwrap_or_default());
        if found != (printed.to_owned(), agency.to_owned()) || !article.text.starts_with(printed) {
            failed.push(format!("{language}: {line}: {found:?}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// Whatever is taken out as a credit stands in one of the fields, be it one line or several in a box.
#[test]
fn nothing_taken_out_is_lost() {
    let all: Vec<(String, String)> = [lines("credits"), lines("copyright")].concat();
    for two in all.chunks(2) {
        for box_of in
            ["<p>{}</p><p>{}</p>", "<p>{}<br>{}</p>", "<div class=credits><p>{}</p><p>{}</p></div>", "<footer>{}<p>{}</footer>"]
        {
            let foot = two.iter().fold(box_of.to_owned(), |markup, (_, line)| markup.replacen("{}", &escaped(line), 1));
            let article = article("<p>", &foot.replace("{}", ""));
            let fields =
                [article.credits.join("\n"), article.agency.unwrap_or_default(), article.copyright.unwrap_or_default()];
            for (language, line) in two {
                let kept = article.text.contains(line) || fields.iter().any(|field| field.contains(line.as_str()));
                assert!(kept, "{language}: {line} of {foot} is in neither text nor {fields:?}");
            }
        }
    }
}

/// A second agency at the foot is a credit.
#[test]
fn agencies_of_head_and_foot_are_both_kept() {
    for (head, foot, first, second) in
        [("LONDON (Reuters) - ", "AFP", "Reuters", "AFP"), ("(CNN) — ", "(Reuters)", "CNN", "Reuters")]
    {
        let article = article(&format!("<p>{head}"), &format!("<p>{foot}</p>"));
        assert_eq!((article.agency.as_deref(), article.credits), (Some(first), vec![second.to_owned()]));
        assert!(!article.text.contains(foot));
    }
    assert_eq!(article("<p>(CNN) — ", "<p>(CNN)</p>").credits, Vec::<String>::new());
}

/// So many lines of credits are none: they stay in the text, and the page takes no longer than another.
#[test]
fn pages_of_credits_are_read_in_time() {
    for line in
        ["© 2024 Harbour Press {}. All rights reserved.", "Ann Lee {} contributed to this report.", "Editor: Ann Lee {}"]
    {
        let foot: String = (0..20_000).map(|n| format!("<p>{}</p>", line.replace("{}", &format!("N{n}")))).collect();
        let begun = std::time::Instant::now();
        let article = article("<p>", &foot);
        let took = begun.elapsed();
        assert!(took < std::time::Duration::from_secs(20), "{line}: {took:?}");
        let fields = article.copyright.unwrap_or_default() + &article.credits.join("\n");
        assert!(article.text.contains("N19999") || fields.contains("N19999"), "{line}");
        assert!(fields.len() < 10_000, "{line}: {} bytes", fields.len());
    }
}

/// What looks like a credit and is a part of a talk or of a list stays in the text.
#[test]
fn labels_without_names_stay() {
    for line in [
        "<strong>Reporter:</strong> Why did you build it?",
        "Reporter: Why not?",
        "Redaktion: Warum?",
        "Редактор: Почему?",
        "편집: 왜 만들었나요?",
        "Editör: Neden?",
        "Translation: “I am happy.”",
        "Edición: 2024",
        "Σύνταξη: 800 ευρώ",
    ] {
        let article = article("<p>", &format!("<p>{line}</p>"));
        assert_eq!(article.credits, Vec::<String>::new(), "{line}");
    }
    for talk in ["<p>Reporter: Tell Me</p><p>Reporter: Go On</p>", &format!("<p>Reporter: Tell Me</p><p>{SAID}</p>")] {
        assert_eq!(article("<p>", talk).credits, Vec::<String>::new(), "{talk}");
    }
}
