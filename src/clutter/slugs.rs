//! The slug under which a wire service files a text: "The-CNN-Wire".

use super::facts::{Facts, Subject};
use crate::text::case::is_capital;
use crate::text::search;

/// Characters of a slug.
const SLUG_CHARS_MAX: usize = 40;

/// Every block that is a slug: one word of capitals and hyphens that ends in "Wire", or an agency's name in brackets.
pub fn find(facts: &Facts) -> Vec<Subject> {
    facts.runs(|block| is_slug(facts.blocks.text(block)))
}

fn is_slug(text: &str) -> bool {
    let bare = search::trim_end(text, "™®");
    if text.len() > SLUG_CHARS_MAX || search::has(bare, " ") {
        return false;
    }
    let parts = search::split(bare, "-‑–");
    let is_name = |part: &&str| part.chars().next().is_some_and(is_capital);
    parts
        .split_last()
        .is_some_and(|(last, name)| !name.is_empty() && last.eq_ignore_ascii_case("wire") && name.iter().all(is_name))
}

#[cfg(test)]
mod tests {
    use super::is_slug;

    #[test]
    fn slugs_are_one_word_of_capitals() {
        for (text, slug) in [
            ("The-CNN-Wire", true),
            ("The-CNN-Wire™", true),
            ("The Barbed Wire", false),
            ("barbed-wire", false),
            ("Wire", false),
        ] {
            assert_eq!(is_slug(text), slug, "{text}");
        }
    }
}
