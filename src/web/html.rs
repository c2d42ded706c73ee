//! Reading without a document: from an HTML string, from bytes, from plain text. In the second wasm only.

use super::{options, reading};
use crate::page::{Page, html, plain};
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads a page from the bytes of its HTML; the charset is found as a browser finds it.
#[wasm_bindgen]
pub fn read_html(bytes: Vec<u8>, url: &str, content_type: &str, options: &[f64]) -> String {
    let content_type = (!content_type.is_empty()).then_some(content_type);
    let page = html::parse_bytes(&bytes, content_type);
    // What is done with goes at once: the longest pages take hundreds of megabytes.
    drop(bytes);
    read(page, url, options)
}

/// Reads a page from the text of its HTML.
#[wasm_bindgen]
pub fn read_html_text(html: String, url: &str, options: &[f64]) -> String {
    let page = html::parse(&html);
    drop(html);
    read(page, url, options)
}

/// Reads a plain-text dump of a page.
#[wasm_bindgen]
pub fn read_text(text: &str) -> String {
    read(plain::parse(text), "", &[])
}

fn read(mut page: Page, url: &str, options: &[f64]) -> String {
    page.url = (!url.is_empty()).then(|| url.to_owned());
    let reading = crate::read(&page, &options::from_numbers(options));
    drop(page);
    reading::to_json(&reading)
}

/// Bytes of memory that this instance has taken. A wasm never gives any back.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn memory_bytes() -> f64 {
    const PAGE_BYTES: f64 = 65_536.0;
    core::arch::wasm32::memory_size(0) as f64 * PAGE_BYTES
}
