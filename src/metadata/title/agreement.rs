//! How far two titles say the same.

use crate::text::search::has;

/// How far two folded texts are the same, 0 to 1, or `known` where that is more.
pub fn better(one: &str, other: &str, known: f32) -> f32 {
    if one == other {
        return 1.0;
    }
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    if short.is_empty() {
        return known;
    }
    let length = long.len() as f32;
    // As if all of the shorter one stood in the longer: no more can come of looking.
    let most = 0.9 * short.len() as f32 / length + 0.05;
    if most <= known {
        return known;
    }
    if has(long, short) {
        return most;
    }
    let mut same = 0;
    for (a, b) in short.chars().zip(long.chars()) {
        if a != b {
            break;
        }
        same += a.len_utf8();
    }
    known.max(0.8 * same as f32 / length)
}
