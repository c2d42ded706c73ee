//! Turns the data under `src/rules` into static tables: the rules, and the word lists of `src/rules/words`. The folder is the registry: a file dropped there is read. A rule without
//! a reason, a hit and a spare is refused, and nothing of the prose goes into the wasm but one sentence a kind.

#[path = "src/text/fold.rs"]
mod fold;
#[allow(dead_code)] // Some of it only the matcher asks for.
#[path = "src/text/phrase_hash.rs"]
mod phrase_hash;
#[path = "build/phrases.rs"]
mod phrases;
#[path = "build/schema.rs"]
mod schema;
#[path = "build/tables.rs"]
mod tables;
#[path = "build/words.rs"]
mod words;

use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo:rerun-if-changed=src/rules");
    println!("cargo:rerun-if-changed=src/text/fold.rs");
    println!("cargo:rerun-if-changed=src/text/phrase_hash.rs");
    println!("cargo:rerun-if-changed=build");
    let folder = Path::new("src/rules");
    let mut kinds = Vec::new();
    for path in toml_files(folder) {
        let kind = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let file: schema::KindFile = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        kinds.push((kind, file));
    }
    let complaints = complaints(&kinds);
    assert!(complaints.is_empty(), "\n\n{}\n", complaints.join("\n"));
    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    let (rules, phrases) = tables::write(&kinds);
    fs::write(Path::new(&out).join("rules.rs"), rules).expect("OUT_DIR can be written");
    fs::write(Path::new(&out).join("phrases.bin"), phrases).expect("OUT_DIR can be written");
    words::write(Path::new("src/rules/words"), &Path::new(&out).join("words.rs"));
}

fn toml_files(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).expect("src/rules is there").flatten();
    let mut paths: Vec<_> =
        entries.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|e| e == "toml")).collect();
    paths.sort();
    paths
}

/// What is wrong with the files, a line each, in words that say what to do.
fn complaints(kinds: &[(String, schema::KindFile)]) -> Vec<String> {
    let names = fs::read_to_string("src/reading.rs").expect("src/reading.rs is there");
    let mut seen = std::collections::BTreeSet::new();
    let mut out = Vec::new();
    for (kind, file) in kinds {
        if !names.contains(&format!("\"{kind}\"")) {
            out.push(format!("src/rules/{kind}.toml: there is no kind \"{kind}\" in SectionKind"));
        }
        if file.reason.trim().is_empty() || file.reason.ends_with('.') {
            out.push(format!("src/rules/{kind}.toml: `reason` is one sentence for the reader, without a full stop"));
        }
        for rule in &file.rules {
            let mut say = |what: &str| out.push(format!("src/rules/{kind}.toml: rule \"{}\" {what}", rule.name));
            if !seen.insert(rule.name.clone()) {
                say("has the name of another rule");
            }
            if rule.why.trim().is_empty() || rule.seen.trim().is_empty() {
                say("needs `why`, the reason, and `seen`, where it was met");
            }
            if rule.hits.is_empty() || rule.spares.is_empty() {
                say("needs at least one of `hits`, HTML in which it finds something, and of `spares`, in which it does not");
            }
            if !(0.0..=1.0).contains(&rule.certainty) {
                say("has a `certainty` outside 0 to 1");
            }
            if tables::trigger(&rule.when).is_none() {
                say("needs a sign to start from: tag, words, role, attribute, shape, phrase, start, line or heading");
            }
            for list in tables::phrase_lists(&rule.when).chain(tables::phrase_lists(&rule.unless)) {
                let (of, name) = tables::place_of(kind, list);
                if !kinds.iter().any(|(kind, file)| *kind == of && file.phrases.contains_key(&name)) {
                    say(&format!("names the phrases \"{list}\", which are in no file"));
                }
            }
        }
    }
    out
}
