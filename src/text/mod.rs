//! Text itself: repair of damaged encodings, words, dates.

pub mod case;
pub mod dates;
pub mod decimal;
pub mod fold;
pub mod hash;
pub mod language;
pub mod lines;
pub mod lists;
pub mod phrase_hash;
pub mod repair;
pub mod search;
pub mod telling;
pub mod unseen;
pub mod words;
