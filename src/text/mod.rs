//! Text itself: repair of damaged encodings, words, dates.

pub mod dates;
pub mod decimal;
/// The words of a text as phrases are compared.
pub mod fold;
pub mod hash;
pub mod repair;
pub mod words;
