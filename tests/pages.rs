//! Whole pages: each `tests/pages/NAME.html` (or `.txt`) is read and compared with `NAME.md`, which is made to be read:
//! the fields, the article as Markdown, and what was hidden by which rule. One file adds a case.
//!
//! `UPDATE=1 cargo test --features html --test pages` writes the expected files; review the diff for truth. Where the truth
//! is not reached yet, the file states the truth all the same, with a line `known_failure: PART: why` in front for each part
//! that differs. A known failure that passes fails the test; `UPDATE=1` takes the line out.
#![cfg(feature = "html")]

use limpid::page::{html, plain};
use limpid::reading::{Completeness, Declared, Gate, Section};
use limpid::{Options, Reading, read};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Section texts are shown this far.
const SHORT_CHARS: usize = 60;

/// The parts of an expected file that are not fields, in their order. The first has no heading.
const ARTICLE: &str = "article";
const HIDDEN: &str = "hidden";
const SHOWN: &str = "marked, not hidden";

/// A field's name, or one of the constants above, and its text.
type Part = (String, String);

#[test]
fn pages_read_as_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut pages: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.retain(|path| path.extension().is_some_and(|extension| extension != "md"));
    pages.sort();
    assert!(pages.len() >= 20, "the pages are gone: {} left", pages.len());
    let failures: Vec<String> = pages.iter().filter_map(|page| check(page)).collect();
    assert!(
        failures.is_empty(),
        "{} of {} pages fail; - expected, + found\n\n{}",
        failures.len(),
        pages.len(),
        failures.join("\n")
    );
}

/// Reads one page and compares; says what differs, if anything.
fn check(path: &Path) -> Option<String> {
    let name = path.file_stem()?.to_string_lossy();
    let bytes = std::fs::read(path).ok()?;
    let mut page = match path.extension()?.to_str()? {
        "txt" => plain::parse(&String::from_utf8_lossy(&bytes)),
        _ => html::parse_bytes(&bytes, None),
    };
    page.url = Some(format!("https://pages.example/{name}.html"));
    let found = parts(&read(&page, &Options::default()));
    let expected_path = path.with_extension("md");
    let expected = Expected::parse(&std::fs::read_to_string(&expected_path).unwrap_or_default());
    if std::env::var_os("UPDATE").is_some() {
        return std::fs::write(&expected_path, expected.updated(found)).err().map(|error| format!("{name}: {error}"));
    }
    let failures: String = found.iter().map(|part| expected.compare(part)).collect();
    (!failures.is_empty()).then(|| format!("{name}\n{failures}"))
}

/// An expected file.
struct Expected {
    parts: Vec<Part>,
    /// Parts that are known to differ, and why.
    known_failures: Vec<Part>,
}

impl Expected {
    fn parse(file: &str) -> Expected {
        let (mut parts, mut known_failures) = (Vec::new(), Vec::new());
        let (fields, body) = file.strip_prefix("---\n").and_then(|file| file.split_once("---\n")).unwrap_or_default();
        for (name, value) in fields.lines().filter_map(|line| line.split_once(": ")) {
            match value.split_once(": ").filter(|_| name == "known_failure") {
                Some((part, why)) => known_failures.push((part.to_owned(), why.to_owned())),
                None => parts.push((name.to_owned(), value.to_owned())),
            }
        }
        let (body, shown) = body.split_once(&heading(SHOWN)).unwrap_or((body, ""));
        let (article, hidden) = body.split_once(&heading(HIDDEN)).unwrap_or((body, ""));
        parts.extend(
            [(ARTICLE, article), (HIDDEN, hidden), (SHOWN, shown)]
                .map(|(name, text)| (name.to_owned(), text.trim().to_owned())),
        );
        Expected { parts, known_failures }
    }

    fn part(&self, name: &str) -> &str {
        self.parts.iter().find(|part| part.0 == name).map_or("", |part| &part.1)
    }

    fn compare(&self, (name, found): &Part) -> String {
        let known = self.known_failures.iter().find(|known| known.0 == *name);
        match (matches(self.part(name), found), known) {
            (true, None) | (false, Some(_)) => String::new(),
            (true, Some((_, why))) => format!("  {name} passes, though it is a known failure ({why}): remove the line\n"),
            (false, None) => format!("  {name}\n{}", diff(self.part(name), found)),
        }
    }

