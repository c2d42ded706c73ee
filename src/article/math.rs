//! Formulas: MathML is kept. KaTeX, MathJax and MediaWiki say each formula twice, once for the eye and once as MathML; it is
//! taken once.

use super::classes::{self, Sign, Signs, has_word};
use super::flow::Flow;
use super::safe;
use super::walk::{Context, Step};
use crate::page::{Attr, NodeId, Page, Tag, node_range};
use crate::text::search;

/// Nodes of a wrapper that are searched for its MathML; a formula of a page is smaller.
const WRAPPER_NODES_MAX: u32 = 4000;
/// Nodes before a TeX script among which the set formula stands, where there is one.
const SET_NODES_MAX: u32 = 40;
/// Levels inside a formula; deeper ones join the level above.
const DEPTH_MAX: usize = 32;
/// Characters of TeX that are kept beside a formula.
const TEX_CHARS_MAX: usize = 4000;

/// A wrapper around the two forms of a formula.
pub fn wrapper(cx: &Context, flow: &mut Flow, at: NodeId, signs: Signs) -> Option<Step> {
    let page = cx.page;
    if signs.has(Sign::FormulaPreview) {
        return Some(Step::Skip);
    }
    if !is_wrapper(page, at, signs) || page.end(at).place() - at.place() > WRAPPER_NODES_MAX {
        return None;
    }
    let math = page.descendants(at).find(|&node| page.tag(node) == Tag::Math)?;
    Some(formula(cx, flow, math, at))
}

fn is_wrapper(page: &Page, at: NodeId, signs: Signs) -> bool {
    signs.has(Sign::Formula) || page.tag(at) == Tag::Other && page.attr(at, Attr::TagName) == Some("mjx-container")
}

/// TeX that MathJax has not set yet stands in a script. Where it has, the formula came just before.
pub fn tex_script(cx: &Context, flow: &mut Flow, at: NodeId) -> Step {
    let page = cx.page;
    if !page.attr(at, Attr::Type).is_some_and(|kind| kind.starts_with("math/tex")) {
        return Step::Skip;
    }
    let before = node_range(at.place().saturating_sub(SET_NODES_MAX)..at.place());
    let is_set = |node| page.tag(node) == Tag::Math || is_wrapper(page, node, classes::signs(page, node));
    let tex = page.raw_text(at);
    let tex = tex.trim();
    if !tex.is_empty() && tex.len() <= TEX_CHARS_MAX && !before.into_iter().any(is_set) && flow.begin_inline_leaf() {
        let attrs = flow.body.take_attrs();
        flow.body.open(Tag::Code, attrs);
        flow.body.push_text(tex);
        flow.body.close();
    }
    Step::Skip
}

/// The formula's allowed elements. `wrapper` is asked as well for whether it stands on a line of its own.
pub fn formula(cx: &Context, flow: &mut Flow, math: NodeId, wrapper: NodeId) -> Step {
    if flow.begin_inline_leaf() {
        let page = cx.page;
        let is_display = page.attr(math, Attr::Display) == Some("block")
            || has_word(page, wrapper, "MathJax_Display")
            || page.parent(wrapper).is_some_and(|parent| has_word(page, parent, "katex-display"));
        if is_display {
            flow.body.add(Tag::Math, Attr::Display, "block");
        }
        if let Some(tex) = tex(page, math).filter(|tex| tex.len() <= TEX_CHARS_MAX) {
            flow.body.add(Tag::Math, Attr::Alttext, tex.trim());
        }
        elements(page, flow, math);
    }
    Step::Skip
}

/// The TeX that is said beside the formula.
fn tex(page: &Page, math: NodeId) -> Option<String> {
    let is_tex = |&node: &NodeId| {
        page.tag(node) == Tag::Annotation
            && page.attr(node, Attr::Encoding).is_some_and(|encoding| search::has(encoding, "tex"))
    };
    match page.descendants(math).find(is_tex) {
        Some(annotation) => Some(page.raw_text(annotation)),
        None => page.attr(math, Attr::Alttext).map(str::to_owned),
    }
}

fn elements(page: &Page, flow: &mut Flow, math: NodeId) {
    let mut open: Vec<NodeId> = Vec::new();
    let mut at = math;
    while at < page.end(math) {
        while open.last().is_some_and(|&end| at >= end) {
            open.pop();
            flow.body.close();
        }
        let tag = page.tag(at);
        let mut next = at.next();
        if tag == Tag::Text {
            let text = page.text(at).trim();
            if !text.is_empty() && page.parent(at).is_some_and(|parent| is_token(page.tag(parent))) {
                flow.body.push_text(text);
            }
        } else if tag == Tag::Annotation || tag == Tag::Other || tag.hides_text() {
            next = page.end(at);
        } else if safe::is_formula(tag) && open.len() < DEPTH_MAX && (tag != Tag::Math || at == math) {
            let attrs = flow.body.take_attrs();
            flow.body.open(tag, attrs);
            open.push(page.end(at));
        }
        at = next;
    }
    for _ in open {
        flow.body.close();
    }
}

/// MathML elements that hold characters; text elsewhere in a formula is only white space between them.
fn is_token(tag: Tag) -> bool {
    matches!(tag, Tag::Mi | Tag::Mn | Tag::Mo | Tag::Ms | Tag::Mtext)
}
