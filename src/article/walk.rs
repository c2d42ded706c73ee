//! The walk over the chosen nodes: one pass in document order, each element asked what it becomes.

use super::body::Body;
use super::classes::{self, Sign, Signs};
use super::flow::Flow;
use super::{code, embeds, figures, footnotes, headings, links, lists, math, paragraphs, tables};
use crate::content::MainContent;
use crate::page::{NodeId, NodeSet, Page, Tag};

/// What the elements' files are told.
pub struct Context<'a> {
    /// The page.
    pub page: &'a Page,
    /// The chosen nodes.
    pub main: &'a MainContent,
    /// What addresses are resolved against.
    pub base: String,
    /// Nodes inside the article that are shown elsewhere: findings, and elements that became fields.
    pub left_out: NodeSet,
    /// The list that is only a way to lay out paragraphs.
    pub layout_list: Option<NodeId>,
    /// The tables that hold data.
    pub data_tables: NodeSet,
    /// The ids that links in the article lead to, sorted.
    pub targets: Vec<u64>,
}

impl Context<'_> {
    /// Whether the node, with all that is in it, stays out of the article.
    pub fn leaves_out(&self, node: NodeId) -> bool {
        self.main.dropped.contains(node) || self.left_out.contains(node)
    }
}

/// What becomes of an element. Its attributes wait in the flow's body.
#[derive(Clone, Copy)]
pub enum Step {
    /// It is left out with all that is in it, or is written already.
    Skip,
    /// Only what is in it counts.
    Through,
    /// What is in it stands on lines of its own.
    Line,
    /// What is in it stands apart from its neighbours in the line.
    Apart,
    /// It is a block.
    Block(Tag),
    /// It is a table cell: a block that stays even when empty.
    Cell(Tag),
    /// It stands in the line.
    Inline(Tag),
    /// It ends the line: `<br>`.
    Break,
}

/// The article's content.
pub fn body(cx: &Context) -> Body {
    let mut walk = Walk { cx, flow: Flow::default(), open: Vec::new() };
    for &root in &cx.main.roots {
        walk.run(root);
        walk.flow.end_line();
    }
    walk.flow.finish()
}

struct Walk<'a> {
    cx: &'a Context<'a>,
    flow: Flow,
    /// The elements around the current node that need something done at their end, innermost last: where that is, and what
    /// they became, and their own tag.
    open: Vec<(NodeId, Step, Tag)>,
}

impl Walk<'_> {
    fn run(&mut self, root: NodeId) {
        let page = self.cx.page;
        let end = page.end(root);
        let mut at = root;
        while at < end {
            self.leave(at);
            let tag = page.tag(at);
            at = if self.cx.leaves_out(at) {
                if page.is_block(at) {
                    self.flow.end_line();
                }
                page.end(at)
            } else if tag == Tag::Text {
                self.flow.text(page.text(at));
                page.end(at)
            } else {
                self.set_apart(at);
                footnotes::set_id(self.cx, &mut self.flow, at);
                let step = step(self.cx, &mut self.flow, at, at == root);
                self.take(at, step)
            };
        }
        self.leave(end);
    }

    fn leave(&mut self, at: NodeId) {
        while let Some(&(end, step, tag)) = self.open.last()
            && at >= end
        {
            self.open.pop();
            match step {
                Step::Block(_) => self.flow.close(),
                Step::Cell(_) => {
                    self.flow.keep_empty();
                    self.flow.close();
                }
                Step::Inline(_) => self.flow.close_inline(),
                Step::Line => self.flow.end_line(),
                Step::Apart => self.flow.part(),
                _ => self.flow.note_end(tag),
            }
        }
    }

    /// Ends the line, or the word, before an inline element that is laid out so, and again after it.
    fn set_apart(&mut self, at: NodeId) {
        let page = self.cx.page;
        let step = match (page.is_line(at), page.is_apart(at)) {
            (true, _) => Step::Line,
            (_, true) => Step::Apart,
            _ => return,
        };
        if page.is_line(at) {
            self.flow.end_line()
        } else {
            self.flow.part()
        }
        self.open.push((page.end(at), step, page.tag(at)));
    }

    /// Carries out a step and gives where to go on.
    fn take(&mut self, at: NodeId, mut step: Step) -> NodeId {
        let page = self.cx.page;
        match step {
            Step::Skip => {
                self.flow.body.drop_attrs();
                return page.end(at);
            }
            Step::Through | Step::Inline(_) => self.flow.note_start(page.tag(at)),
            _ => {}
        }
        match step {
            Step::Block(tag) | Step::Cell(tag) if !self.flow.open(tag) => step = Step::Line,
            Step::Inline(tag) if !self.flow.open_inline(tag) => step = Step::Through,
            Step::Block(_) | Step::Cell(_) | Step::Inline(_) => {}
            _ => {
                self.flow.keep_id();
                match step {
                    Step::Break => self.flow.line_break(),
                    Step::Line => self.flow.end_line(),
                    _ => {}
                }
            }
        }
        if !matches!(step, Step::Break) {
            self.open.push((page.end(at), step, page.tag(at)));
        }
        at.next()
    }
}

