//! The command line's `--batch`, natively: JSON lines `{id, path | html, url?}` in, `{id, title, ..., text, html, ms}` out.
//!
//! usage: batch [TABLES] < in.jsonl
//!
//! With a folder of tables, `<fold>.bin` each, a line with a `fold` is read by the tables that never saw pages of that fold.

use limpid::content::weights::{self, Weights};
use limpid::{Options, page, read_with};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::{BufRead, BufWriter, Write};
use std::time::Instant;

fn main() -> std::io::Result<()> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    let tables = std::env::args().nth(1).map(load).transpose()?.unwrap_or_default();
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let answer = match serde_json::from_str::<Value>(&line) {
            Ok(input) => one(&input, &tables).unwrap_or_else(|error| json!({ "id": input["id"], "error": error })),
            Err(error) => json!({ "id": null, "error": error.to_string() }),
        };
        writeln!(out, "{answer}")?;
    }
    Ok(())
}

fn load(folder: String) -> std::io::Result<HashMap<i64, Weights>> {
    let mut tables = HashMap::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let fold = path.file_stem().and_then(|stem| stem.to_str()?.parse().ok());
        if let (Some(fold), Some(weights)) = (fold, Weights::parse(&std::fs::read(&path)?)) {
            tables.insert(fold, weights);
        }
    }
    Ok(tables)
}

fn one(input: &Value, tables: &HashMap<i64, Weights>) -> Result<Value, String> {
    let bytes = match (input["html"].as_str(), input["path"].as_str()) {
        (Some(html), _) => html.as_bytes().to_vec(),
        (None, Some(path)) => std::fs::read(path).map_err(|error| error.to_string())?,
        (None, None) => return Err("neither html nor path".to_owned()),
    };
    let begun = Instant::now();
    let mut page = page::html::parse_bytes(&bytes, None);
    page.url = input["url"].as_str().map(str::to_owned);
    let learned = input["fold"].as_i64().and_then(|fold| tables.get(&fold)).unwrap_or_else(|| weights::learned());
    let article = read_with(&page, &Options::default(), learned).article;
    let ms = begun.elapsed().as_secs_f64() * 1000.0;
    Ok(match article {
        None => {
            json!({ "id": input["id"], "title": null, "byline": null, "published": null, "text": "", "html": "", "ms": ms })
        }
        Some(article) => json!({
            "id": input["id"], "title": article.title, "byline": article.byline, "authors": article.authors,
            "published": article.published, "modified": article.modified, "type": article.page_type.name(), "text": article.text, "html": article.html, "ms": ms,
        }),
    })
}
