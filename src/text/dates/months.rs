//! The names of the months in all languages, found by the word.

use crate::rules::words;
use crate::sort;
use crate::text::hash;
use std::sync::OnceLock;

/// One name: the word's hash, the word, its language's place in the list, the month's number.
type Name = (u32, &'static str, u16, u8);

/// The number of a month by its name, in the given language first.
pub fn named(word: &str, lang: &str) -> Option<u32> {
    if word.is_empty() {
        return None;
    }
    let names = names();
    let hash = hash::of(word);
    let from = names.partition_point(|name| name.0 < hash);
    let same = names.iter().skip(from).take_while(|name| name.0 == hash).filter(|name| name.1 == word);
    let language = lang.split(['-', '_']).next().unwrap_or_default();
    let is_own = |at: u16| words::MONTHS.get(usize::from(at)).is_some_and(|entry| entry.0.eq_ignore_ascii_case(language));
    let own = same.clone().find(|name| is_own(name.2));
    own.or_else(|| same.clone().next()).map(|&(.., month)| u32::from(month))
}

/// All names in the order of their hashes; of equal words in the order of the languages. Nearly every word of a page is asked
/// for, so this is sorted once instead of searched through each time.
fn names() -> &'static [Name] {
    static NAMES: OnceLock<Vec<Name>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let mut names: Vec<Name> = Vec::new();
        for (at, (_, months)) in words::MONTHS.iter().enumerate() {
            for (month, spellings) in months.split('/').enumerate() {
                names.extend(spellings.split(' ').map(|word| (hash::of(word), word, at as u16, month as u8 + 1)));
            }
        }
        sort::by_number(names, |name| name.0)
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_month_is_found_by_its_name_and_language() {
        for (word, lang, month) in
            [("april", "en", Some(4)), ("listopada", "pl", Some(11)), ("listopada", "hr", Some(10)), ("x", "", None)]
        {
            assert_eq!(super::named(word, lang), month, "{word} {lang}");
        }
    }
}
