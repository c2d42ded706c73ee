//! What sites say in 28 languages: each box is found under the name of its kind, whatever its markup, by its words alone.
#![cfg(feature = "html")]

use limpid::clutter::{self, SURE};
use limpid::options::Options;
use limpid::reading::SectionKind;
use limpid::{blocks, metadata, page};
use std::collections::BTreeMap;

/// The boxes of a kind in each language.
fn boxes(kind: &str) -> BTreeMap<String, Vec<String>> {
    let file = format!("tests/languages/{kind}.toml");
    toml::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap()
}

/// A box in plain markup below an article; consent is asked for by dialogs. "# " begins a heading, [ ] is a button, ( ) a link, { } a field; in a line they stand in it.
fn markup(kind: &str, parts: &str) -> String {
    let piece = |part: &str| {
        let part =
            part.replace('[', "<button>").replace(']', "</button>").replace('(', "<a href='/more'>").replace(')', "</a>");
        match (part.strip_prefix("# "), part.strip_prefix('{')) {
            (Some(heading), _) => format!("<h3>{heading}</h3>"),
            (_, Some(field)) => format!("<input type='email' placeholder='{}'>", field.trim_end_matches('}')),
            _ if part.starts_with('<') => part,
            _ => format!("<p>{part}</p>"),
        }
    };
    let said = "<p>The river rose for three days before the town was told to leave, and nobody was ready for it.</p>";
    let parts: String = parts.split(" | ").map(piece).collect();
    let role = if kind == "consent" { " role='dialog'" } else { "" };
    format!("<h1>The river rises over the town</h1>{said}{said}{said}<div{role}>{parts}</div>")
}

/// The boxes of a kind that are not surely found under it.
fn missed(kind: &str) -> Vec<String> {
    let wanted = SectionKind::from_name(kind).unwrap();
    let is_missed = |html: &str| {
        let page = page::html::parse(html);
        let metadata = metadata::read(&page, &Options::default());
        let found = clutter::find_unsettled(&page, &blocks::split(&page), &metadata);
        !found.iter().any(|finding| finding.kind == wanted && finding.certainty >= SURE)
    };
    let all =
        boxes(kind).into_iter().flat_map(|(language, boxes)| boxes.into_iter().map(move |parts| (language.clone(), parts)));
    all.filter(|(_, parts)| is_missed(&markup(kind, parts)))
        .map(|(language, parts)| format!("{kind}, {language}: {parts}"))
        .collect()
}

#[test]
fn boxes_are_known_by_their_words_in_every_language() {
    let kinds = ["paywall", "registration-wall", "consent", "newsletter", "related", "share"];
    let missed: Vec<String> = kinds.iter().flat_map(|kind| missed(kind)).collect();
    assert!(missed.is_empty(), "{} are missed:\n{}", missed.len(), missed.join("\n"));
}

/// What a story tells of walls, letters and cookies is the story's.
#[test]
fn stories_about_such_boxes_are_spared_in_every_language() {
    let sure = |finding: &clutter::Finding| finding.certainty >= SURE && finding.kind != SectionKind::WireCredit;
    let mut hit = Vec::new();
    for (language, stories) in boxes("stories") {
        for story in stories {
            let page = page::html::parse(&format!(
                "<h1>The river rises over the town</h1><div><p><a href='/x'>2019</a>: {story}</p><p>By Sunday the bridge was gone.</p></div>"
            ));
            let metadata = metadata::read(&page, &Options::default());
            let found = clutter::find_unsettled(&page, &blocks::split(&page), &metadata);
            let rules = found.iter().filter(|finding| sure(finding)).map(|finding| finding.rule);
            hit.extend(rules.map(|rule| format!("{rule}, {language}: {story}")));
        }
    }
    assert!(hit.is_empty(), "{}", hit.join("\n"));
}
