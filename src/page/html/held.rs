//! Text that a page holds back from where scripts run, though nothing here runs them: the threads of forums in `<noscript>`,
//! posts of old weblogs in `<script type="text/template">`; and what a `<title>` without an end has swallowed. Such holders
//! are opened where they say more than the rest.

use super::attributes::{Extent, end_of_raw, tag_name};
use crate::page::Page;

/// A holder of fewer bytes is left shut: counting pixels, requests to turn scripts on. Lower opens more of those.
const HOLDER_BYTES_MIN: usize = 1_000;
/// How many times as much text the opened page must have: more than twice, or a page that says the same in both ways is said
/// twice. Lower opens such pages, higher leaves threads shut that stand beside long menus.
const FULLER: f32 = 2.2;
/// Marks of a page that says it is paid for, lower-case: what its scripts hold is not for reading.
const PAID: [&str; 4] = ["isaccessibleforfree", "accessible-for-free", "subscriptions-section", "content_tier"];

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
        let inner = (start + 1 + Extent::of(&rest.as_bytes()[1..]).end + 1).min(html.len());
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
    let is_paid = || PAID.iter().any(|mark| html.to_ascii_lowercase().contains(mark));
    (from > 0 && !is_paid()).then(|| out + &html[from..])
}

/// Whether the opened page has so much more to read that the page as it stands is only its frame.
pub fn is_fuller(opened: &Page, page: &Page) -> bool {
    opened.text_of(Page::ROOT).len() as f32 > FULLER * page.text_of(Page::ROOT).len() as f32
}

fn is_raw(name: &str) -> bool {
    super::attributes::RAW.iter().any(|raw| name.eq_ignore_ascii_case(raw))
}

fn is_holder(name: &str, tag: &str) -> bool {
    name.eq_ignore_ascii_case("noscript") || name.eq_ignore_ascii_case("script") && tag.contains("text/template")
}
