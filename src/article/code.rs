//! Program code and other text whose white space counts.

use super::Piece;
use super::walk::{Context, Step};
use crate::page::{Attr, NodeId, Page, Tag, node_range};

/// How far up the language of a piece of code is looked for: highlighters put it on a wrapper or two.
const LANGUAGE_LEVELS_MAX: usize = 3;

/// A `<pre>` with its lines as they stand; line numbers and copy buttons left out.
pub fn step(cx: &Context, at: NodeId) -> Option<Step> {
    let page = cx.page;
    if page.tag(at) != Tag::Pre {
        // A line-number column beside the code.
        let is_gutter = matches!(page.tag(at), Tag::Td | Tag::Div | Tag::Span) && is_line_number(page, at);
        return is_gutter.then_some(Step::Skip);
    }
    let text = lines(cx, at);
    if text.trim().is_empty() || only_counts(&text) {
        return Some(Step::Skip);
    }
    let is_code = node_range(at.0 + 1..page.end(at).0).any(|node| page.tag(node) == Tag::Code);
    let language = language(page, at);
    let mut pieces = vec![Piece::Open(Tag::Pre, Vec::new())];
    if is_code || language.is_some() {
        let class = language.map(|language| ("class", ["language-", &language].concat()));
        pieces.push(Piece::Open(Tag::Code, class.into_iter().collect()));
        pieces.push(Piece::Text(text));
        pieces.push(Piece::Close);
    } else {
        pieces.push(Piece::Text(text));
    }
    pieces.push(Piece::Close);
    Some(Step::BlockLeaf(Tag::Pre, pieces))
}

/// The text of a `<pre>`: white space kept, every block and `<br>` on a line of its own, no empty lines at the ends.
fn lines(cx: &Context, pre: NodeId) -> String {
    let page = cx.page;
    let mut out = String::new();
    let mut line_ends: Vec<NodeId> = Vec::new();
    let mut at = NodeId(pre.0 + 1);
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
            Tag::Text => out.extend(page.text(at).chars().filter(|&c| c != '\r')),
            Tag::Br => out.push('\n'),
            _ if tag.is_block() => {
                end_line(&mut out);
                line_ends.push(page.end(at));
            }
            _ => {}
        }
        at = NodeId(at.0 + 1);
    }
    let first_line = out.char_indices().take_while(|(_, c)| c.is_whitespace()).filter(|&(_, c)| c == '\n').last();
    let from = first_line.map_or(0, |(at, _)| at + 1);
    out.truncate(out.trim_end().len().max(from));
    out.split_off(from)
}

fn end_line(out: &mut String) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}

/// Whether the text is nothing but 1, 2, 3: line numbers in a `<pre>` of their own.
fn only_counts(text: &str) -> bool {
    let mut words = text.split_whitespace().map(|word| word.parse::<u32>().ok());
    let Some(Some(first)) = words.next() else { return false };
    let mut expected = first;
    text.contains('\n')
        && words.all(|number| {
            expected = expected.wrapping_add(1);
            number == Some(expected)
        })
}

fn is_line_number(page: &Page, at: NodeId) -> bool {
    /// Class words of line-number columns in Pygments, Rouge, Chroma, SyntaxHighlighter, Prism, highlight.js, Crayon, GitHub.
    const NUMBER_CLASSES: [&str; 12] = [
        "linenos",
        "lineno",
        "linenums",
        "linenum",
        "linenodiv",
        "gutter",
        "rouge-gutter",
        "line-number",
        "line-numbers-rows",
        "hljs-ln-numbers",
        "crayon-nums",
        "blob-num",
    ];
    // A `<td class="lnt">` is Chroma's; the name alone is too short to trust elsewhere.
    page.attr(at, Attr::Class).is_some_and(|class| {
        let class_is = |names: &[&str]| class.split_ascii_whitespace().any(|word| names.contains(&word));
        class_is(&NUMBER_CLASSES) && page.tag(at) != Tag::Code || page.tag(at) == Tag::Span && class_is(&["ln", "lnt"])
    })
}

/// The programming language, from the element, from the `<code>` in it or from a wrapper.
fn language(page: &Page, pre: NodeId) -> Option<String> {
    let inner = page.children(pre).find(|&child| page.tag(child) == Tag::Code);
    let outer = page.ancestors(pre).take(LANGUAGE_LEVELS_MAX - 1);
    inner.into_iter().chain([pre]).chain(outer).find_map(|node| {
        let stated = [Attr::DataLang, Attr::DataLanguage].iter().find_map(|&attr| page.attr(node, attr));
        let language = stated.or_else(|| language_in_class(page.attr(node, Attr::Class)?))?.trim().to_ascii_lowercase();
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '#' | '.' | '_');
        (!language.is_empty() && language.len() <= 30 && language.chars().all(plain)).then_some(language)
    })
}

/// `language-rust`, `lang-rust`, `highlight-source-rust`, `sourceCode rust` (Pandoc), `brush: rust;` (SyntaxHighlighter).
fn language_in_class(class: &str) -> Option<&str> {
    let mut words = class.split(|c: char| c.is_ascii_whitespace() || c == ';').filter(|word| !word.is_empty());
    while let Some(word) = words.next() {
        if word == "sourceCode" || word == "brush:" {
            return words.next();
        }
        let prefixes = ["language-", "lang-", "highlight-source-", "brush:"];
        if let Some(language) = prefixes.iter().find_map(|prefix| word.strip_prefix(prefix)) {
            return Some(language);
        }
    }
    None
}
