//! The options as JavaScript gives them: `www/options.js` has checked them and made them numbers.

use crate::options::Options;
use crate::reading::SectionKind;
use wasm_bindgen::prelude::wasm_bindgen;

/// The bit that stands for a kind of clutter in the options, 0 where no kind has the name.
#[wasm_bindgen]
pub fn kind_bit(name: &str) -> u32 {
    SectionKind::from_name(name).map_or(0, bit)
}

fn bit(kind: SectionKind) -> u32 {
    1 << kind as u32
}

/// The options as numbers: the bits of the kinds, include gated, repair, JSON-LD, fewest characters. Others are the defaults.
pub fn from_numbers(numbers: &[f64]) -> Options {
    let &[kinds, include_gated, repair, json_ld, chars_min] = numbers else { return Options::default() };
    let kinds = kinds as u32;
    let wanted = || SectionKind::ALL.iter().copied().filter(|&kind| kinds & bit(kind) != 0).collect();
    Options {
        kinds: (kinds != u32::MAX).then(wanted),
        include_gated: include_gated != 0.0,
        repair: repair != 0.0,
        json_ld: json_ld != 0.0,
        chars_min: chars_min as usize,
    }
}
