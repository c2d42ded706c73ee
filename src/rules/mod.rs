//! What clutter looks like: the rules of `*.toml` in this folder, as tables made by `build.rs`.
//!
//! A file is a kind of clutter, an entry a rule: its name, why it is clutter, where it was seen, the signs that must hold
//! and those that must not, and HTML that it hits and spares. CONTRIBUTING.md shows how to add one. The words that other
//! stages go by lie in the folder `words`.

pub mod words;

use crate::clutter::shapes::Shape;
use crate::clutter::told::Told;
use crate::page::{Attr, Position, Tag};
use crate::reading::SectionKind;

/// One way to know one kind of clutter.
#[derive(Debug)]
pub struct Rule {
    /// The rule's name.
    pub name: &'static str,
    /// What it finds.
    pub kind: SectionKind,
    /// How sure it is by itself, 0 to 1.
    pub certainty: f32,
    /// What it starts from.
    pub trigger: Trigger,
    /// All of these hold.
    pub when: &'static [Condition],
    /// None of these holds.
    pub unless: &'static [Condition],
}

/// What a rule starts from: only what shows this sign is asked for the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// Each block that is one of its headings, with the list under it.
    Heading,
    /// Each place of its shape.
    Shape,
    /// Each element with one of its words in class or id.
    Words,
    /// Each element of its role.
    Role,
    /// Each element with its attribute.
    Attribute,
    /// Each block with one of its phrases, and the elements around it.
    Phrase,
    /// Each element of its tag.
    Tag,
}

/// A sign of clutter. Where there is a list, one entry is enough.
#[derive(Debug)]
pub enum Condition {
    /// The element's name.
    Tag(&'static [Tag]),
    /// The list of words, by its line in [`WORDS`], of which one is in class or id.
    Words(u16),
    /// The ARIA role.
    Role(&'static [&'static str]),
    /// An attribute and its value; an empty value stands for any.
    Attribute(&'static [(Attr, &'static str)]),
    /// What it looks like.
    Shape(Shape),
    /// Which sentence of a block tells something.
    Told(Told),
    /// The list of phrases, by its place in [`PHRASES`], of which one stands in a block.
    Phrase(u16),
    /// A second list of phrases, of which one stands in a short block.
    Also(u16),
    /// The list of phrases with one of which a block begins.
    Start(u16),
    /// The list of phrases of which one is a whole block.
    Line(u16),
    /// The list of phrases of which one is the heading.
    Heading(u16),
    /// An ancestor's name.
    Inside(&'static [Tag]),
    /// A descendant's name.
    Holds(&'static [Tag]),
    /// Where it stands to the prose.
    Place(&'static [Place]),
    /// How a browser places it.
    Position(&'static [Position]),
    /// Words, at least.
    WordsMin(u32),
    /// Words, at most.
    WordsMax(u32),
    /// Links, at least.
    LinksMin(u32),
    /// Buttons, fields and links, at least.
    ControlsMin(u32),
    /// Words of prose, at most.
    ProseMax(u32),
    /// Hundredths of the characters that stand in links, at least.
    LinkDensityMin(u32),
    /// Hundredths of the window that it covers, at least.
    ShareMin(u32),
    /// Hundredths of the window that it covers, at most.
    ShareMax(u32),
}

/// Where a phrase counts in its block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// As the whole block, numbers aside.
    Alone,
    /// At its start.
    AtStart,
    /// Anywhere.
    Anywhere,
}

/// Where something stands to the prose of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Before nearly all of it.
    Before,
    /// Between.
    Among,
    /// After nearly all of it.
    After,
}

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// What a reader is told about a kind of clutter, without a full stop.
pub fn reason(kind: SectionKind) -> &'static str {
    REASONS.iter().find(|(of, _)| *of == kind).map_or(kind.name(), |(_, reason)| reason)
}
