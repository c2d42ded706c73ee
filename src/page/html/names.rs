//! Names of elements and attributes, looked up once: a page says the same few dozen again and again.

use crate::page::{Attr, Tag};
use html5ever::LocalName;
use std::cell::RefCell;

/// Places of the table. A page has some fifty names; with fewer places they drive each other out.
const PLACES: usize = 256;

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
pub struct Names(RefCell<Vec<Option<Known>>>);

impl Default for Names {
    fn default() -> Self {
        Names(RefCell::new(vec![None; PLACES]))
    }
}

impl Names {
    /// What is known of a name.
    pub fn of(&self, name: &str) -> Known {
        let known = &mut *self.0.borrow_mut();
        let Some(place) = known.get_mut(place(name.as_bytes())) else { return looked_up(name) };
        match place {
            Some(known) if *known.local == *name => known.clone(),
            _ => place.insert(looked_up(name)).clone(),
        }
    }
}

fn looked_up(name: &str) -> Known {
    Known { local: LocalName::from(name), tag: Tag::from_name(name), attr: Attr::from_name(name) }
}

/// Length, first, middle and last letters tell most names apart.
fn place(name: &[u8]) -> usize {
    let letter = |at: usize| name.get(at).map_or(0, |&byte| usize::from(byte));
    let length = name.len();
    (length * 31 + letter(0) * 7 + letter(length / 2) * 17 + letter(length.saturating_sub(1)) * 5 + letter(1)) % PLACES
}
