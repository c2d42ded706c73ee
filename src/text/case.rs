//! Capitals and small letters, in the scripts that have case and stand on pages. The standard library knows them all, by two
//! tables that together take 1.7 KB of the unpacked core.

use super::fold::lower;

/// Whether the character is a capital: one that has another for its small letter.
pub fn is_capital(c: char) -> bool {
    lower(c) != c
}

/// Whether the character is a small letter: one of a script with case that is no capital.
pub fn is_small(c: char) -> bool {
    c.is_ascii_lowercase() || has_case(c) && c.is_alphabetic() && !is_capital(c)
}

/// Whether it stands among the letters of a script with case, beyond ASCII: Latin, Greek, Cyrillic, Armenian.
fn has_case(c: char) -> bool {
    matches!(c, '\u{aa}'..='\u{2af}' | '\u{370}'..='\u{556}' | '\u{560}'..='\u{588}' | '\u{1e00}'..='\u{1fff}' | 'ａ'..='ｚ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_is_that_of_unicode_where_pages_are_written() {
        // Left out: letters of African languages, phonetics and old Greek, of which few are known here.
        let written =
            ('\0'..='\u{17f}').chain('\u{391}'..='\u{3c9}').chain('\u{400}'..='\u{587}').chain('\u{1e00}'..='\u{1eff}');
        for c in written {
            assert_eq!((is_capital(c), is_small(c)), (c.is_uppercase(), c.is_lowercase()), "{c:?}");
        }
    }
}