/// Asks the file of each kind of element what it becomes. A root was chosen whole, be it marked as hidden or not.
fn step(cx: &Context, flow: &mut Flow, at: NodeId, is_root: bool) -> Step {
    let tag = cx.page.tag(at);
    // Of others no class is asked for what it says.
    let may_have = matches!(tag, Tag::Div | Tag::Span | Tag::P | Tag::Td | Tag::Section | Tag::Aside | Tag::Other);
    let signs = if may_have { classes::signs(cx.page, at) } else { Signs::default() };
    if cx.layout_list.is_some_and(|list| list == at || Some(list) == cx.page.parent(at)) {
        return Step::Line;
    }
    if !is_root && let Some(step) = seen_or_not(cx, flow, at, signs) {
        return step;
    }
    match tag {
        Tag::Pre => return code::block(cx, flow, at),
        Tag::Td | Tag::Div | Tag::Span if signs.has(Sign::LineNumber) => return Step::Skip,
        Tag::Table if cx.data_tables.contains(at) => return Step::Block(tag),
        Tag::Tr | Tag::Caption => return Step::Block(tag),
        Tag::Td | Tag::Th => return tables::cell(cx, flow, at),
        Tag::Blockquote => return Step::Block(tag),
        Tag::Aside | Tag::Div | Tag::Section | Tag::P if signs.has(Sign::PullQuote) => return Step::Block(Tag::Blockquote),
        _ => {}
    }
    if let Some(heading) = headings::step(cx, at) {
        return heading;
    }
    match tag {
        Tag::Ul | Tag::Menu | Tag::Dir | Tag::Ol | Tag::Li => lists::step(cx, flow, at),
        Tag::Dl | Tag::Dt | Tag::Dd => Step::Block(tag),
        Tag::A => links::step(cx, flow, at),
        _ => paragraphs::step(cx, flow, at),
    }
}

/// Formulas, images and films come before the question whether the element is hidden, as they keep their better form in
/// hidden or unread places.
fn seen_or_not(cx: &Context, flow: &mut Flow, at: NodeId, signs: Signs) -> Option<Step> {
    let page = cx.page;
    let tag = page.tag(at);
    match tag {
        Tag::Math => return Some(math::formula(cx, flow, at, at)),
        Tag::Script => return Some(math::tex_script(cx, flow, at)),
        Tag::Img => return Some(figures::image(cx, flow, at)),
        Tag::Noscript => return Some(figures::noscript_image(cx, flow, at)),
        Tag::Video | Tag::Audio => return Some(embeds::media(cx, flow, at)),
        Tag::Iframe => return Some(embeds::frame(cx, flow, at)),
        Tag::Figcaption => return Some(Step::Block(tag)),
        Tag::Figure if figures::holds_something(page, at) => return Some(Step::Block(tag)),
        Tag::Other if figures::is_amp_image(page, at) => return Some(figures::image(cx, flow, at)),
        Tag::Span | Tag::Div | Tag::Other => {
            if let Some(step) = math::wrapper(cx, flow, at, signs) {
                return Some(step);
            }
            // A credit beside its caption is drawn on a line of its own; in the markup nothing may stand between them.
            if tag == Tag::Span && signs.has(Sign::Credit) && flow.is_inside(Tag::Figcaption) {
                return Some(Step::Line);
            }
        }
        _ => {}
    }
    (tag.hides_text() || page.is_hidden(at) || is_control(tag)).then_some(Step::Skip)
}

/// Parts of a form: what they say is for filling in, not for reading. The form itself may hold a whole page.
fn is_control(tag: Tag) -> bool {
    matches!(tag, Tag::Button | Tag::Label | Tag::Legend | Tag::Output)
}
