//! Selectors of style sheets: compounds as [`crate::page::selector`] reads them, with what stands behind a colon, related as
//! descendants, children and siblings. What an element's state decides (`:hover`) is never met.

use super::signs::{self, Signs};
use crate::page::selector::{Test, compound};
use crate::page::{Attr, NodeId, Page, Tag};
use std::cell::Cell;

/// Compounds of one selector; a longer one is not read. It bounds recursion.
const COMPOUNDS_MAX: usize = 12;
/// Tests of one compound, those in brackets counted in; what is beyond is not read, and the selector not known for sure. Real
/// ones have up to 30. It bounds the weight of a selector, which has to fit a number of 32 bits.
const TESTS_MAX: usize = 50;

/// A selector.
#[derive(Debug)]
pub struct Complex<'a> {
    /// What the element itself must be is the last.
    pub parts: Vec<Part<'a>>,
    /// Whether all of it was understood. Without the rest it matches too much.
    pub is_whole: bool,
}

/// What one element must be, and how it is related to what the part before it matches.
#[derive(Debug, Default)]
pub struct Part<'a> {
    pub tests: Vec<Test<'a>>,
    is_not: Vec<Vec<Test<'a>>>,
    is_any_of: Vec<Vec<Vec<Test<'a>>>>,
    places: Vec<Place>,
    /// How many tests there are in all.
    size: usize,
    relation: Relation,
    /// The bits of the names that the element has.
    own: u64,
    /// The bits of the names that are around it, by the parts before.
    around: u64,
}

#[derive(Clone, Copy, Debug)]
enum Place {
    First,
    Last,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Relation {
    #[default]
    Within,
    Child,
    Next,
    Later,
}

impl Complex<'_> {
    /// Weight against other selectors: ids, then classes, then tags.
    pub fn specificity(&self) -> u32 {
        let weight = |test: &Test| match test {
            Test::Any => 0,
            Test::Tag(_) => 1,
            Test::Class(_) | Test::Attribute(..) => 1 << 8,
            Test::Id(_) => 1 << 16,
        };
        let of = |tests: &Vec<Test>| tests.iter().map(weight).sum::<u32>();
        let of_part = |part: &Part| {
            let most = part.is_any_of.iter().map(|list| list.iter().map(of).max().unwrap_or(0)).sum::<u32>();
            let not = part.is_not.iter().map(of).max().unwrap_or(0);
            of(&part.tests) + not + most + ((part.places.len() as u32) << 8)
        };
        self.parts.iter().map(of_part).sum()
    }
}

/// Reads a selector; `None` where no element of a page that nobody touches matches it.
pub fn parse(selector: &str) -> Option<Complex<'_>> {
    let mut complex = Complex { parts: Vec::new(), is_whole: true };
    let mut rest = selector.trim();
    let mut relation = Relation::Within;
    while !rest.is_empty() && complex.parts.len() < COMPOUNDS_MAX {
        let mut part = Part { relation, ..Part::default() };
        if !rest.starts_with(':') {
            let (tests, after) = compound(rest)?;
            rest = after;
            complex.is_whole &= tests.len() <= TESTS_MAX && tests.iter().all(is_known);
            part.tests = tests.into_iter().filter(is_known).take(TESTS_MAX).collect();
            part.size = part.tests.len();
        }
        while let Some(behind) = rest.strip_prefix(':') {
            let (name, inside, after) = pseudo(behind);
            rest = after;
            complex.is_whole &= part.add(name, inside)?;
        }
        part.own = part.tests.iter().map(|test| signs::bit(signs::of_test(test))).fold(0, |all, bit| all | bit);
        if let Some(before) = complex.parts.last() {
            let is_inside = matches!(part.relation, Relation::Within | Relation::Child);
            part.around = before.around | if is_inside { before.own } else { 0 };
        }
        complex.parts.push(part);
        let bare = rest.trim_start();
        let (next, after) = match bare.bytes().next() {
            Some(b'>') => (Relation::Child, &bare[1..]),
            Some(b'+') => (Relation::Next, &bare[1..]),
            Some(b'~') => (Relation::Later, &bare[1..]),
            // Something that is not understood follows directly, or nothing does.
            _ if bare.len() == rest.len() => {
                return bare.is_empty().then_some(complex);
            }
            _ => (Relation::Within, bare),
        };
        (relation, rest) = (next, after.trim_start());
    }
    (rest.is_empty() && relation == Relation::Within && !complex.parts.is_empty()).then_some(complex)
}

/// The name behind a colon, what its brackets hold, and what follows.
fn pseudo(text: &str) -> (&str, &str, &str) {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    let Some(inside) = rest.strip_prefix('(') else { return (name, "", rest) };
    let mut depth = 1;
    for (at, byte) in inside.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return (name, &inside[..at], &inside[at + 1..]);
        }
    }
    (name, inside, "")
}

impl<'a> Part<'a> {
    /// Adds what stands behind a colon, and tells whether it was understood; `None` where it is never met.
    fn add(&mut self, name: &'a str, inside: &'a str) -> Option<bool> {
        match name {
            "root" if self.has_room(1) => self.tests.push(Test::Tag("html")),
            "first-child" if self.has_room(1) => self.places.push(Place::First),
            "last-child" if self.has_room(1) => self.places.push(Place::Last),
            "not" => match self.simple_list(inside) {
                Some(list) => self.is_not.extend(list),
                None => return Some(false),
            },
            "is" | "where" | "matches" | "-webkit-any" => match self.simple_list(inside) {
                Some(list) => self.is_any_of.push(list),
                None => return Some(false),
            },
            // Pseudo-elements, with two colons or, as of old, with one; states; other documents' own.
            "" | "before" | "after" | "first-line" | "first-letter" | "hover" | "focus" | "focus-within" | "focus-visible"
            | "active" | "visited" | "target" | "host" | "fullscreen" | "modal" | "popover-open" => return None,
            // Among them `:checked`, which the page may say and a visitor change: the pane of a tab that is open from the start.
            _ => return Some(false),
        }
        Some(true)
    }

