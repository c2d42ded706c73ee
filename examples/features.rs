//! Writes what the training script learns from: the blocks of many pages, measured by the very code that reads pages.
//!
//! usage: features OUT [TABLES] < in.jsonl
//!
//! `in.jsonl` has a line a page: `{"id", "path", "url", "fold"}`. `OUT.features` gets the blocks' numbers (f32), `OUT.names`
//! the class words around each block (u32, a count before each list), `OUT.levels` the blocks of the containers around it
//! (u32 pairs), `OUT.templates` a number that blocks of one template share (u32), `OUT.jsonl` a line a page: `{"id", "texts"}`.
//! `TABLES` is a folder of class word tables, `<fold>.bin` each, of pairs (u32 hash, f32 log-odds).

use limpid::content::{class_words, features, levels};
use limpid::{Options, Page, blocks, metadata, page, text};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufWriter, Write};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let out = arguments.next().ok_or("usage: features OUT [TABLES] < in.jsonl")?;
    let tables = arguments.next();
    let mut loaded: HashMap<i64, HashMap<u32, f32>> = HashMap::new();
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
            loaded.insert(fold, read_table(&format!("{folder}/{fold}.bin"))?);
        }
        let table = loaded.get(&fold);
        let bytes = std::fs::read(input["path"].as_str().unwrap_or_default())?;
        let mut page = page::html::parse_bytes(&bytes, None);
        page.url = input["url"].as_str().map(str::to_owned);
        let options = Options::default();
        let (page, _) = text::repair::page(&page, &options);
        let metadata = metadata::read(&page, &options);
        let blocks = blocks::split(&page);
        let says = |word: u32| table.and_then(|table| table.get(&word)).copied().unwrap_or(0.0);
        let measured = features::of_blocks(&page, &blocks, &metadata, &says);
        for template in measured.templates {
            templates.write_all(&template.to_le_bytes())?;
        }
        for row in measured.rows {
            for number in row {
                numbers.write_all(&number.to_le_bytes())?;
            }
        }
        for range in (0..blocks.list.len()).flat_map(|at| levels::around(&page, &blocks, at)) {
            ranges.write_all(&(range.start as u32).to_le_bytes())?;
            ranges.write_all(&(range.end as u32).to_le_bytes())?;
        }
        write_names(&page, &blocks, &mut names)?;
        let texts: Vec<&str> = (0..blocks.list.len()).map(|at| blocks.text(at)).collect();
        writeln!(lines, "{}", json!({ "id": input["id"], "texts": texts }))?;
    }
    Ok(())
}

fn read_table(path: &str) -> std::io::Result<HashMap<u32, f32>> {
    let bytes = std::fs::read(path)?;
    let word = |at: usize| [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
    Ok((0..bytes.len() / 8).map(|at| (u32::from_le_bytes(word(at * 8)), f32::from_le_bytes(word(at * 8 + 4)))).collect())
}

fn write_names(page: &Page, blocks: &blocks::Blocks, out: &mut impl Write) -> std::io::Result<()> {
    let mut words: Vec<u32> = Vec::new();
    for block in &blocks.list {
        words.clear();
        for node in std::iter::once(block.parent).chain(page.ancestors(block.parent)).take(64) {
            class_words::of_element(page, node, |word| words.push(word));
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
