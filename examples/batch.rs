//! The command line's `--batch`, natively: JSON lines `{id, path | html, url?}` in, `{id, title, ..., text, html, ms}` out.

use limpid::{Options, page, read};
use serde_json::{Value, json};
use std::io::{BufRead, BufWriter, Write};
use std::time::Instant;

fn main() -> std::io::Result<()> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let answer = match serde_json::from_str::<Value>(&line) {
            Ok(input) => one(&input).unwrap_or_else(|error| json!({ "id": input["id"], "error": error })),
            Err(error) => json!({ "id": null, "error": error.to_string() }),
        };
        writeln!(out, "{answer}")?;
    }
    Ok(())
}

fn one(input: &Value) -> Result<Value, String> {
    let bytes = match (input["html"].as_str(), input["path"].as_str()) {
        (Some(html), _) => html.as_bytes().to_vec(),
        (None, Some(path)) => std::fs::read(path).map_err(|error| error.to_string())?,
        (None, None) => return Err("neither html nor path".to_owned()),
    };
    let begun = Instant::now();
    let mut page = page::html::parse_bytes(&bytes, None);
    page.url = input["url"].as_str().map(str::to_owned);
    let article = read(&page, &Options::default()).article;
    let ms = begun.elapsed().as_secs_f64() * 1000.0;
    Ok(match article {
        None => {
            json!({ "id": input["id"], "title": null, "byline": null, "published": null, "text": "", "html": "", "ms": ms })
        }
        Some(article) => json!({
            "id": input["id"], "title": article.title, "byline": article.byline, "authors": article.authors,
            "published": article.published, "text": article.text, "html": article.html, "ms": ms,
        }),
    })
}
