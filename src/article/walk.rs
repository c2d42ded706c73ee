//! The walk over the chosen nodes: one pass in document order, each element asked what it becomes.

pub use super::flow::Place;
use super::flow::{Attrs, Flow};
use super::tables::DataTables;
use super::{Piece, code, embeds, figures, footnotes, headings, links, lists, math, paragraphs, quotes, tables};
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
    /// The tables that hold data.
    pub data_tables: DataTables,
    /// The ids that links in the article lead to, sorted.
    pub targets: Vec<u64>,
}

impl Context<'_> {
    /// Whether the node, with all that is in it, stays out of the article.
    pub fn leaves_out(&self, node: NodeId) -> bool {
        self.main.dropped.contains(node) || self.left_out.contains(node)
    }
}

/// What becomes of an element.
pub enum Step {
    /// It is left out with all that is in it.
    Skip,
    /// Only what is in it counts.
    Through,
    /// What is in it stands on lines of its own.
    Line,
    /// It is a block.
    Block(Tag, Attrs),
    /// It is a table cell: a block that stays even when empty.
    Cell(Tag, Attrs),
    /// It stands in the line.
    Inline(Tag, Attrs),
    /// It ends the line: `<br>`.
    Break,
    /// These pieces replace it, in the line.
    InlineLeaf(Vec<Piece>),
    /// These pieces replace it, between paragraphs; the tag is that of the first.
    BlockLeaf(Tag, Vec<Piece>),
}

/// The pieces of the article.
pub fn pieces(cx: &Context) -> Vec<Piece> {
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
    /// The elements around the current node that need something done at their end, innermost last.
    open: Vec<(NodeId, Ending)>,
}

#[derive(Clone, Copy)]
enum Ending {
    Line,
    Block,
    Cell,
    Inline,
    Through(Tag),
}

impl Walk<'_> {
    fn run(&mut self, root: NodeId) {
        let page = self.cx.page;
        let mut at = root;
        while at < page.end(root) {
            self.leave(at);
            at = match page.tag(at) {
                _ if self.cx.leaves_out(at) => {
                    if page.tag(at).is_block() {
                        self.flow.end_line();
                    }
                    page.end(at)
                }
                Tag::Text => {
                    self.flow.text(page.text(at));
                    page.end(at)
                }
                _ => {
                    let step = if at == root { root_step(self.cx, at) } else { step(self.cx, at, self.flow.place()) };
                    self.take(at, step)
                }
            };
        }
        self.leave(page.end(root));
    }

    fn leave(&mut self, at: NodeId) {
        while let Some(&(end, ending)) = self.open.last()
            && at >= end
        {
            self.open.pop();
            match ending {
                Ending::Line => self.flow.end_line(),
                Ending::Block => self.flow.close(),
                Ending::Cell => {
                    self.flow.keep_empty();
                    self.flow.close();
                }
                Ending::Inline => self.flow.close_inline(),
                Ending::Through(tag) => self.flow.note_end(tag),
            }
        }
    }

    /// Carries out a step and gives where to go on.
    fn take(&mut self, at: NodeId, mut step: Step) -> NodeId {
        if let Some(id) = footnotes::id(self.cx, at) {
            match &mut step {
                Step::Block(_, attrs) | Step::Cell(_, attrs) | Step::Inline(_, attrs) => attrs.push(("id", id)),
                Step::Skip => {}
                _ => self.flow.anchor(id),
            }
        }
        let end = self.cx.page.end(at);
        let ending = match step {
            Step::Skip => return end,
            Step::Through => {
                self.flow.note_start(self.cx.page.tag(at));
                Some(Ending::Through(self.cx.page.tag(at)))
            }
            Step::Break => {
                self.flow.line_break();
                None
            }
            Step::InlineLeaf(pieces) => {
                self.flow.inline_leaf(pieces);
                return end;
            }
            Step::BlockLeaf(tag, pieces) => {
                self.flow.block_leaf(tag, pieces);
                return end;
            }
            Step::Line => {
                self.flow.end_line();
                Some(Ending::Line)
            }
            Step::Block(tag, attrs) => Some(if self.flow.open(tag, attrs) { Ending::Block } else { Ending::Line }),
            Step::Cell(tag, attrs) => Some(if self.flow.open(tag, attrs) { Ending::Cell } else { Ending::Line }),
            Step::Inline(tag, attrs) => {
                self.flow.note_start(self.cx.page.tag(at));
                Some(if self.flow.open_inline(tag, attrs) { Ending::Inline } else { Ending::Through(self.cx.page.tag(at)) })
            }
        };
        self.open.extend(ending.map(|ending| (end, ending)));
        NodeId(at.0 + 1)
    }
}

/// Asks each kind of element in turn. Formulas and images come before the question whether the element is hidden, as both
/// keep their better form in hidden or unread places.
fn step(cx: &Context, at: NodeId, place: Place) -> Step {
    if let Some(step) = math::step(cx, at).or_else(|| figures::step(cx, at, place)).or_else(|| embeds::step(cx, at)) {
        return step;
    }
    let tag = cx.page.tag(at);
    if tag.hides_text() || cx.page.is_hidden(at) || is_control(tag) {
        return Step::Skip;
    }
    root_step(cx, at)
}

/// The steps of an element that was chosen whole, be it marked as hidden or not.
fn root_step(cx: &Context, at: NodeId) -> Step {
    code::step(cx, at)
        .or_else(|| tables::step(cx, at))
        .or_else(|| quotes::step(cx, at))
        .or_else(|| headings::step(cx, at))
        .or_else(|| lists::step(cx, at))
        .or_else(|| links::step(cx, at))
        .unwrap_or_else(|| paragraphs::step(cx, at))
}

/// Parts of a form: what they say is for filling in, not for reading. The form itself may hold a whole page.
fn is_control(tag: Tag) -> bool {
    matches!(tag, Tag::Button | Tag::Label | Tag::Legend | Tag::Output)
}
