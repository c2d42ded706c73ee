//! Text that a page holds back from where scripts run, though nothing here runs them: the threads of forums in `<noscript>`,
//! posts of old weblogs in `<script type="text/template">`; and what a `<title>` without an end has swallowed. Such holders
//! are opened where they say more than the rest.

use super::markup::{end_of_raw, is_raw, tag_end, tag_name};
use crate::page::Page;

/// A holder of fewer bytes is left shut: counting pixels, requests to turn scripts on. Lower opens more of those.
const HOLDER_BYTES_MIN: usize = 1_000;
/// Bytes of text from which on the parser takes note of a holder. Line breaks may take twice the bytes in the markup.
const NOTED_BYTES_MIN: usize = HOLDER_BYTES_MIN / 2;
/// How many times as much text the opened page must have: more than twice, or a page that says the same in both ways is said
/// twice. Lower opens such pages, higher leaves threads shut that stand beside long menus.
const FULLER: f32 = 2.2;
/// The type of scripts that hold markup.
const TEMPLATE: &str = "text/template";
/// Marks of a page that says it is paid for, lower-case: what its scripts hold is not for reading.
const PAID: [&str; 4] = ["isaccessibleforfree", "accessible-for-free", "subscriptions-section", "content_tier"];

/// What a page holds back, as the parser meets it.
#[derive(Debug, Default)]
pub struct Holders {
    /// Bytes of the holder that is open.
    open: Option<usize>,
    /// Whether a title is open.
    in_title: bool,
    /// Whether there is something to open.
    are_there: bool,
}

impl Holders {
    /// The text of an element begins.
    pub fn begin(&mut self, name: &[u8], script_type: &str) {
        self.open = (name == b"noscript" || name == b"script" && script_type.contains(TEMPLATE)).then_some(0);
        self.in_title = name == b"title";
    }

    /// So many bytes of text.
    pub fn add(&mut self, bytes: usize) {
        if let Some(open) = &mut self.open {
            *open += bytes;
        }
    }

    /// The text of an element ends, or the page does.
    pub fn end(&mut self, is_last: bool) {
        self.are_there |= self.open.take().is_some_and(|bytes| bytes >= NOTED_BYTES_MIN) || self.in_title && is_last;
        self.in_title = false;
    }

    /// Whether there is something to open.
    pub fn are_there(&self) -> bool {
        self.are_there
    }
}

/// The markup with its large holders opened; `None` where there are none.
pub fn opened(html: &str) -> Option<String> {
    let mut out = String::new();
    let (mut from, mut at, mut is_freed) = (0, 0, false);
    while let Some(start) = html[at..].find('<').map(|found| at + found) {
        let rest = &html[start..];
        let name = tag_name(rest);
        if rest.starts_with("<!--") {
            at = rest.find("-->").map_or(html.len(), |end| start + end);
            continue;
        }
        if name.is_empty() {
            at = start + 1;
            continue;
        }
        let inner = (start + 1 + tag_end(&rest.as_bytes()[1..]) + 1).min(html.len());
        at = inner;
        if is_raw(name) {
            at += end_of_raw(&html[inner..], name);
            if at == html.len() && name.eq_ignore_ascii_case("title") && !is_freed {
                // A title that never ends swallows the page. Once is enough: each time the search goes to the end.
                is_freed = true;
                out.push_str(&html[from..start]);
                (from, at) = (inner, inner);
                continue;
            }
            if at - inner >= HOLDER_BYTES_MIN && is_holder(name, &html[start..inner]) {
                // The end tag that is left over closes nothing, and the parser drops it.
                out.push_str(&html[from..start]);
                out.push_str("<div>");
                out.push_str(&html[inner..at]);
                out.push_str("</div>");
                from = at;
            }
        }
    }
    (from > 0 && !is_paid(html)).then(|| out + &html[from..])
}

/// Whether the opened page has so much more to read that the page as it stands is only its frame.
pub fn is_fuller(opened: &Page, page: &Page) -> bool {
    opened.text_of(Page::ROOT).len() as f32 > FULLER * page.text_of(Page::ROOT).len() as f32
}

fn is_paid(html: &str) -> bool {
    let lower = html.to_ascii_lowercase();
    PAID.iter().any(|mark| lower.contains(mark))
}

fn is_holder(name: &str, tag: &str) -> bool {
    name.eq_ignore_ascii_case("noscript") || name.eq_ignore_ascii_case("script") && tag.contains(TEMPLATE)
}
