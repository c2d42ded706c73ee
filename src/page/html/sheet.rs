//! A page's own style sheets, as far as they say whether and how elements are displayed. What a sheet imports is not known, and
//! what is written wrong is passed over, as in a browser.

use std::borrow::Cow;

/// The window that media queries are answered for, in CSS pixels: a common laptop.
const WINDOW_PX: (f32, f32) = (1280.0, 720.0);
/// The unit `em` of media queries, in CSS pixels.
const EM_PX: f32 = 16.0;

/// A property that is read, with those that set it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Property {
    Display,
    Visibility,
    Opacity,
    Float,
    Position,
    /// How a flexible box lays out its items.
    Direction,
    /// Whether a grid has columns.
    Columns,
}

const NAMES: [(&str, Property); 10] = [
    ("display", Property::Display),
    ("visibility", Property::Visibility),
    ("opacity", Property::Opacity),
    ("float", Property::Float),
    ("position", Property::Position),
    ("flex-direction", Property::Direction),
    ("flex-flow", Property::Direction),
    ("grid-template-columns", Property::Columns),
    ("grid-template", Property::Columns),
    ("grid", Property::Columns),
];

/// How many properties there are.
pub const PROPERTIES: usize = 7;

/// One declaration.
#[derive(Clone, Copy, Debug)]
pub struct Declaration<'a> {
    pub property: Property,
    pub value: &'a str,
    pub is_important: bool,
}

/// A style rule that says something of interest.
#[derive(Debug)]
pub struct Rule<'a> {
    /// The list of selectors, as written.
    pub selectors: &'a str,
    pub declarations: Vec<Declaration<'a>>,
    /// Whether the conditions around it are known to hold.
    pub is_sure: bool,
}

/// The sheet without comments.
pub fn uncommented(css: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut rest = css;
    while let Some(at) = comment(rest) {
        out.push_str(&rest[..at]);
        out.push(' ');
        rest = rest[at + 2..].split_once("*/").map_or("", |(_, after)| after);
    }
    if out.is_empty() && rest.len() == css.len() { Cow::Borrowed(css) } else { Cow::Owned(out + rest) }
}

/// Where the first comment begins. A search for its first sign alone takes a third of the time of one for both.
fn comment(css: &str) -> Option<usize> {
    css.match_indices('/').map(|(at, _)| at).find(|at| css.as_bytes().get(at + 1) == Some(&b'*'))
}

/// The sheet of an element that has media queries of its own; `None` where they are not met.
pub fn within(queries: &str, css: String) -> Option<String> {
    match is_met(queries) {
        Some(is_met) => is_met.then_some(css),
        None => Some(format!("@media {queries}{{{css}")),
    }
}

/// Adds the rules of a sheet without comments, those for this window and those that may be.
pub fn rules<'a>(css: &'a str, out: &mut Vec<Rule<'a>>) {
    let mut at = 0;
    // How many blocks are entered, and how many there were at the first that is in doubt.
    let (mut depth, mut doubted_at) = (0_usize, None);
    while at < css.len() {
        at += blank_len(&css[at..]);
        let end = at + end_of_prelude(&css.as_bytes()[at..]);
        let prelude = css[at..end].trim_end();
        at = end + 1;
        match css.as_bytes().get(end) {
            Some(b'{') => {}
            Some(b'}') => {
                depth = depth.saturating_sub(1);
                doubted_at = doubted_at.filter(|&doubted| doubted <= depth);
                continue;
            }
            _ => continue,
        }
        let holds = holds(prelude);
        if holds != Some(false) {
            depth += 1;
            doubted_at = doubted_at.or(holds.is_none().then_some(depth));
            continue;
        }
        let mut declarations = Vec::new();
        at += read_block(&css[at..], &mut declarations) + 1;
        if !declarations.is_empty() && !prelude.starts_with('@') {
            out.push(Rule { selectors: prelude, declarations, is_sure: doubted_at.is_none() });
        }
    }
}

/// Whether what stands in a block counts as if it stood outside: a condition that holds, a layer. `None` where it may.
fn holds(prelude: &str) -> Option<bool> {
    let Some((name, condition)) = prelude
        .strip_prefix('@')
        .map(|rule| rule.split_at(rule.find(|c: char| !c.is_ascii_alphabetic() && c != '-').unwrap_or(rule.len())))
    else {
        return Some(false);
    };
    match name.to_ascii_lowercase().as_str() {
        "media" => is_met(condition),
        "container" => None,
        "supports" => Some(!condition.trim_start().starts_with("not")),
        "layer" => Some(true),
        _ => Some(false),
    }
}

/// The bytes of white space and of the marks that once hid sheets from browsers that did not know them.
fn blank_len(css: &str) -> usize {
    let mut rest = css.trim_start();
    while let Some(after) = rest.strip_prefix("<!--").or_else(|| rest.strip_prefix("-->")) {
        rest = after.trim_start();
    }
    css.len() - rest.len()
}

/// The bytes up to the block of the rule that begins here, or to its end.
fn end_of_prelude(css: &[u8]) -> usize {
    let may_lack_block = css.first() == Some(&b'@');
    find(css, |byte, _| matches!(byte, b'{' | b'}') || byte == b';' && may_lack_block)
}

/// Adds the declarations of interest in the block that was opened before, up to rules within it, and gives the bytes up to the
/// `}` that ends it.
fn read_block<'a>(css: &'a str, out: &mut Vec<Declaration<'a>>) -> usize {
    // Where the declaration begins that is being read; nowhere behind the first rule within.
    let mut begun = Some(0);
    let mut depth = 0;
    let end = find(css.as_bytes(), |byte, at| {
        match byte {
            b';' | b'}' if depth == 0 => {
                out.extend(begun.and_then(|begun| declaration(&css[begun..at])));
                begun = begun.map(|_| at + 1);
                return byte == b'}';
            }
            b'{' => (depth, begun) = (depth + 1, None),
            b'}' => depth -= 1,
            _ => {}
        }
        false
    });
    if end == css.len() {
        out.extend(begun.and_then(|begun| declaration(&css[begun..])));
    }
    end
}

