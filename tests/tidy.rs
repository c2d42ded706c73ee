//! Keeps the sources as CONTRIBUTING.md asks for them, and ARCHITECTURE.md true. Each test reads files and nothing else.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const FILE_LINES_MAX: usize = 400;
const FUNCTION_LINES_MAX: usize = 70;

/// Folders with sources of our own.
const FOLDERS: [&str; 6] = ["src", "www", "tests", "scripts", "examples", "build"];

/// Who may name whom: a stage and the modules of the crate that it may use. The order is the flow's; `reading`, `options` and
/// `rules` are data that any stage may have.
const MAY_NAME: &[(&str, &[&str])] = &[
    // The page counts words to tell the headline of a plain dump.
    ("page", &["page", "text"]),
    ("text", &["page", "text", "blocks", "reading", "options", "rules"]),
    ("blocks", &["page", "text", "blocks"]),
    ("metadata", &["page", "text", "metadata", "reading", "options", "rules"]),
    // Access is told last, when it is known how much text there is: hence `content`.
    ("clutter", &["page", "text", "blocks", "clutter", "content", "reading", "rules"]),
    // A byline over the text is no headline: hence `metadata`.
    ("content", &["page", "text", "metadata", "blocks", "clutter", "content", "reading", "options", "rules"]),
    ("hiding", &["page", "blocks", "clutter", "content", "reading", "options"]),
    ("article", &["page", "text", "clutter", "content", "article", "reading", "rules"]),
    ("rules", &["page", "clutter", "reading", "rules"]),
    ("reading", &["page", "article"]),
    ("options", &["reading"]),
    ("sort", &[]),
];

/// What any stage may name.
const OPEN_TO_ALL: &[&str] = &["sort"];

/// The invariants of ARCHITECTURE.md, in its order, by words that must stand in each.
const INVARIANTS: [&str; 9] = [
    "cannot fail or panic",
    "Only `src/web` names the browser",
    "before all writes",
    "never delete",
    "never hides an ancestor of the article",
    "reported as cut",
    "from an allow-list",
    "No word list outside `src/rules`",
    "No request is ever made",
];

#[test]
fn files_are_short() {
    let long = sources(&["rs", "js", "mjs", "css"]).into_iter().filter_map(|file| {
        let lines = read(&file).lines().count();
        (lines > FILE_LINES_MAX).then(|| format!("{}: {lines} lines, at most {FILE_LINES_MAX}", shown(&file)))
    });
    none(long);
}

#[test]
fn functions_are_short() {
    let long = sources(&["rs", "js", "mjs"]).into_iter().flat_map(|file| {
        let text = read(&file);
        let lines: Vec<&str> = text.lines().collect();
        let starts = (0..lines.len()).filter(|&at| starts_function(lines[at]));
        let long = starts.filter_map(|at| {
            let length = function_lines(&lines[at..]);
            (length > FUNCTION_LINES_MAX)
                .then(|| format!("{}:{}: {length} lines, at most {FUNCTION_LINES_MAX}", shown(&file), at + 1))
        });
        long.collect::<Vec<_>>()
    });
    none(long);
}

#[test]
fn stages_name_only_what_comes_before_them() {
    let broken = core_sources().into_iter().flat_map(|file| {
        let module = module_of(&file);
        let allowed = MAY_NAME.iter().find(|(name, _)| *name == module).map(|(_, allowed)| *allowed);
        let named = modules_named(&code_of(&file));
        let wrong = named.into_iter().filter(|name| {
            let name = name.as_str();
            !OPEN_TO_ALL.contains(&name) && allowed.is_none_or(|allowed| !allowed.contains(&name))
        });
        wrong.map(|name| format!("{} names crate::{name}", shown(&file))).collect::<Vec<_>>()
    });
    none(broken);
}

#[test]
fn only_the_boundary_names_the_browser() {
    none(lines_with(core_sources(), &["web_sys", "js_sys", "wasm_bindgen"]));
}

