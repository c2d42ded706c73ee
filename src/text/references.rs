//! Character references of HTML as they stand in text: `&eacute;`, `&#8217;`.

use super::search;

/// Reads the references of a text that a page's maker escaped once too often, or gives `None`. Only what stands inside a word or at
/// its edge is read: a text about HTML names references alone, and what may be markup is never read.
///
/// ```
/// use limpid::text::references::escaped_twice;
/// assert_eq!(escaped_twice("Caf&eacute; d&#8217;Orl&eacute;ans, AT&amp;T").unwrap().0, "Café d’Orléans, AT&T");
/// assert!(escaped_twice("Write &eacute; or &lt;b&gt;, and a space as &nbsp; in HTML").is_none());
/// ```
pub fn escaped_twice(text: &str) -> Option<(String, u32)> {
    if !text.as_bytes().contains(&b'&') {
        return None;
    }
    let (mut out, mut kept_from, mut count) = (String::new(), 0, 0);
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    for (at, _) in text.bytes().enumerate().filter(|&(_, byte)| byte == b'&') {
        let Some((name, end)) = reference(text, at) else { continue };
        let before = is_letter(text.get(..at)?.chars().next_back());
        let after = is_letter(text.get(end..)?.chars().next());
        // The names are long to look for: most stand in addresses and code.
        let Some(c) = (before || after).then(|| character(name)).flatten() else { continue };
        let certain = match c {
            '<' | '>' => false,
            '&' => before && after,
            _ => true,
        };
        if certain && at >= kept_from {
            out.push_str(text.get(kept_from..at)?);
            out.push(c);
            (kept_from, count) = (end, count + 1);
        }
    }
    out.push_str(text.get(kept_from..)?);
    (count > 0).then_some((out, count))
}

/// The name of the reference that begins at a byte, and where it ends.
fn reference(text: &str, at: usize) -> Option<(&str, usize)> {
    /// Longest name that is read, in bytes, with room for a number.
    const NAME_BYTES_MAX: usize = 10;
    let name = text.as_bytes().get(at + 1..)?;
    let length = name.iter().take(NAME_BYTES_MAX + 1).position(|&byte| byte == b';')?;
    Some((text.get(at + 1..at + 1 + length)?, at + 2 + length))
}

/// Reads character references: numbers, and the names that stand in headlines.
#[inline(never)]
pub fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut kept_from = 0;
    for (at, _) in text.bytes().enumerate().filter(|&(_, byte)| byte == b'&') {
        if at >= kept_from
            && let Some((name, end)) = reference(text, at)
            && let Some(character) = character(name)
        {
            out.push_str(text.get(kept_from..at).unwrap_or_default());
            out.push(character);
            kept_from = end;
        }
    }
    out.push_str(text.get(kept_from..).unwrap_or_default());
    out
}

/// The names of single characters, each with its character before it.
const NAMES: &str =
    "&amp <lt >gt \"quot 'apos \u{a0}nbsp –ndash —mdash ‘lsquo ’rsquo “ldquo ”rdquo …hellip «laquo »raquo ßszlig";
/// The names of marks, each behind the letters that take it, in pairs: the letter, the letter with the mark.
const ACCENTS: &str = "aáeéiíoóuúyýAÁEÉIÍOÓUÚYÝ:acute aàeèiìoòuùAÀEÈIÌOÒUÙ:grave aâeêiîoôuûAÂEÊIÎOÔUÛ:circ \
    aäeëiïoöuüyÿAÄEËIÏOÖUÜ:uml aãnñoõAÃNÑOÕ:tilde cçCÇ:cedil oøOØ:slash";

fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        return number_of(number).and_then(char::from_u32).filter(|c| !c.is_control() || c.is_whitespace());
    }
    for known in search::split(NAMES, " ") {
        let mut chars = known.chars();
        let character = chars.next();
        if chars.as_str() == name {
            return character;
        }
    }
    // `eacute`, `Uuml`: a letter and the name of its mark.
    let mut chars = name.chars();
    let letter = chars.next()?;
    let letters =
        search::split(ACCENTS, " ").into_iter().find_map(|known| known.strip_suffix(chars.as_str())?.strip_suffix(':'))?;
    let mut pairs = letters.chars();
    while let (Some(plain), Some(marked)) = (pairs.next(), pairs.next()) {
        if plain == letter {
            return Some(marked);
        }
    }
    None
}

/// A decimal number, or a hexadecimal one after `x`.
fn number_of(text: &str) -> Option<u32> {
    let hexadecimal = text.strip_prefix(['x', 'X']);
    let radix = if hexadecimal.is_some() { 16 } else { 10 };
    let figures = hexadecimal.unwrap_or(text);
    let mut number: u32 = 0;
    for c in figures.chars() {
        number = number.saturating_mul(radix).saturating_add(c.to_digit(radix)?);
    }
    (!figures.is_empty()).then_some(number)
}
