//! Names of elements and attributes, looked up once: a page says the same few dozen again and again.

use crate::page::{Attr, Tag};
use html5ever::LocalName;
use std::cell::RefCell;

/// Places of the table, as bits of a number. A page has some hundred names, data attributes counted in; with fewer places they
/// drive each other out.
const PLACE_BITS: u32 = 9;

/// What is known of a name.
#[derive(Clone, Debug)]
pub struct Known {
    /// The name as the tree builder has it.
    pub local: LocalName,
    /// The element of that name.
    pub tag: Tag,
    /// The attribute of that name, if any stage reads it.
    pub attr: Option<Attr>,
}

/// The names met last, by a number made of their letters. A name that takes the place of another only costs that one's next
/// look-up.
#[derive(Debug)]
pub struct Names(RefCell<Vec<Option<(u64, Known)>>>);

impl Default for Names {
    fn default() -> Self {
        Names(RefCell::new(vec![None; 1 << PLACE_BITS]))
    }
}

impl Names {
    /// What `wanted` takes of what is known of a name in UTF-8.
    pub fn of<T>(&self, name: &[u8], wanted: impl FnOnce(&Known) -> T) -> T {
        let letters = letters(name);
        // The golden ratio mixes all letters into the highest bits.
        let place = letters.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - PLACE_BITS);
        let known = &mut *self.0.borrow_mut();
        let Some(place) = known.get_mut(place as usize) else { return wanted(&looked_up(name)) };
        // A short name is its letters.
        let is_same = |(own, known): &(u64, Known)| *own == letters && (name.len() < LETTERS || known.local.as_bytes() == name);
        match place {
            Some(known) if is_same(known) => wanted(&known.1),
            _ => wanted(&place.insert((letters, looked_up(name))).1),
        }
    }
}

fn looked_up(name: &[u8]) -> Known {
    let name = std::str::from_utf8(name).unwrap_or_default();
    Known { local: LocalName::from(name), tag: Tag::from_name(name), attr: Attr::from_name(name) }
}

/// Bytes of a name that one number holds.
const LETTERS: usize = 8;

/// The letters of a short name, or the first and the last ones of a longer name in one number, which no short name has.
fn letters(name: &[u8]) -> u64 {
    match (name.first_chunk::<LETTERS>(), name.last_chunk::<LETTERS>()) {
        (Some(first), Some(last)) => {
            u64::from_le_bytes(*first).rotate_left(11) ^ u64::from_le_bytes(*last) ^ name.len() as u64 | 1 << 63
        }
        _ => name.iter().fold(0, |letters, &byte| letters << 8 | u64::from(byte)),
    }
}
