//! Writes what the training script learns from: the blocks of many pages, measured by the very code that reads pages.
//!
//! usage: features OUT [TABLES] < in.jsonl
//!
//! `in.jsonl` has a line a page: `{"id", "path", "url", "fold"}`. `OUT.features` gets the blocks' numbers (f32), `OUT.names`
//! the class words around each block (u32, a count before each list), `OUT.levels` the blocks of the containers around it
//! (u32 pairs), `OUT.templates` a number that blocks of one template share (u32), `OUT.jsonl` a line a page: `{"id", "texts",
//! "page_words"}`.
//! `TABLES` is a folder of tables of words, `<fold>.class` and `<fold>.page` each.

use limpid::content::weights::Words;
use limpid::content::{class_words, features, levels, page_words};
use limpid::{Options, Page, blocks, metadata, page, text};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufWriter, Write};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let out = arguments.next().ok_or("usage: features OUT [TABLES] < in.jsonl")?;
    let tables = arguments.next();
    let mut loaded: HashMap<i64, Words> = HashMap::new();
    let none = Words::default();
    let mut numbers = BufWriter::new(File::create(format!("{out}.features"))?);
    let mut names = BufWriter::new(File::create(format!("{out}.names"))?);
    let mut ranges = BufWriter::new(File::create(format!("{out}.levels"))?);
    let mut templates = BufWriter::new(File::create(format!("{out}.templates"))?);
    let mut lines = BufWriter::new(File::create(format!("{out}.jsonl"))?);
    for line in std::io::stdin().lock().lines() {
        let input: Value = serde_json::from_str(&line?)?;
        let fold = input["fold"].as_i64().unwrap_or(0);
        if let Some(folder) = &tables
            && !loaded.contains_key(&fold)
        {
            loaded.insert(fold, read_words(&format!("{folder}/{fold}"))?);
        }
        let bytes = std::fs::read(input["path"].as_str().unwrap_or_default())?;
        let mut page = page::html::parse_bytes(&bytes, None);
        page.url = input["url"].as_str().map(str::to_owned);
        let options = Options::default();
        let (page, _) = text::repair::page(&page, &options);
        let metadata = metadata::read(&page, &options);
        let blocks = blocks::split(&page);
        let measure = features::Measure::new(&page, &blocks, &metadata, loaded.get(&fold).unwrap_or(&none));
        for template in measure.templates() {
            templates.write_all(&template.to_le_bytes())?;
        }
        let mut row = measure.row();
        for at in 0..blocks.list.len() {
            measure.put(at, &mut row);
            for number in row {
                numbers.write_all(&number.to_le_bytes())?;
            }
        }
        for range in (0..blocks.list.len()).flat_map(|at| levels::around(&page, &blocks, at, levels::first(&page, &blocks, at)))
        {
            ranges.write_all(&(range.start as u32).to_le_bytes())?;
            ranges.write_all(&(range.end as u32).to_le_bytes())?;
        }
        write_names(&page, &blocks, &mut names)?;
        let texts: Vec<&str> = (0..blocks.list.len()).map(|at| blocks.text(at)).collect();
        let mut page_words = Vec::new();
        page_words::of_page(&page, &metadata, |word| page_words.push(word));
        writeln!(lines, "{}", json!({ "id": input["id"], "texts": texts, "page_words": page_words }))?;
    }
    Ok(())
}

/// The words of `NAME.class` (a hash and its log-odds) and `NAME.page` (a hash and its log-odds for each kind of page).
fn read_words(name: &str) -> std::io::Result<Words> {
    let class = numbers_in(&format!("{name}.class"))?;
    let page = numbers_in(&format!("{name}.page"))?;
    let class = class.chunks_exact(2).map(|row| (row[0] >> 8, [f32::from_bits(row[1])])).collect();
    let page = page
        .chunks_exact(1 + page_words::KINDS)
        .map(|row| (row[0] >> 8, std::array::from_fn(|kind| f32::from_bits(row[1 + kind]))));
    Ok(Words { class, page: page.collect() })
}

fn numbers_in(path: &str) -> std::io::Result<Vec<u32>> {
    let bytes = std::fs::read(path)?;
    Ok(bytes.chunks_exact(4).map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]])).collect())
}

fn write_names(page: &Page, blocks: &blocks::Blocks, out: &mut impl Write) -> std::io::Result<()> {
    let mut words: Vec<u32> = Vec::new();
    for block in &blocks.list {
        words.clear();
        for node in std::iter::once(block.parent).chain(page.ancestors(block.parent)).take(64) {
            class_words::of_element(page, node, &mut |word| words.push(word));
        }
        words.sort_unstable();
        words.dedup();
        out.write_all(&(words.len() as u32).to_le_bytes())?;
        for word in &words {
            out.write_all(&word.to_le_bytes())?;
        }
    }
    Ok(())
}
