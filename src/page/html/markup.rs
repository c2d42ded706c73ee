//! Tags in markup that is not parsed: where one ends, and where the text of a raw element does.

/// Elements whose content is text for the tokenizer, so that a `<` in it starts no tag.
const RAW: [&str; 10] =
    ["iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea", "title", "xmp"];

pub fn is_raw(name: &str) -> bool {
    RAW.iter().any(|raw| name.eq_ignore_ascii_case(raw))
}

/// The name after `<`; empty where no tag starts.
pub fn tag_name(rest: &str) -> &str {
    let name = &rest[1..];
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return "";
    }
    &name[..name.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).unwrap_or(name.len())]
}

/// Where the text of a raw element ends: at its end tag.
pub fn end_of_raw(text: &str, name: &str) -> usize {
    let is_end = |at: &usize| {
        let after = &text.as_bytes()[at + 2..];
        after.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
    };
    text.match_indices("</").map(|(at, _)| at).find(is_end).unwrap_or(text.len())
}

/// Where the `>` stands that ends a tag, from the tag's name on. Quotes count after `=` only, as the HTML standard has it.
pub fn tag_end(tag: &[u8]) -> usize {
    let mut quote = None;
    let mut before = 0;
    for (at, &byte) in tag.iter().enumerate() {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (Some(_), _) => continue,
            (None, b'>') => return at,
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (None, b'\t' | b'\n' | b'\x0c' | b'\r' | b' ' | b'/') => {
                before = if before == b'=' { b'=' } else { b' ' };
                continue;
            }
            _ => {}
        }
        before = byte;
    }
    tag.len()
}
