//! Formulas: MathML is kept. KaTeX, MathJax and MediaWiki say each formula twice, once for the eye and once as MathML; it is
//! taken once.

use super::Piece;
use super::flow::Attrs;
use super::safe;
use super::walk::{Context, Step};
use crate::page::{Attr, NodeId, Page, Tag, node_range};

/// Nodes of a wrapper that are searched for its MathML; a formula of a page is smaller.
const WRAPPER_NODES_MAX: u32 = 4000;
/// Nodes before a TeX script among which the set formula stands, where there is one.
const SET_NODES_MAX: u32 = 40;
/// Levels inside a formula; deeper ones join the level above.
const DEPTH_MAX: usize = 32;
/// Characters of TeX that are kept beside a formula.
const TEX_CHARS_MAX: usize = 4000;
/// Class words and element names around a formula that is said twice.
const WRAPPERS: [&str; 7] =
    ["katex", "MathJax", "MathJax_CHTML", "MathJax_SVG", "MathJax_Display", "mwe-math-element", "mjx-container"];

/// A formula, or a wrapper around its two forms.
pub fn step(cx: &Context, at: NodeId) -> Option<Step> {
    let page = cx.page;
    match page.tag(at) {
        Tag::Math => Some(Step::InlineLeaf(pieces(page, at, at))),
        Tag::Script => tex_script(page, at),
        Tag::Span | Tag::Div | Tag::Other => {
            if has_class(page, at, "MathJax_Preview") {
                return Some(Step::Skip);
            }
            if !is_wrapper(page, at) || page.end(at).0 - at.0 > WRAPPER_NODES_MAX {
                return None;
            }
            let math = page.descendants(at).find(|&node| page.tag(node) == Tag::Math)?;
            Some(Step::InlineLeaf(pieces(page, math, at)))
        }
        _ => None,
    }
}

fn is_wrapper(page: &Page, at: NodeId) -> bool {
    WRAPPERS.iter().any(|name| has_class(page, at, name) || page.attr(at, Attr::TagName) == Some(name))
}

fn has_class(page: &Page, at: NodeId, name: &str) -> bool {
    page.attr(at, Attr::Class).is_some_and(|class| class.split_ascii_whitespace().any(|word| word == name))
}

/// TeX that MathJax has not set yet stands in a script. Where it has, the formula came just before.
fn tex_script(page: &Page, at: NodeId) -> Option<Step> {
    if !page.attr(at, Attr::Type)?.starts_with("math/tex") {
        return None;
    }
    let before = node_range(at.0.saturating_sub(SET_NODES_MAX)..at.0);
    let is_set = before.into_iter().any(|node| page.tag(node) == Tag::Math || is_wrapper(page, node));
    let tex = page.raw_text(at);
    if is_set || tex.trim().is_empty() || tex.len() > TEX_CHARS_MAX {
        return Some(Step::Skip);
    }
    let tex = Piece::Text(tex.trim().to_owned());
    Some(Step::InlineLeaf(vec![Piece::Open(Tag::Code, Attrs::new()), tex, Piece::Close]))
}

/// The formula's allowed elements. `wrapper` is asked as well for whether it stands on a line of its own.
fn pieces(page: &Page, math: NodeId, wrapper: NodeId) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut open: Vec<NodeId> = Vec::new();
    let mut tex = None;
    let mut at = math;
    while at < page.end(math) {
        while open.last().is_some_and(|&end| at >= end) {
            open.pop();
            out.push(Piece::Close);
        }
        let tag = page.tag(at);
        let mut next = NodeId(at.0 + 1);
        if tag == Tag::Annotation {
            let is_tex = page.attr(at, Attr::Encoding).is_some_and(|encoding| encoding.contains("tex"));
            tex = tex.or_else(|| is_tex.then(|| page.raw_text(at)));
            next = page.end(at);
        } else if tag == Tag::Text {
            let text = page.text(at).trim();
            let in_token = page.parent(at).is_some_and(|parent| is_token(page.tag(parent)));
            out.extend((in_token && !text.is_empty()).then(|| Piece::Text(text.to_owned())));
        } else if tag == Tag::Other || tag.hides_text() {
            next = page.end(at);
        } else if safe::is_formula(tag) && open.len() < DEPTH_MAX && (tag != Tag::Math || at == math) {
            out.push(Piece::Open(tag, Attrs::new()));
            open.push(page.end(at));
        }
        at = next;
    }
    out.extend(open.iter().map(|_| Piece::Close));
    let tex = tex.or_else(|| page.attr(math, Attr::Alttext).map(str::to_owned));
    if let Some(Piece::Open(_, attrs)) = out.first_mut() {
        let is_display = page.attr(math, Attr::Display) == Some("block")
            || has_class(page, wrapper, "MathJax_Display")
            || page.parent(wrapper).is_some_and(|parent| has_class(page, parent, "katex-display"));
        attrs.extend(is_display.then(|| ("display", "block".to_owned())));
        attrs.extend(tex.filter(|tex| tex.len() <= TEX_CHARS_MAX).map(|tex| ("alttext", tex.trim().to_owned())));
    }
    out
}

/// MathML elements that hold characters; text elsewhere in a formula is only white space between them.
fn is_token(tag: Tag) -> bool {
    matches!(tag, Tag::Mi | Tag::Mn | Tag::Mo | Tag::Ms | Tag::Mtext)
}
