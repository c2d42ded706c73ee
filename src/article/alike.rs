//! Whether two texts say the same, whatever their marks, case and white space.

/// Letters and digits only, in lower case.
///
/// ```
/// use limpid::article::alike::key;
/// assert_eq!(key("“Sea wall”: delayed"), key("Sea Wall – delayed!"));
/// ```
pub fn key(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
