//! The runtime's own decoder of old encodings.

use std::sync::OnceLock;

/// Text of bytes in the encoding of a label, U+FFFD where there is none; `None` where the runtime does not know it.
pub type Decoder = fn(label: &str, bytes: &[u8]) -> Option<String>;

static DECODER: OnceLock<Decoder> = OnceLock::new();

/// Says which decoder there is. The first stays.
pub fn set(decoder: Decoder) {
    DECODER.get_or_init(|| decoder);
}

/// Decodes bytes. Without a decoder that was set it is the one that the feature `html` reads pages with.
pub fn decode(label: &str, bytes: &[u8]) -> Option<String> {
    #[cfg(feature = "html")]
    set(crate::page::html::decode_as);
    DECODER.get()?(label, bytes)
}
