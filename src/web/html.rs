//! Reading without a document: from an HTML string, from bytes, from plain text. In the second wasm only.

use super::{options, reading};
use crate::page::{Page, html, plain};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads a page from the bytes of its HTML; the charset is found as a browser finds it.
#[wasm_bindgen]
pub fn read_html(bytes: &[u8], url: &str, content_type: &str, options: JsValue) -> Result<JsValue, JsValue> {
    let content_type = (!content_type.is_empty()).then_some(content_type);
    read(html::parse_bytes(bytes, content_type), url, options)
}

/// Reads a page from the text of its HTML.
#[wasm_bindgen]
pub fn read_html_text(html: &str, url: &str, options: JsValue) -> Result<JsValue, JsValue> {
    read(html::parse(html), url, options)
}

/// Reads a plain-text dump of a page.
#[wasm_bindgen]
pub fn read_text(text: &str) -> Result<JsValue, JsValue> {
    read(plain::parse(text), "", JsValue::UNDEFINED)
}

fn read(mut page: Page, url: &str, options: JsValue) -> Result<JsValue, JsValue> {
    page.url = (!url.is_empty()).then(|| url.to_owned());
    let options = options::from_js(options)?;
    Ok(reading::to_js(crate::read(&page, &options))?)
}
