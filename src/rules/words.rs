//! The word lists of `src/rules/words/*.toml`, as `build.rs` writes them: one text, which `text::lists` looks words up in.

/// The number of a list: its line in [`TEXT`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct List(pub u8);

include!(concat!(env!("OUT_DIR"), "/words.rs"));