/// The standard library's search for one text in another is 3 KB, and its panics print text by tables of 8 KB.
#[test]
fn the_browsers_core_searches_by_its_own_function() {
    let only_without_a_browser =
        |file: &PathBuf| shown(file).starts_with("src/page/html") || shown(file) == "src/page/plain.rs";
    let files = core_sources().into_iter().filter(|file| !only_without_a_browser(file)).collect();
    let searches = [".contains(\"", ".find(\"", ".split(\"", ".split_once(\"", ".rsplit_once(\"", ".replace(\"", ".matches(\""];
    none(lines_with(files, &searches));
}

#[test]
fn the_core_does_no_io() {
    let io =
        ["std::fs", "std::io", "std::net", "std::process", "std::thread", "std::time", "std::env", "println!", "eprintln!"];
    none(lines_with(core_sources(), &io));
}

#[test]
fn the_core_does_not_panic_by_intent() {
    let panics = [".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!(", "unreachable!("];
    none(lines_with(sources_in("src", &["rs"]), &panics));
}

#[test]
fn only_loading_makes_a_request_and_nothing_assigns_markup() {
    let scripts = || [sources_in("www", &["js"]), sources_in("src", &["js"])].concat();
    let requests = ["fetch(", "XMLHttpRequest", "sendBeacon", "WebSocket(", "EventSource("];
    none(lines_with(scripts().into_iter().filter(|file| !file.ends_with("loading.js")).collect(), &requests));
    // Readability's results are nodes: it parses the article, written from the allow-list, into a template, where nothing runs.
    let others = scripts().into_iter().filter(|file| !file.ends_with("readability.js")).collect();
    none(lines_with(others, &["innerHTML =", "outerHTML =", "insertAdjacentHTML(", "document.write("]));
}

#[test]
fn names_say_what_is_inside() {
    let vague = ["utils", "util", "helpers", "helper", "common", "misc", "stuff"];
    let broken = sources(&["rs", "js", "mjs", "css", "toml"]).into_iter().filter(|file| {
        let name = shown(file);
        name.split(['/', '.', '_', '-']).any(|word| vague.contains(&word))
    });
    none(broken.map(|file| format!("{}: a name that says nothing", shown(&file))));
}

#[test]
fn documents_name_files_that_exist() {
    let broken = ["ARCHITECTURE.md", "README.md", "CONTRIBUTING.md"].into_iter().flat_map(|document| {
        let text = read(&root().join(document));
        let missing = named_paths(&text).into_iter().filter(|path| !exists(path));
        missing.map(|path| format!("{document} names {path}")).collect::<Vec<_>>()
    });
    none(broken);
}

#[test]
fn the_readme_quotes_the_sizes_that_are_held() {
    let budgets: serde_json::Value = serde_json::from_str(&read(&root().join("scripts/budgets.json"))).expect("JSON");
    let readme = read(&root().join("README.md"));
    none(["budget_bytes", "aim_bytes"].iter().filter_map(|name| {
        let size = format!("{} KB", budgets["Browser core"][name].as_u64()? / 1000);
        (!readme.contains(&size)).then(|| format!("README.md does not quote {name}, {size}"))
    }));
}

#[test]
fn the_invariants_are_stated() {
    let text = read(&root().join("ARCHITECTURE.md")).replace('\n', " ");
    let list = text.split_once("## Invariants").map_or("", |(_, list)| list);
    let list = list.split_once(" ## ").map_or(list, |(list, _)| list);
    let missing = INVARIANTS.iter().enumerate().filter(|(at, words)| {
        let item = list.split_once(&format!(" {}. ", at + 1)).map_or("", |(_, item)| item);
        let item = item.split_once(&format!(" {}. ", at + 2)).map_or(item, |(item, _)| item);
        !item.contains(*words)
    });
    none(missing.map(|(at, words)| format!("invariant {} no longer says {words:?}", at + 1)));
}

