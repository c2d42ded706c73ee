//! Escapes: a character that CommonMark or GFM would read as markup gets a backslash, no other.

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
    let line_mark = if place.line_start { line_mark(text) } else { None };
    let first_before = out.chars().next_back().unwrap_or('\n');
    let mut run = 0;
    for (at, byte) in text.bytes().enumerate() {
        let is_markup = match byte {
            b'\\' | b'`' | b'*' | b'[' | b']' | b'<' | b'~' => true,
            b'|' => place.in_cell,
            b'&' => starts_entity(text, at),
            b'!' => place.before_link && at + 1 == text.len(),
            b'_' | b'#' => {
                let (before, rest) = text.split_at_checked(at).unwrap_or_default();
                let before = before.chars().next_back().unwrap_or(first_before);
                let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                let in_word = || is_letter(Some(before)) && is_letter(rest.chars().nth(1));
                if byte == b'_' { !in_word() } else { place.in_heading && before == ' ' }
            }
            _ => false,
        };
        if is_markup || line_mark == Some(at) {
            out.push_str(text.get(run..at).unwrap_or_default());
            out.push('\\');
            run = at;
        }
    }
    out.push_str(text.get(run..).unwrap_or_default());
}

/// Appends an address for the brackets of a link.
pub fn push_address(out: &mut String, address: &str) {
    let mut run = 0;
    for (at, byte) in address.bytes().enumerate() {
        if matches!(byte, b'(' | b')' | b'\\') || byte == b'&' && starts_entity(address, at) {
            out.push_str(address.get(run..at).unwrap_or_default());
            out.push('\\');
            run = at;
        }
    }
    out.push_str(address.get(run..).unwrap_or_default());
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

/// Whether the text has something like `&copy;` or `&#169;` here.
fn starts_entity(text: &str, at: usize) -> bool {
    let name = text.bytes().skip(at + 1).take(ENTITY_CHARS_MAX);
    let len = name.take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
    len > 0 && text.as_bytes().get(at + 1 + len) == Some(&b';')
}
