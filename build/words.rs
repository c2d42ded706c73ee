//! Turns `src/rules/words/*.toml` into one text of word lists: the list `authors` of `meta.toml` becomes `META_AUTHORS`.
//!
//! A list is one list, or one list a language, and then the languages' lists are joined. In `months.toml` each language is
//! a list of its own, because some languages use one word for different months; the place of a word is its month.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use toml::{Table, Value};

/// Words that mean the same place of a list are parted by this; places by a tab, lists by a line break.
const SAME_PLACE: &str = ";";
/// A list's number and a word's place in it are one byte each.
const PLACES_MAX: usize = 256;

/// Keys of `months.toml` that dates ask for by themselves: English, Persian, Thai, and the months of the Persian calendar.
const KEYS_ASKED_FOR: [&str; 4] = ["en", "fa", "jalali", "th"];

/// The lists so far.
#[derive(Default)]
struct Lists {
    lines: Vec<String>,
    rust: String,
}

/// Reads the folder and writes the lists.
pub fn write(folder: &Path, out: &Path) {
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("the folder of word lists is there").flatten().map(|e| e.path()).collect();
    paths.sort();
    let mut lists = Lists::default();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|extension| extension == "toml")) {
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let table: Table = text.parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        if name == "months" { lists.add_months(&table) } else { lists.add_file(name, &table) }
    }
    assert!(lists.lines.len() <= PLACES_MAX, "more than {PLACES_MAX} lists");
    writeln!(
        lists.rust,
        "/// Every list, a line each; the last ends too.\npub static TEXT: &str = {:?};",
        lists.lines.join("\n") + "\n"
    )
    .unwrap();
    fs::write(out, lists.rust).expect("OUT_DIR can be written");
}

impl Lists {
    fn add_file(&mut self, file: &str, table: &Table) {
        let lists = self.lines.len()..self.lines.len() + table.len();
        let name = file.to_uppercase();
        writeln!(self.rust, "/// The lists of `{file}.toml`.\npub const {name}: std::ops::Range<u8> = {lists:?};").unwrap();
        for (key, value) in table {
            let words = match value {
                Value::Table(languages) => {
                    let mut all: Vec<String> = languages.values().flat_map(strings).collect();
                    all.sort();
                    all.dedup();
                    all
                }
                list => strings(list),
            };
            self.add(&format!("{file}_{key}").to_uppercase(), &format!("`{key}` of `src/rules/words/{file}.toml`."), &words);
        }
    }

    /// The months of each language, and the first words of names that have two.
    fn add_months(&mut self, table: &Table) {
        let names = table.values().flat_map(strings).flat_map(|names| names.split(' ').map(str::to_owned).collect::<Vec<_>>());
        let mut joined: Vec<String> = names.filter_map(|name| Some(name.split_once(['_', '.'])?.0.to_owned())).collect();
        joined.sort();
        joined.dedup();
        self.add("MONTHS_JOINED", "The first words of months' names that have two.", &joined);
        let languages: Vec<&str> = table.keys().map(String::as_str).collect();
        writeln!(self.rust, "/// The languages whose months are known, in the order of their lists.").unwrap();
        writeln!(self.rust, "pub static MONTHS_LANGUAGES: &str = {:?};", languages.join(" ")).unwrap();
        let lists = self.lines.len()..self.lines.len() + languages.len();
        writeln!(self.rust, "/// The numbers of their lists.\npub const MONTHS: std::ops::Range<u8> = {lists:?};").unwrap();
        for language in KEYS_ASKED_FOR {
            let place = languages.iter().position(|known| *known == language).expect("a language of months.toml");
            let (name, list) = (language.to_uppercase(), lists.start + place);
            writeln!(self.rust, "/// The number of the list of `{language}`.\npub const MONTHS_{name}: u8 = {list};").unwrap();
        }
        for (language, value) in table {
            let months = strings(value);
            assert_eq!(months.len(), 12, "months.toml: {language} has not twelve months");
            self.push(months.iter().map(|names| names.replace(' ', SAME_PLACE)).collect());
        }
    }

    fn add(&mut self, name: &str, what: &str, words: &[String]) {
        writeln!(self.rust, "/// {what}\npub const {name}: List = List({});", self.lines.len()).unwrap();
        self.push(words.to_vec());
    }

    fn push(&mut self, places: Vec<String>) {
        assert!(places.len() <= PLACES_MAX, "a list of more than {PLACES_MAX} places: {places:?}");
        assert!(places.iter().all(|words| !words.contains(['\t', '\n'])), "white space in {places:?}");
        self.lines.push(places.join("\t"));
    }
}

fn strings(value: &Value) -> Vec<String> {
    let list = value.as_array().unwrap_or_else(|| panic!("not a list: {value}"));
    list.iter().map(|entry| entry.as_str().unwrap_or_else(|| panic!("not a string: {entry}")).to_owned()).collect()
}
