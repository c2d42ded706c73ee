//! The article as CommonMark, with GFM's tables.

use super::Piece;

/// Writes the Markdown.
pub fn write(pieces: &[Piece]) -> String {
    super::text::write(pieces)
}
