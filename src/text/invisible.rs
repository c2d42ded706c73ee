//! Characters that are not seen: what only says where a word may break goes, what shapes letters stays.

use super::fold::is_own_word;

/// What becomes of ligatures, from `ﬀ` to `ﬆ`: who searches a text types letters.
const LIGATURES: [&str; 7] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

/// The text as it is searched and copied, or `None` where it is that already: without soft hyphens, zero-width spaces and byte
/// order marks, without the private characters that icon fonts draw, with ligatures as letters, and with zero-width joiners only where a script or an emoji is shaped by them.
///
/// ```
/// use limpid::text::invisible::cleaned;
/// assert_eq!(cleaned("Donau\u{ad}dampf\u{200b}schiff, ﬁnal").as_deref(), Some("Donaudampfschiff, final"));
/// assert_eq!(cleaned("\u{e001}Save").as_deref(), Some("Save"));
/// assert_eq!(cleaned("Ca\u{200d}fé").as_deref(), Some("Café"));
/// assert_eq!(cleaned("می\u{200c}روم और र्\u{200d}य 👩\u{200d}👧 👁\u{fe0f}\u{200d}🗨"), None);
/// ```
pub fn cleaned(text: &str) -> Option<String> {
    if text.is_ascii() || !text.chars().any(is_invisible) {
        return None;
    }
    let (mut out, mut chars) = (String::new(), text.chars().peekable());
    while let Some(c) = chars.next() {
        match c {
            '\u{200c}' | '\u{200d}' => {
                let after = chars.peek().copied().is_none_or(is_shaped);
                if out.chars().next_back().is_none_or(is_shaped) && after {
                    out.push(c);
                }
            }
            'ﬀ'..='ﬆ' => out.push_str(LIGATURES.get(c as usize - 'ﬀ' as usize).copied().unwrap_or_default()),
            // In the middle of a text without spaces it stands for a character that a font of its own draws.
            '\u{e000}'..='\u{f8fe}' if out.chars().next_back().is_some_and(is_own_word) => out.push(c),
            _ if is_invisible(c) => {}
            _ => out.push(c),
        }
    }
    (out != text).then_some(out)
}

/// Whether a text with this character is written otherwise.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{e000}'..='\u{f8fe}' | 'ﬀ'..='ﬆ')
}

/// Whether zero-width joiners beside it change how it is drawn: letters of Arabic, Indian, Khmer and Mongolian scripts, emoji.
fn is_shaped(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{18af}'
        | '\u{2190}'..='\u{2bff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe0f}' | '\u{fe70}'..='\u{fefc}' | '\u{1f000}'..='\u{1faff}')
}