#[track_caller]
fn none(broken: impl IntoIterator<Item = String>) {
    let broken: Vec<String> = broken.into_iter().collect();
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn shown(file: &Path) -> String {
    file.strip_prefix(root()).unwrap_or(file).to_string_lossy().into_owned()
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", shown(file)))
}

fn sources(extensions: &[&str]) -> Vec<PathBuf> {
    FOLDERS.iter().flat_map(|folder| sources_in(folder, extensions)).collect()
}

/// The Rust files of the core: `src` without the boundary and the flow.
fn core_sources() -> Vec<PathBuf> {
    let is_core = |file: &PathBuf| !shown(file).starts_with("src/web/") && shown(file) != "src/lib.rs";
    sources_in("src", &["rs"]).into_iter().filter(is_core).collect()
}

fn sources_in(folder: &str, extensions: &[&str]) -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![root().join(folder)]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extensions.iter().any(|&wanted| extension == wanted)) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The code of a file without comments and without its test module, which stands last.
fn code_of(file: &Path) -> String {
    let text = read(file);
    let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let line = |line: &str| if line.trim_start().starts_with("//") { "\n".to_owned() } else { format!("{line}\n") };
    code.lines().map(line).collect()
}

fn lines_with(files: Vec<PathBuf>, words: &[&str]) -> Vec<String> {
    let in_file = |file: PathBuf| {
        let code = code_of(&file);
        let broken = code.lines().enumerate().filter(|(_, line)| words.iter().any(|word| line.contains(word)));
        broken.map(|(at, line)| format!("{}:{}: {}", shown(&file), at + 1, line.trim())).collect::<Vec<_>>()
    };
    files.into_iter().flat_map(in_file).collect()
}

/// `src/blocks/split.rs` belongs to `blocks`, `src/hiding.rs` to `hiding`.
fn module_of(file: &Path) -> String {
    let name = shown(file);
    name.split(['/', '.']).nth(1).unwrap_or_default().to_owned()
}

/// The modules that stand after `crate::`, also in `use crate::{a, b::c}`.
fn modules_named(code: &str) -> BTreeSet<String> {
    let first_name = |path: &str| path.trim().chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect::<String>();
    let after_crate = code.split("crate::").skip(1).flat_map(|rest| match rest.strip_prefix('{') {
        Some(group) => group.split('}').next().unwrap_or_default().split(',').map(first_name).collect(),
        None => vec![first_name(rest)],
    });
    after_crate.filter(|name| !name.is_empty()).collect()
}

/// Whether a line begins a function that ends on a later line. Relies on rustfmt's and Biome's layout.
fn starts_function(line: &str) -> bool {
    let line = line.trim();
    let rust = line.contains("fn ") && !line.starts_with("//") && !line.ends_with([';', '}']);
    let script = line.ends_with('{') && (line.contains("function") || line.ends_with("=> {"));
    rust || script
}

/// The lines from the first to the one that closes it: the next that begins with `}` at the same depth.
fn function_lines(lines: &[&str]) -> usize {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let depth = lines.first().map_or(0, |line| indent(line));
    let closes = |line: &&str| indent(line) == depth && line.trim_start().starts_with('}');
    lines.iter().skip(1).position(closes).map_or(1, |at| at + 2)
}

/// Links, and paths in backticks: what has a slash and a known ending, or begins with a folder of ours.
fn named_paths(markdown: &str) -> BTreeSet<String> {
    let links = markdown.split("](").skip(1).filter_map(|rest| rest.split(')').next()).filter(|link| !link.contains(':'));
    let quoted = markdown.split('`').skip(1).step_by(2).filter(|text| is_path(text));
    let paths = links.chain(quoted).map(|path| path.split('#').next().unwrap_or_default().to_owned());
    paths.filter(|path| !path.is_empty()).collect()
}

fn is_path(text: &str) -> bool {
    let plain = text.chars().all(|c| c.is_ascii_alphanumeric() || "./_-".contains(c));
    let ending = text.rsplit('.').next().unwrap_or_default();
    let known = text.contains('/') && ["rs", "js", "mjs", "toml", "md", "bin", "py", "json", "html"].contains(&ending);
    let is_placeholder = text.contains("NAME");
    plain && !is_placeholder && (known || FOLDERS.iter().any(|folder| text.starts_with(&format!("{folder}/"))))
}

/// What is built is not there on a fresh clone; paths inside `src` may leave `src/` out.
fn exists(path: &str) -> bool {
    path.starts_with("dist/") || root().join(path).exists() || root().join("src").join(path).exists()
}
