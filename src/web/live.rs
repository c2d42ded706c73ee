//! A live page, one at a time: opened from a walk, completed by layout, read, closed.

use super::{options, reading, tape};
use crate::article::Body;
use crate::content::{self, glance::Glance};
use crate::page::{Display, Layout, NodeId, Page, Position, Rect};
use std::sync::Mutex;
use wasm_bindgen::prelude::wasm_bindgen;

/// What the tape calls the names of elements and attributes.
#[wasm_bindgen]
pub fn tape_names() -> String {
    tape::names()
}

/// The page that is open, as it stood when it was walked.
struct Open {
    page: Page,
    /// Its inline elements by how they are laid out.
    kinds: Vec<Vec<NodeId>>,
    /// The article of its last reading.
    body: Body,
}

static OPEN: Mutex<Option<Open>> = Mutex::new(None);

/// Asks the open page; without one the answer is empty.
fn ask<T: Default>(mut question: impl FnMut(&mut Open) -> T) -> T {
    let mut answer = T::default();
    with_open(&mut |open| answer = question(open));
    answer
}

/// Where there is an open page, that is done with it.
#[inline(never)]
fn with_open(act: &mut dyn FnMut(&mut Open)) {
    if let Ok(mut open) = OPEN.lock() {
        open.as_mut().into_iter().for_each(act);
    }
}

fn set(page: Option<Page>) {
    if let Ok(mut open) = OPEN.lock() {
        *open = page.map(|page| Open { page, kinds: Vec::new(), body: Body::default() });
    }
}

/// Opens the page of a tape. A window without width is no window.
#[wasm_bindgen]
pub fn page_open(tape: &[u32], text: Vec<u8>, url: &str, width_px: f32, height_px: f32) {
    #[cfg(not(feature = "html"))]
    super::decoder::offer();
    let mut page = tape::page(tape, text);
    page.url = (!url.is_empty()).then(|| url.to_owned());
    if width_px > 0.0 && height_px > 0.0 {
        page.window = Some(Rect { x: 0.0, y: 0.0, width: width_px, height: height_px });
    }
    set(Some(page));
}

/// Gives back the memory of the open page.
#[wasm_bindgen]
pub fn page_close() {
    set(None);
}

/// The nodes whose layout matters.
#[wasm_bindgen]
pub fn page_questions() -> Vec<u32> {
    ask(|open| crate::layout_questions(&open.page).into_iter().map(|node| node.place()).collect())
}

/// Whether how their text is drawn matters too: whether it can be read.
#[wasm_bindgen]
pub fn page_asks_closely() -> bool {
    ask(|open| crate::metadata::names_paid_parts(&open.page))
}

/// Numbers a layout fact takes: node, position, x, y, width, height, z-index, how it is seen (1 hidden, 2 blurred, 4 cut).
const FACT_NUMBERS: usize = 8;

/// What the browser answered, [`FACT_NUMBERS`] a fact, about the nodes that were asked for and others.
#[wasm_bindgen]
pub fn page_answer(facts: &[f64]) {
    ask(|open| {
        let count = open.page.len();
        open.page.set_layouts(facts.chunks_exact(FACT_NUMBERS).filter_map(fact).filter(|(node, _)| node.index() < count));
    });
}

/// One inline element of each kind whose layout matters.
#[wasm_bindgen]
pub fn page_display_questions() -> Vec<u32> {
    ask(|open| {
        open.kinds = open.page.display_kinds();
        open.kinds.iter().filter_map(|alike| alike.first()).map(|node| node.place()).collect()
    })
}

/// What the browser answered, a number for each of them.
#[wasm_bindgen]
pub fn page_answer_displays(answers: &[u8]) {
    ask(|open| open.page.set_displays(&open.kinds, answers.iter().map(|&answer| display(answer))));
}

/// Reads the page.
#[wasm_bindgen]
pub fn page_read(options: &[f64]) -> String {
    ask(|open| {
        let mut reading = crate::read(&open.page, &options::from_numbers(options));
        if let Some(article) = &mut reading.article {
            open.body = std::mem::take(&mut article.body);
        }
        reading::to_json(&reading)
    })
}

/// Whether there is an article worth opening, at a glance; nothing where that does not tell.
#[wasm_bindgen]
pub fn glance(address: &str, paragraphs: u32, lengths: &[u32], kind: &str, has_date: bool, types: &str) -> Option<bool> {
    content::glance::verdict(&Glance { address, paragraphs, lengths, kind, has_date, types })
}

/// Whether there is an article worth opening.
#[wasm_bindgen]
pub fn page_is_readable() -> bool {
    ask(|open| crate::is_readable(&open.page))
}

/// The article of the last reading, for building nodes.
#[wasm_bindgen]
pub fn page_body() -> String {
    ask(|open| reading::body_to_json(&open.body))
}

fn display(answer: u8) -> Option<Display> {
    [None, Some(Display::Inline), Some(Display::Apart), Some(Display::Line)].get(usize::from(answer)).copied().flatten()
}

fn fact(numbers: &[f64]) -> Option<(NodeId, Layout)> {
    let &[node, position, x, y, width, height, z, seen] = numbers else { return None };
    let position = match position as u32 {
        1 => Position::Absolute,
        2 => Position::Sticky,
        3 => Position::Fixed,
        4 => Position::TopLayer,
        _ => Position::Flow,
    };
    let rect = Rect { x: x as f32, y: y as f32, width: width as f32, height: height as f32 };
    let seen = seen as u32;
    let (hidden, blurred, cut) = (seen & 1 != 0, seen & 2 != 0, seen & 4 != 0);
    Some((NodeId::at(node as u32), Layout { rect, position, z: z as i32, hidden, blurred, cut }))
}
