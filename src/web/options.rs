//! The options as JavaScript gives them.

use super::error::BoundaryError;
use crate::options;
use crate::reading::SectionKind;
use serde::Deserialize;
use wasm_bindgen::JsValue;

/// Twin of [`options::Options`]; every field may be missing.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Options {
    kinds: Option<Vec<String>>,
    include_gated: Option<bool>,
    repair: Option<bool>,
    json_ld: Option<bool>,
    chars_min: Option<f64>,
}

/// The options of a JavaScript object; `undefined` and `null` are the defaults.
pub fn from_js(value: JsValue) -> Result<options::Options, BoundaryError> {
    if value.is_undefined() || value.is_null() {
        return Ok(options::Options::default());
    }
    let given: Options = serde_wasm_bindgen::from_value(value).map_err(|error| BoundaryError::Options(error.to_string()))?;
    let defaults = options::Options::default();
    Ok(options::Options {
        kinds: given.kinds.map(kinds).transpose()?,
        include_gated: given.include_gated.unwrap_or(defaults.include_gated),
        repair: given.repair.unwrap_or(defaults.repair),
        json_ld: given.json_ld.unwrap_or(defaults.json_ld),
        chars_min: given.chars_min.map_or(defaults.chars_min, |chars| chars as usize),
    })
}

fn kinds(names: Vec<String>) -> Result<Vec<SectionKind>, BoundaryError> {
    let kind = |name: String| {
        SectionKind::from_name(&name).ok_or_else(|| BoundaryError::Options("no kind is called ".to_owned() + &name))
    };
    names.into_iter().map(kind).collect()
}
