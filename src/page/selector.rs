//! CSS selectors as publishers write them into structured data: `.paywall`, `#story .premium`, `div.a > p.b`, `[id="x"]`,
//! comma lists. Attributes that no stage reads are not on the page and match nothing, and so does all other CSS.

use super::{Attr, NodeId, NodeSet, Page};
use crate::text::search;

/// A longer selector is not read, in bytes, and neither is one of more parts: real ones have one to three.
const BYTES_MAX: usize = 500;
const COMPOUNDS_MAX: usize = 12;
/// Selectors of one list.
const LIST_MAX: usize = 20;

/// What one element must be: `div.a#b[c]`.
#[derive(Debug, Default)]
struct Compound<'a> {
    tests: Vec<Test<'a>>,
    /// Whether it must be a child of what the compound before it matches, not just stand in it.
    is_child: bool,
}

/// One thing that an element must be or have. Names stand as written, with a `\\` before signs that names do not have.
#[derive(Debug)]
pub(super) enum Test<'a> {
    Any,
    Tag(&'a str),
    Class(&'a str),
    Id(&'a str),
    /// Name, operator (`=`, `~=`, ...; empty for mere presence) and value.
    Attribute(&'a str, &'a str, &'a str),
}

impl Page {
    /// The elements that a selector or a list of selectors matches, in document order.
    ///
    /// ```
    /// use limpid::page::{Attr, PageBuilder};
    /// let mut builder = PageBuilder::default();
    /// builder.open("main");
    /// let paid = builder.open("div");
    /// builder.attr(Attr::Class, "text premium");
    /// let page = builder.finish();
    /// assert_eq!(page.select("main > div.premium, #none"), [paid]);
    /// assert!(page.select("div:hover, main").len() == 1);
    /// ```
    pub fn select(&self, selectors: &str) -> Vec<NodeId> {
        let mut found = NodeSet::with_len(self.len());
        if selectors.len() <= BYTES_MAX {
            for compounds in search::split(selectors, ",").into_iter().take(LIST_MAX).filter_map(parse) {
                self.select_into(&compounds, &mut found);
            }
        }
        self.nodes().filter(|&node| found.contains(node)).collect()
    }

    /// One pass over the page a compound: an element matches where it passes the tests inside what the last compound matched.
    fn select_into(&self, compounds: &[Compound], found: &mut NodeSet) {
        let mut around: Option<NodeSet> = None;
        for compound in compounds {
            let mut matched = NodeSet::with_len(self.len());
            let mut inside_until = NodeId::at(0);
            for node in self.nodes().skip(1) {
                let placed = match &around {
                    None => true,
                    Some(around) if compound.is_child => self.parent(node).is_some_and(|parent| around.contains(parent)),
                    Some(_) => node < inside_until,
                };
                if around.as_ref().is_some_and(|around| around.contains(node)) {
                    inside_until = inside_until.max(self.end(node));
                }
                if placed && self.passes(node, compound) {
                    matched.insert(node);
                }
            }
            around = Some(matched);
        }
        for node in self.nodes().filter(|&node| around.as_ref().is_some_and(|matched| matched.contains(node))) {
            found.insert(node);
        }
    }

    fn passes(&self, node: NodeId, compound: &Compound) -> bool {
        let is_element = self.tag(node) != super::Tag::Text;
        is_element && compound.tests.iter().all(|test| self.passes_test(node, test))
    }

    pub(super) fn passes_test(&self, node: NodeId, test: &Test) -> bool {
        match *test {
            Test::Any => true,
            Test::Tag(name) => {
                let own = self.attr(node, Attr::TagName).unwrap_or(self.tag(node).name());
                own.eq_ignore_ascii_case(name)
            }
            Test::Class(name) => self.attr(node, Attr::Class).is_some_and(|class| has_word(class, name)),
            Test::Id(name) => self.attr(node, Attr::Id) == Some(name),
            Test::Attribute(name, operator, wanted) => {
                let value = Attr::from_name(&name.to_ascii_lowercase()).and_then(|attr| self.attr(node, attr));
                value.is_some_and(|value| match operator {
                    "" => true,
                    "=" => value == wanted,
                    _ if wanted.is_empty() => false,
                    "~=" => has_word(value, wanted),
                    "^=" => value.starts_with(wanted),
                    "$=" => value.ends_with(wanted),
                    "*=" => search::has(value, wanted),
                    "|=" => value.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with('-')),
                    _ => false,
                })
            }
        }
    }
}

fn has_word(value: &str, word: &str) -> bool {
    value.split_ascii_whitespace().any(|own| own == word)
}

/// The compounds of one selector, `None` where it is not one of those that are read.
fn parse(selector: &str) -> Option<Vec<Compound<'_>>> {
    let mut rest = selector.trim();
    let mut compounds: Vec<Compound> = Vec::new();
    let mut is_child = false;
    while !rest.is_empty() {
        let (tests, after) = compound(rest)?;
        if tests.is_empty() || compounds.len() >= COMPOUNDS_MAX {
            return None;
        }
        compounds.push(Compound { tests, is_child });
        let bare = after.trim_start();
        let child = bare.strip_prefix('>');
        is_child = child.is_some();
        // Something that is no compound, such as `:hover` or `+`, follows directly.
        if !is_child && !bare.is_empty() && bare.len() == after.len() {
            return None;
        }
        rest = child.map_or(bare, str::trim_start);
    }
    (!compounds.is_empty() && !is_child).then_some(compounds)
}

/// The tests at the start, and what follows them.
pub(super) fn compound(selector: &str) -> Option<(Vec<Test<'_>>, &str)> {
    let mut tests = Vec::new();
    let mut rest = selector;
    loop {
        let behind = rest.get(1..).unwrap_or_default();
        let (test, after) = match rest.bytes().next() {
            Some(b'*') if tests.is_empty() => (Test::Any, behind),
            Some(b'.') => name(behind).map(|(name, after)| (Test::Class(name), after))?,
            Some(b'#') => name(behind).map(|(name, after)| (Test::Id(name), after))?,
            Some(b'[') => attribute(behind)?,
            _ if tests.is_empty() => name(rest).map(|(name, after)| (Test::Tag(name), after))?,
            _ => return Some((tests, rest)),
        };
        tests.push(test);
        rest = after;
    }
}

fn name(text: &str) -> Option<(&str, &str)> {
    let mut is_escaped = false;
    let ends = |c: char| {
        let ends = !(is_escaped || c.is_alphanumeric() || matches!(c, '-' | '_' | '\\'));
        is_escaped = c == '\\' && !is_escaped;
        ends
    };
    let end = text.find(ends).unwrap_or(text.len());
    text.split_at_checked(end).filter(|_| end > 0)
}

/// What follows a `[`.
fn attribute(text: &str) -> Option<(Test<'_>, &str)> {
    let (inside, after) = search::split_once(text, "]")?;
    let (name, rest) = name(inside.trim())?;
    let rest = rest.trim();
    let (operator, value) = rest.split_at_checked(search::find(rest, "=").map_or(0, |at| at + 1))?;
    if operator.is_empty() && !rest.is_empty() {
        return None;
    }
    let value = value.trim().trim_matches(['"', '\'']);
    Some((Test::Attribute(name, operator.trim(), value), after))
}
