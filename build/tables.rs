//! Writes the rules as Rust: numbers, enum variants and word lists.

use crate::phrases::{Phrases, Stands};
use crate::schema::{KindFile, Signs};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The tables of all kinds, as the source of a module, and the table of phrases.
pub fn write(kinds: &[(String, KindFile)]) -> (String, Vec<u8>) {
    let mut lists = Lists::default();
    let mut rules = String::new();
    for (kind, file) in kinds {
        lists.add_phrases(kind, file);
    }
    for (kind, file) in kinds {
        for rule in &file.rules {
            let when = lists.conditions(kind, &rule.when);
            let unless = lists.conditions(kind, &rule.unless);
            let trigger = trigger(&rule.when).unwrap_or_default();
            let _ = writeln!(
                rules,
                "    Rule {{ name: {:?}, kind: SectionKind::{}, certainty: {:?}, trigger: Trigger::{trigger}, when: &[{}], unless: &[{}] }},",
                rule.name,
                pascal(kind),
                rule.certainty,
                when.join(", "),
                unless.join(", "),
            );
        }
    }
    let mut out = String::from("// Written by build.rs from src/rules/*.toml.\n\n");
    let _ = writeln!(out, "/// All rules, by kind.\npub static RULES: &[Rule] = &[\n{rules}];\n");
    let _ =
        writeln!(out, "/// Words of classes and ids, a list a line.\npub static WORDS: &str = {:?};\n", lists.words.join("\n"));
    out.push_str(PHRASES);
    let stand: Vec<String> = lists.phrases.stand.iter().map(|stands| format!("Stands::{stands:?}")).collect();
    let _ = writeln!(
        out,
        "/// Where the phrases of each list count.\npub static PHRASES_STAND: &[Stands] = &[{}];\n",
        stand.join(", ")
    );
    let reasons = kinds.iter().map(|(kind, file)| format!("(SectionKind::{}, {:?})", pascal(kind), file.reason));
    let reasons = reasons.collect::<Vec<_>>().join(", ");
    let _ =
        writeln!(out, "/// What a reader is told about each kind.\npub static REASONS: &[(SectionKind, &str)] = &[{reasons}];");
    (out, lists.phrases.table())
}

const PHRASES: &str = r#"/// The phrases of all lists, as `build/phrases.rs` packed them.
pub static PHRASES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/phrases.bin"));
"#;

/// The sign a rule starts from, the rarest first.
pub fn trigger(signs: &Signs) -> Option<&'static str> {
    let given = [
        (signs.heading.is_some(), "Heading"),
        (signs.shape.is_some(), "Shape"),
        (!signs.words.is_empty(), "Words"),
        (!signs.role.is_empty(), "Role"),
        (!signs.attribute.is_empty(), "Attribute"),
        (phrase_lists(signs).next().is_some(), "Phrase"),
        (!signs.tag.is_empty(), "Tag"),
    ];
    given.into_iter().find_map(|(given, name)| given.then_some(name))
}

/// The phrase lists that the signs name.
pub fn phrase_lists(signs: &Signs) -> impl Iterator<Item = &String> {
    [&signs.heading, &signs.line, &signs.start, &signs.phrase, &signs.also].into_iter().flatten()
}

/// The file and the name of a list that a rule of a kind names.
pub fn place_of(kind: &str, list: &str) -> (String, String) {
    let (kind, name) = list.split_once('.').unwrap_or((kind, list));
    (kind.to_owned(), name.to_owned())
}

/// Where the phrases of a list count, by the rules that name it.
fn stands(file: &KindFile, list: &String) -> Stands {
    let signs = || file.rules.iter().flat_map(|rule| [&rule.when, &rule.unless]);
    if signs().any(|signs| [&signs.phrase, &signs.also].into_iter().flatten().any(|named| named == list)) {
        Stands::Anywhere
    } else if signs().any(|signs| signs.start.as_ref() == Some(list)) {
        Stands::AtStart
    } else {
        Stands::Alone
    }
}

#[derive(Default)]
struct Lists {
    words: Vec<String>,
    phrases: Phrases,
    phrase_ids: BTreeMap<(String, String), u8>,
}

impl Lists {
    fn add_phrases(&mut self, kind: &str, file: &KindFile) {
        for (name, languages) in &file.phrases {
            let list = self.phrases.add(languages.values().flatten(), stands(file, name));
            self.phrase_ids.insert((kind.to_owned(), name.clone()), list);
        }
    }

    /// The signs as conditions, the cheapest to ask first.
    fn conditions(&mut self, kind: &str, signs: &Signs) -> Vec<String> {
        let mut out = Vec::new();
        let mut list = |name: &str, of: &str, entries: &[String], variant: &dyn Fn(&String) -> String| {
            if !entries.is_empty() {
                let entries: Vec<String> = entries.iter().map(|entry| format!("{of}{}", variant(entry))).collect();
                out.push(format!("Condition::{name}(&[{}])", entries.join(", ")));
            }
        };
        let variant = |entry: &String| pascal(entry);
        let quoted = |entry: &String| format!("{entry:?}");
        list("Tag", "Tag::", &signs.tag, &variant);
        list("Role", "", &signs.role, &quoted);
        list("Attribute", "", &signs.attribute, &|entry: &String| attribute(entry));
        list("Position", "Position::", &signs.position, &variant);
        list("Place", "Place::", &signs.place, &variant);
        list("Inside", "Tag::", &signs.inside, &variant);
        list("Holds", "Tag::", &signs.holds, &variant);
        if let Some(shape) = &signs.shape {
            out.push(format!("Condition::Shape(Shape::{})", pascal(shape)));
        }
        if let Some(told) = &signs.told {
            out.push(format!("Condition::Told(Told::{})", pascal(told)));
        }
        for (name, limit) in [
            ("WordsMin", signs.words_min),
            ("WordsMax", signs.words_max),
            ("LinksMin", signs.links_min),
            ("ControlsMin", signs.controls_min),
            ("ProseMax", signs.prose_max),
            ("LinkDensityMin", signs.link_density_min),
            ("ShareMin", signs.share_min),
            ("ShareMax", signs.share_max),
        ] {
            out.extend(limit.map(|limit| format!("Condition::{name}({limit})")));
        }
        if !signs.words.is_empty() {
            out.push(format!("Condition::Words({})", self.words.len()));
            self.words.push(signs.words.join(" "));
        }
        let lists = [
            ("Line", &signs.line),
            ("Start", &signs.start),
            ("Phrase", &signs.phrase),
            ("Also", &signs.also),
            ("Heading", &signs.heading),
        ];
        for (name, list) in lists {
            let id = list.as_ref().and_then(|list| self.phrase_ids.get(&place_of(kind, list)));
            out.extend(id.map(|id| format!("Condition::{name}({id})")));
        }
        out
    }
}

/// `aria-modal=true` as `(Attr::AriaModal, "true")`; an empty value stands for any.
fn attribute(entry: &str) -> String {
    let (name, value) = entry.split_once('=').unwrap_or((entry, ""));
    format!("(Attr::{}, {value:?})", pascal(name))
}

fn pascal(name: &str) -> String {
    let upper = |part: &str| part.chars().take(1).flat_map(char::to_uppercase).chain(part.chars().skip(1)).collect::<String>();
    name.split(['-', ':']).map(upper).collect()
}
