//! Reading without a document: from an HTML string, from bytes, from plain text. In the second wasm only.

use super::{options, reading};
use crate::page::{Page, html, plain};
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads a page from the bytes of its HTML; the charset is found as a browser finds it.
#[wasm_bindgen]
pub fn read_html(bytes: &[u8], url: &str, content_type: &str, options: &[f64]) -> String {
    let content_type = (!content_type.is_empty()).then_some(content_type);
    read(html::parse_bytes(bytes, content_type), url, options)
}

/// Reads a page from the text of its HTML.
#[wasm_bindgen]
pub fn read_html_text(html: &str, url: &str, options: &[f64]) -> String {
    read(html::parse(html), url, options)
}

/// Reads a plain-text dump of a page.
#[wasm_bindgen]
pub fn read_text(text: &str) -> String {
    read(plain::parse(text), "", &[])
}

fn read(mut page: Page, url: &str, options: &[f64]) -> String {
    page.url = (!url.is_empty()).then(|| url.to_owned());
    reading::to_json(&crate::read(&page, &options::from_numbers(options)))
}
