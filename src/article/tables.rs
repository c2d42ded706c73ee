//! Tables: those that hold data stay tables, those that only place things on the page are taken apart.

use super::flow::Attrs;
use super::walk::{Context, Step};
use crate::content::MainContent;
use crate::page::{Attr, NodeId, Page, Tag, node_range};
use crate::sort;

/// The tables of the article that hold data, sorted.
pub type DataTables = Vec<NodeId>;

/// Columns or rows that one cell may span. Larger spans are mistakes or meant to exhaust memory.
const SPAN_MAX: u32 = 100;
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

/// Finds the data tables in one pass.
pub fn survey(page: &Page, main: &MainContent) -> DataTables {
    let mut data = DataTables::new();
    for root in &main.roots {
        let mut open: Vec<Shape> = Vec::new();
        for at in node_range(root.0..page.end(*root).0) {
            while open.last().is_some_and(|shape| at >= shape.end) {
                data.extend(open.pop().filter(|shape| shape.is_data(page)).map(|shape| shape.node));
            }
            let tag = page.tag(at);
            if let Some(shape) = open.last_mut() {
                shape.note(tag, page.text(at));
            }
            if tag == Tag::Table {
                open.push(Shape { node: at, end: page.end(at), ..Shape::default() });
            }
        }
        while let Some(shape) = open.pop() {
            data.extend(shape.is_data(page).then_some(shape.node));
        }
    }
    sort::by_number(data, |table| table.0)
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
                let chars = text.split_whitespace().map(|word| word.chars().count() as u32).sum::<u32>();
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

/// Tables and their parts. Rows and cells of a table that was taken apart find no table to stand in, and become lines.
pub fn step(cx: &Context, at: NodeId) -> Option<Step> {
    let tag = cx.page.tag(at);
    match tag {
        Tag::Table if cx.data_tables.binary_search(&at).is_ok() => Some(Step::Block(tag, Attrs::new())),
        Tag::Tr | Tag::Caption => Some(Step::Block(tag, Attrs::new())),
        Tag::Td | Tag::Th => Some(Step::Cell(tag, cell_attrs(cx, at))),
        _ => None,
    }
}

fn cell_attrs(cx: &Context, at: NodeId) -> Attrs {
    let mut attrs = Attrs::new();
    for (attr, name) in [(Attr::Colspan, "colspan"), (Attr::Rowspan, "rowspan")] {
        let span = cx.page.attr(at, attr).and_then(|value| value.trim().parse::<u32>().ok());
        attrs.extend(span.filter(|&span| span > 1).map(|span| (name, span.min(SPAN_MAX).to_string())));
    }
    if let Some(scope) = cx.page.attr(at, Attr::Scope) {
        attrs.push(("scope", scope.trim().to_ascii_lowercase()));
    }
    attrs
}
