//! What misreading does to a text: UTF-8 taken for another encoding, byte by byte.

use encoding_rs::{Encoding, GBK, SHIFT_JIS, WINDOWS_1252};

/// An encoding that UTF-8 is taken for.
#[derive(Clone, Copy)]
pub struct Mistake {
    /// Its name.
    pub name: &'static str,
    kind: Kind,
}

#[derive(Clone, Copy)]
enum Kind {
    /// Each byte is the character of that number.
    Strict,
    SingleByte(&'static Encoding),
    DoubleByte(&'static Encoding),
}

/// What becomes of bytes for which the encoding has no character.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Holes {
    /// They are read as windows-1252, or as control characters.
    Filled,
    /// They are read as browsers read them: as control characters, or as U+FFFD.
    AsBrowsers,
    /// They are left out.
    Dropped,
    /// The byte 0x9D is left out; the others are control characters.
    Without9D,
}

/// A damaged text.
pub struct Damaged {
    /// The text.
    pub text: String,
    /// Whether bytes are gone that nothing in it tells of.
    pub is_lossy: bool,
}

/// All mistakes.
pub fn mistakes() -> Vec<Mistake> {
    let names =
        ["windows-1252", "windows-1250", "windows-1251", "windows-1253", "windows-1254", "windows-1255", "windows-1256"];
    let more = ["windows-1257", "windows-1258", "windows-874", "macintosh", "koi8-r"];
    let single = names
        .into_iter()
        .chain(more)
        .filter_map(|name| Some(Mistake { name, kind: Kind::SingleByte(Encoding::for_label(name.as_bytes())?) }));
    let others = [
        Mistake { name: "iso-8859-1", kind: Kind::Strict },
        Mistake { name: "gbk", kind: Kind::DoubleByte(GBK) },
        Mistake { name: "shift_jis", kind: Kind::DoubleByte(SHIFT_JIS) },
    ];
    single.chain(others).collect()
}

impl Mistake {
    /// Whether each byte is misread by itself.
    pub fn is_single_byte(self) -> bool {
        !matches!(self.kind, Kind::DoubleByte(_))
    }

    /// The text misread.
    pub fn misread(self, text: &str, holes: Holes) -> Damaged {
        match self.kind {
            Kind::Strict => Damaged { text: text.bytes().map(char::from).collect(), is_lossy: false },
            Kind::DoubleByte(encoding) => {
                let read = encoding.decode_without_bom_handling(text.as_bytes()).0.into_owned();
                let is_lossy = read.contains('\u{fffd}') || encoding.encode(&read).0 != text.as_bytes();
                Damaged { text: read, is_lossy }
            }
            Kind::SingleByte(encoding) => single_bytes(text, encoding, holes),
        }
    }
}

fn one(byte: u8, encoding: &'static Encoding) -> char {
    encoding.decode_without_bom_handling(&[byte]).0.chars().next().unwrap_or_default()
}

fn single_bytes(text: &str, encoding: &'static Encoding, holes: Holes) -> Damaged {
    let table: Vec<char> = (0..=0xFF).map(|byte| one(byte, encoding)).collect();
    let mut damaged = Damaged { text: String::new(), is_lossy: false };
    let bytes = text.as_bytes();
    for (at, &byte) in bytes.iter().enumerate() {
        let read = table[usize::from(byte)];
        let is_hole = read == '\u{fffd}' || ('\u{80}'..'\u{a0}').contains(&read);
        match holes {
            _ if !is_hole => damaged.text.push(read),
            Holes::Without9D if byte != 0x9D => damaged.text.push(char::from(byte)),
            Holes::Filled => {
                let filled = one(byte, WINDOWS_1252);
                damaged.text.push(if table.contains(&filled) { char::from(byte) } else { filled });
            }
            Holes::AsBrowsers => {
                damaged.is_lossy |= read == '\u{fffd}';
                damaged.text.push(read);
            }
            // The mark at the end of a quotation can be told from what is left of it.
            Holes::Dropped | Holes::Without9D => damaged.is_lossy |= !bytes[..=at].ends_with("”".as_bytes()),
        }
    }
    damaged
}
