//! Words as numbers: FNV-1a, which is short, and good for words that nobody chose to collide.

/// Where every hash of 32 bits begins.
pub const START: u32 = 0x811c_9dc5;

/// The hash with one more byte.
pub const fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(0x0100_0193)
}

/// The hash of a whole word.
pub fn of(word: &str) -> u32 {
    word.bytes().fold(START, step)
}

/// A hash of 64 bits, for names that the page chose: two that collide do not happen by chance.
pub fn wide(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// A hash of 64 bits, eight bytes at a time: for texts that are hashed over and over. Its first bits are its best.
#[inline]
pub fn quick(text: &str, start: u64) -> u64 {
    let bytes = text.as_bytes();
    let push = |hash: u64, word: u64| (hash.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut hash = start ^ bytes.len() as u64;
    let (words, rest) = bytes.as_chunks();
    for &word in words {
        hash = push(hash, u64::from_le_bytes(word));
    }
    // The last eight bytes again, of which some are new.
    match bytes.last_chunk() {
        Some(&last) => push(hash, u64::from_le_bytes(last)),
        None => push(hash, rest.iter().fold(0, |word, &byte| word << 8 | u64::from(byte))),
    }
}
