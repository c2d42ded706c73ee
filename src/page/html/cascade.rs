//! What a browser would answer of a page that is a string: by the style sheets that stand in it, how inline elements are laid
//! out and which elements are not displayed. Sheets from elsewhere are not known.

use super::complex::{self, Complex, Matcher};
use super::list;
use super::sheet::{self, PROPERTIES, Property};
use super::signs::{self, Signs};
use crate::page::selector::Test;
use crate::page::{Attr, Display, NodeId, Page, Tag};
use crate::sort;
use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};

/// Steps that matching takes at most; where it takes more no sheet counts. Of 1,850 pages with sheets half take fewer than 1,800
/// and the longest 940,000; the dearest steps take 50 ns. Higher lets hostile pages take longer.
const STEPS_MAX: usize = 10_000_000;
/// Selectors that may match something on a page, at most; where there are more no sheet counts. The longest sheets of those pages have 2,400, and each
/// takes some hundred bytes.
const SELECTORS_MAX: usize = 100_000;

/// Lays out a page by its sheets.
pub fn lay_out(page: &mut Page, sheets: &[String]) {
    let sheets: Vec<_> = sheets.iter().map(|sheet| sheet::uncommented(sheet)).collect();
    let mut rules = Vec::new();
    sheets.iter().for_each(|sheet| sheet::rules(sheet, &mut rules));
    if rules.is_empty() {
        return;
    }
    let Some(cascade) = Cascade::new(page, &rules) else { return };
    let hidden: Vec<NodeId> = cascade.hidden();
    let kinds = page.display_kinds();
    let answers: Vec<_> = kinds.iter().map(|alike| alike.first().and_then(|&node| cascade.display(node))).collect();
    // Answers by a part of the rules hide what others show.
    if cascade.matcher.steps.get() == 0 {
        return;
    }
    page.set_displays(&kinds, answers);
    page.set_hidden(&hidden);
}

struct Cascade<'a> {
    matcher: Matcher<'a>,
    rules: &'a [sheet::Rule<'a>],
    selectors: Vec<Selector<'a>>,
    /// The selectors by what the element must have, of which there is most often little: the hash of an id, a class or a tag,
    /// or of nothing, above the place of the selector; in order.
    by_key: Vec<u64>,
    /// What was found of elements already: many are asked about for what is in them.
    known: RefCell<HashMap<NodeId, Values<'a>>>,
}

struct Selector<'a> {
    complex: Complex<'a>,
    rule: usize,
    specificity: u32,
}

/// Whether an element can be seen.
#[derive(Clone, Copy, Default)]
struct Sight {
    /// It or what it stands in is not displayed, or invisible.
    is_hidden: bool,
    /// It or what it stands in is transparent: in the flow, text that waits for a script to fade it in.
    is_clear: bool,
    /// It lies over the page.
    is_lifted: bool,
}

/// The frame of the page: where that is hidden it waits for a script that shows it.
fn is_frame(tag: Tag) -> bool {
    matches!(tag, Tag::Document | Tag::Html | Tag::Body)
}

/// What an element's properties are; `None` where no rule says. A value that is not known for sure is empty.
type Values<'a> = [Option<&'a str>; PROPERTIES];

