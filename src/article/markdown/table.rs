//! Tables in GFM's form: one line a row, the first row the head.

use super::{Gap, Writer};
use crate::article::body::{Piece, Span};
use crate::page::{Attr, Tag};

/// Columns up to which a cell that spans several is padded with empty ones.
const PADDED_COLUMNS_MAX: usize = 32;

/// The table being written.
pub struct Table {
    columns: usize,
    /// Its first row is made of headings.
    has_head: bool,
    rows: usize,
    /// Cells of the current row so far.
    cells: usize,
    /// Empty cells to write after the current one, for the columns that it spans.
    padding: usize,
}

impl Writer<'_> {
    /// Begins a table.
    pub fn begin_table(&mut self, at: usize) {
        self.gap(Gap::Blank);
        let (mut columns, mut cells, mut rows, mut head_cells) = (1, 0, 0, 0);
        for &piece in self.body.part(at..self.body.end_of(at)) {
            match piece {
                Piece::Open(Tag::Tr, _) => (rows, cells) = (rows + 1, 0),
                Piece::Open(tag @ (Tag::Td | Tag::Th), attrs) => {
                    cells += 1 + self.padding(cells, attrs);
                    head_cells += (rows == 1 && tag == Tag::Th) as usize;
                    columns = columns.max(cells);
                }
                _ => {}
            }
        }
        self.table = Some(Table { columns, has_head: head_cells > 0, rows: 0, cells: 0, padding: 0 });
    }

    /// Begins a row. Where the first row is no head, an empty one comes before it, as GFM has no table without.
    pub fn begin_row(&mut self) {
        let Some(table) = &mut self.table else { return };
        let (columns, needs_head) = (table.columns, table.rows == 0 && !table.has_head);
        table.rows += 1;
        table.cells = 0;
        if table.rows == 1 {
            self.gap(Gap::Blank);
            self.begin();
        } else {
            self.gap = Gap::None;
            self.new_line();
        }
        if needs_head {
            self.repeat("|  ", columns);
            self.out.push('|');
            self.rule(columns);
            self.new_line();
        }
    }

    /// Ends a row; the head gets its rule.
    pub fn end_row(&mut self) {
        self.out.push('|');
        let head = self.table.as_ref().filter(|table| table.rows == 1 && table.has_head);
        if let Some(columns) = head.map(|table| table.columns) {
            self.rule(columns);
        }
    }

    /// Begins a cell.
    pub fn begin_cell(&mut self, attrs: Span) {
        if let Some(cells) = self.table.as_ref().map(|table| table.cells) {
            let padding = self.padding(cells, attrs);
            self.table.iter_mut().for_each(|table| (table.padding, table.cells) = (padding, cells + 1 + padding));
        }
        self.out.push_str("| ");
        self.begin_clean_cell(true);
    }

    /// Ends a cell.
    pub fn end_cell(&mut self) {
        let padding = self.table.as_ref().map_or(0, |table| table.padding);
        self.out.push(' ');
        self.repeat("|  ", padding);
        self.begin_clean_cell(false);
    }

    /// Ends a table.
    pub fn end_table(&mut self) {
        self.table = None;
        self.gap(Gap::Blank);
    }

    fn begin_clean_cell(&mut self, in_cell: bool) {
        (self.in_cell, self.gap, self.line_start) = (in_cell, Gap::None, false);
    }

    fn rule(&mut self, columns: usize) {
        self.new_line();
        self.repeat("| --- ", columns);
        self.out.push('|');
    }

    /// Empty cells for the columns that a cell spans beyond its own.
    fn padding(&self, cells_before: usize, attrs: Span) -> usize {
        let span = self.number(attrs, Attr::Colspan).unwrap_or(1).max(1) as usize;
        (span - 1).min(PADDED_COLUMNS_MAX.saturating_sub(cells_before + 1))
    }
}
