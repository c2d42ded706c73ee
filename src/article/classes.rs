//! What the words of a class say of an element of the article.

use crate::page::{Attr, NodeId, Page, Tag};
use crate::text::search;

/// What a class may say.
#[derive(Clone, Copy)]
pub enum Sign {
    /// A formula that is said twice, once for the eye and once as MathML, stands inside.
    Formula,
    /// It stands in for a formula until that is set.
    FormulaPreview,
    /// It numbers the lines of a program.
    LineNumber,
    /// It numbers them if it is a `<span>`: names too short to trust elsewhere.
    ShortLineNumber,
    /// It repeats a sentence of the text in larger letters.
    PullQuote,
    /// It says who made a picture.
    Credit,
}

/// Whole words of a class. Formulas: KaTeX, MathJax, MediaWiki. Line numbers: Pygments, Rouge, Chroma, SyntaxHighlighter,
/// Prism, highlight.js, Crayon, GitHub.
const WORDS: &[(&str, Sign)] = &[
    ("katex", Sign::Formula),
    ("MathJax", Sign::Formula),
    ("MathJax_CHTML", Sign::Formula),
    ("MathJax_SVG", Sign::Formula),
    ("MathJax_Display", Sign::Formula),
    ("mwe-math-element", Sign::Formula),
    ("mjx-container", Sign::Formula),
    ("MathJax_Preview", Sign::FormulaPreview),
    ("linenos", Sign::LineNumber),
    ("lineno", Sign::LineNumber),
    ("linenums", Sign::LineNumber),
    ("linenum", Sign::LineNumber),
    ("linenodiv", Sign::LineNumber),
    ("gutter", Sign::LineNumber),
    ("rouge-gutter", Sign::LineNumber),
    ("line-number", Sign::LineNumber),
    ("line-numbers-rows", Sign::LineNumber),
    ("hljs-ln-numbers", Sign::LineNumber),
    ("crayon-nums", Sign::LineNumber),
    ("blob-num", Sign::LineNumber),
    ("ln", Sign::ShortLineNumber),
    ("lnt", Sign::ShortLineNumber),
];

/// Parts of a class, in letters of either case.
const PARTS: &[(&str, Sign)] = &[
    ("pullquote", Sign::PullQuote),
    ("pull-quote", Sign::PullQuote),
    ("pull_quote", Sign::PullQuote),
    ("credit", Sign::Credit),
    ("copyright", Sign::Credit),
    ("source", Sign::Credit),
    ("photographer", Sign::Credit),
];

/// What one class says.
#[derive(Clone, Copy, Default)]
pub struct Signs(u8);

impl Signs {
    /// Whether it says this.
    pub fn has(self, sign: Sign) -> bool {
        self.0 >> sign as u8 & 1 == 1
    }

    fn add(&mut self, sign: Sign) {
        self.0 |= 1 << sign as u8;
    }
}

/// What the element's class says.
pub fn signs(page: &Page, at: NodeId) -> Signs {
    let mut signs = Signs::default();
    let Some(class) = page.attr(at, Attr::Class) else { return signs };
    search::each_word(class, &mut |word| {
        for (known, sign) in WORDS {
            if word == *known {
                signs.add(*sign);
            }
        }
    });
    for (from, byte) in class.bytes().enumerate() {
        // The parts' first letters.
        let parts = if matches!(byte | 0x20, b'p' | b'c' | b's') { PARTS } else { &[] };
        for (part, sign) in parts {
            if starts_with(class.as_bytes(), from, part.as_bytes()) {
                signs.add(*sign);
            }
        }
    }
    let tag = page.tag(at);
    if tag == Tag::Span && signs.has(Sign::ShortLineNumber) {
        signs.add(Sign::LineNumber);
    }
    signs
}

fn starts_with(text: &[u8], from: usize, part: &[u8]) -> bool {
    text.get(from..from + part.len()).is_some_and(|start| start.eq_ignore_ascii_case(part))
}

/// Whether the class has this word.
pub fn has_word(page: &Page, at: NodeId, word: &str) -> bool {
    page.attr(at, Attr::Class).is_some_and(|class| class.split_ascii_whitespace().any(|known| known == word))
}
