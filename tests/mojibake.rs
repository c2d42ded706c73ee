//! Damaged texts are restored to the letter, and clean ones are never touched: ten thousand of both, from texts of our own in
//! sixty-odd languages. `cargo test --features html --test mojibake -- --nocapture` prints the tables.
#![cfg(feature = "html")]

#[path = "mojibake/damage.rs"]
mod damage;
#[path = "mojibake/dice.rs"]
mod dice;
#[path = "mojibake/texts.rs"]
mod texts;

use damage::{Holes, Mistake, mistakes};
use dice::Dice;
use limpid::Options;
use limpid::page::html;
use limpid::text::repair;
use std::collections::BTreeMap;
use texts::Language;

/// At least so many of a thousand damaged texts are restored exactly.
const RESTORED_PER_MILLE_MIN: usize = 990;
/// So many texts are damaged by each mistake in each language.
const ROUNDS: usize = 28;
/// So many clean texts are read, and more.
const CLEAN: usize = 10_000;

const NEWS: &str = "tests/mojibake/news.txt";
const REFERENCE: &str = "tests/mojibake/reference.txt";
const HARD: &str = "tests/mojibake/hard.txt";

/// How a text is damaged, and how much of it.
const FORMS: [&str; 14] = [
    "headline",
    "sentence",
    "two sentences",
    "paragraph",
    "one place",
    "mixed",
    "taken apart",
    "twice",
    "no 0x9D",
    "only 0x9D gone",
    "no 0xA0",
    "marks",
    "capitals",
    "page",
];

struct Case {
    clean: String,
    damaged: String,
    is_lossy: bool,
}

fn case(form: &str, mistake: Mistake, language: &Language, dice: &mut Dice) -> Case {
    let sentences = &language.texts[1..];
    let clean = match form {
        "headline" => language.texts[0].clone(),
        "two sentences" => format!("{} {}", dice.one(sentences), dice.one(sentences)),
        "paragraph" | "only 0x9D gone" => (0..5).map(|_| dice.one(sentences).as_str()).collect::<Vec<_>>().join(" "),
        "taken apart" => texts::taken_apart(dice.one::<String>(sentences)),
        "no 0x9D" => format!("{} “{}”", dice.one(sentences), language.texts[0]),
        "marks" => format!("{} — “{}” … 5 €, 20 °C, № 7, it’s 👍🏽 ★", dice.one(sentences), language.texts[0]),
        "capitals" => dice.one(sentences).to_uppercase(),
        "page" => (0..30).map(|_| dice.one(&language.texts).as_str()).collect::<Vec<_>>().join("\n"),
        _ => dice.one(sentences).clone(),
    };
    let whole = |holes| mistake.misread(&clean, holes);
    let damaged = match form {
        "one place" => return in_one_place(mistake, &clean, dice),
        "twice" => {
            let once = whole(Holes::Filled);
            let twice = mistake.misread(&once.text, Holes::Filled);
            damage::Damaged { text: twice.text, is_lossy: once.is_lossy || twice.is_lossy }
        }
        "no 0x9D" => whole(Holes::Dropped),
        "only 0x9D gone" => whole(Holes::Without9D),
        "no 0xA0" => {
            let filled = whole(Holes::Filled);
            damage::Damaged { text: filled.text.replace('\u{a0}', " "), ..filled }
        }
        "sentence" => whole(Holes::AsBrowsers),
        _ => whole(Holes::Filled),
    };
    match form {
        "mixed" => {
            let good = dice.one(sentences);
            let join = |text: &str| format!("{good}\n{text}\nThe end – “fin”.");
            Case { damaged: join(&damaged.text), clean: join(&clean), is_lossy: damaged.is_lossy }
        }
        _ => Case { clean, damaged: damaged.text, is_lossy: damaged.is_lossy },
    }
}

/// An English text with one damaged mark, or a text in which one word is damaged.
fn in_one_place(mistake: Mistake, clean: &str, dice: &mut Dice) -> Case {
    let words: Vec<&str> = clean.split(' ').collect();
    let odd: Vec<usize> = (0..words.len()).filter(|&at| !words[at].is_ascii()).collect();
    let chosen = if odd.is_empty() { 0 } else { *dice.one(&odd) };
    let english = ["The", "report", "says", "that"];
    let (mut before, mut after, mut is_lossy) = (english.to_vec().join(" "), english.to_vec().join(" "), false);
    for (at, word) in words.iter().enumerate().filter(|(at, word)| *at == chosen || word.is_ascii()) {
        let damaged = if at == chosen { mistake.misread(word, Holes::Filled) } else { mistake.misread("", Holes::Filled) };
        is_lossy |= damaged.is_lossy;
        before.extend([" ", word]);
        after.extend([" ", if at == chosen { &damaged.text } else { word }]);
    }
    Case { clean: before, damaged: after, is_lossy }
}

