//! The word lists of `src/rules/words/*.toml`, as `build.rs` writes them.

include!(concat!(env!("OUT_DIR"), "/words.rs"));
