//! A live page, as JavaScript holds it: built from a walk, completed by layout, read.

use super::{options, reading, tape};
use crate::article::Piece;
use crate::clutter;
use crate::page::{Layout, NodeId, Page, Position, Rect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The number that stands for an element's name on the tape.
#[wasm_bindgen]
pub fn tag_code(name: &str) -> u32 {
    tape::tag_code(name)
}

/// The number that stands for an attribute's name on the tape, 0 where it is not read.
#[wasm_bindgen]
pub fn attr_code(name: &str) -> u32 {
    tape::attr_code(name)
}

/// A page as it stood when it was walked.
#[wasm_bindgen]
#[derive(Debug)]
pub struct LivePage {
    page: Page,
    body: Vec<Piece>,
}

/// Numbers a layout fact takes: node, position, x, y, width, height, z-index, hidden.
const FACT_NUMBERS: usize = 8;

#[wasm_bindgen]
impl LivePage {
    /// The page of a tape. A window without width is no window.
    #[wasm_bindgen(constructor)]
    pub fn new(tape: &[u32], text: Vec<u8>, url: &str, width_px: f32, height_px: f32) -> LivePage {
        let mut page = tape::page(tape, text);
        page.url = (!url.is_empty()).then(|| url.to_owned());
        if width_px > 0.0 && height_px > 0.0 {
            page.window = Some(Rect { x: 0.0, y: 0.0, width: width_px, height: height_px });
        }
        LivePage { page, body: Vec::new() }
    }

    /// The nodes whose layout matters.
    pub fn questions(&self) -> Vec<u32> {
        clutter::layout_questions(&self.page).into_iter().map(|node| node.0).collect()
    }

    /// What the browser answered, [`FACT_NUMBERS`] a fact, about the nodes that were asked for and others.
    pub fn answer(&mut self, facts: &[f64]) {
        let count = self.page.len();
        let facts = facts.chunks_exact(FACT_NUMBERS).filter_map(fact).filter(|(node, _)| node.index() < count);
        self.page.set_layouts(facts);
    }

    /// Reads the page.
    pub fn read(&mut self, options: JsValue) -> Result<JsValue, JsValue> {
        let mut reading = crate::read(&self.page, &options::from_js(options)?);
        if let Some(article) = &mut reading.article {
            self.body = std::mem::take(&mut article.body);
        }
        Ok(reading::to_js(reading)?)
    }

    /// Whether there is an article worth opening.
    pub fn is_readable(&self) -> bool {
        crate::is_readable(&self.page)
    }

    /// The article of the last reading for building nodes: an array of a name with attributes and values for an element
    /// that begins, a string for text, `undefined` for an end.
    pub fn body(&self) -> Result<JsValue, JsValue> {
        Ok(reading::body_to_js(&self.body)?)
    }
}

fn fact(numbers: &[f64]) -> Option<(NodeId, Layout)> {
    let &[node, position, x, y, width, height, z, hidden] = numbers else { return None };
    let position = match position as u32 {
        1 => Position::Absolute,
        2 => Position::Sticky,
        3 => Position::Fixed,
        4 => Position::TopLayer,
        _ => Position::Flow,
    };
    let rect = Rect { x: x as f32, y: y as f32, width: width as f32, height: height as f32 };
    Some((NodeId(node as u32), Layout { rect, position, z: z as i32, hidden: hidden != 0.0 }))
}
