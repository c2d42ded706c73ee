//! Turns `src/rules/words/*.toml` into static word lists: the list `authors` of `meta.toml` becomes `META_AUTHORS`.
//!
//! A list is one list, or one list a language, and then the languages' lists are joined. In `months.toml` each language is
//! a list of twelve, kept apart, because some languages use one word for different months.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use toml::{Table, Value};

/// Reads the folder and writes the tables.
pub fn write(folder: &Path, out: &Path) {
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("the folder of word lists is there").flatten().map(|e| e.path()).collect();
    paths.sort();
    let mut rust = String::new();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|extension| extension == "toml")) {
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let table: Table = text.parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        if name == "months" { months(&table, &mut rust) } else { lists(name, &table, &mut rust) }
    }
    fs::write(out, rust).expect("OUT_DIR can be written");
}

fn lists(file: &str, table: &Table, rust: &mut String) {
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
        let name = format!("{file}_{key}").to_uppercase();
        writeln!(rust, "/// `{key}` of `src/rules/words/{file}.toml`.\npub static {name}: &[&str] = &{words:?};").unwrap();
    }
}

fn months(table: &Table, rust: &mut String) {
    rust.push_str(
        "/// The names of the months, twelve lists parted by `/`, by language.\npub static MONTHS: &[(&str, &str)] = &[\n",
    );
    for (language, value) in table {
        let months = strings(value);
        assert_eq!(months.len(), 12, "months.toml: {language} has not twelve months");
        writeln!(rust, "    ({language:?}, {:?}),", months.join("/")).unwrap();
    }
    rust.push_str("];\n");
}

fn strings(value: &Value) -> Vec<String> {
    let list = value.as_array().unwrap_or_else(|| panic!("not a list: {value}"));
    list.iter().map(|entry| entry.as_str().unwrap_or_else(|| panic!("not a string: {entry}")).to_owned()).collect()
}
