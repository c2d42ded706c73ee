//! Text itself: repair of damaged encodings, words, dates.

pub mod dates;
pub mod repair;
pub mod words;
