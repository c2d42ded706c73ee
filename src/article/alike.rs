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

/// Whether a text holds another, in linear time: the sums over windows of its length tell where it is worth comparing.
pub fn holds(text: &str, part: &str) -> bool {
    /// How much more a byte weighs than the one behind it; odd, so that no weight vanishes.
    const WEIGHT: u32 = 0x0100_0193;
    let add = |sum: u32, byte: u8| sum.wrapping_mul(WEIGHT).wrapping_add(u32::from(byte));
    let (text, part) = (text.as_bytes(), part.as_bytes());
    let (mut wanted, mut sum, mut weight_past) = (0, 0, 1u32);
    for &byte in part {
        wanted = add(wanted, byte);
        weight_past = weight_past.wrapping_mul(WEIGHT);
    }
    for (at, &byte) in text.iter().enumerate() {
        sum = add(sum, byte);
        if let Some(&past) = at.checked_sub(part.len()).and_then(|past| text.get(past)) {
            sum = sum.wrapping_sub(weight_past.wrapping_mul(u32::from(past)));
        }
        if sum == wanted && text.get(..=at).is_some_and(|text| text.ends_with(part)) {
            return true;
        }
    }
    part.is_empty()
}

#[cfg(test)]
mod tests {
    use super::holds;

    #[test]
    fn parts_are_found_wherever_they_stand() {
        let text = "abababc, the wall";
        for (part, found) in
            [("", true), ("a", true), ("ababc", true), ("wall", true), (text, true), ("walls", false), ("cab", false)]
        {
            assert_eq!(holds(text, part), found, "{part}");
        }
        assert!(!holds("", "a") && holds("", ""));
    }
}
