//! Text itself: repair of damaged encodings, words, dates.

pub mod case;
pub mod dates;
pub mod decimal;
pub mod escape;
pub mod filter;
pub mod fold;
pub mod hash;
pub mod invisible;
pub mod known;
pub mod language;
pub mod letter_spaced;
pub mod lines;
pub mod lists;
pub mod phrase_hash;
pub mod references;
pub mod repair;
pub mod search;
pub mod telling;
pub mod unseen;
pub mod words;
