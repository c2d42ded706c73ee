//! What a caller may ask for.

use crate::reading::SectionKind;

/// Options of one reading. `Options::default()` suits most pages.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Kinds of clutter to hide; `None` hides all.
    pub kinds: Option<Vec<SectionKind>>,
    /// Whether parts that the page declares as paid and hides belong to the article. Default: no.
    pub include_gated: bool,
    /// Whether damaged text is repaired. Default: yes.
    pub repair: bool,
    /// Whether JSON-LD is read. Default: yes.
    pub json_ld: bool,
    /// Give an article only where it has at least this many characters; 0 for no limit.
    pub chars_min: usize,
}

impl Default for Options {
    fn default() -> Self {
        Options { kinds: None, include_gated: false, repair: true, json_ld: true, chars_min: 0 }
    }
}
