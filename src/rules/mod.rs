//! What clutter looks like, and the words the other stages go by: data, one TOML file a kind.

pub mod words;
