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
    let mut before = out.chars().next_back().unwrap_or('\n');
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|&(_, c)| c);
        let in_word = before.is_alphanumeric() && after.is_some_and(char::is_alphanumeric);
        let is_markup = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' => true,
            '_' => !in_word,
            '|' => place.in_cell,
            '&' => starts_entity(&text[at..]),
            '!' => place.before_link && after.is_none(),
            '#' => place.in_heading && before == ' ',
            _ => false,
        };
        if is_markup || line_mark == Some(at) {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
}

/// Appends an address for the brackets of a link.
pub fn push_address(out: &mut String, address: &str) {
    for (at, c) in address.char_indices() {
        if matches!(c, '(' | ')' | '\\') || c == '&' && starts_entity(&address[at..]) {
            out.push('\\');
        }
        out.push(c);
    }
}

/// Where in a line's text the character stands that would make it a heading, a list item, a quotation, a rule or a table.
fn line_mark(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let rest = &text[first.len_utf8()..];
    let stands_apart = rest.is_empty() || rest.starts_with([' ', '\t']);
    let found = match first {
        '>' | '|' | '=' => true,
        '#' => rest.trim_start_matches('#').chars().next().is_none_or(|c| c == ' '),
        '+' => stands_apart,
        '-' => stands_apart || rest.starts_with('-'),
        _ => false,
    };
    if found {
        return Some(0);
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let after = &text[digits..];
    let is_item =
        (1..=9).contains(&digits) && after.starts_with(['.', ')']) && matches!(after.as_bytes().get(1), None | Some(b' '));
    is_item.then_some(digits)
}

/// Whether the text begins with something like `&copy;` or `&#169;`.
fn starts_entity(text: &str) -> bool {
    let name = text.bytes().skip(1).take(ENTITY_CHARS_MAX).take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
    name > 0 && text.as_bytes().get(name + 1) == Some(&b';')
}