/// Whether a byte may end something or quotes something. Most say nothing, and are passed over by a short loop.
const SAYS_SOMETHING: [bool; 256] = {
    let (mut says, mut at, signs) = ([false; 256], 0, b"{};\\\"'\n");
    while at < signs.len() {
        says[signs[at] as usize] = true;
        at += 1;
    }
    says
};

/// The bytes up to the first that is `wanted`, strings and escapes left out.
fn find(css: &[u8], mut wanted: impl FnMut(u8, usize) -> bool) -> usize {
    let (mut at, mut quote) = (0, None);
    while let Some(skipped) = css[at.min(css.len())..].iter().position(|&byte| SAYS_SOMETHING[usize::from(byte)]) {
        at += skipped;
        let byte = css[at];
        match (quote, byte) {
            (_, b'\\') => at += 1,
            // A line break ends a string that nobody closed.
            (Some(open), _) if byte == open || byte == b'\n' => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, _) if wanted(byte, at) => return at,
            (None, _) => {}
        }
        at += 1;
    }
    css.len()
}

fn declaration(text: &str) -> Option<Declaration<'_>> {
    let text = text.trim_start();
    // Most declarations are of none of these, which their first letter tells.
    if !matches!(text.bytes().next()?, b'd' | b'v' | b'o' | b'f' | b'p' | b'g' | b'A'..=b'Z') {
        return None;
    }
    let colon = text.bytes().position(|byte| byte == b':')?;
    let (name, value) = (text[..colon].trim_ascii_end(), &text[colon + 1..]);
    let (_, property) = NAMES.iter().copied().find(|(own, _)| own.eq_ignore_ascii_case(name))?;
    let (value, important) = value.split_once('!').unwrap_or((value, ""));
    Some(Declaration { property, value: value.trim(), is_important: important.trim().eq_ignore_ascii_case("important") })
}

/// Whether a list of media queries is met; `None` where that is not known.
fn is_met(queries: &str) -> Option<bool> {
    if queries.trim().is_empty() {
        return Some(true);
    }
    let mut met = Some(false);
    for query in queries.split(',') {
        match is_query_met(query.trim()) {
            Some(true) => return Some(true),
            Some(false) => {}
            None => met = None,
        }
    }
    met
}

fn is_query_met(query: &str) -> Option<bool> {
    let query = query.to_ascii_lowercase();
    let (is_negated, query) = query.strip_prefix("not ").map_or((false, query.as_str()), |rest| (true, rest));
    let query = query.strip_prefix("only ").unwrap_or(query);
    let mut met = Some(true);
    for part in query.split(" and ").map(str::trim) {
        let answer = match part.strip_prefix('(') {
            Some(feature) => is_feature_met(feature.trim_end_matches(')')),
            None => Some(matches!(part, "all" | "screen")),
        };
        met = if answer == Some(false) { answer } else { met.and_then(|met| Some(met && answer?)) };
        if met == Some(false) {
            break;
        }
    }
    met.map(|met| met != is_negated)
}

/// Whether a feature of the window is as wanted; `None` where it is not known.
fn is_feature_met(feature: &str) -> Option<bool> {
    let Some((name, value)) = feature.split_once(':') else { return is_range_met(feature) };
    let (width_px, height_px) = WINDOW_PX;
    Some(match name.trim() {
        "min-width" | "min-device-width" => width_px >= length_px(value)?,
        "max-width" | "max-device-width" => width_px <= length_px(value)?,
        "min-height" | "min-device-height" => height_px >= length_px(value)?,
        "max-height" | "max-device-height" => height_px <= length_px(value)?,
        "orientation" => value.trim() == "landscape",
        "hover" | "any-hover" => value.trim() == "hover",
        "pointer" | "any-pointer" => value.trim() == "fine",
        "prefers-color-scheme" => value.trim() == "light",
        "prefers-reduced-motion" | "prefers-contrast" => value.trim() == "no-preference",
        _ => return None,
    })
}

/// Whether comparisons hold: `width >= 48rem`, `30em < width <= 60em`.
fn is_range_met(range: &str) -> Option<bool> {
    const SIGNS: [char; 3] = ['<', '>', '='];
    let size_px = |text: &str| match text.trim() {
        "width" | "device-width" => Some(WINDOW_PX.0),
        "height" | "device-height" => Some(WINDOW_PX.1),
        length => length_px(length),
    };
    let (mut is_met, mut rest) = (None, range);
    while let Some((left, compared)) = rest.find(SIGNS).map(|at| rest.split_at(at)) {
        rest = compared.trim_start_matches(SIGNS);
        let (left_px, right_px) = (size_px(left)?, size_px(rest.split(SIGNS).next()?)?);
        let holds = match &compared[..compared.len() - rest.len()] {
            "<" => left_px < right_px,
            "<=" => left_px <= right_px,
            ">" => left_px > right_px,
            ">=" => left_px >= right_px,
            "=" => left_px == right_px,
            _ => return None,
        };
        is_met = Some(is_met.unwrap_or(true) && holds);
    }
    is_met
}

fn length_px(value: &str) -> Option<f32> {
    let value = value.trim();
    let unit = value.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(value.len());
    let number: f32 = value[..unit].parse().ok()?;
    match &value[unit..] {
        "px" => Some(number),
        "em" | "rem" => Some(number * EM_PX),
        "" if number == 0.0 => Some(0.0),
        _ => None,
    }
}
