//! Character references of HTML as they stand in text: `&eacute;`, `&#8217;`.

use super::escape::copy;
use super::search;

/// Words, or their beginnings, of a text that speaks of references and may mean them as they are written; the space keeps
/// `&ndash;` out.
const SPEAKS_OF_THEM: [&str; 7] = ["html", "xml", "entit", "ampersand", "escap", "encod", " dash"];

/// Reads the references of a text that a page's maker escaped once too often, or gives `None`. One inside a word or at its edge is
/// certain, and makes the others of its text certain; so is `&amp;` between two words. A text about HTML names references
/// alone, and what may be markup is never read.
///
/// ```
/// use limpid::text::references::escaped_twice;
/// assert_eq!(escaped_twice("Caf&eacute; d&#8217;Orl&eacute;ans, AT&amp;T").unwrap().0, "Café d’Orléans, AT&T");
/// assert_eq!(escaped_twice("Smith &amp; Sons").unwrap().0, "Smith & Sons");
/// assert!(escaped_twice("Write &eacute; or &lt;b&gt;, and a space as &nbsp; in HTML").is_none());
/// ```
pub fn escaped_twice(text: &str) -> Option<(String, u32)> {
    if !text.as_bytes().contains(&b'&') {
        return None;
    }
    let found = places(text);
    let has = |wanted| found.iter().any(|place| place.says == wanted);
    let others_too = (has(Says::Certain) || has(Says::Likely) && !has(Says::Named))
        && !has(Says::Markup)
        && !search::has(text, "<")
        && !SPEAKS_OF_THEM.iter().any(|word| search::has_in_any_case(text, word));
    let (mut out, mut kept_from, mut count) = (String::new(), 0, 0);
    for place in found {
        if place.says == Says::Certain || others_too {
            out.push_str(text.get(kept_from..place.at)?);
            out.push(place.character);
            (kept_from, count) = (place.end, count + 1);
        }
    }
    out.push_str(text.get(kept_from..)?);
    (count > 0).then_some((out, count))
}

/// A reference in a text, from byte to byte.
struct Place {
    at: usize,
    end: usize,
    character: char,
    says: Says,
}

/// What the place of a reference says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    /// It was escaped twice.
    Certain,
    /// It was, unless the text speaks of references.
    Likely,
    /// Nothing: a number that stands alone.
    Nothing,
    /// A name that stands alone: the text may speak of it.
    Named,
    /// It may be part of markup.
    Markup,
}

fn places(text: &str) -> Vec<Place> {
    let mut found: Vec<Place> = Vec::new();
    for (at, _) in text.bytes().enumerate().filter(|&(_, byte)| byte == b'&') {
        if let Some((name, end)) = reference(text, at)
            && let Some(character) = character(name)
        {
            let says = says(text.get(..at).unwrap_or_default(), text.get(end..).unwrap_or_default(), name, character);
            found.push(Place { at, end, character, says });
        }
    }
    found
}

/// What a reference says between the text before and after it.
fn says(before: &str, after: &str, name: &str, character: char) -> Says {
    /// From here on characters are arrows, signs and emoji, which are written as numbers.
    const SIGNS_FROM: char = '\u{2190}';
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let starts = is_word(before.chars().next_back());
    let ends = is_word(after.chars().next());
    let is_number = search::begins_with(name, "#");
    match character {
        '<' | '>' => Says::Markup,
        '&' if starts && ends => Says::Certain,
        '&' | '–' | '—' | '×' if is_between_words(before, after) => Says::Likely,
        '&' => Says::Named,
        _ if starts || ends => Says::Certain,
        // "over,&rdquo;"
        '”' | '’' | '»' | '"'
            if search::ends_with(before, ".,!?…") && (after.is_empty() || search::begins_with(after, " .,;:!?)")) =>
        {
            Says::Likely
        }
        // Alone it may be a cell in a table of references.
        SIGNS_FROM.. if is_number && !search::trim(before, "").is_empty() => Says::Likely,
        _ if is_number => Says::Nothing,
        _ => Says::Named,
    }
}

/// Whether a space and a word stand on both sides.
fn is_between_words(before: &str, after: &str) -> bool {
    let (Some(before), Some(after)) = (before.strip_suffix(' '), after.strip_prefix(' ')) else { return false };
    let is_end = |c: char| c.is_alphanumeric() || search::is_one_of(c, ".,!?)%”’»\"");
    let is_start = |c: char| c.is_alphanumeric() || search::is_one_of(c, "“‘«\"(");
    before.chars().next_back().is_some_and(is_end) && after.chars().next().is_some_and(is_start)
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
    let mut out = String::new();
    copy(&mut out, text, &[1 << b'&', 0, 0, 0], &mut |out, rest| {
        let Some((name, end)) = reference(rest, 0) else { return 0 };
        let Some(character) = character(name) else { return 0 };
        out.push(character);
        end
    });
    out
}

/// The names of single characters, each with its character before it.
const NAMES: &str = "&amp <lt >gt \"quot 'apos \u{a0}nbsp –ndash —mdash ‘lsquo ’rsquo “ldquo ”rdquo …hellip «laquo »raquo ßszlig \
    €euro £pound ©copy °deg ×times ™trade ®reg";
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
