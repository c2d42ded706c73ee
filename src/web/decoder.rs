//! The browser's decoder of old encodings.

use crate::text::repair::decoder;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    type TextDecoder;

    #[wasm_bindgen(constructor, catch)]
    fn new(label: &str) -> Result<TextDecoder, JsValue>;

    #[wasm_bindgen(method)]
    fn decode(this: &TextDecoder, bytes: &[u8]) -> String;
}

/// Lets text repair have it.
pub fn offer() {
    decoder::set(|label, bytes| Some(TextDecoder::new(label).ok()?.decode(bytes)));
}
