//! Escapes: a character that CommonMark or GFM would read as markup gets a backslash, no other.

use crate::text::escape::{Stops, copy};

/// Characters of the longest entity name that HTML knows: `CounterClockwiseContourIntegral`.
const ENTITY_CHARS_MAX: usize = 31;

/// Where the text stands.
#[derive(Clone, Copy)]
pub struct Place {
    /// At the start of a line.
    pub line_start: bool,
    /// In a table cell.
    pub in_cell: bool,
    /// In a heading.
    pub in_heading: bool,
    /// A link follows.
    pub before_link: bool,
}

/// Appends the text, escaped for its place.
pub fn push(out: &mut String, text: &str, place: Place) {
    const STOPS: Stops = bits(b"\\`*[]<~|&!_#");
    let mut rest = text;
    if let Some((head, mark)) = line_mark(text).filter(|_| place.line_start).and_then(|at| text.split_at_checked(at)) {
        let (mark, behind) = mark.split_at_checked(1).unwrap_or_default();
        [head, "\\", mark].into_iter().for_each(|part| out.push_str(part));
        rest = behind;
    }
    copy(out, rest, &STOPS, &mut |out, rest| {
        let byte = rest.as_bytes().first().copied().unwrap_or_default();
        let is_markup = match byte {
            b'|' => place.in_cell,
            b'&' => starts_entity(rest),
            b'!' => place.before_link && rest.len() == 1,
            b'_' | b'#' => {
                let before = out.chars().next_back().unwrap_or('\n');
                let in_word = || before.is_alphanumeric() && rest.chars().nth(1).is_some_and(char::is_alphanumeric);
                if byte == b'_' { !in_word() } else { place.in_heading && before == ' ' }
            }
            _ => true,
        };
        if is_markup {
            out.push('\\');
        }
        0
    });
}

/// The bits of marks of ASCII.
const fn bits(marks: &[u8]) -> Stops {
    let (mut stops, mut at) = ([0; 4], 0);
    while at < marks.len() {
        stops[(marks[at] >> 6) as usize] |= 1 << (marks[at] & 63);
        at += 1;
    }
    stops
}

/// Appends an address for the brackets of a link.
pub fn push_address(out: &mut String, address: &str) {
    const STOPS: Stops = bits(b"()\\&");
    copy(out, address, &STOPS, &mut |out, rest| {
        if !rest.starts_with('&') || starts_entity(rest) {
            out.push('\\');
        }
        0
    });
}

/// Where in a line's text the character stands that would make it a heading, a list item, a quotation, a rule or a table.
fn line_mark(text: &str) -> Option<usize> {
    let mut rest = text.chars();
    let first = rest.next()?;
    let rest = rest.as_str();
    let stands_apart = matches!(rest.bytes().next(), None | Some(b' ' | b'\t'));
    let found = match first {
        '>' | '|' | '=' => true,
        '#' => matches!(rest.bytes().find(|&byte| byte != b'#'), None | Some(b' ')),
        '+' => stands_apart,
        '-' => stands_apart || rest.starts_with('-'),
        _ => false,
    };
    if found {
        return Some(0);
    }
    let bytes = text.as_bytes();
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let is_mark = matches!(bytes.get(digits), Some(b'.' | b')')) && matches!(bytes.get(digits + 1), None | Some(b' '));
    ((1..=9).contains(&digits) && is_mark).then_some(digits)
}

/// Whether the text begins with something like `&copy;` or `&#169;`.
fn starts_entity(text: &str) -> bool {
    let name = text.bytes().skip(1).take(ENTITY_CHARS_MAX);
    let len = name.take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
    len > 0 && text.as_bytes().get(1 + len) == Some(&b';')
}