impl<'a> Cascade<'a> {
    /// `None` where there are too many selectors.
    fn new(page: &'a Page, rules: &'a [sheet::Rule<'a>]) -> Option<Cascade<'a>> {
        let matcher = Matcher { page, signs: Signs::of(page), steps: Cell::new(STEPS_MAX) };
        let (by_key, known) = (Vec::new(), RefCell::default());
        let mut cascade = Cascade { matcher, rules, selectors: Vec::new(), by_key, known };
        let names = cascade.matcher.signs.names;
        for (at, rule) in rules.iter().enumerate() {
            let mut told = Vec::new();
            list::on_page(rule.selectors, &names, |selector| told.push(selector));
            for mut complex in told.into_iter().filter_map(complex::parse) {
                if cascade.selectors.len() == SELECTORS_MAX {
                    return None;
                }
                complex.is_whole &= rule.is_sure;
                let key = complex.parts.last().map_or(signs::ANY, |part| key(&part.tests));
                cascade.by_key.push(u64::from(key) << 32 | cascade.selectors.len() as u64);
                let specificity = complex.specificity();
                cascade.selectors.push(Selector { complex, rule: at, specificity });
            }
        }
        cascade.by_key = sort::ascending(cascade.by_key);
        Some(cascade)
    }

    /// The elements that a browser would be asked about and would not show, as `src/web/layout.js` has it.
    fn hidden(&self) -> Vec<NodeId> {
        let page = self.matcher.page;
        let mut of_node: HashMap<NodeId, Sight> = HashMap::new();
        let mut asked = page.layout_questions();
        asked.retain(|&node| {
            let mut sight = Sight::default();
            let path: Vec<NodeId> =
                std::iter::once(node).chain(page.ancestors(node)).take_while(|at| !is_frame(page.tag(*at))).collect();
            for at in path.into_iter().rev() {
                sight = *of_node.entry(at).or_insert_with(|| self.sight(at, sight));
            }
            sight.is_hidden || sight.is_clear && sight.is_lifted
        });
        asked
    }

    fn sight(&self, node: NodeId, around: Sight) -> Sight {
        let values = self.values(node);
        let of = |property: Property| values[property as usize].unwrap_or_default();
        Sight {
            is_hidden: around.is_hidden
                || of(Property::Display).eq_ignore_ascii_case("none")
                || of(Property::Visibility).eq_ignore_ascii_case("hidden"),
            is_clear: around.is_clear || matches!(of(Property::Opacity), "0" | "0%" | "0.0" | ".0"),
            is_lifted: matches!(of(Property::Position), "absolute" | "fixed" | "sticky" | "-webkit-sticky"),
        }
    }

    /// How an inline element is laid out, as `src/web/displays.js` has it from a browser.
    fn display(&self, node: NodeId) -> Option<Display> {
        let page = self.matcher.page;
        let values = self.values(node);
        let of = |property: Property| values[property as usize];
        let around = page.parent(node).map(|parent| self.values(parent)).unwrap_or_default();
        let around_of = |property: Property| around[property as usize].unwrap_or_default();
        let inside = around_of(Property::Display);
        let is_item = if inside == "contents" {
            let of_box = page.ancestors(node).map(|at| self.values(at)[Property::Display as usize].unwrap_or_default());
            of_box
                .into_iter()
                .find(|display| *display != "contents")
                .is_some_and(|display| is_flex(display) || is_grid(display))
        } else {
            is_flex(inside) || is_grid(inside)
        };
        let floats = of(Property::Float).is_some_and(|float| float != "none");
        let is_lifted = of(Property::Position).is_some_and(|position| matches!(position, "absolute" | "fixed"));
        if of(Property::Display).is_none() && !is_item && !is_lifted {
            return floats.then_some(Display::Inline);
        }
        let display = of(Property::Display).unwrap_or("inline");
        if floats || display.eq_ignore_ascii_case("none") {
            return Some(Display::Inline);
        }
        let laid_out = match display {
            "" => return None,
            "block" | "flex" | "grid" | "flow-root" | "list-item" | "table" | "table-row" => Display::Line,
            _ if is_item || is_lifted => Display::Line,
            "table-cell" => Display::Apart,
            _ => Display::Inline,
        };
        let is_in_row = is_flex(inside) && !around_of(Property::Direction).starts_with("column")
            || is_grid(inside) && has_columns(around_of(Property::Columns));
        Some(if laid_out == Display::Line && (is_lifted || is_in_row) { Display::Apart } else { laid_out })
    }

    /// What the rules and the inline style make of an element.
    fn values(&self, node: NodeId) -> Values<'a> {
        let known = self.known.borrow().get(&node).copied();
        known.unwrap_or_else(|| {
            let values = self.cascaded(node);
            self.known.borrow_mut().insert(node, values);
            values
        })
    }

    /// Of all rules that match the most important counts, then the most specific, then the last.
    fn cascaded(&self, node: NodeId) -> Values<'a> {
        let mut values = Values::default();
        let mut ranks = [(false, 0, 0); PROPERTIES];
        for at in self.candidates(node) {
            let selector = &self.selectors[at as usize];
            let declarations = &self.rules[selector.rule].declarations;
            if !self.matcher.step(declarations.len(), 0) {
                break;
            }
            let rank = |is_important| (is_important, selector.specificity, selector.rule + 1);
            let outranks = declarations.iter().any(|said| rank(said.is_important) > ranks[said.property as usize]);
            if !outranks || !self.matcher.matches(node, &selector.complex.parts) {
                continue;
            }
            for said in declarations {
                let place = said.property as usize;
                let hides = matches!(said.value, "none" | "hidden" | "0");
                if rank(said.is_important) < ranks[place] || hides && !selector.complex.is_whole {
                    continue;
                }
                ranks[place] = rank(said.is_important);
                values[place] = Some(if selector.complex.is_whole { said.value } else { "" });
            }
        }
        let style_bytes = self.matcher.page.attr(node, Attr::Style).map_or(0, str::len);
        if !self.matcher.step(1, style_bytes * INLINE.len()) {
            return values;
        }
        for (name, property) in INLINE {
            if let Some(value) = self.matcher.page.style(node, name).filter(|_| !ranks[property as usize].0) {
                values[property as usize] = Some(value);
            }
        }
        values
    }

    /// The selectors that may match, each once.
    fn candidates(&self, node: NodeId) -> Vec<u32> {
        let mut found = Vec::new();
        // A class that is repeated without end would bring its selectors each time.
        let mut told = HashSet::new();
        let mut add = |name: u32| {
            if !told.insert(name) {
                return;
            }
            let from = self.by_key.partition_point(|&at| at >> 32 < u64::from(name));
            let same = self.by_key.iter().skip(from).take_while(|&at| at >> 32 == u64::from(name));
            found.extend(same.map(|&at| at as u32));
        };
        let name_bytes: usize =
            self.matcher.page.attrs(node).map(|(attr, value)| if is_name(attr) { value.len() } else { 0 }).sum();
        if self.matcher.step(1, name_bytes * 2) {
            signs::names(self.matcher.page, node, &mut add);
            add(signs::ANY);
        }
        found
    }
}

fn is_name(attr: Attr) -> bool {
    matches!(attr, Attr::Class | Attr::Id | Attr::TagName)
}

/// What the elements that pass must have: an id or else a class or else a tag.
fn key(tests: &[Test]) -> u32 {
    let rank = |test: &&Test| match test {
        Test::Id(_) => 3,
        Test::Class(_) => 2,
        Test::Tag(_) => 1,
        _ => 0,
    };
    tests.iter().max_by_key(rank).map_or(signs::ANY, signs::of_test)
}

/// What inline styles are asked for.
const INLINE: [(&str, Property); 4] = [
    ("display", Property::Display),
    ("visibility", Property::Visibility),
    ("opacity", Property::Opacity),
    ("position", Property::Position),
];

fn is_flex(display: &str) -> bool {
    matches!(display, "flex" | "inline-flex")
}

fn is_grid(display: &str) -> bool {
    matches!(display, "grid" | "inline-grid")
}

fn has_columns(columns: &str) -> bool {
    let columns = columns.rsplit('/').next().unwrap_or_default().trim();
    columns.contains(' ') || columns.contains("repeat(")
}
