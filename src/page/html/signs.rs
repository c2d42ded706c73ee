//! The names of an element as bits, so that most selectors are ruled out without a look at a string.

use crate::page::selector::Test;
use crate::page::{Attr, Page, Tag};
use crate::text::filter::Filter;
use crate::text::hash;

/// A kind of name, which goes into its hash: a class is not an id of the same name.
#[derive(Clone, Copy)]
pub enum Kind {
    Tag = b'<' as isize,
    Class = b'.' as isize,
    Id = b'#' as isize,
}

/// The hash of what an element need not be named.
pub const ANY: u32 = 0;

/// The hash of a name as the page has it.
pub fn of_name(kind: Kind, name: &str) -> u32 {
    name.bytes().fold(start(kind), |hash, byte| hash::step(hash, folded(kind, byte)))
}

/// Where the hash of a name of this kind begins.
pub fn start(kind: Kind) -> u32 {
    hash::step(hash::START, kind as u8)
}

/// The hash of the name that a selector asks for, written with a `\` before signs that names do not have; [`ANY`] where it
/// asks for none.
pub fn of_test(test: &Test) -> u32 {
    let (kind, name) = match test {
        Test::Tag(name) => (Kind::Tag, name),
        Test::Class(name) => (Kind::Class, name),
        Test::Id(name) => (Kind::Id, name),
        Test::Any | Test::Attribute(..) => return ANY,
    };
    name.bytes().filter(|&byte| byte != b'\\').fold(start(kind), |hash, byte| hash::step(hash, folded(kind, byte)))
}

/// Names of tags are the same in upper and lower case.
pub fn folded(kind: Kind, byte: u8) -> u8 {
    if matches!(kind, Kind::Tag) { byte.to_ascii_lowercase() } else { byte }
}

/// One of 64 bits for a name.
pub fn bit(name: u32) -> u64 {
    // The golden ratio mixes all bits of the hash into the highest.
    if name == ANY { 0 } else { 1 << (name.wrapping_mul(0x9e37_79b1) >> 26) }
}

/// The bits of a page's elements, by node.
pub struct Signs {
    own: Vec<u64>,
    around: Vec<u64>,
    /// All names there are.
    pub names: Filter,
}

impl Signs {
    pub fn of(page: &Page) -> Signs {
        let bits = || Vec::with_capacity(page.len());
        let mut signs = Signs { own: bits(), around: bits(), names: Filter::default() };
        for node in page.nodes() {
            let parent = page.parent(node).map_or(0, |parent| parent.index());
            let bits = |of: &[u64]| of.get(parent).copied().unwrap_or(0);
            let around = bits(&signs.own) | bits(&signs.around);
            signs.around.push(around);
            let mut own = 0;
            names(page, node, |name| {
                own |= bit(name);
                signs.names.add(name);
            });
            signs.own.push(own);
        }
        signs
    }

    /// Whether the element may have these names, and what is around it those. No for sure, yes for likely.
    pub fn may_be(&self, node: crate::page::NodeId, own: u64, around: u64) -> bool {
        let has = |of: &[u64], bits: u64| of.get(node.index()).is_some_and(|has| has & bits == bits);
        has(&self.own, own) && has(&self.around, around)
    }
}

/// Tells the hashes of an element's names: its classes, then its id, then its tag.
pub fn names(page: &Page, node: crate::page::NodeId, mut tell: impl FnMut(u32)) {
    let tag = page.tag(node);
    if tag == Tag::Text {
        return;
    }
    let (mut id, mut tag_name) = (None, tag.name());
    for (attr, value) in page.attrs(node) {
        match attr {
            Attr::Class => value.split_ascii_whitespace().for_each(|class| tell(of_name(Kind::Class, class))),
            Attr::Id => id = Some(value),
            Attr::TagName => tag_name = value,
            _ => {}
        }
    }
    if let Some(id) = id {
        tell(of_name(Kind::Id, id));
    }
    tell(of_name(Kind::Tag, tag_name));
}
