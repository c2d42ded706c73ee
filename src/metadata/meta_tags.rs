//! `<meta>` by the keys of `src/rules/words/meta.toml`.

use super::plain;
use super::sources::Sources;

/// The values of a field's keys, the most trusted key first.
pub fn values<'a>(sources: &'a Sources, keys: &'static [&'static str]) -> impl Iterator<Item = (&'static str, String)> + 'a {
    keys.iter().flat_map(move |&key| {
        sources.metas.iter().filter(move |(known, _)| known == key).map(move |(_, value)| (key, plain(value)))
    })
}

/// The first value of a field's keys.
pub fn first(sources: &Sources, keys: &'static [&'static str]) -> Option<String> {
    values(sources, keys).map(|(_, value)| value).find(|value| !value.is_empty())
}