    /// Makes room for so many more tests, where there is any.
    fn has_room(&mut self, count: usize) -> bool {
        let has_room = self.size + count <= TESTS_MAX;
        self.size += if has_room { count } else { 0 };
        has_room
    }

    /// The compounds of a list; `None` where there are others, or too many.
    fn simple_list(&mut self, list: &'a str) -> Option<Vec<Vec<Test<'a>>>> {
        let one = |selector: &'a str| match compound(selector.trim()) {
            Some((tests, "")) if tests.iter().all(is_known) => Some(tests),
            _ => None,
        };
        let list = list.split(',').map(one).collect::<Option<Vec<_>>>()?;
        self.has_room(list.iter().map(Vec::len).sum()).then_some(list)
    }
}

/// Whether an attribute that is tested is one that stands in the page.
fn is_known(test: &Test) -> bool {
    !matches!(test, Test::Attribute(name, ..) if Attr::from_name(&name.to_ascii_lowercase()).is_none())
}

/// Matches within a number of steps, which everything takes that a page can make long: tests, bytes of attributes, siblings.
pub struct Matcher<'p> {
    pub page: &'p Page,
    pub signs: Signs,
    pub steps: Cell<usize>,
}

impl Matcher<'_> {
    /// Whether the element matches. Without steps left nothing does.
    pub fn matches(&self, node: NodeId, parts: &[Part]) -> bool {
        let Some((part, before)) = parts.split_last() else { return true };
        if !self.step(1, 0) || !self.signs.may_be(node, part.own, part.around) || !self.passes(node, part) {
            return false;
        }
        if before.is_empty() {
            return true;
        }
        let parent = self.page.parent(node);
        match part.relation {
            Relation::Child => parent.is_some_and(|parent| self.matches(parent, before)),
            Relation::Within => self.page.ancestors(node).any(|around| self.matches(around, before)),
            Relation::Next => self.siblings_before(node).last().is_some_and(|sibling| self.matches(sibling, before)),
            Relation::Later => self.siblings_before(node).any(|sibling| self.matches(sibling, before)),
        }
    }

    fn siblings_before(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        let children = self.page.parent(node).map(|parent| self.page.children(parent));
        let before = children.into_iter().flatten().take_while(move |&child| child < node && self.step(1, 0));
        before.filter(|&child| self.page.tag(child) != Tag::Text)
    }

    fn passes(&self, node: NodeId, part: &Part) -> bool {
        if self.page.tag(node) == Tag::Text || node == Page::ROOT {
            return false;
        }
        let passes = |tests: &Vec<Test>| tests.iter().all(|test| self.passes_test(node, test));
        passes(&part.tests)
            && !part.is_not.iter().any(passes)
            && part.is_any_of.iter().all(|list| list.iter().any(passes))
            && part.places.iter().all(|&place| self.stands(node, place))
    }

    /// Names stand as written, with a `\` before signs that names do not have.
    fn passes_test(&self, node: NodeId, test: &Test) -> bool {
        let is_named = |own: &str, written: &str| own.bytes().eq(written.bytes().filter(|&byte| byte != b'\\'));
        let of = |attr| self.page.attr(node, attr).unwrap_or_default();
        let read_bytes = match *test {
            Test::Any => 0,
            Test::Tag(name) => name.len(),
            Test::Class(name) => name.len() + of(Attr::Class).len(),
            Test::Id(name) => name.len() + of(Attr::Id).len(),
            Test::Attribute(name, _, wanted) => {
                wanted.len() + Attr::from_name(&name.to_ascii_lowercase()).map_or(0, |attr| of(attr).len())
            }
        };
        if !self.step(1, read_bytes) {
            return false;
        }
        match *test {
            Test::Class(name) if name.contains('\\') => of(Attr::Class).split_ascii_whitespace().any(|own| is_named(own, name)),
            Test::Id(name) if name.contains('\\') => is_named(of(Attr::Id), name),
            _ => self.page.passes_test(node, test),
        }
    }

    fn stands(&self, node: NodeId, place: Place) -> bool {
        let Some(parent) = self.page.parent(node) else { return false };
        // Without steps left the walk ends anywhere.
        let is_element = |child: &NodeId| self.page.tag(*child) != Tag::Text || !self.step(1, 0);
        match place {
            Place::First => self.page.children(parent).find(is_element) == Some(node),
            Place::Last => {
                let mut next = self.page.next_sibling(node);
                while let Some(sibling) = next.filter(|sibling| !is_element(sibling)) {
                    next = self.page.next_sibling(sibling);
                }
                next.is_none()
            }
        }
    }

    /// Takes so many steps, and those for the bytes that are searched, where there are as many left.
    pub fn step(&self, count: usize, bytes: usize) -> bool {
        let left = self.steps.get().checked_sub(count + bytes / STEP_BYTES);
        self.steps.set(left.unwrap_or(0));
        left.is_some()
    }
}

/// Bytes of attributes and names that are searched in one step.
const STEP_BYTES: usize = 16;
