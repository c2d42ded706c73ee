//! Whether two texts say the same, whatever their marks, case and white space.

use crate::text::fold;

/// Letters and digits only, in lower case.
///
/// ```
/// use limpid::article::alike::key;
/// assert_eq!(key("“Sea wall”: delayed"), key("Sea Wall – delayed!"));
/// ```
pub fn key(text: &str) -> String {
    let mut key = String::new();
    push_key(&mut key, text);
    key
}

/// Adds the [`key`] of a text.
pub fn push_key(out: &mut String, text: &str) {
    for c in text.chars() {
        if c.is_alphanumeric() {
            out.push(fold::lower(c));
        }
    }
}
