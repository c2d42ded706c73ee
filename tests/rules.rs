//! Every rule of `src/rules/*.toml`: it finds what it must and spares what it must, and a rule without its cases is refused.
#![cfg(feature = "html")]

use limpid::clutter::{self, Finding};
use limpid::options::Options;
use limpid::reading::SectionKind;
use limpid::{blocks, metadata, page};

#[allow(dead_code)]
#[path = "../build/schema.rs"]
mod schema;

/// All rule files: the kind and what it holds.
fn kinds() -> Vec<(String, schema::KindFile)> {
    let folder = std::fs::read_dir("src/rules").unwrap().flatten().map(|entry| entry.path());
    let mut paths: Vec<_> = folder.filter(|path| path.extension().is_some_and(|extension| extension == "toml")).collect();
    paths.sort();
    let read = |path: &std::path::PathBuf| toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    paths.iter().map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), read(path))).collect()
}

/// All that single rules find in a piece of HTML.
fn found_in(html: &str) -> Vec<Finding> {
    let page = page::html::parse(html);
    let metadata = metadata::read(&page, &Options::default());
    clutter::find_unsettled(&page, &blocks::split(&page), &metadata)
}

/// The lines of complaint about every case of every rule, for `wrong` of the findings.
fn complaints(cases: impl Fn(&schema::Rule) -> &[String], wrong: impl Fn(&schema::Rule, &[Finding]) -> bool) -> String {
    let mut lines = Vec::new();
    for (kind, file) in kinds() {
        for rule in &file.rules {
            let html = cases(rule).iter().filter(|html| wrong(rule, &found_in(html)));
            lines.extend(html.map(|html| format!("{kind}: {}: {html}", rule.name)));
        }
    }
    lines.join("\n")
}

#[test]
fn every_rule_finds_its_hits() {
    let missed = complaints(|rule| &rule.hits, |rule, found| !found.iter().any(|finding| finding.rule == rule.name));
    assert_eq!(missed, "", "\nnot found:\n{missed}\n");
}

#[test]
fn every_rule_spares_its_spares() {
    let hit = complaints(|rule| &rule.spares, |rule, found| found.iter().any(|finding| finding.rule == rule.name));
    assert_eq!(hit, "", "\nfound although it must not be:\n{hit}\n");
}

/// What is running text in one rule's spare is running text for all rules: none may be sure of a paragraph.
#[test]
fn no_rule_is_sure_of_the_prose_in_another_rules_spares() {
    let prose = |html: &str| html.starts_with("<p>") && html.matches('<').count() == 2 && html.split(' ').count() > 14;
    let sure = |finding: &Finding| finding.certainty >= clutter::SURE && finding.kind != SectionKind::WireCredit;
    let mut lines = Vec::new();
    for (kind, file) in kinds() {
        for html in file.rules.iter().flat_map(|rule| &rule.spares).filter(|html| prose(html)) {
            let rules = found_in(html).into_iter().filter(sure).map(|finding| format!("{kind}: {} hits {html}", finding.rule));
            lines.extend(rules);
        }
    }
    assert_eq!(lines.join("\n"), "");
}

#[test]
fn every_kind_says_what_it_is_to_the_reader() {
    for (kind, file) in kinds() {
        let kind = SectionKind::from_name(&kind).unwrap_or_else(|| panic!("no kind is named {kind}"));
        assert_eq!(limpid::rules::reason(kind), file.reason);
    }
}
