//! Looking for one short text in another, in one small function for all: the standard library's search is 3 KB, also behind
//! `contains` of a character, and its `trim_matches` and `split` are compiled anew for every pattern.

/// Where `wanted` begins in `text`, in bytes. Takes linear time whatever the texts are: a page chooses them.
///
/// ```
/// use limpid::text::search::find;
/// assert_eq!(find("rain ends", "ends"), Some(5));
/// assert_eq!(find("rain", "rains"), None);
/// assert_eq!(find("rain", ""), Some(0));
/// ```
#[inline(never)]
pub fn find(text: &str, wanted: &str) -> Option<usize> {
    // Rabin-Karp: a sum that rolls over the text, and a comparison where it is that of `wanted`.
    const BASE: u32 = 0x0100_0193;
    let (text, wanted) = (text.as_bytes(), wanted.as_bytes());
    if let &[byte] = wanted {
        return text.iter().position(|&of| of == byte);
    }
    let push = |sum: u32, byte: u8| sum.wrapping_mul(BASE).wrapping_add(byte.into());
    let (mut goal, mut sum, mut top) = (0, 0, 1u32);
    for (&one, &other) in wanted.iter().zip(text) {
        goal = push(goal, one);
        sum = push(sum, other);
        top = top.wrapping_mul(BASE);
    }
    let mut from = 0;
    loop {
        let window = text.get(from..from + wanted.len())?;
        if sum == goal && window == wanted {
            return Some(from);
        }
        let next = *text.get(from + wanted.len())?;
        sum = push(sum, next).wrapping_sub(top.wrapping_mul(window.first().copied().unwrap_or(0).into()));
        from += 1;
    }
}

/// Whether one text stands in another.
pub fn has(text: &str, wanted: &str) -> bool {
    find(text, wanted).is_some()
}

/// Where a mark of ASCII last stands in a text, in bytes.
#[inline(never)]
pub fn find_last(text: &str, mark: u8) -> Option<usize> {
    text.bytes().rposition(|byte| byte == mark)
}

/// The text behind the last mark of ASCII, or all of it where there is none.
pub fn after_last(text: &str, mark: u8) -> &str {
    find_last(text, mark).and_then(|at| text.get(at + 1..)).unwrap_or(text)
}

/// The text before and after a separator, where it first stands.
pub fn split_once<'a>(text: &'a str, separator: &str) -> Option<(&'a str, &'a str)> {
    let at = find(text, separator)?;
    Some((text.get(..at)?, text.get(at + separator.len()..)?))
}

/// Whether a text in lower case, all of it ASCII, stands in another in any case. Both are short.
#[inline(never)]
pub fn has_in_any_case(text: &str, wanted: &str) -> bool {
    text.as_bytes().windows(wanted.len()).any(|window| window.eq_ignore_ascii_case(wanted.as_bytes()))
}

/// The text without white space and the marks at its start.
#[inline(never)]
pub fn trim_start<'a>(text: &'a str, marks: &str) -> &'a str {
    let mut rest = text.chars();
    loop {
        let before = rest.as_str();
        match rest.next() {
            Some(c) if c.is_whitespace() || is_one_of(c, marks) => {}
            _ => return before,
        }
    }
}

/// The text without white space and the marks at its end.
#[inline(never)]
pub fn trim_end<'a>(text: &'a str, marks: &str) -> &'a str {
    let mut rest = text.chars();
    loop {
        let before = rest.as_str();
        match rest.next_back() {
            Some(c) if c.is_whitespace() || is_one_of(c, marks) => {}
            _ => return before,
        }
    }
}

/// The text without white space and the marks at its ends.
pub fn trim<'a>(text: &'a str, marks: &str) -> &'a str {
    trim_end(trim_start(text, marks), marks)
}

/// Whether a character is one of the marks.
#[inline(never)]
pub fn is_one_of(c: char, marks: &str) -> bool {
    match u8::try_from(c) {
        Ok(byte) if byte.is_ascii() => marks.as_bytes().contains(&byte),
        _ => marks.chars().any(|mark| mark == c),
    }
}

/// How many letters a text has.
#[inline(never)]
pub fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

/// Whether one of a text's characters passes a test.
#[inline(never)]
pub fn has_char(text: &str, test: fn(char) -> bool) -> bool {
    text.chars().any(test)
}

/// Whether the first character of a text passes a test.
#[inline(never)]
pub fn begins(text: &str, test: fn(char) -> bool) -> bool {
    text.chars().next().is_some_and(test)
}

