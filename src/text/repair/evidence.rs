//! Which code pages a text may have been misread in, at the price of one look at each pair of characters above ASCII.

use super::code_pages::CODE_PAGES;
use super::double_byte::is_telling;
use crate::text::invisible::is_invisible;
use std::sync::OnceLock;

/// Characters from here on are in no table: no code page has them but for a few ligatures.
const CHARS: usize = 0x2600;
/// Code pages, as bits, in which a capital letter before a space is looked at: windows-1252, 1250, 1254, 1257 and 1258. In other
/// scripts such letters are many.
const LATIN: u16 = 1 | 1 << 1 | 1 << 4 | 1 << 7 | 1 << 8;
/// The weight of damage at which a text in Latin letters is believed to be damaged: one accented letter inside a word.
const WEIGHT_MIN_LATIN: u32 = 2;
/// For code pages of other scripts, whose letters follow each other like bytes of UTF-8 more often: one punctuation mark.
const WEIGHT_MIN_OTHER: u32 = 3;
/// Once a passage of the page has proved a code page.
const WEIGHT_MIN_PROVED: u32 = 1;

/// The tables of the code pages, made when they are needed.
#[derive(Default)]
pub struct Tables {
    maps: [Option<Map>; CODE_PAGES.len()],
    proved: u16,
    /// Whether no-break spaces of the page stand inside damaged sequences, as they were.
    pub keeps_spaces: bool,
    /// Whether the page has real text in the letters of the encodings of two bytes.
    pub beside_real: [bool; super::double_byte::ENCODINGS.len()],
}

/// The bytes of the characters in one code page; 0 for none.
pub struct Map(Vec<u8>);

/// The apple of Macs, and the two ligatures there, by their places in the tables.
const FAR: [(char, usize); 3] = [('\u{f8ff}', 0), ('ﬁ', 1), ('ﬂ', 2)];

/// Where the character stands in the tables.
fn place(c: char) -> usize {
    match FAR.iter().find(|(far, _)| *far == c) {
        Some(&(_, place)) => place,
        None => c as usize,
    }
}

impl Map {
    /// The character's byte, 0x80 and above.
    pub fn byte(&self, c: char) -> Option<u8> {
        self.0.get(place(c)).copied().filter(|&byte| byte != 0)
    }
}

/// The bit of text in which the bytes of an encoding of two bytes a character may be read.
pub const DOUBLE: u16 = 1 << CODE_PAGES.len();
/// The bit of text with characters that are not seen.
pub const UNSEEN: u16 = DOUBLE << 1;

/// What may be wrong with a text, as bits: the code pages in which some of its characters are a sequence of UTF-8, [`DOUBLE`] and
/// [`UNSEEN`].
pub fn suspects(text: &str) -> u16 {
    static ROLES: OnceLock<Vec<[u16; 3]>> = OnceLock::new();
    let (mut found, mut rest) = (0, text);
    // From one run of characters above ASCII to the next: in most texts they are few.
    while let Some(at) = rest.bytes().position(|byte| !byte.is_ascii()) {
        let roles = ROLES.get_or_init(roles);
        let (mut before, mut last) = ([0; 3], [0; 3]);
        let mut run = rest.get(at..).unwrap_or_default().chars();
        for c in run.by_ref() {
            if c.is_ascii() {
                // "pÃ gina": a no-break space became a space.
                found |= last[0] & if c == ' ' { LATIN } else { 0 };
                break;
            }
            let now = roles.get(place(c)).copied().unwrap_or_default();
            found |= last[0] & now[2] | before[1] & last[2] & now[2];
            found |= if is_telling(c) { DOUBLE } else { 0 } | if is_invisible(c) { UNSEEN } else { 0 };
            (before, last) = (last, now);
        }
        rest = run.as_str();
    }
    found
}

impl Tables {
    /// The table of a code page.
    pub fn map(&mut self, index: usize) -> &Map {
        self.maps[index].get_or_insert_with(|| {
            let mut bytes = vec![0; CHARS];
            CODE_PAGES[index].characters(&mut |c, byte| {
                if let Some(place) = bytes.get_mut(place(c)) {
                    *place = byte;
                }
            });
            Map(bytes)
        })
    }

    /// From here on the page is known to have been misread in this code page.
    pub fn prove(&mut self, index: usize) {
        self.proved |= 1 << index;
    }

    /// Whether it is.
    pub fn is_proved(&self, index: usize) -> bool {
        self.proved & 1 << index != 0
    }

    /// The weight at which a text is believed to have been misread in this code page.
    pub fn weight_min(&self, index: usize) -> u32 {
        match CODE_PAGES[index].is_latin() {
            _ if self.is_proved(index) => WEIGHT_MIN_PROVED,
            true => WEIGHT_MIN_LATIN,
            false => WEIGHT_MIN_OTHER,
        }
    }
}

/// For each character the code pages, as bits, in which it is the first byte of a sequence of two, of three or four, and a
/// later byte.
fn roles() -> Vec<[u16; 3]> {
    let mut roles = vec![[0; 3]; CHARS];
    for (index, code_page) in CODE_PAGES.iter().enumerate() {
        code_page.characters(&mut |c, byte| {
            let role = match byte {
                0xC2..=0xDF => 0,
                0xE0..=0xF4 => 1,
                0x80..=0xBF => 2,
                _ => return,
            };
            if let Some(place) = roles.get_mut(place(c)) {
                place[role] |= 1 << index;
            }
        });
    }
    roles
}
