//! The values that a page states of a field: in structured data, in `<meta>`, in microdata.

use super::{Facts, microdata};
use crate::rules::words::List;

/// Where values of a field are stated.
pub enum Stated {
    /// A property of what the page is about, in JSON-LD.
    Data(&'static str),
    /// The keys of `<meta>`.
    Meta(List),
    /// A property in the body.
    Item(&'static str),
}

/// Takes a value, plain and not empty, and says whether it was the last that is wanted.
pub type Take<'t> = dyn FnMut(&str) -> bool + 't;

impl Facts<'_> {
    /// Hands over the values of a field, those of the first place first, until one is the last that is wanted; whether one was.
    #[inline(never)]
    pub fn stated(&self, places: &[Stated], take: &mut Take) -> bool {
        places.iter().any(|place| match *place {
            Stated::Data(key) => self.subjects().any(|node| node.any_text(key, take)),
            Stated::Meta(keys) => self.sources.any_meta(keys, &mut |_, value| is_taken(&super::plain(value), take)),
            Stated::Item(name) => microdata::any_value(self.page, self.sources, name, take),
        })
    }

    /// The first value of a field.
    #[inline(never)]
    pub fn first_stated(&self, places: &[Stated]) -> Option<String> {
        let mut found = None;
        self.stated(places, &mut |value| {
            found = Some(value.to_owned());
            true
        });
        found
    }
}

/// Hands over a value that is not empty.
pub fn is_taken(value: &str, take: &mut Take) -> bool {
    !value.is_empty() && take(value)
}
