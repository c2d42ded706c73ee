//! Cuts the page into blocks, in one pass.

use super::{Block, Blocks, Counts};
use crate::page::{NodeId, Page, Tag};
use crate::text::{hash, words};

/// Cuts the page into blocks and counts what is in them. Text that is not for reading (scripts, hidden elements) is in none.
pub fn split(page: &Page) -> Blocks {
    let mut splitter = Splitter {
        page,
        blocks: Blocks::default(),
        open: None,
        ends: Vec::new(),
        apart_until: Vec::new(),
        link_until: NodeId::at(0),
        breaks: 0,
        inside: Page::ROOT,
    };
    splitter.run();
    splitter.blocks
}

struct Splitter<'a> {
    page: &'a Page,
    blocks: Blocks,
    open: Option<Open>,
    /// Where the block-level elements around the current node end, innermost last, with the element.
    ends: Vec<(NodeId, NodeId)>,
    /// Where the elements around end that stand apart in their line, innermost last.
    apart_until: Vec<NodeId>,
    link_until: NodeId,
    /// `<br>` seen since the last text.
    breaks: u32,
    /// The parent of the last text.
    inside: NodeId,
}

struct Open {
    parent: NodeId,
    from: NodeId,
    until: NodeId,
    text_from: usize,
    counts: Counts,
}

impl Splitter<'_> {
    fn run(&mut self) {
        let mut at = NodeId::at(0);
        let end = NodeId::at(self.page.len() as u32);
        self.blocks.before = Vec::with_capacity(self.page.len());
        while at < end {
            self.leave(at);
            let tag = self.page.tag(at);
            let skipped = tag.hides_text() || tag != Tag::Text && self.page.is_hidden(at);
            let next = if skipped { self.page.end(at) } else { at.next() };
            if skipped && self.page.is_block(at) {
                self.close();
            }
            if !skipped {
                self.enter(at, tag);
            }
            let begun = self.blocks.list.len() as u32 + self.open.as_ref().is_some_and(|open| open.from < at) as u32;
            self.blocks.before.extend((at.place()..next.place()).map(|_| begun));
            at = next;
        }
        self.close();
        // All that comes later stands in memory beside these.
        self.blocks.list.shrink_to_fit();
        self.blocks.text.shrink_to_fit();
        self.sum();
    }

    fn leave(&mut self, at: NodeId) {
        while self.apart_until.pop_if(|end| at >= *end).is_some() {
            self.push_space();
        }
        while let Some(&(end, _)) = self.ends.last()
            && at >= end
        {
            self.ends.pop();
            self.close();
        }
    }

    fn enter(&mut self, at: NodeId, tag: Tag) {
        if self.page.is_block(at) {
            self.close();
            self.ends.push((self.page.end(at), at));
        } else if self.page.is_apart(at) {
            self.push_space();
            self.apart_until.push(self.page.end(at));
        }
        match tag {
            Tag::Text => self.text(at),
            Tag::Br => {
                self.breaks += 1;
                if self.breaks >= 2 {
                    self.close();
                } else if self.open.is_some() {
                    self.push_space();
                }
            }
            Tag::A => {
                self.link_until = self.page.end(at);
                if let Some(open) = &mut self.open {
                    open.counts.links += 1;
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, at: NodeId) {
        if self.page.is_blank(at) {
            if self.open.is_some() {
                self.push_space();
            }
            return;
        }
        let inside = self.page.parent(at).unwrap_or(Page::ROOT);
        if self.breaks == 1 && self.is_new_line(inside) {
            self.close();
        }
        self.breaks = 0;
        self.inside = inside;
        let parent = self.ends.last().map_or(Page::ROOT, |&(_, node)| node);
        let in_link = at < self.link_until;
        let text_from = self.blocks.text.len();
        let open = self.open.get_or_insert_with(|| Open {
            parent,
            from: at,
            until: at,
            text_from,
            counts: Counts { blocks: 1, links: in_link as u32, ..Counts::default() },
        });
        open.until = at.next();
        words::fold(self.page.text(at), in_link, &mut self.blocks.text, open.text_from, &mut open.counts);
    }

    /// Whether the text after a single `<br>` begins a block of its own: old layouts write headline, date and text as lines
    /// in elements of their own, `<font>…</font><br><b>…</b><br>`, where lines of one text share their element.
    fn is_new_line(&self, inside: NodeId) -> bool {
        inside != self.inside && !self.page.contains(inside, self.inside) && !self.page.contains(self.inside, inside)
    }

    fn push_space(&mut self) {
        let Some(open) = &self.open else { return };
        if self.blocks.text.len() > open.text_from && !self.blocks.text.ends_with(' ') {
            self.blocks.text.push(' ');
        }
    }

    fn close(&mut self) {
        self.breaks = 0;
        let Some(open) = self.open.take() else { return };
        let end = self.blocks.text.trim_end().len().max(open.text_from);
        self.blocks.text.truncate(end);
        let Open { parent, from, until, text_from, counts } = open;
        let hash = (hash::quick(self.blocks.text.get(text_from..).unwrap_or_default(), 0) >> 32) as u32;
        self.blocks.list.push(Block { parent, from, until, text: text_from..end, hash, counts });
    }

    fn sum(&mut self) {
        let mut total = Counts::default();
        self.blocks.totals = Vec::with_capacity(self.blocks.list.len() + 1);
        self.blocks.totals.push(total);
        for block in &self.blocks.list {
            total = total.plus(&block.counts);
            self.blocks.totals.push(total);
        }
    }
}