/// Whether a text begins with one of these characters.
#[inline(never)]
pub fn begins_with(text: &str, marks: &str) -> bool {
    text.chars().next().is_some_and(|c| is_one_of(c, marks))
}

/// Whether a text ends with one of these characters.
#[inline(never)]
pub fn ends_with(text: &str, marks: &str) -> bool {
    text.chars().next_back().is_some_and(|c| is_one_of(c, marks))
}

/// The text up to the first of the marks.
#[inline(never)]
pub fn until<'a>(text: &'a str, marks: &str) -> &'a str {
    next_of(text, 0, &Marks::of(marks)).map_or(text, |(at, _)| text.get(..at).unwrap_or_default())
}

/// Marks of which the next one is looked for in a text, the ASCII ones as bits.
struct Marks<'a> {
    ascii: [u64; 2],
    /// All of them, empty where all are ASCII.
    all: &'a str,
}

impl Marks<'_> {
    fn of(marks: &str) -> Marks<'_> {
        let mut ascii = [0; 2];
        for byte in marks.bytes() {
            if let Some(bits) = ascii.get_mut(usize::from(byte / 64)) {
                *bits |= 1 << (byte % 64);
            }
        }
        Marks { ascii, all: if marks.is_ascii() { "" } else { marks } }
    }
}

/// The next of the marks from a byte on: where it stands, and its bytes.
#[inline(never)]
fn next_of(text: &str, from: usize, marks: &Marks) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        let byte = *bytes.get(at)?;
        if let Some(bits) = marks.ascii.get(usize::from(byte / 64)) {
            if bits >> (byte % 64) & 1 == 1 {
                return Some((at, 1));
            }
        } else if byte >= 0xC0 && !marks.all.is_empty() {
            let c = text.get(at..)?.chars().next()?;
            if is_one_of(c, marks.all) {
                return Some((at, c.len_utf8()));
            }
        }
        at += 1;
    }
}

/// The text without what stands around its first and last letter or figure.
#[inline(never)]
pub fn bare(text: &str) -> &str {
    let (mut from, mut until) = (text.len(), 0);
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() {
            from = from.min(at);
            until = at + c.len_utf8();
        }
    }
    text.get(from..until).unwrap_or_default()
}

/// The parts of a text between the marks, empty ones too.
#[inline(never)]
pub fn split<'a>(text: &'a str, marks: &str) -> Vec<&'a str> {
    let mut out = Vec::new();
    let (mut from, marks) = (0, Marks::of(marks));
    while let Some((at, len)) = next_of(text, from, &marks) {
        out.extend(text.get(from..at));
        from = at + len;
    }
    out.extend(text.get(from..));
    out
}

/// Calls `each` with the parts of a text between spaces, line breaks and the like: what `class` and `rel` mean by words.
#[inline(never)]
pub fn each_word<'a>(text: &'a str, each: &mut dyn FnMut(&'a str)) {
    let bytes = text.as_bytes();
    let parts = |byte: u8| byte <= b' ' && byte.is_ascii_whitespace();
    let mut until = 0;
    while until < bytes.len() {
        let from = until;
        while until < bytes.len() && !parts(bytes[until]) {
            until += 1;
        }
        if from < until {
            each(text.get(from..until).unwrap_or_default());
        }
        until += 1;
    }
}

/// The lines of a text, without what ends them.
pub fn lines(text: &str) -> Vec<&str> {
    if text.is_empty() {
        return Vec::new();
    }
    let text = text.strip_suffix('\n').unwrap_or(text);
    split(text, "\n").into_iter().map(|line| line.strip_suffix('\r').unwrap_or(line)).collect()
}

/// The number of characters of a text. The standard library's count is unrolled, half a kilobyte.
#[inline(never)]
pub fn chars(text: &str) -> usize {
    text.bytes().filter(|byte| byte & 0xC0 != 0x80).count()
}

/// Whether a text has more characters than that.
pub fn is_longer(text: &str, chars_max: usize) -> bool {
    text.len() > chars_max && chars(text) > chars_max
}

/// The first bytes of a text, cut where a character ends.
#[inline(never)]
pub fn head(text: &str, bytes_max: usize) -> &str {
    let mut cut = bytes_max.min(text.len());
    loop {
        match text.get(..cut) {
            Some(head) => return head,
            None => cut = cut.saturating_sub(1),
        }
    }
}
