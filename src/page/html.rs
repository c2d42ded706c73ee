//! The page from an HTML string.
