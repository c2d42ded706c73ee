//! The slug under which a wire service files a text: "The-CNN-Wire".

use super::facts::{Facts, Subject};

/// Characters of a slug.
const SLUG_CHARS_MAX: usize = 40;

/// Every block that is a slug: one word of capitals and hyphens that ends in "Wire", or an agency's name in brackets.
pub fn find(facts: &Facts) -> Vec<Subject> {
    facts.runs(|block| is_slug(facts.blocks.text(block)))
}

fn is_slug(text: &str) -> bool {
    let bare = text.trim_end_matches(['™', '®', ' ']);
    let Some((name, wire)) = bare.rsplit_once(['-', '‑', '–']) else { return false };
    text.len() <= SLUG_CHARS_MAX
        && !bare.contains(' ')
        && wire.eq_ignore_ascii_case("wire")
        && name.split(['-', '‑', '–']).all(|part| part.starts_with(char::is_uppercase))
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