    /// The file as it should be where what was found is the truth, but for the known failures.
    fn updated(&self, found: Vec<Part>) -> String {
        let mut out = String::from("---\n");
        let is_reached = |name: &str| found.iter().any(|part| part.0 == name && matches(self.part(name), &part.1));
        let open: Vec<&Part> = self.known_failures.iter().filter(|known| !is_reached(&known.0)).collect();
        for (part, why) in &open {
            let _ = writeln!(out, "known_failure: {part}: {why}");
        }
        let is_known = |name: &str| open.iter().any(|known| known.0 == name);
        let mut in_fields = true;
        for (name, text) in &found {
            let text = if is_known(name) { self.part(name) } else { text };
            if name == ARTICLE {
                out.push_str("---\n");
                in_fields = false;
            }
            let _ = match (name.as_str(), text) {
                (_, "") => Ok(()),
                (name, text) if in_fields => writeln!(out, "{name}: {text}"),
                (ARTICLE, text) => writeln!(out, "\n{text}"),
                (name, text) => writeln!(out, "{}{text}", heading(name)),
            };
        }
        out
    }
}

/// Whether the expected part is what was found. Where a rule is not there yet, the truth names it `?`.
fn matches(expected: &str, found: &str) -> bool {
    let same_line = |(expected, found): (&str, &str)| match (expected.split_once(" (?): "), found.split_once("): ")) {
        (Some((kind, text)), Some((rule, found))) => {
            rule.split_once(" (").is_some_and(|(found, _)| found == kind) && found == text
        }
        _ => expected == found,
    };
    expected.lines().count() == found.lines().count() && expected.lines().zip(found.lines()).all(same_line)
}

/// `## Hidden`, on lines of its own.
fn heading(part: &str) -> String {
    format!("\n## {}{}\n\n", part[..1].to_uppercase(), &part[1..])
}

/// The reading as an expected file has it, every part, also the empty ones. `tests/expected.mjs` does the same in JavaScript.
fn parts(reading: &Reading) -> Vec<Part> {
    let mut parts: Vec<Part> = fields(reading).into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    let markdown = reading.article.as_ref().map_or("", |article| article.markdown.trim());
    parts.push((ARTICLE.to_owned(), markdown.to_owned()));
    let is_hidden = |section: &&Section| reading.hiding.hide.contains(&section.id);
    parts.push((HIDDEN.to_owned(), list(reading.sections.iter().filter(is_hidden))));
    parts.push((SHOWN.to_owned(), list(reading.sections.iter().filter(|section| !is_hidden(section)))));
    parts
}

fn fields(reading: &Reading) -> Vec<(&'static str, String)> {
    let access = &reading.access;
    let declared = match access.declared {
        Declared::Free => "free",
        Declared::Paid => "paid",
        Declared::Unknown => "",
    };
    let gate = match access.gate {
        Gate::None => "",
        Gate::Registration => "registration",
        Gate::Metered => "metered",
        Gate::Subscription => "subscription",
        Gate::Unknown => "unknown",
    };
    let text = match access.text {
        Completeness::Complete => "complete",
        Completeness::Truncated => "truncated",
        Completeness::Unknown => "",
    };
    let repairs: Vec<String> = reading.repairs.iter().map(|repair| format!("{} × {}", repair.count, repair.kind)).collect();
    let article = reading.article.clone().unwrap_or_default();
    let or_empty = |field: Option<String>| field.unwrap_or_default();
    vec![
        ("title", or_empty(article.title)),
        ("kicker", or_empty(article.kicker)),
        ("standfirst", or_empty(article.standfirst)),
        ("byline", or_empty(article.byline)),
        ("authors", article.authors.join(" | ")),
        ("published", or_empty(article.published)),
        ("modified", or_empty(article.modified)),
        ("site_name", or_empty(article.site_name)),
        ("agency", or_empty(article.agency)),
        ("dateline", or_empty(article.dateline)),
        ("credits", article.credits.join(" | ")),
        ("copyright", or_empty(article.copyright)),
        ("lang", or_empty(article.lang)),
        ("dir", or_empty(article.dir)),
        ("image", or_empty(article.image)),
        ("url", or_empty(article.url)),
        ("declared", declared.to_owned()),
        ("gate", gate.to_owned()),
        ("text", text.to_owned()),
        ("sign_in", access.sign_in_url.clone().unwrap_or_default()),
        ("repairs", repairs.join(" | ")),
    ]
}

fn list<'a>(sections: impl Iterator<Item = &'a Section>) -> String {
    let lines = sections.map(|section| {
        let short: String = section.text.chars().take(SHORT_CHARS).collect();
        let more = if section.text.chars().count() > SHORT_CHARS { "…" } else { "" };
        format!("- {} ({}): {}{more}", section.kind.name(), section.rule, short.trim())
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The lines that differ, each with the number of equal lines left out between.
fn diff(expected: &str, found: &str) -> String {
    let (a, b): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), found.lines().collect());
    let mut common = vec![vec![0_u32; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            common[i][j] = if a[i] == b[j] { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut out) = (0, 0, String::new());
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            (i, j) = (i + 1, j + 1);
        } else if i < a.len() && (j == b.len() || common[i + 1][j] >= common[i][j + 1]) {
            let _ = writeln!(out, "    - {}", a[i]);
            i += 1;
        } else {
            let _ = writeln!(out, "    + {}", b[j]);
            j += 1;
        }
    }
    out
}
