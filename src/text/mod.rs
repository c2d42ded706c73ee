//! Text itself: repair of damaged encodings, words, dates.

pub mod dates;
pub mod decimal;
/// The words of a text as phrases are compared.
pub mod fold;
pub mod hash;
pub mod lists;
pub mod repair;
pub mod search;
pub mod words;
