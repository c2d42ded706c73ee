//! Tables: those that hold data stay tables, those that only place things on the page are taken apart.

use super::flow::Flow;
use super::walk::{Context, Step};
use crate::content::MainContent;
use crate::page::{Attr, NodeId, NodeSet, Page, Tag, node_range};
use crate::text::{decimal, search};

/// Columns or rows that one cell may span. Larger spans are mistakes or meant to exhaust memory.
const SPAN_MAX: i32 = 100;
/// Mean characters of a cell in a table without headings. Above, the cells are the columns of a page, not data.
const CELL_CHARS_MEAN_MAX: u32 = 120;
/// Characters of one cell in a table without headings; a longer one is a text of its own.
const CELL_CHARS_MAX: u32 = 600;

/// What was seen of one table, tables inside it left out.
#[derive(Default)]
struct Shape {
    node: NodeId,
    end: NodeId,
    rows: u32,
    cells: u32,
    cells_in_row: u32,
    columns: u32,
    headers: u32,
    has_caption: bool,
    /// Tables, headings, forms, code inside: signs of a page laid out by cells.
    holds_sections: bool,
    chars: u32,
    chars_in_cell: u32,
    chars_in_cell_max: u32,
}

/// Finds the tables of the article that hold data, in one pass.
pub fn survey(page: &Page, main: &MainContent) -> NodeSet {
    let mut data = NodeSet::default();
    for &root in &main.roots {
        let mut open: Vec<Shape> = Vec::new();
        // One node further: there all tables end.
        for at in node_range(root.place()..page.end(root).place() + 1) {
            while let Some(shape) = open.pop_if(|shape| at >= shape.end) {
                if shape.is_data(page) {
                    data.insert(shape.node);
                }
            }
            if at == page.end(root) {
                break;
            }
            let tag = page.tag(at);
            if let Some(shape) = open.last_mut() {
                shape.note(tag, page.text(at));
            }
            if tag == Tag::Table {
                open.push(Shape { node: at, end: page.end(at), ..Shape::default() });
            }
        }
    }
    data
}

impl Shape {
    fn note(&mut self, tag: Tag, text: &str) {
        match tag {
            Tag::Tr => {
                self.rows += 1;
                self.cells_in_row = 0;
            }
            Tag::Td | Tag::Th => {
                self.cells += 1;
                self.cells_in_row += 1;
                self.columns = self.columns.max(self.cells_in_row);
                self.headers += (tag == Tag::Th) as u32;
                self.chars_in_cell = 0;
            }
            Tag::Caption | Tag::Thead => self.has_caption = true,
            Tag::Table | Tag::Form | Tag::Pre | Tag::H1 | Tag::H2 | Tag::H3 | Tag::Article | Tag::Section | Tag::Iframe => {
                self.holds_sections = true;
            }
            Tag::Text => {
                let chars = text.split_whitespace().map(|word| search::chars(word) as u32).sum::<u32>();
                self.chars += chars;
                self.chars_in_cell += chars;
                self.chars_in_cell_max = self.chars_in_cell_max.max(self.chars_in_cell);
            }
            _ => {}
        }
    }

    fn is_data(&self, page: &Page) -> bool {
        let role = page.attr(self.node, Attr::Role);
        if matches!(role, Some("presentation" | "none")) || self.holds_sections || self.columns < 2 || self.chars == 0 {
            return false;
        }
        if self.headers > 0 || self.has_caption {
            return true;
        }
        self.rows >= 2 && self.chars / self.cells.max(1) <= CELL_CHARS_MEAN_MAX && self.chars_in_cell_max <= CELL_CHARS_MAX
    }
}

/// `<td>` and `<th>`. Rows and cells of a table that was taken apart find no table to stand in, and become lines.
pub fn cell(cx: &Context, flow: &mut Flow, at: NodeId) -> Step {
    let tag = cx.page.tag(at);
    for attr in [Attr::Colspan, Attr::Rowspan] {
        let span = cx.page.attr(at, attr).and_then(|value| decimal::integer(value.trim())).unwrap_or(1);
        if span > 1 {
            flow.body.add_number(tag, attr, span.min(SPAN_MAX));
        }
    }
    if let Some(scope) = cx.page.attr(at, Attr::Scope) {
        flow.body.add(tag, Attr::Scope, &scope.trim().to_ascii_lowercase());
    }
    Step::Cell(tag)
}
