//! What a rule file may hold. `build.rs` and `tests/rules.rs` read the same files through it.

use serde::Deserialize;
use std::collections::BTreeMap;

/// One file of `src/rules`: everything known about one kind of clutter.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindFile {
    /// What a reader is told about this kind, without a full stop: what was seen is put behind it.
    pub reason: String,
    /// The rules, tried in order.
    #[serde(default, rename = "rule")]
    pub rules: Vec<Rule>,
    /// Named lists of phrases, each by language. In a phrase `…` stands for a few words, `#` for a number; a word is known
    /// by its first ten letters, so that an ending behind them need not be listed.
    #[serde(default)]
    pub phrases: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

/// One way to know this kind of clutter.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its name, unique among all files.
    pub name: String,
    /// Why this is clutter and why these signs tell it.
    pub why: String,
    /// Where it was met.
    pub seen: String,
    /// How sure the rule is by itself, 0 to 1.
    pub certainty: f32,
    /// All of these hold.
    #[serde(rename = "match")]
    pub when: Signs,
    /// None of these holds.
    #[serde(default)]
    pub unless: Signs,
    /// HTML in which it finds something.
    #[serde(default)]
    pub hits: Vec<String>,
    /// HTML in which it finds nothing.
    #[serde(default)]
    pub spares: Vec<String>,
}

/// Signs of clutter. A list holds where one of its entries does.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Signs {
    /// The element's name.
    pub tag: Vec<String>,
    /// Whole words of its class or id, `one-two` for neighbours, `=name` for a whole class name or id.
    pub words: Vec<String>,
    /// Its ARIA role.
    pub role: Vec<String>,
    /// An attribute, as `name` or `name=value`.
    pub attribute: Vec<String>,
    /// What it looks like: a name of `clutter::shapes::Shape`, in kebab case.
    pub shape: Option<String>,
    /// A list of phrases, one of which stands anywhere in a block of it.
    pub phrase: Option<String>,
    /// A second list of phrases, one of which stands in a short block of it. Like the first it may be another file's: `kind.list`.
    pub also: Option<String>,
    /// A list of phrases, with one of which a block of it begins.
    pub start: Option<String>,
    /// A list of phrases, one of which is a whole block of it.
    pub line: Option<String>,
    /// A sentence of it tells something, so that it is more than names: `first` for that with which a block begins, `any`, or
    /// `nameless` for any and for what names nobody.
    pub told: Option<String>,
    /// A list of phrases, one of which is the heading over it.
    pub heading: Option<String>,
    /// It stands inside one of these elements.
    pub inside: Vec<String>,
    /// It holds one of these elements.
    pub holds: Vec<String>,
    /// `before`, `among` or `after` the prose of the page.
    pub place: Vec<String>,
    /// `flow`, `absolute`, `sticky`, `fixed`, `top-layer`, as a browser drew it.
    pub position: Vec<String>,
    /// Words in it.
    pub words_min: Option<u32>,
    /// Words in it.
    pub words_max: Option<u32>,
    /// Links in it.
    pub links_min: Option<u32>,
    /// Buttons, fields and links in it.
    pub controls_min: Option<u32>,
    /// Words of prose in it.
    pub prose_max: Option<u32>,
    /// Share of its characters that stand in links, in hundredths.
    pub link_density_min: Option<u32>,
    /// Share of the window that it covers, in hundredths.
    pub share_min: Option<u32>,
    /// Share of the window that it covers, in hundredths.
    pub share_max: Option<u32>,
}
