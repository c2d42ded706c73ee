//! Who took a picture, said in a paragraph of its own below it: that belongs to the picture's caption.

use super::body::{Body, Piece};
use crate::clutter::says;
use crate::clutter::told::{Told, is_told};
use crate::page::Tag;
use crate::text::case::is_small;
use crate::text::search;

/// Characters of such a line.
const CHARS_MAX: usize = 120;
/// So many figures are looked at: each may move all that follows.
const FIGURES_MAX: usize = 300;
/// What parts the word for a picture from the names.
const MARKS: &str = ":：/|／©,，=(";

/// Moves the paragraphs that credit the figure before them into its caption.
pub fn join(body: &mut Body) {
    let mut at = 0;
    for _ in 0..FIGURES_MAX {
        let Some(figure) = body.find_open(Tag::Figure, at) else { return };
        let end = body.end_of(figure);
        at = end;
        if body.pieces().get(end).is_some_and(|piece| matches!(piece, Piece::Open(Tag::P, _))) {
            let until = body.end_of(end);
            let caption = body.find_open(Tag::Figcaption, figure).filter(|&caption| caption < end);
            let is_last = caption.is_none_or(|caption| body.end_of(caption) + 1 == end);
            if is_last && is_credit(&body.text_in(end..until)) {
                body.draw_in(end, until, caption.is_some());
            }
        }
    }
}

fn is_credit(line: &str) -> bool {
    let is_parted = search::until(line, MARKS).len() < line.len() || search::has(line, " by ");
    is_parted
        && !search::is_longer(line, CHARS_MAX)
        && (says("photo-credit", line) || says("copyright-line", line))
        && !is_told(line, Told::Any)
        && names(line)
}

/// Whether a line names somebody behind its first mark, or says no more than a few words: "Foto: privat".
fn names(line: &str) -> bool {
    /// Words of a name in small letters: "by ann lee".
    const WORDS_MAX: usize = 3;
    let behind = line.get(search::until(line, MARKS).len()..).filter(|behind| !behind.is_empty()).unwrap_or(line);
    let words = search::split(search::trim_start(behind, MARKS).trim(), " /");
    let is_name = |word: &&str| word.chars().find(|c| c.is_alphabetic()).is_some_and(|c| !is_small(c));
    words.len() <= WORDS_MAX || words.iter().skip(1).any(is_name)
}
