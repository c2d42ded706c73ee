//! Where inline elements meet. Pages set them apart with a style sheet (`<span>Anna Morgan</span><span>Editor</span>`), and
//! their words must not be glued.

use crate::page::Tag;
use crate::text::case::{is_capital, is_small};

/// What ended and began since the last text, with nothing between.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Seam {
    /// Nothing.
    #[default]
    None,
    /// An element ended.
    Closed(Tag),
    /// An element ended and another began.
    Reopened,
    /// A link ended and another began: two links are never one word.
    Links,
}

impl Seam {
    /// After an element ended. An index may be followed by any letter.
    pub fn ended(tag: Tag) -> Seam {
        if matches!(tag, Tag::Sub | Tag::Sup) { Seam::None } else { Seam::Closed(tag) }
    }

    /// After an element began.
    pub fn started(self, tag: Tag) -> Seam {
        match self {
            Seam::Closed(Tag::A) if tag == Tag::A => Seam::Links,
            Seam::Closed(_) => Seam::Reopened,
            seam => seam,
        }
    }

    /// Whether two texts would be read as one word, though they are two: a capital after small letters, both words at least
    /// two letters long. Drop caps and letters that are set one by one are not apart.
    pub fn would_glue(self, before: &str, after: &str) -> bool {
        let mut before = before.chars().rev();
        let mut after = after.chars();
        let (Some(last), Some(first)) = (before.next(), after.next()) else { return false };
        if self == Seam::Links {
            return last.is_alphanumeric() && first.is_alphanumeric();
        }
        let words = before.next().is_some_and(char::is_alphanumeric) && after.next().is_some_and(is_small);
        let apart = is_small(last) || self == Seam::Reopened && last.is_alphanumeric();
        words && apart && is_capital(first)
    }
}
