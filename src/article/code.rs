//! Program code and other text whose white space counts.

use super::body::Span;
use super::classes::{self, Sign};
use super::flow::Flow;
use super::walk::{Context, Step};
use crate::page::{Attr, NodeId, Page, Tag};
use crate::text::{escape, search};

/// How far up the language of a piece of code is looked for: highlighters put it on a wrapper or two.
const LANGUAGE_LEVELS_MAX: usize = 3;
/// Characters of a language's name.
const LANGUAGE_CHARS_MAX: usize = 30;

/// A `<pre>` with its lines as they stand; line numbers and copy buttons left out.
pub fn block(cx: &Context, flow: &mut Flow, at: NodeId) -> Step {
    let page = cx.page;
    let text = lines(cx, at);
    if text.trim().is_empty() || only_counts(&text) || !flow.begin_block_leaf(Tag::Pre) {
        return Step::Skip;
    }
    let body = &mut flow.body;
    body.open(Tag::Pre, Span::default());
    let language = language(page, at);
    let is_code = language.is_some() || page.descendants(at).any(|node| page.tag(node) == Tag::Code);
    if let Some(language) = language {
        body.add(Tag::Code, Attr::Class, &["language-", &language].concat());
    }
    if is_code {
        let attrs = body.take_attrs();
        body.open(Tag::Code, attrs);
    }
    body.push_text(&text);
    if is_code {
        body.close();
    }
    body.close();
    Step::Skip
}

/// The text of a `<pre>`: white space kept, every block and `<br>` on a line of its own, no empty lines at the ends.
fn lines(cx: &Context, pre: NodeId) -> String {
    let page = cx.page;
    let mut out = String::new();
    let mut line_ends: Vec<NodeId> = Vec::new();
    let mut at = pre.next();
    while at < page.end(pre) {
        while line_ends.last().is_some_and(|&end| at >= end) {
            line_ends.pop();
            end_line(&mut out);
        }
        let tag = page.tag(at);
        let skipped = tag.hides_text() || tag == Tag::Button || cx.leaves_out(at);
        if skipped || tag != Tag::Text && (page.is_hidden(at) || is_line_number(page, at)) {
            at = page.end(at);
            continue;
        }
        match tag {
            Tag::Text => escape::replace(&mut out, page.text(at), "\r"),
            Tag::Br => out.push('\n'),
            _ if page.is_block(at) => {
                end_line(&mut out);
                line_ends.push(page.end(at));
            }
            _ => {}
        }
        at = at.next();
    }
    out.truncate(out.trim_end().len());
    let first_word = out.len() - out.trim_start().len();
    let from = out.get(..first_word).and_then(|space| search::find_last(space, b'\n')).map_or(0, |at| at + 1);
    out.split_off(from)
}

fn end_line(out: &mut String) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}

/// Whether the text is nothing but 1, 2, 3 on a line each: line numbers in a `<pre>` of their own.
fn only_counts(text: &str) -> bool {
    let mut before = None;
    for word in text.split_whitespace() {
        let mut number = 0u32;
        for byte in word.bytes() {
            if !byte.is_ascii_digit() {
                return false;
            }
            number = number.wrapping_mul(10).wrapping_add(u32::from(byte - b'0'));
        }
        if before.is_some_and(|before: u32| number != before.wrapping_add(1)) {
            return false;
        }
        before = Some(number);
    }
    search::has(text, "\n")
}

fn is_line_number(page: &Page, at: NodeId) -> bool {
    page.tag(at) != Tag::Code && classes::signs(page, at).has(Sign::LineNumber)
}

/// The programming language, from the `<code>` in the element, from it or from a wrapper.
fn language(page: &Page, pre: NodeId) -> Option<String> {
    let inner = page.children(pre).find(|&child| page.tag(child) == Tag::Code);
    let mut node = inner.unwrap_or(pre);
    for _ in 0..LANGUAGE_LEVELS_MAX + inner.is_some() as usize {
        let class = || language_in_class(page.attr(node, Attr::Class)?);
        let stated = page.attr(node, Attr::DataLang).or_else(|| page.attr(node, Attr::DataLanguage)).or_else(class);
        let language = stated.unwrap_or_default().trim();
        let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'#' | b'.' | b'_');
        if !language.is_empty() && language.len() <= LANGUAGE_CHARS_MAX && language.bytes().all(plain) {
            return Some(language.to_ascii_lowercase());
        }
        node = page.parent(node)?;
    }
    None
}

/// `language-rust`, `lang-rust`, `highlight-source-rust`, `sourceCode rust` (Pandoc), `brush: rust;` (SyntaxHighlighter).
fn language_in_class(class: &str) -> Option<&str> {
    let mut is_next = false;
    for word in search::split(class, " \t\n;") {
        if is_next && !word.is_empty() {
            return Some(word);
        }
        is_next |= word == "sourceCode" || word == "brush:";
        for prefix in ["language-", "lang-", "highlight-source-", "brush:"] {
            if let Some(language) = word.strip_prefix(prefix).filter(|_| !is_next) {
                return Some(language);
            }
        }
    }
    None
}