/// The text as a page gives it back.
fn restored(form: &str, damaged: &str) -> String {
    if form != "page" {
        return repair::text(damaged).unwrap_or_else(|| damaged.to_owned());
    }
    let escaped = damaged.replace('&', "&amp;").replace('<', "&lt;");
    let page = html::parse(&format!("<body><p>{}</p></body>", escaped.replace('\n', "</p><p>")));
    let (page, _) = repair::page(&page, &Options::default());
    page.nodes().map(|node| page.text(node)).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Right and all, by a name.
#[derive(Default)]
struct Tally(BTreeMap<String, (usize, usize)>);

impl Tally {
    fn add(&mut self, name: &str, is_right: bool) {
        let (right, all) = self.0.entry(name.to_owned()).or_default();
        (*right, *all) = (*right + usize::from(is_right), *all + 1);
    }

    fn print(&self, title: &str) {
        let cells =
            self.0.iter().map(|(name, (right, all))| format!("{name} {:.1} % of {all}", *right as f64 * 100.0 / *all as f64));
        println!("{title}: {}", cells.collect::<Vec<_>>().join(", "));
    }
}

/// Whether each character of the text is the true one, or what misreading left of it: never another. Of a quotation mark
/// enough may be left to tell that it is one, and not which.
fn is_true_or_left(after: &str, clean: &str, mistake: Mistake, holes: Holes) -> bool {
    let mut places = vec![0];
    for c in clean.chars() {
        let c = c.to_string();
        let left = mistake.misread(&c, holes).text;
        let quote = if matches!(c.as_str(), "“" | "‘" | "’" | "„") { "”" } else { &c };
        let forms = [c.as_str(), &left, quote];
        let ends = |at: usize| forms.map(|form| after[at..].starts_with(form).then_some(at + form.len()));
        let mut next: Vec<usize> = places.iter().flat_map(|&at| ends(at)).flatten().collect();
        next.sort_unstable();
        next.dedup();
        places = next;
    }
    places.contains(&after.len())
}

/// Damages the texts of a file, tells what was restored, and gives how many of a thousand that can be were.
fn per_mille_restored(file: &str, seed: u64) -> (usize, Vec<String>) {
    let mut dice = Dice(seed);
    let (mut wrong, mut right, mut all) = (Vec::new(), 0, 0);
    let (mut by_mistake, mut by_language, mut by_form) = (Tally::default(), Tally::default(), Tally::default());
    let (mut lossy, mut untrue, mut lies) = (Tally::default(), Tally::default(), Vec::new());
    for mistake in mistakes() {
        for language in texts::languages(file) {
            for form in (0..ROUNDS).map(|round| FORMS[round % FORMS.len()]) {
                let case = case(form, mistake, &language, &mut dice);
                if case.damaged == case.clean {
                    continue;
                }
                let after = restored(form, &case.damaged);
                let is_right = after == case.clean;
                if case.is_lossy {
                    lossy.add(&format!("{} {form}", mistake.name), is_right);
                    let holes = match form {
                        "no 0x9D" => Holes::Dropped,
                        "only 0x9D gone" => Holes::Without9D,
                        _ => continue,
                    };
                    if mistake.is_single_byte() {
                        let is_true = is_true_or_left(&after, &case.clean, mistake, holes);
                        untrue.add(form, is_true);
                        // Of the other bytes so many may be gone that chance makes a letter of what is left.
                        if !is_true && form == "only 0x9D gone" {
                            lies.push(format!(
                                "{} {} {form}\n  {}\n  {after}\n  {}",
                                mistake.name, language.tag, case.damaged, case.clean
                            ));
                        }
                    }
                    continue;
                }
                by_mistake.add(mistake.name, is_right);
                by_language.add(&language.tag, is_right);
                by_form.add(form, is_right);
                (right, all) = (right + usize::from(is_right), all + 1);
                if !is_right {
                    wrong.push(format!(
                        "{} {} {form}\n  {}\n  {after}\n  {}",
                        mistake.name, language.tag, case.damaged, case.clean
                    ));
                }
            }
        }
    }
    println!("{file}: {right} of {all} restored exactly");
    by_mistake.print("by mistake");
    by_language.print("by language");
    by_form.print("by form");
    lossy.print("counted apart, as bytes are gone for good");
    untrue.print("of these, restored or left, and nothing else");
    assert!(lies.is_empty(), "{} texts have a letter that is not theirs:\n{}", lies.len(), lies.join("\n"));
    (right * 1000 / all, wrong)
}

#[test]
fn damaged_texts_are_restored() {
    let files = [(NEWS, 0x9E37_79B9_7F4A_7C15), (REFERENCE, 0x0123_4567_89AB_CDEF)];
    let results = files.map(|(file, seed)| (file, per_mille_restored(file, seed)));
    for (file, (per_mille, wrong)) in results {
        assert!(per_mille >= RESTORED_PER_MILLE_MIN, "{per_mille} of 1000 of {file}:\n{}", wrong.join("\n"));
    }
}

#[test]
fn clean_texts_are_left_alone() {
    let mut dice = Dice(0x1234_5678_9ABC_DEF1);
    let languages: Vec<Language> = [NEWS, REFERENCE].into_iter().flat_map(texts::languages).collect();
    let hard = texts::lines(HARD);
    let (mut all, mut changed) = (0, Vec::new());
    while all < CLEAN {
        for language in &languages {
            let text = format!("{} {}", dice.one(&language.texts), dice.one(&language.texts));
            let other = &dice.one(&languages).texts[0];
            let beside = dice.one(&hard);
            for clean in [
                text.to_uppercase(),
                text.replace(' ', ""),
                texts::taken_apart(&text),
                format!("{text}\n{other}\n{beside}"),
                format!("“{text}” — {other}"),
                text,
            ] {
                all += 1;
                if let Some(after) = repair::text(&clean) {
                    changed.push(format!("{}: {clean}\n  -> {after}", language.tag));
                }
            }
        }
    }
    changed.extend(hard.iter().filter_map(|clean| Some(format!("{clean}\n  -> {}", repair::text(clean)?))));
    println!("{} of {all} clean texts changed", changed.len());
    assert!(changed.is_empty(), "{}", changed.join("\n"));
}
