//! Text that stands in a page for other than eyes: words for screen readers, the names from which fonts draw icons.

use super::lists;
use crate::rules::words;

/// Class attributes longer than this, in bytes, are lists of utilities; one that hides stands at their start or not at all.
const CLASS_BYTES_MAX: usize = 200;

/// Whether a class attribute says that its element is not to be seen as text.
///
/// ```
/// assert!(limpid::text::unseen::is_unseen("link__note sr-only"));
/// assert!(!limpid::text::unseen::is_unseen("link__note"));
/// ```
pub fn is_unseen(class: &str) -> bool {
    let hides = |class: &str| {
        let hash = lists::of(class);
        lists::has(words::UNSEEN_SPOKEN, hash) || lists::has(words::UNSEEN_ICON, hash)
    };
    class.len() <= CLASS_BYTES_MAX && class.split_ascii_whitespace().any(hides)
}
