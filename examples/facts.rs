//! The facts of pages as JSON lines, for the scorer: lines `{id, path, url?}` in, `{id, title, authors, published, ...}` out.

use limpid::{Options, metadata, page, text::repair};
use serde_json::{Value, json};
use std::io::{BufRead, BufWriter, Write};
use std::time::Instant;

fn main() -> std::io::Result<()> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let Ok(input) = serde_json::from_str::<Value>(&line?) else { continue };
        let bytes = std::fs::read(input["path"].as_str().unwrap_or_default())?;
        let mut page = page::html::parse_bytes(&bytes, None);
        page.url = input["url"].as_str().map(str::to_owned);
        let begun = Instant::now();
        let (page, repairs) = repair::page(&page, &Options::default());
        let facts = metadata::read(&page, &Options::default());
        let ms = begun.elapsed().as_secs_f64() * 1000.0;
        let answer = json!({
            "id": input["id"], "title": facts.title, "byline": facts.byline, "authors": facts.authors,
            "published": facts.published, "modified": facts.modified, "site": facts.site_name, "lang": facts.lang,
            "kicker": facts.kicker, "standfirst": facts.standfirst, "image": facts.image, "url": facts.url,
            "repairs": repairs.iter().map(|repair| json!([repair.kind, repair.before, repair.after, repair.count])).collect::<Vec<_>>(),
            "ms": ms,
        });
        writeln!(out, "{answer}")?;
    }
    Ok(())
}
